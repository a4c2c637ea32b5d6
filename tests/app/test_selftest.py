"""The self-test as a technician runs it: silent where all is well, with a screen and without one."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support.no_network import CAN_FORBID

from gdviz.app.selftest import PATIENCE, SHOTS, SelfTestFailed, _wait, process_age, selftest
from gdviz.errors import UserError
from gdviz.views.theme import THEMES

ROOT = Path(__file__).resolve().parents[2]
SEEN = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
NO_NETWORK = "from support.no_network import forbid_network; forbid_network()"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
KEYS = {
    "window_s",
    "engine_ready_s",
    "first_step_s",
    "gap_p99_ms",
    "orbit_fps",
    "surface_ms",
    "renderer",
    "peak_rss_mb",
}
PNG = b"\x89PNG\r\n\x1a\n"
Done = subprocess.CompletedProcess[str]


def run(folder: Path, *arguments: str, screen: bool = False, program: str = "") -> Done:
    """``gdviz selftest`` in a process of its own; ``program`` is run first in it, to break something."""
    environment = {name: value for name, value in os.environ.items() if screen or name not in SCREENS}
    environment.update(GDVIZ_HOME=str(folder / "home"), PYTHONPATH=SEEN)
    start = f"{program}\nimport sys\nfrom gdviz.cli import main\nsys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", start, "selftest", *arguments]
    return subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE * 3
    )


@pytest.mark.skipif(not CAN_FORBID, reason="only Linux on usual processors can be told to forbid it")
def test_a_socket_of_the_internet_ends_the_process() -> None:
    program = f"{NO_NETWORK}\nimport socket\nsocket.socket(socket.AF_UNIX).close()\nprint('well', flush=True)\n"
    for family in ("AF_INET", "AF_INET6"):
        command = [sys.executable, "-c", f"{program}socket.socket(socket.{family})"]
        done = subprocess.run(
            command, env=os.environ | {"PYTHONPATH": SEEN}, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (-signal.SIGSYS, "well\n")


def assert_measured(found: dict[str, Any]) -> None:
    """Everything of the contract, in an order that a start has."""
    assert set(found) == KEYS
    assert 0 < found["window_s"] < found["engine_ready_s"]
    for name in ("first_step_s", "gap_p99_ms", "surface_ms"):
        assert found[name] > 0
    if sys.platform.startswith("linux"):
        assert found["peak_rss_mb"] > 100


@pytest.mark.slow
def test_without_a_screen_and_a_network_it_passes_in_silence_and_leaves_the_user_alone(tmp_path: Path) -> None:
    """The system would kill the program at the first socket of the internet that any part of it opens."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "settings.ini").write_text("[General]\ntheme=contrast\n")
    done = run(tmp_path, "--json", "-", program=NO_NETWORK)
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert_measured(found)
    assert found["orbit_fps"] is None
    assert found["renderer"].startswith("none: 3D cannot be drawn")
    assert [path.name for path in home.iterdir()] == ["settings.ini"]
    assert (home / "settings.ini").read_text() == "[General]\ntheme=contrast\n"


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="no screen here")
def test_on_a_screen_it_passes_in_silence_with_a_picture_of_everything_in_any_language(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "progress.json").write_text('{"language": "de", "version": 1}')
    done = run(tmp_path, "--json", "found.json", "--screenshots", "pictures/all", screen=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    found = json.loads((tmp_path / "found.json").read_text())
    assert_measured(found)
    assert not found["renderer"].startswith("none")
    assert found["orbit_fps"] > 0
    pictures = {path.name: path.read_bytes() for path in (tmp_path / "pictures/all").iterdir()}
    assert set(pictures) == {f"{theme}-{name}.png" for name, shot in SHOTS.items() for theme in shot.themes}
    assert {name for name, shot in SHOTS.items() if set(shot.themes) == set(THEMES)} >= {"surface", "map", "curve"}
    assert all(content.startswith(PNG) for content in pictures.values())
    # A picture that was taken twice, of another view or theme than it says, would be there twice.
    assert len(set(pictures.values())) == len(pictures)
    assert {path.name for path in tmp_path.iterdir()} == {"found.json", "home", "pictures"}
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["progress.json"]


PLANTED = """
from gdviz.views.transport import Transport
show = Transport.show_state
def faulty(self, state):
    show(self, state)
    if state == "running":
        raise ZeroDivisionError("planted")
Transport.show_state = faulty
"""
OLD_PROCESSOR = """
from numpy._core import _multiarray_umath
_multiarray_umath.__cpu_features__["AVX"] = False
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("program", "says"),
    [(PLANTED, "ZeroDivisionError: planted"), (OLD_PROCESSOR, "This computer's processor has no AVX")],
    ids=["a fault in a slot", "an old processor"],
)
def test_what_is_not_well_fails_it_in_one_sentence(tmp_path: Path, program: str, says: str) -> None:
    done = run(tmp_path, "--json", "found.json", program=program)
    assert (done.returncode, done.stdout) == (1, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "found.json").exists()
    (crash,) = (tmp_path / "home" / "crashes").iterdir()
    assert str(crash) in done.stderr


def test_pictures_need_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file", tmp_path / "file" / "pictures"):
        with pytest.raises(UserError, match=r"cannot be made: .*Expected a folder for the pictures"):
            selftest(path)


def test_waiting_ends_when_it_happened_or_with_a_complaint(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([False, False, True])
    _wait(lambda: next(asked), "it did not come")
    monkeypatch.setattr("gdviz.app.selftest.PATIENCE", 0.0)
    with pytest.raises(SelfTestFailed, match="it did not come"):
        _wait(lambda: False, "it did not come")


def test_the_age_of_the_process_grows() -> None:
    ages = [process_age() for _ in range(3)]
    assert ages[0] > 0
    assert ages == sorted(ages)
