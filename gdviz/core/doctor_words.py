"""What the doctor says of each verdict: what was seen, what to do about it, and why it was not the other thing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_rules import Evidence, told, usual_rate
from gdviz.core.doctor_signs import mean, noise_of
from gdviz.core.doctor_trial import Trial
from gdviz.core.plain import plain
from gdviz.said import Said

Array = NDArray[np.float64]

RANGE_TEST = (
    "Trying other rates would settle it: train some 300 steps from the same start at rates three and ten times lower "
    "and higher, and see where the loss gets to."
)

TESTS: Mapping[str, str] = {
    "range_test": RANGE_TEST,
    "longer_run": "Train on to {} epochs: if the loss falls by a tenth or more, it was still improving.",
    "curvature": (
        "Measuring the largest curvature would settle it: gradient descent is stable up to a rate of 2 divided by that."
    ),
    "": "",
}
"""What settles a doubt, in words."""

HARDLY = 0.03
"""A loss that fell by less than this part of itself has hardly moved."""


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A run as the words need it.

    Attributes:
        curve: Training loss ``[E]``, finite.
        broken: First epoch that was not finite, 0 where there is none.
        rate: Its learning rate, None if not known.
        optimizer: Its optimiser, empty if not known.
        evidence: What speaks for the verdict.
        best: Epoch at which the smoothed validation loss was lowest, and that loss, and the one at the end.
        factor: What the rate is to be multiplied by.
        tested: Tests that were made already, of `TESTS`.
        trial: What other rates did when tried, None if none were.
    """

    curve: Array
    broken: int
    rate: float | None
    optimizer: str
    evidence: tuple[Evidence, ...]
    best: tuple[int, float, float]
    factor: float
    tested: frozenset[str] = frozenset()
    trial: Trial | None = None

    @property
    def epochs(self) -> int:
        """E."""
        return int(self.curve.size)

    @property
    def first(self) -> float:
        """Loss of the first epoch."""
        return float(self.curve[0])

    @property
    def last(self) -> float:
        """Mean loss of the last three epochs."""
        return mean(self.curve[-3:])

    @property
    def lowest(self) -> int:
        """Epoch of the lowest loss, from 1."""
        return int(self.curve.argmin()) + 1

    @property
    def late_fall(self) -> float:
        """Part of the loss that the last half took away."""
        half = mean(self.curve[max(0, self.epochs // 2 - 2) : self.epochs // 2 + 1])
        return (half - self.last) / max(abs(half), 1e-12)


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a verdict; see `core.diagnosis.Diagnosis`."""

    sentence: str
    advice: str
    change: dict[str, float]
    test: str = ""


def _diverging(case: Case) -> Words:
    if case.broken:
        seen = Said("From epoch {} on the loss is not a finite number any more: training blew up.", case.broken)
    else:
        ends = Said("from {} to {}", told(case.first), told(case.last))
        seen = Said("The loss grew instead of falling, {} in {} epochs.", ends, case.epochs)
    return Words(Said("{} Each step overshoots the valley by more than the one before.", seen), *_rate_change(case))


def _too_high(case: Case) -> Words:
    low, end = float(case.curve[case.lowest - 1]), told(case.last)
    jumps = noise_of(case.curve[case.epochs // 2 :]) / max(abs(case.last), 1e-12)
    if case.last > 1.3 * low > 0 and case.lowest < 0.9 * case.epochs:
        seen = Said(
            "The loss was down to {} at epoch {}, was thrown back, and ended at {}", told(low), case.lowest, end
        )
    elif jumps > 0.02:
        seen = Said(
            "The loss does not settle: it jumps by about {} from epoch to epoch and ended at {}", told(jumps, "%"), end
        )
    else:
        seen = Said("The loss got stuck at {} early on, where smaller steps would have found a way further down", end)
    return Words(Said("{}. The steps are so long that they leap across the valley.", seen), *_rate_change(case))


def _too_low(case: Case) -> Words:
    way = Said("from {} to {} in {} epochs", told(case.first), told(case.last), case.epochs)
    if case.last > 0.5 * case.first:
        seen = Said("The loss came down only {}, and it was still on its way. The steps are too small.", way)
    else:
        seen = Said(
            "The loss came down {} and was far from done. Longer steps would have got further in the same time.", way
        )
    return Words(seen, *_rate_change(case))


def _overfitting(case: Case) -> Words:
    epoch, low, end = case.best
    seen = Said(
        "The validation loss was lowest around epoch {}, at {}, and has since risen to {}", epoch, told(low), told(end)
    )
    cause = Said("while the training loss went on falling: the network is learning its examples by heart.")
    advice = Said(
        "Stop after epoch {}, or keep the weights from there. More data or a smaller network help as well.", epoch
    )
    return Words(f"{seen}, {cause}", advice, {"stop_at": epoch})


def _improving(case: Case) -> Words:
    way = Said("The loss came down from {} to {} in {} epochs", told(case.first), told(case.last), case.epochs)
    more = Said(": the last half of them took away {}", told(case.late_fall, "%")) if case.late_fall > 0 else ""
    return Words(
        Said("{} and is still falling{}.", way, more),
        Said("Train on, to about {} epochs.", 2 * case.epochs),
        {"epochs": 2.0},
    )


def _converged(case: Case) -> Words:
    way = Said("from {} to {}", told(case.first), told(case.last))
    if abs(case.first - case.last) <= HARDLY * abs(case.first):
        why = Said("it began at its floor, or the network learns nothing")
        seen = Said("The loss hardly moved, {} in {} epochs: {}.", way, case.epochs, why)
        if "range_test" not in case.tested or case.trial is None:
            advice = Said("If it should have learned, find the rate anew. {}", RANGE_TEST)
            return Words(seen, advice, {}, "range_test")
        rate, loss = best_tried(case.trial)
        if loss < (1 - HARDLY) * case.curve[case.trial.epochs - 1]:
            return Words(seen, Said("If it should have learned, try the rate {}.", plain(rate, 3)), {})
        return Words(seen, Said("No other rate helped: look at the data, the network and the loss."), {})
    rest = Said("the last half of the {} epochs changed it by only {}", case.epochs, told(abs(case.late_fall), "%"))
    if abs(case.late_fall) > 0.05:
        rest = Said("another {} epochs should change it by less than 10 percent", case.epochs)
    return Words(
        Said("The loss came down {} and has settled: {}.", way, rest),
        Said("Leave it: {} epochs are enough.", case.epochs),
        {},
    )


WORDS: Mapping[str, Callable[[Case], Words]] = {
    "diverging": _diverging,
    "lr_too_high": _too_high,
    "lr_too_low": _too_low,
    "overfitting": _overfitting,
    "still_improving": _improving,
    "converged": _converged,
}
"""What is said of each verdict."""


def _rate_change(case: Case) -> tuple[str, dict[str, float]]:
    """Advice to change the rate, and the change."""
    factor = case.factor
    times = Said("{} times larger", plain(factor)) if factor > 1 else Said("{} times smaller", plain(1 / factor))
    instead = Said(": {} instead of {}", plain(case.rate * factor), plain(case.rate)) if case.rate else ""
    return Said("Make the learning rate {}{}.", times, instead), {"learning_rate": factor}


def rate_factor(verdict: str, rate: float | None, optimizer: str, table: Mapping[str, float]) -> float:
    """What to multiply the rate by: the factor of ``table``; a diverging run goes down to the usual rate at least."""
    factor = table.get(verdict, 1.0)
    usual = usual_rate(optimizer)
    if verdict == "diverging" and rate and usual and rate > usual:
        steps = max(1, round(float(np.log10(rate / usual))))
        factor = min(factor, 10.0 ** -min(steps, 3))
    return factor


def doubt(case: Case, first: str, second: str, titles: Sequence[str], likely: bool) -> Words:
    """What is said where no verdict is sure enough, and the test that tells the two apart that fit best.

    Args:
        case: The run.
        first: What would have been the verdict.
        second: What is next, or even likelier, but an illness that takes more belief.
        titles: Of both.
        likely: Whether it is far likelier.
    """
    test = settling_test(first, second, case)
    way = Said("The loss went from {} to {} in {} epochs", told(case.first), told(case.last), case.epochs)
    one, other = (title.lower() for title in titles)
    words = Said("{}. That fits {} about as well as {}, so the doctor will not guess.", way, one, other)
    if likely:
        words = Said("{}. That looks most like {}, but the doctor says so only when it is surer.", way, other)
    return Words(words, Said(TESTS[test], 2 * case.epochs), {}, test)


def best_tried(trial: Trial) -> tuple[float, float]:
    """Of the other rates the one that got lowest, and its loss; infinite where all were lost."""
    best = int(np.nan_to_num(trial.losses, nan=np.inf).argmin())
    return float(trial.rates[best]), float(trial.losses[best])


def trial_words(trial: Trial | None, curve: Array) -> str:
    """What the best of the other rates did beside the run's own; empty where none was tried, or all were lost."""
    if trial is None or not np.isfinite(trial.losses).any():
        return ""
    own, (rate, other) = float(curve[trial.epochs - 1]), best_tried(trial)
    found = trial.epochs, plain(rate, 3), told(other), told(own)
    if other < own:
        return Said("Tried from the same start, by epoch {} the rate {} had got to {}, this one to {}.", *found)
    return Said(
        "Tried from the same start, by epoch {} the best other rate, {}, had got to {}, this one to {}.", *found
    )


def settling_test(first: str, second: str, case: Case) -> str:
    """The test that tells two verdicts apart, a key of `TESTS`: one that was not made yet."""
    pair = {first, second}
    fitting = {
        "range_test": bool(pair & {"lr_too_low", "lr_too_high", "diverging"}),
        "curvature": "lr_too_high" in pair and case.optimizer in ("sgd", "momentum"),
        "longer_run": True,
    }
    return next(test for test, fits in fitting.items() if fits and test not in case.tested)
