"""Networks against the same networks in Keras: loss, accuracy, gradient and start; dropout by its arithmetic."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from gdviz.engine import csv_key
from gdviz.engine.datasets import DATASETS, split
from gdviz.engine.landscape import Landscape
from gdviz.engine.networks import ACTIVATIONS, INITIALIZERS, keras_loss, keras_model, layer_shapes, network
from gdviz.engine.runtime import compiled, has_xla

SETTINGS: list[tuple[str, dict[str, Any]]] = [
    *((key, {}) for key in DATASETS),
    ("iris", {"l2": 0.01}),
    ("moons", {"l2": 0.1, "activation": "tanh"}),
    ("diabetes", {"l2": 0.003, "activation": "elu"}),
    ("sine", {"activation": "gelu", "initializer": "he_normal"}),
    ("wine", {"standardize": False, "initializer": "random_normal"}),
    ("iris", {"validation_split": 0.5, "label_noise": 0.3}),
]
ROWS = ("standardize", "validation_split", "label_noise")


def moved(landscape: Landscape, runs: int = 3) -> np.ndarray:
    """Weights near the start, each run's and each bias different."""
    random = np.random.default_rng(5)
    return landscape.start(2) + random.normal(0, 0.3, (runs, landscape.size)).astype(np.float32)


def in_shapes(flat: np.ndarray, shapes: Any) -> list[np.ndarray]:
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
    parts = np.split(flat, ends[:-1])
    return [part.reshape(shape) for part, shape in zip(parts, shapes, strict=True)]


def loss_and_gradient(landscape: Landscape, weights: np.ndarray, rows: Any) -> tuple[np.ndarray, np.ndarray]:
    import tensorflow as tf

    variable = tf.Variable(weights)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(landscape.row_losses(variable, rows.x, rows.y), axis=1)
        if landscape.penalty is not None:
            loss += landscape.penalty(variable)
        total = tf.reduce_sum(loss)
    return loss.numpy(), tape.gradient(total, variable).numpy()


def keras_gradient(model: Any, data: str, rows: Any) -> np.ndarray:
    import keras
    import tensorflow as tf

    with tf.GradientTape() as tape:
        answers = model(rows.x, training=False)
        loss = keras.losses.get(keras_loss(data)[0])
        truth = rows.y if answers.shape[1] > 1 else rows.y[:, None].astype(np.float32)
        total = tf.reduce_mean(loss(truth, answers)) + sum(model.losses)
    gradients = tape.gradient(total, model.trainable_variables)
    return np.concatenate([gradient.numpy().ravel() for gradient in gradients])


@pytest.mark.parametrize(("data", "settings"), SETTINGS)
def test_loss_accuracy_and_gradient_are_those_of_the_keras_model(data: str, settings: dict[str, Any]) -> None:
    landscape = network(data, (7, 5), **settings)
    model = keras_model(data, (7, 5), 2, **{name: value for name, value in settings.items() if name not in ROWS})
    loss_name, metrics = keras_loss(data)
    model.compile(loss=loss_name, metrics=metrics)
    rows = landscape.validation or landscape.train
    weights = moved(landscape)
    losses, gradients = loss_and_gradient(landscape, weights, rows)
    for run in range(len(weights)):
        model.set_weights(in_shapes(weights[run], landscape.shapes))
        judged = model.evaluate(rows.x, rows.y, batch_size=len(rows), verbose=0, return_dict=True)
        assert losses[run] == pytest.approx(judged["loss"], rel=1e-5)
        theirs = keras_gradient(model, data, rows)
        np.testing.assert_allclose(gradients[run], theirs, rtol=2e-4, atol=1e-5 * np.abs(theirs).max())
        if metrics:
            hits = landscape.row_hits(weights, rows.x, rows.y).numpy()  # type: ignore[misc]
            assert hits[run].mean() == pytest.approx(judged["accuracy"], abs=1e-6)
    assert bool(metrics) == (landscape.row_hits is not None)
    assert len({round(float(loss), 4) for loss in losses}) == len(losses)


