"""The curves: training and validation loss with each step's own loss behind them, and accuracy below."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdviz.core.diagnosis import VERDICTS, Diagnosis
from gdviz.core.trajectory import Trajectory
from gdviz.views.parts import as_panel, described, label
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session

CURVES: Mapping[str, tuple[str, str, Qt.PenStyle]] = {
    "loss": ("loss", "training", Qt.PenStyle.SolidLine),
    "val_loss": ("loss", "validation", Qt.PenStyle.DashLine),
    "accuracy": ("accuracy", "training", Qt.PenStyle.SolidLine),
    "val_accuracy": ("accuracy", "validation", Qt.PenStyle.DashLine),
}
"""Each curve by its name in Keras's history: the plot it belongs to, its label, and its line.

A `Theme` has a colour of the same name; colour alone says nothing."""

MOST_STEPS = 1500
"""Points of the faint per-step curve; more than the screen has columns would only cost time."""

CALM_MS = 100
"""Least milliseconds between two pictures of a running run: curves are read, not watched."""


class LossView(QWidget):
    """Draws the session's curves as they grow.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Builds the plots, empty."""
        super().__init__(parent)
        as_panel(self, "Loss curves")
        self._session = session
        self._history: dict[str, Any] = {}
        self._stale = False
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._on_calm)
        self.log = described(QPushButton("Log scale"), "Log scale", "Loss in powers of ten (Ctrl+L)")
        self.log.setCheckable(True)
        self.log.setProperty("segment", "true")
        self.log.toggled.connect(self._on_log)
        self.heading = label("Loss curves", role="heading")
        self.readout = label(wraps=True)
        self.readout.setTextFormat(Qt.TextFormat.RichText)
        self.readout.setMinimumHeight(2 * self.readout.fontMetrics().lineSpacing())
        self.readout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._plots = pg.GraphicsLayoutWidget()
        self._plots.ci.layout.setContentsMargins(2, 2, 8, 2)
        self._plots.ci.layout.setSpacing(4)
        self.plots = {"loss": self._plot("loss", 0), "accuracy": self._plot("accuracy", 1)}
        self._plots.ci.layout.setRowStretchFactor(0, 5)
        self._plots.ci.layout.setRowStretchFactor(1, 3)
        self.plots["accuracy"].setXLink(self.plots["loss"])
        self.plots["accuracy"].setYRange(-0.1, 1.12, padding=0)
        self.plots["accuracy"].getAxis("left").setTicks([[(0, "0"), (0.5, "50 %"), (1, "100 %")]])
        # Where there are more points than columns, each column shows its lowest and its highest.
        style = {"connect": "finite", "clipToView": True, "autoDownsample": True, "downsampleMethod": "peak"}
        self.steps = self.plots["loss"].plot(**style)
        self.curves = {name: self.plots[plot].plot(**style) for name, (plot, _, _) in CURVES.items()}
        self._cross = [pg.InfiniteLine(angle=90, movable=False) for _ in self.plots]
        for line, plot in zip(self._cross, self.plots.values(), strict=True):
            line.setVisible(False)
            plot.addItem(line, ignoreBounds=True)
        self._seen = pg.LinearRegionItem(movable=False)
        self._seen.setVisible(False)
        self.plots["loss"].addItem(self._seen, ignoreBounds=True)
        self._lay_out()
        self.set_theme(load_theme("dark"))
        self._plots.scene().sigMouseMoved.connect(self._on_mouse)
        session.trajectory_changed.connect(self.show_trajectory)
        session.diagnosis_changed.connect(self.show_diagnosis)
        self._draw(session.trajectory)

    def set_theme(self, theme: Theme) -> None:
        """Recolours everything."""
        self._theme = theme
        self._plots.setBackground(theme.panel)
        for name, (_, _, style) in CURVES.items():
            self.curves[name].setPen(pg.mkPen(getattr(theme, name), width=2, style=style))
        self.steps.setPen(pg.mkPen(theme.loss + "40", width=1))
        for line in self._cross:
            line.setPen(pg.mkPen(theme.muted, width=1))
        for plot in self.plots.values():
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(theme.border)
                plot.getAxis(side).setTextPen(theme.muted)
        self.show_diagnosis(self._session.diagnosis)
        self._show_readout(None)

    def show_trajectory(self, trajectory: Trajectory | None) -> None:
        """Draws what the run has recorded so far, at once or, if it was just drawn, a moment later."""
        self._trajectory = trajectory
        if self._calm.isActive():
            self._stale = True
        else:
            self._draw(trajectory)
            self._calm.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to be drawn later."""
        self._calm.stop()
        super().hideEvent(event)

    def _on_calm(self) -> None:
        if self._stale:
            self._stale = False
            self._draw(self._trajectory)
            self._calm.start()

    def _draw(self, trajectory: Trajectory | None) -> None:
        self._history = trajectory.history if trajectory else {}
        epochs = np.arange(1, 1 + len(self._history.get("loss", ())))
        for name, curve in self.curves.items():
            values = self._history.get(name)
            curve.setData(epochs, _drawable(values)) if values is not None else curve.setData([], [])
        self._show_steps(trajectory)
        self._show_accuracy("accuracy" in self._history or not len(epochs))
        self._show_readout(None)

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Marks the epochs where the doctor saw his first piece of evidence, unless it is the whole curve."""
        seen = diagnosis.evidence[0].epochs if diagnosis and diagnosis.evidence else ()
        healthy = diagnosis is None or VERDICTS[diagnosis.verdict].level in ("good", "unknown")
        trajectory = self._session.trajectory
        whole = bool(seen) and trajectory is not None and max(seen) - min(seen) + 1 >= len(trajectory.epoch_steps)
        self._seen.setVisible(bool(seen) and not healthy and not whole)
        if self._seen.isVisible() and diagnosis is not None:
            color = getattr(self._theme, VERDICTS[diagnosis.verdict].level)
            self._seen.setRegion((min(seen) - 0.5, max(seen) + 0.5))
            self._seen.setBrush(pg.mkBrush(color + "22"))
            for line in self._seen.lines:
                line.setPen(pg.mkPen(color + "88"))

    def _show_steps(self, trajectory: Trajectory | None) -> None:
        """The loss of each step's own batch, faint, with its step placed within its epoch."""
        if trajectory is None or not len(trajectory.epoch_steps) or trajectory.epoch_steps[0] == 1:
            self.steps.setData([], [])
            return
        length = float(trajectory.epoch_steps[0])
        stride = -(-trajectory.count // MOST_STEPS)
        at = np.arange(0, trajectory.count, stride)
        self.steps.setData((at + 1) / length, _drawable(trajectory.batch_loss[at]))

    def _show_accuracy(self, shown: bool) -> None:
        """Gives the accuracy's room to the loss where there is none."""
        self.plots["accuracy"].setVisible(shown)
        self.plots["accuracy"].setMaximumHeight(16_777_215 if shown else 0)
        self.plots["loss"].getAxis("bottom").setLabel(None if shown else "step")

    def _plot(self, name: str, row: int) -> Any:
        plot = self._plots.addPlot(row=row, col=0)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.showGrid(x=True, y=True, alpha=0.12)
        plot.getAxis("left").setWidth(60)
        plot.getAxis("left").enableAutoSIPrefix(False)
        plot.setMouseEnabled(x=False, y=False)
        plot.getAxis("left").setLabel(name)
        if row:
            plot.getAxis("bottom").setLabel("epoch")
        return plot

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.log)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.readout)
        layout.addWidget(self._plots, 1)

    def _on_log(self, on: bool) -> None:
        self.plots["loss"].setLogMode(y=on)

    def _on_mouse(self, position: QPointF) -> None:
        """Shows the values at the epoch under the mouse."""
        over = [plot for plot in self.plots.values() if plot.sceneBoundingRect().contains(position)]
        count = len(self._history.get("loss", ()))
        epoch = round(over[0].vb.mapSceneToView(position).x()) if over and count else 0
        epoch = min(max(epoch, 1), count) if over else 0
        for line in self._cross:
            line.setVisible(epoch > 0)
            line.setPos(epoch)
        self._show_readout(epoch or None)

    def _show_readout(self, epoch: int | None) -> None:
        """The values at an epoch, the newest by default, in the colours of their lines: it is the legend too."""
        count = len(self._history.get("loss", ()))
        at = epoch or count
        self.heading.setText(f"Loss curves \u00b7 epoch {at}" if count else "Loss curves")
        if not count:
            self.readout.setText(f'<span style="color:{self._theme.muted}">Press Train: the curves grow here.</span>')
            return
        lines = [self._readout_line(plot, at) for plot in self.plots]
        self.readout.setText("<br>".join(line for line in lines if line))

    def _readout_line(self, plot: str, epoch: int) -> str:
        """One plot's values at an epoch as rich text; empty where it has none."""
        parts = []
        for name, (where, part, style) in CURVES.items():
            if where == plot and name in self._history:
                dash = "\u2501" if style == Qt.PenStyle.SolidLine else "\u254d"
                value = self._history[name][epoch - 1]
                text = f"{value:.1%}" if plot == "accuracy" else f"{value:.3g}"
                color = getattr(self._theme, name)
                parts.append(f'<span style="color:{color}">{dash} {part} <b>{text}</b></span>')
        return f"{plot}: " + " &nbsp; ".join(parts) if parts else ""


def _drawable(values: Any) -> Any:
    """The values with infinities as gaps."""
    return np.where(np.isfinite(values), values, np.nan)
