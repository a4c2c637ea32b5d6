"""The drawn surface is the network's own loss, point by point as Keras evaluates it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Surface, sampled
from gdviz.core.plane_kinds import PlaneRequest
from gdviz.engine import surface as module
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.landscape import Landscape, Rows
from gdviz.engine.networks import keras_loss, keras_model
from gdviz.engine.surface import (
    BLOCKS,
    COARSE,
    FINE,
    LINE,
    MOST,
    ROUGH,
    Evaluation,
    block_size,
    evaluation,
    losses_at,
    surfaces,
)

Array = np.ndarray[Any, Any]
IRIS = validated(Experiment(epochs=4))


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on how fast the machine is, unless a test says so."""
    monkeypatch.setattr(module, "PATIENCE", 1e9)


def drawn_after(experiment: Experiment, xla: bool | None = None) -> tuple[list[Surface], Array, Array]:
    """All surfaces of a run, its path and its losses."""
    _, path, losses = trajectory_of(experiment).thinned(300)
    return list(surfaces(experiment, path, losses, xla=xla)), path, losses


def drawn_around(experiment: Experiment, path: Any) -> Surface:
    """The finest surface of a landscape with its own window, for a path through given weights."""
    points = np.array(path, np.float32)
    return list(surfaces(experiment, points, np.zeros(len(points), np.float32)))[-1]


def evaluated(experiment: Experiment, weights: Array) -> list[float]:
    """The loss at each of some weights as ``model.evaluate`` gives it."""
    model = keras_model(experiment.data, experiment.units, experiment.seed)
    model.compile("sgd", keras_loss(experiment.data)[0])
    train = landscape_of(experiment).train
    losses = []
    for flat in weights:
        shaped, at = [], 0
        for variable in model.get_weights():
            shaped.append(flat[at : at + variable.size].reshape(variable.shape))
            at += variable.size
        model.set_weights(shaped)
        losses.append(model.evaluate(train.x, train.y, batch_size=len(train), verbose=0))
    return losses


@pytest.mark.slow
@pytest.mark.parametrize("experiment", [IRIS, replace(IRIS, data="moons", units=(8, 5))], ids=["iris", "moons"])
def test_the_surface_is_what_keras_evaluates(experiment: Experiment) -> None:
    (_, surface), _, _ = drawn_after(experiment)
    cells = [(0, 0), (0, FINE - 1), (FINE - 1, 0), (50, 50), (17, 83), (99, 3)]
    points = np.array([(surface.x[column], surface.y[row]) for row, column in cells])
    expected = evaluated(experiment, surface.plane.weights(points))
    np.testing.assert_allclose([surface.loss[cell] for cell in cells], expected, rtol=2e-5, atol=1e-6)


def test_coarse_comes_first_then_fine_on_the_same_plane() -> None:
    (coarse, fine), _, _ = drawn_after(IRIS)
    assert coarse.loss.shape == (COARSE, COARSE)
    assert fine.loss.shape == (FINE, FINE)
    assert coarse.plane is fine.plane
    assert fine.plane.kind == "pca"
    for surface in (coarse, fine):
        assert (surface.x[0], surface.x[-1]) == (fine.x[0], fine.x[-1])
        assert (surface.y[0], surface.y[-1]) == (fine.y[0], fine.y[-1])
        assert (np.diff(surface.x) > 0).all()
    # Every tenth row of the fine one lies where every third row of the coarse one does.
    np.testing.assert_allclose(coarse.loss[::3, ::3], fine.loss[::10, ::10], rtol=1e-4)


def test_the_whole_path_is_on_the_picture_and_its_ends_on_the_surface() -> None:
    (_, fine), path, losses = drawn_after(IRIS)
    under = sampled(fine, fine.plane.project(path))
    assert np.isfinite(under).all()
    np.testing.assert_allclose(under[[0, -1]], losses[[0, -1]], rtol=5e-3)
    span = np.ptp(losses)
    assert fine.miss == pytest.approx(np.max(np.abs(under - losses)) / span, rel=1e-5)
    assert 0 < fine.miss < 0.5


def test_before_the_first_step_there_is_a_surface_around_the_start() -> None:
    start = landscape_of(IRIS).start(0)[None]
    _, fine = surfaces(IRIS, start, np.zeros(1, np.float32))
    assert fine.plane.kind == "random"
    assert fine.loss[50, 50] == pytest.approx(losses_at(landscape_of(IRIS), start, False)[0], rel=1e-5)
    assert fine.x[-1] - fine.x[0] == pytest.approx(2 * np.linalg.norm(start), rel=1e-5)


