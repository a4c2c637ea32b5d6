"""A user's own model: the path that ``model.fit`` takes, the losses that ``model.evaluate`` gives, refused in words."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.models import convolutional, dense, saved
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.plane_kinds import PlaneRequest
from gdviz.engine import surface as surface_module
from gdviz.engine import user_models
from gdviz.engine.batches import batch_rows
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.curvature import curvature
from gdviz.engine.descent import Command, branch, descent
from gdviz.engine.landscape import Landscape, evaluator
from gdviz.engine.optimizers import keras_optimizer, parameters_of
from gdviz.engine.recorder import Recorder
from gdviz.engine.surface import losses_at, surfaces, training_loss
from gdviz.engine.sweep import sweep, variants
from gdviz.errors import UserError

DIGITS = Experiment("model", data="digits", epochs=2, batch_size=200, optimizer="adam", learning_rate=0.003)
"""1437 rows: seven batches of 200 and one of 37."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="module")
def plain(folder: Path) -> Experiment:
    return validated(replace(DIGITS, model=str(convolutional(folder / "plain.keras"))))


@pytest.fixture(scope="module")
def dropping(folder: Path) -> Experiment:
    return validated(replace(DIGITS, model=str(convolutional(folder / "dropping.keras", dropout=0.3))))


def keras_model_at(experiment: Experiment, vector: np.ndarray) -> Any:
    """The model as Keras loads it, with weights, moving averages and seeds as a vector has them."""
    import keras

    model = keras.saving.load_model(experiment.model, compile=False)
    values, at = [*model.trainable_variables], 0
    kept = [v for v in model.non_trainable_variables if v.path.endswith(("_mean", "_variance", "_state"))]
    for variable in (*values, *kept):
        size = int(np.prod(variable.shape))
        if variable.dtype == "int64":
            halves = vector[at : at + 2 * size].astype(np.int64)
            variable.assign(halves[:size] + 2**16 * halves[size:])
            at += 2 * size
        else:
            variable.assign(vector[at : at + size].reshape(variable.shape))
            at += size
    assert at == len(vector)
    loss = "sparse_categorical_crossentropy"
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    optimizer = keras_optimizer(experiment.optimizer, parameters, experiment.learning_rate)
    model.compile(optimizer, loss, metrics=["accuracy"], jit_compile=False)
    return model


def fitted(experiment: Experiment) -> tuple[np.ndarray, dict[str, list[float]]]:
    """Weights and moving averages after ``model.fit`` on the same batches, and its history."""
    landscape = landscape_of(experiment)
    train, held = landscape.train, landscape.validation
    assert held is not None
    model = keras_model_at(experiment, landscape.start(experiment.seed))
    history: dict[str, list[float]] = {}
    for epoch in range(experiment.epochs):
        rows, mask = batch_rows(len(train), experiment.batch_size, experiment.seed, epoch)
        order = rows[mask > 0]
        fit = partial(model.fit, shuffle=False, verbose=0, validation_data=(held.x, held.y))
        found = fit(train.x[order], train.y[order], experiment.batch_size).history
        for name, values in found.items():
            history.setdefault(name, []).extend(values)
    variables = [*model.trainable_variables, *model.non_trainable_variables[:2]]
    return np.concatenate([variable.numpy().ravel() for variable in variables]), history


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", ["adam", "muon"])
def test_a_model_takes_the_path_of_fit(plain: Experiment, optimizer: str) -> None:
    experiment = replace(plain, optimizer=optimizer)
    ours = trajectory_of(experiment)
    theirs, history = fitted(experiment)
    np.testing.assert_allclose(ours.last_weights, theirs, rtol=1e-5, atol=1e-6)
    for name, values in history.items():
        np.testing.assert_allclose(ours.history[name], values, rtol=1e-5, err_msg=name)


