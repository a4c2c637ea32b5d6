"""Landscapes given by a formula, with minima that are known."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.engine.landscape import Landscape, Rows, Tensor


@dataclass(frozen=True, slots=True)
class Function:
    """A loss that is written down.

    Attributes:
        title: Its name on screen.
        sentence: What a pupil can learn from it.
        names: The weights' names, one or two.
        formula: ``weights [K, P] -> loss [K]``; works on numpy arrays and tensors alike.
        start: First weights.
        window: Drawn part, (low, high) for each weight.
        minima: Every global minimum.
        suggests: Settings that show it well.
    """

    title: str
    sentence: str
    names: tuple[str, ...]
    formula: Callable[[Any], Any]
    start: tuple[float, ...]
    window: tuple[tuple[float, float], ...]
    minima: tuple[tuple[float, ...], ...]
    suggests: Mapping[str, Any]


FUNCTIONS: Mapping[str, Function] = {
    "square": Function(
        title="Bowl: (w - 3)\u00b2",
        sentence="The simplest valley there is: its slope is 2(w - 3), its curvature 2 everywhere.",
        names=("w",),
        formula=lambda w: (w[:, 0] - 3.0) ** 2,
        start=(0.0,),
        window=((-2.0, 8.0),),
        minima=((3.0,),),
        suggests={"optimizer": "sgd", "learning_rate": 0.1, "epochs": 20},
    ),
    "rosenbrock": Function(
        title="Rosenbrock's banana",
        sentence="Finding the bent valley is easy; following its flat floor to the lowest point is not.",
        names=("x", "y"),
        formula=lambda w: (1.0 - w[:, 0]) ** 2 + 100.0 * (w[:, 1] - w[:, 0] ** 2) ** 2,
        start=(-1.2, 1.0),
        window=((-2.0, 2.0), (-1.0, 3.0)),
        minima=((1.0, 1.0),),
        suggests={"optimizer": "adam", "learning_rate": 0.02, "epochs": 600},
    ),
}
"""By key; a new function is one entry here."""


@lru_cache(maxsize=32)
def function(key: str) -> Landscape:
    """The landscape of `FUNCTIONS`'s entry ``key``: one row, so that an epoch is one step."""
    entry = FUNCTIONS[key]

    def row_losses(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        return entry.formula(weights)[:, None]

    return Landscape(
        size=len(entry.names),
        names=entry.names,
        train=Rows(np.zeros((1, 1), np.float32), np.zeros(1, np.float32)),
        validation=None,
        row_losses=row_losses,
        row_hits=None,
        start=lambda seed: np.array(entry.start, np.float32),
        window=entry.window,
    )
