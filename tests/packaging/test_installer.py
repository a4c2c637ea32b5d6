"""The installer without root: the real script with a small program behind it."""

import os
import platform
import shutil
import signal
import subprocess
import sys
import tarfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging" / room) for room in ("", "freeze", "linux")]

import desktop  # noqa: E402
import installer  # noqa: E402

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("xz"), reason="an installer for Linux, which is unpacked with xz"
)

ODD = "Meine Übungen λ 'n' \"q\" $x 100%"
FILES = {
    "usr/bin/gdviz": "",
    "usr/lib/gdviz/gdviz": "#!/bin/sh\necho started\n",
    "usr/lib/gdviz/_internal/data": "x" * 3_000_000,
    "usr/share/applications/gdviz.desktop": (desktop.HERE / "gdviz.desktop").read_text(encoding="utf-8"),
    "usr/share/icons/hicolor/16x16/apps/gdviz.png": "picture",
    "usr/share/lintian/overrides/gdviz": "",
    "usr/share/mime/packages/gdviz.xml": "<mime-info/>",
}


def packed(files: dict[str, str]) -> bytes:
    target = BytesIO()
    with tarfile.open(fileobj=target, mode="w:xz", preset=0) as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"./{name}")
            member.mode, member.size = 0o755, len(text.encode())
            archive.addfile(member, BytesIO(text.encode()))
    return target.getvalue()


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Makes an installer; what is given by name takes the place of what the script knows."""

    def made(version: str = "2.0.0", files: dict[str, str] = FILES, **values: str) -> Path:
        stage, archive, path = tmp_path / "stage", tmp_path / "data.tar.xz", tmp_path / f"gdviz {version}.run"
        (stage / "usr/lib/gdviz").mkdir(parents=True, exist_ok=True)
        archive.write_bytes(packed(files))
        known = installer.values(stage, archive)
        known |= {"VERSION": version, "C_LIBRARY": "2.17", "KILOBYTES": "3000", "LIBRARIES": "libc.so.6", **values}
        path.write_bytes(installer.header(installer.SCRIPT.read_text(encoding="utf-8"), known) + archive.read_bytes())
        return path

    return made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


def run(path: Path, home: Path, *options: str, status: int = 0) -> str:
    done = subprocess.run(
        ["sh", str(path), *options],
        env={**os.environ, "HOME": str(home)},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stderr
    assert "--silent" not in options or done.stdout == ""
    assert (done.stderr == "") == (status == 0)
    return done.stderr


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_it_comes_and_goes(make: Callable[..., Path], home: Path) -> None:
    run(make(), home, "--silent")
    started = subprocess.run([home / ".local/bin/gdviz"], capture_output=True, text=True, check=True)
    assert started.stdout == "started\n"
    assert (home / ".local/share/icons/hicolor/16x16/apps/gdviz.png").exists()
    assert not (home / ".local/share/lintian").exists()
    (home / "mine").touch()
    run(home / ".local/lib/gdviz/uninstall.sh", home, "--uninstall")
    assert files(home) == {"mine"}


def test_what_was_there_before_stays(make: Callable[..., Path], home: Path) -> None:
    theirs = [".local/bin/other", ".local/share/applications/other.desktop", ".local/share/mime/packages/other.xml"]
    for name in theirs:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text("<mime-info/>" if name.endswith("xml") else "", encoding="utf-8")
    before = files(home)
    path = make()
    run(path, home, "--silent")
    run(path, home, "--silent", "--uninstall")
    assert before <= files(home)
    assert not [name for name in files(home) if "gdviz" in name]


def test_a_folder_with_an_odd_name(make: Callable[..., Path], home: Path) -> None:
    run(make(), home, "--silent", "--prefix", ODD)
    entry = (home / ODD / "share/applications/gdviz.desktop").read_text(encoding="utf-8")
    (command,) = [line for line in entry.splitlines() if line.startswith("Exec=")]
    # As the specification of menu entries wants it: quotes and dollars escaped twice, percent signs doubled.
    name = str(home / ODD).replace("%", "%%").replace('"', r"\\" + '"').replace("$", r"\\$")
    assert command == f'Exec="{name}/bin/gdviz" %f'
    run(make(), home, "--silent", "--uninstall", "--prefix", ODD)
    assert files(home) == set()


def test_an_upgrade_takes_the_place_of_the_older_version(make: Callable[..., Path], home: Path) -> None:
    run(make("1.0.0"), home, "--silent")
    run(make("2.0.0"), home, "--silent")
    house = home / ".local/lib/gdviz"
    assert {path.name for path in house.iterdir()} == {"2.0.0", "current", "uninstall.sh"}
    run(make("3.0.0"), home, "--silent", "--keep-older")
    assert {path.name for path in house.iterdir()} == {"2.0.0", "3.0.0", "current", "uninstall.sh"}
    assert os.readlink(house / "current") == "3.0.0"
    run(make("3.0.0"), home, "--silent")
    assert {path.name for path in house.iterdir()} == {"3.0.0", "current", "uninstall.sh"}


@pytest.mark.parametrize("linked", [False, True])
def test_a_version_that_runs_is_left_until_it_has_ended(make: Callable[..., Path], home: Path, linked: bool) -> None:
    if linked:
        link = home.parent / "link"
        link.symlink_to(home)
        home = link
    older = make("1.0.0")
    run(older, home, "--silent")
    program = home / ".local/lib/gdviz/1.0.0/program/gdviz"
    program.unlink()
    shutil.copy("/bin/sleep", program)
    with subprocess.Popen([program, "60"]) as running:
        run(make("2.0.0"), home, "--silent")
        assert program.exists()
        assert "running" in run(make("2.0.0"), home, "--silent", "--uninstall", status=1)
        running.kill()
    run(make("2.0.0"), home, "--silent")
    assert not program.exists()


def test_portable_is_one_folder(make: Callable[..., Path], home: Path) -> None:
    run(make(), home, "--silent", "--portable", "stick")
    assert files(home) == {"stick"} | {
        f"stick/gdviz{name}" for name in ("", "/gdviz", "/portable.txt", "/_internal", "/_internal/data")
    }
    assert "is there already" in run(make(), home, "--silent", "--portable", "stick", status=1)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"KILOBYTES": "999999999999"}, "not enough room"),
        ({"C_LIBRARY": "99.0"}, "too old"),
        ({"MACHINE": "pdp11"}, "is for Linux on pdp11"),
        ({"LIBRARIES": "libc.so.6 libnone.so.1 libother.so.2"}, "lacks libnone.so.1 libother.so.2."),
        ({"SHA256": "0"}, "is damaged"),
        ({"PACKED": "5"}, "is not whole"),
        ({"files": {"usr/lib/gdviz/gdviz": "", "usr/share/x": ""}}, "could not be unpacked"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_written(
    values: dict[str, str], said: str, make: Callable[..., Path], home: Path
) -> None:
    sentence = run(make(**values), home, "--silent", status=1)
    assert said in sentence
    assert len(sentence.splitlines()) == 1
    assert files(home) == set()


@pytest.mark.parametrize("options", [["--loud"], ["--prefix"], ["--uninstall"], ["--prefix", "a\nb"]])
def test_a_mistake_in_the_options_is_a_sentence(options: list[str], make: Callable[..., Path], home: Path) -> None:
    assert len(run(make(), home, *options, status=1).splitlines()) == 1
    assert files(home) == set()


def test_an_interrupted_installation_leaves_nothing(make: Callable[..., Path], home: Path) -> None:
    slow = home.parent / "bin"
    slow.mkdir()
    (slow / "xz").write_text("#!/bin/sh\nkill -TERM $PPID\nsleep 1\n", encoding="utf-8")
    (slow / "xz").chmod(0o755)
    command = ["sh", str(make()), "--silent"]
    variables = {**os.environ, "HOME": str(home), "PATH": f"{slow}:{os.environ['PATH']}"}
    done = subprocess.run(command, env=variables, cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode in (1, -signal.SIGTERM)
    assert files(home) == set()


def test_what_a_killed_installation_left_goes_with_the_next(make: Callable[..., Path], home: Path) -> None:
    (home / ".local/lib/gdviz/.unpacking-1/usr").mkdir(parents=True)
    run(make(), home, "--silent")
    assert not [name for name in files(home) if "unpacking" in name]


def test_it_tells_its_version_and_that_it_is_whole(make: Callable[..., Path], home: Path) -> None:
    path = make("4.5.6")
    for option, said in (("--version", "gdviz 4.5.6"), ("--check", "This file is whole.")):
        done = subprocess.run(["sh", str(path), option], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == said
    assert platform.machine() in path.read_bytes()[:2000].decode("ascii", "replace")
