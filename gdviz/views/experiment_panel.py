"""The form on the left: what is trained, and how. It is made from `FIELDS` and the catalogue."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial
from random import SystemRandom
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
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
from gdviz.core.stability_line import StabilityLine
from gdviz.engine.catalogue import CHOICES, landscape_parameters_of
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of
from gdviz.errors import UserError
from gdviz.views.elided import ElidedChoice
from gdviz.views.icons import icon
from gdviz.views.parameter_sliders import ParameterSliders
from gdviz.views.parts import Wanting, as_panel, described, label, scrolled
from gdviz.views.stability_zones import StabilityZones
from gdviz.views.theme import Theme
from gdviz.views.value_slider import Span, ValueSlider
from gdviz.worker.locks import ADMINISTRATOR
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

SPANS: Mapping[str, Span] = {
    "learning_rate": Span(1e-5, 10.0, log=True),
    "epochs": Span(1, 1000, log=True, whole=True),
    "batch_size": Span(1, 128, log=True, whole=True),
    "clip_norm": Span(0.0, 10.0),
    "l2": Span(0.0, 0.1),
    "dropout": Span(0.0, 0.9),
    "validation_split": Span(0.05, 0.9),
    "label_noise": Span(0.0, 0.5),
}
"""What each setting's slider reaches; its box takes all that `FIELDS` allows."""

NETWORK_MORE = ("activation", "initializer", "l2", "dropout", "standardize", "validation_split", "label_noise")
"""What a network is made of, and how its data are treated."""

MORE = ("schedule", "clip_norm", "ascend", "start", *NETWORK_MORE)
"""Settings that are folded away until somebody asks for more."""

NETWORK_ONLY = ("data", "units", "batch_size", "seed", *NETWORK_MORE)
"""Settings that mean nothing to a function or a single neuron."""

MODEL_TOO = ("data", "batch_size", "seed", "standardize", "validation_split", "label_noise")
"""Those of them that mean something to a user's own model."""

ONLY = {"formula": "formula", "model": "model"}
"""Settings that belong to a single landscape, and which."""

EXPLAINED = ("landscape", "optimizer", "schedule")
"""Choices whose sentence stands below them; that of the others is in the list."""

LIST_WIDTH = 230
"""Pixels of an opened list."""

LEAST_LETTERS = 4
"""Letters that a list at least has room for; the form then fits the narrowest column, on a projector too."""

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
        as_panel(self, self.tr("Experiment"))
        self._session = session
        self.rows: dict[str, QWidget] = {}
        self.choices: dict[str, QComboBox] = {}
        self.sliders: dict[str, ValueSlider] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.texts: dict[str, QLineEdit] = {}
        self.groups: dict[str, ParameterSliders] = {}
        self._sentences: dict[str, QLabel] = {}
        self._hidden: frozenset[str] = frozenset()
        self._dice = described(QToolButton(), self.tr("Another seed"), self.tr("Another seed at random"))
        self._dice.clicked.connect(self._on_dice)
        self.more = described(
            QToolButton(), self.tr("More settings"), self.tr("Schedule, clipping, and what the network is made of")
        )
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more)
        self.why_locked = label(role="muted", wraps=True)
        self.why_locked.setContentsMargins(14, 2, 14, 4)
        self._lay_out()
        self.stability = StabilityZones(self.sliders["learning_rate"])
        self.sliders["learning_rate"].add_below(self.stability)
        self._looking = Wanting(session.want, "stability")
        session.stability_changed.connect(self._on_stability)
        if session.stability is not None:
            # The panel was built anew in the middle of a run, in another language.
            self._on_stability(session.stability)
        session.experiment_changed.connect(self.show_experiment)
        session.locks.changed.connect(self._on_locks)
        self._on_more(False)
        self._on_locks()

    def set_theme(self, theme: Theme) -> None:
        """Recolours the icons and the zones under the learning rate."""
        self.stability.set_theme(theme)
        self._dice.setIcon(icon("dice", theme.text, theme.muted))
        for row in self.rows.values():
            if isinstance(grid := row.layout(), QGridLayout) and not isinstance(row, ValueSlider):
                grid.setColumnMinimumWidth(0, round(CAPTION_WIDTH * theme.scale))

    def set_hidden(self, hidden: Collection[str] = ()) -> None:
        """Takes settings out of sight, for a lesson; by default none.

        Args:
            hidden: Keys of `FIELDS`.
        """
        self._hidden = frozenset(hidden)
        # What a lesson leaves in sight is not folded away.
        self.more.setVisible(not self._hidden)
        self.show_experiment(self._session.experiment)

    def _on_locks(self) -> None:
        """What is held still can be seen and not changed."""
        locks = self._session.locks
        for name, row in self.rows.items():
            row.setEnabled(name not in locks.settings)
        # A lesson and a class pack are in sight themselves; the administrator is not.
        who, held = locks.held_by(ADMINISTRATOR)
        names = ", ".join(spoken(field.label) for name, field in FIELDS.items() if name in held)
        self.why_locked.setText(self.tr("Locked by {}: {}.").format(who, names))
        self.why_locked.setVisible(bool(held))

    def show_experiment(self, experiment: Experiment) -> None:
        """Shows the settings as they stand; what is shown already is left alone."""
        for name, box in self.choices.items():
            box.setCurrentIndex(box.findData(getattr(experiment, name)))
        for name, sentence in self._sentences.items():
            sentence.setText(spoken(CHOICES[name][getattr(experiment, name)].sentence))
        for name, slider in self.sliders.items():
            slider.set_value(getattr(experiment, name))
        self.stability.show_rate()
        for name, switch in self.switches.items():
            switch.setChecked(getattr(experiment, name))
        for name, (_, write) in TEXTS.items():
            self.texts[name].setText(write(getattr(experiment, name)))
        self._show_groups(experiment)
        for name, row in self.rows.items():
            row.setVisible(self._is_shown(name, experiment))

    def showEvent(self, event: QShowEvent) -> None:
        """Has the stability line worked out."""
        super().showEvent(event)
        self._looking.set(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the stability line."""
        super().hideEvent(event)
        self._looking.set(False)

    def _on_stability(self, line: StabilityLine | None) -> None:
        self.stability.show_line(line, self._session.why_no_close_up)

    def _show_groups(self, experiment: Experiment) -> None:
        """The optimiser's and the landscape's own parameters."""
        optimizer, landscape = OPTIMIZERS[experiment.optimizer], CHOICES["landscape"][experiment.landscape]
        values = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
        title = self.tr("{}: its own settings").format(spoken(optimizer.title))
        self.groups["optimizer_parameters"].show_values(title, optimizer.parameters, values)
        known, values = landscape_parameters_of(experiment)
        self.groups["landscape_parameters"].show_values(
            self.tr("{}: its own settings").format(spoken(landscape.title)), known, values
        )

    def _is_shown(self, name: str, experiment: Experiment) -> bool:
        if name in self._hidden:
            return False
        if name in self.groups:
            return bool(self.groups[name].sliders or self.groups[name].switches)
        if name in ONLY:
            return experiment.landscape == ONLY[name]
        known = {"network": NETWORK_ONLY, "model": MODEL_TOO}.get(experiment.landscape, ())
        if (name in NETWORK_ONLY and name not in known) or (name == "start" and experiment.learns_rows):
            return False
        return name not in MORE or self.more.isChecked() or bool(self._hidden)

    def _lay_out(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(9)
        first = [name for name in FIELDS if name not in MORE]
        for name in (*first, *MORE):
            if name == MORE[0]:
                column.addWidget(self.more)
            self.rows[name] = self._row(name)
            column.addWidget(self.rows[name])
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 5, 2, 5)
        layout.addWidget(scrolled(form, self.tr("Settings")))
        layout.addWidget(self.why_locked)

    def _row(self, name: str) -> QWidget:
        """The right kind of row for a setting."""
        if name in CHOICES:
            return self._choice_row(name)
        if name in SPANS:
            return self._slider_row(name)
        if name in TEXTS:
            return self._text_row(name)
        return self._switch_row(name) if FIELDS[name].kind is bool else self._group_row(name)

    def _choice_row(self, name: str) -> QWidget:
        box = described(ElidedChoice(), *_words(name))
        # Long names must not make the form wider than its column.
        box.setMinimumContentsLength(LEAST_LETTERS)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, entry in CHOICES[name].items():
            box.addItem(spoken(entry.title), key)
            box.setItemData(box.count() - 1, spoken(entry.sentence), Qt.ItemDataRole.ToolTipRole)
        box.activated.connect(partial(self._on_choice, name))
        # The list may be wider than its box, so that long names can be read.
        box.view().setMinimumWidth(LIST_WIDTH)
        self.choices[name] = box
        if name in EXPLAINED:
            self._sentences[name] = label(role="muted", wraps=True)
        return _captioned(_words(name)[0], box, *filter(None, [self._sentences.get(name)]))

    def _slider_row(self, name: str) -> QWidget:
        title, help = _words(name)
        slider = ValueSlider(title, SPANS[name], partial(_read, name), help)
        slider.changed.connect(partial(self._on_number, name))
        slider.refused.connect(self._session.report)
        self.sliders[name] = slider
        return slider

    def _text_row(self, name: str) -> QWidget:
        self.texts[name] = box = described(QLineEdit(), *_words(name))
        box.editingFinished.connect(partial(self._on_text, name))
        if name != "seed":
            return _captioned(_words(name)[0], box)
        pair = QWidget()
        layout = QHBoxLayout(pair)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(box)
        layout.addWidget(self._dice)
        return _captioned(_words(name)[0], pair)

    def _switch_row(self, name: str) -> QWidget:
        self.switches[name] = described(QCheckBox(_words(name)[0]), *_words(name))
        self.switches[name].clicked.connect(partial(self._on_switch, name))
        return self.switches[name]

    def _group_row(self, name: str) -> QWidget:
        self.groups[name] = group = ParameterSliders()
        group.changed.connect(partial(self._on_parameter, name))
        group.refused.connect(self._session.report)
        return group

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

    def _on_switch(self, name: str, on: bool) -> None:
        self._change(**{name: on})

    def _on_parameter(self, group: str, name: str, value: float) -> None:
        others = [pair for pair in getattr(self._session.experiment, group) if pair[0] != name]
        self._change(**{group: (*others, (name, value))})

    def _on_text(self, name: str) -> None:
        """Takes what was typed, or says why not and shows the old value again."""
        read, write = TEXTS[name]
        if self.texts[name].text() == write(getattr(self._session.experiment, name)):
            return
        try:
            self._change(**{name: read(self.texts[name].text())})
        except UserError as error:
            self._session.report(str(error))
            self.show_experiment(self._session.experiment)

    def _on_dice(self) -> None:
        self._change(seed=SystemRandom().randrange(10_000))

    def _on_more(self, on: bool) -> None:
        self.more.setText(self.tr("Fewer settings") if on else self.tr("More settings \u2026"))
        self.show_experiment(self._session.experiment)


def _words(name: str) -> tuple[str, str]:
    """A setting's name and the sentence on it."""
    return spoken(FIELDS[name].label), spoken(FIELDS[name].help)


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


def _read_units(text: str) -> tuple[int, ...]:
    """Whole numbers, with commas, semicolons or spaces between them."""
    parts = text.replace(";", ",").replace(" ", ",").split(",")
    return tuple(int(number(part, "units")) for part in parts if part)


def _read_seed(text: str) -> int:
    return int(number(text, "seed"))


def _read_start(text: str) -> tuple[float, ...]:
    """Numbers with commas, semicolons or spaces between them."""
    parts = text.replace(";", ",").replace(" ", ",").split(",")
    return tuple(float(number(part, "start")) for part in parts if part)


def _start_text(start: tuple[float, ...]) -> str:
    return ", ".join(f"{place:.6g}" for place in start)


def _units_text(units: tuple[int, ...]) -> str:
    return ", ".join(map(str, units))


TEXTS: Mapping[str, tuple[Callable[[str], Any], Callable[[Any], str]]] = {
    "units": (_read_units, _units_text),
    "seed": (_read_seed, str),
    "formula": (str.strip, str),
    "model": (str.strip, str),
    "start": (_read_start, _start_text),
}
"""Settings that are typed: how they are read, and how they are written."""
