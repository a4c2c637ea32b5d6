"""The history list: each run that came to its end, as a small curve, its name and what the doctor said of it."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeySequence, QPainter, QPen, QPixmap, QPolygonF, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from gdviz.core.compare import compared
from gdviz.core.diagnosis import VERDICTS
from gdviz.core.kept_run import KeptRun
from gdviz.engine.catalogue import differing
from gdviz.views.icons import icon, pixmap
from gdviz.views.parts import as_panel, described, label
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

EMPTY = "Every run that comes to its end is kept here: put it beside later ones, or go back to it."
THUMBNAIL = QSize(64, 26)
"""Of a run's curve."""
POINTS = 64
"""Points of it; it has no more columns."""


class RunsView(QWidget):
    """Shows the runs that are kept; ticks, names, restores and deletes them.

    Args:
        session: The state.
        kept: The runs.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, kept: KeptRuns, parent: QWidget | None = None) -> None:
        """Shows what there is."""
        super().__init__(parent)
        as_panel(self, self.tr("Runs"))
        self._session, self._kept = session, kept
        self._theme = load_theme("dark")
        self.note = label(spoken(EMPTY), role="muted", wraps=True)
        self.table = described(
            QTreeWidget(),
            self.tr("Runs that are kept"),
            self.tr("Space draws a run beside the present one; F2 renames"),
        )
        self.keep = described(
            QPushButton(self.tr("Keep")), self.tr("Keep"), self.tr("Keep the present run as it is now")
        )
        self.restore = described(
            QPushButton(self.tr("Go back")),
            self.tr("Go back to this run"),
            self.tr("Take its settings, path and curves again"),
        )
        self.delete = described(
            QPushButton(self.tr("Delete")), self.tr("Delete"), self.tr("Take the run off the list (Del)")
        )
        self.undo = described(QPushButton(self.tr("Undo")), self.tr("Undo"), self.tr("Bring the run deleted last back"))
        self._lay_out()
        self.keep.clicked.connect(kept.keep)
        self.restore.clicked.connect(self._on_restore)
        self.delete.clicked.connect(self._on_delete)
        self.undo.clicked.connect(kept.undo)
        QShortcut(
            QKeySequence(Qt.Key.Key_Delete), self.table, self._on_delete, context=Qt.ShortcutContext.WidgetShortcut
        )
        self.table.itemChanged.connect(self._on_changed)
        self.table.currentItemChanged.connect(self._on_current)
        kept.changed.connect(self.show_runs)
        session.experiment_changed.connect(self._on_current)
        session.trajectory_changed.connect(self._on_trajectory)
        self.show_runs()

    def set_theme(self, theme: Theme) -> None:
        """Recolours the curves and verdicts."""
        self._theme = theme
        self.table.clear()
        self.show_runs()

    def show_runs(self) -> None:
        """Shows the runs as they are now, the newest first."""
        runs = self._kept.runs[::-1]
        self.table.blockSignals(True)
        if [id(item.data(0, Qt.ItemDataRole.UserRole)) for item in self._items()] != list(map(id, runs)):
            chosen = self._current()
            self.table.clear()
            self.table.addTopLevelItems([self._item(run) for run in runs])
            self._choose(chosen)
        for item, run in zip(self._items(), runs, strict=True):
            self._tick(item, run)
        self.table.blockSignals(False)
        self.table.setVisible(bool(runs))
        self.undo.setVisible(self._kept.can_undo)
        self._on_trajectory()
        self._on_current()

    def _items(self) -> list[QTreeWidgetItem]:
        rows = map(self.table.topLevelItem, range(self.table.topLevelItemCount()))
        return [item for item in rows if item is not None]

    def _item(self, run: KeptRun) -> QTreeWidgetItem:
        item = QTreeWidgetItem([run.name])
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        item.setData(0, Qt.ItemDataRole.UserRole, run)
        curve = QIcon(thumbnail(run, self._theme.loss))
        curve.addPixmap(thumbnail(run, self._theme.accent_text), QIcon.Mode.Selected)
        item.setIcon(0, curve)
        verdict = VERDICTS.get(run.verdict)
        if verdict is not None:
            color = self._theme.muted if verdict.level == "unknown" else getattr(self._theme, verdict.level)
            sign = icon(verdict.level, color, color)
            sign.addPixmap(pixmap(verdict.level, self._theme.accent_text), QIcon.Mode.Selected)
            item.setIcon(1, sign)
            item.setToolTip(1, spoken(verdict.title))
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, spoken(verdict.title))
        last = run.trajectory.loss[-1]
        item.setToolTip(
            0,
            self.tr("{}: {} steps to a loss of {}, kept {}").format(
                run.name, f"{run.trajectory.count:,}", f"{last:.3g}", run.date
            ),
        )
        return item

    def _tick(self, item: QTreeWidgetItem, run: KeptRun) -> None:
        """A run of another surface cannot be ticked."""
        can = self._kept.can_show(run)
        flags = item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags)
        item.setCheckState(0, Qt.CheckState.Checked if self._kept.is_shown(run) else Qt.CheckState.Unchecked)

    def _current(self) -> KeptRun | None:
        item = self.table.currentItem()
        run = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return run if isinstance(run, KeptRun) else None

    def _choose(self, run: KeptRun | None) -> None:
        for item in self._items():
            if item.data(0, Qt.ItemDataRole.UserRole) is run:
                self.table.setCurrentItem(item)

    def _on_current(self) -> None:
        """Compares the chosen run with the settings as they stand."""
        run = self._current()
        for button in (self.restore, self.delete):
            button.setEnabled(run is not None)
        if run is None:
            self.note.setText(
                spoken(EMPTY) if not self._kept.runs else self.tr("Tick a run to draw it beside the present one.")
            )
            return
        found = differing(run.experiment, self._session.experiment)
        apart = (
            "" if self._kept.can_show(run) else self.tr(" It walked on another surface, so it cannot be drawn here.")
        )
        verdict = f"{VERDICTS[run.verdict].title}. " if run.verdict in VERDICTS else ""
        self.note.setText(
            self.tr("{}Against the present settings: {}{}").format(verdict, spoken(compared(found)), apart)
        )

    def _on_trajectory(self) -> None:
        own = self._session.trajectory
        kept = any(run.trajectory is own for run in self._kept.runs)
        self.keep.setEnabled(own is not None and own.count > 0 and not kept)

    def _on_changed(self, item: QTreeWidgetItem, column: int) -> None:
        run = item.data(0, Qt.ItemDataRole.UserRole)
        if column or not isinstance(run, KeptRun):
            return
        if item.text(0) != run.name:
            self._kept.rename(run, item.text(0))
        else:
            self._kept.show(run, item.checkState(0) == Qt.CheckState.Checked)

    def _on_restore(self) -> None:
        run = self._current()
        if run is not None:
            self._kept.restore(run)

    def _on_delete(self) -> None:
        run = self._current()
        if run is not None:
            self._kept.delete(run)

    def _lay_out(self) -> None:
        self.table.setColumnCount(2)
        self.table.setHeaderHidden(True)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setIconSize(THUMBNAIL)
        self.table.header().setStretchLastSection(False)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        buttons = QHBoxLayout()
        for button in (self.keep, self.restore, self.delete, self.undo):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addLayout(buttons)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.note)
        layout.addStretch()


def thumbnail(run: KeptRun, color: str) -> QPixmap:
    """The run's loss from its start to its end as a small curve; powers of ten where it spans more than two."""
    ratio = 2
    picture = QPixmap(THUMBNAIL * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    curve = curve_points(run.trajectory.loss)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color), 2 * ratio, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    width, height = picture.width() - 4 * ratio, picture.height() - 4 * ratio
    painter.translate(2 * ratio, 2 * ratio)
    painter.drawPolyline(QPolygonF([QPointF(x * width, (1 - y) * height) for x, y in curve]))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def curve_points(loss: NDArray[np.float32]) -> NDArray[np.float64]:
    """At most `POINTS` points of a curve, both ways from 0 to 1; what is not finite is left out."""
    at = np.unique(np.linspace(0, len(loss) - 1, POINTS).astype(int))
    values = loss[at].astype(float)
    known = np.isfinite(values)
    at, values = at[known], values[known]
    if not len(values):
        return np.zeros((0, 2))
    if values.min() > 0 and values.max() > 100 * values.min():
        values = np.log(values)
    span = values.max() - values.min()
    heights = (values - values.min()) / span if span else np.full(len(values), 0.5)
    return np.column_stack([at / max(len(loss) - 1, 1), heights])
