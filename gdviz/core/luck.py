"""Is it the learning rate, or luck? The same run with many seeds, alone and against another rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from gdviz.core.rate_zones import plain

Losses = NDArray[np.float64]

FAIR = 0.05
"""How seldom chance alone may do it before one says that it was not chance."""


@dataclass(frozen=True, slots=True)
class Duel:
    """How the final losses of two rates compare, seed by seed.

    Attributes:
        wins: Seeds with which the first ended lower.
        losses: Seeds with which the second did.
        ties: Seeds with which neither did.
        chance: How often as lopsided a score, or a more lopsided one, comes up if both rates are equally good: the
            two-sided sign test, ``2 * P(X >= max(wins, losses))`` for X binomial with a half, at most 1.
        shared: The part of all runs that ended where the losses of both rates lie; 0 where no run of one rate ended
            between two of the other.
    """

    wins: int
    losses: int
    ties: int
    chance: float
    shared: float


def duel(first: Losses, second: Losses) -> Duel:
    """Compares final losses ``[seeds]`` of two rates; each seed is the same start and the same batches for both.

    A run that was lost (NaN or infinite) ended higher than any that was not.
    """
    a, b = (np.where(np.isfinite(losses), losses, np.inf) for losses in (first, second))
    wins, losses = int((a < b).sum()), int((b < a).sum())
    games = wins + losses
    tail = sum(comb(games, k) for k in range(max(wins, losses), games + 1))
    chance = min(1.0, 2 * tail / 2**games) if games else 1.0
    low, high = max(a.min(), b.min()), min(a.max(), b.max())
    both = np.concatenate([a, b])
    shared = float(((both >= low) & (both <= high)).mean()) if low <= high else 0.0
    return Duel(wins, losses, len(a) - games, chance, shared)


def spread(losses: Losses) -> str:
    """How far luck alone carries one rate, in a sentence or two."""
    finite = losses[np.isfinite(losses)]
    lost = len(losses) - len(finite)
    if not len(finite):
        return f"All {len(losses)} runs were lost, whatever the seed."
    low, first, middle, third, high = np.percentile(finite, [0, 25, 50, 75, 100])
    said = f"With {len(losses)} seeds the loss ended between {low:.3g} and {high:.3g}, half of them from {first:.3g} "
    said += f"to {third:.3g}, the middle one at {middle:.3g}."
    return said + (f" {_runs(lost)} lost." if lost else "")


def verdict(rates: Sequence[float], found: Duel) -> str:
    """Whether it is the rate or luck, said plainly.

    Args:
        rates: The first and the second.
        found: Their duel.
    """
    seeds = found.wins + found.losses + found.ties
    if found.wins == found.losses:
        return f"{plain(rates[0])} and {plain(rates[1])} win equally often in {seeds} seeds: between them it is luck."
    ahead, behind = (0, 1) if found.wins > found.losses else (1, 0)
    won = max(found.wins, found.losses)
    said = f"{plain(rates[ahead])} beats {plain(rates[behind])} in {won} of {seeds} seeds. "
    odds = f"if both were equally good, chance would give a score as lopsided {_often(found.chance)}"
    said += f"It is the rate: {odds}." if found.chance < FAIR else f"It may be luck: {odds}."
    if not found.shared:
        return said + " The two fans do not overlap at all."
    return said + f" The fans overlap: {found.shared:.0%} of all runs ended where both rates do."


def _often(chance: float) -> str:
    """A probability as one says it."""
    if chance >= FAIR:
        return f"{100 * chance:.0f} times in 100"
    return f"once in {round(1 / chance):,} times"


def _runs(count: int) -> str:
    return "One run was" if count == 1 else f"{count} runs were"