@pytest.mark.slow
def test_dropout_draws_what_fit_draws(dropping: Experiment) -> None:
    ours = trajectory_of(replace(dropping, seed=3))
    theirs, history = fitted(replace(dropping, seed=3))
    np.testing.assert_allclose(ours.last_weights[: len(theirs)], theirs, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(ours.history["loss"], history["loss"], rtol=1e-5)


def test_every_point_is_judged_with_its_own_moving_averages(plain: Experiment) -> None:
    landscape = landscape_of(plain)
    run = trajectory_of(replace(plain, epochs=1))
    points, losses = run.thinned(4)[1:]
    assert np.ptp(points[:, -landscape.keepsakes :], axis=0).max() > 0.01
    for point, loss in zip(points, losses, strict=True):
        found = keras_model_at(plain, point).evaluate(landscape.train.x, landscape.train.y, 2000, verbose=0)
        assert found[0] == pytest.approx(loss, rel=1e-5)
    stacked = training_loss(landscape)(np.asarray(points)).numpy()
    np.testing.assert_allclose(stacked, losses, rtol=1e-5)
    np.testing.assert_allclose(evaluator(landscape, False)(points[-1:])[1], found[1], rtol=1e-5)


def test_the_surface_has_the_moving_averages_of_its_own_point(plain: Experiment) -> None:
    landscape, run = landscape_of(plain), trajectory_of(replace(plain, epochs=1))
    _, points, losses = run.thinned(10)
    for request in (PlaneRequest(), PlaneRequest("filters"), PlaneRequest("weights", pair=(3, 40))):
        request = replace(request, origin=points[2], step=2)
        *_, drawn = surfaces(plain, points, losses, request=request, side=5)
        kept = landscape.keepsakes
        assert not drawn.plane.directions[:, -kept:].any()
        np.testing.assert_array_equal(drawn.plane.origin[-kept:], points[2, -kept:])
        corner = drawn.plane.weights(np.array([[drawn.x[0], drawn.y[-1]]]))
        found = keras_model_at(plain, corner[0]).evaluate(landscape.train.x, landscape.train.y, 2000, verbose=0)[0]
        assert drawn.loss[-1, 0] == pytest.approx(found, rel=1e-4)
    again = list(surfaces(plain, points, losses, like=drawn.plane, side=3))[-1]
    assert again.loss.shape == (3, 3)


def test_a_still_path_is_drawn_too(plain: Experiment) -> None:
    start = landscape_of(plain).start(0)[None]
    *_, drawn = surfaces(plain, start, np.ones(1, np.float32), side=3)
    assert np.isfinite(drawn.loss).all()


def test_many_vectors_at_once_and_rows_in_parts_change_nothing(plain: Experiment, monkeypatch: Any) -> None:
    landscape = landscape_of(plain)
    vectors = np.stack([landscape.start(seed) for seed in range(3)])
    whole = training_loss(landscape)(vectors).numpy()
    monkeypatch.setattr(user_models, "ROW_BYTES", 400 * 4 * landscape.outputs)
    parts = [float(training_loss(landscape)(vector[None]).numpy()[0]) for vector in vectors]
    np.testing.assert_allclose(parts, whole, rtol=1e-5)
    monkeypatch.setattr(surface_module, "CACHE", 2**30)
    np.testing.assert_allclose(losses_at(replace(landscape), vectors, True), whole, rtol=1e-5)


def test_the_curvature_leaves_the_moving_averages_alone(plain: Experiment) -> None:
    landscape = landscape_of(plain)
    start = landscape.start(0)
    *_, found = curvature(landscape, start)
    assert found.done
    assert found.largest > 0
    assert np.abs(found.vector[-landscape.keepsakes :]).max() < 1e-3
    loss, ahead = training_loss(landscape), 3e-2 * found.vector
    low, middle, high = (float(loss((start + part * ahead)[None])[0]) for part in (-1, 0, 1))
    assert (low - 2 * middle + high) / 3e-2**2 == pytest.approx(found.largest, rel=0.1)


@pytest.mark.slow
def test_a_branch_carries_the_moving_averages_and_the_seeds(dropping: Experiment) -> None:
    recorder, weights = Recorder(), []
    run = descent(dropping, recorder=recorder)
    next(run)
    while len(weights) < 16:
        weights += list(run.send(Command(3)).weights[:, 0])
    again = branch(recorder, 5, dropping)
    np.testing.assert_array_equal(next(again).weights[0], weights[4])
    np.testing.assert_array_equal(again.send(Command(3)).weights[-1, 0], weights[7])


@pytest.mark.slow
def test_a_sweep_gives_each_run_what_it_has_alone(dropping: Experiment) -> None:
    asked = variants(replace(dropping, epochs=1), learning_rate=[0.001, 0.01], seed=[0, 1])
    *_, together = sweep(asked)
    for index, experiment in enumerate(asked):
        alone = trajectory_of(experiment).history
        for name, values in together.run(index).items():
            np.testing.assert_array_equal(values, alone[name])


def test_seed_0_is_the_saved_model_and_others_are_drawn_anew(dropping: Experiment) -> None:
    landscape = landscape_of(dropping)
    import keras

    model = keras.saving.load_model(dropping.model, compile=False)
    weights = np.concatenate([variable.numpy().ravel() for variable in model.trainable_variables])
    first, second, third = (landscape.start(seed) for seed in (0, 1, 2))
    np.testing.assert_array_equal(first[: weights.size], weights)
    np.testing.assert_array_equal(landscape.start(1), second)
    kernel = 3 * 3 * 3
    for one, other in ((first, second), (second, third)):
        assert not np.isclose(one[:kernel], other[:kernel]).any()
        assert not np.array_equal(one[-4:], other[-4:])
    assert np.abs(second[:kernel]).max() <= np.sqrt(6 / (9 + 27))


def test_what_is_not_trained_stays_as_it_was_saved(folder: Path) -> None:
    import keras

    scaled = keras.layers.Normalization()
    scaled.adapt(np.random.default_rng(0).normal(3, 2, (50, 4)))
    frozen = keras.layers.Dense(5, trainable=False)
    model = keras.Sequential([keras.Input((4,)), scaled, frozen, keras.layers.Dense(3, "softmax")])
    path = saved(model, folder / "frozen.keras", loss="sparse_categorical_crossentropy")
    landscape = landscape_of(Experiment("model", model=str(path)))
    assert (landscape.size, landscape.keepsakes) == (18, 0)
    x = landscape.train.x
    model.layers[-1].set_weights([landscape.start(7)[:15].reshape(5, 3), landscape.start(7)[15:]])
    expected = model.evaluate(x, landscape.train.y, verbose=0)
    assert float(training_loss(landscape)(landscape.start(7)[None])[0]) == pytest.approx(expected, rel=1e-5)


def test_constraints_hold_after_every_step(folder: Path) -> None:
    import keras

    held = keras.layers.Dense(3, "softmax", kernel_constraint=keras.constraints.NonNeg())
    path = saved(keras.Sequential([keras.Input((4,)), held]), folder / "held.keras", loss="mse")
    run = trajectory_of(Experiment("model", model=str(path), epochs=1, learning_rate=0.1))
    assert (run.weights[1:, :12] >= 0).all()
    assert (run.weights[-1, 12:] < 0).any()


def test_functional_models_with_arithmetic_are_learnt(folder: Path) -> None:
    import keras

    given = keras.Input((4,))
    hidden = keras.layers.Dense(6, keras.activations.gelu)(given)
    merged = keras.layers.Concatenate()([keras.ops.relu(hidden) * 2.0, given])
    path = saved(keras.Model(given, keras.layers.Dense(3)(merged)), folder / "functional.keras")
    landscape = landscape_of(Experiment("model", model=str(path)))
    assert landscape.note == "The model was not compiled; it is judged by SparseCategoricalCrossentropy."
    run = trajectory_of(Experiment("model", model=str(path), epochs=3))
    assert run.loss[-1] < 0.7 * run.loss[0]


JUDGED = {
    "classes from sums": ("iris", 4, 3, None, {"loss": "SPARSE"}),
    "one hot": ("iris", 4, 3, "softmax", {"loss": "categorical_crossentropy"}),
    "two classes, one output": ("moons", 2, 1, "sigmoid", {"loss": "binary_crossentropy"}),
    "two classes, two outputs": ("moons", 2, 2, "softmax", {"loss": "sparse_categorical_crossentropy"}),
    "a number": ("diabetes", 10, 1, None, {"loss": "huber"}),
    "a number, short": ("diabetes", 10, 1, None, {"loss": ["mae"]}),
}


@pytest.mark.parametrize("case", JUDGED)
def test_losses_are_those_of_the_compiled_model(folder: Path, case: str) -> None:
    import keras

    data, inputs, outputs, last, compiled = JUDGED[case]
    if compiled["loss"] == "SPARSE":
        compiled = {"loss": keras.losses.SparseCategoricalCrossentropy(from_logits=True)}
    path = dense(folder / "judged.keras", inputs, outputs, last, **compiled)
    landscape = landscape_of(Experiment("model", model=str(path), data=data))
    assert landscape.note == ""
    y = landscape.train.y
    truth = np.eye(outputs)[y] if case == "one hot" else y[:, None] if outputs == 1 else y
    model = keras.saving.load_model(path, compile=False)
    model.compile(**compiled, metrics=["accuracy"])
    loss, accuracy = model.evaluate(landscape.train.x, truth, verbose=0)
    ours, hits = evaluator(landscape, False)(landscape.start(0)[None])
    assert float(ours[0]) == pytest.approx(loss, rel=1e-5)
    assert np.isnan(hits[0]) if data == "diabetes" else float(hits[0]) == pytest.approx(accuracy, rel=1e-5)


def test_a_loss_that_does_not_suit_is_replaced_and_said_to_be(folder: Path) -> None:
    path = dense(folder / "unsuited.keras", 4, 3, "softmax", loss="poisson")
    note = landscape_of(Experiment("model", model=str(path))).note
    expected = "The model was compiled with a loss that does not suit these data; it is judged by"
    assert note == f"{expected} SparseCategoricalCrossentropy."


def two_outputs(path: Path) -> Path:
    import keras

    given = keras.Input((4,))
    return saved(keras.Model(given, [keras.layers.Dense(1)(given), keras.layers.Dense(1)(given)]), path)


def any_length(path: Path) -> Path:
    import keras

    return saved(keras.Sequential([keras.Input((None, 4)), keras.layers.LSTM(3)]), path)


def nothing_to_train(path: Path) -> Path:
    import keras

    return saved(keras.Sequential([keras.Input((3,)), keras.layers.ReLU()]), path)


def half_precision(path: Path) -> Path:
    import keras

    return saved(keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, dtype="float16")]), path)


