"""Linux: small libraries in the place of large ones of which the program calls nothing.

Python packages bring shared libraries that others of theirs name as needed, so that nothing starts without them: every
format of film that there is, where we write one; a second library for matrices. Left out, they would be missed. So a
library of the same name stands there, which offers those symbols that anybody asks for, with the same versions.
Functions among them give back 0, or end the program where 0 could be taken for a result.

What a stand-in itself would need goes too, where nobody else needs it.
"""

import re
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

import libraries

SYMBOL = re.compile(
    r"(?m)^ *\d+: [0-9a-f]+ +(?P<size>\w+) (?P<kind>\w+) +(?:GLOBAL|WEAK) +\w+ +(?P<section>\w+) "
    r"(?P<name>[^\s@]+)(?:@{1,2}(?P<version>\S+))?"
)

ANSWERS = {
    "x86_64": {"nothing": "xor %eax, %eax\n ret", "end": "ud2"},
    "aarch64": {"nothing": "mov x0, #0\n ret", "end": "udf #0"},
}
"""By machine and behaviour, what a function is made of."""


@dataclass(frozen=True)
class Symbol:
    """What a library offers.

    Attributes:
        name: Without its version.
        version: As the library calls it; empty for none.
        is_data: Whether it is no function.
        size: Of data, in bytes.
    """

    name: str
    version: str
    is_data: bool
    size: int


def put(path: Path, askers: Iterable[Path], machine: str, behaviour: str) -> int:
    """Puts a stand-in where a library is.

    Args:
        path: Of the library.
        askers: Those that name it as needed.
        machine: What the program is built for, as `platform.machine` says.
        behaviour: Of its functions: ``nothing`` or ``end``.

    Returns:
        The bytes that were saved.
    """
    before = path.stat().st_size
    wanted = {symbol for asker in askers for symbol in _asked_for(asker)}
    symbols = [each for each in offered(path) if {(each.name, each.version), (each.name, "")} & wanted]
    with tempfile.TemporaryDirectory() as folder:
        made = _linked(Path(folder), path.name, symbols, ANSWERS[machine][behaviour])
        path.write_bytes(made.read_bytes())
    return before - path.stat().st_size


def offered(path: Path) -> list[Symbol]:
    """The symbols that a library offers, by name."""
    found = [each for each in _table(path) if each["section"] not in ("UND", "ABS")]
    return sorted(
        {
            Symbol(each["name"], each["version"] or "", each["kind"] == "OBJECT", int(each["size"], 0))
            for each in found
            if each["kind"] in ("FUNC", "OBJECT", "NOTYPE", "IFUNC")
        },
        key=lambda symbol: (symbol.name, symbol.version),
    )


def _asked_for(path: Path) -> set[tuple[str, str]]:
    """Names and versions; the version is empty where any will do."""
    return {(each["name"], each["version"] or "") for each in _table(path) if each["section"] == "UND"}


def _table(path: Path) -> list["re.Match[str]"]:
    command = ["readelf", "--dyn-syms", "--wide", str(path)]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return list(SYMBOL.finditer(text))


def _linked(folder: Path, name: str, symbols: list[Symbol], answer: str) -> Path:
    """Assembles and links a library of that name."""
    source, parts, versions, made = (folder / each for each in ("source.s", "parts.o", "versions", "made.so"))
    source.write_text(assembly(symbols, answer), encoding="ascii")
    versions.write_text(version_script(symbols), encoding="ascii")
    script = [f"--version-script={versions}"] if any(each.version for each in symbols) else []
    subprocess.run(["as", "-o", str(parts), str(source)], check=True)
    options = ["-shared", "--strip-all", "--hash-style=gnu", "-z", "noexecstack", f"-soname={name}", *script]
    subprocess.run(["ld", *options, "-o", str(made), str(parts)], check=True)
    return made


def assembly(symbols: list[Symbol], answer: str) -> str:
    """All functions as one, and all data as zeros."""
    functions = [each.name for each in symbols if not each.is_data]
    lines = [".text", *(f".globl {name}\n.type {name}, %function\n{name}:" for name in functions), f" {answer}", ".bss"]
    for name, size in ((each.name, each.size) for each in symbols if each.is_data):
        lines += [f".globl {name}\n.type {name}, %object\n.size {name}, {size}", f".balign 32\n{name}: .zero {size}"]
    return "\n".join([*lines, '.section .note.GNU-stack, "", %progbits', ""])


def version_script(symbols: list[Symbol]) -> str:
    """What the linker is told of the symbols' versions."""
    versions = sorted({each.version for each in symbols if each.version})
    names = {version: [each.name for each in symbols if each.version == version] for version in versions}
    return "".join(f"{version} {{ global: {'; '.join(names[version])}; }};\n" for version in versions)


def put_all(folder: Path, behaviours: Mapping[str, str], machine: str) -> int:
    """Puts stand-ins for all libraries whose places match, and takes away what only those needed.

    Args:
        folder: Of the program's contents.
        behaviours: By pattern of places inside it.
        machine: What the program is built for.

    Returns:
        The bytes that were saved.
    """
    every = libraries.read(libraries.binaries(folder))
    orphans, saved = set(not_needed(every)), 0
    for each in every:
        place = each.path.relative_to(folder).as_posix()
        found = [behaviour for pattern, behaviour in behaviours.items() if fnmatchcase(place, pattern)]
        askers = [other.path for other in every if each.path.name in other.needed]
        saved += put(each.path, askers, machine, found[0]) if found else 0
    for path in sorted(set(not_needed(libraries.read(libraries.binaries(folder)))) - orphans):
        saved += path.stat().st_size
        path.unlink()
    return saved


def not_needed(every: list[libraries.Library]) -> list[Path]:
    """Libraries of Python packages that nobody names as needed, nor anybody who is needed himself."""
    candidates, gone = {each.path for each in every if each.path.parent.suffix == ".libs"}, set[Path]()
    while more := {path for path in candidates - gone if not _is_needed(every, path, gone)}:
        gone |= more
    return sorted(gone)


def _is_needed(every: list[libraries.Library], path: Path, gone: set[Path]) -> bool:
    """Whether anybody names it; whoever has another of that name beside himself means that."""
    askers = [each.path for each in every if path.name in each.needed and each.path not in gone]
    return any(asker.parent == path.parent or not (asker.parent / path.name).exists() for asker in askers)
