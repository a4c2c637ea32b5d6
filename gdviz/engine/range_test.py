"""The learning-rate range test (Smith 2017): one short run in which the rate grows until the loss explodes."""

from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.trajectory import Steps
from gdviz.core.valley import smoothed, valley
from gdviz.engine.descent import Command, descent

STEPS = 100
"""Steps of a whole test."""

LOWEST, HIGHEST = 1e-5, 10.0
"""Rate of the first and of the last step."""

HOPELESS = 4.0
"""The test stops where the smoothed loss is this many times the best one."""

SKIPPED = 3
"""First steps that do not count: the average has seen too little."""


@dataclass(frozen=True, slots=True, eq=False)
class RangeTest:
    """A test so far.

    Attributes:
        rates: Rate of each step, ``[n]``.
        losses: Loss of each step's batch, ``[n]``.
        smooth: The same, averaged, ``[n]``.
        suggestion: The rate to take, by `core.valley.valley`; None as long as there is no valley.
    """

    rates: NDArray[np.float64]
    losses: NDArray[np.float64]
    smooth: NDArray[np.float64]
    suggestion: float | None


def range_test(experiment: Experiment, xla: bool | None = None) -> Generator[RangeTest, None, None]:
    """Trains up to `STEPS` steps with a rate that grows by the same factor each time.

    Args:
        experiment: What to train; its own rate, schedule and epochs do not matter.
        xla: Whether to compile through XLA; as the platform can by default.

    Yields:
        The test so far, after each step; the last one says which rate to take.
    """
    rates = np.geomspace(LOWEST, HIGHEST, STEPS)
    run = descent(replace(experiment, schedule="constant", epochs=int(FIELDS["epochs"].high)), xla)
    next(run)
    losses: list[float] = []
    for rate in rates:
        try:
            steps = run.send(
                Command(1, replace(experiment, learning_rate=float(rate), schedule="constant", epochs=STEPS))
            )
        except StopIteration:
            return
        assert isinstance(steps, Steps)
        losses.append(float(steps.batch_loss[0, 0]))
        found = _read(rates[: len(losses)], np.array(losses))
        yield found
        if not np.isfinite(losses[-1]) or _is_hopeless(found.smooth):
            return


def _read(rates: NDArray[np.float64], losses: NDArray[np.float64]) -> RangeTest:
    """The test so far, with what it suggests."""
    known = np.where(np.isfinite(losses), losses, np.nanmax(np.where(np.isfinite(losses), losses, -np.inf)))
    smooth = smoothed(known)
    usable = smooth[SKIPPED:]
    fell = len(usable) > 1 and usable.min() < usable[0]
    return RangeTest(rates, losses, smooth, float(rates[SKIPPED + valley(usable)]) if fell else None)


def _is_hopeless(smooth: NDArray[np.float64]) -> bool:
    best = smooth.min()
    return len(smooth) > SKIPPED and bool(smooth[-1] > best + (HOPELESS - 1.0) * abs(best))
