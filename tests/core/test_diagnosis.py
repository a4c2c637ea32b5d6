"""The loss-curve doctor: what it must never get wrong, real Keras runs, and any input at all."""

import json
import math
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core.diagnosis import VERDICTS, Diagnosis, diagnose
from gdviz.core.doctor_quantities import KNOWN, QUANTITIES
from gdviz.core.doctor_rules import LIMITS, learned_limits
from gdviz.core.doctor_signs import cleaned, quantities
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
    # Where the first epoch happens to lie low, the end may lie 5 % above it, and that is what diverging means.
    assert found.count("converged") >= (95 if noise == 0.05 else 100)


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
    found = diagnose({"loss": DECAY, "val_loss": val_loss})
    assert found.verdict == "overfitting"
    assert 25 <= found.change["stop_at"] <= 35


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


def test_a_known_rate_moves_the_belief_and_the_advice():
    shaky = 0.3 + 0.8 * np.exp(-EPOCHS / 2) + 0.08 * (EPOCHS % 3 == 0)
    low, high = (diagnose(shaky, learning_rate=rate, optimizer="Adam").shares for rate in (0.003, 3.0))
    assert high["lr_too_high"] > 5 * low["lr_too_high"]
    found = diagnose([1.0, math.inf], learning_rate=3.0, optimizer="Adam")
    assert found.change == {"learning_rate": 0.01}
    assert "0.03 instead of 3" in found.advice
    small = diagnose([1.0, math.inf], learning_rate=1e-5, optimizer="Adam")
    assert "instead of 0.00001" in small.advice
    assert "e-" not in small.advice


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


def test_evidence_names_the_limit_of_its_verdict_and_epochs_of_the_run():
    learned = {verdict: {limit.value for limit in limits.values()} for verdict, limits in learned_limits().items()}
    definite = {limit.value for limit in LIMITS.values()} | {1e150}
    for found in map(diagnose, RUNS):
        for item in found.evidence:
            verdict = found.runner_up if found.verdict == "unclear" else found.verdict
            assert item.limit in learned.get(verdict, set()) | definite
            assert (item.value <= item.limit) == item.at_most or item.limit == 5
            assert all(1 <= epoch <= 60 for epoch in item.epochs)
            assert item.sentence[0].isupper()
            assert item.sentence.endswith(".")


def test_the_limits_are_of_quantities_that_exist():
    assert all(name in QUANTITIES or name in KNOWN for limits in learned_limits().values() for name in limits)


def test_the_shares_of_belief_add_up_and_the_runner_up_is_among_them():
    for found in map(diagnose, RUNS):
        assert sum(found.shares.values()) == pytest.approx(1)
        assert found.runner_up in {*found.shares, ""}
        assert found.runner_up != found.verdict


def test_a_doubtful_verdict_names_the_test_that_settles_it():
    found = [diagnose(run) for run in RUNS]
    assert all(item.test in ("range_test", "longer_run", "curvature") for item in found if item.confidence < 0.7)
    assert diagnose([1]).test == "longer_run"
    assert diagnose([0.7] * 30).test == "range_test"


def test_a_rate_that_the_log_knows_is_used():
    loss = run("iris", 1.0)["loss"]
    logged = {"loss": loss, "learning_rate": [1.0] * len(loss)}
    assert diagnose(logged, optimizer="adam") == diagnose(loss, learning_rate=1.0, optimizer="adam")
    logged["learning_rate"][5] = 0.1
    assert diagnose(logged, optimizer="adam") == diagnose(loss)


def test_a_rate_far_above_the_stable_one_makes_too_high_likelier():
    loss, known = run("iris", 1.0)["loss"], {"learning_rate": 1.0, "optimizer": "adam"}
    without = diagnose(loss, **known).shares["lr_too_high"]
    assert diagnose(loss, **known, stable_rate=0.01).shares["lr_too_high"] > without
    assert diagnose(loss, **known, stable_rate=1000).shares["lr_too_high"] < without


@pytest.mark.parametrize("name", ["steps_per_epoch", "classes", "stable_rate"])
@pytest.mark.parametrize("value", [-1, "x", math.nan])
def test_what_is_known_besides_must_be_a_number(name, value):
    with pytest.raises(UserError, match="a number above 0"):
        diagnose(DECAY, **{name: value})


