"""What a picture of the curves costs while a run grows to a hundred thousand steps: processor time, in milliseconds."""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import process_time

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.views.curve_choices import PANELS, Look
from gdviz.views.loss_view import LossView
from gdviz.worker.turns import Turns

BATCHES = 200
BATCH = 500
PER_EPOCH = 15


class Stage(QObject):
    """What the curves see of a session."""

    trajectory_changed = Signal(object)
    runners_changed = Signal(object)
    diagnosis_changed = Signal(object)
    shown_step_changed = Signal(object)
    trajectory: Trajectory | None = None
    diagnosis = shown_step = None
    runners = ()
    experiment = Experiment(epochs=BATCHES * BATCH // PER_EPOCH)
    state = "paused"

    def __init__(self) -> None:
        """Nothing has been trained yet."""
        super().__init__()
        self.turns = Turns(self)


def noisy(begin: int, count: int, noise: np.random.Generator) -> Steps:
    """Steps of a run that falls slowly, each batch with a loss of its own."""
    loss = np.exp(-np.arange(begin, begin + count) / 20_000, dtype=np.float32)[:, None]
    batch = loss + 0.1 * noise.random((count, 1), np.float32)
    ends = np.arange(begin // PER_EPOCH + 1, (begin + count) // PER_EPOCH + 1) * PER_EPOCH
    mean = np.exp(-ends / 20_000, dtype=np.float32)[:, None]
    weights = np.zeros((count, 1, 1), np.float32)
    return Steps(weights, loss, batch, batch, 0.1 * np.ones_like(loss), ends, mean, 1 - mean, 1.1 * mean, 1 - mean)


def timed(work: Callable[[], object]) -> float:
    """Processor time that ``work`` takes, in milliseconds."""
    began = process_time()
    work()
    return 1000 * (process_time() - began)


def grown(view: LossView, stage: Stage, batches: int, noise: np.random.Generator) -> tuple[float, float]:
    """The median cost of taking in a batch of steps, and of the picture after it."""
    assert stage.trajectory is not None
    taken, painted = [], []
    for _ in range(batches):
        stage.trajectory.append(noisy(stage.trajectory.count, BATCH, noise))
        taken.append(timed(view._draw))
        painted.append(timed(view.chart.repaint))
    return median(taken), median(painted)


def measured() -> dict[str, float]:
    """Opens the curves and lets a run grow."""
    stage, noise = Stage(), np.random.default_rng(0)
    stage.trajectory = Trajectory(np.zeros(1, np.float32), 1.0)
    view = LossView(stage)  # type: ignore[arg-type]
    view.resize(380, 400)
    view.show()
    QApplication.processEvents()
    found = {}
    found["take_in_ms"], found["paint_ms"] = grown(view, stage, BATCHES, noise)
    found["hover_ms"] = median(timed(lambda at=at: hovered(view, at)) for at in range(1, 30))
    view.set_look(Look(tuple(PANELS), "step", "strong"))
    found["take_in_4_panels_ms"], found["paint_4_panels_ms"] = grown(view, stage, 30, noise)
    view.set_look(replace(view.look, log=True))
    found["take_in_log_ms"], found["paint_log_ms"] = grown(view, stage, 30, noise)
    view.close()
    return found


def hovered(view: LossView, place: int) -> None:
    """The crosshair goes somewhere."""
    view._put_cursor(place)
    view.chart.repaint()


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
