"""An empty Debian in a folder: made with debootstrap, entered with chroot, with nothing of this machine inside."""

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from saying import say

USER, HOME = "pupil", "/srv/pupil"
SCREEN = ":97"
"""The screen that programs inside are shown; it belongs to the machine outside, and only its socket is lent."""

ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    "LANG": "C.UTF-8",
    "DEBIAN_FRONTEND": "noninteractive",
}
QUIET_APT = ("-q", "-o", "Dpkg::Use-Pty=0", "--yes")

INSIDE = """\
mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
[ -z "$2" ] || mount -t tmpfs -o "size=$2,mode=1777" tmpfs "$1/small"
case $4 in
read-only)
    mount --bind "$1@HOME@" "$1@HOME@"
    mount -o remount,bind,ro "$1@HOME@"
    ;;
full)
    mount -t tmpfs -o size=16k,mode=1777 tmpfs "$1@HOME@"
    cat /dev/zero >"$1@HOME@/filler" 2>/dev/null || true
    ;;
esac
root=$1 user=$3
shift 4
exec chroot --userspec="$user" "$root" "$@"
""".replace("@HOME@", HOME)
"""What is mounted for one command, in a space of its own: all of it is gone when the command ends."""


class Failed(Exception):
    """Something was not as it should be; the text says what."""


@dataclass(frozen=True)
class System:
    """An installed system.

    Attributes:
        root: Its folder.
    """

    root: Path

    def run(
        self,
        *command: str,
        user: str = "root",
        expected: str = "",
        status: int = 0,
        network: bool = False,
        small: str = "",
        home: str = "",
        beside: int = 0,
        variables: dict[str, str] | None = None,
    ) -> str:
        """Runs a command inside.

        Args:
            command: And its arguments.
            user: Who runs it.
            expected: A pattern that all of its output has to match; empty for silence.
            status: The exit status that it has to end with.
            network: Whether there is any.
            small: Size of a small disk at ``/small``, such as ``50m``; none if empty.
            home: ``read-only`` or ``full`` if the user's home is to be that.
            beside: Number of a process inside that the command is to see as one of its own system; 0 for none.
            variables: Of the environment, besides the usual ones.

        Returns:
            Its output.

        Raises:
            Failed: If it ended otherwise, or said anything else.
        """
        done = subprocess.run(
            self.command(command, user, network, small, home, beside),
            env={**ENVIRONMENT, "HOME": HOME if user == USER else "/root", **(variables or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        told = " ".join(command)
        if done.returncode != status:
            raise Failed(f"{told} ended with {done.returncode}, not {status}. It said:\n{done.stdout}")
        if not re.fullmatch(expected, done.stdout.strip(), re.DOTALL):
            raise Failed(f"{told} said what was not expected:\n{done.stdout}")
        return done.stdout

    def command(
        self,
        command: Sequence[str],
        user: str,
        network: bool = False,
        small: str = "",
        home: str = "",
        beside: int = 0,
    ) -> list[str]:
        """The command as it is run from outside."""
        number = "0:0" if user == "root" else "1000:1000"
        if beside:
            # With mounts of its own, it would see that process's program under its path on the machine outside.
            entered = ["nsenter", f"--target={beside}", "--mount", "--net"]
            return [*entered, "chroot", f"--userspec={number}", str(self.root), *command]
        apart = ["unshare", "--mount", *([] if network else ["--net"])]
        return [*apart, "sh", "-eu", "-c", INSIDE, "sh", str(self.root), small, number, home, *command]

    def apt(self, *arguments: str) -> str:
        """Runs apt-get, which talks; the exit status tells."""
        return self.run("apt-get", *QUIET_APT, *arguments, expected=".*", network=True)

    def files(self, folder: str) -> set[str]:
        """Every file and folder below a folder."""
        below = self.root / folder.lstrip("/")
        return {path.relative_to(below).as_posix() for path in below.rglob("*")}


def empty_system(release: str, folder: Path) -> System:
    """A fresh system; its base is made once and then copied."""
    base = folder / f"{release}-base"
    if not is_ready(base):
        make_base(release, base)
    root = folder / release
    if root.exists():
        shutil.rmtree(root)
    say(f"{release}: copying the empty system")
    subprocess.run(["cp", "--archive", "--reflink=auto", str(base), str(root)], check=True)
    system = System(root)
    # The base may be weeks old; the archive has moved on.
    system.apt("update")
    return system


def is_ready(base: Path) -> bool:
    """Whether a base was made to its end, by this very file."""
    ready = base / "ready"
    return ready.exists() and ready.read_text(encoding="ascii") == recipe_of_base()


def recipe_of_base() -> str:
    """What tells a base from one that was made otherwise."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def make_base(release: str, base: Path) -> None:
    """Installs the smallest system there is, with one user."""
    say(f"{release}: making an empty system (minutes)")
    if base.exists():
        shutil.rmtree(base)
    base.parent.mkdir(parents=True, exist_ok=True)
    server = mirror()
    command = ["debootstrap", "--variant=minbase", release, str(base), server]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"debootstrap failed: {(done.stdout + done.stderr).strip().splitlines()[-1]}")
    (base / "etc/apt/sources.list").write_text(f"deb {server} {release} main\n", encoding="utf-8")
    shutil.copy("/etc/resolv.conf", base / "etc/resolv.conf")
    for each in ("tmp/.X11-unix", "small"):
        (base / each).mkdir(exist_ok=True)
    system = System(base)
    system.run("useradd", "--create-home", "--home-dir", HOME, "--shell", "/bin/sh", USER)
    (base / "ready").write_text(recipe_of_base(), encoding="ascii")


def mirror() -> str:
    """Where this machine itself gets Debian's packages from."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path("/etc/apt").glob("sources.list*/*"))]
    main = Path("/etc/apt/sources.list")
    texts += [main.read_text(encoding="utf-8")] if main.is_file() else []
    for text in texts:
        for found in re.findall(r"(?m)^(?:URIs:\s*|deb\s+(?:\[.*?\]\s+)?)(\S+)", text):
            if found.rstrip("/").endswith("/debian"):
                return str(found)
    raise Failed("the sources of apt on this machine name no Debian mirror")


def start_screen() -> "subprocess.Popen[bytes]":
    """A screen in memory, for the windows of programs inside."""
    os.makedirs("/tmp/.X11-unix", exist_ok=True)
    return subprocess.Popen(
        ["Xvfb", SCREEN, "-screen", "0", "1920x1080x24", "-nolisten", "tcp", "-ac"], stderr=subprocess.DEVNULL
    )
