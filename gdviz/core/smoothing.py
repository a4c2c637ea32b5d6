"""A calm line through a restless curve that stays true at its ends, at gaps and at spikes."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def smooth(at: Array, values: Array, weights: Array, half: int) -> Array:
    """A straight line fitted around each point, read off there (local linear regression).

    With ``k(j) = 1 - (j / (half + 1)) ** 2`` for ``|j| <= half``, the line at point ``i`` has the least
    ``sum_j k(j) * weights[i + j] * (values[i + j] - line(at[i + j])) ** 2``. Unlike a mean or an exponential average
    it neither lags behind a fall nor bends flat at the first and last points. It is kept within the values of its
    window, so that it shows no loss that was never near. (Fan and Gijbels: Local Polynomial Modelling and Its
    Applications, 1996.)

    Args:
        at: Places of the points, ascending, about evenly spaced, ``[N]``.
        values: The curve, ``[N]``; NaN and infinity are gaps, left out of the fit and left gaps in the result.
        weights: How many measurements each value stands for, ``[N]``.
        half: Neighbours taken in on either side; 0 changes nothing.

    Returns:
        The smoothed curve, ``[N]``.
    """
    known = np.isfinite(values)
    half = min(half, (len(values) - 1) // 2)
    if half < 1 or known.sum() < 3:
        return np.where(known, values, np.nan)
    kernel = 1 - (np.arange(-half, half + 1) / (half + 1)) ** 2
    weight = np.where(known, weights, 0.0)
    y = np.where(known, values, 0.0)
    x = at - at.mean()
    total, first, second, mean, moment = (
        np.convolve(weight * part, kernel, "same") for part in (np.ones_like(x), x, x * x, y, x * y)
    )
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        middle, level = first / total, mean / total
        spread, slope = second / total - middle**2, moment / total - middle * level
        line = level + np.where(spread > 1e-9 * (1 + x**2), slope / spread, 0.0) * (x - middle)
    low, high = _window_extremes(np.where(known, values, np.nan), half)
    return np.where(known, np.clip(line, low, high), np.nan)


def _window_extremes(values: Array, half: int) -> tuple[Array, Array]:
    """Lowest and highest finite value within ``half`` neighbours of each point."""
    padded = np.concatenate([np.full(half, np.nan), values, np.full(half, np.nan)])
    windows = np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1)
    return np.fmin.reduce(windows, 1), np.fmax.reduce(windows, 1)
