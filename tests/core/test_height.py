"""Heights stay in their box, rise with the loss and come back, whatever the losses are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gdviz.core.height import MINUS, HeightScale, round_ticks

EXTREMES = [np.nan, np.inf, -np.inf, 0.0, 1e-12, 1e12, 3e38, -3e38, 1e-38]
ANY = st.one_of(st.floats(-1e12, 1e12, allow_subnormal=False), st.sampled_from(EXTREMES))
LOSSES = arrays(np.float64, st.integers(1, 60), elements=ANY)
KINDS = st.sampled_from(["auto", "linear", "log"])


@given(LOSSES, LOSSES, KINDS)
def test_every_loss_gets_a_height_in_the_box(surface, path, kind) -> None:
    scale = HeightScale.of(surface, path, kind)
    for losses in (surface, path):
        heights = scale.heights(losses)
        assert np.all((heights >= 0) & (heights <= 1))
        assert np.all(heights[~np.isfinite(losses)] == 1)


@given(LOSSES, LOSSES, KINDS)
def test_a_higher_loss_is_never_drawn_lower(surface, path, kind) -> None:
    scale = HeightScale.of(surface, path, kind)
    known = np.sort(surface[np.isfinite(surface)])
    assert np.all(np.diff(scale.heights(known)) >= 0)


@given(LOSSES, LOSSES, KINDS)
def test_no_finite_loss_of_the_path_is_cut_off(surface, path, kind) -> None:
    scale = HeightScale.of(surface, path, kind)
    assert scale.holds(path)
    known = path[np.isfinite(path)]
    if known.size:
        assert scale.heights(known.max() * 1.0, most=2.0) <= 1 + 1e-6


@given(LOSSES, LOSSES, KINDS)
def test_heights_come_back_as_losses(surface, path, kind) -> None:
    scale = HeightScale.of(surface, path, kind)
    heights = np.linspace(0.01, 0.99, 25)
    assert scale.heights(scale.losses(heights)) == pytest.approx(heights, abs=1e-5)


@given(LOSSES, LOSSES, KINDS)
def test_ticks_are_few_rising_labelled_and_in_the_box(surface, path, kind) -> None:
    scale = HeightScale.of(surface, path, kind)
    values = [value for value, _ in scale.ticks()]
    assert len(values) <= 9
    assert values == sorted(values)
    assert all(label for _, label in scale.ticks())
    room = 0.02 * (scale.ceiling - scale.low)
    assert all(scale.low - room <= value <= scale.ceiling + room for value in values)
    labels = [label for _, label in scale.ticks()]
    assert len(set(labels)) == len(labels)


@given(LOSSES, KINDS)
def test_contour_lines_are_neither_missing_nor_crowded(surface, kind) -> None:
    factor, _, major = HeightScale.of(surface, (), kind).contours()
    assert 3 <= factor <= 60
    assert major >= 1


def test_all_nan_lies_at_the_ceiling() -> None:
    losses = np.full((4, 5), np.nan)
    scale = HeightScale.of(losses)
    assert np.all(scale.heights(losses) == 1)
    assert scale.cut_share(losses) == 1


def test_all_equal_lies_flat_on_the_floor() -> None:
    losses = np.full((4, 5), 0.693)
    assert np.all(HeightScale.of(losses).heights(losses) == 0)


def test_an_infinite_wall_does_not_change_the_rest() -> None:
    x, y = np.meshgrid(np.linspace(-1, 1, 41), np.linspace(-1, 1, 41))
    valley = x**2 + y**2
    walled = np.where(x > 0.9, np.inf, valley)
    scale = HeightScale.of(walled)
    assert scale.kind == "linear"
    assert np.all(scale.heights(walled)[x > 0.9] == 1)
    assert np.ptp(scale.heights(walled)[x < 0.5]) > 0.5


def test_a_bowl_is_drawn_as_a_bowl() -> None:
    x, y = np.meshgrid(np.linspace(-3, 3, 101), np.linspace(-3, 3, 101))
    assert HeightScale.of(x**2 + y**2).kind == "linear"


def test_twelve_decades_are_all_told_apart() -> None:
    losses = np.geomspace(1e-6, 1e6, 400).reshape(20, 20)
    scale = HeightScale.of(losses)
    assert scale.kind == "log"
    assert np.all(np.diff(scale.heights(np.geomspace(1e-1, 1e6, 8))) > 0.02)


def test_rosenbrock_needs_a_logarithm_and_its_valley_stays_smooth() -> None:
    x, y = np.meshgrid(np.linspace(-2, 2, 101), np.linspace(-1, 3, 101))
    loss = (1 - x) ** 2 + 100 * (y - x**2) ** 2
    scale = HeightScale.of(loss)
    assert scale.kind == "log"
    # The plain logarithm would sink to minus infinity at the minimum; here its surroundings are low as well.
    assert np.mean(scale.heights(loss) < 0.15) > 0.03


def test_far_walls_are_cut_off_so_that_the_valley_shows() -> None:
    losses = np.append(np.linspace(1, 2, 999), 50.0)
    scale = HeightScale.of(losses)
    assert scale.ceiling < 10
    assert scale.cut_share(losses) == pytest.approx(0.001)


def test_negative_losses_have_negative_ticks() -> None:
    labels = [label for _, label in HeightScale.of(np.linspace(-3, 1, 50)).ticks()]
    assert labels == [f"{MINUS}3", f"{MINUS}2", f"{MINUS}1", "0", "1"]


def test_ticks_of_a_logarithmic_scale_are_powers_of_ten() -> None:
    labels = [label for _, label in HeightScale.of(np.geomspace(1, 1e4, 100)).ticks()]
    assert {"1", "10", "100", "1000", "10000"} <= set(labels)


def test_bold_contour_lines_fall_on_even_ticks() -> None:
    scale = HeightScale.of(np.linspace(0.5, 6, 200))
    factor, offset, major = scale.contours()
    places = factor * scale.heights([value for value, _ in scale.ticks()]) + offset
    assert places / major == pytest.approx(np.round(places / major), abs=1e-6)


def test_round_ticks_of_nothing_is_one() -> None:
    assert round_ticks(2.0, 2.0) == [(2.0, "2")]
