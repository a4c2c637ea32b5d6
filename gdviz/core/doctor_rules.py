"""What the doctor knows before he looks: limits, usual rates, and the two verdicts that follow by definition."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gdviz.core.doctor_quantities import KNOWN, QUANTITIES
from gdviz.core.doctor_signs import TINY, mean, noise_of, smoothed_over
from gdviz.core.doctor_truth import GROWN, OLDEST, RISEN, SMOOTHING
from gdviz.core.verdicts import HEALTHY
from gdviz.paths import resource
from gdviz.said import Said

Array = NDArray[np.float64]

HUGE_LOSS = 1e150
"""Stands for the limit that an infinite loss has passed."""

LARGEST_NOISE = 0.05
"""Jumps of up to this part of the first loss are taken for noise when it is asked whether the loss grew."""

FEW = 2
"""So many epochs above the limit may be spikes."""

USUAL_RATES: Mapping[str, float] = {
    "sgd": 0.3,
    "momentum": 0.1,
    "rmsprop": 0.01,
    "adam": 0.03,
    "adamw": 0.03,
    "nadam": 0.03,
    "adamax": 0.1,
    "adagrad": 0.6,
    "lion": 0.01,
    "adadelta": 10.0,
    "ftrl": 1.0,
}
"""Middle of the rates that brought the training loss lowest on the fitting part of the labelled set, by optimiser."""

SIGN_LIKE = frozenset({"rmsprop", "adam", "adamw", "nadam", "adamax", "lion"})
"""Optimisers whose steps are as long as the rate says, however small the slope."""

ALIASES: Mapping[str, str] = {
    "amsgrad": "adam",
    "lamb": "adam",
    "nesterov": "momentum",
    "sgd with momentum": "momentum",
    "schedulefreeadamw": "adamw",
    "schedule_free_adamw": "adamw",
}
"""Optimisers that are used at the rates of another."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a number is held against.

    Attributes:
        value: The limit.
        at_most: Whether the number must lie at or below it rather than above.
        width: How soft it is, in the logarithm: a number ``e**width`` beyond the limit meets it by 73 %.
    """

    value: float
    at_most: bool = False
    width: float = 0.1

    def met(self, number: float) -> float:
        """How far ``number`` meets the limit, from 0 to 1: ``1 / (1 + (limit / number) ** (1 / width))``."""
        ratio = max(number, TINY) / max(self.value, TINY)
        odds = math.log(ratio) / self.width * (-1 if self.at_most else 1)
        return 1 / (1 + math.exp(min(-odds, 700.0)))


LIMITS: Mapping[str, Limit] = {
    "growth": Limit(GROWN, width=0.02),
    "val_rise": Limit(RISEN, width=0.02),
    "val_age": Limit(float(OLDEST), width=0.1),
    "fit_since": Limit(1.0, at_most=True, width=0.01),
    "decades": Limit(1.2),
    "lost_late": Limit(0.6),
}
"""The limits of the two definitions, and of a rate far above the usual (`core.doctor_belief`).

