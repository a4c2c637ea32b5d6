"""The one state object: views call its verbs and listen to its signals; nothing else holds state."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from gdviz.core.compare import same_landscape
from gdviz.core.diagnosis import Diagnosis
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.plane import Surface
from gdviz.core.plane_kinds import PlaneRequest
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.engine.catalogue import validated
from gdviz.errors import UserError
from gdviz.said import Said
from gdviz.worker.choosing import Choosing
from gdviz.worker.close_up import Point
from gdviz.worker.examining import TRIAL, Examiner
from gdviz.worker.survey import Survey
from gdviz.worker.training import STATES, Training
from gdviz.worker.turns import Turns
from gdviz.worker.undo import Undo
from gdviz.worker.words import spoken

__all__ = ["STATES", "Session"]


class Session(Choosing):
    """Experiment, run, surface and diagnosis, and the verbs that change them.

    Args:
        experiment: What to begin with.
        pace: Steps a second, 0 for as fast as possible.
        parent: The Qt parent.
    """

    state_changed = Signal(str)
    """One of `STATES`."""
    trajectory_changed = Signal(object)
    """`Trajectory` or None: the run went on, or there is none."""
    surface_changed = Signal(object)
    """`Surface` or None."""
    diagnosis_changed = Signal(object)
    """`Diagnosis` or None: there is nothing to say yet."""
    shown_step_changed = Signal(object)
    """The step of the run that every view shows, or None for the newest."""
    plane_changed = Signal(object)
    """`PlaneRequest`: surfaces are drawn on another plane."""
    pace_changed = Signal(float)
    """Steps a second, 0 for as fast as possible."""
    crashed = Signal(object)
    """An exception that is a fault of ours."""

    def __init__(self, experiment: Experiment | None = None, pace: float = 0.0, parent: QObject | None = None) -> None:
        """Does nothing heavy; `load` brings TensorFlow."""
        super().__init__(experiment or Experiment(), parent)
        self.turns = Turns(self)
        self._training = Training(self._experiment, pace, self.turns, self)
        self._training.state_changed.connect(self.state_changed)
        self._training.placed.connect(self._on_placed)
        self._training.stepped.connect(self._on_stepped)
        self._training.ended.connect(self._on_ended)
        self._training.failed.connect(self._tell)
        self._examiner = Examiner(self.turns, self.studies.of(TRIAL), self)
        self._examiner.changed.connect(self.diagnosis_changed)
        self._examiner.failed.connect(self._tell)
        self.stability_changed.connect(self._examiner.learn)
        self._shown_step: int | None = None
        self._plane = PlaneRequest()
        # None: nobody has said yet whether there is a picture, so it is computed.
        self._lookers: int | None = None
        self._aside: list[tuple[Experiment, Trajectory | None, Undo]] = []
        self._survey = Survey(self.turns, self)
        self._survey.loaded.connect(self._on_loaded)
        self._survey.not_loaded.connect(self._on_not_loaded)
        self._survey.surface_changed.connect(self.surface_changed)
        self._survey.rested.connect(self._on_rested)
        self._survey.failed.connect(self._tell)
        self._race.changed.connect(self._on_runners)
        self._race.ended.connect(self._on_race_ended)
        self._race.failed.connect(self._tell)
        self._close_up.failed.connect(self._tell)
        self._training.state_changed.connect(self._on_state)
        self.studies.failed.connect(self._tell)
        self.studies.trained.connect(self._on_trained)

    @property
    def state(self) -> str:
        """One of `STATES`."""
        return self._training.state

    @property
    def trajectory(self) -> Trajectory | None:
        """What the present run recorded so far."""
        return self._training.trajectory

    @property
    def surface(self) -> Surface | None:
        """The newest loss surface."""
        return self._survey.surface

    @property
    def diagnosis(self) -> Diagnosis | None:
        """What the doctor says of the present run."""
        return self._examiner.diagnosis

    @property
    def shown_step(self) -> int | None:
        """The step that every view shows; None for the newest."""
        return self._shown_step

    @property
    def plane(self) -> PlaneRequest:
        """Which plane surfaces are drawn on."""
        return self._plane

    @property
    def steps(self) -> int:
        """The most steps that any run shown has taken."""
        own = [self.trajectory] if self.trajectory is not None else []
        others = [runner.trajectory for runner in self.runners if runner.shown]
        return max((path.count for path in [*own, *others]), default=0)

    @property
    def pace(self) -> float:
        """Steps a second, 0 for as fast as possible."""
        return self._training.pace

    @property
    def waiting(self) -> bool:
        """Whether training was asked for and begins by itself as soon as it can."""
        return self._training.waiting

    @property
    def idle(self) -> bool:
        """Whether no surface is being computed."""
        return self._survey.idle

    def load(self, modules: Sequence[str] = ()) -> None:
        """Brings ``modules`` and TensorFlow in the background; then prepares a run. Call it once the window is up."""
        self._survey.load(modules)

    def restore(self, experiment: Experiment, trajectory: Trajectory | None = None) -> bool:
        """Goes to other settings and the run that they gave before, which is shown as if it had just ended.

        Settings that cannot be had here, or change what is held still, change nothing and are answered by `problem`.

        Returns:
            Whether they are the settings now.
        """
        try:
            self._adopt(self.admitted(experiment), trajectory)
        except UserError as error:
            self.report(str(error))
            return False
        return True

    def set_aside(self) -> None:
        """Keeps settings, run and what can be undone for `take_back`, to begin with something that will be left."""
        self._aside.append((self._experiment, self.trajectory, self._undo))
        self._undo = Undo()

    def take_back(self) -> None:
        """Goes back to what was set aside last, whatever is held still now."""
        if self._aside:
            experiment, trajectory, undo = self._aside.pop()
            self._adopt(experiment, trajectory)
            self._undo = undo

    @property
    def own_experiment(self) -> Experiment:
        """The person's own settings: those that were set aside first, else those that stand now."""
        return self._aside[0][0] if self._aside else self._experiment

    def _adopt(self, experiment: Experiment, trajectory: Trajectory | None) -> None:
        if experiment != self._experiment:
            self._undo.record(self._experiment, experiment)
        self._experiment = experiment
        self.experiment_changed.emit(experiment)
        self._race.keep_to(experiment)
        self._training.adopt(experiment, trajectory)

    def _take(self, experiment: Experiment) -> None:
        changed = [name for name in FIELDS if getattr(experiment, name) != getattr(self._experiment, name)]
        self._experiment = experiment
        self.experiment_changed.emit(experiment)
        self._race.keep_to(experiment)
        if changed:
            self._training.change(experiment, live=all(FIELDS[name].live for name in changed))
            self._look_closely()

    def start(self) -> None:
        """Trains: begins, goes on after a pause, or begins anew after the end. While running it does nothing."""
        self._undo.close_group()
        self.show_step(None)
        self._training.start()

    def pause(self) -> None:
        """Holds the run."""
        self._training.pause()

    def step(self) -> None:
        """Takes a single step and holds."""
        self.show_step(None)
        self._training.step()

    def reset(self) -> None:
        """Goes back to the first weights of the present settings."""
        self._training.reset()

    def branch(self) -> None:
        """Goes back to the step shown, to train on from there by the present settings; the run so far stays beside.

        What follows is exactly what would have followed had the settings been changed then.
        """
        step, own = self._shown_step, self.trajectory
        if step is None or own is None or step > own.count:
            self.report(Said("The newest step is shown; a run branches off an earlier one. Go back on the timeline."))
            return
        name = spoken(Said("Run before step {}", f"{step:,}"))
        mark = 1 + max((runner.mark for runner in self.runners), default=-1)
        self._race.set_runners([*self.runners, Runner(name, self._experiment, own, mark)])
        self._training.branch(step)

    def set_pace(self, pace: float) -> None:
        """Trains ``pace`` steps a second, 0 for as fast as possible."""
        self._training.set_pace(pace)
        self.pace_changed.emit(pace)

    def show_step(self, step: int | None) -> None:
        """Has every view show the run as it was after ``step`` of its steps; None, or the last one, for the newest."""
        step = None if step is None or step >= self.steps else max(0, step)
        if step != self._shown_step:
            self._shown_step = step
            self.shown_step_changed.emit(step)
            self._look_closely()

    def want(self, kind: str, on: bool) -> None:
        """As `Looking.want`, and ``"surface"``: where nobody sees the picture any more, training needs the time."""
        if kind == "surface":
            self._lookers = (self._lookers or 0) + (1 if on else -1)
            self._look()
        else:
            super().want(kind, on)

    def choose_plane(self, plane: PlaneRequest) -> None:
        """Draws surfaces on another plane."""
        self._plane = plane
        self.plane_changed.emit(plane)
        self._look()

    def race(self, entered: Sequence[tuple[str, Experiment]], tune: bool = False) -> None:
        """Trains several runs beside the main one, which goes back to its start.

        Args:
            entered: Name and experiment of each; all on the landscape of the present experiment.
            tune: Whether each is to find its own best rate first, and be named by it.
        """
        try:
            checked = [(name, validated(experiment)) for name, experiment in entered]
        except UserError as error:
            self.report(str(error))
            return
        self.show_step(None)
        if self.trajectory is not None and self.trajectory.count:
            self.reset()
        self._race.begin(checked, tune)

    def prove(self) -> None:
        """Trains once more as it was, and once by the doctor's advice; `proof_changed` says how that went."""
        if self.diagnosis is not None:
            self._prover.prove(self._experiment, self.diagnosis)

    def try_rates(self) -> None:
        """Trains other rates from the start of the present run; when they are through, the diagnosis is said anew."""
        self._examiner.try_rates()

    def lay_over(self, name: str, experiment: Experiment) -> None:
        """Trains one more run, called ``name``, and shows it beside the others on the present surface."""
        if self.racing:
            self.report(Said("A race is under way. Lay the run over the surface when it has ended."))
        elif not same_landscape(experiment, self._experiment):
            self.report(Said("That run walks on another surface than the one shown. Load it instead."))
        else:
            mark = 1 + max((runner.mark for runner in self.runners), default=-1)
            self.studies.lay_over(name, experiment, mark)

    def close(self) -> None:
        """Ends all threads and waits for them. Nothing can be done with the session afterwards."""
        self.turns.stop()
        self._survey.stop()
        self._race.stop()
        self._close_up.stop()
        self.studies.stop()
        self._training.close()
        self._survey.wait()
        self._race.wait()
        self._close_up.wait()
        self.studies.wait()

    def _on_placed(self) -> None:
        self._examiner.forget()
        self.show_step(None)
        self._survey.forget()
        self._close_up.forget()
        if self.trajectory is not None and len(self.trajectory.epoch_steps):
            self._examiner.conclude(self._experiment, self.trajectory)
        self.trajectory_changed.emit(self.trajectory)
        self._begin_looking()

    def _begin_looking(self) -> None:
        """Has a run looked at that does not go on at once.

        Somebody who pressed Train waits for the first step; the picture, which is to be compiled as well, comes after.
        """
        if not self.waiting:
            self._look()
            self._look_closely()

    def _on_state(self, state: str) -> None:
        if state == "ready":
            self._begin_looking()
        else:
            self._look_closely()

    def _on_stepped(self, epochs: int) -> None:
        self.trajectory_changed.emit(self.trajectory)
        if epochs and self.trajectory is not None:
            self._examiner.follow(self._experiment, self.trajectory)
        self.turns.add(self, self._look_on)

    def _look_on(self) -> None:
        """Follows a run under way."""
        if self._survey.due:
            self._look()
        self._look_closely()

    def _on_ended(self) -> None:
        if self.trajectory is not None:
            self._examiner.conclude(self._experiment, self.trajectory)
        self._look()

    def _look(self) -> None:
        """Asks for the surface around the paths so far; a run that has not begun gives way to those that have."""
        own = self.trajectory
        if own is None or self._lookers == 0 or not self._survey.is_loaded:
            return
        others = [runner.trajectory for runner in self.runners if runner.shown]
        paths = others if others and not own.count else [*others, own]
        self._survey.look(self._experiment, paths, self._plane)

    def _on_runners(self) -> None:
        self.runners_changed.emit(self.runners)
        if self._survey.due or not self.racing:
            self._look()

    def _on_trained(self, runner: Runner) -> None:
        """A run that was asked for meanwhile belongs here still if the surface is the same and no race has begun."""
        if same_landscape(runner.experiment, self._experiment) and not self.racing:
            self._race.set_runners([*self.runners, runner])

    def _on_race_ended(self) -> None:
        self._look()
        self.race_ended.emit()

    def _look_closely(self) -> None:
        """Has the point shown looked at closely: at once, unless it runs on as fast as one could look."""
        run = self.trajectory
        if run is not None and self.state not in ("loading", "preparing"):
            # Others may have gone further than the run itself.
            step = run.count if self._shown_step is None else min(self._shown_step, run.count)
            newest = step == run.count
            # While others are being told of new settings, the run that is still there goes by those it knows.
            recorder, experiment = self._training.recorder, self._training.experiment
            loss = float(run.loss[step])
            point = Point(recorder, step, run.at(step), loss, experiment, newest, self.features)
            self._close_up.look(point, hurry=self.state != "running" or not newest)

    def _on_loaded(self) -> None:
        """TensorFlow is there."""
        self._training.begin()

    def _on_not_loaded(self, error: Exception) -> None:
        self._training.give_up()
        self._tell(error)

    def _on_rested(self) -> None:
        """A surface is complete; a run that went on meanwhile gets its last one."""
        if self.state in ("paused", "finished"):
            self._look()

    def _tell(self, error: Exception) -> None:
        """A person's error becomes a sentence, ours goes to the crash file."""
        if isinstance(error, UserError):
            self.report(str(error))
        else:
            self.crashed.emit(error)
