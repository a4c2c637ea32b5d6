"""The marks of runs: one outline each, so that they are told apart without their colours."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QPolygonF

from gdviz.views.theme import Theme

Outline = NDArray[np.float64]
ROUND = np.zeros((0, 2))
"""The outline of a circle, which has no corners."""


def _pointed(radii: Sequence[float], turn: float = 0.0) -> Outline:
    """Corners all around, at these distances from the middle, the first straight up and then ``turn`` degrees on."""
    angles = np.radians(90.0 + turn) + np.linspace(0.0, 2 * np.pi, len(radii), endpoint=False)
    return np.stack([radii * np.cos(angles), radii * np.sin(angles)], axis=1)


def _crossed(turn: float) -> Outline:
    """Two crossing bars."""
    bar, arm = 0.36, 1.0
    quarter = np.array([(bar, arm), (bar, bar), (arm, bar)])
    corners = []
    for number in range(4):
        angle = np.radians(turn - 90.0 * number)
        turned = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        corners.append(quarter @ turned.T)
    return np.concatenate(corners)


MARKERS: dict[str, Outline] = {
    "circle": ROUND,
    "square": _pointed([1.15] * 4, 45.0),
    "triangle": _pointed([1.25] * 3),
    "diamond": _pointed([1.25, 0.85, 1.25, 0.85]),
    "plus": _crossed(0.0),
    "cross": _crossed(45.0),
    "star": _pointed([1.35, 0.55] * 5),
    "hexagon": _pointed([1.15] * 6),
}
"""The corners of each mark around a middle at 0, anticlockwise or not, about 1 from it; by name, in order."""


def outline(mark: int) -> Outline:
    """The corners of mark number ``mark``; after the last comes the first again."""
    return list(MARKERS.values())[mark % len(MARKERS)]


def symbol(mark: int) -> QPainterPath:
    """Mark number ``mark`` as pyqtgraph draws symbols: within half a unit of the middle, y downwards."""
    path, corners = QPainterPath(), outline(mark)
    if len(corners):
        path.addPolygon(QPolygonF([QPointF(0.5 * x, -0.5 * y) for x, y in corners]))
        path.closeSubpath()
    else:
        path.addEllipse(QPointF(0.0, 0.0), 0.5, 0.5)
    return path


def color(theme: Theme, mark: int) -> str:
    """The colour of run number ``mark``."""
    return theme.runner_colors[mark % len(theme.runner_colors)]


def rim(fill: str) -> str:
    """The colour of a thin line around a ``fill`` that must read on every part of a surface."""
    return "#10141c" if QColor(fill).lightnessF() > 0.4 else "#ffffff"
