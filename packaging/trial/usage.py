"""What a person does with an installed program, and what it may say meanwhile."""

import json
import shutil
from pathlib import Path

from saying import say
from system import HOME, SCREEN, USER, System

SWEEP = "sweep --data iris --rates 0.01,0.1 --epochs 5".split()
SWEEP_SAYS = (
    r"Loading TensorFlow \.\.\.\nCompiling 2 runs \.\.\.\n(Training 2 rates at once: \d+%\n)*\s*rate .*; chart: \S.*"
)
OWN = {
    "convolution.keras": "--model {home}/convolution.keras --rates 0.01 --epochs 3",
    "memory.keras": "--model {home}/memory.keras --rates 0.01 --epochs 3",
    "table.csv": "--data {home}/table.csv --target price --rates 0.01 --epochs 3",
}
"""What is tried with each of `own_files`."""

OWN_SAYS = r"Loading TensorFlow \.\.\.\nCompiling 1 runs \.\.\.\n(Training 1 rates.*\n)?\s*rate .*1 runs in [\d.]+ s"
LONG_ENOUGH = "20"
"""Seconds for which a window stays that has come."""

CODE = 'def diagnose(history):\n    return "converged"'
PUPIL = json.dumps({"code": CODE, "histories": [{"loss": [1.0, 0.5]}]})
MEASURED = (
    "window_s",
    "engine_ready_s",
    "first_step_s",
    "gap_p99_ms",
    "orbit_fps",
    "surface_ms",
    "peak_rss_mb",
    "renderer",
)


def use(system: System, program: str, home: str = HOME) -> None:
    """Goes through everything once: window with and without a screen, training, drawing, saving, the pupil's code."""
    ask = {"HOME": home}
    system.run(program, "lessons", "--check", user=USER, variables=ask, expected=r".*lessons.*")
    for name, screen in (("offscreen", {"QT_QPA_PLATFORM": "offscreen"}), ("on a screen", {"DISPLAY": SCREEN})):
        system.run(program, "selftest", "--json", f"{home}/measured.json", user=USER, variables={**ask, **screen})
        measured = json.loads((system.root / home.lstrip("/") / "measured.json").read_text(encoding="utf-8"))
        say(f"  {name}: " + ", ".join(f"{key} {measured[key]}" for key in MEASURED))
    for ending in ("png", "pdf", "svg"):
        chart = f"{home}/chart.{ending}"
        system.run(program, *SWEEP, "--out", chart, user=USER, variables=ask, expected=SWEEP_SAYS)
    request = f"printf '%s' '{PUPIL}' | '{program}' run-pupil"
    system.run("sh", "-c", request, user=USER, variables=ask, expected=r".*converged.*")


def start(system: System, program: str) -> None:
    """Goes through it in brief, where everything was tried before: the window comes, trains, draws and goes."""
    system.run(program, "--version", user=USER, expected=r"gdviz [\d.]+")
    system.run(program, "selftest", user=USER, variables={"QT_QPA_PLATFORM": "offscreen"})


def use_own(system: System, program: str, files: Path) -> None:
    """Trains models and learns from a table of the user's own."""
    for name, arguments in OWN.items():
        shutil.copy(files / name, system.root / HOME.lstrip("/") / name)
        system.run(program, "sweep", *arguments.format(home=HOME).split(), user=USER, expected=OWN_SAYS)
        (system.root / HOME.lstrip("/") / name).unlink()


def without_room(system: System, program: str) -> None:
    """A home that cannot be written to, or without room: the window comes and stays, the rest is a sentence."""
    quiet = {"QT_QPA_PLATFORM": "offscreen"}
    for home in ("read-only", "full"):
        # Ended by `timeout`, which then gives 124.
        screen = {"DISPLAY": SCREEN}
        system.run("timeout", LONG_ENOUGH, program, user=USER, variables=screen, home=home, status=124)
    system.run(program, "selftest", user=USER, variables=quiet, home="read-only")
    chart = ("sweep", "--rates", "0.01", "--epochs", "2", "--out", f"{HOME}/chart.png")
    system.run(program, *chart, user=USER, home="read-only", status=2, expected="gdviz: .* cannot be written.*")
    system.run(program, *chart, user=USER, home="full", status=2, expected=".*\ngdviz: .*No space left on device.*")


def tidy(system: System, home: str = HOME) -> None:
    """Removes what `use` saved."""
    for name in ("measured.json", "chart.png", "chart.pdf", "chart.svg"):
        (system.root / home.lstrip("/") / name).unlink(missing_ok=True)
