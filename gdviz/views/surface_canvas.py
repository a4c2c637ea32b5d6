"""The canvas of the 3D view: it draws the scene it is given.

Two qualities. While anything moves, a frame is drawn plainly, since on software OpenGL every sample counts. When the
scene has come to rest, it is drawn once more with multisampling. Where a fine frame is quick enough, all are fine;
where a plain one is too slow, because training takes the processor, it has fewer triangles.
"""

import logging
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHideEvent,
    QImage,
    QOpenGLFunctions,
    QPainter,
    QPaintEvent,
    QPen,
    QVector2D,
    QVector3D,
)
from PySide6.QtWidgets import QWidget

from gdviz.views import gl_parts as gl
from gdviz.views import stage
from gdviz.views.height_field import FLOOR, HeightField
from gdviz.views.marks import INSIDE, Segments, Shadow, Sprites, simplified
from gdviz.views.offscreen import Offscreen
from gdviz.views.orbit import Orbit
from gdviz.views.theme import Theme

Array = NDArray[np.float32]
log = logging.getLogger(__name__)

MORPH_SECONDS = 0.25
REST_MS = 160
QUICK_SECONDS = 0.012
SLOW_SECONDS = 0.022
BALL_RADIUS = 8.5
PATH_WIDTH = 2.4
USUAL_WRITING = 18.0
"""Height of a line of text, in pixels, up to which lines and marks have their usual size."""
HIDDEN = 0.5
"""Opacity of the ball where a ridge hides it; it must never be lost."""


