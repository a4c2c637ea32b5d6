"""The loss on a plane through weight space: the landscape's own function, on a grid of stacked weights."""

from collections.abc import Callable, Generator
from dataclasses import replace
from functools import lru_cache
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Plane, Surface, exact_plane, miss, sampled
from gdviz.core.plane_kinds import PLANE_KINDS, PlaneRequest, plane_for
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.landscape import Array, Landscape, Tensor, mean_over_rows, penalised
from gdviz.engine.runtime import has_xla

COARSE, FINE, LINE = 31, 101, 401
"""Points along a side of the first and the second surface, and along a line."""

ROUGH = (3, 7, 15)
"""Points along a side of the surfaces that come before the first one where that takes long."""

PATIENCE = 0.06
"""Seconds after which a surface is shown as far as it has come: whoever wants none any more waits no longer."""

CACHE = 8 * 2**20
"""Bytes of the processor's cache that a block of weight vectors and all their layers' outputs may fill. Measured on 2
cores with 32 MB of cache: blocks of half and of twice this took 5 to 20 % longer, of eight times this twice as long."""

MOST = 1024
"""Weight vectors in a block at most."""

BLOCKS = 8
"""Blocks that one call of the compiled program goes through at most."""

DEFAULT_PLANE = PlaneRequest()

MARGIN = 0.35
"""Part of the path's extent that is drawn around it on each side."""


def surfaces(
    experiment: Experiment,
    path: Array,
    losses: Array,
    like: Plane | None = None,
    xla: bool | None = None,
    request: PlaneRequest = DEFAULT_PLANE,
    side: int = FINE,
) -> Generator[Surface, None, None]:
    """The loss surface around a path: a coarse one at once, unless the fine one comes as soon, then that.

    Args:
        experiment: Whose landscape.
        path: Weights along the path, thinned to some hundreds of points, ``[T, P]``, the newest last.
        losses: Their true losses, ``[T]``.
        like: The plane shown before, so that the picture does not flip.
        xla: Whether to compile through XLA; as the platform can by default.
        request: Which plane; a landscape of one or two weights is always drawn whole.
        side: Points along a side of the fine surface.

    Yields:
        `Surface` of growing detail on the same plane. Where the work takes long, one at least every `PATIENCE`
        seconds (or after every call, where one takes longer), as far as it has come. Stop asking, and the work stops.

    Raises:
        UserError: If there is no such plane.
    """
    landscape = landscape_of(experiment)
    plane = _plane(landscape, request, path, like)
    points = plane.project(path)
    extents = _extents(landscape, plane, points)
    grid = evaluation(landscape, has_xla() if xla is None else xla)
    before: Surface | None = None
    details = (LINE,) if len(extents) == 1 else _details(grid.seconds_for, plane.weights(points[-1:]), side, like)
    for detail in details:
        for surface in _drawn(grid, plane, extents, detail, before):
            yield surface if plane.kind == "exact" else replace(surface, miss=miss(surface, points, losses))
        before = surface


def _plane(landscape: Landscape, request: PlaneRequest, path: Array, like: Plane | None) -> Plane:
    """The plane that was asked for; it moves weights only, and everywhere on it are the keepsakes of its own point."""
    if landscape.names:
        return exact_plane(landscape.names)
    weights = landscape.size - landscape.keepsakes
    through = path[-1] if request.origin is None else request.origin
    if request.origin is not None:
        request = replace(request, origin=request.origin[:weights])
    if like is not None and like.origin.size == landscape.size:
        like = replace(like, origin=like.origin[:weights], directions=like.directions[:, :weights])
    shapes = landscape.shapes[:-1] if landscape.keepsakes else landscape.shapes
    plane = plane_for(request, path[:, :weights], shapes, like)
    directions = np.pad(plane.directions, ((0, 0), (0, landscape.keepsakes)))
    return replace(plane, origin=np.concatenate([plane.origin, through[weights:]]), directions=directions)


