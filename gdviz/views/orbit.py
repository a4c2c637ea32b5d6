"""Turning a scene by mouse and keys, and by itself until a person does."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPointF, Qt, QVariantAnimation
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gdviz.views.camera import Camera

FindView = Callable[[Camera | None], Camera]

TURNS = {
    Qt.Key.Key_Left: (5.0, 0.0),
    Qt.Key.Key_Right: (-5.0, 0.0),
    Qt.Key.Key_Up: (0.0, 4.0),
    Qt.Key.Key_Down: (0.0, -4.0),
}
"""How far each arrow key turns the camera: degrees around and up."""
WALK_MS = 900
"""Milliseconds in which the camera walks around the box by itself: slow enough to follow."""


class Orbit(QWidget):
    """A picture with a camera that a person moves; `moved` says when to draw it anew.

    Args:
        parent: The Qt parent.

    Attributes:
        camera: Where the scene is looked at from.
        chosen: Whether a person chose that; then it stays.
        find_view: From where the scene had better be looked at than through the given camera, or that one; None for
            a scene that nobody has seen yet.
        keyed: Whether keys brought the focus here, so that it should be seen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Takes the keyboard's focus."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.camera = self._walk_from = self._walk_to = Camera()
        self.chosen = self.keyed = False
        self.find_view: FindView = lambda usual: usual or Camera()
        self._dragged_from = QPointF()
        self._walk = QVariantAnimation(self, duration=WALK_MS, easingCurve=QEasingCurve(QEasingCurve.Type.InOutSine))
        self._walk.setStartValue(0.0)
        self._walk.setEndValue(1.0)
        self._walk.valueChanged.connect(self._on_walk)

    def moved(self) -> None:
        """The camera moved."""
        self.update()

    def look(self, camera: Camera) -> None:
        """Looks through another camera, which a person chose."""
        self._walk.stop()
        self.camera, self.chosen = camera, True
        self.moved()

    def reset(self) -> None:
        """Goes back to the first view."""
        self._walk.stop()
        self.camera, self.chosen = self.find_view(None), False
        self.moved()

    def seek(self, another: bool = False) -> None:
        """Walks to where the scene is seen better, unless a person chose where from.

        Args:
            another: Whether nobody has seen this scene yet, so that where the camera is counts for nothing.
        """
        walking = self._walk.state() == QVariantAnimation.State.Running
        there = self._walk_to if walking else self.camera
        to = there if self.chosen else self.find_view(None if another else there)
        if to == there:
            return
        self._walk.stop()
        self._walk_from, self._walk_to = self.camera, to
        if self.isVisible():
            self._walk.start()
        else:
            self._on_walk(1.0)

    def arrive(self) -> None:
        """Ends a walk at once."""
        if self._walk.state() == QVariantAnimation.State.Running:
            self._walk.stop()
            self._on_walk(1.0)

    def _on_walk(self, part: float) -> None:
        self.camera = self._walk_from.toward(self._walk_to, part)
        self.moved()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it walk."""
        super().hideEvent(event)
        self.arrive()

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
        self.reset()

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
            self.reset()
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
