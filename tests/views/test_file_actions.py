from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox
from support.kept import BOWL, used_document

from gdviz.core.experiment import Experiment
from gdviz.core.experiment_text import experiment_text
from gdviz.core.session_file import SavedSession, write_session
from gdviz.views.file_actions import MOST_RECENT, FileActions
from gdviz.worker.autosave import Autosave
from gdviz.worker.document import Document


@pytest.fixture
def document() -> Iterator[Document]:
    with used_document() as document:
        yield document


@pytest.fixture
def window(qtbot: Any, document: Document) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def files(window: QMainWindow, document: Document) -> FileActions:
    files = FileActions(window, document)
    return files


def said(document: Document) -> list[str]:
    problems: list[str] = []
    document.session.problem.connect(problems.append)
    return problems


def box(window: QMainWindow) -> QMessageBox:
    found = [each for each in window.findChildren(QMessageBox) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_save_asks_once_and_the_title_says_what_is_saved(
    files: FileActions, window: QMainWindow, document: Document, tmp_path: Path
) -> None:
    assert window.windowTitle() == "gdviz[*]"
    files.save()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("Stunde 3 \u2603")
    dialog.fileSelected.emit(str(tmp_path / "Stunde 3 \u2603.gdviz"))
    dialog.close()
    assert (tmp_path / "Stunde 3 \u2603.gdviz").exists()
    assert window.windowTitle() == "Stunde 3 \u2603[*] - gdviz"
    assert not window.isWindowModified()
    document.session.set_experiment(Experiment("cubic"))
    assert window.isWindowModified()
    files.save()
    assert not window.isWindowModified()


def test_a_file_is_opened_and_remembered_and_changes_are_asked_about(
    files: FileActions, window: QMainWindow, document: Document, tmp_path: Path
) -> None:
    for name, landscape in (("a", "cubic"), ("b", "absolute")):
        write_session(tmp_path / f"{name}.gdviz", SavedSession(Experiment(landscape)))
    files.open_path(tmp_path / "a.gdviz")
    assert document.session.experiment.landscape == "cubic"
    document.session.set_experiment(Experiment("wavy"))
    files.open_path(tmp_path / "b.gdviz")
    assert document.session.experiment.landscape == "wavy"
    box(window).button(QMessageBox.StandardButton.Cancel).click()
    assert document.session.experiment.landscape == "wavy"
    files.open_path(tmp_path / "b.gdviz")
    box(window).button(QMessageBox.StandardButton.Save).click()
    assert document.session.experiment.landscape == "absolute"
    files.open_path(tmp_path / "a.gdviz")
    assert document.session.experiment.landscape == "wavy"
    assert files.recent == [str(tmp_path / "a.gdviz"), str(tmp_path / "b.gdviz")]
    files.recent_menu.aboutToShow.emit()
    files.recent_menu.actions()[1].trigger()
    assert document.session.experiment.landscape == "absolute"


def test_only_so_many_files_are_remembered(files: FileActions) -> None:
    for number in range(2 * MOST_RECENT):
        files._remember(f"/somewhere/{number}.gdviz")
    assert len(files.recent) == MOST_RECENT
    assert files.recent[0] == f"/somewhere/{2 * MOST_RECENT - 1}.gdviz"


def test_closing_asks_only_for_a_named_file_with_changes(
    files: FileActions, window: QMainWindow, document: Document, tmp_path: Path
) -> None:
    document.session.set_experiment(Experiment("cubic"))
    assert document.modified
    assert files.may_close()
    document.save(tmp_path / "a.gdviz")
    document.session.set_experiment(BOWL)
    allowed: list[bool] = []
    files.close_allowed.connect(lambda: allowed.append(files.may_close()))
    assert not files.may_close()
    box(window).button(QMessageBox.StandardButton.Discard).click()
    assert allowed == [True]


def test_a_file_that_cannot_be_opened_changes_nothing(files: FileActions, document: Document, tmp_path: Path) -> None:
    problems = said(document)
    (tmp_path / "a.gdviz").write_text("no session")
    files.open_path(tmp_path / "a.gdviz")
    files.open_path(tmp_path / "gone.gdviz")
    assert len(problems) == 2
    assert document.session.experiment == BOWL
    assert document.path is None
    assert files.recent == []


@pytest.mark.parametrize("answer", ["Restore", "Discard"])
def test_what_a_crash_left_behind_is_offered(
    files: FileActions, window: QMainWindow, document: Document, tmp_path: Path, answer: str
) -> None:
    write_session(tmp_path / "session-1.gdviz", SavedSession(Experiment("cubic")))
    files.offer(tmp_path / "session-1.gdviz", "14:30", Path.unlink)
    assert "14:30" in box(window).informativeText()
    next(button for button in box(window).buttons() if button.text() == answer).click()
    assert (document.session.experiment.landscape == "cubic") == (answer == "Restore")
    assert document.path is None
    assert not (tmp_path / "session-1.gdviz").exists()


def test_a_copy_that_cannot_be_read_is_kept(
    files: FileActions, window: QMainWindow, document: Document, tmp_path: Path
) -> None:
    problems = said(document)
    (tmp_path / "session-1.gdviz").write_bytes(b"PK")
    files.offer(tmp_path / "session-1.gdviz", "14:30", Path.unlink)
    box(window).buttons()[0].click() if box(window).buttons()[0].text() == "Restore" else box(window).buttons()[
        1
    ].click()
    assert problems
    assert (tmp_path / "session-1.gdviz").exists()


def test_an_experiment_goes_over_the_clipboard(files: FileActions, document: Document) -> None:
    problems = said(document)
    files.copy_experiment()
    assert QGuiApplication.clipboard().text() == experiment_text(BOWL)
    other = Experiment("himmelblau", optimizer="sgd", learning_rate=0.02)
    QGuiApplication.clipboard().setText(f"Try this:\n{experiment_text(other)} :-)")
    files.paste_experiment()
    assert document.session.experiment == other
    QGuiApplication.clipboard().setText("something else")
    files.paste_experiment()
    assert document.session.experiment == other
    assert "no experiment in the text" in problems[-1]


def test_the_script_is_copied(files: FileActions, document: Document) -> None:
    files.copy_script()
    compile(QGuiApplication.clipboard().text(), "script", "exec")
    assert "GradientTape" in QGuiApplication.clipboard().text()


def test_other_files_are_handed_on(files: FileActions, tmp_path: Path) -> None:
    chosen: list[Path] = []
    files.data_chosen.connect(chosen.append)
    files.open_path(tmp_path / "plants.CSV")
    assert chosen == [tmp_path / "plants.CSV"]


def test_saving_where_nothing_may_be_written_is_said(files: FileActions, document: Document, tmp_path: Path) -> None:
    problems = said(document)
    document.save(tmp_path / "a.gdviz")
    before = (tmp_path / "a.gdviz").read_bytes()
    files._on_save(str(tmp_path / "no folder" / "a.gdviz"))
    assert "is not there" in problems[-1]
    assert (tmp_path / "a.gdviz").read_bytes() == before


def test_runs_that_were_never_saved_are_set_aside_and_can_be_gone_back_to(
    files: FileActions, document: Document, tmp_path: Path
) -> None:
    problems, other = said(document), tmp_path / "other.gdviz"
    write_session(other, SavedSession(Experiment("himmelblau")))
    autosave = Autosave(document, tmp_path / "autosave", document)
    files.last = autosave.last
    files.reopen_last()
    assert problems == ["There is no session that was left without being saved."]
    assert not autosave.set_aside(), "no run came to its end"
    document.kept.keep()
    path = document.session.trajectory
    assert path is not None
    assert files.may_close()
    files.open_path(other)
    assert "Reopen last session" in problems[-1]
    assert not document.kept.runs
    files.reopen_last()
    assert document.kept.runs[0].trajectory.loss.tolist() == path.loss.tolist()
    assert (document.path, document.modified) == (None, True)
    autosave.last.unlink()
    autosave.end()
    assert autosave.last.exists(), "the program ends"
    document.save(tmp_path / "named.gdviz")
    assert not autosave.set_aside(), "it is in a file"
