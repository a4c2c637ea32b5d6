"""Heat maps: final loss and verdict for every rate with every optimiser, or with every batch size."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
)

from gdviz.core.compare import compared
from gdviz.core.diagnosis import VERDICTS
from gdviz.core.experiment import Experiment, number
from gdviz.core.plain import plain
from gdviz.core.rate_zones import KINDS, ZONE_OF
from gdviz.engine.catalogue import differing
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.engine.rate_map import RateMap, rate_map
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.views.colors import color_table
from gdviz.views.fitting_tabs import SIZES, scaled
from gdviz.views.laboratory_chosen import ChosenRun
from gdviz.views.laboratory_page import Page, RateRange, add_labelled
from gdviz.views.laboratory_plots import heights, is_log
from gdviz.views.parts import described, label
from gdviz.views.theme import Theme
from gdviz.worker.studies import Work
from gdviz.worker.words import spoken


def signs() -> str:
    """What the signs in the cells stand for."""
    return "    ".join(f"{kind.sign}\u00a0{spoken(kind.title)}".replace(" ", "\u00a0") for kind in KINDS.values())


EVEN = 0.18
"""Luminance at which black and white writing stand out alike: ``(1.05 / (L + 0.05)) = (L + 0.05) / 0.05``."""

SPARE = 6
"""Pixels around the text of a cell."""

CHOOSE = "Choose a cell: see its words, train it. Choose two (Ctrl) to see what they differ in."


class LossBar(QWidget):
    """The legend of a heat map: colours from the lowest to the highest loss."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins blank."""
        super().__init__(parent)
        self.setFixedHeight(16)
        self.setMinimumWidth(320)
        self._colors, self._ends = np.zeros((256, 3), np.uint8), ("", "")
        self._text = QColor("black")

    def show_span(self, low: str, high: str, theme: Theme) -> None:
        """Says which loss the first colour stands for and which the last."""
        self._colors, self._ends, self._text = color_table(theme), (low, high), QColor(theme.text)
        self.setAccessibleName(self.tr("Colours from loss {} to {}").format(low, high))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The strip between its two numbers."""
        painter = QPainter(self)
        side = self.fontMetrics().horizontalAdvance(self.tr("loss 0.00012")) + 6
        strip = QRect(side, 2, self.width() - 2 * side, self.height() - 4)
        for at in range(strip.width()):
            color = self._colors[at * 255 // max(1, strip.width() - 1)]
            painter.fillRect(strip.left() + at, strip.top(), 1, strip.height(), QColor(*map(int, color)))
        painter.setPen(self._text)
        flag = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRect(0, 0, side - 6, self.height()),
            flag | Qt.AlignmentFlag.AlignRight,
            self.tr("loss {}").format(self._ends[0]),
        )
        painter.drawText(QRect(self.width() - side + 6, 0, side, self.height()), flag, self._ends[1])


class _Frame(QStyledItemDelegate):
    """Draws a frame around a cell that is chosen, and leaves it its colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """The cell, and its frame."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        option.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        super().paint(painter, option, index)
        if chosen:
            for color, width, inset in (("black", 5, 3), ("white", 2, 3)):
                painter.setPen(QPen(QColor(color), width))
                painter.drawRect(option.rect.adjusted(inset, inset, -inset, -inset))


class _FittingTable(QTableWidget):
    """A table whose letters become smaller before any rate above a column, or word in it, is cut."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Takes the largest letters with which every column's words have room, above them and in them."""
        items = [self.horizontalHeaderItem(column) for column in range(self.columnCount())]
        heads = [item for item in items if item is not None]
        font = self._fitting([head.text() for head in heads])
        for head in heads:
            head.setFont(font)
        self.setFont(self._fitting([spoken("lost")]))

    def _fitting(self, texts: Sequence[str]) -> QFont:
        room = self.columnWidth(0) - SPARE
        fonts = [scaled(self.window().font(), size) for size in SIZES]
        fit = (font for font in fonts if all(QFontMetrics(font).horizontalAdvance(text) <= room for text in texts))
        return next(fit, fonts[-1])


