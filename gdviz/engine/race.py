"""Several runs on one landscape, side by side, with their paths: whoever looks on sees all of them move."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.descent import Command, Start, descents
from gdviz.engine.sweep import alike, sweep, variants
from gdviz.engine.trainer import CHUNK

PATIENCE = 0.05
"""Seconds after which what was trained meanwhile is handed over."""


@dataclass(frozen=True, slots=True, eq=False)
class Lap:
    """What some of the runs did.

    Attributes:
        runs: Their numbers, in the order of the columns of ``batch``.
        batch: Where they start, or what they recorded since.
    """

    runs: tuple[int, ...]
    batch: Start | Steps


TUNING_RATES = tuple(float(rate) for rate in np.geomspace(1e-4, 10.0, 11))
"""Rates that tuning tries, a factor of the square root of ten apart."""


PLAIN_UP_TO = 2_000
"""Steps up to which tuning goes through the plain graph. On iris, four optimisers took 3.8 s of the processor for 900
steps, and 7.4 s where XLA had to compile its loops first; at 4,500 steps it was 10.6 s and 9.7 s."""


@dataclass(frozen=True, slots=True, eq=False)
class Tuned:
    """What tuning found: each experiment at its best rate."""

    experiments: tuple[Experiment, ...]


def tuned_race(experiments: Sequence[Experiment], xla: bool | None = None) -> Generator[Tuned | list[Lap], None, None]:
    """`race`, with each of ``experiments`` at its own best rate.

    Args:
        experiments: What to train; their own rates do not matter.
        xla: Whether to compile through XLA; as the platform can by default.

    Yields:
        No laps while it looks for the rates, then `Tuned`, then what `race` yields.
    """
    tries = [one for experiment in experiments for one in variants(experiment, learning_rate=TUNING_RATES)]
    for part in sweep(tries, False if _steps(experiments[0]) <= PLAIN_UP_TO else xla):
        last = part
        yield []
    found = np.where(np.isfinite(last.history["loss"][-1]), last.history["loss"][-1], np.inf)
    best = found.reshape(len(experiments), -1).argmin(axis=1)
    tuned = tuple(replace(one, learning_rate=TUNING_RATES[at]) for one, at in zip(experiments, best, strict=True))
    yield Tuned(tuned)
    yield from race(tuned, xla)


def _steps(experiment: Experiment) -> int:
    return experiment.epochs * landscape_of(experiment).steps_per_epoch(experiment.batch_size)


def race(experiments: Sequence[Experiment], xla: bool | None = None) -> Generator[list[Lap], None, None]:
    """Trains all of ``experiments``, those that can be stacked as one, in turns of at most `CHUNK` steps.

    Same seed is same start and same batches, whatever else differs; each run gets the numbers it would get alone.

    Args:
        experiments: What to train, all on one landscape.
        xla: Whether to compile through XLA; as the platform can by default.

    Yields:
        All the starts first; then what was trained since, every `PATIENCE` seconds or after every turn that takes
        longer. Stop asking, and the work stops within one turn.
    """
    groups = [(tuple(members), descents([experiments[i] for i in members], xla=xla)) for members in alike(experiments)]
    yield [Lap(members, next(runs)) for members, runs in groups]
    laps: list[Lap] = []
    due = perf_counter()
    while groups:
        for members, runs in list(groups):
            try:
                laps.append(Lap(members, runs.send(Command(CHUNK))))
            except StopIteration:
                groups.remove((members, runs))
            if laps and perf_counter() >= due:
                yield laps
                laps, due = [], perf_counter() + PATIENCE
    if laps:
        yield laps
