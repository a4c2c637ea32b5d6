"""The loss on a plane through weight space: the landscape's own function, on a grid of stacked weights."""

from collections.abc import Generator

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Plane, Surface, exact_plane, miss, pca_plane
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.landscape import Array, Landscape, evaluator
from gdviz.engine.runtime import has_xla

COARSE, FINE, LINE = 31, 101, 401
"""Points along a side of the first and the second surface, and along a line."""

BLOCK = 1024
"""Weight vectors evaluated at once: a fixed number, so that grids of any size are one compiled program."""

MARGIN = 0.35
"""Part of the path's extent that is drawn around it on each side."""

SMALLEST = 0.5
"""Least half-width of a drawn plane, in units of weights: before the first step there is no extent to go by."""


def surfaces(
    experiment: Experiment, path: Array, losses: Array, like: Plane | None = None, xla: bool | None = None
) -> Generator[Surface, None, None]:
    """The loss surface around a path: a coarse one at once, then a fine one.

    Args:
        experiment: Whose landscape.
        path: Weights along the path, thinned to some hundreds of points, ``[T, P]``, the newest last.
        losses: Their true losses, ``[T]``.
        like: The plane shown before, so that the picture does not flip.
        xla: Whether to compile through XLA; as the platform can by default.

    Yields:
        `Surface` of growing detail on the same plane. Stop asking, and the work stops.
    """
    landscape = landscape_of(experiment)
    plane = exact_plane(landscape.names) if landscape.names else pca_plane(path, like)
    points = plane.project(path)
    extents = _extents(landscape, points)
    for side in (LINE,) if len(extents) == 1 else (COARSE, FINE):
        surface = _surface(landscape, plane, extents, side, has_xla() if xla is None else xla)
        yield surface if plane.kind == "exact" else _with_miss(surface, points, losses)


def _surface(landscape: Landscape, plane: Plane, extents: list[tuple[float, float]], side: int, xla: bool) -> Surface:
    """The loss on ``side`` points along each of the plane's directions."""
    axes = [np.linspace(low, high, side, dtype=np.float32) for low, high in extents]
    grid = np.stack(np.meshgrid(*axes), axis=-1)
    loss = losses_at(landscape, plane.weights(grid.reshape(-1, len(axes))), xla).reshape(grid.shape[:-1])
    return Surface(plane, axes[0], axes[1] if len(axes) == 2 else np.empty(0, np.float32), loss)


def _with_miss(surface: Surface, points: Array, losses: Array) -> Surface:
    """The surface, knowing how far it is from the path's true losses."""
    return Surface(surface.plane, surface.x, surface.y, surface.loss, miss(surface, points, losses))


def losses_at(landscape: Landscape, weights: Array, xla: bool) -> Array:
    """Loss over all training rows at each of ``weights`` ``[N, P]``, shape ``[N]``."""
    evaluate = evaluator(landscape, False, xla)
    filled = np.pad(weights.astype(np.float32), ((0, -len(weights) % BLOCK), (0, 0)), mode="edge")
    parts = [evaluate(filled[at : at + BLOCK])[0].numpy() for at in range(0, len(filled), BLOCK)]
    return np.concatenate(parts)[: len(weights)]


def _extents(landscape: Landscape, points: Array) -> list[tuple[float, float]]:
    """The part of each direction to draw: the landscape's own window and the path, or a square around the path."""
    if landscape.window:
        return [_widened(window, column) for window, column in zip(landscape.window, points.T, strict=True)]
    low, high = points.min(axis=0), points.max(axis=0)
    half = max(float((high - low).max()) * (0.5 + MARGIN), SMALLEST)
    return [(float(middle) - half, float(middle) + half) for middle in (low + high) / 2]


def _widened(window: tuple[float, float], along: Array) -> tuple[float, float]:
    """A window that a path may widen, but to no more than three times its width: a diverging run leaves the picture."""
    width = window[1] - window[0]
    low = max(min(window[0], float(along.min()) - 0.1 * width), window[0] - width)
    high = min(max(window[1], float(along.max()) + 0.1 * width), window[1] + width)
    return low, high
