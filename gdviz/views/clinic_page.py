"""The mystery clinic: a sealed run, a few tests, and the question what is wrong."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdviz.lessons.clinic import BUDGET, TESTS, order, question
from gdviz.lessons.marks import Bet, marks
from gdviz.lessons.model import Case, Course
from gdviz.views.linked_words import LinkedWords
from gdviz.views.parts import label, scrolled, show_judgement
from gdviz.views.question_box import QuestionBox
from gdviz.views.theme import Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gdviz.core.experiment import Experiment


class ClinicPage(QWidget):
    """One patient after the other."""

    run_wanted = Signal(object)
    """`Experiment`: to be set up, out of sight, and trained."""
    ended = Signal(object)
    """`Marks` of all patients."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins without patients."""
        super().__init__(parent)
        self._theme = load_theme("dark")
        self._course: Course | None = None
        self._cases: Sequence[Case] = ()
        self._bets: list[Bet] = []
        self._tokens = 0
        self.place, self.words = label(role="muted"), label(wraps=True)
        names = {
            "slower": self.tr("Rate / 10"),
            "faster": self.tr("Rate x 10"),
            "subtract": self.tr("Subtract"),
            "standardise": self.tr("Standardise"),
            "random_start": self.tr("A random start"),
            "longer": self.tr("Twice as long"),
        }
        self.tests = {key: QPushButton(name) for key, name in names.items()}
        for key, button in self.tests.items():
            button.setProperty("segment", True)
            # Long names must not make the page wider than the dock.
            button.setMinimumWidth(1)
            button.setToolTip(button.text())
            button.clicked.connect(partial(self._on_test, key))
        self.question = QuestionBox()
        self.question.answered.connect(self._on_answer)
        self.outcome = QFrame()
        self.outcome.setObjectName("outcome")
        self.outcome_icon, self.outcome_text = QLabel(), LinkedWords()
        self.next = QPushButton(self.tr("Next patient"))
        self.next.clicked.connect(self._on_next)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Recolours the signs."""
        self._theme = theme

    def begin(self, course: Course, seed: int) -> None:
        """Calls the first patient in."""
        self._course, self._cases, self._bets = course, order(course, seed), []
        self._call()

    @property
    def case(self) -> Case | None:
        """The patient who is in, or None at the end."""
        return self._cases[len(self._bets)] if len(self._bets) < len(self._cases) else None

    def _call(self) -> None:
        case = self.case
        assert self._course is not None
        for part in (self.question, *self.tests.values()):
            part.setVisible(case is not None)
        self.outcome.hide()
        self.next.hide()
        if case is None:
            self._finish()
            return
        self._tokens = BUDGET
        self.place.setText(self.tr("Patient {} of {}").format(len(self._bets) + 1, len(self._cases)))
        asked = question(self._course, case, self.tr("What is wrong with it?"))
        self.question.ask(asked, self._course.glossary)
        self._show_tokens()
        self.run_wanted.emit(case.setup)

    def _show_tokens(self) -> None:
        told = self.tr("Look at its curves. Each test runs it again with one thing changed: {} left.")
        self.words.setText(told.format("\u25cf " * self._tokens + "\u25cb " * (BUDGET - self._tokens)))
        for button in self.tests.values():
            button.setEnabled(self._tokens > 0)

    def _on_test(self, key: str) -> None:
        case = self.case
        if case is None or self._tokens <= 0:
            return
        self._tokens -= 1
        self._show_tokens()
        experiment: Experiment = TESTS[key](case.setup)
        self.run_wanted.emit(experiment)

    def _on_answer(self, answer: int, confidence: float) -> None:
        case = self.case
        assert case is not None
        assert self._course is not None
        judgement = question(self._course, case, "").judged(answer)
        self._bets.append(Bet(case.key, judgement.right, confidence, judgement.given))
        self.question.set_open(False)
        for button in self.tests.values():
            button.setEnabled(False)
        show_judgement(self.outcome_icon, judgement.right, self._theme)
        truth = f"**{self._course.causes[case.cause].text}.** {case.why}"
        said = truth if judgement.right else f"{judgement.why}\n\n{truth}"
        self.outcome_text.tell(said, self._course.glossary)
        self.outcome.show()
        self.next.setText(self.tr("Next patient") if self.case else self.tr("Close the clinic"))
        self.next.show()
        self.next.setFocus()

    def _on_next(self) -> None:
        self._call()

    def _finish(self) -> None:
        worth = marks(self._bets)
        told = self.tr("{} of {} patients right. Sure and wrong: {}. Knowing what you know: {} of 100.")
        self.place.setText(self.tr("The clinic is closed for today"))
        self.words.setText(told.format(worth.right, worth.count, worth.sure_wrong, worth.calibration))
        self.ended.emit(worth)

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.place)
        column.addWidget(self.words)
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, button in enumerate(self.tests.values()):
            grid.addWidget(button, place // 2, place % 2)
        column.addLayout(grid)
        column.addWidget(self.question)
        row = QHBoxLayout(self.outcome)
        row.addWidget(self.outcome_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.outcome_text, 1)
        column.addWidget(self.outcome)
        column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(body))
