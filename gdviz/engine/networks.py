"""Keras networks over data sets, as landscapes over their flattened weights.

The forward pass is written out as one batched matrix product a layer, over K stacked copies of the weights; activations
and losses are Keras's own. `keras_model` builds the same network as an ordinary Keras model with the same start.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from gdviz.engine.datasets import DATASETS, DataSet, split
from gdviz.engine.landscape import Array, Landscape, Tensor

DROPOUT_SEED = 20_140
"""Seeds what is dropped; with the number of the step and of the layer it makes every mask."""


MANY_ROWS = 64
"""Rows from which on a network of more than two classes is computed with its rows side by side in memory: measured on
1437 rows, a surface then takes 0.7 and a gradient 0.8 of the time, but a batch of 8 rows would take twice as long."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its name on screen, and what it does, for a pupil."""

    title: str
    sentence: str


ACTIVATIONS: Mapping[str, Choice] = {
    "relu": Choice("ReLU", "Lets positive sums through and makes the rest zero; the usual choice."),
    "leaky_relu": Choice("Leaky ReLU", "Like ReLU, but a fifth of a negative sum still leaks through."),
    "elu": Choice("ELU", "Like ReLU, but negative sums bend smoothly towards -1."),
    "selu": Choice("SELU", "ELU scaled so that signals keep their size through many layers; wants LeCun normal."),
    "gelu": Choice("GELU", "A ReLU with a soft knee, found in large language models."),
    "silu": Choice("SiLU", "The sum times its own sigmoid: a soft ReLU that dips below zero; also called swish."),
    "mish": Choice("Mish", "Much like SiLU, a little smoother still."),
    "softplus": Choice("Softplus", "A ReLU with its corner rounded off; never quite zero."),
    "tanh": Choice("Tanh", "Squeezes every sum into -1 to 1; flat, so slow to learn, far from zero."),
    "softsign": Choice("Softsign", "Squeezes into -1 to 1 like tanh, but flattens out more slowly."),
    "sigmoid": Choice("Sigmoid", "Squeezes every sum into 0 to 1; its slope is at most a quarter."),
    "linear": Choice("Linear", "Changes nothing; any number of such layers can do no more than one."),
}
"""What a hidden neuron does with its sum, by Keras's name; a new one is one entry here."""

INITIALIZERS: Mapping[str, Choice] = {
    "glorot_uniform": Choice("Glorot uniform", "Sized by inputs and outputs of the layer; Keras's own choice."),
    "glorot_normal": Choice("Glorot normal", "The same size as Glorot uniform, drawn from a bell curve."),
    "he_uniform": Choice("He uniform", "Larger, because ReLU silences half of each layer."),
    "he_normal": Choice("He normal", "The same size as He uniform, drawn from a bell curve."),
    "lecun_uniform": Choice("LeCun uniform", "Sized by the inputs of the layer alone."),
    "lecun_normal": Choice("LeCun normal", "The same size as LeCun uniform, drawn from a bell curve; made for SELU."),
    "random_normal": Choice("Small random", "A bell curve of deviation 0.05 whatever the layer's size."),
    "random_uniform": Choice("Tiny random", "Between -0.05 and 0.05 whatever the layer's size."),
    "zeros": Choice("All zero", "All hidden neurons stay equal for ever; here to show why one does not."),
}
"""How first kernels are drawn, by Keras's name; biases begin at zero. Glorot and Bengio 2010; He et al. 2015,
arXiv:1502.01852; LeCun et al. 1998, "Efficient BackProp". A new one is one entry here."""


@dataclass(frozen=True, slots=True)
class Head:
    """How a kind of data is answered and judged: Keras's names of the output's activation, loss and accuracy."""

    activation: str
    loss: str
    accuracy: str = ""
    single: bool = True


_MANY_CLASSES = Head("softmax", "sparse_categorical_crossentropy", "sparse_categorical_accuracy", single=False)
_HEADS: Mapping[int, Head] = {
    0: Head("linear", "mean_squared_error"),
    2: Head("sigmoid", "binary_crossentropy", "binary_accuracy"),
}
"""By number of classes, 0 for regression."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """All that makes a network's landscape; ``source`` tells one state of a CSV file from the next."""

    data: str
    source: DataSet
    units: tuple[int, ...]
    activation: str
    initializer: str
    l2: float
    dropout: float
    standardize: bool
    validation_split: float
    label_noise: float


