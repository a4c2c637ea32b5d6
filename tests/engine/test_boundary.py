"""What is drawn as the network's answers is what the Keras model answers."""

from pathlib import Path

import numpy as np
import pytest
from support.models import convolutional, saved

from gdviz.core.experiment import Experiment
from gdviz.engine import csv_key
from gdviz.engine.boundary import SIDE, boundary_at
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.datasets import DATASETS, split
from gdviz.engine.networks import keras_model


def weights_of(experiment: Experiment) -> np.ndarray:
    return landscape_of(experiment).start(3)


@pytest.mark.parametrize("data", ["moons", "blobs"])
def test_the_chances_are_the_models(data: str) -> None:
    experiment = Experiment(data=data, units=(6,), activation="tanh", standardize=False)
    found = boundary_at(experiment, weights_of(experiment), 7)
    model = keras_model(data, (6,), 3, activation="tanh")
    spots = np.stack(np.meshgrid(found.x, found.y), axis=-1).reshape(-1, 2)
    answers = model(spots).numpy().reshape(SIDE, SIDE, -1)
    chances = answers if data == "blobs" else np.concatenate([1 - answers, answers], axis=-1)
    np.testing.assert_allclose(found.answers, chances, atol=1e-5)
    assert (found.step, found.kind, found.others) == (7, "classes", 0)
    assert found.winners.shape == (SIDE, SIDE)
    sides = np.stack([found.margin(number) > 0 for number in range(len(found.class_names))], axis=-1)
    np.testing.assert_array_equal(sides.argmax(axis=-1), found.winners)


def test_axes_and_examples_are_in_the_units_of_the_data() -> None:
    found = boundary_at(Experiment(), weights_of(Experiment()), 0)
    raw = DATASETS["iris"].load()[0]
    assert found.names == ("petal length (cm)", "petal width (cm)")
    assert found.others == 2
    np.testing.assert_allclose(np.sort(found.examples.x), np.sort(raw[:, 2]), atol=1e-4)
    np.testing.assert_allclose(np.sort(found.examples.y), np.sort(raw[:, 3]), atol=1e-4)
    assert found.examples.held_back.sum() == len(split("iris")[1])
    assert found.x[0] < raw[:, 2].min() < raw[:, 2].max() < found.x[-1]
    assert found.class_names == ("setosa", "versicolor", "virginica")


def test_a_slice_holds_the_other_features_at_their_mean() -> None:
    experiment = Experiment(standardize=False)
    found = boundary_at(experiment, weights_of(experiment), 0, (0, 3))
    middle = landscape_of(experiment).train.x.mean(axis=0)
    spot = middle[None].copy()
    spot[0, [0, 3]] = found.x[5], found.y[9]
    np.testing.assert_allclose(found.answers[9, 5], keras_model("iris", (16,), 3)(spot).numpy()[0], atol=1e-5)
    assert found.shown == (0, 3)


def test_one_feature_is_a_curve_in_the_units_of_the_answers() -> None:
    experiment = Experiment(data="sine", units=())
    found = boundary_at(experiment, np.array([1.0, 0.0], np.float32), 0)
    raw, answers = DATASETS["sine"].load()
    assert found.kind == "curve"
    np.testing.assert_allclose(np.sort(found.examples.y), np.sort(answers), atol=1e-4)
    # A weight of 1 and a bias of 0 answer a standardised input with itself: the middle with the mean.
    train = landscape_of(experiment).train
    at = np.interp(raw.min(), found.x, found.answers)
    deviation = np.ptp(answers) / np.ptp(np.concatenate([train.y, landscape_of(experiment).validation.y]))
    lowest = min(train.x.min(), landscape_of(experiment).validation.x.min())
    assert at == pytest.approx(found.examples.y[:160].mean() + deviation * lowest, abs=0.02)


def test_many_features_of_a_regression_are_a_field() -> None:
    found = boundary_at(Experiment(data="diabetes"), weights_of(Experiment(data="diabetes")), 0)
    assert found.kind == "field"
    assert found.answers.shape == (SIDE, SIDE)
    assert found.names == ("body mass index", "ltg")


@pytest.mark.parametrize(("landscape", "kind"), [("logistic", "classes"), ("line", "curve"), ("one_weight", "curve")])
def test_neurons_answer_too(landscape: str, kind: str) -> None:
    experiment = Experiment(landscape)
    found = boundary_at(experiment, np.array([2.0, 1.0][: landscape_of(experiment).size], np.float32), 0)
    assert found.kind == kind
    assert np.isfinite(found.answers).all()
    if landscape == "line":
        np.testing.assert_allclose(found.answers, 2 * found.x + 1, rtol=1e-5)


@pytest.mark.parametrize("landscape", ["rosenbrock", "square", "formula"])
def test_a_function_has_nothing_to_answer(landscape: str) -> None:
    assert boundary_at(Experiment(landscape), np.ones(2, np.float32), 0) is None


def test_a_csv_of_two_columns_is_shown_whole(tmp_path: Path) -> None:
    file = tmp_path / "heights.csv"
    rows = [f"{n},{(n * 7) % 11},{'tall' if n > 12 else 'short'}" for n in range(24)]
    file.write_text("\n".join(["height,weight,kind", *rows]), encoding="utf-8")
    experiment = Experiment(data=csv_key.key(file, "kind"))
    found = boundary_at(experiment, weights_of(experiment), 0)
    assert found.names == ("height", "weight")
    assert set(found.class_names) == {"tall", "short"}
    np.testing.assert_allclose(np.sort(found.examples.x), np.arange(24), atol=1e-3)


@pytest.mark.parametrize(("outputs", "last"), [(1, "sigmoid"), (1, None), (2, None)])
def test_a_model_from_a_file_answers_what_keras_says(tmp_path: Path, outputs: int, last: str | None) -> None:
    import keras

    keras.utils.set_random_seed(2)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(5, "tanh"), keras.layers.Dense(outputs, last)])
    logits = {"from_logits": True} if last is None else {}
    loss = keras.losses.BinaryCrossentropy if outputs == 1 else keras.losses.SparseCategoricalCrossentropy
    file = saved(model, tmp_path / "own.keras", loss=loss(**logits))
    experiment = Experiment("model", data="moons", model=str(file), standardize=False)
    found = boundary_at(experiment, landscape_of(experiment).start(0), 4)
    answers = model(np.stack(np.meshgrid(found.x, found.y), axis=-1).reshape(-1, 2)).numpy()
    odds = answers[:, -1] - (answers[:, 0] if outputs == 2 else 0)
    chance = 1 / (1 + np.exp(-odds)) if last is None else odds
    np.testing.assert_allclose(found.answers[..., 1].ravel(), chance, atol=1e-5)
    assert (found.kind, found.others, found.class_names) == ("classes", 0, ("class 0", "class 1"))


def test_a_model_that_takes_pictures_has_nothing_to_draw_over(tmp_path: Path) -> None:
    file = convolutional(tmp_path / "pictures.keras")
    experiment = Experiment("model", data="digits", model=str(file))
    assert boundary_at(experiment, landscape_of(experiment).start(0), 0) is None
