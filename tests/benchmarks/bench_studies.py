"""The laboratory: from the menu to 32 finished curves on iris, and a map of optimisers, compiled before.

Wall-clock time, and the processor time of all threads: on a machine that has other work, only the second means much.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QAction

from gdviz.app.settings import Settings
from gdviz.app.start import Program, make_application
from gdviz.core.experiment import Experiment
from gdviz.views.laboratory_map import OptimizerMapPage
from gdviz.views.laboratory_page import Page
from gdviz.views.laboratory_sweep import SweepPage

TIMES = 3


def wait_until(happened: Callable[[], bool]) -> None:
    """Runs the event loop until something has happened."""
    loop = QEventLoop()
    ticker = QTimer()
    ticker.timeout.connect(lambda: happened() and loop.quit())
    ticker.start(1)
    loop.exec()
    ticker.stop()


def finished(program: Program, kind: type[Page]) -> Page:
    """From the menu entry of that page to the end of its study, pictures and sentences drawn."""
    actions = [action for action in program.window.findChildren(QAction) if kind.name in action.text()]
    actions[0].trigger()
    page: Any = program.window.laboratory.page(kind)
    page.begin.click()
    wait_until(lambda: not page.study.busy)
    program.window.laboratory.repaint()
    return page


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Wall-clock and processor seconds, the best of some runs."""
    found = []
    for _ in range(TIMES):
        begun, busy = perf_counter(), process_time()
        work()
        found.append((perf_counter() - begun, process_time() - busy))
    return min(wall for wall, _ in found), min(busy for _, busy in found)


def cancelling(program: Program) -> float:
    """Milliseconds from Stop in the middle of a long sweep to the thread's being free for the next study."""
    page: Any = program.window.laboratory.page(SweepPage)
    program.session.set_experiment(Experiment(epochs=100_000))
    page.start()
    wait_until(lambda: page.map is not None and page.map.sweep.part > 0)
    begun = perf_counter()
    page.cancel()
    page.study.begin(lambda: iter([page.map]))
    wait_until(lambda: not page.study.busy)
    return 1000 * (perf_counter() - begun)


def measured() -> dict[str, float]:
    """Opens the program, compiles everything once, and measures."""
    program = Program(make_application(), Experiment(), Settings(Path(tempfile.mkdtemp())))
    program.window.show()
    wait_until(lambda: program.session.state == "ready" and program.session.idle)
    found = {}
    for name, kind in (("sweep", SweepPage), ("map", OptimizerMapPage)):
        begun = perf_counter()
        finished(program, kind)
        found[f"{name}_first_s"] = perf_counter() - begun
        found[f"{name}_s"], found[f"{name}_processor_s"] = seconds(lambda kind=kind: finished(program, kind))
    found["cancel_ms"] = cancelling(program)
    program.window.close()
    return found


def main(json_path: str | None = None) -> None:
    """Prints what was measured, and writes it to ``json_path`` if one is given.

    In a process of its own: the program must have gone before the screen does.
    """
    done = subprocess.run([sys.executable, __file__], check=True, capture_output=True, text=True)
    found = json.loads(done.stdout.splitlines()[-1])
    for name, value in found.items():
        print(f"{name:24} {value:.2f}")
    if json_path:
        Path(json_path).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    print(json.dumps(measured()))
