"""A text file as rows of cells: its encoding, its separator, its header, read in pieces of bounded size."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from io import StringIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import TextIO, TypeVar

from gdviz.errors import UserError
from gdviz.said import Said

Found = TypeVar("Found")

LONGEST_LINE = 1_000_000
"""Characters of a line above which a file is no table."""

MOST_COLUMNS = 10_000
"""Columns above which a file is refused."""

CHUNK = 4096
"""Rows handled at a time, fewer where there are many columns."""

CHUNK_CELLS = 50_000
"""Cells handled at a time at most: some hundredths of a second, after which whoever wants no more is heard."""

SAMPLE = 200_000
"""Characters from the file's beginning by which its separator and header are found."""

BLOCK = 1 << 20
"""Bytes looked at at a time while the encoding is sought."""

SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab"}
"""What may stand between cells, and its name."""

MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?", "-"})
"""Cells that hold nothing, in small letters."""

_OTHER_FILES = {
    b"PK\x03\x04": "a spreadsheet or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old spreadsheet",
    b"\x1f\x8b": "a compressed file",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
}
_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_UNPRINTABLE = re.compile("[\0-\x08\x0e-\x19\x7f]")
_COMMA_NUMBER = re.compile(r"\s*[+-]?(\d+,\d*|,\d+)([eE][+-]?\d+)?\s*")

_TABLE = "a table as text, with a comma, semicolon or tab between the columns"


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is to be read.

    Attributes:
        encoding: Python's name of its encoding.
        separator: A key of `SEPARATORS`.
        header: Whether its first row holds names.
        names: A name for each column.
    """

    encoding: str
    separator: str
    header: bool
    names: tuple[str, ...]


def shortened(text: str, most: int = 40) -> str:
    """``text`` in quotes for a message, on one line and cut off where it is long."""
    return repr(text if len(text) <= most else text[: most - 1] + "…")


def plain_number(cell: str) -> float | None:
    """The number that ``cell`` is with a decimal point, or None; ``nan`` and ``inf`` are numbers to Python."""
    try:
        return float(cell) if "_" not in cell else None
    except ValueError:
        return None


def comma_number(cell: str) -> float | None:
    """The number that ``cell`` is with a decimal comma, or None."""
    return float(cell.replace(",", ".")) if _COMMA_NUMBER.fullmatch(cell) else None


def read_number(cell: str, separator: str) -> float | None:
    """The number in ``cell``, or None. A decimal comma counts where the comma does not separate."""
    found = plain_number(cell)
    return comma_number(cell) if found is None and separator != "," else found


def is_missing(cell: str) -> bool:
    """Whether ``cell`` holds nothing."""
    return cell.strip().lower() in MISSING


def finished(work: Generator[float, None, Found]) -> Found:
    """What some work finds in the end, its progress unheard."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def within(work: Generator[float, None, Found], low: float, high: float) -> Generator[float, None, Found]:
    """Some work as the part from ``low`` to ``high`` of a greater one."""
    while True:
        try:
            part = next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]
        yield low + part * (high - low)


def encoding_of(path: Path) -> Generator[float, None, str]:
    """The encoding of the whole file: by its mark, else UTF-8 if it is that throughout, else Windows-1252.

    Yields:
        The part of the file that was looked at, now and then; stop asking, and the work stops.

    Raises:
        UserError: If the file is not there, empty, no text, or cut off within a character.
    """
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or Said("there can be no such name")
        raise UserError(Said("{} cannot be read: {}", shortened(path.name), reason), Said("a CSV file")) from error
    if not start:
        raise UserError(Said("{} is empty", shortened(path.name)), _TABLE)
    for mark, kind in _OTHER_FILES.items():
        if start.startswith(mark):
            raise UserError(Said("{} is {}", shortened(path.name), kind), _TABLE, Said("Save the table as CSV first"))
    marked = [encoding for mark, encoding in _MARKS.items() if start.startswith(mark)]
    for encoding in marked or ["utf-8", "cp1252"]:
        if (yield from _decodes(path, encoding)):
            return encoding
    raise UserError(Said("{} is not text", shortened(path.name)), _TABLE)


