"""The user's own table: a CSV file of any origin, looked through and turned into inputs and answers.

A file is read twice from beginning to end, a few thousand rows at a time: once to learn what its columns hold, once to
fill the arrays. However large it is, no more than `MOST_CELLS` numbers are kept, of rows drawn evenly at random.
Every fault of a file is a `UserError` of one sentence; what is left out of a good one is said in `Table.notes`.
"""

from collections.abc import Generator, Hashable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.csv_columns import MOST_CLASSES, Column, Numbers, Tally
from gdviz.engine.csv_key import stamp
from gdviz.engine.csv_reader import Reader, Recipe
from gdviz.engine.csv_text import Found, Layout, finished, layout_of, read_number, rows_of, shortened, within
from gdviz.errors import UserError
from gdviz.said import Said

MOST_CELLS = 10_000_000
"""Numbers that are kept of a file, 40 MB."""

MOST_WHOLE_NUMBERS = 20
"""Different whole numbers in a target up to which they are classes, not quantities."""

FEWEST_ROWS = 2
"""Rows without which there is nothing to learn from."""

MOST_MISSING = 0.5
"""Share of a column that may be missing before the column is left out, and not the rows."""

SAMPLE_SEED = 0
"""Seeds which rows are kept of a file that is too large."""

DECODING, INSPECTING = 0.1, 0.5
"""Parts of the time that finding the encoding takes of looking through, and that of loading."""


