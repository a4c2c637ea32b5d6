"""The one state object: views call its verbs and listen to its signals; nothing else holds state.

A run is prepared as soon as its settings are known: a paused `TrainingThread` gives the first weights and compiles, so
that Train has nothing left to wait for. Changing a setting that cannot change in mid-run prepares another.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gdviz.core.diagnosis import Diagnosis, diagnose
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.plane import Surface
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.engine.catalogue import LANDSCAPES, validated
from gdviz.engine.descent import Start, descent
from gdviz.engine.runtime import prepare
from gdviz.engine.surface import surfaces
from gdviz.errors import UserError
from gdviz.worker.latest import Latest
from gdviz.worker.training_thread import TrainingThread
from gdviz.worker.undo import Undo

SURFACE_POINTS = 300
"""Points of the path that the plane is fitted to."""

SURFACE_PAUSE = 0.3
"""Least seconds between two surfaces of a running run: the processor has to train and paint as well."""

STATES = ("loading", "preparing", "ready", "running", "paused", "finished", "failed")
"""What a session can be doing, in the order in which a run goes through it."""


class Session(QObject):
    """Experiment, run, surface and diagnosis, and the verbs that change them.

    Args:
        experiment: What to begin with.
        pace: Steps a second, 0 for as fast as possible.
        parent: The Qt parent.
    """

    experiment_changed = Signal(object)
    """`Experiment`: a setting changed."""
    state_changed = Signal(str)
    """One of `STATES`."""
    trajectory_changed = Signal(object)
    """`Trajectory` or None: the run went on, or there is none."""
    surface_changed = Signal(object)
    """`Surface` or None."""
    diagnosis_changed = Signal(object)
    """`Diagnosis` or None: there is nothing to say yet."""
    pace_changed = Signal(float)
    """Steps a second, 0 for as fast as possible."""
    problem = Signal(str)
    """A sentence for the person: what went wrong, what was expected, what to do."""
    crashed = Signal(object)
    """An exception that is a fault of ours."""

    def __init__(self, experiment: Experiment | None = None, pace: float = 0.0, parent: QObject | None = None) -> None:
        """Does nothing heavy; `load` brings TensorFlow."""
        super().__init__(parent)
        self._experiment = experiment or Experiment()
        self._pace = pace
        self._state = "loading"
        self._go = self._closed = False
        self._run_id = 0
        self._thread: TrainingThread | None = None
        self._trajectory: Trajectory | None = None
        self._surface: Surface | None = None
        self._diagnosis: Diagnosis | None = None
        self._undo = Undo()
        self._latest = Latest(self)
        self._loading = self._surface_request = self._surface_run = 0
        self._surface_due = 0.0
        self._surface_step = -1
        self._latest.ready.connect(self._on_result)
        self._latest.done.connect(self._on_done)
        self._latest.failed.connect(self._on_latest_failed)
        self._later = QTimer(self, singleShot=True, interval=150)
        self._later.timeout.connect(self._prepare_run)

    @property
    def experiment(self) -> Experiment:
        """The settings as they stand."""
        return self._experiment

    @property
    def state(self) -> str:
        """One of `STATES`."""
        return self._state

    @property
    def trajectory(self) -> Trajectory | None:
        """What the present run recorded so far."""
        return self._trajectory

    @property
    def surface(self) -> Surface | None:
        """The newest loss surface."""
        return self._surface

    @property
    def diagnosis(self) -> Diagnosis | None:
        """What the doctor says of the present run."""
        return self._diagnosis

    @property
    def pace(self) -> float:
        """Steps a second, 0 for as fast as possible."""
        return self._pace

    @property
    def waiting(self) -> bool:
        """Whether training was asked for and begins by itself as soon as it can."""
        return self._go and self._state in ("loading", "preparing")

    @property
    def idle(self) -> bool:
        """Whether no surface is being computed."""
        return not self._surface_request

    def report(self, sentence: str) -> None:
        """Tells the person something; the one door for messages, also for views."""
        self.problem.emit(sentence)

    def load(self) -> None:
        """Brings TensorFlow in the background; then prepares a run. Call it once the window is up."""
        self._latest.start()
        self._loading = self._latest.request(_loading)

    def set_experiment(self, experiment: Experiment) -> None:
        """Changes the settings. Live ones reach a running run; any other ends it and prepares a new one.

        A setting out of range changes nothing and is answered by `problem`.
        """
        try:
            experiment = validated(experiment)
        except UserError as error:
            self.report(str(error))
            self.experiment_changed.emit(self._experiment)
            return
        if experiment != self._experiment:
            self._undo.record(self._experiment, experiment)
            self._take(experiment)

    def choose_landscape(self, key: str) -> None:
        """Goes to another landscape, with the settings it suggests."""
        self.set_experiment(replace(self._experiment, landscape=key, **_suggested(key)))

    def undo(self) -> None:
        """Takes back the last change of the settings."""
        self._take(self._undo.undo(self._experiment) or self._experiment)

    def redo(self) -> None:
        """Takes back the last undo."""
        self._take(self._undo.redo(self._experiment) or self._experiment)

    def _take(self, experiment: Experiment) -> None:
        changed = [name for name in FIELDS if getattr(experiment, name) != getattr(self._experiment, name)]
        self._experiment = experiment
        self.experiment_changed.emit(experiment)
        if not all(FIELDS[name].live for name in changed):
            self._go = False
            self._retire()
            self._later.start()
        elif self._thread is not None and changed:
            self._thread.change(experiment)

    def start(self) -> None:
        """Trains: begins, goes on after a pause, or begins anew after the end. While running it does nothing."""
        self._undo.close_group()
        if self._state in ("finished", "failed"):
            self.reset()
        self._go = True
        if self._state in ("ready", "paused") and self._thread is not None:
            self._thread.set_paused(False)
            self._set_state("running")
        else:
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
        self._go = False
        self._retire()
        self._prepare_run()

    def set_pace(self, pace: float) -> None:
        """Trains ``pace`` steps a second, 0 for as fast as possible."""
        self._pace = pace
        if self._thread is not None:
            self._thread.set_pace(pace)
        self.pace_changed.emit(pace)

    def close(self) -> None:
        """Ends all threads and waits for them. Nothing can be done with the session afterwards."""
        # What the threads have said already is still on its way here; closed, nothing begins anew.
        self._closed = True
        self._later.stop()
        self._run_id += 1
        self._latest.stop()
        if self._thread is not None:
            self._thread.stop()
            self._thread.wait()
        self._latest.wait()

    def _set_state(self, state: str) -> None:
        self._state = state
        self.state_changed.emit(state)

    def _retire(self) -> None:
        """Lets go of the present run; whatever it still says is a stranger's."""
        self._run_id += 1
        if self._thread is not None:
            self._thread.stop()
        if self._state != "loading":
            self._set_state("preparing")

    def _prepare_run(self) -> None:
        """Makes a paused thread for the settings, as soon as TensorFlow is there and the last thread is gone."""
        if self._closed or self._loading or self._thread is not None:
            return
        self._run_id += 1
        generator = descent(self._experiment)
        thread = TrainingThread(self._run_id, generator, self._experiment, self._pace, self)
        thread.placed.connect(self._on_placed)
        thread.prepared.connect(self._on_prepared)
        thread.stepped.connect(self._on_stepped)
        thread.ended.connect(self._on_ended)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(self._on_thread_gone)
        self._thread = thread
        thread.start()

    def _on_thread_gone(self) -> None:
        """The thread has ended; if that was to make room for another run, prepares it."""
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.deleteLater()
            if thread.run_id != self._run_id and not self._later.isActive():
                self._prepare_run()

    def _on_placed(self, run_id: int, start: Start) -> None:
        if run_id != self._run_id:
            return
        self._trajectory = Trajectory(start.weights[0], float(start.loss[0]), float(start.val_loss[0]))
        self._surface = self._diagnosis = None
        self._surface_step = -1
        self.diagnosis_changed.emit(None)
        self.surface_changed.emit(None)
        self.trajectory_changed.emit(self._trajectory)
        self._request_surface()

    def _on_prepared(self, run_id: int) -> None:
        if run_id != self._run_id or self._thread is None:
            return
        # A setting may have changed, or Train been pressed, while this run was being compiled.
        self._thread.change(self._experiment)
        self._set_state("ready")
        if self._go:
            self.start()

    def _on_stepped(self, run_id: int, steps: Steps) -> None:
        if run_id != self._run_id or self._trajectory is None or self._thread is None:
            return
        self._trajectory.append(steps)
        if len(steps.epoch_steps):
            self._examine(self._trajectory)
        self.trajectory_changed.emit(self._trajectory)
        self._thread.take_over()
        if not self._surface_request and time.monotonic() > self._surface_due:
            self._request_surface()

    def _on_ended(self, run_id: int) -> None:
        if run_id == self._run_id:
            self._go = False
            self._set_state("finished")
            self._request_surface()

    def _on_failed(self, run_id: int, error: Exception) -> None:
        if run_id == self._run_id:
            self._go = False
            self._set_state("failed")
            self._tell(error)

    def _examine(self, trajectory: Trajectory) -> None:
        """Asks the doctor; his own failure must not end the run.

        He knows what rate is usual for networks; of a function he is not told the rate.
        """
        experiment = self._experiment
        rate = experiment.learning_rate if experiment.landscape == "network" else None
        try:
            found = diagnose(trajectory.history, learning_rate=rate, optimizer=experiment.optimizer)
        except UserError as error:
            self.report(str(error))
            return
        self._diagnosis = found
        self.diagnosis_changed.emit(found)

    def _request_surface(self) -> None:
        """Asks for the surface around the path so far, unless it is there already."""
        if self._trajectory is None or self._trajectory.count == self._surface_step:
            return
        _, weights, losses = self._trajectory.thinned(SURFACE_POINTS)
        like = self._surface.plane if self._surface is not None else None
        experiment = self._experiment
        self._surface_step, self._surface_run = self._trajectory.count, self._run_id
        if len(weights):
            self._surface_request = self._latest.request(lambda: surfaces(experiment, weights, losses, like))

    def _on_result(self, number: int, result: Any) -> None:
        """TensorFlow is there, or a surface is."""
        if number == self._loading:
            self._loading = 0
            self._set_state("preparing")
            self._prepare_run()
        elif number == self._surface_request and self._surface_run == self._run_id:
            self._surface = result
            self.surface_changed.emit(result)

    def _on_done(self, number: int) -> None:
        if number == self._surface_request:
            self._surface_request = 0
            self._surface_due = time.monotonic() + SURFACE_PAUSE
            if self._state in ("paused", "finished"):
                self._request_surface()

    def _on_latest_failed(self, number: int, error: Exception) -> None:
        if number == self._loading:
            self._set_state("failed")
        self._surface_request = 0
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        """A person's error becomes a sentence, ours goes to the crash file."""
        if isinstance(error, UserError):
            self.report(str(error))
        else:
            self.crashed.emit(error)


def _loading() -> Iterator[bool]:
    """The job that loads TensorFlow."""
    prepare()
    yield True


def _suggested(key: str) -> dict[str, Any]:
    """What a landscape suggests, with its own and the optimiser's parameters at their defaults."""
    suggests = LANDSCAPES[key].suggests if key in LANDSCAPES else {}
    return {"optimizer_parameters": (), "landscape_parameters": (), **suggests}
