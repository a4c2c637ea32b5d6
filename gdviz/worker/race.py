"""The other runs of a session: they train in a thread of their own, and stay until they are cleared."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gdviz.core.compare import same_landscape
from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.engine.descent import Start
from gdviz.engine.entries import named
from gdviz.engine.race import Lap, Tuned, race, tuned_race
from gdviz.worker.latest import Latest
from gdviz.worker.words import spoken


class Race(QObject):
    """Trains runners, and holds them.

    Args:
        parent: The Qt parent.
    """

    changed = Signal()
    """Runners came, went, moved on, or are shown or hidden."""
    ended = Signal()
    """Every runner has arrived, or the race was called off."""
    failed = Signal(object)
    """The exception that ended the race."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Does nothing yet; the first race starts the thread."""
        super().__init__(parent)
        self._runners: tuple[Runner, ...] = ()
        self._entered: tuple[tuple[str, Experiment], ...] = ()
        self._request = 0
        self._cut_short = False
        self._thread = Latest(self)
        self._thread.ready.connect(self._on_ready)
        self._thread.done.connect(self._on_done)
        self._thread.failed.connect(self._on_failed)

    @property
    def runners(self) -> tuple[Runner, ...]:
        """Everyone in the race, and everyone who was put beside the main run."""
        return self._runners

    @property
    def is_on(self) -> bool:
        """Whether runners are under way."""
        return bool(self._request)

    @property
    def cut_short(self) -> bool:
        """Whether the last race was called off, or failed."""
        return self._cut_short

    @property
    def progress(self) -> float:
        """Part of all steps that was taken, from 0 to 1."""
        parts = [len(runner.trajectory.epoch_steps) / runner.experiment.epochs for runner in self._runners]
        return sum(parts) / len(parts) if parts else 0.0

    def begin(self, entered: Sequence[tuple[str, Experiment]], tune: bool) -> None:
        """Trains all that are ``entered``, by name, instead of whoever ran before; see `Session.race`."""
        self._entered, self._runners, self._cut_short = tuple(entered), (), False
        experiments = [experiment for _, experiment in entered]
        if not self._thread.isRunning():
            self._thread.start()
        self._request = self._thread.request(lambda: (tuned_race if tune else race)(experiments))
        self.changed.emit()

    def call_off(self) -> None:
        """Stops the race; what was run stays."""
        if self._request:
            self._thread.request(lambda: iter(()))
            self._request, self._cut_short = 0, True
            self.ended.emit()

    def set_runners(self, runners: Sequence[Runner]) -> None:
        """Shows these runs, trained already, beside the main one."""
        self.call_off()
        self._runners = tuple(runners)
        self.changed.emit()

    def show_runner(self, index: int, shown: bool) -> None:
        """Draws a runner, or leaves him out."""
        self._runners = tuple(
            replace(runner, shown=shown) if i == index else runner for i, runner in enumerate(self._runners)
        )
        self.changed.emit()

    def keep_to(self, experiment: Experiment) -> None:
        """Clears the course if the session has gone to another landscape than the runners'."""
        if not all(same_landscape(runner.experiment, experiment) for runner in self._runners):
            self.set_runners(())

    def stop(self) -> None:
        """Ends the thread after the turn under way. Returns at once; `wait` waits."""
        self._thread.stop()

    def wait(self) -> None:
        """Waits for the thread to be gone."""
        self._thread.wait()

    def _on_ready(self, number: int, laps: list[Lap] | Tuned) -> None:
        if number != self._request:
            return
        if isinstance(laps, Tuned):
            self._entered = tuple((spoken(named(experiment)), experiment) for experiment in laps.experiments)
            return
        for lap in laps:
            if isinstance(lap.batch, Start):
                self._place(lap.runs, lap.batch)
            else:
                self._advance(lap.runs, lap.batch)
        self._runners = tuple(sorted(self._runners, key=lambda runner: runner.mark))
        self.changed.emit()

    def _place(self, runs: tuple[int, ...], start: Start) -> None:
        for column, mark in enumerate(runs):
            path = Trajectory(start.weights[column], float(start.loss[column]), float(start.val_loss[column]))
            self._runners += (Runner(*self._entered[mark], path, mark),)

    def _advance(self, runs: tuple[int, ...], steps: Steps) -> None:
        for column, mark in enumerate(runs):
            self._runners[mark].trajectory.append(steps, column)

    def _on_done(self, number: int) -> None:
        if number == self._request:
            self._request = 0
            self.ended.emit()

    def _on_failed(self, number: int, error: Exception) -> None:
        if number == self._request:
            self._request, self._cut_short = 0, True
            self.failed.emit(error)
            self.ended.emit()
