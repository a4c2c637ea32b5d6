"""Files and the program as a whole: double-click, drop, recent files, and what a crash left behind."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox
from support.kept import BOWL, kept_run

from gdviz import cli
from gdviz.app.settings import Settings
from gdviz.app.start import Program, make_application
from gdviz.core.experiment import Experiment
from gdviz.core.session_file import SavedSession, write_session
from gdviz.views.data_dialog import DataDialog


def dropped(program: Program, *paths: str) -> bool:
    """Drags files over the window and lets go; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) if "://" not in path else QUrl(path) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), *how)
    enter.ignore()
    program.window.dragEnterEvent(enter)
    drop = QDropEvent(QPointF(9, 9), *how)
    drop.ignore()
    program.window.dropEvent(drop)
    assert enter.isAccepted() == drop.isAccepted()
    return drop.isAccepted()


def test_a_session_dropped_on_the_window_is_opened_with_all_that_was_in_it(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "Stunde 3 \u2603.gdviz"
    kept = kept_run("slow", 0.1)
    view = {"picture": "map", "scale": "linear", "curves": '{"log": true}', "pace": 7.0, "colour of the moon": 3}
    write_session(path, SavedSession(kept.experiment, (kept,), kept, view))
    assert dropped(program, str(path))
    window = program.window
    assert window.windowTitle() == f"{path.stem}[*] - gdviz"
    assert not window.isWindowModified()
    assert [run.name for run in window.kept.runs] == ["slow"]
    assert window.session.trajectory is window.kept.runs[0].trajectory
    assert window.losses.log.isChecked()
    assert window.pictures.preferred == "map"
    assert window.session.pace == 7
    assert Settings().recent() == [str(path)]
    again = window.view_state()
    assert [again[name] for name in ("picture", "scale", "pace")] == ["map", "linear", 7.0]
    assert json.loads(again["curves"])["log"] is True


def test_a_view_that_cannot_be_is_left_alone(program: Program) -> None:
    before = program.window.view_state()
    for pace in (-1.0, "fast", True, math.inf):
        program.window.restore_view({"picture": "sideways", "scale": "square", "curves": 3.0, "pace": pace})
    assert program.window.view_state() == before


def test_a_table_dropped_on_the_window_is_looked_at(program: Program, tmp_path: Path, qtbot: Any) -> None:
    (tmp_path / "a.csv").write_text("x,y\n" + "".join(f"{n},{n % 3}\n" for n in range(20)))
    assert dropped(program, str(tmp_path / "a.csv"))
    dialog = program.window.findChild(DataDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog._job is None)
    dialog.reject()


@pytest.mark.parametrize("paths", [[], ["/a.csv", "/b.csv"], ["http://example.org/a.csv"]])
def test_other_things_are_not_taken(program: Program, paths: list[str]) -> None:
    assert not dropped(program, *paths)


def test_recent_files_outlive_the_program(program: Program, own_home: Path) -> None:
    program.settings.set_recent(["/a.gdviz", "/b.gdviz"])
    assert Settings().recent() == ["/a.gdviz", "/b.gdviz"]
    program.settings._store.setValue("recent", '{"a": 1}')
    assert program.settings.recent() == []
    program.settings._store.setValue("recent", "[1, nonsense")
    assert program.settings.recent() == []


@pytest.mark.slow
def test_after_a_crash_the_copy_is_offered_and_a_proper_end_leaves_none(qtbot: Any, own_home: Path) -> None:
    folder = own_home / "autosave"
    folder.mkdir(parents=True)
    write_session(folder / "session-1.gdviz", SavedSession(Experiment("himmelblau")))
    program = Program(make_application(), BOWL)
    program.window.show()
    qtbot.waitExposed(program.window)
    qtbot.waitUntil(lambda: program.window.findChild(QMessageBox) is not None)
    box = program.window.findChild(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Restore").click()
    assert program.session.experiment.landscape == "himmelblau"
    assert program.window.isWindowModified()
    program.autosave.copy()
    qtbot.waitUntil(lambda: program.autosave._job is None)
    assert [path.suffix for path in sorted(folder.iterdir())] == [".gdviz", ".lock"]
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()
    assert not list(folder.iterdir())


@pytest.mark.parametrize("name", ["lesson 3.gdviz", "7b.gdvizclass", "data.CSV", "model.keras", "run.log"])
def test_a_double_click_opens_the_window_with_the_file(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("gdviz.app.start.open_window", lambda file: opened.append(file) or 0)
    assert cli.main([str(tmp_path / name)]) == 0
    assert opened == [tmp_path / name]


def test_other_words_are_still_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["picture.png"])
    assert ended.value.code == 2
