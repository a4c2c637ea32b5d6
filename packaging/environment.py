"""The virtual environment ``.venv``: made, filled with the locked packages, kept in step, repaired.

A stamp inside it says what it was made from. It is removed before anything is changed and written last, so an
environment without a stamp is one whose set-up was interrupted; it is made anew, because a half-installed package
looks whole to pip.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from saying import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "gdviz-setup.json"
LOCK = ROOT / "packaging" / "requirements.lock"
PROGRAMS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
SUFFIX = ".exe" if os.name == "nt" else ""

FAILURES = (
    ("No space left on device", "the disk is full; make some room (about 3 GB)"),
    ("DO NOT MATCH THE HASHES", "a package is not the one that was locked; a mirror may have changed it"),
    ("Permission denied", "a file cannot be written; look at who owns the checkout"),
    ("connection broken by", "the packages cannot be fetched; look at the network or the proxy"),
    ("ConnectTimeoutError", "the packages cannot be fetched; look at the network or the proxy"),
    ("No matching distribution found", "a package has no build for this machine or this Python"),
)


def ensure_environment() -> None:
    """Make ``.venv`` what pyproject.toml and the lock say; costs milliseconds when it is."""
    if read_stamp() == wanted_stamp():
        return
    with only_one_at_a_time():
        found, wanted = read_stamp(), wanted_stamp()
        if found != wanted:
            bring_up_to_date(found, wanted)


def bring_up_to_date(found: dict[str, str], wanted: dict[str, str]) -> None:
    """Repeat the steps whose inputs changed; all of them where the environment itself will not do."""
    if found.get("environment") != wanted["environment"]:
        make_environment()
        found = {}
    STAMP.unlink(missing_ok=True)
    for step, action in (("packages", install_packages), ("gdviz", install_gdviz)):
        if found.get(step) != wanted[step]:
            action()
    write_stamp(wanted)
    say("set-up is complete.")


def wanted_stamp() -> dict[str, str]:
    """What the environment should have been made from, step by step."""
    return {
        "environment": f"Python {sys.version_info.major}.{sys.version_info.minor} at {ENVIRONMENT}",
        "packages": digest(LOCK.read_bytes()),
        "gdviz": digest(how_gdviz_is_installed()),
    }


def read_stamp() -> dict[str, str]:
    """What the environment was made from; nothing if it is absent, unfinished or broken."""
    if not (venv_program("python").exists() and venv_program("gdviz").exists()):
        return {}
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, str]) -> None:
    """Write the stamp whole or not at all."""
    draft = STAMP.with_suffix(".draft")
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    os.replace(draft, STAMP)


def how_gdviz_is_installed() -> bytes:
    """The parts of pyproject.toml that installing reads; the settings of linters and tests are none of them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [project.get("build-system"), project.get("project"), project.get("tool", {}).get("hatch")]
    return json.dumps(parts).encode()


def digest(content: bytes) -> str:
    """A fingerprint of what a step is made from."""
    return hashlib.sha256(content).hexdigest()


def venv_program(name: str) -> Path:
    """Where the program ``name`` of the environment is."""
    return PROGRAMS / (name + SUFFIX)


@contextlib.contextmanager
def only_one_at_a_time() -> Iterator[None]:
    """Hold the set-up lock, which the system frees if this process dies; a second dev.py waits here."""
    with (ROOT / ".venv.lock").open("w") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_environment() -> None:
    """Make an empty ``.venv``, in place of a broken or unfinished one."""
    if ENVIRONMENT.exists():
        say("removing the unfinished or outdated .venv")
        shutil.rmtree(ENVIRONMENT)
    say(f"making .venv with Python {sys.version.split()[0]}")
    command = [base_python(), "-m", "venv", *without_pip(), str(ENVIRONMENT)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        lines = (made.stdout + made.stderr).strip().splitlines() or ["no reason given"]
        raise SetupError(f"the virtual environment cannot be made: {lines[-1]}")


def base_python() -> str:
    """The interpreter to make the environment from, also where dev.py itself runs in that very environment."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


def without_pip() -> list[str]:
    """The option for a Python whose ``venv`` cannot bring pip along (Debian without python3-venv)."""
    return [] if importlib.util.find_spec("ensurepip") else ["--without-pip"]


def pip() -> list[str]:
    """The command that installs into the environment: its own pip, else the one of the Python that runs this."""
    inside = [str(venv_program("python")), "-m", "pip"]
    return [base_python(), "-m", "pip", "--python", str(venv_program("python"))] if without_pip() else inside


def install_packages() -> None:
    """Install what the lock names, each file checked against its hash."""
    say("installing the locked packages (some 500 MB to fetch the first time; this takes minutes)")
    run_pip("--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))


def install_gdviz() -> None:
    """Install gdviz itself, editable: the checkout is what runs."""
    say("installing gdviz from this checkout")
    run_pip("--no-build-isolation", "--no-deps", "--editable", str(ROOT))


def run_pip(*arguments: str) -> None:
    """Run ``pip install``, telling which package it is at, and say in a sentence why if it fails."""
    command = [*pip(), "install", "--no-input", "--progress-bar", "off", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        lines = [follow(line) for line in process.stdout]
    if process.returncode:
        raise SetupError(why_pip_failed("".join(lines)))


def follow(line: str) -> str:
    """Show the lines of pip that tell how far it is; the others are kept for an explanation."""
    if line.startswith(("Collecting", "Installing", "  Downloading")) and len(line) < 200:
        say(f"  {line.strip()}")
    return line


def why_pip_failed(output: str) -> str:
    """One sentence about a failed installation, from what pip printed."""
    for sign, sentence in FAILURES:
        if sign in output:
            return f"installing failed: {sentence}."
    errors = [line for line in output.splitlines() if line.startswith("ERROR")]
    last = (errors or output.strip().splitlines() or ["pip gave no reason"])[-1]
    return f"installing failed. pip says: {last}"
