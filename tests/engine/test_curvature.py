"""The largest eigenvalue of the Hessian, against the whole Hessian, by hand and by training at the limit."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Curvature, largest_rate, preconditioner
from gdviz.engine import curvature as curvature_module
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.curvature import curvature, hessian_product, hessian_products, lanczos
from gdviz.engine.landscape import Landscape
from gdviz.engine.networks import network
from gdviz.engine.optimizers import keras_optimizer, parameters_of
from gdviz.engine.runtime import has_xla
from gdviz.engine.stability import moments_of
from gdviz.engine.surface import training_loss
from gdviz.engine.variables import State

Array = np.ndarray[Any, Any]
WAYS = [False, True]


def found(landscape: Landscape, weights: Any, **options: Any) -> Curvature:
    """The last and best estimate."""
    return list(curvature(landscape, np.asarray(weights, np.float32), **options))[-1]


def whole_hessian(landscape: Landscape, weights: Array) -> Array:
    """All second derivatives, by TensorFlow's Jacobian of the gradient."""
    import tensorflow as tf

    loss, at = training_loss(landscape), tf.constant(weights[None])
    with tf.GradientTape() as outer:
        outer.watch(at)
        with tf.GradientTape() as inner:
            inner.watch(at)
            total = tf.reduce_sum(loss(at))
        gradient = inner.gradient(total, at)
    return np.asarray(outer.jacobian(gradient, at).numpy().reshape(weights.size, weights.size), float)


NETWORKS = {
    "iris": ("iris", (6,), "relu", 0.0),
    "moons, tanh": ("moons", (5,), "tanh", 0.0),
    "wine, penalty": ("wine", (3,), "tanh", 0.05),
    "diabetes": ("diabetes", (4,), "tanh", 0.0),
}


@pytest.mark.parametrize("case", NETWORKS)
@pytest.mark.parametrize("xla", WAYS)
def test_it_is_the_largest_eigenvalue_of_the_whole_hessian(case: str, xla: bool) -> None:
    data, units, activation, penalty = NETWORKS[case]
    landscape = network(data, units, activation=activation, l2=penalty)
    for seed in (0, 1):
        weights = landscape.start(seed) * 1.5
        values, vectors = np.linalg.eigh(whole_hessian(landscape, weights))
        best = found(landscape, weights, xla=xla and has_xla())
        assert best.done
        assert best.largest == pytest.approx(values[-1], rel=1e-4)
        if values[-1] > 1.2 * values[-2]:
            assert abs(best.vector @ vectors[:, -1]) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("xla", WAYS)
