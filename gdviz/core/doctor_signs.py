"""What the loss-curve doctor measures on a pair of curves, each measure with its formula."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

TINY = 1e-12
"""Keeps ratios finite; far below the 1e-7 at which Keras's float32 losses end."""

SMALLEST_LOSS = 1e-6
"""A loss is not told from zero below this, in a ratio to the validation loss or the first loss."""

GUESSING = 7.0
"""No cross-entropy of guessing among up to a thousand classes is larger: ln 1000 = 6.9."""

HUGE = 1e150
"""Losses are cut here, so that their squares and sums are finite."""

SMOOTHING = 5
"""Epochs over which the validation loss is averaged."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What is measured on one pair of curves of E epochs; `signs` gives the formulas.

    Attributes:
        epochs: E.
        first: Training loss of the first epoch.
        last: Mean training loss of the last three epochs.
        lowest: Lowest training loss.
        lowest_epoch: Where, from 1.
        broken_epoch: First epoch from which a loss is not a finite number any more; 0 where all are.
        growth: How far the end lies above the first epoch, as a part of the first loss; negative where it fell.
        level: ``last / first``.
        halfway: Training loss about epoch E / 2.
        slowing: The fall of the last half over that of the quarter before it: 2 on a straight line, 1 where every
            doubling of the time brings the same, 0 on a floor.
        next_fall: Forecast fall over another E epochs, as a part of ``last``.
        next_gain: The same as a part of ``first``.
        tenfold_gain: Forecast fall over ten times the epochs, as a part of ``first``.
        restless: Size of the jumps from epoch to epoch in the last half, as a part of ``last``.
        lost_ground: Mean height above the lowest loss so far, one spike left out, as a part of the first loss.
        lost_beyond: The same beyond four times the usual jump.
        rising: Share of the epochs of the last half in which the training loss rose.
        fall_over_noise: Fall over the last half in units of the uncertainty that the jumps leave.
        late_fall: The same fall as a part of ``last``.
        sudden: The part of the last half's fall that came in one epoch, beyond three times the usual jump.
        val_rise: End of the smoothed validation loss over its minimum; 1 without validation.
        val_gap: The same rise as a part of the first training loss (of 7 where that is larger).
        val_best_epoch: Epoch of that minimum, the middle of its window, from 1; 0 without validation.
        val_age: Epochs since.
        val_age_limit: The least age that counts: 5, fewer where there are under ten epochs.
        fit_since: Training loss at the end over that of the validation minimum; below 1 where it fell on.
        val_last: End of the smoothed validation loss; 0 without.
        val_best: Its minimum; 0 without.
    """

    epochs: int
    first: float
    last: float
    lowest: float
    lowest_epoch: int
    broken_epoch: int
    growth: float
    level: float
    halfway: float
    slowing: float
    next_fall: float
    next_gain: float
    tenfold_gain: float
    restless: float
    rising: float
    lost_ground: float
    lost_beyond: float
    fall_over_noise: float
    late_fall: float
    sudden: float
    val_rise: float
    val_gap: float
    val_best_epoch: int
    val_age: int
    val_age_limit: int
    fit_since: float
    val_last: float
    val_best: float


def signs(loss: Array, val_loss: Array | None = None) -> Signs:
    """Measures one run.

    With ``L(t)`` the mean training loss about epoch ``t`` (a window of ``t / 3``; of ``max(3, E / 8)`` at the end):

    - ``growth = (min(mean, median) of the last three - first - 3 noise) / |first|``, with at most 0.05 of ``|first|``
      taken for noise; the median, so that one spike is no growth;
    - ``slowing q = (L(E/2) - L(E)) / (L(E/4) - L(E/2))``, held within 0 and 2;
    - ``next_fall = 1 - (L(E) / L(E/2)) ** 0.65``: the next doubling brings about two thirds of the last, in the
      logarithm (by trial);
    - ``tenfold_gain = min(d (q + q^2 + q^3 + 0.32 q^4), L(E)) / first``, ``d = L(E/2) - L(E)``: the falls of the
      next doublings as a geometric series, 3.32 of them to a factor of ten;
    - ``noise = 1.48 median|second difference| / sqrt(6)`` over the last half: the standard deviation of independent
      noise, blind to any straight fall and to single spikes; ``restless = noise / last``;
    - ``lost_ground = mean(min(L - lowest so far, g)) / g``, ``g = min(first, 7)``: a first epoch above any guessing
      is itself an accident and no measure; the epoch that stands highest counts as 0;
    - ``val_rise = s(end) / min s``, ``s`` the mean over 5 epochs.

    A negative loss has no floor at zero; the curve is then lifted to end a tenth of its range above zero, for the
    ratios only. Missing values inside a curve are bridged with straight lines.

    Args:
        loss: Training loss of each epoch, shape ``[E]``, E >= 1, any values.
        val_loss: Validation loss, shape ``[V]``. Shorter, it is every ``E // V``-th epoch (``validation_freq``) where
            that fits, else the first V; longer, its first E count. None, empty or all NaN: no validation.

    Returns:
        The measurements, all finite except where ``broken_epoch`` is not 0 or E is 0.
    """
    validation = _validation(loss.size, val_loss)
    broken = [epoch for epoch in (broken_epoch(loss), broken_epoch(validation)) if epoch]
    with np.errstate(all="ignore"):
        curve, checked = _bridged(loss), _bridged(validation)
        return _measured(curve, checked, min(broken, default=0))


