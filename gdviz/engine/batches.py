"""Which rows a step looks at, and what an epoch's batches were worth."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.landscape import Array, Landscape


@lru_cache(maxsize=64)
def batch_rows(rows: int, batch_size: int, seed: int, epoch: int) -> tuple[NDArray[np.int32], Array]:
    """The order in which epoch number ``epoch`` (from 0) looks at the training rows.

    Returns:
        Row numbers and mask, both ``[steps, batch]``. Each epoch's order follows from the seed and its own number
        alone, so that a run can be taken up at any epoch.
    """
    batch = min(batch_size, rows)
    steps = -(-rows // batch)
    order = np.zeros(steps * batch, np.int32)
    order[:rows] = np.random.default_rng((seed, epoch)).permutation(rows)
    mask = (np.arange(steps * batch) < rows).astype(np.float32)
    return order.reshape(steps, batch), mask.reshape(steps, batch)


class Epochs:
    """Hands out rows batch by batch, and sums up what an epoch's batches were worth.

    Args:
        landscape: Whose training rows.
        batch_size: Rows to a step.
        seeds: Seed of each run.
    """

    def __init__(self, landscape: Landscape, batch_size: int, seeds: Sequence[int]) -> None:
        """Begins before the first step."""
        self._landscape, self._batch = landscape, batch_size
        # Runs of one seed look at the same rows, so those are gathered once for all.
        self._seeds = list(seeds) if len(set(seeds)) > 1 else list(seeds)[:1]
        self.batch = min(batch_size, len(landscape.train))
        self.length = landscape.steps_per_epoch(batch_size)
        self.taken = 0
        self.sums: NDArray[np.float64] = np.zeros(0)
        self.rows = 0.0

    def until_end(self, epochs: int) -> int:
        """Steps from here to the end of the epoch under way and of the ``epochs - 1`` after it."""
        return epochs * self.length - self.taken % self.length

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the rows of one step: ``(batch,)``, or ``(K, batch)`` for several seeds."""
        batch = min(self._batch, len(self._landscape.train))
        return (batch,) if len(self._seeds) == 1 else (len(self._seeds), batch)

    def next_rows(self, steps: int) -> tuple[NDArray[np.int32], Array]:
        """Rows ``[n, batch]`` (``[n, K, batch]`` for several seeds) and mask ``[n, batch]`` of the next ``steps``."""
        parts = [self._rows_from(self.taken, 0)]
        while steps > 0:
            parts.append(self._rows_from(self.taken + sum(len(mask) for _, mask in parts), steps))
            steps -= len(parts[-1][1])
        return np.concatenate([rows for rows, _ in parts]), np.concatenate([mask for _, mask in parts])

    def _rows_from(self, taken: int, steps: int) -> tuple[NDArray[np.int32], Array]:
        """At most ``steps`` steps out of the epoch that is under way after ``taken`` steps."""
        epoch, at = divmod(taken, self.length)
        pairs = [batch_rows(len(self._landscape.train), self._batch, seed, epoch) for seed in self._seeds]
        rows = pairs[0][0] if len(pairs) == 1 else np.stack([rows for rows, _ in pairs], axis=1)
        return rows[at : at + steps], pairs[0][1][at : at + steps]

    def add(self, loss: Array, accuracy: Array, mask: Array) -> tuple[NDArray[np.int64], Array, Array]:
        """Counts steps in; returns the epochs that ended: after which step, their mean loss and accuracy ``[e, K]``.

        The means are over rows, as those of ``history.history`` are.
        """
        weights, values = mask.sum(1, dtype=np.float64), np.stack([loss, accuracy], axis=1).astype(np.float64)
        ends, means, at = [], [], 0
        while at < len(mask):
            if self.taken % self.length == 0:
                self.sums, self.rows = np.zeros(values.shape[1:]), 0.0
            part = slice(at, at + self.until_end(1))
            # A lost run's losses are infinite or no numbers, and so is their sum.
            with np.errstate(invalid="ignore", over="ignore"):
                self.sums = self.sums + np.tensordot(weights[part], values[part], 1)
            self.rows += float(weights[part].sum())
            self.taken, at = self.taken + len(weights[part]), part.stop
            if self.taken % self.length == 0:
                ends.append(self.taken)
                means.append(self.sums / self.rows)
        table = np.array(means, np.float32).reshape(len(ends), 2, loss.shape[1])
        return np.array(ends, np.int64), table[:, 0], table[:, 1]
