"""What of the curves is to be seen: the button with its menu, and what it remembers."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gdviz.core.curves import SMOOTHING
from gdviz.views.parts import described
from gdviz.worker.words import spoken

PANELS: Mapping[str, str] = {
    "loss": "Loss",
    "accuracy": "Accuracy",
    "gradient_norm": "Gradient norm",
    "learning_rate": "Learning rate",
}
"""The plots that can be shown, from the top down."""

UNITS: Mapping[str, str] = {"epoch": "By epoch", "step": "By step"}
STRENGTHS: Mapping[str, str] = {
    "off": "Not smoothed",
    "light": "Smoothed over 1 epoch",
    "strong": "Smoothed over 5 epochs",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How the curves are drawn.

    Attributes:
        panels: Which of `PANELS`.
        unit: A key of `UNITS`.
        smoothing: A key of `gdviz.core.curves.SMOOTHING`.
        log: Whether heights are powers of ten.
        batches: Whether each batch's own loss stands faintly behind the loss.
        evidence: Whether the doctor's evidence is marked.
    """

    panels: tuple[str, ...] = ("loss", "accuracy")
    unit: str = "epoch"
    smoothing: str = "light"
    log: bool = False
    batches: bool = True
    evidence: bool = True

    @staticmethod
    def of(kept: Any) -> "Look":
        """The look out of what a settings file holds; whatever is not right in it is as at the first start."""
        result, stored = Look(), kept if isinstance(kept, dict) else {}
        found: dict[str, Any] = {}
        for field in fields(Look):
            value = stored.get(field.name)
            if field.name == "panels" and isinstance(value, list | tuple):
                value = tuple(name for name in PANELS if name in value) or result.panels
            elif field.name in ALLOWED and (not isinstance(value, str) or value not in ALLOWED[field.name]):
                value = getattr(result, field.name)
            if type(value) is type(getattr(result, field.name)):
                found[field.name] = value
        return replace(result, **found)


ALLOWED: Mapping[str, Mapping[str, Any]] = {"unit": UNITS, "smoothing": SMOOTHING}


class LookButton(QToolButton):
    """A button that opens a menu of what to show.

    Args:
        look: What is ticked at first.
        parent: The Qt parent.
    """

    chosen = Signal(object)
    """`Look`: a person chose another."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        """Builds the menu."""
        super().__init__(parent)
        described(self, self.tr("Show"), self.tr("Which curves to show, by epoch or by step, and how smooth"))
        self.setText(self.tr("Show"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._look = look
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_tick)
        for name, title in PANELS.items():
            self._add(spoken(title), "panels", name)
        for field, titles in (("unit", UNITS), ("smoothing", STRENGTHS)):
            self._menu.addSeparator()
            group = QActionGroup(self)
            for key, title in titles.items():
                group.addAction(self._add(spoken(title), field, key))
        self._menu.addSeparator()
        self._add(self.tr("Each batch's loss behind"), "batches", True)
        self._add(self.tr("The doctor's evidence"), "evidence", True)
        self.setMenu(self._menu)
        self.show_look(look)

    def show_look(self, look: Look) -> None:
        """Ticks what is shown."""
        self._look = look
        for action in self._menu.actions():
            if not action.isSeparator():
                field, value = action.data()
                now = getattr(look, field)
                action.setChecked(value in now if field == "panels" else value == now)

    def _add(self, title: str, field: str, value: Any) -> QAction:
        """A line of the menu that stands for one value of one field of `Look`."""
        action = QAction(title, self._menu, checkable=True)
        action.setData((field, value))
        self._menu.addAction(action)
        return action

    def _on_tick(self, action: QAction) -> None:
        (field, value), on = action.data(), action.isChecked()
        if field == "panels":
            wanted = {*self._look.panels, value} if on else {*self._look.panels} - {value}
            # One plot stays: an empty panel would say nothing.
            value = tuple(each for each in PANELS if each in wanted) or self._look.panels
        elif isinstance(value, bool):
            value = on
        self.show_look(replace(self._look, **{field: value}))
        self.chosen.emit(self._look)
