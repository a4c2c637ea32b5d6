"""Planes through weight space, and the loss surface drawn on one.

A network's loss is a function of hundreds of weights; a picture has two directions. A `Plane` says which two, and how
much of what happened it can show.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """A point of weight space and one or two directions to leave it by.

    Attributes:
        origin: Weights at the coordinates 0, shape ``[P]``.
        directions: Linearly independent rows, shape ``[D, P]``, D = 1 (a line) or 2. One unit along an axis of the
            picture is one whole row. Most planes have orthonormal rows, so that distances in the picture are
            distances in weight space; those of kind ``"filters"`` are as long as the weights, and not quite at right
            angles.
        kind: ``"exact"`` where the landscape has no more than two weights, ``"pca"`` where it was fitted to a path,
            ``"random"`` where there is no path yet to fit it to; ``"filters"`` and ``"weights"`` where someone asked
            for them (see `gdviz.core.plane_kinds`).
        names: What each axis is called.
        share: Part of the path's motion that the plane holds, from 0 to 1; see `held`.
        step: The recorded step of the path that the plane goes through, or None for the newest.
    """

    origin: Array
    directions: Array
    kind: str
    names: tuple[str, ...]
    share: float = 1.0
    step: int | None = None

    def project(self, weights: Array) -> Array:
        """Coordinates ``[N, D]`` of the points of the plane that lie nearest to ``weights`` ``[N, P]``.

        Least squares by the normal equations: with D the directions, ``(weights - origin) @ D.T @ inverse(D @ D.T)``.
        """
        wide = self.directions.astype(np.float64)
        nearest = np.linalg.solve(wide @ wide.T, wide).astype(np.float32)
        # Not a product of matrices: the window asks for this while it trains, and numpy's library for these waits for
        # threads of its own, which then get no turn.
        return np.asarray(np.einsum("np,dp->nd", weights - self.origin, nearest), np.float32)

    def weights(self, points: Array) -> Array:
        """Weights ``[N, P]`` at the plane's ``points`` ``[N, D]``."""
        return np.asarray(self.origin + points @ self.directions, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """The training loss on a plane, and the path as the plane sees it.

    Attributes:
        plane: Where it was computed.
        x: Coordinates along the first direction, ascending, shape ``[n]``.
        y: Coordinates along the second, shape ``[m]``; empty on a line.
        loss: Loss at each point: ``[m, n]`` (row = y), or ``[n]`` on a line. May hold NaN and infinity.
        miss: Largest distance between the path's true loss and the surface under it, as a part of the range of the
            path's true losses; 0 where the plane is exact.
        progress: Part of the points that were computed so far; the others are interpolated from a coarser surface.
    """

    plane: Plane
    x: Array
    y: Array
    loss: Array
    miss: float = 0.0
    progress: float = 1.0

    @property
    def not_finite(self) -> int:
        """How many points have a loss that is infinite or not a number."""
        return int(self.loss.size - np.isfinite(self.loss).sum())

    @property
    def not_finite_share(self) -> float:
        """The part of all points, from 0 to 1, whose loss is infinite or not a number."""
        return self.not_finite / self.loss.size


def exact_plane(names: tuple[str, ...]) -> Plane:
    """The whole landscape, where it has just one or two weights."""
    size = len(names)
    return Plane(np.zeros(size, np.float32), np.eye(size, dtype=np.float32), "exact", names)


def pca_plane(path: Array, like: Plane | None = None, origin: Array | None = None, step: int | None = None) -> Plane:
    """The plane of a path: through its start and its end, and along the principal component of what is left.

    Plain PCA (Lorch 2016; Li et al. 2018, section 7) holds one or two hundredths more of the motion, but passes the
    start at a distance: on the bundled networks its surface then misses the start's true loss by 25 to 55 % of the
    range. Anchored at both ends, the worst miss of the same paths was 3 to 25 %, and nothing at start and end.

    Args:
        path: Weights along the path, shape ``[T, P]``, P > 2. One point or a still path gets fixed random directions.
        like: An earlier plane; the new directions are turned within the plane to lie closest to it, so that the
            picture does not flip as the path grows.
        origin: A point of the path, ``[P]``, that the plane goes through instead of the end; then the first direction
            leads from there to start or end, whichever is farther.
        step: The recorded step that ``origin`` is.

    Returns:
        A plane with ``share`` of the motion it holds.
    """
    anchor = path[-1] if origin is None else origin
    motion = path.astype(np.float64) - anchor
    total = float(np.sum(motion**2))
    directions = _leading(motion, total)
    if like is not None and like.directions.shape == directions.shape:
        directions = _turned(directions, like.directions)
    kind = "pca" if total > 0 else "random"
    share = held(path, anchor, directions)
    return Plane(anchor.copy(), directions.astype(np.float32), kind, ("direction 1", "direction 2"), share, step)


def held(path: Array, origin: Array, directions: NDArray[Any]) -> float:
    """The part of a path's motion that some directions hold.

    Args:
        path: Weights along the path, ``[T, P]``.
        origin: What motion is measured from, ``[P]``.
        directions: Linearly independent rows, ``[D, P]``.

    Returns:
        The sum of squares of the displacements from ``origin``, projected on the directions, over that of the whole
        ones: from 0 to 1, and 0 for a path that does not move.
    """
    motion = path.astype(np.float64) - origin
    total = float(np.sum(motion**2))
    basis = np.linalg.qr(directions.astype(np.float64).T)[0]
    return min(float(np.sum((motion @ basis) ** 2)) / total, 1.0) if total > 0 else 0.0


def _leading(motion: NDArray[np.float64], total: float) -> NDArray[np.float64]:
    """Two orthonormal rows: to the farther end unless the path came back, then principal components of the rest."""
    start_first = np.sum(motion[0] ** 2) >= np.sum(motion[-1] ** 2)
    chord = motion[:1] if start_first else motion[-1:]
    strong = [chord] if np.sum(chord**2) > 1e-3 * total / len(motion) else []
    for _ in range(2 - len(strong)):
        rest = motion - _onto(motion, strong)
        # A path on a straight line leaves only rounding noise: any direction does, but always the same.
        still = np.sum(rest**2) <= 1e-12 * total
        drawn = np.random.default_rng(len(strong)).normal(size=(1, motion.shape[1]))
        strong.append(drawn if still else _principal(rest))
    basis, upper = np.linalg.qr(np.vstack(strong).T)
    return np.asarray((basis * np.sign(np.diag(upper))).T)


def _principal(motion: NDArray[np.float64]) -> NDArray[np.float64]:
    """The first principal component ``[1, P]`` of ``motion`` ``[T, P]``.

    By the smaller of the two matrices of inner products: for 300 points of 2410 weights a tenth of the time of a
    singular value decomposition, which finds 299 other components that nobody asked for.
    """
    scaled = motion / np.abs(motion).max()
    if motion.shape[0] > motion.shape[1]:
        return np.asarray(np.linalg.eigh(scaled.T @ scaled)[1][:, -1:].T)
    component = np.linalg.eigh(scaled @ scaled.T)[1][:, -1:].T @ scaled
    return np.asarray(component / np.linalg.norm(component))


def _onto(motion: NDArray[np.float64], strong: list[NDArray[np.float64]]) -> NDArray[np.float64]:
    """The part of ``motion`` that lies along the directions ``strong``, none or one."""
    if not strong:
        return np.zeros_like(motion)
    unit = strong[0] / np.linalg.norm(strong[0])
    return np.asarray((motion @ unit.T) @ unit)


def _turned(directions: NDArray[np.float64], like: Array) -> NDArray[np.float64]:
    """The same plane with its axes turned to lie nearest to ``like``: the orthogonal Procrustes solution."""
    left, _, right = np.linalg.svd(like.astype(np.float64) @ directions.T)
    return np.asarray((left @ right) @ directions)


def miss(surface: Surface, points: Array, losses: Array) -> float:
    """How far the true losses of a path lie from the surface, as a part of their range.

    Args:
        surface: Loss on a plane.
        points: The path on that plane, ``[T, 2]``.
        losses: The path's true losses, ``[T]``.

    Returns:
        ``max |surface - true| / (max true - min true)`` over the points inside the drawn part; 0 for fewer than two.
    """
    drawn = sampled(surface, points)
    known = np.isfinite(drawn) & np.isfinite(losses)
    if known.sum() < 2:
        return 0.0
    span = float(np.ptp(losses[known]))
    return float(np.max(np.abs(drawn[known] - losses[known]))) / span if span > 0 else 0.0


def sampled(surface: Surface, points: Array) -> Array:
    """The drawn loss under each of ``points`` ``[T, D]``, linearly interpolated; NaN outside the drawn part."""
    if surface.loss.ndim == 1:
        return np.interp(points[:, 0], surface.x, surface.loss, np.nan, np.nan).astype(np.float32)
    column = np.interp(points[:, 0], surface.x, np.arange(surface.x.size), np.nan, np.nan)
    row = np.interp(points[:, 1], surface.y, np.arange(surface.y.size), np.nan, np.nan)
    inside = np.isfinite(column) & np.isfinite(row)
    result = np.full(len(points), np.nan, np.float32)
    i = np.clip(row[inside].astype(int), 0, surface.y.size - 2)
    j = np.clip(column[inside].astype(int), 0, surface.x.size - 2)
    u, v = column[inside] - j, row[inside] - i
    with np.errstate(invalid="ignore", over="ignore"):  # Next to infinity there is no number.
        corners = surface.loss[i, j] * (1 - u) * (1 - v) + surface.loss[i, j + 1] * u * (1 - v)
        result[inside] = corners + surface.loss[i + 1, j] * (1 - u) * v + surface.loss[i + 1, j + 1] * u * v
    return result
