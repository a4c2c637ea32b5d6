"""Many runs at once: rates, optimisers, seeds, and every combination of them."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.descent import Command, descents
from gdviz.engine.trainer import CHUNK

HISTORY = ("loss", "accuracy", "val_loss", "val_accuracy")
"""What is recorded of each epoch, by Keras's names."""


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """The runs of a sweep so far.

    Attributes:
        experiments: What each run trains, K of them.
        history: For each name of `HISTORY` its values up to the last epoch that any run has behind it, ``[epochs, K]``;
            NaN where there are none, or none yet.
        epochs_done: Epochs that each run has behind it, ``[K]``.
    """

    experiments: tuple[Experiment, ...]
    history: Mapping[str, NDArray[np.float32]]
    epochs_done: NDArray[np.int64]

    @property
    def part(self) -> float:
        """How much of the work is done, from 0 to 1."""
        return float(self.epochs_done.sum()) / sum(experiment.epochs for experiment in self.experiments)

    def run(self, index: int) -> dict[str, list[float]]:
        """One run so far as Keras's ``history.history``; names without values are left out."""
        columns = {name: values[: self.epochs_done[index], index] for name, values in self.history.items()}
        return {name: v.tolist() for name, v in columns.items() if name == "loss" or np.isfinite(v).any()}


def variants(experiment: Experiment, **choices: Sequence[Any]) -> list[Experiment]:
    """Every combination of settings around one experiment.

    For example ``variants(e, optimizer=["sgd", "adam"], learning_rate=[0.01, 0.1])`` are four; the last name given
    changes quickest. A change of optimiser puts its own parameters back to their defaults.
    """
    found = []
    for values in product(*choices.values()):
        settings = dict(zip(choices, values, strict=True))
        if settings.get("optimizer", experiment.optimizer) != experiment.optimizer:
            settings.setdefault("optimizer_parameters", ())
        found.append(replace(experiment, **settings))
    return found


def sweep(experiments: Sequence[Experiment], xla: bool | None = None) -> Generator[Sweep, None, None]:
    """Trains all of ``experiments``: those that differ in rate and seed only stacked as one, the groups in turn.

    Where they cannot be stacked, as a user's own model cannot, one after the other goes through one compiled program.

    Same seed is same start and same batches, whatever else differs. Where a run is lost before its last epoch, the
    epochs that remain are NaN, as ``model.fit`` would record them. Stop asking, and the work stops.

    Args:
        experiments: What to train; all of the same number of epochs.
        xla: Whether to compile through XLA; as the platform can by default.

    Yields:
        The sweep so far, after each epoch of each group, and in the middle of epochs that take long.
    """
    epochs = max(experiment.epochs for experiment in experiments)
    history = {name: np.full((epochs, len(experiments)), np.nan, np.float32) for name in HISTORY}
    whole = Sweep(tuple(experiments), history, np.zeros(len(experiments), np.int64))
    waiting = [_in_turn(experiments, groups, xla) for groups in _programs(experiments)]
    while waiting:
        for program in list(waiting):
            found = next(program, None)
            if found is None:
                waiting.remove(program)
                continue
            members, steps = found
            if steps is None:
                whole.epochs_done[members] = epochs
            else:
                _record(whole, members, steps)
            done = int(whole.epochs_done.max())
            yield Sweep(
                whole.experiments, {name: v[:done].copy() for name, v in history.items()}, whole.epochs_done.copy()
            )


def alike(experiments: Sequence[Experiment]) -> list[list[int]]:
    """Which experiments may be stacked, because they differ in rate and seed only: their places, group by group."""
    groups: dict[object, list[int]] = {}
    for index, experiment in enumerate(experiments):
        # Only networks can look at other rows in each run of a stack.
        seed = 0 if experiment.landscape == "network" else experiment.seed
        # A user's model is called one run at a time.
        alone = index if experiment.landscape == "model" else None
        groups.setdefault((replace(experiment, learning_rate=1.0, seed=seed), alone), []).append(index)
    return list(groups.values())


def _programs(experiments: Sequence[Experiment]) -> list[list[list[int]]]:
    """The groups of `alike`, those together that the same compiled program trains."""
    programs: dict[Experiment, list[list[int]]] = {}
    for members in alike(experiments):
        programs.setdefault(replace(experiments[members[0]], learning_rate=1.0, seed=0), []).append(members)
    return list(programs.values())


def _in_turn(
    experiments: Sequence[Experiment], groups: list[list[int]], xla: bool | None
) -> Generator[tuple[list[int], Steps | None], None, None]:
    """Trains one group after the other, so that they share a program: whose turn it is, and its steps, at last None."""
    for members in groups:
        for steps in _trained([experiments[place] for place in members], xla):
            yield members, steps
        yield members, None


def _trained(experiments: list[Experiment], xla: bool | None) -> Generator[Steps, None, None]:
    """The steps of one group, an epoch at a time or less."""
    runs = descents(experiments, keep_path=False, xla=xla)
    next(runs)
    while True:
        try:
            steps = runs.send(Command(CHUNK))
        except StopIteration:
            return
        assert isinstance(steps, Steps)
        yield steps


def _record(whole: Sweep, members: list[int], steps: Steps) -> None:
    """Writes one group's epochs into the sweep."""
    first = int(whole.epochs_done[members[0]])
    after = first + len(steps.epoch_steps)
    for name, values in whole.history.items():
        values[first:after, members] = getattr(steps, f"epoch_{name}")
    whole.epochs_done[members] = after
