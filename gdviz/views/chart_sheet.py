"""The sheet that curves are drawn on: frames, grid and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from gdviz.core.axis import Axis
from gdviz.views.chart_parts import Panel
from gdviz.views.colors import translucent
from gdviz.views.theme import Theme

MARGIN = 11.0
"""Pixels to the right of a frame that the last number of the level axis may reach into."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A panel with its frame on the widget."""

    panel: Panel
    frame: QRectF


def draw_sheet(painter: QPainter, placed: Sequence[Placed], x_axis: Axis, x_name: str, theme: Theme) -> None:
    """Draws the frames of all panels, and below the last one the level axis that they share."""
    for each in placed:
        _draw_frame(painter, each, theme)
        _draw_level_grid(painter, each.frame, x_axis, theme)
    if placed:
        _draw_foot(painter, placed[-1].frame, x_axis, x_name, theme)


def _draw_frame(painter: QPainter, placed: Placed, theme: Theme) -> None:
    frame, metrics = placed.frame, painter.fontMetrics()
    ink, faint = QColor(theme.muted), translucent(theme.muted, 0.16)
    for value, label in placed.panel.axis.ticks:
        y = round(frame.bottom() - frame.height() * float(placed.panel.axis.part(value)))
        painter.setPen(faint)
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setPen(ink)
        left = frame.left() - 6 - metrics.horizontalAdvance(label)
        painter.drawText(QPointF(left, y + metrics.capHeight() / 2), label)


def _draw_level_grid(painter: QPainter, frame: QRectF, x_axis: Axis, theme: Theme) -> None:
    painter.setPen(translucent(theme.muted, 0.16))
    for value, _ in x_axis.ticks:
        x = round(_column(frame, x_axis, value))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
    painter.setPen(translucent(theme.muted, 0.6))
    painter.drawLine(frame.bottomLeft(), frame.bottomRight())
    painter.drawLine(frame.topLeft(), frame.bottomLeft())


def _draw_foot(painter: QPainter, frame: QRectF, x_axis: Axis, x_name: str, theme: Theme) -> None:
    metrics = painter.fontMetrics()
    base = frame.bottom() + metrics.height()
    painter.setPen(QColor(theme.muted))
    for value, label in x_axis.ticks:
        wide = metrics.horizontalAdvance(label)
        x = min(_column(frame, x_axis, value) - wide / 2, frame.right() + MARGIN - wide)
        painter.drawText(QPointF(x, base), label)
    painter.setPen(QColor(theme.text))
    box = QRectF(frame.left(), base + 2.0, frame.width(), metrics.height() + 2.0)
    painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, x_name)


def _column(frame: QRectF, x_axis: Axis, value: float) -> float:
    """The pixel column of a place on the level axis."""
    return float(frame.left() + frame.width() * float(x_axis.part(value)))
