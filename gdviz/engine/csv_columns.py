"""What the columns of the user's table hold: found out chunk by chunk, and read as numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.csv_text import is_missing, read_number, shortened
from gdviz.said import Said

MOST_WORDS = 20
"""Different words in an input column above which it is left out; up to this many become an input each."""

MOST_CLASSES = 100
"""Different words in a target above which it is refused."""

STRAY = 0.01
"""Share of words in a column of numbers up to which they count as missing."""

DISTINCT = 0.9
"""Share of different words in a column from which it only tells the rows apart."""

_ROW_NUMBER = re.compile(r"(?i)column \d+|(.*[\W_])?(id|index|idx|key|no|nr|number|row)\W*|unnamed.*")
_LARGEST = float(np.finfo(np.float32).max)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    Attributes:
        name: Its name.
        kind: ``number``, ``text``, ``constant`` (one value or none) or ``identifier`` (a name or number for the row).
        numeric: Whether its cells are numbers.
        missing: Cells that hold nothing, or a number too large to be kept.
        stray: Cells of a column of numbers that are none.
        words: What different cells there are, in order, if at most `MOST_CLASSES`; else empty.
        decimal: ``","`` if some numbers are written so, else ``"."``.
    """

    name: str
    kind: str
    numeric: bool
    missing: int
    stray: int
    words: tuple[str, ...]
    decimal: str

    @property
    def usable(self) -> bool:
        """Whether it can be an input."""
        return self.kind == "number" or (self.kind == "text" and 0 < len(self.words) <= MOST_WORDS)

    def note(self) -> str:
        """What a person should know of it, as a sentence, or nothing."""
        if self.stray:
            return Said(
                "Cells of {} that are no numbers count as missing: {}.", shortened(self.name), f"{self.stray:,}"
            )
        reasons = {
            "constant": Said("is the same in every row") if self.words else Said("is empty"),
            "identifier": Said("only tells the rows apart"),
            "text": Said("has more than {} different words", MOST_WORDS),
        }
        return "" if self.usable else Said("{} is no input: it {}.", shortened(self.name), reasons[self.kind])


@dataclass(slots=True)
class Tally:
    """What is known of a column so far.

    Attributes:
        separator: What stands between the file's cells, which decides whether a decimal comma can be.
        rows: Cells seen.
        missing: Of these, how many hold nothing.
        words: How many hold no number.
        commas: How many hold a number with a decimal comma.
        different: The different cells, until there are more than `MOST_CLASSES`.
        distinct: Share of different cells among those seen so far, as long as they were all remembered.
        counting: Whether every cell so far is the one before plus one.
        last: The last number.
    """

    separator: str
    rows: int = 0
    missing: int = 0
    words: int = 0
    commas: int = 0
    different: set[str] = field(default_factory=set)
    distinct: float = 0.0
    counting: bool = True
    last: float | None = None

    def add(self, cells: Sequence[str]) -> None:
        """Takes in the next cells."""
        self.rows += len(cells)
        if len(self.different) <= MOST_CLASSES:
            self.different.update(cell for cell in map(str.strip, set(cells)) if not is_missing(cell))
            self.distinct = len(self.different) / self.rows
        numbers = _quickly(cells)
        if numbers is None:
            self.counting = False
            self._count(Counter(cells))
        else:
            self._follow(numbers)

    def _follow(self, numbers: Numbers) -> None:
        """Takes in cells that are all plain numbers."""
        self.missing += int(np.isnan(numbers).sum())
        before = numbers[0] - 1 if self.last is None else self.last
        self.counting = self.counting and bool((np.diff(numbers, prepend=before) == 1).all())
        self.last = float(numbers[-1])

    def _count(self, counts: Counter[str]) -> None:
        """Counts cells that are not plain numbers by what they are."""
        for cell, count in counts.items():
            number = read_number(cell, self.separator)
            self.missing += count * (is_missing(cell) or (number is not None and not abs(number) <= _LARGEST))
            self.words += count * (number is None and not is_missing(cell))
            self.commas += count * (number is not None and "," in cell)

    def facts(self, name: str) -> Column:
        """What the column holds."""
        kind, numeric = self._kind(name), self._numeric()
        words = tuple(sorted(self.different)) if len(self.different) <= MOST_CLASSES else ()
        return Column(name, kind, numeric, self.missing, self.words * numeric, words, "," if self.commas else ".")

    def _numeric(self) -> bool:
        """Whether there are numbers and no words, or among many numbers very few."""
        filled = self.rows - self.missing
        return self.words < filled and self.words <= (STRAY * filled if len(self.different) > MOST_WORDS else 0)

    def _kind(self, name: str) -> str:
        """The column's kind; see `Column`."""
        if len(self.different) < 2:
            return "constant"
        if self._numeric():
            return "identifier" if self.counting and _ROW_NUMBER.fullmatch(name) else "number"
        return "identifier" if self.distinct > DISTINCT and len(self.different) > MOST_WORDS else "text"


def read_numbers(cells: Sequence[str], separator: str) -> Numbers:
    """The numbers in the cells, NaN where there is none or one that ``float32`` cannot hold."""
    quick = _quickly(cells)
    if quick is not None:
        return quick
    found = {cell: read_number(cell, separator) for cell in set(cells)}
    return _held(np.array([np.nan if found[cell] is None else found[cell] for cell in cells], float))


def _quickly(cells: Sequence[str]) -> Numbers | None:
    """The cells' numbers if all have one as Python writes them, else None."""
    try:
        numbers = np.array(list(map(float, cells)))
    except ValueError:
        return None
    return None if "_" in "".join(cells) else _held(numbers)


def _held(numbers: Numbers) -> Numbers:
    """The numbers, NaN for those that ``float32`` cannot hold."""
    numbers[~(np.abs(numbers) <= _LARGEST)] = np.nan
    return numbers
