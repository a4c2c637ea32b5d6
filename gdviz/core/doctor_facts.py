"""A run as the loss-curve doctor examines it, and the quantities that take more than its curves."""

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_quantities import KNOWN
from gdviz.core.doctor_rules import SIGN_LIKE, home, usual_rate
from gdviz.core.doctor_signs import TINY, mean
from gdviz.core.doctor_trial import Trial, trial_epochs, trial_quantities

Array = NDArray[np.float64]

FARTHEST = 6.0
"""Powers of ten are held within plus and minus this."""


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What there is to examine.

    Attributes:
        curve: Training loss ``[E]``, finite.
        checked: Validation loss, finite, or empty.
        broken: First epoch that was not finite, 0 where there is none.
        rate: Learning rate, None if not known.
        optimizer: Name of the optimiser, empty if not known.
        steps_per_epoch: NaN if not known.
        classes: NaN if not known, 0 for regression.
        stable_rate: Largest rate at which training is stable here, NaN if not measured.
        start_loss: Loss before training, NaN if not known.
        gradient_norm: Mean gradient norm of each epoch ``[E]``, empty if not known.
        trial: What other rates did when tried; None if none were, or if that does not count.
    """

    curve: Array
    checked: Array
    broken: int
    rate: float | None = None
    optimizer: str = ""
    steps_per_epoch: float = math.nan
    classes: float = math.nan
    stable_rate: float = math.nan
    start_loss: float = math.nan
    gradient_norm: Array = field(default_factory=lambda: np.empty(0))
    trial: Trial | None = None

    @property
    def tested(self) -> frozenset[str]:
        """Tests that were made, by `diagnosis.Diagnosis.test`; other rates have to be tried for long enough."""
        steps, trial = self.steps_per_epoch, self.trial
        long = trial is not None and (math.isnan(steps) or trial.epochs >= trial_epochs(self.curve.size, steps))
        made = {"range_test": long, "curvature": not math.isnan(self.stable_rate)}
        return frozenset(test for test, done in made.items() if done)


def known_quantities(known: Facts, values: dict[str, float]) -> dict[str, float]:
    """`KNOWN` of one run whose rate and optimiser are known; NaN where something else is not.

    Args:
        known: The run.
        values: Its `QUANTITIES`.
    """
    assert known.rate is not None
    epochs, first, last = known.curve.size, values["first_loss"], values["end_loss"]
    decades = math.log10(known.rate / (usual_rate(known.optimizer) or known.rate))
    guessing = math.nan if math.isnan(known.classes) else math.log(known.classes) if known.classes > 1 else 1.0
    found = {
        "rate": math.log10(known.rate),
        "decades": decades,
        "reach": decades + math.log10(epochs),
        "sign_like": float(home(known.optimizer) in SIGN_LIKE),
        "steps": decades + math.log10(epochs * known.steps_per_epoch),
        "over_guessing": last / guessing,
        "first_over_guessing": first / guessing,
        "over_start": last / known.start_loss,
        "first_over_start": first / known.start_loss,
        **_gains(known, values),
        "stability": _power(known.rate / known.stable_rate),
        **_slopes(known, values),
        **trial_quantities(known.trial, known.curve, known.start_loss),
    }
    return {name: found[name] for name in KNOWN}


def _gains(known: Facts, values: dict[str, float]) -> dict[str, float]:
    """What further epochs may bring, and jumps, against all that there was to gain from before training on."""
    if math.isnan(known.start_loss):
        return dict.fromkeys(("threefold_of_gain", "tenfold_of_gain", "jumps_of_gain"), math.nan)
    size = max(abs(values["first_loss"]), TINY)
    gained = max(known.start_loss - values["end_loss"], 0.0) / size
    return {
        "threefold_of_gain": part_of(values["threefold"], gained),
        "tenfold_of_gain": part_of(values["tenfold"], gained),
        "jumps_of_gain": min(values["jumps_of_first"] / max(gained, TINY), 1e6),
    }


def part_of(more: float, gained: float) -> float:
    """What is still to come as a part of that and what was gained."""
    return more / max(gained + more, TINY)


def _slopes(known: Facts, values: dict[str, float]) -> dict[str, float]:
    """How the gradient shrank, and what steps along it should have brought."""
    norms, epochs = known.gradient_norm, known.curve.size
    if norms.size != epochs or known.rate is None:
        return dict.fromkeys(("gradient", "gradient_late", "descent"), math.nan)
    end, half = mean(norms[-max(3, epochs // 8) :]), mean(norms[max(0, epochs // 2 - 1) : epochs // 2 + 2])
    expected = known.rate * mean(norms[epochs // 2 :] ** 2) * known.steps_per_epoch * epochs / 2
    fall = max(values["gain_1"], 1e-7) * max(abs(values["first_loss"]), TINY)
    return {
        "gradient": _power(end / max(float(norms[0]), TINY)),
        "gradient_late": _power(end / max(half, TINY)),
        "descent": _power(expected / fall),
    }


def _power(ratio: float) -> float:
    """The power of ten of a ratio above 0, within plus and minus `FARTHEST`."""
    if math.isnan(ratio):
        return math.nan
    return min(max(math.log10(max(float(ratio), 1e-30)), -FARTHEST), FARTHEST)
