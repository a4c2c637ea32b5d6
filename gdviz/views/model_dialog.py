"""One's own model: its layers, what was found, which data it is to learn from, and off it goes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import sleep

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdviz.engine import csv_key
from gdviz.engine.datasets import title
from gdviz.engine.model_files import inspect
from gdviz.engine.model_preview import LayerRow, ModelPreview, fit, looked_through, suitable
from gdviz.errors import UserError
from gdviz.views.data_dialog import DataDialog
from gdviz.views.parts import described, label
from gdviz.views.preview_dialog import PreviewDialog
from gdviz.worker.words import spoken

WAIT = 0.05
"""Seconds from one look whether TensorFlow is there to the next."""

NUMBERS = (2, 3)
"""Columns that hold numbers or shapes, written to the right."""


class ModelDialog(PreviewDialog):
    """Looks a model through in the background, and asks what it is to learn.

    Args:
        path: The ``.keras`` file.
        data: Key of the data set that is chosen now, taken if it suits.
        is_loading: Whether TensorFlow is still on its way; asked from another thread.
        parent: The window.
    """

    chosen = Signal(str)
    """The key of the data that the model is to learn."""

    def __init__(
        self, path: Path, data: str, is_loading: Callable[[], bool] = lambda: False, parent: QWidget | None = None
    ) -> None:
        """Begins to read."""
        super().__init__(path, parent)
        self.setWindowTitle(self.tr("Your model: {}").format(path.name))
        self._wanted, self._is_loading = data, is_loading
        self._preview: ModelPreview | None = None
        self.data = described(
            QComboBox(), self.tr("Learn from"), self.tr("Data whose rows have as many numbers as the model's input")
        )
        self.table = described(
            QPushButton(self.tr("Your own table …")),
            self.tr("Your own table"),
            self.tr("Choose a table (CSV) for the model to learn from"),
        )
        self.layers = described(QTreeWidget(), self.tr("Layers"), self.tr("From the input to the output"))
        self.facts = {name: label(wraps=True) for name in ("input", "output", "weights")}
        self.use.setText(self.tr("Train this model"))
        self._lay_out()
        self.data.currentIndexChanged.connect(self._check)
        self.table.clicked.connect(self._ask_table)
        self.look(self._reading)

    def _reading(self) -> Iterator[ModelPreview | None]:
        """What a file must not hold is said at once; its layers can be asked for only when TensorFlow is there."""
        path = str(self.path.absolute())
        inspect(path)
        while self._is_loading():
            sleep(WAIT)
            yield None
        yield looked_through(path)

    def key(self) -> str:
        """The data as they are chosen now; empty if none suit."""
        return str(self.data.currentData() or "")

    def show_preview(self, preview: ModelPreview) -> None:
        """Shows what was found."""
        self._preview = preview
        count = len(preview.layers)
        layers = self.tr("{} layers").format(count) if count != 1 else self.tr("one layer")
        weights = self.tr("{} weights").format(f"{preview.trained:,}")
        self.summary.setText(f"{self.path.name}: {layers}, {weights}")
        self.show_problems(preview.problems)
        self.layers.addTopLevelItems([_item(row) for row in preview.layers])
        shape = " x ".join(map(str, preview.input_shape))
        self.facts["input"].setText(self.tr("{} numbers").format(shape))
        last = f", {preview.last}" if preview.last else ""
        self.facts["output"].setText(
            (self.tr("{} numbers") if preview.outputs != 1 else self.tr("one number")).format(preview.outputs) + last
        )
        self.facts["weights"].setText(
            self.tr("{} to train, {} others").format(f"{preview.trained:,}", f"{preview.still:,}")
        )
        self.table.setEnabled(True)
        self._offer(self._wanted)

    def _offer(self, wanted: str) -> None:
        """Lists the data, those that do not suit greyed, and chooses ``wanted`` or the first that suits."""
        assert self._preview is not None, "shown only after the file was read"
        obstacles = suitable(self._preview, wanted)
        self.data.blockSignals(True)
        self.data.clear()
        for key, obstacle in obstacles.items():
            self.data.addItem(spoken(title(key)), key)
            self._grey(self.data.count() - 1, obstacle)
        good = [key for key, obstacle in obstacles.items() if not obstacle]
        self.data.setCurrentIndex(self.data.findData(wanted if wanted in good else good[0] if good else None))
        self.data.blockSignals(False)
        self._check()

    def _grey(self, at: int, obstacle: str) -> None:
        model = self.data.model()
        assert isinstance(model, QStandardItemModel)
        model.item(at).setEnabled(not obstacle)
        model.item(at).setToolTip(spoken(obstacle))

    def _check(self) -> None:
        """Says how it would learn, or why it cannot."""
        if self._preview is None:
            return
        try:
            if not self.key():
                needed = " x ".join(map(str, self._preview.input_shape))
                raise UserError(
                    self.tr("None of the data that come with gdviz suit this model"),
                    self.tr("rows of {} numbers").format(needed),
                    self.tr("Choose a table of your own"),
                )
            self.note.setText(spoken(fit(self._preview, self.key())))
        except UserError as error:
            self.note.setText(spoken(str(error)))
            self.use.setEnabled(False)
            return
        self.use.setEnabled(True)

    def _ask_table(self) -> None:
        dialog = QFileDialog(self, self.tr("Open table"), str(self.path.parent), self.tr("Tables (*.csv *.tsv *.txt)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._open_table)
        dialog.open()

    def _open_table(self, path: str) -> None:
        """Has the table's columns chosen as always; what comes of it joins the list."""
        dialog = DataDialog(Path(path), self)
        dialog.use.setText(self.tr("Take this"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_table)
        dialog.open()

    def _on_table(self, key: str) -> None:
        """A table that does not suit is shown all the same, with the reason."""
        assert csv_key.is_key(key), "what the dialog gives"
        self._offer(key)
        self.data.setCurrentIndex(self.data.findData(key))

    def take(self) -> None:
        """Hands on the data's key."""
        self.chosen.emit(self.key())

    def unusable(self) -> str:
        """Said of a model that is none, or may do more than calculate."""
        return self.tr("This model cannot be used")

    def _lay_out(self) -> None:
        self.resize(800, 480)
        self.table.setEnabled(False)
        titles = (self.tr("Layer"), self.tr("Kind"), self.tr("Output"), self.tr("Weights"))
        self.layers.setColumnCount(len(titles))
        self.layers.setHeaderLabels(list(titles))
        self.layers.setRootIsDecorated(False)
        self.layers.header().setStretchLastSection(False)
        self.layers.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.layers.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in NUMBERS:
            self.layers.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
        form = QFormLayout()
        form.addRow(self.tr("Input"), self.facts["input"])
        form.addRow(self.tr("Output"), self.facts["output"])
        form.addRow(self.tr("Weights"), self.facts["weights"])
        form.addRow(self.tr("Learn from"), self.data)
        form.addRow("", self.table)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 2)
        middle.addWidget(self.layers, 3)
        self.lay_out(middle)


def _item(row: LayerRow) -> QTreeWidgetItem:
    item = QTreeWidgetItem([row.name, row.kind, row.output, f"{row.weights:,}" if row.weights else ""])
    for column in NUMBERS:
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight)
    item.setToolTip(0, row.name)
    return item
