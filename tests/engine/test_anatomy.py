"""A step taken apart is the step that Keras takes."""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.models import convolutional
from support.recorded import recorded

from gdviz.core.anatomy import Anatomy, with_figures
from gdviz.core.experiment import Experiment
from gdviz.core.update_rules import RULES
from gdviz.engine.anatomy import anatomy_at
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.engine.replay import Replay
from gdviz.engine.stability_line import stability_line

IRIS = Experiment(epochs=2, batch_size=16)
VARIANTS: dict[str, dict[str, Any]] = {
    "nesterov": {"optimizer": "momentum", "optimizer_parameters": (("nesterov", 1.0),)},
    "centred RMSprop": {"optimizer": "rmsprop", "optimizer_parameters": (("centered", 1.0), ("momentum", 0.8))},
    "AMSGrad": {"optimizer": "adam", "optimizer_parameters": (("amsgrad", 1.0), ("epsilon", 0.01))},
    "decayed SGD": {"optimizer": "sgd", "optimizer_parameters": (("weight_decay", 0.3),)},
    "schedule, clipping, dropout": {"schedule": "warmup_cosine", "clip_norm": 0.2, "dropout": 0.3, "units": (6, 5)},
    "uphill": {"optimizer": "momentum", "ascend": True, "learning_rate": 0.001},
    "function": {"landscape": "rosenbrock", "epochs": 15, "learning_rate": 0.05},
}
EVERY = {name: {"optimizer": name} for name in OPTIMIZERS} | VARIANTS


@lru_cache
def anatomies(name: str) -> tuple[list[Anatomy], np.ndarray]:
    """Every step of a short run taken apart, backwards, and the weights the run had."""
    recorder, weights = recorded(replace(IRIS, **EVERY[name]))
    replay = Replay()
    steps = reversed(range(len(weights) - 1))
    return [anatomy_at(recorder, step, replay=replay) for step in steps][::-1], weights


