"""How the runners of a race compare: who is where, who got there first, and whether it was fair."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gdviz.core.experiment import FIELDS
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.said import Said, listed


@dataclass(frozen=True, slots=True)
class Standing:
    """How one runner does.

    Attributes:
        loss: Over all training rows at the step shown, or at his last one where he has taken fewer.
        best: The lowest loss up to there; infinite where none was finite.
        steps_to_target: The first step at which the loss was no higher than the target; None if it never was.
        lost: Whether the loss is no longer a finite number.
    """

    loss: float
    best: float
    steps_to_target: int | None
    lost: bool


def target(runners: Sequence[Runner]) -> float:
    """The loss that half of the runners reach: the upper median of their lowest losses. Infinite without runners.

    Where half of them never came below their start, it is minus infinity: nobody reaches what all had to begin with.
    """
    lowest = sorted(_lowest(runner.trajectory.loss) for runner in runners)
    if not lowest:
        return np.inf
    aim = lowest[len(lowest) // 2]
    return aim if aim < max(float(runner.trajectory.loss[0]) for runner in runners) else -np.inf


def standings(runners: Sequence[Runner], step: int | None = None, aim: float | None = None) -> list[Standing]:
    """How each of ``runners`` does after ``step`` steps; None for the newest of each.

    ``aim`` is the target; None for the one that half of them reach.
    """
    aim = target(runners) if aim is None else aim
    return [_standing(runner.trajectory, step, aim) for runner in runners]


def fair_play(runners: Sequence[Runner]) -> str:
    """Says what the runners have in common and in what they differ, so that nobody takes luck for skill."""
    if len(runners) < 2:
        return ""
    first = runners[0].experiment
    names = [
        field.label.lower()
        for name, field in FIELDS.items()
        if any(getattr(runner.experiment, name) != getattr(first, name) for runner in runners)
    ]
    if not names:
        return Said("All runners have the same settings: they tie.")
    only = (
        Said("They differ in {} only", listed(names)) if len(names) == 1 else Said("They differ in {}", listed(names))
    )
    if "seed" in names:
        return Said("{}; each seed is another start and another order of examples.", only)
    if "batch size" in names:
        return Said("{}. Same start, but a larger batch takes fewer steps an epoch.", only)
    return Said("{}. Same start, same batches in the same order.", only)


def _standing(path: Trajectory, step: int | None, aim: float) -> Standing:
    shown = path.loss[: len(path.loss) if step is None else step + 1]
    known = np.flatnonzero(np.isfinite(shown))
    with np.errstate(invalid="ignore"):
        there = np.flatnonzero(shown <= aim)
    last = float(shown[known[-1]]) if len(known) else np.inf
    lost = not np.isfinite(path.last_weights).all() and (step is None or step >= path.count)
    return Standing(last, _lowest(shown), int(there[0]) if len(there) else None, lost)


def _lowest(losses: np.ndarray) -> float:
    finite = losses[np.isfinite(losses)]
    return float(finite.min()) if len(finite) else np.inf