def test_products_are_the_hessian_times_a_vector(xla: bool) -> None:
    landscape = network("iris", (6,), activation="tanh")
    weights = landscape.start(3)
    hessian, product = whole_hessian(landscape, weights), hessian_product(landscape, xla and has_xla())
    for seed in range(3):
        vector = np.random.default_rng(seed).normal(size=weights.size)
        np.testing.assert_allclose(product(weights, vector), hessian @ vector, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize(
    ("key", "at", "largest"),
    [
        ("one_weight", [0.7], 4.5),
        ("square", [-4.0], 2.0),
        # The Hessian at the minimum is ((802, -400), (-400, 200)).
        ("rosenbrock", [1.0, 1.0], (1002 + np.sqrt(602**2 + 800**2)) / 2),
        # 2 x^2 + 2 x + 2 b x with x = 1.5: ((4.5, 3), (3, 2)).
        ("weight_and_bias", [0.3, -2.0], 6.5),
    ],
)
@pytest.mark.parametrize("xla", WAYS)
def test_it_is_exact_where_it_is_known(key: str, at: list[float], largest: float, xla: bool) -> None:
    best = found(landscape_of(Experiment(key)), at, xla=xla and has_xla())
    assert best.largest == pytest.approx(largest, rel=1e-5)
    assert best.done
    assert best.products <= len(at)


def test_the_largest_is_not_the_one_of_largest_size() -> None:
    import tensorflow as tf

    bent = tf.constant([-9.0, 1.0, 3.0, -2.0])
    plain = landscape_of(Experiment("square"))
    saddle = replace(plain, size=4, row_losses=lambda w, x, y: tf.reduce_sum(bent * w**2 / 2, axis=1)[:, None])
    assert found(saddle, [1, 1, 1, 1]).largest == pytest.approx(3, rel=1e-5)
    hill = replace(saddle, row_losses=lambda w, x, y: tf.reduce_sum(-(w**2), axis=1)[:, None])
    assert found(hill, [1, 1, 1, 1]).largest == pytest.approx(-2, rel=1e-5)
    ramp = replace(saddle, row_losses=lambda w, x, y: tf.reduce_sum(w, axis=1)[:, None])
    assert found(ramp, [1, 1, 1, 1]).largest == 0


def test_estimates_never_fall_and_the_residual_bounds_the_error() -> None:
    landscape = network("iris", (6,), activation="tanh")
    weights = landscape.start(0)
    values = np.linalg.eigvalsh(whole_hessian(landscape, weights))
    estimates = list(curvature(landscape, weights, tolerance=1e-5))
    assert [estimate.products for estimate in estimates] == list(range(1, len(estimates) + 1))
    assert (np.diff([estimate.largest for estimate in estimates]) > -1e-6).all()
    for estimate in estimates:
        assert np.abs(values - estimate.largest).min() <= estimate.residual + 1e-4
        assert estimate.largest <= values[-1] * (1 + 1e-4)
    assert [estimate.done for estimate in estimates] == [False] * (len(estimates) - 1) + [True]


def test_a_vector_from_nearby_saves_products() -> None:
    landscape = network("iris", (16,))
    weights = landscape.start(1)
    cold = found(landscape, weights)
    warm = found(landscape, weights * 1.001, like=cold.vector)
    assert warm.products < cold.products
    assert warm.largest == pytest.approx(found(landscape, weights * 1.001).largest, rel=1e-3)


def test_a_wrong_vector_to_begin_with_is_overcome() -> None:
    landscape = network("moons", (5,), activation="tanh")
    weights = landscape.start(0)
    _, vectors = np.linalg.eigh(whole_hessian(landscape, weights))
    best = found(landscape, weights, like=vectors[:, 0].astype(np.float32))
    assert best.largest == pytest.approx(found(landscape, weights).largest, rel=1e-3)


def test_too_few_products_are_said_to_be_too_few() -> None:
    landscape = network("iris", (16,))
    estimates = list(curvature(landscape, landscape.start(0), most=2))
    assert [estimate.done for estimate in estimates] == [False, False]
    assert estimates[-1].residual > 0


def test_where_the_loss_is_not_finite_neither_is_the_curvature() -> None:
    landscape = network("iris", (16,))
    best = found(landscape, np.full(131, np.nan))
    assert np.isnan(best.largest)
    assert not best.done
    assert "finite" in largest_rate("sgd", {}, best).reason


def test_few_vectors_at_a_time_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    landscape = network("iris", (16,))
    weights = landscape.start(0)
    whole = found(landscape, weights)
    monkeypatch.setattr(curvature_module, "BASIS_BYTES", 5 * 8 * landscape.size)
    estimates = list(curvature(landscape, weights))
    assert [estimate.products for estimate in estimates] == list(range(1, len(estimates) + 1))
    assert estimates[-1].done
    assert estimates[-1].largest == pytest.approx(whole.largest, rel=1e-3)


def test_lanczos_finds_what_numpy_finds_in_equal_and_repeated_eigenvalues() -> None:
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(30, 30)))[0]
    for values in (np.ones(30), np.repeat([1.0, 5.0, 2.0], 10), np.linspace(-3, 1e6, 30)):
        matrix = turn @ np.diag(values) @ turn.T
        *_, (largest, _, vector, _) = lanczos(lambda v, m=matrix: m @ v, np.ones(30), 30)
        assert largest == pytest.approx(values.max(), rel=1e-9)
        np.testing.assert_allclose(matrix @ vector, largest * vector, atol=1e-5 * abs(values).max())


