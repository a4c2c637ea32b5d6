"""The range test that the doctor orders: the same network from the same start, at lower and at higher rates.

A curve does not say where other rates would have led; a few hundred steps at each of four do. What they say is held
against the run's own loss after as many epochs, and against where it ended.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_signs import TINY, mean
from gdviz.errors import UserError

Array = NDArray[np.float64]

STEPS = 300
"""Steps at each rate, as far as the run is as long: 0.1 to 0.3 s for a small network."""

FACTORS = tuple(float(factor) for factor in 10.0 ** np.array([-1.0, -0.5, 0.5, 1.0]))
"""The rates that are tried, over the run's own: a factor of sqrt(10) apart, as in `core.doctor_truth.RATES`."""

NEAR = 0.1
"""A rate counts as one of them within this power of ten."""

FARTHEST = 10.0
"""Leads are held within plus and minus this."""

EXPECTED = "the training losses of some epochs by learning rate, such as {0.01: [0.7, 0.5], 0.1: [0.6, 0.2]}"


@dataclass(frozen=True, slots=True, eq=False)
class RangeTest:
    """What a range test showed.

    Attributes:
        epochs: How many each rate was trained for.
        losses: Training loss of the last of them at each of `FACTORS`, infinite where the run was lost, NaN where the
            rate was not tried, ``[4]``.
    """

    epochs: int
    losses: Array


def test_epochs(epochs: int, steps_per_epoch: float) -> int:
    """How many epochs to train at each rate for a run of ``epochs``: `STEPS` steps, at most as long as the run."""
    return max(1, min(epochs, math.ceil(STEPS / steps_per_epoch)))


def range_test_of(curves: Any, rate: float) -> RangeTest | None:
    """Reads curves as a range test beside ``rate``; None where no rate is one of `FACTORS` times that.

    Args:
        curves: Training losses by learning rate, ``{rate: [epochs]}``; what is shorter than the others was lost.
        rate: The run's own.

    Raises:
        UserError: If ``curves`` is something else.
    """
    read = _read(curves)
    epochs = max((curve.size for curve in read.values()), default=0)
    losses = np.full(len(FACTORS), np.nan)
    for tried, curve in read.items() if epochs else ():
        apart = np.abs(np.log10(np.array(FACTORS) * rate / tried))
        if apart.min() < NEAR:
            held = curve.size == epochs and math.isfinite(curve[-1])
            losses[apart.argmin()] = curve[-1] if held else math.inf
    return None if np.isnan(losses).all() else RangeTest(epochs, losses)


def _read(curves: Any) -> dict[float, Array]:
    """Rates and curves as numbers."""
    if not isinstance(curves, Mapping):
        raise UserError(f"The range test was {curves!r:.60}", EXPECTED)
    try:
        read = {float(rate): np.asarray(curve, float).ravel() for rate, curve in curves.items()}
    except (TypeError, ValueError, OverflowError) as error:
        raise UserError(f"The range test was {curves!r:.60}", EXPECTED) from error
    if not all(0 < rate < math.inf for rate in read):
        raise UserError(f"The range test had the rates {list(read)!r:.60}", "rates above 0")
    return read


def range_quantities(test: RangeTest | None, curve: Array, start_loss: float) -> dict[str, float]:
    """What the test says of a run, all NaN without one; the names are explained in `core.doctor_quantities.KNOWN`.

    Args:
        test: What the test showed.
        curve: The run's own training loss ``[E]``, finite.
        start_loss: Loss before training, NaN if not known.
    """
    names = "lower_lead", "third_lead", "triple_lead", "higher_lead", "lower_below", "higher_below", "tested"
    if test is None or math.isnan(start_loss) or test.epochs > curve.size:
        return dict.fromkeys(names, math.nan)
    own, end = float(curve[test.epochs - 1]), mean(curve[-3:])
    tenth, third, triple, tenfold = test.losses.tolist()
    lower, higher = _least(tenth, third), _least(triple, tenfold)
    reached = _least(own, lower, higher)
    gain = max(start_loss - reached, TINY * abs(start_loss), TINY)
    whole = max(start_loss - min(reached, end), TINY * abs(start_loss), TINY)
    leads = [_held((own - other) / gain) for other in (lower, third, triple, higher)]
    below = [_held((end - other) / whole) for other in (lower, higher)]
    return dict(zip(names, [*leads, *below, test.epochs / curve.size], strict=True))


def _least(*losses: float) -> float:
    """The least loss of those that are known, NaN if none is."""
    return min((loss for loss in losses if not math.isnan(loss)), default=math.nan)


def _held(lead: float) -> float:
    return lead if math.isnan(lead) else min(max(lead, -FARTHEST), FARTHEST)
