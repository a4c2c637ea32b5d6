"""Many learning rates at once: each as if trained alone, and every one of them as long as was asked for."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from support.runs import fitted, trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import validated
from gdviz.engine.networks import MANY_ROWS
from gdviz.engine.sweep import HISTORY, Sweep, sweep, variants

IRIS = validated(Experiment(epochs=4))
RATES = (0.0003, 0.003, 0.03)


def last_of(experiment: Experiment, rates: Any, xla: bool | None = None) -> Sweep:
    """The sweep as it stands at the end."""
    return list(sweep(variants(experiment, learning_rate=rates), xla))[-1]


@pytest.mark.slow
@pytest.mark.parametrize("optimizer", ["adam", "momentum"])
def test_each_run_is_what_it_would_be_alone(optimizer: str) -> None:
    experiment = replace(IRIS, optimizer=optimizer)
    found = last_of(experiment, RATES)
    for index, rate in enumerate(RATES):
        alone = trajectory_of(replace(experiment, learning_rate=rate)).history
        together = found.run(index)
        assert set(together) == set(alone) == set(HISTORY)
        for name, values in together.items():
            np.testing.assert_allclose(values, alone[name], rtol=1e-4, atol=1e-5, err_msg=f"{name} at {rate}")


@pytest.mark.slow
@pytest.mark.parametrize("batch_size", [8, 1, 120, 1000])
def test_a_run_out_of_many_is_what_fit_records(batch_size: int) -> None:
    experiment = replace(IRIS, learning_rate=0.003, batch_size=batch_size)
    _, history = fitted(experiment)
    together = last_of(experiment, RATES).run(1)
    for name, values in history.items():
        np.testing.assert_allclose(together[name], values, rtol=1e-4, atol=1e-5, err_msg=name)


def test_it_yields_after_each_epoch_and_what_it_yielded_stays() -> None:
    sweeps = list(sweep(variants(IRIS, learning_rate=RATES)))
    assert [found.epochs_done.tolist() for found in sweeps] == [[1] * 3, [2] * 3, [3] * 3, [4] * 3, [4] * 3]
    assert [found.part for found in sweeps] == [0.25, 0.5, 0.75, 1.0, 1.0]
    for found in sweeps:
        done = int(found.epochs_done[0])
        for name in HISTORY:
            np.testing.assert_array_equal(found.history[name][:done], sweeps[-1].history[name][:done])
            assert np.isnan(found.history[name][done:]).all()


def test_variants_are_every_combination_and_the_last_changes_quickest() -> None:
    own = replace(IRIS, optimizer_parameters=(("beta_1", 0.5),))
    found = variants(own, optimizer=["adam", "sgd"], learning_rate=[0.1, 0.2])
    assert [(e.optimizer, e.learning_rate) for e in found] == [("adam", 0.1), ("adam", 0.2), ("sgd", 0.1), ("sgd", 0.2)]
    assert found[0].optimizer_parameters == own.optimizer_parameters
    assert found[2].optimizer_parameters == ()


@pytest.mark.slow
def test_rates_optimisers_and_seeds_together_give_what_each_gives_alone() -> None:
    experiments = variants(IRIS, optimizer=["sgd", "adam"], learning_rate=[0.003, 0.01], seed=[0, 1, 2])
    found = list(sweep(experiments))[-1]
    for index, experiment in enumerate(experiments):
        alone = trajectory_of(experiment).history
        for name, values in found.run(index).items():
            np.testing.assert_allclose(values, alone[name], rtol=1e-4, atol=1e-5, err_msg=f"{name} of run {index}")


@pytest.mark.slow
def test_groups_of_one_optimiser_that_take_turns_do_not_meet() -> None:
    batches = variants(replace(IRIS, optimizer="momentum", learning_rate=0.03), batch_size=[8, 16])
    *_, together = sweep(batches)
    for index, experiment in enumerate(batches):
        *_, alone = sweep([experiment])
        np.testing.assert_array_equal(together.history["loss"][:, index], alone.history["loss"][:, 0])


def test_more_seeds_than_make_many_rows_are_still_runs_of_their_own() -> None:
    experiments = variants(replace(IRIS, epochs=1), seed=range(MANY_ROWS + 6))
    found = list(sweep(experiments))[-1]
    for index in (0, MANY_ROWS + 5):
        alone = trajectory_of(experiments[index]).history["loss"]
        np.testing.assert_allclose(found.run(index)["loss"], alone, rtol=1e-4)


@pytest.mark.slow
def test_a_fan_of_seeds_is_twenty_different_runs() -> None:
    found = list(sweep(variants(IRIS, seed=range(20))))[-1]
    assert len({run["loss"][0] for run in (found.run(index) for index in range(20))}) == 20


def test_a_sweep_of_lost_runs_is_as_long_as_asked_for() -> None:
    experiment = Experiment("one_weight", optimizer="sgd", epochs=1000)
    found = last_of(experiment, (50.0, 80.0))
    assert found.epochs_done.tolist() == [1000, 1000]
    loss = found.history["loss"]
    lost = int(np.argmax(~np.isfinite(loss[:, 0])))
    assert 0 < lost < 300
    assert (np.diff(loss[:lost, 0]) > 0).all()
    assert np.isnan(loss[-1]).all()
    assert len(found.run(0)["loss"]) == 1000


def test_one_lost_run_holds_nobody_up() -> None:
    experiment = Experiment("one_weight", optimizer="sgd", epochs=300)
    found = last_of(experiment, (0.1, 50.0))
    alone = trajectory_of(replace(experiment, learning_rate=0.1)).history["loss"]
    np.testing.assert_allclose(found.run(0)["loss"], alone, rtol=1e-4, atol=1e-9)
    assert not np.isfinite(found.run(1)["loss"][-1])
    assert found.epochs_done.tolist() == [300, 300]


def test_a_network_lost_at_once_still_has_all_its_epochs() -> None:
    found = last_of(replace(IRIS, optimizer="sgd", epochs=6), (100.0, 99.0))
    assert found.epochs_done.tolist() == [6, 6]
    assert {len(values) for values in found.run(0).values()} == {6}


def test_names_without_values_are_left_out() -> None:
    run = last_of(Experiment("square", optimizer="sgd", epochs=3), (0.1,)).run(0)
    assert set(run) == {"loss"}
    # Keras's loss of an epoch is that before its last step: of one-step epochs, before each.
    assert run["loss"] == pytest.approx([9, 5.76, 3.6864])


@pytest.mark.slow
def test_xla_and_graph_agree() -> None:
    fast, plain = last_of(IRIS, RATES, xla=True), last_of(IRIS, RATES, xla=False)
    for name in HISTORY:
        np.testing.assert_allclose(fast.history[name], plain.history[name], rtol=1e-4, atol=1e-5)
