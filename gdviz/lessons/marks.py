"""Marks for answers, and for knowing how sure one may be."""

from collections.abc import Sequence
from dataclasses import dataclass

CONFIDENCES = (0.5, 0.75, 0.95)
"""What one can say of an answer: a guess, fairly sure, certain."""

SURE = 0.75
"""From this confidence on an answer counts as sure."""


@dataclass(frozen=True, slots=True)
class Bet:
    """An answer as it was given first.

    Attributes:
        key: Of the question.
        right: Whether it was accepted.
        confidence: How sure one was, from 0 to 1.
        given: The answer in words.
    """

    key: str
    right: bool
    confidence: float
    given: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What a row of bets is worth.

    Attributes:
        count: How many there were.
        right: Right answers.
        sure_right: Right ones that one was sure of.
        sure_wrong: Wrong ones that one was sure of: what one believes and should not.
        unsure_right: Right ones that one took for a guess.
        brier: Mean of (confidence - outcome)\u00b2, from 0 for knowing everything to 1; guessing throughout gives 0.25.
            Brier (1950), Monthly Weather Review 78.
    """

    count: int
    right: int
    sure_right: int
    sure_wrong: int
    unsure_right: int
    brier: float

    @property
    def calibration(self) -> int:
        """Points from 0 to 100 for knowing what one knows: 100 for certain and right throughout, 0 for a coin."""
        return round(100 * max(0.0, 1.0 - self.brier / 0.25))


def marks(bets: Sequence[Bet]) -> Marks:
    """The marks for some bets; of none, everything is 0."""
    sure = [bet for bet in bets if bet.confidence >= SURE]
    squares = [(bet.confidence - bet.right) ** 2 for bet in bets]
    return Marks(
        len(bets),
        sum(bet.right for bet in bets),
        sum(bet.right for bet in sure),
        sum(not bet.right for bet in sure),
        sum(bet.right for bet in bets if bet.confidence < SURE),
        sum(squares) / len(squares) if squares else 0.0,
    )
