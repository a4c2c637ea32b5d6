"""The offline wheelhouse: one archive with the program, everything it needs, and scripts that install it from there.

    python wheelhouse.py

fetches the wheels of the lock for this platform and this Python, each checked against its hash, and writes
``dist/gdviz-VERSION-wheels-PLATFORM.zip``. Whoever unpacks it needs Python, and no network.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import locked
from environment import LOCK, ROOT
from saying import SetupError, say

HERE = Path(__file__).parent
FOLDER = ROOT / "build" / "wheelhouse"
SCRIPTS = ("install.sh", "install.bat", "README.txt")
REQUIREMENTS = "requirements.txt"
DATE = (2026, 1, 1, 0, 0, 0)
"""Of every file in the archive, so that the same wheels make the same archive."""


def main() -> int:
    """Builds the archive; the exit status."""
    version = program_version()
    wheel = ROOT / "dist" / f"gdviz-{version}-py3-none-any.whl"
    if not wheel.exists():
        raise SetupError(f"{wheel} is not there; build it first: dev.py build --only wheel.")
    wheels = FOLDER / "wheels"
    shutil.rmtree(FOLDER, ignore_errors=True)
    wheels.mkdir(parents=True)
    needed = locked.needed_to_run(locked.read_lock(LOCK.read_text(encoding="utf-8")))
    fetch(needed, wheels)
    shutil.copy(wheel, wheels)
    (FOLDER / REQUIREMENTS).write_text(requirements(needed, wheels / wheel.name, version), encoding="utf-8")
    for name in SCRIPTS:
        text = filled((HERE / name).read_text(encoding="utf-8"), version)
        (FOLDER / name).write_bytes(text.encode() if name.endswith(".sh") else text.replace("\n", "\r\n").encode())
    archive = ROOT / "dist" / f"gdviz-{version}-wheels-{platform()}.zip"
    pack(FOLDER, archive)
    print(f"The wheelhouse is {archive}, {archive.stat().st_size / 1e6:.0f} MB, {len(list(wheels.iterdir()))} wheels")
    return 0


def fetch(needed: list[locked.Locked], wheels: Path) -> None:
    """Fetches the wheels of this platform, each checked against its hashes."""
    say("fetching the wheels (some 400 MB)")
    chosen = FOLDER / "locked.txt"
    chosen.write_text("".join(f"{each.lines}\n" for each in needed), encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--require-hashes", "--only-binary", ":all:"]
    done = subprocess.run([*command, "--no-deps", "-r", str(chosen), "-d", str(wheels)], check=False)
    chosen.unlink()
    if done.returncode:
        raise SetupError("the wheels could not be fetched.")


def requirements(needed: list[locked.Locked], wheel: Path, version: str) -> str:
    """What pip installs: every package of the lock with its hashes, then the program itself with its own."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return "\n".join([*(each.lines for each in needed), f"gdviz=={version} --hash=sha256:{digest}", ""])


def filled(text: str, version: str) -> str:
    """A script with the version and the Python that the wheels are for."""
    return text.replace("@VERSION@", version).replace("@PYTHON@", f"{sys.version_info.major}.{sys.version_info.minor}")


def platform() -> str:
    """Which computers and which Python the wheels are for, for the archive's name."""
    machine = sysconfig.get_platform().replace(".", "_").replace("-", "_")
    return f"{machine}-cp{sys.version_info.major}{sys.version_info.minor}"


def program_version() -> str:
    """The one version number."""
    text = (ROOT / "gdviz" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'(?m)^__version__ = "(.+)"$', text)
    assert found is not None
    return found.group(1)


def pack(folder: Path, archive: Path) -> None:
    """Puts a folder into a zip file; wheels are packed already and are only stored."""
    archive.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(each for each in folder.rglob("*") if each.is_file()):
            entry = zipfile.ZipInfo(f"{archive.stem}/{path.relative_to(folder).as_posix()}", DATE)
            entry.external_attr = (0o755 if path.suffix == ".sh" else 0o644) << 16
            file.writestr(entry, path.read_bytes())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except SetupError as error:
        sys.exit(f"wheelhouse: {error}")
