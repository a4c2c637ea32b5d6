"""Reading a learning-rate range test."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.core.valley import smoothed, valley


def test_a_plain_valley_is_stood_in_two_thirds_down() -> None:
    losses = np.concatenate([np.full(20, 1.0), np.linspace(1.0, 0.1, 31)[1:], np.linspace(0.1, 5.0, 20)])
    assert 19 + 2 * 30 // 3 - 2 <= valley(losses) <= 19 + 2 * 30 // 3 + 1


def test_noise_does_not_end_a_valley() -> None:
    falling = np.linspace(3.0, 1.0, 60) + np.where(np.arange(60) % 7 == 0, 0.3, 0.0)
    assert 30 <= valley(falling) <= 50


def test_the_longest_valley_wins_over_the_deepest() -> None:
    long = np.linspace(2.0, 1.5, 40)
    cliff = np.array([9.0, 0.1])
    assert valley(np.concatenate([long, cliff])) < 40


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60))
def test_it_is_always_one_of_the_steps(losses: list[float]) -> None:
    assert 0 <= valley(np.array(losses)) < len(losses)


def test_smoothing_is_corrected_for_its_start() -> None:
    np.testing.assert_allclose(smoothed(np.full(10, 3.0)), 3.0)
    assert smoothed(np.array([1.0, 2.0]), 0.5)[1] == pytest.approx((0.5 * 1 + 2) * 0.5 / 0.75)
