"""Is it the learning rate, or luck? The same run with many seeds, alone and against another rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

import numpy as np
from numpy.typing import NDArray

from gdviz.core.plain import plain
from gdviz.said import Said, together

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
        return Said("All {} runs were lost, whatever the seed.", len(losses))
    low, first, middle, third, high = np.percentile(finite, [0, 25, 50, 75, 100])
    ends = [f"{loss:.3g}" for loss in (low, high, first, third, middle)]
    said = Said(
        "With {} seeds the loss ended between {} and {}, half of them from {} to {}, the middle one at {}.",
        len(losses),
        *ends,
    )
    return together(said, _lost(lost))


def verdict(rates: Sequence[float], found: Duel) -> str:
    """Whether it is the rate or luck, said plainly.

    Args:
        rates: The first and the second.
        found: Their duel.
    """
    seeds = found.wins + found.losses + found.ties
    if found.wins == found.losses:
        return Said(
            "{} and {} win equally often in {} seeds: between them it is luck.", plain(rates[0]), plain(rates[1]), seeds
        )
    ahead, behind = (0, 1) if found.wins > found.losses else (1, 0)
    won = max(found.wins, found.losses)
    said = Said("{} beats {} in {} of {} seeds.", plain(rates[ahead]), plain(rates[behind]), won, seeds)
    odds = Said("if both were equally good, chance would give a score as lopsided {}", _often(found.chance))
    why = Said("It is the rate: {}.", odds) if found.chance < FAIR else Said("It may be luck: {}.", odds)
    fans = Said("The fans overlap: {} of all runs ended where both rates do.", f"{found.shared:.0%}")
    return together(said, why, fans if found.shared else Said("The two fans do not overlap at all."))


def _often(chance: float) -> str:
    """A probability as one says it."""
    if chance >= FAIR:
        return Said("{} times in 100", f"{100 * chance:.0f}")
    return Said("once in {} times", f"{round(1 / chance):,}")


def _lost(count: int) -> str:
    if not count:
        return ""
    return Said("One run was lost.") if count == 1 else Said("{} runs were lost.", count)
