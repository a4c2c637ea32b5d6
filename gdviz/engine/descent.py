"""The generator that trains: K runs at once, by Keras's own optimisers, a batch of steps at a time.

Everything happens in one compiled function (`Trainer`): a loop over batches whose body is the gradient of the stacked
loss and ``keras.optimizers``' own ``apply`` on one variable of shape ``[K, P]``. Rate, order of the rows and number of
steps are arguments, so that none of them costs a new compilation.
"""

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.landscape import Array, Landscape, Tensor, evaluator, mean_over_rows
from gdviz.engine.optimizers import keras_optimizer, parameters_of
from gdviz.engine.runtime import compiled, has_xla

CHUNK = 128
"""Most steps that one call of the compiled function takes."""

PATH_BUDGET = 200_000
"""Rows x weights above which the loss over all rows is not measured at every step of the path."""


@dataclass(frozen=True, slots=True)
class Command:
    """What a running descent is told before its next batch of steps.

    Attributes:
        steps: How many steps to take at most; a batch ends early at an epoch's end and after `CHUNK`. None at all
            still compiles what the experiment needs, and yields empty `Steps`.
        experiment: The experiment as it now stands; its live settings (rate, optimiser, epochs) are obeyed.
    """

    steps: int
    experiment: Experiment


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """Where K runs begin: ``weights`` ``[K, P]``, ``loss`` and ``val_loss`` ``[K]`` (NaN without validation rows)."""

    weights: Array
    loss: Array
    val_loss: Array


