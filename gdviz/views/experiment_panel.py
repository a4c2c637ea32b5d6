"""The form on the left: what is trained, and how."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from random import SystemRandom
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gdviz.core.experiment import FIELDS, Experiment, number
from gdviz.engine.catalogue import CHOICES
from gdviz.engine.optimizers import OPTIMIZERS, Parameter, parameters_of
from gdviz.errors import UserError
from gdviz.views.icons import icon
from gdviz.views.parts import as_panel, described, label, scrolled
from gdviz.views.theme import Theme
from gdviz.views.value_slider import Span, ValueSlider
from gdviz.worker.session import Session

SPANS: Mapping[str, Span] = {
    "learning_rate": Span(1e-5, 10.0, log=True),
    "epochs": Span(1, 1000, log=True, whole=True),
    "batch_size": Span(1, 128, log=True, whole=True),
}
"""What each setting's slider reaches; its box takes all that `FIELDS` allows."""

NETWORK_ONLY = ("data", "units", "batch_size", "seed")
"""Settings that mean nothing to a function or a single neuron."""


CAPTION_WIDTH = 92
"""Pixels left of the boxes, so that they line up."""


class ExperimentPanel(QWidget):
    """Shows the session's experiment and changes it.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Builds one row for each setting of `FIELDS`, in its order."""
        super().__init__(parent)
        as_panel(self, "Experiment")
        self._session = session
        self.rows: dict[str, QWidget] = {}
        self.choices: dict[str, QComboBox] = {}
        self.sliders: dict[str, ValueSlider] = {}
        self._sentences: dict[str, QLabel] = {}
        form = QWidget()
        self._form = QVBoxLayout(form)
        self._form.setContentsMargins(14, 10, 14, 10)
        self._form.setSpacing(9)
        self._build()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 5, 2, 5)
        layout.addWidget(scrolled(form))
        session.experiment_changed.connect(self.show_experiment)
        self.show_experiment(session.experiment)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the icon."""
        self._dice.setIcon(icon("dice", theme.text, theme.muted))

    def show_experiment(self, experiment: Experiment) -> None:
        """Shows the settings as they stand; what is shown already is left alone."""
        for name, box in self.choices.items():
            box.setCurrentIndex(box.findData(getattr(experiment, name)))
            self._sentences[name].setText(CHOICES[name][getattr(experiment, name)].sentence)
        for name, slider in self.sliders.items():
            slider.set_value(getattr(experiment, name))
        self.units.setText(", ".join(map(str, experiment.units)))
        self.seed.setText(str(experiment.seed))
        for name in NETWORK_ONLY:
            self.rows[name].setVisible(experiment.landscape == "network")
        self._sentences["data"].setVisible(False)
        self._show_parameters(experiment)

    def _build(self) -> None:
        for name in FIELDS:
            row = self._row(name)
            self.rows[name] = row
            self._form.addWidget(row)
        self._form.addStretch(1)

    def _row(self, name: str) -> QWidget:
        """The right kind of row for a setting."""
        if name in CHOICES:
            return self._choice_row(name)
        if name in SPANS:
            return self._slider_row(name)
        makers = {"units": self._units_row, "optimizer_parameters": self._parameters_row, "seed": self._seed_row}
        return makers[name]()

    def _choice_row(self, name: str) -> QWidget:
        box = described(QComboBox(), FIELDS[name].label, FIELDS[name].help)
        box.setMinimumContentsLength(8)
        # Long names must not make the form wider than its column.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, entry in CHOICES[name].items():
            box.addItem(entry.title, key)
            box.setItemData(box.count() - 1, entry.sentence, Qt.ItemDataRole.ToolTipRole)
        box.activated.connect(partial(self._on_choice, name))
        self.choices[name] = box
        self._sentences[name] = sentence = label(role="muted", wraps=True)
        return _captioned(FIELDS[name].label, box, sentence)

    def _slider_row(self, name: str) -> QWidget:
        field = FIELDS[name]
        slider = ValueSlider(field.label, SPANS[name], partial(_read, name), field.help)
        slider.changed.connect(partial(self._on_number, name))
        slider.refused.connect(self._session.report)
        self.sliders[name] = slider
        return slider

    def _units_row(self) -> QWidget:
        self.units = described(QLineEdit(), FIELDS["units"].label, FIELDS["units"].help)
        self.units.editingFinished.connect(self._on_units)
        return _captioned(FIELDS["units"].label, self.units)

    def _parameters_row(self) -> QWidget:
        self.parameters: dict[str, ValueSlider] = {}
        row = QWidget()
        self._parameters_layout = QVBoxLayout(row)
        self._parameters_layout.setContentsMargins(0, 0, 0, 0)
        self._parameters_layout.setSpacing(7)
        self._parameters_title = label(role="heading", wraps=True)
        self._parameters_layout.addWidget(self._parameters_title)
        self._parameters_of = ""
        return row

    def _seed_row(self) -> QWidget:
        self.seed = described(QLineEdit(), FIELDS["seed"].label, FIELDS["seed"].help)
        self.seed.editingFinished.connect(self._on_seed)
        self._dice = described(QToolButton(), "Another seed", "Another seed at random")
        self._dice.clicked.connect(self._on_dice)
        pair = QWidget()
        layout = QHBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.seed)
        layout.addWidget(self._dice)
        return _captioned(FIELDS["seed"].label, pair)

    def _show_parameters(self, experiment: Experiment) -> None:
        """Sliders for the chosen optimiser's own parameters; made anew only where the optimiser is another."""
        known = OPTIMIZERS[experiment.optimizer].parameters
        if self._parameters_of != experiment.optimizer:
            self._parameters_of = experiment.optimizer
            self._parameters_title.setText(f"{OPTIMIZERS[experiment.optimizer].title}: its own settings")
            for old in self.parameters.values():
                self._parameters_layout.removeWidget(old)
                old.deleteLater()
            self.parameters = {name: self._parameter(name, known[name]) for name in known}
        self.rows["optimizer_parameters"].setVisible(bool(known))
        values = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
        for name, slider in self.parameters.items():
            slider.set_value(values[name])

    def _parameter(self, name: str, parameter: Parameter) -> ValueSlider:
        span = Span(parameter.low, parameter.high, parameter.log)
        slider = ValueSlider(parameter.label, span, partial(_read_parameter, parameter), parameter.help)
        slider.changed.connect(partial(self._on_parameter, name))
        slider.refused.connect(self._session.report)
        self._parameters_layout.addWidget(slider)
        return slider

    def _change(self, **settings: Any) -> None:
        self._session.set_experiment(replace(self._session.experiment, **settings))

    def _on_choice(self, name: str, index: int) -> None:
        key = self.choices[name].itemData(index)
        if key == getattr(self._session.experiment, name):
            return
        if name == "landscape":
            self._session.choose_landscape(key)
        elif name == "optimizer":
            self._change(optimizer=key, optimizer_parameters=())
        else:
            self._change(**{name: key})

    def _on_number(self, name: str, value: float) -> None:
        self._change(**{name: FIELDS[name].kind(value)})

    def _on_parameter(self, name: str, value: float) -> None:
        others = [pair for pair in self._session.experiment.optimizer_parameters if pair[0] != name]
        self._change(optimizer_parameters=(*others, (name, value)))

    def _on_units(self) -> None:
        parts = self.units.text().replace(";", ",").replace(" ", ",").split(",")
        self._try(lambda: {"units": tuple(int(number(part, "units")) for part in parts if part)})

    def _on_seed(self) -> None:
        self._try(lambda: {"seed": number(self.seed.text(), "seed")})

    def _on_dice(self) -> None:
        self._change(seed=SystemRandom().randrange(10_000))

    def _try(self, read: Any) -> None:
        """Takes what was typed, or says why not and shows the old value again."""
        try:
            self._change(**read())
        except UserError as error:
            self._session.report(str(error))
            self.show_experiment(self._session.experiment)


def _captioned(text: str, widget: QWidget, *below: QWidget) -> QWidget:
    """A caption with its widget beside it, and whatever belongs below the two."""
    row = QWidget()
    layout = QGridLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setVerticalSpacing(3)
    layout.setColumnMinimumWidth(0, CAPTION_WIDTH)
    layout.setColumnStretch(1, 1)
    caption = QLabel(text)
    caption.setBuddy(widget)
    layout.addWidget(caption, 0, 0)
    layout.addWidget(widget, 0, 1)
    for at, part in enumerate(below, start=1):
        layout.addWidget(part, at, 0, 1, 2)
    return row


def _read(name: str, text: str) -> float:
    return number(text, name)


def _read_parameter(parameter: Parameter, text: str) -> float:
    """One parameter as typed, held against its range."""
    expected = f"a number from {parameter.low:g} to {parameter.high:g}"
    try:
        value = float(text)
    except ValueError:
        raise UserError(f"{parameter.label} was {text!r}", expected) from None
    if not parameter.low <= value <= parameter.high:
        raise UserError(f"{parameter.label} was {text}", expected)
    return value
