"""The quiz: one question after the other, a score at the end, and the mistakes once more."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdviz.lessons.model import QuizQuestion, Term
from gdviz.lessons.quiz import Quiz, quiz
from gdviz.views.linked_words import LinkedWords
from gdviz.views.parts import label, scrolled, show_judgement
from gdviz.views.question_box import QuestionBox
from gdviz.views.theme import Theme, load_theme

if TYPE_CHECKING:
    from gdviz.lessons.questions import Judgement


class QuizPage(QWidget):
    """Ten questions of the bank, in another order each time."""

    ended = Signal(object)
    """`Marks` of a quiz that was gone through."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins without a quiz."""
        super().__init__(parent)
        self._theme = load_theme("dark")
        self.quiz: Quiz | None = None
        self.glossary: Mapping[str, Term] = {}
        self._judgements: list[Judgement] = []
        self.place = label(role="muted")
        self.question = QuestionBox()
        self.question.answered.connect(self._on_answer)
        self.outcome = QFrame()
        self.outcome.setObjectName("outcome")
        self.outcome_icon, self.outcome_text = QLabel(), LinkedWords()
        self.score = LinkedWords()
        self.next = QPushButton()
        self.next.clicked.connect(self._on_next)
        self.again = QPushButton(self.tr("Only the mistakes"))
        self.again.clicked.connect(self._on_mistakes)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Recolours everything."""
        self._theme = theme
        self.question.set_theme(theme)

    def begin(self, bank: Sequence[QuizQuestion], seed: int) -> None:
        """Begins a quiz; another seed is another one."""
        self._bank, self._seed = bank, seed
        self._start(quiz(bank, seed))

    def _start(self, begun: Quiz) -> None:
        self.quiz, self._judgements = begun, []
        self._ask()

    def _ask(self) -> None:
        """Asks the current question, or gives the score."""
        assert self.quiz is not None
        asked = self.quiz.current
        self.outcome.hide()
        self.next.setVisible(asked is None)
        self.score.setVisible(asked is None)
        self.again.setVisible(asked is None and bool(self.quiz.mistakes))
        self.question.setVisible(asked is not None)
        if asked is None:
            self._show_score()
            return
        self.place.setText(self.tr("Question {} of {}").format(len(self.quiz.bets) + 1, len(self.quiz.questions)))
        self.question.ask(asked.question, self.glossary)

    def _on_answer(self, answer: object, confidence: float) -> None:
        assert self.quiz is not None
        self.quiz, judgement = self.quiz.answered(answer, confidence)
        self._judgements.append(judgement)
        self.question.set_open(False)
        show_judgement(self.outcome_icon, judgement.right, self._theme)
        self.outcome_text.tell(judgement.why, self.glossary)
        self.outcome.show()
        self.next.setText(self.tr("Next") if self.quiz.current else self.tr("See the score"))
        self.next.show()
        self.next.setFocus()

    def _show_score(self) -> None:
        assert self.quiz is not None
        worth = self.quiz.marks
        lines = [
            self.tr("**{} of {}** right").format(worth.right, worth.count),
            self.tr("{} times sure and right, {} times sure and wrong").format(worth.sure_right, worth.sure_wrong),
            self.tr("Knowing what you know: **{} of 100**").format(worth.calibration),
        ]
        pairs = zip(self.quiz.questions, self._judgements, strict=True)
        lines += [
            self.tr("**Once more:** {}\nYou said: {}. {}").format(asked.question.text, said.given, said.why)
            for asked, said in pairs
            if not said.right
        ]
        self.place.setText(self.tr("Your score"))
        self.score.tell("\n\n".join(lines), self.glossary)
        self.next.setText(self.tr("Another quiz"))
        self.ended.emit(worth)

    def _on_next(self) -> None:
        assert self.quiz is not None
        if self.score.isVisibleTo(self):
            self.begin(self._bank, self._seed + 1)
        else:
            self._ask()

    def _on_mistakes(self) -> None:
        assert self.quiz is not None
        self._start(Quiz(self.quiz.mistakes))

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(8)
        row = QHBoxLayout(self.outcome)
        row.addWidget(self.outcome_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.outcome_text, 1)
        for part in (self.place, self.question, self.outcome, self.score):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column.addLayout(buttons)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scrolled(body))
