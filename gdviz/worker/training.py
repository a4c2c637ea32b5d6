"""The run under way: a thread is prepared for the settings as soon as they are known, so that Train need not wait.

A paused `TrainingThread` gives the first weights and compiles. Settings that cannot change in mid-run retire it, and
another is prepared once it is gone; whatever a retired run still says is dropped here, by its id.
"""

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.engine.descent import Command, Start, branch, descent
from gdviz.engine.recorder import Recorder
from gdviz.worker.training_thread import TrainingThread
from gdviz.worker.turns import Turns

STATES = ("loading", "preparing", "ready", "running", "paused", "finished", "failed")
"""What a run can be doing, in the order in which it goes through it."""


class Training(QObject):
    """Prepares, drives and retires the threads of one run after the other.

    Args:
        experiment: What to begin with.
        pace: Steps a second, 0 for as fast as possible.
        turns: When what was trained is taken over.
        parent: The Qt parent.
    """

    state_changed = Signal(str)
    """One of `STATES`."""
    placed = Signal()
    """There is a new run, at its first weights."""
    stepped = Signal(int)
    """The run went on; the number of epochs that ended in these steps."""
    ended = Signal()
    """The run came to its end by itself."""
    failed = Signal(object)
    """The exception that ended the run."""

    def __init__(self, experiment: Experiment, pace: float, turns: Turns, parent: QObject | None = None) -> None:
        """Does nothing heavy; `begin` prepares the first run."""
        super().__init__(parent)
        self._experiment, self._pace, self._turns = experiment, pace, turns
        self._batch: Steps | None = None
        self._state = "loading"
        self._go = self._closed = False
        self._run_id = 0
        self._thread: TrainingThread | None = None
        self._trajectory: Trajectory | None = None
        self._recorder = self._next_recorder = Recorder()
        self._fork: int | None = None
        self._adopted: Trajectory | None = None
        self._later = QTimer(self, singleShot=True, interval=150)
        self._later.timeout.connect(self._prepare)

    @property
    def state(self) -> str:
        """One of `STATES`."""
        return self._state

    @property
    def experiment(self) -> Experiment:
        """The settings that the run knows of."""
        return self._experiment

    @property
    def trajectory(self) -> Trajectory | None:
        """What the run recorded so far."""
        return self._trajectory

    @property
    def recorder(self) -> Recorder:
        """What it takes to take the run up at any of its steps."""
        return self._recorder

    @property
    def pace(self) -> float:
        """Steps a second, 0 for as fast as possible."""
        return self._pace

    @property
    def waiting(self) -> bool:
        """Whether training was asked for and begins by itself as soon as it can."""
        return self._go and self._state in ("loading", "preparing", "ready")

    def begin(self) -> None:
        """TensorFlow is there: prepares the first run."""
        self._set_state("preparing")
        self._prepare()

    def give_up(self) -> None:
        """TensorFlow will not come."""
        self._set_state("failed")

    def change(self, experiment: Experiment, live: bool) -> None:
        """Takes other settings.

        Args:
            experiment: The settings as they stand now.
            live: Whether a run under way can go on by them; else another is prepared, a moment later, so that a
                slider on its way prepares one and not twenty.
        """
        self._experiment = experiment
        if not live:
            self._go, self._fork, self._adopted = False, None, None
            self._retire()
            self._later.start()
        elif self._thread is not None:
            self._thread.change(experiment)

    def start(self) -> None:
        """Trains: begins, goes on after a pause, or begins anew after the end. While running it does nothing."""
        if self._state in ("finished", "failed"):
            self.reset()
        self._go = True
        if self._state in ("ready", "paused") and self._thread is not None:
            self._thread.set_paused(False)
            self._set_state("running")
            return
        if self._later.isActive():
            # Whoever presses Train has made up his mind.
            self._later.stop()
            self._prepare()
        self.state_changed.emit(self._state)

    def pause(self) -> None:
        """Holds the run."""
        self._go = False
        if self._state == "running" and self._thread is not None:
            self._thread.set_paused(True)
            self._set_state("paused")
        else:
            self.state_changed.emit(self._state)

    def step(self) -> None:
        """Takes a single step and holds."""
        if self._state == "running":
            self.pause()
        if self._state in ("ready", "paused") and self._thread is not None:
            self._thread.step()
            self._set_state("paused")

    def reset(self) -> None:
        """Goes back to the first weights of the present settings."""
        self._go, self._fork, self._adopted = False, None, None
        self._retire()
        self._prepare()

    def adopt(self, experiment: Experiment, trajectory: Trajectory | None) -> None:
        """Takes other settings and, at once, the run they gave before, as if it had just ended; Train begins anew."""
        self._experiment = experiment
        self._go, self._fork, self._adopted = False, None, trajectory
        self._later.stop()
        self._retire()
        self._trajectory = trajectory
        self.placed.emit()
        self._prepare()

    def branch(self, step: int) -> None:
        """Goes back to ``step`` of the run, to go on from there by the present settings. The run ends as it is."""
        self._go = False
        self._fork, self._adopted = step, None
        self._retire()
        self._prepare()

    def set_pace(self, pace: float) -> None:
        """Trains ``pace`` steps a second, 0 for as fast as possible."""
        self._pace = pace
        if self._thread is not None:
            self._thread.set_pace(pace)

    def close(self) -> None:
        """Ends the thread and waits for it."""
        # What the thread has said already is still on its way here; closed, nothing begins anew.
        self._closed = True
        self._later.stop()
        self._run_id += 1
        if self._thread is not None:
            self._thread.stop()
            self._thread.wait()

    def _set_state(self, state: str) -> None:
        self._state = state
        self.state_changed.emit(state)

    def _retire(self) -> None:
        """Lets go of the present run; whatever it still says is a stranger's."""
        self._run_id += 1
        self._batch = None
        if self._thread is not None:
            self._thread.stop()
        if self._state != "loading":
            self._set_state("preparing")

    def _prepare(self) -> None:
        """Makes a paused thread for the settings, as soon as TensorFlow is there and the last thread is gone."""
        if self._closed or self._state == "loading" or self._thread is not None:
            return
        self._run_id += 1
        thread = TrainingThread(self._run_id, self._generator(), self._experiment, self._pace, self)
        thread.placed.connect(self._on_placed)
        thread.prepared.connect(self._on_prepared)
        thread.stepped.connect(self._on_stepped)
        thread.ended.connect(self._on_ended)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(self._on_thread_gone)
        self._thread = thread
        thread.start()

    def _generator(self) -> Generator[Start | Steps, Command, None]:
        """The run to come: from the start, or branching off the one before."""
        if self._fork is None:
            self._next_recorder = Recorder()
            return descent(self._experiment, recorder=self._next_recorder)
        self._next_recorder = self._recorder.until(self._fork)
        return branch(self._recorder, self._fork, self._experiment, onto=self._next_recorder)

    def _on_thread_gone(self) -> None:
        """The thread has ended; if that was to make room for another run, prepares it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.deleteLater()
            if thread.run_id != self._run_id and not self._later.isActive():
                self._prepare()

    def _on_placed(self, run_id: int, start: Start) -> None:
        if run_id != self._run_id:
            return
        if self._fork is not None and self._trajectory is not None:
            self._trajectory = self._trajectory.until(self._fork, start.weights[0])
        elif self._adopted is not None and self._adopted.last_weights.shape == start.weights.shape[1:]:
            self._trajectory = self._adopted
        else:
            # What was recorded before does not fit any more where the user's own data have changed since.
            self._adopted = None
            self._trajectory = Trajectory(start.weights[0], float(start.loss[0]), float(start.val_loss[0]))
        self._recorder, self._fork = self._next_recorder, None
        self.placed.emit()

    def _on_prepared(self, run_id: int) -> None:
        if run_id != self._run_id or self._thread is None:
            return
        # A setting may have changed, or Train been pressed, while this run was being compiled.
        self._thread.change(self._experiment)
        if self._adopted is not None and self._adopted.count and not self._go:
            self._set_state("finished")
            return
        self._set_state("ready")
        if self._go:
            self.start()

    def _on_stepped(self, run_id: int, steps: Steps) -> None:
        if run_id == self._run_id:
            # Before it pauses or ends, a thread sends what it has.
            self._take_over()
            self._batch = steps
            self._turns.add(self, self._take_over)

    def _take_over(self) -> None:
        """Takes over the last batch, if that has not been done."""
        steps, self._batch = self._batch, None
        if steps is not None and self._trajectory is not None and self._thread is not None:
            self._trajectory.append(steps)
            self.stepped.emit(len(steps.epoch_steps))
            self._thread.take_over()

    def _on_ended(self, run_id: int) -> None:
        if run_id == self._run_id:
            self._take_over()
            self._go = False
            # What is concluded from the whole run is known when it is said to be finished.
            self.ended.emit()
            self._set_state("finished")

    def _on_failed(self, run_id: int, error: Exception) -> None:
        if run_id == self._run_id:
            self._take_over()
            self._go = False
            self._set_state("failed")
            self.failed.emit(error)
