"""The gradient-noise cloud: what batches of each size say is downhill, around what all rows say."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Plane
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.gradient_noise import GradientNoise, gradient_noise
from gdviz.views.colors import translucent
from gdviz.views.elided import ElidedChoice
from gdviz.views.laboratory_page import Page, add_labelled
from gdviz.views.laboratory_plots import Chart
from gdviz.views.parts import described, label
from gdviz.views.theme import Theme
from gdviz.worker.studies import Work
from gdviz.worker.words import spoken

HEAD = 0.12
"""Length of the full gradient's arrowhead, as a part of the arrow."""

FRAMED = 2
"""Place among the sizes of the batches that the picture is made for: 4 rows. Of smaller ones, arrows may leave it."""


class NoisePage(Page):
    """Arrows that shrink towards one as the batch grows."""

    name = "Gradient noise"
    verb = "Draw"
    empty = (
        "Every step looks at a few examples only and takes their word for where downhill is. How far is that from what "
        "all of them say? Press Draw to see it at the point shown in the main window."
    )

    def build(self) -> None:
        """Form, slider, and the cloud."""
        self.noise: GradientNoise | None = None
        self.directions = described(
            ElidedChoice(), self.tr("Directions"), self.tr("In which two of the weights' many directions to look")
        )
        self.directions.addItem(self.tr("Directions of the surface"), True)
        self.directions.addItem(self.tr("The noise's own directions"), False)
        self.directions.setCurrentIndex(1)
        self.directions.currentIndexChanged.connect(self._on_directions)
        self.slider = described(
            QSlider(Qt.Orientation.Horizontal), self.tr("Batch size"), self.tr("How many examples to a batch")
        )
        self.slider.setPageStep(1)
        self.slider.setMinimumWidth(150)
        self.slider.setEnabled(False)
        self.slider.valueChanged.connect(self._draw)
        self.rows = label()
        self.rows.setMinimumWidth(40)
        add_labelled(self.form, self.tr("&Batch size"), self.slider)
        self.form.addWidget(self.rows)
        self.form.addWidget(self.directions)
        self.chart = Chart(self.tr("What each batch says is downhill"))
        self.plot = self.chart.add("", "")
        self.plot.setAspectLocked(True)
        self.arrows = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.tips = pg.ScatterPlotItem()
        self.full = pg.PlotCurveItem(connect="pairs", antialias=True)
        for item in (self.arrows, self.tips, self.full):
            self.plot.addItem(item)
        self.body.addWidget(self.chart, 1)
        self.session.shown_step_changed.connect(self._on_step)

    def obstacle(self, experiment: Experiment) -> str:
        """A function has one row."""
        if experiment.learns_rows:
            return ""
        return self.tr(
            "Only networks are trained batch by batch. Choose a network in the main window: its steps "
            "look at a few examples each."
        )

    def work(self) -> Work:
        """The cloud at the point shown."""
        session, experiment = self.session, self.session.experiment
        path, surface = session.trajectory, session.surface
        weights = None if path is None else path.at(session.shown_step)
        plane = surface.plane if surface is not None and self.directions.currentData() else None
        return lambda: iter([_cloud(experiment, weights, plane)])

    def set_theme(self, theme: Theme) -> None:
        """Recolours the cloud."""
        super().set_theme(theme)
        self.chart.set_theme(theme)
        self.arrows.setPen(self.chart.pen(translucent(theme.loss, 0.4), 1.2))
        self.tips.setBrush(pg.mkBrush(theme.loss))
        self.tips.setPen(self.chart.pen(theme.panel, 0.5))
        self.tips.setSize(self.chart.points(6))
        self.full.setPen(self.chart.pen(theme.ball, 4))

    def show_result(self, result: GradientNoise) -> float:
        """The cloud of the batch size chosen, or at first of the experiment's own."""
        fresh = self.noise is None or self.noise.sizes != result.sizes
        self.noise = result
        own = min(self.session.experiment.batch_size, result.sizes[-1])
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(result.sizes) - 1)
        if fresh:
            self.slider.setValue(int(np.abs(np.log(np.array(result.sizes) / own)).argmin()))
        self.slider.blockSignals(False)
        self.slider.setEnabled(True)
        for side, name in zip(("bottom", "left"), result.names, strict=True):
            self.plot.setLabel(side, self.tr("downhill, {}").format(spoken(name)) if name else "")
        self._frame(result)
        self._draw()
        return 1.0

    def _frame(self, noise: GradientNoise) -> None:
        """A frame for batches of a few rows, kept for all sizes: only so does one see the cloud shrink."""
        few = noise.batches[min(FRAMED, len(noise.sizes) - 1)]
        reach = max(float(np.percentile(np.abs(few), 95)), 1.15 * float(np.abs(noise.full).max()), 1e-12)
        self.plot.setRange(xRange=(-reach, reach), yRange=(-reach, reach), padding=0, disableAutoRange=True)

    def _draw(self, *_: Any) -> None:
        if self.noise is None:
            return
        at = self.slider.value()
        tips = self.noise.batches[at].astype(np.float64)
        pairs = np.zeros((2 * len(tips), 2))
        pairs[1::2] = tips
        self.arrows.setData(pairs[:, 0], pairs[:, 1])
        self.tips.setData(tips[:, 0], tips[:, 1])
        arrow = _arrow(self.noise.full.astype(np.float64))
        self.full.setData(arrow[:, 0], arrow[:, 1])
        self._tell(self.noise, at)

    def _tell(self, noise: GradientNoise, at: int) -> None:
        size = noise.sizes[at]
        self.rows.setText(f"{size:,}")
        off, rows = noise.angles[at], f"{noise.sizes[-1]:,}"
        if np.isfinite(off):
            told = self.tr("The gradient of a batch of {} is on average {} off that of all {} rows (thick arrow).")
            told = told.format(f"{size:,}", f"{off:.0f}\u00b0", rows)
        else:
            told = self.tr("The gradient of all {} rows is zero here.").format(rows)
        scale = self.tr(
            "Noise scale here: {} = tr(covariance of the rows' gradients) / |gradient|\u00b2: in a batch of that many "
            "rows, noise is as long as the gradient itself."
        ).format(f"{noise.scale:,.3g}" if np.isfinite(noise.scale) else spoken("infinite"))
        held = self.tr("The picture holds {} of the gradient and {} of the noise.")
        self.say(f"{told} {scale} {held.format(*(f'{share:.0%}' for share in noise.shares))}")

    def _on_directions(self) -> None:
        if self.noise is not None:
            self.start()

    def _on_step(self) -> None:
        """Follows the timeline once somebody has looked."""
        if self.noise is not None and self.isVisible() and not self.obstacle(self.session.experiment):
            self.start()


def _cloud(experiment: Experiment, weights: Any, plane: Plane | None) -> GradientNoise:
    landscape = landscape_of(experiment)
    if weights is None or len(weights) != landscape.size:
        weights, plane = landscape.start(experiment.seed), None
    return gradient_noise(landscape, weights, plane)


def _arrow(tip: Any) -> Any:
    """Pairs of points: a line from the origin to ``tip``, and its head."""
    turned = np.array([-tip[1], tip[0]])
    back = tip * (1 - HEAD)
    return np.array([0 * tip, tip, tip, back + 0.5 * HEAD * turned, tip, back - 0.5 * HEAD * turned])
