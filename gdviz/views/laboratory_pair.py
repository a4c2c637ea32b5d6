"""Change one thing: two runs side by side, what they differ in, and what may be concluded."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gdviz.core.compare import compared
from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory
from gdviz.engine.catalogue import differing
from gdviz.views.elided import ElidedChoice
from gdviz.views.laboratory_page import add_labelled
from gdviz.views.laboratory_plots import Chart, heights, is_log
from gdviz.views.parts import as_panel, described, label
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)


class PairPage(QWidget):
    """Compares the present run, those beside it and those that are kept, two at a time.

    Args:
        session: The state.
        kept: The history list.
        parent: The Qt parent.
    """

    name: ClassVar[str] = "Change one thing"
    empty: ClassVar[str] = (
        "Two runs teach something only if one thing differs. Train in the main window, change one setting, and train "
        "again: every run that comes to its end can be chosen here."
    )

    def __init__(self, session: Session, kept: KeptRuns, parent: QWidget | None = None) -> None:
        """Begins with what there is."""
        super().__init__(parent)
        as_panel(self, spoken(self.name))
        self._session, self._kept, self._theme = session, kept, load_theme("dark")
        self.first = described(ElidedChoice(), self.tr("First run"), self.tr("Solid line"))
        self.second = described(ElidedChoice(), self.tr("Second run"), self.tr("Dashed line"))
        self.chart = Chart(self.tr("Loss of two runs"))
        self.plot = self.chart.add(spoken("epoch"), spoken("loss"), log_y=True)
        self.curves = [pg.PlotCurveItem(connect="finite", antialias=True) for _ in DASHES]
        for curve in self.curves:
            self.plot.addItem(curve)
        self.words = label(wraps=True)
        self._lay_out()
        for box in (self.first, self.second):
            box.currentIndexChanged.connect(self._draw)
        kept.changed.connect(self.refresh)  # also when the runs beside the present one change
        session.trajectory_changed.connect(self.refresh)
        session.experiment_changed.connect(self.refresh)

    def set_theme(self, theme: Theme) -> None:
        """Recolours both curves."""
        self._theme = theme
        self.chart.set_theme(theme)
        for curve, color, dash in zip(self.curves, (theme.loss, theme.val_loss), DASHES, strict=True):
            curve.setPen(self.chart.pen(color, 2.4, style=dash))

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up."""
        super().showEvent(event)
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Offers the runs that there are."""
        if not self.isVisible():
            return
        names = list(self._runs())
        for place, box in enumerate((self.first, self.second)):
            if [box.itemText(at) for at in range(box.count())] != names:
                kept = box.currentText()
                box.blockSignals(True)
                box.clear()
                box.addItems(names)
                box.setCurrentIndex(names.index(kept) if kept in names else min(place, len(names) - 1))
                box.blockSignals(False)
        if len(names) > 1 and self.first.currentIndex() == self.second.currentIndex():
            self.second.setCurrentIndex(1 if self.first.currentIndex() != 1 else 0)
        self._draw()

    def _runs(self) -> Mapping[str, tuple[Experiment, Trajectory]]:
        """All runs that have begun, each once, by name."""
        found: dict[str, tuple[Experiment, Trajectory]] = {}
        for name, experiment, path in self._all():
            if len(path.epoch_steps) and not any(path is other for _, other in found.values()):
                numbered = (f"{name} ({number})" for number in range(2, len(found) + 2))
                found[name if name not in found else next(each for each in numbered if each not in found)] = (
                    experiment,
                    path,
                )
        return found

    def _all(self) -> Iterator[tuple[str, Experiment, Trajectory]]:
        """The present run, those beside it, and those that are kept, the newest first."""
        own, kept = self._session.trajectory, self._kept.runs[::-1]
        if own is not None:
            # The form may have gone on to other settings since the run was kept.
            settings = [run.experiment for run in kept if run.trajectory is own]
            yield self.tr("Present run"), (settings or [self._session.experiment])[0], own
        yield from ((runner.name, runner.experiment, runner.trajectory) for runner in self._session.runners)
        yield from ((run.name, run.experiment, run.trajectory) for run in kept)

    def _draw(self, *_: object) -> None:
        runs = self._runs()
        chosen = [runs[box.currentText()] for box in (self.first, self.second) if box.currentText() in runs]
        enough = len(runs) > 1 and len(chosen) == 2
        self.stack.setCurrentIndex(int(enough))
        self.words.setVisible(enough)
        if not enough:
            return
        losses = [path.history["loss"] for _, path in chosen]
        log = is_log(np.concatenate(losses))
        self.plot.getAxis("left").setLogMode(log)
        for curve, values in zip(self.curves, losses, strict=True):
            curve.setData(np.arange(1, len(values) + 1), heights(values, log))
        self.words.setText(self._told(chosen, losses))

    def _told(self, chosen: list[tuple[Experiment, Trajectory]], losses: list[np.ndarray]) -> str:
        found = differing(chosen[0][0], chosen[1][0])
        ends = [
            self.tr("{} after {}").format(f"{values[-1]:.3g}", f"{len(values):,}")
            if len(values)
            else self.tr("nothing yet")
            for values in losses
        ]
        said = self.tr("{} Loss at the end: {} and {} epochs.").format(spoken(compared(found)), ends[0], ends[1])
        if len(found) == 1 and all(len(values) and np.isfinite(values[-1]) for values in losses):
            return self.tr("{} With one seed it may still be luck: see the page Luck.").format(said)
        return said

    def _lay_out(self) -> None:
        form = QHBoxLayout()
        add_labelled(form, self.tr("&First"), self.first)
        add_labelled(form, self.tr("&Second"), self.second)
        form.addStretch(1)
        for box in (self.first, self.second):
            box.setMinimumWidth(180)
        nothing = label(spoken(self.empty), role="muted", wraps=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setContentsMargins(60, 0, 60, 0)
        self.stack = QStackedWidget()
        self.stack.addWidget(nothing)
        self.stack.addWidget(self.chart)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(6)
        layout.addLayout(form)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.words)
