"""The scorecard's arithmetic on cases that can be counted by hand, and the rules of others."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from gdviz.core.doctor_rivals import RIVALS, autotrainer, plain, sagemaker, umlaut
from gdviz.core.doctor_score import (
    FIGURES,
    Run,
    Said,
    accuracy,
    advice_works,
    another_seed,
    best_reading,
    false_alarms,
    first_warning,
    interval,
    judged,
    macro_f1,
    precision,
    precision_at_spoken,
    rivals,
    runs_of,
    said,
    scores_by_verdict,
    share,
    spoken,
)
from gdviz.core.doctor_set import Network
from gdviz.core.doctor_truth import RATES
from gdviz.paths import resource

EPOCHS = np.arange(60)


def told(verdicts, truths, confidences=None, groups=None):
    size = len(verdicts)
    chosen = confidences or [1.0] * size
    return Said(np.array(verdicts), np.array(chosen), np.array(truths), np.array(groups or range(size)))


def test_figures_by_hand():
    four = told(
        ["converged", "lr_too_low", "unclear", "diverging"],
        ["converged", "converged", "lr_too_low", "diverging"],
        [0.9, 0.6, 0.3, 1.0],
    )
    assert scores_by_verdict(four) == pytest.approx(
        {
            "diverging": 1,
            "overfitting": 0,
            "lr_too_high": 0,
            "lr_too_low": 0,
            "still_improving": 0,
            "converged": 2 / 3,
        }
    )
    assert macro_f1(four) == pytest.approx((1 + 2 / 3) / 6)
    assert (spoken(four), precision(four), precision_at_spoken(four)) == pytest.approx((0.75, 2 / 3, 2 / 3))
    assert false_alarms(four) == 0.5


def test_the_interval_holds_the_figure_and_grows_where_runs_hang_together():
    random = np.random.default_rng(0)
    truths = ["converged"] * 200
    verdicts = ["converged" if right else "lr_too_low" for right in np.repeat(random.random(20) < 0.7, 10)]
    apart, together = told(verdicts, truths), told(verdicts, truths, groups=list(np.repeat(range(20), 10)))
    low, high = interval(false_alarms, apart, 200)
    wide_low, wide_high = interval(false_alarms, together, 200)
    assert wide_low < low < false_alarms(apart) < high < wide_high


@pytest.fixture
def network():
    """Thirteen runs: crawling, quick, thrown about, broken."""
    loss = np.array([0.1 + np.exp(-EPOCHS * (at + 0.1) / 100) for at in range(13)])
    loss[10:] = 2.0
    val_loss = loss.copy()
    val_loss[8] = 0.5 + 0.01 * np.abs(EPOCHS - 20)
    last = loss[:, -1] * 0.7
    return Network({"seed": 4, "optimizer": "adam", "part": "scoring", "steps": 30}, 1.1, loss, val_loss, last)


def test_runs_are_every_rate_and_length_and_seeds_of_one_network_are_one_group(network):
    twin = Network({**network.settings, "seed": 5}, 1.1, network.loss, network.val_loss, network.last)
    other = Network({**network.settings, "seed": 6}, 1.1, network.loss, network.val_loss, network.last)
    runs = runs_of([network, twin, other], [15, 60])
    assert len(runs) == 3 * 13 * 2
    assert {run.group for run in runs} == {0, 1}
    assert runs[0].told("known") == {"learning_rate": RATES[0], "optimizer": "adam"}
    assert runs[0].told("program")["start_loss"] == 1.1
    assert runs[0].history["loss"].size == 15
    assert set(runs[0].shown("program")) == {"loss", "val_loss", "gradient_norm"}
    found = judged(runs[:3], "program")
    assert said(runs[:3], found).truths.tolist() == [run.truth for run in runs[:3]]


@pytest.mark.parametrize(
    ("at", "verdict", "change", "works"),
    [
        (2, "lr_too_low", {"learning_rate": 10.0}, True),
        (10, "lr_too_low", {"learning_rate": 10.0}, False),
        (12, "lr_too_low", {"learning_rate": 10.0}, False),
        (10, "lr_too_high", {"learning_rate": 0.1}, True),
        (4, "lr_too_high", {"learning_rate": 0.1}, False),
        (4, "still_improving", {"epochs": 2.0}, True),
        (8, "overfitting", {"stop_at": 20}, True),
        (8, "overfitting", {"stop_at": 60}, False),
        (9, "converged", {}, False),
        (9, "unclear", {}, None),
    ],
)
def test_advice_is_tried_on_the_run_beside(network, at, verdict, change, works):
    run = Run(network, 0, at, 60, "converged")
    assert advice_works(run, SimpleNamespace(verdict=verdict, change=change)) is works


def test_a_live_warning_is_dated_from_where_it_stays(network):
    since, ever, last, changes = first_warning(Run(network, 0, 1, 60, "lr_too_low"))
    assert last == "lr_too_low"
    assert ever
    assert 0 < since < 0.6
    assert 1 <= changes <= 3


def test_flags_are_read_as_suits_them_best():
    flags = [(True,), (True,), (True,), (False,)]
    assert best_reading(flags, ["diverging", "overfitting", "overfitting", "converged"]) == ["overfitting"] * 3 + [
        "converged"
    ]


def test_the_rules_of_others_on_curves_made_for_them():
    fall = 0.1 + np.exp(-EPOCHS / 8)
    rise = np.r_[fall[:20], fall[19] + 0.02 * np.arange(40)]
    assert plain(fall[::-1], fall) == (True, False, False)
    assert plain(fall[:10], rise) == (False, True, True)
    assert sagemaker(fall, fall) == (False, False, False, False)
    assert sagemaker(fall, rise) == (False, True, False, True)
    assert sagemaker(np.full(60, 1.0), fall)[2]
    assert umlaut(fall, rise) == (False, True, True)
    assert umlaut(np.r_[fall[:-1], np.nan], fall)[0]
    assert autotrainer(fall, fall) == (False, False, False, False)
    assert autotrainer(fall + 0.3 * (EPOCHS % 2), fall)[1]
    assert autotrainer(np.full(60, 2.0), np.full(60, 2.0)) == (False, False, True, True)
    assert autotrainer(np.r_[fall[:-1], np.inf], fall)[0]


def test_every_rival_is_scored_on_the_same_runs(network):
    runs = runs_of([network], [15, 30])
    found = rivals(runs)
    assert list(found) == list(RIVALS)
    assert all(0 <= figure(each) <= 1 for each in found.values() for figure in FIGURES.values())


def test_another_seed_knows_all_but_chance(network):
    other = Network({**network.settings, "seed": 5}, 1.1, network.loss, network.val_loss, network.last)
    assert accuracy(another_seed(runs_of([network, other], [15, 60]))) == 1.0
    luckier = Network({**network.settings, "seed": 5}, 1.1, network.loss, network.val_loss, 0.9 * network.loss[:, -1])
    told = another_seed(runs_of([network, luckier], [60]))
    assert set(told.verdicts[told.verdicts != told.truths]) == {"still_improving", "converged"}
    assert np.isinf(told.confidences[told.truths == "diverging"]).all()


def test_the_interval_of_a_share_by_hand():
    assert share(8, 10) == pytest.approx([0.8, 0.490, 0.943], abs=1e-3)
    assert share(0, 0) == [0.0, 0.0, 1.0]


def test_the_readme_and_the_window_show_the_same_scorecard():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = resource("data/doctor_scorecard.md").read_text(encoding="utf-8")
    assert f"<!-- scorecard -->\n\n{table}\n<!-- end of scorecard -->\n" in readme


def test_the_range_test_is_made_where_it_is_asked_for(network):
    runs = runs_of([network], [15, 30])
    before, after = judged(runs, "program"), judged(runs, "tested")
    asked = [found.test == "range_test" for found in before]
    assert 0 < sum(asked) < len(asked)
    for was, now, made in zip(before, after, asked, strict=True):
        assert ("Tried from the same start" in now.sentence) == made
        assert made or now.shares == was.shares