class SurfaceCanvas(Orbit):
    """Draws a height field in a box, with a path over it.

    Signals:
        failed: Drawing does not work here, and why; nothing will be drawn any more.
    """

    failed = Signal(str)
    _stopped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty box."""
        super().__init__(parent)
        self.setMinimumSize(240, 180)
        self.field = HeightField()
        self.message = ""
        self._axes = stage.Axes()
        self._theme: Theme | None = None
        self._grid, self._path, self._stem = Segments(), Segments(), Segments()
        self._sprites, self._shadow = Sprites(), Shadow()
        self._start: QVector3D | None = None
        self._ball: QVector3D | None = None
        self._foot: QVector3D | None = None
        self._offscreen: Offscreen | None = None
        self._drawn: QImage | None = None
        self._stale = True
        self._broken, self._resting, self._quick, self._slow = False, False, False, False
        self._morph_began = 0.0
        self._morphing = QTimer(self, interval=16)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._morphing.timeout.connect(self._advance)
        self._rest.timeout.connect(self._settle)
        self._stopped.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        self.set_axes(stage.Axes())

    # What is shown

    def set_theme(self, theme: Theme, curve: NDArray[np.float64]) -> None:
        """Draws in ``theme``'s colours, with the colour map's polynomial ``curve``."""
        self._theme = theme
        self.field.curve = curve
        self.field.under, self.field.lid = gl.rgb(theme.border), gl.rgb(_mixed(theme.border, theme.muted, 0.35))
        self.moved()

    def set_axes(self, axes: stage.Axes) -> None:
        """Shows other names and ticks."""
        self._axes = axes
        starts, ends, self._groups = stage.grid(axes)
        self._grid.set_pieces(starts, ends)
        self.moved()

    def set_heights(self, heights: NDArray[np.float64], morph: bool) -> None:
        """Shows another surface, flowing there from the present one if ``morph`` and if anyone can see it."""
        morph = morph and self.isVisible()
        self.field.set_heights(heights, morph)
        if morph:
            self._morph_began = perf_counter()
            self._morphing.start()
        self.moved()

    def set_path(self, points: Array, foot: float | None) -> None:
        """Shows a path.

        Args:
            points: Places in the box, ``[N, 3]``; the last is where the ball is. None for no path.
            foot: Height of the surface under the ball, where it leaves the surface.
        """
        self._path.set_path(simplified(points))
        self._start = QVector3D(*map(float, points[0])) if len(points) else None
        self._ball = QVector3D(*map(float, points[-1])) if len(points) else None
        self._foot = QVector3D(self._ball.x(), self._ball.y(), foot) if self._ball and foot is not None else None
        ends = points[-1:].copy()
        ends[:, 2] = 0.0 if foot is None else foot
        self._stem.set_pieces(points[-1:], ends)
        self.moved()

    def moved(self) -> None:
        """Redraws; plainly, and finely once nothing has moved for a moment."""
        self._resting = False
        if self.isVisible():
            self._rest.start()
        self._stale = True
        self.update()

    def _settle(self) -> None:
        self._resting = self._stale = True
        self.update()

    def _advance(self) -> None:
        part = (perf_counter() - self._morph_began) / MORPH_SECONDS
        self.field.set_morph(part)
        if part >= 1.0:
            self._morphing.stop()
        self.moved()

    def finish(self) -> None:
        """Ends a morph at once and draws finely from here, as for a still picture."""
        self._morphing.stop()
        self.field.set_morph(1.0)
        self._rest.stop()
        self._settle()

    def on_screen(self, point: QVector3D) -> QPointF:
        """Where ``point`` of the box is in the widget."""
        return self.camera.on_screen(point, self.width(), self.height())

    # Drawing

    def hideEvent(self, event: QHideEvent) -> None:
        """Rests while nobody looks."""
        super().hideEvent(event)
        self.finish()

    def _fail(self, reason: str) -> None:
        """Tells once; later, since a view must not be replaced while it is being painted."""
        if not self._broken:
            self._broken = True
            log.error("The 3D view stopped: %s", reason)
            self._stopped.emit(reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the newest picture of the scene, and the writing over it."""
        if self._theme is None:
            return
        picture = self._picture(self._theme)
        painter = QPainter(self)
        if picture is None:
            painter.fillRect(self.rect(), QColor(self._theme.background))
        else:
            painter.drawImage(0, 0, picture)
        self._write(painter, self._theme)
        # Said outright, because what is kept of an error may keep the painter as well.
        painter.end()

    def _picture(self, theme: Theme) -> QImage | None:
        """The scene as it now is, drawn anew only where it has changed; None where that does not work."""
        size = self.size() * self.devicePixelRatioF()
        if self._broken or (not self._stale and self._drawn is not None and self._drawn.size() == size):
            return None if self._broken else self._drawn
        try:
            self._drawn = self._draw_picture(theme, size)
            self._drawn.setDevicePixelRatio(self.devicePixelRatioF())
            self._stale = False
        except Exception as error:
            log.exception("Drawing failed")
            self._fail(str(error))
            return None
        return self._drawn

    def _draw_picture(self, theme: Theme, size: QSize) -> QImage:
        """Draws the scene, and notes whether this machine can afford fine pictures always or needs coarser ones."""
        offscreen = self._prepared()
        began = perf_counter()
        fine = self._resting or self._quick
        buffer = offscreen.target(size, fine)
        self._paint_scene(offscreen.functions, theme)
        picture = offscreen.picture(buffer)
        offscreen.end()
        taken = perf_counter() - began
        if fine:
            self._quick = taken < QUICK_SECONDS
        else:
            self._slow = taken > SLOW_SECONDS / 2 if self._slow else taken > SLOW_SECONDS
        return picture

    def _prepared(self) -> Offscreen:
        """OpenGL, directed to this canvas; shaders and buffers are made the first time."""
        if self._offscreen is not None:
            self._offscreen.begin()
            return self._offscreen
        self._offscreen = Offscreen()
        for part in (self.field, self._grid, self._path, self._stem, self._sprites, self._shadow):
            part.initialize()
        return self._offscreen

    def _paint_scene(self, functions: QOpenGLFunctions, theme: Theme) -> None:
        frame = self._frame(functions)
        self._clear(functions, theme)
        depth = 0.16 if theme.name == "light" else 0.38
        self._shadow.paint(frame, FLOOR - 0.002, 0.5 * depth if self.message else depth)
        self._paint_grid(frame, theme)
        if self.message:
            return
        self.field.paint(frame, coarse=self._slow and not self._resting)
        self._paint_path(frame, theme)
        self._paint_marks(frame, theme)

    def _frame(self, functions: QOpenGLFunctions) -> gl.Frame:
        ratio = self.devicePixelRatioF()
        # Lines and marks grow with the writing, for a projector.
        larger = max(1.0, QFontMetricsF(self.font()).height() / USUAL_WRITING)
        aspect = self.width() / max(self.height(), 1)
        half = QVector2D(0.5 * ratio * self.width(), 0.5 * ratio * self.height())
        return gl.Frame(functions, self.camera.matrix(aspect), self.camera.eye(aspect), half, ratio * larger)

    @staticmethod
    def _clear(functions: QOpenGLFunctions, theme: Theme) -> None:
        """Sets every switch that the last frame may have left otherwise, and the background."""
        back = gl.rgb(theme.background)
        for switch in (gl.CULL_FACE, gl.STENCIL_TEST, gl.SCISSOR_TEST):
            functions.glDisable(switch)
        functions.glEnable(gl.DEPTH_TEST)
        functions.glDepthFunc(gl.LESS_OR_EQUAL)
        functions.glDepthMask(True)
        functions.glBlendFuncSeparate(gl.SOURCE_ALPHA, gl.ONE_MINUS_SOURCE_ALPHA, gl.ONE, gl.ONE_MINUS_SOURCE_ALPHA)
        functions.glClearColor(back.x(), back.y(), back.z(), 1.0)
        functions.glClear(gl.COLOR_BIT | gl.DEPTH_BIT)

    def _paint_grid(self, frame: gl.Frame, theme: Theme) -> None:
        self._grid.begin(frame)
        for group in (0, *stage.back_walls(frame.eye)):
            self._grid.draw(frame, theme.muted, 1.0, 0.35 if group == 0 else 0.28, pieces=self._groups[group])
        self._grid.end()

    def _paint_path(self, frame: gl.Frame, theme: Theme) -> None:
        """The path with a dark outline over the surface, and faintly where a ridge hides it."""
        self._path.begin(frame)
        frame.gl.glDepthFunc(gl.GREATER)
        self._path.draw(frame, theme.path, PATH_WIDTH, 0.25, 0.03, INSIDE, butt=True)
        frame.gl.glDepthFunc(gl.LESS_OR_EQUAL)
        self._path.draw(frame, "#0b0e14", PATH_WIDTH + 2.6, 0.75, 0.03, INSIDE)
        self._path.draw(frame, theme.path, PATH_WIDTH, 1.0, 0.03, INSIDE)
        self._path.end()

    def _paint_marks(self, frame: gl.Frame, theme: Theme) -> None:
        if self._foot is not None:
            self._stem.begin(frame)
            frame.gl.glDisable(gl.DEPTH_TEST)
            self._stem.draw(frame, "#0b0e14", 4.0, 0.7)
            self._stem.draw(frame, theme.ball, 2.0)
            self._stem.end()
        frame.gl.glEnable(gl.DEPTH_TEST)
        self._sprites.begin(frame)
        for order, opacity in ((gl.GREATER, HIDDEN), (gl.LESS_OR_EQUAL, 1.0)):
            frame.gl.glDepthFunc(order)
            self._paint_sprites(frame, theme, opacity)
        self._sprites.end()

    def _paint_sprites(self, frame: gl.Frame, theme: Theme, opacity: float) -> None:
        if self._foot is not None:
            self._sprites.draw(frame, self._foot, theme.ball, 5.5, hole=1.8, opacity=opacity)
        if self._start is not None and self._ball is not None:
            self._sprites.draw(frame, self._start, theme.path, 6.5, hole=1.5, opacity=opacity)
            self._sprites.draw(frame, self._ball, theme.ball, BALL_RADIUS, opacity=opacity)

    def _write(self, painter: QPainter, theme: Theme) -> None:
        """Writes ticks and names, or what to do where there is nothing to see."""
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if self.message:
            painter.setPen(QColor(theme.text))
            font = self.font()
            font.setPointSizeF(1.15 * font.pointSizeF())
            painter.setFont(font)
            middle = QRectF(self.rect()).adjusted(40, 0, -40, 0)
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.message)
        else:
            metrics = QFontMetricsF(self.font())
            found = stage.labels(self._axes, self.camera, self.width(), self.height(), metrics)
            stage.write(painter, found, theme.text, theme.muted)
        if self.keyed:
            painter.setPen(QPen(QColor(theme.accent), 2.0))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))


def _mixed(first: str, second: str, part: float) -> str:
    """A colour between two."""
    a, b = QColor(first), QColor(second)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x * (1 - part) + y * part) for x, y in pairs)).name()
