"""What a chart is made of, and how its smaller parts are drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from gdviz.core.axis import Axis
from gdviz.views.colors import translucent
from gdviz.views.runner_marks import symbol
from gdviz.views.shapes import shape_of
from gdviz.views.theme import Theme

Array = NDArray[np.float64]

DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (5, 2.5),
    (1.2, 2),
    (7, 2, 1.2, 2),
    (3, 2),
    (9, 3),
    (5, 2, 1.2, 2, 1.2, 2),
    (2, 4),
)
"""The dash of each run by its mark, in widths of the line; together with its symbol it tells what colour tells."""


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """One curve as it is drawn.

    Attributes:
        x: Places on the level axis, ``[M]``, ascending.
        y: Values, ``[M]``; NaN is a gap.
        color: Its colour.
        width: Its width in pixels at the usual scale.
        dash: Lengths of dashes and gaps in widths; empty for a whole line.
        opacity: From 0 to 1.
        marker: Which shape stands at its end; None for none.
        gap: Where it is infinite or no number for the first time.
        noisy: Whether the axis may cut off its rarest values, since it stands behind a calmer curve.
    """

    x: Array
    y: Array
    color: str
    width: float = 2.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    marker: int | None = None
    gap: float | None = None
    noisy: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """One plot.

    Attributes:
        key: Which.
        title: Its name.
        strokes: Its curves, the hindmost first.
        axis: Its upright axis.
        share: How high it is beside the others.
    """

    key: str
    title: str
    strokes: tuple[Stroke, ...]
    axis: Axis
    share: float


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the level axis where something was seen.

    Attributes:
        first: Where it begins.
        last: Where it ends.
        lane: From 0 on: in which line below the top of the first panel its bracket is.
        number: What stands on the bracket.
        label: What was seen, in words.
        color: Of the bracket.
        shaded: Whether the whole stretch is shaded.
        named: Whether the words are shown.
    """

    first: float
    last: float
    lane: int
    number: str
    label: str
    color: str
    shaded: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with its name and a sample of its line.

    Attributes:
        label: Its name.
        text: The value.
        color: Of its line.
        dash: Of its line.
        marker: Of its line.
        short: A shorter name, where there is no room for the other.
    """

    label: str
    text: str
    color: str
    dash: tuple[float, ...] = ()
    marker: int | None = None
    short: str = ""


def draw_marker(painter: QPainter, shape: str, at: QPointF, size: float, color: str, outline: str) -> None:
    """One of pyqtgraph's symbols, ``size`` pixels from its middle to its edge."""
    painter.save()
    painter.translate(at)
    painter.scale(2 * size, 2 * size)
    edge = QPen(QColor(outline), 1)
    edge.setCosmetic(True)
    painter.setPen(edge)
    painter.setBrush(QColor(color))
    painter.drawPath(shape_of(shape))
    painter.restore()


def draw_entries(painter: QPainter, title: str, entries: Sequence[Entry], box: QRectF, theme: Theme) -> None:
    """A head line from the left of ``box`` on: a title, and values in the order given, shorter where they must be."""
    metrics, usual = painter.fontMetrics(), painter.font()
    bold = QFont(usual)
    bold.setBold(True)
    sample, gap = 1.4 * metrics.height(), 0.55 * metrics.height()
    head = metrics.horizontalAdvance(title) + gap if title else 0.0
    for brevity in range(3):
        names = [(entry.label, entry.short or entry.label, "")[brevity] for entry in entries]
        pieces = zip(names, entries, strict=True)
        whole = sum(sample + 1.5 * gap + metrics.horizontalAdvance(f"{name} {each.text}") for name, each in pieces)
        if head + whole <= box.width():
            break
    base = box.top() + metrics.ascent()
    painter.setPen(QColor(theme.text))
    painter.drawText(QPointF(box.left(), base), title)
    x = box.left() + head
    for name, entry in zip(names, entries, strict=True):
        _draw_sample(painter, entry, QPointF(x, base - 0.35 * metrics.ascent()), sample, theme)
        x += sample + 0.4 * gap
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(x, base), name)
        x += metrics.horizontalAdvance(f"{name} " if name else "")
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(x, base), entry.text)
        x += painter.fontMetrics().horizontalAdvance(entry.text) + 1.1 * gap
        painter.setFont(usual)


def _draw_sample(painter: QPainter, entry: Entry, at: QPointF, length: float, theme: Theme) -> None:
    pen = QPen(QColor(entry.color), 2.4 * theme.scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if entry.dash:
        pen.setDashPattern(list(entry.dash))
    painter.setPen(pen)
    painter.drawLine(at, at + QPointF(length, 0.0))
    if entry.marker is not None:
        draw_marker(
            painter, symbol(entry.marker), at + QPointF(length / 2, 0.0), 3.6 * theme.scale, entry.color, theme.panel
        )


def draw_spans(
    painter: QPainter,
    spans: Sequence[Span],
    frames: Sequence[QRectF],
    column: Callable[[float], float],
    lane: float,
    theme: Theme,
) -> None:
    """Brackets along the top of the first panel, shading over all of them, and the words of those that are named."""
    top = frames[0].top()
    for span in spans:
        left, right = max(column(span.first), frames[0].left()), min(column(span.last), frames[0].right())
        right = max(right, left + 2.0)
        if span.shaded:
            for frame in frames:
                painter.fillRect(QRectF(left, frame.top(), right - left, frame.height()), translucent(span.color, 0.14))
        y = top + (span.lane + 0.6) * lane
        painter.setPen(QPen(QColor(span.color), (2.4 if span.named else 1.4) * theme.scale))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for end in (left, right):
            painter.drawLine(QPointF(end, y - 0.25 * lane), QPointF(end, y + 0.25 * lane))
        _draw_badge(painter, span, QPointF((left + right) / 2, y), lane, theme)
    for span in spans:
        if span.named:
            _draw_label(
                painter, span, frames[0], column, theme, top + (len({each.lane for each in spans}) + 0.4) * lane
            )


def _draw_badge(painter: QPainter, span: Span, at: QPointF, lane: float, theme: Theme) -> None:
    """The number on a bracket, the same as beside the doctor's words."""
    usual = painter.font()
    small = QFont(usual)
    small.setPointSizeF(0.72 * usual.pointSizeF())
    small.setBold(True)
    painter.setFont(small)
    box = QRectF(at.x() - lane / 2, at.y() - lane / 2, lane, lane)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(span.color))
    painter.drawEllipse(box)
    painter.setPen(QColor(theme.panel))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, span.number)
    painter.setFont(usual)


def _draw_label(
    painter: QPainter, span: Span, frame: QRectF, column: Callable[[float], float], theme: Theme, top: float
) -> None:
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    room = QRectF(0.0, 0.0, frame.width() - 16.0, 400.0)
    size = painter.fontMetrics().boundingRect(room.toRect(), flags, span.label)
    wide, high = size.width() + 14.0, size.height() + 6.0
    middle = (column(span.first) + column(span.last)) / 2
    left = min(max(middle - wide / 2, frame.left() + 2.0), frame.right() - wide)
    box = QRectF(left, min(top, frame.bottom() - high), wide, high)
    painter.setPen(QColor(span.color))
    painter.setBrush(translucent(theme.raised, 0.94))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.text))
    painter.drawText(box.adjusted(6, 3, -6, -3), flags, span.label)
