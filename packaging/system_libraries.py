"""What Qt and the tests need from the operating system, on Linux: which is missing, and how to get it."""

import ctypes
import glob
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass

from saying import say


def library(soname: str) -> Callable[[], bool]:
    """A probe: can the shared library be loaded?"""

    def loads() -> bool:
        try:
            ctypes.CDLL(soname)
        except OSError:
            return False
        return True

    return loads


def program(name: str) -> Callable[[], bool]:
    """A probe: is the program on the search path?"""
    return lambda: shutil.which(name) is not None


def some_file(*patterns: str) -> Callable[[], bool]:
    """A probe: does a file match one of the patterns?"""
    return lambda: any(next(glob.iglob(pattern, recursive=True), None) for pattern in patterns)


def module(*names: str) -> Callable[[], bool]:
    """A probe: does this Python have one of the modules?"""
    return lambda: any(importlib.util.find_spec(name) for name in names)


@dataclass(frozen=True)
class Need:
    """One thing from the system.

    Attributes:
        package: Its Debian package; ``new|old`` where the name differs between releases.
        present: The probe that tells whether it is there, whatever the distribution.
        what: What it is called where there is no Debian package system.
    """

    package: str
    present: Callable[[], bool]
    what: str


def needed_library(package: str, soname: str) -> Need:
    """A shared library that must be loadable."""
    return Need(package, library(soname), soname)


# From `ldd` on PySide6's libqxcb.so, libQt6XcbQpa, libQt6Gui and libQt6Core; Mesa draws without a graphics card.
WINDOW = (
    needed_library("libglib2.0-0t64|libglib2.0-0", "libglib-2.0.so.0"),
    needed_library("libdbus-1-3", "libdbus-1.so.3"),
    needed_library("libfontconfig1", "libfontconfig.so.1"),
    needed_library("libegl1", "libEGL.so.1"),
    needed_library("libgl1", "libGL.so.1"),
    needed_library("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    needed_library("libxcb-cursor0", "libxcb-cursor.so.0"),
    needed_library("libxcb-icccm4", "libxcb-icccm.so.4"),
    needed_library("libxcb-image0", "libxcb-image.so.0"),
    needed_library("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    needed_library("libxcb-render-util0", "libxcb-render-util.so.0"),
    needed_library("libxcb-shape0", "libxcb-shape.so.0"),
    Need("libgl1-mesa-dri", some_file("/usr/lib*/**/dri/*_dri.so"), "Mesa's DRI drivers"),
    Need("fonts-dejavu-core", some_file("/usr/share/fonts/**/*.[ot]tf", "/usr/share/fonts/**/*.ttc"), "a font"),
)
PYTHON = (Need("python3-venv", module("ensurepip", "pip"), "Python's venv or pip"),)
TESTS = (*WINDOW, Need("xvfb", program("Xvfb"), "Xvfb"))


def ensure_system_libraries(needs: tuple[Need, ...]) -> None:
    """Install what is missing where that is possible, else print the command and go on."""
    absent = missing(needs) if sys.platform.startswith("linux") else []
    if not absent:
        return
    if not shutil.which("apt-get"):
        say(f"missing: {', '.join(need.what for need in absent)}. Install them with your package manager.")
    elif os.geteuid() == 0:
        install(absent)
    else:
        names = " ".join(package_name(need, known_to_apt) for need in absent)
        say(f"missing system packages. Install them with: sudo apt-get update && sudo apt-get install -y {names}")


def missing(needs: tuple[Need, ...]) -> list[Need]:
    """The needs that are not met."""
    return [need for need in needs if not need.present()]


def package_name(need: Need, known: Callable[[str], bool]) -> str:
    """The need's package on this release: the first alternative that is known, else the last."""
    names = need.package.split("|")
    return next((name for name in names if known(name)), names[-1])


def known_to_apt(name: str) -> bool:
    """Whether apt could install a package of this name."""
    command = ["apt-cache", "show", "--no-all-versions", name]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def install(absent: list[Need]) -> None:
    """Install the packages as root, and say so if that fails; what follows may work all the same."""
    if not apt_get("update"):
        say("apt-get update failed; going on with the package lists as they are.")
    names = [package_name(need, known_to_apt) for need in absent]
    say(f"installing {' '.join(names)}")
    if not apt_get("install", "-y", "--no-install-recommends", *names):
        say(f"apt-get failed. Try yourself: apt-get install -y {' '.join(names)}")


def apt_get(*arguments: str) -> bool:
    """Run apt-get without questions; its last line is shown if it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-q", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        say((done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1])
    return done.returncode == 0
