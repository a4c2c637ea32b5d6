"""The other rates are trained exactly as a run at that rate would have been."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine.doctor_trial import Curves, try_rates
from gdviz.engine.sweep import sweep

RUN = Experiment(data="iris", units=(4,), optimizer="adam", learning_rate=0.01, epochs=12, batch_size=32)


def tried(experiment: Experiment) -> Curves:
    *waiting, found = try_rates(experiment)
    assert not any(waiting)
    assert found is not None
    return found


@pytest.mark.parametrize("schedule", ["constant", "cosine"])
def test_each_rate_gets_the_run_it_would_have_been(schedule: str) -> None:
    run = replace(RUN, schedule=schedule)
    found = tried(run)
    assert list(found) == pytest.approx([0.001, 0.00316, 0.0316, 0.1], rel=1e-3)
    for rate, curve in found.items():
        *_, alone = sweep([replace(run, learning_rate=rate)], xla=False)
        assert curve == pytest.approx(alone.history["loss"][:, 0], rel=1e-4)


@pytest.mark.parametrize("schedule", ["constant", "cosine"])
def test_it_ends_after_its_steps(schedule: str) -> None:
    found = tried(replace(RUN, epochs=200, batch_size=8, schedule=schedule))
    assert {len(curve) for curve in found.values()} == {20}


def test_rates_that_cannot_be_had_are_left_out() -> None:
    highest = FIELDS["learning_rate"].high
    found = tried(replace(RUN, learning_rate=highest))
    assert max(found) < highest
    assert len(found) == 2


def test_a_lost_run_is_not_finite_at_the_end() -> None:
    found = tried(replace(RUN, optimizer="sgd", data="diabetes", units=(16, 16), learning_rate=10.0))
    assert any(not np.isfinite(curve[-1]) for curve in found.values())
