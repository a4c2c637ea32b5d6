"""The Debian package: is it well made, does it install, run, upgrade and go without a trace?"""

import re
import shutil
import subprocess
from pathlib import Path

import archive
import usage
from saying import say
from system import HOME, USER, Failed, System

OLDER = "0.0.1"
"""The version that the package is upgraded from: the same program, called older."""

ELSEWHERE = ("var/lib/apt/", "var/cache/apt/", "var/log/", "root/", f"{HOME.lstrip('/')}/")
"""Where the package's name may still stand when it has gone."""


def check_package(package: Path) -> None:
    """Asks lintian.

    Raises:
        Failed: If it finds an error or a warning.
    """
    say("asking lintian")
    command = ["lintian", "--allow-root", "--fail-on", "error,warning", "--tag-display-limit", "0", str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"lintian complains:\n{done.stdout}{done.stderr}")


def try_package(system: System, package: Path, own: Path) -> None:
    """Goes through the life of the package.

    Args:
        system: An empty one.
        package: The package.
        own: A folder of `own_files`.

    Raises:
        Failed: If anything is not as it should be.
    """
    inside = system.root / "root"
    shutil.copy(package, inside / package.name)
    older = as_older(package, inside / "older.deb")
    say(f"{system.root.name}: installing an older version and what it depends on")
    system.apt("install", "--no-install-recommends", f"/root/{older.name}")
    check_no_python(system)
    settings = system.root / HOME.lstrip("/") / ".config/gdviz/settings.ini"
    say(f"{system.root.name}: using it")
    usage.use(system, "gdviz")
    system.run("mkdir", "-p", str(settings.parent).removeprefix(str(system.root)), user=USER)
    settings.write_text("[mine]\n", encoding="utf-8")
    say(f"{system.root.name}: upgrading")
    system.apt("install", "--no-install-recommends", f"/root/{package.name}")
    system.run("dpkg-query", "--show", "--showformat=${Version}", "gdviz", expected=re.escape(version(package)))
    system.run("dpkg", "--verify", "gdviz")
    usage.start(system, "/usr/bin/gdviz")
    say(f"{system.root.name}: a user's own models and table; a home that is read-only, and one that is full")
    usage.use_own(system, "gdviz", own)
    usage.without_room(system, "gdviz")
    say(f"{system.root.name}: removing")
    system.apt("purge", "gdviz")
    if settings.read_text(encoding="utf-8") != "[mine]\n":
        raise Failed("the user's own settings were touched")
    usage.tidy(system)
    left = [name for name in system.files("/") if "gdviz" in name.lower() and not name.startswith(ELSEWHERE)]
    if left:
        raise Failed(f"these were left behind: {left[:20]}")
    settings.unlink()


def check_no_python(system: System) -> None:
    """Makes sure that it is our Python that runs.

    Raises:
        Failed: If there is another.
    """
    if found := [path for path in (system.root / "usr/bin").glob("python*")]:
        raise Failed(f"this system has a Python of its own: {found[0]}")


def version(package: Path) -> str:
    """The version of a package."""
    return package.name.split("_")[1]


def as_older(package: Path, target: Path) -> Path:
    """A copy of the package that says it is older."""
    parts = target.parent / "parts"
    shutil.rmtree(parts, ignore_errors=True)
    (parts / "control").mkdir(parents=True)
    subprocess.run(["ar", "x", str(package)], cwd=parts, check=True)
    subprocess.run(["tar", "-xf", "../control.tar.xz"], cwd=parts / "control", check=True)
    control = parts / "control/control"
    text = control.read_text(encoding="utf-8")
    control.write_text(re.sub(r"(?m)^Version: .*", f"Version: {OLDER}", text), encoding="utf-8")
    archive.write_tar(parts / "control.tar.xz", parts / "control", ["control", "md5sums"], compression=())
    names = ("debian-binary", "control.tar.xz", "data.tar.xz")
    archive.write_ar(target, [(name, parts / name) for name in names])
    shutil.rmtree(parts)
    return target
