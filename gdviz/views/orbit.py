"""Turning a scene by mouse and keys."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gdviz.views.camera import Camera

TURNS = {
    Qt.Key.Key_Left: (5.0, 0.0),
    Qt.Key.Key_Right: (-5.0, 0.0),
    Qt.Key.Key_Up: (0.0, 4.0),
    Qt.Key.Key_Down: (0.0, -4.0),
}
"""How far each arrow key turns the camera: degrees around and up."""


class Orbit(QWidget):
    """A picture with a camera that a person moves; `moved` says when to draw it anew.

    Args:
        parent: The Qt parent.

    Attributes:
        camera: Where the scene is looked at from.
        keyed: Whether keys brought the focus here, so that it should be seen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Takes the keyboard's focus."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.camera = Camera()
        self.keyed = False
        self._dragged_from = QPointF()

    def moved(self) -> None:
        """The camera moved."""
        self.update()

    def look(self, camera: Camera) -> None:
        """Looks through another camera."""
        self.camera = camera
        self.moved()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes hold of the box."""
        self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turns the box with the mouse."""
        by = event.position() - self._dragged_from
        self._dragged_from = event.position()
        self.look(self.camera.orbited(-0.4 * by.x(), 0.4 * by.y()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Goes back to the first view."""
        self.look(Camera())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Comes nearer or goes away."""
        self.look(self.camera.zoomed(1.0015 ** event.angleDelta().y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn, + and - zoom, Home goes back to the first view."""
        key, keys = event.key(), Qt.Key
        if key in TURNS:
            self.look(self.camera.orbited(*TURNS[keys(key)]))
        elif key in (keys.Key_Plus, keys.Key_Equal, keys.Key_Minus):
            self.look(self.camera.zoomed(1 / 1.12 if key == keys.Key_Minus else 1.12))
        elif key == keys.Key_Home:
            self.look(Camera())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that keys go here, if it was keys that brought the focus."""
        self.keyed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hides it again."""
        self.keyed = False
        super().focusOutEvent(event)
        self.update()
