"""How smooth the pictures are: the 3D view alone, and in the whole window while a network trains flat out.

What the window's own thread spends on a frame is given in processor time too, which other programs do not change.
"""

import json
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter, sleep, thread_time
from typing import Any

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from gdviz.core.experiment import Experiment
from gdviz.core.plane import Surface, exact_plane
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.views.map_view import MapView
from gdviz.views.opengl import renderer_name
from gdviz.views.surface_view import SurfaceView
from gdviz.worker.turns import Turns

SIZES = (101, 201)
SECONDS = 3.0
MOUSE_MS = 8
"""Milliseconds from one of a mouse's moves to the next."""
LONG = 1_000_000
TRAINED = Experiment(epochs=100_000)
Found = dict[str, float | str]


class Stage(QObject):
    """Announces what the session would."""

    surface_changed = Signal(object)
    trajectory_changed = Signal(object)
    shown_step_changed = Signal(object)
    runners_changed = Signal(object)
    anatomy_changed = Signal(object)
    surface: Surface | None = None
    trajectory: Trajectory | None = None
    shown_step: int | None = None
    runners: tuple[object, ...] = ()
    anatomy: object = None
    experiment = Experiment("himmelblau")

    def __init__(self) -> None:
        """Nothing is to be seen yet."""
        super().__init__()
        self.turns = Turns(self)

    def show(self, surface: Surface, trajectory: Trajectory) -> None:
        """Announces both."""
        self.surface, self.trajectory = surface, trajectory
        self.surface_changed.emit(surface)
        self.trajectory_changed.emit(trajectory)


def bumpy(turn: float, size: int) -> Surface:
    """A surface of ``size`` by ``size`` points that changes with ``turn``."""
    x = np.linspace(-3, 3, size, dtype=np.float32)
    across, up = np.meshgrid(x, x)
    loss = 0.5 * (across**2 + up**2) + np.sin(3 * across + turn) * np.cos(2 * up) + 1.1
    return Surface(exact_plane(("weight 1", "weight 2")), x, x, loss.astype(np.float32))


def spiral(points: int) -> Trajectory:
    """A path of that many steps into the middle."""
    part = np.linspace(1, 0.05, points + 1, dtype=np.float32)
    weights = 2.5 * part[:, None] * np.stack([np.cos(30 * part), np.sin(30 * part)], 1)
    loss = (0.5 * (weights**2).sum(1) + 1).astype(np.float32)
    trajectory = Trajectory(weights[0], float(loss[0]))
    flat, none = np.zeros((points, 1), np.float32), np.zeros((0, 1), np.float32)
    batch = Steps(weights[1:, None], loss[1:, None], flat, flat, flat, np.zeros(0, np.int64), none, none, none, none)
    trajectory.append(batch)
    return trajectory


def wait(seconds: float) -> None:
    """Runs the event loop."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def until(happened: Callable[[], bool]) -> None:
    """Runs the event loop until something has happened, two minutes at most."""
    began = perf_counter()
    while not happened() and perf_counter() - began < 120:
        wait(0.005)


@contextmanager
def every(milliseconds: int, work: Callable[[], object]) -> Iterator[None]:
    """Does ``work`` again and again from the event loop."""
    timer = QTimer(interval=milliseconds)
    timer.timeout.connect(work)
    timer.start()
    yield
    timer.stop()


def gaps(seconds: float) -> dict[str, float]:
    """Percentiles of the time between two turns of the event loop, in milliseconds."""
    turns: list[float] = []
    with every(1, lambda: turns.append(perf_counter())):
        wait(seconds)
    found = 1000 * np.diff(turns)
    return {f"gap_p{part}_ms": float(np.percentile(found, part)) for part in (50, 90, 99)}


def turning(view: SurfaceView, seconds: float = SECONDS) -> tuple[float, dict[str, float]]:
    """Frames a second that are drawn while a mouse turns the view, and then the event loop's gaps meanwhile.

    One after the other: the thousand looks a second that find the gaps would take their share of the frames.
    """
    frames = view.canvas.frames
    with every(MOUSE_MS, lambda: view.look(view.camera.orbited(0.8, 0.0))):
        wait(0.5)
        count, began = frames.count, perf_counter()
        wait(seconds)
        rate = (frames.count - count) / (perf_counter() - began)
        return rate, gaps(seconds)


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = perf_counter, times: int = 15) -> float:
    """The median time that ``work`` takes."""
    taken = []
    for _ in range(times):
        began = clock()
        work()
        taken.append(clock() - began)
    return 1000 * median(taken)


def frame(view: SurfaceView) -> None:
    """What the window's thread does for one moving frame with a new path, without what it does not wait for."""
    frames = view.canvas.frames
    frames.resting = False
    view._refresh_paths()
    frames._place()
    frames._order()
    frames._timer.stop()
    while not frames._offscreen.ready():  # type: ignore[union-attr]
        sleep(0.001)
    frames._fetch()
    view.canvas.repaint()


