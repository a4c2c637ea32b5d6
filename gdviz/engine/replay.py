"""A recorded run stood up again at any of its steps, beside the run itself and without disturbing it.

From the last snapshot on, the steps are taken once more by the same compiled loop that trains, as a plain graph: that
compiles several times faster than through XLA, and there are few steps to take.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.schedule import factors
from gdviz.engine.batches import Epochs
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.landscape import Array, Landscape, Tensor
from gdviz.engine.optimizers import parameters_of
from gdviz.engine.recorder import Recorder
from gdviz.engine.trainer import CHUNK, Trainer
from gdviz.engine.variables import Runs, State

KEPT = 4
"""Compiled loops that are kept: one for each optimiser that was tried of late."""


class _Listening(Runs):
    """A single run that remembers the last gradient its optimiser was given, and how long ago that optimiser began."""

    def __init__(self, landscape: Landscape, optimizer: str, parameters: dict[str, float]) -> None:
        import tensorflow as tf

        super().__init__(landscape, optimizer, parameters, 1)
        self.heard = tf.Variable(tf.zeros((1, self.size)))

    def apply(self, gradient: Tensor) -> None:
        """Takes the step, and the gradient down."""
        self.heard.assign(gradient)
        super().apply(gradient)

    def memory(self) -> dict[str, Array]:
        """What the optimiser remembers of each weight, ``[P]`` by Keras's names; NaN where it remembers nothing."""
        found: dict[str, list[Array]] = {}
        for network in self._networks:
            for variable in network.variables:
                for name, kept in _slots(variable, network.optimizer):
                    found.setdefault(name, []).append(kept)
        parts = [variable for network in self._networks for variable in network.variables]
        return {name: self._laid_out(name, parts) for name in found}

    def _laid_out(self, name: str, parts: list[Any]) -> Array:
        """One memory of all variables, one after the other."""
        optimizer = self._networks[0].optimizer
        empty = [np.full(int(np.prod(part.shape)), np.nan, np.float32) for part in parts]
        kept = [dict(_slots(part, optimizer)).get(name, gap) for part, gap in zip(parts, empty, strict=True)]
        return np.concatenate(kept)

    def fits(self, state: State) -> bool:
        """Whether ``state`` is that of runs like these."""
        return [value.shape for value in state.values] == [value.shape for value in self.state().values]

    @property
    def steps(self) -> int:
        """Steps that the optimiser has taken since it began."""
        return int(self._networks[0].optimizer.iterations.numpy())


def _slots(variable: Any, optimizer: Any) -> list[tuple[str, Array]]:
    """What an optimiser remembers of one variable, by Keras's names, flattened; only what has the variable's shape."""
    stem = f"{variable.path}_".replace("/", "_")
    pairs = [(slot.name.removeprefix(stem), slot) for slot in optimizer.variables if slot.name.startswith(stem)]
    fitting = [(name, slot) for name, slot in pairs if slot.shape == variable.shape and not name[0].isdigit()]
    return [(name, np.asarray(slot.numpy(), np.float32).ravel()) for name, slot in fitting]


class _Loop(Trainer):
    """The loop that trains, for a single run that is listened to."""

    runs: _Listening

    def __init__(self, landscape: Landscape, optimizer: str, parameters: tuple[tuple[str, float], ...]) -> None:
        values = parameters_of(optimizer, parameters)
        super().__init__(landscape, optimizer, values, 1, keep_path=False, xla=False)
        self.runs = _Listening(landscape, optimizer, values)


@dataclass(frozen=True, slots=True, eq=False)
class Stand:
    """How a run stood after some of its steps.

    Attributes:
        step: How many.
        experiment: What the next step goes by.
        weights: ``[P]``.
        memory: What the optimiser remembers, ``[P]`` each by Keras's names; NaN where it remembers nothing.
        taken: Steps that this optimiser has taken.
        learning_rate: Of the next step, by the schedule.
        state: All of it, as snapshots hold it.
    """

    step: int
    experiment: Experiment
    weights: Array
    memory: dict[str, Array]
    taken: int
    learning_rate: float
    state: State


