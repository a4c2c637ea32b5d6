"""Frames a second of the 3D view while it turns, flows to new heights and gets a longer path, as in training."""

import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from gdviz.core.plane import Surface, exact_plane
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.views.map_view import MapView
from gdviz.views.opengl import renderer_name
from gdviz.views.surface_view import SurfaceView

SIZE = 101
FRAMES = 120
POINTS = 2000


class Stage(QObject):
    """Announces a surface and a trajectory, as the session does."""

    surface_changed = Signal(object)
    trajectory_changed = Signal(object)
    surface: Surface | None = None
    trajectory: Trajectory | None = None


def bumpy(turn: float) -> Surface:
    """A surface of `SIZE` by `SIZE` points that changes with ``turn``."""
    x = np.linspace(-3, 3, SIZE, dtype=np.float32)
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


def turning(view: SurfaceView, stage: Stage, morph: bool, path: bool) -> Callable[[int], None]:
    """One frame of work: turn the view; every eighth time a new surface, every time a new path."""
    surfaces, trajectory = [bumpy(0.0), bumpy(2.0)], spiral(POINTS)

    def frame(number: int) -> None:
        if morph and number % 8 == 0:
            stage.surface_changed.emit(surfaces[number // 8 % 2])
        if path:
            stage.trajectory_changed.emit(trajectory)
        view.look(view.camera.orbited(2.0, 0.0))
        view.canvas.repaint()

    return frame


def rate(work: Callable[[int], None], frames: int = FRAMES) -> float:
    """How often a second ``work`` gets done, the median over frames."""
    application = QApplication.instance()
    assert application is not None
    times = []
    for number in range(frames):
        began = perf_counter()
        work(number)
        application.processEvents()
        times.append(perf_counter() - began)
    return 1 / median(times[10:])


def milliseconds(work: Callable[[], object], times: int = 30) -> float:
    """The median time that ``work`` takes."""
    taken = []
    for _ in range(times):
        began = perf_counter()
        work()
        taken.append(perf_counter() - began)
    return 1000 * median(taken)


def still(view: SurfaceView) -> None:
    """One fine frame, as when everything has come to rest."""
    view.canvas.finish()
    view.canvas.grab()


def grown(view: MapView, trajectory: Trajectory) -> None:
    """One frame of the map with a new path."""
    view.set_trajectory(trajectory)
    view.grab()


def measured() -> dict[str, float | str]:
    """Opens both views and measures them."""
    stage: Any = Stage()
    view, flat = SurfaceView(stage), MapView(stage)
    for widget in (view, flat):
        widget.resize(900, 700)
        widget.show()
    surface, trajectory = bumpy(0.0), spiral(POINTS)
    stage.surface_changed.emit(surface)
    stage.trajectory_changed.emit(trajectory)
    found: dict[str, float | str] = {"renderer": renderer_name()}
    found["map_surface_ms"] = milliseconds(lambda: flat.set_surface(surface))
    found["map_path_frame_ms"] = milliseconds(lambda: grown(flat, trajectory))
    flat.hide()
    found["orbit_fps"] = rate(turning(view, stage, morph=False, path=False))
    found["orbit_morph_fps"] = rate(turning(view, stage, morph=True, path=False))
    found["orbit_morph_path_fps"] = rate(turning(view, stage, morph=True, path=True))
    found["path_update_ms"] = milliseconds(lambda: view.set_trajectory(trajectory))
    found["surface_update_ms"] = milliseconds(lambda: view.set_surface(surface))
    found["still_frame_ms"] = milliseconds(lambda: still(view), 12)
    view.close()
    return found


def main(json_path: str | None = None) -> None:
    """Prints what was measured, and writes it to ``json_path`` if one is given."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    found = measured()
    for name, value in found.items():
        print(f"{name:24} {value if isinstance(value, str) else f'{value:.1f}'}")
    if json_path is not None:
        with open(json_path, "w", encoding="utf-8") as file:
            json.dump(found, file, indent=2)
    del application


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
