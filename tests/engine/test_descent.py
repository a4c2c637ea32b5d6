"""The engine takes the steps that Keras takes."""

from dataclasses import replace

import numpy as np
import pytest
from support.runs import fitted, trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.engine.batches import batch_rows
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.descent import Command, descent, descents
from gdviz.engine.networks import keras_model
from gdviz.engine.trainer import CHUNK

IRIS = Experiment(epochs=20)
"""300 steps: 120 rows, batches of 8."""


@pytest.mark.slow
def test_a_smaller_last_batch_counts_as_in_fit() -> None:
    experiment = replace(IRIS, batch_size=50, epochs=10, data="wine")
    weights, history = fitted(experiment)
    trajectory = trajectory_of(experiment)
    np.testing.assert_allclose(trajectory.last_weights, weights, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(trajectory.history["loss"], history["loss"], rtol=2e-5)


def test_a_step_by_hand() -> None:
    trajectory = trajectory_of(Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=20))
    by_hand = 3.0 - 3.0 * 0.8 ** np.arange(21)
    np.testing.assert_allclose(trajectory.weights[:, 0], by_hand, rtol=1e-5)
    np.testing.assert_allclose(trajectory.loss, (by_hand - 3.0) ** 2, rtol=1e-4)
    assert trajectory.weights[-1, 0] == pytest.approx(2.965, abs=5e-4)


def test_one_weight_climbs_to_two_and_explodes_beyond_its_limit() -> None:
    one_weight = Experiment("one_weight", optimizer="sgd", epochs=20)
    assert trajectory_of(replace(one_weight, learning_rate=0.1)).last_weights[0] == pytest.approx(2.0, abs=1e-3)
    assert trajectory_of(replace(one_weight, learning_rate=0.01)).last_weights[0] == pytest.approx(1.20, abs=0.01)
    exploded = trajectory_of(replace(one_weight, learning_rate=0.9)).loss
    assert (np.diff(exploded) > 0).all()
    assert (np.diff(trajectory_of(replace(one_weight, learning_rate=0.44)).loss) < 0).all()
    assert (np.diff(trajectory_of(replace(one_weight, learning_rate=0.45)).loss) > 0).all()


def test_weight_and_bias_move_together_and_rosenbrock_is_solved() -> None:
    both = trajectory_of(Experiment("weight_and_bias", optimizer="sgd", learning_rate=0.05, epochs=200)).last_weights
    assert 1.5 * both[0] + both[1] == pytest.approx(3.0, abs=1e-4)
    rosenbrock = Experiment("rosenbrock", optimizer="momentum", learning_rate=1e-3, epochs=5000)
    np.testing.assert_allclose(trajectory_of(rosenbrock).last_weights, [1.0, 1.0], atol=1e-3)


def test_steps_asked_for_one_by_one_are_the_same_steps() -> None:
    experiment = replace(IRIS, epochs=4)
    whole, single = trajectory_of(experiment), trajectory_of(experiment, at_once=[1, 1, 5, 0, 2, 30, 1])
    np.testing.assert_array_equal(whole.weights, single.weights)
    np.testing.assert_allclose(whole.history["loss"], single.history["loss"], rtol=1e-6)
    np.testing.assert_array_equal(whole.history["val_loss"], single.history["val_loss"])


def test_rates_trained_together_give_what_each_gives_alone() -> None:
    # Not at rates so large that the path is chaotic: there the last bit of a sum decides where it goes.
    rates = [0.0001, 0.001, 0.01]
    experiment = validated(replace(IRIS, epochs=5))
    generator = descents([replace(experiment, learning_rate=rate) for rate in rates])
    next(generator)
    together = generator.send(Command(CHUNK))
    for run, rate in enumerate(rates):
        alone = trajectory_of(replace(experiment, learning_rate=rate))
        np.testing.assert_allclose(together.weights[:, run], alone.weights[1:], rtol=1e-4, atol=1e-5)
        np.testing.assert_allclose(together.epoch_val_loss[:, run], alone.history["val_loss"], rtol=1e-4, atol=1e-5)


def test_rate_and_optimiser_change_in_mid_run() -> None:
    experiment = validated(replace(IRIS, optimizer="sgd", learning_rate=0.1, epochs=2))
    generator = descent(experiment)
    next(generator)
    generator.send(Command(10, experiment))
    slower = generator.send(Command(5, replace(experiment, learning_rate=1e-7)))
    np.testing.assert_allclose(slower.learning_rate, 1e-7)
    np.testing.assert_allclose(slower.weights[0], slower.weights[-1], atol=1e-5)
    before = slower.weights[-1]
    other = generator.send(Command(1, replace(experiment, optimizer="adam", learning_rate=0.01)))
    # Adam's first step is the rate in every direction with a gradient, whatever its size.
    assert np.max(np.abs(other.weights[0] - before)) == pytest.approx(0.01, rel=1e-2)


def test_a_run_that_is_lost_ends() -> None:
    trajectory = trajectory_of(Experiment("one_weight", optimizer="sgd", learning_rate=50.0, epochs=1000))
    assert trajectory.count < 1000
    assert not np.isfinite(trajectory.batch_loss[-1]) or not np.isfinite(trajectory.last_weights).all()


def test_the_order_of_an_epoch_follows_from_seed_and_number() -> None:
    rows, mask = batch_rows(10, 4, seed=1, epoch=3)
    assert rows.shape == mask.shape == (3, 4)
    assert sorted(rows[mask > 0]) == list(range(10))
    np.testing.assert_array_equal(rows, batch_rows(10, 4, seed=1, epoch=3)[0])
    assert not np.array_equal(rows, batch_rows(10, 4, seed=1, epoch=4)[0])
    assert not np.array_equal(rows, batch_rows(10, 4, seed=2, epoch=3)[0])


def test_the_start_is_the_keras_models() -> None:
    landscape = landscape_of(validated(IRIS))
    model = keras_model("iris", (16,), seed=0)
    np.testing.assert_array_equal(landscape.start(0), np.concatenate([w.ravel() for w in model.get_weights()]))
    assert landscape.size == 131
    assert not np.array_equal(landscape.start(0), landscape.start(1))


def test_two_runs_of_the_same_kind_at_the_same_time_are_two() -> None:
    """A range test beside a run that waits, for example."""
    first, other = IRIS, replace(IRIS, learning_rate=0.1)
    alone = trajectory_of(first).weights
    one, two = descent(first), descent(other)
    next(one), next(two)
    parts = []
    for _ in range(4):
        parts.append(one.send(Command(5)).weights[:, 0])
        two.send(Command(5))
    np.testing.assert_array_equal(np.concatenate(parts), alone[1:21])
    one.close()
    two.close()


def test_it_begins_where_the_experiment_says() -> None:
    run = trajectory_of(Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=2, start=(8.0,)))
    np.testing.assert_allclose(run.weights[:, 0], [8.0, 7.0, 6.2], rtol=1e-6)
