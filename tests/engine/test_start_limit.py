"""The limit at the start: what the curvature allows, and what an optimiser would remember had it stood there."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.curvature import curvature
from gdviz.engine.descent import Command, descent
from gdviz.engine.recorder import Recorder
from gdviz.engine.stability import stability_at
from gdviz.engine.start_limit import start_limit

IRIS = validated(Experiment())


def test_a_bowl_has_the_limit_of_its_curvature() -> None:
    assert start_limit(validated(Experiment("square", optimizer="sgd"))).rate == pytest.approx(1.0, rel=1e-3)


def test_of_small_batches_it_is_the_limit_of_all_rows() -> None:
    landscape = landscape_of(IRIS)
    *_, found = curvature(landscape, landscape.start(0), tolerance=0.01)
    assert start_limit(replace(IRIS, optimizer="sgd")).rate == pytest.approx(2 / found.largest, rel=0.01)


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", ["adam", "rmsprop"])
def test_an_optimiser_that_hardly_moves_comes_to_the_same_limit(optimizer: str) -> None:
    experiment = replace(IRIS, optimizer=optimizer, learning_rate=1e-6, batch_size=1000)
    recorder = Recorder()
    run = descent(replace(experiment, epochs=100), recorder=recorder)
    next(run)
    for _ in range(60):
        steps = run.send(Command(1))
    weights = np.asarray(steps.weights[-1, 0])
    there = stability_at(recorder, experiment, weights)
    run.close()
    assert there.limit.rate is not None
    assert start_limit(experiment).rate == pytest.approx(there.limit.rate, rel=0.05)


def test_why_there_is_none_is_said() -> None:
    assert "Lion" in start_limit(replace(IRIS, optimizer="lion")).reason
    assert "Clipping" in start_limit(replace(IRIS, clip_norm=1.0)).reason
