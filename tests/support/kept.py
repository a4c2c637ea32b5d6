"""A session that has been used, without TensorFlow: runs on a bowl of one weight, made by hand."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.kept_run import KeptRun
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.worker.document import Document
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=5)


def bowl_run(rate: float, steps: int = 5) -> Trajectory:
    """Plain steps down (w - 3)\u00b2 from 0; each is an epoch."""
    weights = [0.0]
    for _ in range(steps):
        weights.append(weights[-1] - rate * 2 * (weights[-1] - 3))
    path = np.array(weights, np.float32)
    loss = (path - 3) ** 2
    column, none = loss[:-1, None], np.full((steps, 1), np.nan, np.float32)
    run = Trajectory(path[:1], float(loss[0]))
    ends = 1 + np.arange(steps)
    run.append(Steps(path[1:, None, None], loss[1:, None], column, column, column, ends, column, none, none, none))
    return run


def kept_run(name: str, rate: float, verdict: str = "converged", **settings: object) -> KeptRun:
    """A run to be kept."""
    from dataclasses import replace

    experiment = replace(BOWL, learning_rate=rate, **settings)  # type: ignore[arg-type]
    return KeptRun(name, experiment, bowl_run(rate), verdict, "2025-03-01 14:30")


@contextmanager
def used_document() -> Iterator[Document]:
    """A document whose session has trained once, at rate 0.1; closed in the end."""
    session = Session(BOWL)
    session.restore(BOWL, bowl_run(0.1))
    try:
        yield Document(session, KeptRuns(session, session), session)
    finally:
        session.close()
        session.deleteLater()
