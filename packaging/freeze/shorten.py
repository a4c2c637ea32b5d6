"""Linux: shorter names for the inner symbols of a very large shared library.

TensorFlow's library offers half a million C++ functions to the loader by names of 180 letters on average: 80 MB of
text, of which other libraries ask for a few thousand. All the others only serve the library to find itself. Here they
get new names of seven letters, and the room that the old ones took is cut out of the file.

The loader looks a name up by its hash h = 33 h + letter, modulo 2^32, beginning at 5381. Seven letters out of 33 that
follow each other are seven digits to the base 33, so every hash has a name of that kind. With it the tables of hashes
stay as they are, to the byte. Names that any other library knows are left alone, so that whatever was found before is
found now, and in the same place.

Reference: System V ABI, chapters 4 and 5, https://refspecs.linuxfoundation.org; for the hashes, ``elf/dl-lookup.c`` of
glibc.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PAGE = 0x1000
LETTERS, FIRST, BASE, SEED = 7, ord("A"), 33, 5381
WORTH = 1 << 20
"""Bytes of names below which nothing is done."""

PT_LOAD, PT_DYNAMIC, PT_PHDR = 1, 2, 6
DT_NEEDED, DT_STRTAB, DT_STRSZ, DT_SONAME, DT_RPATH, DT_RUNPATH = 1, 5, 10, 14, 15, 29
WITH_NAMES = (DT_NEEDED, DT_SONAME, DT_RPATH, DT_RUNPATH)

HEADER = np.dtype("<u4,<u4,<u8,<u8,<u8,<u8,<u8,<u8")
HEADER.names = ("type", "flags", "offset", "address", "physical", "in_file", "in_memory", "align")
SECTION = np.dtype("<u4,<u4,<u8,<u8,<u8,<u8,<u4,<u4,<u8,<u8")
SECTION.names = ("name", "type", "flags", "address", "offset", "size", "link", "info", "align", "entry")
SYMBOL = np.dtype("<u4,u1,u1,<u2,<u8,<u8")
SYMBOL.names = ("name", "info", "other", "section", "value", "size")
ENTRY = np.dtype("<i8,<u8")
ENTRY.names = ("tag", "value")

SHT_DYNSYM, SHT_DYNAMIC, SHT_GNU_HASH, SHT_GNU_VERDEF, SHT_GNU_VERNEED = 11, 6, 0x6FFFFFF6, 0x6FFFFFFD, 0x6FFFFFFE


@dataclass(frozen=True)
class File:
    """A shared library in memory; the arrays are views, so that what is written to them is written to ``data``.

    Attributes:
        data: Every byte of it.
        headers: What the loader maps.
        sections: What linkers and debuggers read.
    """

    data: bytearray
    headers: NDArray[np.void]
    sections: NDArray[np.void]

    def table(self, kind: int, entry: "np.dtype[Any]") -> NDArray[Any]:
        """The section of a kind as a table; empty if there is none."""
        found = self.sections[self.sections["type"] == kind]
        if not len(found):
            return np.zeros(0, entry)
        start, size = int(found[0]["offset"]), int(found[0]["size"])
        return np.frombuffer(self.data, entry, size // np.dtype(entry).itemsize, start)

    def names_at(self) -> tuple[int, int]:
        """Place and size of the names of its symbols."""
        symbols = self.sections[self.sections["type"] == SHT_DYNSYM]
        names = self.sections[int(symbols[0]["link"])]
        return int(names["offset"]), int(names["size"])

    def name(self, offset: int) -> bytes:
        """The name that stands at an offset among the names."""
        start = self.names_at()[0] + int(offset)
        return bytes(self.data[start : self.data.index(b"\0", start)])


def opened(path: Path) -> File:
    """Reads a library.

    Raises:
        ValueError: If it is not for a 64-bit machine with the lower byte first.
    """
    data = bytearray(path.read_bytes())
    if data[:6] != b"\x7fELF\x02\x01":
        raise ValueError(f"{path} is not a library of the kind that is expected here")
    at_headers, at_sections = struct.unpack_from("<QQ", data, 32)
    headers, _, sections = struct.unpack_from("<HHH", data, 56)
    return File(
        data, np.frombuffer(data, HEADER, headers, at_headers), np.frombuffer(data, SECTION, sections, at_sections)
    )


def symbol_names(path: Path) -> set[bytes]:
    """The names of all symbols that a library offers or asks for."""
    file = opened(path)
    symbols = file.table(SHT_DYNSYM, SYMBOL)
    if not len(symbols):
        return set()
    start, size = file.names_at()
    names = bytes(file.data[start : start + size])
    return {names[at : names.index(b"\0", at)] for at in symbols["name"].tolist()}


def shorten(path: Path, known: set[bytes]) -> int:
    """Gives short names to the symbols that nobody else knows.

    Args:
        path: Of the library, which is written anew.
        known: Names that other libraries offer or ask for.

    Returns:
        The bytes that were saved.
    """
    file = opened(path)
    start, size = file.names_at()
    if size < WORTH:
        return 0
    names = renamed(file, known)
    content = rewritten(file, names)
    hole = range(_up(start + len(content)), (start + size) // PAGE * PAGE)
    if len(hole) < WORTH:
        return 0
    file.data[start : start + len(content)] = content
    path.write_bytes(cut(file, hole))
    return len(hole)


def renamed(file: File, known: set[bytes]) -> list[bytes]:
    """The new name of each symbol, in the symbols' order."""
    symbols, hashes = file.table(SHT_DYNSYM, SYMBOL), gnu_hashes(file)
    start, size = file.names_at()
    text = bytes(file.data[start : start + size])
    old = [text[at : text.index(b"\0", at)] for at in symbols["name"].tolist()]
    alone = dict(zip(*(each.tolist() for each in np.unique(hashes[hashes >= 0], return_counts=True)), strict=True))
    short = short_names(hashes)
    taken = known | set(old)
    return [
        new if value >= 0 and alone[value] == 1 and name.startswith(b"_Z") and name not in known and new not in taken
        else name
        for name, new, value in zip(old, short, hashes.tolist(), strict=True)
    ]  # fmt: skip


