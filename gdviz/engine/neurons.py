"""Landscapes of a single linear neuron: the smallest things that learn from examples."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.engine.landscape import Landscape, Rows, Tensor


@dataclass(frozen=True, slots=True)
class Neuron:
    """One linear neuron and the examples it learns from.

    Attributes:
        title: Its name on screen.
        sentence: What a pupil can learn from it.
        names: ``("weight",)`` or ``("weight", "bias")``.
        x: Inputs.
        y: Truths.
        window: Drawn part, (low, high) for each weight.
        suggests: Settings that show it well.
    """

    title: str
    sentence: str
    names: tuple[str, ...]
    x: tuple[float, ...]
    y: tuple[float, ...]
    window: tuple[tuple[float, float], ...]
    suggests: Mapping[str, Any]


NEURONS: Mapping[str, Neuron] = {
    "one_weight": Neuron(
        title="One weight",
        sentence="It sees 1.5 and should say 3; only the weight 2 does that, and the slope leads there.",
        names=("weight",),
        x=(1.5,),
        y=(3.0,),
        window=((-1.0, 5.0),),
        suggests={"optimizer": "sgd", "learning_rate": 0.1, "epochs": 20},
    ),
    "weight_and_bias": Neuron(
        title="Weight and bias",
        sentence="With a bias too, a whole line of answers is perfect: the surface is a valley, not a bowl.",
        names=("weight", "bias"),
        x=(1.5,),
        y=(3.0,),
        window=((-2.0, 4.0), (-2.0, 4.0)),
        suggests={"optimizer": "sgd", "learning_rate": 0.05, "epochs": 30},
    ),
}
"""By key; a new neuron is one entry here."""


@lru_cache(maxsize=32)
def neuron(key: str) -> Landscape:
    """The landscape of `NEURONS`'s entry ``key``: squared error of ``weight * x (+ bias)``, weights from 0."""
    entry = NEURONS[key]

    def row_losses(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        prediction = weights[:, :1] * x[:, 0]
        if len(entry.names) == 2:
            prediction = prediction + weights[:, 1:]
        return (prediction - y) ** 2

    return Landscape(
        size=len(entry.names),
        names=entry.names,
        train=Rows(np.array(entry.x, np.float32)[:, None], np.array(entry.y, np.float32)),
        validation=None,
        row_losses=row_losses,
        row_hits=None,
        start=lambda seed: np.zeros(len(entry.names), np.float32),
        window=entry.window,
    )
