"""A map of rates: row by row the runs that a sweep gives, with losses and verdicts so far."""

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import validated
from gdviz.engine.rate_map import RateMap, rate_map, spread_rates

BOWL = validated(Experiment("square", optimizer="sgd", epochs=30))
RATES = (0.001, 0.1, 2.0)


@pytest.fixture(scope="module")
def maps() -> list[RateMap]:
    return list(rate_map(BOWL, RATES, "optimizer", ["sgd", "momentum"]))


def test_rows_are_values_and_columns_are_rates(maps: list[RateMap]) -> None:
    runs = maps[-1].sweep.experiments
    assert [(run.optimizer, run.learning_rate) for run in runs] == [
        (optimizer, rate) for optimizer in ("sgd", "momentum") for rate in RATES
    ]
    assert maps[-1].losses.shape == (2, 3)


def test_it_says_how_each_run_ended(maps: list[RateMap]) -> None:
    last = maps[-1]
    assert last.done
    assert [diagnosis.verdict for diagnosis in last.diagnoses[:3] if diagnosis] == [
        "lr_too_low",
        "converged",
        "diverging",
    ]
    assert last.losses[0, 1] == pytest.approx(last.sweep.run(1)["loss"][-1])
    assert last.losses[0, 1] < last.losses[0, 0]


def test_what_has_not_begun_is_not_known_and_what_was_lost_is_infinite(maps: list[RateMap]) -> None:
    assert not maps[0].done
    assert np.isnan(maps[0].losses).any()
    many = list(
        rate_map(validated(Experiment("square", optimizer="sgd", epochs=400)), (0.1, 2.0), "optimizer", ["sgd"])
    )
    assert many[-1].losses[0, 1] == np.inf


def test_rates_are_spread_evenly_in_powers_of_ten_each_once() -> None:
    assert spread_rates(0.001, 1.0, 4) == (0.001, 0.01, 0.1, 1.0)
    assert spread_rates(0.1, 0.10001, 5) == (0.1,)
