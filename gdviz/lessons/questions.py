"""Questions: what may be asked, which answers are right, and what is said to each wrong one."""

import math
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Point = tuple[float, float]

SHAPES = ("falls", "rises", "flat", "zigzag")
"""What a sketched loss curve may do."""

MOST_FLAT = 0.12
"""Difference in height, as part of the paper, up to which a sketch is flat."""

LEAST_TURN = 0.08
"""Height that a sketch must go back by, as part of the paper, for that to count as a turn."""

MOST_TURNS = 2
"""A curve that turns more often is a zigzag; two are a bump."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said to an answer.

    Attributes:
        right: Whether it is accepted.
        why: One sentence for this very answer.
        given: The answer in words, for the record.
    """

    right: bool
    why: str
    given: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of several.

    Attributes:
        text: The answer.
        why: What is said to whoever picks it.
        right: Whether it is accepted.
    """

    text: str
    why: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """A wrong number that people often give, and why it is wrong."""

    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several answers. An answer is the place of a choice, from 0."""

    text: str
    choices: tuple[Choice, ...]

    def judged(self, answer: Any) -> Judgement:
        """What is said to choice number ``answer``."""
        choice = self.choices[int(answer)]
        return Judgement(choice.right, choice.why, choice.text)

    def accepted(self) -> int:
        """An answer that is right."""
        return next(place for place, choice in enumerate(self.choices) if choice.right)


@dataclass(frozen=True, slots=True)
class Number:
    """A number to be typed. An answer is a text such as ``"2.6"``, ``"2,6"`` or ``"60 %"``.

    Attributes:
        text: The question.
        answer: What is right.
        tolerance: How far off still counts.
        unit: What stands behind the number; may be left out in an answer, but not be another.
        why: Said to the right answer.
        wrong: Said to a wrong one that is not among the slips.
        slips: Wrong numbers that people often give.
    """

    text: str
    answer: float
    tolerance: float
    unit: str
    why: str
    wrong: str
    slips: tuple[Slip, ...] = ()

    def judged(self, answer: Any) -> Judgement:
        """What is said to the typed text; text that is no number is wrong and told so by ``wrong``."""
        given = str(answer).strip()
        value = number_in(given, self.unit)
        if abs(value - self.answer) <= self.tolerance:
            return Judgement(True, self.why, given)
        slip = next((slip for slip in self.slips if abs(value - slip.value) <= self.tolerance), None)
        return Judgement(False, slip.why if slip else self.wrong, given)

    def accepted(self) -> str:
        """An answer that is right."""
        return f"{self.answer:.10g} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Order:
    """Things to be put in order. An answer is the places of the items, in the order in which they were put.

    Attributes:
        text: The question.
        items: What is to be ordered, in the right order.
        why: Said to the right order.
        wrong: Said to a wrong one, with what comes first that is not in its place as ``{item}``.
    """

    text: str
    items: tuple[str, ...]
    why: str
    wrong: str

    def judged(self, answer: Any) -> Judgement:
        """What is said to an order."""
        places = [int(place) for place in answer]
        given = ", ".join(self.items[place] for place in places)
        astray = next((item for at, item in enumerate(self.items) if places[at] != at), "")
        return Judgement(not astray, self.wrong.replace("{item}", astray) if astray else self.why, given)

    def accepted(self) -> tuple[int, ...]:
        """The right order."""
        return tuple(range(len(self.items)))

    def shuffled(self, seed: int) -> tuple[int, ...]:
        """An order to begin with that is not the right one."""
        places = list(self.accepted())
        random.Random(seed).shuffle(places)
        return tuple(places) if tuple(places) != self.accepted() else tuple(reversed(places))


@dataclass(frozen=True, slots=True)
class Sketch:
    """A loss curve to be drawn. An answer is points ``(x, y)``, both from 0 to 1, y upwards.

    Attributes:
        text: The question.
        shape: What the curve will do, one of `SHAPES`.
        whys: For each of `SHAPES` what is said to whoever draws it.
    """

    text: str
    shape: str
    whys: Mapping[str, str]

    def judged(self, answer: Any) -> Judgement:
        """What is said to a drawing."""
        drawn = shape_of(answer)
        return Judgement(drawn == self.shape, self.whys[drawn], drawn)

    def accepted(self) -> tuple[Point, ...]:
        """A drawing that is right."""
        return EXAMPLES[self.shape]


Question = Pick | Number | Order | Sketch

EXAMPLES: Mapping[str, tuple[Point, ...]] = {
    "falls": tuple((x / 10, 0.9 * math.exp(-0.4 * x)) for x in range(11)),
    "rises": tuple((x / 10, 0.05 * math.exp(0.28 * x)) for x in range(11)),
    "flat": ((0.0, 0.5), (1.0, 0.5)),
    "zigzag": tuple((x / 10, 0.8 if x % 2 else 0.2) for x in range(11)),
}
"""A drawing of each shape."""

_NUMBER = re.compile(r"\s*([-+\u2212]?\s*(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?)\s*(.*)", re.DOTALL)


def number_in(text: str, unit: str = "") -> float:
    """The number that a person typed, with a point or a comma; NaN where it is none or has another unit."""
    # Words before the number, as in "w = 2.6", are left out.
    found = _NUMBER.fullmatch(text.rsplit("=", 1)[-1])
    if not found or found[2].strip().casefold() not in ("", unit.casefold()):
        return math.nan
    return float(found[1].replace(",", ".").replace("\u2212", "-").replace(" ", ""))


def shape_of(points: Sequence[Point]) -> str:
    """Which of `SHAPES` a drawing is; an empty one is flat."""
    heights = [y for _, y in sorted(points)] or [0.0]
    if _turns(heights) > MOST_TURNS:
        return "zigzag"
    change = heights[-1] - heights[0]
    if abs(change) <= MOST_FLAT:
        return "flat"
    return "rises" if change > 0 else "falls"


def _turns(heights: Sequence[float]) -> int:
    """How often a curve turns round, a tremble of the hand left out."""
    extremes = [heights[0]]
    direction = 0
    for height in heights:
        step = height - extremes[-1]
        if direction * step > 0:
            extremes[-1] = height
        elif abs(step) >= LEAST_TURN:
            direction = 1 if step > 0 else -1
            extremes.append(height)
    slopes = [after - before for before, after in pairwise(extremes)]
    return sum(1 for one, other in pairwise(slopes) if one * other < 0)
