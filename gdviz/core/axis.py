"""Axes of a plot: round ends that seldom move while a curve grows, ticks, and where a value stands."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from gdviz.core.height import round_ticks

Array = NDArray[np.float64]
Tick = tuple[float, str]

LADDER = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
"""Where a growing axis may end, times a power of ten: a run that goes on seldom moves it."""


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``low`` to ``high``, evenly by difference or by factor.

    Attributes:
        low: Value at its beginning; above 0 where ``log``.
        high: Value at its end, above ``low``.
        log: Whether equal distances are equal factors.
        ticks: Values to be labelled, with their labels, ascending.
    """

    low: float
    high: float
    log: bool
    ticks: tuple[Tick, ...]

    def part(self, values: ArrayLike) -> Array:
        """Where values stand: 0 at ``low``, 1 at ``high``; NaN for what is not finite, or not above 0 where ``log``."""
        raw = np.asarray(values, np.float64)
        with np.errstate(invalid="ignore", divide="ignore"):
            if self.log:
                shown = (np.log(raw) - math.log(self.low)) / (math.log(self.high) - math.log(self.low))
            else:
                shown = (raw - self.low) / (self.high - self.low)
        return np.where(np.isfinite(shown), shown, np.nan)

    def value(self, part: float) -> float:
        """The value at a part of the way; the inverse of `part`."""
        if self.log:
            return float(self.low * (self.high / self.low) ** part)
        return self.low + part * (self.high - self.low)


def height_axis(curves: Sequence[Array], log: bool, most: int) -> Axis:
    """An upright axis that holds every finite value of some curves.

    Args:
        curves: Values, any lengths; NaN and infinity are left out.
        log: Whether a logarithmic one is asked for; without a value above 0 it is linear all the same.
        most: Ticks at most, 2 or more.

    Returns:
        An axis whose ends are round numbers a little beyond the values.
    """
    every = np.concatenate([np.zeros(0), *(np.asarray(curve, np.float64).ravel() for curve in curves)])
    every = every[np.isfinite(every)]
    positive = every[every > 0]
    if log and positive.size:
        return _log_axis(float(positive.min()), float(positive.max()), most)
    if not every.size:
        return Axis(0.0, 1.0, False, ((0.0, "0"), (1.0, "1")))
    return _linear_axis(float(every.min()), float(every.max()), most)


def percent_axis() -> Axis:
    """From nothing to all, with a little room, so that a perfect score is not hidden under the frame."""
    return Axis(-0.06, 1.08, False, ((0.0, "0"), (0.5, "50 %"), (1.0, "100 %")))


def growing_axis(reached: float, planned: float, most: int) -> Axis:
    """A level axis of steps or epochs from 0 on, whole numbers only.

    Args:
        reached: How far the curves go.
        planned: How far they are to go; 0 if that is not known.
        most: Ticks at most.

    Returns:
        An axis that ends at the plan, or at the next round number while there is far to go.
    """
    end = max(_next_round(reached), 1.0)
    end = planned if 0 < planned <= end and reached <= planned else max(end, reached)
    ticks = [tick for tick in round_ticks(0.0, end, most) if tick[0] == round(tick[0]) and tick[0] <= end]
    return Axis(0.0, end, False, tuple(ticks))


def _next_round(value: float) -> float:
    """The first number of `LADDER`, times a power of ten, that is not below ``value``; 10 at least."""
    if value <= 10:
        return 10.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(float(step * power) for step in LADDER if step * power >= value * (1 - 1e-9))


def _linear_axis(low: float, high: float, most: int) -> Axis:
    if high - low <= 1e-6 * max(abs(low), abs(high)):
        room = max(abs(low), 1e-30) * 0.5
        low, high = low - room, high + room
    ticks = round_ticks(low, high, most)
    half = (ticks[1][0] - ticks[0][0]) / 2 if len(ticks) > 1 else (high - low) / 2
    floor, ceiling = math.floor(low / half - 0.02) * half, math.ceil(high / half + 0.02) * half
    # A loss that touches zero stands on the frame, and does not float above it.
    floor = 0.0 if 0 <= low < 2 * half else floor
    kept = [tick for tick in round_ticks(floor, ceiling, most) if floor <= tick[0] <= ceiling]
    return Axis(floor, ceiling, False, tuple(kept))


def _log_axis(low: float, high: float, most: int) -> Axis:
    """Ends at fifths of a power of ten, ticks at powers of ten, or at 1, 2 and 5 where those are too few."""
    begin, end = math.floor(5 * math.log10(low) - 0.1) / 5, math.ceil(5 * math.log10(high) + 0.1) / 5
    exponents = range(math.floor(begin), math.ceil(end) + 1)
    for parts in ((1, 2, 5), (1,)):
        values = [part * 10.0**exponent for exponent in exponents for part in parts]
        values = [value for value in values if 10.0**begin <= value <= 10.0**end]
        if len(values) <= most:
            break
    every = max(1, -(-len(values) // most))
    ticks = [round_ticks(value, value)[0] for value in values[::every]]
    if len(ticks) < 2:
        ticks = [tick for tick in round_ticks(10.0**begin, 10.0**end, most) if 10.0**begin <= tick[0] <= 10.0**end]
    return Axis(10.0**begin, 10.0**end, True, tuple(ticks))
