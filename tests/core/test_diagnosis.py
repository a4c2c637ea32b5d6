"""The loss-curve doctor: what it must never get wrong, real Keras runs, and any input at all."""

import json
import math
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.core.diagnosis import VERDICTS, Diagnosis, diagnose
from gdviz.core.doctor_rules import LIMITS, RULES
from gdviz.core.doctor_signs import signs
from gdviz.errors import UserError

RUNS = json.loads((Path(__file__).parent / "curves" / "keras_runs.json").read_text(encoding="utf-8"))
"""Keras runs of 60 epochs; ``truth`` comes from training the same network at lower and higher rates, and on for 120."""

HEALTHY = ("converged", "still_improving")
EPOCHS = np.arange(60)
DECAY = 0.1 + np.exp(-EPOCHS / 8)


def verdict(loss, val_loss=None, **known):
    history = {"loss": loss} if val_loss is None else {"loss": loss, "val_loss": val_loss}
    return diagnose(history, **known).verdict


def run(data, learning_rate):
    return next(run for run in RUNS if run["data"] == data and run["learning_rate"] == learning_rate)


def judged(run, known):
    rate = {"learning_rate": run["learning_rate"], "optimizer": run["optimizer"]} if known else {}
    return verdict(run["loss"], run["val_loss"], **rate)


@pytest.mark.parametrize("loss", [[8, 20, 55, 160], [2.1, 40, 900, math.nan], [1, math.inf], [math.nan], [1, 2, 4]])
def test_a_growing_or_broken_loss_is_diverging(loss):
    assert verdict(loss) == "diverging"
    assert verdict(np.array(loss, float)) == "diverging"


def test_growth_that_doubles_is_diverging_at_any_length():
    assert {verdict(2.0 ** np.arange(epochs)) for epochs in range(3, 200)} == {"diverging"}


@pytest.mark.parametrize("loss", [[], [0.5], [0.5, 0.4], [1, 2]])
def test_fewer_than_three_epochs_are_unclear(loss):
    assert verdict(loss) == "unclear"


@pytest.mark.parametrize("epochs", [4, 8, 10, 20, 60, 200])
def test_loss_falling_and_validation_rising_is_overfitting(epochs):
    t = np.linspace(0, 1, epochs)
    found = diagnose({"loss": 0.05 + np.exp(-3 * t), "val_loss": 1 + t})
    assert found.verdict == "overfitting"
    assert 1 <= found.change["stop_at"] <= epochs


def test_stopping_is_advised_where_validation_was_best():
    val_loss = 0.5 + 0.002 * np.abs(EPOCHS - 24)
    assert diagnose({"loss": DECAY, "val_loss": val_loss * 2}).change == {"stop_at": 25}


def test_a_tiny_drift_of_a_tiny_validation_loss_is_not_overfitting():
    val_loss = 0.002 + np.exp(-EPOCHS / 4) + np.maximum(0, EPOCHS - 30) * 2e-5
    assert verdict(DECAY - 0.1 + 1e-3, val_loss) in HEALTHY


@pytest.mark.parametrize("drop", [10, 20, 25, 30, 40, 55])
def test_a_plateau_and_then_a_drop_is_healthy(drop):
    loss = np.where(drop > EPOCHS, 0.5, 0.1) + 0.5 * np.exp(-EPOCHS / 2)
    assert verdict(loss, loss * 1.1) in HEALTHY


@pytest.mark.parametrize("at", [1, 10, 30, 58, 59])
@pytest.mark.parametrize("height", [3, 100])
def test_one_spike_is_no_illness(at, height):
    loss = DECAY.copy()
    loss[at] *= height
    assert verdict(loss) in HEALTHY


def test_a_noisy_small_batch_curve_is_seldom_called_too_high():
    noise = np.random.default_rng(0).normal(size=(200, 60))
    found = [verdict((DECAY + 0.1) * (1 + 0.05 * row)) for row in noise]
    assert found.count("lr_too_high") + found.count("diverging") <= 4


@pytest.mark.parametrize("noise", [0, 0.01, 0.05])
def test_a_curve_that_starts_at_its_floor_is_converged(noise):
    rng = np.random.default_rng(1)
    found = [verdict(0.05 * (1 + noise * rng.normal(size=60))) for _ in range(100)]
    assert found.count("converged") >= 98


@pytest.mark.parametrize("value", [0, 1, 0.6931, -3, 1e-9, 1e300])
def test_a_constant_loss_gets_a_verdict(value):
    assert verdict([value] * 30) == "converged"


def test_a_negative_loss_is_judged_by_its_shape():
    assert verdict(DECAY - 5) in HEALTHY
    assert verdict(-5 + 0.2 * EPOCHS) == "diverging"


def test_a_straight_fall_is_a_rate_too_low():
    found = diagnose(1.1 - 0.003 * EPOCHS)
    assert found.verdict == "lr_too_low"
    assert found.change["learning_rate"] >= 10


def test_a_missing_value_inside_is_not_divergence():
    loss, val_loss = DECAY.copy(), DECAY + 0.1
    loss[20], val_loss[::2] = math.nan, math.nan
    assert verdict(loss, val_loss) in HEALTHY


