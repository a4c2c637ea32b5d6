"""Which slice of weight space the picture shows: a button with a menu."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QMenu, QSpinBox, QToolButton, QWidget

from gdviz.core.plane import Surface
from gdviz.core.plane_kinds import PLANE_KINDS, PlaneRequest
from gdviz.views.parts import described, label
from gdviz.worker.session import Session
from gdviz.worker.words import spoken


class PlaneChooser(QToolButton):
    """Offers the planes of `PLANE_KINDS`, and through which point of the path they go.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Builds the menu."""
        super().__init__(parent)
        described(self, self.tr("Slice"), self.tr("Which slice through all the weights is drawn"))
        self.setText(self.tr("Slice"))
        self.setProperty("segment", "true")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._session = session
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        group = QActionGroup(self)
        self.kinds: dict[str, QAction] = {}
        for key, kind in PLANE_KINDS.items():
            action = group.addAction(spoken(kind.title))
            action.setCheckable(True)
            action.setToolTip(spoken(kind.sentence))
            action.triggered.connect(partial(self._choose, key))
            self.kinds[key] = action
        menu.addActions(list(self.kinds.values()))
        menu.addSeparator()
        self.other = menu.addAction(self.tr("Other random directions"), self._on_other)
        self.pair = menu.addAction(self.tr("Which two weights \u2026"), self._on_pair)
        menu.addSeparator()
        self.through = QAction(self.tr("Through the step shown"), menu, checkable=True)
        self.through.setToolTip(
            self.tr("The slice goes through the point that the timeline shows, and not through the newest")
        )
        self.through.toggled.connect(self._on_through)
        menu.addAction(self.through)
        self.setMenu(menu)
        session.plane_changed.connect(self.show_plane)
        session.surface_changed.connect(self._on_surface)
        session.shown_step_changed.connect(self._on_step)
        self.show_plane(session.plane)
        self._on_surface(session.surface)

    def show_plane(self, plane: PlaneRequest) -> None:
        """Ticks what is drawn."""
        self.kinds[plane.kind].setChecked(True)
        self.other.setEnabled(plane.kind == "filters")
        self.pair.setEnabled(plane.kind == "weights")

    def choose_pair(self, first: int, second: int) -> None:
        """Draws the plane of two weights, by their places in the flat vector."""
        self._session.choose_plane(replace(self._session.plane, kind="weights", pair=(first, second)))

    def _choose(self, kind: str) -> None:
        self._session.choose_plane(replace(self._session.plane, kind=kind))

    def _on_surface(self, surface: Surface | None) -> None:
        """A landscape of one or two weights is drawn whole: there is nothing to choose."""
        self.setVisible(surface is not None and surface.plane.kind != "exact")

    def _on_other(self) -> None:
        plane = self._session.plane
        self._session.choose_plane(replace(plane, kind="filters", seed=plane.seed + 1))

    def _on_through(self, through: bool) -> None:
        path, shown = self._session.trajectory, self._session.shown_step
        origin = path.at(shown) if path is not None and through and shown is not None else None
        plane = replace(self._session.plane, origin=origin, step=shown if origin is not None else None)
        self._session.choose_plane(plane)

    def _on_step(self) -> None:
        if self.through.isChecked():
            self._on_through(True)

    def _on_pair(self) -> None:
        dialog = PairDialog(self._session, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.choose_pair(*(box.value() for box in dialog.boxes)))
        dialog.open()


class PairDialog(QDialog):
    """Asks for two weights.

    Args:
        session: Whose run has them.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins with the pair that is drawn."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Two weights"))
        last = session.trajectory.last_weights.size - 1 if session.trajectory is not None else 0
        form = QFormLayout(self)
        form.setContentsMargins(18, 16, 18, 14)
        form.addRow(label(self.tr("Weights are counted from 0 to {}, layer by layer.").format(last), wraps=True))
        self.boxes = []
        for name, index in zip((self.tr("To the right"), self.tr("To the back")), session.plane.pair, strict=True):
            box = described(QSpinBox(minimum=0, maximum=last, value=index), name)
            form.addRow(name, box)
            self.boxes.append(box)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