numbers = st.floats() | st.integers() | st.floats(0, 10) | st.none()
curves = st.lists(numbers, max_size=40)


def told(source):
    try:
        return diagnose(source).verdict
    except UserError as error:
        return str(error)


def strict(found: Diagnosis) -> str:
    return json.dumps(found.to_dict(), allow_nan=False)


@settings(deadline=None)
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


@settings(deadline=None)
@given(anything.filter(lambda source: not isinstance(source, str)))
def test_anything_else_gets_a_verdict_or_one_sentence(source):
    assert told(source) in VERDICTS or "\n" not in told(source)


@settings(deadline=None)
@given(st.lists(st.floats(0.01, 100), min_size=3, max_size=40), st.sampled_from([2.0**-6, 0.5, 1024.0]))
def test_the_measures_of_shape_do_not_depend_on_the_unit(loss, factor):
    one, other = (quantities(np.array(loss) * unit, np.array(loss) * unit) for unit in (1.0, factor))
    for name in set(QUANTITIES) - {"end_loss", "first_loss", "val_end"}:
        assert one[name] == pytest.approx(other[name], rel=1e-4, abs=1e-4), name


@settings(deadline=None)
@given(st.lists(st.floats(), min_size=2, max_size=30), st.integers(0, 6))
def test_any_run_has_finite_measures(loss, blanks):
    curve, checked = cleaned(np.array(loss), np.array(loss[: len(loss) - blanks]))
    found = quantities(curve, checked)
    assert not np.isinf(list(found.values())).any()
    assert not any(math.isnan(value) for name, value in found.items() if not name.startswith("val_"))


def test_a_wild_loss_at_a_rate_far_above_the_usual_is_too_high():
    random = np.random.default_rng(0)
    wild = 0.1 * np.exp(random.normal(0, 0.5, 60)) + np.exp(-EPOCHS)
    found = diagnose(wild, learning_rate=1.0, optimizer="adam")
    assert found.verdict == "lr_too_high"
    assert any(item.what.startswith("learning rate over") for item in found.evidence)
    assert diagnose(wild, learning_rate=0.01, optimizer="adam").verdict != "lr_too_high"
    assert diagnose(wild, learning_rate=0.5, optimizer="sgd").verdict != "lr_too_high"


def test_what_holds_by_definition_is_sure_however_near_the_limit():
    found = diagnose({"loss": DECAY, "val_loss": 1 + 0.0042 * np.abs(EPOCHS - 30)})
    assert found.verdict == "overfitting"
    assert (found.confidence, found.test) == (0.98, "")
    assert found.shares["overfitting"] < 0.9


def test_the_loss_before_training_is_a_number_above_nothing():
    assert diagnose(DECAY, learning_rate=0.01, optimizer="adam", start_loss=1.2).verdict in HEALTHY
    with pytest.raises(UserError, match="Loss before training"):
        diagnose(DECAY, start_loss=-1)


def test_where_no_other_rate_can_win_a_quarter_none_is_called_better():
    # As with inputs in the hundreds: what is left is much for the curve, and nothing against the beginning.
    curve = 30 * np.exp(-EPOCHS / 3) + 4 + 4 * (EPOCHS % 2)
    ills = ("lr_too_high", "lr_too_low")
    one, other = (diagnose(curve, start_loss=start).shares for start in (None, 340.0))
    assert sum(one[ill] for ill in ills) > 0.1
    assert sum(other[ill] for ill in ills) < 0.01
    assert sum(diagnose(curve - 20, start_loss=340.0).shares[ill] for ill in ills) > 0.01


def test_what_is_likeliest_but_held_back_is_named_all_the_same():
    held_back = 0
    for pace in np.geomspace(0.1, 3, 60):
        run = {"loss": 0.05 + 1.15 * np.exp(-np.arange(1, 31) * pace / 30)}
        found = diagnose(run, learning_rate=0.003, optimizer="adam", start_loss=1.2)
        if found.verdict != "unclear":
            continue
        first, second = sorted(found.shares.values(), reverse=True)[:2]
        assert found.shares[found.runner_up] == first
        assert ("looks most like" in found.sentence) == (first > 1.5 * second), found
        held_back += first > 1.5 * second
    assert held_back
