"""A fault of ours costs a file, not the window and not the lesson."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from gdviz import __version__
from gdviz.app.crash import CrashKeeper
from gdviz.app.crash_file import write_crash
from gdviz.app.start import Program
from gdviz.worker.session import Session


def fault(text: str = "planted") -> Exception:
    """An exception that was raised, as those are that reach the keeper."""
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        return error


def crashes(home: Path) -> list[Path]:
    """The crash files, the oldest first."""
    return sorted((home / "crashes").iterdir()) if (home / "crashes").exists() else []


@pytest.fixture
def said(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What the person is told by a session whose crash keeper is installed."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    session = Session()
    sentences: list[str] = []
    session.problem.connect(sentences.append)
    CrashKeeper(session).install()
    yield sentences
    session.close()


def test_a_crash_file_says_what_where_and_with_which_version(own_home: Path) -> None:
    path = write_crash(fault("the loss was \u2207"))
    assert path.parent == own_home / "crashes"
    story = path.read_text(encoding="utf-8")
    for part in (f"gdviz {__version__}, Python {sys.version.split()[0]}", sys.platform, "Traceback", "in fault"):
        assert part in story
    assert story.rstrip().endswith("ZeroDivisionError: the loss was \u2207")


def test_what_led_to_a_fault_is_in_its_file(own_home: Path) -> None:
    try:
        try:
            raise KeyError("first")
        except KeyError as error:
            raise RuntimeError("second") from error
    except RuntimeError as error:
        story = write_crash(error).read_text(encoding="utf-8")
    assert story.index("KeyError: 'first'") < story.index("RuntimeError: second")


def test_two_faults_are_two_files(own_home: Path) -> None:
    assert write_crash(fault()) != write_crash(fault())
    assert len(crashes(own_home)) == 2


def test_a_fault_that_a_worker_met_is_kept_and_told(own_home: Path, qtbot: Any) -> None:
    session = Session()
    keeper = CrashKeeper(session)
    with qtbot.waitSignal(session.problem) as told:
        session.crashed.emit(fault())
    (path,) = crashes(own_home)
    assert str(path) in told.args[0]
    assert "You can go on" in told.args[0]
    assert keeper.parent() is session
    session.close()


def test_a_fault_in_a_slot_is_kept_and_told(own_home: Path, said: list[str], qtbot: Any) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    def slot() -> None:
        raise ZeroDivisionError("in a slot")

    button.clicked.connect(slot)
    button.click()
    (path,) = crashes(own_home)
    assert "ZeroDivisionError: in a slot" in path.read_text(encoding="utf-8")
    assert len(said) == 1
    assert str(path) in said[0]
    assert "\n" not in said[0]


def test_a_fault_in_every_repaint_is_kept_once(own_home: Path, said: list[str], qtbot: Any) -> None:
    loop = QEventLoop()

    class Broken(QWidget):
        painted = 0

        def paintEvent(self, event: QPaintEvent) -> None:
            self.painted += 1
            if self.painted == 5:
                loop.quit()
            raise ZeroDivisionError(f"paint {self.painted}")

    widget = Broken()
    qtbot.addWidget(widget)
    again = QTimer(widget)
    again.timeout.connect(widget.update)
    again.start(0)
    patience = QTimer(widget, singleShot=True, interval=20_000)
    patience.timeout.connect(loop.quit)
    patience.start()
    widget.show()
    loop.exec()
    again.stop()
    patience.stop()
    widget.hide()
    assert widget.painted >= 5
    assert len(crashes(own_home)) == len(said) == 1


def test_faults_at_different_places_are_all_kept(own_home: Path, said: list[str]) -> None:
    for name in ("a", "b"):
        sys.excepthook(ZeroDivisionError, fault(name), None)
    with pytest.raises(TypeError) as other:
        len(3)  # type: ignore[arg-type]
    sys.excepthook(TypeError, other.value, None)
    assert len(crashes(own_home)) == len(said) == 2


def test_ctrl_c_is_no_fault(own_home: Path, said: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert not crashes(own_home)
    assert not said


def test_a_fault_that_cannot_be_written_down_is_told(own_home: Path, said: list[str]) -> None:
    own_home.write_text("not a folder")
    sys.excepthook(ZeroDivisionError, fault(), None)
    assert said == [
        "Something went wrong inside gdviz. You can go on; if it happens again, save your work and restart. "
        "It could not be written down: Not a directory."
    ]


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_crash_file_is_not_a_program(own_home: Path) -> None:
    assert not write_crash(fault()).stat().st_mode & (stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)


def test_the_window_lives_on_after_a_fault(
    own_home: Path, program: Program, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program.crashes.install()
    program.session._closed = True  # so that showing the window does not load TensorFlow
    program.window.painted.disconnect(program._on_painted)
    with qtbot.waitExposed(program.window):
        program.window.show()

    def slot() -> None:
        raise ZeroDivisionError("in a slot")

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: bool(crashes(own_home)))
    assert program.window.isVisible()
    assert program.window.notice.isVisible()
    assert str(crashes(own_home)[0]) in program.window.notice.label.text()
    program.session.set_pace(5)
    assert program.window.transport.speed.toolTip() == "Speed: 5 steps a second"
