"""What the doctor is told of a run that is recorded."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Limit
from gdviz.core.stability_line import StabilityLine
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.worker.examining import Examiner, examined, stable_rate_of
from gdviz.worker.studies import Study
from gdviz.worker.turns import Turns

if TYPE_CHECKING:
    from gdviz.core.diagnosis import Diagnosis


@pytest.mark.parametrize("start", [1.1, np.nan, -2.0])
@pytest.mark.parametrize("landscape", ["network", "bowl"])
def test_a_run_is_examined_whatever_it_began_with(start: float, landscape: str) -> None:
    loss = (0.1 + np.exp(-np.arange(60) / 8)).astype(np.float32)[:, None]
    blank, weights = np.full_like(loss, np.nan), np.zeros((60, 1, 1), np.float32)
    run = Trajectory(np.zeros(1, np.float32), start)
    run.append(Steps(weights, loss, loss, loss, loss, np.arange(1, 61), loss, blank, blank, blank))
    experiment = Experiment(landscape=landscape)
    found = examined(experiment, run)
    assert found.verdict in ("converged", "still_improving")
    assert examined(experiment, run, found, under_way=True).verdict == found.verdict


def line(step: int, rate: float | None) -> StabilityLine:
    return StabilityLine(step, Limit(rate))


@pytest.fixture
def run() -> Trajectory:
    loss = (0.1 + np.exp(-np.arange(60) / 8)).astype(np.float32)[:, None]
    blank, weights = np.full_like(loss, np.nan), np.zeros((60, 1, 1), np.float32)
    path = Trajectory(np.zeros(1, np.float32), 1.1)
    rates = np.full_like(loss, 0.001)
    path.append(Steps(weights, loss, loss, loss, rates, np.arange(1, 61), loss, blank, blank, blank))
    return path


@pytest.mark.parametrize(
    ("measured", "wanted"),
    [(None, None), (line(60, 0.5), 0.5), (line(54, 0.5), 0.5), (line(53, 0.5), None), (line(60, None), None)],
)
def test_the_stable_rate_counts_where_it_was_measured_lately(
    run: Trajectory, measured: StabilityLine | None, wanted: float | None
) -> None:
    assert stable_rate_of(measured, run) == wanted


def test_a_run_that_has_ended_is_looked_at_again_with_its_curvature(qtbot: QtBot, run: Trajectory) -> None:
    parent = QObject()
    examiner = Examiner(Turns(parent), Study(parent), parent)
    said: list[Diagnosis] = []
    examiner.changed.connect(said.append)
    examiner.conclude(Experiment(learning_rate=0.1, optimizer="sgd"), run)
    examiner.learn(line(10, 0.001))
    assert len(said) == 1
    examiner.learn(line(60, 0.001))
    assert len(said) == 2
    assert said[0].shares != said[1].shares
    examiner.learn(line(60, 0.001))
    assert len(said) == 2
    examiner.forget()
    examiner.learn(line(60, 0.002))
    assert said[2:] == [None]


@pytest.fixture
def trying(qtbot: QtBot) -> Iterator[tuple[Examiner, Study]]:
    parent = QObject()
    study = Study(parent)
    yield Examiner(Turns(parent), study, parent), study
    study.stop()
    study.wait()


IRIS = Experiment(data="iris", units=(4,), learning_rate=0.001, optimizer="adam")


def test_other_rates_settle_a_doubt_and_count_for_runs_like_this_only(
    qtbot: QtBot, run: Trajectory, trying: tuple[Examiner, Study]
) -> None:
    examiner, study = trying
    said: list[Diagnosis | None] = []
    examiner.changed.connect(said.append)
    examiner.try_rates()
    assert not study.busy
    examiner.conclude(IRIS, run)
    with qtbot.waitSignal(study.ended, timeout=60_000) as ended:
        examiner.try_rates()
    assert ended.args == [True]
    assert len(said) == 2
    for experiment, counts in (
        (IRIS, True),
        (replace(IRIS, epochs=90), True),
        (replace(IRIS, learning_rate=0.01), False),
        (replace(IRIS, seed=1), False),
    ):
        examiner.forget()
        examiner.conclude(experiment, run)
        assert said[-1] is not None
        assert ("Tried from the same start" in said[-1].sentence) == counts


def test_another_run_calls_the_trial_off(run: Trajectory, trying: tuple[Examiner, Study]) -> None:
    examiner, study = trying
    examiner.conclude(IRIS, run)
    examiner.try_rates()
    assert study.busy
    examiner.forget()
    assert not study.busy


def test_a_run_whose_rate_was_changed_is_told_of_and_no_rates_are_tried(
    run: Trajectory, trying: tuple[Examiner, Study]
) -> None:
    examiner, study = trying
    column = np.full((60, 1), 0.5, np.float32)
    blank, rates = np.full_like(column, np.nan), np.linspace(0.001, 0.002, 60, dtype=np.float32)[:, None]
    path, weights = Trajectory(np.zeros(1, np.float32), 1.1), np.zeros((60, 1, 1), np.float32)
    path.append(Steps(weights, column, column, column, rates, np.arange(1, 61), column, blank, blank, blank))
    told: list[Exception] = []
    examiner.failed.connect(told.append)
    examiner.conclude(IRIS, path)
    examiner.try_rates()
    assert not study.busy
    assert "changed on the way" in str(told[0])


def test_the_norms_of_the_gradients_are_told(run: Trajectory) -> None:
    calm = examined(Experiment(learning_rate=0.1, optimizer="sgd"), run)
    growing = Trajectory(np.zeros(1, np.float32), 1.1)
    loss, blank = run.history["loss"][:, None], np.full((60, 1), np.nan, np.float32)
    norms = np.geomspace(0.01, 10, 60).astype(np.float32)[:, None]
    weights = np.zeros((60, 1, 1), np.float32)
    growing.append(Steps(weights, loss, loss, norms, loss, np.arange(1, 61), loss, blank, blank, blank))
    assert examined(Experiment(learning_rate=0.1, optimizer="sgd"), growing).shares != calm.shares
