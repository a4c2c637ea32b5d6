"""dev.py: what can be checked without setting a machine up from nothing."""

import ast
import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import dev  # noqa: E402
import environment  # noqa: E402
import system_libraries  # noqa: E402
import tasks  # noqa: E402
from saying import SetupError  # noqa: E402

LOCK = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")


# The lock


def test_each_requirement_has_an_exact_version_and_hashes() -> None:
    requirements = re.split(r"\n(?=\w)", re.sub(r"(?m)^ *#.*\n", "", LOCK))
    assert len(requirements) > 50
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+==[\w.]+[ ;\\]", requirement), requirement
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", requirement), requirement


def test_the_lock_names_no_place() -> None:
    assert "://" not in LOCK
    assert "index-url" not in LOCK
    assert not re.search(r"(?m)^\s*#.*\s/", LOCK)


def test_the_lock_serves_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["dev"],
        *project["dependency-groups"]["build"],
    ]
    names = {re.match(r"[\w-]+", each).group().lower() for each in wanted}
    assert {"pyqtgraph", "pytest"} <= names
    assert {name for name in names if f"\n{name}==" not in LOCK} == set()


# Which Python


@pytest.mark.parametrize(("version", "spoken"), [((3, 9), "3.9"), ((3, 10), "3.10"), ((3, 14), "3.14")])
def test_a_python_that_will_not_do_is_named(version: tuple[int, int], spoken: str) -> None:
    sentence = dev.wrong_python(version)
    assert f"this is {spoken}." in sentence
    assert "3.11" in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_that_will_do_raises_no_complaint(version: tuple[int, int]) -> None:
    assert dev.wrong_python(version) == ""


def test_an_old_python_can_read_far_enough_to_complain() -> None:
    source = (ROOT / "packaging" / "dev.py").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 6)).body


# The stamp


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment module that works on a folder of its own, with a lock and a finished environment in it."""
    venv = tmp_path / ".venv"
    for name, path in {
        "ROOT": tmp_path,
        "ENVIRONMENT": venv,
        "STAMP": venv / "gdviz-setup.json",
        "LOCK": tmp_path / "requirements.lock",
        "PROGRAMS": venv / "bin",
    }.items():
        monkeypatch.setattr(environment, name, path)
    (venv / "bin").mkdir(parents=True)
    for file in ("requirements.lock", "pyproject.toml", ".venv/bin/python", ".venv/bin/gdviz"):
        (tmp_path / file).write_text("[project]\nname = 'gdviz'\n[tool.ruff]\n", encoding="utf-8")
    environment.write_stamp(environment.wanted_stamp())
    return tmp_path


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The steps that were repeated, each of which is only noted down."""
    steps: list[str] = []
    for step in ("make_environment", "install_packages", "install_gdviz"):
        monkeypatch.setattr(environment, step, lambda step=step: steps.append(step))
    return steps


ALL = ["make_environment", "install_packages", "install_gdviz"]


def test_nothing_is_repeated_without_a_reason(checkout: Path, done: list[str]) -> None:
    environment.ensure_environment()
    assert done == []


@pytest.mark.parametrize(
    ("changed", "text", "repeated"),
    [
        ("requirements.lock", "numpy==3.0", ["install_packages"]),
        ("pyproject.toml", "[project]\nname = 'gdviz'\nscripts = { gdviz = 'gdviz.cli:main' }", ["install_gdviz"]),
        ("pyproject.toml", "[project]\nname = 'gdviz'\n[tool.ruff]\nline-length = 99", []),
    ],
)
def test_a_change_repeats_what_depends_on_it(
    checkout: Path, done: list[str], changed: str, text: str, repeated: list[str]
) -> None:
    (checkout / changed).write_text(text, encoding="utf-8")
    environment.ensure_environment()
    environment.ensure_environment()
    assert done == repeated


