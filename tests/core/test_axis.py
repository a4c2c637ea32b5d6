"""Axes: everything is inside, ends are round, and a growing run seldom moves them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core.axis import growing_axis, height_axis, percent_axis

CURVES = [[0.02, 1.21], [5.0] * 3, [-2.0, 3.0], [0.0], [1e-30, 1e30], [np.nan, 3.0], [-1e-9, -2e-9], [3e38, -3e38]]


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("curve", CURVES, ids=str)
def test_every_value_is_inside_and_can_be_read(curve: list[float], log: bool) -> None:
    axis = height_axis([np.array(curve)], log, 5)
    known = np.array([value for value in curve if np.isfinite(value) and (value > 0 or not axis.log)])
    assert np.all((axis.part(known) >= 0) & (axis.part(known) <= 1))
    assert 1 <= len(axis.ticks) <= 7
    assert all(axis.low <= value <= axis.high for value, _ in axis.ticks)
    assert len({label for _, label in axis.ticks}) == len(axis.ticks)


def test_what_cannot_be_drawn_has_no_place() -> None:
    log = height_axis([np.array([0.1, 1.0])], True, 5)
    assert np.isnan(log.part([np.nan, np.inf, 0.0, -1.0])).all()


@pytest.mark.parametrize("log", [False, True])
def test_without_a_value_there_is_an_axis_all_the_same(log: bool) -> None:
    for curves in ([], [np.array([])], [np.array([np.nan, np.inf])]):
        axis = height_axis(curves, log, 5)
        assert (axis.low, axis.high, axis.log) == (0, 1, False)


def test_a_logarithm_of_nothing_positive_is_not_asked_for() -> None:
    assert not height_axis([np.array([-1.0, 0.0])], True, 5).log


@settings(deadline=None)
@given(st.floats(0, 1), st.booleans())
def test_a_place_and_its_value_belong_together(part: float, log: bool) -> None:
    axis = height_axis([np.array([0.01, 7.0])], log, 5)
    assert float(axis.part(axis.value(part))) == pytest.approx(part, abs=1e-9)


def test_a_loss_that_comes_to_zero_stands_on_the_frame() -> None:
    assert height_axis([np.array([0.003, 1.2])], False, 5).low == 0


@pytest.mark.parametrize(
    ("reached", "planned", "end"),
    [
        (0, 0, 10),
        (0, 60, 10),
        (3, 60, 10),
        (11, 60, 15),
        (37, 60, 40),
        (41, 60, 50),
        (55, 60, 60),
        (60, 60, 60),
        (60, 1000, 60),
    ],
)
def test_a_growing_axis_moves_in_steps_and_ends_at_the_plan(reached: float, planned: float, end: float) -> None:
    axis = growing_axis(reached, planned, 6)
    assert axis.high == end
    assert all(value == int(value) for value, _ in axis.ticks)


def test_a_run_past_its_plan_is_drawn_whole() -> None:
    assert growing_axis(70, 60, 6).high >= 70


def test_a_growing_run_seldom_moves_its_axis() -> None:
    assert len({growing_axis(reached, 1e9, 6).high for reached in range(1, 100_001, 37)}) < 40


def test_nothing_and_everything_are_clear_of_the_frame() -> None:
    assert np.all((percent_axis().part([0, 1]) > 0) & (percent_axis().part([0, 1]) < 1))
