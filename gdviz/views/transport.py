"""Train, Pause, Step, Reset, and how fast to watch."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from gdviz.core.trajectory import Trajectory
from gdviz.views.icons import icon
from gdviz.views.parts import announce, as_panel, described, label, name_value
from gdviz.views.theme import Theme
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

PACES = (2.0, 5.0, 15.0, 50.0, 150.0, 500.0, 0.0)
"""Steps a second at each notch of the speed slider; 0 is as fast as it can."""

TRAIN: Mapping[str, str] = {
    "loading": "Train",
    "preparing": "Train",
    "ready": "Train",
    "running": "Training",
    "paused": "Go on",
    "finished": "Train again",
    "failed": "Train again",
}
"""What the first button is called in each of the session's states."""


HINT = "Start here: watch it roll downhill"
"""Stands over the first button until the first training."""


class Transport(QWidget):
    """The buttons that drive a run.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Builds the buttons and connects them to the session's verbs."""
        super().__init__(parent)
        as_panel(self, self.tr("Run"))
        self._session = session
        self.train = described(
            QPushButton(self.tr("Train")), self.tr("Train"), self.tr("Train the network (Ctrl+Return)")
        )
        self.train.setObjectName("primary")
        self.pause = described(QPushButton(self.tr("Pause")), self.tr("Pause"), self.tr("Hold the run (Ctrl+.)"))
        self.step = described(QPushButton(self.tr("Step")), self.tr("Step"), self.tr("One training step (Ctrl+Right)"))
        self.reset = described(
            QPushButton(self.tr("Reset")), self.tr("Reset"), self.tr("Back to the first weights (Ctrl+Backspace)")
        )
        self.speed = described(QSlider(Qt.Orientation.Horizontal), self.tr("Speed"))
        self.speed.setRange(0, len(PACES) - 1)
        self.speed.setPageStep(1)
        self.hint = label(spoken(HINT), role="hint")
        self.progress = label(role="muted")
        self._speed_text = QLabel()
        self._lay_out()
        self.train.clicked.connect(session.start)
        self.pause.clicked.connect(session.pause)
        self.step.clicked.connect(session.step)
        self.reset.clicked.connect(session.reset)
        self.speed.valueChanged.connect(self._on_speed)
        session.state_changed.connect(self.show_state)
        session.pace_changed.connect(self.show_pace)
        session.trajectory_changed.connect(self.show_trajectory)
        session.experiment_changed.connect(self._on_experiment)
        self.show_pace(session.pace)
        self.show_state(session.state)
        self.show_trajectory(session.trajectory)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the icons."""
        self.train.setIcon(icon("play", theme.accent_text, theme.muted))
        for name in ("pause", "step", "reset"):
            getattr(self, name).setIcon(icon(name, theme.text, theme.muted))
        for button in (self.train, self.pause, self.step, self.reset):
            button.setIconSize(QSize(16, 16) * theme.scale)
        self._speed_text.setMinimumWidth(
            self._speed_text.fontMetrics().horizontalAdvance(self.tr("500 steps a second"))
        )

    def show_state(self, state: str) -> None:
        """Offers what can be done now."""
        waiting = self._session.waiting
        if waiting or state in ("running", "paused", "finished"):
            self.hint.hide()
        self.train.setText(self.tr("Starting \u2026") if waiting else spoken(TRAIN[state]))
        self.train.setEnabled(state != "running" and not waiting)
        self.pause.setEnabled(state == "running" or waiting)
        self.step.setEnabled(state in ("ready", "running", "paused"))
        self.reset.setEnabled(state in ("running", "paused", "finished", "failed"))

    def show_pace(self, pace: float) -> None:
        """Shows the speed, at the notch nearest to it."""
        nearest = min(range(len(PACES)), key=lambda notch: abs((PACES[notch] or 1e9) - (pace or 1e9)))
        self.speed.blockSignals(True)
        self.speed.setValue(nearest)
        self.speed.blockSignals(False)
        text = self.tr("{} steps a second").format(f"{pace:g}") if pace else self.tr("as fast as it can")
        self._speed_text.setText(text)
        self.speed.setToolTip(self.tr("Speed: {}").format(text))
        name_value(self.speed, self.tr("Speed"), text, self.tr("How fast to watch the run"))

    def show_trajectory(self, trajectory: Trajectory | None) -> None:
        """Says how far the run has come."""
        if trajectory is None:
            self.progress.setText("\u2013")
            return
        experiment, epochs = self._session.experiment, len(trajectory.epoch_steps)
        if not experiment.learns_rows:
            self.progress.setText(self.tr("Step {} of {}").format(f"{trajectory.count:,}", f"{experiment.epochs:,}"))
        else:
            self.progress.setText(
                self.tr("Epoch {} of {}  \u00b7  step {}").format(
                    f"{epochs:,}", f"{experiment.epochs:,}", f"{trajectory.count:,}"
                )
            )

    def _on_experiment(self) -> None:
        self.show_trajectory(self._session.trajectory)

    def _on_speed(self, notch: int) -> None:
        self._session.set_pace(PACES[notch])
        announce(self.speed, self._speed_text.text())

    def _lay_out(self) -> None:
        buttons = QGridLayout()
        buttons.setSpacing(7)
        buttons.addWidget(self.train, 0, 0, 1, 3)
        for column, button in enumerate((self.pause, self.step, self.reset)):
            # Three in a narrow column: their words are longer in other languages.
            button.setProperty("tight", "true")
            buttons.addWidget(button, 1, column)
        speed = QHBoxLayout()
        caption = QLabel(self.tr("Speed"))
        caption.setBuddy(self.speed)
        speed.addWidget(caption)
        speed.addWidget(self.speed, 1)
        speed.addWidget(self._speed_text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self.hint)
        layout.addLayout(buttons)
        layout.addLayout(speed)
        layout.addWidget(self.progress)
