"""The verdicts there are, and how each is shown."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a verdict is shown.

    Attributes:
        title: Its name on screen.
        level: ``"good"``, ``"warning"``, ``"bad"`` or ``"unknown"``.
    """

    title: str
    level: str


VERDICTS: Mapping[str, Verdict] = {
    "diverging": Verdict("Diverging", "bad"),
    "lr_too_high": Verdict("Learning rate too high", "bad"),
    "lr_too_low": Verdict("Learning rate too low", "warning"),
    "overfitting": Verdict("Overfitting", "warning"),
    "still_improving": Verdict("Still improving", "good"),
    "converged": Verdict("Converged", "good"),
    "unclear": Verdict("Not clear", "unknown"),
}
"""Every verdict there is."""

HEALTHY = frozenset({"still_improving", "converged"})
"""Verdicts on runs that nothing is wrong with."""
