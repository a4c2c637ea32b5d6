"""One training step taken apart: what goes into it and what comes out, for every weight at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor, isfinite, log10

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
        constants: What else the rule speaks of and what it is: the optimiser's parameters by their symbols, ``"rate"``,
            and ``"t"``, the number of this step since the optimiser began.
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
    constants: Mapping[str, float]

    @property
    def liveliest(self) -> int:
        """The weight that this step moves most; 0 where none is a number."""
        moved = np.nan_to_num(np.abs(self.after - self.weights), nan=-1.0)
        return int(np.argmax(moved)) if moved.size else 0


MINUS = "\u2212"
_RAISED = str.maketrans("-0123456789", "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_RAISED_STEP = "\u1d57"


def figure(value: float) -> str:
    """A number with four digits, as people write it: ``\u22120.0123``, ``1.5\u00b710\u207b\u2077``; a dash for none."""
    if not isfinite(value):
        return "\u2013" if value != value else ("\u221e" if value > 0 else MINUS + "\u221e")
    if value == 0 or 1e-3 <= abs(value) < 1e5:
        return f"{value:.4g}".replace("-", MINUS)
    power = floor(log10(abs(value)))
    mantissa = f"{value / 10.0**power:.4g}"
    if mantissa in ("10", "-10"):
        mantissa, power = mantissa[:-1], power + 1
    return f"{mantissa}\u00b710{str(power).translate(_RAISED)}".replace("-", MINUS)


def with_figures(anatomy: Anatomy, line: str, weight: int) -> str:
    """A line of the formula with this weight's numbers for its symbols, but for the one on the left.

    Args:
        anatomy: Whose numbers.
        line: One of its ``formula``.
        weight: From 0 to P - 1.
    """
    numbers = {"w": float(anatomy.weights[weight]), **anatomy.constants}
    numbers |= {term.symbol: float(term.values[weight]) for term in anatomy.terms}
    made, _, formula = line.partition(" = ")
    known = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    steps = str(round(anatomy.constants.get("t", 0))).translate(_RAISED)
    filled = re.sub(rf"(?<![A-Za-z_])(?:{known})(?![A-Za-z_])", lambda found: _placed(numbers, found), formula)
    return f"{made} = {filled.replace(_RAISED_STEP, steps)}"


def _placed(numbers: Mapping[str, float], found: re.Match[str]) -> str:
    """A number where its symbol stood; in brackets where a sign, a root or a power would be misread without."""
    text = figure(numbers[found[0]])
    before, after = found.string[: found.start()].rstrip()[-1:], found.string[found.end() :][:1]
    # A product binds like a product, and a sign must not follow another sign.
    misread = "\u00b7" in text and (before in _TIGHT or after in _RAISERS)
    signed = text.startswith(MINUS) and (before not in ("", "(", ",") or after in _RAISERS)
    return f"({text})" if misread or signed else text


_TIGHT = ("/", "\u221a")
_RAISERS = ("\u00b2", _RAISED_STEP)
