"""Lesson files as tables that know where each value stands, and what may be wrong with them.

A file in another language needs only its words: what it leaves out is taken from the file of the same name in the
language that the course was written in, so that settings, checks and numbers cannot drift apart.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Path_ = tuple[str | int, ...]
"""Where a value stands: keys, and places in lists from 0."""

LARGEST = 2**20
"""Bytes of the longest lesson file that is read."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a lesson file.

    Attributes:
        file: Its path.
        line: From 1.
        found: What stands there.
        expected: What would be right.
    """

    file: Path
    line: int
    found: str
    expected: str

    def __str__(self) -> str:
        """One line, as compilers say it."""
        return f"{self.file}:{self.line}: {self.found}; expected {self.expected}"


@dataclass(frozen=True, slots=True)
class Source:
    """A lesson file as it was read.

    Attributes:
        file: Its path.
        table: Its contents, with those of the file that it translates.
        lines: The line of each value, by where it stands.
        own: The contents of the file itself.
    """

    file: Path
    table: Mapping[str, Any]
    lines: Mapping[Path_, int]
    own: Mapping[str, Any]

    def line(self, where: Path_) -> int:
        """The line of a value, or of the nearest table around it."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


def read(file: Path, base: Source | None, problems: list[Problem], content: bytes | None = None) -> Source | None:
    """Reads one file; what is wrong with it goes to ``problems``.

    Args:
        file: A TOML file.
        base: The file that it translates.
        problems: Grows.
        content: What is in it, where it stands in a class pack and not on the disk.

    Returns:
        The file, or None where it cannot be read at all.
    """
    try:
        content = content if content is not None else file.read_bytes()
        if len(content) > LARGEST:
            problems.append(Problem(file, 1, f"a file of {len(content):,} bytes", f"at most {LARGEST:,}"))
            return None
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        own = tomllib.loads(text)
    except OSError as error:
        problems.append(Problem(file, 1, f"a file that cannot be read ({error.strerror})", "a readable one"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(Problem(file, line, "bytes that are no UTF-8 text", "a file saved as UTF-8"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        problems.append(Problem(file, _line_of(error, text), f"no TOML: {error}", "a TOML file, see the guide"))
    else:
        table = own if base is None else merged(base.table, own, file, lines_of(text), problems)
        return Source(file, table, lines_of(text), own)
    return None


def _line_of(error: Exception, text: str) -> int:
    """The line that a TOML error names; what is still missing at the end is missing in the last one."""
    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else text.rstrip().count("\n") + 1


def merged(base: Any, own: Any, file: Path, lines: Mapping[Path_, int], problems: list[Problem], at: Path_ = ()) -> Any:
    """The words of ``own`` over ``base``: tables by key, lists of tables by place, all else as it is."""
    if isinstance(base, Mapping) and isinstance(own, Mapping):
        together = {k: merged(base[k], own[k], file, lines, problems, (*at, k)) for k in own if k in base}
        return {**base, **own, **together}
    if not (_tables(base) and _tables(own)):
        return own
    if len(base) != len(own):
        line = min((number for place, number in lines.items() if place[: len(at)] == at), default=1)
        name = ".".join(map(str, at))
        problems.append(Problem(file, line, f"{len(own)} of {name}", f"{len(base)}, as in the file it translates"))
    return [
        merged(base[i], own[i], file, lines, problems, (*at, i)) if i < len(own) else base[i] for i in range(len(base))
    ]


def _tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, Mapping) for each in value)


_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.\-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w\-]+)\s*=\s*(.*)$")


def lines_of(text: str) -> dict[Path_, int]:
    """The line of each table, key and list member of a TOML text that is known to be valid."""
    found: dict[Path_, int] = {(): 1}
    for number, where in _places(text.split("\n")):
        found.setdefault(where, number)
    return found


def _places(lines: list[str]) -> Iterator[tuple[int, Path_]]:
    """Line numbers from 1 with what begins there."""
    counts: dict[Path_, int] = {}
    table: Path_ = ()
    ends = inside = ""
    key: Path_ = ()
    member = 0
    for number, line in enumerate(lines, start=1):
        if ends:
            ends = "" if ends in line else ends
        elif inside:
            if line.strip().startswith("]"):
                inside = ""
            elif line.strip() and not line.strip().startswith("#"):
                yield number, (*key, member)
                member += 1
        elif header := _HEADER.match(line):
            table = _table(header[1], tuple(header[2].split(".")), counts)
            yield number, table
        elif found := _KEY.match(line):
            key, member = (*table, found[1]), 0
            yield number, key
            inside = "[" if found[2].split("#")[0].strip() == "[" else ""
            ends = next((q for q in ('"""', "'''") if found[2].count(q) == 1), "")


def _table(bracket: str, names: tuple[str, ...], counts: dict[Path_, int]) -> Path_:
    """The place that a header opens: each name that is a list stands for its last member so far."""
    where: Path_ = ()
    for depth, name in enumerate(names):
        where = (*where, name)
        if bracket == "[[" and depth == len(names) - 1:
            counts[where] = counts.get(where, -1) + 1
        if where in counts:
            where = (*where, counts[where])
    return where
