"""Keras models saved as files, sound ones and ones that were tampered with."""

import json
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any


def convolutional(path: Path, dropout: float = 0.0, **compiled: Any) -> Path:
    """A small network for the digits: convolution, batch normalisation, pooling, perhaps dropout, a penalty."""
    import keras

    layers = keras.layers
    keras.utils.set_random_seed(1)
    model = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(3, 3, activation="relu", kernel_regularizer="l2")])
    model.add(layers.BatchNormalization())
    model.add(layers.MaxPooling2D(3))
    model.add(layers.Dropout(dropout))
    model.add(layers.Flatten())
    model.add(layers.Dense(10, "softmax"))
    return saved(model, path, **{"loss": "sparse_categorical_crossentropy", **compiled})


def dense(path: Path, inputs: int, outputs: int, last: str | None = None, **compiled: Any) -> Path:
    """A network of one layer."""
    import keras

    keras.utils.set_random_seed(1)
    return saved(keras.Sequential([keras.Input((inputs,)), keras.layers.Dense(outputs, last)]), path, **compiled)


def saved(model: Any, path: Path, **compiled: Any) -> Path:
    """Saves a model, compiled if anything is said of that."""
    if compiled:
        model.compile(**compiled)
    with warnings.catch_warnings():
        # Keras 3.15 converts variables in a way that NumPy 2 advises against.
        warnings.simplefilter("ignore", DeprecationWarning)
        model.save(path)
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def described_anew(path: Path, change: Callable[[dict[str, Any]], Any]) -> Path:
    """The same file with its description changed in place."""
    parts = parts_of(path)
    description = json.loads(parts["config.json"])
    change(description)
    return packed(path, {**parts, "config.json": json.dumps(description).encode()})
