"""Small landscapes and runs made of plain numpy, and a session that only announces."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from gdviz.core.anatomy import Anatomy
from gdviz.core.experiment import Experiment
from gdviz.core.plane import Plane, Surface, exact_plane
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.worker.turns import Turns

Function = Callable[[np.ndarray], np.ndarray]


class Announcer(QObject):
    """What the pictures of a landscape see of a session: signals, and the values they announce."""

    surface_changed = Signal(object)
    trajectory_changed = Signal(object)
    shown_step_changed = Signal(object)
    runners_changed = Signal(object)
    anatomy_changed = Signal(object)

    def __init__(
        self,
        surface: Surface | None = None,
        trajectory: Trajectory | None = None,
        experiment: Experiment | None = None,
    ) -> None:
        super().__init__()
        self.turns = Turns(self)
        self.surface, self.trajectory = surface, trajectory
        self.shown_step: int | None = None
        self.runners: tuple[Runner, ...] = ()
        self.anatomy: Anatomy | None = None
        self.experiment = experiment or Experiment("himmelblau")

    def set_experiment(self, experiment: Experiment) -> None:
        """Takes it without a question."""
        self.experiment = experiment

    def show_step(self, step: int | None) -> None:
        """Has an earlier step shown."""
        self.shown_step = step
        self.shown_step_changed.emit(step)

    def race(self, *trajectories: Trajectory, hidden: int | None = None) -> None:
        """Announces other runs, one of them perhaps hidden."""
        self.runners = tuple(
            Runner(f"run {mark}", self.experiment, path, mark, mark != hidden) for mark, path in enumerate(trajectories)
        )
        self.runners_changed.emit(self.runners)

    def dissect(self, anatomy: Anatomy | None) -> None:
        """Announces a step taken apart, as one that leads on from where the ball is."""
        at = self.trajectory.count if self.shown_step is None and self.trajectory is not None else self.shown_step
        self.anatomy = anatomy if anatomy is None else replace(anatomy, step=at)
        self.anatomy_changed.emit(self.anatomy)

    def show(self, surface: Surface | None, trajectory: Trajectory | None) -> None:
        """Announces both, as the session does."""
        self.surface, self.trajectory = surface, trajectory
        self.surface_changed.emit(surface)
        self.trajectory_changed.emit(trajectory)


def bowl(weights: np.ndarray) -> np.ndarray:
    """Loss of two weights, lowest at (1, -0.5)."""
    return np.asarray((weights[0] - 1) ** 2 + 2 * (weights[1] + 0.5) ** 2)


def surface_of(loss: Function | np.ndarray, reach: float = 3.0, size: int = 41) -> Surface:
    """A landscape of two weights between -reach and reach, from a function or as given."""
    if isinstance(loss, np.ndarray):
        y, x = (np.linspace(-reach, reach, n, dtype=np.float32) for n in loss.shape)
        return Surface(exact_plane(("weight", "bias")), x, y, loss.astype(np.float32))
    x = np.linspace(-reach, reach, size, dtype=np.float32)
    return Surface(exact_plane(("weight", "bias")), x, x, loss(np.array(np.meshgrid(x, x))).astype(np.float32))


def line_of(loss: Function, low: float, high: float, size: int = 201) -> Surface:
    """A landscape of one weight."""
    x = np.linspace(low, high, size, dtype=np.float32)
    return Surface(exact_plane(("weight",)), x, np.zeros(0, np.float32), loss(x).astype(np.float32))


def slice_of(surface: Surface, share: float, miss: float) -> Surface:
    """The same picture as if it were a slice through three weights."""
    origin, directions = np.zeros(3, np.float32), np.eye(3, dtype=np.float32)[:2]
    plane = Plane(origin, directions, "pca", ("direction 1", "direction 2"), share)
    return Surface(plane, surface.x, surface.y, surface.loss, miss)


def run_of(weights: np.ndarray, losses: np.ndarray) -> Trajectory:
    """A run that went through ``weights`` ``[T, P]`` with ``losses`` ``[T]``."""
    weights, losses = np.asarray(weights, np.float32), np.asarray(losses, np.float32)
    trajectory = Trajectory(weights[0], float(losses[0]))
    if len(weights) > 1:
        flat, none = np.zeros((len(weights) - 1, 1), np.float32), np.zeros((0, 1), np.float32)
        ends = np.zeros(0, np.int64)
        trajectory.append(Steps(weights[1:, None], losses[1:, None], flat, flat, flat, ends, none, none, none, none))
    return trajectory


def run_down(loss: Function, points: list[tuple[float, float]]) -> Trajectory:
    """A run through those points, with the losses that the landscape has there."""
    weights = np.array(points)
    return run_of(weights, np.array([loss(point) for point in weights]))


def step_of(
    weights: tuple[float, ...], gradient: tuple[float, ...], rate: float, momentum: tuple[float, ...] | None = None
) -> Anatomy:
    """A step from ``weights`` down ``gradient``, and on by ``momentum``."""
    here, slope = np.array(weights, np.float32), np.array(gradient, np.float32)
    carried = None if momentum is None else np.array(momentum, np.float32)
    after = here - np.float32(rate) * slope + (0 if carried is None else carried)
    return Anatomy(0, "sgd", here, slope, carried, after, rate, (), (), (), {})