def stepped(optimizer: str, changed: dict[str, float], steps: int = 4) -> tuple[Any, dict[str, float], Array, Array]:
    """A Keras optimiser after some steps on random gradients; its parameters, last gradient and last move."""
    import keras

    parameters = parameters_of(optimizer, tuple(sorted(changed.items())))
    made = keras_optimizer(optimizer, parameters, 0.01)
    variable = keras.Variable(np.ones((1, 5), np.float32))
    for step in range(steps):
        gradient, before = np.random.default_rng(step).normal(size=(1, 5)).astype(np.float32), variable.numpy()
        made.apply([keras.ops.convert_to_tensor(gradient)], [variable])
    return made, parameters, gradient[0], (before - variable.numpy())[0]


@pytest.mark.parametrize("changed", [{}, {"epsilon": 0.1}, {"centered": 1.0}])
def test_rmsprop_divides_by_the_preconditioner(changed: dict[str, float]) -> None:
    made, parameters, gradient, move = stepped("rmsprop", changed)
    scale = preconditioner("rmsprop", parameters, moments_of(State.of(made.variables)), 4)
    np.testing.assert_allclose(move, 0.01 * gradient / scale, rtol=1e-3)


@pytest.mark.parametrize("changed", [{}, {"epsilon": 0.1}, {"amsgrad": 1.0}, {"beta_1": 0.5}])
def test_adam_divides_by_the_preconditioner(changed: dict[str, float]) -> None:
    made, parameters, _, move = stepped("adam", changed)
    average = next(v.numpy() for v in made.variables if v.path.endswith("_momentum"))[0]
    scale = preconditioner("adam", parameters, moments_of(State.of(made.variables)), 4)
    np.testing.assert_allclose(move, 0.01 * average / scale, rtol=1e-3)


def test_the_preconditioned_hessian_is_scaled_on_both_sides() -> None:
    landscape = network("iris", (6,), activation="tanh")
    weights = landscape.start(0)
    scale = np.random.default_rng(0).uniform(0.01, 2, weights.size).astype(np.float32)
    values = np.linalg.eigvals(whole_hessian(landscape, weights) / scale[:, None].astype(float))
    best = found(landscape, weights, scale=scale)
    assert best.preconditioned
    assert best.largest == pytest.approx(values.real.max(), rel=1e-3)


LIMITS = {
    "sgd": {},
    "momentum": {"momentum": 0.6},
    "nesterov": {"momentum": 0.6, "nesterov": 1.0},
    "decay": {"weight_decay": 0.3},
}


@pytest.mark.parametrize("case", LIMITS)
def test_training_settles_below_the_limit_and_not_above(case: str) -> None:
    optimizer = "momentum" if "momentum" in LIMITS[case] else "sgd"
    experiment = Experiment(
        "weight_and_bias", optimizer=optimizer, optimizer_parameters=tuple(sorted(LIMITS[case].items())), epochs=400
    )
    landscape = landscape_of(experiment)
    parameters = parameters_of(optimizer, experiment.optimizer_parameters)
    limit = largest_rate(optimizer, parameters, found(landscape, landscape.start(0)))
    assert limit.rate is not None
    below, above = (
        trajectory_of(replace(experiment, learning_rate=part * limit.rate)).thinned(500)[2] for part in (0.97, 1.03)
    )
    assert below[-1] < below[0]
    assert above[-1] > 100 * above[0]


def test_the_program_is_made_once() -> None:
    landscape = network("iris", (16,))
    assert hessian_products(landscape, False) is hessian_products(landscape, False)