@pytest.mark.parametrize("data", ["iris", "moons", "diabetes"])
def test_a_batch_of_one_row_keeps_its_shape(data: str) -> None:
    landscape = network(data, (3,))
    weights = moved(landscape, 4)
    one = landscape.train.x[:1], landscape.train.y[:1]
    assert landscape.row_losses(weights, *one).shape == (4, 1)
    assert landscape.row_hits is None or landscape.row_hits(weights, *one).shape == (4, 1)


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_each_activation_is_kerass(activation: str) -> None:
    landscape = network("wine", (6, 4), activation)
    model = keras_model("wine", (6, 4), 2, activation)
    weights = moved(landscape, 1)
    model.set_weights(in_shapes(weights[0], landscape.shapes))
    model.compile(loss=keras_loss("wine")[0])
    judged = model.evaluate(landscape.train.x, landscape.train.y, batch_size=200, verbose=0)
    losses, gradients = loss_and_gradient(landscape, weights, landscape.train)
    assert losses[0] == pytest.approx(judged, rel=1e-5)
    np.testing.assert_allclose(gradients[0], keras_gradient(model, "wine", landscape.train), rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize("initializer", INITIALIZERS)
def test_the_start_is_the_keras_models(initializer: str) -> None:
    import keras

    landscape = network("moons", (5, 3), initializer=initializer)
    for seed in (0, 7):
        model = keras_model("moons", (5, 3), seed, initializer=initializer)
        assert type(model.layers[0].kernel_initializer) is type(keras.initializers.get(initializer))
        flat = np.concatenate([weight.ravel() for weight in model.get_weights()])
        np.testing.assert_array_equal(landscape.start(seed), flat)
    assert initializer == "zeros" or (landscape.start(0) != landscape.start(1)).any()


def test_shapes_are_those_of_the_trainable_variables() -> None:
    for data, units in (("iris", ()), ("moons", (2,)), ("diabetes", (4, 3, 2)), ("people", (8, 16))):
        landscape = network(data, units)
        assert landscape.shapes == tuple(tuple(v.shape) for v in keras_model(data, units, 0).trainable_variables)
        assert landscape.size == sum(int(np.prod(shape)) for shape in landscape.shapes) == len(landscape.start(0))
    assert layer_shapes("moons", (2,)) == [(2, 2), (2, 1)]
    assert layer_shapes("digits", (64, 32)) == [(64, 64), (64, 32), (32, 10)]


def test_equal_settings_however_they_are_said_are_the_same_landscape() -> None:
    plain = network("iris", (16,))
    assert network("iris", [16], "relu", "glorot_uniform", 0, 0, True, 0.2, 0) is plain  # type: ignore[arg-type]
    assert network("iris", (np.int64(16),), l2=np.float64(0)) is plain
    for change in ({"activation": "tanh"}, {"l2": 0.1}, {"dropout": 0.1}, {"standardize": False}, {"label_noise": 0.1}):
        assert network("iris", (16,), **change) is not plain  # type: ignore[arg-type]


def test_rows_are_those_of_the_split() -> None:
    landscape = network("iris", (4,), standardize=False, validation_split=0.4, label_noise=0.2)
    train, validation = split("iris", False, 0.4, 0.2)
    np.testing.assert_array_equal(landscape.train.x, train.x)
    np.testing.assert_array_equal(landscape.train.y, train.y)
    assert landscape.validation is not None
    np.testing.assert_array_equal(landscape.validation.y, validation.y)
    assert network("people", (4,)).validation is None


def test_without_penalty_and_dropout_there_are_none() -> None:
    landscape = network("iris", (4,))
    assert landscape.penalty is None
    assert landscape.dropped_losses is None


def test_the_penalty_leaves_biases_out_and_is_each_runs_own() -> None:
    landscape = network("iris", (4,), l2=0.5)
    weights = np.zeros((3, landscape.size), np.float32)
    weights[0, 16:20], weights[1, 0], weights[2, 20] = 9, 2, 3
    assert landscape.penalty is not None
    np.testing.assert_allclose(landscape.penalty(weights), [0, 0.5 * 4, 0.5 * 9])


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.8])
def test_dropout_keeps_the_expected_answer_of_a_linear_network(rate: float) -> None:
    """For y = 0 and one linear output z, the mean of the loss z^2 over masks is known: (E z)^2 + its variance."""
    import tensorflow as tf

    landscape = network("sine", (6,), "linear", dropout=rate)
    weights = moved(landscape, 1)
    kernel, bias, out, last = in_shapes(weights[0], landscape.shapes)
    x = landscape.train.x[:5]
    hidden = x @ kernel + bias
    expected = (hidden @ out + last)[:, 0] ** 2 + ((hidden * out[:, 0]) ** 2).sum(1) * rate / (1 - rate)
    many = tf.function(lambda step: landscape.dropped_losses(weights, x, np.zeros(5, np.float32), step))  # type: ignore
    losses = np.array([many(tf.constant(step)).numpy()[0] for step in range(3000)])
    error = losses.std(0) / np.sqrt(len(losses))
    assert (np.abs(losses.mean(0) - expected) < 4.5 * error + 1e-6).all()
    assert (losses.std(0) > 0).all()


def test_dropout_drops_its_share_and_grows_the_rest_as_keras_does() -> None:
    """With an output that sums 1,000 hidden ones, the answer tells how many were kept."""
    import tensorflow as tf

    landscape = network("sine", (1000,), "linear", dropout=0.3)
    weights = np.concatenate([np.zeros(1000), np.ones(1000), np.ones(1000) / 1000, [0]])[None].astype(np.float32)
    losses = landscape.dropped_losses(weights, np.zeros((8, 1), np.float32), np.zeros(8, np.float32), tf.constant(0))  # type: ignore
    kept = np.sqrt(losses.numpy()[0]) * 0.7
    assert np.abs(kept - 0.7).max() < 0.07
    assert len(set(kept.round(3))) > 3, "rows of a batch share one mask"
    np.testing.assert_allclose(kept * 1000, (kept * 1000).round(), atol=0.02)


