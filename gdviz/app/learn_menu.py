"""The menu to learn by: the course, the quiz, the cards, and the files between a teacher and a class."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from gdviz.app.learn_rooms import LearnRooms
from gdviz.app.learning import Learning
from gdviz.core.files import write_atomically
from gdviz.errors import UserError
from gdviz.lessons.class_files import (
    PACK_ENDING,
    RESULT_ENDING,
    Pack,
    Result,
    new_key,
    read_pack,
    write_pack,
    write_result,
)
from gdviz.lessons.class_table import as_csv, as_html, read_folder
from gdviz.lessons.model import Card
from gdviz.views.card_sheets import paint_cards, write_pdf


class LearnMenu(QObject):
    """Puts the menu before the last one of the window's bar.

    Args:
        learning: What it opens.
    """

    def __init__(self, learning: Learning) -> None:
        """Builds the menu, and again whenever the language changes."""
        super().__init__(learning)
        self._learning, self._window = learning, learning.window
        self.rooms = LearnRooms(learning)
        self.menu = QMenu(self._window)
        learning.rebuilt.append(self._fill)
        self._fill()

    def _fill(self) -> None:
        learning, menu = self._learning, self.menu
        learning.cards.print_wanted.connect(self._on_print)
        menu.clear()
        bar = self._window.menuBar()
        if menu.menuAction() not in bar.actions():
            bar.insertMenu(bar.actions()[-1], menu)
        menu.setTitle(self.tr("&Learn"))
        self._add(menu, self.tr("&Course"), learning.open_course, "F3")
        self._add(menu, self.tr("&Quiz"), learning.open_quiz)
        self._add(menu, self.tr("&Flashcards"), learning.open_cards)
        self._add(menu, self.tr("&Glossary"), learning.open_glossary)
        self._add(menu, self.tr("&Presets"), learning.open_presets)
        self._add(menu, self.tr("&Mystery clinic"), learning.open_clinic)
        self._add(menu, self.tr("C&ode challenge"), self.rooms.open_challenge)
        self._add(menu, self.tr("&Hand-in \u2026"), self.rooms.open_hand_in)
        menu.addSeparator()
        self._languages(menu.addMenu(self.tr("Lan&guage")))
        teaching = menu.addMenu(self.tr("Class"))
        self._add(teaching, self.tr("Open a class pack \u2026"), self._on_open_pack)
        self._add(teaching, self.tr("Save my result \u2026"), self._on_result)
        teaching.addSeparator()
        self._add(teaching, self.tr("Make a class pack \u2026"), self._on_make_pack)
        self._add(teaching, self.tr("Table of a class \u2026"), self._on_table)
        teaching.addSeparator()
        self._add(teaching, self.tr("How to write a lesson"), self.rooms.open_guide)
        self._add(teaching, self.tr("My lesson files"), self.rooms.open_own_folder)

    def _add(self, menu: QMenu, text: str, do: Callable[[], object], keys: str = "") -> None:
        action = QAction(text, menu)
        action.setShortcut(QKeySequence(keys))
        # triggered() hands over whether it is ticked, which nobody here asks for.
        action.triggered.connect(lambda: do())
        menu.addAction(action)

    def _languages(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for language in self._learning.library.languages():
            name = self._learning.library.course(language)[0].language_name
            action = QAction(name, group, checkable=True, checked=language == self._learning.language)
            action.triggered.connect(partial(self._on_language, language))
            menu.addAction(action)

    def _on_language(self, language: str, *ignored: object) -> None:
        self._learning.set_language(language)

    def _told(self, do: Callable[[], object]) -> None:
        """Does it; what a person can mend is said in the window."""
        try:
            do()
        except UserError as error:
            self._learning.session.report(str(error))

    def _on_open_pack(self) -> None:
        kinds = self.tr("Class packs (*{})").format(PACK_ENDING)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a class pack"), "", kinds)
        if name:
            self.open_pack(Path(name))

    def open_pack(self, path: Path) -> None:
        """Opens a class pack; what is wrong with it is said in the window."""
        self._told(lambda: self._learning.use_pack(read_pack(path)))

    def _on_result(self) -> None:
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

    def _on_make_pack(self) -> None:
        """Asks for a title, takes all lessons and locks nothing: the guide says how to choose."""
        title, sure = QInputDialog.getText(self._window, self.tr("Make a class pack"), self.tr("Name of the class"))
        if sure and title.strip():
            path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Make a class pack"), f"class{PACK_ENDING}")
            if path:
                self._told(lambda: write_pack(Path(path), Pack(title.strip(), new_key())))

    def _on_table(self) -> None:
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
        self._learning.session.report(words.format(len(table.results), len(table.skipped), *places))

    def _on_print(self, cards: list[Card], per_page: int) -> None:
        """Asks where to: paper or PDF."""
        box = QMessageBox(self._window)
        box.setText(self.tr("Print the cards on both sides of the paper, turned along the long edge."))
        paper = box.addButton(self.tr("Paper \u2026"), QMessageBox.ButtonRole.AcceptRole)
        pdf = box.addButton(self.tr("PDF \u2026"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is pdf:
            path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Flashcards as PDF"), "flashcards.pdf")
            if path:
                self._told(lambda: write_pdf(Path(path), cards, per_page))
        elif box.clickedButton() is paper:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            if QPrintDialog(printer, self._window).exec():
                paint_cards(printer, cards, per_page)
