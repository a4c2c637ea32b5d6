"""What there is to choose from: complete, in words, within its own limits, and as Keras and the formulas have it."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.engine import datasets
from gdviz.engine.catalogue import CHOICES, LANDSCAPES, landscape_of, validated
from gdviz.engine.datasets import DATASETS, DataSet, split
from gdviz.engine.networks import keras_model, layer_seeds, layer_shapes
from gdviz.engine.optimizers import OPTIMIZERS, keras_optimizer, parameters_of
from gdviz.errors import UserError

PARAMETERS = [(key, name) for key, entry in OPTIMIZERS.items() for name in entry.parameters]
OWN_DEFAULT = {("momentum", "momentum")}
"""Parameters whose default is the point of the entry and not Keras's: momentum without momentum would be plain SGD."""


def refusal(**change: Any) -> str:
    with pytest.raises(UserError) as error:
        validated(replace(Experiment(), **change))
    assert len(str(error.value).splitlines()) == 1
    return str(error.value)


@pytest.mark.parametrize(("name", "choices"), CHOICES.items())
def test_a_choice_that_is_none_is_answered_with_all_there_are(name: str, choices: Any) -> None:
    for key in ("moon", "", "IRIS", "adam "):
        assert refusal(**{name: key}) == f"{FIELDS[name].label} was {key!r}. Expected one of {', '.join(choices)}."


@pytest.mark.parametrize(
    ("optimizer", "pair", "says"),
    [
        ("adam", ("rho", 0.5), "Adam has no parameter 'rho'. Expected beta_1, beta_2, epsilon, amsgrad, weight_decay."),
        ("sgd", ("momentum", 0.5), "SGD has no parameter 'momentum'. Expected weight_decay."),
        ("adam", ("beta_1", 1.0), "beta 1 was 1.0. Expected a number from 0 to 0.999."),
        ("adam", ("beta_1", -0.1), "beta 1 was -0.1. Expected a number from 0 to 0.999."),
        ("adam", ("epsilon", float("nan")), "epsilon was nan. Expected a number from 1e-10 to 1."),
        ("rmsprop", ("rho", float("inf")), "rho was inf. Expected a number from 0 to 0.999."),
    ],
)
def test_a_parameter_that_cannot_be_is_refused(optimizer: str, pair: tuple[str, float], says: str) -> None:
    assert refusal(optimizer=optimizer, optimizer_parameters=(pair,)) == says


def test_parameters_at_their_defaults_and_none_are_the_same_experiment() -> None:
    spelt = Experiment(optimizer_parameters=(("epsilon", 1e-7), ("beta_1", 0.9)))
    assert validated(spelt) == validated(Experiment()) == Experiment()
    changed = Experiment(optimizer_parameters=(("epsilon", 1e-3), ("beta_2", 0.999), ("beta_1", 0.5)))
    assert validated(changed).optimizer_parameters == (("beta_1", 0.5), ("epsilon", 1e-3))
    assert validated(validated(changed)) == validated(changed)


@pytest.mark.parametrize("key", LANDSCAPES)
def test_what_a_landscape_suggests_can_be(key: str) -> None:
    entry = LANDSCAPES[key]
    assert entry.title
    assert entry.sentence.endswith(".")
    assert {"optimizer", "learning_rate", "epochs"} <= set(entry.suggests) <= set(FIELDS)
    suggested = Experiment(key, **entry.suggests)
    assert validated(suggested) == suggested


@pytest.mark.parametrize("entry", [*DATASETS.values(), *OPTIMIZERS.values()], ids=[*DATASETS, *OPTIMIZERS])
def test_every_entry_has_a_title_and_a_sentence(entry: Any) -> None:
    assert entry.title
    assert entry.sentence.endswith(".")


