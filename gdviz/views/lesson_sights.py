"""What a lesson shows beside its words: the steps in a table, the loop with its numbers, the run as Keras code."""

from html import escape

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory
from gdviz.engine.keras_snippet import keras_snippet
from gdviz.views.parts import described, label
from gdviz.views.theme import Theme, load_theme

MOST_ROWS = 200
"""Steps in the table at most, the newest; more would only be scrolled past."""

BOX_TIME = 180
"""Milliseconds that each box of the loop stays lit when a single step is watched."""


class StepTable(QTableWidget):
    """Step, weights and loss of a run with one or two weights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        described(self, self.tr("Table of steps"), self.tr("Every step so far: its weights and its loss"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(22)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(120)
        self._shown: tuple[int, int] = (-1, -1)

    def show_trajectory(self, trajectory: Trajectory | None, names: tuple[str, ...]) -> None:
        """Shows the newest steps."""
        if trajectory is None or not names:
            self.setRowCount(0)
            return
        if (id(trajectory), trajectory.count) == self._shown:
            return
        self._shown = id(trajectory), trajectory.count
        heading = [self.tr("step"), *names, self.tr("loss")]
        self.setColumnCount(len(heading))
        self.setHorizontalHeaderLabels(heading)
        steps = trajectory.weight_steps[-MOST_ROWS:]
        self.setRowCount(len(steps))
        for row, step in enumerate(steps):
            weights = trajectory.weights[len(trajectory.weights) - len(steps) + row]
            for column, text in enumerate([str(step), *map(_short, weights), _short(trajectory.loss[step])]):
                self.setItem(row, column, QTableWidgetItem(text))
        self.scrollToBottom()


def _short(value: float) -> str:
    """A number as a pupil would write it: four places, powers of ten only where there is no way round."""
    value = float(value)
    if not np.isfinite(value):
        return "\u221e" if value > 0 else "-\u221e" if value < 0 else "NaN"
    text = f"{value:.4f}".rstrip("0").rstrip(".") if abs(value) < 1e6 else f"{value:.2e}"
    return "0" if text == "-0" else text


class LoopStrip(QWidget):
    """Forward, loss, gradient, update: each lights up with the true numbers of the newest step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins dark."""
        super().__init__(parent)
        self._theme = load_theme("dark")
        titles = (self.tr("1 Forward"), self.tr("2 Loss"), self.tr("3 Gradient"), self.tr("4 Update"))
        self.boxes = [QFrame() for _ in titles]
        self.numbers = [label("\u2013", wraps=True) for _ in titles]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for place, (box, title, number) in enumerate(zip(self.boxes, titles, self.numbers, strict=True)):
            inner = QVBoxLayout(box)
            inner.setContentsMargins(8, 6, 8, 6)
            inner.setSpacing(2)
            inner.addWidget(label(title, "heading"))
            inner.addWidget(number)
            layout.addWidget(box, place // 2, place % 2)
        self._lit = 0
        self._count = 0
        self._shown_light: tuple[int, Theme | None] = (-2, None)
        self._clock = QTimer(self, interval=BOX_TIME)
        self._clock.timeout.connect(self._next)
        self._light(-1)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the boxes."""
        self._theme = theme
        self._light(-1)

    def show_trajectory(self, trajectory: Trajectory | None, rows: int) -> None:
        """Tells the newest step; a single one lights the boxes one after the other, many light all at once.

        Args:
            trajectory: The run.
            rows: Of a batch.
        """
        taken = 0 if trajectory is None else trajectory.count
        new, self._count = taken - self._count, taken
        if trajectory is None or not taken or not new:
            return
        moved = self._moved(trajectory)
        texts = (
            self.tr("examples predicted: {}").format(rows),
            self.tr("mean of the batch: {}").format(_short(trajectory.batch_loss[-1])),
            self.tr("length {}").format(_short(trajectory.gradient_norm[-1])),
            moved,
        )
        for number, text in zip(self.numbers, texts, strict=True):
            number.setText(text)
        if new == 1 and self.isVisible():
            self._lit = 0
            self._light(0)
            self._clock.start()
        else:
            self._clock.stop()
            self._light(len(self.boxes))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to be lit later."""
        self._clock.stop()
        super().hideEvent(event)

    def _moved(self, trajectory: Trajectory) -> str:
        """The first weight before and after the step, where both are still kept."""
        if len(trajectory.weights) < 2 or trajectory.weight_steps[-1] != trajectory.count:
            return self.tr("all weights moved")
        before, after = trajectory.weights[-2], trajectory.weights[-1]
        # The one that moved most says more than the first one, which may be asleep.
        place = int(np.argmax(np.abs(np.nan_to_num(after - before))))
        words = self.tr("weight {}: {} \u2192 {}")
        return words.format(place + 1, _short(before[place]), _short(after[place]))

    def _next(self) -> None:
        self._lit += 1
        self._light(self._lit)
        if self._lit >= len(self.boxes):
            self._clock.stop()

    def _light(self, lit: int) -> None:
        """Lights box number ``lit``; all of them from their number on, none below 0."""
        if (lit, self._theme) == self._shown_light:
            return
        self._shown_light = lit, self._theme
        for place, box in enumerate(self.boxes):
            strong = place == lit or lit >= len(self.boxes)
            color = self._theme.accent if strong else self._theme.border
            box.setStyleSheet(
                f"QFrame {{ border: {2 if strong else 1}px solid {color}; border-radius: 7px; }} "
                "QLabel { border: none; }"
            )


class CodeLines(QLabel):
    """The experiment as Keras code; what changed last is set off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        described(self, self.tr("Keras code"), self.tr("The same run as Keras code"))
        self.setObjectName("code")
        self._theme = load_theme("dark")
        self._before: list[str] = []
        self._code: list[str] = []

    def set_theme(self, theme: Theme) -> None:
        """Recolours what is set off."""
        self._theme = theme
        self._write()

    def show_experiment(self, experiment: Experiment) -> None:
        """Follows the settings."""
        if experiment.landscape == "network":
            code = keras_snippet(experiment).rstrip().split("\n")
            if code != self._code:
                self._before, self._code = self._code, code
            self._write()

    def settle(self) -> None:
        """Takes the code as it is for what it was, so that only what changes from now on is set off."""
        self._before = self._code
        self._write()

    def _write(self) -> None:
        strong = f'<span style="color:{self._theme.accent}; font-weight:600">'
        lines = [
            f"{strong}{escape(line)}</span>" if self._before and line not in self._before else escape(line)
            for line in self._code
        ]
        self.setText(f"<pre>{chr(10).join(lines)}</pre>")
