"""What every landscape is: a loss as a function of stacked weights."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.runtime import compiled

Array = NDArray[np.float32]
Tensor = Any
"""A TensorFlow tensor; TensorFlow is imported only inside functions, so its type has no name here."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Examples: inputs ``x`` ``[N, ...]`` and answers ``y`` ``[N]``."""

    x: NDArray[Any]
    y: NDArray[Any]

    def __len__(self) -> int:
        """Number of examples."""
        return len(self.x)


@dataclass(frozen=True, slots=True, eq=False)
class Learning:
    """How one network learns whose training step is more than following the gradient of its ``row_losses``.

    Batch normalisation judges a row by its whole batch and keeps moving averages; dropout draws, and remembers how
    far it has drawn. Such keepsakes are numbers that no optimiser moves: they stand at the end of the weight vector, so
    that every recorded point has its own, and are replaced after each step.

    Attributes:
        losses: ``(weights [P], x [B, ...], y [B]) -> (loss [], hits [B] or None, keepsakes [S])`` in training, the
            penalty included; TensorFlow, not XLA.
        settled: ``(weights [P] after the optimiser, keepsakes [S]) -> weights [P]``: constraints held, keepsakes new.
    """

    losses: Callable[[Tensor, Tensor, Tensor], tuple[Tensor, Tensor | None, Tensor]]
    settled: Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True, slots=True, eq=False)
class Landscape:
    """A loss over P weights, evaluated for K weight vectors at once.

    Attributes:
        size: P.
        names: A name for each weight where there are one or two, else empty.
        train: The rows whose mean loss is descended. A bare function has one row that it ignores.
        validation: Held-back rows, or None.
        row_losses: ``(weights [K, P], x [B, ...], y [B]) -> [K, B]``, in TensorFlow.
        row_hits: The same shape, 1 where the answer is right, or None where there is no right or wrong.
        start: ``seed -> weights [P]``.
        penalty: ``weights [K, P] -> [K]``, added to the mean loss of any rows, or None.
        dropped_losses: Like ``row_losses`` with a step number after the rows, for training steps only: the same with
            some outputs dropped at random; or None where training and judging do not differ.
        window: Drawn part by default, a (low, high) pair for each of one or two weights; empty for networks.
        shapes: True shapes of the variables that the weights are, flattened one after the other; ``((P,),)`` if empty.
        learning: How it learns, where that takes more than the gradient of ``row_losses``; such a landscape is never
            compiled through XLA.
        keepsakes: How many numbers at the end of a weight vector are none that an optimiser moves; see `Learning`.
        outputs: Numbers that all layers together give for one row, where the shapes do not tell.
        multiplications: That one row takes, where they are not about one a weight.
        note: What a person should know of it, one sentence, or empty.
        answers: ``(weights [K, P], x [B, ...]) -> [K, B, outputs]``, what it answers: chances of the classes (one
            output for the chance of class 1 of two), or a number; None where nothing is asked.
    """

    size: int
    names: tuple[str, ...]
    train: Rows
    validation: Rows | None
    row_losses: Callable[[Tensor, Tensor, Tensor], Tensor]
    row_hits: Callable[[Tensor, Tensor, Tensor], Tensor] | None
    start: Callable[[int], Array]
    window: tuple[tuple[float, float], ...] = ()
    shapes: tuple[tuple[int, ...], ...] = ()
    penalty: Callable[[Tensor], Tensor] | None = None
    dropped_losses: Callable[[Tensor, Tensor, Tensor, Tensor], Tensor] | None = None
    answers: Callable[[Tensor, Tensor], Tensor] | None = None
    learning: Learning | None = None
    keepsakes: int = 0
    outputs: int = 0
    multiplications: int = 0
    note: str = ""

    def compiled(self, function: Callable[..., Any], xla: bool) -> Any:
        """``function`` of this landscape as a graph, through XLA where that is wanted and safe."""
        return compiled(function, xla and self.learning is None)

    def steps_per_epoch(self, batch_size: int) -> int:
        """Batches in an epoch, the last one perhaps smaller."""
        return -(-len(self.train) // batch_size)


def mean_over_rows(values: Tensor, mask: Tensor) -> Tensor:
    """Mean of ``values`` ``[K, B]`` over the rows where ``mask`` ``[B]`` is 1; shape ``[K]``."""
    import tensorflow as tf

    return tf.reduce_sum(values * mask, axis=1) / tf.reduce_sum(mask)


def penalised(landscape: Landscape, weights: Tensor, loss: Tensor) -> Tensor:
    """The mean loss ``[K]`` of some rows with the landscape's penalty added, if it has one."""
    return loss if landscape.penalty is None else loss + landscape.penalty(weights)


@lru_cache(maxsize=32)
def evaluator(landscape: Landscape, validation: bool) -> Callable[[Tensor], tuple[Tensor, Tensor]]:
    """A compiled ``weights [K, P] -> (loss [K], accuracy [K])`` over all training or all validation rows.

    Accuracy is NaN where the landscape has none. Never through XLA: that takes a quarter of a second to compile, before
    the first step, and saves a tenth of a millisecond a call.
    """
    import tensorflow as tf

    rows = landscape.validation if validation else landscape.train
    assert rows is not None, "only asked where there are validation rows"
    x, y, mask = tf.constant(rows.x), tf.constant(rows.y), tf.ones(len(rows))

    def evaluate(weights: Tensor) -> tuple[Tensor, Tensor]:
        loss = penalised(landscape, weights, mean_over_rows(landscape.row_losses(weights, x, y), mask))
        if landscape.row_hits is None:
            return loss, tf.fill(tf.shape(loss), np.float32(np.nan))
        return loss, mean_over_rows(landscape.row_hits(weights, x, y), mask)

    function: Callable[[Tensor], tuple[Tensor, Tensor]] = landscape.compiled(evaluate, False)
    return function
