"""Reads a training history out of text: JSON, a CSV file, what Keras prints, or bare columns of numbers.

Nothing is ever carried out: a formula or a name in a cell is text, and refused where a number must stand.
"""

import csv
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from gdviz.errors import UserError

MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "-"})
"""How a cell says that there was no number; Keras's ``CSVLogger`` writes ``NA``."""

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""First bytes of a text file and the encoding they announce; PowerShell's ``>`` writes UTF-16."""

EXPECTED = "a CSV file of Keras's CSVLogger, a JSON of history.history, a TensorBoard event file, or a column of losses"

NUMBER = r"[+-]?(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?|nan|inf(?:inity)?)"
_NUMBER = re.compile(NUMBER, re.IGNORECASE)
_COMMA_NUMBER = re.compile(r"[+-]?\d*,\d+(?:[eE][+-]?\d+)?")
_PRINTED = re.compile(rf"\b(val_)?loss: ({NUMBER})", re.IGNORECASE)
_EPOCH = re.compile(r"\s*Epoch \d+", re.IGNORECASE)


def columns_of(text: str) -> Mapping[str, Any]:
    """The columns in ``text``, by name.

    Text that begins with a bracket is JSON, or what Python prints of ``history.history``. Text with ``loss: 0.5`` in
    it is what ``model.fit`` prints. Text without any word is numbers: `bare_columns`. All else is CSV with names in
    its first row.

    Raises:
        UserError: If it is empty or none of these.
    """
    start = text.lstrip()[:1]
    if not start:
        raise UserError("There was nothing in it", EXPECTED)
    if start in "{[":
        return _json_columns(text)
    lines = [line for line in text.splitlines() if line.strip()]
    if _PRINTED.search(text[:100_000]):
        return _printed_columns(lines)
    if all(_is_numeric(line) for line in lines[:2]):
        return bare_columns(lines)
    return _csv_columns(lines)


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
        raise UserError(f"{name} is not a text file", EXPECTED)
    return text


