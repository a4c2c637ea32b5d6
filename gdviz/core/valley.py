"""Reading a learning-rate range test: which rate to take."""

import numpy as np
from numpy.typing import NDArray


def valley(losses: NDArray[np.float64]) -> int:
    """Where in the longest valley to stand: the step whose rate is to be taken.

    The valley is the longest falling subsequence of the losses (steps in between may rise, so noise does not end it).
    The point is two thirds down it: past the slow beginning, well before the bottom, where the next larger rates
    already do harm. This is the idea of fastai's ``valley``.

    Args:
        losses: Smoothed loss at each step of the test, finite, shape ``[n]``.

    Returns:
        A number from 0 to n - 1.
    """
    length = np.ones(len(losses), int)
    first = np.arange(len(losses))
    for step in range(1, len(losses)):
        # The nearest of equally good predecessors: a flat beginning is no part of the valley.
        higher = np.flatnonzero(losses[:step] > losses[step])[::-1]
        if higher.size:
            best = higher[np.argmax(length[higher])]
            length[step], first[step] = length[best] + 1, first[best]
    last = int(np.argmax(length))
    return int(first[last] + 2 * (last - first[last]) // 3)


def smoothed(losses: NDArray[np.float64], memory: float = 0.9) -> NDArray[np.float64]:
    """Losses averaged over about ``1 / (1 - memory)`` steps, corrected for the start as Adam's averages are."""
    average, result = 0.0, np.empty(len(losses))
    for step, loss in enumerate(losses):
        average = memory * average + (1.0 - memory) * loss
        result[step] = average / (1.0 - memory ** (step + 1))
    return result
