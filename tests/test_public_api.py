"""What other people's programs import."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import gdviz
from gdviz.core.diagnosis import VERDICTS, Diagnosis
from gdviz.engine.runtime import prepare
from gdviz.errors import UserError

ROOT = Path(__file__).resolve().parent.parent
OVERFITTING = {
    "loss": [1.0 * 0.9**epoch for epoch in range(40)],
    "val_loss": [1.0 - 0.05 * min(epoch, 12) + 0.04 * max(0, epoch - 12) for epoch in range(40)],
}


def test_importing_it_brings_nothing_but_itself() -> None:
    program = "import gdviz, json, sys; print(json.dumps([n for n in sys.modules if n.startswith('gdviz')]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(done.stdout) == ["gdviz"]


def test_diagnosing_loads_neither_tensorflow_nor_qt() -> None:
    program = (
        "import gdviz, json, sys; gdviz.diagnose([1.0 / (1 + epoch) for epoch in range(1000)]); gdviz.Doctor;"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not set(json.loads(done.stdout)) & {"tensorflow", "keras", "PySide6", "sklearn", "scipy", "matplotlib"}


def test_every_public_name_is_there_and_others_are_not() -> None:
    for name in gdviz.__all__:
        assert callable(getattr(gdviz, name))
    assert gdviz.UserError is UserError
    for name in ("diagnosis", "__path_to_nowhere__", ""):
        with pytest.raises(AttributeError, match=f"module 'gdviz' has no attribute {name!r}"):
            getattr(gdviz, name)
    with pytest.raises(ImportError):
        from gdviz import nothing_of_the_kind  # noqa: F401


def test_names_come_by_every_kind_of_import() -> None:
    program = "from gdviz import *; print(diagnose([2.1, 40, 900, float('nan')]).verdict, UserError.__name__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["diverging", "UserError"]


def test_the_version_is_one() -> None:
    assert [part.isdigit() for part in gdviz.__version__.split(".")] == [True, True, True]


def test_a_mapping_is_diagnosed() -> None:
    found = gdviz.diagnose(OVERFITTING)
    assert isinstance(found, Diagnosis)
    assert found.verdict == "overfitting"
    assert 0.5 <= found.confidence <= 1
    assert 10 <= found.change["stop_at"] <= 16
    assert found.evidence
    assert found.sentence.endswith(".")
    assert found.advice.endswith(".")


def test_a_path_is_diagnosed_like_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text(json.dumps(OVERFITTING))
    assert gdviz.diagnose(path) == gdviz.diagnose(str(path)) == gdviz.diagnose(OVERFITTING)


def test_a_diagnosis_reads_well_when_printed() -> None:
    found = gdviz.diagnose(OVERFITTING)
    first, *rest = str(found).splitlines()
    assert first == f"Overfitting (confidence {found.confidence:.0%})"
    assert rest[:2] == [found.sentence, found.advice]


def test_what_is_not_a_history_is_refused() -> None:
    for source in (None, 3, b"loss", {"accuracy": [1, 2, 3]}, "no such file.csv"):
        with pytest.raises(gdviz.UserError, match="Expected"):
            gdviz.diagnose(source)
    for rate in (0, -1, float("nan"), float("inf"), "fast", [1]):
        with pytest.raises(gdviz.UserError, match="Expected a number above 0"):
            gdviz.diagnose(OVERFITTING, learning_rate=rate)


def fitted(**compiled: Any) -> Any:
    """What ``model.fit`` returns for a small network that learns a line."""
    import keras

    keras.utils.set_random_seed(0)
    x = np.random.default_rng(0).normal(size=(200, 3)).astype(np.float32)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(loss="mse", **compiled)
    return model.fit(x, x.sum(1), batch_size=20, epochs=12, validation_split=0.2, verbose=0)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::RuntimeWarning:keras")  # what Keras itself thinks of an infinite loss
def test_a_keras_history_and_optimiser_are_taken_as_they_are() -> None:
    prepare()
    import keras

    optimizer = keras.optimizers.SGD(3.0)
    history = fitted(optimizer=optimizer)
    assert gdviz.diagnose(history).verdict == "diverging"
    with_rate = gdviz.diagnose(history, learning_rate=float(optimizer.learning_rate), optimizer=optimizer)
    assert with_rate.verdict == "diverging"
    assert with_rate.change["learning_rate"] <= 0.1
    assert gdviz.diagnose(history) == gdviz.diagnose(history.history)
    well = gdviz.diagnose(fitted(optimizer=keras.optimizers.SGD(0.1)))
    assert well.verdict in set(VERDICTS) - {"diverging", "lr_too_high"}
