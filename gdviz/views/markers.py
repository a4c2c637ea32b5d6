"""The marks of other runs as the 3D view draws them: the outlines of those in `gdviz.views.runner_marks`."""

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from gdviz.views.runner_marks import SYMBOLS
from gdviz.views.shapes import shape_of
from gdviz.views.theme import Theme

Outline = NDArray[np.float64]
ROUND = np.zeros((0, 2))
"""The outline of a circle, which has no corners."""
MOST_CORNERS = 12
"""More than these are a circle."""


@cache
def outline(mark: int) -> Outline:
    """The corners of mark number ``mark`` around a middle at 0, at most 12 and about 1 from it, ``[N, 2]``."""
    path = shape_of(SYMBOLS[mark % len(SYMBOLS)])
    corners = [(2 * point.x(), -2 * point.y()) for point in path.toFillPolygon().toList()[:-1]]
    return np.array(corners) if len(corners) <= MOST_CORNERS else ROUND


def color(theme: Theme, mark: int) -> str:
    """The colour of run number ``mark``."""
    return theme.runner_colors[mark % len(theme.runner_colors)]


def rim(fill: str) -> str:
    """The colour of a thin line around a ``fill`` that must read on every part of a surface."""
    return "#10141c" if QColor(fill).lightnessF() > 0.4 else "#ffffff"
