"""One experiment at many learning rates at once."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.descent import CHUNK, Command, descents

HISTORY = ("loss", "accuracy", "val_loss", "val_accuracy")
"""What is recorded of each epoch, by Keras's names."""


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """The runs of a sweep so far.

    Attributes:
        rates: Learning rate of each run, ``[K]``.
        epochs: Epochs that were asked for.
        history: For each name of `HISTORY` its values, ``[epochs so far, K]``; NaN where there are none.
    """

    rates: tuple[float, ...]
    epochs: int
    history: dict[str, NDArray[np.float32]]

    @property
    def count(self) -> int:
        """Epochs so far."""
        return len(self.history["loss"])

    def run(self, index: int) -> dict[str, list[float]]:
        """One run as Keras's ``history.history``; names without values are left out."""
        columns = {name: values[:, index] for name, values in self.history.items()}
        return {
            name: values.tolist() for name, values in columns.items() if name == "loss" or np.isfinite(values).any()
        }


def rate_sweep(experiment: Experiment, rates: Sequence[float], xla: bool | None = None) -> Generator[Sweep, None, None]:
    """Trains the experiment at each of ``rates``, all together, from the same start over the same batches.

    Where every run is lost before the last epoch, the epochs that remain are NaN, as ``model.fit`` would record them.

    Yields:
        The sweep after each epoch.
    """
    parts: list[Steps] = []
    runs = descents(experiment, np.array(rates, np.float32), keep_path=False, xla=xla)
    next(runs)
    try:
        while True:
            steps = runs.send(Command(CHUNK, experiment))
            assert isinstance(steps, Steps)
            if len(steps.epoch_steps):
                parts.append(steps)
                yield _swept(rates, experiment.epochs, parts, 0)
    except StopIteration:
        missing = experiment.epochs - sum(len(part.epoch_steps) for part in parts)
        if missing:
            yield _swept(rates, experiment.epochs, parts, missing)


def _swept(rates: Sequence[float], epochs: int, parts: list[Steps], missing: int) -> Sweep:
    """The sweep out of its parts, with ``missing`` epochs of NaN at the end."""
    lost = np.full((missing, len(rates)), np.nan, np.float32)
    columns = {name: [getattr(part, f"epoch_{name}") for part in parts] for name in HISTORY}
    return Sweep(tuple(rates), epochs, {name: np.concatenate([*column, lost]) for name, column in columns.items()})