def _measured(curve: Array, checked: Array, broken: int) -> Signs:
    """`signs` of two finite curves; ``checked`` may be empty."""
    epochs, first, last = curve.size, float(curve[0]), float(curve[-3:].mean())
    lowest = int(curve.argmin())
    end, size = min(last, float(np.median(curve[-3:]))), max(abs(first), SMALLEST_LOSS)
    lifted = curve - curve[lowest] + 0.1 * float(np.ptp(curve)) if curve[lowest] < 0 else curve
    return Signs(
        epochs=epochs,
        first=first,
        last=last,
        lowest=float(curve[lowest]),
        lowest_epoch=lowest + 1,
        broken_epoch=broken,
        growth=(end - first - 3 * min(_noise(curve[epochs // 2 :]), 0.05 * size)) / size,
        **_forecast(lifted),
        **_unrest(lifted),
        halfway=_about(curve, 0.5),
        **_validation_signs(curve, checked),
    )


def _forecast(curve: Array) -> dict[str, Any]:
    """The signs that say what more time, or larger steps, would bring."""
    quarter, half = _about(curve, 0.25), _about(curve, 0.5)
    end = max(float(curve[-max(3, curve.size // 8) :].mean()), TINY)
    first = max(float(curve[0]), TINY)
    fall = max(half - end, 0.0)
    slowing = min(fall / (quarter - half), 2.0) if quarter - half > TINY else float(fall > 0)
    next_fall = 1 - (end / (end + fall)) ** 0.65
    series = fall * (slowing + slowing**2 + slowing**3 + 0.32 * slowing**4)
    return {
        "level": float(curve[-3:].mean()) / first,
        "slowing": slowing,
        "next_fall": next_fall,
        "next_gain": next_fall * end / first,
        "tenfold_gain": min(series, end) / first,
        "late_fall": fall / end,
    }


def _unrest(curve: Array) -> dict[str, Any]:
    """The signs that say how the last half jumps about."""
    half = curve[curve.size // 2 :]
    steps, noise = np.diff(half), _noise(half)
    scale = min(max(float(curve[0]), TINY), GUESSING)
    above = np.minimum(curve - np.minimum.accumulate(curve), scale)
    window = max(3, curve.size // 8)
    fall = max(_about(curve, 0.5) - float(curve[-window:].mean()), 0.0)
    step = float(-np.diff(curve[curve.size * 5 // 12 :]).min()) - 3 * noise if steps.size > 4 else 0.0
    return {
        "restless": noise / max(float(curve[-3:].mean()), TINY),
        "rising": float((steps > 0).mean()) if steps.size else 0.0,
        "lost_ground": _mean_but_largest(above) / scale,
        "lost_beyond": _mean_but_largest(np.maximum(above - 4 * max(noise, _noise(curve)), 0.0)) / scale,
        "fall_over_noise": fall / max(noise * math.sqrt(2 / window), TINY * max(1.0, fall)),
        "sudden": max(step, 0.0) / fall if fall > TINY else 0.0,
    }


def _noise(curve: Array) -> float:
    """Size of the jumps from epoch to epoch, in units of the loss; 0 for fewer than three epochs."""
    steps = curve[1:] - curve[:-1]
    return 1.4826 * float(np.median(np.abs(steps[1:] - steps[:-1]))) / math.sqrt(6) if curve.size > 2 else 0.0


def _mean_but_largest(values: Array) -> float:
    """The mean with the largest value counted as 0, so that one spike is nothing."""
    return float(values.sum() - values.max()) / values.size


def _validation_signs(curve: Array, checked: Array) -> dict[str, Any]:
    """The signs of the smoothed validation loss."""
    if not checked.size:
        return dict(
            val_rise=1.0,
            val_gap=0.0,
            val_best_epoch=0,
            val_age=0,
            val_age_limit=5,
            fit_since=1.0,
            val_last=0.0,
            val_best=0.0,
        )
    width = min(SMOOTHING, max(1, checked.size // 3))
    smooth = np.convolve(checked, np.full(width, 1 / width), "valid")
    best = int(smooth.argmin())
    middle = min(best + width // 2, curve.size - 1)
    low, end = float(smooth[best]), float(smooth[-1])
    fitted = max(float(curve[middle]), TINY) if curve[middle] > 0 else 1.0
    fell = float(curve[-3:].mean()) - float(curve[middle])
    return dict(
        val_rise=1 + (end - low) / max(abs(low), SMALLEST_LOSS),
        val_gap=(end - low) / min(max(abs(float(curve[0])), SMALLEST_LOSS), GUESSING),
        val_best_epoch=middle + 1,
        val_age=smooth.size - 1 - best,
        val_age_limit=min(5, checked.size // 2),
        fit_since=max(1 + fell / fitted, TINY),
        val_last=end,
        val_best=low,
    )


def _about(curve: Array, part: float) -> float:
    """Mean over the epochs about ``part`` of the time, a window a third as wide as the time to there."""
    centre = curve.size * part
    start = max(0, round(centre * 5 / 6))
    return float(curve[start : max(start + 1, round(centre * 7 / 6))].mean())


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


def _validation(epochs: int, val_loss: Array | None) -> Array:
    """The validation loss on the epochs of the training loss, NaN between; empty where there is none."""
    if val_loss is None or not val_loss.size or np.isnan(val_loss).all():
        return np.empty(0)
    every = epochs // val_loss.size
    if every < 2 or epochs // every != val_loss.size:
        return val_loss[:epochs]
    spread = np.full(epochs, np.nan)
    spread[every - 1 :: every] = val_loss
    return spread


def _bridged(curve: Array) -> Array:
    """The curve with straight lines over what is not finite."""
    known = np.isfinite(curve)
    if not known.all():
        at = np.flatnonzero(known)
        curve = np.interp(np.arange(curve.size), at, curve[at]) if at.size else np.zeros(curve.size)
    return np.clip(curve, -HUGE, HUGE)
