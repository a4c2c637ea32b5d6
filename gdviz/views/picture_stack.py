"""The middle of the window: the pictures of the landscape, one or two at a time, and the switch between them.

It knows no other view: it is handed the surface and what makes the others. Of two weights or more there is a surface
and a map, of one weight a curve; the session's surface says which it is.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSplitter, QVBoxLayout, QWidget

from gdviz.core.experiment import Experiment
from gdviz.core.height import Kind
from gdviz.core.plane import Surface
from gdviz.engine.catalogue import LANDSCAPES
from gdviz.engine.datasets import title
from gdviz.views.elided import Elided
from gdviz.views.giving_way import GivingWay, kept_together
from gdviz.views.parts import Wanting, as_panel
from gdviz.views.picture import Picture
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

SWITCH = {
    "surface": ("Surface", "Loss surface in 3D (Ctrl+1)"),
    "map": ("Map", "Seen from above (Ctrl+2)"),
    "both": ("Both", "Surface and map side by side (Ctrl+3)"),
}
"""What can be shown of a landscape of two weights or more."""


SIDE_BY_SIDE = 1.2
"""From this ratio of width to height on, two pictures stand side by side."""


class PictureStack(QWidget):
    """Shows surface, map or curve.

    Args:
        session: The state.
        surface: The view in three dimensions, or None where there is no OpenGL.
        make_flat: Makes the view in two, when it is first shown.
        make_curve: Makes the view of a landscape of one weight, likewise.
        parent: The Qt parent.
    """

    chosen = Signal(str)
    """A key of `SWITCH`: a person chose it."""

    def __init__(
        self,
        session: Session,
        surface: Picture | None,
        make_flat: Callable[[], Picture],
        make_curve: Callable[[], Picture],
        parent: QWidget | None = None,
    ) -> None:
        """Takes the surface over as a child."""
        super().__init__(parent)
        as_panel(self, self.tr("Picture of the landscape"))
        self._session, self._sealed = session, False
        self._looking = [Wanting(session.want, kind) for kind in ("surface", "anatomy")]
        self._make = {"map": make_flat, "curve": make_curve}
        self._views: dict[str, Picture] = {}
        self._scale: Kind = "auto"
        self._theme = load_theme("dark")
        self._pane = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=8)
        self._pane.setObjectName("picture")
        if surface is not None:
            self._take("surface", surface)
        self._shown = ""
        self.title = Elided(role="heading")
        self._buttons = {name: QPushButton(spoken(text)) for name, (text, _) in SWITCH.items()}
        self._group = QButtonGroup(self)
        for name, button in self._buttons.items():
            button.setCheckable(True)
            button.setToolTip(spoken(SWITCH[name][1]))
            button.setAccessibleDescription(spoken(SWITCH[name][1]))
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
        """What is shown: ``"surface"``, ``"map"``, ``"both"`` or ``"curve"``."""
        return self._shown

    @property
    def preferred(self) -> str:
        """What is shown wherever there are two weights or more, a key of `SWITCH`."""
        return self._preferred

    @property
    def scale(self) -> Kind:
        """Which scale losses are drawn on, a key of `SCALES`."""
        return self._scale

    def view(self, name: str) -> Picture | None:
        """The picture ``"surface"``, ``"map"`` or ``"curve"``, made if need be; None for a surface without OpenGL."""
        if name not in self._views and name in self._make:
            self._take(name, self._make[name]())
        return self._views.get(name)

    def _take(self, name: str, view: Picture) -> None:
        """Takes a picture over as a child; it shows what the others show."""
        self._pane.addWidget(view)
        view.hide()
        view.set_theme(self._theme)
        view.set_scale(self._scale)
        for other in self._views.values():
            for kind in other.legend.entries:
                view.legend.choose(kind, other.legend.wanted(kind))
        view.scale_picked.connect(self.set_scale)
        view.legend.picked.connect(self._choose_arrow)
        self._views[name] = view

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        self._theme = theme
        for view in self._views.values():
            view.set_theme(theme)

    def set_scale(self, kind: Kind) -> None:
        """Draws losses on one scale, a key of `SCALES`, in every picture."""
        self._scale = kind
        for view in self._views.values():
            view.set_scale(kind)

    def _choose_arrow(self, kind: str, on: bool) -> None:
        """Every picture draws the same kinds of arrows."""
        for view in self._views.values():
            view.legend.choose(kind, on)

    def prefer(self, name: str) -> None:
        """Shows ``"surface"``, ``"map"`` or ``"both"`` from now on, wherever there are two weights or more."""
        if name == "map" or "surface" in self._views:
            self._preferred = name
            self._show(name if self.shown != "curve" else "curve")

    def add_beside_title(self, widget: QWidget) -> None:
        """Puts a control between the title and the switch."""
        self._top.insert(1, widget)

    def add_below(self, widget: QWidget) -> None:
        """Puts a widget under the picture, whichever is shown."""
        self._column.addWidget(widget)

    def show_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        """Frames the picture while the keys go to it."""
        self._pane.setProperty("focused", now is not None and self._pane.isAncestorOf(now))
        self._pane.style().polish(self._pane)

    def give_up_surface(self) -> None:
        """OpenGL is gone: the map takes the surface's place for good."""
        surface = self._views.pop("surface", None)
        self._preferred = "map"
        if surface is not None:
            self._show("curve" if self.shown == "curve" else "map")
            surface.setParent(None)
            surface.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Has the surface computed, and the step worked out that the arrows at the ball show."""
        super().showEvent(event)
        for each in self._looking:
            each.set(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees them."""
        super().hideEvent(event)
        for each in self._looking:
            each.set(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both stand side by side where there is room, else one above the other."""
        super().resizeEvent(event)
        wide = self._pane.width() > SIDE_BY_SIDE * self._pane.height()
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if way != self._pane.orientation():
            self._pane.setOrientation(way)
            self._share()

    def show_surface(self, surface: Surface | None) -> None:
        """Brings the right kind of view to the front."""
        if surface is not None:
            self._show("curve" if surface.loss.ndim == 1 else self._preferred)

    def set_sealed(self, sealed: bool) -> None:
        """Keeps to itself what is being descended, or says it again."""
        self._sealed = sealed
        self.show_experiment(self._session.experiment)

    def show_experiment(self, experiment: Experiment) -> None:
        """Says what is being descended."""
        if self._sealed:
            self.title.setText(self.tr("A sealed run"))
        elif experiment.landscape == "network":
            layers = " \u2013 ".join(map(str, experiment.units))
            self.title.setText(f"{spoken(title(experiment.data))} \u00b7 " + self.tr("{} hidden").format(layers))
        elif experiment.landscape == "model" and experiment.model:
            self.title.setText(f"{spoken(title(experiment.data))} \u00b7 {Path(experiment.model).name}")
        else:
            self.title.setText(spoken(LANDSCAPES[experiment.landscape].title))

    def _show(self, name: str) -> None:
        changed, self._shown = name != self._shown, name
        seen = ("surface", "map") if name == "both" else (name,)
        for key in seen:
            self.view(key)
        for key, view in self._views.items():
            view.setVisible(key in seen)
        for key, button in self._buttons.items():
            button.setVisible(name != "curve")
            button.setEnabled(key == "map" or "surface" in self._views)
            button.setChecked(key == name)
        if changed:
            self._share()

    def _share(self) -> None:
        """Two pictures get the same room, and say only once what is true of both."""
        alone, beside = self._shown != "both", self._pane.orientation() == Qt.Orientation.Horizontal
        parts = {"surface": (alone or beside, alone, True), "map": (alone or not beside, True, alone)}
        for key, (truth, scale, names) in parts.items():
            if (view := self._views.get(key)) is not None:
                view.set_parts(truth, scale, names)
        self._pane.setSizes(self._sizes())

    def _sizes(self) -> list[int]:
        """As much for each picture itself: of two, one above the other, only the lower has a line below it."""
        below = {view: 0 if view.isHidden() else view.line_height() for view in self._views.values()}
        if self._pane.orientation() == Qt.Orientation.Horizontal:
            return [1000] * len(below)
        each = max(1, (self._pane.height() - sum(below.values())) // 2)
        return [each + below[view] for view in sorted(below, key=self._pane.indexOf)]

    def _on_clicked(self) -> None:
        name = next(name for name, button in self._buttons.items() if button.isChecked())
        self.prefer(name)
        self.chosen.emit(name)

    def _lay_out(self) -> None:
        self._top = top = GivingWay(self.title)
        for part in (self.title, kept_together(*self._buttons.values())):
            top.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(8)
        self._column.addLayout(top)
        self._column.addWidget(self._pane, 1)
        self._show(self._preferred)
