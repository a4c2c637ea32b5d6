"""Keras networks over data sets, as landscapes over their flattened weights.

The forward pass is written out as one batched matrix product a layer, over K stacked copies of the weights; activations
and losses are Keras's own. `keras_model` builds the same network as an ordinary Keras model with the same start.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from gdviz.engine.datasets import DATASETS, split
from gdviz.engine.landscape import Array, Landscape, Tensor


def layer_shapes(data: str, units: tuple[int, ...]) -> list[tuple[int, int]]:
    """(inputs, outputs) of each Dense layer: the hidden ``units`` with relu, then softmax over the classes."""
    train, _ = split(data)
    sizes = [train.x.shape[1], *units, DATASETS[data].classes]
    return list(pairwise(sizes))


def layer_seeds(seed: int, count: int) -> list[int]:
    """One seed a layer, from the experiment's ``seed``."""
    return [int(state) for state in np.random.SeedSequence(seed).generate_state(count) >> 1]


@lru_cache(maxsize=16)
def network(data: str, units: tuple[int, ...]) -> Landscape:
    """The landscape of a Dense network on ``data`` with hidden ``units``.

    Weights lie as in ``model.trainable_variables``, flattened: kernel, bias, layer by layer. The loss is
    ``keras.losses.SparseCategoricalCrossentropy``, the start ``GlorotUniform`` kernels and zero biases.
    """
    import keras
    import tensorflow as tf

    train, validation = split(data)
    shapes = layer_shapes(data, units)

    def row_losses(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        probabilities = _forward(weights, x, shapes)
        return keras.losses.sparse_categorical_crossentropy(_stacked(y, probabilities), probabilities)

    def row_hits(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        probabilities = _forward(weights, x, shapes)
        hits = keras.metrics.sparse_categorical_accuracy(_stacked(y, probabilities), probabilities)
        # Keras leaves out the last axis of a batch of one row.
        return tf.reshape(hits, tf.shape(probabilities)[:2])

    return Landscape(
        size=sum((inputs + 1) * outputs for inputs, outputs in shapes),
        names=(),
        train=train,
        validation=validation,
        row_losses=row_losses,
        row_hits=row_hits,
        start=lambda seed: _start(shapes, seed),
    )


def _forward(weights: Tensor, x: Tensor, shapes: list[tuple[int, int]]) -> Tensor:
    """Class probabilities ``[K, B, classes]`` of K networks for the same inputs ``[B, features]``."""
    import keras
    import tensorflow as tf

    signal, at = x, 0
    for layer, (inputs, outputs) in enumerate(shapes):
        kernel = tf.reshape(weights[:, at : at + inputs * outputs], [-1, inputs, outputs])
        at += inputs * outputs
        bias = weights[:, None, at : at + outputs]
        at += outputs
        signal = tf.matmul(signal, kernel) + bias
        last = layer == len(shapes) - 1
        signal = keras.activations.softmax(signal) if last else keras.activations.relu(signal)
    return signal


def _stacked(y: Tensor, probabilities: Tensor) -> Tensor:
    """The answers ``[B]`` repeated for each of the K networks, ``[K, B]``."""
    import tensorflow as tf

    return tf.broadcast_to(y, tf.shape(probabilities)[:2])


@lru_cache(maxsize=64)
def _initial(shape: tuple[int, int], seed: int) -> Array:
    """A kernel as ``keras.layers.Dense`` starts it."""
    import keras

    return np.asarray(keras.initializers.GlorotUniform(seed)(shape), np.float32)


def _start(shapes: list[tuple[int, int]], seed: int) -> Array:
    """First weights of the network, flattened."""
    seeds = layer_seeds(seed, len(shapes))
    parts: list[Array] = []
    for shape, layer_seed in zip(shapes, seeds, strict=True):
        parts += [_initial(shape, layer_seed).ravel(), np.zeros(shape[1], np.float32)]
    return np.concatenate(parts)


def keras_model(data: str, units: tuple[int, ...], seed: int) -> Any:
    """The same network as a ``keras.Sequential``, not yet compiled, with the same first weights."""
    import keras

    shapes = layer_shapes(data, units)
    model = keras.Sequential([keras.Input((shapes[0][0],))])
    for layer, (shape, layer_seed) in enumerate(zip(shapes, layer_seeds(seed, len(shapes)), strict=True)):
        activation = "softmax" if layer == len(shapes) - 1 else "relu"
        start = keras.initializers.GlorotUniform(layer_seed)
        model.add(keras.layers.Dense(shape[1], activation=activation, kernel_initializer=start))
    return model
