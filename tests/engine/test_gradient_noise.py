"""Gradient noise: each row's own gradient, the noise scale by hand, and arrows that shrink as batches grow."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Plane
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.gradient_noise import gradient_noise, noise_scale, row_gradients
from gdviz.engine.landscape import Landscape

IRIS = validated(Experiment(l2=0.01))


@pytest.fixture
def landscape() -> Landscape:
    return landscape_of(IRIS)


@pytest.fixture
def start(landscape: Landscape) -> np.ndarray:
    return landscape.start(0)


def test_the_rows_gradients_are_together_the_gradient_of_the_loss(landscape: Landscape, start: np.ndarray) -> None:
    import tensorflow as tf

    rows = row_gradients(landscape, start)
    weights = tf.constant(start[None])
    with tf.GradientTape() as tape:
        tape.watch(weights)
        loss = tf.reduce_mean(landscape.row_losses(weights, landscape.train.x, landscape.train.y))
        loss += landscape.penalty(weights)[0]
    np.testing.assert_allclose(rows.mean(0), tape.gradient(loss, weights)[0], atol=1e-6)


def test_the_scale_is_the_trace_of_the_covariance_over_the_squared_gradient() -> None:
    rows = np.array([[3.0, 0.0], [1.0, 0.0], [2.0, 3.0], [2.0, -3.0]], np.float32)
    # Mean (2, 0), its square 4; variances with N - 1: 2 / 3 and 18 / 3.
    assert noise_scale(rows) == pytest.approx((2 / 3 + 18 / 3) / 4)
    assert noise_scale(rows[:1]) == 0.0
    assert noise_scale(np.array([[1.0], [-1.0]], np.float32)) == np.inf


def test_batches_gather_around_the_full_gradient_as_they_grow(landscape: Landscape, start: np.ndarray) -> None:
    found = gradient_noise(landscape, start)
    assert found.sizes == (1, 2, 4, 8, 16, 32, 64, 120)
    scatter = np.linalg.norm(found.batches - found.full, axis=2).mean(axis=1)
    assert (np.diff(scatter) < 0).all()
    assert scatter[-1] == pytest.approx(0.0, abs=1e-6)
    assert (np.diff(found.angles) < 0).all()


def test_batches_scatter_as_much_as_the_covariance_says(landscape: Landscape, start: np.ndarray) -> None:
    clouds = [gradient_noise(landscape, start, seed=seed) for seed in range(20)]
    squares = np.array([np.sum((cloud.batches[3] - cloud.full) ** 2, axis=1).mean() for cloud in clouds])
    # Drawn without replacement: E|g - G|^2 = tr / B * (N - B) / (N - 1), of which the two directions hold their share.
    trace = row_gradients(landscape, start).var(axis=0).sum() * clouds[0].shares[1]
    assert squares.mean() == pytest.approx(trace / 8 * 112 / 119, rel=0.1)


def test_its_own_directions_hold_the_whole_gradient(landscape: Landscape, start: np.ndarray) -> None:
    found = gradient_noise(landscape, start)
    assert found.shares[0] == pytest.approx(1.0)
    assert found.full[0] > 0
    assert found.full[1] == pytest.approx(0.0, abs=1e-6)


def test_on_the_surfaces_plane_its_directions_count(landscape: Landscape, start: np.ndarray) -> None:
    directions = np.eye(2, landscape.size, dtype=np.float32) * 3
    plane = Plane(start, directions, "pca", ("one", "two"))
    found = gradient_noise(landscape, start, plane)
    assert found.names == ("one", "two")
    np.testing.assert_allclose(found.full, -row_gradients(landscape, start).mean(0)[:2], atol=1e-6)
    assert 0 < found.shares[0] < 1


def test_where_there_is_one_row_there_is_no_noise() -> None:
    bowl = landscape_of(validated(replace(IRIS, landscape="square")))
    found = gradient_noise(bowl, bowl.start(0))
    assert found.sizes == (1,)
    assert found.scale == 0.0
