"""How much the gradients of small batches scatter around the gradient of all rows.

McCandlish, Kaplan, Amodei and the OpenAI Dota Team: An Empirical Model of Large-Batch Training, 2018
(arXiv:1812.06162).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.plane import Plane
from gdviz.engine.landscape import Array, Landscape, Tensor, penalised
from gdviz.engine.runtime import compiled
from gdviz.said import Said

MOST_ROWS = 1024
"""Rows whose own gradients are taken; of more, evenly spread ones stand for all."""

MOST_NUMBERS = 32_000_000
"""Numbers that all those gradients may have together."""

BATCHES = 60
"""Batches of each size that are drawn."""

NAMES = (Said("along the full gradient"), Said("where the noise is largest beside it"))
"""What the noise's own directions are called."""

Wide = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class GradientNoise:
    """Gradients of mini-batches at one point of weight space, seen in two directions.

    Attributes:
        sizes: Batch sizes: powers of two, and all rows, ``[S]``.
        batches: Minus the gradient of each batch drawn, ``[S, B, 2]``: where it says that downhill is. Batches of one
            number are parts of one another from size to size, so that an arrow moves smoothly.
        full: Minus the gradient of all rows, ``[2]``.
        angles: Mean angle between a batch's gradient and the full one, over all weights, in degrees, ``[S]``.
        scale: The noise scale, `noise_scale`; infinite where the full gradient is zero.
        shares: Part of the full gradient's square and of the noise's trace that the two directions hold.
        names: What the directions are called.
    """

    sizes: tuple[int, ...]
    batches: Array
    full: Array
    angles: Array
    scale: float
    shares: tuple[float, float]
    names: tuple[str, str]


def gradient_noise(landscape: Landscape, weights: Array, plane: Plane | None = None, seed: int = 0) -> GradientNoise:
    """Draws batches of every size and projects their gradients.

    Args:
        landscape: Whose rows.
        weights: Where, ``[P]``.
        plane: The surface's; None for the full gradient's own direction and, at a right angle to it, the one in which
            the noise is largest (its first principal component).
        seed: Of the order of rows.
    """
    rows = row_gradients(landscape, weights)
    full = rows.mean(axis=0, dtype=np.float64)
    directions, names = _own(rows, full) if plane is None else _of(plane)
    order = np.random.default_rng(seed).permuted(np.tile(np.arange(len(rows)), (BATCHES, 1)), axis=1)
    sizes = (*(2**power for power in range(11) if 2**power < len(rows)), len(rows))
    batches = np.array([_means(rows, order[:, :size]) for size in sizes])
    flat = -(batches @ directions.T)
    noise = rows - full
    shares = (_held(full[None], directions), _held(noise, directions))
    drawn = np.asarray(flat, np.float32)
    angles = np.asarray([_angle(batch, full) for batch in batches], np.float32)
    towards = np.asarray(-(directions @ full), np.float32)
    return GradientNoise(sizes, drawn, towards, angles, noise_scale(rows), shares, names)


def noise_scale(rows: Array) -> float:
    """The simple noise scale ``B = tr(S) / |G|^2`` (McCandlish et al. 2018, equation 2.9).

    G is the gradient of all rows and S the covariance of the rows' own gradients, estimated with N - 1. In a batch of B
    rows the noise is as long as the gradient itself: ``E|g - G|^2 = tr(S) / B`` for rows drawn at random. Far smaller
    batches take steps that are mostly noise; far larger ones cost more and hardly point better.

    Args:
        rows: Gradient of each row's loss, ``[N, P]``.
    """
    full = rows.mean(axis=0, dtype=np.float64)
    square = float(full @ full)
    if len(rows) < 2:
        return 0.0
    trace = float(np.sum((rows - full) ** 2)) / (len(rows) - 1)
    return trace / square if square > 0 else np.inf


