"""The learning-rate range test: one short run in which the rate grows until the loss explodes."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from gdviz.core.plain import plain
from gdviz.engine.range_test import STEPS, RangeTest, range_test
from gdviz.views.colors import translucent
from gdviz.views.laboratory_page import Page
from gdviz.views.laboratory_plots import Chart, heights, is_log
from gdviz.views.parts import described, label
from gdviz.views.theme import Theme
from gdviz.worker.studies import Work
from gdviz.worker.words import spoken

AROUND = 5
"""Steps on either side of one that its slope is taken from."""


class RangePage(Page):
    """Loss over rate, where it falls fastest, and the rate to take."""

    name = "Range test"
    verb = "Run the test"
    empty = (
        "Which rate to begin with? One short run in which the learning rate grows from 0.00001 to 10: "
        "where the loss falls fastest, a good rate is near. Press Run the test."
    )

    def build(self) -> None:
        """The plot, and the button that takes the rate."""
        self.test: RangeTest | None = None
        self.form.addWidget(
            label(self.tr("The rate grows from step to step; the loss says how far it may."), wraps=True), 10
        )
        self.chart = Chart(self.tr("Loss over learning rate"))
        self.plot = self.chart.add(self.tr("learning rate"), spoken("loss"), log_x=True, log_y=True)
        self.raw, self.smooth = pg.PlotCurveItem(connect="finite"), pg.PlotCurveItem(connect="finite", antialias=True)
        self.steepest = pg.ScatterPlotItem(symbol="t")
        words = {"position": 0.93, "movable": False, "anchors": [(0, 0), (1, 0)]}
        self.line = pg.InfiniteLine(angle=90, movable=False, label="", labelOpts=words)
        for item in (self.raw, self.smooth, self.steepest):
            self.plot.addItem(item)
        self.plot.addItem(self.line, ignoreBounds=True)
        self.use = described(
            QPushButton(), self.tr("Use this rate"), self.tr("Sets the learning rate to what the test suggests")
        )
        self.use.clicked.connect(self.use_rate)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.use)
        self.body.addWidget(self.chart, 1)
        self.body.addLayout(row)

    def work(self) -> Work:
        """The test."""
        experiment = self.session.experiment
        self.test = None
        self.use.setVisible(False)
        return lambda: range_test(experiment)

    def use_rate(self) -> None:
        """Sets the session's learning rate."""
        if self.test is not None and self.test.suggestion is not None:
            rate = float(f"{self.test.suggestion:.2g}")
            self.session.set_experiment(replace(self.session.experiment, learning_rate=rate))

    def set_theme(self, theme: Theme) -> None:
        """Recolours the plot."""
        super().set_theme(theme)
        self.chart.set_theme(theme)
        self.raw.setPen(self.chart.pen(translucent(theme.loss, 0.35), 1))
        self.smooth.setPen(self.chart.pen(theme.loss, 2.6))
        self.steepest.setBrush(pg.mkBrush(theme.ball))
        self.steepest.setPen(self.chart.pen(theme.text, 1))
        self.steepest.setSize(self.chart.points(13))
        self.line.setPen(self.chart.pen(theme.good, 2, style=Qt.PenStyle.DashLine))
        self.line.label.setColor(theme.good)
        self.line.label.fill = pg.mkBrush(theme.panel)

    def show_result(self, result: RangeTest) -> float:
        """The test so far."""
        self.test = result
        log = is_log(result.losses)
        self.plot.getAxis("left").setLogMode(log)
        rates = np.log10(result.rates)
        self.raw.setData(rates, heights(result.losses, log))
        self.smooth.setData(rates, heights(result.smooth, log))
        self.plot.setXRange(-5, 1, padding=0.02)
        self._show_range(heights(result.smooth, log))
        self._show_suggestion(result, log)
        return len(result.rates) / STEPS

    def _show_range(self, smooth: np.ndarray) -> None:
        low, high = float(np.nanmin(smooth)), float(np.nanmax(smooth))
        spare = 0.12 * (high - low) or 0.1
        self.plot.setYRange(low - spare, high + spare, padding=0)

    def _show_suggestion(self, result: RangeTest, log: bool) -> None:
        rate = result.suggestion
        self.line.setVisible(rate is not None)
        self.use.setVisible(rate is not None)
        at = steepest(result)
        self.steepest.setVisible(at is not None)
        if at is not None:
            self.steepest.setData([np.log10(result.rates[at])], [float(heights(result.smooth[at], log))])
        if rate is None or at is None:
            self.say(self.tr("No rate has lowered the loss yet."))
            return
        self.line.setPos(np.log10(rate))
        self.line.label.setFormat(self.tr("take {}").format(plain(rate, 2)))
        self.use.setText(self.tr("Use {}").format(plain(rate, 2)))
        self.say(
            self.tr(
                "The averaged loss falls fastest at {} (triangle) and is lowest at {}. Take {} (dashed): two "
                "thirds down the longest fall, before larger steps begin to do harm."
            ).format(plain(result.rates[at], 2), plain(result.rates[int(result.smooth.argmin())], 2), plain(rate, 2))
        )


def steepest(test: RangeTest) -> int | None:
    """The step at which the averaged loss falls fastest for a given factor in the rate; None if it never falls.

    Slopes are those of straight lines through `AROUND` steps on either side; the first ones, when the average has seen
    too little, do not count.
    """
    at = np.arange(-AROUND, AROUND + 1)
    if len(test.smooth) < 4 * AROUND:
        return None
    slopes = np.convolve(test.smooth[AROUND:], -at / (at @ at), "valid")
    return 2 * AROUND + int(slopes.argmin()) if slopes.min() < 0 else None
