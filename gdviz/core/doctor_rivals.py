"""What others say of the same curves: their published rules on loss arrays, rebuilt from the published limits.

Each rule gives a tuple of flags, since none of them has our six words. `core.doctor_score.best_reading` then turns each
combination of flags into the verdict that suits it best *on the very runs it is scored on*: no reading of their flags
could do better in accuracy, so the figures flatter them.
"""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = tuple[bool, ...]


def plain(loss: Array, val_loss: Array) -> Flags:
    """The rule that many write: last against first; validation above 1.1 of its minimum; below 0.98 of five before."""
    past = loss[-5] if loss.size > 4 else loss[0]
    return bool(loss[-1] > loss[0]), bool(val_loss[-1] > 1.1 * val_loss.min()), bool(loss[-1] < 0.98 * past)


def sagemaker(loss: Array, val_loss: Array) -> Flags:
    """Amazon SageMaker Debugger's built-in rules at their defaults.

    ExplodingTensor (not finite), Overfit (``ratio_threshold`` 0.1 of (validation - training) / training),
    LossNotDecreasing (``diff_percent`` 0.1 over ``num_steps`` 10), Overtraining (``patience_validation`` 10). Source:
    docs.aws.amazon.com/sagemaker, "List of Debugger built-in rules".
    """
    broken = not (np.isfinite(loss).all() and np.isfinite(val_loss).all())
    before = loss[-11] if loss.size > 10 else loss[0]
    stale = val_loss.size - 1 - int(np.nan_to_num(val_loss, nan=np.inf).argmin()) >= 10
    return broken, bool((val_loss[-1] - loss[-1]) / loss[-1] > 0.1), bool(loss[-1] > 0.999 * before), stale


def umlaut(loss: Array, val_loss: Array) -> Flags:
    """UMLAUT's checks of curves (Schoop, Huang, Hartmann, CHI 2021, doi:10.1145/3411764.3445538).

    NaN in the loss, and validation that rises from one epoch to the next while training falls: at any epoch, and at
    the last one.
    """
    apart = (np.diff(val_loss) > 0) & (np.diff(loss) < 0)
    return bool(np.isnan(loss).any()), bool(apart.any()), bool(apart[-1])


def autotrainer(loss: Array, val_loss: Array) -> Flags:
    """AutoTrainer's checks of curves at its defaults (Zhang, Zhai, Ma, Shen, ICSE 2021, arXiv:2103.08003).

    Exploding (not finite, or validation from 1e5), unstable (peak to trough of the accuracy 0.03 or more, as often as
    a fifth of the epochs), slow (no epoch gains 0.01 of accuracy), not converged (accuracy never 0.7). It looks at the
    accuracy, which these runs have no record of; ``exp(-loss)`` stands for it, the geometric mean of the probability
    given to the right answer.
    """
    if not (np.isfinite(loss).all() and np.isfinite(val_loss).all()) or val_loss[-1] >= 1e5:
        return True, False, False, False
    right, checked = np.exp(-loss), np.exp(-val_loss)
    rising, falling = right[1:-1] >= right[:-2], right[1:-1] <= right[:-2]
    peaks = right[1:-1][rising & (right[1:-1] >= right[2:])]
    troughs = right[1:-1][falling & (right[1:-1] <= right[2:])]
    pairs = min(peaks.size, troughs.size)
    unstable = int((peaks[:pairs] - troughs[:pairs] >= 0.03).sum()) >= 0.2 * loss.size
    slow = max(float(np.diff(right).max()), float(np.diff(checked).max())) < 0.01
    return False, unstable, slow, bool(right.max() < 0.7 or checked.max() < 0.7)


RIVALS: Mapping[str, Callable[[Array, Array], Flags]] = {
    "plain rule": plain,
    "SageMaker Debugger": sagemaker,
    "UMLAUT": umlaut,
    "AutoTrainer": autotrainer,
}
"""By name, as the scorecard shows them."""