Those of the learned verdicts are in ``resources/data/doctor_limits.json``."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was seen.

    Attributes:
        what: What was measured, in words.
        epochs: Where, from 1: the first and last epoch of a span, or one epoch.
        value: The number.
        limit: What it was held against.
        met: How much it counts, from 0 (not at all) to 1.
        at_most: Whether the verdict wants the value at or below the limit rather than above.
        unit: ``"%"`` where the numbers are parts of one, ``"x"`` where they are multiples, else empty.
    """

    what: str
    epochs: tuple[int, ...]
    value: float
    limit: float
    met: float = 1.0
    at_most: bool = False
    unit: str = ""

    @property
    def sentence(self) -> str:
        """The evidence as one sentence: what, where, how much, and the limit."""
        first, last = (self.epochs[0], self.epochs[-1]) if self.epochs else (0, 0)
        where = "" if not first else f" (epoch {first})" if first == last else f" (epochs {first} to {last})"
        if not math.isfinite(self.value) or self.limit == HUGE_LOSS:
            return f"{_capital(self.what)}{where}."
        bound = "at most" if self.at_most else "more than"
        value, limit = told(self.value, self.unit), told(self.limit, self.unit)
        return f"{_capital(self.what)}{where}: {value}, where {bound} {limit} speaks for this verdict."


def told(number: float, unit: str = "") -> str:
    """A number as people say it: 12 percent, 1.3 times, 0.0042, 24,000."""
    if unit == "%":
        # In words, because it is read aloud, too.
        return (
            Said("{} percent", f"{100 * number:.2g}")
            if abs(number) < 0.1
            else Said("{} percent", f"{100 * number:.0f}")
        )
    size = abs(number)
    if size < 1e-9:
        text = "0"
    elif 1000 <= size < 1e6:
        text = f"{number:,.0f}"
    else:
        text = f"{number:.3g}" if size < 0.1 or size >= 1e6 else f"{number:.2f}" if size < 100 else f"{number:.0f}"
    return Said("{} times", text) if unit == "x" else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def home(optimizer: str) -> str:
    """The optimiser whose usual rates are used for this one."""
    return ALIASES.get(optimizer, optimizer)


def usual_rate(optimizer: str) -> float | None:
    """The usual rate of an optimiser by its name in lower case, None where that is not known."""
    return USUAL_RATES.get(home(optimizer))


@lru_cache(maxsize=1)
def learned_limits() -> Mapping[str, Mapping[str, Limit]]:
    """For each learned verdict, the number that each quantity is held against; see `engine.doctor_fit.limits`."""
    content = json.loads(resource("data/doctor_limits.json").read_text(encoding="utf-8"))
    return {
        verdict: {name: Limit(value, at_most) for name, (value, at_most, _) in limits.items()}
        for verdict, limits in content.items()
    }


@lru_cache(maxsize=8)
def telling(verdict: str) -> Mapping[str, tuple[str, ...]]:
    """For each group, its quantities that have words and a limit for a verdict, the one that tells it best first.

    A part of something that is to be less than nothing would be true, but nobody thinks like that; nor that a lead of
    another rate speaks for a healthy run, as it does where runs that stand still are among these.
    """
    groups: dict[str, tuple[str, ...]] = {}
    for name, limit in learned_limits().get(verdict, {}).items():
        quantity = QUANTITIES.get(name) or KNOWN[name]
        absurd = quantity.group == "trial" and limit.at_most != (verdict in HEALTHY)
        if quantity.what and not absurd and (quantity.unit != "%" or limit.value >= 0):
            groups[quantity.group] = (*groups.get(quantity.group, ()), name)
    return groups


def span(where: tuple[float, float], epochs: int) -> tuple[int, int]:
    """A part of the run as its first and last epoch, from 1."""
    first = min(int(where[0] * epochs) + 1, epochs)
    return first, max(first, min(math.ceil(where[1] * epochs), epochs))


def quantity_evidence(verdict: str, name: str, value: float, epochs: int, weight: float) -> Evidence:
    """One quantity held against the limit that `telling` knows for a verdict."""
    limit, quantity = learned_limits()[verdict][name], QUANTITIES.get(name) or KNOWN[name]
    where, least, unit = span(quantity.where, epochs), limit.value, quantity.unit
    if unit == "10^":
        value, least, unit = 10.0**value, 10.0**least, "x"
    return Evidence(quantity.what, where, value, least, weight, limit.at_most, unit)


def speaks_for(item: Evidence) -> bool:
    """Whether the number lies on the verdict's side of its limit."""
    return item.value <= item.limit if item.at_most else item.value > item.limit


def broke(epoch: int) -> tuple[Evidence, ...]:
    """Diverging: a loss is infinite or no number from ``epoch`` on."""
    return (Evidence(Said("the loss is no longer a finite number"), (epoch,), math.inf, HUGE_LOSS),)


def grew(curve: Array) -> Evidence:
    """Diverging: ``(end - noise) / first > 1.05``.

    ``end`` is the mean of the last three, or their median where hardly any other epoch stands as high, so that one
    spike is no growth; ``noise`` is twice the usual jump of the last half, 5 % of the first loss at most, so that a
    curve which starts at its floor has not grown.
    """
    first, size = float(curve[0]), max(abs(float(curve[0])), TINY)
    end = mean(curve[-3:])
    if int((curve > first + (GROWN - 1) * size).sum()) <= FEW:
        end = min(end, float(np.median(curve[-3:])))
    noise = min(2 * noise_of(curve[curve.size // 2 :]), LARGEST_NOISE * size)
    value, limit = 1 + (end - first - noise) / size, LIMITS["growth"]
    what = Said("loss at the end over that of the first epoch")
    return Evidence(what, (1, curve.size), value, limit.value, limit.met(value), unit="x")


def memorised(curve: Array, checked: Array) -> tuple[Evidence, ...]:
    """Overfitting: validation ends above 1.10 of its minimum, that is 5 epochs old, and training fell since.

    Validation is averaged over 5 epochs; over fewer, and with a younger minimum, where there are less than ten.
    Empty without validation.
    """
    if checked.size < 3:
        return ()
    width = SMOOTHING if checked.size >= 2 * SMOOTHING else max(1, checked.size // 3)
    smooth = smoothed_over(checked, width)
    best = int(smooth.argmin())
    middle = min(best + width // 2, curve.size - 1)
    span_since = (middle + 1, curve.size)
    low, end, then = float(smooth[best]), float(smooth[-1]), float(curve[middle])
    rise = 1 + (end - low) / max(abs(low), TINY)
    since = 1 + (mean(curve[-3:]) - then) / max(abs(then), TINY)
    age, least = smooth.size - 1 - best, min(OLDEST, checked.size // 2)
    limits = LIMITS["val_rise"], Limit(float(least), width=0.1), LIMITS["fit_since"]
    return (
        Evidence(
            Said("validation loss at the end over its lowest"),
            span_since,
            rise,
            limits[0].value,
            limits[0].met(rise),
            unit="x",
        ),
        Evidence(Said("epochs since it was lowest"), span_since, float(age), float(least), limits[1].met(age + 0.5)),
        Evidence(Said("training loss over what it was then"), span_since, since, 1.0, limits[2].met(since), True, "x"),
    )


def overfits(evidence: tuple[Evidence, ...]) -> bool:
    """Whether all three parts of `memorised` hold; an age equal to its limit is old enough."""
    if not evidence:
        return False
    rise, age, since = evidence
    return rise.value > rise.limit and age.value >= age.limit and since.value < since.limit
