"""The loss surface in 3D, with the path that training takes over it.

Import it only where `gdviz.views.opengl.opengl_problem` has nothing to say; `gdviz.views.map_view` shows the same flat.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gdviz.core.height import HeightScale, Kind, round_ticks
from gdviz.core.plane import Surface, sampled
from gdviz.core.trajectory import Trajectory
from gdviz.views import captions
from gdviz.views.camera import Camera
from gdviz.views.gl_parts import color_curve
from gdviz.views.height_field import OVERSHOOT, TALL
from gdviz.views.path import flat_path, path_losses
from gdviz.views.plots import color_table
from gdviz.views.stage import Axes
from gdviz.views.surface_canvas import SurfaceCanvas
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session

Array = NDArray[np.float32]

STEM_FROM = 0.02
"""A ball nearer to the surface than this part of the box's height gets no stem."""


class SurfaceView(QWidget):
    """Shows the session's surface and trajectory in 3D.

    Args:
        session: Where they come from.
        parent: The widget it belongs to.

    Signals:
        failed: OpenGL does not work after all, and why. The map should take its place.
    """

    failed = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Shows what the session holds now, and from then on whatever it announces."""
        super().__init__(parent)
        self._surface: Surface | None = None
        self._trajectory: Trajectory | None = None
        self._scale = HeightScale("linear", 0.0, 1.0)
        self._kind: Kind = "auto"
        self._last_step: int | None = None
        self.canvas, self.caption = SurfaceCanvas(self), QLabel(self)
        self._lay_out()
        self.canvas.failed.connect(self.failed)
        self.set_theme(load_theme("dark"))
        session.surface_changed.connect(self.set_surface)
        session.trajectory_changed.connect(self.set_trajectory)
        self.set_trajectory(session.trajectory)
        self.set_surface(session.surface)

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Loss surface in 3D"))
        self.canvas.setAccessibleName(
            self.tr("Loss surface in 3D: arrow keys turn it, plus and minus zoom, Home resets")
        )
        self.setFocusProxy(self.canvas)
        self.caption.setWordWrap(True)
        self.caption.setAccessibleName(self.tr("What this surface shows"))
        self.caption.setContentsMargins(14, 4, 14, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.caption)

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        self.canvas.set_theme(theme, color_curve(color_table(theme)))
        self.caption.setStyleSheet(f"background: {theme.background}; color: {theme.muted}")

    @property
    def scale(self) -> HeightScale:
        """How losses are turned into heights now."""
        return self._scale

    @property
    def camera(self) -> Camera:
        """Where the surface is looked at from."""
        return self.canvas.camera

    def look(self, camera: Camera) -> None:
        """Looks at the surface through another camera."""
        self.canvas.look(camera)

    def set_surface(self, surface: Surface | None) -> None:
        """Shows ``surface``; None, or a line, leaves the box empty."""
        before, self._surface = self._surface, surface if surface is not None and surface.loss.ndim == 2 else None
        self.canvas.message = "" if self._surface is not None else captions.empty()
        self._rescale(morph=before is not None)
        self._draw_path()

    def set_trajectory(self, trajectory: Trajectory | None) -> None:
        """Shows the path of ``trajectory``; called again as it grows."""
        self._trajectory = trajectory
        if not self._scale.holds(path_losses(self._surface, trajectory)):
            self._rescale(morph=True)
        self._draw_path()

    def set_last_step(self, step: int | None) -> None:
        """Shows the path only up to ``step``, as it was then; None for all of it."""
        self._last_step = step
        self._draw_path()

    def set_scale(self, kind: Kind) -> None:
        """Draws heights on a linear or logarithmic scale, or on whichever fits."""
        self._kind = kind
        self._rescale(morph=True)
        self._draw_path()

    def _rescale(self, morph: bool) -> None:
        """Chooses a scale for what is shown, and the ticks and words that follow from it."""
        if self._surface is None:
            self.caption.setText("")
            return
        losses = path_losses(self._surface, self._trajectory)
        self._scale = HeightScale.of(self._surface.loss, losses, self._kind)
        self.canvas.field.contours = self._scale.contours()
        self.canvas.set_heights(self._scale.heights(self._surface.loss, OVERSHOOT), morph)
        self.canvas.set_axes(_axes(self._surface, self._scale))
        notes = [captions.truth(self._surface), captions.cut(self._surface, self._scale)]
        self.caption.setText("; ".join(note for note in notes if note))

    def _draw_path(self) -> None:
        points, foot = np.zeros((0, 3), np.float32), None
        if self._surface is not None and self._trajectory is not None:
            points, foot = self._placed(self._surface, self._trajectory)
        self.canvas.set_path(points, foot)

    def _placed(self, surface: Surface, trajectory: Trajectory) -> tuple[Array, float | None]:
        """The path's points in the box, and the height of the surface under the ball where it leaves it."""
        flat, losses = flat_path(surface, trajectory, self._last_step)
        heights = self._scale.heights(losses)
        box = np.column_stack([_across(flat[:, 0], surface.x), _across(flat[:, 1], surface.y), TALL * heights])
        drawn = replace(surface, loss=self._scale.heights(surface.loss).astype(np.float32))
        below = float(sampled(drawn, flat[-1:])[0]) if len(flat) else 0.0
        slice_only = surface.plane.kind != "exact"
        inside = len(flat) > 0 and bool(np.all(np.abs(box[-1, :2]) <= 1.0))
        leaves = slice_only and inside and abs(below - heights[-1]) > STEM_FROM
        return box.astype(np.float32), TALL * below if leaves else None


def _across(values: Array, axis: Array) -> Array:
    """Coordinates along an axis as places from -1 to 1."""
    span = float(axis[-1] - axis[0]) or 1.0
    return np.asarray(2.0 * (values - axis[0]) / span - 1.0)


def _axes(surface: Surface, scale: HeightScale) -> Axes:
    """Names and ticks for ``surface`` drawn on ``scale``."""
    sides = []
    for axis in (surface.x, surface.y):
        found = round_ticks(float(axis[0]), float(axis[-1]), 6)
        places = _across(np.array([value for value, _ in found]), axis)
        sides.append(tuple((float(place), word) for place, (_, word) in zip(places, found, strict=True)))
    known = bool(np.isfinite(surface.loss).any())
    heights = tuple((float(scale.heights(value)), word) for value, word in scale.ticks() if known)
    first, second = (*surface.plane.names, "", "")[:2]
    return Axes((first, second, captions.height_name(scale)), sides[0], sides[1], heights)
