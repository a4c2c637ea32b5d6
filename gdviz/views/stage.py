"""The box that the surface stands in: thin grid lines and, on the edges nearest the viewer, ticks and names."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QVector3D

from gdviz.views.camera import FLOOR, TALL, Camera
from gdviz.views.colors import translucent
from gdviz.views.theme import Theme

Array = NDArray[np.float32]
Tick = tuple[float, str]
Line = list[tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Axes:
    """Names and ticks of the three axes.

    Attributes:
        names: Of the first and second direction and the height.
        x: Ticks of the first direction: place from -1 to 1 and label.
        y: Ticks of the second.
        z: Ticks of the height: place from 0 to 1 and label.
    """

    names: tuple[str, str, str] = ("", "", "")
    x: tuple[Tick, ...] = ()
    y: tuple[Tick, ...] = ()
    z: tuple[Tick, ...] = ()


def grid(axes: Axes) -> tuple[Array, Array, list[slice]]:
    """The box's thin lines.

    Returns:
        Starts and ends ``[N, 3]``, and which of them are the floor and the walls at x = -1, x = 1, y = -1, y = 1.
    """
    groups = [_floor(axes), *(_wall(axes, axis, side) for axis in (0, 1) for side in (-1.0, 1.0))]
    edges = np.cumsum([0, *(len(group) for group in groups)])
    lines = np.array([line for group in groups for line in group], np.float32)
    return lines[:, 0], lines[:, 1], [slice(int(a), int(b)) for a, b in pairwise(edges)]


def _floor(axes: Axes) -> list[Line]:
    """Grid lines on the floor, with its border."""
    along_y = [[(x, -1.0, FLOOR), (x, 1.0, FLOOR)] for x in (-1.0, *(place for place, _ in axes.x), 1.0)]
    along_x = [[(-1.0, y, FLOOR), (1.0, y, FLOOR)] for y in (-1.0, *(place for place, _ in axes.y), 1.0)]
    return along_x + along_y


def _wall(axes: Axes, axis: int, side: float) -> list[Line]:
    """Lines at the heights of the ticks on one wall, with its upright edges."""
    levels = [TALL * place for place, _ in axes.z]
    flat = [[_on_wall(axis, side, -1.0, z), _on_wall(axis, side, 1.0, z)] for z in levels]
    upright = [[_on_wall(axis, side, s, FLOOR), _on_wall(axis, side, s, TALL)] for s in (-1.0, 1.0)]
    return flat + upright


def _on_wall(axis: int, side: float, along: float, z: float) -> tuple[float, float, float]:
    return (side, along, z) if axis == 0 else (along, side, z)


def back_walls(eye: QVector3D) -> tuple[int, int]:
    """Which two of `grid`'s groups are behind the surface."""
    return (1 if eye.x() > 0 else 2), (3 if eye.y() > 0 else 4)


@dataclass(frozen=True, slots=True)
class Label:
    """A word on the screen.

    Attributes:
        text: What it says.
        place: Its middle.
        strong: Whether it is a name, not a number.
        grounded: Whether it has a ground of its own, since a steep corner may be behind it.
    """

    text: str
    place: QPointF
    strong: bool = False
    grounded: bool = False


@dataclass(frozen=True, slots=True)
class ColorBar:
    """Where the colours of the losses are shown: ends on the screen, and labels where the height axis has none."""

    low: QPointF
    high: QPointF
    labels: list[Label]


LEAST_BAR = 26.0
"""Pixels below which the height axis is seen too much from above to be the colour bar as well."""


def color_bar(axes: Axes, camera: Camera, width: float, height: float, metrics: QFontMetricsF) -> ColorBar:
    """The colour bar: the height axis itself, or one of its own at the right where that is seen from above."""
    low, high = _upright_ends(camera, width, height)
    if low.y() - high.y() >= LEAST_BAR:
        return ColorBar(low, high, [])
    right = width - 16.0 - max((metrics.horizontalAdvance(word) for _, word in axes.z), default=0.0)
    low, high = QPointF(right, 0.72 * height), QPointF(right, 0.28 * height)
    name = QPointF(right - 0.5 * metrics.horizontalAdvance(axes.names[2]) + 16.0, high.y() - 18.0)
    found = [Label(axes.names[2], name, True, True)]
    last = 1e9
    for at, word in axes.z:
        left, y = right + 8.0 + metrics.horizontalAdvance(word) / 2, low.y() + at * (high.y() - low.y())
        if last - y > 0.95 * metrics.height():
            found.append(Label(word, QPointF(left, y)))
            last = y
    return ColorBar(low, high, found)


def _upright_ends(camera: Camera, width: float, height: float) -> tuple[QPointF, QPointF]:
    """Where the lowest and the highest loss are on the box's leftmost upright edge."""
    foot = _left_corner(camera, width, height)
    ends = (camera.on_screen(QVector3D(foot.x(), foot.y(), z), width, height) for z in (0.0, TALL))
    return next(ends), next(ends)


