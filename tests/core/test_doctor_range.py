"""What a range test says of the run that it was made for."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.core.diagnosis import diagnose
from gdviz.core.doctor_model import LEARNED
from gdviz.core.doctor_quantities import KNOWN
from gdviz.core.doctor_range import FACTORS, RangeTest, range_quantities, range_test_of
from gdviz.core.doctor_range import test_epochs as epochs_to_test
from gdviz.errors import UserError

CURVE = 0.2 + 0.8 * np.exp(-np.arange(40) / 20)
KNOWS = {"learning_rate": 0.01, "optimizer": "adam", "start_loss": 1.2}


@pytest.mark.parametrize(("epochs", "steps", "wanted"), [(60, 30, 10), (60, 2, 60), (60, 7, 43), (5, 1000, 1)])
def test_it_is_as_long_as_its_steps_and_never_longer_than_the_run(epochs, steps, wanted):
    assert epochs_to_test(epochs, steps) == wanted


def test_rates_are_taken_for_the_nearest_factor_and_others_left_out():
    test = range_test_of({0.001: [1.0, 0.9], 0.0316: [0.8, 0.4], 0.5: [0.1, 0.1]}, 0.01)
    assert test.epochs == 2
    assert test.losses == pytest.approx([0.9, math.nan, 0.4, math.nan], nan_ok=True)
    assert range_test_of({0.5: [0.1]}, 0.01) is None
    assert range_test_of({}, 0.01) is None
    assert range_test_of({0.1: []}, 0.01) is None


def test_what_was_lost_is_infinite():
    test = range_test_of({0.1: [0.9, math.nan, math.nan], 0.0316: [2.0], 0.001: [1.0, 0.9, 0.8]}, 0.01)
    assert test.losses == pytest.approx([0.8, math.nan, math.inf, math.inf], nan_ok=True)


@pytest.mark.parametrize("wrong", [3, "fast", [0.1, 0.2], {"fast": [1.0]}, {0.1: "low"}, {-0.1: [1.0]}])
def test_what_is_no_range_test_is_said_plainly(wrong):
    with pytest.raises(UserError, match="range test"):
        diagnose({"loss": CURVE}, range_test=wrong, **KNOWS)


def test_leads_are_parts_of_what_was_gained_by_hand():
    test = RangeTest(10, np.array([1.0, 0.8, 0.5, 0.4]))
    own, end = CURVE[9], CURVE[-3:].mean()
    found = range_quantities(test, CURVE, 1.4)
    assert found == pytest.approx(
        {
            "lower_lead": own - 0.8,
            "third_lead": own - 0.8,
            "triple_lead": own - 0.5,
            "higher_lead": own - 0.4,
            "lower_below": (end - 0.8) / (1.4 - end),
            "higher_below": (end - 0.4) / (1.4 - end),
            "tested": 0.25,
        }
    )
    assert set(found) < set(KNOWN)


@pytest.mark.parametrize("start_loss", [math.nan, 1.4])
def test_without_what_it_takes_nothing_is_said(start_loss):
    test = None if start_loss == 1.4 else RangeTest(10, np.full(4, 0.5))
    assert all(math.isnan(value) for value in range_quantities(test, CURVE, start_loss).values())
    assert all(math.isnan(value) for value in range_quantities(RangeTest(41, np.full(4, 0.5)), CURVE, 1.4).values())


def crawling(rate):
    """A loss that comes down the faster, the higher the rate is."""
    return 0.05 + 1.15 * np.exp(-np.arange(1, 31) * rate / 0.3)


@pytest.mark.parametrize(
    ("curves", "verdict"),
    [
        ({0.001: crawling(0.001), 0.0316: crawling(0.0316), 0.1: crawling(0.1)}, "lr_too_low"),
        ({0.001: crawling(0.01), 0.00316: crawling(0.01), 0.0316: crawling(0.01), 0.1: crawling(0.01)}, None),
    ],
)
def test_it_settles_whether_the_rate_is_too_low(curves, verdict):
    run = {"loss": crawling(0.01)}
    before, after = diagnose(run, **KNOWS), diagnose(run, range_test=curves, **KNOWS)
    if verdict:
        assert (after.verdict, after.shares[verdict] > before.shares[verdict]) == (verdict, True)
        assert after.shares[verdict] > 0.95
        assert "In the range test the rate 0.1 got to 0.0501 in 30 epochs" in after.sentence
        assert any("range test" in item.what for item in after.evidence)
    else:
        assert after.verdict in ("still_improving", "converged")
        assert "In the range test no rate got further" in after.sentence


def test_a_test_that_was_made_is_not_asked_for_again():
    random = np.random.default_rng(0)
    for _ in range(60):
        curve = np.exp(-random.uniform(0, 4) * np.linspace(0, 1, 30)) * np.exp(random.normal(0, 0.05, 30))
        tried = {0.01 * factor: curve * random.uniform(0.5, 1.5) for factor in FACTORS}
        assert diagnose({"loss": curve}, range_test=tried, **KNOWS).test != "range_test"


@given(
    losses=st.lists(st.one_of(st.floats(0, 1e6), st.just(math.nan), st.just(math.inf)), min_size=4, max_size=4),
    epochs=st.integers(1, 50),
    start_loss=st.floats(0.01, 1e6),
)
def test_whatever_it_shows_there_is_a_verdict(losses, epochs, start_loss):
    curves = {0.01 * factor: [loss] * epochs for factor, loss in zip(FACTORS, losses, strict=True)}
    found = diagnose({"loss": CURVE}, **{**KNOWS, "start_loss": start_loss}, range_test=curves)
    assert sum(found.shares.values()) == pytest.approx(1)
    assert found.verdict == "unclear" or found.shares[found.verdict] > 0
    assert all(math.isfinite(found.shares[name]) for name in LEARNED)
