"""The compiled training loop: the gradient of the stacked loss, and Keras's own optimiser, batch after batch.

Order of the rows, rates, number of steps, clipping and direction are arguments, so that none of them costs a new
compilation; landscape, optimiser, number of runs and batch size make the program.
"""

from dataclasses import dataclass
from functools import lru_cache, partial
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.landscape import Array, Landscape, Learning, Tensor, mean_over_rows, penalised
from gdviz.engine.optimizers import parameters_of
from gdviz.engine.variables import Runs

CHUNK = 128
"""Most steps that one call of the compiled function takes."""

PATH_BYTES = 32 * 2**20
"""Bytes of weights that one call returns at most, or those of a single step: large networks take fewer steps a call."""

PATIENCE = 0.05
"""Seconds that a call may take: whoever wants no more of them is not kept waiting."""

SPEED = 1e9
"""Multiplications a second that are expected before anything was measured."""

PATH_BUDGET = 200_000
"""Rows x weights above which the loss over all rows is not measured at every step of the path, unless it costs no more
than the steps themselves: one takes about three times as long for each of its rows."""


def most_steps(landscape: Landscape, runs: int, keep_path: bool) -> int:
    """Most steps that one call takes of K runs; each returns their weights, if the path is kept."""
    return int(np.clip(PATH_BYTES // (4 * landscape.size * runs), 1, CHUNK)) if keep_path else CHUNK


class Trainer:
    """The loop for one landscape, one optimiser, K runs and one batch size.

    Args:
        landscape: What is descended.
        optimizer: A key of `engine.optimizers.OPTIMIZERS`.
        parameters: All the optimiser's parameters.
        runs: K.
        keep_path: Whether to return weights and losses over all rows for every step, or to leave them out.
        xla: Whether to compile through XLA.
    """

    def __init__(
        self, landscape: Landscape, optimizer: str, parameters: dict[str, float], runs: int, keep_path: bool, xla: bool
    ) -> None:
        """Builds the variables; the first call of `train` compiles."""
        import tensorflow as tf

        self.landscape, self.keep_path = landscape, keep_path
        self.runs = Runs(landscape, optimizer, parameters, runs)
        self._x, self._y = tf.constant(landscape.train.x), tf.constant(landscape.train.y)
        self._every = max(1, len(landscape.train) * (landscape.multiplications or landscape.size) // PATH_BUDGET)
        self._most = most_steps(landscape, runs, keep_path)
        self._seconds: dict[tuple[int, ...], float] = {}
        self._loop = landscape.compiled(self._steps, xla)

    def train(
        self,
        rates: Array,
        rows: NDArray[np.int32],
        mask: Array,
        first: int = 0,
        clip: float = 0.0,
        ascend: bool = False,
    ) -> list[NDArray[Any]]:
        """Takes as many steps as ``rows`` has.

        Args:
            rates: Learning rates, ``[n, K]``.
            rows: Which training rows each step looks at: ``[n, batch]`` for all runs alike, or ``[n, K, batch]``;
                n is at most `affordable`.
            mask: 1 for the rows that count, 0 for those that only fill up a smaller last batch, ``[n, batch]``.
            first: Steps taken before, by which dropped outputs are drawn.
            clip: Largest norm of a run's gradient, 0 for none; Keras's ``global_clipnorm``.
            ascend: Whether the gradient is added.

        Returns:
            Batch loss, batch accuracy and gradient norm (before clipping) ``[n, K]``; with ``keep_path`` also the loss
            over all rows ``[n, K]`` (NaN where it was not measured) and the weights ``[n, K, P]``.
        """
        import tensorflow as tf

        count, begun = len(rows), perf_counter()
        spare = self._most - count
        filled = [np.pad(part, ((0, spare), *[(0, 0)] * (part.ndim - 1))) for part in (rates, rows, mask)]
        how = tf.constant([clip, -1.0 if ascend else 1.0])
        results = [part.numpy() for part in self._loop(tf.constant(count), tf.constant(first), *filled, how)]
        # The first call of a shape compiles, which says nothing of the next.
        shape = rows.shape[1:]
        if count and shape in self._seconds:
            self._seconds[shape] = (perf_counter() - begun) / count
        self._seconds.setdefault(shape, 0.0)
        return [result[:count] for result in results]

    def affordable(self, batch: int) -> int:
        """Steps of ``batch`` rows that one call should take, so that it lasts no longer than `PATIENCE`."""
        known = next((seconds for shape, seconds in self._seconds.items() if shape[-1] == batch and seconds), 0.0)
        work = 6.0 * batch * self.runs.count * (self.landscape.multiplications or self.landscape.size)
        return int(np.clip(PATIENCE / (known or work / SPEED), 1, self._most))

    def _steps(
        self, count: Tensor, first: Tensor, rates: Tensor, rows: Tensor, mask: Tensor, how: Tensor
    ) -> list[Tensor]:
        """The compiled loop. Its length is a variable, not a shape, so any number of steps is the same program."""
        import tensorflow as tf

        runs, size = self.runs.count, self.runs.size
        widths = [(runs,)] * 3 + ([(runs,), (runs, size)] if self.keep_path else [])
        arrays = [tf.TensorArray(tf.float32, self._most, element_shape=width) for width in widths]

        def one(step: Tensor, arrays: list[Any]) -> tuple[Tensor, list[Any]]:
            self.runs.rate.assign(rates[step][:, None])
            values = self._one_step(rows[step], mask[step], first + step, how)
            if self.keep_path:
                values += [self._path_loss(step, count, rows.shape[-1]), self.runs.weights()]
            return step + 1, [array.write(step, value) for array, value in zip(arrays, values, strict=True)]

        _, arrays = tf.while_loop(lambda step, _: step < count, one, (tf.constant(0), arrays))
        return [array.stack() for array in arrays]

    def _one_step(self, rows: Tensor, mask: Tensor, number: Tensor, how: Tensor) -> list[Tensor]:
        """One gradient and one step of every run; their losses are summed because no run touches another's weights."""
        import tensorflow as tf

        learning = self.landscape.learning
        judged = self._judged if learning is None else partial(self._learnt, learning)
        with tf.GradientTape() as tape:
            weights = self.runs.weights()
            tape.watch(weights)
            loss, accuracy, kept = judged(weights, rows, mask, number)
            total = tf.reduce_sum(loss)
        gradient = tape.gradient(total, weights)
        norm = tf.norm(gradient, axis=1)
        limit = tf.where(how[0] > 0, how[0] / tf.maximum(norm, how[0]), 1.0)
        self.runs.apply(gradient * limit[:, None] * how[1])
        if learning is not None:
            settled = [learning.settled(self.runs.weights()[run], keepsakes) for run, keepsakes in enumerate(kept)]
            self.runs.assign(tf.stack(settled))
        return [loss, accuracy, norm]

    def _judged(
        self, weights: Tensor, rows: Tensor, mask: Tensor, number: Tensor
    ) -> tuple[Tensor, Tensor, list[Tensor]]:
        """Loss and accuracy ``[K]`` of each run on its batch."""
        import tensorflow as tf

        x, y, hits = tf.gather(self._x, rows), tf.gather(self._y, rows), self.landscape.row_hits
        loss = self._batch_loss(weights, x, y, mask, number)
        accuracy = loss * np.nan if hits is None else mean_over_rows(hits(weights, x, y), mask)
        return loss, accuracy, []

    def _learnt(
        self, learning: Learning, weights: Tensor, rows: Tensor, mask: Tensor, number: Tensor
    ) -> tuple[Tensor, Tensor, list[Tensor]]:
        """The same of runs that learn in their own way, and what each keeps; a smaller last batch is really smaller."""
        import tensorflow as tf

        count, found = tf.cast(tf.reduce_sum(mask), tf.int32), []
        for run in range(self.runs.count):
            chosen = (rows if len(rows.shape) == 1 else rows[run])[:count]
            loss, hits, kept = learning.losses(weights[run], tf.gather(self._x, chosen), tf.gather(self._y, chosen))
            found.append((loss, tf.constant(np.nan) if hits is None else tf.reduce_mean(hits), kept))
        losses, accuracies, keepsakes = zip(*found, strict=True)
        return tf.stack(losses), tf.stack(accuracies), list(keepsakes)

    def _batch_loss(self, weights: Tensor, x: Tensor, y: Tensor, mask: Tensor, number: Tensor) -> Tensor:
        """Loss of each run on its batch, ``[K]``, with outputs dropped where the network says so."""
        dropped = self.landscape.dropped_losses
        rows = self.landscape.row_losses(weights, x, y) if dropped is None else dropped(weights, x, y, number)
        return penalised(self.landscape, weights, mean_over_rows(rows, mask))

    def _path_loss(self, step: Tensor, count: Tensor, batch: int) -> Tensor:
        """Loss over all training rows after the step, or NaN at the steps left out."""
        import tensorflow as tf

        def measured() -> Tensor:
            weights = self.runs.weights()
            rows = self.landscape.row_losses(weights, self._x, self._y)
            return penalised(self.landscape, weights, tf.reduce_mean(rows, axis=1))

        every = min(self._every, max(1, len(self.landscape.train) // (3 * batch)))
        if every == 1:
            return measured()
        due = tf.logical_or(step % every == 0, step == count - 1)
        return tf.cond(due, measured, lambda: tf.fill([self.runs.count], np.float32(np.nan)))


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a `Trainer` is compiled for; see there."""

    landscape: Landscape
    optimizer: str
    parameters: tuple[tuple[str, float], ...]
    runs: int
    rows: tuple[int, ...]
    """Shape of the rows of one step: ``(batch,)``, or ``(K, batch)`` where each run looks at its own."""
    keep_path: bool
    xla: bool


def borrow(plan: Plan) -> Trainer:
    """A `Trainer` that nobody else uses: one that was given back, compiled already, or a new one.

    It holds the weights and the optimiser's state of its runs, so two descents that take turns must not share one.
    """
    idle = _idle(plan)
    try:
        return idle.pop()
    except IndexError:
        parameters = parameters_of(plan.optimizer, plan.parameters)
        return Trainer(plan.landscape, plan.optimizer, parameters, plan.runs, plan.keep_path, plan.xla)


def give_back(plan: Plan, trainer: Trainer) -> None:
    """The descent that borrowed ``trainer`` needs it no longer."""
    _idle(plan).append(trainer)


@lru_cache(maxsize=32)
def _idle(plan: Plan) -> list[Trainer]:
    """The trainers for ``plan`` that wait for a descent; lists are safe to pop and append from several threads."""
    return []
