"""Reads the scalars out of TensorBoard's event files, without TensorBoard and without TensorFlow.

An event file is a row of records: length (8 bytes), its check sum (4), so many bytes, their check sum (4). A record is
an ``Event`` message of protocol buffers: fields of a number, a kind and a value. Layout and field numbers are those of
``tensorflow/core/lib/io/record_writer.h`` and of the proto files ``event``, ``summary``, ``tensor`` and ``types``.
"""

import io
import os
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from gdviz.errors import UserError

LONGEST = 2**16
"""Bytes of a record that are looked into: a scalar takes about a hundred, a picture or a graph more than this."""

MOST_RECORDS = 5_000_000
MOST_FILES = 200

EXPECTED = "a TensorBoard event file (events.out.tfevents...), or the folder that holds train and validation"
VALIDATION_FOLDERS = frozenset({"validation", "val", "valid", "test", "eval", "evaluation", "dev"})
"""How a folder says that what is in it was measured on rows held back."""


class Scalar(NamedTuple):
    """One number of a log: what it is called, at which step or epoch, and what it was."""

    tag: str
    step: int
    value: float


def looks_like_events(start: bytes) -> bool:
    """Whether a file that begins with ``start`` (12 bytes or more) is an event file: the first check sum is right."""
    return len(start) >= 12 and struct.unpack("<I", start[8:12])[0] == _check_sum(start[:8])


def read_events(path: Path) -> dict[str, NDArray[np.float64]]:
    """The scalars of an event file, or of all event files in a folder and those below it, by name.

    Values lie in the order of their steps; of two for the same step the later one counts, as where a run was taken up
    again. What lies in a folder called validation (or one of `VALIDATION_FOLDERS`) is called ``val_`` and its name.

    Raises:
        UserError: If there is none, or the files belong to more than one run.
    """
    files = _files(path)
    columns: dict[str, dict[int, float]] = {}
    for file in files:
        with open(file, "rb") as stream:
            _gather(columns, scalars(stream), "val_" if file.parent.name.lower() in VALIDATION_FOLDERS else "")
    if not columns:
        raise UserError(f"There are no numbers in {path}", EXPECTED)
    return _ordered(columns)


def parse_events(content: bytes) -> dict[str, NDArray[np.float64]]:
    """The scalars of one event file, by name."""
    columns: dict[str, dict[int, float]] = {}
    _gather(columns, scalars(io.BytesIO(content)), "")
    return _ordered(columns)


def _gather(columns: dict[str, dict[int, float]], found: Iterator[Scalar], prefix: str) -> None:
    for tag, step, value in found:
        columns.setdefault(prefix + tag, {})[step] = value


def _ordered(columns: Mapping[str, Mapping[int, float]]) -> dict[str, NDArray[np.float64]]:
    return {tag: np.array([values[step] for step in sorted(values)]) for tag, values in columns.items()}


def _files(path: Path) -> list[Path]:
    """The event files that belong to the run at ``path``, oldest first.

    Raises:
        UserError: If there is none, or there are several runs.
    """
    # Of Keras's two folders only train may be named; the other then belongs to it.
    if path.is_file():
        sibling = path.parent.parent / "validation"
        others = sorted(sibling.glob("*tfevents*")) if path.parent.name == "train" and sibling.is_dir() else []
        return [path, *others[:MOST_FILES]]
    found = [Path(folder, name) for folder, _, names in os.walk(path) for name in names if "tfevents" in name]
    if not found:
        raise UserError(f"There is no event file in the folder {path}", EXPECTED)
    runs = sorted({file.parent for file in found if file.parent.name.lower() not in VALIDATION_FOLDERS})
    if len(runs) > 1 or len(found) > MOST_FILES:
        some = ", ".join(str(run.relative_to(path)) for run in runs[:5])
        raise UserError(f"The folder {path} holds {len(runs)} runs", "the folder of one run", f"There are: {some}")
    return sorted(found, key=lambda file: file.name)