@dataclass(frozen=True, slots=True)
class CsvPreview:
    """What was found in a file.

    Attributes:
        path: The file.
        layout: Its encoding, separator, header and the names of its columns.
        columns: What each column holds.
        rows: How many rows there are, the header and empty lines not counted.
        first: The first ten of them.
        problems: What a person should know before training on it, each a sentence.
    """

    path: Path
    layout: Layout
    columns: tuple[Column, ...]
    rows: int
    first: tuple[tuple[str, ...], ...]
    problems: tuple[str, ...]

    @property
    def target(self) -> str:
        """The column that is most likely the answer: the last that could be."""
        likely = [column.name for column in self.columns if column.usable]
        return likely[-1] if likely else self.columns[-1].name


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A file as inputs and answers.

    Attributes:
        x: ``float32`` ``[N, features]``.
        y: ``int32`` class numbers, or ``float32`` for regression, ``[N]``.
        class_names: What the classes are called; empty for regression.
        features: What the inputs are called.
        notes: What was left out and why, each a sentence.
    """

    x: NDArray[np.float32]
    y: NDArray[Any]
    class_names: tuple[str, ...]
    features: tuple[str, ...]
    notes: tuple[str, ...]


def inspect(path: str | Path, header: bool | None = None) -> CsvPreview:
    """Looks the whole file through.

    Args:
        path: The file.
        header: Whether the first row holds names; None to find out.

    Raises:
        UserError: If it is no table.
    """
    return finished(inspecting(path, header))


def inspecting(path: str | Path, header: bool | None = None) -> Generator[float, None, CsvPreview]:
    """`inspect`, step by step: yields how much of the work is done, from 0 to 1, and returns the preview.

    What was found is remembered until the file changes. Stop asking, and the work stops.
    """
    known = (str(path), header, stamp(path))
    found = _PREVIEWS.get(known)
    if found is None:
        found = yield from _inspected(Path(path), header)
        _PREVIEWS.keep(known, found)
    return found


class _Kept(Generic[Found]):
    """The last things found, by what they were found for."""

    def __init__(self, most: int) -> None:
        self._most, self._found = most, dict[Hashable, Found]()

    def get(self, known: Hashable) -> Found | None:
        return self._found.get(known)

    def keep(self, known: Hashable, found: Found) -> None:
        self._found = dict([*self._found.items(), (known, found)][-self._most :])


_PREVIEWS = _Kept[CsvPreview](4)
_TABLES = _Kept[Table](2)


def _inspected(path: Path, header: bool | None) -> Generator[float, None, CsvPreview]:
    """The preview."""
    layout = yield from within(layout_of(path, header), 0.0, DECODING)
    tallies = [Tally(layout.separator) for _ in layout.names]
    first: list[tuple[str, ...]] = []
    for chunk, part in rows_of(path, layout):
        first += map(tuple, chunk[: 10 - len(first)])
        for tally, cells in zip(tallies, zip(*chunk, strict=True), strict=True):
            tally.add(cells)
        yield DECODING + part * (1 - DECODING)
    rows = tallies[0].rows
    if not rows:
        raise UserError(
            Said("{} has no rows below its first line", shortened(path.name)), Said("a row for each example")
        )
    columns = tuple(tally.facts(name) for name, tally in zip(layout.names, tallies, strict=True))
    return CsvPreview(path, layout, columns, rows, tuple(first), _problems(columns, rows))


def _problems(columns: Sequence[Column], rows: int) -> tuple[str, ...]:
    """What a person should know of the file."""
    missing = [
        Said("{} of {} cells of {} hold nothing.", f"{column.missing:,}", f"{rows:,}", shortened(column.name))
        for column in columns
        if column.missing and column.kind != "constant"
    ]
    return tuple(filter(None, [*(column.note() for column in columns), *missing]))


def load(path: str | Path, target: str, header: bool | None = None, without: Sequence[str] = ()) -> Table:
    """The file as inputs and answers.

    Numbers are taken as they are; words in an input become an input of 0 or 1 each (a single one if there are but two).
    The answers are classes if the target holds words or at most `MOST_WHOLE_NUMBERS` different whole numbers, else
    regression. Left out, and said to be, are rows with a missing cell, and columns that are constant, only tell rows
    apart, hold too many different words or are mostly missing.

    Args:
        path: The file.
        target: The column to predict.
        header: Whether the first row holds names; None to find out.
        without: Columns to leave out besides.

    Raises:
        UserError: If it is no table, or nothing can be learnt from it.
    """
    return finished(loading(path, target, header, without))


def loading(
    path: str | Path, target: str, header: bool | None = None, without: Sequence[str] = ()
) -> Generator[float, None, Table]:
    """`load`, step by step: yields how much of the work is done, from 0 to 1, and returns the table.

    What was read is remembered until the file changes, so that `load` with the same settings then has it at once. Stop
    asking, and the work stops.
    """
    known = (str(path), target, header, tuple(without), stamp(path), MOST_CELLS)
    found = _TABLES.get(known)
    if found is None:
        found = yield from _loaded(path, target, header, without)
        _TABLES.keep(known, found)
    return found


def _loaded(
    path: str | Path, target: str, header: bool | None, without: Sequence[str]
) -> Generator[float, None, Table]:
    """The table."""
    preview = yield from within(inspecting(path, header), 0.0, INSPECTING)
    made = recipe(path, target, header, without)
    x, y, notes = yield from within(_filled(preview, made), INSPECTING, 1.0)
    classes = made.goal.words or tuple(f"{value:.0f}" for value in made.goal.values)
    features = tuple(name for reader in made.inputs for name in reader.features())
    answers = y.astype(np.int32 if classes else np.float32)
    return Table(x, answers, classes, features, (*_left_out(preview, {target, *without}), *notes))


def recipe(path: str | Path, target: str, header: bool | None = None, without: Sequence[str] = ()) -> Recipe:
    """How `load` reads the file, without reading more of it than `inspect` has.

    Raises:
        UserError: If it is no table, or nothing can be learnt from it.
    """
    preview = inspect(path, header)
    taken = {name for name in (target, *without) if _at(preview, name) is not None}
    goal, inputs = _goal(preview, target), tuple(_reader(preview, column) for column in _chosen(preview, taken))
    cells = sum(len(reader.features()) for reader in inputs)
    return Recipe(goal, inputs, min(preview.rows, max(MOST_CELLS // cells, FEWEST_ROWS)))


def _left_out(preview: CsvPreview, taken: set[str]) -> list[str]:
    """What there is to say of the columns that are no inputs, or are only partly."""
    free = [column for column in preview.columns if column.name not in taken]
    empty = [
        Said("{} is no input: it is mostly missing.", shortened(each.name)) for each in free if _is_gappy(preview, each)
    ]
    return [*filter(None, (column.note() for column in free)), *empty]


def _at(preview: CsvPreview, name: str) -> int:
    """Number of the column ``name``."""
    names = preview.layout.names
    if name not in names:
        some = ", ".join(shortened(each) for each in names[:20])
        raise UserError(
            Said("{} has no column {}", shortened(preview.path.name), shortened(name)), Said("one of {}", some)
        )
    return names.index(name)


def _reader(preview: CsvPreview, column: Column) -> Reader:
    """How an input is read."""
    words = () if column.numeric else column.words
    return Reader(_at(preview, column.name), column.name, preview.layout.separator, words)


def _goal(preview: CsvPreview, target: str) -> Reader:
    """How the target is read.

    Raises:
        UserError: If it holds one answer only, or too many words.
    """
    at, separator = _at(preview, target), preview.layout.separator
    column = preview.columns[at]
    if column.kind == "constant":
        reason = Said("has the same answer in every row") if column.words else Said("is empty")
        raise UserError(
            Said("The target {} {}", shortened(target), reason), Said("a target with at least two different answers")
        )
    if column.numeric:
        found = {read_number(word, separator) for word in column.words}
        values = sorted(value for value in found if value is not None)
        whole = 0 < len(values) <= MOST_WHOLE_NUMBERS and all(value % 1 == 0 for value in values)
        return Reader(at, target, separator, (), tuple(values) if whole else ())
    if not column.words:
        what = Said("The target {} has more than {} different words", shortened(target), MOST_CLASSES)
        raise UserError(what, Said("numbers, or at most {} classes", MOST_CLASSES))
    return Reader(at, target, separator, column.words)


def _is_gappy(preview: CsvPreview, column: Column) -> bool:
    """Whether more of a column that could be an input is missing than `MOST_MISSING`."""
    return column.usable and column.missing + column.stray > MOST_MISSING * preview.rows


def _chosen(preview: CsvPreview, taken: set[str]) -> list[Column]:
    """The columns that become inputs; numbers of rows only if there is nothing else.

    Raises:
        UserError: If there is none.
    """
    free = [each for each in preview.columns if each.name not in taken and not _is_gappy(preview, each)]
    chosen = [each for each in free if each.usable] or [each for each in free if each.numeric]
    chosen = [each for each in chosen if each.kind != "constant"]
    if not chosen:
        hint = " ".join(each.note() for each in preview.columns[:3] if each.name not in taken)
        what = Said(
            "{} has no column to predict {} from",
            shortened(preview.path.name),
            ", ".join(map(shortened, sorted(taken))),
        )
        raise UserError(what, Said("at least one column of numbers or of few words"), hint)
    return chosen


def _filled(
    preview: CsvPreview, made: Recipe
) -> Generator[float, None, tuple[NDArray[np.float32], Numbers, list[str]]]:
    """Inputs and answers of the rows that are whole, and what there is to say of the others.

    Raises:
        UserError: If hardly any row is whole.
    """
    goal, readers, most = made.goal, made.inputs, made.most
    x, y = np.empty((most, sum(len(reader.features()) for reader in readers)), np.float32), np.empty(most)
    whole = 0
    for chunk, part in _drawn(preview, most):
        cells = list(zip(*chunk, strict=True))
        read = np.array([reader.read(cells[reader.at]) for reader in (goal, *readers)])
        read = read[:, ~np.isnan(read).any(axis=0)]
        end = whole + read.shape[1]
        y[whole:end] = read[0]
        x[whole:end] = np.concatenate([each.inputs(part) for each, part in zip(readers, read[1:], strict=True)], axis=1)
        whole = end
        yield part
    if whole < FEWEST_ROWS:
        what = Said("{} has too few rows in which nothing is missing: {}", shortened(preview.path.name), whole)
        raise UserError(what, Said("at least {}", FEWEST_ROWS), Said("Leave out the column with the gaps"))
    notes: list[str] = []
    if most < preview.rows:
        notes.append(Said("{} of {} rows were drawn at random.", f"{most:,}", f"{preview.rows:,}"))
    if whole < most:
        notes.append(
            Said("{} of {} rows were left out because something was missing.", f"{most - whole:,}", f"{most:,}")
        )
    return x[:whole], y[:whole], notes


def _drawn(preview: CsvPreview, most: int) -> Iterator[tuple[list[list[str]], float]]:
    """Chunks of ``most`` rows drawn at random, in order: from each chunk as many as an even draw would take."""
    random = np.random.default_rng(SAMPLE_SEED)
    left, wanted = preview.rows, most
    for chunk, part in rows_of(preview.path, preview.layout):
        take = int(random.hypergeometric(len(chunk), left - len(chunk), wanted)) if wanted < left else len(chunk)
        if take:
            yield [chunk[row] for row in sorted(random.choice(len(chunk), take, replace=False))], part
        left, wanted = left - len(chunk), wanted - take
