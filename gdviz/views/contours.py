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
    places = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    values = heights.ravel()[corners]
    found = [_pieces(values, corners, places, level) for level in at]
    return np.concatenate([np.zeros((0, 2)), *found]).astype(np.float32)


def _pieces(
    values: NDArray[np.float64], corners: NDArray[np.uint32], places: Array, level: float
) -> NDArray[np.float64]:
    """One piece in each triangle that has a corner on either side of ``level``."""
    above = values > level
    count = above.sum(axis=1)
    crossed = (count > 0) & (count < 3) & np.isfinite(values).all(axis=1)
    above, values, corners = above[crossed], values[crossed], corners[crossed]
    lone = np.where(count[crossed] == 1, above.argmax(axis=1), above.argmin(axis=1))
    rows = np.arange(len(lone))
    ends = []
    for other in ((lone + 1) % 3, (lone + 2) % 3):
        first, second = values[rows, lone], values[rows, other]
        part = ((level - first) / (second - first))[:, None]
        ends.append(places[corners[rows, lone]] * (1 - part) + places[corners[rows, other]] * part)
    return np.stack(ends, axis=1).reshape(-1, 2)
