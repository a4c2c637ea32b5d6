"""A view that is made when it is first looked at: the window is on the screen the sooner."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gdviz.views.theme import Theme, load_theme


class Late(QWidget):
    """Holds the place of a view until then.

    Args:
        make: Makes it; it has a ``set_theme``.
        parent: The Qt parent.
    """

    def __init__(self, make: Callable[[], Any], parent: QWidget | None = None) -> None:
        """Makes nothing yet."""
        super().__init__(parent)
        self._make, self._theme = make, load_theme("dark")
        self._view: Any = None
        QVBoxLayout(self).setContentsMargins(0, 0, 0, 0)

    @property
    def view(self) -> Any:
        """The view, made now if it has not been."""
        if self._view is None:
            self._view = self._make()
            self._view.set_theme(self._theme)
            self.setFocusProxy(self._view)
            box = self.layout()
            assert box is not None, "made at the beginning"
            box.addWidget(self._view)
        return self._view

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours, now or later."""
        self._theme = theme
        if self._view is not None:
            self._view.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Has something to show."""
        super().showEvent(event)
        self.view.show()
