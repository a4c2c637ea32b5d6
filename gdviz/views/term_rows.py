"""The terms of a step as rows: symbol, words, number, a bar among all weights, and the formula with its figures."""

import html
import re
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gdviz.core.anatomy import Anatomy, Array, Term, figure, with_figures
from gdviz.core.update_rules import RULES
from gdviz.views.parts import label
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.words import spoken

BAR_WIDTH, BAR_HEIGHT = 62, 9
"""Pixels of the bar that shows a term's sign and size."""


def colors_of(optimizer: str, theme: Theme) -> dict[str, str]:
    """The colours of the symbols that the picture has arrows for."""
    found = {"g": theme.downhill, "step": theme.step}
    motion = RULES[optimizer].motion if optimizer in RULES else ""
    return {**found, motion: theme.momentum, f"{motion}_old": theme.momentum} if motion else found


def marked_up(formula: str) -> str:
    """A formula for a rich text: what comes after an underscore stands lower."""
    return re.sub(r"_(old|new|kept)", r"<sub>\1</sub>", html.escape(formula))


class TermRows(QWidget):
    """One row for each term; rows are kept and filled anew.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins without rows."""
        super().__init__(parent)
        self.rows: list[TermRow] = []
        self._theme = load_theme("dark")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 8, 4)
        self._layout.setSpacing(9)
        self._layout.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the bars, from the next `show_step` on."""
        self._theme = theme

    def show_step(self, anatomy: Anatomy, weight: int) -> None:
        """Shows every term of one weight."""
        while len(self.rows) < len(anatomy.terms):
            self.rows.append(TermRow())
            self._layout.insertWidget(len(self.rows) - 1, self.rows[-1])
        formulas = {line.partition(" = ")[0]: line for line in anatomy.formula}
        # A rule that is not known line by line is one sentence about the whole step.
        formulas.setdefault("step", anatomy.formula[0])
        colors = colors_of(anatomy.optimizer, self._theme)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(anatomy.terms))
            if number < len(anatomy.terms):
                term = anatomy.terms[number]
                row.show_term(anatomy, term, weight, formulas.get(term.symbol, ""), colors, self._theme)


class TermRow(QWidget):
    """One term of one weight."""

    def __init__(self) -> None:
        """Begins empty."""
        super().__init__()
        self.symbol, self.value = QLabel(), QLabel()
        self.words = label(role="muted", wraps=True)
        self.formula, self.figures = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.bar = _Bar()
        # As wide as any number, so that the bars stand below each other.
        self.value.setMinimumWidth(self.value.fontMetrics().horizontalAdvance(figure(-8.888e-8)))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.figures.setProperty("role", "muted")
        for part in (self.symbol, self.formula):
            part.setTextFormat(Qt.TextFormat.RichText)
        for part in (self.value, self.figures):
            part.setTextFormat(Qt.TextFormat.PlainText)
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(1)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.symbol, 0, 0)
        layout.addWidget(self.bar, 0, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.value, 0, 2)
        layout.addWidget(self.words, 1, 0, 1, 3)
        layout.addWidget(self.formula, 2, 0, 1, 3)
        layout.addWidget(self.figures, 3, 0, 1, 3)

    def show_term(
        self, anatomy: Anatomy, term: Term, weight: int, formula: str, colors: Mapping[str, str], theme: Theme
    ) -> None:
        """Fills the row."""
        number = float(term.values[weight])
        self.symbol.setText(f"<b>{marked_up(term.symbol)}</b>")
        self.words.setText(spoken(term.name))
        self.value.setText(figure(number))
        self.formula.setVisible(bool(formula))
        self.figures.setVisible(" = " in formula)
        self.formula.setText(marked_up(formula))
        if " = " in formula:
            self.figures.setText(f"= {with_figures(anatomy, formula, weight).partition(' = ')[2]}")
        self.bar.show_value(number, term.values, QColor(colors.get(term.symbol, theme.accent)), theme)
        self.setAccessibleName(f"{term.symbol}, {self.words.text()}: {figure(number)}")


class _Bar(QWidget):
    """A number among those of all weights: to the right of the middle if positive, as long as it is large."""

    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, value: float, values: Array, color: QColor, theme: Theme) -> None:
        known = values[np.isfinite(values)]
        most = float(np.abs(known).max()) if known.size else 0.0
        self._part = value / most if most and np.isfinite(value) else 0.0
        # A quantity that is the same for all weights tells nothing by its size among them.
        self.setVisible(bool(known.size == 1 or (known.size and known.min() < known.max())))
        self._color, self._theme = color, theme
        self.setFixedSize(round(BAR_WIDTH * theme.scale), round(BAR_HEIGHT * theme.scale))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle, height = self.width() / 2, self.height()
        painter.fillRect(QRectF(0, height / 2 - 0.5, self.width(), 1), QColor(self._theme.border))
        length = self._part * (middle - 1)
        bar = QRectF(middle, 0.5, length, height - 1).normalized()
        painter.setPen(QColor(self._theme.muted))
        painter.setBrush(self._color)
        if abs(length) >= 1:
            painter.drawRect(bar)
        painter.fillRect(QRectF(middle - 0.5, 0, 1, height), QColor(self._theme.text))
