"""The marker of each runner, the same in every view: no two of eight look alike even without colour."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from gdviz.views.shapes import shape_of

SYMBOLS = ("o", "s", "t1", "d", "x", "star", "t", "h")
"""pyqtgraph's names of the markers: circle, square, triangle, diamond, cross, star, triangle upside down, hexagon."""


def symbol(mark: int) -> str:
    """Pyqtgraph's name of the marker number ``mark``."""
    return SYMBOLS[mark % len(SYMBOLS)]


def marker_icon(mark: int, color: QColor, size: int = 16, ratio: float = 2.0) -> QIcon:
    """The marker number ``mark`` in ``color``, for a list."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(QPointF(picture.width() / 2, picture.height() / 2))
    painter.scale(0.8 * picture.width(), 0.8 * picture.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(shape_of(symbol(mark)))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
