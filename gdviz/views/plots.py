"""How this program's pyqtgraph plots look, in one place."""

import pyqtgraph
from pyqtgraph import AxisItem, PlotItem
from PySide6.QtGui import QColor, QFont

from gdviz.views.theme import Theme

OUTLINE = "#0b0e14"


def themed_axis(axis: AxisItem, theme: Theme, font: QFont) -> None:
    """Draws ``axis`` in ``theme``'s colours: quiet lines, legible numbers, a name that stands out."""
    axis.setPen(pyqtgraph.mkPen(theme.border))
    axis.setTextPen(pyqtgraph.mkPen(theme.muted))
    axis.setStyle(tickFont=font, tickLength=-4)
    if axis.labelText:
        axis.setLabel(axis.labelText, color=theme.text, **{"font-size": f"{font.pointSizeF():g}pt"})


def themed(plot: PlotItem, theme: Theme, font: QFont) -> None:
    """Draws all axes of ``plot`` in ``theme``'s colours."""
    for side in ("left", "right", "top", "bottom"):
        themed_axis(plot.getAxis(side), theme, font)


def quiet(plot: PlotItem) -> None:
    """Takes away the menu and the button that mean nothing to a pupil."""
    plot.setMenuEnabled(False)
    plot.hideButtons()


def translucent(color: str, opacity: float) -> QColor:
    """``color`` with an opacity from 0 to 1."""
    result = QColor(color)
    result.setAlphaF(opacity)
    return result
