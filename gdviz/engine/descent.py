"""The generator that trains: K runs at once, by Keras's own optimisers, a batch of steps at a time."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.core.schedule import factors
from gdviz.core.trajectory import Steps
from gdviz.engine.batches import Epochs
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.landscape import Array, evaluator
from gdviz.engine.recorder import Recorder, Snapshot
from gdviz.engine.runtime import has_xla
from gdviz.engine.trainer import Plan, Trainer, borrow, give_back, most_steps

SNAPSHOT_EVERY = 64
"""Least steps from one snapshot to the next."""


@dataclass(frozen=True, slots=True)
class Command:
    """What a running descent is told before its next batch of steps.

    Attributes:
        steps: How many steps to take at most; a batch ends early after `CHUNK`, where it would take longer than
            `trainer.PATIENCE`, and, without a path, at an epoch's end that validation rows judge. None at all still
            compiles what the experiment needs, and yields empty `Steps`.
        experiment: The experiment as it now stands, of which a single run obeys the live settings (rate, optimiser,
            epochs, clipping, direction). None to go on as before.
    """

    steps: int
    experiment: Experiment | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """Where K runs begin: ``weights`` ``[K, P]``, ``loss`` and ``val_loss`` ``[K]`` (NaN without validation rows).

    ``step`` is 0, or the number of steps taken before where a run is taken up in its middle.
    """

    weights: Array
    loss: Array
    val_loss: Array
    step: int = 0


class _Runs:
    """K runs under way: the trainer that suits the present settings, and how far they have come."""

    def __init__(
        self, experiments: Sequence[Experiment], keep_path: bool, xla: bool, recorder: Recorder | None
    ) -> None:
        self.experiment = experiments[0]
        self._landscape = landscape_of(self.experiment)
        self._rates = np.array([experiment.learning_rate for experiment in experiments])
        self._keep_path, self._xla, self._recorder = keep_path, xla, recorder
        seeds = [experiment.seed for experiment in experiments]
        self._epochs = Epochs(self._landscape, self.experiment.batch_size, seeds)
        self._borrowed: dict[Plan, Trainer] = {}
        self._plan: Plan | None = None
        self._weights = np.stack([_start_of(experiment) for experiment in experiments])
        self._due = 0
        self._judged = self._most_epochs()

    def _most_epochs(self) -> int:
        """Epochs that may end in one call where validation rows judge them; without a path only the last can be."""
        steps = most_steps(self._landscape, len(self._rates), self._keep_path)
        return 1 + steps // self._epochs.length if self._keep_path else 1

    def place(self) -> Start:
        """Where the runs stand."""
        loss = evaluator(self._landscape, False)(self._weights)[0].numpy()
        return Start(self._weights, loss, self._validation(self._weights[None])[0][0], self._epochs.taken)

    def obey(self, experiment: Experiment | None) -> None:
        """Goes on by another experiment; with several runs each keeps its own rate."""
        if experiment is not None and len(self._rates) == 1:
            self.experiment = experiment
            self._rates = np.array([experiment.learning_rate])
        if self._recorder is not None:
            self._recorder.note(self._epochs.taken, self.experiment)

    @property
    def left(self) -> int:
        """Steps still to take."""
        return self.experiment.epochs * self._epochs.length - self._epochs.taken

    def advance(self, most: int) -> Steps:
        """Takes the next steps, at most ``most``."""
        machine = self._fitting_trainer()
        if self._recorder is not None and self._epochs.taken >= self._due:
            self._recorder.keep(self._snapshot(machine))
            self._due = self._epochs.taken + SNAPSHOT_EVERY
        rows, mask = self._epochs.next_rows(min(most, self._most(machine)))
        rates = self._rates_of(len(rows))
        first, how = self._epochs.taken, self.experiment
        results = machine.train(rates, rows, mask, first, how.clip_norm, how.ascend)
        self._weights = machine.runs.weights().numpy()
        steps = _recorded(results, rates, self._epochs.add(results[0], results[1], mask))
        if self._recorder is not None:
            self._recorder.present = self._snapshot(machine)
        if self._landscape.validation is None or not len(steps.epoch_steps):
            return steps
        ends = steps.weights[steps.epoch_steps - first - 1] if self._keep_path else self._weights[None]
        loss, accuracy = self._validation(ends)
        return replace(steps, epoch_val_loss=loss, epoch_val_accuracy=accuracy)

    def _most(self, machine: Trainer) -> int:
        """Steps that one call may take now."""
        affordable = min(self.left, machine.affordable(self._epochs.batch))
        judged = self._landscape.validation is not None
        return min(affordable, self._epochs.until_end(self._judged)) if judged else affordable

    def lost(self, steps: Steps) -> bool:
        """Whether no run is finite any more after ``steps``."""
        return not (np.isfinite(steps.batch_loss[-1:]).all(0) & np.isfinite(self._weights).all(1)).any()

    def record_in(self, recorder: Recorder | None) -> None:
        """Has another recorder take down what comes from now on."""
        self._recorder, self._due = recorder, self._epochs.taken

    def take_up(self, snapshot: Snapshot) -> None:
        """Goes back, or on, to where a snapshot was taken."""
        machine = self._fitting_trainer()
        machine.runs.restore(snapshot.state)
        self._weights = machine.runs.weights().numpy()
        self._epochs.taken, self._epochs.sums, self._epochs.rows = snapshot.step, snapshot.sums, snapshot.rows

    def _snapshot(self, machine: Trainer) -> Snapshot:
        return Snapshot(self._epochs.taken, machine.runs.state(), self._epochs.sums, self._epochs.rows)

    def _rates_of(self, count: int) -> Array:
        """Learning rates of the next ``count`` steps, ``[count, K]``."""
        total = self.experiment.epochs * self._epochs.length
        course = factors(self.experiment.schedule, self._epochs.taken, count, total)
        return np.outer(course, self._rates).astype(np.float32)

    def _fitting_trainer(self) -> Trainer:
        """The trainer of the present optimiser; another goes on from where the runs are, fresh as after ``compile``."""
        how, runs = self.experiment, len(self._weights)
        how_many = runs, self._epochs.shape
        plan = Plan(self._landscape, how.optimizer, how.optimizer_parameters, *how_many, self._keep_path, self._xla)
        if plan not in self._borrowed:
            self._borrowed[plan] = borrow(plan)
        if plan != self._plan:
            self._borrowed[plan].runs.begin(self._weights)
            self._plan = plan
            self._due = self._epochs.taken  # What another optimiser remembers would not fit this one.
        return self._borrowed[plan]

    def close(self) -> None:
        """Gives back the trainers; another descent may go on with them."""
        while self._borrowed:
            give_back(*self._borrowed.popitem())

    def _validation(self, weights: Array) -> tuple[Array, Array]:
        """Loss and accuracy ``[e, K]`` of ``weights`` ``[e, K, P]`` on the validation rows, NaN without any."""
        if self._landscape.validation is None:
            unknown = np.full(weights.shape[:2], np.nan, np.float32)
            return unknown, unknown
        filled = np.pad(weights, ((0, self._judged - len(weights)), (0, 0), (0, 0))).reshape(-1, weights.shape[-1])
        loss, accuracy = evaluator(self._landscape, True)(filled)
        shape = self._judged, weights.shape[1]
        return loss.numpy().reshape(shape)[: len(weights)], accuracy.numpy().reshape(shape)[: len(weights)]


def _start_of(experiment: Experiment) -> Array:
    """First weights ``[P]``: those the experiment asks for, else the landscape's own."""
    if experiment.start:
        return np.array(experiment.start, np.float32)
    return landscape_of(experiment).start(experiment.seed)


