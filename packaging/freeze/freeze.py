"""Freezes the program: runs PyInstaller on ``gdviz.spec``, then takes off what is not needed at run time.

    python freeze.py

with the Python of the environment that everything is installed in. The result is ``build/frozen/gdviz``.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import icons
import icu
import libraries
import notices
import recipe
import shorten
import stand_ins

WORK = recipe.ROOT / "build" / "work"
CONTENTS = "_internal"
"""The folder beside the program that PyInstaller puts everything in."""

REPRODUCIBLE = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(recipe.built_at())}
UNPACKED = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
"""Python's modules lie in the program as they are: the packages pack them better than one by one."""

QUIET = {"TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1", "QT_QPA_PLATFORM": "offscreen"}


def main() -> int:
    """Builds the folder; the exit status."""
    os.environ.update(QUIET)
    say("drawing the icons")
    icons.draw_icons(recipe.ROOT / "build" / "icons")
    say("collecting the program and everything it imports (minutes)")
    shutil.rmtree(recipe.FOLDER, ignore_errors=True)
    run_pyinstaller()
    say("gathering the copyright notices")
    notices.write(recipe.FOLDER / "NOTICES.txt")
    if sys.platform == "linux":
        say("taking symbols for debuggers out of the libraries")
        slim(recipe.FOLDER)
    set_dates(recipe.FOLDER)
    print(f"The frozen program is in {recipe.FOLDER}, {size(recipe.FOLDER) / 1e6:.0f} MB")
    return 0


def run_pyinstaller() -> None:
    """Runs PyInstaller in a process of its own, whose hashes and dates are the same every time."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    folders = ["--distpath", str(recipe.FOLDER.parent), "--workpath", str(WORK)]
    spec = Path(__file__).with_name("gdviz.spec")
    subprocess.run([*command, *folders, str(spec)], check=True, env={**os.environ, **REPRODUCIBLE, **UNPACKED})


def slim(folder: Path) -> None:
    """Takes symbols out of libraries and makes them search for others in the program's own folder alone."""
    inside = folder / CONTENTS
    saved = stand_ins.put_all(inside, recipe.STAND_INS, platform.machine())
    say(f"stand-ins for libraries that nothing uses save {saved / 1e6:.0f} MB")
    every = {path.relative_to(inside).as_posix(): path for path in libraries.binaries(inside)}
    for name, path in every.items():
        if recipe.is_stripped(name):
            libraries.strip(path)
    for library in libraries.read(libraries.binaries(folder)):
        libraries.tidy_search(library, folder)
    for path in (path for name, path in every.items() if recipe.is_unicode_data(name)):
        say(f"fewer languages in {path.name} save {icu.trim(path) / 1e6:.0f} MB")
    names = {path: shorten.symbol_names(path) for path in [*every.values(), libraries.standard_library()]}
    for path in (path for name, path in every.items() if recipe.is_shortened(name)):
        saved = shorten.shorten(path, set().union(*(known for other, known in names.items() if other != path)))
        say(f"short names in {path.name} save {saved / 1e6:.0f} MB")


def set_dates(folder: Path) -> None:
    """Gives every file and folder the date of the checkout, so that the same checkout makes the same packages."""
    when = recipe.built_at()
    for path in sorted(folder.rglob("*"), reverse=True):
        os.utime(path, (when, when), follow_symlinks=False)
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or (path.parent == folder and path.suffix != ".txt") else 0o644)


def size(folder: Path) -> int:
    """Bytes of all files below a folder; a link counts for nothing."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def say(line: str) -> None:
    """Tells how far it is."""
    print(f"freeze: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
