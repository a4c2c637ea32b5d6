"""The timeline: goes back to any step of a run, plays it again, and lets another run branch off there."""

import math

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QSlider, QToolButton, QVBoxLayout, QWidget

from gdviz.views.elided import Elided
from gdviz.views.giving_way import GivingWay, kept_together
from gdviz.views.icons import icon
from gdviz.views.parts import described
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

SPEEDS = (0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)
"""How fast a run can be played."""

WHOLE_RUN = 10.0
"""Seconds that a run takes to play at speed 1."""

SLOWEST = 2.0
"""Steps a second at least at speed 1: a run of five steps must not take ten seconds."""

FRAME_MS = 33
"""Milliseconds from one picture to the next."""

BRANCH_TIP = "Branch off here: train on from this step by the present settings; the run so far stays beside it (Ctrl+B)"

BUTTONS = {
    "back": ("Step back", "One step back (Alt+Left)"),
    "play": ("Play", "Play the run again (Alt+P)"),
    "forward": ("Step forward", "One step on (Alt+Right)"),
    "newest": ("Newest", "To the newest step (Alt+End)"),
}
"""Icon of each button, its name and its tooltip."""


class Timeline(QWidget):
    """Chooses the step that every view shows.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins at the newest step."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Timeline"))
        self._session = session
        self._at = 0.0
        self._theme = load_theme("dark")
        self.slider = described(
            QSlider(Qt.Orientation.Horizontal), self.tr("Step shown"), self.tr("Go back to any step of the run")
        )
        self.buttons = {name: described(QToolButton(), *map(spoken, words)) for name, words in BUTTONS.items()}
        self.speed = described(
            QComboBox(), self.tr("Playing speed"), self.tr("How fast to play: at \u00d71 a run takes ten seconds")
        )
        for speed in SPEEDS:
            self.speed.addItem(f"\u00d7{speed:g}", speed)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.where = Elided(role="muted")
        self.branch = described(QToolButton(), self.tr("Branch here"), spoken(BRANCH_TIP))
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._lay_out()
        self._connect()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Recolours the icons."""
        self._theme = theme
        for name, button in self.buttons.items():
            button.setIcon(icon("pause" if name == "play" and self.playing else name, theme.text, theme.muted))
        self.branch.setIcon(icon("branch", theme.text, theme.muted))
        for button in (*self.buttons.values(), self.branch):
            button.setIconSize(QSize(16, 16) * theme.scale)

    @property
    def playing(self) -> bool:
        """Whether the run is being played again."""
        return self._timer.isActive()

    def play(self) -> None:
        """Plays from the step shown, or from the start where that is the newest; pressed again, holds."""
        if self.playing or not self._session.steps:
            self.hold()
            return
        self._at = float(self._session.shown_step or 0)
        self._session.show_step(int(self._at))
        self._clock.start()
        self._timer.start()
        self._show_playing()

    def replay(self) -> None:
        """Plays the whole run from its start."""
        self._session.show_step(0)
        self.hold()
        self.play()

    def hold(self) -> None:
        """Stops playing."""
        if self.playing:
            self._timer.stop()
            self._show_playing()

    def back(self) -> None:
        """Shows the step before."""
        self._go(-1)

    def forward(self) -> None:
        """Shows the step after."""
        self._go(1)

    def newest(self) -> None:
        """Shows the newest step, also as the run goes on."""
        self.hold()
        self._session.show_step(None)

    def refresh(self) -> None:
        """Shows how long the run is and where in it one looks."""
        steps, shown = self._session.steps, self._session.shown_step
        self.slider.blockSignals(True)
        self.slider.setMaximum(steps)
        self.slider.setValue(steps if shown is None else shown)
        self.slider.blockSignals(False)
        for button in (self.slider, *self.buttons.values()):
            button.setEnabled(steps > 0)
        self.buttons["newest"].setEnabled(shown is not None)
        self.branch.setEnabled(shown is not None and self._can_branch(shown))
        self.where.setText(self._where(steps, shown))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing plays behind anybody's back."""
        self.hold()
        super().hideEvent(event)

    def _can_branch(self, shown: int) -> bool:
        own = self._session.trajectory
        return own is not None and shown <= own.count and own.count > 0

    def _where(self, steps: int, shown: int | None) -> str:
        """The step shown, in words."""
        if not steps:
            return self.tr("Train, then go back to any step here.")
        if shown is None:
            return self.tr("Step {}, the newest").format(f"{steps:,}")
        loss = self._loss(shown)
        told = self.tr("  \u00b7  loss {}").format(f"{loss:.4g}") if loss is not None else ""
        return self.tr("Step {} / {}").format(f"{shown:,}", f"{steps:,}") + told

    def _loss(self, shown: int) -> float | None:
        """The loss at a step; None where there is no such step, or where it was not measured, as in large networks."""
        own = self._session.trajectory
        if own is None or not 0 < own.count >= shown:
            return None
        loss, batch_loss = float(own.loss[shown]), float(own.batch_loss[max(shown - 1, 0)])
        return None if math.isnan(loss) and math.isfinite(batch_loss) else loss

    def _go(self, steps: int) -> None:
        self.hold()
        shown = self._session.shown_step
        at = (self._session.steps if shown is None else shown) + steps
        self._session.show_step(max(at, 0))

    def _on_frame(self) -> None:
        """Goes on by as many steps as the time since the last picture asks for."""
        steps = self._session.steps
        pace = max(steps / WHOLE_RUN, SLOWEST) * float(self.speed.currentData())
        self._at += pace * self._clock.restart() / 1000.0
        if self._at >= steps:
            self.newest()
        else:
            self._session.show_step(int(self._at))

    def _on_moved(self, step: int) -> None:
        self._at = float(step)
        self._session.show_step(step)

    def _on_shown(self, step: int | None) -> None:
        """Somebody went to a step; where that was not the playing itself, it goes on from there."""
        if self.playing and step is None:
            self.hold()
        elif self.playing and step != int(self._at):
            self._at = float(step or 0)
        self.refresh()

    def _show_playing(self) -> None:
        name = self.tr("Hold") if self.playing else self.tr("Play")
        described(self.buttons["play"], name, spoken(BUTTONS["play"][1]))
        self.set_theme(self._theme)

    def _connect(self) -> None:
        session = self._session
        self._timer.timeout.connect(self._on_frame)
        self.slider.valueChanged.connect(self._on_moved)
        for name, button in self.buttons.items():
            button.clicked.connect(getattr(self, name))
        self.branch.clicked.connect(session.branch)
        session.trajectory_changed.connect(self.refresh)
        session.runners_changed.connect(self.refresh)
        session.shown_step_changed.connect(self._on_shown)
        session.race_ended.connect(self.replay)

    def _lay_out(self) -> None:
        row = GivingWay(self.where, steady=True)
        row.setSpacing(8)
        for part in (kept_together(*self.buttons.values(), self.speed), self.where, self.branch):
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.slider)
        layout.addLayout(row)