@pytest.mark.slow
@pytest.mark.parametrize("name", EVERY)
def test_every_step_is_the_one_the_run_took(name: str) -> None:
    found, weights = anatomies(name)
    for step, anatomy in enumerate(found):
        assert anatomy.step == step
        np.testing.assert_allclose(anatomy.weights, weights[step], rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(anatomy.after, weights[step + 1], rtol=1e-4, atol=1e-5)
        assert len(anatomy.names) == len(set(anatomy.names)) == anatomy.weights.size
        assert anatomy.terms[0].symbol == "g"
        assert anatomy.terms[-1].symbol == "w_new"
        check_the_formula(anatomy)


def check_the_formula(anatomy: Anatomy) -> None:
    """Works every line out as it is written, from what is shown above it, up to Keras's new weight."""
    if anatomy.optimizer not in RULES:
        assert {"g", "step", "w_new"} <= {term.symbol for term in anatomy.terms}
        return
    shown = {term.symbol: term.values.astype(float) for term in anatomy.terms}
    known = {"w": anatomy.weights.astype(float), **anatomy.constants, **shown}
    for line in anatomy.formula:
        made, _, formula = line.partition(" = ")
        np.testing.assert_allclose(as_python(formula, known), shown[made], rtol=2e-5, atol=2e-6)
    np.testing.assert_allclose(as_python(anatomy.formula[-1].partition(" = ")[2], known), anatomy.after, atol=1e-5)


def as_python(formula: str, known: dict[str, Any]) -> np.ndarray:
    """A formula as it is written, read by Python and not by what wrote it."""
    text = formula.replace("\u00b7", "*").replace("\u2212", "-").replace("\u00b2", "**2").replace("\u1d57", "**t")
    names = {"\u03b2\u2081": "b1", "\u03b2\u2082": "b2", "\u221a": "sqrt"}
    text = re.sub("|".join(names), lambda found: names[found[0]], text)
    text = re.sub(r"sqrt(\w+)", r"sqrt(\1)", text)
    values = {names.get(name, name): value for name, value in known.items()}
    functions = {"sqrt": np.sqrt, "max": np.maximum, "abs": np.abs, "sign": np.sign}
    return np.asarray(eval(text, {"__builtins__": {}}, {**functions, **values}))


@pytest.mark.slow
def test_what_the_optimiser_remembers_is_kerass() -> None:
    found, _ = anatomies("adam")
    for before, after in pairwise(found):
        now, later = ({term.symbol: term.values for term in anatomy.terms} for anatomy in (before, after))
        for name in "mv":
            np.testing.assert_allclose(later[f"{name}_old"], now[name], rtol=1e-4, atol=1e-9)
        assert after.constants["t"] == before.constants["t"] + 1


@pytest.mark.slow
def test_momentum_is_what_a_ball_without_gradient_would_do() -> None:
    found, _ = anatomies("momentum")
    velocity = {term.symbol: term.values for term in found[9].terms}["v_old"]
    np.testing.assert_allclose(found[9].momentum, 0.9 * velocity, rtol=1e-5)
    assert not found[0].momentum.any()
    assert anatomies("sgd")[0][5].momentum is None


@pytest.mark.slow
def test_a_changed_optimiser_begins_afresh_and_the_step_to_come_goes_by_the_present_settings() -> None:
    adam = replace(IRIS, learning_rate=0.02)
    slow = replace(adam, optimizer="momentum", learning_rate=0.01)
    recorder, weights = recorded(adam, {0: slow, 7: adam})
    replay = Replay()
    for step in (6, 7, 12, 0):
        np.testing.assert_allclose(anatomy_at(recorder, step, replay=replay).after, weights[step + 1], atol=1e-5)
    assert anatomy_at(recorder, 9, replay=replay).constants["t"] == 3
    last = len(weights) - 1
    still = anatomy_at(recorder, last, replace(adam, optimizer="sgd", learning_rate=0.5), replay)
    np.testing.assert_allclose(still.after, weights[last] - 0.5 * still.gradient, atol=1e-6)


@pytest.mark.slow
def test_names_tell_layer_input_and_neuron() -> None:
    names = anatomy_at(recorded(replace(IRIS, epochs=1))[0], 0).names
    assert names[0] == "layer 1: sepal length \u2192 neuron 1"
    assert names[64] == "layer 1: bias of neuron 1"
    assert names[80:83] == tuple(f"layer 2: neuron 1 \u2192 {kind}" for kind in ("setosa", "versicolor", "virginica"))
    assert names[-1] == "layer 2: bias of virginica"
    assert anatomy_at(recorded(replace(IRIS, landscape="rosenbrock"))[0], 0).names == ("x", "y")


@pytest.mark.slow
def test_the_figures_stand_where_the_symbols_stood() -> None:
    recorder, _ = recorded(Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=3))
    first = anatomy_at(recorder, 0)
    assert first.formula == ("step = \u2212rate\u00b7g", "w_new = w + step")
    assert with_figures(first, first.formula[0], 0) == "step = \u22120.1\u00b7(\u22126)"
    assert with_figures(first, first.formula[1], 0) == "w_new = 0 + 0.6"


@pytest.mark.slow
def test_a_model_from_a_file_is_taken_apart_too(tmp_path: Path) -> None:
    model = convolutional(tmp_path / "digits.keras", dropout=0.3)
    experiment = Experiment("model", data="digits", model=str(model), epochs=1, batch_size=500, optimizer="momentum")
    recorder, weights = recorded(experiment)
    replay = Replay()
    for step in (0, len(weights) - 2):
        found = anatomy_at(recorder, step, replay=replay)
        np.testing.assert_allclose(found.after, weights[step + 1], rtol=1e-4, atol=1e-5)
        assert found.names[0] == "variable 1 [1, 1, 1, 1]"
        assert len(found.names) == found.weights.size
    line, _ = stability_line(replay.stand(recorder, 1))
    assert line.rate is None
    assert line.limit.reason