@pytest.mark.parametrize("broken", [".venv/bin/python", ".venv/bin/gdviz", ".venv/gdviz-setup.json"])
def test_a_broken_environment_is_made_anew(checkout: Path, done: list[str], broken: str) -> None:
    (checkout / broken).unlink()
    environment.ensure_environment()
    assert done == ALL


@pytest.mark.parametrize("text", ["", "{", "[1]", '"text"', "{}"])
def test_an_unreadable_stamp_counts_as_none(checkout: Path, done: list[str], text: str) -> None:
    environment.STAMP.write_text(text, encoding="utf-8")
    environment.ensure_environment()
    assert done == ALL


def test_another_python_makes_the_environment_anew(
    checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = json.loads(environment.STAMP.read_text(encoding="utf-8"))
    environment.write_stamp({**stamp, "environment": "Python 3.10 elsewhere"})
    environment.ensure_environment()
    assert done == ALL


def test_an_interrupted_set_up_is_begun_again(checkout: Path, done: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (checkout / "requirements.lock").write_text("changed", encoding="utf-8")
    monkeypatch.setattr(environment, "install_packages", fail)
    with pytest.raises(SetupError):
        environment.ensure_environment()
    monkeypatch.setattr(environment, "install_packages", lambda: done.append("install_packages"))
    environment.ensure_environment()
    assert done == ALL


def fail() -> None:
    """A step that goes wrong."""
    raise SetupError("no network")


# What pip says, in words


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'\nERROR: x", "network"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one that was locked"),
        ("ERROR: No matching distribution found for tensorflow==2.21.0", "no build for this machine"),
        (
            "Collecting x\nERROR: a first thing\nERROR: Something new went wrong\nafterthought",
            "Something new went wrong",
        ),
        ("", "no reason"),
    ],
)
def test_a_failed_installation_is_explained_in_one_sentence(output: str, words: str) -> None:
    sentence = environment.why_pip_failed(output)
    assert words in sentence
    assert "\n" not in sentence


def test_a_failing_pip_is_a_sentence_and_not_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "pip", lambda: [sys.executable, "-m", "pip"])
    with pytest.raises(SetupError, match="installing failed"):
        environment.run_pip("--no-index", "--target", str(tmp_path), "no-such-package-anywhere")


# System libraries


def test_a_library_that_is_not_there_is_missing() -> None:
    need = system_libraries.Need("libnowhere1", system_libraries.library("libnowhere.so.1"), "libnowhere.so.1")
    assert system_libraries.missing((need,)) == [need]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libc.so.6 is Linux's")
def test_a_library_that_is_there_is_not_missing() -> None:
    need = system_libraries.Need("libc6", system_libraries.library("libc.so.6"), "libc.so.6")
    assert system_libraries.missing((need,)) == []


def test_probes_of_files_programs_and_modules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there.ttf").touch()
    (tmp_path / "tool").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_libraries.some_file(f"{tmp_path}/*.otf", f"{tmp_path}/*.ttf")()
    assert not system_libraries.some_file(f"{tmp_path}/*.otf")()
    assert system_libraries.program("tool")()
    assert not system_libraries.program("another")()
    assert system_libraries.module("no_such_module", "json")()
    assert not system_libraries.module("no_such_module")()