def _json_columns(text: str) -> Mapping[str, Any]:
    """The mapping, or the bare list of losses, in JSON text or in what Python prints of one."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        try:
            value = json.loads(_as_json(text))
        except (ValueError, RecursionError):
            raise UserError(f"It begins like JSON but is not: {str(error)[:200]}", EXPECTED) from None
    return {"loss": value} if isinstance(value, list) else dict(value)


def _as_json(text: str) -> str:
    """Python's way to print lists of numbers as JSON: other quotes, ``nan``, ``inf``, numpy's names."""
    text = re.sub(r"\b(?:np\.)?float\d+\(([^()]*)\)", r"\1", text.replace("'", '"'))
    text = re.sub(r"\b(?:np\.)?array\((\[[^\]]*\])[^)]*\)", r"\1", text)
    return re.sub(r"\bnan\b", "NaN", re.sub(r"\binf\b", "Infinity", re.sub(r"\bNone\b", "null", text)))


def _printed_columns(lines: Sequence[str]) -> Mapping[str, Any]:
    """The losses in what ``model.fit`` prints: the last ones of each epoch.

    Epochs are told apart by their ``Epoch 3/60`` lines; where there are none, each line with a loss is an epoch.
    """
    epochs: list[dict[str, float]] = []
    headed = any(_EPOCH.match(line) for line in lines)
    for line in lines:
        found = {f"{prefix.lower()}loss": float(value) for prefix, value in _PRINTED.findall(line)}
        if _EPOCH.match(line) or (found and not headed) or not epochs:
            epochs.append({})
        epochs[-1] |= found
    told = [epoch for epoch in epochs if "loss" in epoch]
    names = ["loss", *(["val_loss"] if any("val_loss" in epoch for epoch in told) else [])]
    return {name: [epoch.get(name) for epoch in told] for name in names}


def _is_numeric(line: str) -> bool:
    """Whether there is nothing but numbers and what separates them in a line, and a number at all."""
    rest = _NUMBER.sub("", line)
    return rest != line and not rest.strip(" \t,;|[]()")


def bare_columns(lines: Sequence[str]) -> Mapping[str, Any]:
    """Numbers without names, as pasted from anywhere: one a line, several a line, or all in one line.

    One column, or one line, is the loss; two are loss and validation loss; before them there may be a column that
    counts the epochs up by one. A comma is the decimal sign where every number has one and none has a point, unless
    the whole parts count up, as the first of two columns would.

    Raises:
        UserError: If the lines are not alike or there are more columns.
    """
    rows = [_row(line, _has_decimal_commas(lines)) for line in lines]
    if len(rows) == 1:
        return {"loss": rows[0]}
    wide = len(rows[0])
    for number, row in enumerate(rows, 1):
        if len(row) != wide:
            raise UserError(f"Row {number} has {len(row)} numbers", f"{wide}, as in the first row")
    columns = [list(column) for column in zip(*rows, strict=True)]
    if wide > 1 and _counts(columns[0]):
        columns = columns[1:]
    if len(columns) > 2:
        hint = "Put a first row with their names above, such as epoch, loss, val_loss"
        raise UserError(f"There are {wide} columns without names", "loss, or loss and validation loss", hint)
    return dict(zip(("loss", "val_loss"), columns, strict=False))


def _row(line: str, decimal_commas: bool) -> list[float]:
    """The numbers of one line."""
    if decimal_commas:
        line = re.sub(r"(?<=\d),(?=\d)", ".", line)
    cells = [cell for cell in re.split(r"[\s,;|\[\]()]+", line.strip()) if cell]
    try:
        return [point_number(cell) for cell in cells]
    except ValueError:
        raise UserError(f"{line.strip()[:60]!r} is no row of numbers", EXPECTED) from None


def _has_decimal_commas(lines: Sequence[str]) -> bool:
    """Whether commas are decimal signs; see `bare_columns`."""
    cells = [cell.strip(",") for line in lines for cell in re.split(r"[\s;|\[\]()]+", line.strip()) if cell.strip(",")]
    with_comma = [cell for cell in cells if "," in cell]
    if not with_comma or any("." in cell for cell in cells) or not all(map(_COMMA_NUMBER.fullmatch, with_comma)):
        return False
    return len(cells) != len(lines) or not _counts([float(cell.partition(",")[0] or 0) for cell in cells])


def _counts(column: Sequence[float]) -> bool:
    """Whether numbers go up by one from 0 or 1: the numbers of the epochs."""
    first = column[0]
    return first in (0, 1) and len(column) > 1 and all(value == first + at for at, value in enumerate(column))


def _csv_columns(lines: Sequence[str]) -> Mapping[str, Any]:
    """The columns of CSV text, each a list of numbers, with the text of each cell that is none."""
    separator = max(";\t,", key=lines[0].count)
    if separator not in lines[0]:
        lines = [",".join(line.split()) for line in lines] if len(lines[0].split()) > 1 else lines
        separator = ","
    try:
        header, *rows = csv.reader(lines, delimiter=separator)
    except csv.Error as error:
        raise UserError(f"It is not CSV: {error}", EXPECTED) from None
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise UserError(f"Row {number} has {len(row)} cells", f"{len(header)}, as in the first row")
    comma = separator != "," and any(_COMMA_NUMBER.fullmatch(cell.strip()) for row in rows[:50] for cell in row)
    cells = [[_cell(row[column], comma) for row in rows] for column in range(len(header))]
    return _named([name.strip() for name in header], cells)


def _named(names: Sequence[str], columns: Sequence[list[Any]]) -> Mapping[str, Any]:
    """Columns by name.

    Raises:
        UserError: If two of one name differ.
    """
    found: dict[str, list[Any]] = {}
    for name, column in zip(names, columns, strict=True):
        # repr, because NaN is not equal to itself.
        if repr(found.setdefault(name, column)) != repr(column):
            raise UserError(f"There are two columns {name[:40]!r} that differ", "one column of each name")
    return found


def _cell(cell: str, decimal_comma: bool) -> float | str:
    """One cell as a number, or its text where it is none."""
    text = cell.strip()
    try:
        return point_number(text.replace(",", ".") if decimal_comma else text)
    except ValueError:
        return text


def point_number(cell: str) -> float:
    """One cell as a number, NaN where it says that there is none."""
    return float("nan") if cell.lower() in MISSING else float(cell)