def _left_corner(camera: Camera, width: float, height: float) -> QVector3D:
    """The corner of the box, among the two beside the walls in front, that is farther to the left."""
    eye = camera.eye(width / max(height, 1.0))
    side_x, side_y = (1.0 if eye.x() > 0 else -1.0), (1.0 if eye.y() > 0 else -1.0)
    corners = [QVector3D(side_x, -side_y, 0.0), QVector3D(-side_x, side_y, 0.0)]
    return min(corners, key=lambda corner: camera.on_screen(corner, width, height).x())


def labels(axes: Axes, camera: Camera, width: float, height: float, metrics: QFontMetricsF) -> list[Label]:
    """Where each tick's label and each axis's name go, on the edges of the box nearest the viewer."""
    eye = camera.eye(width / max(height, 1.0))
    side_x, side_y = (1.0 if eye.x() > 0 else -1.0), (1.0 if eye.y() > 0 else -1.0)
    writer = _Writer(camera, width, height, metrics)
    front_x, front_y = QVector3D(0.0, side_y, 0.0), QVector3D(side_x, 0.0, 0.0)
    writer.edge(axes.names[0], [(QVector3D(at, side_y, FLOOR), word) for at, word in axes.x], front_x)
    writer.edge(axes.names[1], [(QVector3D(side_x, at, FLOOR), word) for at, word in axes.y], front_y)
    low, high = _upright_ends(camera, width, height)
    if low.y() - high.y() >= LEAST_BAR:
        writer.upright(axes.names[2], axes.z, _left_corner(camera, width, height))
    return writer.found


class _Writer:
    """Collects labels for one picture."""

    def __init__(self, camera: Camera, width: float, height: float, metrics: QFontMetricsF) -> None:
        self.found: list[Label] = []
        self._camera, self._size, self._metrics = camera, (width, height), metrics

    def _spot(self, point: QVector3D) -> QPointF:
        return self._camera.on_screen(point, *self._size)

    def _away(self, point: QVector3D, out: QVector3D, word: str, gap: float) -> QPointF:
        """The middle of ``word`` so that it clears ``point`` by ``gap`` in the direction ``out``."""
        here, there = self._spot(point), self._spot(point + out * 0.05)
        step = there - here
        length = max((step.x() ** 2 + step.y() ** 2) ** 0.5, 1e-6)
        unit = step / length
        wide, high = self._metrics.horizontalAdvance(word), self._metrics.capHeight()
        return QPointF(here + unit * (gap + abs(unit.x()) * wide / 2 + abs(unit.y()) * high / 2))

    def _inside(self, place: QPointF, word: str) -> QPointF:
        """The place, moved as far as a narrow or low picture needs so that ``word`` is not cut off."""
        half, tall = self._metrics.horizontalAdvance(word) / 2 + 3.0, self._metrics.height() / 2
        across = min(max(place.x(), half), self._size[0] - half)
        return QPointF(across, min(max(place.y(), tall), self._size[1] - tall))

    def edge(self, name: str, ticks: list[tuple[QVector3D, str]], out: QVector3D) -> None:
        """Labels one edge of the floor; ``out`` points away from the box and is the edge's middle too."""
        em = self._metrics.height()
        for point, word in ticks:
            self.found.append(Label(word, self._inside(self._away(point, out, word, 0.55 * em), word)))
        widest = max((self._metrics.horizontalAdvance(word) for _, word in ticks), default=0.0)
        middle = QVector3D(out.x(), out.y(), FLOOR)
        here, there = self._spot(middle), self._spot(middle + out * 0.05)
        lean = abs((there - here).x()) / max(abs((there - here).x()) + abs((there - here).y()), 1e-6)
        place = self._away(middle, out, name, 1.9 * em + lean * widest)
        self.found.append(Label(name, self._inside(place, name), strong=True))

    def upright(self, name: str, ticks: tuple[Tick, ...], foot: QVector3D) -> None:
        """Labels the height along the upright edge at ``foot``."""
        em, last = self._metrics.height(), 1e9
        for at, word in ticks:
            here = self._spot(QVector3D(foot.x(), foot.y(), TALL * at))
            if last - here.y() > 0.95 * em or last == 1e9:
                left = self._metrics.horizontalAdvance(word) / 2 + 0.5 * em
                self.found.append(Label(word, self._inside(here - QPointF(left, 0.0), word)))
                last = here.y()
        top = self._spot(QVector3D(foot.x(), foot.y(), TALL))
        half = self._metrics.horizontalAdvance(name) / 2
        side = max(top.x() - 0.5 * half, half + 0.5 * em)
        self.found.append(Label(name, QPointF(side, min(top.y(), last) - 1.3 * em), True, True))


def write(painter: QPainter, found: list[Label], theme: Theme) -> None:
    """Draws labels, names more strongly than numbers."""
    ground, metrics = translucent(theme.background, 0.72), QFontMetricsF(painter.font())
    for label in found:
        if label.grounded:
            plate = metrics.boundingRect(label.text).adjusted(-4.0, -1.0, 4.0, 1.0)
            plate.moveCenter(label.place)
            painter.fillRect(plate, ground)
        painter.setPen(QColor(theme.text if label.strong else theme.muted))
        box = QRectF(label.place.x() - 150.0, label.place.y() - 30.0, 300.0, 60.0)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label.text)
