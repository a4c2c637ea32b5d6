"""Scripts are run as a teacher runs them: in a process of their own that has never heard of this program."""

import ast
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from support.expressions import Tree, trees
from support.models import convolutional, dense
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.schedule import SCHEDULES
from gdviz.engine.csv_key import key
from gdviz.engine.datasets import DATASETS
from gdviz.engine.formula import parse
from gdviz.engine.functions import FUNCTIONS
from gdviz.engine.keras_code import keras_code
from gdviz.engine.keras_code_data import SOURCES
from gdviz.engine.networks import ACTIVATIONS, INITIALIZERS
from gdviz.engine.neurons import NEURONS
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.engine.sweep import sweep
from gdviz.engine.written import WrittenWeights
from gdviz.errors import UserError

# Runs each script by itself and writes down its losses. Most without compiling, which takes longest and is not in
# question; ScheduleFreeAdamW begins otherwise when it is not compiled.
RUNNER = """
import contextlib, io, json, os, runpy, sys, warnings
from pathlib import Path

warnings.simplefilter("ignore")
os.environ.update(TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", TF_ENABLE_ONEDNN_OPTS="0")
import tensorflow

found = {}
for path in sorted(Path(sys.argv[1]).glob("*.py")):
    tensorflow.config.run_functions_eagerly("schedule_free" not in path.name and not path.name.startswith("00"))
    with contextlib.redirect_stdout(io.StringIO()):
        names = runpy.run_path(str(path), run_name="__main__")
    found[path.stem] = names.get("history") or {"losses": names["losses"]}
assert not any(name.partition(".")[0] == "gdviz" for name in sys.modules)
Path(sys.argv[2]).write_text(json.dumps(found))
"""

PLANTS = """\
species;height;leaves;colour;site
ada;1,5;3;red;north
bob;2,5;4;blue;south
ada;1,25;3;white;north
bob;;5;blue;north
ada;1,75;2;red;south
bob;2,75;6;white;south
ada;1,5;na;red;south
bob;2,25;5;blue;north
ada;1;3;white;north
bob;3;4;blue;south
ada;0,5;1;red;north
bob;2,5;5;red;south
ada;1,25;2;blue;north
bob;2;4;white;south
"""


def begin(scripts: Mapping[str, str], folder: Path) -> subprocess.Popen[bytes]:
    """A process that runs the scripts one after the other and writes down what each leaves behind."""
    (folder / "scripts").mkdir()
    for name, script in scripts.items():
        (folder / "scripts" / f"{name}.py").write_text(script, encoding="utf-8")
    command = [sys.executable, "-c", RUNNER, str(folder / "scripts"), str(folder / "found.json")]
    return subprocess.Popen(command, cwd=folder, env={"PATH": "", "HOME": str(folder)})


def recorded(experiment: Experiment) -> dict[str, Any]:
    """What our own run gives of the same kinds."""
    if experiment.learns_rows:
        *_, done = sweep([experiment], xla=False)
        return done.run(0)
    return {"losses": trajectory_of(experiment, xla=False).loss.tolist()}


