"""The rules of the loss-curve doctor, their limits, and what is usual for each optimiser.

The rules follow one idea. With small steps, training ten times as long and taking steps ten times as large lead to the
same place. So what a larger rate, or more epochs, would bring can be read off the curve itself: from how much it fell
over each doubling of the time so far. The limits are then those of the question asked ("would it end lower by a quarter
of what there was to gain?"), not numbers found by trial. Where one was found by trial, its line says so.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gdviz.core.doctor_signs import GUESSING, TINY, Signs

HUGE_LOSS = 1e150
"""Stands for the limit that an infinite loss has passed."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a sign is held against.

    Attributes:
        value: The limit.
        width: How soft it is: at ``value * e**width`` the rule is 73 % met. Found by trial.
        at_most: Whether the sign must lie below rather than above.
    """

    value: float
    width: float
    at_most: bool = False

    def met(self, value: float) -> float:
        """How far ``value`` meets the limit, from 0 to 1: ``1 / (1 + (limit / value) ** (1 / width))``."""
        ratio = max(value, TINY) / self.value
        odds = math.log(ratio) / self.width * (-1 if self.at_most else 1)
        return 1 / (1 + math.exp(min(-odds, 700.0)))


LIMITS: Mapping[str, Limit] = {
    "growth": Limit(0.05, 0.1),
    "val_rise": Limit(1.10, 0.01),
    "val_visible": Limit(0.015, 0.1),  # by trial: 96 % of the overfitting runs lie above
    "val_age": Limit(0.95, 0.05),  # of val_age_limit
    "fit_since": Limit(1.0, 0.005, at_most=True),
    "stands_high": Limit(0.6, 0.15),  # by trial: guessing costs ln 2 = 0.69 or more, or 1 in scaled squared error
    "stands_high_of_first": Limit(0.2, 0.3),  # by trial
    "restless": Limit(0.015, 0.3),  # by trial
    "restless_unscaled": Limit(0.08, 0.2),  # by trial: for losses above any cross-entropy of guessing
    "standing_still": Limit(0.10, 0.3, at_most=True),  # by trial
    "lost_beyond": Limit(0.03, 0.3),  # by trial
    "lost_ground": Limit(0.25, 0.75),  # by trial
    "blown_up": Limit(GUESSING, 0.3),
    "still_high": Limit(0.35, 0.15),  # by trial
    "below_guessing": Limit(GUESSING, 0.1, at_most=True),
    "rising": Limit(0.15, 0.2),  # by trial
    "tenfold_gain": Limit(0.25, 0.35),
    "steady": Limit(3.0, 0.3),  # in standard errors
    "straight": Limit(1.4, 0.1),  # by trial, between 1 (each doubling alike) and 2 (a straight line)
    "moves": Limit(0.0005, 0.3),  # by trial: less is no learning that anyone could see
    "high_of_first": Limit(0.4, 0.1),  # by trial
    "sudden": Limit(0.5, 0.2, at_most=True),  # by trial
    "next_fall": Limit(0.10, 0.5),
    "next_gain": Limit(0.01, 0.5),
}
"""Every limit of every rule, in one place."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was seen.

    Attributes:
        what: What was measured, in words.
        epochs: Where, from 1: the first and last epoch of a span, or one epoch.
        value: The number.
        limit: What it was held against.
        met: How far it meets the limit of its rule, from 0 (not at all) to 1.
        at_most: Whether the rule wants the value below the limit rather than above.
    """

    what: str
    epochs: tuple[int, ...]
    value: float
    limit: float
    met: float = 1.0
    at_most: bool = False


def held(name: str, value: float, what: str, epochs: tuple[int, ...]) -> Evidence:
    """Holds one value against the limit called ``name``."""
    limit = LIMITS[name]
    return Evidence(what, epochs, value, limit.value, limit.met(value), limit.at_most)


def broke(s: Signs) -> tuple[Evidence, ...]:
    """Diverging: a loss is infinite or no number, ``broken_epoch > 0``."""
    return (
        Evidence("loss no longer a finite number", (s.broken_epoch,), math.inf, HUGE_LOSS, float(s.broken_epoch > 0)),
    )


def grew(s: Signs) -> tuple[Evidence, ...]:
    """Diverging: the loss ends more than 5 % above the first epoch's, ``growth > 0.05``."""
    return (held("growth", s.growth, "rise of the loss over the first epoch's", (1, s.epochs)),)


