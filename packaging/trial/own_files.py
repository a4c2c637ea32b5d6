"""What people bring along: models of their own and a table. ``python own_files.py FOLDER`` writes them there."""

import os
import sys
from pathlib import Path
from typing import Any

NAMES = ("convolution.keras", "memory.keras", "table.csv")
ROWS = 60

TABLE = "size,garden,price\n" + "".join(f"{each},{each % 7},{3 * each + 2 * (each % 7)}\n" for each in range(ROWS))
"""Prices that follow from the other columns."""


def main(folder: Path) -> None:
    """Writes all of them."""
    os.environ |= {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1", "KERAS_BACKEND": "tensorflow"}
    folder.mkdir(parents=True, exist_ok=True)
    for name, layers in models().items():
        save(layers, folder / name)
    (folder / "table.csv").write_text(TABLE, encoding="utf-8")


def models() -> "dict[str, list[Any]]":
    """Layers by file name: all kinds that are often used, for the four columns of iris."""
    from keras import layers

    seen = [layers.Conv2D(4, 2, padding="same", activation="relu"), layers.BatchNormalization(), layers.MaxPooling2D()]
    remembered = [
        layers.Conv1D(4, 2),
        layers.LayerNormalization(),
        layers.LSTM(6, return_sequences=True),
        layers.GRU(4),
    ]
    return {
        "convolution.keras": [layers.Reshape((2, 2, 1)), *seen, layers.Flatten(), layers.Dropout(0.2)],
        "memory.keras": [layers.Reshape((4, 1)), layers.Conv1D(4, 2), *remembered],
    }


def save(layers: "list[Any]", path: Path) -> None:
    """Saves a classifier of three kinds."""
    import keras

    model = keras.Sequential([keras.layers.Input((4,)), *layers, keras.layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.save(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