class MapPage(Page):
    """A table of cells coloured by final loss, each with the sign of its verdict; see its two kinds below."""

    setting = ""
    """The setting in which rows differ."""
    verb = "Draw"

    def build(self) -> None:
        """Form, table, legend, and what to do with the cell that is chosen."""
        self.map: RateMap | None = None
        self.build_rows()
        self.range = RateRange(10, "0.0001", "3")
        self.range.add_to(self.form)
        self.table = described(_FittingTable(), spoken(self.name), self.tr("Arrows choose a run, Enter trains it"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setShowGrid(False)
        self.table.setItemDelegate(_Frame(self.table))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.verticalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.bar = LossBar()
        self.chosen = ChosenRun(self.session, label(spoken(CHOOSE), wraps=True))
        self.table.itemActivated.connect(self.chosen.train)
        legend = QHBoxLayout()
        legend.addWidget(label(signs(), role="muted", wraps=True), 1)
        legend.addWidget(self.bar)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(legend)
        self.body.addWidget(self.chosen)
        self._on_chosen()

    def build_rows(self) -> None:
        """Adds to the form what chooses the rows."""
        raise NotImplementedError

    def row_values(self) -> list[Any]:
        """What the rows are, by the form.

        Raises:
            UserError: If something in it is not acceptable.
        """
        raise NotImplementedError

    def row_name(self, value: Any) -> str:
        """A row's name."""
        return str(value)

    def work(self) -> Work:
        """Every row at every rate."""
        experiment, rates, values = self.session.experiment, self.range.rates(), self.row_values()
        if self.setting == "optimizer":
            experiment = replace(experiment, optimizer_parameters=())
        self.map = None
        return lambda: rate_map(experiment, rates, self.setting, values)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the cells."""
        super().set_theme(theme)
        if self.map is not None:
            self.show_result(self.map)

    def show_result(self, result: RateMap) -> float:
        """The map so far."""
        if self.map is None:
            self._prepare(result)
        self.map = result
        losses = result.losses
        known = losses[np.isfinite(losses)]
        low, high = (float(known.min()), float(known.max())) if len(known) else (0.0, 1.0)
        self.bar.show_span(f"{low:.2g}", f"{high:.2g}", self.theme)
        parts = _shares(losses, low, high)
        colors = color_table(self.theme)
        for row, column in np.ndindex(losses.shape):
            self._fill(row, column, float(losses[row, column]), float(parts[row, column]), colors)
        self._tell(result)
        return result.sweep.part

    def _prepare(self, result: RateMap) -> None:
        self.table.clear()
        self.table.setRowCount(len(result.values))
        self.table.setColumnCount(len(result.rates))
        self.table.setHorizontalHeaderLabels([plain(rate, 2) for rate in result.rates])
        self.table.setVerticalHeaderLabels([self.row_name(value) for value in result.values])
        for row, column in np.ndindex(len(result.values), len(result.rates)):
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self.table.setItem(row, column, item)
        self.table.fit()

    def _fill(self, row: int, column: int, loss: float, part: float, colors: Any) -> None:
        """One cell: colour by loss, sign and number as text."""
        assert self.map is not None
        item = self.table.item(row, column)
        assert item is not None
        diagnosis = self.map.diagnoses[row * len(self.map.rates) + column]
        sign = KINDS[ZONE_OF[diagnosis.verdict]].sign if diagnosis else ""
        text = "" if np.isnan(loss) else (f"{sign}\n" + (spoken("lost") if np.isinf(loss) else f"{loss:.2g}")).strip()
        if np.isnan(loss):
            color = QColor(self.theme.raised)
        else:
            color = QColor(*map(int, colors[round(255 * part)])) if np.isfinite(part) else QColor(self.theme.muted)
        if item.text() != text:
            item.setText(text)
        if item.background().color() != color:
            item.setBackground(color)
            item.setForeground(QColor("black" if _lightness(color) > EVEN else "white"))
        told = f"{spoken(VERDICTS[diagnosis.verdict].title)}. {spoken(diagnosis.sentence)}" if diagnosis else ""
        if item.toolTip() != told:
            item.setToolTip(told)

    def _tell(self, result: RateMap) -> None:
        if not result.done or None in result.diagnoses:
            self.say(self.tr("{} of {} runs.").format(f"{result.sweep.part:.0%}", len(result.sweep.experiments)))
            return
        losses = result.losses
        if not np.isfinite(losses).any():
            self.say(self.tr("Every run was lost: try lower rates."))
            return
        said = []
        for value, row in zip(result.values, losses, strict=True):
            at = int(np.where(np.isfinite(row), row, np.inf).argmin())
            best = (
                self.tr("{} at {}").format(f"{row[at]:.2g}", plain(result.rates[at], 2))
                if np.isfinite(row[at])
                else self.tr("lost at every rate")
            )
            said.append(f"{self.row_name(value)} {best}")
        self.say(self.tr("Lowest loss and its rate: {}.").format("; ".join(said)))

    def _chosen(self) -> list[Experiment]:
        if self.map is None:
            return []
        places = [(item.row(), item.column()) for item in self.table.selectedItems()]
        return [self.map.sweep.experiments[row * len(self.map.rates) + column] for row, column in sorted(places)]

    def _on_chosen(self) -> None:
        chosen, detail = self._chosen(), self.chosen.detail
        self.chosen.choose(None)
        if self.map is None or len(chosen) not in (1, 2):
            detail.setText(spoken(CHOOSE))
        elif len(chosen) == 2:
            detail.setText(spoken(compared(differing(*chosen))))
        else:
            item = self.table.selectedItems()[0]
            name = self.row_name(getattr(chosen[0], self.setting))
            self.chosen.choose(chosen[0], name)
            detail.setText(self.tr("{}, rate {}. {}").format(name, plain(chosen[0].learning_rate), item.toolTip()))


class OptimizerMapPage(MapPage):
    """Rows are optimisers."""

    name = "Rates and optimisers"
    setting = "optimizer"
    empty = (
        "Which rate suits which optimiser? Every optimiser ticked is trained at every rate; colour is the final loss, "
        "the sign what the doctor says. Press Draw."
    )

    def build_rows(self) -> None:
        """A menu to tick optimisers in."""
        self.choice = described(QToolButton(), self.tr("Optimisers"), self.tr("Tick those to be drawn"))
        self.choice.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.choice)
        self.ticks = {}
        for key, optimizer in OPTIMIZERS.items():
            tick = menu.addAction(spoken(optimizer.title))
            tick.setCheckable(True)
            tick.setChecked(key in ("sgd", "momentum", "rmsprop", "adam", "adamw", "lion"))
            tick.toggled.connect(self._on_ticked)
            self.ticks[key] = tick
        self.choice.setMenu(menu)
        self.form.addWidget(self.choice)
        self._on_ticked()

    def row_values(self) -> list[Any]:
        """The optimisers ticked."""
        chosen = [key for key, tick in self.ticks.items() if tick.isChecked()]
        if not chosen:
            raise UserError(Said("No optimiser was ticked"), Said("one or more"))
        return chosen

    def row_name(self, value: Any) -> str:
        """As on screen elsewhere."""
        return spoken(OPTIMIZERS[value].title)

    def _on_ticked(self) -> None:
        count = sum(tick.isChecked() for tick in self.ticks.values())
        self.choice.setText(self.tr("&Optimisers: {}    ").format(count))


class BatchMapPage(MapPage):
    """Rows are batch sizes."""

    name = "Rates and batch sizes"
    setting = "batch_size"
    empty = (
        "Does a larger batch bear a larger rate? Every batch size is trained at every rate, for the same number of "
        "epochs. Press Draw."
    )

    def obstacle(self, experiment: Experiment) -> str:
        """A function has no batches."""
        told = self.tr("Only networks are trained batch by batch. Choose a network in the main window.")
        return "" if experiment.learns_rows else told

    def build_rows(self) -> None:
        """A box for the sizes."""
        self.sizes = described(
            QLineEdit("2, 4, 8, 16, 32, 64"), self.tr("Batch sizes"), self.tr("Whole numbers with commas between")
        )
        add_labelled(self.form, self.tr("&Batch sizes"), self.sizes)

    def row_values(self) -> list[Any]:
        """The sizes, ascending."""
        found = {int(number(text, "batch_size")) for text in self.sizes.text().split(",") if text.strip()}
        if not 1 <= len(found) <= 16:
            raise UserError(Said("There were {} batch sizes", len(found)), Said("1 to 16, with commas between"))
        return sorted(found)

    def row_name(self, value: Any) -> str:
        """The size, and that it is one."""
        return self.tr("Batch {}").format(value)


def _shares(losses: Any, low: float, high: float) -> Any:
    """Where each loss lies between the lowest and the highest, 0 to 1, in powers of ten where that is possible.

    NaN where it is not a finite number.
    """
    log = is_log(losses)
    placed, (first, last) = heights(losses, log), heights([low, high], log)
    return (placed - first) / (last - first) if last > first else 0 * placed


def _lightness(color: QColor) -> float:
    """Relative luminance as contrast is measured by, roughly: 0 to 1."""
    return float(0.2126 * color.redF() ** 2.2 + 0.7152 * color.greenF() ** 2.2 + 0.0722 * color.blueF() ** 2.2)
