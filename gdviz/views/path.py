"""The paths of runs on a plane: what every picture of a landscape draws over it."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.plane import Surface, sampled
from gdviz.core.trajectory import Trajectory

Array = NDArray[np.float32]

MOST_POINTS = 2000
"""Points of a path that are drawn, however long it is."""
LONG = 120
"""Points from which a path fades with age."""
FEW = 60
"""Steps up to which each is marked with a dot."""
STEMS = 24
"""Stems that are drawn at most."""


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """The path of one run on a plane, up to the step that is shown.

    Attributes:
        flat: Coordinates ``[N, D]``, the start first.
        losses: True losses there, ``[N]``.
        mark: Which of the other runs it is; None for the session's own.
    """

    flat: Array
    losses: Array
    mark: int | None = None

    @property
    def few(self) -> bool:
        """Whether each step is worth a dot."""
        return len(self.flat) <= FEW + 1

    @property
    def ages(self) -> Array:
        """From 0 for the oldest point of a long path to 1 for the newest, ``[N]``; 1 all along a short one."""
        count = len(self.flat)
        if count < LONG:
            return np.ones(count, np.float32)
        return np.linspace(0.0, 1.0, count, dtype=np.float32) ** 0.7

    def stem_rows(self) -> NDArray[np.int64]:
        """Which points may have a stem: all of a few, else some evenly spread, the newest always."""
        return np.unique(np.linspace(0, len(self.flat) - 1, min(len(self.flat), STEMS)).astype(np.int64))


def trail_of(surface: Surface, trajectory: Trajectory, shown_step: int | None = None, mark: int | None = None) -> Trail:
    """The path as ``surface``'s plane sees it.

    Args:
        surface: Where to draw.
        trajectory: What to draw.
        shown_step: The step to end at; None for the newest.
        mark: Which of the other runs it is.

    Returns:
        At most `MOST_POINTS` points. A trajectory of another landscape, seen for a moment while the session changes,
        gives none.
    """
    if trajectory.last_weights.size != surface.plane.origin.size:
        return Trail(np.zeros((0, len(surface.plane.directions)), np.float32), np.zeros(0, np.float32), mark)
    steps, weights, losses = trajectory.thinned(MOST_POINTS)
    if shown_step is None or not len(steps):
        return Trail(surface.plane.project(weights), losses, mark)
    last = max(1, int(np.searchsorted(steps, shown_step, "right")))
    weights, losses = weights[:last], losses[:last]
    if steps[last - 1] != shown_step <= trajectory.count:
        # Thinned as it is, the path would end a little before the step that is shown.
        row = int(np.searchsorted(trajectory.weight_steps, shown_step, "right")) - 1
        kept = int(trajectory.weight_steps[row])
        if kept > steps[last - 1] and np.isfinite(trajectory.weights[row]).all() and np.isfinite(trajectory.loss[kept]):
            weights = np.vstack([weights, trajectory.weights[row]])
            losses = np.append(losses, trajectory.loss[kept])
    return Trail(surface.plane.project(weights), losses, mark)


def inside(surface: Surface, flat: Array) -> NDArray[np.bool_]:
    """Which of the points ``[N, D]`` lie on the drawn part of ``surface``."""
    result = np.ones(len(flat), bool)
    for column, axis in zip(flat.T, (surface.x, surface.y), strict=False):
        result &= (column >= axis[0]) & (column <= axis[-1])
    return result


def is_far(surface: Surface, trails: Iterable[Trail]) -> bool:
    """Whether the ball of the session's own run lies beyond ``surface`` by more than half of what is drawn.

    A ball that has just run over the edge is soon on a surface again.
    """
    for trail in trails:
        for place, axis in zip(trail.flat[-1], (surface.x, surface.y), strict=False):
            middle, span = (axis[0] + axis[-1]) / 2, axis[-1] - axis[0]
            if trail.mark is None and not abs(place - middle) <= span:
                return True
    return False


def waits(own: Trail, others: Iterable[Trail]) -> bool:
    """Whether a run only stands at the start that others have left: its ball would puzzle."""
    return len(own.flat) == 1 and any(len(other.flat) > 1 and np.allclose(own.flat, other.flat[0]) for other in others)


def scale_losses(surface: Surface, trails: Iterable[Trail]) -> Array:
    """The losses of the paths' points that lie on the drawn part: a scale must let them in.

    A run that explodes leaves the picture; were its losses let in as well, the valley would be flat.
    """
    return np.concatenate([np.zeros(0, np.float32), *(t.losses[inside(surface, t.flat)] for t in trails)])


def loss_below(surface: Surface, flat: Array) -> Array:
    """The drawn loss under points ``[N, D]``; NaN beyond the drawn part."""
    return sampled(surface, flat)
