"""The code challenge: an editor, a button that tries the code, the score, and the curves it got wrong."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gdviz.lessons.challenge import LABELS, SECONDS, SKELETON, Answer, Curve, Score, curves
from gdviz.views.parts import described, label
from gdviz.views.theme import Theme
from gdviz.worker.challenge_process import ChallengeProcess


class ChallengeDialog(QDialog):
    """Lets a pupil write ``diagnose(history)``.

    Args:
        theme: Colours.
        parent: The window.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Begins with the skeleton."""
        super().__init__(parent)
        self._theme = theme
        self._curves = curves()
        self._wrong: tuple[tuple[Curve, Answer], ...] = ()
        self.setWindowTitle(self.tr("Code challenge"))
        self.resize(980, 620)
        self.editor = described(QPlainTextEdit(SKELETON), self.tr("Your code"))
        self.editor.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.editor.setTabStopDistance(4 * self.editor.fontMetrics().horizontalAdvance(" "))
        self.go = described(QPushButton(self.tr("Try it")), self.tr("Try it"), self.tr("Runs your code (Ctrl+Return)"))
        self.go.setObjectName("primary")
        self.again = QPushButton(self.tr("Begin anew"))
        self.score = label(role="title", wraps=True)
        self.list = described(QListWidget(), self.tr("Curves it got wrong"))
        self.plot = pg.PlotWidget(background=theme.panel)
        self.problem = label(wraps=True)
        self.process = ChallengeProcess(self)
        self._lay_out()
        self.go.clicked.connect(self.run)
        self.again.clicked.connect(self._on_again)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.run)
        self.list.currentRowChanged.connect(self._on_row)
        self.process.done.connect(self._on_score)

    def run(self) -> None:
        """Tries the code on all curves."""
        self.go.setEnabled(False)
        self.score.setText(self.tr("Running \u2026"))
        self.process.run(self.editor.toPlainText(), self._curves)

    def done(self, result: int) -> None:
        """Closes, by whatever way, and ends what runs."""
        self.process.stop()
        self.go.setEnabled(True)
        super().done(result)

    def _on_again(self) -> None:
        self.editor.setPlainText(SKELETON)

    def _on_score(self, found: Score) -> None:
        self.go.setEnabled(True)
        self._wrong = found.wrong
        self.score.setText(self.tr("{} of {} right").format(found.right, len(self._curves)))
        self.list.clear()
        for curve, answer in found.wrong:
            said = answer.said or self.tr("nothing")
            self.list.addItem(self.tr("{} (you said {})").format(curve.label, said))
        if found.wrong:
            self.list.setCurrentRow(0)
        else:
            self.plot.clear()
            self.problem.setText(self.tr("All of them! The doctor of this program had to work harder for that."))

    def _on_row(self, row: int) -> None:
        if not 0 <= row < len(self._wrong):
            return
        curve, answer = self._wrong[row]
        self.plot.clear()
        for name, color in (("loss", self._theme.loss), ("val_loss", self._theme.val_loss)):
            values = np.array(curve.history.get(name, ()), float)
            self.plot.plot(np.arange(1, len(values) + 1), values, pen=pg.mkPen(color, width=2), connect="finite")
        losses = curve.history["loss"]
        ends = ", ".join(f"{value:.4g}" for value in (*losses[:2], *losses[-2:]))
        words = self.tr("{} epochs: {}").format(len(losses), ends.replace("nan", "NaN"))
        self.problem.setText("\n".join(filter(None, [words, answer.problem])))

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        answers = ", ".join(f'"{each}"' for each in LABELS)
        words = self.tr(
            "Write diagnose(history). It answers one of {}, for {} real curves, in at most {} seconds. "
            "The first try below fails on runs that end in NaN, on short ones, and never says \u201ctoo low\u201d."
        )
        column.addWidget(label(words.format(answers, len(self._curves), SECONDS), wraps=True))
        column.addWidget(self.editor, 1)
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.go)
        column.addLayout(row)
        column = QVBoxLayout(right)
        column.addWidget(self.score)
        column.addWidget(self.list, 1)
        column.addWidget(self.plot, 2)
        column.addWidget(self.problem)
        split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([560, 400])
        layout = QVBoxLayout(self)
        layout.addWidget(split)
