"""The limit of a run as it stands, found from what its recorder holds."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from support.models import convolutional, dense

from gdviz.core.experiment import Experiment
from gdviz.core.stability import RULES, SILENT, preconditioner
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.curvature import curvature
from gdviz.engine.descent import Command, descent
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of
from gdviz.engine.recorder import Recorder
from gdviz.engine.stability import moments_of, stabilities, stability_at, steps_of

FULL = validated(Experiment(units=(8,), activation="tanh", batch_size=120, learning_rate=0.01, epochs=500))


def trained(experiment: Experiment, steps: int = 20) -> tuple[Recorder, np.ndarray, Generator[Any, Any, None]]:
    """A run that has taken some steps and goes on, with its recorder and its weights."""
    recorder = Recorder()
    run = descent(experiment, recorder=recorder)
    weights = next(run).weights[0]
    for _ in range(steps):
        weights = run.send(Command(1)).weights[0, 0]
    return recorder, weights, run


@pytest.mark.parametrize("optimizer", ["rmsprop", "adam", "adamw"])
def test_moments_in_a_snapshot_are_those_the_next_step_is_made_of(optimizer: str) -> None:
    experiment = replace(FULL, optimizer=optimizer)
    recorder, weights, run = trained(experiment)
    snapshot = recorder.present
    assert snapshot is not None
    assert steps_of(snapshot) == snapshot.step == 20
    parameters = parameters_of(optimizer, ())
    before, moments = weights, moments_of(snapshot)
    after = run.send(Command(1)).weights[0, 0]
    scale = preconditioner(optimizer, parameters, moments_of(recorder.present), 21)
    # One step later Keras divides by what is remembered then, and moves by its average gradient over that.
    momentum = dict(zip(recorder.present.state.names, recorder.present.state.values, strict=True))
    if optimizer == "rmsprop":
        assert set(moments) == {"velocity"}
        np.testing.assert_allclose((before - after) * scale, 0.01 * gradient(experiment, before), rtol=2e-3, atol=1e-6)
    else:
        average = next(value[0] for name, value in momentum.items() if name.endswith("_momentum"))
        decay = parameters["weight_decay"] * 0.01 * before
        np.testing.assert_allclose(before - after - decay, 0.01 * average / scale, rtol=2e-3, atol=1e-7)


def gradient(experiment: Experiment, weights: np.ndarray) -> np.ndarray:
    import tensorflow as tf

    from gdviz.engine.surface import training_loss

    at = tf.constant(weights[None])
    with tf.GradientTape() as tape:
        tape.watch(at)
        loss = training_loss(landscape_of(experiment))(at)
    return np.asarray(tape.gradient(loss, at)[0])


@pytest.mark.parametrize("optimizer", sorted(RULES.keys() - {"nesterov"}))
def test_where_there_is_a_rule_there_is_a_rate(optimizer: str) -> None:
    experiment = replace(FULL, optimizer=optimizer)
    recorder, weights, _ = trained(experiment)
    found = stability_at(recorder, experiment, weights)
    assert found.limit.reason == ""
    assert found.limit.rate is not None
    assert found.curvature is not None
    assert found.curvature.done
    if optimizer == "sgd":
        assert found.limit.rate == pytest.approx(2 / found.largest)
        *_, plain = curvature(landscape_of(experiment), weights)
        assert found.largest == pytest.approx(plain.largest)


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", sorted(OPTIMIZERS.keys() - RULES.keys()))
def test_where_there_is_none_the_reason_is_given_and_the_curvature_all_the_same(optimizer: str) -> None:
    experiment = replace(FULL, optimizer=optimizer)
    recorder, weights, _ = trained(experiment, 1)
    found = stability_at(recorder, experiment, weights)
    assert found.limit.rate is None
    assert found.limit.reason == SILENT[optimizer]
    assert found.largest > 0


def test_before_the_first_step_adam_has_no_scale_yet() -> None:
    recorder, weights, _ = trained(replace(FULL, optimizer="adam"), 0)
    for recorded in (recorder, None):
        found = stability_at(recorded, replace(FULL, optimizer="adam"), weights)
        assert found.limit.reason == "Adam measures its steps by slopes, and has not seen any yet"
        assert found.largest > 0
    other, weights, _ = trained(replace(FULL, optimizer="sgd"), 3)
    found = stability_at(other, replace(FULL, optimizer="adam"), weights)
    assert found.limit.reason == "Adam measures its steps by slopes, and has not seen any yet"


def test_what_was_found_before_saves_work() -> None:
    recorder, weights, _ = trained(replace(FULL, optimizer="sgd"))
    first = stability_at(recorder, replace(FULL, optimizer="sgd"), weights)
    again = stability_at(recorder, replace(FULL, optimizer="sgd"), weights * np.float32(1.001), like=first)
    assert again.curvature.products < first.curvature.products
    elsewhere = replace(FULL, units=(3,))
    assert stability_at(None, elsewhere, landscape_of(elsewhere).start(0), like=first).largest > 0


def test_it_can_be_stopped_after_every_product() -> None:
    start = landscape_of(FULL).start(0)
    found = stability_at(None, replace(FULL, optimizer="sgd"), start, cancelled=lambda: True)
    assert found.curvature.products == 1
    assert not found.curvature.done
    every = list(stabilities(None, replace(FULL, optimizer="sgd"), start))
    assert [each.curvature.products for each in every] == list(range(1, len(every) + 1))


def test_small_batches_and_models_with_keepsakes_are_told_apart(tmp_path: Path) -> None:
    small = replace(FULL, batch_size=8, optimizer="sgd")
    assert "small batches" in stability_at(None, small, landscape_of(small).start(0)).limit.reason
    path = convolutional(tmp_path / "convolutional.keras")
    model = Experiment("model", model=str(path), data="digits", batch_size=2000, optimizer="sgd")
    found = stability_at(None, model, landscape_of(model).start(0))
    assert found.limit.reason.startswith("Batch normalisation and dropout")
    assert found.largest > 0
    plain = dense(tmp_path / "plain.keras", 4, 3, "softmax", loss="sparse_categorical_crossentropy")
    model = replace(model, model=str(plain), data="iris")
    found = stability_at(None, model, landscape_of(model).start(0))
    assert found.limit.rate == pytest.approx(2 / found.largest)
