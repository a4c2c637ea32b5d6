"""Loss and verdict over learning rate: along one row, or for several optimisers or batch sizes at each rate."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.diagnosis import Diagnosis, diagnose
from gdviz.core.experiment import Experiment
from gdviz.engine.doctor_known import known_of
from gdviz.engine.sweep import Sweep, sweep, variants

CHECKS_EVERY, MODESTY = 0.5, 6.0
"""Least seconds between two rounds of the doctor while runs are under way, and how many times as long as his last
round took: the runs are to be trained, not to be looked at."""


@dataclass(frozen=True, slots=True, eq=False)
class RateMap:
    """A map so far: R rows, each trained at the same N rates. A plain sweep of rates is a map of one row.

    Attributes:
        rates: Ascending, ``[N]``.
        setting: The setting in which rows differ.
        values: That setting's value in each row, ``[R]``.
        sweep: All ``R * N`` runs, row by row.
        diagnoses: What the doctor said of each when he was last asked; None of those he has not seen.
    """

    rates: tuple[float, ...]
    setting: str
    values: tuple[Any, ...]
    sweep: Sweep
    diagnoses: tuple[Diagnosis | None, ...]

    @property
    def losses(self) -> NDArray[np.float64]:
        """What each run's newest epoch came to, ``[R, N]``: infinite where it was lost, NaN before its first epoch."""
        history, done = self.sweep.history["loss"], self.sweep.epochs_done
        newest = history[np.maximum(done, 1) - 1, np.arange(len(done))].astype(np.float64)
        found = np.where(done == 0, np.nan, np.where(np.isfinite(newest), newest, np.inf))
        return found.reshape(len(self.values), len(self.rates))

    @property
    def beliefs(self) -> tuple[Mapping[str, float], ...]:
        """How much each run's diagnosis believes in which verdict; empty of those that the doctor has not seen."""
        return tuple((said.shares or {said.verdict: 1.0}) if said else {} for said in self.diagnoses)

    @property
    def done(self) -> bool:
        """Whether every run has come to its end."""
        return self.sweep.part >= 1.0


def spread_rates(low: float, high: float, count: int) -> tuple[float, ...]:
    """``count`` rates from ``low`` to ``high``, equal factors apart and rounded to three digits, each only once."""
    return tuple(dict.fromkeys(float(f"{rate:.3g}") for rate in np.geomspace(low, high, count)))


def rate_map(
    experiment: Experiment, rates: Sequence[float], setting: str, values: Sequence[Any], xla: bool | None = None
) -> Generator[RateMap, None, None]:
    """Trains every combination, rows that can be stacked as one, and asks the doctor about each.

    Args:
        experiment: All that the runs have in common.
        rates: Ascending.
        setting: A setting, for example ``"optimizer"``.
        values: Its value in each row.
        xla: Whether to compile through XLA; as the platform can by default.

    Yields:
        The map so far, after every epoch of every row; the last one with every diagnosis.
    """
    runs = variants(experiment, **{setting: values, "learning_rate": rates})
    said: tuple[Diagnosis | None, ...] = (None,) * len(runs)
    due = perf_counter() + CHECKS_EVERY
    for part in sweep(runs, xla):
        if part.part >= 1.0 or perf_counter() >= due:
            begun = perf_counter()
            said = tuple(examined(part, index) for index in range(len(runs)))
            now = perf_counter()
            due = now + max(CHECKS_EVERY, MODESTY * (now - begun))
        yield RateMap(tuple(rates), setting, tuple(values), part, said)


def examined(runs: Sweep, index: int) -> Diagnosis | None:
    """What the doctor says of one run so far; None before its first epoch."""
    if not runs.epochs_done[index]:
        return None
    return diagnose(runs.run(index), **known_of(runs.experiments[index]))