@pytest.mark.parametrize("choices", CHOICES.values(), ids=CHOICES)
def test_no_two_entries_look_the_same_in_a_list(choices: Any) -> None:
    titles = [entry.title for entry in choices.values()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(("optimizer", "name"), PARAMETERS)
def test_keras_takes_every_parameter_at_both_ends(optimizer: str, name: str) -> None:
    parameter = OPTIMIZERS[optimizer].parameters[name]
    for end in (parameter.low, parameter.high):
        parameters = parameters_of(optimizer, ((name, end),))
        made = keras_optimizer(optimizer, parameters, 0.1)
        assert type(made).__name__ == OPTIMIZERS[optimizer].keras_class
        # A decay of nothing is None to Keras.
        assert (made.get_config()[name] or 0.0) == pytest.approx(end)


def test_iris_has_120_rows_to_learn_from_and_30_to_be_asked() -> None:
    train, validation = split("iris")
    assert (train.x.shape, validation.x.shape) == ((120, 4), (30, 4))


def test_rows_keep_their_answers_and_validation_rows_touch_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A data set whose one feature is its row's number shows where each row went and what it was scaled by."""
    numbers = np.arange(50.0)

    def spoilt(rows: Any, by: float) -> DataSet:
        x = numbers.copy()
        x[rows] *= by
        return DataSet("Rows", "A row's number.", lambda: (np.stack([x, -x], 1), numbers.astype(int)), 50)

    found = {}
    monkeypatch.setattr(datasets, "DATASETS", {"plain": spoilt([], 1)})
    found["plain"] = split("plain")
    held_back = found["plain"][1].y
    assert len(held_back) == 10
    monkeypatch.setattr(datasets, "DATASETS", {"spoilt": spoilt(held_back, 1000.0)})
    found["spoilt"] = split("spoilt")
    split.cache_clear()
    train, validation = found["plain"]
    assert sorted([*train.y, *validation.y]) == list(range(50))
    mean, deviation = numbers[train.y].mean(), numbers[train.y].std()
    np.testing.assert_allclose(train.x[:, 0], (train.y - mean) / deviation, atol=1e-5)
    np.testing.assert_allclose(validation.x[:, 0], (validation.y - mean) / deviation, atol=1e-5)
    np.testing.assert_array_equal(found["spoilt"][0].x, train.x)


@pytest.mark.parametrize(
    ("data", "units", "shapes"),
    [
        ("iris", (16,), [(4, 16), (16, 3)]),
        ("iris", (), [(4, 3)]),
        ("wine", (5, 7), [(13, 5), (5, 7), (7, 3)]),
        ("moons", (2,), [(2, 2), (2, 1)]),
    ],
)
def test_a_networks_layers_are_those_of_the_keras_model(data: str, units: tuple[int, ...], shapes: Any) -> None:
    assert layer_shapes(data, units) == shapes
    landscape = landscape_of(Experiment(data=data, units=units))
    weights = keras_model(data, units, 3).get_weights()
    assert [weight.shape for weight in weights[::2]] == shapes
    np.testing.assert_array_equal(landscape.start(3), np.concatenate([weight.ravel() for weight in weights]))
    assert landscape.size == landscape.start(0).size


def test_the_same_settings_are_the_same_landscape() -> None:
    assert landscape_of(Experiment(epochs=3)) is landscape_of(Experiment(seed=5, optimizer="sgd"))
    assert landscape_of(Experiment(units=(8,))) is not landscape_of(Experiment())


def test_each_layer_and_each_seed_begins_elsewhere() -> None:
    seeds = [number for seed in range(50) for number in layer_seeds(seed, 3)]
    assert len(set(seeds)) == len(seeds)
    assert all(0 <= seed < 2**31 for seed in seeds)
    assert layer_seeds(2**31 - 1, 8) == layer_seeds(2**31 - 1, 8)


def test_a_start_has_a_number_for_each_weight() -> None:
    assert validated(Experiment("square", start=(1,))).start == (1.0,)
    assert validated(Experiment("formula", formula="x^2 + y^2", start=(1, -2.5))).start == (1.0, -2.5)
    with pytest.raises(UserError, match=r"Start was 1\. Expected a number for x and one for y"):
        validated(Experiment("rosenbrock", start=(1.0,)))


def test_a_network_starts_by_its_seed_and_says_so() -> None:
    with pytest.raises(UserError, match="its first weights are drawn by its seed"):
        validated(Experiment("network", start=(1.0, 2.0)))
