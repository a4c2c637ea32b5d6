"""The path of a trajectory on a plane: what every picture of a landscape draws over it."""

import numpy as np
from numpy.typing import NDArray

from gdviz.core.plane import Surface
from gdviz.core.trajectory import Trajectory

Array = NDArray[np.float32]

MOST_POINTS = 2000
"""Points of the path that are drawn, however long it is."""


def flat_path(surface: Surface, trajectory: Trajectory, last_step: int | None = None) -> tuple[Array, Array]:
    """The path as ``surface``'s plane sees it.

    Args:
        surface: Where to draw.
        trajectory: What to draw.
        last_step: The step to end at; None for the newest.

    Returns:
        Coordinates ``[N, D]`` and true losses ``[N]`` of at most `MOST_POINTS` points. A trajectory of another
        landscape, seen for a moment while the session changes, gives none.
    """
    if trajectory.last_weights.size != surface.plane.origin.size:
        return np.zeros((0, len(surface.plane.directions)), np.float32), np.zeros(0, np.float32)
    steps, weights, losses = trajectory.thinned(MOST_POINTS)
    shown = slice(None) if last_step is None else slice(0, max(1, int(np.searchsorted(steps, last_step, "right"))))
    return surface.plane.project(weights[shown]), losses[shown]


def path_losses(surface: Surface | None, trajectory: Trajectory | None) -> Array:
    """The losses of the points of `flat_path` that lie on the drawn part: a scale must let them in.

    A run that explodes leaves the picture; were its losses let in as well, the valley would be flat.
    """
    if surface is None or trajectory is None:
        return np.zeros(0, np.float32)
    flat, losses = flat_path(surface, trajectory)
    inside = np.ones(len(flat), bool)
    for column, axis in zip(flat.T, (surface.x, surface.y), strict=False):
        inside &= (column >= axis[0]) & (column <= axis[-1])
    return losses[inside]