def head(data: str) -> Head:
    """How the data set ``data`` is answered."""
    return _HEADS.get(DATASETS[data].classes, _MANY_CLASSES)


def layer_shapes(data: str, units: Sequence[int]) -> list[tuple[int, int]]:
    """(inputs, outputs) of each Dense layer: the hidden ``units``, then an output a class, or one for two or none."""
    source = DATASETS[data]
    return list(pairwise([len(source.features), *units, 1 if head(data).single else source.classes]))


def layer_seeds(seed: int, count: int) -> list[int]:
    """One seed a layer, from the experiment's ``seed``."""
    return [int(state) for state in np.random.SeedSequence(seed).generate_state(count) >> 1]


def network(
    data: str,
    units: Sequence[int],
    activation: str = "relu",
    initializer: str = "glorot_uniform",
    l2: float = 0.0,
    dropout: float = 0.0,
    standardize: bool = True,
    validation_split: float = 0.2,
    label_noise: float = 0.0,
) -> Landscape:
    """The landscape of a Dense network on ``data`` with hidden ``units``; equal settings give the same object.

    Weights lie as in ``model.trainable_variables``, flattened: kernel, bias, layer by layer. More than two classes are
    answered by softmax and judged by ``keras.losses.SparseCategoricalCrossentropy``, two by one sigmoid output and
    ``BinaryCrossentropy``, regression by a linear output and ``MeanSquaredError``.

    Args:
        data: Key of a data set.
        units: Neurons in each hidden layer; none makes linear or logistic regression.
        activation: Of the hidden layers, a key of `ACTIVATIONS`.
        initializer: Of the kernels, a key of `INITIALIZERS`.
        l2: Weight of the penalty on all kernels, ``l2 * sum(kernel ** 2)``, as ``keras.regularizers.L2``.
        dropout: Share of each hidden layer's outputs that a training step drops; those kept are divided by
            ``1 - dropout`` (Srivastava et al. 2014). Which are dropped follows from `DROPOUT_SEED`, the step and the
            layer alone, so runs can be repeated and stacked runs drop the same. It is the arithmetic of
            ``keras.layers.Dropout`` but cannot be its random numbers: paths with dropout are of the same kind as
            ``model.fit``'s, not equal to them.
        standardize: As for `split`.
        validation_split: As for `split`.
        label_noise: As for `split`.
    """
    settings = (activation, initializer, float(l2), float(dropout))
    rows = (bool(standardize), float(validation_split), float(label_noise))
    return _network(_Plan(data, DATASETS[data], tuple(int(count) for count in units), *settings, *rows))


@lru_cache(maxsize=16)
def _network(plan: _Plan) -> Landscape:
    """The landscape of ``plan``, made once."""
    train, validation = split(plan.data, plan.standardize, plan.validation_split, plan.label_noise)
    shapes = layer_shapes(plan.data, plan.units)
    losses, hits, dropped = _judges(plan, shapes)
    activations = _activations(plan)
    return Landscape(
        size=sum((inputs + 1) * outputs for inputs, outputs in shapes),
        names=(),
        train=train,
        validation=validation if len(validation) else None,
        row_losses=losses,
        row_hits=hits,
        start=lambda seed: _start(shapes, plan.initializer, seed),
        shapes=tuple(shape for inputs, outputs in shapes for shape in ((inputs, outputs), (outputs,))),
        penalty=_penalty(shapes, plan.l2) if plan.l2 else None,
        dropped_losses=dropped if plan.dropout else None,
        answers=lambda weights, x: _forward(weights, x, shapes, activations, 0.0, None),
    )


def _activations(plan: _Plan) -> list[Any]:
    """Keras's activation of each layer."""
    import keras

    return [keras.activations.get(name) for name in (*[plan.activation] * len(plan.units), head(plan.data).activation)]