def close(view: QWidget) -> None:
    """Gives a view back as a window does; as mere garbage, pyqtgraph's parts go in an order that ends the program."""
    view.close()
    view.deleteLater()
    wait(0.05)


def alone(size: int) -> Found:
    """The 3D view by itself, at ``size`` by ``size``."""
    stage: Any = Stage()
    view = SurfaceView(stage)
    view.resize(900, 700)
    view.show()
    surfaces, number = [bumpy(0.0, size), bumpy(2.0, size)], iter(range(10**9))
    stage.show(surfaces[0], spiral(2000))
    view.canvas.finish()
    found: Found = {"orbit_fps": turning(view)[0]}
    with every(300, lambda: stage.show(surfaces[next(number) % 2], stage.trajectory)):
        found["orbit_morph_fps"] = turning(view)[0]
    found["canvas_frame_ms"] = milliseconds(lambda: frame(view))
    found["canvas_frame_cpu_ms"] = milliseconds(lambda: frame(view), thread_time)
    found["surface_update_ms"] = milliseconds(lambda: view.catch_up())
    found["still_frame_ms"] = milliseconds(view.canvas.finish, times=5)
    close(view)
    return {f"{name}_{size}": value for name, value in found.items()}


def long_path() -> Found:
    """A path of a million steps: frames as quick, and memory bounded."""
    stage: Any = Stage()
    view = SurfaceView(stage)
    view.resize(900, 700)
    view.show()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    stage.show(bumpy(0.0, 101), spiral(LONG))
    view.canvas.finish()
    found: Found = {"million_orbit_fps": turning(view)[0]}
    found["million_frame_cpu_ms"] = milliseconds(lambda: frame(view), thread_time)
    found["million_memory_mb"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 2**10
    close(view)
    return found


def flat() -> Found:
    """The map by itself."""
    stage: Any = Stage()
    view = MapView(stage)
    view.resize(900, 700)
    view.show()
    stage.show(bumpy(0.0, 101), spiral(2000))
    found: Found = {"map_surface_ms": milliseconds(view.catch_up)}
    found["map_path_frame_ms"] = milliseconds(lambda: (view._refresh_paths(), view.grab()))
    close(view)
    return found


def training() -> Found:
    """The whole window while a network trains as fast as it can."""
    from gdviz.app.settings import Settings
    from gdviz.app.start import Program

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as home:
        program = Program(application, TRAINED, Settings(Path(home)))
        session, window = program.session, program.window
        window.show()
        until(lambda: session.state == "ready")
        session.set_pace(0)
        session.start()
        until(lambda: session.trajectory is not None and session.trajectory.count > 500)
        found: Found = {f"training_{name}": value for name, value in gaps(SECONDS).items()}
        view = window.surface
        if view is not None:
            fps, moving = turning(view)
            found["training_orbit_fps"] = fps
            found.update({f"training_orbit_{name}": value for name, value in moving.items()})
            found["training_steps"] = float(session.trajectory.count if session.trajectory else 0)
        window.pictures.prefer("map")
        wait(0.5)
        found.update({f"training_map_{name}": value for name, value in gaps(SECONDS).items()})
        # The slider's stability mark is measured where it is drawn: see bench_curvature.
        window.close()
    return found


def measured() -> Found:
    """Everything, one after the other."""
    found: Found = {"renderer": renderer_name()}
    for size in SIZES:
        found.update(alone(size))
    for part in (long_path, flat, training):
        found.update(part())
    return found


def main(json_path: str | None = None) -> None:
    """Prints what was measured, and writes it to ``json_path`` if one is given."""
    from gdviz.app.start import make_application

    application = QApplication.instance() or make_application()
    found = measured()
    for name, value in found.items():
        print(f"{name:28} {value if isinstance(value, str) else f'{value:.1f}'}")
    if json_path is not None:
        with open(json_path, "w", encoding="utf-8") as file:
            json.dump(found, file, indent=2)
    del application


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
