"""One training step taken apart: what goes into it and what comes out, for every weight at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """One quantity of an optimiser's update rule.

    Attributes:
        symbol: As it stands in the rule, for example ``"m"``.
        name: In words, for example ``"average of past gradients"``.
        values: For every weight, ``[P]``.
    """

    symbol: str
    name: str
    values: Array


@dataclass(frozen=True, slots=True, eq=False)
class Anatomy:
    """The step that leads on from one point of a run.

    Attributes:
        step: Steps taken before it; the weights stood at ``weights`` then.
        optimizer: Key in the catalogue of optimisers.
        weights: Before the step, ``[P]``.
        gradient: Of the loss of this step's batch, as the optimiser gets it (clipped, if it is), ``[P]``.
        momentum: What the optimiser carries on from earlier steps, as a displacement of the weights that this step
            makes because of it, ``[P]``; None where it has no memory of that kind.
        after: Weights after the step, ``[P]``.
        learning_rate: Of this step.
        formula: The update rule, one line a string, in the symbols of ``terms``.
        terms: Every quantity of the rule in the order in which it is worked out, the gradient first and the new weight
            last.
        names: What each weight is called, P of them, for example ``"layer 1: input 3 to neuron 5"``.
    """

    step: int
    optimizer: str
    weights: Array
    gradient: Array
    momentum: Array | None
    after: Array
    learning_rate: float
    formula: tuple[str, ...]
    terms: tuple[Term, ...]
    names: tuple[str, ...]
