"""The learning-rate range test finds rates at which training works."""

from dataclasses import replace

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.engine.range_test import HIGHEST, LOWEST, STEPS, range_test


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", ["sgd", "adam", "rmsprop"])
def test_the_suggested_rate_trains(optimizer: str) -> None:
    experiment = Experiment(optimizer=optimizer, epochs=30)
    found = list(range_test(experiment))[-1]
    assert found.suggestion is not None
    loss = trajectory_of(replace(experiment, learning_rate=found.suggestion)).history["loss"]
    crawling = trajectory_of(replace(experiment, learning_rate=found.suggestion / 100)).history["loss"]
    assert loss[-1] < 0.5 * loss[0] or loss[-1] < 0.15
    assert loss[-1] < crawling[-1]


@pytest.mark.slow
def test_it_streams_and_stops_where_it_is_hopeless() -> None:
    tests = list(range_test(Experiment("rosenbrock", optimizer="sgd")))
    assert [len(found.losses) for found in tests] == list(range(1, len(tests) + 1))
    assert tests[0].suggestion is None
    last = tests[-1]
    assert len(tests) < STEPS
    assert last.smooth[-1] > 4 * last.smooth.min() or not np.isfinite(last.losses[-1])
    np.testing.assert_allclose(last.rates, np.geomspace(LOWEST, HIGHEST, STEPS)[: len(tests)])


def test_one_weight_stays_below_its_limit() -> None:
    # Curvature 4.5: beyond a rate of 0.444 it explodes.
    found = list(range_test(Experiment("one_weight", optimizer="sgd")))[-1]
    assert found.suggestion is not None
    assert found.suggestion < 0.444