def scalars(stream: BinaryIO) -> Iterator[Scalar]:
    """Every scalar of an event file, in the order written; ends quietly where the file was cut off or is damaged."""
    for record in _records(stream):
        try:
            yield from _scalars_of(record)
        except (ValueError, IndexError, struct.error, UnicodeDecodeError):
            continue  # one spoilt record is no reason to lose the others


def _records(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of each record that is short enough to be a scalar."""
    for _ in range(MOST_RECORDS):
        head = stream.read(12)
        if not looks_like_events(head):
            return
        (length,) = struct.unpack("<Q", head[:8])
        if length > LONGEST:
            if length > 2**40:
                return
            stream.seek(length + 4, os.SEEK_CUR)
            continue
        record = stream.read(length)
        if len(record) < length or len(stream.read(4)) < 4:
            return
        yield record


def _scalars_of(event: bytes) -> Iterator[Scalar]:
    """The scalars of one ``Event``: ``step`` is field 2, ``summary`` field 5, each of its ``value`` field 1."""
    fields = list(_fields(event))
    step = next((value for number, value in fields if number == 2 and isinstance(value, int)), 0)
    for number, summary in fields:
        if number != 5 or not isinstance(summary, bytes):
            continue
        for part, value in _fields(summary):
            if part == 1 and isinstance(value, bytes):
                yield from _scalar_of(value, step)


def _scalar_of(value: bytes, step: int) -> Iterator[Scalar]:
    """One ``Summary.Value``: ``tag`` is field 1, ``simple_value`` field 2, ``tensor`` field 8."""
    fields = dict(_fields(value))
    tag, simple, tensor = fields.get(1), fields.get(2), fields.get(8)
    number = struct.unpack("<f", simple)[0] if isinstance(simple, bytes) and len(simple) == 4 else None
    if number is None and isinstance(tensor, bytes):
        number = _number_of(tensor)
    if isinstance(tag, bytes) and number is not None:
        yield Scalar(tag.decode(), step - 2**64 if step >= 2**63 else step, number)


NUMBERS: Mapping[int, tuple[str, int]] = {1: ("<f4", 5), 2: ("<f8", 6), 3: ("<i4", 7), 9: ("<i8", 10), 19: ("<f2", 13)}
"""``DataType`` of a tensor: how its numbers are stored, and the field that holds them one by one."""


def _number_of(tensor: bytes) -> float | None:
    """The single number in a ``TensorProto``: ``dtype`` is field 1, ``tensor_content`` field 4; None for others."""
    fields = dict(_fields(tensor))
    kind, own = NUMBERS.get(int(fields.get(1, 0)) if isinstance(fields.get(1, 0), int) else 0, ("", 0))
    content, single = fields.get(4) or b"", fields.get(own)
    if not kind:
        return None
    if isinstance(single, int):
        return float(np.array(single & 0xFFFF, np.uint16).view("<f2")) if kind == "<f2" else float(single)
    raw = content if isinstance(content, bytes) and content else single
    size = np.dtype(kind).itemsize
    return float(np.frombuffer(raw, kind)[0]) if isinstance(raw, bytes) and len(raw) == size else None


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field of a message: whole numbers as ``int``, all else as its bytes.

    Raises:
        ValueError: If it is no message.
        IndexError: If it is cut off.
    """
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        number, kind = key >> 3, key & 7
        if kind == 0:
            value, at = _varint(message, at)
            yield number, value
            continue
        length, at = _varint(message, at) if kind == 2 else ({1: 8, 5: 4}.get(kind, -1), at)
        if length < 0 or at + length > len(message):
            raise ValueError("not a message")
        yield number, message[at : at + length]
        at += length


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """A whole number of seven bits a byte, the lowest first, and where the next thing begins."""
    value = 0
    for shift in range(0, 70, 7):
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("not a whole number")


def _check_sum(content: bytes) -> int:
    """The masked CRC-32C of a record's length (polynomial 0x1EDC6F41, bits reversed), as TensorFlow writes it."""
    crc = 0xFFFFFFFF
    for byte in content:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0x82F63B78 if crc & 1 else 0)
    crc ^= 0xFFFFFFFF
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF
