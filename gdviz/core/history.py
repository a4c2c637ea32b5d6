"""Reads a training history, whatever it comes in: a Keras ``History``, a mapping, a file or folder, a row of losses."""

import os
import re
import stat
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.core.event_file import looks_like_events, parse_events, read_events
from gdviz.core.history_text import EXPECTED, columns_of, decoded
from gdviz.errors import UserError

Array = NDArray[np.float64]
History = dict[str, Array]

SIZE_LIMIT = 64 * 2**20
"""Bytes of a text that are read at most; a log of a million epochs has about 50 million."""

LOSS_HINT = 'The history needs one row or list called "loss", one number for each epoch'

TRAINING = frozenset({"train", "training", "epoch", "avg", "mean", "total"})
VALIDATION = frozenset({"val", "valid", "validation", "eval", "evaluation", "test", "dev", "held", "out"})
"""Words that other programs add to ``loss``: ``train/loss``, ``epoch_loss``, ``Loss/validation``, ``valid_loss``."""


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
    """Reads a history from a file or folder, or from standard input where ``path`` is ``"-"``.

    Args:
        path: A CSV file as Keras's ``CSVLogger`` writes it (separated by comma, semicolon, tab or spaces), a JSON file
            of ``history.history``, a TensorBoard event file or the folder of a run, what ``model.fit`` prints, or bare
            columns of numbers. Text is UTF-8 or UTF-16, of at most `SIZE_LIMIT` bytes.

    Returns:
        As `history_of`.

    Raises:
        UserError: If there is no such file, or it is not a history.
    """
    name = "standard input" if str(path) == "-" else str(path)
    try:
        return _checked(_file_columns(path, name))
    except UserError as error:
        named = error.what if name in error.what else f"{name}: {error.what}"
        raise UserError(named, error.expected, error.hint) from None


def _file_columns(path: str | Path, name: str) -> Mapping[str, Any]:
    """The columns in a file or folder."""
    if str(path) != "-" and os.path.isdir(path):
        return read_events(Path(path))
    start = b"" if str(path) == "-" else _bytes(path, name, 12)
    if looks_like_events(start):
        return read_events(Path(path))
    content = _bytes(path, name, SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        raise _too_large(name)
    return parse_events(content) if looks_like_events(content[:12]) else columns_of(decoded(content, name))


def _too_large(name: str) -> UserError:
    hint = "Keep only the columns epoch, loss and val_loss"
    return UserError(f"{name} is larger than {SIZE_LIMIT >> 20} MB", "a smaller file", hint)


def parse_history(text: str) -> History:
    """Reads a history out of text, as `core.history_text` does.

    Raises:
        UserError: If it is empty or not a history.
    """
    return _checked(columns_of(text))


def _bytes(path: str | Path, name: str, most: int) -> bytes:
    """The first ``most`` bytes of a file or of standard input; a file is not read at all where that is too few."""
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(most)
        with open(path, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISREG(status.st_mode) and status.st_size >= most > SIZE_LIMIT:
                raise _too_large(name)
            return file.read(most)
    except FileNotFoundError:
        raise UserError(f"There is no file {name}", EXPECTED, "Check the name and the folder") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte in it
        raise UserError(f"{name!r} cannot be read: {getattr(error, 'strerror', error)}", EXPECTED) from None


def _checked(columns: Mapping[str, Any]) -> History:
    """All columns of numbers; ``loss`` must be there, and it and ``val_loss`` must be numbers."""
    columns = _renamed(columns)
    if "loss" not in columns:
        found = ", ".join(_short(name) for name in list(columns)[:8]) or "none"
        raise UserError(f'There is no "loss" in it, but {found}', EXPECTED, LOSS_HINT)
    history = {}
    for name, values in columns.items():
        try:
            history[name] = _numbers(values, name)
        except UserError:
            if name in REQUIRED and not (name == "val_loss" and values is None):
                raise
    return history


def _renamed(columns: Mapping[str, Any]) -> Mapping[str, Any]:
    """The columns with whatever is called like a loss as ``loss`` and ``val_loss``; Keras's own names go first."""
    meant = {name: _meant(name) for name in columns}
    exact = {name for name in columns if name.strip().lower() in REQUIRED}
    taken = {meant[name] for name in exact}
    renamed = {name.strip().lower() if name in exact else name: values for name, values in columns.items()}
    for name, wanted in meant.items():
        if name not in exact and wanted in REQUIRED and wanted not in taken:
            renamed[wanted] = renamed.pop(name)
            taken.add(wanted)
    return renamed


def _meant(name: str) -> str:
    """``loss`` or ``val_loss`` where a name is another word for one of them, else empty."""
    words = frozenset(re.split(r"[^a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower())) - {""}
    rest = words - {"loss"}
    if "loss" not in words or rest - TRAINING - VALIDATION:
        return ""
    return "val_loss" if rest & VALIDATION else "loss"


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
