"""Who runs: optimisers, learning rates, seeds or batch sizes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.experiment import Experiment, number
from gdviz.core.plain import plain
from gdviz.engine.entries import Entry, optimizers, settings
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.views.parts import described, label
from gdviz.worker.words import spoken

FIRST_TICKED = ("sgd", "momentum", "rmsprop", "adam")
"""Optimisers that run unless somebody chooses others."""

MOST = 64
"""Runners at most; nobody tells more apart."""

RATES = {
    "same": (
        "All at the same rate",
        "Fair to the rate, not to the optimiser: each has a rate of its own that suits it",
    ),
    "usual": ("Each at Keras's rate", "The rate each has when nobody says otherwise"),
    "tuned": ("Each at its own best rate", "Found by a quick sweep of eleven rates, by the lowest loss at the end"),
}
"""How the rates of optimisers are chosen: what it is called, and what it means."""


class _Page(QWidget):
    """One kind of race: a form, and the runners that it stands for."""

    def entries(self, experiment: Experiment) -> list[Entry]:
        """The runners.

        Raises:
            UserError: If something typed is not acceptable.
        """
        raise NotImplementedError


class _Optimizers(_Page):
    def __init__(self, experiment: Experiment) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self.ticks = {key: QCheckBox(spoken(optimizer.title)) for key, optimizer in OPTIMIZERS.items()}
        for place, (key, tick) in enumerate(self.ticks.items()):
            tick.setToolTip(spoken(OPTIMIZERS[key].sentence))
            tick.setChecked(key in {*FIRST_TICKED, experiment.optimizer})
            grid.addWidget(tick, place // 3, place % 3)
        self.group = QButtonGroup(self)
        self.rates = {
            key: described(QRadioButton(spoken(name)), spoken(name), spoken(tip)) for key, (name, tip) in RATES.items()
        }
        for place, radio in enumerate(self.rates.values(), len(self.ticks) // 3 + 1):
            self.group.addButton(radio)
            grid.addWidget(radio, place, 0, 1, 3)
        self.rates["same"].setText(f"{self.rates['same'].text()}, {plain(experiment.learning_rate, 6)}")
        self.rates["tuned"].setChecked(True)

    @property
    def tuned(self) -> bool:
        """Whether rates are to be looked for first."""
        return self.rates["tuned"].isChecked()

    def entries(self, experiment: Experiment) -> list[Entry]:
        """One for each optimiser that is ticked."""
        chosen = [key for key, tick in self.ticks.items() if tick.isChecked()]
        return optimizers(experiment, chosen, self.rates["usual"].isChecked())


class _Rates(_Page):
    def __init__(self, experiment: Experiment) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.low = described(QLineEdit("0.0001"), self.tr("Lowest rate"))
        self.high = described(QLineEdit("1"), self.tr("Highest rate"))
        self.count = described(QSpinBox(minimum=2, maximum=MOST, value=9), self.tr("How many"))
        for box in (self.low, self.high, self.count):
            form.addRow(box.accessibleName(), box)

    def entries(self, experiment: Experiment) -> list[Entry]:
        """Rates evenly spread in powers of ten."""
        low, high = (float(number(box.text(), "learning_rate")) for box in (self.low, self.high))
        rates = np.geomspace(low, high, self.count.value())
        return settings(experiment, "learning_rate", [float(f"{rate:.3g}") for rate in rates])


class _Seeds(_Page):
    def __init__(self, experiment: Experiment) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.count = described(QSpinBox(minimum=2, maximum=MOST, value=20), self.tr("How many seeds"))
        form.addRow(self.count.accessibleName(), self.count)
        form.addRow(
            label(self.tr("Is it the rate, or luck? Other first weights, other orders of the examples."), wraps=True)
        )

    def entries(self, experiment: Experiment) -> list[Entry]:
        """The seeds from the experiment's own on."""
        return settings(experiment, "seed", [experiment.seed + at for at in range(self.count.value())])


class _Batches(_Page):
    def __init__(self, experiment: Experiment) -> None:
        super().__init__()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.sizes = described(
            QLineEdit("1, 4, 16, 64"), self.tr("Batch sizes"), self.tr("Whole numbers with commas between")
        )
        form.addRow(self.sizes.accessibleName(), self.sizes)

    def entries(self, experiment: Experiment) -> list[Entry]:
        """One for each size."""
        sizes = [number(text, "batch_size") for text in self.sizes.text().split(",") if text.strip()]
        return settings(experiment, "batch_size", [int(size) for size in dict.fromkeys(sizes)])


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of race: its name, its form, and whether it means something to a function or a neuron."""

    title: str
    page: Callable[[Experiment], _Page]
    anywhere: bool = True


KINDS: Mapping[str, _Kind] = {
    "optimizer": _Kind("Optimisers", _Optimizers),
    "learning_rate": _Kind("Learning rates", _Rates),
    "seed": _Kind("Luck: the same with other seeds", _Seeds, anywhere=False),
    "batch_size": _Kind("Batch sizes", _Batches, anywhere=False),
}
"""What can differ between runners; a new kind is one entry and its form."""


class RaceDialog(QDialog):
    """Asks who runs.

    Args:
        experiment: What all runners have in common.
        parent: The Qt parent.
    """

    entered = Signal(object, bool)
    """Name and experiment of each, and whether each is to find its own rate first."""

    def __init__(self, experiment: Experiment, parent: QWidget | None = None) -> None:
        """Offers what suits the landscape."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("New race"))
        self._experiment = experiment
        self.kind = described(QComboBox(), self.tr("What differs"), self.tr("All else is the same for every runner"))
        self.pages = QStackedWidget()
        for key, kind in KINDS.items():
            if kind.anywhere or experiment.landscape == "network":
                self.kind.addItem(spoken(kind.title), key)
                self.pages.addWidget(kind.page(experiment))
        self.problem = label(wraps=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        for button, text in zip(self.buttons.buttons(), (self.tr("Race"), self.tr("Cancel")), strict=True):
            button.setText(text)
            button.setIcon(QIcon())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setObjectName("primary")
        self.kind.currentIndexChanged.connect(self.pages.setCurrentIndex)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()

    def choose(self, kind: str) -> _Page:
        """Shows the form of one of `KINDS`, and returns it."""
        self.kind.setCurrentIndex(self.kind.findData(kind))
        page = self.pages.currentWidget()
        assert isinstance(page, _Page)
        return page

    def accept(self) -> None:
        """Lets them run, or says what is not acceptable."""
        page = self.choose(self.kind.currentData())
        try:
            entries = page.entries(self._experiment)
            if not 2 <= len(entries) <= MOST:
                raise UserError(Said("There were {} runners", len(entries)), Said("{} to {}", 2, MOST))
        except UserError as error:
            self.problem.setText(spoken(str(error)))
            self.problem.show()
            return
        super().accept()
        self.entered.emit(
            [(spoken(name), experiment) for name, experiment in entries], isinstance(page, _Optimizers) and page.tuned
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(label(self.tr("What differs between the runners?"), role="heading"))
        layout.addWidget(self.kind)
        layout.addWidget(self.pages)
        self.problem.hide()
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons, alignment=Qt.AlignmentFlag.AlignRight)
