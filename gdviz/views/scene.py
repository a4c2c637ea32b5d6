"""The scene of the 3D view as OpenGL draws it: box, surface, lines on the floor, paths and marks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QOpenGLFunctions, QVector3D

from gdviz.views import gl_parts as gl
from gdviz.views import markers, stage
from gdviz.views.camera import FLOOR
from gdviz.views.colors import OUTLINE
from gdviz.views.height_field import HeightField
from gdviz.views.marks import INSIDE, Segments, Shadow, Sprites, clipped, simplified
from gdviz.views.theme import Theme

Array = NDArray[np.float32]

BALL_RADIUS = 8.5
MARK_RADIUS = 7.5
START_RADIUS = 6.5
PATH_WIDTH = 2.4
DOT_WIDTH = 5.0
HIDDEN = 0.5
"""Opacity of a ball where a ridge hides it; it must never be lost."""
THIN = 0.7
"""Width of the oldest part of a long path, as a part of the newest's."""


def _nothing() -> Array:
    return np.zeros((0, 3), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """The path of one run in the box.

    Attributes:
        points: ``[N, 4]``: place, and age from 0 for old to 1 for new.
        mark: Which of the other runs it is; None for the session's own.
        dots: Steps that get a dot, ``[M, 3]``.
        stems: Points that leave the surface ``[S, 3]``.
        feet: The surface under them, ``[S, 3]``.
        foot: The surface under the ball where that leaves it, ``[3]``, or None.
    """

    points: Array
    mark: int | None = None
    dots: Array = field(default_factory=_nothing)
    stems: Array = field(default_factory=_nothing)
    feet: Array = field(default_factory=_nothing)
    foot: Array | None = None


class Scene:
    """Everything that OpenGL draws of the 3D view. Needs a current context only where said.

    Attributes:
        field: The surface.
        bare: Whether there is nothing to see but the box.
    """

    def __init__(self) -> None:
        """An empty box."""
        self.field = HeightField()
        self.bare = True
        self._theme: Theme | None = None
        self._placed: Sequence[Placed] = ()
        self._grid, self._paths, self._dots, self._stems = (Segments() for _ in range(4))
        self._sprites, self._shadow = Sprites(), Shadow()
        self._pieces: list[slice] = []
        self.set_axes(stage.Axes())

    def set_theme(self, theme: Theme, curve: NDArray[np.float64]) -> None:
        """Draws in ``theme``'s colours, with the colour map's polynomial ``curve``."""
        self._theme = theme
        self.field.curve = curve
        self.field.under, self.field.lid = gl.rgb(theme.border), gl.rgb(gl.mixed(theme.border, theme.muted, 0.35))

    def set_axes(self, axes: stage.Axes) -> None:
        """Shows other ticks."""
        starts, ends, self._groups = stage.grid(axes)
        self._grid.set_pieces(starts, ends)

    def set_paths(self, placed: Sequence[Placed]) -> None:
        """Shows other paths, the session's own last."""
        self._placed = placed
        lines = [simplified(each.points) for each in placed]
        cut = [clipped(line[:-1], line[1:], INSIDE) for line in lines]
        edges = np.cumsum([0, *(len(starts) for starts, _ in cut)])
        self._pieces = [slice(int(a), int(b)) for a, b in pairwise(edges)]
        empty = np.zeros((0, 4), np.float32)
        starts, ends = (np.concatenate([empty, *(pair[side] for pair in cut)]) for side in (0, 1))
        self._paths.set_pieces(starts, ends)
        own = placed[-1] if placed and placed[-1].mark is None else Placed(empty)
        self._dots.set_pieces(own.dots, own.dots)
        self._stems.set_pieces(own.stems, own.feet)

    @property
    def ball(self) -> Array | None:
        """Where the last path's ball is, ``[3]``; None where there is none in the box."""
        last = self._placed[-1].points[-1, :3] if self._placed else None
        return last if last is not None and _within(last) else None

    def initialize(self) -> None:
        """Makes shaders and buffers in the current context."""
        parts = (self.field, self._grid, self._paths, self._dots, self._stems, self._sprites, self._shadow)
        for part in parts:
            part.initialize()

    def paint(self, frame: gl.Frame, coarse: bool) -> None:
        """Draws everything in the current context."""
        assert self._theme is not None, "a theme is set before anything is drawn"
        theme = self._theme
        _clear(frame.gl, theme)
        depth = 0.16 if theme.name == "light" else 0.38
        self._shadow.paint(frame, FLOOR - 0.002, 0.5 * depth if self.bare else depth)
        self._paint_grid(frame, theme)
        if self.bare:
            return
        self.field.paint(frame, coarse)
        self.field.paint_traces(frame, 0.9 if theme.name == "light" else 0.6)
        if self._placed:
            self._paint_paths(frame, theme)
            self._paint_stems(frame, theme)
            self._paint_marks(frame, theme)

    def _paint_grid(self, frame: gl.Frame, theme: Theme) -> None:
        self._grid.begin(frame)
        for group in (0, *stage.back_walls(frame.eye)):
            self._grid.draw(frame, theme.muted, 1.0, 0.3 if group == 0 else 0.24, pieces=self._groups[group])
        self._grid.end()

    def _paint_paths(self, frame: gl.Frame, theme: Theme) -> None:
        """Each path on the floor, faintly where a ridge hides it, and with an outline over the surface."""
        old = gl.mixed(theme.path, "#3b4658", 0.45)
        self._paths.begin(frame)
        self._paths.draw(frame, OUTLINE, 2.0, 0.35, edge=INSIDE, butt=True, level=FLOOR + 0.002)
        for placed, pieces in zip(self._placed, self._pieces, strict=True):
            color = theme.path if placed.mark is None else markers.color(theme, placed.mark)
            rim = OUTLINE if placed.mark is None else markers.rim(color)
            faded = old if placed.mark is None else gl.mixed(color, rim, 0.35)
            frame.gl.glDepthFunc(gl.GREATER)
            self._paths.draw(frame, color, PATH_WIDTH, 0.25, 0.03, INSIDE, butt=True, pieces=pieces, thin=THIN)
            frame.gl.glDepthFunc(gl.LESS_OR_EQUAL)
            self._paths.draw(frame, rim, PATH_WIDTH + 2.6, 0.75, 0.03, INSIDE, pieces=pieces, thin=THIN)
            self._paths.draw(frame, color, PATH_WIDTH, 1.0, 0.03, INSIDE, pieces=pieces, old=faded, thin=THIN)
        self._paths.end()
        self._dots.begin(frame)
        self._dots.draw(frame, OUTLINE, DOT_WIDTH + 2.4, 0.85, 0.035, INSIDE)
        self._dots.draw(frame, theme.path, DOT_WIDTH, 1.0, 0.035, INSIDE)
        self._dots.end()

    def _paint_stems(self, frame: gl.Frame, theme: Theme) -> None:
        """Thin lines from the path to the surface it leaves, a strong one at the ball."""
        last = self._stems.count - 1
        strong = self._placed[-1].foot is not None
        self._stems.begin(frame)
        frame.gl.glDisable(gl.DEPTH_TEST)
        self._stems.draw(frame, theme.path, 1.2, 0.55, edge=INSIDE, butt=True)
        if strong and last >= 0:
            self._stems.draw(frame, OUTLINE, 4.0, 0.7, pieces=slice(last, last + 1))
            self._stems.draw(frame, theme.ball, 2.0, pieces=slice(last, last + 1))
        self._stems.end()
        frame.gl.glEnable(gl.DEPTH_TEST)

    def _paint_marks(self, frame: gl.Frame, theme: Theme) -> None:
        self._sprites.begin(frame)
        for order, opacity in ((gl.GREATER, HIDDEN), (gl.LESS_OR_EQUAL, 1.0)):
            frame.gl.glDepthFunc(order)
            self._paint_start(frame, theme, opacity)
            for placed in self._placed:
                self._paint_ball(frame, theme, placed, opacity)
        self._sprites.end()

    def _paint_start(self, frame: gl.Frame, theme: Theme, opacity: float) -> None:
        """The start of each run, once where they are the same."""
        starts = {tuple(np.round(each.points[0, :3], 3)): each.points[0] for each in self._placed}
        for start in starts.values():
            if _within(start):
                self._sprites.draw(frame, _vector(start), theme.path, START_RADIUS, hole=1.5, opacity=opacity)

    def _paint_ball(self, frame: gl.Frame, theme: Theme, placed: Placed, opacity: float) -> None:
        if not _within(placed.points[-1]):
            return
        place = _vector(placed.points[-1])
        if placed.mark is not None:
            color, corners = markers.color(theme, placed.mark), markers.outline(placed.mark)
            self._sprites.draw(frame, place, color, MARK_RADIUS, markers.rim(color), opacity=opacity, corners=corners)
            return
        if placed.foot is not None:
            self._sprites.draw(frame, _vector(placed.foot), theme.ball, 5.5, hole=1.8, opacity=opacity)
        self._sprites.draw(frame, place, theme.ball, BALL_RADIUS, opacity=opacity)


def _clear(functions: QOpenGLFunctions, theme: Theme) -> None:
    """Sets every switch that the last frame may have left otherwise, and the background."""
    back = gl.rgb(theme.background)
    for switch in (gl.CULL_FACE, gl.STENCIL_TEST, gl.SCISSOR_TEST):
        functions.glDisable(switch)
    functions.glEnable(gl.DEPTH_TEST)
    functions.glDepthFunc(gl.LESS_OR_EQUAL)
    functions.glDepthMask(True)
    functions.glBlendFuncSeparate(gl.SOURCE_ALPHA, gl.ONE_MINUS_SOURCE_ALPHA, gl.ONE, gl.ONE_MINUS_SOURCE_ALPHA)
    functions.glClearColor(back.x(), back.y(), back.z(), 1.0)
    functions.glClear(gl.COLOR_BIT | gl.DEPTH_BIT)


def _vector(point: Array) -> QVector3D:
    return QVector3D(float(point[0]), float(point[1]), float(point[2]))


def _within(point: Array) -> bool:
    """Whether a place is not far outside the box, where a ball would float in nothing."""
    return bool(np.all(np.abs(point[:2]) <= 1.0 + 1e-4))
