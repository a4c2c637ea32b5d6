"""From a moved learning-rate slider to its redrawn mark, and what a close look at a run costs."""

import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from gdviz.core.experiment import Experiment
from gdviz.core.stability import Limit
from gdviz.core.stability_line import StabilityLine
from gdviz.views.anatomy_view import AnatomyView
from gdviz.views.boundary_view import BoundaryView
from gdviz.views.experiment_panel import ExperimentPanel
from gdviz.views.theme import load_theme
from gdviz.worker.session import Session

RUN = Experiment(data="moons", units=(8,), optimizer="sgd", learning_rate=0.05, epochs=100_000, batch_size=16)
SETTLED, WATCHED_MS = 4, 6000


def until(happened: Callable[[], bool], patience_ms: int = 60_000) -> float:
    """Runs the event loop until something has happened; the milliseconds that took."""
    loop, ticker, begun = QEventLoop(), QTimer(), perf_counter()
    ticker.timeout.connect(lambda: loop.quit() if happened() or perf_counter() - begun > patience_ms / 1e3 else None)
    ticker.start(1)
    loop.exec()
    ticker.stop()
    return 1e3 * (perf_counter() - begun)


def slider_latency(panel: ExperimentPanel, moves: int = 60) -> dict[str, float]:
    """Milliseconds from a moved handle to the painted mark: the median and the 99th percentile."""
    slider, taken = panel.sliders["learning_rate"].slider, []
    panel.stability.show_line(StabilityLine(0, Limit(0.12)))
    for move in range(moves):
        begun = perf_counter()
        slider.setValue(300 + 7 * move)
        panel.stability.strip.repaint()
        panel.stability.sentence.repaint()
        taken.append(1e3 * (perf_counter() - begun))
        QApplication.processEvents()
    return {"slider_to_mark_ms": median(taken), "slider_to_mark_p99_ms": float(np.percentile(taken, 99))}


def at_rest(session: Session) -> dict[str, float]:
    """Milliseconds from another step shown to each kind of close look, the median over steps here and there."""
    steps = np.random.default_rng(0).integers(1, session.trajectory.count - 1, 20) if session.trajectory else []
    taken: dict[str, list[float]] = {"anatomy": [], "boundary": [], "stability": []}
    for step in map(int, steps):
        begun = perf_counter()
        session.show_step(step)
        for kind, times in taken.items():
            until(lambda kind=kind, step=step: getattr(getattr(session, kind), "step", None) == step)  # type: ignore[misc]
            times.append(1e3 * (perf_counter() - begun))
    session.show_step(None)
    return {f"{kind}_at_rest_ms": median(times) for kind, times in taken.items()}


def under_way(session: Session) -> dict[str, float]:
    """Close looks a second at a run that trains flat out, and the part of a processor that they take."""
    looks: list[int] = []
    session.stability_changed.connect(lambda line: looks.append(1))
    session.start()
    # The first looks compile.
    until(lambda: len(looks) >= SETTLED)
    looks.clear()
    desk, spent = session._close_up._desk, []
    session.stability_changed.connect(lambda line: spent.append(desk.seconds))
    until(lambda: False, WATCHED_MS)
    session.pause()
    seconds = WATCHED_MS / 1e3
    return {"looks_per_s": len(looks) / seconds, "look_share_of_a_core": sum(spent) / seconds}


def measured() -> dict[str, float]:
    """Opens the views and measures them."""
    session = Session(RUN)
    views = [ExperimentPanel(session), AnatomyView(session), BoundaryView(session)]
    for view in views:
        view.set_theme(load_theme("dark"))
        view.resize(320, 600)
        view.show()
    session.load()
    until(lambda: session.state == "ready")
    found = under_way(session)
    until(lambda: session.stability is not None and session.stability.step == session.trajectory.count)  # type: ignore[union-attr]
    found |= at_rest(session)
    found |= slider_latency(views[0])  # type: ignore[arg-type]
    session.close()
    for view in views:
        view.close()
    return found


def main(json_path: str | None = None) -> None:
    """Prints what was measured, and writes it to ``json_path`` if one is given."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    found = measured()
    for name, value in found.items():
        print(f"{name:24} {value:.2f}")
    if json_path is not None:
        with open(json_path, "w", encoding="utf-8") as file:
            json.dump(found, file, indent=2)
    del application


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
