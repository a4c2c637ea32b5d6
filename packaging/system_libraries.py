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
    """A probe: does a file match one of the patterns? Never recursive ones: links below /usr/lib go in circles."""
    return lambda: any(next(glob.iglob(pattern), None) for pattern in patterns)


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


# What PySide6's libqxcb.so, libQt6XcbQpa, libQt6Gui and libQt6Core need according to `readelf -d`, and its package.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0t64|libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
DRIVERS = ("/usr/lib/*/dri/*_dri.so", "/usr/lib/dri/*_dri.so", "/usr/lib64/dri/*_dri.so")
FONTS = [f"/usr/share/fonts/{depth}*.{kind}" for depth in ("", "*/", "*/*/") for kind in ("ttf", "otf", "ttc")]

WINDOW = (
    *(Need(package, library(soname), soname) for soname, package in QT_LIBRARIES.items()),
    Need("libgl1-mesa-dri", some_file(*DRIVERS), "Mesa's software renderer"),
    Need("fonts-dejavu-core", some_file(*FONTS), "a font"),
)
PYTHON = (Need("python3-venv", module("ensurepip", "pip"), "Python's venv or pip"),)
TESTS = (*WINDOW, Need("xvfb", program("Xvfb"), "Xvfb"))
BUILD = (
    *WINDOW,
    Need("binutils", program("strip"), "strip and readelf"),
    Need("patchelf", program("patchelf"), "patchelf"),
    Need("xz-utils", program("xz"), "xz"),
)
TRIAL = (Need("debootstrap", program("debootstrap"), "debootstrap"), Need("lintian", program("lintian"), "lintian"))


def ensure_system_libraries(needs: tuple[Need, ...]) -> None:
    """Install what is missing where that is possible, else print the command and go on."""
    absent = missing(needs) if sys.platform.startswith("linux") else []
    if absent and not shutil.which("apt-get"):
        say(f"missing: {', '.join(need.what for need in absent)}. Install them with your package manager.")
    elif absent := [need for need in absent if not installed(need)]:
        provide(absent)


def missing(needs: tuple[Need, ...]) -> list[Need]:
    """The needs that are not met."""
    return [need for need in needs if not need.present()]


def package_name(need: Need, known: Callable[[str], bool]) -> str:
    """The need's package on this release: the first alternative that is known, else the last."""
    *newer, oldest = need.package.split("|")
    return next(filter(known, newer), oldest)


def known_to_apt(name: str) -> bool:
    """Whether apt could install a package of this name."""
    return answer("apt-cache", "show", "--no-all-versions", name) != ""


def installed(need: Need) -> bool:
    """Whether the package is there although its probe found nothing; then apt cannot help, now or next time."""
    status = ("dpkg-query", "--show", "--showformat=${db:Status-Status}")
    return any(answer(*status, name) == "installed" for name in need.package.split("|"))


def answer(*command: str) -> str:
    """What a query prints; nothing if it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode else done.stdout


def provide(absent: list[Need]) -> None:
    """Install packages as root, else print the command; what follows may work all the same."""
    root = os.geteuid() == 0
    if root and not apt_get("update"):
        say("apt-get update failed; going on with the package lists as they are.")
    names = " ".join(package_name(need, known_to_apt) for need in absent)
    if not root:
        say(f"missing system packages. Install them with: sudo apt-get update && sudo apt-get install -y {names}")
        return
    say(f"installing the system packages {names}")
    if not apt_get("install", "-y", "--no-install-recommends", *names.split()):
        say(f"they could not be installed. Try yourself: apt-get install -y {names}")


def apt_get(*arguments: str) -> bool:
    """Run apt-get without questions; its last line is shown if it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=120", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        say((done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1])
    return done.returncode == 0