def memorised(s: Signs) -> tuple[Evidence, ...]:
    """Overfitting: ``val_rise > 1.10``, the minimum is 5 epochs old, and the training loss fell since.

    And ``val_gap > 0.015``: a rise from 0.001 to 0.002 is ten per cent many times over, and nothing.
    """
    span = (s.val_best_epoch, s.epochs)
    return (
        held("val_rise", s.val_rise, "validation loss over its lowest", span),
        held("val_visible", s.val_gap, "rise of the validation loss, of the first training loss", span),
        held("val_age", s.val_age / max(s.val_age_limit, 1), "age of that lowest over the least that counts", span),
        held("fit_since", s.fit_since, "training loss over what it was then", span),
    )


def jumps_about(s: Signs) -> tuple[Evidence, ...]:
    """Rate too high: the loss stands near what guessing costs, jumps, and gets no further in the last half.

    ``last > 0.6``, ``level > 0.2``, ``restless > 0.015``, ``late_fall - restless < 0.1``. All four, since a noisy
    small-batch run jumps as much, but lower or still falling. Above any guessing, where it may just be a squared error
    in the data's own units: ``restless > 0.08`` and ``rising > 0.15``.
    """
    late = (s.epochs // 2 + 1, s.epochs)
    above = s.last > GUESSING
    return (
        held("restless_unscaled" if above else "restless", s.restless, "jumps from epoch to epoch", late),
        held("stands_high", s.last, "loss at the end", late),
        held(
            "stands_high_of_first",
            s.level if s.first < GUESSING else 1.0,
            "loss at the end over the first",
            (1, s.epochs),
        ),
        held("rising", s.rising, "share of later epochs in which the loss rose", late)
        if above
        else held("standing_still", s.late_fall - s.restless, "fall over the last half beyond the jumps", late),
    )


def thrown_back(s: Signs) -> tuple[Evidence, ...]:
    """Rate too high: again and again above its own best by more than noise, ``lost_beyond > 0.03``."""
    what = "mean height above the lowest loss so far, of the first, beyond noise"
    return (held("lost_beyond", s.lost_beyond, what, (1, s.epochs)),)


def seldom_best(s: Signs) -> tuple[Evidence, ...]:
    """Rate too high: far above its own best most of the time, ``lost_ground > 0.25``, noise included.

    With a known rate far above the usual one, much less will do; see `rate_odds`.
    """
    return (
        held("lost_ground", s.lost_ground, "mean height above the lowest loss so far, of the first", (1, s.epochs)),
    )


def blew_up(s: Signs) -> tuple[Evidence, ...]:
    """Rate too high: the first epoch cost more than any guessing, and what is left is no better than guessing.

    ``first > 7``, ``0.35 < last < 7`` and the loss rose in ``rising > 0.15`` of the later epochs. The first steps
    threw the weights far off. Ending above 7 too, it may just be a squared error in the data's own units.
    """
    late = (s.epochs // 2 + 1, s.epochs)
    return (
        held("blown_up", s.first, "loss of the first epoch", (1,)),
        held("still_high", s.last, "loss at the end", late),
        held("below_guessing", s.last, "loss at the end", late),
        held("rising", s.rising, "share of later epochs in which the loss rose", late),
    )


def far_to_go(s: Signs) -> tuple[Evidence, ...]:
    """Rate too low: ten times the rate would end lower by a quarter of the first loss, ``tenfold_gain > 0.25``."""
    return (
        held(
            "tenfold_gain", s.tenfold_gain, "fall that ten times the rate would bring, of the first loss", (1, s.epochs)
        ),
        *_steady(s),
    )


def straight_down(s: Signs) -> tuple[Evidence, ...]:
    """Rate too low: the loss falls in a straight line and is still high, ``slowing > 1.4``, ``level > 0.4``.

    A curve that has seen any of the valley's shape bends. One that is straight has hardly moved.
    """
    return (
        held(
            "straight",
            s.slowing,
            "fall of the last half over that of the quarter before",
            (s.epochs // 4 + 1, s.epochs),
        ),
        held("high_of_first", s.level, "loss at the end over the first", (1, s.epochs)),
        held("moves", s.late_fall, "fall over the last half", (s.epochs // 2 + 1, s.epochs)),
        *_steady(s),
    )


def still_falls(s: Signs) -> tuple[Evidence, ...]:
    """Still improving: as many epochs again bring over 10 % of the loss and over 1 % of the first, by forecast."""
    late = (s.epochs // 2 + 1, s.epochs)
    return (
        held("next_fall", s.next_fall, "fall that as many epochs again would bring", late),
        held("next_gain", s.next_gain, "fall that as many epochs again would bring, of the first loss", late),
        *_steady(s),
    )


def _steady(s: Signs) -> tuple[Evidence, ...]:
    """The fall of the last half is no chance, ``fall_over_noise > 6``, and not one step of a schedule."""
    late = (s.epochs // 2 + 1, s.epochs)
    return (
        held("steady", s.fall_over_noise, "fall over the last half in standard errors", late),
        held("sudden", s.sudden, "largest single fall against an even one", late),
    )


def settled(s: Signs) -> tuple[Evidence, ...]:
    """Converged: nothing above holds."""
    late = (s.epochs // 2 + 1, s.epochs)
    limit = LIMITS["next_fall"].value
    return (Evidence("fall that as many epochs again would bring", late, s.next_fall, limit, at_most=True),)


RULES: tuple[tuple[str, Callable[[Signs], tuple[Evidence, ...]]], ...] = (
    ("diverging", broke),
    ("diverging", grew),
    ("overfitting", memorised),
    ("lr_too_high", thrown_back),
    ("lr_too_high", seldom_best),
    ("lr_too_high", jumps_about),
    ("lr_too_high", blew_up),
    ("lr_too_low", far_to_go),
    ("lr_too_low", straight_down),
    ("still_improving", still_falls),
    ("converged", settled),
)
"""The rules in order: the first that holds is the verdict."""


USUAL_RATES: Mapping[str, float] = {"sgd": 0.1, "momentum": 0.01, "rmsprop": 0.003, "adam": 0.003}
"""About the middle of the rates at which each optimiser does well on small networks and scaled data."""

ALIASES: Mapping[str, str] = {"nadam": "adam", "adamw": "adam", "adamax": "adam"}
"""Optimisers that are used at the rates of another."""

TRUST_IN_RATE = {"lr_too_high": 4.5, "lr_too_low": -1.0}
"""What each further factor of ten adds to the log-odds of a verdict. By trial."""

FREE_DECADES = 1.5
"""Up to this many factors of ten from the usual rate, the rate says nothing: data sets differ by as much."""


def usual_rate(optimizer: str) -> float | None:
    """The usual rate of an optimiser by its name in lower case, None where that is not known."""
    return USUAL_RATES.get(ALIASES.get(optimizer, optimizer))


def rate_odds(verdict: str, learning_rate: float | None, optimizer: str) -> float:
    """What knowing the rate adds to the log-odds of a verdict: ``trust`` times the decades from the usual rate.

    With ``d = log10(rate / usual)``: ``trust * sign(d) * max(0, |d| - 1.5)``, within -5 and 5.
    Zero where the rate, or what is usual for the optimiser, is not known, and for verdicts not about the rate.
    """
    usual = usual_rate(optimizer)
    if usual is None or learning_rate is None:
        return 0.0
    decades = math.log10(learning_rate / usual)
    beyond = math.copysign(max(0.0, abs(decades) - FREE_DECADES), decades)
    return max(-5.0, min(5.0, TRUST_IN_RATE.get(verdict, 0.0) * beyond))
