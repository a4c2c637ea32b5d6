"""The copyright notices of everything in the frozen program, from what each package brought when it was installed."""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import recipe

RULE = "=" * 100
LICENCE_FILE = re.compile(r"(?i)(licen[sc]es?|copying|notice|third_party_notices)[^/]*$")
FULL_TEXTS = Path("/usr/share/common-licenses")
"""Where Debian keeps the texts of licences that packages only name."""

ALL_OF_THEM = ("GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3", "Apache-2.0")

PREAMBLE = """\
gdviz {version}, {licence}

It comes together with the programs and libraries below. Each is its authors' own and stands under its own licence,
which is printed with it. All of them are free software. Where a licence asks that you can get the sources (Qt and
PySide6, which are under the LGPL; x264 inside PyAV's FFmpeg, which is under the GPL; and others), they are where the
project's page says, in exactly the version that is named here. The libraries lie in files of their own in the
program's folder and may be exchanged for others that fit.

Changed by us on Linux: symbols, search paths and unused languages were taken out of libraries, and very small ones of
our own, which do nothing, stand in for those that the program calls nothing of (such as x265 and GnuTLS). Explanations
for programmers were taken out of modules in Python.
"""


def write(path: Path) -> None:
    """Writes one file with all notices."""
    names = modules(path.parent)
    parts = [_own(), _python(), *map(_package, bundled(names))]
    parts += [_text(f"Debian package {name}", file) for name, file in sorted(from_debian(path.parent).items())]
    parts += [_text(f"The text of {name}", FULL_TEXTS / name) for name in ALL_OF_THEM if (FULL_TEXTS / name).exists()]
    path.write_text(f"\n{RULE}\n".join(parts), encoding="utf-8")


def modules(folder: Path) -> set[str]:
    """Names of the top-level packages and modules in a frozen program."""
    from PyInstaller.archive.readers import CArchiveReader

    program = CArchiveReader(str(folder / (recipe.NAME + (".exe" if sys.platform == "win32" else ""))))
    packed = {name.split(".")[0] for name in program.open_embedded_archive("PYZ.pyz").toc}
    return packed | {path.name.split(".")[0] for path in (folder / "_internal").iterdir()}


def bundled(names: set[str]) -> list[metadata.Distribution]:
    """The installed packages that any of the modules came from, by name."""
    owners = metadata.packages_distributions()
    found = {owner for name in names for owner in owners.get(name, ())} | {"pyinstaller"}
    return [metadata.distribution(name) for name in sorted(found, key=str.lower) if name != recipe.NAME]


def from_debian(folder: Path) -> dict[str, Path]:
    """Linux: the packages that libraries were copied from, each with its notice."""
    files = [path for path in (folder / "_internal").glob("*.so*") if path.is_file() and not path.is_symlink()]
    asked = [f"*/{path.name}" for path in files] if Path("/usr/bin/dpkg-query").exists() else []
    told = subprocess.run(["dpkg-query", "-S", *asked], capture_output=True, text=True, check=False) if asked else None
    packages = {line.split(":")[0] for line in told.stdout.splitlines()} if told else set()
    notices = {name: Path("/usr/share/doc", name, "copyright") for name in packages}
    return {name: file for name, file in notices.items() if file.exists() and not name.endswith("-dev")}


def _own() -> str:
    preamble = PREAMBLE.format(version=recipe.version(), licence="under the MIT licence")
    return preamble + "\n" + (recipe.ROOT / "LICENSE").read_text(encoding="utf-8")


def _python() -> str:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    files = [folder / "LICENSE.txt" for folder in folders if (folder / "LICENSE.txt").exists()]
    return (
        _text(f"Python {sys.version.split()[0]}", files[0])
        if files
        else "Python, https://docs.python.org/3/license.html"
    )


def _package(package: metadata.Distribution) -> str:
    about = package.metadata
    lines = [f"{about['Name']} {about['Version']}"]
    lines += [
        f"{field}: {_first_line(about[field])}" for field in ("Author", "License-Expression", "License") if about[field]
    ]
    lines += [f"Page: {page}" for page in sorted({*_pages(about)})]
    return "\n".join([*lines, *_texts(package)])


def _pages(about: metadata.PackageMetadata) -> Iterator[str]:
    if about["Home-page"]:
        yield about["Home-page"]
    for each in about.get_all("Project-URL") or []:
        yield each.split(",")[-1].strip()


def _texts(package: metadata.Distribution) -> Iterator[str]:
    for file in package.files or []:
        place = file.as_posix()
        if LICENCE_FILE.search(place) and not place.endswith((".py", ".pyc")) and "/include/" not in place:
            yield f"\n--- {file.name}\n\n" + Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")


def _first_line(text: str) -> str:
    return text.strip().split("\n")[0]


def _text(title: str, file: Path) -> str:
    return f"{title}\n\n" + file.read_text(encoding="utf-8", errors="replace")
