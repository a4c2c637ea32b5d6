"""The offline wheelhouse: its script installs from the wheels beside it, hash by hash, or says why not."""

import hashlib
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging" / room) for room in ("", "wheelhouse")]

import wheelhouse  # noqa: E402

RECORD = "gdviz-9.9.dist-info/"
MEMBERS = {
    "gdviz/__init__.py": "",
    "gdviz/cli.py": "def main(): print('it runs')\n",
    f"{RECORD}METADATA": "Metadata-Version: 2.1\nName: gdviz\nVersion: 9.9\n",
    f"{RECORD}WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{RECORD}entry_points.txt": "[console_scripts]\ngdviz = gdviz.cli:main\n",
    f"{RECORD}RECORD": "",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A wheelhouse with one small wheel, in a folder with a difficult name."""
    folder = tmp_path / "Räder für 数据"
    (folder / "wheels").mkdir(parents=True)
    wheel = folder / "wheels" / "gdviz-9.9-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as file:
        for name, text in MEMBERS.items():
            file.writestr(name, text)
    (folder / "requirements.txt").write_text(wheelhouse.requirements([], wheel, "9.9"), encoding="utf-8")
    script = (wheelhouse.HERE / "install.sh").read_text(encoding="utf-8")
    (folder / "install.sh").write_text(wheelhouse.filled(script, "9.9"), encoding="utf-8")
    return folder


def install(house: Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the script where there is no network, if the system can be asked for that."""
    offline = ["unshare", "-rn"] if subprocess.run(["unshare", "-rn", "true"], check=False).returncode == 0 else []
    environment = os.environ | {"PYTHON": sys.executable, **variables}
    command = [*offline, "sh", str(house / "install.sh"), str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_it_installs_again_and_again_and_what_was_changed_is_refused(house: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Programm hier"
    for _ in range(2):
        done = install(house, folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"gdviz 9.9 is installed. Start it with: {folder}/bin/gdviz\n"
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    started = subprocess.run([str(folder / "bin" / "gdviz")], env=clean, capture_output=True, text=True, check=False)
    assert started.stdout == "it runs\n"
    with zipfile.ZipFile(next((house / "wheels").iterdir()), "a") as file:
        file.writestr("gdviz/more.py", "")
    done = install(house, folder)
    assert done.returncode == 2
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in done.stderr
    assert "the installation failed; everything is as it was before" in done.stderr
    assert (folder / "bin" / "gdviz").exists()
    assert not folder.with_name("Programm hier.old").exists()


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_a_folder_with_something_else_in_it_stays(house: Path, tmp_path: Path) -> None:
    program = tmp_path / "system" / "bin" / "gdviz"
    program.parent.mkdir(parents=True)
    program.write_text("of a package")
    done = install(house, tmp_path / "system")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is something else in" in done.stderr
    assert program.read_text() == "of a package"


@pytest.mark.skipif(os.name == "nt", reason="a shell script")
def test_without_the_right_python_it_says_which(house: Path, tmp_path: Path) -> None:
    script = house / "install.sh"
    script.write_text(script.read_text(encoding="utf-8").replace(wheelhouse.filled("@PYTHON@", ""), "2.1"))
    done = install(house, tmp_path / "there")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("gdviz: these wheels need Python 2.1, which is not here.")
    assert not (tmp_path / "there").exists()


def test_the_archive_is_the_same_every_time(tmp_path: Path) -> None:
    (tmp_path / "in" / "wheels").mkdir(parents=True)
    (tmp_path / "in" / "install.sh").write_text("x")
    (tmp_path / "in" / "wheels" / "a.whl").write_text("y")
    sums = set()
    for _ in range(2):
        wheelhouse.pack(tmp_path / "in", tmp_path / "house.zip")
        sums.add(hashlib.sha256((tmp_path / "house.zip").read_bytes()).hexdigest())
        os.utime(tmp_path / "in" / "install.sh", (1, 1))
    assert len(sums) == 1
    with zipfile.ZipFile(tmp_path / "house.zip") as file:
        assert file.namelist() == ["house/install.sh", "house/wheels/a.whl"]
        assert file.getinfo("house/install.sh").external_attr >> 16 == 0o755
