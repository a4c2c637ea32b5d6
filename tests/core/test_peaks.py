"""Few points of a long curve: always real ones, the extremes among them, however the curve arrived."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core.peaks import Peaks

ROWS = st.lists(st.floats(width=32), min_size=0, max_size=200)


def peaks_of(values: np.ndarray, most: int = 8) -> Peaks:
    """What is kept of a row that came all at once."""
    peaks = Peaks(most)
    peaks.follow(values)
    return peaks


def test_a_short_row_is_drawn_whole() -> None:
    at, values = peaks_of(np.array([3.0, 1.0, 2.0])).points()
    assert (list(at), list(values)) == ([0, 1, 2], [3, 1, 2])


@settings(deadline=None, max_examples=60)
@given(ROWS, st.lists(st.integers(1, 60), max_size=20))
def test_it_does_not_matter_in_how_many_pieces_a_row_came(row: list[float], sizes: list[int]) -> None:
    values = np.array(row, np.float32)
    grown, count = Peaks(8), 0
    for size in [*sizes, len(values)]:
        count = min(count + size, len(values))
        grown.follow(values[:count])
    grown.follow(values)
    whole = peaks_of(values)
    for one, other in zip((*grown.points(), *grown.means()), (*whole.points(), *whole.means()), strict=True):
        np.testing.assert_array_equal(one, other)
    assert grown.first_gap == whole.first_gap


@settings(deadline=None, max_examples=60)
@given(ROWS)
def test_every_point_is_one_of_the_row_and_both_extremes_and_ends_are_there(row: list[float]) -> None:
    values = np.array(row, np.float32).astype(np.float64)
    at, drawn = peaks_of(values).points()
    known = np.isfinite(drawn)
    assert len(at) <= 2 * 8 + 2
    assert np.all(np.diff(at) >= 0)
    np.testing.assert_array_equal(drawn[known], values[at[known].astype(int)])
    finite = values[np.isfinite(values)]
    if finite.size:
        assert {finite.min(), finite.max()} <= set(drawn[known])
    for end in (0, -1):
        assert not len(row) or not np.isfinite(values[end]) or drawn[end] == values[end]


def test_means_stand_for_as_many_values_as_they_say() -> None:
    values = np.arange(20.0)
    values[4] = np.nan
    peaks = peaks_of(values)
    at, mean, weight = peaks.means()
    assert peaks.stride == 4
    assert list(at) == [1.5, 5.5, 9.5, 13.5, 17.5]
    assert mean == pytest.approx([1.5, 6, 9.5, 13.5, 17.5])
    assert list(weight) == [4, 3, 4, 4, 4]


def test_a_stretch_without_a_number_is_a_gap() -> None:
    values = np.array([*range(8), *[np.inf] * 8, *range(8)], np.float32)
    peaks = peaks_of(values)
    assert np.isnan(peaks.points()[1]).any()
    assert peaks.first_gap == 8


@pytest.mark.parametrize("other", [np.array([5.0, 5.0]), np.arange(50.0) + 1, np.array([]), np.arange(90.0) * 2])
def test_another_row_takes_the_place_of_the_one_before(other: np.ndarray) -> None:
    peaks = peaks_of(np.arange(80.0))
    peaks.follow(other)
    for one, two in zip(peaks.points(), peaks_of(other).points(), strict=True):
        np.testing.assert_array_equal(one, two)


def test_only_what_is_new_is_read() -> None:
    """A hundred thousand steps that are there already must cost nothing."""
    values = np.arange(100_000.0)
    peaks = peaks_of(values, most=800)
    values[1:90_000] = -1.0
    peaks.follow(np.append(values, 1.0))
    assert peaks.points()[1].min() == 0