class Trainer:
    """The compiled loop for one landscape, one optimiser, K runs and one batch size.

    Args:
        landscape: What is descended.
        optimizer: A key of `engine.optimizers.OPTIMIZERS`.
        parameters: All the optimiser's parameters.
        runs: K.
        batch_size: Rows to a step.
        keep_path: Whether to return weights and losses over all rows for every step, or to leave them out.
        xla: Whether to compile through XLA.
    """

    def __init__(
        self,
        landscape: Landscape,
        optimizer: str,
        parameters: dict[str, float],
        runs: int,
        batch_size: int,
        keep_path: bool,
        xla: bool,
    ) -> None:
        """Builds the variables; the first call of `train` compiles."""
        import keras
        import tensorflow as tf

        self.landscape, self.keep_path = landscape, keep_path
        self.batch = min(batch_size, len(landscape.train))
        self.weights = keras.Variable(np.zeros((runs, landscape.size), np.float32))
        self.rate = tf.Variable(tf.ones((runs, 1)))
        self.optimizer = keras_optimizer(optimizer, parameters, _stacked_rate(self.rate))
        self.optimizer.build([self.weights])
        self._fresh = [variable.numpy() for variable in self.optimizer.variables]
        self._x, self._y = tf.constant(landscape.train.x), tf.constant(landscape.train.y)
        self._every = max(1, len(landscape.train) * landscape.size // PATH_BUDGET)
        self._loop = compiled(self._steps, xla)

    def begin(self, weights: Array) -> None:
        """Sets the runs to ``weights`` ``[K, P]`` with a fresh optimiser."""
        self.weights.assign(weights)
        for variable, value in zip(self.optimizer.variables, self._fresh, strict=True):
            variable.assign(value)

    def train(self, rates: Array, rows: NDArray[np.int32], mask: Array) -> list[NDArray[Any]]:
        """Takes as many steps as ``rows`` has.

        Args:
            rates: Learning rate of each run, ``[K]``.
            rows: Which training rows each step looks at, ``[n, batch]``, n at most `CHUNK`.
            mask: 1 for the rows that count, 0 for those that only fill up a smaller last batch.

        Returns:
            Batch loss, batch accuracy and gradient norm ``[n, K]``; with ``keep_path`` also the loss over all rows
            ``[n, K]`` (NaN where it was not measured) and the weights ``[n, K, P]``.
        """
        import tensorflow as tf

        count = len(rows)
        filler = ((0, CHUNK - count), (0, 0))
        self.rate.assign(rates[:, None])
        results = self._loop(tf.constant(count), np.pad(rows, filler), np.pad(mask, filler))
        return [result.numpy()[:count] for result in results]

    def _steps(self, count: Tensor, rows: Tensor, mask: Tensor) -> list[Tensor]:
        """The compiled loop. Its length is a variable, not a shape, so any number of steps is the same program."""
        import tensorflow as tf

        runs, size = self.weights.shape
        widths = [(runs,)] * 3 + ([(runs,), (runs, size)] if self.keep_path else [])
        arrays = [tf.TensorArray(tf.float32, CHUNK, element_shape=width) for width in widths]
        step = tf.constant(0)
        while step < count:
            values = self._one_step(rows[step], mask[step])
            if self.keep_path:
                values += [self._path_loss(step, count), tf.convert_to_tensor(self.weights)]
            arrays = [array.write(step, value) for array, value in zip(arrays, values)]  # noqa: B905 (in a graph)
            step += 1
        return [array.stack() for array in arrays]

    def _one_step(self, rows: Tensor, mask: Tensor) -> list[Tensor]:
        """One gradient and one step of every run; their losses are summed because no run touches another's weights."""
        import tensorflow as tf

        x, y = tf.gather(self._x, rows), tf.gather(self._y, rows)
        with tf.GradientTape() as tape:
            weights = tf.convert_to_tensor(self.weights)
            tape.watch(weights)
            loss = mean_over_rows(self.landscape.row_losses(weights, x, y), mask)
            total = tf.reduce_sum(loss)
        gradient = tape.gradient(total, weights)
        hits = self.landscape.row_hits
        accuracy = loss * np.nan if hits is None else mean_over_rows(hits(weights, x, y), mask)
        self.optimizer.apply([gradient], [self.weights])
        return [loss, accuracy, tf.norm(gradient, axis=1)]

    def _path_loss(self, step: Tensor, count: Tensor) -> Tensor:
        """Loss over all training rows after the step, or NaN at the steps left out."""
        import tensorflow as tf

        def measured() -> Tensor:
            weights = tf.convert_to_tensor(self.weights)
            return tf.reduce_mean(self.landscape.row_losses(weights, self._x, self._y), axis=1)

        if self._every == 1:
            return measured()
        due = tf.logical_or(step % self._every == 0, step == count - 1)
        return tf.cond(due, measured, lambda: tf.fill([self.weights.shape[0]], np.float32(np.nan)))


def _stacked_rate(rate: Tensor) -> Any:
    """A Keras schedule that returns the variable ``rate`` ``[K, 1]``: one learning rate for each run."""
    import keras
    import tensorflow as tf

    class StackedRate(keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
        def __call__(self, step: Tensor) -> Tensor:
            return tf.convert_to_tensor(rate)

    return StackedRate()


@lru_cache(maxsize=24)
def trainer(
    landscape: Landscape,
    optimizer: str,
    parameters: tuple[tuple[str, float], ...],
    runs: int,
    batch_size: int,
    keep_path: bool,
    xla: bool,
) -> Trainer:
    """A `Trainer`, compiled at most once; only one descent at a time may use it."""
    return Trainer(landscape, optimizer, parameters_of(optimizer, parameters), runs, batch_size, keep_path, xla)


def batch_rows(rows: int, batch_size: int, seed: int, epoch: int) -> tuple[NDArray[np.int32], Array]:
    """The order in which epoch number ``epoch`` (from 0) looks at the training rows.

    Returns:
        Row numbers and mask, both ``[steps, batch]``. Each epoch's order follows from the seed and its own number
        alone, so that a run can be taken up at any epoch.
    """
    batch = min(batch_size, rows)
    steps = -(-rows // batch)
    order = np.zeros(steps * batch, np.int32)
    order[:rows] = np.random.default_rng((seed, epoch)).permutation(rows)
    mask = (np.arange(steps * batch) < rows).astype(np.float32)
    return order.reshape(steps, batch), mask.reshape(steps, batch)


class _Epochs:
    """Hands out rows batch by batch, and sums up what an epoch's batches were worth."""

    def __init__(self, landscape: Landscape, experiment: Experiment) -> None:
        self._landscape, self._batch, self._seed = landscape, experiment.batch_size, experiment.seed
        self.length = landscape.steps_per_epoch(experiment.batch_size)
        self.taken = 0
        self._sums = np.zeros(0)

    def next_rows(self, steps: int) -> tuple[NDArray[np.int32], Array]:
        """Rows and mask of the next steps, at most ``steps`` of them; stops at an epoch's end if that is measured."""
        width = min(self._batch, len(self._landscape.train))
        parts = [(np.zeros((0, width), np.int32), np.zeros((0, width), np.float32))]
        while steps > 0:
            epoch, at = divmod(self.taken + sum(len(rows) for rows, _ in parts), self.length)
            rows, mask = batch_rows(len(self._landscape.train), self._batch, self._seed, epoch)
            parts.append((rows[at : at + steps], mask[at : at + steps]))
            steps -= len(parts[-1][0])
            if self._landscape.validation is not None:
                break
        return np.concatenate([rows for rows, _ in parts]), np.concatenate([mask for _, mask in parts])

    def add(self, loss: Array, accuracy: Array, mask: Array) -> tuple[NDArray[np.int64], Array, Array]:
        """Counts the steps in; returns the epochs that ended: at which step, and their mean loss and accuracy."""
        weight = mask.sum(1)
        ends, means = [], []
        for row, values in enumerate(np.stack([loss, accuracy], axis=1)):
            if self.taken % self.length == 0:
                self._sums, self._rows = np.zeros(values.shape), 0.0
            self._sums += values * weight[row]
            self._rows += weight[row]
            self.taken += 1
            if self.taken % self.length == 0:
                ends.append(self.taken)
                means.append(self._sums / self._rows)
        means_array = np.array(means, np.float32).reshape(len(ends), 2, loss.shape[1])
        return np.array(ends, np.int64), means_array[:, 0], means_array[:, 1]


class _Runs:
    """K runs under way: the trainer that suits the present settings, and how far they have come."""

    def __init__(self, experiment: Experiment, rates: Array, keep_path: bool, xla: bool) -> None:
        self._landscape = landscape_of(experiment)
        self._rates, self._keep_path, self._xla = rates, keep_path, xla
        self._epochs = _Epochs(self._landscape, experiment)
        self._weights = np.tile(self._landscape.start(experiment.seed), (max(1, len(rates)), 1))
        self._trainer: Trainer | None = None
        self._built_for: object = None

    def place(self) -> Start:
        """Where the runs begin."""
        loss = evaluator(self._landscape, False, self._xla)(self._weights)[0].numpy()
        return Start(self._weights, loss, self._validation()[0])

    def left(self, experiment: Experiment) -> int:
        """Steps still to take."""
        return experiment.epochs * self._epochs.length - self._epochs.taken

    def advance(self, command: Command) -> Steps:
        """Takes the next steps."""
        self._fit_trainer(command.experiment)
        rates = np.asarray(self._rates if len(self._rates) else [command.experiment.learning_rate], np.float32)
        rows, mask = self._epochs.next_rows(min(command.steps, self.left(command.experiment), CHUNK))
        results = self._trainer.train(rates, rows, mask)  # type: ignore[union-attr]
        self._weights = self._trainer.weights.numpy()  # type: ignore[union-attr]
        steps = _recorded(results, rates, self._epochs.add(results[0], results[1], mask))
        if self._landscape.validation is None or not len(steps.epoch_steps):
            return steps
        loss, accuracy = self._validation()
        return replace(steps, epoch_val_loss=loss[None], epoch_val_accuracy=accuracy[None])

    def lost(self, steps: Steps) -> bool:
        """Whether no run is finite any more after ``steps``."""
        return not (np.isfinite(steps.batch_loss[-1:]).all(0) & np.isfinite(self._weights).all(1)).any()

    def _fit_trainer(self, experiment: Experiment) -> None:
        """Goes on from where the runs are with the optimiser that is now asked for, fresh as after ``compile``."""
        key = (experiment.optimizer, experiment.optimizer_parameters)
        if key != self._built_for:
            runs, batch = len(self._weights), experiment.batch_size
            self._trainer = trainer(self._landscape, *key, runs, batch, self._keep_path, self._xla)
            self._trainer.begin(self._weights)
            self._built_for = key

    def _validation(self) -> tuple[Array, Array]:
        """Loss and accuracy on the validation rows, ``[K]`` each; NaN where there are none."""
        if self._landscape.validation is None:
            unknown = np.full(len(self._weights), np.nan, np.float32)
            return unknown, unknown
        loss, accuracy = evaluator(self._landscape, True, self._xla)(self._weights)
        return loss.numpy(), accuracy.numpy()


def descents(
    experiment: Experiment, rates: Array, keep_path: bool = True, xla: bool | None = None
) -> Generator[Start | Steps, Command, None]:
    """Trains the experiment at K learning rates at once, from the same start over the same batches.

    Yields a `Start` first; then, for each `Command` sent in, one batch of steps. It ends after the experiment's
    epochs, or when no run is finite any more (the batch that says so is still yielded).

    Args:
        experiment: What to train. Its learning rate is used where ``rates`` is empty, and may then change on the way.
        rates: Learning rate of each run, ``[K]``; or empty for one run at the experiment's own.
        keep_path: Whether to record weights and losses over all rows; without, ``weights`` are empty.
        xla: Whether to compile through XLA; as the platform can by default.

    Yields:
        `Start`, then `Steps`; the same numbers for each run as if trained alone.
    """
    runs = _Runs(experiment, rates, keep_path, has_xla() if xla is None else xla)
    command = yield runs.place()
    while runs.left(command.experiment) > 0:
        steps = runs.advance(command)
        command = yield steps
        if runs.lost(steps):
            return


def _recorded(results: list[NDArray[Any]], rates: Array, ended: tuple[NDArray[np.int64], Array, Array]) -> Steps:
    """The compiled loop's results as frozen `Steps`, as yet without validation."""
    batch_loss, _, gradient_norm = results[:3]
    count, runs = batch_loss.shape
    loss, weights = results[3:] or (batch_loss, np.empty((count, runs, 0), np.float32))
    unknown = np.full((len(ended[0]), runs), np.nan, np.float32)
    rate = np.tile(rates, (count, 1))
    return Steps(weights, loss, batch_loss, gradient_norm, rate, *ended, unknown, unknown)


def descent(experiment: Experiment, xla: bool | None = None) -> Generator[Start | Steps, Command, None]:
    """`descents` of a single run, whose learning rate may change on the way."""
    return descents(experiment, np.empty(0, np.float32), xla=xla)
