"""How a learning rate goes from step to step: a factor on the chosen rate, from the part of the run that is over."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Factors = NDArray[np.float64]

WARM_UP = 0.1
"""Part of the run in which a warm-up reaches the full rate."""

PEAK = 0.3
"""Part of the run after which one-cycle turns from climbing to falling."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """One way to go.

    Attributes:
        title: Its name on screen.
        sentence: What it is for, for a pupil.
        factor: ``part -> factor``, with part = steps taken / steps in all, from 0 to below 1.
    """

    title: str
    sentence: str
    factor: Callable[[Factors], Factors]


def _cosine(part: Factors) -> Factors:
    return 0.5 * (1.0 + np.cos(np.pi * np.clip(part, 0.0, 1.0)))


def _steps(part: Factors) -> Factors:
    return np.where(part < 0.5, 1.0, np.where(part < 0.75, 0.1, 0.01))


def _warm_cosine(part: Factors) -> Factors:
    return np.where(part < WARM_UP, part / WARM_UP, _cosine((part - WARM_UP) / (1.0 - WARM_UP)))


def _one_cycle(part: Factors) -> Factors:
    rising = 1.0 + (1.0 / 25.0 - 1.0) * _cosine(part / PEAK)
    falling = 1e-4 + (1.0 - 1e-4) * _cosine((part - PEAK) / (1.0 - PEAK))
    return np.where(part < PEAK, rising, falling)


SCHEDULES: Mapping[str, Schedule] = {
    "constant": Schedule("Constant", "The same rate from the first step to the last.", np.ones_like),
    "step": Schedule("In steps", "A tenth of the rate after half the run, a hundredth in the last quarter.", _steps),
    "exponential": Schedule("Exponential", "Shrinks by the same share each step, to 1 %.", lambda part: 0.01**part),
    "cosine": Schedule("Cosine", "Falls along half a cosine wave to nothing: long fast, long slow.", _cosine),
    "warmup_cosine": Schedule("Warm-up, cosine", "Climbs for a tenth of the run, then falls away.", _warm_cosine),
    "one_cycle": Schedule("One cycle", "Climbs to the full rate at 30 %, then falls to almost nothing.", _one_cycle),
}
"""By key. They are Keras's ``PiecewiseConstantDecay``, ``ExponentialDecay`` and ``CosineDecay`` with the run's length
as ``decay_steps``, and the one-cycle rule of Smith and Topin (2018) with cosine flanks."""


def factors(schedule: str, first: int, count: int, total: int) -> Factors:
    """Factors of ``count`` steps, the first of which comes after ``first`` others, in a run of ``total`` steps."""
    return SCHEDULES[schedule].factor((first + np.arange(count)) / max(total, 1))
