"""The height field as vectors, drawn by matplotlib as the window draws it: light, contour lines, what a ridge hides.

Matplotlib sorts whole pieces by their distance and hides nothing within them, so that lines behind a ridge would shine
through. Here a line of sight is followed from each point to the eye, and what meets the surface on the way is hidden.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.height import HeightScale
from gdviz.core.plane import Surface

Points = NDArray[np.float64]

TALL, FLOOR = 0.62, -0.30
"""Height of the box whose floor reaches from -1 to 1, and where its floor lies, as in the window."""
DISTANCE = 5.95
"""Of the eye from the middle of the box."""
LOOKS = 64
"""Places on a line of sight that are looked at."""
NEAR = 0.012
"""Heights by which a point may lie below the surface and still be seen: lines lie on it."""
INK = "#0b0e14"
"""Of contour lines."""
DARKEST = 0.66
"""Brightness of what is turned away from the light."""


@dataclass(frozen=True, slots=True, eq=False)
class Solid:
    """A height field, and where it is looked at from.

    Attributes:
        surface: With two directions.
        heights: Of its points on the picture's scale, from 0 to 1.
        view: Azimuth and elevation of the eye in degrees, as `gdviz.views.camera.Camera` has them.
    """

    surface: Surface
    heights: Points
    view: tuple[float, float]

    def eye(self) -> Points:
        """Direction to the eye from the middle of the box, ``[3]``."""
        around, up = np.radians(self.view)
        return np.array([np.sin(around) * np.cos(up), -np.cos(around) * np.cos(up), np.sin(up)])

    def brightness(self) -> Points:
        """Soft light from beside the eye and above, for each point of the grid."""
        slope_y, slope_x = np.gradient(TALL * self.heights, *(2.0 / (n - 1) for n in self.heights.shape))
        normal = np.stack([-slope_x, -slope_y, np.ones_like(slope_x)], axis=-1)
        normal /= np.linalg.norm(normal, axis=-1, keepdims=True)
        light = self.eye() + np.array([0.0, 0.0, 1.0])
        return np.asarray(DARKEST + (1.0 - DARKEST) * np.clip(normal @ (light / np.linalg.norm(light)), 0.0, 1.0))

    def hidden(self, points: Points) -> NDArray[np.bool_]:
        """Which of the points ``[N, 3]`` (places on the plane and heights from 0 to 1) lie behind the surface."""
        found: NDArray[np.bool_] = np.asarray(np.isfinite(points).all(axis=1))
        found[found] = self._behind(np.column_stack([self._in_box(points[found, :2]), TALL * points[found, 2]]))
        return found

    def _behind(self, box: Points) -> NDArray[np.bool_]:
        """Follows the line of sight from points of the box ``[N, 3]`` to the eye."""
        toward = DISTANCE * self.eye() - box
        toward /= np.linalg.norm(toward, axis=1, keepdims=True)
        found = np.zeros(len(box), bool)
        for way in np.linspace(0.03, 2.9, LOOKS):
            place = box + way * toward
            inside = (np.abs(place[:, :2]) <= 1.0).all(axis=1)
            found |= inside & (self._height_at(place[:, :2]) > place[:, 2] + NEAR)
        return found

    def _in_box(self, flat: Points) -> Points:
        """Places on the plane as places on the box's floor, from -1 to 1."""
        x, y = self.surface.x, self.surface.y
        low, high = np.array([x[0], y[0]], float), np.array([x[-1], y[-1]], float)
        return np.asarray(2.0 * (flat - low) / (high - low) - 1.0)

    def _height_at(self, place: Points) -> Points:
        """Height of the surface in the box over places on its floor, between its points in proportion."""
        rows, columns = self.heights.shape
        spot = np.clip((place[:, ::-1] + 1.0) / 2.0, 0.0, 1.0) * np.array([rows - 1, columns - 1])
        low = np.minimum(spot.astype(int), np.array([rows - 2, columns - 2]))
        part, (row, column) = spot - low, low.T
        grid, (down, across) = self.heights, part.T
        upper = grid[row, column] * (1 - across) + grid[row, column + 1] * across
        lower = grid[row + 1, column] * (1 - across) + grid[row + 1, column + 1] * across
        return np.asarray(TALL * (upper * (1 - down) + lower * down))

    def lines(self, scale: HeightScale) -> Iterator[tuple[float, bool, Points]]:
        """Contour lines: height, whether a bold one, and points ``[N, 2]`` on the plane."""
        import contourpy

        factor, offset, major = scale.contours()
        maker = contourpy.contour_generator(self.surface.x, self.surface.y, self.heights)
        for number in range(int(np.ceil(offset)), int(np.floor(factor + offset)) + 1):
            height = (number - offset) / factor
            if 0.0 < height < 1.0:
                yield from ((height, number % major == 0, np.asarray(line)) for line in maker.lines(height))


def draw_solid(axes: Any, solid: Solid, scale: HeightScale, colormap: str) -> None:
    """Draws the surface, its contour lines, and their shadows on the floor.

    Args:
        axes: Matplotlib's, in 3D.
        solid: What to draw.
        scale: How losses became heights.
        colormap: Matplotlib's name of the colour map.
    """
    from matplotlib import colormaps

    colors = colormaps[colormap]
    x, y = np.meshgrid(solid.surface.x, solid.surface.y)
    shaded = colors(solid.heights)
    shaded[..., :3] *= solid.brightness()[..., None]
    axes.plot_surface(
        *(x, y, solid.heights),
        **{"facecolors": shaded, "rcount": 101, "ccount": 101, "linewidth": 0, "shade": False, "zorder": 1},
        antialiased=False,
        clip_on=False,
    )
    for height, bold, line in solid.lines(scale):
        width = 1.2 if bold else 0.6
        below = np.full(len(line), FLOOR / TALL)
        axes.plot(*line.T, below, color=colors(height), linewidth=width, alpha=0.6, zorder=0, clip_on=False)
        points = np.column_stack([line, np.full(len(line), height)])
        seen = np.where(solid.hidden(points)[:, None], np.nan, points)
        axes.plot(*seen.T, color=INK, linewidth=width, alpha=0.55, zorder=2, clip_on=False)
    for limits, side in ((axes.set_xlim, solid.surface.x), (axes.set_ylim, solid.surface.y)):
        limits(side[0], side[-1], view_margin=0.0)
    axes.set_zlim(FLOOR / TALL, 1.0, view_margin=0.0)
    leave_out_of_layout(axes)
    axes.set_box_aspect((2.0, 2.0, TALL - FLOOR), zoom=1.3)
    axes.set_proj_type("persp", focal_length=0.4)
    axes.view_init(elev=solid.view[1], azim=solid.view[0] - 90.0)


def leave_out_of_layout(axes: Any) -> None:
    """What is drawn in the box may reach beyond the axes' frame, which must not make the box smaller."""
    for artist in (*axes.lines, *axes.collections):
        artist.set_in_layout(False)
