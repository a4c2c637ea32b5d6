"""The drawn surface is the network's own loss, point by point as Keras evaluates it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Surface, sampled
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.networks import keras_model
from gdviz.engine.surface import BLOCK, COARSE, FINE, LINE, losses_at, surfaces

Array = np.ndarray[Any, Any]
IRIS = validated(Experiment(epochs=4))


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
    model.compile("sgd", "sparse_categorical_crossentropy")
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
    assert fine.x[-1] - fine.x[0] == pytest.approx(1.0)


def test_xla_and_graph_agree() -> None:
    (_, fast), _, _ = drawn_after(IRIS, xla=True)
    (_, plain), _, _ = drawn_after(IRIS, xla=False)
    np.testing.assert_allclose(fast.loss, plain.loss, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("count", [1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 7])
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
