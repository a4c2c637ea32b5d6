"""What of the curves is to be seen: the button with its menu, and what it remembers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gdviz.core.curves import SMOOTHING
from gdviz.views.parts import described

PANELS: Mapping[str, str] = {
    "loss": "Loss",
    "accuracy": "Accuracy",
    "gradient_norm": "Gradient norm",
    "learning_rate": "Learning rate",
}
"""The plots that can be shown, from the top down."""

UNITS: Mapping[str, str] = {"epoch": "By epoch", "step": "By step"}
STRENGTHS: Mapping[str, str] = {"off": "Not smoothed", "light": "Smoothed over 1 epoch", "strong": "Over 5 epochs"}


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
        for field in fields(Look):
            value = stored.get(field.name)
            if field.name == "panels" and isinstance(value, list | tuple):
                value = tuple(name for name in PANELS if name in value) or None
            elif field.name in ALLOWED and (not isinstance(value, str) or value not in ALLOWED[field.name]):
                value = None
            if type(value) is type(getattr(result, field.name)):
                result = replace(result, **{field.name: value})
        return result


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
        described(self, "Show", "Which curves to show, by epoch or by step, and how smooth")
        self.setText("Show")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._look = look
        self._ticks: list[tuple[QAction, Callable[[Look], bool]]] = []
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        for name, title in PANELS.items():
            self._add(title, lambda look, name=name: name in look.panels, lambda on, name=name: self._panel(name, on))
        self._menu.addSeparator()
        self._choice("unit", UNITS)
        self._menu.addSeparator()
        self._choice("smoothing", STRENGTHS)
        self._menu.addSeparator()
        self._switch("batches", "Each batch's loss behind")
        self._switch("evidence", "The doctor's evidence")
        self.setMenu(self._menu)
        self.show_look(look)

    def show_look(self, look: Look) -> None:
        """Ticks what is shown."""
        self._look = look
        for action, is_on in self._ticks:
            action.setChecked(is_on(look))

    def _add(self, title: str, is_on: Callable[[Look], bool], then: Callable[[bool], None]) -> QAction:
        action = QAction(title, self._menu, checkable=True)
        action.triggered.connect(then)
        self._menu.addAction(action)
        self._ticks.append((action, is_on))
        return action

    def _choice(self, field: str, titles: Mapping[str, str]) -> None:
        group = QActionGroup(self)
        for key, title in titles.items():
            action = self._add(
                title,
                lambda look, key=key: getattr(look, field) == key,
                lambda on, key=key: self._choose(**{field: key}),
            )
            group.addAction(action)

    def _switch(self, field: str, title: str) -> None:
        self._add(title, lambda look: bool(getattr(look, field)), lambda on: self._choose(**{field: on}))

    def _panel(self, name: str, on: bool) -> None:
        wanted = {*self._look.panels, name} if on else {*self._look.panels} - {name}
        # One plot stays: an empty panel would say nothing.
        self._choose(panels=tuple(each for each in PANELS if each in wanted) or self._look.panels)

    def _choose(self, **values: Any) -> None:
        self.show_look(replace(self._look, **values))
        self.chosen.emit(self._look)
