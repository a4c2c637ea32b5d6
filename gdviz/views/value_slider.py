"""A number with a name: a slider for the hand and a box for the exact value."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSlider, QWidget

from gdviz.core.plain import plain
from gdviz.errors import UserError
from gdviz.views.parts import announce, name_value
from gdviz.worker.words import spoken

NOTCHES = 1000
"""Positions of a slider."""


@dataclass(frozen=True, slots=True)
class Span:
    """What a slider reaches.

    Attributes:
        low: Value at its left end.
        high: Value at its right end.
        log: Whether equal distances are equal factors rather than equal differences; ``low`` is above 0 then.
        whole: Whether only whole numbers are offered.
    """

    low: float
    high: float
    log: bool = False
    whole: bool = False

    def value(self, notch: int) -> float:
        """The value at a notch, rounded to three digits so that a dragged value reads well."""
        part = notch / NOTCHES
        if self.log:
            raw = self.low * (self.high / self.low) ** part
        else:
            raw = self.low + (self.high - self.low) * part
        rounded = float(round(raw)) if self.whole else float(f"{raw:.3g}")
        return min(max(rounded, self.low), self.high)

    def notch(self, value: float) -> int:
        """The notch nearest to a value; the ends for values beyond them."""
        inside = min(max(value, self.low), self.high)
        if self.log:
            part = math.log(inside / self.low) / math.log(self.high / self.low)
        else:
            part = (inside - self.low) / (self.high - self.low)
        return round(part * NOTCHES)


class _CalmSlider(QSlider):
    """A slider that leaves the wheel to the form it stands in: scrolling must not change a setting."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Passes the wheel on."""
        event.ignore()


class NumberBox(QLineEdit):
    """A box for one number. What is not acceptable is answered in words and taken back.

    Args:
        read: Turns text into an acceptable number or raises `UserError`.
        parent: The Qt parent.
    """

    entered = Signal(float)
    """An acceptable number was typed and finished with Enter or by leaving the box."""
    refused = Signal(str)
    """Why what was typed was not accepted."""

    def __init__(self, read: Callable[[str], float], parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self._read = read
        self._shown = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._fit()
        self.editingFinished.connect(self._finish)

    def show_value(self, value: float) -> None:
        """Shows ``value`` without saying so, unless somebody is typing."""
        self._shown = plain(value, 6)
        if not (self.hasFocus() and self.isModified()):
            self.setText(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need a wider box."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(12 * self.fontMetrics().horizontalAdvance("0") - 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes back what was typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        text = self.text().strip().replace(",", ".")
        self.setModified(False)
        if text == self._shown:
            return
        try:
            value = self._read(text)
        except UserError as error:
            self.setText(self._shown)
            self.refused.emit(spoken(str(error)))
            return
        self.entered.emit(float(value))


class ValueSlider(QWidget):
    """A label, a box and a slider under them, always of one value.

    Args:
        label: Name of the value.
        span: What the slider reaches; the box may go beyond.
        read: Turns typed text into an acceptable number or raises `UserError`.
        help: Tooltip.
        parent: The Qt parent.
    """

    changed = Signal(float)
    """A person chose another value."""
    refused = Signal(str)
    """Why a typed value was not accepted."""

    def __init__(
        self, label: str, span: Span, read: Callable[[str], float], help: str = "", parent: QWidget | None = None
    ) -> None:
        """Begins at the slider's left end; call `set_value`."""
        super().__init__(parent)
        self._span = span
        self._value = span.low
        self.slider = _CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, NOTCHES)
        self.slider.setSingleStep(NOTCHES // 100)
        self.slider.setPageStep(NOTCHES // 20)
        self.box = NumberBox(read)
        self._name, self._help, self._meaning = label, help, ""
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(help)
        self._describe()
        self.setToolTip(help)
        caption = QLabel(label)
        caption.setBuddy(self.box)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(1)
        layout.addWidget(caption, 0, 0)
        layout.addWidget(self.box, 0, 1)
        layout.addWidget(self.slider, 1, 0, 1, 2)
        layout.setColumnStretch(0, 1)
        self._layout = layout
        self.slider.valueChanged.connect(self._on_slider)
        self.box.entered.connect(self._on_entered)
        self.box.refused.connect(self.refused)

    @property
    def value(self) -> float:
        """The value shown."""
        return self._value

    @property
    def span(self) -> Span:
        """What the slider reaches."""
        return self._span

    def add_below(self, widget: QWidget) -> None:
        """Puts something under the slider that belongs to its value."""
        self._layout.addWidget(widget, self._layout.rowCount(), 0, 1, 2)

    def set_value(self, value: float) -> None:
        """Shows ``value`` without saying so."""
        self._value = value
        self.box.show_value(value)
        self.slider.blockSignals(True)
        self.slider.setValue(self._span.notch(value))
        self.slider.blockSignals(False)
        self._describe()

    def set_meaning(self, words: str) -> None:
        """Has a screen reader say what the value means here, besides what it is."""
        self._meaning = words
        self._describe()

    def _describe(self) -> None:
        """Says what is shown, to a screen reader too."""
        name_value(self.slider, self._name, plain(self._value, 6), f"{self._help} {self._meaning}".strip())

    def _on_slider(self, notch: int) -> None:
        self._value = self._span.value(notch)
        self.box.show_value(self._value)
        self._describe()
        announce(self.slider, plain(self._value, 6))
        self.changed.emit(self._value)

    def _on_entered(self, value: float) -> None:
        self.set_value(value)
        self.changed.emit(value)
