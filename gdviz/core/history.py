"""Reads a training history, whatever it comes in: a Keras ``History``, a mapping, a file, a row of losses."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.errors import UserError

Array = NDArray[np.float64]
History = dict[str, Array]

SIZE_LIMIT = 256 * 2**20
"""Bytes of a file that are read at most; a log of a million epochs has about 100 million."""

MISSING = frozenset({"", "na", "n/a", "nan", "null", "none"})
"""How a cell says that there was no number; Keras's ``CSVLogger`` writes ``NA``."""

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""First bytes of a text file and the encoding they announce; PowerShell's ``>`` writes UTF-16."""

FILE_EXPECTED = "a CSV file of Keras's CSVLogger or a JSON file of history.history"
LOSS_HINT = 'The history needs one row or list called "loss", one number for each epoch'


def history_of(source: Any) -> History:
    """Turns anything that holds a training history into arrays.

    Args:
        source: A Keras ``History`` (anything whose ``.history`` is a mapping), a mapping or data frame of columns, a
            path (``str`` or ``Path``; ``"-"`` is standard input), or a bare row of losses.

    Returns:
        Each column of numbers as ``float64``, shape ``[epochs]``, ``NaN`` where a number is missing. Columns other
        than ``loss`` and ``val_loss`` that are not numbers are left out. An empty mapping gives ``{"loss": []}``.

    Raises:
        UserError: If it is none of these, or holds no column ``loss``.
    """
    columns = getattr(source, "history", source)
    if isinstance(columns, str | Path):
        return read_history(columns)
    if isinstance(columns, Mapping) or (hasattr(columns, "keys") and hasattr(columns, "__getitem__")):
        named = {str(name): columns[name] for name in columns.keys()}
        return _checked(named) if named else {"loss": np.empty(0)}
    if isinstance(columns, Iterable) and not isinstance(columns, bytes | bytearray):
        return {"loss": _numbers(columns, "loss")}
    raise UserError(
        f"The history was {_short(columns)}", "a Keras History, a mapping, a path or a list of losses", LOSS_HINT
    )


def read_history(path: str | Path) -> History:
    """Reads a history from a file, or from standard input where ``path`` is ``"-"``.

    Args:
        path: A CSV file as Keras's ``CSVLogger`` writes it (separated by comma, semicolon or tab), or a JSON file of
            ``history.history``, in UTF-8 or UTF-16, of at most `SIZE_LIMIT` bytes.

    Returns:
        As `history_of`.

    Raises:
        UserError: If there is no such file, or it is not a history.
    """
    name = "standard input" if str(path) == "-" else str(path)
    text = decoded(_bytes(path, name), name)
    try:
        return parse_history(text)
    except UserError as error:
        raise UserError(f"{name}: {error.what}", error.expected, error.hint) from None


def parse_history(text: str) -> History:
    """Reads a history out of text: JSON where it begins with a bracket, else CSV.

    Raises:
        UserError: If it is empty or not a history.
    """
    start = text.lstrip()[:1]
    if not start:
        raise UserError("There was nothing in it", FILE_EXPECTED)
    return _checked(_json_columns(text) if start in "{[" else _csv_columns(text))


