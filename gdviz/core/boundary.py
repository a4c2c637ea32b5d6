"""What a network answers to all the inputs of a picture, and the examples it learns from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Examples as points of a picture; inputs and answers in the units of the data.

    Attributes:
        x: Along the first axis, ``[N]``.
        y: Along the second, ``[N]``; of a curve, the answer.
        answers: Class numbers, or what should be answered, ``[N]``.
        held_back: Which of them training does not see, ``[N]``.
    """

    x: Array
    y: Array
    answers: Array
    held_back: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Boundary:
    """The answers at one point of a run.

    Attributes:
        step: Steps taken before.
        kind: ``"classes"`` with chances ``[y, x, classes]``, ``"field"`` with numbers ``[y, x]``, or ``"curve"`` with
            numbers ``[x]``.
        names: Of the two axes.
        x: Grid along the first axis, ``[n]``.
        y: Grid along the second, ``[m]``; empty for a curve.
        answers: By ``kind``.
        examples: Those it learns from, and those held back.
        class_names: One for each class; empty for numbers.
        features: All inputs that the axes can show, by name.
        shown: Which of them are shown, one or two.
    """

    step: int
    kind: str
    names: tuple[str, str]
    x: Array
    y: Array
    answers: Array
    examples: Examples
    class_names: tuple[str, ...]
    features: tuple[str, ...]
    shown: tuple[int, ...]

    @property
    def others(self) -> int:
        """Inputs that are not shown and stand at their mean."""
        return len(self.features) - len(self.shown)

    @property
    def winners(self) -> NDArray[np.int64]:
        """The likeliest class at each point of the grid, ``[y, x]``."""
        return np.asarray(self.answers.argmax(axis=-1))

    def margin(self, number: int) -> Array:
        """How much likelier a class is than the likeliest other, ``[y, x]``: 0 on its border."""
        rest = np.delete(self.answers, number, axis=-1).max(axis=-1)
        return np.asarray(self.answers[..., number] - rest)
