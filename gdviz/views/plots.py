"""How this program's pyqtgraph plots look, in one place."""

from collections.abc import Iterable

import pyqtgraph
from pyqtgraph import AxisItem, PlotItem
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import QWidget

from gdviz.views.theme import Theme


class PlainAxis(AxisItem):  # type: ignore[misc]
    """An axis with plain numbers, without a factor beside its name and without ticks between two numbers.

    Args:
        side: As pyqtgraph has it.
    """

    def __init__(self, side: str) -> None:
        """Begins without a name."""
        super().__init__(side)
        self.enableAutoSIPrefix(False)
        self.setStyle(maxTickLevel=0)

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """What the ticks say."""
        return true_minus(super().tickStrings(values, scale, spacing))


def true_minus(numbers: Iterable[str]) -> list[str]:
    """Numbers with the sign that is as wide as a plus, not a hyphen."""
    return [number.replace("-", "\u2212") for number in numbers]


def plain_axes() -> dict[str, PlainAxis]:
    """Axes for a new plot, by side."""
    return {side: PlainAxis(side) for side in ("left", "bottom")}


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
    """Takes away the menu and the button that mean nothing to a pupil, and leaves a margin."""
    plot.setMenuEnabled(False)
    plot.hideButtons()
    plot.setContentsMargins(6, 8, 10, 4)


def screen_pen(widget: QWidget, color: QColor | str, width: float, **more: object) -> QPen:
    """A pen that is as wide on every screen.

    Pens of plots do not grow with what is plotted, and so Qt counts their width in the screen's own pixels: at 200 %
    lines would be half as wide as all else.
    """
    return QPen(pyqtgraph.mkPen(color, width=width * widget.devicePixelRatioF(), **more))


def flat_pen(widget: QWidget, color: QColor, width: float) -> QPen:
    """A pen whose lines end where they end: pieces of one line do not show where they meet."""
    pen = screen_pen(widget, color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
