"""One's own table: what is in it, which column is the answer, which are left out, and off it goes."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdviz.engine import csv_data, csv_key
from gdviz.engine.csv_data import CsvPreview
from gdviz.errors import UserError
from gdviz.views.parts import described
from gdviz.views.preview_dialog import PreviewDialog
from gdviz.worker.words import spoken

KINDS = {"number": "numbers", "text": "words", "constant": "always the same", "identifier": "tells rows apart"}
"""What a column holds, for the list."""

MOST_SHOWN = 40
"""Columns of the preview."""


class DataDialog(PreviewDialog):
    """Looks a table through in the background, and asks how to learn from it.

    Args:
        path: The table.
        parent: The window.
    """

    chosen = Signal(str)
    """The key of the data set, as `csv_key.key`."""

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        """Begins to read."""
        super().__init__(path, parent)
        self.setWindowTitle(self.tr("Your data: {}").format(path.name))
        self._preview: CsvPreview | None = None
        self.target = described(
            QComboBox(), self.tr("Predict"), self.tr("The column that the network should learn to answer")
        )
        self.columns = described(QTreeWidget(), self.tr("Columns"), self.tr("Untick a column to leave it out"))
        self.table = described(QTableWidget(), self.tr("First rows of the table"))
        self.use.setText(self.tr("Learn from this"))
        self._lay_out()
        self.target.currentIndexChanged.connect(self._check)
        self.columns.itemChanged.connect(self._check)
        self.look(self._reading)

    def _reading(self) -> Iterator[float | CsvPreview]:
        preview = yield from csv_data.inspecting(self.path)
        yield preview

    def key(self) -> str:
        """The data set as it is chosen now."""
        target = self.target.currentText()
        without = [item.text(0) for item in self._items() if not _ticked(item) and item.text(0) != target]
        unusable = {column.name for column in self._preview.columns if not column.usable} if self._preview else set()
        return csv_key.key(self.path.absolute(), target, without=[name for name in without if name not in unusable])

    def show_preview(self, preview: CsvPreview) -> None:
        """Shows what was found."""
        self._preview = preview
        count = len(preview.columns)
        self.summary.setText(self.tr("{} rows and {} columns").format(f"{preview.rows:,}", count))
        self.show_problems(preview.problems)
        for part in (self.target, self.columns):
            part.blockSignals(True)
        self._fill(preview)
        for part in (self.target, self.columns):
            part.blockSignals(False)
        self._check()

    def _fill(self, preview: CsvPreview) -> None:
        names = [column.name for column in preview.columns]
        self.target.addItems(names)
        self.target.setCurrentText(preview.target)
        for column in preview.columns:
            item = QTreeWidgetItem([column.name, spoken(KINDS[column.kind])])
            item.setCheckState(0, Qt.CheckState.Checked if column.usable else Qt.CheckState.Unchecked)
            item.setToolTip(0, spoken(column.note()) or column.name)
            item.setDisabled(not column.usable)
            self.columns.addTopLevelItem(item)
        self.table.setColumnCount(min(len(names), MOST_SHOWN))
        self.table.setRowCount(len(preview.first))
        self.table.setHorizontalHeaderLabels(names[:MOST_SHOWN])
        for row, cells in enumerate(preview.first):
            for place, cell in enumerate(cells[:MOST_SHOWN]):
                self.table.setItem(row, place, QTableWidgetItem(cell[:60]))

    def _items(self) -> list[QTreeWidgetItem]:
        rows = map(self.columns.topLevelItem, range(self.columns.topLevelItemCount()))
        return [item for item in rows if item is not None]

    def _check(self) -> None:
        """Says at once if nothing can be learnt like this."""
        if self._preview is None:
            return
        try:
            options = csv_key.options_of(self.key())
            made = csv_data.recipe(options.path, options.target, options.header, options.without)
        except UserError as error:
            self.note.setText(spoken(str(error)))
            self.use.setEnabled(False)
            return
        classes = len(made.goal.words or made.goal.values)
        goal = self.tr("one of {} classes").format(classes) if classes else self.tr("a number")
        self.note.setText(
            self.tr("The network learns {} ({}) from {} of the columns.").format(made.goal.name, goal, len(made.inputs))
        )
        self.use.setEnabled(True)

    def take(self) -> None:
        """Hands on the key."""
        self.chosen.emit(self.key())

    def unusable(self) -> str:
        """Said of a table that is none."""
        return self.tr("This table cannot be used")

    def _lay_out(self) -> None:
        self.resize(760, 560)
        self.columns.setColumnCount(2)
        self.columns.setHeaderLabels([self.tr("Learn from"), self.tr("It holds")])
        self.columns.setRootIsDecorated(False)
        self.columns.header().setStretchLastSection(False)
        self.columns.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.columns.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        form = QFormLayout()
        form.addRow(self.tr("Predict"), self.target)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.columns, 1)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addLayout(left, 2)
        middle.addWidget(self.table, 3)
        self.lay_out(middle)


def _ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked
