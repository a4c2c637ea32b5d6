"""The menu to learn by: the course, the quiz, the cards, and the files between a teacher and a class."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from gdviz.app.class_room import ClassRoom
from gdviz.app.learn_rooms import LearnRooms
from gdviz.app.learning import Learning
from gdviz.errors import UserError
from gdviz.lessons.model import Card
from gdviz.views.menus import hold


class LearnMenu(QObject):
    """Puts the menu before the last one of the window's bar.

    Args:
        learning: What it opens.
    """

    def __init__(self, learning: Learning) -> None:
        """Builds the menu, and again whenever the language changes."""
        super().__init__(learning)
        self._learning, self._window = learning, learning.window
        self.rooms, self.room = LearnRooms(learning), ClassRoom(learning)
        self.menu = QMenu(self._window)
        learning.rebuilt.append(self._fill)
        learning.built.append(self._on_built)
        self._fill()

    def _fill(self) -> None:
        learning, menu = self._learning, self.menu
        menu.clear()
        bar = self._window.menuBar()
        if menu.menuAction() not in bar.actions():
            last = bar.actions()[-1]
            bar.insertMenu(last, menu)
            help = last.menu()
            assert isinstance(help, QMenu)
            self._guide = self._add(help, "", self.rooms.open_guide)
            self._technicians = self._add(help, "", self.rooms.open_technicians)
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
        self._guide.setText(self.tr("How to write a lesson"))
        self._technicians.setText(self.tr("For techn&icians"))
        languages = menu.addMenu(self.tr("&Language"))
        self._languages(languages)
        if "language" in learning.lab.locked:
            hold(languages.menuAction())
        teaching = menu.addMenu(self.tr("Class"))
        self._add(teaching, self.tr("Open a class pack \u2026"), self.room.ask_open)
        self._leave = self._add(teaching, self.tr("Leave the class pack"), self.room.leave_pack)
        self._leave.setEnabled(learning.pack is not None)
        self._add(teaching, self.tr("Save my result \u2026"), self.room.ask_result)
        teaching.addSeparator()
        self._add(teaching, self.tr("Make a class pack \u2026"), self.room.make_pack)
        self._add(teaching, self.tr("Table of a class \u2026"), self.room.ask_table)
        teaching.addSeparator()
        self._add(teaching, self.tr("How to write a lesson"), self.rooms.open_guide)
        self._add(teaching, self.tr("My lesson files"), self.rooms.open_own_folder)

    def _on_built(self) -> None:
        self._learning.cards.print_wanted.connect(self._on_print)

    def _add(self, menu: QMenu, text: str, do: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(text, menu)
        action.setShortcut(QKeySequence(keys))
        # triggered() hands over whether it is ticked, which nobody here asks for.
        action.triggered.connect(lambda: do())
        menu.addAction(action)
        return action

    def _languages(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for language in self._learning.library.languages():
            name = self._learning.library.language_name(language)
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

    def _on_print(self, cards: list[Card], per_page: int) -> None:
        """Asks where to: paper or PDF."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from gdviz.views.card_sheets import paint_cards, write_pdf

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