def _details(
    seconds_for: Callable[[Array, int], float], weights: Array, side: int, like: Plane | None
) -> tuple[int, ...]:
    """Points along a side of one surface after the other, beginning with what `PATIENCE` allows for.

    Where one is shown already, and the fine one takes no longer, nothing comes before it.
    """
    if like is not None and seconds_for(weights, side**2) <= PATIENCE:
        return (side,)
    wanted = [detail for detail in (*ROUGH, COARSE) if detail < side]
    affordable = [detail for detail in wanted if seconds_for(weights, detail**2) <= PATIENCE]
    return (*wanted[max(len(affordable) - 1, 0) :], side)


def _drawn(
    grid: "Evaluation", plane: Plane, extents: list[tuple[float, float]], detail: int, before: Surface | None
) -> Generator[Surface, None, None]:
    """A surface of ``detail`` points along each side, as far as it has come every `PATIENCE` seconds, then whole."""
    axes = [np.linspace(low, high, detail, dtype=np.float32) for low, high in extents]
    spots = np.stack(np.meshgrid(*axes), axis=-1)
    flat = spots.reshape(-1, len(axes))
    empty = Surface(plane, axes[0], axes[1] if len(axes) == 2 else np.empty(0, np.float32), np.empty(0, np.float32))
    loss, due = np.empty(len(flat), np.float32), perf_counter() + PATIENCE
    for done, values in grid.in_parts(lambda part: plane.weights(flat[part]), len(flat)):
        loss[done - len(values) : done] = values
        if done < len(flat) and perf_counter() >= due:
            # Of the very first surface nothing is known beyond: it is drawn flat there, as high as the last point.
            rest = np.full(len(flat) - done, values[-1]) if before is None else sampled(before, flat[done:])
            partly = np.concatenate([loss[:done], rest]).reshape(spots.shape[:-1])
            yield replace(empty, loss=partly, progress=done / len(flat))
            due = perf_counter() + PATIENCE
    yield replace(empty, loss=loss.reshape(spots.shape[:-1]))


