"""The doctor at a running run: steady, not early, and never slow to see what is broken."""

import json
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core.diagnosis import VERDICTS
from gdviz.core.doctor_live import FIRST_WORD, follow

RUNS = json.loads((Path(__file__).parent / "curves" / "keras_runs.json").read_text(encoding="utf-8"))
HEALTHY = ("converged", "still_improving", "unclear")


def course(history, **known):
    """The verdict after each epoch."""
    found, before = [], None
    for epoch in range(1, len(history["loss"]) + 1):
        part = {name: values[:epoch] for name, values in history.items()}
        before = follow(before, part, planned_epochs=len(history["loss"]), **known)
        found.append(before.verdict)
    return found


@pytest.mark.parametrize("number", range(len(RUNS)))
def test_verdicts_of_real_runs_are_few_and_end_as_they_should(number):
    run = RUNS[number]
    known = {"learning_rate": run["learning_rate"], "optimizer": run["optimizer"]}
    found = course({"loss": run["loss"], "val_loss": run["val_loss"]}, **known)
    changes = sum(one != other for one, other in pairwise(found))
    assert changes <= 5
    assert set(found[: FIRST_WORD - 1]) <= {"unclear", "diverging"}
    if run["truth"] in HEALTHY:
        assert found[-1] in HEALTHY


def test_a_verdict_on_the_fence_does_not_flicker():
    random = np.random.default_rng(0)
    loss = 0.3 + np.exp(-np.arange(80) / 25) + 0.03 * random.normal(size=80)
    found = course({"loss": loss})
    assert sum(one != other for one, other in pairwise(found)) <= 5


def test_a_broken_run_is_named_at_once():
    found = course({"loss": [1.0, 0.8, 0.7, 0.6, 0.5, 0.5, float("nan"), float("nan")]})
    assert found[6:] == ["diverging", "diverging"]
    assert "diverging" not in found[:6]


def test_the_illness_of_a_rate_needs_more_belief_while_the_run_is_young():
    loss = list(1.0 - 0.004 * np.arange(20))
    assert follow(None, loss).verdict == "lr_too_low"
    doubted = follow(None, loss, planned_epochs=20_000)
    assert doubted.shares == follow(None, loss).shares


@settings(deadline=None)
@given(st.lists(st.floats() | st.floats(0, 3), max_size=12))
def test_any_run_can_be_followed(loss):
    assert set(course({"loss": loss}, learning_rate=0.01, optimizer="adam")) <= set(VERDICTS)
