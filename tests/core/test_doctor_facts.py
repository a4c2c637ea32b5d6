"""What is measured of a run whose rate, start or curvature is known."""

import math

import numpy as np
import pytest

from gdviz.core.diagnosis import facts
from gdviz.core.doctor_facts import FARTHEST, known_quantities
from gdviz.core.doctor_quantities import KNOWN
from gdviz.core.doctor_signs import quantities

CURVE = 0.2 + 0.8 * np.exp(-np.arange(40) / 20)


def measured(**known):
    run = facts({"loss": CURVE}, 0.3, "sgd", **known)
    return known_quantities(run, quantities(run.curve, run.checked))


def test_all_are_measured_and_what_is_not_known_is_blank():
    found = measured()
    assert tuple(found) == tuple(KNOWN)
    blank = {name for name, value in found.items() if math.isnan(value)}
    assert {
        "steps",
        "over_guessing",
        "over_start",
        "tenfold_of_gain",
        "jumps_of_gain",
        "stability",
        "gradient",
        "lower_lead",
    } <= blank
    assert found["decades"] == pytest.approx(0)
    assert found["sign_like"] == 0


def test_further_falls_are_parts_of_what_there_was_to_gain():
    found = measured(start_loss=1.5)
    forecasts = quantities(CURVE, np.empty(0))
    gained = (1.5 - forecasts["end_loss"]) / forecasts["first_loss"]
    assert found["tenfold_of_gain"] == pytest.approx(forecasts["tenfold"] / (gained + forecasts["tenfold"]))
    assert 0 < found["threefold_of_gain"] < found["tenfold_of_gain"] < 1
    assert measured(start_loss=15.0)["tenfold_of_gain"] < found["tenfold_of_gain"]


@pytest.mark.parametrize(
    ("stable", "power"), [(0.3, 0.0), (0.03, 1.0), (3.0, -1.0), (1e-30, FARTHEST), (1e30, -FARTHEST)]
)
def test_a_rate_is_held_against_the_stable_one(stable, power):
    assert measured(stable_rate=stable)["stability"] == pytest.approx(power)


def test_the_fall_that_is_forecast_comes_about():
    """An exponential decay to zero goes on to fall by the square of what the last half left."""
    whole = np.exp(-np.arange(80) / 20)
    found = quantities(whole[:40], np.empty(0))
    truth = 1 - whole[-3:].mean() / whole[37:40].mean()
    assert found["next_fall"] == pytest.approx(truth, abs=0.1)
    assert quantities(np.r_[1.0, np.full(39, 0.5)], np.empty(0))["twofold"] == pytest.approx(0, abs=1e-6)


def test_gradients_are_held_against_each_other_and_against_the_fall():
    norms = np.geomspace(2.0, 0.02, 40)
    run = facts({"loss": CURVE, "gradient_norm": norms}, 0.3, "sgd", 5)
    found = known_quantities(run, quantities(run.curve, run.checked))
    assert found["gradient"] == pytest.approx(np.log10(norms[-5:].mean() / 2.0))
    assert -1.2 < found["gradient_late"] < -0.8
    fall = quantities(run.curve, run.checked)["gain_1"] * CURVE[0]
    assert found["descent"] == pytest.approx(np.log10(0.3 * np.mean(norms[20:] ** 2) * 5 * 20 / fall))


@pytest.mark.parametrize("norms", [np.ones(39), np.full(40, np.nan), np.r_[-1.0, np.ones(39)], np.empty(0)])
def test_norms_that_cannot_be_are_not_looked_at(norms):
    run = facts({"loss": CURVE, "gradient_norm": norms}, 0.3, "sgd", 5)
    assert math.isnan(known_quantities(run, quantities(run.curve, run.checked))["gradient"])
