"""How each column of the user's table becomes numbers, once it is known what it holds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gdviz.engine.csv_columns import Numbers, read_numbers


@dataclass(frozen=True, slots=True)
class Reader:
    """How the column ``at`` is read: as numbers, as codes of ``words``, or, for a target, as codes of ``values``."""

    at: int
    name: str
    separator: str
    words: tuple[str, ...] = ()
    values: tuple[float, ...] = ()

    def read(self, cells: Sequence[str]) -> Numbers:
        """Numbers or codes, NaN where something is missing."""
        if self.words:
            codes = {word: float(code) for code, word in enumerate(self.words)}
            return np.array([codes.get(cell.strip(), np.nan) for cell in cells])
        numbers = read_numbers(cells, self.separator)
        known = np.searchsorted(self.values, numbers) if self.values else numbers
        return np.where(np.isnan(numbers), np.nan, known)

    def features(self) -> tuple[str, ...]:
        """Names of the inputs that it becomes: one for numbers or two words, else one a word."""
        shown = self.words[1:] if len(self.words) == 2 else self.words
        return tuple(f"{self.name} = {word}" for word in shown) or (self.name,)

    def inputs(self, read: Numbers) -> Numbers:
        """What was read as the columns of inputs named by `features`."""
        return read[:, None] if len(self.words) < 3 else np.eye(len(self.words))[read.astype(int)]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a file becomes inputs and answers.

    Attributes:
        goal: How the target is read.
        inputs: How each column that is an input is read, in the file's order.
        most: Rows that are taken at most; of a longer file as many are drawn at random.
    """

    goal: Reader
    inputs: tuple[Reader, ...]
    most: int
