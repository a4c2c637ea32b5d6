"""The loss surface from straight above: colours and contour lines, with the paths over it. It needs no OpenGL."""

from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QGraphicsItem, QLabel, QWidget

from gdviz.core.plane import Surface
from gdviz.views import captions, colors, gl_parts, markers, plots
from gdviz.views.arrows import Arrows, arrows_of
from gdviz.views.contours import contour_lines, levels
from gdviz.views.flat_picture import FlatPicture
from gdviz.views.height_field import OVERSHOOT, resampled
from gdviz.views.marks import clipped, simplified
from gdviz.views.path import LONG, Trail
from gdviz.views.theme import Theme, load_theme
from gdviz.views.window import Window
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

Array = NDArray[np.float32]

SMOOTH = 4
"""Pixels of the colour image to a cell of the surface, along each side."""
AGES = 4
"""Pieces of a long path, each brighter than the one before."""
OLD = "#3b4658"
"""What a long path fades to."""
BARE = 16
"""Lines of text below whose height a map beside the surface leaves out what that shows as well."""
NARROW = 18
"""Lines of text below whose height a map is too narrow for the names of its arrows, which lie on it."""
BAR_GAP = 4
"""Column of the plot's grid between map and colour bar."""
ANY_WIDTH = 2**24 - 1
"""Qt's word for a width without a limit."""
DOT = 6.0
"""Size of the dot of a step, in pixels."""


