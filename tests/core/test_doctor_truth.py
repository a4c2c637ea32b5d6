"""The judge: each rule of the definition on runs made for it."""

import numpy as np
import pytest

from gdviz.core.doctor_truth import RATES, final, margins, overfits, smoothed, truth

EPOCHS = 30


def falling(*ends: float, first: float = 1.0) -> np.ndarray:
    """A run at each rate, straight down from ``first`` to ``end``, where it stays for the last three epochs."""
    return np.array([np.r_[np.linspace(first, end, EPOCHS - 3), [end] * 3] for end in ends])


def judged(loss, val_loss=None, fresh=1.0, later=None):
    return truth(loss, loss if val_loss is None else val_loss, fresh, final(loss) if later is None else np.array(later))


def test_the_grid_is_thirteen_rates_a_factor_of_root_ten_apart():
    assert (len(RATES), RATES[0], RATES[-1]) == (13, 1e-5, 10.0)
    assert np.diff(np.log10(RATES)) == pytest.approx([0.5] * 12, abs=1e-4)


@pytest.mark.parametrize("lost", [np.nan, np.inf])
def test_what_is_not_finite_diverges_in_either_curve(lost):
    loss, val_loss = falling(0.1, 0.1, 0.1), falling(0.1, 0.1, 0.1)
    loss[0, 7], val_loss[1, 7] = lost, lost
    assert judged(loss, val_loss) == ["diverging", "diverging", "converged"]


def test_what_ends_five_percent_above_its_first_epoch_diverges():
    assert judged(falling(1.04, 1.06, 0.1, 0.1))[1] == "diverging"
    assert judged(falling(1.04, 1.06, 0.1, 0.1))[0] == "lr_too_low"


def test_a_notch_or_two_lower_by_a_quarter_of_the_gain_is_too_high():
    # gain 0.9, a quarter of it 0.225
    assert judged(falling(0.1, 0.32, 0.33, 0.33, 0.9)) == [
        "converged",
        "converged",
        "lr_too_high",
        "converged",
        "lr_too_high",
    ]


def test_a_lower_rate_that_does_no_better_than_a_higher_one_is_not_too_high():
    assert judged(falling(0.3, 0.9, 0.1))[1] == "lr_too_low"


def test_a_notch_or_two_higher_by_a_quarter_of_the_gain_is_too_low():
    found = judged(falling(0.99, 0.95, 0.8, 0.5, 0.1))
    assert found == ["converged", "lr_too_low", "lr_too_low", "lr_too_low", "converged"]


@pytest.mark.parametrize(("later", "right"), [(0.46, "converged"), (0.44, "still_improving"), (np.nan, "converged")])
def test_a_tenth_lower_after_twice_the_epochs_is_still_improving(later, right):
    assert judged(falling(0.5, 0.49), later=[later, 0.49])[0] == right


def test_a_tenth_of_next_to_nothing_is_converged():
    assert judged(falling(0.01, 0.011), later=[0.005, 0.011])[0] == "converged"


def test_overfitting_needs_rise_age_and_a_falling_training_loss():
    loss, rising = np.linspace(1, 0.1, 30), np.r_[np.linspace(1, 0.5, 15), np.linspace(0.5, 0.8, 15)]
    assert overfits(loss, rising)
    assert judged(loss[None], rising[None], later=[0.1]) == ["overfitting"]
    assert not overfits(loss[::-1], rising)
    assert not overfits(loss, np.r_[np.linspace(1, 0.5, 15), np.linspace(0.5, 0.53, 15)])
    assert not overfits(loss, np.r_[np.linspace(1, 0.5, 27), 0.7, 0.8, 0.9])
    assert not overfits(loss[:8], rising[12:20])


def test_smoothing_is_the_mean_of_five():
    values = np.random.default_rng(0).random(20)
    assert smoothed(values) == pytest.approx(np.convolve(values, np.full(5, 0.2), "valid"))


def test_the_best_of_no_finite_run_is_no_reference():
    assert judged(np.full((2, EPOCHS), np.nan)) == ["diverging", "diverging"]


def test_the_margin_is_the_distance_from_the_nearest_limit():
    loss = falling(0.1, 0.3, 0.31)
    found = margins(loss, 1.0, final(loss) * [1.0, 0.95, 0.5])
    # Of the gain of 0.9, the first rate wins 0.22 and 0.23 against the others, 0.03 and 0.02 short of a quarter.
    assert found == pytest.approx([0.1, abs(0.2 / 0.9 - 0.25), abs(0.21 / 0.9 - 0.25)])
    assert np.isfinite(margins(np.full((3, 30), np.inf), 1.0, np.full(3, np.nan))).all()