def test_each_layer_drops_others() -> None:
    """Two layers that pass a 1 on through 200 neurons: both keep 0.7 of them, and 0.49 together."""
    import tensorflow as tf

    landscape = network("sine", (200, 200), "linear", dropout=0.3)
    parts = [np.zeros(200), np.ones(200), np.eye(200).ravel(), np.zeros(200), np.ones(200) / 200, [0]]
    weights = np.concatenate(parts)[None].astype(np.float32)
    losses = landscape.dropped_losses(weights, np.zeros((20, 1), np.float32), np.zeros(20, np.float32), tf.constant(0))  # type: ignore
    assert np.sqrt(losses.numpy()).mean() * 0.49 == pytest.approx(0.49, abs=0.04)


def test_a_file_makes_a_network_and_a_changed_file_another(tmp_path: Path) -> None:
    path = tmp_path / "lumps.csv"
    rows = "".join(f"{n % 7},{n % 5}.5,{'ab'[n % 2]}\n" for n in range(50))
    path.write_text("u,v,kind\n" + rows)
    data = csv_key.key(path, "kind")
    landscape = network(data, (4,))
    assert landscape.shapes == ((2, 4), (4,), (4, 1), (1,))
    assert network(data, (4,)) is landscape
    model = keras_model(data, (4,), 0)
    model.compile(loss=keras_loss(data)[0])
    judged = model.evaluate(landscape.train.x, landscape.train.y, batch_size=50, verbose=0)
    assert loss_and_gradient(landscape, landscape.start(0)[None], landscape.train)[0][0] == pytest.approx(
        judged, rel=1e-5
    )
    path.write_text("u,v,kind\n" + rows + "1,1.5,c\n")
    assert network(data, (4,)).shapes[-1] == (3,)


def test_dropout_is_repeatable_differs_by_step_and_layer_and_is_shared_by_stacked_runs() -> None:
    import tensorflow as tf

    landscape = network("iris", (12, 12), dropout=0.4)
    weights = np.repeat(moved(landscape, 1), 3, axis=0)
    x, y = landscape.train.x[:16], landscape.train.y[:16]
    assert landscape.dropped_losses is not None
    first, again, other = (landscape.dropped_losses(weights, x, y, tf.constant(step)).numpy() for step in (3, 3, 4))
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(first[0], first[2])
    assert (first != other).any()
    alone = landscape.dropped_losses(weights[:1], x, y, tf.constant(3, tf.int64)).numpy()
    np.testing.assert_allclose(alone[0], first[0], rtol=1e-6)


@pytest.mark.parametrize("data", ["iris", "moons", "diabetes"])
def test_judging_drops_nothing(data: str) -> None:
    plain, dropping = network(data, (12,)), network(data, (12,), dropout=0.5)
    weights = moved(plain)
    rows = plain.train
    losses = [landscape.row_losses(weights, rows.x, rows.y) for landscape in (plain, dropping)]
    np.testing.assert_array_equal(*losses)
    model = keras_model(data, (12,), 2, dropout=0.5)
    assert [type(layer).__name__ for layer in model.layers] == ["Dense", "Dropout", "Dense"]
    model.set_weights(in_shapes(weights[0], dropping.shapes))
    model.compile(loss=keras_loss(data)[0])
    judged = model.evaluate(rows.x, rows.y, batch_size=2000, verbose=0)
    assert loss_and_gradient(dropping, weights, rows)[0][0] == pytest.approx(judged, rel=1e-5)


@pytest.mark.parametrize(
    ("data", "activation"), [("moons", "relu"), ("sine", "relu"), *(("iris", a) for a in ACTIVATIONS)]
)
def test_xla_and_graph_agree_with_and_without_dropout(data: str, activation: str) -> None:
    import tensorflow as tf

    if not has_xla():
        pytest.skip("this TensorFlow has no XLA")
    landscape = network(data, (6, 6), activation, dropout=0.3, l2=0.01)
    weights, x, y = moved(landscape), landscape.train.x[:32], landscape.train.y[:32]
    assert landscape.dropped_losses is not None
    assert landscape.penalty is not None
    dropped = [compiled(landscape.dropped_losses, xla)(weights, x, y, tf.constant(5)) for xla in (True, False)]
    np.testing.assert_allclose(*dropped, rtol=2e-5, atol=1e-6)
    judged = [compiled(landscape.row_losses, xla)(weights, x, y) for xla in (True, False)]
    np.testing.assert_allclose(*judged, rtol=2e-5, atol=1e-6)
    np.testing.assert_allclose(*[compiled(landscape.penalty, xla)(weights) for xla in (True, False)], rtol=1e-6)


@pytest.mark.parametrize("choices", [ACTIVATIONS, INITIALIZERS], ids=["activations", "initializers"])
def test_every_choice_has_its_own_title_and_a_sentence(choices: Any) -> None:
    assert len({entry.title for entry in choices.values()}) == len(choices)
    assert all(entry.sentence.endswith(".") for entry in choices.values())