class Replay:
    """Takes runs up at any step. It is quick where the next step asked for is not far from the last one.

    Only one thread may use it at a time.
    """

    def __init__(self) -> None:
        """Compiles nothing yet."""
        self._loops: dict[Any, _Loop] = {}
        self._recorder: Recorder | None = None
        self._at = 0
        self._state: State | None = None
        self._key: Any = None

    def stand(self, recorder: Recorder, step: int, experiment: Experiment | None = None) -> Stand:
        """How a run stood after ``step`` steps.

        Args:
            recorder: Filled by the run; it may go on filling.
            step: From 0 to the number of steps taken.
            experiment: What the next step is to go by; by default what it went by.
        """
        self._go(recorder, step)
        experiment = experiment or recorder.experiment_at(step)
        runs = self._ready(experiment).runs
        rate = float(_rates(experiment, step, 1)[0, 0])
        weights, state = runs.weights().numpy()[0], runs.state()
        return Stand(step, experiment, weights, runs.memory(), runs.steps, rate, state)

    def next_step(self, stand: Stand) -> tuple[Array, Array, dict[str, Array]]:
        """Takes the step that follows the `Stand` asked for last.

        Returns:
            The gradient as the optimiser gets it and the weights after, ``[P]`` each, and the memory after.
        """
        loop = self._ready(stand.experiment)
        _advance(loop, stand.experiment, stand.step, 1)
        runs = loop.runs
        return runs.heard.numpy()[0], runs.weights().numpy()[0], runs.memory()

    def _go(self, recorder: Recorder, step: int) -> None:
        """Brings the state to ``step``, from the last one or from a snapshot."""
        if self._is_present(recorder, step):
            return
        snapshot = recorder.before(step)
        if recorder is not self._recorder or not snapshot.step <= self._at <= step:
            self._recorder, self._at, self._state = recorder, snapshot.step, snapshot.state
            self._key = _optimizer(recorder.experiment_at(snapshot.step))
        while self._at < step:
            experiment = recorder.experiment_at(self._at)
            loop = self._ready(experiment)
            count = min(step - self._at, recorder.steps_with(self._at), loop.affordable(experiment.batch_size), CHUNK)
            self._at += _advance(loop, experiment, self._at, count)
            self._state, self._key = loop.runs.state(), _optimizer(experiment)

    def _is_present(self, recorder: Recorder, step: int) -> bool:
        """Whether the run stands at ``step`` just now, by the optimiser that led there: no step is taken again."""
        present, experiment = recorder.present, recorder.experiment_at(max(step - 1, 0))
        if (
            present is None
            or present.step != step
            or _optimizer(recorder.experiment_at(step)) != _optimizer(experiment)
        ):
            return False
        if not self._loop(experiment).runs.fits(present.state):
            return False
        self._recorder, self._at, self._state, self._key = recorder, step, present.state, _optimizer(experiment)
        return True

    def _ready(self, experiment: Experiment) -> _Loop:
        """The loop for an experiment, standing where the run is; another optimiser begins afresh there."""
        key = _optimizer(experiment)
        loop = self._loop(experiment)
        assert self._state is not None
        if key == self._key:
            loop.runs.restore(self._state)
        else:
            before = self._loop(experiment, self._key).runs
            before.restore(self._state)
            loop.runs.begin(before.weights().numpy())
        return loop

    def _loop(self, experiment: Experiment, optimizer: Any = None) -> _Loop:
        """A loop, compiled at most once as long as it is among the last `KEPT`."""
        key = (landscape_of(experiment), *(optimizer or _optimizer(experiment)))
        found = self._loops.pop(key, None) or _Loop(*key)
        self._loops[key] = found
        while len(self._loops) > KEPT:
            del self._loops[next(iter(self._loops))]
        return found


def _optimizer(experiment: Experiment) -> tuple[str, tuple[tuple[str, float], ...]]:
    return experiment.optimizer, experiment.optimizer_parameters


def _advance(loop: _Loop, experiment: Experiment, first: int, most: int) -> int:
    """Takes at most ``most`` steps; returns how many."""
    epochs = Epochs(loop.landscape, experiment.batch_size, [experiment.seed])
    epochs.taken = first
    rows, mask = epochs.next_rows(most)
    loop.train(_rates(experiment, first, len(rows)), rows, mask, first, experiment.clip_norm, experiment.ascend)
    return len(rows)


def _rates(experiment: Experiment, first: int, count: int) -> Array:
    """Learning rates of some steps, ``[count, 1]``."""
    total = experiment.epochs * landscape_of(experiment).steps_per_epoch(experiment.batch_size)
    return (experiment.learning_rate * factors(experiment.schedule, first, count, total))[:, None].astype(np.float32)
