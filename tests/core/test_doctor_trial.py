"""What other rates say of the run beside which they were tried."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.core.diagnosis import diagnose, facts
from gdviz.core.doctor_live import follow
from gdviz.core.doctor_model import LEARNED
from gdviz.core.doctor_quantities import KNOWN
from gdviz.core.doctor_trial import BESIDE, QUANTITIES, Trial, curves_of, trial_epochs, trial_of, trial_quantities
from gdviz.errors import UserError

CURVE = 0.2 + 0.8 * np.exp(-np.arange(40) / 20)
KNOWS = {"learning_rate": 0.01, "optimizer": "adam", "start_loss": 1.2}
RATES = np.array([0.001, 0.00316, 0.0316, 0.1])


@pytest.mark.parametrize(("epochs", "steps", "wanted"), [(60, 30, 10), (60, 2, 60), (60, 7, 43), (5, 1000, 1)])
def test_a_trial_is_as_long_as_its_steps_and_never_longer_than_the_run(epochs, steps, wanted):
    assert trial_epochs(epochs, steps) == wanted


def read(curves, rate=0.01, epochs=100):
    return trial_of(curves_of(curves), rate, epochs)


def test_rates_are_taken_where_they_are_nearest_and_others_left_out():
    trial = read({0.001: [1.0, 0.9], 0.03: [0.8, 0.4], 0.035: [0.8, 0.3], 0.5: [0.1, 0.1], 0.01: [0.9, 0.8, 0.7]})
    assert trial.epochs == 2
    assert trial.losses == pytest.approx([0.9, math.nan, 0.4, math.nan], nan_ok=True)
    assert trial.rates == pytest.approx([0.001, math.nan, 0.03, math.nan], nan_ok=True)
    for nothing in ({0.5: [0.1]}, {}, {0.1: []}):
        assert read(nothing) is None


def test_what_was_lost_is_infinite_and_what_is_longer_than_the_run_is_cut():
    curves = {0.1: [0.9, math.nan, math.nan], 0.0316: [2.0], 0.001: [1.0, 0.9, 0.8]}
    assert read(curves).losses == pytest.approx([0.8, math.nan, math.inf, math.inf], nan_ok=True)
    assert read(curves, epochs=1).losses == pytest.approx([1.0, math.nan, 2.0, 0.9], nan_ok=True)


@pytest.mark.parametrize(
    "wrong",
    [
        3,
        "fast",
        [0.1, 0.2],
        {"fast": [1.0]},
        {0.1: "low"},
        {0.1: None},
        {-0.1: [1.0]},
        {1e-320: [1.0]},
        {0.1: [1j]},
        {math.nan: [1.0]},
    ],
)
@pytest.mark.parametrize("knows", [KNOWS, {}])
def test_what_are_no_curves_by_rate_is_said_plainly(wrong, knows):
    with pytest.raises(UserError, match="range test"):
        diagnose({"loss": CURVE}, range_test=wrong, **knows)


def test_leads_are_parts_of_what_was_gained_by_hand():
    trial = Trial(10, RATES, np.array([1.0, 0.8, 0.5, 0.4]))
    own, end = CURVE[9], CURVE[-3:].mean()
    found = trial_quantities(trial, CURVE, 1.4)
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
    assert tuple(found) == QUANTITIES == tuple(KNOWN)[-len(QUANTITIES) :]


def test_without_what_it_takes_nothing_is_measured():
    trial = Trial(10, RATES, np.full(4, 0.5))
    for found in (trial_quantities(None, CURVE, 1.4), trial_quantities(trial, CURVE, math.nan)):
        assert all(math.isnan(value) for value in found.values())


@pytest.mark.parametrize(
    ("history", "knows"),
    [
        (CURVE, {"start_loss": None}),
        (CURVE, {"optimizer": "muon"}),
        (CURVE, {"learning_rate": None}),
        (np.r_[CURVE[:9], np.nan], {}),
    ],
)
def test_a_trial_that_cannot_count_is_not_spoken_of(history, knows):
    told = {**KNOWS, **knows}
    curves = {0.01 * factor: CURVE * 0.3 for factor in BESIDE}
    with_it, without = diagnose({"loss": history}, range_test=curves, **told), diagnose({"loss": history}, **told)
    assert (with_it.shares, with_it.sentence, with_it.test) == (without.shares, without.sentence, without.test)


def crawling(rate):
    """A loss that comes down the faster, the higher the rate is."""
    return 0.05 + 1.15 * np.exp(-np.arange(1, 31) * rate / 0.3)


TRIED = {rate: crawling(rate) for rate in (0.001, 0.00316, 0.0316, 0.1)}


def test_other_rates_settle_that_the_rate_is_too_low():
    run = {"loss": crawling(0.01)}
    before, after = diagnose(run, **KNOWS), diagnose(run, range_test=TRIED, **KNOWS)
    assert after.verdict == "lr_too_low"
    assert after.shares["lr_too_low"] > max(before.shares["lr_too_low"], 0.95)
    assert "by epoch 30 the rate 0.1 had got to 0.0501, this one to 0.47" in after.sentence
    assert any("when tried" in item.what for item in after.evidence)
    assert after.test != "range_test"


def test_other_rates_settle_that_the_rate_is_not_to_blame():
    run = {"loss": crawling(0.01)}
    after = diagnose(run, range_test=dict.fromkeys(TRIED, crawling(0.009)), **KNOWS)
    assert after.verdict in ("still_improving", "converged")
    assert "the best other rate" in after.sentence


def test_of_a_run_that_hardly_moved_the_advice_is_what_other_rates_say():
    still = {"loss": 1.1 + 0.0005 * np.cos(np.arange(30))}
    no_better, better = ({rate: still["loss"] * part for rate in TRIED} for part in (1.0, 0.9))
    told = {**KNOWS, "start_loss": 1.1}
    assert "No other rate helped" in diagnose(still, range_test=no_better, **told).advice
    found = diagnose(still, range_test=better, **told)
    assert "No other rate helped" not in found.advice


def test_a_live_verdict_stands_as_soon_as_other_rates_were_tried():
    run = {"loss": crawling(0.01)[:12]}
    knows = {**KNOWS, "planned_epochs": 60}
    before = follow(None, run, **knows)
    after = follow(None, run, range_test=TRIED, **knows)
    assert before.verdict != "lr_too_low"
    assert after.verdict == "lr_too_low"
    later = follow(after, {"loss": crawling(0.01)[:13]}, range_test=TRIED, **knows)
    assert later.verdict == "lr_too_low"


def test_a_test_that_was_made_is_not_asked_for_again_unless_it_was_too_short():
    random = np.random.default_rng(0)
    asked = 0
    for _ in range(200):
        curve = np.exp(-random.uniform(0, 1) * np.linspace(0, 1, 30)) * np.exp(random.normal(0, 0.02, 30))
        tried = {0.01 * factor: curve * random.uniform(0.8, 1.2) for factor in BESIDE}
        asked += diagnose({"loss": curve}, **KNOWS).test == "range_test"
        assert diagnose({"loss": curve}, range_test=tried, **KNOWS).test != "range_test"
    assert asked > 20
    short = {rate: curve[:5] for rate, curve in TRIED.items()}
    tests = [
        diagnose({"loss": crawling(0.01)}, range_test=short, steps_per_epoch=steps, **KNOWS).test for steps in (10, 100)
    ]
    assert tests[1] != "range_test"
    run = facts({"loss": CURVE}, 0.01, "adam", 10, start_loss=1.2, range_test=short)
    assert run.trial.epochs == 5


@given(
    losses=st.lists(st.one_of(st.floats(0, 1e6), st.just(math.nan), st.just(math.inf)), min_size=4, max_size=4),
    epochs=st.integers(0, 50),
    start_loss=st.floats(0.01, 1e6),
    end=st.sampled_from([0.2, -3.0, math.nan, math.inf]),
)
def test_whatever_other_rates_did_there_is_a_verdict_in_words(losses, epochs, start_loss, end):
    curves = {0.01 * factor: [loss] * epochs for factor, loss in zip(BESIDE, losses, strict=True)}
    run = {"loss": np.r_[CURVE[:-1], end]}
    found = diagnose(run, **{**KNOWS, "start_loss": start_loss}, range_test=curves)
    assert sum(found.shares.values()) == pytest.approx(1)
    assert found.verdict == "unclear" or found.shares[found.verdict] > 0
    assert all(math.isfinite(found.shares[name]) for name in LEARNED)
    assert "nan" not in str(found)
    assert "inf " not in str(found)