def many_weights(path: Path) -> Path:
    return dense(path, 4, 2000)


UNUSABLE = {
    "two outputs": (two_outputs, "several inputs or outputs"),
    "any length": (any_length, "takes (None, 4) and gives (3,)"),
    "nothing to train": (nothing_to_train, "no weights to train"),
    "half precision": (half_precision, "weights of type float16"),
    "too many": (many_weights, "10,000 weights. Expected at most 5,000"),
    "inputs": (partial(dense, inputs=5, outputs=3), "Iris flowers has 4 features, but the model's input is 5"),
    "outputs": (partial(dense, inputs=4, outputs=2), "2 outputs, and iris flowers asks for something else"),
    "last": (partial(dense, inputs=4, outputs=3, last="relu"), "last layer has the activation relu"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_what_cannot_be_learnt_is_refused_in_words(folder: Path, case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_models, "MOST_WEIGHTS", 5000)
    make, says = UNUSABLE[case]
    with pytest.raises(UserError) as error:
        landscape_of(Experiment("model", model=str(make(folder / f"{case}.keras"))))
    assert says in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def test_without_a_file_the_choice_stands_and_says_what_is_missing() -> None:
    chosen = validated(Experiment("model"))
    with pytest.raises(UserError, match="No model is chosen yet"):
        landscape_of(chosen)


def test_the_same_file_is_the_same_landscape_until_it_changes(folder: Path) -> None:
    path = dense(folder / "same.keras", 4, 3, "softmax")
    experiment = Experiment("model", model=str(path))
    before: Landscape = landscape_of(experiment)
    assert landscape_of(replace(experiment, seed=4, epochs=2)) is before
    assert landscape_of(replace(experiment, standardize=False)) is not before
    dense(path, 4, 3)
    assert landscape_of(experiment) is not before