def decoded(content: bytes, name: str) -> str:
    """Text of ``content``: UTF-8, or UTF-16 with or without its mark.

    Raises:
        UserError: If the bytes are not text; ``name`` says whose.
    """
    encoding = next((encoding for mark, encoding in BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in content[:64]:
        encoding = "utf-16-be" if content[:1] == b"\0" else "utf-16-le"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    # Nearly any even number of bytes is UTF-16 to a decoder; a history's own words are plain ASCII.
    if "\0" in text or (encoding.startswith("utf-16") and not text[:64].isascii()):
        raise UserError(f"{name} is not a text file", FILE_EXPECTED)
    return text


def _bytes(path: str | Path, name: str) -> bytes:
    """The content of a file or of standard input, within `SIZE_LIMIT`."""
    try:
        if str(path) == "-":
            content = sys.stdin.buffer.read(SIZE_LIMIT + 1)
        else:
            with open(path, "rb") as file:
                content = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise UserError(f"There is no file {name}", FILE_EXPECTED, "Check the name and the folder") from None
    except IsADirectoryError:
        raise UserError(f"{name} is a folder", FILE_EXPECTED) from None
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte in it
        raise UserError(f"{name!r} cannot be read: {getattr(error, 'strerror', error)}", FILE_EXPECTED) from None
    if len(content) > SIZE_LIMIT:
        hint = "Keep only the columns epoch, loss and val_loss"
        raise UserError(f"{name} is larger than {SIZE_LIMIT >> 20} MB", "a smaller file", hint)
    return content


def _json_columns(text: str) -> Mapping[str, Any]:
    """The mapping, or the bare list of losses, in JSON text."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f"It begins like JSON but is not: {error}", FILE_EXPECTED) from None
    if isinstance(value, list):
        return {"loss": value}
    return dict(value)


def _csv_columns(text: str) -> Mapping[str, Any]:
    """The columns of CSV text, each a list of numbers, with the text of each cell that is none."""
    lines = [line for line in text.splitlines() if line.strip()]
    separator = max(";\t,", key=lines[0].count)
    try:
        header, *rows = csv.reader(lines, delimiter=separator)
    except csv.Error as error:
        raise UserError(f"It is not CSV: {error}", FILE_EXPECTED) from None
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise UserError(f"Row {number} has {len(row)} cells", f"{len(header)}, as in the first row")
    read = _comma_number if separator == ";" else _point_number
    names = [name.strip() for name in header]
    return {name: [_cell(row[column], read) for row in rows] for column, name in enumerate(names)}


def _cell(cell: str, read: Callable[[str], float]) -> float | str:
    """One cell as a number, or its text where it is none."""
    try:
        return read(cell.strip())
    except ValueError:
        return cell.strip()


def _point_number(cell: str) -> float:
    """One cell as a number, NaN where it says that there is none."""
    return float("nan") if cell.lower() in MISSING else float(cell)


def _comma_number(cell: str) -> float:
    """The same where the semicolon separates, as it does where the comma is the decimal sign."""
    return _point_number(cell.replace(",", "."))


def _checked(columns: Mapping[str, Any]) -> History:
    """All columns of numbers; ``loss`` must be there, and it and ``val_loss`` must be numbers."""
    columns = {name.strip().lower() if name.strip().lower() in REQUIRED else name: v for name, v in columns.items()}
    if "loss" not in columns:
        found = ", ".join(_short(name) for name in list(columns)[:8]) or "none"
        raise UserError(f'There is no "loss" in it, but {found}', FILE_EXPECTED, LOSS_HINT)
    history = {}
    for name, values in columns.items():
        try:
            history[name] = _numbers(values, name)
        except UserError:
            if name in REQUIRED and not (name == "val_loss" and values is None):
                raise
    return history


REQUIRED = frozenset({"loss", "val_loss"})
"""Columns that must be numbers where they are there; others that are not are left out."""


def _numbers(values: Any, name: str) -> Array:
    """One column as ``float64``, ``None`` as NaN.

    Raises:
        UserError: With the first value that is no number.
    """
    array = _array(values)
    if array.ndim == 1 and (array.dtype.kind in "fiub" or not array.size):
        return array.astype(np.float64)
    if array.ndim != 1 or isinstance(values, str | bytes):
        raise UserError(f'"{name}" was {_short(values)}', "a list of numbers, one for each epoch")
    return np.array([_number(value, name, epoch) for epoch, value in enumerate(values, 1)], np.float64)


def _array(values: Any) -> NDArray[Any]:
    """An array of ``values``, of objects where they do not agree."""
    if not hasattr(values, "__array__") and not isinstance(values, list | tuple | str | bytes):
        values = list(values) if isinstance(values, Iterable) and not isinstance(values, Mapping) else [[values]]
    try:
        return np.asarray(values)
    except (ValueError, TypeError, OverflowError):
        return np.array([*values, None], object)[:-1]  # ragged: let the first list in it be named


def _number(value: Any, name: str, epoch: int) -> float:
    """One value as a number; text is refused even where it spells one, since in JSON that is a mistake."""
    if value is None:
        return float("nan")
    try:
        if not isinstance(value, str | bytes):
            return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
    except (TypeError, ValueError):
        pass
    raise UserError(f'"{name}" holds {_short(value)} at epoch {epoch}', "a number", LOSS_HINT)


def _short(value: Any) -> str:
    """A value as it is shown in a message, at most 60 characters."""
    try:
        shown = repr(value)
    except RecursionError:
        shown = type(value).__name__
    return shown if len(shown) <= 60 else shown[:57] + "..."
