"""The camera that orbits the box: numbers only, so that a test can ask where a point lands on the screen."""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QMatrix4x4, QVector3D

TALL = 0.62
"""Height of the box, whose floor reaches from -1 to 1."""
FLOOR = -0.30
"""Where the floor lies below the lowest loss."""
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

    def toward(self, other: "Camera", part: float) -> "Camera":
        """Between this one, 0, and ``other``, 1, the shorter way around."""
        around = (other.azimuth - self.azimuth + 180.0) % 360.0 - 180.0
        turned = self.orbited(part * around, part * (other.elevation - self.elevation))
        return replace(turned, zoom=self.zoom + part * (other.zoom - self.zoom)) if part < 1.0 else other

    def distance(self, aspect: float) -> float:
        """Distance of the eye that shows the whole box in a picture ``aspect`` times as wide as high."""
        return self.zoom * max(5.95, 7.6 / max(aspect, 0.1))

    def eye(self, aspect: float) -> QVector3D:
        """Where the eye is."""
        return CENTER + QVector3D(*map(float, self.direction())) * self.distance(aspect)

    def direction(self) -> NDArray[np.float64]:
        """From the middle of the box to the eye, ``[3]``, of length 1."""
        around, up = np.radians(self.azimuth), np.radians(self.elevation)
        return np.array([np.sin(around) * np.cos(up), -np.cos(around) * np.cos(up), np.sin(up)])

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
    raised = QMatrix4x4()
    raised.translate(0.0, -_off_middle(camera.elevation, aspect), 0.0)
    return raised * _centred(camera, aspect)


def _centred(camera: Camera, aspect: float) -> QMatrix4x4:
    """With the middle of the box in the middle of the picture."""
    distance = camera.distance(aspect)
    result = QMatrix4x4()
    result.perspective(FIELD_OF_VIEW, aspect, max(distance - 3.0, 0.05), distance + 3.0)
    result.lookAt(camera.eye(aspect), CENTER, QVector3D(0.0, 0.0, 1.0))
    return result


@lru_cache(maxsize=8)
def _off_middle(elevation: float, aspect: float) -> float:
    """How far above the picture's middle that of the box's image would be, in clip coordinates.

    Its near end looks larger than its far one. Taken of the cylinder around the box, so that the box does not bob as
    it is turned.
    """
    matrix = _centred(Camera(0.0, elevation), aspect)
    near, far = QVector3D(0.0, -AROUND, FLOOR), QVector3D(0.0, AROUND, TALL)
    return (matrix.map(near).y() + matrix.map(far).y()) / 2.0


CENTER = QVector3D(0.0, 0.0, 0.12)
"""The middle of the box, around which it turns."""
AROUND = 2**0.5
"""From the middle to a corner of the floor."""
