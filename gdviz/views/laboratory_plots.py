"""How the laboratory's plots look: axes in powers of ten, colours for rates, bands for zones."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from gdviz.core.plain import plain
from gdviz.core.rate_zones import KINDS, Zone
from gdviz.views import colors, plots
from gdviz.views.theme import Theme
from gdviz.worker.words import spoken

NARROW = 0.75
"""Powers of ten below which an axis has even steps, as 0.04, 0.05 and 0.06, instead of 1, 2 and 5."""

AXIS_WIDTH = 58
"""Pixels of numbers and name left of a plot, so that plots side by side begin alike."""

LEAST = 1e-12
"""Losses below this stand on a logarithmic axis as if they were this."""


class PowerAxis(pg.AxisItem):  # type: ignore[misc]
    """An axis whose coordinates may be powers of ten; then it says 0.1, 1, 10, and 2 and 5 between where there is room.

    Args:
        side: As pyqtgraph has it.
    """

    def tickValues(self, low: float, high: float, size: float) -> Any:
        """Where ticks are, as pyqtgraph wants to know it: distance and places, level by level."""
        if not self.logMode:
            return super().tickValues(low, high, size)
        most = size / (34 if self.orientation in ("left", "right") else 52)
        if high - low < NARROW:
            return [(1.0, [float(np.log10(value)) for value in _even(10.0**low, 10.0**high, most)])]
        room = most / (high - low)
        every = max(1, int(np.ceil(1 / room)))
        decades = np.arange(int(np.ceil(low / every)) * every, high + 1e-9, every)
        steps = [np.log10(part) for part in ((2, 5) if room > 3 else ())]
        between = [floor + step for floor in range(int(np.floor(low)), int(high) + 1) for step in steps]
        return [(every, [*decades, *(value for value in between if low <= value <= high)])]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """What they say."""
        if not self.logMode:
            return plots.true_minus(super().tickStrings(values, scale, spacing))
        return [plain(10.0**value) if -6 <= value <= 5 else f"1e{value:.0f}" for value in values]


class Chart(pg.GraphicsLayoutWidget):  # type: ignore[misc]
    """One plot, or a few in a row, without pyqtgraph's menus."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begins without plots."""
        super().__init__(parent)
        self._larger = 1.0
        self.setAccessibleName(name)
        self.ci.layout.setContentsMargins(0, 0, 0, 0)
        self.ci.layout.setSpacing(10)
        self.setMinimumHeight(150)
        # No key does anything in it; what it shows is said in words below, or chosen in the table.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def add(self, bottom: str, left: str, log_x: bool = False, log_y: bool = False) -> Any:
        """A plot with named axes; on a logarithmic one, coordinates are powers of ten."""
        plot = self.addPlot(axisItems={side: PowerAxis(side) for side in ("bottom", "left")})
        plots.quiet(plot)
        plot.setMouseEnabled(x=False, y=False)
        for side, name, log in (("bottom", bottom, log_x), ("left", left, log_y)):
            axis = plot.getAxis(side)
            axis.setLabel(name)
            axis.enableAutoSIPrefix(False)
            axis.setLogMode(log)
        return plot

    def set_theme(self, theme: Theme) -> None:
        """Recolours background and axes; `pen` and `points` are of this theme's size from now on."""
        self._larger = theme.scale
        self.setBackground(theme.panel)
        for plot in self.ci.items:
            if isinstance(plot, pg.PlotItem):
                plots.themed(plot, theme, self.font())
                plot.getAxis("left").setWidth(self.points(AXIS_WIDTH))

    def pen(self, color: QColor | str, width: float, **more: object) -> QPen:
        """A pen as wide on every screen, and wider on a projector."""
        return plots.screen_pen(self, color, self.points(width), **more)

    def points(self, size: float) -> float:
        """A size in pixels, larger on a projector."""
        return self._larger * size


