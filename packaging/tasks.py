"""What dev.py can do, once the set-up is done."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import system_libraries
import translating
from environment import LOCK, ROOT, ensure_environment, venv_program
from saying import SetupError, say

DEMONSTRATION = (
    "sweep --data iris --net 16 --optimizer adam --rates 0.0001,0.01,1.0 --epochs 60 --batch-size 8 --seed 0"
).split()
CHART = "lr_demo.png"
BENCHMARK_RUNNER = ROOT / "packaging" / "run_benchmark.py"

LINTERS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy", "--strict", "gdviz", "packaging"],
    "import-linter": ["lint-imports", "--no-logo"],
}

BUILDS = {"wheel": "", "frozen": "freeze/freeze.py", "deb": "linux/deb.py", "installer": "linux/installer.py"}
"""What can be built, in this order, and the script that does; Linux packages are made on Linux."""

SEPARATE = {"wheelhouse": "wheelhouse/wheelhouse.py", "setup": "windows/setup_program.py", "dmg": "macos/disk_image.py"}
"""What is built only by name: the archive of wheels, and what is handed out for Windows and macOS."""

# Two cores without a graphics card draw the same pictures as any other machine.
TEST_VARIABLES = {"LIBGL_ALWAYS_SOFTWARE": "1", "TF_CPP_MIN_LOG_LEVEL": "2"}

# One file's tests stay in one process, which then has its fixtures and its compiled loops; quick ones come first.
IN_TWO_PROCESSES = ["--numprocesses=2", "--dist=loadgroup", "--no-loadscope-reorder"]


def run(arguments: list[str]) -> int:
    """Open the window, or draw the demonstration where there is no display and nothing else was asked for."""
    prepare(system_libraries.WINDOW)
    if arguments or has_display():
        return call("python", "-m", "gdviz", *arguments, folder=None)
    say("there is no display here, so no window; training at three learning rates and drawing them instead.")
    status = call("python", "-m", "gdviz", *DEMONSTRATION, "--out", CHART, folder=None)
    if status == 0:
        print(f"The chart is in {Path(CHART).resolve()}")
    return status


def has_display() -> bool:
    """Whether a window could be opened."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def test(arguments: list[str]) -> int:
    """Run pytest: all tests in two processes, or those that are named; pytest-xvfb gives each a screen of its own.

    With ``--packaging``, what was built is tried instead.
    """
    if "--packaging" in arguments:
        return test_packages([each for each in arguments if each != "--packaging"])
    prepare(system_libraries.TESTS)
    return call("python", "-m", "pytest", *(arguments or IN_TWO_PROCESSES), variables=TEST_VARIABLES)


def test_packages(arguments: list[str]) -> int:
    """Install, use, upgrade and remove what ``build`` made, in empty systems; as root, and for many minutes."""
    prepare(system_libraries.TRIAL)
    script = ROOT / "packaging" / "trial" / "trial.py"
    return call("python", str(script), *arguments, variables={"PYTHONPATH": rooms()})


