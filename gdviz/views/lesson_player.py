"""Plays a lesson: words, a bet, something to do, and what came of it, one step at a time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gdviz.core.experiment import FIELDS
from gdviz.core.trajectory import Trajectory
from gdviz.engine.catalogue import weight_names
from gdviz.lessons.checks import Facts
from gdviz.lessons.markup import marked_up
from gdviz.lessons.model import Course, Lesson, Step, Term
from gdviz.views.lesson_sights import CodeLines, LoopStrip, StepTable
from gdviz.views.linked_words import LinkedWords
from gdviz.views.parts import described, label, scrolled, show_judgement
from gdviz.views.question_box import QuestionBox
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.watcher import Watcher

if TYPE_CHECKING:
    from gdviz.lessons.questions import Judgement

ALWAYS_SEEN = ("landscape", "data", "optimizer", "learning_rate")
"""Settings that are seen in every lesson, locked where they are not to be changed."""

WIDE = 640
"""Pixels from which on the words stand beside the task and not above it."""


class LessonPlayer(QWidget):
    """Shows one step of a lesson.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    moved = Signal(object, int)
    """`Lesson` and number (from 0) of the step that is now shown."""
    bet_placed = Signal(str, object, float)
    """Key of the step, `Judgement` and confidence of an answer."""
    step_done = Signal(str)
    """Key of a step that is done."""
    lesson_done = Signal(object)
    """`Lesson`: the pupil went on after its last step."""
    locked = Signal(object, object)
    """Settings to be held still, and settings to be hidden."""
    held = Signal(bool)
    """Whether nothing may be run, because a bet comes first."""
    tool_wanted = Signal(str)
    """A key of `TOOLS`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins without a lesson."""
        super().__init__(parent)
        self._session = session
        self._theme = load_theme("dark")
        self._course: Course | None = None
        self.lesson: Lesson | None = None
        self.number = 0
        self.phase = ""
        self._hints = 0
        self._judgement: Judgement | None = None
        self.watcher = Watcher(session, self)
        self._build()
        self._lay_out()
        self._connect()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        assert self.lesson is not None, "only asked while a lesson is open"
        return self.lesson.steps[self.number]

    def set_theme(self, theme: Theme) -> None:
        """Recolours everything."""
        self._theme = theme
        for part in (self.question, self.loop, self.code):
            part.set_theme(theme)
        if self.lesson is not None:
            self._show_words()
            self._show_outcome()

    def open(self, course: Course, lesson: Lesson, number: int = 0) -> None:
        """Opens a lesson at a step; numbers beyond its end begin it anew."""
        self._course, self.lesson = course, lesson
        self._go(number if 0 <= number < len(lesson.steps) else 0, resumed=True)

    def close_lesson(self) -> None:
        """Gives all controls back."""
        self.lesson, self.phase = None, ""
        self.watcher.close()
        self.locked.emit((), ())
        self.held.emit(False)

    def _build(self) -> None:
        self.place = label(role="muted")
        self.title = label(role="title", wraps=True)
        self.text = LinkedWords()
        self.question = QuestionBox()
        self.tasks = LinkedWords()
        self.hint = described(QToolButton(), self.tr("Hint"), self.tr("A hint; press again for a plainer one"))
        self.hint_text = label(wraps=True)
        self.hint_text.setObjectName("hint")
        self.outcome = QFrame()
        self.outcome.setObjectName("outcome")
        self.outcome_icon, self.outcome_text = QLabel(), LinkedWords()
        self.after = LinkedWords()
        self.tool = QPushButton()
        self.table, self.loop, self.code = StepTable(), LoopStrip(), CodeLines()
        self.back = described(QPushButton(self.tr("Back")), self.tr("Back"), self.tr("The step before"))
        self.next = described(QPushButton(self.tr("Next")), self.tr("Next"), self.tr("On to the next step"))

    def _lay_out(self) -> None:
        panes = [QWidget() for _ in range(3)]
        words, sights, tasks = (QVBoxLayout(pane) for pane in panes)
        for column in (words, sights, tasks):
            column.setContentsMargins(12, 6, 10, 2)
            column.setSpacing(8)
        for word in (self.place, self.title, self.text):
            words.addWidget(word)
        for sight in (self.code, self.loop, self.table):
            sights.addWidget(sight)
        self._lay_out_tasks(tasks)
        for column in (words, sights, tasks):
            column.addStretch(1)
        self._sights = panes[1]
        body = QWidget()
        self._panes = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._panes.setContentsMargins(0, 0, 0, 0)
        self._panes.setSpacing(0)
        for pane in panes:
            self._panes.addWidget(pane)
        self._panes.addStretch(1)
        self._area = scrolled(body)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setContentsMargins(10, 2, 10, 6)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self.hint)
        self._foot.addStretch(1)
        self._foot.addWidget(self.next)
        self._whole = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._area, 1)
        self._whole.addLayout(self._foot)

    def _lay_out_tasks(self, column: QVBoxLayout) -> None:
        outcome = QHBoxLayout(self.outcome)
        outcome.setContentsMargins(9, 7, 9, 7)
        outcome.addWidget(self.outcome_icon, 0, Qt.AlignmentFlag.AlignTop)
        outcome.addWidget(self.outcome_text, 1)
        # What came of it stands first: below the question it would be out of sight where the dock is low.
        for part in (self.outcome, self.after, self.tool, self.hint_text, self.tasks, self.question):
            column.addWidget(part)

    def _connect(self) -> None:
        self.question.answered.connect(self._on_answer)
        self.watcher.facts_changed.connect(self._on_facts)
        self.hint.clicked.connect(self._on_hint)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.tool.clicked.connect(self._on_tool)
        self._session.trajectory_changed.connect(self._show_run)
        self._session.experiment_changed.connect(self._on_experiment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the task beside the words where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._panes.setDirection(across if wide else down)
        for place in range(3):
            self._panes.setStretch(place, 1 if wide else 0)
        self._panes.setStretch(3, 0 if wide else 1)
        self._whole.setDirection(across if wide else down)
        self._foot.setDirection(down if wide else across)

    def _go(self, number: int, resumed: bool = False) -> None:
        """Shows a step and sets up what it needs."""
        assert self.lesson is not None
        self.number, self._hints, self._judgement = number, 0, None
        setup = self.lesson.setup_of(number) if resumed else self.step.setup
        self.watcher.begin(fresh=setup is not None)
        if setup is not None:
            self._session.set_up(setup)
            if self._session.experiment.start != setup.start:
                # The last landscape had the same start, which was taken for its own; asked again, it stays.
                self._session.set_up(setup)
            self._session.reset()
        self.code.show_experiment(self._session.experiment)
        self.code.settle()
        self._lock()
        self._begin()
        self._show_words()
        self._show_outcome()
        self._show_run(self._session.trajectory)
        self._area.verticalScrollBar().setValue(0)
        self.moved.emit(self.lesson, number)

    def _begin(self) -> None:
        """Asks first, then lets do, then is done."""
        if self.step.ask is not None:
            self.question.ask(self.step.ask, self._glossary)
        self._enter("ask" if self.step.ask else "do" if self.step.checks else "done")

    def _enter(self, phase: str) -> None:
        self.phase = phase
        self.question.setVisible(self.step.ask is not None)
        if self.step.ask is not None:
            self.question.set_open(phase == "ask")
        self.held.emit(phase == "ask" and self.step.predicts)
        self.next.setEnabled(phase == "done")
        self.next.setObjectName("primary" if phase == "done" else "")
        self.next.style().polish(self.next)
        # What is new stands at the top.
        self._area.verticalScrollBar().setValue(0)
        if phase == "done":
            self.step_done.emit(self.step.key)
            self.next.setFocus()

    def _lock(self) -> None:
        """Hides what a lesson does not need and holds still what is not to be changed."""
        if self.step.open is None:
            self.locked.emit((), ())
            return
        locked = [name for name in FIELDS if name not in self.step.open]
        self.locked.emit(locked, [name for name in locked if name not in ALWAYS_SEEN])

    def _on_answer(self, answer: Any, confidence: float) -> None:
        assert self.step.ask is not None
        self._judgement = self.step.ask.judged(answer)
        self.bet_placed.emit(self.step.key, self._judgement, confidence)
        if self.step.predicts:
            # Whatever was run before the bet does not count.
            if self._session.trajectory is not None and self._session.trajectory.count and self.step.setup:
                self.watcher.begin(fresh=True)
                self._session.reset()
            self._enter("do")
        elif self._judgement.right:
            self._enter("done")
        self._show_outcome()

    def _on_facts(self, facts: Facts) -> None:
        if self.lesson is None or self.phase != "do":
            return
        if all(check.holds(facts) for check in self.step.checks):
            self._enter("done")
            self._show_outcome(facts)
        else:
            self._show_tasks(facts)

    def _on_experiment(self) -> None:
        self.code.show_experiment(self._session.experiment)

    def _on_hint(self) -> None:
        self._hints = min(self._hints + 1, len(self.step.hints))
        self._show_outcome()
        self._area.verticalScrollBar().setValue(0)

    def _on_back(self) -> None:
        self._go(max(0, self.number - 1), resumed=True)

    def _on_next(self) -> None:
        assert self.lesson is not None
        if self.number + 1 < len(self.lesson.steps):
            self._go(self.number + 1)
        else:
            self.lesson_done.emit(self.lesson)

    def _on_tool(self) -> None:
        self.tool_wanted.emit(self.step.tool)

    @property
    def _glossary(self) -> Mapping[str, Term]:
        return self._course.glossary if self._course else {}

    def _show_words(self) -> None:
        assert self.lesson is not None
        count = len(self.lesson.steps)
        self.place.setText(self.tr("Step {} of {}").format(self.number + 1, count))
        self.title.setText(self.step.title)
        self.text.tell(self.step.text, self._glossary)
        for name, part in (("table", self.table), ("loop", self.loop), ("code", self.code)):
            part.setVisible(name in self.step.show)
        self._sights.setVisible(bool(self.step.show))
        self.back.setEnabled(self.number > 0)
        self.next.setText(self.tr("Next") if self.number + 1 < count else self.tr("Done"))
        tools = {
            "quiz": self.tr("Open the quiz"),
            "cards": self.tr("Open the flashcards"),
            "challenge": self.tr("Open the code challenge"),
            "clinic": self.tr("Open the clinic"),
            "hand_in": self.tr("Make the report"),
            "glossary": self.tr("Open the glossary"),
        }
        self.tool.setText(tools.get(self.step.tool, ""))

    def _show_outcome(self, facts: Facts | None = None) -> None:
        """Tasks with their ticks, hints, what came of the bet, and what is said at the end."""
        done = self.phase == "done"
        self._show_tasks(facts or self.watcher.facts)
        self._show_hints(done)
        said = self._judgement is not None and (done or not self.step.predicts)
        self.outcome.setVisible(said)
        if said and self._judgement is not None:
            show_judgement(self.outcome_icon, self._judgement.right, self._theme)
            bet = self.tr("Your bet") if self.step.predicts else ""
            words = self._judgement.why if not bet else f"{bet}: {self._judgement.why}"
            self.outcome_text.tell(words, self._glossary)
        self.after.setVisible(done and bool(self.step.after))
        self.after.tell(self.step.after, self._glossary)
        self.tool.setVisible(done and bool(self.step.tool))

    def _show_tasks(self, facts: Facts) -> None:
        self.tasks.setVisible(bool(self.step.checks) and self.phase != "ask")
        met = [self.phase == "done" or check.holds(facts) for check in self.step.checks]
        lines = [self._task(check.say, done) for check, done in zip(self.step.checks, met, strict=True)]
        self.tasks.tell_html("".join(lines), self._glossary)

    def _task(self, text: str, met: bool) -> str:
        color, sign = (self._theme.good, "\u2714") if met else (self._theme.muted, "\u25cb")
        return f'<p><span style="color:{color}">{sign}</span>&nbsp; {marked_up(text, self._glossary)[3:-4]}</p>'

    def _show_hints(self, done: bool) -> None:
        shown = self.step.hints[: self._hints]
        self.hint.setVisible(not done and self._hints < len(self.step.hints))
        self.hint.setText(self.tr("Hint") if not shown else self.tr("Another hint"))
        self.hint_text.setVisible(bool(shown) and not done)
        self.hint_text.setText("\n".join(shown))

    def _show_run(self, trajectory: Trajectory | None) -> None:
        if self.lesson is None:
            return
        if "table" in self.step.show:
            self.table.show_trajectory(trajectory, weight_names(self._session.experiment))
        if "loop" in self.step.show:
            self.loop.show_trajectory(trajectory, self._session.experiment.batch_size)
