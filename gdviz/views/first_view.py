"""Where a surface is looked at from before a person turns it: from where path and valley are seen, not a wall's back.

Eight sides and two heights are tried. From each, rays run from points of the path and of the surface towards the eye;
a point is hidden where its ray runs into the surface.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.views.camera import TALL, Camera

SIDES = (-32.0, 32.0, 58.0, -58.0, 122.0, -122.0, 148.0, -148.0)
"""Degrees around the box."""
STEEP = 52.0
"""Degrees above the floor from where one looks into a hole."""
NARROW = 44.0
"""Degrees above the floor from where the box fills more of a picture that is higher than wide."""
BALL, PATH, VALLEY, WHOLE = 0.4, 0.8, 0.5, 0.3
"""What it is worth to see where a path ends, all of it, all of the surface's lowest quarter, all of the surface."""
BETTER = 0.25
"""By how much another side must be better than the usual one, or than the one of now."""
LOOKED_AT, POINTS, RAY = 10, 18, 14
"""Points of the surface along a side, of a path, and of a ray that are tried at most."""
CLEAR = 0.012
"""What a ray may run below the surface: its first bit always does."""


def usual_view(aspect: float) -> Camera:
    """From where most surfaces are seen well in a picture ``aspect`` times as wide as high: from higher if narrow."""
    narrow = float(np.clip((1.25 - aspect) / 0.35, 0.0, 1.0))
    return Camera(elevation=Camera().elevation + narrow * (NARROW - Camera().elevation))


def first_view(heights: NDArray[Any], paths: Sequence[NDArray[Any]], usual: Camera) -> Camera:
    """The camera that sees most.

    Args:
        heights: Of the surface, ``[rows, columns]``, from 0 to 1.
        paths: Points in the box, ``[N, 3]`` each, the ball last.
        usual: What is kept unless another is clearly better.

    Returns:
        ``usual``, or one from another side or higher.
    """
    ground, walked = _ground(heights), _walked(paths)
    most = BALL + PATH + VALLEY + WHOLE
    now = _worth(usual, heights, ground, walked)
    if now > most - BETTER:
        return usual
    cameras = [Camera(side, up, usual.zoom) for up in (usual.elevation, STEEP) for side in SIDES]
    worth = [_worth(camera, heights, ground, walked) for camera in cameras]
    return cameras[int(np.argmax(worth))] if max(worth) > now + BETTER else usual


def seen(camera: Camera, heights: NDArray[Any], points: NDArray[Any]) -> NDArray[np.bool_]:
    """Which of ``points`` ``[N, 3]`` of the box the surface does not hide from who looks through ``camera``."""
    out = camera.direction()
    along = np.linspace(0.0, TALL / out[2], RAY + 1)[1:, None]
    ray = points[:, None, :] + along * out
    clear = ray[..., 2] > TALL * _below(heights, ray) - CLEAR
    return np.asarray(np.all(clear | (np.abs(ray[..., 0]) > 1.0) | (np.abs(ray[..., 1]) > 1.0), axis=1))


def _worth(camera: Camera, heights: NDArray[Any], ground: NDArray[Any], walked: NDArray[Any]) -> float:
    """How much of everything a camera sees."""
    both = seen(camera, heights, np.concatenate([ground, walked]))
    visible, path = both[: len(ground)], both[len(ground) :]
    low = ground[:, 2] <= np.quantile(ground[:, 2], 0.25)
    known = (BALL * path[-1] + PATH * path.mean()) if len(path) else BALL + PATH
    return float(known + VALLEY * visible[low].mean() + WHOLE * visible.mean())


def _ground(heights: NDArray[Any]) -> NDArray[Any]:
    """Points all over the surface, ``[N, 3]``."""
    x, y = np.meshgrid(*2 * [np.linspace(-0.96, 0.96, LOOKED_AT)])
    flat = np.stack([x, y], axis=-1).reshape(-1, 2)
    return np.column_stack([flat, TALL * _below(heights, flat)])


def _walked(paths: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Some points of each path in the box, evenly spread, the last one's ball last."""
    some = [path[np.unique(np.linspace(0, len(path) - 1, POINTS).astype(int))] for path in paths]
    found = np.concatenate([np.zeros((0, 3)), *some])
    return np.asarray(found[np.abs(found[:, :2]).max(axis=1, initial=0.0) <= 1.0])


def _below(heights: NDArray[Any], places: NDArray[Any]) -> NDArray[Any]:
    """Heights of the grid's points nearest to places ``[..., 2 or more]``."""
    row, column = (
        np.minimum(np.maximum((places[..., axis] + 1.0) * (0.5 * (count - 1)) + 0.5, 0.0), count - 0.5).astype(np.intp)
        for axis, count in ((1, heights.shape[0]), (0, heights.shape[1]))
    )
    return np.asarray(heights[row, column])
