"""Checks hold against plain facts."""

import math
from dataclasses import replace
from typing import Any

import pytest

from gdviz.core.experiment import Experiment
from gdviz.lessons.checks import CHECKS, Check, Facts, Past

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=20)
CALM = Past(BOWL, (9.0, 4.0, 1.0), (0.1, 0.1), (2.0,), "converged", 0.9, ended=True)
BLOWN = Past(replace(BOWL, learning_rate=1.5), (9.0, 900.0, math.inf), (1.5, 1.5), (math.inf,), "diverging", ended=True)
UNDER_WAY = Past(replace(BOWL, learning_rate=0.2), (9.0, 20.0, 3.0), (0.1, 0.2), (1.0,))
ALL = Facts(BOWL, (CALM, BLOWN, UNDER_WAY))


@pytest.mark.parametrize(
    ("kind", "values", "runs", "holds"),
    [
        ("steps", {"count": 2}, (CALM,), True),
        ("steps", {"count": 3}, (CALM,), False),
        ("ended", {}, (UNDER_WAY,), False),
        ("ended", {"count": 2}, (CALM, BLOWN), True),
        ("loss_below", {"value": 1.5}, (CALM,), True),
        ("loss_below", {"value": 1.5}, (BLOWN,), False),
        ("loss_above", {"value": 100}, (BLOWN,), True),
        ("loss_above", {"value": 100}, (CALM,), False),
        ("accuracy_above", {"value": 0.85}, (CALM,), True),
        ("accuracy_above", {"value": 0.85}, (BLOWN,), False),
        ("diverged", {}, (BLOWN,), True),
        ("diverged", {}, (CALM, UNDER_WAY), False),
        ("tried", {"setting": "learning_rate", "count": 3}, (CALM, BLOWN, UNDER_WAY), True),
        ("tried", {"setting": "learning_rate", "count": 2}, (CALM, CALM), False),
        ("compared", {"setting": "learning_rate", "count": 2}, (CALM, BLOWN), True),
        ("compared", {"setting": "learning_rate", "count": 2}, (CALM, UNDER_WAY), False),
        ("weight_within", {"index": 0, "value": 2.1, "tolerance": 0.2}, (CALM,), True),
        ("weight_within", {"index": 1, "value": 2.1, "tolerance": 0.2}, (CALM,), False),
        ("verdict", {"any_of": ("converged",)}, (CALM,), True),
        ("verdict", {"any_of": ("converged",)}, (BLOWN,), False),
        ("setting_is", {"setting": "learning_rate", "value": 0.1}, (), True),
        ("setting_is", {"setting": "optimizer", "value": "adam"}, (), False),
        ("setting_between", {"setting": "epochs", "low": 10, "high": 20}, (), True),
        ("setting_between", {"setting": "epochs", "low": 30, "high": 40}, (), False),
        ("changed_rate", {"count": 2}, (UNDER_WAY,), True),
        ("changed_rate", {"count": 2}, (CALM,), False),
        ("recovered", {"above": 15, "below": 4}, (UNDER_WAY,), True),
        ("recovered", {"above": 15, "below": 4}, (CALM, BLOWN), False),
    ],
)
def test_each_kind(kind: str, values: dict[str, Any], runs: tuple[Past, ...], holds: bool) -> None:
    assert Check(kind, values, "").holds(Facts(BOWL, runs)) is holds


def test_every_kind_is_tried_above() -> None:
    mark = next(mark for mark in test_each_kind.pytestmark if mark.name == "parametrize")
    assert {row[0] for row in mark.args[1]} == set(CHECKS)


@pytest.mark.parametrize(("wanted", "holds"), [(1.5, True), ((1.0, 2.0), True), ((0.0, 1.0), False), (0.1, False)])
def test_only_runs_with_these_settings_count(wanted: Any, holds: bool) -> None:
    assert Check("diverged", {}, "", (("learning_rate", wanted),)).holds(ALL) is holds


def test_two_things_changed_are_no_comparison() -> None:
    other = replace(CALM, experiment=replace(BOWL, learning_rate=0.5, epochs=30))
    assert not Check("compared", {"setting": "learning_rate", "count": 2}, "").holds(Facts(BOWL, (CALM, other)))
