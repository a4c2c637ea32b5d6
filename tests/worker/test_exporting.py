import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.kept import BOWL, kept_run, used_document
from support.landscapes import line_of

from gdviz.core.diagnosis import diagnose
from gdviz.core.experiment_text import experiment_of
from gdviz.core.history import read_history
from gdviz.core.session_file import SavedSession, write_session
from gdviz.engine.pictures import Subject
from gdviz.errors import UserError
from gdviz.views.export_dialog import look_of
from gdviz.worker.document import Document
from gdviz.worker.exporting import THINGS, Export, check, subject_of, work_of

LOOK = look_of("light")
SUBJECT = Subject("Bowl: SGD, 0.1", kept_run("", 0.1).trajectory, line_of(lambda w: (w - 3) ** 2, -2, 8))


def written(thing: str, path: Path, size: tuple[int, int] = (320, 180)) -> list[float]:
    return list(work_of(Export(thing, path, SUBJECT, BOWL, LOOK, size))())


@pytest.fixture
def document() -> Iterator[Document]:
    with used_document() as document:
        yield document


@pytest.mark.parametrize(
    ("thing", "ending", "begins"),
    [
        ("chart", ".png", b"\x89PNG"),
        ("surface", ".SVG", b"<?xml"),
        ("map", ".pdf", b"%PDF"),
        ("map_film", ".gif", b"GIF8"),
        ("numbers", ".npz", b"PK"),
        ("numbers", ".csv", b"epoch,"),
        ("script", ".py", b'"""'),
    ],
)
def test_everything_is_written_whatever_its_name(
    tmp_path: Path, thing: str, ending: str, begins: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gdviz.worker.exporting.SECONDS", 0.2)
    path = tmp_path / f"\u00dcbung 3 \u2603 \U0001f600 '50 %' & $x$ #1{ending}"
    parts = written(thing, path)
    assert parts[-1] == 1.0
    assert path.read_bytes().startswith(begins)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit to a file's size")
@pytest.mark.parametrize("name", ["chart.png", "map.svg", "numbers.npz", "script.py", "session.gdviz"])
def test_a_disk_that_fills_up_costs_no_old_file(tmp_path: Path, name: str) -> None:
    import resource

    path = tmp_path / name
    path.write_bytes(b"the old file")
    saved = SavedSession(BOWL, (kept_run("", 0.1),))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        with pytest.raises(UserError, match=f"{name} could not be written: File too large"):
            write_session(path, saved) if path.suffix == ".gdviz" else written(path.stem, path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == b"the old file"
    assert list(tmp_path.iterdir()) == [path]


def test_every_thing_has_someone_who_makes_it(tmp_path: Path) -> None:
    from gdviz.worker.exporting import _MAKERS

    assert {*_MAKERS, "film", "map_film"} == set(THINGS)


def test_the_table_is_one_that_the_doctor_reads(tmp_path: Path) -> None:
    written("numbers", tmp_path / "a.csv")
    history = read_history(tmp_path / "a.csv")
    np.testing.assert_allclose(history["loss"], SUBJECT.trajectory.history["loss"], rtol=1e-6)
    assert diagnose(history).verdict


def test_the_arrays_hold_all_that_was_recorded(tmp_path: Path) -> None:
    written("numbers", tmp_path / "a.npz")
    with np.load(io.BytesIO((tmp_path / "a.npz").read_bytes()), allow_pickle=False) as arrays:
        assert experiment_of(str(arrays["experiment"])) == BOWL
        for name, array in SUBJECT.trajectory.arrays().items():
            np.testing.assert_array_equal(arrays[name], array)


@pytest.mark.parametrize(
    ("thing", "name"), [("chart", "a.jpg"), ("film", "a"), ("numbers", "no/where.csv"), ("map", "")]
)
def test_what_cannot_be_written_is_said_before_anything_is_drawn(tmp_path: Path, thing: str, name: str) -> None:
    with pytest.raises(UserError):
        check(Export(thing, tmp_path / name, SUBJECT, BOWL, LOOK))
    assert not list(tmp_path.iterdir())


def test_the_run_may_go_on_while_it_is_written(document: Document) -> None:
    subject = subject_of(document.session, "exact")
    assert subject.title == "Bowl: (w - 3)\u00b2: SGD, 0.1"
    assert subject.trajectory is not document.session.trajectory
    assert subject.caption == "exact"


def test_without_a_run_there_is_nothing_to_take_away(document: Document, qtbot: Any) -> None:
    document.session.restore(BOWL, None)
    with pytest.raises(UserError, match="Press Train first"):
        subject_of(document.session, "")
