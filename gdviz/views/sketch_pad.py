"""A piece of paper to draw a loss curve on."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gdviz.lessons.questions import EXAMPLES, SHAPES, Point
from gdviz.views.parts import described
from gdviz.views.theme import Theme

KEYS: Mapping[int, str] = {
    Qt.Key.Key_Down.value: "falls",
    Qt.Key.Key_Up.value: "rises",
    Qt.Key.Key_Right.value: "flat",
    Qt.Key.Key_Z.value: "zigzag",
}
"""Keys that draw a shape, for whoever has no mouse."""

MARGIN = 12
"""Pixels between the edge of the paper and its axes."""


class SketchPad(QWidget):
    """Drawn on with the mouse, or by key: down falls, up rises, right is flat, Z zigzags."""

    changed = Signal()
    """Something was drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self.points: list[Point] = []
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(84)
        self.setCursor(Qt.CursorShape.CrossCursor)
        help = self.tr("Draw with the mouse, from left to right. Keys: down falls, up rises, right is flat, Z zigzags")
        described(self, self.tr("Paper for a loss curve"), help)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the paper."""
        self._theme = theme
        self.update()

    def draw(self, points: tuple[Point, ...] | list[Point]) -> None:
        """Puts another drawing on the paper: points from 0 to 1, y upwards."""
        self.points = list(points)
        self.changed.emit()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a curve, and low enough that the buttons below it stay in sight."""
        return QSize(240, 96)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A new line."""
        self.points = [self._point(event.position())]
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line goes on to the right; what is drawn over again is replaced."""
        point = self._point(event.position())
        self.points = [each for each in self.points if each[0] < point[0]] + [point]
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The line is done."""
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Draws a shape by key."""
        shape = KEYS.get(event.key())
        if shape in SHAPES:
            self.draw(EXAMPLES[str(shape)])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, their names, and the line."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setBrush(QColor(self._theme.raised))
        painter.setPen(QColor(self._theme.accent if self.hasFocus() else self._theme.border))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(self._theme.muted))
        painter.drawLine(self._place((0, 0)), self._place((1, 0)))
        painter.drawLine(self._place((0, 0)), self._place((0, 1)))
        words = self.tr("loss") if self.points else self.tr("loss: draw here")
        painter.drawText(self._place((0, 1)) + QPointF(6, 10), words)
        painter.drawText(self._place((1, 0)) + QPointF(-34, -5), self.tr("steps"))
        painter.setPen(QPen(QColor(self._theme.loss), 2.5))
        painter.drawPolyline(QPolygonF([self._place(point) for point in self.points]))

    def _inner(self) -> tuple[float, float]:
        return max(self.width() - 2.0 * MARGIN, 1.0), max(self.height() - 2.0 * MARGIN, 1.0)

    def _place(self, point: Point) -> QPointF:
        wide, high = self._inner()
        return QPointF(MARGIN + wide * point[0], MARGIN + high * (1.0 - point[1]))

    def _point(self, place: QPointF) -> Point:
        wide, high = self._inner()
        x, y = (place.x() - MARGIN) / wide, 1.0 - (place.y() - MARGIN) / high
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)