class Evaluation:
    """The loss over all training rows at any number of weight vectors, by one compiled program of fixed size.

    Args:
        landscape: Whose loss.
        xla: Whether to compile through XLA.
    """

    def __init__(self, landscape: Landscape, xla: bool) -> None:
        """Compiles nothing yet."""
        self.block = block_size(landscape)
        self._loss, self._size = training_loss(landscape), landscape.size
        self._program = landscape.compiled(self._blocks, xla)
        self._seconds = 0.0

    def in_parts(
        self, weights: Callable[[slice], Array], count: int
    ) -> Generator[tuple[int, NDArray[np.float32]], None, None]:
        """Evaluates ``count`` weight vectors, as many at a time as take less than half of `PATIENCE`.

        Args:
            weights: Makes the weight vectors of a part, ``[n, P]``.
            count: How many there are.

        Yields:
            How many are done, and the losses of the last of them.
        """
        done = 0
        while done < count:
            blocks = self._affordable()
            part = slice(done, min(done + blocks * self.block, count))
            values = self._timed(weights(part))
            done = part.stop
            yield done, values

    def seconds_for(self, weights: Array, count: int) -> float:
        """About how long ``count`` weight vectors take, by trying ``weights`` ``[1, P]`` if none were before."""
        if not self._seconds:
            self._timed(np.repeat(weights, self.block, axis=0))
        return -(-count // self.block) * self._seconds

    def _affordable(self) -> int:
        """Blocks that take less than half of `PATIENCE`."""
        return int(np.clip(PATIENCE / 2 / self._seconds, 1, BLOCKS)) if self._seconds else 1

    def _timed(self, weights: Array) -> NDArray[np.float32]:
        """Evaluates up to a call's worth of weight vectors, and notes how long a block takes."""
        if not self._seconds:
            self._call(weights[:0])  # Compiles.
        begun = perf_counter()
        values = self._call(weights)
        self._seconds = (perf_counter() - begun) / -(-len(weights) // self.block)
        return values

    def _call(self, weights: Array) -> NDArray[np.float32]:
        """One call of the program, with its fixed number of weight vectors filled up."""
        import tensorflow as tf

        count = len(weights)
        filled = np.zeros((BLOCKS * self.block, self._size), np.float32)
        filled[:count] = weights
        blocks = tf.constant(-(-count // self.block))
        return np.asarray(self._program(filled, blocks).numpy()[:count])

    def _blocks(self, weights: Tensor, count: Tensor) -> Tensor:
        """The losses of the first ``count`` blocks; an argument, so that any number of them is the same program."""
        import tensorflow as tf

        parts = tf.reshape(weights, [BLOCKS, self.block, self._size])
        losses = tf.TensorArray(tf.float32, BLOCKS, element_shape=(self.block,))

        def one(at: Tensor, losses: Any) -> tuple[Tensor, Any]:
            return at + 1, losses.write(at, self._loss(parts[at]))

        _, losses = tf.while_loop(lambda at, _: at < count, one, (tf.constant(0), losses))
        return tf.reshape(losses.stack(), [-1])


@lru_cache(maxsize=16)
def evaluation(landscape: Landscape, xla: bool) -> Evaluation:
    """An `Evaluation`, compiled at most once."""
    return Evaluation(landscape, xla)


def training_loss(landscape: Landscape) -> Callable[[Tensor], Tensor]:
    """The loss that training descends, over all training rows: ``weights [K, P] -> [K]``, in TensorFlow."""
    import tensorflow as tf

    x, y, mask = tf.constant(landscape.train.x), tf.constant(landscape.train.y), tf.ones(len(landscape.train))

    def loss(weights: Tensor) -> Tensor:
        return penalised(landscape, weights, mean_over_rows(landscape.row_losses(weights, x, y), mask))

    return loss


def block_size(landscape: Landscape) -> int:
    """Weight vectors to evaluate at once, a power of two: as many as fit in the `CACHE` with all their outputs.

    A Dense layer has as many outputs a row as its kernel has columns; a convolution at most that many at every place
    of its input. Where the shapes are not known, one output a weight.
    """
    inputs = landscape.train.x.shape[1:]
    places = int(np.prod(inputs[:-1]))
    kernels = [shape for shape in landscape.shapes if len(shape) > 1]
    outputs = landscape.outputs or sum(shape[-1] * (places if len(shape) > 2 else 1) for shape in kernels)
    outputs = outputs or landscape.size
    fitting = CACHE // (4 * (len(landscape.train) * outputs + landscape.size))
    return int(2 ** np.floor(np.log2(np.clip(fitting, 1, MOST))))


def losses_at(landscape: Landscape, weights: Array, xla: bool) -> Array:
    """Loss over all training rows at each of ``weights`` ``[N, P]``, shape ``[N]``."""
    parts = evaluation(landscape, xla).in_parts(lambda part: weights[part], len(weights))
    return np.concatenate([values for _, values in parts])


def _extents(landscape: Landscape, plane: Plane, points: Array) -> list[tuple[float, float]]:
    """The part of each direction to draw: the landscape's own window and the path, or a square around the path."""
    if landscape.window:
        return [_widened(window, column) for window, column in zip(landscape.window, points.T, strict=True)]
    low, high = points.min(axis=0), points.max(axis=0)
    if plane.kind == "random":
        # Nothing has moved yet. As far as the weights themselves reach, every network has hills and valleys to show.
        least = float(np.linalg.norm(plane.origin)) or 1.0
    else:
        least = PLANE_KINDS.get(plane.kind, PLANE_KINDS[DEFAULT_PLANE.kind]).reach
    half = max(float((high - low).max()) * (0.5 + MARGIN), least)
    return [(float(middle) - half, float(middle) + half) for middle in (low + high) / 2]


def _widened(window: tuple[float, float], along: Array) -> tuple[float, float]:
    """A window that a path may widen, but to no more than three times its width: a diverging run leaves the picture."""
    width = window[1] - window[0]
    low = max(min(window[0], float(along.min()) - 0.1 * width), window[0] - width)
    high = min(max(window[1], float(along.max()) + 0.1 * width), window[1] + width)
    return low, high
