"""What lies over the surface: the path, its start, the ball, the stem, and the thin lines of the box."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QVector3D

from gdviz.views import gl_parts as gl
from gdviz.views.markers import ROUND

Array = NDArray[np.float32]

EVERYWHERE = 1e9
VERTEX = 10
"""Numbers of a line's vertex: both ends, which corner it is, and the age of both ends."""
INSIDE = 1.004
_CORNERS = np.array([[0, -1], [0, 1], [1, 1], [1, -1]], np.float32)
_TRIANGLES = np.array([0, 1, 2, 0, 2, 3], np.uint32)


class Segments:
    """Straight pieces of line, any number, drawn antialiased at any width in pixels."""

    def __init__(self) -> None:
        """Empty."""
        self._vertices = np.zeros((0, VERTEX), np.float32)
        self._dirty = True

    @property
    def count(self) -> int:
        """Number of pieces."""
        return len(self._vertices) // len(_CORNERS)

    def set_path(self, points: Array) -> None:
        """One line through ``points`` ``[N, 3]``, or ``[N, 4]`` with the age of each: 0 for old, 1 for new."""
        self.set_pieces(points[:-1], points[1:])

    def set_pieces(self, starts: Array, ends: Array) -> None:
        """Lines from each of ``starts`` ``[N, 3]``, or ``[N, 4]`` with its age, to its fellow in ``ends``."""
        vertices = np.ones((len(starts), len(_CORNERS), VERTEX), np.float32)
        vertices[..., 0:3], vertices[..., 3:6], vertices[..., 6:8] = starts[:, None, :3], ends[:, None, :3], _CORNERS
        if starts.shape[1] > 3:
            vertices[..., 8], vertices[..., 9] = starts[:, None, 3], ends[:, None, 3]
        self._vertices, self._dirty = vertices.reshape(-1, VERTEX), True

    def initialize(self) -> None:
        """Makes shader and buffer in the current context."""
        self._program = gl.Program("segments", "segments", ("a_start", "a_end", "a_corner", "a_age"))
        self._buffer, self._indices = gl.vertex_buffer(), gl.index_buffer()
        self._indexed, self._dirty = 0, True

    def begin(self, frame: gl.Frame) -> None:
        """Prepares to `draw` one or more times."""
        if self._dirty:
            gl.upload(self._buffer, self._vertices)
            if self.count > self._indexed:
                self._indexed = 2 * self.count
                corners = len(_CORNERS) * np.arange(self._indexed, dtype=np.uint32)
                gl.upload(self._indices, (corners[:, None] + _TRIANGLES).ravel())
            self._dirty = False
        self._program.bind(matrix=frame.matrix, eye=frame.eye, half_window=frame.half_window)
        self._program.inputs(self._buffer, (0, 0, 3), (1, 12, 3), (2, 24, 2), (3, 32, 2), stride=4 * VERTEX)
        frame.gl.glEnable(gl.BLEND)
        frame.gl.glDepthMask(False)

    def draw(
        self,
        frame: gl.Frame,
        color: str,
        width: float,
        opacity: float = 1.0,
        lift: float = 0.0,
        edge: float = EVERYWHERE,
        butt: bool = False,
        pieces: slice = slice(None),
        old: str | None = None,
        thin: float = 1.0,
        level: float | None = None,
    ) -> None:
        """Draws some ``pieces``.

        Args:
            frame: The frame, given to `begin` too.
            color: ``#rrggbb``.
            width: In logical pixels.
            opacity: From 0 to 1.
            lift: How far towards the eye, so that a line on the surface is not half inside it.
            edge: Parts outside the square of this half width are left out.
            butt: Ends are cut straight: what is translucent must not overlap at every joint.
            pieces: Which; all by default.
            old: Colour of what is old, where it is another.
            thin: Width of what is old, as a part of ``width``.
            level: The height at which all of it lies, flattened; as it is by default.
        """
        first, last, _ = pieces.indices(self.count)
        if last <= first:
            return
        self._program.set(color=gl.rgba(color, opacity), radius=0.5 * width * frame.pixel, lift=lift, edge=edge)
        self._program.set(butt=float(butt), old=gl.rgb(old or color), thin=thin)
        self._program.set(level=level or 0.0, flat=float(level is not None))
        self._indices.bind()
        gl.draw_triangles(frame, first * len(_TRIANGLES), (last - first) * len(_TRIANGLES))
        self._indices.release()

    def end(self) -> None:
        """Undoes `begin`."""
        self._program.release(4)


