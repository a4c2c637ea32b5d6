"""The line of a curve, drawn as quickly as its number of points allows."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gdviz.views.chart_parts import Stroke
from gdviz.views.colors import translucent
from gdviz.views.theme import Theme

DENSE = 350
"""From so many points on, a faint curve is drawn thin and with hard edges: soft ones cost time and are not seen."""

MANY = 60
"""From so many points on, a whole curve is drawn as single lines: Qt takes ten times as long for one that bends."""


def draw_line(painter: QPainter, stroke: Stroke, x: NDArray[np.float64], y: NDArray[np.float64], theme: Theme) -> None:
    """Draws the curve through the pixels ``x`` and ``y``, broken at its gaps."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_dense(stroke))
    painter.setPen(pen_of(stroke, theme))
    if is_fine(stroke):
        painter.drawLines(pieces(x, y, stroke.width * theme.scale * np.array(stroke.dash)))
    else:
        for line in unbroken(x, y):
            painter.drawPolyline(line) if line.size() > 1 else painter.drawPoint(line.first())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def is_dense(stroke: Stroke) -> bool:
    """Whether a curve is a cloud of points behind another."""
    return stroke.opacity < 1 and len(stroke.x) > DENSE


def is_fine(stroke: Stroke) -> bool:
    """Whether a curve has so many points that its lines are short: drawn singly, they take a tenth of the time."""
    return stroke.opacity == 1 and len(stroke.x) > MANY


def pen_of(stroke: Stroke, theme: Theme) -> QPen:
    """The pen that draws a curve."""
    if is_dense(stroke):
        return QPen(translucent(stroke.color, stroke.opacity), 0)
    pen = QPen(translucent(stroke.color, stroke.opacity), stroke.width * theme.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if stroke.dash else Qt.PenCapStyle.RoundCap)
    if stroke.dash and not is_fine(stroke):
        pen.setDashPattern(list(stroke.dash))
    return pen


def unbroken(x: NDArray[np.float64], y: NDArray[np.float64]) -> list[QPolygonF]:
    """The stretches of a curve between its gaps; a single point between two gaps is one of them."""
    # Imported when the first curve is drawn, since the window is to come before.
    from pyqtgraph.functions import arrayToQPolygonF

    known = np.isfinite(x) & np.isfinite(y)
    if known.all():
        return [arrayToQPolygonF(x, y)] if len(x) else []
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(np.int8)))
    return [arrayToQPolygonF(x[a:b], y[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def pieces(x: NDArray[np.float64], y: NDArray[np.float64], dash: NDArray[np.float64]) -> list[QLineF]:
    """A curve as the lines from point to point, without those that fall into its gaps or between two dashes."""
    ends = np.column_stack([x[:-1], y[:-1], x[1:], y[1:]])
    kept = np.isfinite(ends).all(1)
    if dash.size:
        along = np.nancumsum(np.hypot(np.diff(x), np.diff(y))) % dash.sum()
        kept &= np.searchsorted(np.cumsum(dash), along, side="right") % 2 == 0
    return [QLineF(*line) for line in ends[kept].tolist()]
