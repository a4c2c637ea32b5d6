"""Checks: what a pupil is to bring about in the program, and whether it has come about."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Array

EXPLODED = 100.0
"""A run whose loss has grown by this factor, or is no number, has diverged."""


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """One run as far as it went.

    Attributes:
        experiment: What was trained, as the settings stood last.
        losses: Over all training rows, the start first.
        rates: Learning rate of each step.
        weights: The last ones; of a network only the first few.
        verdict: The doctor's, or empty.
        accuracy: The last epoch's, NaN where there is none.
        ended: Whether the run came to its end by itself.
    """

    experiment: Experiment
    losses: Sequence[float] | Array = ()
    rates: Sequence[float] | Array = ()
    weights: tuple[float, ...] = ()
    verdict: str = ""
    accuracy: float = math.nan
    ended: bool = False

    @property
    def steps(self) -> int:
        """Steps taken."""
        return max(0, len(self.losses) - 1)

    @property
    def last(self) -> float:
        """The last loss, NaN before there is any."""
        return float(self.losses[-1]) if len(self.losses) else math.nan

    @property
    def diverged(self) -> bool:
        """Whether the loss has exploded."""
        return self.steps > 0 and not self.last <= max(float(self.losses[0]), 1e-9) * EXPLODED


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What happened since a step of a lesson began.

    Attributes:
        experiment: The settings as they stand.
        runs: Every run that took at least one step, the oldest first; the last may be under way.
    """

    experiment: Experiment
    runs: tuple[Past, ...] = ()

    @property
    def ended(self) -> tuple[Past, ...]:
        """The runs that came to their end."""
        return tuple(run for run in self.runs if run.ended)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to bring about.

    Attributes:
        kind: A key of `CHECKS`.
        values: Its parameters by name.
        say: What a pupil is to do, in a few words.
        where: Only runs count whose settings are these: a value, or a (low, high) pair that includes both.
    """

    kind: str
    values: Mapping[str, Any]
    say: str
    where: tuple[tuple[str, Any], ...] = ()

    def holds(self, facts: Facts) -> bool:
        """Whether it has come about."""
        counted = tuple(run for run in facts.runs if all(_suits(run.experiment, *each) for each in self.where))
        return CHECKS[self.kind].holds(replace(facts, runs=counted), **self.values)


def _suits(experiment: Experiment, setting: str, wanted: Any) -> bool:
    """Whether a setting is as wanted."""
    standing = getattr(experiment, setting)
    if isinstance(wanted, list | tuple) and isinstance(standing, int | float):
        low, high = wanted
        return bool(low <= standing <= high)
    return bool(standing == wanted)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of check.

    Attributes:
        holds: ``(facts, **parameters) -> bool``.
        parameters: What each parameter must be, by name: ``float``, ``int``, ``str``, ``"setting"`` for a key of
            `Experiment`, or ``tuple`` for a list of texts.
        sentence: What it asks for, for whoever writes lessons.
    """

    holds: Callable[..., bool]
    parameters: Mapping[str, Any]
    sentence: str


def differing(one: Experiment, other: Experiment) -> list[str]:
    """The settings in which two experiments differ."""
    return [each.name for each in fields(Experiment) if getattr(one, each.name) != getattr(other, each.name)]


def _recovered(facts: Facts, above: float, below: float) -> bool:
    """Whether one run's loss went above a value and came below another later."""
    for run in facts.runs:
        high = next((at for at, loss in enumerate(run.losses) if not loss <= above), None)
        if high is not None and any(loss < below for loss in run.losses[high:]):
            return True
    return False


def _compared(facts: Facts, count: int, setting: str) -> bool:
    """Whether there are enough ended runs that differ in that setting and nothing else."""
    alike: dict[Experiment, set[Any]] = {}
    for run in facts.ended:
        # An optimiser's own parameters and its usual rate belong to the optimiser.
        loose = ("optimizer_parameters", "learning_rate") if setting == "optimizer" else ()
        plain = _without(run.experiment, setting, *loose)
        alike.setdefault(plain, set()).add(getattr(run.experiment, setting))
    return any(len(values) >= count for values in alike.values())


def _without(experiment: Experiment, *names: str) -> Experiment:
    """The experiment with these settings at their defaults."""
    standing = {each.name: getattr(experiment, each.name) for each in fields(Experiment) if each.name not in names}
    return Experiment(**standing)


def _setting_is(facts: Facts, setting: str, value: Any) -> bool:
    standing = getattr(facts.experiment, setting)
    return bool(math.isclose(standing, value) if isinstance(standing, float) else standing == value)


CHECKS: Mapping[str, Kind] = {
    "steps": Kind(
        lambda facts, count: any(run.steps >= count for run in facts.runs),
        {"count": int},
        "A run has taken at least so many steps.",
    ),
    "ended": Kind(
        lambda facts, count=1: len(facts.ended) >= count,
        {"count": int},
        "So many runs came to their end (1 if left out).",
    ),
    "loss_below": Kind(
        lambda facts, value: any(run.last < value for run in facts.runs),
        {"value": float},
        "A run's last loss is below.",
    ),
    "loss_above": Kind(
        lambda facts, value: any(not run.last <= value for run in facts.runs),
        {"value": float},
        "A run's last loss is above, or no number.",
    ),
    "accuracy_above": Kind(
        lambda facts, value: any(run.accuracy > value for run in facts.runs),
        {"value": float},
        "A run's last accuracy is above; 0.9 is 90 %.",
    ),
    "diverged": Kind(
        lambda facts: any(run.diverged for run in facts.runs),
        {},
        f"A run's loss grew {EXPLODED:g} times, or beyond numbers.",
    ),
    "tried": Kind(
        lambda facts, setting, count: len({getattr(run.experiment, setting) for run in facts.runs}) >= count,
        {"setting": "setting", "count": int},
        "Runs with so many different values of one setting.",
    ),
    "compared": Kind(
        _compared,
        {"setting": "setting", "count": int},
        "So many ended runs that differ in that setting alone.",
    ),
    "weight_within": Kind(
        lambda facts, index, value, tolerance: any(
            len(run.weights) > index and abs(run.weights[index] - value) <= tolerance for run in facts.runs
        ),
        {"index": int, "value": float, "tolerance": float},
        "A run's last weight number index (from 0) is near a value.",
    ),
    "verdict": Kind(
        lambda facts, any_of: any(run.verdict in any_of for run in facts.ended),
        {"any_of": tuple},
        "The doctor gave an ended run one of these verdicts.",
    ),
    "setting_is": Kind(
        _setting_is, {"setting": "setting", "value": object}, "A setting stands at a value, run or not."
    ),
    "setting_between": Kind(
        lambda facts, setting, low, high: bool(low <= getattr(facts.experiment, setting) <= high),
        {"setting": "setting", "low": float, "high": float},
        "A setting stands between two values, themselves included, run or not.",
    ),
    "changed_rate": Kind(
        lambda facts, count: any(len(set(run.rates)) >= count for run in facts.runs),
        {"count": int},
        "So many learning rates within one run.",
    ),
    "recovered": Kind(
        _recovered,
        {"above": float, "below": float},
        "A run's loss went above one value and later came below another.",
    ),
}
"""Every kind of check; a new one is one entry here."""

OPTIONAL = ("count",)
"""Parameters that a kind of check may go without, where its function has a default for it."""
