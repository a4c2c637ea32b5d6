"""A calm line that does not lie: not at the ends, not at gaps, not at spikes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core.smoothing import smooth


def smoothed(values: list[float] | np.ndarray, half: int = 4) -> np.ndarray:
    row = np.asarray(values, np.float64)
    return smooth(np.arange(len(row), dtype=np.float64), row, np.ones(len(row)), half)


def test_a_straight_fall_stays_as_it_is_to_both_ends() -> None:
    line = 3 - 0.05 * np.arange(50)
    np.testing.assert_allclose(smoothed(line), line, atol=1e-9)


def test_noise_becomes_less_everywhere_and_the_ends_stay_near() -> None:
    noise = np.random.default_rng(0).normal(size=200)
    calm = smoothed(noise, 10)
    assert calm.std() < 0.5 * noise.std()
    assert np.abs(calm[[0, -1]]).max() < 1.0


def test_a_gap_stays_a_gap_and_its_neighbours_stay_true() -> None:
    line = np.arange(20.0)
    line[[7, 8, 15]] = [np.nan, np.inf, -np.inf]
    calm = smoothed(line)
    known = np.isfinite(line)
    assert list(np.isfinite(calm)) == list(known)
    np.testing.assert_allclose(calm[known], line[known], atol=1e-9)


def test_a_spike_is_felt_only_within_its_window() -> None:
    values = np.ones(60)
    values[30] = 1e30
    calm = smoothed(values, 4)
    assert np.all(calm[:26] == 1)
    assert np.all(calm[35:] == 1)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.floats(-1e6, 1e6) | st.sampled_from([np.nan, np.inf]), min_size=1, max_size=60), st.integers(0, 40))
def test_it_shows_nothing_that_its_window_does_not_hold(values: list[float], half: int) -> None:
    calm, row = smoothed(values, half), np.array(values)
    for at in np.flatnonzero(np.isfinite(row)):
        window = row[max(0, at - half) : at + half + 1]
        window = window[np.isfinite(window)]
        assert window.min() <= calm[at] <= window.max()


@pytest.mark.parametrize("values", [[], [1.0], [1.0, 2.0], [np.nan] * 5, [1.0, np.nan, np.nan, np.nan]], ids=str)
def test_too_little_is_left_alone(values: list[float]) -> None:
    np.testing.assert_array_equal(smoothed(values), np.array(values))


def test_a_mean_of_more_values_counts_for_more() -> None:
    values, weights = np.array([0.0, 10.0, 0.0, 10.0, 0.0]), np.array([9.0, 1.0, 9.0, 1.0, 9.0])
    assert smooth(np.arange(5.0), values, weights, 2)[2] < smoothed(values, 2)[2]
