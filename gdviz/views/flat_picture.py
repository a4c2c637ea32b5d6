"""What map and curve have in common: plots of pyqtgraph with paths, marks and arrows, and a start that can be moved."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from time import perf_counter
from typing import Any, ClassVar

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gdviz.views import colors, markers, plots, runner_marks
from gdviz.views.arrows import from_ball, paint_arrow, paint_ghost
from gdviz.views.path import Trail
from gdviz.views.picture import Picture, Shown
from gdviz.views.theme import Theme, load_theme

Array = NDArray[np.float32]

GRASP = 14.0
"""Pixels around the start within which it can be taken hold of."""
NUDGE = 0.02
"""How far Shift and an arrow key move the start, as a part of what is shown."""
BALL, MARK, START = 15.0, 12.0, 10.0


class TimedGraphics(pyqtgraph.GraphicsLayoutWidget):  # type: ignore[misc]
    """A canvas for plots that knows how long its last painting took, in ``seconds``."""

    seconds = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints with a stop-watch."""
        began = perf_counter()
        super().paintEvent(event)
        self.seconds = perf_counter() - began


class StartBox(pyqtgraph.ViewBox):  # type: ignore[misc]
    """The inside of a plot, where a click puts the start and the start can be dragged.

    Attributes:
        start: Gives the place of the start in the plot's coordinates, or None where it cannot be moved.
    """

    placed = Signal(QPointF)
    """A person put the start there."""
    dragged = Signal(QPointF)
    """A person drags the start and is there now."""

    def __init__(self) -> None:
        """The start cannot be moved."""
        super().__init__()
        self.start: Callable[[], QPointF | None] = lambda: None
        self._dragging = False

    def mouseClickEvent(self, ev: Any) -> None:
        """Puts the start where a person clicks."""
        if ev.button() == Qt.MouseButton.LeftButton and self.start() is not None:
            ev.accept()
            self.placed.emit(self.mapSceneToView(ev.scenePos()))

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        """Drags the start where it was taken hold of, else what is shown."""
        if ev.isStart():
            self._dragging = ev.button() == Qt.MouseButton.LeftButton and self._is_near(ev.buttonDownScenePos())
        if not self._dragging:
            super().mouseDragEvent(ev, axis)
            return
        ev.accept()
        self._dragging = not ev.isFinish()
        (self.placed if ev.isFinish() else self.dragged).emit(self.mapSceneToView(ev.scenePos()))

    def hoverEvent(self, ev: Any) -> None:
        """Shows by the cursor what a click would do."""
        free = self.start() is not None and not ev.isExit()
        near = free and self._is_near(ev.scenePos())
        shape = Qt.CursorShape.OpenHandCursor if near else Qt.CursorShape.CrossCursor
        self.setCursor(shape if free else Qt.CursorShape.ArrowCursor)

    def _is_near(self, place: QPointF) -> bool:
        start = self.start()
        if start is None:
            return False
        off = self.mapViewToScene(start) - place
        return bool(np.hypot(off.x(), off.y()) <= GRASP)