class RateBar:
    """The legend of rates: which colour is which, as a strip beside a plot.

    Args:
        plot: To the right of it.
    """

    def __init__(self, plot: Any) -> None:
        """Begins blank."""
        self.plot = pg.PlotItem(axisItems={"right": PowerAxis("right")})
        plot.layout.addItem(self.plot, 2, 5)
        plot.layout.setColumnFixedWidth(4, 10)
        plots.quiet(self.plot)
        self.plot.setMouseEnabled(False, False)
        self.plot.setContentsMargins(0, 0, 0, 0)
        self.plot.layout.setContentsMargins(0, 0, 0, 0)
        self.plot.layout.setColumnFixedWidth(1, 12)
        for side in ("left", "bottom"):
            self.plot.hideAxis(side)
        self.plot.showAxis("right")
        self.plot.getAxis("right").setLogMode(True)
        self.plot.getAxis("right").enableAutoSIPrefix(False)
        self.plot.setLabel("right", spoken("rate"))
        self._image = pg.ImageItem(axisOrder="row-major")
        self.plot.addItem(self._image)

    def show(self, low: float, high: float, theme: Theme) -> None:
        """Runs from one rate to another."""
        bottom, top = np.log10([low, high])
        self._image.setImage(rate_table(theme)[:, None])
        self._image.setRect(QRectF(0, bottom, 1, top - bottom))
        self.plot.setRange(xRange=(0, 1), yRange=(bottom, top), padding=0)
        plots.themed(self.plot, theme, self.plot.font())


def _even(low: float, high: float, most: float) -> NDArray[np.float64]:
    """Round numbers an even step apart, about ``most`` of them."""
    raw = (high - low) / max(1.0, most)
    power = 10.0 ** np.floor(np.log10(raw))
    step = power * next(part for part in (1, 2, 5, 10) if part * power >= raw)
    return np.asarray(np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step)


def rate_table(theme: Theme) -> NDArray[np.uint8]:
    """The perceptual map from the lowest to the highest rate, ``[256, 3]``.

    The end that would be lost in the panel's own brightness is left out.
    """
    start, stop = (0.0, 0.82) if QColor(theme.panel).lightnessF() > 0.5 else (0.22, 1.0)
    table = pg.colormap.get(theme.colormap).getLookupTable(start=start, stop=stop, nPts=256)
    return np.asarray(table[:, :3], np.uint8)


def rate_colors(count: int, theme: Theme) -> list[QColor]:
    """A colour for each of ``count`` rates, the lowest first."""
    table = rate_table(theme)[np.linspace(0, 255, count).astype(int)]
    return [QColor(*map(int, color)) for color in table]


class ZoneBands:
    """Bands with words behind a plot whose x axis is a logarithmic rate.

    Args:
        chart: Where the plot is.
        plot: Which.
    """

    def __init__(self, chart: Chart, plot: Any) -> None:
        """Begins without any."""
        self._chart, self._plot = chart, plot
        self.items: list[Any] = []

    def show(self, zones: tuple[Zone, ...], theme: Theme) -> None:
        """Replaces the bands."""
        for item in self.items:
            self._plot.removeItem(item)
        self.items = []
        for zone in zones:
            kind = KINDS[zone.kind]
            color = theme.muted if kind.level == "unknown" else getattr(theme, kind.level)
            self._add_band(zone, color, spoken(kind.title))

    def _add_band(self, zone: Zone, color: str, title: str) -> None:
        left, right = np.log10([zone.low, zone.high])
        band = pg.LinearRegionItem((left, right), movable=False)
        band.setBrush(pg.mkBrush(colors.translucent(color, 0.16)))
        for line in band.lines:
            line.setPen(self._chart.pen(colors.translucent(color, 0.7), 1))
        band.setZValue(-20)
        shown = self._plot.viewRect()
        word = pg.TextItem(title, color=color, anchor=(0.5, 0.0))
        share = (right - left) / shown.width() if shown.width() else 1.0
        if share * self._plot.vb.width() < word.boundingRect().width():
            word = pg.TextItem(title, color=color, anchor=(1.0, 0.5), angle=90)
        word.setPos((left + right) / 2, shown.bottom())
        for item in (band, word):
            self._plot.addItem(item, ignoreBounds=True)
            self.items.append(item)


def is_log(losses: Any) -> bool:
    """Whether losses go on a logarithmic axis: unless some are below 0, where there is no such thing."""
    values = np.asarray(losses)
    return not bool((values[np.isfinite(values)] < 0).any())


def heights(losses: Any, log: bool) -> Any:
    """Where losses stand on their axis; NaN where they are not finite, and zero as the least that can be told."""
    values = np.asarray(losses, np.float64)
    known = np.isfinite(values)
    drawn = np.log10(np.maximum(np.where(known, values, 1.0), LEAST)) if log else values
    return np.where(known, drawn, np.nan)