def simplified(points: Array, least: float = 0.0015) -> Array:
    """``points`` ``[N, 3 or more]`` without those that change the line by less than ``least``; the ends stay.

    A run that has settled takes thousands of steps within a pixel, and each would be drawn.
    """
    for _ in range(6):
        if len(points) < 8:
            break
        before, here, after = points[:-2:2], points[1:-1:2], points[2::2]
        chord, out = (after[: len(here)] - before)[:, :3], (here - before)[:, :3]
        part = np.clip(_dots(out, chord) / np.maximum(_dots(chord, chord), 1e-12), 0.0, 1.0)
        off = out - part[:, None] * chord
        keep = np.ones(len(points), bool)
        keep[1:-1:2] = _dots(off, off) > least**2
        points = points[keep]
    return points


def _dots(one: Array, other: Array) -> Array:
    """The scalar product of each row with its fellow; numpy sums short rows slowly."""
    return np.asarray(np.einsum("ij,ij->i", one, other))


def clipped(starts: Array, ends: Array, edge: float = 1.0) -> tuple[Array, Array]:
    """Lines from ``starts`` ``[N, 2 or more]`` to ``ends``, cut off where they leave the square of half width ``edge``.

    What lies wholly outside is left out: a run that explodes is millions of times as far away as the box is wide, and
    behind the viewer.
    """
    if not len(starts) or max(np.abs(starts[:, :2]).max(), np.abs(ends[:, :2]).max()) <= edge:
        return starts, ends
    first, way = starts.astype(np.float64), ends.astype(np.float64) - starts
    enter, leave = np.zeros(len(first)), np.ones(len(first))
    with np.errstate(divide="ignore", invalid="ignore"):
        for axis in (0, 1):
            near, far = ((side - first[:, axis]) / way[:, axis] for side in (-edge, edge))
            still = way[:, axis] == 0
            apart = still & (np.abs(first[:, axis]) > edge)
            low = np.where(still, np.where(apart, 2.0, 0.0), np.minimum(near, far))
            high = np.where(still, 1.0, np.maximum(near, far))
            enter, leave = np.maximum(enter, low), np.minimum(leave, high)
    kept = enter <= leave
    first, way, enter, leave = first[kept], way[kept], enter[kept, None], leave[kept, None]
    return np.asarray(first + enter * way, np.float32), np.asarray(first + leave * way, np.float32)


class Sprites:
    """Marks of a fixed size on screen."""

    def initialize(self) -> None:
        """Makes shader and buffer in the current context."""
        self._program = gl.Program("sprite", "sprite", ("a_place",))
        self._buffer = gl.vertex_buffer()
        corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]], np.float32)
        gl.upload(self._buffer, corners)

    def begin(self, frame: gl.Frame) -> None:
        """Prepares to `draw` one or more times."""
        self._program.bind(matrix=frame.matrix, eye=frame.eye, half_window=frame.half_window)
        self._program.inputs(self._buffer, (0, 0, 2), stride=8)
        frame.gl.glEnable(gl.BLEND)
        frame.gl.glDepthMask(False)

    def draw(
        self,
        frame: gl.Frame,
        center: QVector3D,
        color: str,
        radius: float,
        rim: str = "#10141c",
        hole: float = 0.0,
        opacity: float = 1.0,
        lift: float = 0.08,
        corners: NDArray[np.float64] = ROUND,
    ) -> None:
        """Draws a ball of ``radius`` logical pixels at ``center``, a ring where ``hole`` is its inner radius.

        With ``corners`` ``[N, 2]``, at most 12 of them and 1 from the middle, it is a flat mark of that outline.
        """
        self._program.set(count=float(len(corners)))
        self._program.set_pairs("corners", corners)
        self._program.set(center=center, color=gl.rgba(color, opacity), rim=gl.rgb(rim), lift=lift)
        self._program.set(radius=radius * frame.pixel, hole=hole * frame.pixel, pixel=frame.pixel)
        frame.gl.glDrawArrays(gl.TRIANGLES, 0, 6)

    def end(self) -> None:
        """Undoes `begin`."""
        self._program.release(1)


class Shadow:
    """The soft shadow under the box."""

    SIZE = 1.55

    def initialize(self) -> None:
        """Makes shader and buffer in the current context."""
        self._program = gl.Program("floor", "floor", ("a_place",))
        self._buffer = gl.vertex_buffer()
        gl.upload(self._buffer, np.array([[-1, -1], [1, -1], [1, 1], [-1, -1], [1, 1], [-1, 1]], np.float32))

    def paint(self, frame: gl.Frame, height: float, opacity: float) -> None:
        """Draws it at ``height``."""
        self._program.bind(matrix=frame.matrix, size=self.SIZE, floor=height, shadow=gl.rgba("#000000", opacity))
        self._program.inputs(self._buffer, (0, 0, 2), stride=8)
        frame.gl.glEnable(gl.BLEND)
        frame.gl.glDepthMask(False)
        frame.gl.glDrawArrays(gl.TRIANGLES, 0, 6)
        self._program.release(1)
