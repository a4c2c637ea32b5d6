"""The middle of the window: one picture of the landscape at a time, and the switch between them.

It knows no other view: it is handed ready-made ones. Of two weights or more there is a surface and a map, of one weight
a curve; the session's surface says which it is.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Surface
from gdviz.engine.catalogue import LANDSCAPES
from gdviz.engine.datasets import title
from gdviz.views.parts import as_panel, label
from gdviz.worker.session import Session


class PictureStack(QWidget):
    """Shows surface, map or curve.

    Args:
        session: The state.
        surface: The view in three dimensions, or None where there is no OpenGL.
        flat: The view in two.
        curve: The view of a landscape of one weight.
        parent: The Qt parent.
    """

    chosen = Signal(str)
    """``"surface"`` or ``"map"``: a person chose it."""

    def __init__(
        self, session: Session, surface: QWidget | None, flat: QWidget, curve: QWidget, parent: QWidget | None = None
    ) -> None:
        """Takes the views over as children."""
        super().__init__(parent)
        as_panel(self, "Picture of the landscape")
        self.views: dict[str, QWidget | None] = {"surface": surface, "map": flat, "curve": curve}
        self._stack = QStackedWidget()
        for view in filter(None, self.views.values()):
            self._stack.addWidget(view)
        self.title = label(role="heading", wraps=True)
        self._buttons = {"surface": QPushButton("Surface"), "map": QPushButton("Map")}
        self._group = QButtonGroup(self)
        for name, tip in (("surface", "Loss surface in 3D (Ctrl+1)"), ("map", "Seen from above (Ctrl+2)")):
            button = self._buttons[name]
            button.setCheckable(True)
            button.setToolTip(tip)
            button.setProperty("segment", "true")
            button.clicked.connect(self._on_clicked)
            self._group.addButton(button)
        self._preferred = "surface" if surface is not None else "map"
        self._lay_out()
        session.surface_changed.connect(self.show_surface)
        session.experiment_changed.connect(self.show_experiment)
        self.show_experiment(session.experiment)
        self.show_surface(session.surface)

    @property
    def shown(self) -> str:
        """Which view is in front: ``"surface"``, ``"map"`` or ``"curve"``."""
        return next(name for name, view in self.views.items() if view is self._stack.currentWidget())

    def prefer(self, name: str) -> None:
        """Shows ``"surface"`` or ``"map"`` from now on, wherever the landscape has two weights or more."""
        if self.views[name] is not None:
            self._preferred = name
            self._show(name if self.shown != "curve" else "curve")

    def add_below(self, widget: QWidget) -> None:
        """Puts a widget under the picture, whichever is shown."""
        self._column.addWidget(widget)

    def give_up_surface(self) -> None:
        """OpenGL is gone: the map takes the surface's place for good."""
        surface, self.views["surface"] = self.views["surface"], None
        self._preferred = "map"
        if surface is not None:
            self._show("map" if self._stack.currentWidget() is surface else self.shown)
            self._stack.removeWidget(surface)
            surface.deleteLater()

    def show_surface(self, surface: Surface | None) -> None:
        """Brings the right kind of view to the front."""
        if surface is not None:
            self._show("curve" if surface.loss.ndim == 1 else self._preferred)

    def show_experiment(self, experiment: Experiment) -> None:
        """Says what is being descended."""
        if experiment.landscape == "network":
            layers = " \u2013 ".join(map(str, experiment.units))
            self.title.setText(f"Loss of a network ({layers} hidden) on {title(experiment.data).lower()}")
        else:
            self.title.setText(LANDSCAPES[experiment.landscape].title)

    def _show(self, name: str) -> None:
        view = self.views[name]
        if view is not None:
            self._stack.setCurrentWidget(view)
        for key, button in self._buttons.items():
            button.setVisible(name != "curve")
            button.setEnabled(self.views[key] is not None)
            button.setChecked(key == name)

    def _on_clicked(self) -> None:
        name = next(name for name, button in self._buttons.items() if button.isChecked())
        self.prefer(name)
        self.chosen.emit(name)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        for button in self._buttons.values():
            top.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(self._stack, 1)
        self._show(self._preferred)
