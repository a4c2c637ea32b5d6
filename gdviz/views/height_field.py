"""The surface as a height field: geometry that never changes, heights that flow from one state to the next.

Each vertex carries the height and slope it comes from and those it goes to; the shader mixes the two, so that a morph
costs one number a frame and a new surface one upload.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QVector3D

from gdviz.views import gl_parts as gl

Array = NDArray[np.float32]

TALL = 0.62
"""Height of the box, whose floor reaches from -1 to 1."""
FLOOR = -0.10
"""Where the floor lies below the lowest loss."""
FINE = 61
"""Points along a side from which a surface may be drawn coarsely while it moves."""
OVERSHOOT = 1.6
"""Cut walls go on to this height, so that the cut through them is straight and not a staircase of grid cells."""


class HeightField:
    """A grid of heights over the square from -1 to 1, lit and contoured. Needs a current context only where said."""

    def __init__(self) -> None:
        """Flat, two by two, until `set_heights`."""
        self._from = self._to = shapes(np.zeros((2, 2)))
        self._morph = 1.0
        self._dirty_grid = self._dirty_heights = True
        self.curve = np.zeros((7, 3))
        self.contours = (20.0, 0.0, 5)
        self.under = self.lid = QVector3D(0.5, 0.5, 0.5)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the grid."""
        return self._to.shape[0], self._to.shape[1]

    @property
    def drawn(self) -> Array:
        """The heights as they are on screen now, in the middle of a morph too."""
        return np.asarray(self._from[..., 0] * (1 - self._morph) + self._to[..., 0] * self._morph)

    @property
    def cut(self) -> bool:
        """Whether anything reaches above the ceiling."""
        return bool(max(self._from[..., 0].max(), self._to[..., 0].max()) > 1.0)

    def set_heights(self, heights: NDArray[np.float64], morph: bool = True) -> None:
        """Goes to ``heights`` ``[rows, columns]``, from what is drawn now if ``morph``, else at once."""
        target = shapes(heights)
        if target.shape != self._to.shape:
            self._dirty_grid = True
        start = resampled(self.drawn, target.shape[0], target.shape[1])
        self._from, self._to = (shapes(start) if morph else target), target
        self._morph, self._dirty_heights = (0.0 if morph else 1.0), True

    def set_morph(self, part: float) -> None:
        """How much of the way to the new heights is done, from 0 to 1; eased at both ends."""
        part = float(np.clip(part, 0.0, 1.0))
        self._morph = part * part * (3.0 - 2.0 * part)

    def initialize(self) -> None:
        """Makes shaders and buffers in the current context."""
        self._surface = gl.Program("surface", "surface", ("a_place", "a_from", "a_to"))
        self._curtain = gl.Program("curtain", "curtain", ("a_place", "a_from", "a_to"))
        self._places, self._starts, self._ends = gl.vertex_buffer(), gl.vertex_buffer(), gl.vertex_buffer()
        self._edge_places, self._edge_heights = gl.vertex_buffer(), gl.vertex_buffer()
        self._triangles, self._coarse = gl.index_buffer(), gl.index_buffer()
        self._dirty_grid = self._dirty_heights = True

    def _update(self) -> None:
        """Uploads what changed since the last frame."""
        rows, columns = self.shape
        if self._dirty_grid:
            gl.upload(self._places, places(rows, columns))
            for buffer, stride in ((self._triangles, 1), (self._coarse, coarse_stride(rows, columns))):
                gl.upload(buffer, triangles(rows, columns, stride))
        if self._dirty_heights or self._dirty_grid:
            gl.upload(self._starts, self._from)
            gl.upload(self._ends, self._to)
            self._upload_edge(rows, columns)
        self._dirty_grid = self._dirty_heights = False

    def _upload_edge(self, rows: int, columns: int) -> None:
        """Uploads the border, each point twice: down on the floor and up on the surface."""
        around = border(rows, columns)
        spots = np.repeat(places(rows, columns)[around], 2, axis=0)
        up = np.tile(np.array([0.0, 1.0], np.float32), len(around))[:, None]
        heights = np.stack([self._from[..., 0].ravel()[around], self._to[..., 0].ravel()[around]], axis=1)
        gl.upload(self._edge_places, np.hstack([spots, up]).astype(np.float32))
        gl.upload(self._edge_heights, np.repeat(heights, 2, axis=0).astype(np.float32))
        self._edge_count = 2 * len(around)

    def paint(self, frame: gl.Frame, coarse: bool = False) -> None:
        """Draws the surface, the lid over what is cut off, and the curtain at its edges.

        Args:
            frame: The frame.
            coarse: With a quarter of the triangles, for a machine that is too slow for all of them.
        """
        self._update()
        program = self._surface
        program.bind(matrix=frame.matrix, morph=self._morph, tall=TALL, lid=0.0, pixel=frame.pixel)
        program.set(contours=QVector3D(*map(float, self.contours)), lid_color=self.lid, under=self.under)
        program.set(light=light(frame.eye), half=halfway(frame.eye), view=frame.eye.normalized())
        program.set_curve(self.curve)
        program.inputs(self._places, (0, 0, 2), stride=8)
        program.inputs(self._starts, (1, 0, 3), stride=12)
        program.inputs(self._ends, (2, 0, 3), stride=12)
        frame.gl.glDisable(gl.BLEND)
        frame.gl.glDepthMask(True)
        indices = self._coarse if coarse else self._triangles
        indices.bind()
        for lid in (0.0, 1.0)[: 1 + self.cut]:
            program.set(lid=lid)
            gl.draw_triangles(frame, 0, indices.size() // 4)
        indices.release()
        program.release(3)
        self._paint_curtain(frame)

    def _paint_curtain(self, frame: gl.Frame) -> None:
        program = self._curtain
        program.bind(matrix=frame.matrix, morph=self._morph, tall=TALL, floor=FLOOR, opacity=0.42)
        program.set(lid_color=self.lid)
        program.set_curve(self.curve)
        program.inputs(self._edge_places, (0, 0, 3), stride=12)
        program.inputs(self._edge_heights, (1, 0, 1), (2, 4, 1), stride=8)
        frame.gl.glEnable(gl.BLEND)
        frame.gl.glDepthMask(False)
        frame.gl.glDrawArrays(gl.TRIANGLE_STRIP, 0, self._edge_count)
        program.release(3)


def light(eye: QVector3D) -> QVector3D:
    """Direction to the light: over the viewer's left shoulder, so that the shape reads from every side."""
    out = QVector3D(eye.x(), eye.y(), 0.0).normalized()
    left = QVector3D(out.y(), -out.x(), 0.0)
    return (out * 0.45 + left * 0.75 + QVector3D(0.0, 0.0, 0.85)).normalized()


def halfway(eye: QVector3D) -> QVector3D:
    """Direction halfway between the light and the viewer, where a highlight lies."""
    return (light(eye) + eye.normalized()).normalized()


def shapes(heights: NDArray[np.float64] | Array) -> Array:
    """Height and slopes along x and y of each point, ``[rows, columns, 3]``, over the square from -1 to 1."""
    rows, columns = heights.shape
    along_y, along_x = np.gradient(heights, 2.0 / (rows - 1), 2.0 / (columns - 1))
    return np.stack([heights, along_x, along_y], axis=-1).astype(np.float32)


def places(rows: int, columns: int) -> Array:
    """Where the grid's points lie, ``[rows * columns, 2]``."""
    x, y = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(-1, 1, rows))
    return np.stack([x, y], axis=-1).reshape(-1, 2).astype(np.float32)


