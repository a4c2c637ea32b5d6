"""The weights of K runs as Keras variables, with the optimiser that moves them.

Most optimisers treat every number alike: for them all runs are one variable of shape ``[K, P]``. Some look at the shape
of each variable; for those, each run has its own variables in their true shapes, and its own optimiser.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.landscape import Array, Landscape, Tensor
from gdviz.engine.optimizers import OPTIMIZERS, keras_optimizer


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """Everything a step depends on besides its batch and rate: weights and optimiser variables.

    Attributes:
        names: Each variable's path as Keras has it, for example ``"adam/variable_velocity"``.
        values: Their values.
    """

    names: tuple[str, ...]
    values: tuple[NDArray[Any], ...]

    @classmethod
    def of(cls, variables: Iterable[Any]) -> "State":
        """The state of some Keras variables."""
        pairs = [(variable.path, variable.numpy()) for variable in variables]
        return cls(tuple(name for name, _ in pairs), tuple(value for _, value in pairs))

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        return sum(value.nbytes for value in self.values)


class Network:
    """Some Keras variables and one optimiser that moves them together.

    The optimiser is built while the variables are zero. Most take no notice of the values; ``ScheduleFreeAdamW`` means
    to begin with a copy of the weights, but ``model.fit`` builds it where that copy is lost, so that it really begins
    with zeros (Keras 3.15 on TensorFlow). The path shown is the one that ``fit`` takes.

    Args:
        shapes: The variables' shapes.
        optimizer: A fresh Keras optimiser.
    """

    def __init__(self, shapes: list[tuple[int, ...]], optimizer: Any) -> None:
        """Builds the optimiser's variables."""
        import keras

        self.variables = [keras.Variable(np.zeros(shape, np.float32)) for shape in shapes]
        self.optimizer = optimizer
        self.optimizer.build(self.variables)
        self._fresh = [variable.numpy() for variable in optimizer.variables]

    def begin(self, weights: list[Array]) -> None:
        """Sets the variables to ``weights`` with a fresh optimiser."""
        values = [*weights, *self._fresh]
        for variable, value in zip((*self.variables, *self.optimizer.variables), values, strict=True):
            variable.assign(value)


class Runs:
    """The weights of K runs, and how to move them.

    Args:
        landscape: Whose weights.
        optimizer: A key of `engine.optimizers.OPTIMIZERS`.
        parameters: All the optimiser's parameters.
        count: K.
    """

    def __init__(self, landscape: Landscape, optimizer: str, parameters: Mapping[str, float], count: int) -> None:
        """Builds all variables."""
        import tensorflow as tf

        self.count, self.size = count, landscape.size
        self.rate = tf.Variable(tf.ones((count, 1)))
        self._shaped = OPTIMIZERS[optimizer].shaped
        self._shapes = list(landscape.shapes or ((landscape.size,),))

        def make(shapes: list[tuple[int, ...]], rate: Callable[[], Tensor]) -> Network:
            return Network(shapes, keras_optimizer(optimizer, parameters, _schedule(rate)))

        if self._shaped:
            self._networks = [make(self._shapes, partial(self._rate_of, run)) for run in range(count)]
        else:
            self._networks = [make([(count, self.size)], partial(tf.convert_to_tensor, self.rate))]

    def _rate_of(self, run: int) -> Tensor:
        return self.rate[run, 0]

    def weights(self) -> Tensor:
        """All weights, ``[K, P]``."""
        import tensorflow as tf

        if not self._shaped:
            return tf.convert_to_tensor(self._networks[0].variables[0])
        flat = [[tf.reshape(v, [-1]) for v in network.variables] for network in self._networks]
        return tf.stack([tf.concat(parts, axis=0) for parts in flat])

    def apply(self, gradient: Tensor) -> None:
        """Takes one step of every run's optimiser against ``gradient`` ``[K, P]``."""
        if not self._shaped:
            self._networks[0].optimizer.apply([gradient], self._networks[0].variables)
            return
        for run, network in enumerate(self._networks):
            network.optimizer.apply(self._split(gradient[run]), network.variables)

    def assign(self, weights: Tensor) -> None:
        """Puts the runs at ``weights`` ``[K, P]``; the optimiser remembers what it did."""
        if not self._shaped:
            self._networks[0].variables[0].assign(weights)
            return
        for run, network in enumerate(self._networks):
            for variable, value in zip(network.variables, self._split(weights[run]), strict=True):
                variable.assign(value)

    def begin(self, weights: Array) -> None:
        """Sets the runs to ``weights`` ``[K, P]``, each with a fresh optimiser."""
        if not self._shaped:
            self._networks[0].begin([weights])
            return
        for run, network in enumerate(self._networks):
            network.begin([part.numpy() for part in self._split(weights[run])])

    def state(self) -> State:
        """A copy of everything that the next step depends on."""
        return State.of(self._all())

    def restore(self, state: State) -> None:
        """Goes back to a `state`."""
        for variable, value in zip(self._all(), state.values, strict=True):
            variable.assign(value)

    def _all(self) -> list[Any]:
        return [v for network in self._networks for v in (*network.variables, *network.optimizer.variables)]

    def _split(self, flat: Any) -> list[Any]:
        """A flat vector ``[P]`` as tensors of the true shapes."""
        import tensorflow as tf

        parts, at = [], 0
        for shape in self._shapes:
            size = int(np.prod(shape))
            parts.append(tf.reshape(flat[at : at + size], shape))
            at += size
        return parts


def _schedule(rate: Callable[[], Tensor]) -> Any:
    """A Keras schedule that always returns what ``rate`` does; so the rate is an argument, not part of the program."""
    import keras

    class Given(keras.optimizers.schedules.LearningRateSchedule):  # type: ignore[misc]
        def __call__(self, step: Tensor) -> Tensor:
            return rate()

    return Given()