def _judges(plan: _Plan, shapes: list[tuple[int, int]]) -> tuple[Callable[..., Tensor], Any, Callable[..., Tensor]]:
    """The landscape's ``row_losses``, ``row_hits`` (None for regression) and ``dropped_losses``."""
    import keras
    import tensorflow as tf

    top = head(plan.data)
    activations = _activations(plan)
    loss, accuracy = getattr(keras.losses, top.loss), getattr(keras.metrics, top.accuracy, None)

    def judged(judge: Any, weights: Tensor, x: Tensor, y: Tensor, step: Tensor | None = None) -> Tensor:
        answers = _forward(weights, x, shapes, activations, plan.dropout, step)
        wide = tf.shape(answers)[:2]
        truth = tf.broadcast_to(y, wide)
        values = judge(truth[..., None] if top.single else truth, answers)
        # Keras's sparse accuracy leaves out the last axis of a batch of one row.
        return tf.reshape(values, wide)

    def row_losses(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        alike = len(x.shape) == 2  # else each run looks at rows of its own
        if top.single or not alike or (x.shape[0] or 0) < MANY_ROWS:
            return judged(loss, weights, x, y)
        return _cross_entropy(_long_sums(weights, x, shapes, activations[:-1]), y)

    def row_hits(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        return judged(accuracy, weights, x, y)

    def dropped_losses(weights: Tensor, x: Tensor, y: Tensor, step: Tensor) -> Tensor:
        return judged(loss, weights, x, y, step)

    return row_losses, row_hits if accuracy else None, dropped_losses


def _layers(weights: Tensor, shapes: list[tuple[int, int]]) -> Iterator[tuple[Tensor, Tensor]]:
    """Kernel ``[K, inputs, outputs]`` and bias ``[K, 1, outputs]`` of each layer of K networks ``[K, P]``."""
    import tensorflow as tf

    at = 0
    for inputs, outputs in shapes:
        split_at, end = at + inputs * outputs, at + (inputs + 1) * outputs
        yield tf.reshape(weights[:, at:split_at], [-1, inputs, outputs]), weights[:, None, split_at:end]
        at = end


def _forward(
    weights: Tensor, x: Tensor, shapes: list[tuple[int, int]], activations: list[Any], rate: float, step: Tensor | None
) -> Tensor:
    """Answers ``[K, B, outputs]`` of K networks for the same inputs ``[B, features]``; drops where there is a step."""
    import tensorflow as tf

    signal = x
    for layer, (kernel, bias) in enumerate(_layers(weights, shapes)):
        if layer and step is not None:
            signal = _dropped(signal, rate, layer, step)
        signal = activations[layer](tf.matmul(signal, kernel) + bias)
    return signal


def _long_sums(weights: Tensor, x: Tensor, shapes: list[tuple[int, int]], activations: list[Any]) -> Tensor:
    """The last layer's sums ``[K, outputs, B]`` of K networks, rows side by side: for many rows twice as fast.

    The first layer of all K networks is one matrix product; what runs over the classes runs over whole rows of memory.
    """
    import tensorflow as tf

    signal = tf.transpose(x)
    for layer, (kernel, bias) in enumerate(_layers(weights, shapes)):
        turned = tf.transpose(kernel, [0, 2, 1])
        if layer:
            sums = tf.matmul(turned, activations[layer - 1](signal))
        else:
            sums = tf.reshape(tf.matmul(tf.reshape(turned, [-1, shapes[0][0]]), signal), [-1, shapes[0][1], x.shape[0]])
        signal = sums + tf.transpose(bias, [0, 2, 1])
    return signal


def _cross_entropy(sums: Tensor, y: Tensor) -> Tensor:
    """``SparseCategoricalCrossentropy`` of ``softmax(sums)``, ``[K, B]``, with the classes in the middle axis.

    As Keras does, from the sums themselves: ``log(sum(exp(sums))) - sums[y]``.
    """
    import tensorflow as tf

    top = tf.stop_gradient(tf.reduce_max(sums, axis=1, keepdims=True))
    right = tf.reduce_sum(sums * tf.one_hot(tf.cast(y, tf.int32), sums.shape[1], axis=0), axis=1)
    return tf.math.log(tf.reduce_sum(tf.exp(sums - top), axis=1)) + top[:, 0] - right


def _dropped(signal: Tensor, rate: float, layer: int, step: Tensor) -> Tensor:
    """A layer's outputs ``[K, B, units]`` with a share ``rate`` set to zero, the same in all K, and the rest grown."""
    import tensorflow as tf

    rows, units = tf.shape(signal)[1], tf.shape(signal)[2]
    places = tf.reshape(tf.range(rows * units), [rows, units])
    chance = _mixed(places + _mixed(tf.cast(step, tf.int32) + _mixed(tf.constant(DROPOUT_SEED + layer))))
    kept = tf.bitwise.bitwise_and(chance, 2**24 - 1) >= round(rate * 2**24)
    return tf.where(kept, signal / (1 - rate), 0.0)


def _mixed(number: Tensor) -> Tensor:
    """A 32-bit number from which the given one cannot be guessed: the hash function ``lowbias32``.

    x ^= x >> 16; x *= 0x7feb352d; x ^= x >> 15; x *= 0x846ca68b; x ^= x >> 16, by C. Wellons,
    https://github.com/skeeto/hash-prospector. TensorFlow's own stateless random numbers are others under XLA than
    without (tensorflow/tensorflow #117644, #121243); whole-number arithmetic is the same everywhere.
    """
    import tensorflow as tf

    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B - 2**32), (16, 1)):
        upper = tf.bitwise.bitwise_and(tf.bitwise.right_shift(number, shift), 2 ** (32 - shift) - 1)
        number = tf.bitwise.bitwise_xor(number, upper) * factor
    return number