def row_gradients(landscape: Landscape, weights: Array) -> Array:
    """The gradient of each training row's own loss, ``[N, P]``, of at most `MOST_ROWS` rows.

    A penalty on the weights belongs to every row alike.
    """
    most = max(2, min(MOST_ROWS, MOST_NUMBERS // landscape.size))
    count = len(landscape.train)
    chosen = np.arange(count) if count <= most else np.linspace(0, count - 1, most).astype(int)
    return np.asarray(_program(landscape)(weights, chosen.astype(np.int32)))


@lru_cache(maxsize=8)
def _program(landscape: Landscape) -> Callable[[Array, NDArray[np.int32]], Array]:
    """``(weights [P], rows [n]) -> gradients [n, P]``, one row after the other inside one graph."""
    import tensorflow as tf

    x, y = tf.constant(landscape.train.x), tf.constant(landscape.train.y)

    def one(weights: Tensor, row: Tensor) -> Tensor:
        with tf.GradientTape() as tape:
            tape.watch(weights)
            loss = landscape.row_losses(weights, x[row : row + 1], y[row : row + 1])[:, 0]
            total = tf.reduce_sum(penalised(landscape, weights, loss))
        return tape.gradient(total, weights, unconnected_gradients="zero")[0]

    def every(weights: Tensor, rows: Tensor) -> Tensor:
        return tf.map_fn(lambda row: one(weights, row), rows, fn_output_signature=tf.float32)

    program = compiled(every, False)

    def called(weights: Array, rows: NDArray[np.int32]) -> Array:
        return np.asarray(program(tf.constant(weights[None], tf.float32), tf.constant(rows)).numpy())

    return called


def _means(rows: Array, chosen: NDArray[np.int64]) -> Array:
    """Mean gradient of each batch, ``[B, P]``, by one product instead of gathering every row."""
    counts = np.zeros((len(chosen), len(rows)), np.float32)
    np.put_along_axis(counts, chosen, np.float32(1.0 / chosen.shape[1]), axis=1)
    return np.asarray(counts @ rows)


def _of(plane: Plane) -> tuple[Wide, tuple[str, str]]:
    """The directions of a plane as unit vectors; a line gets a second direction in which nothing happens."""
    wide = plane.directions.astype(np.float64)
    basis = np.linalg.qr(wide.T)[0].T
    basis = basis * np.sign(np.sum(basis * wide, axis=1, keepdims=True))
    if len(basis) == 1:
        return np.vstack([basis, np.zeros_like(basis)]), (plane.names[0], "")
    return basis, (plane.names[0], plane.names[1])


def _own(rows: Array, full: Wide) -> tuple[Wide, tuple[str, str]]:
    """The full gradient's direction, and the principal component of what the noise has beside it."""
    length = float(np.linalg.norm(full))
    first = full / length if length > 0 else np.eye(1, len(full))[0]
    noise = rows - full.astype(np.float32)
    along = first.astype(np.float32)
    beside = noise - np.outer(noise @ along, along)
    found = _principal(beside)
    size = float(np.linalg.norm(found))
    second = found / size if size > 1e-9 * (1.0 + length) else np.zeros_like(first)
    # Downhill points to the right.
    return np.stack([-first, second]), NAMES


def _principal(noise: Array) -> Array:
    """The direction ``[P]`` in which ``noise`` ``[N, P]`` is largest, by a few subspace iterations."""
    few = noise[np.linspace(0, len(noise) - 1, 4).astype(int)].T
    for _ in range(15):
        few = np.linalg.qr(noise.T @ (noise @ few))[0]
    right = np.linalg.svd(noise @ few, full_matrices=False)[2]
    return np.asarray(few @ right[0])


def _held(vectors: NDArray[Any], directions: Wide) -> float:
    """Part of the sum of squares of ``vectors`` ``[n, P]`` that orthonormal ``directions`` hold; 1 of nothing."""
    total = float(np.sum(vectors**2))
    return min(1.0, float(np.sum((vectors @ directions.T) ** 2)) / total) if total > 0 else 1.0


def _angle(batches: Array, full: Wide) -> float:
    """Mean angle in degrees between gradients ``[B, P]`` and the full one; NaN if that is zero."""
    lengths = np.linalg.norm(batches, axis=1) * np.linalg.norm(full)
    with np.errstate(invalid="ignore", divide="ignore"):
        cosines = np.clip((batches @ full) / lengths, -1.0, 1.0)
    known = cosines[np.isfinite(cosines)]
    return float(np.degrees(np.arccos(known)).mean()) if len(known) else np.nan
