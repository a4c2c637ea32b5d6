"""The surface as a height field: a grid that flows from one state to the next.

Each vertex carries the place, height and slope it comes from and those it goes to; the shader mixes the two, so that a
morph costs one number a frame and a new surface one upload.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QVector3D
from PySide6.QtOpenGL import QOpenGLBuffer

from gdviz.views import gl_parts as gl

Array = NDArray[np.float32]

TALL = 0.62
"""Height of the box, whose floor reaches from -1 to 1."""
FLOOR = -0.30
"""Where the floor lies below the lowest loss."""
HANG = 0.14
"""How far the veil at the surface's edges hangs down."""
COARSE = 67
"""Points along a side that are enough for a surface in motion, and for its lines on the floor."""
OVERSHOOT = 1.6
"""Cut walls go on to this height, so that the cut through them is straight and not a staircase of grid cells."""


class HeightField:
    """A grid of heights over the square from -1 to 1, lit and contoured. Needs a current context only where said."""

    def __init__(self) -> None:
        """Flat, two by two, until `set_heights`."""
        self._from = self._to = shapes(np.zeros((2, 2)))
        self._came_from = places(2, 2)
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

    @property
    def morph(self) -> float:
        """How much of the way from the last heights to the new ones is done, from 0 to 1."""
        return self._morph

    def set_heights(self, heights: NDArray[np.float64], start: tuple[Array, Array] | None = None) -> None:
        """Goes to ``heights`` ``[rows, columns]``.

        Args:
            heights: Where to.
            start: From where: each point's height ``[rows, columns]`` and place ``[rows * columns, 2]`` in the box.
                None to be there at once.
        """
        target = shapes(heights)
        if target.shape != self._to.shape:
            self._dirty_grid = True
        self._from, self._to = (target if start is None else shapes(start[0])), target
        self._came_from = places(*target.shape[:2]) if start is None else start[1]
        self._morph, self._dirty_heights = (1.0 if start is None else 0.0), True

    def set_morph(self, part: float) -> None:
        """How much of the way to the new heights is done, from 0 to 1; eased at both ends."""
        part = float(np.clip(part, 0.0, 1.0))
        self._morph = part * part * (3.0 - 2.0 * part)

    def initialize(self) -> None:
        """Makes shaders and buffers in the current context."""
        inputs = ("a_place", "a_from", "a_to", "a_place_from")
        self._surface, self._traces = (gl.Program(name, name, inputs) for name in ("surface", "traces"))
        self._curtain = gl.Program("curtain", "curtain", inputs)
        self._places, self._starts, self._ends = gl.vertex_buffer(), gl.vertex_buffer(), gl.vertex_buffer()
        self._origins, self._edge_places, self._edge_heights = (gl.vertex_buffer() for _ in range(3))
        self._indices = {(lid, coarse): gl.index_buffer() for lid in (False, True) for coarse in (False, True)}
        self._dirty_grid = self._dirty_heights = True

    def _update(self) -> None:
        """Uploads what changed since the last frame."""
        rows, columns = self.shape
        if self._dirty_grid:
            gl.upload(self._places, places(rows, columns))
            strides = {False: 1, True: coarse_stride(rows, columns)}
            self._corners = {coarse: triangles(rows, columns, stride) for coarse, stride in strides.items()}
        if self._dirty_heights or self._dirty_grid:
            gl.upload(self._starts, self._from)
            gl.upload(self._ends, self._to)
            gl.upload(self._origins, self._came_from)
            self._upload_indices()
            self._upload_edge(rows, columns)
        self._dirty_grid = self._dirty_heights = False

    def _upload_indices(self) -> None:
        """Uploads which triangles have a part below the ceiling, and which have one above it that the lid covers."""
        below = (np.minimum(self._from[..., 0], self._to[..., 0]) <= 1.0).ravel()
        above = (np.maximum(self._from[..., 0], self._to[..., 0]) > 1.0).ravel()
        for coarse, corners in self._corners.items():
            gl.upload(self._indices[False, coarse], touching(corners, below))
            gl.upload(self._indices[True, coarse], touching(corners, above))

    def _upload_edge(self, rows: int, columns: int) -> None:
        """Uploads the border, each point twice: at the hem of the veil and up on the surface."""
        around = border(rows, columns)
        up = np.tile(np.array([0.0, 1.0], np.float32), len(around))[:, None]
        spots = [np.repeat(at[around], 2, axis=0) for at in (places(rows, columns), self._came_from)]
        heights = np.stack([self._from[..., 0].ravel()[around], self._to[..., 0].ravel()[around]], axis=1)
        gl.upload(self._edge_places, np.hstack([spots[0], up, spots[1]]).astype(np.float32))
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
        self._inputs(program)
        frame.gl.glDisable(gl.BLEND)
        frame.gl.glDepthMask(True)
        for lid in (False, True)[: 1 + self.cut]:
            program.set(lid=float(lid))
            self._draw(frame, self._indices[lid, coarse])
        program.release(4)
        self._paint_curtain(frame)

    def paint_traces(self, frame: gl.Frame, opacity: float) -> None:
        """Draws the contour lines on the floor, where the surface does not hide it."""
        program = self._traces
        program.bind(matrix=frame.matrix, morph=self._morph, floor=FLOOR + 0.001, pixel=frame.pixel, opacity=opacity)
        program.set(contours=QVector3D(*map(float, self.contours)))
        program.set_curve(self.curve)
        self._inputs(program)
        frame.gl.glEnable(gl.BLEND)
        frame.gl.glDepthMask(False)
        self._draw(frame, self._indices[False, True])
        program.release(4)

    def _inputs(self, program: gl.Program) -> None:
        for location, (buffer, size) in enumerate(
            ((self._places, 2), (self._starts, 3), (self._ends, 3), (self._origins, 2))
        ):
            program.inputs(buffer, (location, 0, size), stride=4 * size)

    @staticmethod
    def _draw(frame: gl.Frame, indices: QOpenGLBuffer) -> None:
        indices.bind()
        gl.draw_triangles(frame, 0, indices.size() // 4)
        indices.release()

    def _paint_curtain(self, frame: gl.Frame) -> None:
        program = self._curtain
        program.bind(matrix=frame.matrix, morph=self._morph, tall=TALL, floor=FLOOR, opacity=0.42)
        program.set(lid_color=self.lid, hang=HANG)
        program.set_curve(self.curve)
        program.inputs(self._edge_places, (0, 0, 3), (3, 12, 2), stride=20)
        program.inputs(self._edge_heights, (1, 0, 1), (2, 4, 1), stride=8)
        frame.gl.glEnable(gl.BLEND)
        frame.gl.glDepthMask(False)
        frame.gl.glDrawArrays(gl.TRIANGLE_STRIP, 0, self._edge_count)
        program.release(4)


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


@lru_cache(maxsize=8)
def places(rows: int, columns: int) -> Array:
    """Where the grid's points lie, ``[rows * columns, 2]``; read only."""
    x, y = np.meshgrid(np.linspace(-1, 1, columns), np.linspace(-1, 1, rows))
    found = np.stack([x, y], axis=-1).reshape(-1, 2).astype(np.float32)
    found.flags.writeable = False
    return found


def touching(corners: NDArray[np.uint32], marked: NDArray[np.bool_]) -> NDArray[np.uint32]:
    """The triangles ``[n, 3]`` of ``corners`` that have a corner among the ``marked`` points."""
    if marked.all():
        return corners
    first, second, third = (marked[corners[:, corner]] for corner in range(3))
    return corners[first | second | third]


@lru_cache(maxsize=8)
def triangles(rows: int, columns: int, stride: int = 1) -> NDArray[np.uint32]:
    """Two triangles a cell, anticlockwise from above, ``[triangles, 3]``; over every ``stride``-th point; read only.

    The diagonal alternates from cell to cell, so that ridges do not show a grain.
    """
    corner = np.arange(rows * columns, dtype=np.uint32).reshape(rows, columns)[::stride, ::stride]
    a, b, c, d = corner[:-1, :-1], corner[:-1, 1:], corner[1:, 1:], corner[1:, :-1]
    odd = (np.indices(a.shape).sum(axis=0) % 2).astype(bool)
    first = np.where(odd[..., None], np.stack([a, b, d], -1), np.stack([a, b, c], -1))
    second = np.where(odd[..., None], np.stack([b, c, d], -1), np.stack([a, c, d], -1))
    found = np.ascontiguousarray(np.concatenate([first, second], axis=-1).reshape(-1, 3))
    found.flags.writeable = False
    return found


def coarse_stride(rows: int, columns: int) -> int:
    """The least stride that leaves at most `COARSE` points a side and ends on the last one; else 1."""
    fitting = [stride for stride in (2, 3, 4) if (rows - 1) % stride == 0 and (columns - 1) % stride == 0]
    enough = [stride for stride in fitting if max(rows, columns) / stride <= COARSE]
    return min(enough, default=max(fitting, default=1)) if min(rows, columns) >= COARSE else 1


def border(rows: int, columns: int) -> NDArray[np.int64]:
    """Indices of the grid's outermost points, once around and back to the first."""
    corner = np.arange(rows * columns).reshape(rows, columns)
    around = [corner[0, :-1], corner[:-1, -1], corner[-1, :0:-1], corner[:0:-1, 0], corner[0, :1]]
    return np.concatenate(around)


def resampled(heights: Array | NDArray[np.float64], rows: int, columns: int) -> Array:
    """``heights`` on another grid over the same square, linearly interpolated.

    By indices and not by two products of matrices: numpy's library for these waits for threads of its own, for seconds
    where training takes all processors.
    """
    if heights.shape == (rows, columns):
        return np.asarray(heights, np.float32)
    values = np.asarray(heights, np.float32)
    i, u = _between(values.shape[0], rows)
    values = values[i] * (1 - u[:, None]) + values[i + 1] * u[:, None]
    j, v = _between(values.shape[1], columns)
    return np.asarray(values[:, j] * (1 - v) + values[:, j + 1] * v, np.float32)


def _between(given: int, wanted: int) -> tuple[NDArray[np.intp], Array]:
    """For ``wanted`` evenly spread places the point before each among ``given``, and how far beyond it each is."""
    spots = np.linspace(0, given - 1, wanted, dtype=np.float32)
    before = np.clip(spots.astype(np.intp), 0, given - 2)
    return before, spots - before.astype(np.float32)
