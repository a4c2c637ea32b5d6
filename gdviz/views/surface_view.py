"""The loss surface in 3D, with the paths that training takes over it.

Import it only where `gdviz.views.opengl.opengl_problem` has nothing to say; `gdviz.views.map_view` shows the same flat.
"""

from dataclasses import replace
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from gdviz.core.compare import same_landscape
from gdviz.core.experiment import Experiment
from gdviz.core.height import HeightScale, round_ticks
from gdviz.core.plane import Surface, sampled
from gdviz.views import captions
from gdviz.views.arrows import arrows_of
from gdviz.views.camera import TALL, Camera
from gdviz.views.colors import color_table
from gdviz.views.first_view import first_view, seen, usual_view
from gdviz.views.height_field import OVERSHOOT
from gdviz.views.opengl import refusal
from gdviz.views.path import Trail
from gdviz.views.picture import Picture, Shown
from gdviz.views.scene import Placed
from gdviz.views.stage import Axes, Tick
from gdviz.views.surface_canvas import Pointers, SurfaceCanvas
from gdviz.views.theme import Theme, load_theme
from gdviz.views.window import Window, beginning
from gdviz.worker.words import spoken

Array = NDArray[np.float32]

STEM_FROM = 0.02
"""A point nearer to the surface than this part of the box's height gets no stem."""
ARROW_POINTS = 25
"""Points of an arrow's line, which follows the surface."""
LOST_MS = 700
"""Milliseconds for which the ball must be hidden before the camera goes where it is seen."""