def triangles(rows: int, columns: int, stride: int = 1) -> NDArray[np.uint32]:
    """Two triangles a cell, anticlockwise from above, ``[triangles, 3]``; over every ``stride``-th point.

    The diagonal alternates from cell to cell, so that ridges do not show a grain.
    """
    corner = np.arange(rows * columns, dtype=np.uint32).reshape(rows, columns)[::stride, ::stride]
    a, b, c, d = corner[:-1, :-1], corner[:-1, 1:], corner[1:, 1:], corner[1:, :-1]
    odd = (np.indices(a.shape).sum(axis=0) % 2).astype(bool)
    first = np.where(odd[..., None], np.stack([a, b, d], -1), np.stack([a, b, c], -1))
    second = np.where(odd[..., None], np.stack([b, c, d], -1), np.stack([a, c, d], -1))
    return np.ascontiguousarray(np.concatenate([first, second], axis=-1).reshape(-1, 3))


def coarse_stride(rows: int, columns: int) -> int:
    """2 where the grid is fine enough to go without every second point, and ends on one that stays; else 1."""
    return 2 if min(rows, columns) >= FINE and rows % 2 and columns % 2 else 1


def border(rows: int, columns: int) -> NDArray[np.int64]:
    """Indices of the grid's outermost points, once around and back to the first."""
    corner = np.arange(rows * columns).reshape(rows, columns)
    around = [corner[0, :-1], corner[:-1, -1], corner[-1, :0:-1], corner[:0:-1, 0], corner[0, :1]]
    return np.concatenate(around)


def resampled(heights: Array | NDArray[np.float64], rows: int, columns: int) -> Array:
    """``heights`` on another grid over the same square, linearly interpolated."""
    if heights.shape == (rows, columns):
        return np.asarray(heights, np.float32)
    down, right = weights(heights.shape[0], rows), weights(heights.shape[1], columns)
    return np.asarray(down @ heights @ right.T, np.float32)


def weights(given: int, wanted: int) -> Array:
    """The matrix ``[wanted, given]`` that interpolates between evenly spread points."""
    spots = np.linspace(0, given - 1, wanted)
    return np.asarray(np.maximum(0, 1 - np.abs(spots[:, None] - np.arange(given))), np.float32)
