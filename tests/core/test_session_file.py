import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.experiments import EXPERIMENTS

from gdviz.core import session_file
from gdviz.core.experiment import Experiment
from gdviz.core.kept_run import KeptRun
from gdviz.core.session_file import SavedSession, read_session, session_bytes, write_session
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.errors import UserError


def run(steps: int = 20, weights: int = 3, epoch: int = 5, seed: int = 0) -> Trajectory:
    """A run of random numbers, some of them not finite."""
    random = np.random.default_rng(seed)
    made = Trajectory(random.normal(size=weights).astype(np.float32), 1.5, float("nan"))
    path = random.normal(size=(steps, 1, weights)).astype(np.float32)
    loss = random.normal(size=(steps, 1)).astype(np.float32)
    loss[-1:] = np.inf
    ends = np.arange(epoch, steps + 1, epoch)
    means = random.normal(size=(len(ends), 1)).astype(np.float32)
    made.append(Steps(path, loss, loss, loss, loss, ends, means, means * np.nan, means, means))
    return made


def same(a: Trajectory, b: Trajectory) -> bool:
    first, second = a.arrays(), b.arrays()
    return first.keys() == second.keys() and all(
        first[name].dtype == second[name].dtype and np.array_equal(first[name], second[name], equal_nan=True)
        for name in first
    )


KEPT = KeptRun("Adam, 0.01", Experiment(), run(), "converged", "2025-03-01 14:30")
SESSION = SavedSession(
    Experiment(seed=4), (KEPT,), KeptRun("now", Experiment(), run(3, 1, 1)), {"log": True, "pace": 5.0}
)


@given(EXPERIMENTS, st.integers(0, 30), st.integers(1, 4), st.integers(1, 9))
@settings(max_examples=30, deadline=None)
def test_what_was_saved_is_opened(
    tmp_path_factory: Any, experiment: Experiment, steps: int, size: int, epoch: int
) -> None:
    path = tmp_path_factory.mktemp("sessions") / "a.gdviz"
    kept = KeptRun("a run \u263a", experiment, run(steps, size, epoch))
    write_session(path, SavedSession(experiment, (kept, KEPT), kept, {"picture": "map"}))
    found = read_session(path)
    assert found.experiment == experiment
    assert found.view == {"picture": "map"}
    assert [each.name for each in found.runs] == [kept.name, KEPT.name]
    assert (found.runs[1].verdict, found.runs[1].date) == (KEPT.verdict, KEPT.date)
    assert found.present is not None
    for before, after in zip((kept, KEPT, kept), (*found.runs, found.present), strict=True):
        assert after.experiment == before.experiment
        assert same(before.trajectory, after.trajectory)


def test_a_run_that_was_thinned_comes_back_thinned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gdviz.core.trajectory.MEMORY_LIMIT", 200)
    long = run(200, 2)
    assert len(long.weights) < 30
    write_session(tmp_path / "a.gdviz", SavedSession(Experiment(), (KeptRun("long", Experiment(), long),)))
    found = read_session(tmp_path / "a.gdviz").runs[0].trajectory
    assert same(long, found)
    assert np.array_equal(long.thinned(10)[1], found.thinned(10)[1])


def test_numpy_opens_the_numbers_too(tmp_path: Path) -> None:
    write_session(tmp_path / "a.gdviz", SESSION)
    with np.load(tmp_path / "a.gdviz", allow_pickle=False) as arrays:
        assert np.array_equal(arrays["run 0/loss"], KEPT.trajectory.loss)


def test_a_present_run_that_is_kept_is_saved_once(tmp_path: Path) -> None:
    write_session(tmp_path / "a.gdviz", SavedSession(Experiment(), (KEPT, KEPT), KEPT))
    write_session(tmp_path / "b.gdviz", SavedSession(Experiment(), (KEPT,), KEPT))
    found = read_session(tmp_path / "b.gdviz")
    assert found.runs == (found.present,)
    assert (tmp_path / "b.gdviz").stat().st_size < 0.7 * (tmp_path / "a.gdviz").stat().st_size


def test_equal_sessions_give_equal_files() -> None:
    assert session_bytes(SESSION) == session_bytes(SESSION)


def test_a_run_under_way_may_go_on_while_it_is_saved(tmp_path: Path) -> None:
    growing = run(20)
    arrays = growing.arrays()
    before = {name: array.copy() for name, array in arrays.items()}
    for _ in range(5):
        ends = np.zeros(0, np.int64)
        flat, none = np.zeros((9, 1), np.float32), np.zeros((0, 1), np.float32)
        growing.append(Steps(np.zeros((9, 1, 3), np.float32), flat, flat, flat, flat, ends, none, none, none, none))
    assert all(np.array_equal(arrays[name], before[name], equal_nan=True) for name in arrays)


