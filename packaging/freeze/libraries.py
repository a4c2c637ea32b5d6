"""Linux: shared libraries in a folder, as ``readelf``, ``strip`` and ``patchelf`` see and change them."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ELF = b"\x7fELF"


@dataclass(frozen=True)
class Library:
    """What the loader reads in a library or program.

    Attributes:
        path: Of the file.
        needed: File names of the libraries that are loaded before it.
        search: Folders where those are looked for first; ``$ORIGIN`` is the file's own.
    """

    path: Path
    needed: tuple[str, ...]
    search: tuple[str, ...]


def binaries(folder: Path) -> list[Path]:
    """Every library and program below a folder, in order; what links point at is counted once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in files if _magic(path) == ELF)


def _magic(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(4)


def read(paths: Iterable[Path]) -> list[Library]:
    """What the loader reads in each."""
    return [_read(path) for path in paths]


def _read(path: Path) -> Library:
    text = _output("readelf", "--dynamic", "--wide", path)
    search = re.findall(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]", text)
    return Library(
        path,
        tuple(re.findall(r"\(NEEDED\).*\[(.*)\]", text)),
        tuple(folder for each in search for folder in each.split(":")),
    )


def strip(path: Path) -> None:
    """Takes out what only debuggers and linkers read."""
    _output("strip", "--strip-all", "--preserve-dates", path)


def tidy_search(library: Library, folder: Path) -> None:
    """Leaves only those folders to be searched that are there and belong to the program, each once."""
    kept = tuple(dict.fromkeys(each.rstrip("/") for each in library.search if _is_ours(each, library.path, folder)))
    if kept == library.search:
        return
    change = ["--set-rpath", ":".join(kept)] if kept else ["--remove-rpath"]
    _output("patchelf", *change, library.path)


def _is_ours(search: str, path: Path, folder: Path) -> bool:
    if not search.startswith("$ORIGIN"):
        return False
    found = (path.parent / search.removeprefix("$ORIGIN").lstrip("/")).resolve()
    return found.is_dir() and found.is_relative_to(folder.resolve())


def from_the_host(folder: Path) -> dict[str, list[Path]]:
    """The libraries that are needed and not in the folder, each with the files that need it."""
    every = read(binaries(folder))
    names = {path.name for path in folder.rglob("*")}
    wanted: dict[str, list[Path]] = {}
    for library in every:
        for name in library.needed:
            if name not in names:
                wanted.setdefault(name, []).append(library.path)
    return dict(sorted(wanted.items()))


def standard_library() -> Path:
    """The system's C++ library, whose names a program shares with all of its own."""
    cache = _output("/sbin/ldconfig", "-p")
    return Path(re.findall(r"libstdc\+\+\.so\.6 .*=> (.*)", cache)[0])


def newest_symbols(folder: Path, prefix: str) -> tuple[int, ...]:
    """The highest version of a system library's symbols that is asked for: ``GLIBC``, ``GLIBCXX``, ``CXXABI``."""
    found: set[tuple[int, ...]] = {(0,)}
    for path in binaries(folder):
        text = _output("readelf", "--version-info", "--wide", path)
        found |= {tuple(map(int, each.split("."))) for each in re.findall(rf"Name: {prefix}_([\d.]+)", text)}
    return max(found)


def _output(*command: str | Path) -> str:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout
