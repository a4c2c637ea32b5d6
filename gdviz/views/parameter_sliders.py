"""A group of parameters that belong to whatever was chosen: an optimiser's own, or a landscape's own."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gdviz.core.plain import plain
from gdviz.engine.optimizers import Parameter
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.views.parts import described, follow_each_other, label
from gdviz.views.value_slider import Span, ValueSlider
from gdviz.worker.words import spoken


class ParameterSliders(QWidget):
    """A heading with a slider, or a tick box, for each parameter; hidden where there are none.

    Args:
        parent: The Qt parent.
    """

    changed = Signal(str, float)
    """A parameter's name and the value that a person chose."""
    refused = Signal(str)
    """Why a typed value was not accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self.sliders: dict[str, ValueSlider] = {}
        self.switches: dict[str, QCheckBox] = {}
        self._title = label(role="heading", wraps=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(7)
        self._layout.addWidget(self._title)
        self._shown: Mapping[str, Parameter] = {}

    def show_values(self, title: str, known: Mapping[str, Parameter], values: Mapping[str, float]) -> None:
        """Shows ``values``; the sliders are made anew only where other parameters are asked for."""
        if known is not self._shown:
            self._rebuild(title, known)
        for name, slider in self.sliders.items():
            slider.set_value(values[name])
        for name, switch in self.switches.items():
            switch.setChecked(bool(values[name]))

    def _rebuild(self, title: str, known: Mapping[str, Parameter]) -> None:
        for old in (*self.sliders.values(), *self.switches.values()):
            self._layout.removeWidget(old)
            old.deleteLater()
        self._shown = known
        self._title.setText(title)
        self.sliders = {name: self._slider(name, p) for name, p in known.items() if p.kind is not bool}
        self.switches = {name: self._switch(name, p) for name, p in known.items() if p.kind is bool}
        self._keep_order()
        self.setVisible(bool(known))

    def _keep_order(self) -> None:
        """What was made just now would be last for the Tab key; it belongs where it stands."""
        before: QWidget | None = self.previousInFocusChain()
        while before is not None and before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        pairs = [part for slider in self.sliders.values() for part in (slider.box, slider.slider)]
        if before is not None and before is not self:
            follow_each_other(before, *pairs, *self.switches.values())

    def _slider(self, name: str, parameter: Parameter) -> ValueSlider:
        span = Span(parameter.low, parameter.high, parameter.log, parameter.kind is int)
        slider = ValueSlider(spoken(parameter.label), span, partial(_read, parameter), spoken(parameter.help))
        slider.changed.connect(partial(self.changed.emit, name))
        slider.refused.connect(self.refused)
        self._layout.addWidget(slider)
        return slider

    def _switch(self, name: str, parameter: Parameter) -> QCheckBox:
        switch = described(QCheckBox(spoken(parameter.label)), spoken(parameter.label), spoken(parameter.help))
        switch.clicked.connect(partial(self._on_switch, name))
        self._layout.addWidget(switch)
        return switch

    def _on_switch(self, name: str, on: bool) -> None:
        self.changed.emit(name, float(on))


def _read(parameter: Parameter, text: str) -> float:
    """One parameter as typed, held against its range."""
    span = Said("{} to {}", plain(parameter.low, 6), plain(parameter.high, 6))
    expected = Said("a whole number from {}" if parameter.kind is int else "a number from {}", span)
    try:
        value = float(text)
    except ValueError:
        raise UserError(Said("{} was {}", parameter.label, repr(text)), expected) from None
    if not parameter.low <= value <= parameter.high or (parameter.kind is int and value != int(value)):
        raise UserError(Said("{} was {}", parameter.label, text), expected)
    return value
