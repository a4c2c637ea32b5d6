"""Starting where something is missing: a sentence, and never a crash."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from gdviz.app.start import ROOM_FOR_DRIVERS, spare_full_disk

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def python(program: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A Python of its own, without a screen but those that are named."""
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    environment |= {"GDVIZ_HOME": str(folder / "home"), "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-X", "faulthandler", "-c", program]
    return subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a screen something to be named")
@pytest.mark.parametrize(
    ("variables", "says"),
    [
        ({"DISPLAY": ":987"}, "No window can be opened here: could not connect to display :987."),
        ({}, "There is no screen here to open a window on."),
    ],
    ids=["a screen that is not there", "no screen"],
)
def test_without_a_screen_it_ends_in_a_sentence(tmp_path: Path, variables: dict[str, str], says: str) -> None:
    done = python("from gdviz.cli import main; raise SystemExit(main([]))", tmp_path, **variables)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"gdviz: {says}")
    assert "try gdviz sweep or gdviz diagnose" in done.stderr
    assert not (tmp_path / "home").exists()


def test_without_a_library_it_ends_in_a_sentence(tmp_path: Path) -> None:
    program = "import sys; sys.modules['PySide6.QtGui'] = None; from gdviz.cli import main; raise SystemExit(main([]))"
    done = python(program, tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("gdviz: A library that windows need cannot be loaded: import of PySide6.QtGui halted")


OPENED = """
from PySide6.QtGui import QFileOpenEvent
from gdviz.app.start import Program, make_application
application = make_application()
program = Program(application)
application.event(QFileOpenEvent("no such file.gdviz"))
print(program.window.notice.label.text())
"""


def test_a_file_that_macos_names_is_opened(tmp_path: Path) -> None:
    done = python(OPENED, tmp_path, QT_QPA_PLATFORM="offscreen")
    assert "no such file.gdviz" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only there is Mesa")
def test_on_a_full_disk_the_graphics_driver_keeps_nothing_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names, asked = ("MESA_SHADER_CACHE_DISABLE", "MESA_GLSL_CACHE_DISABLE"), []
    for name in names:
        # So that it is as before when the test has ended.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "not" / "there"))
    usage = shutil.disk_usage(tmp_path)._replace(free=ROOM_FOR_DRIVERS)

    def told(folder: Path) -> object:
        asked.append(folder)
        return usage

    monkeypatch.setattr("shutil.disk_usage", told)
    spare_full_disk()
    assert not set(names) & set(os.environ)
    usage = usage._replace(free=ROOM_FOR_DRIVERS - 1)
    spare_full_disk()
    assert [os.environ[name] for name in names] == ["true", "true"]
    assert set(asked) == {tmp_path}
