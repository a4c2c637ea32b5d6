"""The arrows of one training step at the ball: downhill, momentum, the step taken, and where it lands.

All three are displacements of the weights, seen on the picture's plane, and equally true to scale: where the longest
would be too short to see, all are drawn longer by the same round factor, which the legend states.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from gdviz.core.anatomy import Anatomy
from gdviz.core.plane import Surface
from gdviz.views.theme import Theme
from gdviz.worker.words import spoken

Array = NDArray[np.float32]

SHORT = 24.0
"""Pixels below which the longest arrow is too short to see."""
LEGIBLE = 44.0
"""Pixels that a magnified one has at least."""
MOST = 1e4
"""Arrows that need a larger factor are not drawn: nothing moves any more."""
BALL = 8.5
"""Radius of the ball, in pixels."""
OUTLINE = QColor(11, 14, 20, 190)


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of arrow is drawn and what it is called.

    Attributes:
        title: In the legend.
        help: A sentence for the tooltip.
        width: Of the line, in pixels.
        dashes: Lengths of dashes and gaps, in widths; none for a whole line.
        open: Whether the head is two strokes instead of a filled triangle.
    """

    title: str
    help: str
    width: float
    dashes: tuple[float, ...] = ()
    open: bool = False


LOOKS: Mapping[str, Look] = {
    "step": Look("step", "The step actually taken; the ghost ball is where it lands.", 4.6),
    "momentum": Look("momentum", "What the optimiser carries on from the steps before.", 2.6, (3.0, 1.6), True),
    "downhill": Look("downhill", "Learning rate times the gradient, downhill: the step of plain descent.", 2.0),
}
"""The kinds of arrow in the order in which they are drawn, each a theme's colour of the same name."""


@dataclass(frozen=True, slots=True, eq=False)
class Arrows:
    """The arrows of a step on a plane of D directions.

    Attributes:
        start: Where they begin, ``[D]``.
        moves: For each kind there is, its displacement as it is drawn, ``[D]``.
        landing: Where the step ends in truth, ``[D]``.
        factor: How much longer they are drawn than they are.
    """

    start: Array
    moves: Mapping[str, Array]
    landing: Array
    factor: float


def arrows_of(surface: Surface, anatomy: Anatomy | None, pixels: Callable[[Array], float]) -> Arrows | None:
    """The arrows of a step.

    Args:
        surface: On whose plane.
        anatomy: Of the step; None for none.
        pixels: How long a displacement ``[D]`` is on the screen.

    Returns:
        The arrows, or None where there is no step, it is of another landscape, or nothing moves.
    """
    if anatomy is None or anatomy.weights.size != surface.plane.origin.size:
        return None
    moved = {"step": anatomy.after - anatomy.weights, "downhill": -anatomy.learning_rate * anatomy.gradient}
    if anatomy.momentum is not None:
        moved["momentum"] = anatomy.momentum
    start = surface.plane.project(anatomy.weights[None])[0]
    moves = {kind: surface.plane.project((anatomy.weights + move)[None])[0] - start for kind, move in moved.items()}
    longest = max(pixels(move) for move in moves.values())
    factor = factor_for(longest)
    if factor is None:
        return None
    drawn = {kind: np.asarray(factor * moves[kind], np.float32) for kind in LOOKS if kind in moves}
    return Arrows(start, drawn, start + moves["step"], factor)


def factor_for(longest: float) -> float | None:
    """1 where ``longest`` pixels are enough to see, else the next round factor; None where none would do."""
    if longest >= SHORT or not np.isfinite(longest):
        return 1.0 if np.isfinite(longest) else None
    if longest <= LEGIBLE / MOST:
        return None
    needed = LEGIBLE / longest
    power = 10.0 ** np.floor(np.log10(needed))
    return float(next(part * power for part in (1, 2, 5, 10) if part * power >= needed * (1 - 1e-9)))


def factor_text(factor: float) -> str:
    """What the legend says of the factor; empty where arrows are as long as they are."""
    return "" if factor == 1.0 else spoken("arrows \u00d7 {}").format(f"{factor:,.0f}".replace(",", "\u202f"))


def paint_arrow(painter: QPainter, line: Sequence[QPointF], kind: str, color: str, size: float = 1.0) -> None:
    """Draws an arrow along ``line``, with a dark outline that reads on every part of a surface."""
    if len(line) < 2 or _length(line) < 2.0:
        return
    look, head = LOOKS[kind], _head(line, kind, size)
    shaft = [*_shortened(line, 0.0 if look.open else 0.7 * _head_length(kind, size))]
    for pen_color, more in ((OUTLINE, 2.4), (QColor(color), 0.0)):
        pen = QPen(pen_color, size * (look.width + more))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if not look.dashes else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        solid = QPen(pen)
        if look.dashes and not more:
            pen.setDashPattern(look.dashes)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(shaft))
        solid.setWidthF(size * (look.width + more) if look.open else size * (1.0 + more))
        solid.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(solid)
        if look.open:
            painter.drawPolyline(QPolygonF(head))
        else:
            painter.setBrush(QBrush(pen_color))
            painter.drawPolygon(QPolygonF(head))


def from_ball(line: Sequence[QPointF], size: float = 1.0) -> list[QPointF]:
    """``line`` without the part that lies on the ball, unless that would be most of it."""
    return _shortened(line[::-1], min(BALL * size, 0.4 * _length(line)))[::-1]


def paint_ghost(painter: QPainter, place: QPointF, ball: QPointF, theme: Theme, size: float = 1.0) -> None:
    """Draws where the step lands: a ball one can see through; not where the ball itself is in the way."""
    if _apart(place, ball) < 1.6 * BALL * size:
        return
    fill = QColor(theme.ball)
    fill.setAlphaF(0.35)
    for color, width in ((OUTLINE, 4.2), (QColor(theme.ball), 2.0)):
        painter.setPen(QPen(color, size * width))
        painter.setBrush(fill if width == 2.0 else QBrush(Qt.BrushStyle.NoBrush))
        painter.drawEllipse(place, 7.0 * size, 7.0 * size)


def _head_length(kind: str, size: float) -> float:
    return size * (7.0 + 1.5 * LOOKS[kind].width)


def _head(line: Sequence[QPointF], kind: str, size: float) -> list[QPointF]:
    """The head's three corners, its tip in the middle; smaller on an arrow that is short."""
    length = min(_head_length(kind, size), 0.6 * _length(line))
    tip, back = line[-1], _shortened(line, length)[-1]
    along = tip - back
    across = QPointF(-along.y(), along.x()) * 0.52
    return [back + across, tip, back - across]


def _length(line: Sequence[QPointF]) -> float:
    return sum(_apart(first, second) for first, second in pairwise(line))


def _apart(first: QPointF, second: QPointF) -> float:
    off = second - first
    return float(np.hypot(off.x(), off.y()))


def _shortened(line: Sequence[QPointF], by: float) -> list[QPointF]:
    """``line`` without its last ``by`` pixels, at least a point of it; a line of one point stays."""
    left = list(line)
    if len(left) < 2:
        return left
    while len(left) > 2 and _apart(left[-2], left[-1]) < by:
        by -= _apart(left[-2], left[-1])
        left.pop()
    last = _apart(left[-2], left[-1])
    part = min(by / last, 0.98) if last > 0 else 0.0
    return [*left[:-1], left[-1] + (left[-2] - left[-1]) * part]
