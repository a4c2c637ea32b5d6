"""Planes through weight space: what they hold of a path, and what a surface on one says under it."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gdviz.core.plane import Plane, Surface, exact_plane, miss, pca_plane, sampled
from gdviz.core.plane_kinds import PLANE_KINDS, PlaneRequest, filter_directions, plane_for, weight_name
from gdviz.errors import UserError

Array = np.ndarray[Any, Any]


def paths(least: int = 1) -> st.SearchStrategy[Array]:
    """Paths of up to 30 points through 3 to 8 weights; also still ones, straight ones and such as come back."""
    shapes = st.tuples(st.integers(least, 30), st.integers(3, 8))
    numbers = st.floats(-100, 100, width=32).map(lambda value: round(value, 3))
    return shapes.flatmap(lambda shape: hnp.arrays(np.float32, shape, elements=numbers))


def walk(count: int, size: int, seed: int = 0) -> Array:
    """A random walk that ends away from where it began."""
    steps = np.random.default_rng(seed).normal(size=(count, size)) + 0.3
    return np.cumsum(steps, axis=0).astype(np.float32)


def round_trip() -> Array:
    """A circle in five weights: the end is the start."""
    turn = np.linspace(0, 2 * np.pi, 41)
    circle = (
        np.stack([np.cos(turn), 2 * np.sin(turn)]).T @ np.linalg.qr(np.random.default_rng(0).normal(size=(5, 2)))[0].T
    )
    circle[-1] = circle[0]
    return np.asarray(circle, np.float32)


def assert_orthonormal(plane: Plane) -> None:
    np.testing.assert_allclose(plane.directions @ plane.directions.T, np.eye(2), atol=1e-5)


def share_of(path: Array, plane: Plane) -> float:
    """The part of the motion that the plane holds, the long way: project every point and see how far it moved."""
    whole = held = 0.0
    for point in path.astype(float):
        away = point - plane.origin
        shadow = sum((away @ direction) * direction for direction in plane.directions.astype(float))
        whole += float(away @ away)
        held += float(shadow @ shadow)
    return held / whole


@given(paths())
@settings(deadline=None)
def test_directions_are_orthonormal_and_the_share_is_a_share(path: Array) -> None:
    plane = pca_plane(path)
    assert_orthonormal(plane)
    assert 0 <= plane.share <= 1
    assert plane.directions.dtype == plane.origin.dtype == np.float32
    np.testing.assert_array_equal(plane.origin, path[-1])


@given(paths(least=2))
@settings(deadline=None)
def test_the_share_is_what_projecting_each_point_gives(path: Array) -> None:
    plane = pca_plane(path)
    if plane.kind == "random":
        assert np.ptp(path, axis=0).max() == 0
    else:
        assert plane.share == pytest.approx(share_of(path, plane), abs=1e-4)


@given(paths(least=2), st.integers(0, 3))
@settings(deadline=None)
def test_no_plane_through_the_end_that_is_not_anchored_holds_more(path: Array, seed: int) -> None:
    """Among planes through start and end, the share is the largest: no random second direction beats it."""
    plane = pca_plane(path)
    chord = (path[0] - path[-1]).astype(float)
    length = np.linalg.norm(chord)
    if plane.kind == "random" or length**2 <= 2e-3 * np.sum((path - path[-1]).astype(float) ** 2) / len(path):
        return
    other = np.random.default_rng(seed).normal(size=chord.size)
    other -= (other @ chord) / length**2 * chord
    rival = Plane(path[-1], np.array([chord / length, other / np.linalg.norm(other)]), "pca", ("", ""))
    assert share_of(path, rival) <= plane.share + 1e-4


@pytest.mark.parametrize("size", [3, 11, 131])
@pytest.mark.parametrize("count", [2, 3, 60])
def test_start_and_end_lie_on_the_plane(count: int, size: int) -> None:
    path = walk(count, size)
    plane = pca_plane(path)
    ends = path[[0, -1]]
    np.testing.assert_allclose(plane.weights(plane.project(ends)), ends, atol=1e-5 * np.abs(path).max())
    np.testing.assert_array_equal(plane.project(path[-1:]), [[0, 0]])


def test_a_path_within_a_plane_is_held_whole() -> None:
    corners = np.random.default_rng(1).normal(size=(2, 9))
    path = (np.random.default_rng(2).normal(size=(20, 2)) @ corners + 5).astype(np.float32)
    plane = pca_plane(path)
    assert plane.share == pytest.approx(1)
    np.testing.assert_allclose(plane.weights(plane.project(path)), path, atol=1e-4)


def test_two_points_and_a_straight_line_are_held_whole() -> None:
    line = np.linspace(0, 1, 12, dtype=np.float32)[:, None] * np.array([[1, -2, 3, 0.5]], np.float32)
    for path in (line[[0, -1]], line, np.vstack([line, line[-1]])):
        plane = pca_plane(path)
        assert plane.kind == "pca"
        assert plane.share == pytest.approx(1)
        assert_orthonormal(plane)
        np.testing.assert_allclose(plane.project(path)[:, 1], 0, atol=1e-6)


@pytest.mark.parametrize("count", [1, 2, 7])
def test_a_still_path_gets_random_directions_and_always_the_same(count: int) -> None:
    path = np.tile(np.float32([3, -1, 2, 7]), (count, 1))
    plane, again = pca_plane(path), pca_plane(path)
    assert (plane.kind, plane.share) == ("random", 0.0)
    assert_orthonormal(plane)
    np.testing.assert_array_equal(plane.directions, again.directions)


def test_a_path_that_comes_back_is_seen_from_where_it_moved_most() -> None:
    path = round_trip()
    plane = pca_plane(path)
    assert plane.share == pytest.approx(1, abs=1e-6)
    assert_orthonormal(plane)
    np.testing.assert_allclose(np.ptp(plane.project(path), axis=0), [4, 2], atol=0.02)


def test_weights_near_the_end_of_what_a_float_holds_still_have_a_plane() -> None:
    path = walk(10, 5)
    path[0] *= -1
    path *= np.float32(3e38) / np.abs(path).max()
    path[0, 0], path[-1, 0] = -3e38, 3e38
    plane = pca_plane(path)
    assert_orthonormal(plane)
    assert 0 < plane.share <= 1


@pytest.mark.parametrize("mirror", [(1, -1), (-1, 1), (-1, -1)])
def test_a_mirrored_plane_before_does_not_flip_the_picture(mirror: tuple[int, int]) -> None:
    path = walk(30, 7)
    before = pca_plane(path[:25])
    shown = Plane(before.origin, before.directions * np.float32(mirror)[:, None], "pca", before.names)
    plane = pca_plane(path, like=shown)
    assert np.diag(plane.directions @ shown.directions.T) == pytest.approx([1, 1], abs=0.2)
    assert plane.share == pytest.approx(pca_plane(path).share)
    assert_orthonormal(plane)


def test_a_turned_plane_before_is_followed_within_the_same_plane() -> None:
    path = walk(30, 7)
    plain = pca_plane(path)
    turn = np.float32([[np.cos(1), np.sin(1)], [-np.sin(1), np.cos(1)]])
    plane = pca_plane(path, like=Plane(plain.origin, turn @ plain.directions, "pca", plain.names))
    np.testing.assert_allclose(plane.directions, turn @ plain.directions, atol=1e-5)


def test_a_plane_of_another_network_is_no_example() -> None:
    path = walk(30, 7)
    other = pca_plane(walk(30, 5))
    np.testing.assert_array_equal(pca_plane(path, like=other).directions, pca_plane(path).directions)


def test_an_exact_plane_changes_nothing() -> None:
    points = np.float32([[1, 2], [-3, 0.5]])
    plane = exact_plane(("weight", "bias"))
    assert (plane.kind, plane.share) == ("exact", 1.0)
    np.testing.assert_array_equal(plane.project(points), points)
    np.testing.assert_array_equal(plane.weights(points), points)
    np.testing.assert_array_equal(exact_plane(("weight",)).project(points[:, :1]), points[:, :1])


def drawn(function: Any, columns: int = 9, rows: int = 6) -> Surface:
    """A surface between -2 and 2 and between 1 and 4, with the values of ``function``."""
    x, y = np.linspace(-2, 2, columns, dtype=np.float32), np.linspace(1, 4, rows, dtype=np.float32)
    return Surface(exact_plane(("x", "y")), x, y, function(*np.meshgrid(x, y)).astype(np.float32))


INSIDE = hnp.arrays(np.float32, st.tuples(st.integers(1, 20), st.just(2)), elements=st.floats(0, 1, width=32))


@given(INSIDE, *[st.floats(-3, 3)] * 4)
@settings(deadline=None)
def test_between_the_points_the_surface_is_bilinear(part: Array, a: float, b: float, c: float, d: float) -> None:
    def bilinear(x: Array, y: Array) -> Array:
        return a + b * x + c * y + d * x * y

    points = part * np.float32([4, 3]) + np.float32([-2, 1])
    np.testing.assert_allclose(sampled(drawn(bilinear), points), bilinear(*points.T), atol=1e-4)


def test_on_its_points_the_surface_is_exact_and_outside_there_is_none() -> None:
    surface = drawn(lambda x, y: np.sin(3 * x) * y)
    corners = np.array([(x, y) for y in surface.y for x in surface.x])
    np.testing.assert_allclose(sampled(surface, corners), surface.loss.ravel(), atol=1e-6)
    outside = np.float32([[-2.01, 2], [2.01, 2], [0, 0.99], [0, 4.01], [np.nan, 2], [0, np.inf]])
    assert np.isnan(sampled(surface, outside)).all()


def test_a_line_is_sampled_likewise() -> None:
    x = np.linspace(-1, 3, 5, dtype=np.float32)
    line = Surface(exact_plane(("w",)), x, np.empty(0, np.float32), 2 * x + 1)
    values = sampled(line, np.float32([[-1], [0.25], [3], [3.5], [-1.5]]))
    np.testing.assert_allclose(values[:3], [-1, 1.5, 7])
    assert np.isnan(values[3:]).all()


def test_the_miss_is_the_largest_distance_as_a_part_of_the_range() -> None:
    surface = drawn(lambda x, y: x + 0 * y)
    points = np.float32([[-1, 2], [0, 2], [1, 3]])
    assert miss(surface, points, np.float32([-1, 0, 1])) == 0
    # At (0, 2) the truth is 0.5 higher than drawn; the truths reach from -1 to 1.
    assert miss(surface, points, np.float32([-1, 0.5, 1])) == pytest.approx(0.25)


def test_the_miss_leaves_out_what_cannot_be_compared() -> None:
    surface = drawn(lambda x, y: x + 0 * y)
    surface.loss[0, 0] = np.inf
    points = np.float32([[-2, 1], [-1, 2], [1, 3], [9, 9], [0, 2]])
    losses = np.float32([50, -1, 1, 50, np.nan])
    assert miss(surface, points, losses) == 0
    assert miss(surface, points[3:], losses[3:]) == 0
    assert miss(surface, points[:2], np.float32([np.inf, 3])) == 0
    assert miss(surface, points[[1, 1]], np.float32([5, 5])) == 0


SHAPES = ((4, 5), (5,), (5, 3), (3,))
SIZE = 43


def filters_of(flat: Array) -> list[Array]:
    """The columns of both kernels of `SHAPES`."""
    return [*flat[:20].reshape(4, 5).T, *flat[25:40].reshape(5, 3).T]


def test_random_directions_are_as_long_as_the_weights_filter_by_filter() -> None:
    weights = walk(1, SIZE)[0]
    for direction in filter_directions(weights, SHAPES, 3):
        lengths = [np.linalg.norm(column) for column in filters_of(direction)]
        np.testing.assert_allclose(lengths, [np.linalg.norm(column) for column in filters_of(weights)], rtol=1e-6)
        assert not direction[20:25].any()
        assert not direction[40:].any()
        assert np.std(direction[:20].reshape(4, 5)[:, 0] / weights[:20].reshape(4, 5)[:, 0]) > 0.1


def test_a_convolution_has_one_filter_for_each_output() -> None:
    weights = walk(1, 3 * 3 * 2 * 4)[0]
    direction = filter_directions(weights, ((3, 3, 2, 4),), 0)[0].reshape(3, 3, 2, 4)
    for output in range(4):
        expected = np.linalg.norm(weights.reshape(3, 3, 2, 4)[..., output])
        assert np.linalg.norm(direction[..., output]) == pytest.approx(expected)


def test_the_seed_alone_decides_the_random_directions() -> None:
    weights = walk(1, SIZE)[0]
    first, again, other = (filter_directions(weights, SHAPES, seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert np.abs(first - other).max() > 0.1


@pytest.mark.parametrize("shapes", [SHAPES, ((SIZE,),), ((1, 1),) * SIZE])
def test_where_weights_give_no_directions_there_are_two_all_the_same(shapes: tuple[tuple[int, ...], ...]) -> None:
    directions = filter_directions(np.zeros(SIZE, np.float32), shapes, 0)
    np.testing.assert_allclose(np.linalg.norm(directions, axis=1), 1)
    assert np.linalg.matrix_rank(directions) == 2


@pytest.mark.parametrize("kind", PLANE_KINDS)
def test_every_plane_goes_there_and_back(kind: str) -> None:
    path = walk(20, SIZE)
    plane = plane_for(PlaneRequest(kind, pair=(7, 30)), path, SHAPES)
    points = np.random.default_rng(0).normal(size=(9, 2)).astype(np.float32)
    np.testing.assert_allclose(plane.project(plane.weights(points)), points, atol=1e-4)


@pytest.mark.parametrize("kind", PLANE_KINDS)
def test_projecting_finds_the_nearest_point_of_the_plane(kind: str) -> None:
    path = walk(20, SIZE)
    plane = plane_for(PlaneRequest(kind, pair=(7, 30)), path, SHAPES)
    away = (path - plane.weights(plane.project(path))).astype(float)
    np.testing.assert_allclose(away @ plane.directions.T.astype(float), 0, atol=2e-3)


@pytest.mark.parametrize("kind", PLANE_KINDS)
@pytest.mark.parametrize("step", [None, 0, 11, 19])
def test_every_plane_goes_through_the_point_asked_for_and_says_its_share(kind: str, step: int | None) -> None:
    path = walk(20, SIZE)
    through = path[-1 if step is None else step]
    request = PlaneRequest(kind, pair=(7, 30), origin=None if step is None else through, step=step)
    plane = plane_for(request, path, SHAPES)
    np.testing.assert_allclose(plane.weights(plane.project(through[None]))[0], through, atol=1e-4)
    assert (plane.kind, plane.step) == (kind, step)
    away = (path - through).astype(float)
    shadow = away @ np.linalg.pinv(plane.directions.astype(float)) @ plane.directions
    assert plane.share == pytest.approx(np.sum(shadow**2) / np.sum(away**2), rel=1e-4)


def test_through_a_middle_point_the_path_plane_holds_the_farther_end_too() -> None:
    path = walk(20, SIZE)
    for step, end in ((3, -1), (16, 0)):
        plane = plane_for(PlaneRequest(origin=path[step]), path, SHAPES)
        np.testing.assert_allclose(plane.weights(plane.project(path[[end]])), path[[end]], atol=1e-4)


def test_two_weights_are_drawn_at_their_own_values() -> None:
    path = walk(20, SIZE)
    plane = plane_for(PlaneRequest("weights", pair=(30, 7)), path, SHAPES)
    np.testing.assert_array_equal(plane.project(path), path[:, [30, 7]])
    moved = plane.weights(np.float32([[5, -6]]))[0]
    assert (moved[30], moved[7]) == (5, -6)
    np.testing.assert_array_equal(np.delete(moved, [7, 30]), np.delete(path[-1], [7, 30]))


@pytest.mark.parametrize(
    ("index", "name"),
    [
        (0, "weight 0 (layer 1 kernel 0,0)"),
        (12, "weight 12 (layer 1 kernel 2,2)"),
        (21, "weight 21 (layer 1 bias 1)"),
        (25, "weight 25 (layer 2 kernel 0,0)"),
        (42, "weight 42 (layer 2 bias 2)"),
    ],
)
def test_a_weight_is_named_by_its_place(index: int, name: str) -> None:
    assert weight_name(index, SHAPES) == name


def test_a_weight_without_layers_has_a_number() -> None:
    assert weight_name(5, ((9,),)) == "weight 5"
    assert weight_name(6, ((2, 2), (4,))) == "weight 6 (layer 1 vector 2)"


@pytest.mark.parametrize("pair", [(0, 0), (-1, 3), (3, SIZE)])
def test_weights_that_are_not_there_are_refused(pair: tuple[int, int]) -> None:
    with pytest.raises(UserError, match=f"{pair[0]} and {pair[1]}"):
        plane_for(PlaneRequest("weights", pair=pair), walk(4, SIZE), SHAPES)


def test_a_plane_that_is_not_there_is_refused() -> None:
    with pytest.raises(UserError, match="sphere"):
        plane_for(PlaneRequest("sphere"), walk(4, SIZE), SHAPES)


def test_a_path_plane_does_not_follow_a_plane_of_another_kind() -> None:
    path = walk(20, SIZE)
    before = plane_for(PlaneRequest("filters"), path, SHAPES)
    plane = plane_for(PlaneRequest(), path, SHAPES, like=before)
    np.testing.assert_array_equal(plane.directions, pca_plane(path).directions)


def test_points_that_are_no_number_are_counted() -> None:
    surface = drawn(lambda x, y: x + y)
    assert (surface.not_finite, surface.not_finite_share) == (0, 0)
    surface.loss[0, :3] = [np.nan, np.inf, -np.inf]
    assert surface.not_finite == 3
    assert surface.not_finite_share == pytest.approx(3 / 54)


@pytest.mark.parametrize("size", [5, 12, 90])
def test_the_second_direction_is_the_first_principal_component_of_what_the_chord_leaves(size: int) -> None:
    path = walk(30, size)
    plane = pca_plane(path)
    motion = (path - path[-1]).astype(float)
    chord = motion[0] / np.linalg.norm(motion[0])
    expected = np.linalg.svd(motion - np.outer(motion @ chord, chord))[2][0]
    assert abs(expected @ plane.directions[1]) == pytest.approx(1, abs=1e-5)
    assert abs(chord @ plane.directions[0]) == pytest.approx(1, abs=1e-5)
