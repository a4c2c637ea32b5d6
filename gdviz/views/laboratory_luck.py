"""The luck fan: one run with many seeds, and whether another rate does better or was only luckier."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from gdviz.core.experiment import Experiment, number
from gdviz.core.luck import duel, spread, verdict
from gdviz.core.plain import plain
from gdviz.engine.sweep import Sweep, sweep, variants
from gdviz.views.colors import translucent
from gdviz.views.laboratory_page import Page, add_labelled, thin
from gdviz.views.laboratory_plots import Chart, heights, is_log
from gdviz.views.parts import described
from gdviz.views.theme import Theme
from gdviz.worker.studies import Work
from gdviz.worker.words import spoken

DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
MARKS = ("o", "s")
SIGNS = "\u25cf\u25a0"
"""How the first rate and the second are told apart where colour does not."""


@dataclass(slots=True)
class _Fan:
    """What one rate's fan is drawn with."""

    low: Any
    high: Any
    band: Any
    middle: Any
    curves: list[Any]


class LuckPage(Page):
    """Two fans of curves, and where each run ended."""

    name = "Luck"
    verb = "Try luck"
    empty = (
        "Is it the rate, or luck? The present experiment is trained with many seeds: other first weights, other orders "
        "of the examples. Give a second rate to hold against the first, and press Try luck."
    )

    def build(self) -> None:
        """Form, fans, and a strip of final losses."""
        self.fan: Sweep | None = None
        self.rates: tuple[float, ...] = ()
        self.seeds = described(QSpinBox(minimum=2, maximum=64, value=20), self.tr("How many seeds"))
        self.against = described(QCheckBox(self.tr("A&gainst the rate")), self.tr("Against a second rate"))
        self.second = described(
            QLineEdit("0.03"), self.tr("Second rate"), self.tr("Same seeds, same batches, another learning rate")
        )
        self.second.setMaximumWidth(86)
        self.against.setChecked(True)
        self.against.toggled.connect(self.second.setEnabled)
        add_labelled(self.form, self.tr("See&ds"), self.seeds)
        self.form.addWidget(self.against)
        self.form.addWidget(self.second)
        self.chart = Chart(self.tr("Loss of every seed, and where each ended"))
        self.curves_plot = self.chart.add(spoken("epoch"), spoken("loss"), log_y=True)
        self.ends_plot = self.chart.add(spoken("rate"), self.tr("final loss"), log_y=True)
        self.chart.ci.layout.setColumnStretchFactor(0, 3)
        self.chart.ci.layout.setColumnStretchFactor(1, 2)
        self.dots = pg.ScatterPlotItem()
        self.ends_plot.addItem(self.dots)
        self.middles = [pg.PlotCurveItem() for _ in DASHES]
        for line in self.middles:
            self.ends_plot.addItem(line)
        self.fans: list[_Fan] = []
        self.body.addWidget(self.chart, 1)

    def obstacle(self, experiment: Experiment) -> str:
        """A function has one start and no batches."""
        if experiment.learns_rows:
            return ""
        return self.tr(
            "Nothing is left to luck here: there is one start. Choose a network in the main window: its first weights "
            "and the order of its examples are drawn."
        )

    def work(self) -> Work:
        """Every seed at one rate or two."""
        experiment, count = self.session.experiment, self.seeds.value()
        rates = [experiment.learning_rate]
        if self.against.isChecked():
            rates.append(float(number(self.second.text().strip().replace(",", "."), "learning_rate")))
        seeds = [(experiment.seed + at) % 2**31 for at in range(count)]
        runs = variants(experiment, learning_rate=list(dict.fromkeys(rates)), seed=seeds)
        self.rates = tuple(dict.fromkeys(rates))
        self.fan = None
        return lambda: sweep(runs)

    def set_theme(self, theme: Theme) -> None:
        """Recolours both fans."""
        super().set_theme(theme)
        self.chart.set_theme(theme)
        if self.fan is not None:
            self.show_result(self.fan)

    def show_result(self, result: Sweep) -> float:
        """The fans so far."""
        fresh = self.fan is None
        self.fan = result
        if fresh or len(self.fans) != len(self.rates):
            self._prepare(len(result.experiments) // len(self.rates))
        losses, done = result.history["loss"], int(result.epochs_done.min())
        log = is_log(losses)
        for plot in (self.curves_plot, self.ends_plot):
            plot.getAxis("left").setLogMode(log)
        at = np.array(thin(done), int)
        values = heights(losses[at], log).reshape(len(at), len(self.rates), -1)
        for place, fan in enumerate(self.fans):
            self._draw_fan(fan, at + 1, values[:, place], self._color(place), DASHES[place])
        self.curves_plot.setXRange(1, max(2, result.experiments[0].epochs), padding=0.02)
        self._draw_ends(values[-1] if len(at) else None)
        self._tell(result, done)
        return result.part

    def _color(self, place: int) -> str:
        return (self.theme.loss, self.theme.val_loss)[place]

    def _prepare(self, seeds: int) -> None:
        self.curves_plot.clear()
        self.fans = []
        for _ in self.rates:
            low, high = pg.PlotCurveItem(), pg.PlotCurveItem()
            middle = pg.PlotCurveItem(connect="finite", antialias=True)
            fan = _Fan(low, high, pg.FillBetweenItem(low, high), middle, [])
            fan.curves = [pg.PlotCurveItem(connect="finite") for _ in range(seeds)]
            for item in (fan.low, fan.high, fan.band, *fan.curves, fan.middle):
                self.curves_plot.addItem(item)
            self.fans.append(fan)

    def _draw_fan(self, fan: _Fan, epochs: Any, values: Any, color: str, dash: Qt.PenStyle) -> None:
        """Band of the middle half, every curve faint, the median bold; lost runs count as the highest."""
        if not len(epochs):
            return
        ranked = np.where(np.isfinite(values), values, np.nanmax(values, initial=-20.0))
        first, middle, third = np.percentile(ranked, [25, 50, 75], axis=1)
        fan.low.setData(epochs, first)
        fan.high.setData(epochs, third)
        for edge in (fan.low, fan.high):
            edge.setPen(pg.mkPen(None))
        fan.band.setBrush(pg.mkBrush(translucent(color, 0.28)))
        fan.middle.setData(epochs, middle)
        fan.middle.setPen(self.chart.pen(color, 2.8, style=dash))
        for place, curve in enumerate(fan.curves):
            curve.setData(epochs, values[:, place])
            curve.setPen(self.chart.pen(translucent(color, 0.35), 1))

    def _draw_ends(self, last: Any) -> None:
        """A dot for each run, by its rate; lost ones as crosses on top."""
        if last is None or not np.isfinite(last).any():
            self.dots.setData([])
            return
        low, high = float(np.nanmin(last)), float(np.nanmax(last))
        spare = max(0.04, 0.12 * (high - low))
        spots = []
        for place, row in enumerate(last):
            spots += [self._dot(place, at, len(row), value, high + spare) for at, value in enumerate(row)]
            middle = float(np.median(np.where(np.isfinite(row), row, high + spare)))
            self.middles[place].setData([place - 0.3, place + 0.3], [middle] * 2)
            self.middles[place].setPen(self.chart.pen(self._color(place), 3, style=DASHES[place]))
        for place, line in enumerate(self.middles):
            line.setVisible(place < len(last))
        self.dots.setData(spots)
        self.ends_plot.setRange(
            xRange=(-0.6, len(last) - 0.4), yRange=(low - spare, high + 2 * spare), padding=0, disableAutoRange=True
        )
        ticks = [(place, f"{SIGNS[place]} {plain(rate)}") for place, rate in enumerate(self.rates)]
        self.ends_plot.getAxis("bottom").setTicks([ticks])

    def _dot(self, place: int, at: int, count: int, value: float, top: float) -> dict[str, Any]:
        lost = not np.isfinite(value)
        across = 0.44 * (at / max(1, count - 1) - 0.5)
        return {
            "pos": (place + across, top if lost else value),
            "symbol": "x" if lost else MARKS[place],
            "size": self.chart.points(9),
            "brush": pg.mkBrush(translucent(self._color(place), 0.75)),
            "pen": self.chart.pen(self.theme.panel, 0.7),
        }

    def _tell(self, result: Sweep, done: int) -> None:
        if result.part < 1.0:
            self.say(self.tr("{} of {} runs.").format(f"{result.part:.0%}", len(result.experiments)))
            return
        last = result.history["loss"][-1].astype(np.float64).reshape(len(self.rates), -1)
        said = [
            self.tr("Rate {}: {}").format(plain(rate), spoken(spread(losses)))
            for rate, losses in zip(self.rates, last, strict=True)
        ]
        if len(self.rates) == 2:
            said.insert(0, spoken(verdict(self.rates, duel(*last))))
        self.say("\n".join(said))