def descents(
    experiments: Sequence[Experiment],
    keep_path: bool = True,
    xla: bool | None = None,
    recorder: Recorder | None = None,
) -> Generator[Start | Steps, Command, None]:
    """Trains K experiments at once that differ in learning rate and seed only.

    Yields a `Start` first; then, for each `Command` sent in, one batch of steps. It ends after the experiment's
    epochs, or when no run is finite any more (the batch that says so is still yielded).

    Args:
        experiments: What to train. A single one may change on the way, by the commands.
        keep_path: Whether to record weights and losses over all rows; without, ``weights`` are empty.
        xla: Whether to compile through XLA; as the platform can by default.
        recorder: Takes down what `branch` needs.

    Yields:
        `Start`, then `Steps`; the same numbers for each run as if trained alone.
    """
    runs = _Runs(experiments, keep_path, has_xla() if xla is None else xla, recorder)
    yield from _driven(runs)


def _driven(runs: _Runs, experiment: Experiment | None = None) -> Generator[Start | Steps, Command, None]:
    """Where the runs stand, then one batch of steps for each command, by ``experiment`` until one brings another."""
    try:
        command = yield runs.place()
        runs.obey(command.experiment or experiment)
        while runs.left > 0:
            steps = runs.advance(command.steps)
            command = yield steps
            if runs.lost(steps):
                return
            runs.obey(command.experiment)
    finally:
        runs.close()


def descent(
    experiment: Experiment, xla: bool | None = None, recorder: Recorder | None = None
) -> Generator[Start | Steps, Command, None]:
    """`descents` of a single run, whose live settings may change on the way."""
    return descents([experiment], xla=xla, recorder=recorder)


def branch(
    recorder: Recorder,
    step: int,
    experiment: Experiment,
    xla: bool | None = None,
    onto: Recorder | None = None,
) -> Generator[Start | Steps, Command, None]:
    """Takes a recorded run up after ``step`` of its steps, and goes on from there by another experiment.

    The steps from the last snapshot to there are taken again, by the settings they were taken by, so that what follows
    is exactly what would have followed had the settings been changed then.

    Args:
        recorder: Filled by `descent`.
        step: From 0 to the number of steps it took.
        experiment: How to go on; it may differ in live settings.
        xla: As in `descents`.
        onto: Takes down what another branch off this one needs: ``recorder.until(step)``.

    Yields:
        `Start` at that step, then `Steps`, as `descents` does.
    """
    snapshot = recorder.before(step)
    runs = _Runs([recorder.experiment_at(snapshot.step)], True, has_xla() if xla is None else xla, None)
    runs.take_up(snapshot)
    at = snapshot.step
    while at < step:
        runs.obey(recorder.experiment_at(at))
        at += runs.advance(min(step - at, recorder.steps_with(at))).count
    runs.record_in(onto)
    yield from _driven(runs, experiment)


def _recorded(results: list[Array], rates: Array, ended: tuple[NDArray[np.int64], Array, Array]) -> Steps:
    """The compiled loop's results as frozen `Steps`, as yet without validation."""
    batch_loss, _, gradient_norm = results[:3]
    count, runs = batch_loss.shape
    loss, weights = results[3:] or (batch_loss, np.empty((count, runs, 0), np.float32))
    unknown = np.full((len(ended[0]), runs), np.nan, np.float32)
    return Steps(weights, loss, batch_loss, gradient_norm, rates, *ended, unknown, unknown)
