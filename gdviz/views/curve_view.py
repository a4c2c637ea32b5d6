"""A landscape of one weight: its loss as a curve, the steps on it, and the slope that the next step follows."""

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
import pyqtgraph
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from gdviz.core.height import MINUS, HeightScale
from gdviz.core.plane import Surface
from gdviz.views import captions, colors, markers, plots
from gdviz.views.arrows import LOOKS, arrows_of
from gdviz.views.flat_picture import FlatPicture
from gdviz.views.height_field import OVERSHOOT
from gdviz.views.path import Trail
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

Array = NDArray[np.float32]

TANGENT_POINTS = 41
"""Points of the tangent on a logarithmic scale, where a straight line is none."""
TANGENT_PART = 0.13
"""Half the tangent's width, as a part of the drawn range."""
MOST_DOTS = 400
"""Steps that are drawn; of a longer run, the newest."""
LOWER = 17.0
"""Pixels from the ball down to the first arrow, and from one to the next: all lie along the one weight."""


class CurveView(FlatPicture):
    """Shows the session's landscape as a curve, where it has one weight.

    Each step goes sideways by what the rule says and then up or down to the curve: a staircase, or a cobweb where it
    jumps over the valley.

    Args:
        session: Where landscape and steps come from.
        parent: The widget it belongs to.
    """

    dimensions: ClassVar[int] = 1
    axes_of_start: ClassVar[int] = 1
    legend_place: ClassVar[tuple[int, int]] = (60, 6)
    _framed: HeightScale | None = None

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Shows what the session holds now, and from then on whatever it announces."""
        super().__init__(session, parent)
        self._make_items()
        name = self.tr("Loss curve over the weight")
        keys = self.tr("Loss over the weight: wheel to zoom, Home resets, click or Shift and arrows to place the start")
        self._lay_out(self._graphics, name, keys)
        self.set_theme(load_theme("dark"))
        self._follow()

    def _make_items(self) -> None:
        self.plot.showGrid(x=True, y=True, alpha=0.12)
        self._curve = pyqtgraph.PlotCurveItem(connect="finite")
        self._tangent, self._dots = pyqtgraph.PlotCurveItem(), pyqtgraph.ScatterPlotItem()
        self._note = pyqtgraph.TextItem(anchor=(0.5, 1.7))
        for layer, item in ((0, self._curve), (40, self._dots), (45, self._tangent), (60, self._note)):
            item.setZValue(layer)
            self.plot.addItem(item)
        for line in (self._curve, self._tangent):
            line.opts["antialias"] = True

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        super().set_theme(theme)
        plots.themed(self.plot, theme, self.font())
        self._curve.setPen(plots.screen_pen(self, theme.loss, 3 * theme.scale))
        self._dots.setPen(pyqtgraph.mkPen(theme.background, width=theme.scale))
        self._dots.setBrush(pyqtgraph.mkBrush(theme.text))
        self._tangent.setPen(plots.screen_pen(self, theme.ball, 2.2 * theme.scale, style=Qt.PenStyle.DashLine))
        self._note.setColor(theme.text)
        self._note.setFont(self.font())
        self._note.fill = pyqtgraph.mkBrush(colors.translucent(theme.background, 0.75))
        self._draw_paths()

    def reset(self) -> None:
        """Shows the whole curve."""
        if self._surface is None:
            return
        scale, x = self._scale, self._surface.x
        low, high = self._up(np.array([scale.low, scale.ceiling]))
        room = 0.08 * (high - low)
        self.plot.setRange(xRange=(float(x[0]), float(x[-1])), yRange=(low - 1.6 * room, high + room), padding=0)

    def _up(self, losses: NDArray[Any]) -> NDArray[np.float64]:
        """Where losses are in the plot: as they are, or on a logarithmic scale at their height from 0 to 1."""
        if self._scale.kind == "linear":
            return losses.astype(np.float64)
        inside = np.isfinite(losses) & (losses >= self._scale.low)
        return np.where(inside, self._scale.heights(losses, OVERSHOOT), np.nan)

    def slope(self) -> float | None:
        """The curve's slope under the ball; None without a ball on the curve."""
        spot = self.ball()
        if self._surface is None or spot is None:
            return None
        x, loss = self._surface.x.astype(np.float64), _known(self._surface).astype(np.float64)
        here = float(np.interp(spot[0], x, np.gradient(loss, x), np.nan, np.nan))
        return here if np.isfinite(here) else None

    def _draw_surface(self, before: Surface | None) -> None:
        surface = self._surface
        if surface is None:
            self._curve.setData([], [])
            self.caption.show()
            return
        self.caption.setVisible(self.gauge.isChecked())
        self._curve.setData(surface.x, self._up(_known(surface)))
        self._name_axes(surface)
        if before is not surface or self._framed != self._scale:
            self._framed = self._scale
            self.reset()

    def _name_axes(self, surface: Surface) -> None:
        """Names, and on a logarithmic scale the round losses."""
        self.plot.setLabel("bottom", spoken(surface.plane.names[0]))
        self.plot.setLabel("left", captions.height_name(self._scale))
        ticks = [(float(self._scale.heights(value)), word) for value, word in self._scale.ticks()]
        self.plot.getAxis("left").setTicks(None if self._scale.kind == "linear" else [ticks])
        plots.themed(self.plot, self._theme, self.font())

    def _on_plot(self, trail: Trail) -> Array:
        points = np.column_stack([trail.flat[:, 0], self._up(trail.losses)]).astype(np.float32)
        # The start stays, so that it can be taken hold of.
        return points if len(points) <= MOST_DOTS else np.concatenate([points[:1], points[-MOST_DOTS:]])

    def _draw_lines(self, drawn: Sequence[tuple[Trail, Array]]) -> None:
        for number, (trail, points) in enumerate(drawn):
            own = trail.mark is None
            color = self._theme.text if own else markers.color(self._theme, trail.mark or 0)
            line, width = self._pen_line(number), (1.2 if own else 1.8) * self._theme.scale
            line.setPen(plots.screen_pen(self, colors.translucent(color, 0.5 if own else 0.85), width))
            steps = points if len(points) <= MOST_DOTS else points[1:]
            line.setData(*stairs(steps).T)
        self._no_more_lines(len(drawn))
        mine = [points for trail, points in drawn if trail.mark is None]
        dots = mine[0][1:-1] if mine else np.zeros((0, 2), np.float32)
        self._dots.setData(dots[:, 0], dots[:, 1], size=7 * self._theme.scale)

    def _draw_marks(self, drawn: Sequence[tuple[Trail, Array]]) -> None:
        super()._draw_marks(drawn)
        self._draw_tangent()

    def _draw_tangent(self) -> None:
        slope, spot = self.slope(), self.ball()
        self._note.setVisible(slope is not None)
        if slope is None or spot is None or self._surface is None:
            self._tangent.setData([], [])
            return
        reach = TANGENT_PART * float(np.ptp(self._surface.x))
        moves = np.linspace(-reach, reach, 2 if self._scale.kind == "linear" else TANGENT_POINTS)
        self._tangent.setData(spot[0] + moves, self._up(self._loss_at(spot) + slope * moves), connect="finite")
        self._note.setText(self.tr("slope {}").format(f"{slope:.3g}".replace("-", MINUS)))
        # On the side where no arrow is.
        self._note.setAnchor((0.5, 1.7 if self._is_high(spot) else -0.7))
        self._note.setPos(*spot)

    def _loss_at(self, spot: tuple[float, float]) -> float:
        """The loss at a point of the plot."""
        return spot[1] if self._scale.kind == "linear" else float(self._scale.losses(spot[1]))

    def _draw_arrows(self) -> None:
        arrows, spot = None, self.ball()
        if self._surface is not None and self._arrows_shown and spot is not None:
            unit = max(self._box.viewPixelSize()[0], 1e-30)
            arrows = arrows_of(self._surface, self._anatomy, lambda move: float(abs(move[0]) / unit))
        self.legend.show_arrows(arrows)
        if arrows is None or spot is None or self._surface is None:
            self._arrows.show_lines({}, None)
            return
        lower = LOWER * self._theme.scale
        first, way = float(arrows.start[0]), lower if self._is_high(spot) else -lower
        wanted = [kind for kind in LOOKS if kind in arrows.moves and self.legend.wanted(kind)]
        lines = {
            kind: (QPointF(first, spot[1]), QPointF(first + float(arrows.moves[kind][0]), spot[1]), way * (row + 1))
            for row, kind in enumerate(wanted)
        }
        self._arrows.show_lines(lines, self._landing(self._surface, arrows.landing) if "step" in wanted else None)

    def _is_high(self, spot: tuple[float, float]) -> bool:
        """Whether there is more room below the ball than above."""
        shown = self._box.viewRect()
        return bool(spot[1] > shown.y() + 0.35 * shown.height())

    def _landing(self, surface: Surface, landing: Array) -> QPointF | None:
        """Where the step lands on the curve; None outside."""
        loss = float(np.interp(landing[0], surface.x, self._up(_known(surface)), np.nan, np.nan))
        return QPointF(float(landing[0]), loss) if np.isfinite(loss) else None

    def _constrained(self, place: QPointF) -> tuple[float, float]:
        """On the curve above or below ``place``."""
        surface = self._surface
        assert surface is not None, "the start is free only on a curve"
        loss = float(np.interp(place.x(), surface.x, self._up(_known(surface))))
        return place.x(), loss if np.isfinite(loss) else place.y()


def stairs(points: Array) -> Array:
    """Steps ``[N, 2]`` of weight and loss as a staircase: from each one sideways, then to the next one's loss."""
    corners = np.column_stack([points[1:, 0], points[:-1, 1]])
    line = np.empty((max(2 * len(points) - 1, 0), 2), np.float32)
    line[::2], line[1::2] = points, corners
    return line


def _known(surface: Surface) -> Array:
    """The losses on a line, NaN where they are infinite."""
    return np.where(np.isfinite(surface.loss), surface.loss, np.nan).astype(np.float32)
