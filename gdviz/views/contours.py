"""Contour lines of a grid by marching triangles, the same triangles that the 3D view draws."""

import numpy as np
from numpy.typing import NDArray

from gdviz.core.height import HeightScale
from gdviz.views.height_field import triangles

Array = NDArray[np.float32]


def levels(scale: HeightScale) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The heights at which fine and bold contour lines run, as `HeightScale.contours` spaces them."""
    factor, offset, major = scale.contours()
    numbers = np.arange(np.ceil(offset + 0.01 * factor), np.floor(factor + offset) + 1)
    bold = np.isclose(numbers % major, 0)
    places = (numbers - offset) / factor
    return places[~bold], places[bold]


def contour_lines(heights: NDArray[np.float64], x: Array, y: Array, at: NDArray[np.float64]) -> Array:
    """Straight pieces of the contour lines of ``heights`` ``[y, x]``.

    Args:
        heights: A height at each point; no line runs through a triangle with one that is NaN.
        x: Coordinates of the columns.
        y: Coordinates of the rows.
        at: Heights at which lines run.

    Returns:
        Two ends a piece, one after the other: ``[2 * pieces, 2]``.
    """
    corners = triangles(*heights.shape)
    values = heights.ravel()[corners]
    which, level = _crossings(values, at)
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    return _pieces(values[which], places[corners[which]], level).astype(np.float32)


def _crossings(values: NDArray[np.float64], at: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Which triangles ``[T, 3]`` have a corner on either side of which levels: their numbers and the levels, ``[N]``.

    Each level is looked up among the lowest and highest corners, so that the time it takes does not grow with them.
    """
    first, last = (np.searchsorted(at, ends) for ends in (values.min(axis=1), values.max(axis=1)))
    count = np.where(np.isfinite(values).all(axis=1), last - first, 0)
    which = np.repeat(np.arange(len(values)), count)
    before = np.cumsum(count) - count
    return which, at[first[which] + np.arange(len(which)) - before[which]]


def _pieces(values: NDArray[np.float64], places: Array, level: NDArray[np.float64]) -> NDArray[np.float64]:
    """The piece of a line at a ``level`` ``[N]`` through each triangle: its ends one after the other, ``[2 N, 2]``.

    Args:
        values: Heights of the corners, ``[N, 3]``.
        places: Where they are, ``[N, 3, 2]``.
        level: Between them.
    """
    above = values > level[:, None]
    lone = np.where(above.sum(axis=1) == 1, above.argmax(axis=1), above.argmin(axis=1))
    rows = np.arange(len(lone))
    ends = []
    for other in ((lone + 1) % 3, (lone + 2) % 3):
        start, end = values[rows, lone], values[rows, other]
        part = ((level - start) / (end - start))[:, None]
        ends.append(places[rows, lone] * (1 - part) + places[rows, other] * part)
    return np.stack(ends, axis=1).reshape(-1, 2)