def remade(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """A good session file with its members changed."""
    with zipfile.ZipFile(io.BytesIO(session_bytes(SESSION))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def retold(**changes: Any) -> bytes:
    """A good session file whose description says something else."""

    def change(members: dict[str, bytes]) -> None:
        members["session.json"] = json.dumps({**json.loads(members["session.json"]), **changes}).encode()

    return remade(change)


def npy(array: Any, pickle: bool = False) -> bytes:
    content = io.BytesIO()
    np.save(content, array, allow_pickle=pickle)
    return content.getvalue()


def boastful() -> bytes:
    """An array that says it has a million million numbers."""
    return npy(np.zeros(1, np.float32)).replace(b"(1,), }" + b" " * 12, b"(1000000000000,), }")


LOSS = "run 0/loss.npy"
BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "no gdviz session"),
    "a text": (lambda: b"Dear diary", "no gdviz session"),
    "cut off": (lambda: session_bytes(SESSION)[:-100], "no gdviz session, or damaged"),
    "something else": (lambda: remade(lambda m: m.pop("session.json")), "archive of something else"),
    "traversal": (lambda: remade(lambda m: m.update({"../../evil.npy": b"x"})), "holds '../../evil.npy'"),
    "absolute": (lambda: remade(lambda m: m.update({"/etc/passwd": b"x"})), "holds '/etc/passwd'"),
    "a part missing": (lambda: remade(lambda m: m.pop(LOSS)), "a part of it is missing"),
    "a pickle": (lambda: remade(lambda m: m.update({LOSS: npy(np.array([{}]), True)})), "do not fit"),
    "a lie": (lambda: remade(lambda m: m.update({LOSS: boastful()})), "do not fit"),
    "no array": (lambda: remade(lambda m: m.update({LOSS: b"\x93NUMPY"})), "do not fit"),
    "too short": (lambda: remade(lambda m: m.update({LOSS: npy(np.zeros(2, np.float32))})), "do not fit"),
    "double": (lambda: remade(lambda m: m.update({LOSS: npy(np.zeros(21))})), "do not fit"),
    "no json": (lambda: remade(lambda m: m.update({"session.json": b"{"})), "description cannot be read"),
    "deep json": (lambda: remade(lambda m: m.update({"session.json": b"[" * 200_000})), "description cannot be read"),
    "foreign json": (lambda: retold(format="other"), "is no gdviz session"),
    "newer": (lambda: retold(version=2), "saved by a newer gdviz"),
    "runs no list": (lambda: retold(runs=3), "list of runs"),
    "no such run": (lambda: retold(present=2), "list of runs"),
    "run no number": (lambda: retold(present=True), "list of runs"),
    "run no table": (lambda: retold(runs=[3], present=None), "a run in it"),
    "endless name": (lambda: retold(runs=[{"name": "x" * 999}], present=None), "a run's name"),
    "strange setting": (lambda: retold(experiment={"colour": 1}), "unknown setting 'colour'"),
    "strange value": (lambda: retold(experiment={"epochs": "1"}), "Epochs was '1'"),
    "nested settings": (lambda: retold(experiment={"units": [[1]]}), "Hidden layers was"),
    "strange view": (lambda: retold(view={"log": [1]}), "looked at"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_words(tmp_path: Path, kind: str) -> None:
    make, said = BAD[kind]
    path = tmp_path / "caf\u00e9 \u2603.gdviz"
    path.write_bytes(make())
    with pytest.raises(UserError, match=said) as caught:
        read_session(path)
    assert path.name in str(caught.value)
    assert caught.value.expected


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = remade(lambda members: members.update({LOSS: npy(np.zeros(30_000_000, np.float32))}))
    monkeypatch.setattr(session_file, "MOST_BYTES", 1 << 20)
    (tmp_path / "a.gdviz").write_bytes(bomb)
    assert len(bomb) < 1 << 18
    with pytest.raises(UserError, match="unpacks to more than"):
        read_session(tmp_path / "a.gdviz")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_of_a_name_are_refused(tmp_path: Path) -> None:
    write_session(tmp_path / "a.gdviz", SESSION)
    with zipfile.ZipFile(tmp_path / "a.gdviz", "a") as archive:
        archive.writestr(LOSS, b"")
    with pytest.raises(UserError, match="same thing twice"):
        read_session(tmp_path / "a.gdviz")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_damage_ends_in_a_traceback(tmp_path_factory: Any, data: st.DataObject) -> None:
    content = bytearray(session_bytes(SESSION))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.gdviz"
    path.write_bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))])
    try:
        read_session(path)
    except UserError:
        return


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.gdviz")
    for path in (tmp_path, tmp_path / "gone.gdviz", tmp_path / "pipe.gdviz", Path("a\0b")):
        with pytest.raises(UserError):
            read_session(path)


def test_too_much_is_not_saved_and_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_session(tmp_path / "a.gdviz", SESSION)
    monkeypatch.setattr(session_file, "MOST_BYTES", 100)
    with pytest.raises(UserError, match="Delete runs"):
        write_session(tmp_path / "a.gdviz", SESSION)
    monkeypatch.undo()
    assert read_session(tmp_path / "a.gdviz").experiment == SESSION.experiment
