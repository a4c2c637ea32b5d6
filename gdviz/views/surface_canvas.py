"""The canvas of the 3D view: the newest picture of the scene, with the writing and the arrows over it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHideEvent,
    QLinearGradient,
    QOpenGLFunctions,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QVector2D,
    QVector3D,
)
from PySide6.QtWidgets import QWidget

from gdviz.views import gl_parts as gl
from gdviz.views import stage
from gdviz.views.arrows import from_ball, paint_arrow, paint_ghost
from gdviz.views.camera import Camera
from gdviz.views.frames import Frames, Quality
from gdviz.views.orbit import Orbit
from gdviz.views.scene import Scene
from gdviz.views.theme import Theme
from gdviz.worker.turns import Turns

Array = NDArray[np.float32]

MORPH_SECONDS = 0.35
REST_MS = 160
USUAL_WRITING = 18.0
"""Height of a line of text, in pixels, up to which lines and marks have their usual size."""
USUAL_SIDE, MOST_LARGER = 460.0, 1.35
"""The same of the picture's shorter side, and by how much a large picture's are larger at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Pointers:
    """The arrows in the box.

    Attributes:
        lines: For each kind its line over the surface, ``[N, 3]``.
        landing: Where the step ends, ``[3]``, or None outside the box.
    """

    lines: Mapping[str, Array]
    landing: Array | None = None


@dataclass(frozen=True, slots=True)
class _View:
    """What the picture on the screen was drawn with; the writing over it must use the same."""

    pixels: QSize
    camera: Camera
    axes: stage.Axes
    pointers: Pointers