def test_xla_and_graph_agree() -> None:
    (_, fast), _, _ = drawn_after(IRIS, xla=True)
    (_, plain), _, _ = drawn_after(IRIS, xla=False)
    np.testing.assert_allclose(fast.loss, plain.loss, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("count", [1, MOST - 1, MOST, MOST + 1, 2 * MOST + 7, (BLOCKS + 1) * MOST])
def test_any_number_of_points_is_evaluated_each_at_its_place(count: int) -> None:
    square = landscape_of(Experiment("square"))
    weights = np.linspace(-5, 5, count, dtype=np.float32)[:, None]
    np.testing.assert_allclose(losses_at(square, weights, False), (weights[:, 0] - 3) ** 2, rtol=1e-5)


def test_rosenbrock_is_lowest_where_it_should_be() -> None:
    surface = drawn_around(Experiment("rosenbrock"), [[-1.2, 1.0]])
    assert surface.plane.kind == "exact"
    assert surface.miss == 0
    row, column = np.unravel_index(np.argmin(surface.loss), surface.loss.shape)
    assert (surface.x[column], surface.y[row]) == pytest.approx((1, 1), abs=1e-5)
    x, y = np.meshgrid(surface.x, surface.y)
    np.testing.assert_allclose(surface.loss, (1 - x) ** 2 + 100 * (y - x**2) ** 2, rtol=1e-3, atol=1e-3)


def test_one_weight_is_a_line() -> None:
    (line,), _, _ = drawn_after(Experiment("one_weight", optimizer="sgd", learning_rate=0.1, epochs=20))
    assert line.loss.shape == (LINE,)
    assert line.y.size == 0
    np.testing.assert_allclose(line.loss, (1.5 * line.x - 3) ** 2, rtol=1e-4, atol=1e-5)


def test_a_path_within_the_window_leaves_it_as_it_is() -> None:
    surface = drawn_around(Experiment("rosenbrock"), [[-1.2, 1.0], [1.0, 1.0]])
    assert (surface.x[0], surface.x[-1], surface.y[0], surface.y[-1]) == (-2, 2, -1, 3)


@pytest.mark.parametrize("far", [2.5, -4.0, 1e3, -1e30, 3e38])
def test_a_path_that_leaves_the_window_widens_it_to_three_times_at_most(far: float) -> None:
    surface = drawn_around(Experiment("rosenbrock"), [[0, 0], [far, 0]])
    low, high = float(surface.x[0]), float(surface.x[-1])
    assert -6 <= low <= -2
    assert 2 <= high <= 6
    assert (surface.y[0], surface.y[-1]) == (-1, 3)
    if abs(far) < 5:
        assert low < far < high
    else:
        assert (low, high) == ((-2, 6) if far > 0 else (-6, 2))
    assert np.isfinite(surface.loss).all()


@pytest.mark.parametrize("far", [1e6, 1e18, 1e30])
def test_a_network_that_was_thrown_far_away_still_has_a_surface(far: float) -> None:
    start = landscape_of(IRIS).start(0)
    away = np.random.default_rng(0).normal(size=start.size).astype(np.float32) * np.float32(far)
    path = np.stack([start, start + 0.001 * away, away])
    coarse, fine = surfaces(IRIS, path, np.array([1.0, 5.0, 100.0], np.float32))
    for surface in (coarse, fine):
        assert np.isfinite(surface.x).all()
        assert (np.diff(surface.x) > 0).all()
        assert (np.diff(surface.y) > 0).all()


def test_asking_no_further_stops_the_work() -> None:
    _, path, losses = trajectory_of(IRIS).thinned(300)
    work = surfaces(IRIS, path, losses)
    assert next(work).loss.shape == (COARSE, COARSE)
    work.close()
    assert list(work) == []


def asked(request: PlaneRequest, side: int = 21) -> tuple[Surface, Array, Array]:
    """The finest surface on a plane, the path and its losses."""
    _, path, losses = trajectory_of(IRIS).thinned(300)
    return list(surfaces(IRIS, path, losses, request=request, side=side))[-1], path, losses


def test_on_a_plane_of_two_weights_only_those_two_move() -> None:
    surface, path, _ = asked(PlaneRequest("weights", pair=(3, 100)))
    assert surface.plane.kind == "weights"
    spots = [(0, 0), (20, 20), (4, 17)]
    moved = np.repeat(path[-1:], len(spots), axis=0)
    moved[:, [3, 100]] = [(surface.x[column], surface.y[row]) for row, column in spots]
    expected = losses_at(landscape_of(IRIS), moved, False)
    np.testing.assert_allclose([surface.loss[spot] for spot in spots], expected, rtol=1e-5)


def test_random_directions_are_drawn_as_far_as_the_weights_are_long() -> None:
    surface, path, losses = asked(PlaneRequest("filters", seed=5))
    assert surface.x[-1] - surface.x[0] == pytest.approx(2)
    first = surface.plane.directions[0]
    kernel = path[-1][:64].reshape(4, 16)
    np.testing.assert_allclose(
        np.linalg.norm(first[:64].reshape(4, 16), axis=0), np.linalg.norm(kernel, axis=0), rtol=1e-5
    )
    assert surface.plane.share < 0.2
    under = sampled(surface, surface.plane.project(path))
    assert surface.miss == pytest.approx(np.max(np.abs(under - losses)) / np.ptp(losses), rel=1e-5)


@pytest.mark.parametrize("kind", ["pca", "filters", "weights"])
def test_a_plane_through_a_recorded_point_has_its_loss_there(kind: str) -> None:
    _, path, losses = trajectory_of(IRIS).thinned(300)
    request = PlaneRequest(kind, origin=path[10], step=10)
    surface = list(surfaces(IRIS, path, losses, request=request))[-1]
    under = sampled(surface, surface.plane.project(path[10:11]))
    assert under[0] == pytest.approx(losses[10], rel=5e-3)
    assert surface.plane.step == 10


@pytest.mark.parametrize("side", [2, 17, 32, 64])
def test_any_size_can_be_asked_for(side: int) -> None:
    surface, _, _ = asked(PlaneRequest(), side)
    assert surface.loss.shape == (side, side)
    assert surface.progress == 1


def slow(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """From here on every call counts as taking too long; returns how many points each had, as they come."""
    counts: list[int] = []
    call = Evaluation._call

    def counted(self: Evaluation, weights: Array) -> Any:
        counts.append(len(weights))
        return call(self, weights)

    monkeypatch.setattr(module, "PATIENCE", 0.0)
    monkeypatch.setattr(Evaluation, "_call", counted)
    return counts


def test_a_slow_surface_is_shown_as_it_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    _, path, losses = trajectory_of(IRIS).thinned(300)
    quick = list(surfaces(IRIS, path, losses))[-1]
    slow(monkeypatch)
    shown = list(surfaces(IRIS, path, losses, side=FINE))
    whole = [surface for surface in shown if surface.progress == 1]
    assert [surface.loss.shape[0] for surface in whole] == [*ROUGH, COARSE, FINE]
    np.testing.assert_allclose(whole[-1].loss, quick.loss, rtol=1e-5)
    grown = [surface for surface in shown if surface.progress < 1 and surface.loss.shape[0] == FINE]
    assert len(grown) > 5
    assert (np.diff([surface.progress for surface in grown]) > 0).all()
    half = grown[len(grown) // 2]
    done = round(half.progress * FINE**2)
    np.testing.assert_array_equal(half.loss.ravel()[:done], whole[-1].loss.ravel()[:done])
    spots = np.stack(np.meshgrid(half.x, half.y), axis=-1).reshape(-1, 2)[done:]
    np.testing.assert_allclose(half.loss.ravel()[done:], sampled(whole[-2], spots), rtol=1e-5)


def test_whoever_asks_no_further_waits_for_one_block_only(monkeypatch: pytest.MonkeyPatch) -> None:
    _, path, losses = trajectory_of(IRIS).thinned(300)
    counts = slow(monkeypatch)
    work = surfaces(IRIS, path, losses)
    for surface in work:
        if surface.progress < 1:
            break
    before = sum(counts)
    next(work)
    assert sum(counts) - before <= block_size(landscape_of(IRIS))
    work.close()
    assert list(work) == []


@pytest.mark.parametrize("xla", [True, False])
def test_the_penalty_belongs_to_the_loss(xla: bool) -> None:
    plain = landscape_of(IRIS)
    bent = replace(plain, penalty=lambda weights: 0.1 * (weights[:, 0] ** 2 + weights[:, 130] ** 2))
    weights = np.random.default_rng(0).normal(size=(5, 131)).astype(np.float32)
    expected = losses_at(plain, weights, xla) + 0.1 * (weights[:, 0] ** 2 + weights[:, 130] ** 2)
    np.testing.assert_allclose(losses_at(bent, weights, xla), expected, rtol=1e-5)


def test_points_without_a_finite_loss_are_drawn_and_counted() -> None:
    _, path, losses = trajectory_of(IRIS).thinned(300)
    path[0] *= np.float32(1e25)
    surface = list(surfaces(IRIS, path, losses))[-1]
    assert surface.not_finite == np.sum(~np.isfinite(surface.loss)) > 0
    assert 0 < surface.not_finite_share <= 1


def shaped(rows: tuple[int, ...], size: int, shapes: tuple[tuple[int, ...], ...]) -> Landscape:
    """A landscape of which only the sizes matter."""
    train = Rows(np.zeros(rows, np.float32), np.zeros(rows[0]))
    nothing: Any = None
    return Landscape(size, (), train, None, nothing, None, nothing, shapes=shapes)


def test_a_block_fits_in_the_cache_with_all_it_makes() -> None:
    digits = shaped((1437, 64), 2410, ((64, 32), (32,), (32, 10), (10,)))
    assert block_size(digits) == 32
    assert block_size(landscape_of(IRIS)) == 512
    assert block_size(landscape_of(Experiment("square"))) == MOST
    pictures = shaped((1000, 28, 28, 1), 100, ((3, 3, 1, 8), (8,)))
    assert block_size(pictures) == 1
    wide = shaped((4, 2), 262_144, ((512, 512),))
    assert block_size(wide) * 262_144 * 4 <= module.CACHE


def test_one_program_serves_every_surface() -> None:
    assert evaluation(landscape_of(IRIS), True) is evaluation(landscape_of(IRIS), True)
    _, path, losses = trajectory_of(IRIS).thinned(300)
    for side in (9, 40):
        list(surfaces(IRIS, path, losses, xla=True, side=side))
    assert evaluation(landscape_of(IRIS), True)._program.experimental_get_tracing_count() == 1
