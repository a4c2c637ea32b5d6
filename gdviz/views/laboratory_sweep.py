"""The sweep: one experiment at many learning rates, all at once."""

from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
)

from gdviz.core.diagnosis import VERDICTS
from gdviz.core.plain import plain
from gdviz.core.rate_zones import told, zones
from gdviz.core.stability import Limit
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.engine.rate_map import RateMap, rate_map
from gdviz.engine.start_limit import start_limit
from gdviz.views.elided import Elided
from gdviz.views.laboratory_chosen import ChosenRun
from gdviz.views.laboratory_page import Page, RateRange, thin
from gdviz.views.laboratory_plots import Chart, RateBar, ZoneBands, heights, is_log, rate_colors
from gdviz.views.parts import described, in_reading_order
from gdviz.views.theme import Theme
from gdviz.worker.studies import Work
from gdviz.worker.words import spoken

COLUMNS = ("Rate", "Final loss", "Verdict", "What the doctor says")

CHOOSE = "Choose a run in the table or in a picture: see its words, train it, or lay it over the surface."


class SweepPage(Page):
    """Curves coloured by rate, final loss over rate with the zones, and a sentence for each run."""

    name = "Sweep of rates"
    verb = "Sweep"
    empty = (
        "Which learning rates work? Choose a range and press Sweep: the present experiment is trained at all of them "
        "at once, and the doctor says of each how it went."
    )

    def build(self) -> None:
        """Form, two plots, table, and what to do with the run that is chosen."""
        self.map: RateMap | None = None
        self.limit: Limit | None = None
        self._chosen: int | None = None
        self._log = True
        self.range = RateRange(32)
        self.range.add_to(self.form)
        self._limits = self.session.studies.of("limit at the start")
        self._limits.arrived.connect(self._on_limit)
        self._build_plots()
        self._build_table()
        self.chosen = ChosenRun(self.session, Elided())
        self.table.itemActivated.connect(self.chosen.train)
        self._choose(None)
        split = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=6)
        split.addWidget(self.chart)
        split.addWidget(self.table)
        split.setSizes([330, 150])
        in_reading_order(split)
        self.body.addWidget(split, 1)
        self.body.addWidget(self.chosen)

    def work(self) -> Work:
        """All rates at once; the limit is measured beside."""
        experiment, rates = self.session.experiment, self.range.rates()
        self.map, self.limit = None, None
        self._choose(None)
        self.table.clear()
        self._mark.setVisible(False)
        self._limits.begin(lambda: iter([start_limit(experiment)]))
        return lambda: rate_map(experiment, rates, "optimizer", [experiment.optimizer])

    def cancel(self) -> None:
        """Stops the measuring of the limit as well."""
        self._limits.cancel()
        super().cancel()

    def set_theme(self, theme: Theme) -> None:
        """Recolours curves, bands and bar."""
        super().set_theme(theme)
        self.chart.set_theme(theme)
        self._mark.setPen(self.chart.pen(theme.text, 1.6, style=Qt.PenStyle.DashLine))
        self._mark.label.setColor(theme.text)
        self._mark.label.fill = pg.mkBrush(theme.panel)
        if self.map is not None:
            self.bar.show(self.map.rates[0], self.map.rates[-1], theme)
            self._show_chosen()
            self._draw_zones()

    def show_result(self, result: RateMap) -> float:
        """The sweep so far."""
        before, self.map = self.map, result
        if before is None:
            self._prepare(len(result.rates))
        self._log = is_log(result.sweep.history["loss"])
        for plot in (self.curves_plot, self.ends_plot):
            plot.getAxis("left").setLogMode(self._log)
        self._draw_curves(result)
        self._draw_ends(result)
        if before is None or before.diagnoses != result.diagnoses:
            self._draw_zones()
            self._fill_table(result)
            self._color_curves()
        self._tell(result)
        return result.sweep.part

    def choose(self, index: int) -> None:
        """Chooses the run at the rate number ``index``."""
        if (item := self.table.topLevelItem(index)) is not None:
            self.table.setCurrentItem(item)

    def _build_plots(self) -> None:
        self.chart = Chart(self.tr("Loss curves by rate, and final loss over rate"))
        self.curves_plot = self.chart.add(spoken("epoch"), spoken("loss"), log_y=True)
        self.bar = RateBar(self.curves_plot)
        self.ends_plot = self.chart.add(self.tr("learning rate"), self.tr("final loss"), log_x=True, log_y=True)
        for column, stretch in enumerate((5, 4)):
            self.chart.ci.layout.setColumnStretchFactor(column, stretch)
        self.curves: list[Any] = []
        self.bands = ZoneBands(self.chart, self.ends_plot)
        self.ends = pg.ScatterPlotItem(size=9, hoverable=True, tip=None)
        self.ends.sigClicked.connect(self._on_point)
        words = {"position": 0.06, "movable": False, "anchors": [(0, 0.5), (1, 0.5)]}
        self._mark = pg.InfiniteLine(angle=90, movable=False, label="", labelOpts=words)
        self._mark.setVisible(False)
        self.ends_plot.addItem(self._mark, ignoreBounds=True)
        self.ends_plot.addItem(self.ends)
        self.ends_plot.vb.sigResized.connect(self._on_resized)
        self.chart.scene().sigMouseClicked.connect(self._on_click)

    def _build_table(self) -> None:
        self.table = described(QTreeWidget(), self.tr("Runs"), self.tr("Arrows choose a run, Enter trains it"))
        self.table.setColumnCount(len(COLUMNS))
        self.table.setHeaderLabels([spoken(name) for name in COLUMNS])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setMinimumHeight(90)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.header()
        for column in range(3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.table.currentItemChanged.connect(self._on_current)

    def _prepare(self, count: int) -> None:
        """As many curves and rows as there are rates."""
        for curve in self.curves:
            self.curves_plot.removeItem(curve)
        self.curves = [pg.PlotCurveItem(connect="finite", antialias=True) for _ in range(count)]
        for curve in self.curves:
            self.curves_plot.addItem(curve)
        self.table.clear()
        self.table.addTopLevelItems([QTreeWidgetItem() for _ in range(count)])
        assert self.map is not None
        for item, rate in zip(self._items(), self.map.rates, strict=True):
            item.setText(0, plain(rate))
        self.bar.show(self.map.rates[0], self.map.rates[-1], self.theme)
        self._choose(None)
        self._color_curves()

    def _draw_curves(self, result: RateMap) -> None:
        history, done = result.sweep.history["loss"], result.sweep.epochs_done
        at = np.array(thin(int(done.max())), int)
        values = heights(history[at], self._log)
        for index, curve in enumerate(self.curves):
            curve.setData(at + 1, values[:, index])
        last = max(2, max(experiment.epochs for experiment in result.sweep.experiments))
        known = values[np.isfinite(values)]
        if len(known):
            # Rates far too high leave the picture; the others would be one flat line at its bottom.
            high = min(float(known.max()), float(np.nanmedian(values[0])) + (1.0 if self._log else np.inf))
            spare = 0.05 * (high - float(known.min())) or 0.1
            self.curves_plot.setRange(
                xRange=(1, last), yRange=(known.min() - spare, high + spare), padding=0, disableAutoRange=True
            )
        self.curves_plot.getAxis("bottom").setLabel(spoken("epoch" if _is_network(result) else "step"))

    def _color_curves(self) -> None:
        """Each in the colour of its rate; low losses lie above high ones, and the chosen run above all."""
        losses = self.map.losses[0] if self.map is not None else np.zeros(len(self.curves))
        order = np.argsort(np.argsort(-losses))
        for index, (curve, color) in enumerate(zip(self.curves, self._colors(), strict=True)):
            chosen = index == self._chosen
            curve.setPen(self.chart.pen(self.theme.text if chosen else color, 3.2 if chosen else 1.3))
            curve.setZValue(100 if chosen else int(order[index]))

    def _colors(self) -> list[QColor]:
        return rate_colors(len(self.curves), self.theme)

    def _show_chosen(self) -> None:
        self._color_curves()
        if self.map is not None:
            self._draw_ends(self.map)

    def _draw_ends(self, result: RateMap) -> None:
        """A point for each rate: a circle where the run ended, a cross on top where it was lost."""
        losses, rates = heights(result.losses[0], self._log), np.log10(result.rates)
        known = np.isfinite(losses)
        top, bottom = (float(losses[known].max()), float(losses[known].min())) if known.any() else (0.0, -1.0)
        spare, side = max(0.1, 0.12 * (top - bottom)), 0.5 * (rates[1] - rates[0])
        self.ends_plot.setRange(
            xRange=(rates[0] - side, rates[-1] + side),
            yRange=(bottom - 1.6 * spare, top + 3 * spare),
            padding=0.0,
            disableAutoRange=True,
        )
        sizes, widths = np.full(len(rates), self.chart.points(8)), np.full(len(rates), 0.7)
        if self._chosen is not None:
            sizes[self._chosen], widths[self._chosen] = self.chart.points(13), 2.0
        self.ends.setData(
            x=rates,
            y=np.where(known, losses, np.where(np.isinf(result.losses[0]), top + spare, np.nan)),
            data=np.arange(len(rates)),
            symbol=np.where(known, "o", "x"),
            size=sizes,
            brush=[pg.mkBrush(color) for color in self._colors()],
            pen=[self.chart.pen(self.theme.text, width) for width in widths],
        )

    def _draw_zones(self) -> None:
        if self.map is None or None in self.map.diagnoses:
            return
        self.bands.show(zones(self.map.rates, self.map.beliefs), self.theme)

    def _fill_table(self, result: RateMap) -> None:
        for at, item in enumerate(self._items()):
            loss, diagnosis = result.losses[0][at], result.diagnoses[at]
            texts = [spoken("lost") if np.isinf(loss) else "" if np.isnan(loss) else f"{loss:.3g}", "", ""]
            if diagnosis is not None:
                texts[1:] = spoken(VERDICTS[diagnosis.verdict].title), spoken(diagnosis.sentence)
            for column, text in enumerate(texts, 1):
                if item.text(column) != text:
                    item.setText(column, text)
                    item.setToolTip(column, text)

    def _tell(self, result: RateMap) -> None:
        if not result.done or None in result.diagnoses:
            self.say(self.tr("{} of {} runs.").format(f"{result.sweep.part:.0%}", len(result.rates)))
            return
        losses = result.losses[0].tolist()
        found = zones(result.rates, result.beliefs)
        self.say(f"{spoken(told(result.rates, losses, found))} {self._told_limit()}".strip())

    def _told_limit(self) -> str:
        if self.limit is None:
            return ""
        if self.limit.rate is None:
            return self.tr("No stability limit to mark: {}.").format(spoken(self.limit.reason))
        return self.tr(
            "Dashed: {}, the largest stable rate of full-batch steps, by the curvature at the first weights; "
            "small batches and later weights may have another."
        ).format(plain(self.limit.rate, 2))

    def _on_limit(self, limit: Limit) -> None:
        self.limit = limit
        self._mark.setVisible(limit.rate is not None)
        if limit.rate is not None:
            self._mark.setPos(np.log10(limit.rate))
            self._mark.label.setFormat(self.tr("limit {}").format(plain(limit.rate, 2)))
        if self.map is not None:
            self._tell(self.map)

    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        self._choose(None if item is None else self.table.indexOfTopLevelItem(item))

    def _choose(self, index: int | None) -> None:
        self._chosen = index
        self.chosen.choose(None)
        if index is None or self.map is None:
            self.chosen.detail.setText(spoken(CHOOSE))
            self._color_curves()
            return
        diagnosis = self.map.diagnoses[index]
        said = spoken(diagnosis.sentence) if diagnosis else ""
        experiment = self.map.sweep.experiments[index]
        self.chosen.choose(experiment, spoken(OPTIMIZERS[experiment.optimizer].title))
        self.chosen.detail.setText(self.tr("Rate {}: {}").format(plain(self.map.rates[index]), said))
        self._show_chosen()

    def _on_point(self, scatter: Any, points: Any) -> None:
        if len(points):
            self.choose(int(points[0].data()))

    def _on_click(self, event: Any) -> None:
        """Chooses the curve next to the mouse."""
        position: QPointF = event.scenePos()
        if self.map is None or not self.curves_plot.sceneBoundingRect().contains(position):
            return
        spot = self.curves_plot.vb.mapSceneToView(position)
        done = int(self.map.sweep.epochs_done.min())
        if done:
            at = min(max(round(spot.x()), 1), done) - 1
            miss = np.abs(heights(self.map.sweep.history["loss"][at], self._log) - spot.y())
            if np.isfinite(miss).any():
                self.choose(int(np.nanargmin(miss)))

    def _on_resized(self) -> None:
        self._draw_zones()

    def _items(self) -> list[QTreeWidgetItem]:
        rows = map(self.table.topLevelItem, range(self.table.topLevelItemCount()))
        return [item for item in rows if item is not None]


def _is_network(result: RateMap) -> bool:
    return result.sweep.experiments[0].learns_rows
