"""What the doctor is told of a run that is recorded."""

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.worker.examining import examined


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
