"""The curves of a run, ready to be drawn: few points each, by epoch or by step, and what they say at one place."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.peaks import Peaks
from gdviz.core.smoothing import smooth
from gdviz.core.trajectory import Trajectory

Array = NDArray[np.float64]

SMOOTHING: Mapping[str, tuple[float, float]] = {"off": (0.0, 0.0), "light": (1.0, 0.005), "strong": (5.0, 0.03)}
"""For each strength the window in epochs, and as a part of the run; the larger counts. One epoch is what Keras's own
``loss`` averages over, so ``"light"`` leaves curves by epoch as they are."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the rows a run records.

    Attributes:
        panel: Which plot it belongs to.
        label: Its name there; empty where it is alone.
        by_epoch: Whether it has one value an epoch; else one a step.
        first: The number of the epoch or step that its first value belongs to.
    """

    panel: str
    label: str
    by_epoch: bool
    first: int = 1


KINDS: Mapping[str, Kind] = {
    "loss": Kind("loss", "training", True),
    "val_loss": Kind("loss", "validation", True),
    "true_loss": Kind("loss", "all rows", False, 0),
    "batch_loss": Kind("loss", "each batch", False),
    "accuracy": Kind("accuracy", "training", True),
    "val_accuracy": Kind("accuracy", "validation", True),
    "gradient_norm": Kind("gradient_norm", "", False),
    "learning_rate": Kind("learning_rate", "", False),
}
"""Every row by its name: those by epoch as in Keras's history, those by step as in `Trajectory`."""


class Curves:
    """Reads one trajectory as it grows.

    Args:
        trajectory: The run; more may be appended to it at any time, `follow` then takes that in.
    """

    def __init__(self, trajectory: Trajectory) -> None:
        """Reads what there is."""
        self.trajectory = trajectory
        self._peaks: dict[str, Peaks] = {}
        self.follow()

    def follow(self) -> None:
        """Takes in what was appended."""
        history = self.trajectory.history
        rows = {name: history[name] for name, kind in KINDS.items() if kind.by_epoch and name in history}
        rows["true_loss"] = self.trajectory.loss
        for name in ("batch_loss", "gradient_norm", "learning_rate"):
            rows[name] = getattr(self.trajectory, name)
        self._rows = rows
        for name, row in rows.items():
            self._peaks.setdefault(name, Peaks()).follow(row)

    @property
    def epochs(self) -> int:
        """Epochs that have ended."""
        return len(self.trajectory.epoch_steps)

    @property
    def epoch_length(self) -> int:
        """Steps to an epoch; 0 until the first has ended."""
        return int(self.trajectory.epoch_steps[0]) if self.epochs else 0

    def has(self, name: str) -> bool:
        """Whether the run recorded it."""
        return name in self._rows and len(self._rows[name]) > 0

    def place(self, name: str, index: Array, unit: str) -> Array:
        """Where the values number ``index`` of a row stand on the level axis, in epochs or in steps."""
        kind = KINDS[name]
        number = index + kind.first
        if kind.by_epoch == (unit == "epoch"):
            return number
        length = max(self.epoch_length, 1)
        return number * length if kind.by_epoch else number / length

    def points(self, name: str, unit: str) -> tuple[Array, Array]:
        """What to draw of a row: places on the level axis and values, ``[M]``; a gap where it is not finite."""
        index, values = self._peaks[name].points()
        return self.place(name, index, unit), values

    def smoothed(self, name: str, unit: str, strength: str, log: bool) -> tuple[Array, Array] | None:
        """The same, calmed; None where the window holds no more than one point of the drawing.

        Args:
            name: Which row.
            unit: What places are counted in.
            strength: A key of `SMOOTHING`.
            log: Whether to smooth the logarithm, as a logarithmic axis shows it. What is not above 0 is a gap then.
        """
        peaks = self._peaks[name]
        half = round(self.window(name, strength) / peaks.stride) // 2
        index, values, weights = peaks.means()
        if half < 1 or len(values) < 3:
            return None
        log = log and bool((values > 0).any())
        with np.errstate(divide="ignore", invalid="ignore"):
            calm = smooth(index, np.log(values) if log else values, weights, half)
        return self.place(name, index, unit), np.exp(calm) if log else calm

    def window(self, name: str, strength: str) -> float:
        """Width of the window that smooths a row, in values of that row."""
        epochs, share = SMOOTHING[strength]
        each = 1 if KINDS[name].by_epoch else max(self.epoch_length, 1)
        return max(epochs * each, share * self._peaks[name].size)

    def value(self, name: str, place: float, unit: str) -> float:
        """The value as it was recorded nearest to a place on the level axis; NaN where there is none."""
        row = self._rows.get(name, np.zeros(0))
        if not len(row):
            return float("nan")
        per = float(self.place(name, np.ones(1), unit)[0] - self.place(name, np.zeros(1), unit)[0])
        start = float(self.place(name, np.zeros(1), unit)[0])
        return float(row[min(max(round((place - start) / per), 0), len(row) - 1)])

    def first_gap(self, name: str, unit: str) -> float | None:
        """Where a row is infinite or no number for the first time; None where it never is."""
        gap = self._peaks[name].first_gap if name in self._peaks else None
        return None if gap is None else float(self.place(name, np.array([float(gap)]), unit)[0])

    def step_at(self, place: float, unit: str) -> int:
        """The step at a place on the level axis."""
        return round(place * (max(self.epoch_length, 1) if unit == "epoch" else 1))

    def place_of_step(self, step: int, unit: str) -> float:
        """Where a step stands on the level axis."""
        return step / max(self.epoch_length, 1) if unit == "epoch" else float(step)

    def place_of_epoch(self, epoch: float, unit: str) -> float:
        """Where an epoch's end stands on the level axis."""
        return epoch * (self.epoch_length if unit == "step" else 1)

    def end(self, unit: str) -> float:
        """How far the run has come on the level axis."""
        return self.place_of_step(self.trajectory.count, unit)
