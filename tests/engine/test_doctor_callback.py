"""The callback in real runs of ``model.fit``."""

from typing import Any

import numpy as np
import pytest

import gdviz
from gdviz.core.diagnosis import diagnose
from gdviz.engine.runtime import prepare

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::RuntimeWarning:keras"),  # what Keras itself thinks of an infinite loss
]


def fit(doctor: Any, rate: Any, epochs: int = 12, **more: Any) -> Any:
    """A small network that learns a line, watched by ``doctor``."""
    prepare()
    import keras

    keras.utils.set_random_seed(0)
    x = np.random.default_rng(0).normal(size=(100, 3)).astype(np.float32)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(rate), "mse")
    return model.fit(x, x.sum(1), batch_size=20, epochs=epochs, verbose=0, callbacks=[doctor], **more)


def test_it_is_a_callback_and_knows_rate_and_optimizer(capsys: pytest.CaptureFixture[str]) -> None:
    doctor = gdviz.Doctor()
    history = fit(doctor, 0.05, validation_split=0.2)
    import keras

    assert isinstance(doctor, keras.callbacks.Callback)
    assert doctor.diagnosis == diagnose(
        history, learning_rate=float(np.float32(0.05)), optimizer="sgd", steps_per_epoch=4
    )
    printed = capsys.readouterr().out
    assert printed.count("gdviz: ") == 1
    assert doctor.diagnosis.advice in printed
    assert doctor.stopped_epoch == 0


def test_a_run_that_blows_up_is_stopped_where_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    doctor = gdviz.Doctor(stop_hopeless=True, verbose=0)
    history = fit(doctor, 30.0, epochs=40)
    assert doctor.diagnosis.verdict == "diverging"
    assert len(history.history["loss"]) == doctor.stopped_epoch < 40
    assert capsys.readouterr().out == ""
    assert len(fit(gdviz.Doctor(verbose=0), 30.0, epochs=20).history["loss"]) == 20


def test_one_doctor_serves_two_runs_and_validation_now_and_then() -> None:
    doctor = gdviz.Doctor(verbose=0)
    fit(doctor, 30.0, epochs=6)
    fit(doctor, 0.05, validation_split=0.2, validation_freq=3)
    assert doctor.diagnosis.verdict != "diverging"


def test_a_rate_that_changes_is_not_taken_for_one() -> None:
    prepare()
    import keras

    doctor = gdviz.Doctor(verbose=0)
    history = fit(doctor, keras.optimizers.schedules.ExponentialDecay(0.1, 10, 0.5))
    assert doctor.diagnosis == diagnose(history, optimizer="sgd", steps_per_epoch=5)
