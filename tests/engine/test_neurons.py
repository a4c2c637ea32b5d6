"""Each neuron is Keras's ``Dense(1)`` on its examples, and finds what can be computed without training."""

from typing import Any

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.engine.neurons import NEURONS, neuron
from gdviz.errors import UserError

MANY = np.random.default_rng(0).normal(0, 2, (6, 2)).astype(np.float32)


def losses(key: str, weights: Any, changed: Any = ()) -> np.ndarray:
    """Mean loss at each of some weights, ``[K]``."""
    import tensorflow as tf

    landscape = neuron(key, changed)
    rows = tf.constant(landscape.train.x), tf.constant(landscape.train.y)
    return np.asarray(landscape.row_losses(tf.constant(weights, tf.float32), *rows)).mean(axis=1)


def slope(key: str, weights: Any, changed: Any = ()) -> np.ndarray:
    """Gradient of the mean loss, ``[P]``."""
    import tensorflow as tf

    landscape = neuron(key, changed)
    at = tf.constant([weights], tf.float32)
    with tf.GradientTape() as tape:
        tape.watch(at)
        loss = tf.reduce_mean(landscape.row_losses(at, tf.constant(landscape.train.x), tf.constant(landscape.train.y)))
    return np.asarray(tape.gradient(loss, at))[0]


def trained(key: str, **change: Any) -> Any:
    return trajectory_of(Experiment(key, **{**NEURONS[key].suggests, **change}), xla=False)


@pytest.mark.parametrize("key", NEURONS)
def test_a_neuron_is_kerass_dense_layer(key: str) -> None:
    import keras
    import tensorflow as tf

    landscape = neuron(key)
    inputs = landscape.train.x.shape[1]
    dense = keras.layers.Dense(1, use_bias=landscape.size > inputs)
    model = keras.Sequential([keras.layers.Input((inputs,)), dense])
    logistic = landscape.row_hits is not None
    loss = keras.losses.BinaryCrossentropy(from_logits=True) if logistic else "mean_squared_error"
    model.compile("sgd", loss, metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)])
    for weights in MANY[:, : landscape.size]:
        parts = [weights[:inputs, None], weights[inputs:]]
        model.set_weights(parts[: len(model.get_weights())])
        expected, accuracy = model.evaluate(landscape.train.x, landscape.train.y, batch_size=12, verbose=0)
        np.testing.assert_allclose(losses(key, weights[None])[0], expected, rtol=1e-5)
        if landscape.row_hits:
            rows = tf.constant(landscape.train.x), tf.constant(landscape.train.y)
            assert landscape.row_hits(tf.constant(weights[None]), *rows).numpy().mean() == pytest.approx(accuracy)


@pytest.mark.parametrize("key", NEURONS)
def test_stacked_weights_give_what_each_gives_alone(key: str) -> None:
    weights = MANY[:, : neuron(key).size]
    alone = [losses(key, each[None])[0] for each in weights]
    np.testing.assert_allclose(losses(key, weights), alone, rtol=1e-5)


@pytest.mark.parametrize("key", NEURONS)
@pytest.mark.parametrize("batch_size", [5, 12])
def test_every_neuron_trains_as_suggested(key: str, batch_size: int) -> None:
    trajectory = trained(key, batch_size=batch_size)
    assert np.isfinite(trajectory.loss).all()
    assert trajectory.loss[-1] < 0.65 * trajectory.loss[0]
    low, high = np.array(neuron(key).window).T
    assert ((low <= trajectory.weights) & (trajectory.weights <= high)).all()


def test_one_step_by_hand() -> None:
    task = (("truth", 6.0), ("x", 2.0))
    assert losses("one_weight", [[1.0]], task)[0] == 16
    assert slope("one_weight", [1.0], task)[0] == -16


@pytest.mark.parametrize(("rate", "last"), [(0.1, 2.0), (0.01, 1.20)])
def test_the_weight_climbs_to_where_the_lesson_says(rate: float, last: float) -> None:
    assert trained("one_weight", learning_rate=rate).weights[-1, 0] == pytest.approx(last, abs=0.005)