class ArrowItem(pyqtgraph.GraphicsObject):  # type: ignore[misc]
    """The arrows of a step over a plot."""

    def __init__(self) -> None:
        """No arrows."""
        super().__init__()
        self.theme = load_theme("dark")
        self._lines: dict[str, tuple[QPointF, QPointF, float]] = {}
        self._landing: QPointF | None = None

    def show_lines(self, lines: dict[str, tuple[QPointF, QPointF, float]], landing: QPointF | None) -> None:
        """Draws a line for each kind: its ends in the plot's coordinates, and how many pixels lower it is drawn."""
        self._lines, self._landing = lines, landing
        self.update()

    def boundingRect(self) -> QRectF:
        """All that is shown: arrows may be anywhere."""
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        """Another part of the plot is shown."""
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draws them in pixels, since heads and widths do not grow with the plot."""
        to_screen, size = painter.transform(), self.theme.scale
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for kind, (first, last, lower) in self._lines.items():
            ball, down = to_screen.map(first), QPointF(0.0, lower)
            if self._landing is not None and kind == "step":
                paint_ghost(painter, to_screen.map(self._landing), ball, self.theme, size)
            line = [ball + down, to_screen.map(last) + down]
            paint_arrow(painter, line if lower else from_ball(line, size), kind, getattr(self.theme, kind), size)
        painter.restore()


class FlatPicture(Picture):
    """A picture drawn by pyqtgraph."""

    axes_of_start: ClassVar[int] = 2
    """Whether the start moves along x alone or along y as well."""

    def __init__(self, session: Shown, parent: QWidget | None = None) -> None:
        """Makes the plot and everything that lies over the landscape."""
        super().__init__(session, parent)
        self._graphics = TimedGraphics()
        self._box = StartBox()
        self.plot = self._graphics.addPlot(viewBox=self._box, axisItems=plots.plain_axes())
        plots.quiet(self.plot)
        self._balls, self._start = pyqtgraph.ScatterPlotItem(pxMode=True), pyqtgraph.ScatterPlotItem(pxMode=True)
        self._arrows = ArrowItem()
        for layer, item in enumerate((self._start, self._balls, self._arrows)):
            item.setZValue(50 + layer)
            self.plot.addItem(item, ignoreBounds=True)
        self._lines: list[pyqtgraph.PlotCurveItem] = []
        self._has_own = False
        self._box.start = self._free_start
        self._box.placed.connect(self._on_placed)
        self._box.dragged.connect(self._on_dragged)
        self._box.sigRangeChanged.connect(self._on_range)

    def _takes_start(self) -> bool:
        return True

    def ball(self) -> tuple[float, float] | None:
        """Where the ball is, in the plot's own coordinates."""
        spots = self._balls.getData()
        return (float(spots[0][-1]), float(spots[1][-1])) if len(spots[0]) and self._has_own else None

    def start(self) -> tuple[float, float] | None:
        """Where the start of the session's own run is, in the plot's own coordinates."""
        spots = self._start.getData()
        return (float(spots[0][-1]), float(spots[1][-1])) if len(spots[0]) else None

    def _draw_paths(self) -> None:
        began = perf_counter()
        trails = self.trails()
        drawn = [(trail, self._on_plot(trail)) for trail in trails]
        self._draw_lines(drawn)
        self._draw_marks(drawn)
        self._pacer.spent(perf_counter() - began + self._graphics.seconds)

    def _on_plot(self, trail: Trail) -> Array:
        """The points of a path in the plot's coordinates, ``[N, 2]``."""
        raise NotImplementedError

    def _draw_lines(self, drawn: Sequence[tuple[Trail, Array]]) -> None:
        """Draws the paths themselves."""
        raise NotImplementedError

    def _pen_line(self, number: int) -> pyqtgraph.PlotCurveItem:
        """Line number ``number`` of a pool that grows with what is drawn."""
        while len(self._lines) <= number:
            line = pyqtgraph.PlotCurveItem()
            line.opts["antialias"] = True
            # As one outline, a wide line that crosses itself a hundred times takes seconds.
            line.setSegmentedLineMode("on")
            line.setZValue(20 + len(self._lines))
            self.plot.addItem(line, ignoreBounds=True)
            self._lines.append(line)
        return self._lines[number]

    def _no_more_lines(self, count: int) -> None:
        """Empties all lines from number ``count`` on."""
        for line in self._lines[count:]:
            line.setData([], [])

    def _draw_marks(self, drawn: Sequence[tuple[Trail, Array]]) -> None:
        """Every start, once where they are the same, and where each run is now."""
        size = self._theme.scale
        rim = pyqtgraph.mkPen(colors.OUTLINE, width=1.5 * size)
        starts = {tuple(np.round(points[0], 6)): points[0] for _, points in drawn}
        white = pyqtgraph.mkBrush(self._theme.path)
        look = {"size": START * size, "brush": white, "pen": rim}
        self._start.setData([{"pos": place, **look} for place in starts.values()])
        self._balls.setData([self._ball_look(trail, points[-1]) for trail, points in drawn])
        self._has_own = bool(drawn) and drawn[-1][0].mark is None

    def _ball_look(self, trail: Trail, place: Array) -> dict[str, object]:
        own, size = trail.mark is None, self._theme.scale
        fill = self._theme.ball if trail.mark is None else markers.color(self._theme, trail.mark)
        pen = pyqtgraph.mkPen(colors.OUTLINE if own else markers.rim(fill), width=(1.5 if own else 1.3) * size)
        look = {"pos": place, "size": (BALL if own else MARK) * size, "brush": pyqtgraph.mkBrush(fill), "pen": pen}
        return {**look, "symbol": runner_marks.symbol(trail.mark or 0)}

    def _on_range(self, *_: object) -> None:
        """How long an arrow is on the screen has changed."""
        if self._anatomy is not None:
            self._draw_arrows()

    def _lay_out(self, canvas: QWidget, name: str, canvas_name: str) -> None:
        super()._lay_out(canvas, name, canvas_name)
        self._box.sigResized.connect(self._on_laid_out)

    def _on_laid_out(self, *_: object) -> None:
        """The plot is elsewhere in the picture, and an arrow as long as before has other pixels."""
        inside = self._box.sceneBoundingRect().topLeft().toPoint()
        across, down = self.legend_place
        self.legend.place(inside.x() + across, inside.y() + down)
        self._on_range()

    def event(self, event: QEvent) -> bool:
        """The window may have gone to a screen of another scale: lines are to be as wide there."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.set_theme(self._theme)
        return super().event(event)

    # The start

    def _free_start(self) -> QPointF | None:
        spot = self.start()
        return QPointF(*spot) if spot is not None and self.start_is_free else None

    def _on_dragged(self, place: QPointF) -> None:
        spot = self._constrained(place)
        look = {"size": (START + 3) * self._theme.scale, "brush": pyqtgraph.mkBrush(self._theme.accent)}
        self._start.setData([{"pos": spot, **look}])

    def _on_placed(self, place: QPointF) -> None:
        """Begins there from now on."""
        spot = self._constrained(place)[: self.axes_of_start]
        shown = self._box.viewRect()
        steps = (shown.width() / 2000, shown.height() / 2000)
        rounded = (round_to(value, step) for value, step in zip(spot, steps, strict=False))
        self._session.set_experiment(replace(self._session.experiment, start=tuple(rounded)))

    def _constrained(self, place: QPointF) -> tuple[float, float]:
        """Where the start lands if it is let go at ``place``."""
        return place.x(), place.y()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift and an arrow move the start; Home shows everything; plus and minus zoom, arrows move what is shown."""
        key, keys = event.key(), Qt.Key
        moves = {keys.Key_Left: (-1, 0), keys.Key_Right: (1, 0), keys.Key_Up: (0, 1), keys.Key_Down: (0, -1)}
        if key == keys.Key_Home:
            self.reset()
        elif key in (keys.Key_Plus, keys.Key_Equal, keys.Key_Minus):
            self._box.scaleBy([1.15 if key == keys.Key_Minus else 1 / 1.15] * 2)
        elif key in moves:
            self._move(*moves[keys(key)], start=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _move(self, across: int, up: int, start: bool) -> None:
        shown, spot = self._box.viewRect(), self._free_start()
        if not start:
            self._box.translateBy(QPointF(0.1 * across * shown.width(), 0.1 * up * shown.height()))
        elif spot is not None:
            self._on_placed(spot + QPointF(NUDGE * across * shown.width(), NUDGE * up * shown.height()))

    def reset(self) -> None:
        """Shows everything."""
        raise NotImplementedError

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        super().set_theme(theme)
        self._graphics.setBackground(theme.background)
        self._arrows.theme = theme


def round_to(value: float, step: float) -> float:
    """``value`` rounded to the decimal places that a ``step`` calls for: nobody aims at 1.2345678."""
    decimals = int(np.clip(np.ceil(-np.log10(max(abs(step), 1e-12))), -9, 12))
    return round(value, decimals)
