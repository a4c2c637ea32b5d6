"""The largest eigenvalue of the Hessian of the training loss, by Lanczos on Hessian-vector products.

The Hessian of P weights has P x P entries, but its product with a vector costs little more than two gradients
(Pearlmutter 1994, Fast Exact Multiplication by the Hessian). From a few dozen such products the Lanczos method
(Lanczos 1950; Golub and Van Loan, Matrix Computations, chapter 10) finds the largest eigenvalue.
"""

from collections.abc import Callable, Generator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gdviz.core.stability import Array, Curvature
from gdviz.engine.landscape import Landscape, Tensor
from gdviz.engine.surface import training_loss

TOLERANCE = 1e-3
"""Residual, as a part of the eigenvalue, at which it is good enough: the rate it allows is then known to 0.1 %."""

MOST = 100
"""Products at most."""

BASIS_BYTES = 256 * 2**20
"""Of the vectors that Lanczos keeps; for more than 300,000 weights that is fewer than `MOST`, and it begins anew from
the best it has."""

Wide = NDArray[np.float64]


def curvature(
    landscape: Landscape,
    weights: Array,
    scale: Array | None = None,
    like: Array | None = None,
    xla: bool = False,
    tolerance: float = TOLERANCE,
    most: int = MOST,
) -> Generator[Curvature, None, None]:
    """The largest eigenvalue of the Hessian of the loss over all training rows, ever better.

    Args:
        landscape: Whose loss.
        weights: Where, ``[P]``.
        scale: D, ``[P]`` and positive, for the eigenvalue of ``D^-1/2 H D^-1/2`` (the same as that of ``D^-1 H``): what
            RMSprop and Adam descend in effect; see `gdviz.core.stability.preconditioner`.
        like: An eigenvector found nearby, ``[P]``, to begin with.
        xla: Whether to compile through XLA. A product takes as long as a plain graph, and compiling four times as long.
        tolerance: Largest residual, as a part of the eigenvalue, to stop at.
        most: Most products to take.

    Yields:
        A `Curvature` after every product, the last one ``done`` unless ``most`` was too few or the loss is not finite
        here (then ``largest`` is NaN). Stop asking, and the work stops.
    """
    product = hessian_product(landscape, xla)
    root = np.ones(landscape.size) if scale is None else 1 / np.sqrt(scale.astype(np.float64))

    def scaled(vector: Wide) -> Wide:
        return root * product(weights, root * vector)

    start, before = _start(landscape.size, like), 0
    while before < most:
        kept = min(most - before, max(BASIS_BYTES // (8 * landscape.size), 4))
        for largest, residual, vector, products in lanczos(scaled, start, kept):
            done = residual <= tolerance * abs(largest) or products == landscape.size
            yield Curvature(largest, residual, vector.astype(np.float32), before + products, done, scale is not None)
            if done or not np.isfinite(largest):
                return
        if products < kept:
            return
        before, start = before + products, vector


def _start(size: int, like: Array | None) -> Wide:
    """The first vector: always the same random one, or a found one with a tenth of that, so that nothing is missed."""
    noise = np.random.default_rng(0).normal(size=size)
    noise /= np.linalg.norm(noise)
    return noise if like is None else np.asarray(like / np.linalg.norm(like) + 0.1 * noise)


def lanczos(
    product: Callable[[Wide], Wide], start: Wide, most: int
) -> Generator[tuple[float, float, Wide, int], None, None]:
    """The largest eigenvalue of a symmetric matrix that is known only by its products with vectors.

    After k products there are k orthonormal vectors Q and the tridiagonal ``T = Q^T H Q``. T's largest eigenvalue is
    the estimate, ``Q s`` the vector with s the eigenvector of T, and ``b |s_k|`` the residual, where b is the length of
    what the last product had outside of Q. Every product is made orthogonal to all of Q, twice, since rounding would
    otherwise bring eigenvalues back that are found already.

    Args:
        product: The matrix times a vector.
        start: The first vector, not zero.
        most: Most products to take.

    Yields:
        Eigenvalue, residual, unit vector and number of products, after each. Ends early if nothing is left to find, or
        with NaN where a product is not finite.
    """
    room = np.empty((min(most, start.size), start.size))
    diagonal: list[float] = []
    beside: list[float] = []
    vector = start / np.linalg.norm(start)
    for count in range(1, len(room) + 1):
        room[count - 1] = vector
        basis = room[:count]
        rest = product(vector)
        if not np.isfinite(rest).all():
            yield np.nan, np.inf, vector, count
            return
        diagonal.append(float(vector @ rest))
        for _ in range(2):
            rest = rest - basis.T @ (basis @ rest)
        length = float(np.linalg.norm(rest))
        values, vectors = np.linalg.eigh(np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1))
        yield float(values[-1]), length * abs(float(vectors[-1, -1])), basis.T @ vectors[:, -1], count
        if length <= 1e-7 * np.abs(values).max():
            return
        beside.append(length)
        vector = rest / length


def hessian_product(landscape: Landscape, xla: bool) -> Callable[[Array, Wide], Wide]:
    """``(weights [P], vector [P]) -> H vector``, as `hessian_products` of one run."""
    products = hessian_products(landscape, xla)
    return lambda weights, vector: products(weights[None], vector[None])[0]


@lru_cache(maxsize=16)
def hessian_products(landscape: Landscape, xla: bool) -> Callable[[Array, Wide], Wide]:
    """``(weights [K, P], vectors [K, P]) -> H vector`` of each: the gradient of ``gradient . vector``.

    Compiled at most once for each K. No run's loss depends on another's weights, so their losses may be summed.
    """
    import tensorflow as tf

    loss = training_loss(landscape)

    def product(weights: Tensor, vectors: Tensor) -> Tensor:
        with tf.GradientTape() as outer:
            outer.watch(weights)
            with tf.GradientTape() as inner:
                inner.watch(weights)
                total = tf.reduce_sum(loss(weights))
            along = tf.reduce_sum(inner.gradient(total, weights) * vectors)
        # A loss that is linear in the weights has no second derivative at all.
        return outer.gradient(along, weights, unconnected_gradients="zero")

    program = landscape.compiled(product, xla)

    def called(weights: Array, vectors: Wide) -> Wide:
        result = program(tf.constant(weights, tf.float32), tf.constant(vectors, tf.float32))
        return np.asarray(result.numpy(), np.float64)

    return called
