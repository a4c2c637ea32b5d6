"""Measures the quantities of `core.doctor_quantities` on a pair of curves."""

import math
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_quantities import QUANTITIES
from gdviz.core.doctor_truth import SMOOTHING

Array = NDArray[np.float64]

TINY = 1e-9
"""Losses are not told from zero below this; Keras's float32 losses end at about 1e-7."""

HUGE = 1e150
"""Losses are cut here, so that their squares and sums are finite."""

SPIKE = 3.0
"""How many times its neighbours an epoch must be to be a spike."""

MOST = 1e6
"""Quantities are held within plus and minus this."""


def quantities(curve: Array, checked: Array) -> dict[str, float]:
    """Measures one run.

    Args:
        curve: Training loss ``[E]``, E >= 2, finite, as `cleaned` leaves it.
        checked: Validation loss, the same; perhaps empty.

    Returns:
        Every member of `QUANTITIES`, within ``MOST``; NaN for those of validation where there is none.
    """
    curve = without_spike(curve)
    lowest = float(min(curve.min(), checked.min() if checked.size else 0.0))
    if lowest < 0:
        # A loss below zero has no floor there: lifted to end a tenth of its range above, for the ratios only.
        lift = 0.1 * float(np.ptp(curve)) - lowest
        curve, checked = curve + lift, checked + lift
    with np.errstate(all="ignore"):
        found = {**_falls(curve), **_unrest(curve), **_trends(curve), **_validation(curve, checked)}
    return {name: min(max(found[name], -MOST), MOST) if name in found else math.nan for name in QUANTITIES}


def without_spike(curve: Array) -> Array:
    """The curve without its one spike: an epoch of more than `SPIKE` times its neighbours, if no other is like that."""
    if curve.size < 4 or curve.min() <= 0:
        return curve
    tall = np.flatnonzero(curve[1:] > SPIKE * np.r_[np.maximum(curve[2:], curve[:-2]), curve[-2]]) + 1
    if tall.size != 1:
        return curve
    calm = curve.copy()
    calm[tall[0]] = curve[tall[0] - 1]
    return calm


def _falls(curve: Array) -> dict[str, float]:
    """How far the loss fell over each doubling of the time, and what follows for longer times."""
    first, last = max(float(curve[0]), TINY), mean(curve[-3:])
    marks = [_end(curve), *(_about(curve, part) for part in (0.5, 0.25, 0.125)), float(curve[0])]
    found = {"epochs": float(curve.size), "level": last / first, "end_loss": last, "first_loss": float(curve[0])}
    for number, (late, early) in enumerate(pairwise(marks), 1):
        found[f"fall_{number}"] = max(1 - late / max(early, TINY), -50.0)
        found[f"gain_{number}"] = max((early - late) / first, -50.0)
    fall, before = max(marks[1] - marks[0], 0.0), marks[2] - marks[1]
    found["slowing"] = min(max(fall / before, 0.0), 4.0) if before > TINY * first else 4.0 * (fall > TINY * first)
    logs = [math.log(max(mark, TINY)) for mark in marks[:3]]
    down, earlier = max(logs[1] - logs[0], 0.0), logs[2] - logs[1]
    found["log_slowing"] = min(max(down / earlier, 0.0), 4.0) if earlier > TINY else 4.0 * (down > TINY)
    pace = min(found["slowing"], 2.0)
    found["threefold"] = min(fall * (pace + 0.66 * pace**2), marks[0]) / first
    found["tenfold"] = min(fall * (pace + pace**2 + pace**3 + 0.32 * pace**4), marks[0]) / first
    found |= _forecasts(found, logs, fall)
    found |= {"second": float(curve[1]) / first, "third": float(curve[min(2, curve.size - 1)] / max(curve[1], TINY))}
    return {**found, "sixth": float(curve[min(5, curve.size - 1)]) / first}


def _forecasts(found: dict[str, float], logs: list[float], fall: float) -> dict[str, float]:
    """What follows from the falls for twice the epochs, and how far longer ones lead against all that was gained.

    Args:
        found: Of the `QUANTITIES` those of the falls.
        logs: Logarithm of the loss at the end, half-way and after a quarter.
        fall: From half-way to the end.
    """
    down, earlier = max(logs[1] - logs[0], 0.0), max(logs[2] - logs[1], TINY)
    gained = max(1 - found["level"], 0.0)
    return {
        "twofold": min(fall * min(found["slowing"], 2.0) / max(found["end_loss"], TINY), 1.0),
        "next_fall": 1 - math.exp(-min(down**2 / earlier, 4 * down)),
        "threefold_part": found["threefold"] / max(found["threefold"] + gained, TINY),
        "tenfold_part": found["tenfold"] / max(found["tenfold"] + gained, TINY),
    }