def networks(folder: Path) -> dict[str, Experiment]:
    """Experiments in which every data set, optimiser, schedule, activation and initialiser comes up at least once."""
    table = folder / "plants of ada's, 100 % 'fresh'.csv"
    table.write_text(PLANTS, encoding="utf-16")
    data = [*DATASETS, key(table, "height"), key(table, "species", without=["site"]), key(table, "leaves")]
    every = {
        "optimizer": list(OPTIMIZERS),
        "data": data,
        "schedule": [*SCHEDULES][::-1],
        "activation": list(ACTIVATIONS),
        "initializer": list(INITIALIZERS),
        "units": [(4,), (5, 3), ()],
        "l2": [0.0, 0.01],
        "label_noise": [0.0, 0.0, 0.3],
        "standardize": [True, True, True, False],
        "clip_norm": [0.0, 0.5, 0.0],
        "ascend": [False] * 4 + [True],
        "seed": [0, 7],
        "validation_split": [0.2, 0.25],
    }
    made = {}
    for at in range(max(map(len, every.values()))):
        chosen: dict[str, Any] = {name: values[at % len(values)] for name, values in every.items()}
        rate = OPTIMIZERS[chosen["optimizer"]].learning_rate
        rows = len(DATASETS[chosen["data"]].load()[0])
        made[f"{at:02} network {chosen['optimizer']}"] = Experiment(
            **chosen, learning_rate=rate, epochs=2, batch_size=max(2, rows // 4)
        )
    return made


def own_models(folder: Path) -> dict[str, Experiment]:
    """Models from files: compiled or not, for classes by number or by column, for yes or no, for a number."""
    entropy = {"loss": "categorical_crossentropy"}
    files = {
        "digits": convolutional(folder / "convolution's.keras"),
        "iris": dense(folder / "b.keras", 4, 3, "softmax", **entropy),
        "breast_cancer": dense(folder / "c.keras", 30, 1),
        "diabetes": dense(folder / "d.keras", 10, 1, loss="mse"),
    }
    how: dict[str, Any] = {"epochs": 2, "batch_size": 120, "learning_rate": 0.003}
    return {f"model {data}": Experiment("model", data, model=str(file), **how) for data, file in files.items()}


def small_ones() -> dict[str, Experiment]:
    """Every neuron, some functions and formulas, each with another optimiser and schedule."""
    ways = [(optimizer, schedule) for optimizer in OPTIMIZERS for schedule in SCHEDULES]
    made = {}
    for at, landscape in enumerate(["square", "plateau", "ackley", *NEURONS, "formula"]):
        optimizer, schedule = ways[7 * at % len(ways)]
        how: dict[str, Any] = {"epochs": 6, "batch_size": 5, "clip_norm": [0.0, 1.0][at % 2], "ascend": at % 5 == 3}
        made[f"small {landscape}"] = Experiment(landscape, optimizer=optimizer, schedule=schedule, **how)
    own = (("condition", 50.0),)
    made["small changed"] = Experiment("long_bowl", landscape_parameters=own, optimizer="sgd", epochs=5)
    changed = (("momentum", 0.5), ("nesterov", 1.0), ("weight_decay", 0.1))
    made["small momentum"] = Experiment("beale", optimizer="momentum", optimizer_parameters=changed, epochs=5)
    made["small elsewhere"] = Experiment("rosenbrock", optimizer="sgd", learning_rate=1e-3, epochs=5, start=(0.1, -0.3))
    formula = "min(x^2, 2^y) + max(x, y, 1) / e - x^1 sin(pi y)"
    made["small x and y"] = Experiment("formula", formula=formula, optimizer="sgd", epochs=5)
    return made


@pytest.mark.slow
def test_every_script_gives_the_losses_that_were_shown(tmp_path: Path) -> None:
    experiments = {**networks(tmp_path), **own_models(tmp_path), **small_ones()}
    with begin({name: keras_code(experiment) for name, experiment in experiments.items()}, tmp_path) as process:
        shown = {name: recorded(experiment) for name, experiment in experiments.items()}
    assert process.returncode == 0
    found = json.loads((tmp_path / "found.json").read_text())
    for name, expected in shown.items():
        assert found[name].keys() == expected.keys(), name
        for column, values in expected.items():
            lost = np.flatnonzero(~np.isfinite(values))
            until = lost[0] if lost.size else len(values)
            message = f"{name}, {column}: {experiments[name]}"
            np.testing.assert_allclose(
                found[name][column][:until], values[:until], rtol=1e-4, atol=1e-4, err_msg=message
            )


def test_every_data_set_has_its_lines() -> None:
    assert SOURCES.keys() == DATASETS.keys()


@pytest.mark.parametrize("dropout", [0.0, 0.3])
def test_only_with_dropout_it_says_that_losses_differ(dropout: float) -> None:
    code = keras_code(Experiment(dropout=dropout))
    assert ("Dropout(0.3)" in code) == ("agree only in kind" in code) == bool(dropout)


def test_a_model_that_drops_says_so_and_one_drawn_anew_is_refused(tmp_path: Path) -> None:
    file = convolutional(tmp_path / "a.keras", dropout=0.2)
    experiment = Experiment("model", "digits", model=str(file))
    assert "agree only in kind" in keras_code(experiment)
    with pytest.raises(UserError, match="Set the seed to 0"):
        keras_code(replace(experiment, seed=1))
    with pytest.raises(UserError, match="10 outputs"):
        keras_code(replace(experiment, data="iris"))


def test_it_reads_well() -> None:
    code = keras_code(Experiment(data="digits", units=(32, 16), optimizer="muon", schedule="step"))
    assert max(map(len, code.splitlines())) <= 110
    assert "\n\n\n\n" not in code
    assert "STEPS = EPOCHS" in code
    ast.parse(code)


def test_a_name_cannot_break_out_of_its_comment(tmp_path: Path) -> None:
    table = tmp_path / "a\"'b.csv"
    table.write_text('"one\nimport os",two,"three\r\n"\n1,2,x\n2,3,y\n4,5,z\n', encoding="utf-8")
    code = keras_code(Experiment(data=key(table, "two")))
    imports = [node.names[0].name for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Import)]
    assert imports.count("os") == 1


def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        keras_code(Experiment(data=key(tmp_path / "gone.csv", "x")))
    with pytest.raises(UserError, match="ends too early"):
        keras_code(Experiment("formula", formula="w +"))


@pytest.mark.parametrize("landscape", FUNCTIONS)
def test_a_function_written_out_means_the_same(landscape: str) -> None:
    entry, points = FUNCTIONS[landscape], np.array([[0.3, -0.7], [1.5, 2.5], [-1.25, 0.5]])
    text = entry.formula(WrittenWeights(entry.names)).text
    names = {"ops": np, "np": np, **dict(zip(entry.names, points.T, strict=False))}
    np.testing.assert_allclose(eval(text, names), entry.formula(points), rtol=1e-9)


@given(trees(smooth=False))
@settings(max_examples=150, deadline=None)
def test_a_formula_written_out_means_the_same(tree: Tree) -> None:
    try:
        formula = parse(f"{tree.text} + 0 x")
    except UserError:
        return
    points = np.array([[0.3, -0.7], [1.5, 2.5], [-1.25, 0.5]])
    with np.errstate(all="ignore"):
        names = {"ops": np, "np": np, "x": points[:, 0], "y": points[:, 1]}
        value = eval(formula(WrittenWeights(formula.names)).text, names) + np.zeros(3)
        np.testing.assert_allclose(value, formula(points) + np.zeros(3), rtol=1e-9)
