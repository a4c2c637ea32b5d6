"""What a class has in common: the pack that opens its course, and the results and the table that come of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog

from gdviz.app.learning import Learning
from gdviz.core.files import write_atomically
from gdviz.engine.catalogue import validated
from gdviz.errors import UserError
from gdviz.lessons.class_files import PACK_ENDING, RESULT_ENDING, Pack, Result, read_pack, write_pack, write_result
from gdviz.lessons.class_table import as_csv, as_html, read_folder
from gdviz.lessons.library import own_texts

if TYPE_CHECKING:
    from gdviz.views.pack_dialog import PackDialog

MOST_TOLD = 12
"""Mistakes of lesson files that are listed; the others are counted."""


class ClassRoom(QObject):
    """Opens, leaves and makes class packs; saves results and gathers them.

    Args:
        learning: The course.
    """

    def __init__(self, learning: Learning) -> None:
        """Nothing is open yet."""
        super().__init__(learning)
        self._learning, self._window, self._session = learning, learning.window, learning.session
        self.dialog: PackDialog | None = None
        self._window.files.pack_chosen.connect(self.open_pack)
        self._window.closed.connect(self._close_dialog)
        learning.built.append(self._connect)

    def ask_open(self) -> None:
        """Asks which pack to open."""
        kinds = self.tr("Class packs (*{})").format(PACK_ENDING)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a class pack"), "", kinds)
        if name:
            self.open_pack(Path(name))

    def open_pack(self, path: Path) -> None:
        """Opens a class pack in place of any other; what is wrong with it is said in the window."""
        try:
            pack = read_pack(path, validated)
            self._check_lessons(path.name, pack)
        except UserError as error:
            self._session.report(str(error))
            return
        self.leave_pack()
        # Whatever is open holds locks, or has set aside settings, of its own.
        self._learning.open_course()
        self._session.set_aside()
        if pack.setup is not None:
            self._session.set_up(pack.setup)
        self._session.locks.hold("pack", self.tr("the class pack \u201c{}\u201d").format(pack.title), pack.locked)
        self._learning.use_pack(pack)
        if missing := [key for key in pack.lessons if self._learning.course.lesson(key) is None]:
            self._session.report(self.tr("This gdviz does not have the lessons {}.").format(", ".join(missing)))

    def leave_pack(self) -> None:
        """Undoes whatever opening the pack did: settings, run, lessons, locks, language and size are as before."""
        if self._learning.pack is not None:
            self._learning.open_course()
            self._session.locks.hold("pack", "", ())
            self._session.take_back()
            self._learning.use_pack(None)

    def make_pack(self) -> None:
        """Opens the dialog for teachers; it begins with the pack that is open, so that it can be changed."""
        self._close_dialog()
        learning = self._learning
        from gdviz.views.pack_dialog import PackDialog

        learning.leave_clinic()
        languages = {name: learning.library.language_name(name) for name in learning.library.languages()}
        self.dialog = PackDialog(self._session, learning.course, languages, learning.pack, self._window)
        self.dialog.chosen.connect(self._on_chosen)
        self.dialog.show()

    def save_pack(self, path: Path, pack: Pack) -> Pack:
        """Saves a pack, with those of its lessons that are the teacher's own.

        Returns:
            The pack with its files.

        Raises:
            UserError: If it cannot be written, or its lesson files have mistakes.
        """
        now = self._learning.pack.files if self._learning.pack else {}
        files = {name: text for name, text in now.items() if Path(name).stem in pack.lessons}
        whole = replace(pack, files={**files, **own_texts(pack.lessons)})
        self._check_lessons(path.name, whole)
        write_pack(path, whole)
        return whole

    def ask_result(self) -> None:
        """Asks for a name and a place, and saves what has been done."""
        name, sure = QInputDialog.getText(self._window, self.tr("Save my result"), self.tr("Your name"))
        if sure and name.strip():
            suggested = f"{''.join(c for c in name if c.isalnum() or c in ' -_').strip() or 'result'}{RESULT_ENDING}"
            path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save my result"), suggested)
            if path:
                self._told(lambda: self.save_result(Path(path), name.strip()))

    def save_result(self, path: Path, name: str) -> None:
        """Saves what has been done.

        Raises:
            UserError: If it cannot be written.
        """
        pack, known = self._learning.pack, self._learning.progress
        title, key = (pack.title, pack.key) if pack else ("", "")
        done, bets = tuple(sorted(known.done)), tuple(known.bets.values())
        write_result(path, Result(name, title, done, bets, known.quiz_best), key)

    def ask_table(self) -> None:
        """Asks for a folder and makes the table of its results."""
        folder = QFileDialog.getExistingDirectory(self._window, self.tr("Folder with the results"))
        if folder:
            self._told(lambda: self.write_table(Path(folder)))

    def write_table(self, folder: Path) -> None:
        """Writes ``class.csv`` and ``class.html`` beside the results, and says so.

        Raises:
            UserError: If there is no result, or they cannot be written.
        """
        key = self._learning.pack.key if self._learning.pack else None
        table = read_folder(folder, key)
        write_atomically(folder / "class.csv", as_csv(table, self._learning.course).encode("utf-8-sig"))
        write_atomically(folder / "class.html", as_html(table, self._learning.course).encode())
        words = self.tr("{} results, {} files skipped. The table is in {} and {}.")
        places = folder / "class.html", folder / "class.csv"
        self._session.report(words.format(len(table.results), len(table.skipped), *places))

    def _check_lessons(self, name: str, pack: Pack) -> None:
        """Makes sure that the lesson files in a pack are right.

        Raises:
            UserError: With all that is wrong with them, a line each.
        """
        wrong = self._learning.library.with_texts(pack.files).problems_of_texts()
        if wrong:
            head = self.tr("The lesson files in {} have mistakes ({})").format(name, len(wrong))
            lines = [head, *map(str, wrong[:MOST_TOLD]), *(["\u2026"] if wrong[MOST_TOLD:] else [])]
            raise UserError("\n".join(lines))

    def _on_chosen(self, path: Path, pack: Pack) -> None:
        """The dialog says what is wrong; once saved, it has done its work."""
        assert self.dialog is not None
        try:
            self.save_pack(path, pack)
        except UserError as error:
            self.dialog.told.setText(str(error))
            return
        self._close_dialog()
        self._session.report(
            self.tr("The class pack is in {}. Give it to your class; a double-click opens it.").format(path)
        )

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def _connect(self) -> None:
        """The course page is made anew with every reload."""
        self._learning.page.leave_chosen.connect(self.leave_pack)

    def _told(self, do: Callable[[], object]) -> None:
        """Does it; what a person can mend is said in the window."""
        try:
            do()
        except UserError as error:
            self._session.report(str(error))
