"""The learned part of the doctor: shallow decision trees on the named quantities, as plain numbers.

Each tree asks a few questions of the form "is this quantity at most so much?" and adds a little to the score of one
verdict. The share of belief in a verdict is ``exp(score) / sum of exp(scores)`` (gradient boosting, Friedman 2001,
doi:10.1214/aos/1013203451). What one quantity has contributed is the sum of what its questions changed on the way down
(Saabas 2014), so that every verdict can say which of its numbers decided. Fitted by `gdviz.engine.doctor_fit`.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.paths import resource

Array = NDArray[np.float64]

LEARNED = ("lr_too_high", "lr_too_low", "still_improving", "converged")
"""The verdicts that the trees weigh; the others follow from the curves by definition."""

FIELDS = ("question", "limit", "left", "right", "blank_left", "value")
FILE = "data/doctor_model.npz"


@dataclass(frozen=True, eq=False)
class Trees:
    """All trees of one model, T of them, of N nodes at most; node 0 is the root, and a leaf leads to itself.

    Attributes:
        question: Number of the quantity that a node asks for, ``[T, N]``.
        limit: At most this leads left, ``[T, N]``.
        left: Node to the left, ``[T, N]``.
        right: Node to the right, ``[T, N]``.
        blank_left: Whether a quantity that is NaN leads left, ``[T, N]``.
        value: Mean contribution of the runs that came to a node, ``[T, N]``.
        base: Score of each verdict before any question, ``[4]``.
        depth: Most questions that one tree asks.
        names: Names of the quantities, in the order of ``question``.
    """

    question: NDArray[np.int64]
    limit: Array
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    blank_left: NDArray[np.bool_]
    value: Array
    base: Array
    depth: int
    names: tuple[str, ...]

    def weigh(self, values: Array) -> tuple[Array, Array]:
        """Asks all trees at once.

        Args:
            values: The quantities, ``[Q]``; NaN where one is not known.

        Returns:
            The share of belief in each of `LEARNED` ``[4]``, and what each quantity contributed to each verdict's
            score ``[4, Q]``.
        """
        path, width = self._path(values), values.size
        reached = self._flat.value[path]
        verdict = np.arange(len(self.question)) % len(LEARNED)
        asked = self._flat.question[path[:-1]] % width + width * verdict
        changes = (reached[1:] - reached[:-1]).ravel()
        given = np.asarray(np.bincount(asked.ravel(), changes, len(LEARNED) * width), float)
        scores = self.base + np.bincount(verdict, reached[-1], len(LEARNED))
        shares = np.exp(scores - scores.max())
        return shares / shares.sum(), given.reshape(len(LEARNED), width)

    def _path(self, values: Array) -> NDArray[np.int64]:
        """Nodes that each tree comes through, as places in `_flat`, ``[depth + 1, T]``."""
        flat, blank = self._flat, np.isnan(values)
        both = np.concatenate([np.where(blank, np.inf, values), np.where(blank, -np.inf, values)])
        path = np.empty((self.depth + 1, len(self.question)), np.int64)
        path[0] = np.arange(0, self.question.size, self.question.shape[1])
        for step in range(self.depth):
            node = path[step]
            down = both.take(flat.question.take(node)) <= flat.limit.take(node)
            path[step + 1] = flat.child.take(2 * node + down)
        return path

    @cached_property
    def _flat(self) -> "Flat":
        """The same trees in the order in which they are asked fastest."""
        trees, most = self.question.shape
        first = np.arange(0, trees * most, most)[:, None]
        return Flat(
            (self.question + len(self.names) * self.blank_left).ravel(),
            # Below infinity, which stands for what is not known and leads right.
            np.minimum(self.limit, np.finfo(float).max).ravel(),
            np.stack([self.right + first, self.left + first], axis=-1).ravel(),
            self.value.ravel(),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Flat:
    """`Trees` as rows of K = T N nodes, tree after tree, of Q quantities.

    Attributes:
        question: Number of the quantity, plus Q where one that is NaN leads left, ``[K]``.
        limit: Finite, ``[K]``.
        child: Place of the node to the right and of that to the left, ``[2 K]``.
        value: ``[K]``.
    """

    question: NDArray[np.int64]
    limit: Array
    child: NDArray[np.int64]
    value: Array


@lru_cache(maxsize=1)
def _arrays() -> dict[str, NDArray[Any]]:
    """The file's arrays."""
    with np.load(resource(FILE), allow_pickle=False) as arrays:
        return dict(arrays)


@lru_cache(maxsize=4)
def trees(name: str) -> Trees:
    """The model ``"alone"``, for curves only, ``"known"``, where rate and optimiser are given too, or one of two more.

    ``"program"`` is for runs whose loss before training is known as well, ``"tested"`` for those with a range test.
    """
    return unpacked(_arrays(), name)


def unpacked(arrays: dict[str, NDArray[Any]], name: str) -> Trees:
    """The model ``name`` out of the arrays of a file."""
    fields = {field: arrays[f"{name}_{field}"] for field in FIELDS}
    return Trees(
        question=fields["question"].astype(np.int64),
        limit=fields["limit"].astype(float),
        left=fields["left"].astype(np.int64),
        right=fields["right"].astype(np.int64),
        blank_left=fields["blank_left"].astype(bool),
        value=fields["value"].astype(float),
        base=arrays[f"{name}_base"].astype(float),
        depth=int(arrays[f"{name}_depth"]),
        names=tuple(bytes(arrays[f"{name}_names"]).decode().split()),
    )
