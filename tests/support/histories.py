"""Runs with a given history, made of plain numpy."""

from typing import Any

import numpy as np

from gdviz.core.trajectory import Steps, Trajectory


def run_with(
    loss: Any, val_loss: Any = None, accuracy: Any = None, per_epoch: int = 10, onto: Trajectory | None = None
) -> Trajectory:
    """A run with that history, or ``onto`` with as much more; each step's loss is its epoch's."""
    trajectory = onto if onto is not None else Trajectory(np.zeros(1, np.float32), 1.0)
    unknown = [np.nan] * len(loss)
    mean, accurate, validated = (np.array(each or unknown, np.float32)[:, None] for each in (loss, accuracy, val_loss))
    steps = np.repeat(mean, per_epoch, axis=0)
    rate, ends = np.full_like(steps, 0.1), trajectory.count + np.arange(1, len(loss) + 1) * per_epoch
    trajectory.append(Steps(steps[:, :, None], steps, steps, steps, rate, ends, mean, accurate, validated, accurate))
    return trajectory
