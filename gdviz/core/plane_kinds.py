"""The planes that one can ask for, and how each is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.plane import Array, Plane, held, pca_plane
from gdviz.errors import UserError
from gdviz.said import Said

Shapes = tuple[tuple[int, ...], ...]
"""True shapes of the variables that a flat vector of weights is made of, one after the other."""


@dataclass(frozen=True, slots=True, eq=False)
class PlaneRequest:
    """Which plane is wanted.

    Attributes:
        kind: A key of `PLANE_KINDS`.
        seed: Draws the random directions of kind ``"filters"``.
        pair: The two weights of kind ``"weights"``, counted from 0 in the flat vector.
        origin: The point of the path that the plane goes through, ``[P]``; the newest if None.
        step: The recorded step that ``origin`` is, to be named in the picture.
    """

    kind: str = "pca"
    seed: int = 0
    pair: tuple[int, int] = (0, 1)
    origin: Array | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class PlaneKind:
    """One kind of plane.

    Attributes:
        title: Its name on screen.
        sentence: What it shows, and what not.
        make: ``(request, path [T, P], shapes, the plane shown before or None) -> Plane``.
        reach: Least half-width to draw, in units of the plane's directions, where the path itself is short.
    """

    title: str
    sentence: str
    make: Callable[[PlaneRequest, Array, Shapes, Plane | None], Plane]
    reach: float = 0.5


def plane_for(request: PlaneRequest, path: Array, shapes: Shapes = (), like: Plane | None = None) -> Plane:
    """The plane that was asked for.

    Args:
        request: What is wanted.
        path: Weights along the path, ``[T, P]``, P > 2.
        shapes: True shapes of the weights; one variable of P weights if empty.
        like: The plane shown before, which a plane of the same kind stays close to.

    Raises:
        UserError: If there is no such kind, or no such weights.
    """
    if request.kind not in PLANE_KINDS:
        raise UserError(Said("The plane was {}", f"{request.kind!r}"), Said("one of {}", ", ".join(PLANE_KINDS)))
    return PLANE_KINDS[request.kind].make(request, path, shapes or ((path.shape[1],),), like)


def _origin(request: PlaneRequest, path: Array) -> Array:
    """The point that the plane goes through."""
    return path[-1] if request.origin is None else request.origin


def _pca(request: PlaneRequest, path: Array, shapes: Shapes, like: Plane | None) -> Plane:
    """The plane of the path, turned to lie nearest to the one before."""
    before = like if like is not None and like.kind in ("pca", "random") else None
    return pca_plane(path, before, request.origin, request.step)


def _filters(request: PlaneRequest, path: Array, shapes: Shapes, like: Plane | None) -> Plane:
    """Two random directions, each filter as long as the one it changes."""
    origin = _origin(request, path)
    directions = filter_directions(origin, shapes, request.seed)
    names = ("random direction 1", "random direction 2")
    share = held(path, origin, directions)
    return Plane(origin.copy(), directions.astype(np.float32), "filters", names, share, request.step)


def _weights(request: PlaneRequest, path: Array, shapes: Shapes, like: Plane | None) -> Plane:
    """Two weights, all others held still; the coordinates are the two weights' own values."""
    size, pair = path.shape[1], list(request.pair)
    if len(set(pair)) != 2 or not all(0 <= index < size for index in pair):
        raise UserError(
            Said("The two weights were {} and {}", pair[0], pair[1]), Said("two different ones from 0 to {}", size - 1)
        )
    through = _origin(request, path)
    origin = through.copy()
    origin[pair] = 0
    directions = np.eye(size, dtype=np.float32)[pair]
    names = tuple(weight_name(index, shapes) for index in pair)
    return Plane(origin, directions, "weights", names, held(path, through, directions), request.step)


PLANE_KINDS: Mapping[str, PlaneKind] = {
    "pca": PlaneKind(
        "Plane of the path",
        "Through start and end and where the path moved most: the best view of this path, and of nothing else.",
        _pca,
    ),
    "filters": PlaneKind(
        "Random directions",
        "Two random directions, scaled filter by filter to the weights: fair to compare networks, blind to the path.",
        _filters,
        reach=1.0,
    ),
    "weights": PlaneKind(
        "Two weights",
        "Just two of the weights move, all others are held still: easy to grasp, but a thin slice.",
        _weights,
    ),
}
"""By key; a new kind of plane is one entry here."""


def filter_directions(weights: Array, shapes: Shapes, seed: int) -> NDArray[np.float64]:
    """Two random directions with every filter as long as the same filter of the weights.

    Li, Xu, Taylor, Studer, Goldstein: Visualizing the Loss Landscape of Neural Nets, NeurIPS 2018, section 4: draw each
    entry of ``d`` from a normal distribution, then ``d_filter <- d_filter / |d_filter| * |w_filter|``. A filter is
    everything that feeds one output: for a Dense kernel ``[inputs, outputs]`` a column, for a convolution
    ``[height, width, channels, outputs]`` a block. As in their published program by default (``ignore='biasbn'``),
    directions are zero for everything of one dimension: biases, and scale and shift of batch normalisation.

    Args:
        weights: Where the directions start, ``[P]``.
        shapes: True shapes of the weights. Where none has two dimensions, the whole vector counts as one filter.
        seed: Draws the directions.

    Returns:
        Two rows, ``[2, P]``. Where the weights leave no two directions (all are zero, or every filter is one number),
        the rows are as drawn, of length 1.
    """
    drawn = np.random.default_rng(seed).normal(size=(2, weights.size))
    parts, at = [], 0
    for shape in shapes if any(len(shape) > 1 for shape in shapes) else ((weights.size, 1),):
        size = int(np.prod(shape))
        parts.append(_scaled(drawn[:, at : at + size], weights[at : at + size].astype(np.float64), shape))
        at += size
    directions = np.concatenate(parts, axis=1)
    if np.linalg.matrix_rank(directions) < 2:
        directions = drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
    return directions


def _scaled(drawn: NDArray[np.float64], weights: NDArray[np.float64], shape: tuple[int, ...]) -> NDArray[np.float64]:
    """One variable's random numbers ``[2, size]`` with each filter scaled; zero for a variable of one dimension."""
    if len(shape) < 2:
        return np.zeros_like(drawn)
    filters = drawn.reshape(2, -1, shape[-1])
    lengths = np.linalg.norm(weights.reshape(-1, shape[-1]), axis=0)
    return np.asarray(filters / np.linalg.norm(filters, axis=1, keepdims=True) * lengths).reshape(drawn.shape)


def weight_name(index: int, shapes: Shapes) -> str:
    """What one weight is called, for example ``weight 12 (layer 1 kernel 0,12)``; indices count from 0 as in Keras.

    Args:
        index: Its place in the flat vector.
        shapes: True shapes of the weights. A variable of one dimension is the bias of the kernel before it if it has
            one number for each of the kernel's outputs.
    """
    at, layer, outputs = index, 0, 0
    for shape in shapes:
        layer, outputs = (layer + 1, shape[-1]) if len(shape) > 1 else (layer, outputs)
        size = int(np.prod(shape))
        if at < size:
            place = ",".join(str(part) for part in np.unravel_index(at, shape))
            return (
                Said("weight {} ({} {})", index, _part(layer, shape, outputs), place)
                if layer
                else Said("weight {}", index)
            )
        at -= size
    return Said("weight {}", index)


def _part(layer: int, shape: tuple[int, ...], outputs: int) -> str:
    """Which part of which layer a variable is."""
    what = "kernel" if len(shape) > 1 else "bias" if shape == (outputs,) else "vector"
    return Said(f"layer {{}} {what}", layer)
