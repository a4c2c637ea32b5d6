"""The installer without root: does it install, upgrade, refuse and go as an ordinary user, wherever it is put?"""

import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import recipe
import usage
from saying import say
from system import ENVIRONMENT, HOME, SCREEN, USER, Failed, System

FILE = "/srv/installer.run"
OLDER = b"0.0.1"
ODD = f"{HOME}/Meine Übungen λ 'n' $x"
"""A folder with a name that breaks careless scripts."""

SAYS_ITS_VERSION = r"gdviz [\d.]+"

PATIENCE = 120.0
"""Seconds for a window to come, on a busy computer."""


def try_installer(system: System, installer: Path) -> None:
    """Goes through the life of an installation for one user.

    Raises:
        Failed: If anything is not as it should be.
    """
    say(f"{system.root.name}: the installer without root")
    shutil.copy(installer, system.root / FILE.lstrip("/"))
    system.apt("install", "--no-install-recommends", "xz-utils", "desktop-file-utils", "shared-mime-info")
    before = system.files(HOME)
    for what, step in STEPS.items():
        say(f"{system.root.name}: {what}")
        step(system)
        expect_same(system, before, what)


def expect_same(system: System, before: set[str], when: str) -> None:
    """Makes sure that the home folder is as it was, but for what belongs to the user.

    Raises:
        Failed: If there is anything more or less.
    """
    change = {name for name in before ^ system.files(HOME) if not name.startswith((".config", ".cache"))}
    if change:
        raise Failed(f"after {when}, these are there or gone: {sorted(change)[:20]}")


def install(system: System, *options: str, file: str = FILE, **more: object) -> None:
    """Runs the installer as the user."""
    system.run("sh", file, *options, user=USER, **more)  # type: ignore[arg-type]


def try_refusals(system: System) -> None:
    """A damaged file, half a file, no room, no right to write: each is one sentence, and nothing is written."""
    whole = system.root / FILE.lstrip("/")
    damaged, half = whole.with_name("damaged.run"), whole.with_name("half.run")
    shutil.copy(whole, damaged)
    with damaged.open("r+b") as file:
        file.seek(-1_000_000, 2)
        file.write(b"?")
    half.write_bytes(whole.read_bytes()[:50_000_000])
    install(
        system, file="/srv/damaged.run", status=1, expected=r"gdviz [\d.]+: looking.*\ngdviz: This file is damaged.*"
    )
    install(system, "--silent", file="/srv/half.run", status=1, expected="gdviz: This file is not whole.*")
    install(
        system, "--silent", "--prefix", "/small/x", small="50m", status=1, expected="gdviz: There is not enough room.*"
    )
    install(system, "--silent", "--prefix", "/opt/x", status=1, expected="gdviz: You may not write.*")
    install(system, "--loud", status=1, expected="gdviz: --loud is not known.*")
    install(system, "--check", expected="This file is whole.")
    for path in (damaged, half):
        path.unlink()


def try_interruption(system: System) -> None:
    """Ends the installer in the middle of unpacking."""
    running = begun(system)
    running.terminate()
    running.wait()


def begun(system: System) -> "subprocess.Popen[bytes]":
    """The installer in the middle of unpacking.

    Raises:
        Failed: If it was through before.
    """
    running = subprocess.Popen(
        system.command(["sh", FILE, "--silent"], USER),
        env={**ENVIRONMENT, "HOME": HOME},
        start_new_session=True,
    )
    house = system.root / HOME.lstrip("/") / ".local/lib/gdviz"
    while running.poll() is None and not list(house.glob(".unpacking-*/usr")):
        time.sleep(0.1)
    if running.poll() is not None:
        raise Failed("the installer was through before anything could happen meanwhile")
    return running


def try_upgrade(system: System) -> None:
    """An older version runs while the newer one is installed; both are whole, side by side, and then one is left.

    Raises:
        Failed: If anything is not as it should be.
    """
    older = system.root / "srv/older.run"
    as_older(system.root / FILE.lstrip("/"), older)
    install(system, "--silent", file="/srv/older.run")
    program = f"{HOME}/.local/bin/gdviz"
    usage.use(system, program)
    running = subprocess.Popen(
        system.command([program], USER),
        env={**ENVIRONMENT, "HOME": HOME, "DISPLAY": SCREEN, "LANG": "de_DE.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    wait_for_german(running.pid)
    install(system, expected=r"gdviz [\d.]+: looking.*\nunpacking into .*\nDone\. .*", beside=running.pid)
    house = system.root / HOME.lstrip("/") / ".local/lib/gdviz"
    versions = {path.name for path in house.iterdir() if path.is_dir() and not path.is_symlink()}
    if versions != {OLDER.decode(), recipe.version()}:
        raise Failed(f"while the older one runs, there should be two versions, not {versions}")
    if running.poll() is not None:
        raise Failed(f"the program that ran during the upgrade has ended: {running.communicate()[0]!r}")
    install(system, "--uninstall", status=1, expected="gdviz: gdviz is running.*", beside=running.pid)
    running.terminate()
    running.wait()
    for each in versions:
        system.run(f"{HOME}/.local/lib/gdviz/{each}/program/gdviz", "--version", user=USER, expected=SAYS_ITS_VERSION)
    again = begun(system)
    system.run(program, "--version", user=USER, expected=SAYS_ITS_VERSION)
    if again.poll() is not None or again.wait():
        raise Failed("the installer was through too soon, or failed while the program was started")
    if (house / OLDER.decode()).exists():
        raise Failed("the older version is still there though nobody uses it")
    usage.start(system, program)
    usage.tidy(system)
    system.run("sh", f"{HOME}/.local/lib/gdviz/uninstall.sh", "--uninstall", user=USER, expected="gdviz is gone.*")
    older.unlink()


def wait_for_german(process: int) -> None:
    """Waits until a program has begun to speak German, with Qt's own texts too.

    Raises:
        Failed: If it does not.
    """
    mapped = Path(f"/proc/{process}/maps")
    until = time.monotonic() + PATIENCE
    while not {"gdviz_de.qm", "qtbase_de.qm"} <= {Path(line).name for line in mapped.read_text("utf-8").splitlines()}:
        if time.monotonic() > until:
            raise Failed("the program does not speak German where the computer does")
        time.sleep(0.2)


def try_odd_folder(system: System) -> None:
    """Two installations beside each other, one of them for a memory stick, in folders with odd names."""
    install(system, "--silent", "--prefix", ODD)
    install(system, "--silent", "--portable", f"{ODD}/stick")
    for program in (f"{ODD}/bin/gdviz", f"{ODD}/stick/gdviz/gdviz"):
        usage.start(system, program)
    shutil.rmtree(system.root / f"{ODD}/stick".lstrip("/"))
    install(system, "--silent", "--uninstall", "--prefix", ODD)


def as_older(installer: Path, target: Path) -> None:
    """A copy of the installer that says it is older."""
    content = installer.read_bytes()
    begin, end = b"VERSION='", b"'"
    at = content.index(begin) + len(begin)
    stop = content.index(end, at)
    # As long as before, so that the script's length stays what it says.
    name = OLDER.ljust(stop - at)[: stop - at]
    target.write_bytes(content[:at] + name + content[stop:])


STEPS: dict[str, Callable[[System], None]] = {
    "what it refuses": try_refusals,
    "an interruption": try_interruption,
    "an upgrade while the older one runs, and going": try_upgrade,
    "a folder with an odd name, and a memory stick": try_odd_folder,
}
"""What is tried, one after the other; each leaves the home as it was."""
