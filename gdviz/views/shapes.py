"""The shapes of marks, which are pyqtgraph's; it is imported when the first one is drawn."""

from PySide6.QtGui import QPainterPath


def shape_of(name: str) -> QPainterPath:
    """The outline of one of pyqtgraph's symbols, one across, around a middle at 0."""
    from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols

    found: QPainterPath = Symbols[name]
    return found
