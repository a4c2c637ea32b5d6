"""The race: who runs, in which colour and with which marker, and how they stand at the step shown."""

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.contest import Standing, fair_play, standings, target
from gdviz.core.runner import Runner
from gdviz.views.elided import Elided
from gdviz.views.giving_way import GivingWay
from gdviz.views.parts import as_panel, described, label
from gdviz.views.runner_marks import marker_icon
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

EMPTY = (
    "Let several runs start together: optimisers, learning rates, seeds or batch sizes. "
    "They walk on one surface, in their own colours."
)
COLUMNS = ("Runner", "Loss", "Lowest", "To target")
TIPS = (
    "Tick to draw it, untick to leave it out",
    "Training loss at the step shown",
    "Lowest training loss up to the step shown",
    "Steps until the loss was as low as half of the runners ever got it; known when the race has ended",
)
SPARED: tuple[tuple[int, ...], ...] = ((), (2,), (2, 3))
"""Columns that are left out, one set after the other, where names have no room."""

MOST_NEEDED = 4
"""Runners whose rows should be seen without scrolling."""
AROUND = 54
"""Pixels of the view's width that its margins, the table's frame and a scroll bar take."""


class RaceView(QWidget):
    """Legend and table of the session's runners.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins with a sentence that says what to do."""
        super().__init__(parent)
        as_panel(self, self.tr("Race"))
        self._session = session
        self._theme = load_theme("dark")
        self.heading, self.note = label(self.tr("Race"), role="heading"), label(spoken(EMPTY), role="muted", wraps=True)
        self.brief = Elided("muted")
        self.table = described(QTreeWidget(), self.tr("Runners"), self.tr("Space ticks and unticks a runner"))
        self.begin = described(QPushButton(self.tr("New race …")), self.tr("New race"), self.tr("Choose who runs"))
        self.clear = described(
            QPushButton(self.tr("Clear")), self.tr("Clear"), self.tr("Take all runners off the surface")
        )
        self.progress = QProgressBar(maximum=1000, textVisible=False)
        self._lay_out()
        self.begin.clicked.connect(self.choose)
        self.clear.clicked.connect(self._on_clear)
        self.table.itemChanged.connect(self._on_ticked)
        session.runners_changed.connect(self.show_runners)
        session.shown_step_changed.connect(self._on_step)
        session.race_ended.connect(self._on_ended)
        self.show_runners(session.runners)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the markers."""
        self._theme = theme
        for row, runner in enumerate(self._session.runners):
            self._items()[row].setIcon(0, self._icon(runner))

    def choose(self) -> None:
        """Asks who runs, and lets them run."""
        from gdviz.views.race_dialog import RaceDialog

        dialog = RaceDialog(self._session.experiment, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.entered.connect(self._session.race)
        dialog.open()

    def show_runners(self, runners: Sequence[Runner]) -> None:
        """Shows who runs and how they stand."""
        self.table.blockSignals(True)
        if [item.text(0) for item in self._items()] != [spoken(runner.name) for runner in runners]:
            self.table.clear()
            self.table.addTopLevelItems([self._item(runner) for runner in runners])
        for item, runner, standing in zip(self._items(), runners, self._standings(runners), strict=True):
            item.setCheckState(0, Qt.CheckState.Checked if runner.shown else Qt.CheckState.Unchecked)
            _write(item, standing)
        self.table.blockSignals(False)
        self.table.setVisible(bool(runners))
        racing = self._session.racing
        self.progress.setVisible(racing)
        self.progress.setValue(round(1000 * self._session.race_progress))
        self.clear.setText(self.tr("Stop") if racing else self.tr("Clear"))
        self.clear.setEnabled(bool(runners) or racing)
        self.note.setText(self._note(runners))
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Leaves out what matters least where names would be cut off: they say who is who."""
        columns = range(len(COLUMNS))
        wide = [max([self.table.header().sectionSizeHint(at), *self._widths(at)]) for at in columns]
        room = self.width() - AROUND
        left_out = next((out for out in SPARED if sum(wide) - sum(wide[at] for at in out) <= room), SPARED[-1])
        for at in columns[1:]:
            self.table.setColumnHidden(at, at in left_out)
        self._give_way()

    def _give_way(self) -> None:
        """In a low view the runners come first: what is said of them takes one line, and a tooltip has all of it."""
        self.brief.setText(self.note.text())
        rows = min(self.table.topLevelItemCount(), MOST_NEEDED)
        high = self.table.sizeHintForRow(0) if rows else 0
        needed = self.table.header().sizeHint().height() + rows * high
        room = self.contentsRect().bottom() - self.table.y() - self.note.heightForWidth(self.width() - 24)
        brief = bool(rows) and room < needed
        self.note.setVisible(not brief)
        self.brief.setVisible(brief)

    def _widths(self, column: int) -> list[int]:
        """How wide the entries of a column are."""
        rows = range(self.table.topLevelItemCount())
        return [self.table.sizeHintForIndex(self.table.model().index(row, column)).width() for row in rows]

    def _note(self, runners: Sequence[Runner]) -> str:
        if not runners:
            return self.tr("Getting ready …") if self._session.racing else spoken(EMPTY)
        aim = self._aim(runners)
        if not math.isfinite(aim):
            return spoken(fair_play(runners))
        return self.tr("{} Target: loss {}, which half of them reach.").format(spoken(fair_play(runners)), f"{aim:.3g}")

    def _standings(self, runners: Sequence[Runner]) -> list[Standing]:
        return standings(runners, self._session.shown_step, self._aim(runners))

    def _aim(self, runners: Sequence[Runner]) -> float:
        """The target; none for one alone, nor as long as they run: what half have reached so far is reached by half."""
        return -math.inf if self._session.racing or len(runners) < 2 else target(runners)

    def _items(self) -> list[QTreeWidgetItem]:
        rows = map(self.table.topLevelItem, range(self.table.topLevelItemCount()))
        return [item for item in rows if item is not None]

    def _item(self, runner: Runner) -> QTreeWidgetItem:
        item = QTreeWidgetItem([spoken(runner.name)])
        item.setIcon(0, self._icon(runner))
        item.setToolTip(0, spoken(runner.name))
        for column in range(1, len(COLUMNS)):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _icon(self, runner: Runner) -> QIcon:
        colors = self._theme.runner_colors
        return marker_icon(runner.mark, QColor(colors[runner.mark % len(colors)]))

    def _on_step(self) -> None:
        self.show_runners(self._session.runners)

    def _on_ended(self) -> None:
        self.show_runners(self._session.runners)

    def _on_ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if column == 0:
            shown = item.checkState(0) == Qt.CheckState.Checked
            self._session.show_runner(self.table.indexOfTopLevelItem(item), shown)

    def _on_clear(self) -> None:
        if self._session.racing:
            self._session.call_off_race()
        else:
            self._session.set_runners(())

    def _lay_out(self) -> None:
        self.table.setColumnCount(len(COLUMNS))
        self.table.setHeaderLabels([spoken(name) for name in COLUMNS])
        for column, tip in enumerate(TIPS):
            self.table.headerItem().setToolTip(column, spoken(tip))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.table.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(20)
        top = GivingWay(self.heading)
        for part in (self.heading, self.begin, self.clear):
            top.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.progress)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addWidget(self.brief)
        layout.addStretch()


def _write(item: QTreeWidgetItem, standing: Standing) -> None:
    """One runner's numbers."""
    there = "\u2013" if standing.steps_to_target is None else f"{standing.steps_to_target:,}"
    numbers = (spoken("lost") if standing.lost else f"{standing.loss:.3g}", f"{standing.best:.3g}", there)
    for column, text in enumerate(numbers, 1):
        if item.text(column) != text:
            item.setText(column, text)