def lint(arguments: list[str]) -> int:
    """Run every linter, also after one complained, and say which did."""
    no_more(arguments)
    prepare(())
    failed = [name for name, command in LINTERS.items() if call(*command)]
    say(f"lint: {', '.join(failed)} failed." if failed else "lint: all is well.")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Run one benchmark, or all of them one after the other; the numbers of all are written by name."""
    parser = argparse.ArgumentParser(prog="dev.py bench")
    parser.add_argument("name", nargs="?")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the numbers there too")
    parser.add_argument("--write", action="store_true", help="of doctor: put the scorecard into program and README")
    options = parser.parse_args(arguments)
    if options.write and options.name != "doctor":
        raise SetupError("only the doctor's scorecard is kept: dev.py bench doctor --write.")
    scripts = benchmark_scripts(options.name)
    prepare(system_libraries.TESTS)
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder) / name for name in scripts}
        more = ("--write",) if options.write else ()
        status = max([benchmark(scripts[name], file, *more) for name, file in files.items()])
        numbers = {name: json.loads(file.read_text(encoding="utf-8")) for name, file in files.items() if file.exists()}
    if options.json:
        chosen = numbers.get(options.name, {}) if options.name else numbers
        options.json.write_text(json.dumps(chosen, indent=1), encoding="utf-8")
    return status


def benchmark(script: Path, file: Path, *more: str) -> int:
    """Run one benchmark on a screen of its own; its exit status."""
    say(f"measuring {script.stem.removeprefix('bench_')}")
    return call("python", str(BENCHMARK_RUNNER), str(script), str(file), *more)


def benchmark_scripts(name: str | None) -> dict[str, Path]:
    """The script called ``name``, or every one there is."""
    every = {path.stem.removeprefix("bench_"): path for path in sorted((ROOT / "tests/benchmarks").glob("bench_*.py"))}
    chosen = {each: path for each, path in every.items() if name in (None, each)}
    if not chosen:
        raise SetupError(f"there is no benchmark {name or ''}; there are: {', '.join(every) or 'none'}.")
    return chosen


def build(arguments: list[str]) -> int:
    """Build what is handed out, one thing from the other; each step tells where its result is."""
    parser = argparse.ArgumentParser(prog="dev.py build")
    every = (*BUILDS, *SEPARATE)
    parser.add_argument("--only", metavar="|".join(every), help="this alone, from what was built before")
    options, rest = parser.parse_known_args(arguments)
    no_more(rest)
    only = options.only
    if only not in (None, *every):
        raise SetupError(f"there is no {only} to be built; there are: {', '.join(every)}.")
    steps = BUILDS if sys.platform == "linux" else ("wheel", "frozen")
    chosen = (only,) if only else steps
    prepare(system_libraries.BUILD if set(chosen) - {"wheel"} else ())
    for step in chosen:
        say(f"building: {step}")
        if status := build_step(step):
            say(f"{step} could not be built.")
            return status
    return 0


def build_step(step: str) -> int:
    """Build one thing; the exit status."""
    if step != "wheel":
        return call("python", str(ROOT / "packaging" / (BUILDS | SEPARATE)[step]), variables={"PYTHONPATH": rooms()})
    status = call("python", "-m", "hatchling", "build", "-t", "wheel")
    if status == 0:
        newest = max((ROOT / "dist").glob("*.whl"), key=lambda path: path.stat().st_mtime)
        print(f"The wheel is {newest}")
    return status


def rooms() -> str:
    """Where the scripts that build find each other."""
    return os.pathsep.join(str(ROOT / "packaging" / room) for room in ("", "freeze", "linux", "macos", "wheelhouse"))


def lock(arguments: list[str]) -> int:
    """Write the lock anew; ``--upgrade`` takes the newest versions."""
    prepare(())
    groups = "--group dev --group build"
    command = f"pip compile pyproject.toml {groups} --universal --generate-hashes --python-version 3.11".split()
    quiet = ["--quiet", "--no-emit-index-url", "--custom-compile-command", "python3 packaging/dev.py lock"]
    return call("uv", *command, *quiet, "--output-file", LOCK.relative_to(ROOT).as_posix(), *arguments)


def translate(arguments: list[str]) -> int:
    """Bring the translation files up to date and pack them; what is not translated yet is named, and is a failure."""
    no_more(arguments)
    prepare(())
    for file in sorted(translating.FILES.glob("*.ts")):
        translating.update(file)
        translating.pack(file)
    missing = [line for file in sorted(translating.FILES.glob("*.ts")) for line in translating.missing(file)]
    say("translate: all is translated." if not missing else "translate: not yet translated:")
    print(*missing, sep="\n", end="\n" if missing else "")
    return 1 if missing else 0


def prepare(needs: tuple[system_libraries.Need, ...]) -> None:
    """Do whatever set-up is not done yet."""
    system_libraries.ensure_system_libraries(system_libraries.PYTHON + needs)
    if system_libraries.missing(system_libraries.PYTHON):
        raise SetupError("this Python has neither pip nor ensurepip, so that nothing can be installed.")
    ensure_environment()


def call(name: str, *arguments: str, variables: dict[str, str] | None = None, folder: Path | None = ROOT) -> int:
    """Run a program of the environment; its exit status."""
    command = [str(venv_program(name)), *arguments]
    return subprocess.run(command, cwd=folder, env={**os.environ, **(variables or {})}, check=False).returncode


def no_more(arguments: list[str]) -> None:
    """Refuse arguments that would silently do nothing."""
    if arguments:
        raise SetupError(f"unexpected: {' '.join(arguments)}.")


COMMANDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "lint": lint,
    "build": build,
    "lock": lock,
    "translate": translate,
}
