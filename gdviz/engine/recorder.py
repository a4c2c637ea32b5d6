"""What it takes to take a run up at any of its steps: how it stood now and then, and what was changed when."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.engine.variables import State

MOST_SNAPSHOTS = 64
"""Snapshots that are kept; beyond, every second goes. Between two, steps are taken again, which gives them again."""

MOST_BYTES = 128 * 2**20
"""Of all snapshots, likewise; the first stays in any case."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """How a run stood after ``step`` steps: weights and optimiser, and the sums of the epoch under way."""

    step: int
    state: State
    sums: NDArray[np.float64]
    rows: float


class Recorder:
    """Fills while a run trains; `branch` of `engine.descent` reads it, also from another thread.

    Attributes:
        snapshots: The run now and then, in the order of its steps; never changed in place.
        present: The run after the last steps it took; None before the first.
    """

    def __init__(self) -> None:
        """Begins empty."""
        self.snapshots: list[Snapshot] = []
        self.present: Snapshot | None = None
        self._stride = 1
        self._offered = 0
        self._changes: list[tuple[int, Experiment]] = []

    def note(self, step: int, experiment: Experiment) -> None:
        """Remembers that from ``step`` on the run goes by ``experiment``."""
        if not self._changes or self._changes[-1][1] != experiment:
            self._changes.append((step, experiment))

    def keep(self, snapshot: Snapshot) -> None:
        """Takes a snapshot in, as long as they are to be this dense; the first is never thrown away.

        Of two at the same step the newer counts: the optimiser was changed there.
        """
        if self.snapshots and self.snapshots[-1].step == snapshot.step:
            self.snapshots = [*self.snapshots[:-1], snapshot]
            return
        if self._offered % self._stride == 0:
            self.snapshots = [*self.snapshots, snapshot]
        self._offered += 1
        while len(self.snapshots) > max(1, min(MOST_SNAPSHOTS, MOST_BYTES // max(snapshot.state.size, 1))):
            self.snapshots = self.snapshots[::2]
            self._stride *= 2

    def until(self, step: int) -> "Recorder":
        """What was recorded of the first ``step`` steps, as a recorder of its own that may be filled on.

        How the run stood at ``step`` itself is left out: that snapshot is of the optimiser that went on from there.
        """
        part = Recorder()
        part.snapshots = [snapshot for snapshot in self.snapshots if snapshot.step < step]
        part._stride, part._offered = self._stride, self._stride * len(part.snapshots)
        part._changes = [(at, experiment) for at, experiment in self._changes if at < step]
        return part

    def before(self, step: int) -> Snapshot:
        """The last snapshot before ``step``, or the first of all.

        One at ``step`` itself may be of an optimiser that was chosen only then.
        """
        return self.snapshots[max(bisect_left([snapshot.step for snapshot in self.snapshots], step) - 1, 0)]

    def experiment_at(self, step: int) -> Experiment:
        """What the step after ``step`` others went by."""
        return self._changes[bisect_right([at for at, _ in self._changes], step) - 1][1]

    def steps_with(self, step: int) -> int:
        """How many steps after ``step`` go by the same experiment, or a great many."""
        return next((at - step for at, _ in self._changes if at > step), 2**31)
