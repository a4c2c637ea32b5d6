"""What is right: the verdict on a run that the runs beside it and its own continuation prove.

A curve alone cannot say whether another rate would have been better; having trained at the other rates can. This is
the judge by which the doctor was fitted and is scored, never a part of the doctor.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

TRUTHS = ("diverging", "overfitting", "lr_too_high", "lr_too_low", "still_improving", "converged")
"""The verdicts in the order in which they are tried: the first that holds is the truth."""

RATES = tuple(float(f"{rate:.5g}") for rate in np.geomspace(1e-5, 10.0, 13))
"""The grid of rates, a factor of sqrt(10) apart: one notch."""

GROWN = 1.05
"""Diverging: the end over the first epoch."""

RISEN = 1.10
"""Overfitting: the end of the smoothed validation loss over its minimum."""

SMOOTHING, OLDEST = 5, 5
"""Overfitting: epochs that validation is averaged over, and the least age of its minimum."""

GAIN = 0.25
"""Rate too high or too low: by which part of what there was to gain another rate ends lower."""

FURTHER, FURTHER_GAIN = 0.10, 0.01
"""Still improving: by which part of itself, and of the gain, as many epochs again lower the end."""


def final(losses: Array) -> Array:
    """Mean training loss of the last three epochs: ``[..., epochs] -> [...]``."""
    return np.asarray(losses[..., -3:].mean(axis=-1))


def truth(loss: Array, val_loss: Array, fresh: float, later: Array) -> list[str]:
    """The right verdict on each run of one network over the grid of rates, E epochs long.

    With ``F_i`` the final loss at rate number i, ``gain = fresh - min F``, the first that holds:

    1. diverging: a loss is not finite, or ``F_i > 1.05`` times the first epoch's;
    2. overfitting: validation averaged over 5 epochs ends above 1.10 of its minimum, which is at least 5 epochs old,
       and the training loss fell since;
    3. lr_too_high: ``F_j < F_i - gain / 4`` for a j of i-1, i-2, and ``F_j`` is below F at i+1 and i+2;
    4. lr_too_low: ``F_j < F_i - gain / 4`` for a j of i+1, i+2;
    5. still_improving: after 2E epochs the final is below ``0.9 F_i`` and below ``F_i - gain / 100``;
    6. converged.

    Args:
        loss: Training losses, shape ``[rates, E]``, not finite where a run was lost.
        val_loss: Validation losses, the same shape, or ``[rates, 0]`` where there is no validation.
        fresh: Loss of the network before training.
        later: Final loss of each run after 2E epochs, ``[rates]``.

    Returns:
        A member of `TRUTHS` for each rate.
    """
    with np.errstate(all="ignore"):
        ends = np.nan_to_num(final(loss), nan=np.inf)
        further = np.nan_to_num(later, nan=np.inf)
        gain = fresh - float(ends.min())
        return [_verdict(i, loss[i], val_loss[i], ends, float(further[i]), gain) for i in range(len(ends))]


def _verdict(i: int, loss: Array, val_loss: Array, ends: Array, later: float, gain: float) -> str:
    """The first rule that holds for the run at rate number ``i``."""
    if not np.isfinite(loss).all() or not np.isfinite(val_loss).all() or ends[i] > GROWN * loss[0]:
        return "diverging"
    if overfits(loss, val_loss):
        return "overfitting"
    lower, above = ends[max(0, i - 2) : i], ends[i + 1 : i + 3]
    wanted = ends[i] - GAIN * gain
    if lower.min(initial=np.inf) < min(wanted, above.min(initial=np.inf)):
        return "lr_too_high"
    if above.min(initial=np.inf) < wanted:
        return "lr_too_low"
    improves = later < (1 - FURTHER) * ends[i] and later < ends[i] - FURTHER_GAIN * gain
    return "still_improving" if improves else "converged"


def margins(loss: Array, fresh: float, later: Array) -> Array:
    """How far each run lies from the nearest limit of rules 3 to 5, ``[rates]``; arguments as of `truth`.

    The least of ``|(F_i - F_j) / gain - 1/4|`` for the best F_j of the two rates below, and of the two above, and of
    ``|1 - later_i / F_i - 1/10|``. A run with a small margin might as well have had the other truth.
    """
    with np.errstate(all="ignore"):
        ends = np.nan_to_num(final(loss), nan=np.inf)
        gain = fresh - float(ends.min())
        lower = [ends[max(0, i - 2) : i].min(initial=np.inf) for i in range(len(ends))]
        above = [ends[i + 1 : i + 3].min(initial=np.inf) for i in range(len(ends))]
        won = [np.abs((ends - np.array(best)) / gain - GAIN) for best in (lower, above)]
        further = np.abs(1 - later / ends - FURTHER)
        return np.asarray(np.nan_to_num(np.min([*won, further], axis=0), nan=0.0))


def overfits(loss: Array, val_loss: Array) -> bool:
    """Rule 2 of `truth` on one run: ``[E]`` both, ``val_loss`` perhaps empty."""
    if val_loss.size < SMOOTHING + OLDEST:
        return False
    smooth = smoothed(val_loss)
    best = int(smooth.argmin())
    middle = best + SMOOTHING // 2
    old = smooth.size - 1 - best >= OLDEST
    return bool(old and smooth[-1] > RISEN * smooth[best] and loss[-3:].mean() < loss[middle])


def smoothed(val_loss: Array) -> Array:
    """Means over `SMOOTHING` epochs, shape ``[E - 4]``."""
    sums = np.cumsum(np.concatenate([[0.0], val_loss]))
    return np.asarray((sums[SMOOTHING:] - sums[:-SMOOTHING]) / SMOOTHING)