def _penalty(shapes: list[tuple[int, int]], l2: float) -> Callable[[Tensor], Tensor]:
    """``keras.regularizers.L2`` summed over the kernels of each of K networks: ``l2 * sum(kernel ** 2)``."""
    import tensorflow as tf

    def penalty(weights: Tensor) -> Tensor:
        kernels = [kernel for kernel, _ in _layers(weights, shapes)]
        return l2 * tf.add_n([tf.reduce_sum(tf.square(kernel), axis=[1, 2]) for kernel in kernels])

    return penalty


def _keras_initializer(name: str, seed: int) -> Any:
    """Keras's initializer ``name``, seeded if it draws at all."""
    import keras

    found = keras.initializers.get(name)
    config = found.get_config()
    return type(found).from_config({**config, "seed": seed} if "seed" in config else config)


@lru_cache(maxsize=64)
def _initial(initializer: str, shape: tuple[int, int], seed: int) -> Array:
    """A kernel as ``keras.layers.Dense`` starts it."""
    return np.asarray(_keras_initializer(initializer, seed)(shape), np.float32)


def _start(shapes: list[tuple[int, int]], initializer: str, seed: int) -> Array:
    """First weights of the network, flattened."""
    seeds = layer_seeds(seed, len(shapes))
    parts: list[Array] = []
    for shape, layer_seed in zip(shapes, seeds, strict=True):
        parts += [_initial(initializer, shape, layer_seed).ravel(), np.zeros(shape[1], np.float32)]
    return np.concatenate(parts)


def keras_model(
    data: str,
    units: Sequence[int],
    seed: int,
    activation: str = "relu",
    initializer: str = "glorot_uniform",
    l2: float = 0.0,
    dropout: float = 0.0,
) -> Any:
    """The same network as a ``keras.Sequential``, not yet compiled, with the same first weights."""
    import keras

    shapes = layer_shapes(data, units)
    model = keras.Sequential([keras.Input((shapes[0][0],))])
    kinds = [*[activation] * len(units), head(data).activation]
    for layer, (shape, kind, layer_seed) in enumerate(zip(shapes, kinds, layer_seeds(seed, len(shapes)), strict=True)):
        if layer and dropout:
            model.add(keras.layers.Dropout(dropout))
        start, penalty = _keras_initializer(initializer, layer_seed), keras.regularizers.L2(l2) if l2 else None
        model.add(keras.layers.Dense(shape[1], kind, kernel_initializer=start, kernel_regularizer=penalty))
    return model


def keras_loss(data: str) -> tuple[str, list[str]]:
    """Loss and metrics for ``compile`` of `keras_model`."""
    return head(data).loss, ["accuracy"] if head(data).accuracy else []
