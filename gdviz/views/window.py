"""Where a surface's coordinates lie in the box, and how that flows from one surface to the next.

The box reaches from -1 to 1. A new surface covers another part of another plane: were it simply put in the old one's
place, the ball would jump. So every point of the plane keeps its place in the box as the morph begins, and moves to its
new one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.plane import Plane, Surface

Numbers = NDArray[np.float64]

FARTHEST = 3.0
"""Two windows that differ in size by more than this factor do not flow into each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """An affine map from a plane's coordinates to the box: ``box = points @ matrix + offset``.

    Attributes:
        matrix: ``[2, 2]``.
        offset: ``[2]``.
    """

    matrix: Numbers
    offset: Numbers

    @staticmethod
    def of(surface: Surface) -> "Window":
        """The window in which ``surface`` fills the box."""
        low = np.array([surface.x[0], surface.y[0]], np.float64)
        span = np.array([surface.x[-1], surface.y[-1]], np.float64) - low
        span[span == 0] = 1.0
        return Window(np.diag(2.0 / span), -1.0 - 2.0 * low / span)

    def box(self, points: NDArray[np.float32] | Numbers) -> Numbers:
        """Places in the box ``[N, 2]`` of coordinates ``[N, 2]``."""
        return np.asarray(points @ self.matrix + self.offset)

    def toward(self, other: "Window", part: float) -> "Window":
        """Between this window at 0 and ``other`` at 1."""
        matrix = (1 - part) * self.matrix + part * other.matrix
        return Window(matrix, (1 - part) * self.offset + part * other.offset)

    def seen_from(self, old: Plane, new: Plane) -> "Window":
        """The same window for the coordinates of another plane: this one is for those of ``old``."""
        origin = old.project(new.weights(np.zeros((1, 2), np.float32)))[0].astype(np.float64)
        ends = old.project(new.weights(np.eye(2, dtype=np.float32))).astype(np.float64)
        turn = ends - origin
        return Window(turn @ self.matrix, origin @ self.matrix + self.offset)

    def inverse(self, places: Numbers) -> Numbers:
        """Coordinates ``[N, 2]`` of places in the box."""
        return np.asarray((places - self.offset) @ np.linalg.inv(self.matrix))

    def near(self, other: "Window") -> bool:
        """Whether the two are alike enough to flow into each other."""
        sizes = abs(np.linalg.det(self.matrix)), abs(np.linalg.det(other.matrix))
        return bool(0 < min(sizes) and max(sizes) < FARTHEST**2 * min(sizes))


def beginning(
    drawn: NDArray[np.float32], now: Window, before: Surface, after: Surface
) -> tuple[Window, NDArray[np.float32], NDArray[np.float32]] | None:
    """Where a morph from one surface to the next begins.

    Args:
        drawn: The heights on screen now, over the whole of ``before``, ``[rows, columns]``.
        now: Where ``before`` is in the box now.
        before: The surface that is drawn.
        after: The surface that is to be drawn.

    Returns:
        The window of ``after``'s coordinates, and the heights ``[rows, columns]`` and places ``[rows * columns, 2]`` of
        its points, with which it looks as ``before`` does; None where the two have nothing to do with each other.
    """
    if before.plane.origin.size != after.plane.origin.size:
        return None
    window = now.seen_from(before.plane, after.plane)
    if not window.near(Window.of(after)):
        return None
    points = np.stack(np.meshgrid(after.x, after.y), axis=-1).reshape(-1, 2)
    places = window.box(points)
    back = now.inverse(places)
    heights = _sampled(drawn, before, back).reshape(after.loss.shape)
    return window, heights.astype(np.float32), places.astype(np.float32)


def _sampled(drawn: NDArray[np.float32], surface: Surface, points: Numbers) -> Numbers:
    """``drawn`` under ``points`` ``[N, 2]``, linearly interpolated; beyond the surface, as at its edge."""
    rows, columns = drawn.shape
    column = np.interp(points[:, 0], surface.x, np.arange(surface.x.size)) * (columns - 1) / (surface.x.size - 1)
    row = np.interp(points[:, 1], surface.y, np.arange(surface.y.size)) * (rows - 1) / (surface.y.size - 1)
    i, j = np.clip(row.astype(int), 0, rows - 2), np.clip(column.astype(int), 0, columns - 2)
    u, v = row - i, column - j
    near = drawn[i, j] * (1 - v) + drawn[i, j + 1] * v
    far = drawn[i + 1, j] * (1 - v) + drawn[i + 1, j + 1] * v
    return np.asarray(near * (1 - u) + far * u)
