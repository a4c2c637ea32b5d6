"""What the File and Edit menus do: sessions, recent files, dropped files, texts on the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QMessageBox

from gdviz.core.experiment_text import experiment_of, experiment_text
from gdviz.core.session_file import ENDING
from gdviz.errors import UserError
from gdviz.lessons.class_files import PACK_ENDING
from gdviz.worker.document import Document
from gdviz.worker.words import spoken

MOST_RECENT = 8
"""Files in the list of recent ones."""

DATA = "Tables, models and training logs (*.csv *.tsv *.txt *.keras *.json *.log)"


class FileActions(QObject):
    """The menus' actions around one document.

    Args:
        window: Whose title and dialogs they are.
        document: What is opened and saved.
    """

    recent_changed = Signal(object)
    """The recent files, as a list of paths, newest first."""
    data_chosen = Signal(object)
    """A path that is no session: a table, a model or a log."""
    pack_chosen = Signal(object)
    """A path of a class pack."""
    close_allowed = Signal()
    """The window may be closed after all."""

    def __init__(self, window: QMainWindow, document: Document) -> None:
        """Listens to the document."""
        super().__init__(window)
        self._window, self._document = window, document
        self._session = document.session
        self.recent: list[str] = []
        self.last: Path | None = None
        """Where a session is put that is left without being saved."""
        self.recent_menu = QMenu(self.tr("Open &recent"), window)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        document.changed.connect(self._show_title)
        document.opened.connect(self._remember)
        self._show_title()

    @property
    def folder(self) -> Path:
        """Where the last file was; the user's own folder before there was one."""
        last = [str(self._document.path)] if self._document.path else self.recent
        return Path(last[0]).parent if last else Path.home()

    def open_path(self, path: Path) -> None:
        """Opens a file of any kind that this program reads."""
        if path.suffix.lower() == ENDING:
            self._unless_unsaved(lambda: self._document.open(path))
        elif path.suffix.lower() == PACK_ENDING:
            self.pack_chosen.emit(path)
        else:
            self.data_chosen.emit(path)

    def ask_open(self) -> None:
        """Asks which session to open."""
        self._ask(self.tr("Open session"), QFileDialog.AcceptMode.AcceptOpen, self._sessions(), self._on_file)

    def reopen_last(self) -> None:
        """Goes back to the session that was left last without being saved."""
        last = self.last
        if last is None or not last.exists():
            self._session.report(self.tr("There is no session that was left without being saved."))
        else:
            self._unless_unsaved(lambda: self._document.recover(last))

    def ask_data(self) -> None:
        """Asks which table, model or log to open."""
        self._ask(self.tr("Open data"), QFileDialog.AcceptMode.AcceptOpen, spoken(DATA), self._on_file)

    def ask_save(self) -> None:
        """Asks where to save."""
        self._ask(self.tr("Save session"), QFileDialog.AcceptMode.AcceptSave, self._sessions(), self._on_save)

    def save(self) -> None:
        """Saves where the session was last saved; else asks where."""
        if self._document.path is None:
            self.ask_save()
        else:
            self._document.save(self._document.path)

    def copy_experiment(self) -> None:
        """Puts the experiment on the clipboard as a text."""
        QGuiApplication.clipboard().setText(experiment_text(self._session.experiment))
        self._session.report(
            self.tr("The experiment is on the clipboard: paste it into a chat, a worksheet or another gdviz.")
        )

    def paste_experiment(self) -> None:
        """Takes over the experiment in the clipboard's text."""
        try:
            self._session.set_experiment(experiment_of(QGuiApplication.clipboard().text()))
        except UserError as error:
            self._session.report(str(error))

    def copy_script(self) -> None:
        """Puts the experiment on the clipboard as a Keras script."""
        from gdviz.engine.keras_code import keras_code

        try:
            QGuiApplication.clipboard().setText(keras_code(self._session.experiment))
        except UserError as error:
            self._session.report(str(error))
            return
        self._session.report(self.tr("The Keras script of this experiment is on the clipboard."))

    def may_close(self) -> bool:
        """Whether the window may be closed at once; else it asks, and `close_allowed` may follow.

        A session that was never saved is left without a question: if any run in it came to its end, it is set aside,
        and `reopen_last` brings it back.
        """
        if self._document.path is None or not self._document.modified:
            return True
        self._ask_unsaved(self.close_allowed.emit)
        return False

    def offer(self, path: Path, when: str, forget: Callable[[Path], None]) -> None:
        """Offers to restore a copy that a crash left behind; once answered it is gone, unless it could not be read.

        Args:
            path: The copy.
            when: When it was made, for the question.
            forget: Deletes it.
        """
        box = self._box(
            self.tr("Restore the last session?"),
            self.tr("gdviz did not end properly. It had made a copy at {}.").format(when),
        )
        restore = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Discard"), QMessageBox.ButtonRole.DestructiveRole)

        def answered() -> None:
            if box.clickedButton() is not restore or self._document.recover(path):
                forget(path)

        box.finished.connect(answered)
        box.open()

    def _on_file(self, path: str) -> None:
        self.open_path(Path(path))

    def _on_save(self, path: str) -> None:
        self._document.save(Path(path))

    def _unless_unsaved(self, do: Callable[[], object]) -> None:
        """Does it, after asking about changes to a named file."""
        if self._document.path is None or not self._document.modified:
            do()
        else:
            self._ask_unsaved(do)

    def _ask_unsaved(self, then: Callable[[], object]) -> None:
        box = self._box(
            self.tr("Save the changes to {}?").format(self._document.name), self.tr("They are lost otherwise.")
        )
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)

        def answered(answer: int) -> None:
            if answer == buttons.Save.value and self._document.path is not None:
                if self._document.save(self._document.path):
                    then()
            elif answer == buttons.Discard.value:
                self._document.modified = False
                then()

        box.finished.connect(answered)
        box.open()

    def _box(self, question: str, more: str) -> QMessageBox:
        box = QMessageBox(QMessageBox.Icon.Question, "gdviz", question, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(more)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _sessions(self) -> str:
        return self.tr("gdviz sessions (*{})").format(ENDING)

    def _ask(self, title: str, mode: QFileDialog.AcceptMode, kinds: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self._window, title, str(self.folder), kinds)
        dialog.setAcceptMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if mode == QFileDialog.AcceptMode.AcceptSave:
            dialog.setDefaultSuffix(ENDING[1:])
            dialog.selectFile(self._document.name or "session")
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _remember(self, path: str) -> None:
        self.recent = [path, *(each for each in self.recent if each != path)][:MOST_RECENT]
        self.recent_changed.emit(self.recent)

    def _fill_recent(self) -> None:
        """The list as it is now, the same name told apart by its folder."""
        self.recent_menu.clear()
        for path in self.recent:
            name = f"{Path(path).stem} ({Path(path).parent})".replace("&", "&&")
            self.recent_menu.addAction(name).triggered.connect(self._opener(Path(path)))
        if not self.recent:
            self.recent_menu.addAction(self.tr("No files yet")).setEnabled(False)

    def _opener(self, path: Path) -> Callable[[], None]:
        return lambda: self.open_path(path)

    def _show_title(self) -> None:
        """The file's name, and the system's mark where it is not saved."""
        # Qt puts its mark at [*]; a file's own is written twice.
        name = self._document.name.replace("[*]", "[*][*]")
        self._window.setWindowTitle(f"{name}[*] - gdviz" if name else "gdviz[*]")
        self._window.setWindowModified(self._document.modified)
