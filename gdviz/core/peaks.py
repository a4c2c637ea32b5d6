"""A long curve in few points, kept up to date as the curve grows."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Values = NDArray[np.float32] | NDArray[np.float64]

MOST = 300
"""Stretches that a curve is divided into at most; each gives two points, about as many as a plot has columns."""


class Peaks:
    """Divides a growing row of values into equal stretches and keeps the lowest, the highest and the mean of each.

    A stretch is 1, 2, 4, 8, ... values long: it doubles whenever there would be more than ``most`` of them. Only values
    that are new are read, so that a run's hundred-thousandth step costs no more than its first.

    Args:
        most: Stretches at most.
    """

    def __init__(self, most: int = MOST) -> None:
        """Begins empty."""
        self._most = most
        self._clear()

    def _clear(self) -> None:
        self.size = 0
        """Values read."""
        self.stride = 1
        """Values in each stretch; the last stretch may have fewer."""
        self.first_gap: int | None = None
        """Index of the first value that is infinite or no number."""
        self._last = np.nan
        self._first = np.nan
        # Columns: index of the lowest, the lowest, index of the highest, the highest, sum, count of finite values.
        self._table = np.zeros((self._most, 6))

    def follow(self, values: Values) -> None:
        """Takes in the row as it is now; what it held the last time is not read again.

        Args:
            values: The whole row, ``[N]``. Shorter than before, or another at the same place, it is a new row.
        """
        if len(values) < self.size or (self.size and not _same(float(values[self.size - 1]), self._last)):
            self._clear()
        if len(values) == self.size:
            return
        new = np.asarray(values[self.size :], np.float64)
        gaps = np.flatnonzero(~np.isfinite(new))
        if self.first_gap is None and gaps.size:
            self.first_gap = self.size + int(gaps[0])
        while len(values) > self._most * self.stride:
            self._double()
        begin = self.size // self.stride
        self._fill(begin, np.asarray(values[begin * self.stride :], np.float64))
        self.size, self._last, self._first = len(values), float(values[-1]), float(values[0])

    def points(self) -> tuple[Array, Array]:
        """What to draw: real values of the row, the lowest and the highest of each stretch, and both ends.

        Returns:
            Their indices in the row and the values, ``[M]`` each, in order; NaN where a stretch has no finite value.
        """
        table = self._table[: self._count]
        if self.stride == 1:
            return np.arange(self.size, dtype=np.float64), table[:, 1].copy()
        early = table[:, 0] <= table[:, 2]
        pairs = np.where(early[:, None], table[:, :4], table[:, [2, 3, 0, 1]])
        at, value = pairs[:, [0, 2]].ravel(), pairs[:, [1, 3]].ravel()
        ends = [(at[:0], value[:0]), (at[:0], value[:0])]
        for place, (index, end) in enumerate(((0, self._first), (self.size - 1, self._last))):
            if np.isfinite(end):
                ends[place] = (np.array([float(index)]), np.array([end]))
        return np.concatenate([ends[0][0], at, ends[1][0]]), np.concatenate([ends[0][1], value, ends[1][1]])

    def means(self) -> tuple[Array, Array, Array]:
        """Middle index of each stretch, mean of its finite values (NaN without), and how many those are, ``[K]``."""
        table = self._table[: self._count]
        begin = np.arange(len(table)) * float(self.stride)
        end = np.minimum(begin + self.stride, self.size)
        with np.errstate(invalid="ignore"):
            return (begin + end - 1) / 2, table[:, 4] / np.where(table[:, 5] > 0, table[:, 5], np.nan), table[:, 5]

    @property
    def _count(self) -> int:
        return -(-self.size // self.stride)

    def _double(self) -> None:
        """Joins complete stretches in pairs; what is left over is filled in again."""
        pairs = self.size // self.stride // 2
        left, right = self._table[0 : 2 * pairs : 2].copy(), self._table[1 : 2 * pairs : 2]
        # The comparison with NaN is false; a stretch without a number gives way to its neighbour.
        lower = (right[:, 1] < left[:, 1]) | np.isnan(left[:, 1])
        higher = (right[:, 3] > left[:, 3]) | np.isnan(left[:, 3])
        joined = left
        joined[:, :2] = np.where(lower[:, None], right[:, :2], left[:, :2])
        joined[:, 2:4] = np.where(higher[:, None], right[:, 2:4], left[:, 2:4])
        joined[:, 4:] += right[:, 4:]
        self._table[:pairs] = joined
        self.stride *= 2
        self.size = pairs * self.stride

    def _fill(self, begin: int, values: Array) -> None:
        """Works out the stretches from number ``begin`` on."""
        count = -(-len(values) // self.stride)
        padded = np.full(count * self.stride, np.nan)
        padded[: len(values)] = np.where(np.isfinite(values), values, np.nan)
        rows = padded.reshape(count, self.stride)
        known = np.isfinite(rows)
        low_at = np.where(known, rows, np.inf).argmin(1)
        high_at = np.where(known, rows, -np.inf).argmax(1)
        start, each = (begin + np.arange(count)) * self.stride, np.arange(count)
        columns = (start + low_at, rows[each, low_at], start + high_at, rows[each, high_at])
        self._table[begin : begin + count] = np.stack([*columns, np.nansum(rows, 1), known.sum(1)], 1)


def _same(one: float, other: float) -> bool:
    return one == other or (np.isnan(one) and np.isnan(other))
