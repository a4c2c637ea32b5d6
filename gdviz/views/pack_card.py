"""What a class pack brings, on a card with the way out of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdviz.core.experiment import FIELDS
from gdviz.lessons.class_files import Pack
from gdviz.lessons.model import Course
from gdviz.views.parts import described, label
from gdviz.worker.words import spoken


class PackCard(QFrame):
    """Says under whose rules the program is.

    Args:
        pack: The pack that is open.
        course: Has the titles of its lessons.
        parent: The Qt parent.
    """

    left = Signal()
    """The person wants out."""
    presets_wanted = Signal()
    """The person wants to see the presets."""

    def __init__(self, pack: Pack, course: Course, parent: QWidget | None = None) -> None:
        """Shows all of it."""
        super().__init__(parent)
        self.setObjectName("card")
        self.leave = described(
            QPushButton(self.tr("Leave the class pack")),
            self.tr("Leave the class pack"),
            self.tr("Settings, lessons, language and size are as before it was opened"),
        )
        self.leave.clicked.connect(self.left)
        self.presets = QPushButton(self.tr("Presets"))
        self.presets.clicked.connect(self.presets_wanted)
        self.presets.setVisible(bool(pack.presets))
        row = QHBoxLayout()
        row.addWidget(label(pack.title, "heading", wraps=True), 1)
        row.addWidget(self.presets)
        row.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(label(" \u00b7 ".join(self._lines(pack, course)), wraps=True))

    def _lines(self, pack: Pack, course: Course) -> list[str]:
        own = {name.split("/")[-1].removesuffix(".toml") for name in pack.files}
        titles = [each.title for each in course.lessons if each.key in own]
        told = [
            (self.tr("Lessons: {}"), str(len(course.lessons))),
            (self.tr("Your teacher's own: {}"), ", ".join(titles)),
            (self.tr("Locked: {}"), ", ".join(spoken(FIELDS[name].label) for name in pack.locked)),
            (self.tr("Presets: {}"), ", ".join(preset.title for preset in pack.presets)),
        ]
        return [words.format(what) for words, what in told if what]