def test_too_large_a_rate_explodes() -> None:
    assert trained("one_weight", learning_rate=0.9).loss[-1] > 1e15
    assert trained("one_weight", learning_rate=0.44).loss[-1] < trained("one_weight").loss[0]


def test_the_loss_does_not_know_the_answer() -> None:
    for truth in (3.0, 4.5, -6.0):
        changed = (("truth", truth),)
        assert losses("one_weight", [[truth / 1.5]], changed)[0] == pytest.approx(0, abs=1e-9)
        assert slope("one_weight", [0.0], changed)[0] == pytest.approx(-2 * truth * 1.5)


def test_with_a_bias_a_whole_line_is_perfect() -> None:
    line = [[weight, 3 - 1.5 * weight] for weight in np.linspace(-2, 4, 13)]
    np.testing.assert_allclose(losses("weight_and_bias", line), 0, atol=1e-9)


def test_the_line_is_that_of_least_squares() -> None:
    rows = neuron("line").train
    assert len(rows) == 12
    design = np.column_stack([rows.x[:, 0], np.ones(12)])
    best, residual, _, _ = np.linalg.lstsq(design, rows.y.astype(np.float64), rcond=None)
    assert 0.01 < residual[0] / 12 < 1
    np.testing.assert_allclose(losses("line", [best])[0], residual[0] / 12, rtol=1e-5)
    np.testing.assert_allclose(slope("line", best), 0, atol=1e-5)
    np.testing.assert_allclose(trained("line", epochs=400).weights[-1], best, atol=1e-4)


def test_two_classes_have_one_best_answer() -> None:
    trajectory = trained("logistic", epochs=500)
    best = trajectory.weights[-1]
    np.testing.assert_allclose(slope("logistic", best), 0, atol=1e-6)
    axes = [np.linspace(low, high, 101) for low, high in neuron("logistic").window]
    grid = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, 2)
    assert losses("logistic", grid).min() >= losses("logistic", [best])[0] - 1e-6
    assert trajectory.history["accuracy"][-1] == pytest.approx(10 / 12)


def test_no_sum_is_too_large_for_the_cross_entropy() -> None:
    huge = losses("logistic", [[1e5, 0.0], [-1e5, 0.0], [0.0, 0.0]])
    assert np.isfinite(huge).all()
    assert huge[2] == pytest.approx(np.log(2))
    assert np.isfinite(slope("logistic", [1e5, -1e5])).all()


def test_a_learning_neuron_starts_at_zero_and_is_drawn_there() -> None:
    for key in NEURONS:
        landscape = neuron(key)
        assert landscape.size == len(landscape.names) == len(landscape.window)
        np.testing.assert_array_equal(landscape.start(3), np.zeros(landscape.size))


@pytest.mark.parametrize("key", ["one_weight", "weight_and_bias"])
@pytest.mark.parametrize("truth", [-10.0, 3.0, 10.0])
@pytest.mark.parametrize("x", [-5.0, 0.0, 0.1, 1.5])
def test_start_and_answer_are_in_the_picture_whatever_the_point(key: str, x: float, truth: float) -> None:
    changed = (("truth", truth), ("x", x))
    landscape = neuron(key, changed)
    assert all(low < 0 < high for low, high in landscape.window)
    axes = [np.linspace(low, high, 301) for low, high in landscape.window]
    grid = np.stack(np.meshgrid(*axes), axis=-1).reshape(-1, landscape.size)
    answerable = x != 0 or landscape.size == 2
    assert losses(key, grid, changed).min() < (0.01 if answerable else 100.1) * truth**2


def test_the_same_point_is_the_same_landscape() -> None:
    usual = neuron("one_weight")
    assert neuron("one_weight", ()) is neuron("one_weight", parameters=(("x", 1.5), ("truth", 3.0))) is usual
    assert neuron("one_weight", (("x", 2.0),)) is not usual


def test_a_parameter_that_cannot_be_is_refused() -> None:
    with pytest.raises(UserError, match=r"^input x was 9\.0\. Expected a number from -5 to 5\.$"):
        neuron("one_weight", (("x", 9.0),))
    with pytest.raises(UserError, match=r"^A line through twelve points has no parameter 'x'\. Expected none\.$"):
        neuron("line", (("x", 1.0),))