def gnu_hashes(file: File) -> NDArray[np.int64]:
    """The hash of each symbol's name as the library's own table has it; -1 for symbols that are not in it.

    The table keeps 31 bits of each hash; the last one follows from the bucket that the symbol is in.
    """
    table = file.table(SHT_GNU_HASH, np.dtype("<u4")).astype(np.int64)
    buckets, first, bloom = (int(each) for each in table[:3])
    starts, chain = table[4 + 2 * bloom :][:buckets], table[4 + 2 * bloom + buckets :]
    used = np.flatnonzero(starts)
    order = used[np.argsort(starts[used])]
    bucket = np.repeat(order, np.diff(np.append(starts[order], first + len(chain))))
    even = chain & ~1
    hashes = np.where(even % buckets == bucket, even, even | 1)
    if np.any(hashes % buckets != bucket):
        raise ValueError("the table of hashes is not as it should be")
    return np.concatenate([np.full(first, -1), hashes])


def short_names(hashes: NDArray[np.int64]) -> list[bytes]:
    """A name of seven letters for each hash."""
    origin = SEED * BASE**LETTERS + sum(FIRST * BASE**power for power in range(LETTERS))
    rest = (hashes - origin) % 2**32
    digits = [(rest // BASE**power % BASE + FIRST).astype(np.uint8) for power in reversed(range(LETTERS))]
    return [bytes(row) for row in np.stack(digits, axis=1)]


def rewritten(file: File, names: list[bytes]) -> bytes:
    """The new text of all names; everything that points into the old one is made to point into it."""
    text, places = bytearray(b"\0"), {b"": 0}

    def place(name: bytes) -> int:
        if name not in places:
            places[name] = len(text)
            text.extend(name + b"\0")
        return places[name]

    for entry in file.table(SHT_DYNAMIC, ENTRY):
        if entry["tag"] in WITH_NAMES:
            entry["value"] = place(file.name(entry["value"]))
    for at in _version_names(file):
        (old,) = struct.unpack_from("<I", file.data, at)
        struct.pack_into("<I", file.data, at, place(file.name(old)))
    file.table(SHT_DYNSYM, SYMBOL)["name"] = [place(name) for name in names]
    dynamic = file.table(SHT_DYNAMIC, ENTRY)
    dynamic["value"][dynamic["tag"] == DT_STRSZ] = len(text)
    return bytes(text)


def _version_names(file: File) -> list[int]:
    """Where in the file the versions of symbols are named."""
    places = []
    for kind, to_first, own in ((SHT_GNU_VERDEF, 12, None), (SHT_GNU_VERNEED, 8, 4)):
        found = file.sections[file.sections["type"] == kind]
        at, more = (int(found[0]["offset"]), True) if len(found) else (0, False)
        while more:
            places += [at + own] if own else []
            first, step = struct.unpack_from("<II", file.data, at + to_first)
            places += _chain(file.data, at + first, *((0, 4) if kind == SHT_GNU_VERDEF else (8, 12)))
            at, more = at + step, step > 0
    return places


def _chain(data: bytearray, at: int, name: int, to_next: int) -> list[int]:
    """Where the names stand in a chain of entries of which each says how far it is to the next."""
    places = [at + name]
    while step := struct.unpack_from("<I", data, at + to_next)[0]:
        at += step
        places.append(at + name)
    return places


def cut(file: File, hole: range) -> bytes:
    """The file without the hole, which stays unmapped in memory, so that no address changes."""
    loads = file.headers["type"] == PT_LOAD
    inside = loads & (file.headers["offset"] <= hole.start)
    inside &= hole.stop <= file.headers["offset"] + file.headers["in_file"]
    spare = np.flatnonzero(file.headers["type"] == PT_PHDR)
    if inside.sum() != 1 or not len(spare) or spare[0] > np.flatnonzero(inside)[0]:
        raise ValueError("there is no room for one more entry in the list of what is mapped")
    at = int(np.flatnonzero(inside)[0])
    # The entry that only names the list itself makes room; the part before the hole goes one place up.
    file.headers[spare[0] : at] = file.headers[spare[0] + 1 : at + 1].copy()
    before, after = file.headers[at - 1], file.headers[at]
    head = hole.start - int(before["offset"])
    before["in_file"] = before["in_memory"] = head
    skipped = hole.stop - int(after["offset"])
    for field, change in (("offset", skipped), ("address", skipped), ("physical", skipped)):
        after[field] += change
    after["in_file"] -= skipped
    after["in_memory"] -= skipped
    names, _ = file.names_at()
    dynamic = file.table(SHT_DYNAMIC, ENTRY)
    file.sections["size"][file.sections["offset"] == names] = dynamic["value"][dynamic["tag"] == DT_STRSZ][0]
    return without_range(file, hole)


def without_range(file: File, gone: range) -> bytes:
    """The file without some of its bytes; all that stands behind them is told that it begins earlier."""
    for table in (file.headers, file.sections):
        table["offset"][table["offset"] >= gone.stop] -= len(gone)
    (at,) = struct.unpack_from("<Q", file.data, 40)
    struct.pack_into("<Q", file.data, 40, at - len(gone))
    return bytes(file.data[: gone.start] + file.data[gone.stop :])


def _up(number: int) -> int:
    return -(-number // PAGE) * PAGE