@pytest.mark.parametrize(
    ("known", "chosen"),
    [
        ({"libglib2.0-0t64", "libglib2.0-0"}, "libglib2.0-0t64"),
        ({"libglib2.0-0"}, "libglib2.0-0"),
        (set(), "libglib2.0-0"),
    ],
)
def test_the_name_of_this_release_is_chosen(known: set[str], chosen: str) -> None:
    need = system_libraries.Need("libglib2.0-0t64|libglib2.0-0", lambda: False, "libglib-2.0.so.0")
    assert system_libraries.package_name(need, known.__contains__) == chosen


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system packages are looked after on Linux only")
@pytest.mark.parametrize(
    ("programs", "said"),
    [
        (["apt-get", "dpkg-query"], "sudo apt-get update && sudo apt-get install -y libnowhere1"),
        ([], "missing: libnowhere.so.1."),
    ],
)
def test_without_root_the_command_is_printed(
    programs: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in programs:
        (tmp_path / name).write_text("#!/bin/sh\nexit 1\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    need = system_libraries.Need("libnowhere1", lambda: False, "libnowhere.so.1")
    system_libraries.ensure_system_libraries((need,))
    assert said in capsys.readouterr().err


# Commands


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize(("variable", "display"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), ("OTHER", False)])
def test_a_display_is_noticed(variable: str, display: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv(variable, ":5")
    assert tasks.has_display() is display


def test_every_command_exists_and_is_described() -> None:
    assert list(dev.COMMANDS) == list(tasks.COMMANDS)


def test_arguments_after_the_command_are_passed_on() -> None:
    assert dev.parse(["test", "-k", "plane", "--", "-x"]) == ("test", ["-k", "plane", "--", "-x"])


@pytest.mark.parametrize("arguments", [["lint", "gdviz"], ["build", "--all"], ["bench", "no_such_benchmark"]])
def test_a_mistake_is_one_sentence_and_status_1(arguments: list[str]) -> None:
    command = [sys.executable, str(ROOT / "packaging" / "dev.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert arguments[-1] in done.stderr


def test_all_linters_run_though_one_complains(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(tasks, "prepare", lambda needs: None)
    monkeypatch.setattr(tasks, "call", lambda name, *rest, **more: ran.append(name) or int(name == "ruff"))
    assert tasks.lint([]) == 1
    assert ran == [command[0] for command in tasks.LINTERS.values()]


@pytest.fixture
def benchmarks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout whose benchmarks are two quick scripts, one of which fails, run by this Python."""
    folder = tmp_path / "tests" / "benchmarks"
    folder.mkdir(parents=True)
    for number, name in enumerate(("fine", "poor")):
        script = f"def main(path):\n    open(path, 'w').write('{{\"number\": {number}}}')\n    return {number}\n"
        (folder / f"bench_{name}.py").write_text(script, encoding="utf-8")
    monkeypatch.setattr(tasks, "ROOT", tmp_path)
    monkeypatch.setattr(tasks, "prepare", lambda needs: None)
    monkeypatch.setattr(tasks, "venv_program", lambda name: Path(sys.executable))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("chosen", "status", "numbers"),
    [
        (["fine"], 0, {"number": 0}),
        (["poor"], 1, {"number": 1}),
        ([], 1, {"fine": {"number": 0}, "poor": {"number": 1}}),
    ],
)
def test_benchmarks_are_run_and_their_numbers_kept(
    benchmarks: Path, chosen: list[str], status: int, numbers: dict[str, object]
) -> None:
    assert tasks.bench([*chosen, "--json", "numbers.json"]) == status
    assert json.loads((benchmarks / "numbers.json").read_text(encoding="utf-8")) == numbers


def test_a_scorecard_is_written_by_its_benchmark_alone(benchmarks: Path) -> None:
    script = "def main(json_path, write=False):\n    open(json_path, 'w').write(str(int(write)))"
    (benchmarks / "tests" / "benchmarks" / "bench_doctor.py").write_text(script, encoding="utf-8")
    for given, written in (["--write"], "1"), ([], "0"):
        assert tasks.bench(["doctor", "--json", "numbers.json", *given]) == 0
        assert (benchmarks / "numbers.json").read_text(encoding="utf-8") == written
    with pytest.raises(SetupError, match="doctor"):
        tasks.bench(["fine", "--write"])


# The wheel


@pytest.mark.slow
def test_the_wheel_holds_the_resources(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("gdviz-*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    ask = "import sys; sys.path.insert(0, sys.argv[1]); from gdviz.paths import resource; print(resource('themes'))"
    command = [sys.executable, "-I", "-c", ask, str(tmp_path / "installed")]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stdout.strip()
    assert Path(answer) == tmp_path / "installed" / "gdviz" / "_resources" / "themes"
