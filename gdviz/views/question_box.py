"""A question of any kind, and three buttons that answer it: a guess, fairly sure, certain."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gdviz.lessons.marks import CONFIDENCES
from gdviz.lessons.model import Term
from gdviz.lessons.questions import Number, Order, Pick, Question, Sketch
from gdviz.views.linked_words import LinkedWords
from gdviz.views.parts import described
from gdviz.views.sketch_pad import SketchPad
from gdviz.views.theme import Theme, load_theme


class ChoiceRow(QFrame):
    """One answer of several: a radio button whose words wrap. A click anywhere in it chooses it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Begins not chosen."""
        super().__init__(parent)
        self.setObjectName("choice")
        self.button = QRadioButton()
        self.button.setAccessibleName(text)
        words = QLabel(text)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 5, 8, 5)
        layout.addWidget(self.button)
        layout.addWidget(words, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Chooses it."""
        self.button.click()


class Picking(QWidget):
    """The choices of a `Pick`."""

    def __init__(self, question: Pick, ready: Callable[[], None]) -> None:
        """``ready`` is called when something is chosen."""
        super().__init__()
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        for place, choice in enumerate(question.choices):
            row = ChoiceRow(choice.text)
            self._group.addButton(row.button, place)
            layout.addWidget(row)
        self._group.idClicked.connect(ready)

    def answer(self) -> int | None:
        """The place of the choice, or None."""
        return self._group.checkedId() if self._group.checkedId() >= 0 else None

    def give(self, answer: Any) -> None:
        """Chooses."""
        self._group.button(int(answer)).click()


class Typing(QWidget):
    """The box of a `Number`."""

    def __init__(self, question: Number, ready: Callable[[], None]) -> None:
        """``ready`` is called when something is typed."""
        super().__init__()
        self.box = described(QLineEdit(), self.tr("Your answer"), self.tr("A number, with a point or a comma"))
        self.box.textChanged.connect(ready)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        layout.addWidget(QLabel(question.unit))

    def answer(self) -> str | None:
        """What was typed, or None."""
        return self.box.text().strip() or None

    def give(self, answer: Any) -> None:
        """Types."""
        self.box.setText(str(answer))


class Ordering(QWidget):
    """The items of an `Order`, dragged with the mouse or moved with two buttons."""

    def __init__(self, question: Order, ready: Callable[[], None]) -> None:
        """Begins shuffled; ``ready`` is called at once, since there is always some order."""
        super().__init__()
        self.list = described(
            QListWidget(), self.tr("Items to be put in order"), self.tr("Drag them, or use the arrows")
        )
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._question = question
        self.give(question.shuffled(len(question.text)))
        self.list.setMinimumHeight(30 * len(question.items) + 12)
        buttons = QVBoxLayout()
        for text, name, by in (("\u2191", self.tr("Up"), -1), ("\u2193", self.tr("Down"), 1)):
            button = described(QToolButton(), name)
            button.setText(text)
            button.clicked.connect(partial(self._move, by))
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self._ready = ready

    def answer(self) -> list[int]:
        """The places of the items as they stand."""
        return [int(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count())]

    def give(self, answer: Any) -> None:
        """Puts them in an order."""
        self.list.clear()
        for place in answer:
            item = QListWidgetItem(self._question.items[place])
            item.setData(Qt.ItemDataRole.UserRole, place)
            self.list.addItem(item)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count() and row >= 0:
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)


class Drawing(QWidget):
    """The paper of a `Sketch`."""

    def __init__(self, question: Sketch, ready: Callable[[], None]) -> None:
        """``ready`` is called when something is drawn."""
        super().__init__()
        self.pad = SketchPad()
        self.pad.changed.connect(ready)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pad)

    def answer(self) -> list[tuple[float, float]] | None:
        """What was drawn, or None."""
        return self.pad.points if len(self.pad.points) > 1 else None

    def give(self, answer: Any) -> None:
        """Draws."""
        self.pad.draw(answer)


MAKERS: Mapping[type, Callable[[Any, Callable[[], None]], Any]] = {
    Pick: Picking,
    Number: Typing,
    Order: Ordering,
    Sketch: Drawing,
}
"""The part that answers each kind of question."""


class QuestionBox(QWidget):
    """Asks one question at a time."""

    answered = Signal(object, float)
    """The answer, and how sure the pupil is, from 0 to 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins without a question."""
        super().__init__(parent)
        self._theme = load_theme("dark")
        self.text = LinkedWords()
        self.text.setProperty("role", "heading")
        self.sure = QLabel(self.tr("How sure are you?"))
        self.sure.setProperty("role", "muted")
        self.part: Any = None
        words = (self.tr("A guess"), self.tr("Fairly sure"), self.tr("Certain"))
        self.buttons = [QPushButton(word) for word in words]
        row = QHBoxLayout()
        row.setSpacing(6)
        for button, confidence in zip(self.buttons, CONFIDENCES, strict=True):
            button.setProperty("segment", True)
            button.clicked.connect(partial(self._on_sure, confidence))
            row.addWidget(button, 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(7)
        self._layout.addWidget(self.text)
        self._layout.addWidget(self.sure)
        self._layout.addLayout(row)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the paper, if there is one."""
        self._theme = theme
        if isinstance(self.part, Drawing):
            self.part.pad.set_theme(theme)

    def ask(self, question: Question, glossary: Mapping[str, Term]) -> None:
        """Asks, in place of the question before; its terms are linked."""
        if self.part is not None:
            self.part.hide()
            self.part.deleteLater()
        self.text.tell(question.text, glossary)
        self.part = MAKERS[type(question)](question, self._on_ready)
        self._layout.insertWidget(1, self.part)
        self.set_theme(self._theme)
        self.set_open(True)
        self._on_ready()

    def set_open(self, is_open: bool) -> None:
        """Whether an answer can be given, or another one."""
        self.part.setEnabled(is_open)
        self.sure.setVisible(is_open)
        for button in self.buttons:
            button.setVisible(is_open)

    def give(self, answer: Any) -> None:
        """Fills in an answer, as if by hand; one of the buttons then hands it over."""
        self.part.give(answer)

    def _on_ready(self, *ignored: object) -> None:
        given = self.part.answer() is not None if self.part is not None else False
        for button in self.buttons:
            button.setEnabled(given)

    def _on_sure(self, confidence: float) -> None:
        self.answered.emit(self.part.answer(), confidence)
