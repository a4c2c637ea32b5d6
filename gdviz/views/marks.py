"""What lies over the surface: the path, its start, the ball, the stem, and the thin lines of the box."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QVector3D

from gdviz.views import gl_parts as gl

Array = NDArray[np.float32]

EVERYWHERE = 1e9
INSIDE = 1.004
_CORNERS = np.array([[0, -1], [0, 1], [1, 1], [0, -1], [1, 1], [1, -1]], np.float32)


class Segments:
    """Straight pieces of line, any number, drawn antialiased at any width in pixels."""

    def __init__(self) -> None:
        """Empty."""
        self._vertices = np.zeros((0, 8), np.float32)
        self._dirty = True

    @property
    def count(self) -> int:
        """Number of pieces."""
        return len(self._vertices) // len(_CORNERS)

    def set_path(self, points: Array) -> None:
        """One line through ``points`` ``[N, 3]``."""
        self.set_pieces(points[:-1], points[1:])

    def set_pieces(self, starts: Array, ends: Array) -> None:
        """Lines from each of ``starts`` ``[N, 3]`` to its fellow in ``ends``."""
        vertices = np.empty((len(starts), len(_CORNERS), 8), np.float32)
        vertices[..., 0:3], vertices[..., 3:6], vertices[..., 6:8] = starts[:, None], ends[:, None], _CORNERS
        self._vertices, self._dirty = vertices.reshape(-1, 8), True

    def initialize(self) -> None:
        """Makes shader and buffer in the current context."""
        self._program = gl.Program("segments", "segments", ("a_start", "a_end", "a_corner"))
        self._buffer, self._dirty = gl.vertex_buffer(), True

    def begin(self, frame: gl.Frame) -> None:
        """Prepares to `draw` one or more times."""
        if self._dirty:
            gl.upload(self._buffer, self._vertices)
            self._dirty = False
        self._program.bind(matrix=frame.matrix, eye=frame.eye, half_window=frame.half_window)
        self._program.inputs(self._buffer, (0, 0, 3), (1, 12, 3), (2, 24, 2), stride=32)
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
        pieces: slice = slice(None),
    ) -> None:
        """Draws some ``pieces``.

        Args:
            frame: The frame, given to `begin` too.
            color: ``#rrggbb``.
            width: In logical pixels.
            opacity: From 0 to 1.
            lift: How far towards the eye, so that a line on the surface is not half inside it.
            edge: Parts outside the square of this half width are left out.
            pieces: Which; all by default.
        """
        first, last, _ = pieces.indices(self.count)
        if last <= first:
            return
        self._program.set(color=gl.rgba(color, opacity), radius=0.5 * width * frame.pixel, lift=lift, edge=edge)
        frame.gl.glDrawArrays(gl.TRIANGLES, first * len(_CORNERS), (last - first) * len(_CORNERS))

    def end(self) -> None:
        """Undoes `begin`."""
        self._program.release(3)


class Sprites:
    """Round marks of a fixed size on screen."""

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
        lift: float = 0.05,
    ) -> None:
        """Draws a ball of ``radius`` logical pixels at ``center``, or a ring where ``hole`` is its inner radius."""
        self._program.set(center=center, color=gl.rgba(color, opacity), rim=gl.rgb(rim), lift=lift)
        self._program.set(radius=radius * frame.pixel, hole=hole * frame.pixel)
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
