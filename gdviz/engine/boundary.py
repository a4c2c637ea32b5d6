"""What a landscape that learns from examples answers to every input of a picture.

Data of two features are shown whole; of more, two of them with all others at their mean: a slice, which says so. One
feature is shown as a curve.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.boundary import Array, Boundary, Examples
from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.datasets import DATASETS
from gdviz.engine.landscape import Landscape, Tensor
from gdviz.engine.runtime import compiled

SIDE, ALONG = 64, 241
"""Points along each side of a picture, and along a curve."""

ROOM = 0.12
"""Part of the examples' extent that is shown beyond them on each side."""

MOST_POINTS = 1000
"""Examples that are shown; of more, every second, third and so on."""

ON_DATA = ("network", "model")
"""Landscapes whose examples are those of a data set."""

Pair = tuple[int, ...]


def boundary_at(experiment: Experiment, weights: Array, step: int, pair: Pair = ()) -> Boundary | None:
    """The answers at some weights of an experiment's landscape.

    Args:
        experiment: What is trained.
        weights: ``[P]``.
        step: Steps taken before.
        pair: Which two features to show; by default those that tell the answers apart best.

    Returns:
        None where nothing is learnt from examples with a row of features each.
    """
    landscape = landscape_of(experiment)
    if landscape.answers is None or landscape.train.x.ndim != 2:
        return None
    frame = _frame(landscape, experiment.data if experiment.landscape in ON_DATA else "", pair)
    answers = np.asarray(_answering(landscape)(weights[None], frame.inputs)[0].numpy(), np.float32)
    return frame.boundary(step, answers)


@lru_cache(maxsize=8)
def _answering(landscape: Landscape) -> Callable[[Array, Array], Tensor]:
    """``(weights [1, P], x [B, features]) -> [1, B, outputs]``, compiled once a landscape and size of grid."""
    import tensorflow as tf

    assert landscape.answers is not None
    program: Any = compiled(landscape.answers, xla=False)
    return lambda weights, x: program(tf.constant(weights), tf.constant(x))


@dataclass(frozen=True, slots=True, eq=False)
class _Frame:
    """All of a picture that does not change while a run goes on."""

    names: tuple[str, str]
    axes: tuple[Array, ...]
    inputs: Array
    examples: Examples
    class_names: tuple[str, ...]
    features: tuple[str, ...]
    shown: Pair
    scale: tuple[float, float]
    """Deviation and mean that a number answered has to be given back."""

    def boundary(self, step: int, answers: Array) -> Boundary:
        """The picture with the answers ``[B, outputs]`` to ``inputs``."""
        shape = tuple(len(axis) for axis in reversed(self.axes))
        if self.class_names:
            chances = answers if answers.shape[1] > 1 else np.hstack([1 - answers, answers])
            kind, table = "classes", chances.reshape(*shape, -1)
        else:
            kind = "curve" if len(self.axes) == 1 else "field"
            table = (answers * self.scale[0] + self.scale[1]).reshape(shape)
        y = self.axes[1] if len(self.axes) == 2 else np.empty(0, np.float32)
        whole = (self.examples, self.class_names, self.features, self.shown)
        return Boundary(step, kind, self.names, self.axes[0], y, table.astype(np.float32), *whole)


@lru_cache(maxsize=8)
def _frame(landscape: Landscape, data: str, pair: Pair) -> _Frame:
    """The grid around the examples, and the examples, in the units of the data."""
    parts = [part for part in (landscape.train, landscape.validation) if part is not None]
    inputs, truth = (np.concatenate([getattr(part, name) for part in parts]) for name in "xy")
    held_back = np.arange(len(inputs)) >= len(landscape.train)
    features, class_names, units, answer_units = _described(data, inputs, truth, landscape.row_hits is not None)
    shown = pair if len(set(pair)) == 2 and max(pair) < len(features) else _telling(inputs, truth, bool(class_names))
    axes = [_axis(inputs[:, feature], SIDE if len(shown) == 2 else ALONG) for feature in shown]
    spots = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, len(axes))
    filled = np.repeat(landscape.train.x.mean(axis=0, keepdims=True), len(spots), axis=0)
    filled[:, list(shown)] = spots
    real = [_given_back(axis, units[feature]) for axis, feature in zip(axes, shown, strict=True)]
    some = slice(None, None, -(-len(inputs) // MOST_POINTS))
    answers = truth if class_names else _given_back(truth, answer_units)
    columns = [_given_back(inputs[:, feature], units[feature]) for feature in shown]
    second = columns[1] if len(columns) == 2 else answers
    examples = Examples(columns[0][some], second[some], answers[some].astype(np.float32), held_back[some])
    names = (features[shown[0]], features[shown[1]] if len(shown) == 2 else "answer")
    return _Frame(names, tuple(real), filled.astype(np.float32), examples, class_names, features, shown, answer_units)


Units = tuple[float, float]
"""Deviation and mean of a quantity in the units of the data."""


def _described(
    data: str, inputs: Array, truth: NDArray[Any], classes: bool
) -> tuple[tuple[str, ...], tuple[str, ...], list[Units], Units]:
    """Names of the features and of the classes, and the units of features and answers."""
    if not data:
        features = ("input",) if inputs.shape[1] == 1 else tuple(f"input {n + 1}" for n in range(inputs.shape[1]))
        return features, ("class 0", "class 1") if classes else (), [(1.0, 0.0)] * len(features), (1.0, 0.0)
    source = DATASETS[data]
    raw, answers = (np.asarray(part, float) for part in source.load())
    names = source.class_names or tuple(f"class {number}" for number in range(source.classes))
    units = [_units(column, known) for column, known in zip(raw.T, inputs.T, strict=True)]
    return source.features, names, units, (1.0, 0.0) if source.classes else _units(answers, truth)


def _units(raw: NDArray[Any], known: NDArray[Any]) -> Units:
    """What brings a standardised quantity back to the units it had: both have the same extremes."""
    extent = float(np.ptp(known))
    deviation = float(np.ptp(raw)) / extent if extent else 1.0
    return deviation, float(raw.min()) - deviation * float(known.min())


def _given_back(values: NDArray[Any], units: Units) -> Array:
    return (values * units[0] + units[1]).astype(np.float32)


def _axis(values: Array, count: int) -> Array:
    """Even places from a little below the lowest to a little above the highest value."""
    low, high = float(values.min()), float(values.max())
    room = ROOM * (high - low) or 1.0
    return np.linspace(low - room, high + room, count, dtype=np.float32)


def _telling(inputs: Array, truth: NDArray[Any], classes: bool) -> Pair:
    """The one or two features that the answers depend on most, each by itself, in their own order."""
    count = inputs.shape[1]
    if count <= 2:
        return tuple(range(count))
    best = np.argsort([-_share(column, truth, classes) for column in inputs.T], kind="stable")[:2]
    return tuple(sorted(int(feature) for feature in best))


def _share(values: Array, truth: NDArray[Any], classes: bool) -> float:
    """Share of a feature's variance that lies between the classes, or the squared correlation with the answer."""
    whole = float(values.var())
    if not whole:
        return 0.0
    if not classes:
        return float(np.corrcoef(values, truth)[0, 1] ** 2) if truth.std() else 0.0
    groups = [values[truth == number] for number in np.unique(truth)]
    return sum(len(group) * float(group.mean() - values.mean()) ** 2 for group in groups) / (len(values) * whole)
