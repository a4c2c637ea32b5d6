"""Landscapes of a single neuron: the smallest things that learn from examples."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.engine.functions import Changed, parameter_values
from gdviz.engine.landscape import Landscape, Rows, Tensor
from gdviz.engine.optimizers import Parameter

Windows = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Neuron:
    """One neuron and the examples it learns from.

    Attributes:
        title: Its name on screen.
        sentence: What a pupil can learn from it.
        names: A name for each weight.
        rows: ``(**parameters) -> Rows``, the examples.
        window: Drawn part, (low, high) for each weight.
        suggests: Settings that show it well.
        row_losses: Loss of each row, ``(weights [K, P], x [B, n], y [B]) -> [K, B]``.
        row_hits: Likewise 1 where the answer is right; None where there is no right or wrong.
        parameters: Its own parameters by name.
    """

    title: str
    sentence: str
    names: tuple[str, ...]
    rows: Callable[..., Rows]
    window: Windows
    suggests: Mapping[str, Any]
    row_losses: Callable[[Tensor, Tensor, Tensor], Tensor]
    row_hits: Callable[[Tensor, Tensor, Tensor], Tensor] | None = None
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    def answers(self, weights: Tensor, x: Tensor) -> Tensor:
        """What it answers to each row, ``[K, B, 1]``: a number, or the chance of class 1 of two."""
        import tensorflow as tf

        sums = _sums(weights, x)[..., None]
        return sums if self.row_hits is None else tf.sigmoid(sums)


def _sums(weights: Tensor, x: Tensor) -> Tensor:
    """What each neuron adds up for each row, ``[K, B]``: weight times input, and a bias if there is a weight left."""
    import tensorflow as tf

    inputs = x.shape[1]
    bias = tf.reduce_sum(weights[:, inputs:], axis=1, keepdims=True)
    return tf.matmul(weights[:, :inputs], x, transpose_b=True) + bias


def squared_errors(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """(prediction - truth)\u00b2 of a linear neuron; Keras's ``mean_squared_error`` on ``Dense(1)`` before the mean."""
    return (_sums(weights, x) - y) ** 2


def cross_entropies(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """-log of the chance given to the true class, the chance of class 1 being 1 / (1 + exp(-sum)).

    Keras's ``BinaryCrossentropy(from_logits=True)`` on ``Dense(1)``, before the mean; written so that no large sum
    overflows: max(z, 0) - z y + log(1 + exp(-|z|)).
    """
    import tensorflow as tf

    sums = _sums(weights, x)
    return tf.nn.sigmoid_cross_entropy_with_logits(tf.broadcast_to(y, tf.shape(sums)), sums)


def _right_side(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
    """1 where the sum is above 0 just for class 1; Keras's ``BinaryAccuracy(threshold=0)``."""
    import tensorflow as tf

    return tf.cast((_sums(weights, x) > 0.0) == (y > 0.5), tf.float32)


def _one_point(x: float, truth: float) -> Rows:
    return Rows(np.array([[x]], np.float32), np.array([truth], np.float32))


def _many_points() -> Rows:
    """Twelve points about the line 1.2 x + 0.5."""
    x = np.arange(12, dtype=np.float32) * np.float32(0.3)
    y = (0.7, 0.6, 1.6, 1.4, 1.9, 2.6, 2.3, 3.4, 3.1, 3.9, 3.8, 4.7)
    return Rows(x[:, None], np.array(y, np.float32))


def _two_classes() -> Rows:
    """Twelve points of two classes; one of each lies on the other's side, so that no weights are perfect."""
    zero = ((-2.0, -0.5), (-1.5, 0.6), (-1.2, -1.4), (-0.6, -1.0), (-0.3, 0.4), (0.8, 0.3))
    one = ((2.0, 0.4), (1.6, -0.7), (1.1, 1.5), (0.5, 1.0), (0.3, -0.3), (-0.7, 0.2))
    return Rows(np.array(zero + one, np.float32), np.repeat(np.array([0, 1], np.float32), 6))


_POINT = {
    "x": Parameter("input x", 1.5, -5.0, 5.0, "What the neuron sees."),
    "truth": Parameter("truth", 3.0, -10.0, 10.0, "What the neuron should say."),
}

NEURONS: Mapping[str, Neuron] = {
    "one_weight": Neuron(
        title="One weight",
        sentence="It sees one number and should say another: the slope leads to the one weight that does that.",
        names=("weight",),
        rows=_one_point,
        window=((-1.0, 5.0),),
        suggests={"optimizer": "sgd", "learning_rate": 0.1, "epochs": 20},
        row_losses=squared_errors,
        parameters=_POINT,
    ),
    "weight_and_bias": Neuron(
        title="Weight and bias",
        sentence="With a bias too, a whole line of answers is perfect: the surface is a valley, not a bowl.",
        names=("weight", "bias"),
        rows=_one_point,
        window=((-2.0, 4.0), (-2.0, 4.0)),
        suggests={"optimizer": "sgd", "learning_rate": 0.05, "epochs": 30},
        row_losses=squared_errors,
        parameters=_POINT,
    ),
    "line": Neuron(
        title="A line through twelve points",
        sentence="No line hits all points, so the best loss is not 0; yet just one weight and bias is best.",
        names=("weight", "bias"),
        rows=_many_points,
        window=((-1.0, 3.0), (-1.5, 2.5)),
        suggests={"optimizer": "sgd", "learning_rate": 0.05, "epochs": 60, "batch_size": 12},
        row_losses=squared_errors,
    ),
    "logistic": Neuron(
        title="Two classes, two weights",
        sentence="The neuron gives a chance, not a number; a few points on the wrong side keep it from being too sure.",
        names=("weight 1", "weight 2"),
        rows=_two_classes,
        window=((-2.0, 5.0), (-2.0, 5.0)),
        suggests={"optimizer": "sgd", "learning_rate": 1.0, "epochs": 60, "batch_size": 12},
        row_losses=cross_entropies,
        row_hits=_right_side,
    ),
}
"""By key; a new neuron is one entry here."""


def neuron(key: str, parameters: Changed = ()) -> Landscape:
    """The landscape of `NEURONS`'s entry ``key``, weights from 0.

    Args:
        key: Which neuron.
        parameters: Its own parameters where they differ from the defaults. The same values give the same object.

    Raises:
        UserError: If a parameter is unknown or out of range.
    """
    entry = NEURONS[key]
    return _neuron(key, tuple(sorted(parameter_values(entry.title, entry.parameters, parameters).items())))


@lru_cache(maxsize=64)
def _neuron(key: str, parameters: Changed) -> Landscape:
    """The landscape for all of its parameters."""
    entry = NEURONS[key]
    train = entry.rows(**dict(parameters))
    return Landscape(
        size=len(entry.names),
        names=entry.names,
        train=train,
        validation=None,
        row_losses=entry.row_losses,
        row_hits=entry.row_hits,
        start=lambda seed: np.zeros(len(entry.names), np.float32),
        window=_window_with_answer(entry.window, train) if entry.parameters else entry.window,
        answers=entry.answers,
    )


def _window_with_answer(window: Windows, rows: Rows) -> Windows:
    """The window, widened until the smallest weights that answer a single point are well inside."""
    design = np.append(rows.x[0], 1.0)[: len(window)]
    length = float(design @ design)
    best = design * (float(rows.y[0]) / length) if length else design
    return tuple(
        (min(low, 1.4 * float(at)), max(high, 1.4 * float(at))) for (low, high), at in zip(window, best, strict=True)
    )
