"""The camera that orbits the box: numbers only, so that a test can ask where a point lands on the screen."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QMatrix4x4, QVector3D

FIELD_OF_VIEW = 26.0
LOWEST, HIGHEST = 4.0, 89.0
NEAREST, FARTHEST = 0.35, 2.5


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the box is looked at from; a new one for every move.

    Attributes:
        azimuth: Degrees around the box; 0 looks along the second direction, with the first to the right.
        elevation: Degrees above the floor.
        zoom: Distance, as a multiple of the one that shows the whole box.
    """

    azimuth: float = -32.0
    elevation: float = 36.0
    zoom: float = 1.0

    def orbited(self, azimuth: float, elevation: float) -> "Camera":
        """Turned by so many degrees, never below the floor or over the top."""
        turned = (self.azimuth + azimuth + 180.0) % 360.0 - 180.0
        return replace(self, azimuth=turned, elevation=float(np.clip(self.elevation + elevation, LOWEST, HIGHEST)))

    def zoomed(self, factor: float) -> "Camera":
        """Nearer for a ``factor`` above 1."""
        return replace(self, zoom=float(np.clip(self.zoom / factor, NEAREST, FARTHEST)))

    def distance(self, aspect: float) -> float:
        """Distance of the eye that shows the whole box in a picture ``aspect`` times as wide as high."""
        return self.zoom * max(5.95, 7.5 / max(aspect, 0.1))

    def eye(self, aspect: float) -> QVector3D:
        """Where the eye is."""
        around, up = np.radians(self.azimuth), np.radians(self.elevation)
        out = QVector3D(float(np.sin(around) * np.cos(up)), float(-np.cos(around) * np.cos(up)), float(np.sin(up)))
        return CENTER + out * self.distance(aspect)

    def matrix(self, aspect: float) -> QMatrix4x4:
        """From the box to clip coordinates."""
        return _matrix(self, aspect)

    def on_screen(self, point: QVector3D, width: float, height: float) -> QPointF:
        """Where ``point`` lands in a picture of that size, from its top left corner."""
        clip = self.matrix(width / max(height, 1.0)).map(point)
        return QPointF((clip.x() + 1.0) * width / 2.0, (1.0 - clip.y()) * height / 2.0)


@lru_cache(maxsize=8)
def _matrix(camera: Camera, aspect: float) -> QMatrix4x4:
    """`Camera.matrix`; dozens of points of one frame go through the same one."""
    distance = camera.distance(aspect)
    result = QMatrix4x4()
    result.perspective(FIELD_OF_VIEW, aspect, max(distance - 3.0, 0.05), distance + 3.0)
    result.lookAt(camera.eye(aspect), CENTER, QVector3D(0.0, 0.0, 1.0))
    return result


CENTER = QVector3D(0.0, 0.0, 0.12)
"""The middle of the box, which stays in the middle of the picture."""