class SurfaceView(Picture):
    """Shows the session's surface and paths in 3D.

    Args:
        session: Where they come from.
        parent: The widget it belongs to.
    """

    legend_place: ClassVar[tuple[int, int]] = (-8, 8)
    _viewed: Experiment | None = None

    failed = Signal(str)
    """OpenGL does not work after all, and why, in a sentence. The map should take its place."""

    def __init__(self, session: Shown, parent: QWidget | None = None) -> None:
        """Shows what the session holds now, and from then on whatever it announces."""
        super().__init__(session, parent)
        self.canvas = SurfaceCanvas(self, session.turns)
        self.canvas.before_frame = self._place_all
        self.canvas.failed.connect(self._on_failed)
        self._from_scale = self._drawn_scale = HeightScale("linear", 0.0, 1.0)
        self._from_window = self._to_window = Window(np.eye(2), np.zeros(2))
        self._stale = True
        self.canvas.find_view = self._find_view
        self._lost = QTimer(self, singleShot=True, interval=LOST_MS)
        self._lost.timeout.connect(self._seek_ball)
        keys = self.tr("Loss surface in 3D: arrow keys turn it, plus and minus zoom, Home resets")
        self._lay_out(self.canvas, self.tr("Loss surface in 3D"), keys)
        self.set_theme(load_theme("dark"))
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        super().set_theme(theme)
        self.canvas.set_theme(theme, color_table(theme))

    @property
    def camera(self) -> Camera:
        """Where the surface is looked at from."""
        return self.canvas.camera

    def look(self, camera: Camera) -> None:
        """Looks at the surface through another camera."""
        self.canvas.look(camera)

    def _on_failed(self, reason: str) -> None:
        self.failed.emit(refusal(reason))

    # The surface

    def _draw_surface(self, before: Surface | None) -> None:
        surface = self._surface
        self.canvas.message = "" if surface is not None else captions.empty()
        self._stale = True
        if surface is None:
            self.canvas.moved()
            return
        field = self.canvas.scene.field
        start = beginning(field.drawn, self._window(), before, surface) if before is not None else None
        self._from_scale = self._drawn_scale if start is not None else self._scale
        self._to_window = Window.of(surface)
        self._from_window = start[0] if start is not None else self._to_window
        self._drawn_scale = self._scale
        field.contours = self._scale.contours()
        self.canvas.set_heights(self._scale.heights(surface.loss, OVERSHOOT), start and (start[1], start[2]))
        if before is not surface:
            self._session.turns.add(self, self._seek)

    # Where it is looked at from

    def _seek(self) -> None:
        """Goes where the new surface is seen well: of another landscape from any side, of the same one if need be."""
        viewed, self._viewed = self._viewed, self._session.experiment
        another = viewed is not None and not same_landscape(viewed, self._viewed)
        self.canvas.chosen = self.canvas.chosen and not another
        self.canvas.seek(another or viewed is None)
        if viewed is None:
            self.canvas.arrive()

    def _find_view(self, usual: Camera | None) -> Camera:
        usual = usual or usual_view(self.canvas.width() / max(self.canvas.height(), 1))
        if self._surface is None:
            return usual
        window, trails = Window.of(self._surface), self.trails()
        paths = [np.column_stack([window.box(each.flat), TALL * self._scale.heights(each.losses)]) for each in trails]
        return first_view(self._scale.heights(self._surface.loss), paths, usual)

    def _seek_ball(self) -> None:
        self.canvas.seek()

    def _look_after_ball(self) -> None:
        """Goes where the ball is seen when it has been hidden for a while."""
        placed = self.canvas.scene.ball
        hidden = placed is not None and not seen(self.camera, self.canvas.scene.field.drawn, placed[None])[0]
        if not hidden or self.canvas.chosen:
            self._lost.stop()
        elif not self._lost.isActive():
            self._lost.start()

    def _window(self) -> Window:
        """Where the surface's coordinates are in the box now, in the middle of a morph too."""
        return self._from_window.toward(self._to_window, self.canvas.scene.field.morph)

    def _heights(self, losses: Array) -> NDArray[np.float64]:
        """Heights of losses as they are now."""
        part, new = self.canvas.scene.field.morph, self._scale.heights(losses)
        if part == 1.0 or self._from_scale == self._scale:
            return new
        return np.asarray((1 - part) * self._from_scale.heights(losses) + part * new)

    # The paths

    def _draw_paths(self) -> None:
        self._stale = True
        self.canvas.moved()

    def _draw_arrows(self) -> None:
        self._draw_paths()

    def _place_all(self) -> None:
        """Puts axes, paths and arrows where they belong in the frame that is about to be drawn."""
        if not self._stale or self._surface is None:
            return
        self._stale = self.canvas.scene.field.morph < 1.0
        window = self._window()
        self.canvas.set_axes(self._axes(self._surface, window))
        self.canvas.scene.set_paths([self._placed(self._surface, window, trail) for trail in self.trails()])
        self.canvas.pointers = self._pointers(self._surface, window)
        self._look_after_ball()

    def hideEvent(self, event: QHideEvent) -> None:
        """Looks after nothing any more."""
        super().hideEvent(event)
        self._lost.stop()

    def _placed(self, surface: Surface, window: Window, trail: Trail) -> Placed:
        heights = self._heights(trail.losses)
        box = np.column_stack([window.box(trail.flat), TALL * heights, trail.ages]).astype(np.float32)
        if trail.mark is not None:
            return Placed(box, trail.mark)
        inside = np.all(np.abs(box[:, :2]) <= 1.0 + 1e-4, axis=1)
        dots = box[1:-1, :3][inside[1:-1]] if trail.few else np.zeros((0, 3), np.float32)
        if surface.plane.kind == "exact":
            return Placed(box, None, dots)
        rows = trail.stem_rows()
        below = self._below(surface, trail.flat[rows])
        leaves = inside[rows] & (np.abs(below - heights[rows]) > STEM_FROM)
        stems = box[rows[leaves], :3]
        feet = np.column_stack([stems[:, :2], TALL * below[leaves]]).astype(np.float32)
        foot = feet[-1] if len(feet) and rows[leaves][-1] == len(box) - 1 else None
        return Placed(box, None, dots, stems, feet, foot)

    def _below(self, surface: Surface, flat: Array) -> NDArray[np.float64]:
        """The height of the drawn surface under points of the plane; NaN beyond it."""
        drawn = replace(surface, loss=np.minimum(self.canvas.scene.field.drawn, 1.0).astype(np.float32))
        return sampled(drawn, flat).astype(np.float64)

    def _pointers(self, surface: Surface, window: Window) -> Pointers:
        """The arrows over the surface, from the ball on."""
        arrows = None
        if self._arrows_shown:
            side = min(self.canvas.width(), self.canvas.height()) / 2.8
            arrows = arrows_of(surface, self._anatomy, lambda move: side * float(np.hypot(*(move @ window.matrix))))
        self.legend.show_arrows(arrows)
        if arrows is None:
            return Pointers({})
        part = np.linspace(0.0, 1.0, ARROW_POINTS)[:, None]
        drawn = {kind: move for kind, move in arrows.moves.items() if self.legend.wanted(kind)}
        lift = self._lift(surface, arrows.start)
        lines = {kind: self._draped(surface, window, arrows.start + part * move, lift) for kind, move in drawn.items()}
        landing = self._draped(surface, window, arrows.landing[None], lift) if "step" in drawn else None
        return Pointers(lines, landing[0] if landing is not None and len(landing) else None)

    def _lift(self, surface: Surface, start: Array) -> float:
        """How far the ball is above the surface, in heights."""
        own = [trail for trail in self.trails() if trail.mark is None]
        below = self._below(surface, start[None])[0]
        if not own or not np.isfinite(below):
            return 0.0
        return float(self._heights(own[0].losses[-1:])[0] - below)

    def _draped(self, surface: Surface, window: Window, flat: NDArray[Any], lift: float) -> Array:
        """A line over the surface, ``[N, 3]``, as far as it stays in the box."""
        below = self._below(surface, flat.astype(np.float32))
        outside = np.flatnonzero(~np.isfinite(below))
        end = int(outside[0]) if len(outside) else len(flat)
        line = np.column_stack([window.box(flat), TALL * np.clip(below + lift, 0.0, 1.0)])
        return line[:end].astype(np.float32)

    # The axes

    def _axes(self, surface: Surface, window: Window) -> Axes:
        """Names and ticks for ``surface`` where they are now."""
        sides = [_ticks(axis, window, number) for number, axis in enumerate((surface.x, surface.y))]
        known = bool(np.isfinite(surface.loss).any())
        ticks = self._scale.ticks() if known else []
        heights = self._heights(np.array([value for value, _ in ticks]))
        first, second = (*map(spoken, surface.plane.names), "", "")[:2]
        upright = tuple((float(height), word) for height, (_, word) in zip(heights, ticks, strict=True))
        return Axes((first, second, captions.height_name(self._scale)), sides[0], sides[1], upright)


def _ticks(axis: Array, window: Window, number: int) -> tuple[Tick, ...]:
    """Round numbers along an axis, and where each is in the box; those outside are left out."""
    found = round_ticks(float(axis[0]), float(axis[-1]), 6)
    points = np.zeros((len(found), 2))
    points[:, number] = [value for value, _ in found]
    places_in_box = window.box(points)[:, number]
    return tuple(
        (float(place), word) for place, (_, word) in zip(places_in_box, found, strict=True) if abs(place) <= 1.001
    )
