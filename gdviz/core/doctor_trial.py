"""What other rates did when tried: the range test that the doctor asks for, in numbers.

A curve does not say where other rates would have led; a few hundred steps from the same start at each of four do. What
they say is held against the run's own loss after as many epochs, and against where it ended.
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

BESIDE = tuple(float(factor) for factor in 10.0 ** np.array([-1.0, -0.5, 0.5, 1.0]))
"""The rates that are tried, over the run's own: a factor of sqrt(10) apart, as in `core.doctor_truth.RATES`."""

NEAR = 0.1
"""A rate counts as one of them within this power of ten."""

MOST_LEAD = 10.0
"""Leads are held within plus and minus this."""

QUANTITIES = ("lower_lead", "third_lead", "triple_lead", "higher_lead", "lower_below", "higher_below", "tested")
"""What is measured; the names are explained in `core.doctor_quantities.KNOWN`."""

EXPECTED = "the training losses of some epochs by learning rate, such as {0.01: [0.7, 0.5], 0.1: [0.6, 0.2]}"


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """What other rates did.

    Attributes:
        epochs: How many each was trained for, at most as many as the run.
        rates: The rates, one for each of `BESIDE`, ``[4]``; NaN where that was not tried.
        losses: Training loss of the last of these epochs, ``[4]``; infinite where the run was lost, NaN where the rate
            was not tried.
    """

    epochs: int
    rates: Array
    losses: Array


def trial_epochs(epochs: int, steps_per_epoch: float) -> int:
    """How many epochs of a run of ``epochs`` other rates are to be tried for: `STEPS` steps, at most as many."""
    return max(1, min(epochs, math.ceil(STEPS / steps_per_epoch)))


def curves_of(given: Any) -> dict[float, Array]:
    """Training losses by learning rate, ``{rate: [epochs]}``, as numbers.

    Raises:
        UserError: If ``given`` is something else.
    """
    if not isinstance(given, Mapping):
        raise UserError(f"The range test was {given!r:.60}", EXPECTED)
    try:
        curves = {float(rate): np.asarray(curve).astype(float, casting="same_kind") for rate, curve in given.items()}
    except (TypeError, ValueError, OverflowError) as error:
        raise UserError(f"The range test was {given!r:.60}", EXPECTED) from error
    if not all(1e-12 < rate < math.inf for rate in curves):
        raise UserError(f"The range test had the rates {list(curves)!r:.60}", "rates above 0")
    return {rate: curve.ravel() for rate, curve in curves.items()}


def trial_of(curves: Mapping[float, Array], rate: float, epochs: int) -> Trial | None:
    """Reads curves beside a run; None where none of their rates is one of `BESIDE` times its own.

    Args:
        curves: As `curves_of` gives them; one that is shorter than the others was lost.
        rate: The run's own.
        epochs: How many it has behind it; curves are cut there.
    """
    beside = [_beside(curves, rate * factor) for factor in BESIDE]
    tried = min(epochs, max((curves[each].size for each in beside if each), default=0))
    if not tried:
        return None
    losses = [math.nan if each is None else _loss(curves[each], tried) for each in beside]
    return Trial(tried, np.array([each or math.nan for each in beside]), np.array(losses))


def _beside(curves: Mapping[float, Array], wanted: float) -> float | None:
    """The rate that is nearest to one that is wanted, None where none is near."""
    apart = {rate: abs(math.log10(rate / wanted)) for rate in curves}
    nearest = min(apart, key=lambda rate: apart[rate], default=None)
    return nearest if nearest is not None and apart[nearest] < NEAR else None


def _loss(curve: Array, epochs: int) -> float:
    """The loss after so many epochs, infinite where the run was lost."""
    return float(curve[epochs - 1]) if curve.size >= epochs and np.isfinite(curve[epochs - 1]) else math.inf


def trial_quantities(trial: Trial | None, curve: Array, start_loss: float) -> dict[str, float]:
    """`QUANTITIES` of a run; all NaN where nothing was tried, or the loss before training is not known.

    Args:
        trial: What other rates did.
        curve: The run's own training loss ``[E]``, finite.
        start_loss: Loss before training, NaN if not known.
    """
    if trial is None or math.isnan(start_loss):
        return dict.fromkeys(QUANTITIES, math.nan)
    own, end = float(curve[trial.epochs - 1]), mean(curve[-3:])
    tenth, third, triple, tenfold = trial.losses.tolist()
    lower, higher = _least(tenth, third), _least(triple, tenfold)
    reached = _least(own, lower, higher)
    gain = max(start_loss - reached, TINY * abs(start_loss), TINY)
    whole = max(start_loss - min(reached, end), TINY * abs(start_loss), TINY)
    leads = [_held((own - other) / gain) for other in (lower, third, triple, higher)]
    below = [_held((end - other) / whole) for other in (lower, higher)]
    return dict(zip(QUANTITIES, [*leads, *below, trial.epochs / curve.size], strict=True))


def _least(*losses: float) -> float:
    """The least loss of those that are known, NaN if none is."""
    return min((loss for loss in losses if not math.isnan(loss)), default=math.nan)


def _held(lead: float) -> float:
    return lead if math.isnan(lead) else min(max(lead, -MOST_LEAD), MOST_LEAD)