@pytest.mark.parametrize("length", [0, 1, 7, 30, 59, 61, 100])
def test_a_validation_loss_of_another_length_is_taken(length):
    assert verdict(DECAY, np.interp(np.linspace(0, 59, length), EPOCHS, DECAY)) in HEALTHY


def test_validation_every_few_epochs_is_put_where_it_was_measured():
    val_loss = np.r_[np.linspace(1, 0.5, 6), np.linspace(0.5, 1, 6)]
    measured = signs(DECAY, val_loss)
    assert 25 <= measured.val_best_epoch <= 35


def test_a_history_a_list_an_array_and_whole_numbers_are_alike():
    loss = [9, 5, 3, 2, 2, 2, 2, 2, 2, 2]
    sources = [loss, tuple(loss), np.array(loss), {"loss": loss}, SimpleNamespace(history={"loss": loss})]
    assert len({str(diagnose(source)) for source in sources}) == 1


@pytest.mark.parametrize("known", [False, True])
def test_the_three_rates_of_iris(known):
    assert judged(run("iris", 0.0001), known) == "lr_too_low"
    assert judged(run("iris", 0.01), known) in HEALTHY
    assert judged(run("iris", 1.0), known) in ("lr_too_high", "diverging")


@pytest.mark.parametrize("known", [False, True])
def test_most_real_runs_are_judged_right_and_no_healthy_one_ill(known):
    pairs = [(judged(run, known), run["truth"]) for run in RUNS]
    right = sum(found == truth for found, truth in pairs)
    assert right >= 14
    assert all(found in (*HEALTHY, "unclear") for found, truth in pairs if truth in HEALTHY)


def test_a_known_rate_moves_the_verdict_and_the_advice():
    shaky = 0.3 + 0.8 * np.exp(-EPOCHS / 2) + 0.08 * (EPOCHS % 3 == 0)
    assert verdict(shaky, learning_rate=0.003, optimizer="Adam") != "lr_too_high"
    found = diagnose(shaky, learning_rate=3.0, optimizer="Adam")
    assert found.verdict == "lr_too_high"
    assert found.change == {"learning_rate": 0.001}
    assert "0.003 instead of 3" in found.advice


class SGD:
    momentum = 0.9


@pytest.mark.parametrize("optimizer", ["sgd", "SGD", "Nadam", "no such", None, SGD()])
def test_any_optimizer_is_taken(optimizer):
    assert verdict(DECAY, learning_rate=0.01, optimizer=optimizer) in VERDICTS


@pytest.mark.parametrize("rate", [0, -1, math.nan, math.inf, "fast", 10**400])
def test_a_rate_that_is_none_is_refused(rate):
    with pytest.raises(UserError, match="above 0"):
        diagnose(DECAY, learning_rate=rate)


@pytest.mark.parametrize(
    "source", [None, 5, {"accuracy": [1, 2]}, {"loss": "abc"}, {"loss": [1, "2"]}, {"loss": [[1]]}]
)
def test_what_is_no_history_is_refused_in_words(source):
    with pytest.raises(UserError):
        diagnose(source)


def test_every_verdict_is_reachable_and_told_in_words():
    found = {item.verdict: item for item in [diagnose(run) for run in RUNS] + [diagnose([1])]}
    assert set(found) == set(VERDICTS)
    for item in found.values():
        assert item.sentence.endswith(".")
        assert any(letter.isdigit() for letter in item.advice)
        assert 3 <= len(str(item).splitlines()) <= 4


def test_evidence_names_the_limit_of_its_rule_and_epochs_of_the_run():
    limits = {limit.value for limit in LIMITS.values()}
    for item in (evidence for run in RUNS for evidence in diagnose(run).evidence):
        assert item.limit in limits or item.limit == 1e150
        assert all(1 <= epoch <= 60 for epoch in item.epochs)


def test_the_rules_know_only_verdicts_that_exist():
    assert {verdict for verdict, _ in RULES} == set(VERDICTS) - {"unclear"}


numbers = st.floats() | st.integers() | st.floats(0, 10) | st.none()
curves = st.lists(numbers, max_size=40)


def told(source):
    try:
        return diagnose(source).verdict
    except UserError as error:
        return str(error)


def strict(found: Diagnosis) -> str:
    return json.dumps(found.to_dict(), allow_nan=False)


@given(curves, st.none() | curves)
def test_any_numbers_get_a_verdict(loss, val_loss):
    found = diagnose({"loss": loss, "val_loss": val_loss})
    assert found.verdict in VERDICTS
    assert 0 <= found.confidence <= 1
    assert strict(found)
    assert str(found)


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["loss", "val_loss", "lr"]), inner),
)


@given(anything.filter(lambda source: not isinstance(source, str)))
def test_anything_else_gets_a_verdict_or_one_sentence(source):
    assert told(source) in VERDICTS or "\n" not in told(source)


@given(st.lists(st.floats(0.01, 100), min_size=3, max_size=40), st.sampled_from([2.0**-20, 0.5, 1024.0]))
def test_the_measures_of_shape_do_not_depend_on_the_unit(loss, factor):
    one, other = signs(np.array(loss)), signs(np.array(loss) * factor)
    for name in ("level", "slowing", "next_fall", "tenfold_gain", "restless", "rising", "sudden"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-6, abs=1e-6)