class MapView(FlatPicture):
    """Shows the session's surface and paths as a map.

    Args:
        session: Where they come from.
        parent: The widget it belongs to.
    """

    legend_place: ClassVar[tuple[int, int]] = (8, 8)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Shows what the session holds now, and from then on whatever it announces."""
        super().__init__(session, parent)
        self._colors = np.zeros((256, 3), np.uint8)
        self._cut_color = (128, 128, 128)
        self._make_bar()
        self._make_ground()
        name = self.tr("Map of the loss surface")
        keys = self.tr("Map: drag to move, wheel to zoom, Home resets, click or Shift and arrows to place the start")
        self._lay_out(self._graphics, name, keys)
        self.set_theme(load_theme("dark"))
        self._follow()

    def _make_bar(self) -> None:
        """The colour bar to the right of the map."""
        self._bar = pyqtgraph.PlotItem()
        # In the map's own grid, as pyqtgraph's colour bars are, so that both have the same height.
        self.plot.layout.addItem(self._bar, 2, 5)
        self.plot.layout.setColumnFixedWidth(BAR_GAP, 12)
        plots.quiet(self._bar)
        self._bar.setMouseEnabled(False, False)
        self._bar.setContentsMargins(0, 0, 0, 0)
        self._bar.layout.setContentsMargins(0, 0, 0, 0)
        self._bar.layout.setColumnFixedWidth(1, 14)
        self._bar.hideAxis("left")
        self._bar.hideAxis("bottom")
        self._bar.showAxis("right")
        self._bar.setRange(xRange=(0, 1), yRange=(0, 1), padding=0)
        self._bar_image = pyqtgraph.ImageItem(axisOrder="row-major")
        self._bar.addItem(self._bar_image)

    def _on_laid_out(self, *_: object) -> None:
        """The map is elsewhere in the picture; `_dodge` puts the legend into its corner."""
        self._on_range()
        self._dodge(None)

    def _make_ground(self) -> None:
        """The landscape itself, below everything else."""
        self._image = pyqtgraph.ImageItem(axisOrder="row-major")
        self._fine, self._bold = (pyqtgraph.PlotCurveItem(connect="pairs") for _ in range(2))
        for layer, item in enumerate((self._image, self._fine, self._bold)):
            item.setZValue(layer)
            self.plot.addItem(item)
        for line in (self._fine, self._bold):
            # Hundreds of pieces that never move under a path that does: painted once, kept as a picture.
            line.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)
            line.opts["antialias"] = True
        self._dots = pyqtgraph.ScatterPlotItem(pxMode=True)
        self._dots.setZValue(49)
        self.plot.addItem(self._dots, ignoreBounds=True)
        self._message = QLabel(self._graphics)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setWordWrap(True)

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        super().set_theme(theme)
        for plot in (self.plot, self._bar):
            plots.themed(plot, theme, self.font())
        self._colors = colors.color_table(theme)
        gray = QColor(theme.muted)
        self._cut_color = gray.red(), gray.green(), gray.blue()
        self._fine.setPen(plots.flat_pen(self, colors.translucent(colors.OUTLINE, 0.38), theme.scale))
        self._bold.setPen(plots.flat_pen(self, colors.translucent(colors.OUTLINE, 0.7), 1.5 * theme.scale))
        self._message.setStyleSheet(f"background: {theme.background}; color: {theme.muted}")
        self._draw_surface(self._surface)
        self._draw_paths()

    def reset(self) -> None:
        """Shows the whole map."""
        if self._surface is not None:
            x, y = self._surface.x, self._surface.y
            self.plot.setRange(xRange=(float(x[0]), float(x[-1])), yRange=(float(y[0]), float(y[-1])), padding=0)

    # The ground

    def _draw_surface(self, before: Surface | None) -> None:
        surface = self._surface
        self._message.setVisible(surface is None)
        self._message.setText(captions.empty())
        self._bar_image.setImage(self._colors[:, None])
        self._bar_image.setRect(QRectF(0, 0, 1, 1))
        if surface is None:
            return
        self._name_axes(surface)
        heights = self._scale.heights(surface.loss, OVERSHOOT)
        self._paint_ground(surface, heights)
        self._session.turns.add(self, self._draw_contours)
        if before is not surface:
            self.reset()

    def _draw_contours(self) -> None:
        """The lines take as long as all else, and so they have a turn of their own."""
        surface = self._surface
        if surface is None:
            return
        heights = self._scale.heights(surface.loss, OVERSHOOT)
        heights[~np.isfinite(surface.loss)] = np.nan
        for line, at in zip((self._fine, self._bold), levels(self._scale), strict=True):
            ends = contour_lines(heights, surface.x, surface.y, at)
            line.setData(ends[:, 0], ends[:, 1])

    def _name_axes(self, surface: Surface) -> None:
        first, second = (*surface.plane.names, "", "")[:2]
        for side, name in (("bottom", first), ("left", second)):
            self.plot.setLabel(side, spoken(name))
        self._bar.setLabel("right", captions.height_name(self._scale))
        ticks = [(float(self._scale.heights(value)), word) for value, word in self._scale.ticks()]
        self._bar.getAxis("right").setTicks([ticks])
        for plot in (self.plot, self._bar):
            plots.themed(plot, self._theme, self.font())

    def _paint_ground(self, surface: Surface, heights: NDArray[np.float64]) -> None:
        rows, columns = heights.shape
        smooth = resampled(heights, SMOOTH * (rows - 1) + 1, SMOOTH * (columns - 1) + 1)
        picture = self._colors[np.clip(smooth * 255, 0, 255).astype(np.uint8)]
        unknown = resampled((~np.isfinite(surface.loss)).astype(np.float32), *smooth.shape) > 0
        picture[(smooth > 1.0) | unknown] = self._cut_color
        self._image.setImage(picture, levels=(0, 255))
        self._image.setRect(_around(surface, smooth.shape))

    # The paths

    def _on_plot(self, trail: Trail) -> Array:
        return trail.flat

    def _draw_lines(self, drawn: Sequence[tuple[Trail, Array]]) -> None:
        number, size = 0, self._theme.scale
        for trail, points in drawn:
            color = self._theme.path if trail.mark is None else markers.color(self._theme, trail.mark)
            rim = colors.OUTLINE if trail.mark is None else markers.rim(color)
            pieces = self._pieces(points)
            for age, piece in enumerate(pieces, start=AGES - len(pieces)):
                line, new = self._pen_line(number), (age + 1) / AGES
                line.setPen(plots.screen_pen(self, gl_parts.mixed(OLD, color, 0.4 + 0.6 * new), size * (1.4 + new)))
                line.setShadowPen(plots.screen_pen(self, rim, size * (3.6 + new)))
                line.setData(piece[:, 0], piece[:, 1])
                number += 1
        self._no_more_lines(number)
        self._draw_dots(drawn)

    def _draw_dots(self, drawn: Sequence[tuple[Trail, Array]]) -> None:
        """A dot at each step of the session's own run, where they are few."""
        few = [points[1:-1] for trail, points in drawn if trail.mark is None and trail.few]
        size, rim = self._theme.scale, pyqtgraph.mkPen(colors.OUTLINE, width=1.2 * self._theme.scale)
        look = {"size": DOT * size, "pen": rim, "brush": pyqtgraph.mkBrush(self._theme.path)}
        self._dots.setData([{"pos": place, **look} for points in few for place in points])

    def _pieces(self, points: Array) -> list[Array]:
        """The path without what no eye can see, in pieces from old to new where it is long; cut off far outside."""
        assert self._surface is not None, "there are paths only over a surface"
        window = Window.of(self._surface)
        box = np.column_stack([window.box(points), np.zeros(len(points))]).astype(np.float32)
        line = simplified(box)
        count = AGES if len(points) >= LONG else 1
        edges = np.linspace(0, max(len(line) - 1, 0), count + 1).astype(int)
        return [self._cut(window, line[a : b + 1, :2]) for a, b in pairwise(edges)]

    @staticmethod
    def _cut(window: Window, line: Array) -> Array:
        """Back in the map's coordinates, with what is far outside cut off."""
        starts, ends = clipped(line[:-1], line[1:], 3.0)
        joined = np.concatenate([starts, ends[-1:]]) if len(starts) else line[:0]
        return window.inverse(joined.astype(np.float64)).astype(np.float32)

    def _draw_arrows(self) -> None:
        arrows = None
        if self._surface is not None and self._arrows_shown:
            # Before it is laid out, the map has no pixels.
            unit = np.maximum(self._box.viewPixelSize(), 1e-30)
            arrows = arrows_of(self._surface, self._anatomy, lambda move: float(np.hypot(*(move / unit))))
        self.legend.show_arrows(arrows)
        self._dodge(arrows)
        if arrows is None:
            self._arrows.show_lines({}, None)
            return
        start = QPointF(*map(float, arrows.start))
        wanted = {kind: move for kind, move in arrows.moves.items() if self.legend.wanted(kind)}
        lines = {kind: (start, start + QPointF(*map(float, move)), 0.0) for kind, move in wanted.items()}
        self._arrows.show_lines(lines, QPointF(*map(float, arrows.landing)) if "step" in wanted else None)

    def _is_crowded(self) -> bool:
        return super()._is_crowded() or self._canvas.width() < NARROW * self.fontMetrics().height()

    def _make_room(self) -> None:
        """A low map beside the surface has no names and no colour bar: the surface shows both."""
        super()._make_room()
        bare = self._is_below(BARE) and not self._names_arrows
        for side in ("bottom", "left"):
            self.plot.getAxis(side).showLabel(not bare)
        self._bar.setVisible(not bare)
        self._bar.setMaximumWidth(0 if bare else ANY_WIDTH)
        self.plot.layout.setColumnFixedWidth(BAR_GAP, 0 if bare else 12)

    def _dodge(self, arrows: Arrows | None) -> None:
        """Has the legend lie in a corner of the map where it hides neither ball nor start nor arrows."""
        across, down = self.legend_place
        room = self._box.sceneBoundingRect().toRect().adjusted(across, down, -across, -down)
        places = [place for place in (self.ball(), self.start()) if place is not None]
        if arrows is not None:
            tips = [arrows.start + move for move in arrows.moves.values()]
            places += [(float(tip[0]), float(tip[1])) for tip in tips]
        self.legend.dodge(room, [self._box.mapViewToScene(QPointF(*place)).toPoint() for place in places])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the message in the middle."""
        super().resizeEvent(event)
        self._message.setGeometry(self._graphics.rect())


def _around(surface: Surface, shape: tuple[int, ...]) -> QRectF:
    """The rectangle of an image whose outermost pixels have their middles on the surface's border."""
    wide, high = float(surface.x[-1] - surface.x[0]), float(surface.y[-1] - surface.y[0])
    dx, dy = wide / (shape[1] - 1), high / (shape[0] - 1)
    return QRectF(float(surface.x[0]) - dx / 2, float(surface.y[0]) - dy / 2, wide + dx, high + dy)