class SurfaceCanvas(Orbit):
    """Draws a height field in a box, with paths over it.

    Args:
        parent: The Qt parent.
        turns: When frames are drawn.

    Attributes:
        scene: What is drawn.
        frames: How it is drawn.
        before_frame: Called before each frame, to bring the scene up to date.
        message: What stands in place of a surface.
    """

    failed = Signal(str)
    """Drawing does not work here, and why; nothing will be drawn any more."""

    def __init__(self, parent: QWidget | None = None, turns: Turns | None = None) -> None:
        """An empty box."""
        super().__init__(parent)
        self.setMinimumSize(240, 180)
        self.scene, self.frames = Scene(), Frames(self, self, turns)
        self.before_frame: Callable[[], None] = lambda: None
        self.message = ""
        self.axes, self.pointers = stage.Axes(), Pointers({})
        self._theme: Theme | None = None
        self._gradient: list[QColor] = []
        self._morph_began = 0.0
        self._morphing = QTimer(self, interval=16)
        self._morphing.timeout.connect(self._advance)
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self._settle)
        self.frames.drawn.connect(self.update)
        self.frames.failed.connect(self._on_failed)

    # What is shown

    def set_theme(self, theme: Theme, table: NDArray[np.uint8]) -> None:
        """Draws in ``theme``'s colours, with the colours ``table`` ``[N, 3]`` from the lowest to the highest loss."""
        self._theme = theme
        self._gradient = [QColor(*map(int, color)) for color in table[:: max(1, len(table) // 16)]]
        self.scene.set_theme(theme, gl.color_curve(table))
        self.moved()

    def set_axes(self, axes: stage.Axes) -> None:
        """Shows other names and ticks from the next frame on."""
        if axes != self.axes:
            self.axes = axes
            self.scene.set_axes(axes)

    def set_heights(self, heights: NDArray[np.float64], start: tuple[Array, Array] | None) -> None:
        """Shows another surface, flowing there from ``start`` if there is one and if anyone can see it."""
        start = start if self.isVisible() else None
        self.scene.field.set_heights(heights, start)
        if start is not None:
            self._morph_began = perf_counter()
            self._morphing.start()
        self.moved()

    def moved(self) -> None:
        """Redraws; plainly, and finely once nothing has moved for a moment."""
        self.frames.resting = False
        if self._is_seen():
            self._rest.start()
            self.frames.ask()

    def finish(self) -> None:
        """Ends a morph at once and draws finely from here, as for a still picture; waits for it."""
        self.arrive()
        self._end_morph()
        self.frames.resting = True
        self.frames.draw_now()

    def on_screen(self, point: QVector3D) -> QPointF:
        """Where ``point`` of the box is in the widget."""
        return self.camera.on_screen(point, self.width(), self.height())

    def _settle(self) -> None:
        self.frames.resting = True
        self.frames.ask()

    def _advance(self) -> None:
        part = (perf_counter() - self._morph_began) / MORPH_SECONDS
        self.scene.field.set_morph(part)
        if part >= 1.0:
            self._morphing.stop()
        self.moved()

    def _end_morph(self) -> None:
        self._morphing.stop()
        self._rest.stop()
        self.scene.field.set_morph(1.0)

    def _is_seen(self) -> bool:
        """Whether a frame would be seen: a minimised window is visible, to Qt."""
        return self.isVisible() and not self.window().isMinimized()

    # A frame

    def place(self) -> None:
        """Brings the scene up to date for the next frame."""
        self.before_frame()

    def prepare(self) -> None:
        """Makes shaders and buffers in the current context."""
        self.scene.initialize()

    def pixels(self) -> QSize:
        """How many pixels of the screen the canvas has."""
        return self.size() * self.devicePixelRatioF()

    def paint(self, functions: QOpenGLFunctions, size: QSize, quality: Quality, part: QRectF | None = None) -> object:
        """Draws the scene as it now is, or a part of it; gives back what the writing over it needs.

        Args:
            functions: OpenGL's, of the current context.
            size: Pixels to be drawn.
            quality: How.
            part: Which part of the whole picture, from 0 to 1 across and down; all of it by default.
        """
        part = part or QRectF(0, 0, 1, 1)
        self.scene.bare = bool(self.message)
        aspect = self.width() / max(self.height(), 1)
        half = QVector2D(0.5 * size.width(), 0.5 * size.height())
        pixel = size.width() / max(self.width() * part.width(), 1) * self._larger()
        matrix = gl.cropped(part) * self.camera.matrix(aspect)
        self.scene.paint(gl.Frame(functions, matrix, self.camera.eye(aspect), half, pixel), quality.coarse)
        return self._as_drawn()

    def _larger(self) -> float:
        """By how much lines and marks are larger: they grow with the writing, for a projector, and with the picture."""
        writing = max(1.0, QFontMetricsF(self.font()).height() / USUAL_WRITING)
        return writing * min(max(sqrt(min(self.width(), self.height()) / USUAL_SIDE), 1.0), MOST_LARGER)

    def _as_drawn(self) -> _View:
        return _View(self.pixels(), self.camera, self.axes, self.pointers)

    def write(self, painter: QPainter, theme: Theme) -> None:
        """Writes over a picture of the scene as it now is."""
        self._write(painter, theme, self._as_drawn())

    def _on_failed(self, reason: str) -> None:
        self._end_morph()
        self.failed.emit(reason)

    def showEvent(self, event: QShowEvent) -> None:
        """Draws again, also after the window was minimised."""
        super().showEvent(event)
        self.moved()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rests while nobody looks."""
        super().hideEvent(event)
        self._end_morph()
        self.frames.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws as many pixels as there are now."""
        super().resizeEvent(event)
        self.moved()

    # The widget

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the newest picture of the scene, and the writing over it."""
        theme, picture, view = self._theme, self.frames.picture, self.frames.note
        if theme is None:
            return
        painter = QPainter(self)
        if picture is None or not isinstance(view, _View):
            painter.fillRect(self.rect(), QColor(theme.background))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, picture.size() != self.pixels())
            painter.drawImage(QRectF(self.rect()), picture, QRectF(picture.rect()))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._write(painter, theme, view)
        if self.keyed:
            painter.setPen(QPen(QColor(theme.accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        # Said outright, because what is kept of an error may keep the painter as well.
        painter.end()
        if not isinstance(view, _View) or view.pixels != self.pixels():
            # The first one, or a screen of another scale.
            self.moved()

    def _write(self, painter: QPainter, theme: Theme, view: _View) -> None:
        """Writes ticks and names, or what to do where there is nothing to see."""
        painter.setFont(self.font())
        if self.message:
            self._write_message(painter, theme)
            return
        metrics, size = QFontMetricsF(self.font()), (float(self.width()), float(self.height()))
        bar = stage.color_bar(view.axes, view.camera, *size, metrics)
        self._paint_bar(painter, theme, bar)
        found = stage.labels(view.axes, view.camera, *size, metrics)
        stage.write(painter, [*found, *bar.labels], theme)
        self._paint_arrows(painter, theme, view)

    def _write_message(self, painter: QPainter, theme: Theme) -> None:
        painter.setPen(QColor(theme.text))
        font = self.font()
        font.setPointSizeF(1.15 * font.pointSizeF())
        painter.setFont(font)
        middle = QRectF(self.rect()).adjusted(40, 0, -40, 0)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.message)

    def _paint_bar(self, painter: QPainter, theme: Theme, bar: stage.ColorBar) -> None:
        """The colours of the losses along the height axis."""
        gradient = QLinearGradient(bar.low, bar.high)
        for number, color in enumerate(self._gradient):
            gradient.setColorAt(number / (len(self._gradient) - 1), color)
        side = QPointF(3.0, 0.0)
        painter.setPen(QPen(QColor(theme.background), 1.5))
        painter.setBrush(gradient)
        painter.drawPolygon([bar.low - side, bar.low + side, bar.high + side, bar.high - side])

    def _paint_arrows(self, painter: QPainter, theme: Theme, view: _View) -> None:
        size = self._larger()
        seen = {kind: line for kind, line in view.pointers.lines.items() if len(line)}
        lines = {kind: [self._spot(view, point) for point in line] for kind, line in seen.items()}
        if lines and view.pointers.landing is not None:
            paint_ghost(painter, self._spot(view, view.pointers.landing), next(iter(lines.values()))[0], theme, size)
        for kind, line in lines.items():
            paint_arrow(painter, from_ball(line, size), kind, getattr(theme, kind), size)

    def _spot(self, view: _View, point: Array) -> QPointF:
        place = QVector3D(float(point[0]), float(point[1]), float(point[2]))
        return view.camera.on_screen(place, self.width(), self.height())
