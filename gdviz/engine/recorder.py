"""What it takes to take a run up at any of its steps: how it stood now and then, and what was changed when."""

from bisect import bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.engine.variables import State

MOST_SNAPSHOTS = 64
"""Snapshots that are kept; beyond, every second goes. Between two, steps are taken again, which gives them again."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """How a run stood after ``step`` steps: weights and optimiser, and the sums of the epoch under way."""

    step: int
    state: State
    sums: NDArray[np.float64]
    rows: float


class Recorder:
    """Fills while a run trains; `branch` of `engine.descent` reads it."""

    def __init__(self) -> None:
        """Begins empty."""
        self.snapshots: list[Snapshot] = []
        self._stride = 1
        self._offered = 0
        self._changes: list[tuple[int, Experiment]] = []

    def note(self, step: int, experiment: Experiment) -> None:
        """Remembers that from ``step`` on the run goes by ``experiment``."""
        if not self._changes or self._changes[-1][1] != experiment:
            self._changes.append((step, experiment))

    def keep(self, snapshot: Snapshot) -> None:
        """Takes a snapshot in, as long as they are to be this dense; the first is never thrown away."""
        if self._offered % self._stride == 0:
            self.snapshots.append(snapshot)
        self._offered += 1
        if len(self.snapshots) > MOST_SNAPSHOTS:
            self.snapshots = self.snapshots[::2]
            self._stride *= 2

    def until(self, step: int) -> "Recorder":
        """What was recorded of the first ``step`` steps, to be added to: the past of a run that branches off there."""
        past = Recorder()
        past.snapshots = [snapshot for snapshot in self.snapshots if snapshot.step <= step]
        past._stride, past._offered = self._stride, self._stride * len(past.snapshots)
        past._changes = [(at, experiment) for at, experiment in self._changes if at < step]
        return past

    def before(self, step: int) -> Snapshot:
        """The last snapshot that is not after ``step``."""
        return self.snapshots[bisect_right([snapshot.step for snapshot in self.snapshots], step) - 1]

    def experiment_at(self, step: int) -> Experiment:
        """What the step after ``step`` others went by."""
        return self._changes[bisect_right([at for at, _ in self._changes], step) - 1][1]

    def steps_with(self, step: int) -> int:
        """How many steps after ``step`` go by the same experiment, or a great many."""
        return next((at - step for at, _ in self._changes if at > step), 2**31)
