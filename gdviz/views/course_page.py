"""The course at a glance: its lessons and how far one is, its goals and which of them are reached."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gdviz.lessons.class_files import Pack
from gdviz.lessons.marks import marks
from gdviz.lessons.model import Course, Lesson
from gdviz.lessons.progress import Progress
from gdviz.views.linked_words import LinkedWords
from gdviz.views.pack_card import PackCard
from gdviz.views.parts import described, label, scrolled

WIDE = 640
"""Pixels from which on the lessons stand in two columns."""


class CoursePage(QWidget):
    """A row for each lesson, then the goals."""

    lesson_chosen = Signal(object)
    """`Lesson`: to be opened where it was left."""
    reset_chosen = Signal(object)
    """`Lesson`: to be forgotten."""
    leave_chosen = Signal()
    """Out of the class pack."""
    presets_chosen = Signal()
    """To the presets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self.rows: dict[str, QPushButton] = {}
        self.card: PackCard | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._layout = layout
        self._area: QWidget | None = None

    def show_course(self, course: Course, progress: Progress, pack: Pack | None = None) -> None:
        """Shows where the pupil stands, and the class pack that is open."""
        if self._area is not None:
            self._area.hide()
            self._area.deleteLater()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(7)
        self.card = PackCard(pack, course) if pack else None
        if self.card is not None:
            self.card.left.connect(self.leave_chosen)
            self.card.presets_wanted.connect(self.presets_chosen)
            column.addWidget(self.card)
        column.addWidget(label(self._summary(course, progress), "muted", wraps=True))
        self.rows = {}
        lessons = QGridLayout()
        lessons.setSpacing(7)
        columns = 2 if self.width() >= WIDE else 1
        for place, lesson in enumerate(course.lessons):
            lessons.addWidget(self._row(lesson, progress), place // columns, place % columns)
        column.addLayout(lessons)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Goals of the course"), "heading"))
        column.addWidget(self._goals(course, progress))
        column.addStretch(1)
        self._area = scrolled(body)
        self._layout.addWidget(self._area)

    def _summary(self, course: Course, progress: Progress) -> str:
        done = sum(progress.share(lesson) == 1 for lesson in course.lessons)
        words = [self.tr("{} of {} lessons done").format(done, len(course.lessons))]
        worth = marks(list(progress.bets.values()))
        if worth.count:
            words.append(self.tr("{} of {} bets right").format(worth.right, worth.count))
            words.append(self.tr("{} sure and wrong").format(worth.sure_wrong))
        return " \u00b7 ".join(words)

    def _row(self, lesson: Lesson, progress: Progress) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        share = progress.share(lesson)
        sign = "\u2714" if share == 1 else "\u25d0" if share or lesson.key in progress.at else "\u25cb"
        button = described(QPushButton(f"{sign}  {lesson.title}"), lesson.title, lesson.goal)
        button.setObjectName("lesson")
        button.clicked.connect(partial(self.lesson_chosen.emit, lesson))
        minutes = label(self.tr("{} min").format(lesson.minutes), "muted")
        forget = described(QToolButton(), self.tr("Begin anew"), self.tr("Forgets what was done in this lesson"))
        forget.setText("\u21ba")
        forget.setEnabled(bool(share) or lesson.key in progress.at)
        forget.clicked.connect(partial(self._on_forget, lesson))
        layout.addWidget(button, 1)
        layout.addWidget(minutes)
        layout.addWidget(forget)
        self.rows[lesson.key] = button
        return row

    def _goals(self, course: Course, progress: Progress) -> QWidget:
        """A line for each goal, ticked when a step that teaches it is done."""
        taught = course.covered()
        lines = []
        for goal, text in course.goals.items():
            reached = any(key in progress.done for key in taught.get(goal, ()))
            sign = "\u2714" if reached else "\u25cb"
            lines.append(f"{sign}  {goal}  {text}")
        words = LinkedWords()
        words.tell("\n".join(lines), course.glossary)
        return words

    def _on_forget(self, lesson: Lesson) -> None:
        question = self.tr("Begin \u201c{}\u201d anew? What was done in it is forgotten.").format(lesson.title)
        if QMessageBox.question(self, self.tr("Begin anew"), question) == QMessageBox.StandardButton.Yes:
            self.reset_chosen.emit(lesson)
