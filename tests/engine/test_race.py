"""A race: every runner gets the numbers he would get alone, and all of them move together."""

from dataclasses import replace

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory
from gdviz.engine.descent import Start
from gdviz.engine.entries import optimizers, settings
from gdviz.engine.race import TUNING_RATES, Tuned, race, tuned_race

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=30)
IRIS = Experiment(epochs=3)


def run(laps_of) -> dict[int, Trajectory]:
    """The paths of all runners."""
    paths: dict[int, Trajectory] = {}
    for laps in laps_of:
        for lap in laps:
            for column, number in enumerate(lap.runs):
                if isinstance(lap.batch, Start):
                    paths[number] = Trajectory(lap.batch.weights[column], float(lap.batch.loss[column]))
                else:
                    paths[number].append(lap.batch, column)
    return paths


@pytest.mark.slow
@pytest.mark.parametrize(
    "entries",
    [
        optimizers(IRIS, ["sgd", "momentum", "adam", "muon"]),
        settings(IRIS, "learning_rate", [0.001, 0.01, 0.1]),
        settings(IRIS, "seed", [0, 1, 5]),
        settings(IRIS, "batch_size", [8, 16, 24]),
    ],
    ids=["optimisers", "rates", "seeds", "batch sizes"],
)
def test_every_runner_gets_what_he_would_get_alone(entries) -> None:
    paths = run(race([experiment for _, experiment in entries]))
    for number, (_, experiment) in enumerate(entries):
        alone = trajectory_of(experiment)
        np.testing.assert_allclose(paths[number].weights, alone.weights, rtol=2e-4, atol=2e-5)


def test_all_start_before_anybody_runs_and_nobody_is_left_behind() -> None:
    laps = list(race([experiment for _, experiment in optimizers(BOWL, ["sgd", "momentum"])]))
    assert [isinstance(lap.batch, Start) for lap in laps[0]] == [True, True]
    assert {number: path.count for number, path in run(laps).items()} == {0: 30, 1: 30}


def test_one_who_is_lost_holds_nobody_up() -> None:
    paths = run(race([experiment for _, experiment in settings(BOWL, "learning_rate", [0.1, 90.0])]))
    assert paths[0].count == 30


def test_tuning_finds_the_rate_with_the_lowest_end() -> None:
    first, *rest = [part for part in tuned_race([BOWL, replace(BOWL, optimizer="momentum")]) if part]
    assert isinstance(first, Tuned)
    ends = [trajectory_of(replace(BOWL, learning_rate=rate)).loss[-1] for rate in TUNING_RATES]
    assert first.experiments[0].learning_rate == TUNING_RATES[int(np.nanargmin(ends))]
    assert len(run(rest)) == 2


def test_names_tell_runners_apart() -> None:
    names = [name for name, _ in optimizers(BOWL, ["sgd", "adam"], usual=True)]
    assert names == ["SGD, 0.01", "Adam, 0.001"]
    assert [name for name, _ in settings(BOWL, "learning_rate", [0.1, 1.0])] == ["Learning rate 0.1", "Learning rate 1"]