def _unrest(curve: Array) -> dict[str, float]:
    """How the loss jumps about."""
    first, last, half = max(float(curve[0]), TINY), max(mean(curve[-3:]), TINY), curve.size // 2
    steps, noise = curve[1:] - curve[:-1], noise_of(curve[half:])
    late = steps[half:] if steps.size > half else steps
    lowest = np.minimum.accumulate(curve)
    above = np.minimum(curve - lowest, first)
    relative = np.minimum((curve - lowest) / np.maximum(lowest, TINY), 20.0)
    fall = _about(curve, 0.5) - _end(curve)
    sudden = max(float(-steps[curve.size * 5 // 12 :].min(initial=0.0)) - 3 * noise, 0.0)
    chance = noise * math.sqrt(2 / max(3, curve.size // 8))
    return {
        "jumps": noise / last,
        "jumps_of_first": noise / first,
        "early_jumps": noise_of(curve[: max(3, half)]) / first,
        "jumps_of_fall": noise / max(abs(first - last), TINY * first),
        "rising": mean(late > 0),
        "rising_all": mean(steps > 0),
        "zigzag": mean(late[1:] * late[:-1] < 0) if late.size > 1 else 0.0,
        "lost_ground": _mean_but_largest(above) / first,
        "lost_relative": _mean_but_largest(relative),
        "lost_late": mean(relative[half:]),
        "over_lowest": last / max(float(lowest[-1]), TINY),
        "lowest_at": float(curve.argmin() + 1) / curve.size,
        "peak": float(curve.max()) / first,
        "peak_at": float(curve.argmax() + 1) / curve.size,
        "certainty": min(max(fall / max(chance, TINY * first), -50.0), 200.0),
        "sudden": min(sudden / fall, 3.0) if fall > TINY * first else 0.0,
    }


def _trends(curve: Array) -> dict[str, float]:
    """Straight lines through the whole curve and through the logarithm of its later parts."""
    slope, scatter, _ = _line(curve)
    logs = np.log(np.maximum(curve, TINY))
    late, spread, error = _line(logs[curve.size // 2 :])
    last, _, _ = _line(logs[-max(3, curve.size // 4) :])
    return {
        "bend": min(scatter / max(abs(slope) * curve.size, TINY * max(float(curve[0]), TINY)), MOST),
        "late_slope": min(max(-late * curve.size, -50.0), 50.0),
        "last_slope": min(max(-last * curve.size, -50.0), 50.0),
        "late_certainty": min(max(-late / max(error, 1e-7), -50.0), 300.0),
        "spread": spread,
    }


def _validation(curve: Array, checked: Array) -> dict[str, float]:
    """What validation says, averaged over five epochs where it is long enough."""
    if checked.size < 2:
        return {}
    smooth = smoothed_over(checked, min(SMOOTHING, max(1, checked.size // 3)))
    low, end, start = float(smooth.min()), float(smooth[-1]), max(float(checked[0]), TINY)
    begin = max(3, curve.size // 8)
    lowest = np.maximum(np.minimum.accumulate(checked), TINY)
    half, quarter = _about(checked, 0.5), _about(checked, 0.25)
    return {
        "val_start": start / max(float(curve[0]), TINY),
        "val_early": mean(checked[:begin]) / max(mean(curve[:begin]), TINY),
        "val_gap": end / max(mean(curve[-3:]), TINY),
        "val_level": end / start,
        "val_rise": end / max(low, TINY),
        "val_age": (smooth.size - 1 - int(smooth.argmin())) / smooth.size,
        "val_jumps": noise_of(checked[checked.size // 2 :]) / max(end, TINY),
        "val_lost": mean(np.minimum(checked / lowest - 1, 20.0)),
        "val_fall_1": max(1 - end / max(half, TINY), -50.0),
        "val_fall_2": max(1 - half / max(quarter, TINY), -50.0),
        "val_low": low / max(float(curve.min()), TINY),
        "val_second": float(checked[1]) / start,
        "val_end": end,
    }


def mean(values: NDArray[Any]) -> float:
    """Mean of one number at least, in a third of the time of ``ndarray.mean``; the doctor asks for thirty."""
    return float(np.add.reduce(values)) / values.size


def noise_of(curve: Array) -> float:
    """Deviation of independent noise: ``1.48 median |second difference| / sqrt(6)``, blind to straight falls, spikes.

    0 for fewer than three epochs.
    """
    if curve.size < 3:
        return 0.0
    bends = np.abs(curve[2:] - 2 * curve[1:-1] + curve[:-2])
    middle = bends.size // 2
    # np.median costs four times as much.
    ordered = np.partition(bends, (max(middle - 1, 0), middle))
    median = ordered[middle] if bends.size % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return 1.4826 * float(median) / math.sqrt(6)


def smoothed_over(values: Array, width: int) -> Array:
    """Means over ``width`` neighbours, shape ``[E - width + 1]``."""
    return np.convolve(values, np.full(width, 1 / width), "valid")


def _line(values: Array) -> tuple[float, float, float]:
    """Slope of the straight line through ``values``, the rms distance from it, and the slope's standard error."""
    at = np.arange(values.size) - (values.size - 1) / 2
    centred, squares = values - mean(values), float(at @ at)
    slope = float(at @ centred) / squares if squares else 0.0
    rest = centred - slope * at
    left = float(rest @ rest)
    return slope, math.sqrt(left / values.size), math.sqrt(left / max(values.size - 2, 1) / (squares or 1.0))


def _mean_but_largest(values: Array) -> float:
    """The mean with the largest value counted as 0, so that one spike is nothing."""
    return float(values.sum() - values.max()) / values.size


def _end(curve: Array) -> float:
    """Mean over the last eighth, three epochs at least."""
    return mean(curve[-max(3, curve.size // 8) :])


def _about(curve: Array, part: float) -> float:
    """Mean over the epochs about ``part`` of the time, a window a third as wide as the time to there."""
    centre = curve.size * part
    start = max(0, round(centre * 5 / 6))
    return mean(curve[start : max(start + 1, round(centre * 7 / 6))])


def cleaned(loss: Array, val_loss: Array | None) -> tuple[Array, Array]:
    """Both curves without gaps: straight lines over what is not finite, validation put where it was measured.

    Args:
        loss: Training loss ``[E]``.
        val_loss: Validation loss ``[V]``. Shorter, it is every ``E // V``-th epoch (``validation_freq``) where that
            fits, else the first V; longer, its first E count. None, empty or all NaN: no validation.
    """
    return _bridged(loss), _bridged(placed(loss.size, val_loss))


def broken_epoch(curve: Array) -> int:
    """First epoch (from 1) from which the curve is not finite any more, 0 where there is none.

    An infinite value counts wherever it stands. NaN counts at the end only, since weights that are NaN stay so: with
    numbers after it, it is a value that was not recorded. At the end it counts where it lasts longer than any such
    gap before, since a validation every few epochs leaves gaps there too.
    """
    infinite = np.isinf(curve)
    if infinite.any():
        return int(infinite.argmax()) + 1
    known = np.flatnonzero(~np.isnan(curve))
    if known.size == curve.size:
        return 0
    gaps = np.diff(known, prepend=-1) - 1
    longest = int(gaps.max()) if known.size else 0
    end = int(known[-1]) + 1 if known.size else 0
    return end + 1 if curve.size - end > longest else 0


def placed(epochs: int, val_loss: Array | None) -> Array:
    """The validation loss on the epochs of the training loss, NaN between; empty where there is none."""
    if val_loss is None or not val_loss.size or np.isnan(val_loss).all():
        return np.empty(0)
    every = epochs // val_loss.size if epochs else 0
    if every < 2 or epochs // every != val_loss.size:
        return val_loss[:epochs]
    spread = np.full(epochs, np.nan)
    spread[every - 1 :: every][: val_loss.size] = val_loss
    return spread


def _bridged(curve: Array) -> Array:
    """The curve with straight lines over what is not finite."""
    known = np.isfinite(curve)
    if not known.all():
        at = np.flatnonzero(known)
        curve = np.interp(np.arange(curve.size), at, curve[at]) if at.size else np.zeros(curve.size)
    return np.clip(curve, -HUGE, HUGE)