def _decodes(path: Path, encoding: str) -> Generator[float, None, bool]:
    """Whether the file is ``encoding`` from beginning to end.

    Raises:
        UserError: If it is, but for a last character that is cut off, or if it decodes to what nobody writes.
    """
    decoder, special = codecs.getincrementaldecoder(encoding)(), encoding == "utf-16"
    size = path.stat().st_size
    with path.open("rb") as file:
        for block in iter(partial(file.read, BLOCK), b""):
            try:
                text = decoder.decode(block)
            except UnicodeDecodeError:
                return False
            if _UNPRINTABLE.search(text):
                raise UserError(Said("{} is not text", shortened(path.name)), _TABLE)
            special = special or not text.isascii()
            yield file.tell() / size
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        if special:
            raise UserError(
                Said("{} ends in the middle of a character", shortened(path.name)),
                Said("a whole file"),
                Said("Copy the file again"),
            ) from None
        return False
    return True


def rows_of(path: Path, layout: Layout) -> Iterator[tuple[list[list[str]], float]]:
    """The rows below the header in chunks, each with the part of the file that is read by then.

    Rows with nothing in them are left out.

    Raises:
        UserError: At a row with more or fewer cells than the first, an endless line or a quote that never ends.
    """
    size, width = max(1, min(CHUNK, CHUNK_CELLS // len(layout.names))), len(layout.names)
    whole = max(path.stat().st_size, 1)
    with path.open("rb") as raw, TextIOWrapper(raw, layout.encoding, newline="") as file:
        rows = _rows(file, path.name, layout.separator)
        skip = 1 if layout.header else 0
        while chunk := list(islice(rows, size)):
            kept = [row for row in chunk if any(row)]
            if any(len(row) != width for row in kept):
                _refuse_ragged(path, layout)
            if kept[skip:]:
                yield kept[skip:], min(raw.tell() / whole, 1.0)
            skip = max(0, skip - len(kept))


def _rows(file: TextIO, name: str, separator: str) -> Iterator[list[str]]:
    """The file's rows as the csv module reads them, its complaints in our words."""
    reader = csv.reader(_lines(file, name), delimiter=separator, strict=True, skipinitialspace=True)
    try:
        yield from reader
    except csv.Error as error:
        raise UserError(
            Said("{} cannot be read at line {}: {}", shortened(name), reader.line_num, error),
            Said("quotes in pairs, and no cell longer than a page"),
            Said("The file may be cut off"),
        ) from error


def _lines(file: TextIO, name: str) -> Iterator[str]:
    """The file's lines, never more than `LONGEST_LINE` characters in memory."""
    for number, line in enumerate(iter(partial(file.readline, LONGEST_LINE), ""), 1):
        if len(line) >= LONGEST_LINE:
            raise UserError(
                Said("Line {} of {} has over {} characters", number, shortened(name), f"{LONGEST_LINE:,}"), _TABLE
            )
        yield line


def _refuse_ragged(path: Path, layout: Layout) -> None:
    """Says which row is the first that is not as long as the first one."""
    width = len(layout.names)
    with path.open(encoding=layout.encoding, newline="") as file:
        lines = iter(partial(file.readline, LONGEST_LINE), "")
        reader = csv.reader(lines, delimiter=layout.separator, skipinitialspace=True)
        found = next((row for row in reader if any(row) and len(row) != width), [])
        number, last = reader.line_num, next(reader, None) is None
    columns = Said("one column") if len(found) == 1 else Said("{} columns", len(found))
    hint = Said("It is the last line: the file may be cut off") if last else ""
    raise UserError(
        Said("Line {} of {} has {}", number, shortened(path.name), columns),
        Said("{} as in the first line", width),
        hint,
    )


def layout_of(path: Path, header: bool | None = None) -> Generator[float, None, Layout]:
    """How the file is to be read, found from its beginning.

    Args:
        path: The file.
        header: Whether the first row holds names; None to find out.

    Yields:
        As `encoding_of`, which is all that takes time.

    Raises:
        UserError: If it is no table, or two columns have the same name.
    """
    encoding = yield from encoding_of(path)
    with path.open(encoding=encoding, newline="") as file:
        text = file.read(SAMPLE) + file.readline(LONGEST_LINE)
    if not text.strip():
        raise UserError(Said("{} is empty", shortened(path.name)), _TABLE)
    separator = _separator(text, path.name)
    rows = _sample(text, separator)
    if len(rows[0]) > MOST_COLUMNS:
        raise UserError(
            Said("{} has {} columns", shortened(path.name), f"{len(rows[0]):,}"),
            Said("at most {}", f"{MOST_COLUMNS:,}"),
        )
    header = _has_header(rows, separator) if header is None else header
    return Layout(encoding, separator, header, _names(rows[0], path.name) if header else _numbered(rows[0]))


def _sample(text: str, separator: str) -> list[list[str]]:
    """The rows of the file's beginning that are not empty, up to where the separator makes nonsense of it."""
    rows: list[list[str]] = []
    with suppress(csv.Error):
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator, skipinitialspace=True):
            rows += [row] if any(row) else []
    return rows


def _separator(text: str, name: str) -> str:
    """The separator by which most rows are equally long and most cells make sense.

    Raises:
        UserError: If none gives two columns.
    """
    scores = {separator: _score(_sample(text, separator), separator) for separator in SEPARATORS}
    best = max(scores, key=lambda separator: scores[separator])
    if scores[best][0] == 0:
        raise UserError(Said("{} has only one column", shortened(name)), _TABLE)
    return best


def _score(rows: list[list[str]], separator: str) -> tuple[float, float, int]:
    """How well a separator fits: share of rows that are equally long, then sense of the cells, then columns.

    A cell makes sense if it is a number, and none if another separator is left in it.
    """
    (width, count), *_ = Counter(map(len, rows)).most_common(1) or [(0, 0)]
    if width < 2:
        return 0.0, 0.0, 0
    cells = [cell for row in rows[:1000] for cell in row]
    numbers = sum(read_number(cell, separator) is not None for cell in cells)
    torn = sum(any(other in cell for other in SEPARATORS) and read_number(cell, separator) is None for cell in cells)
    return round(count / len(rows), 1), (numbers - torn) / len(cells), width


def _has_header(rows: list[list[str]], separator: str) -> bool:
    """Whether the first row holds names: no numbers, above numbers or above words among which it does not recur."""

    def is_number(cell: str) -> bool:
        return read_number(cell, separator) is not None

    first, below = rows[0], [row for row in rows[1:1000] if len(row) == len(rows[0])]
    if any(is_number(cell) for cell in first) or not below:
        return not any(is_number(cell) for cell in first)
    columns = list(zip(*below, strict=True))
    if any(is_number(cell) for column in columns for cell in column):
        return True
    return all(name not in column for name, column in zip(first, columns, strict=True))


def _numbered(row: list[str]) -> tuple[str, ...]:
    """Names for columns that have none."""
    return tuple(Said("column {}", number) for number in range(1, len(row) + 1))


def _names(row: list[str], file: str) -> tuple[str, ...]:
    """The names in the first row, with a number where there is none.

    Raises:
        UserError: If two are the same.
    """
    names = [cell.strip() or number for cell, number in zip(row, _numbered(row), strict=True)]
    name, count = Counter(names).most_common(1)[0]
    if count > 1:
        raise UserError(
            Said("{} columns of {} are called {}", count, shortened(file), shortened(name)),
            Said("a name for each column"),
        )
    return tuple(names)
