"""Surfaces of the session's landscape, computed behind its back: the newest request wins."""

import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from gdviz.core.diagnosis import diagnose
from gdviz.core.experiment import Experiment
from gdviz.core.plane import Surface
from gdviz.core.plane_kinds import PlaneRequest
from gdviz.core.trajectory import Trajectory
from gdviz.engine.runtime import prepare
from gdviz.engine.surface import surfaces
from gdviz.worker.latest import Latest
from gdviz.worker.turns import Turns

POINTS = 300
"""Points of each path that the plane is fitted to."""

PAUSE = 0.5
"""Least seconds between two surfaces of a running run: the processor has to train and paint as well."""


class Survey(QObject):
    """One thread that first brings TensorFlow and then computes surfaces.

    Args:
        turns: When surfaces are announced.
        parent: The Qt parent.
    """

    loaded = Signal()
    """TensorFlow is there."""
    surface_changed = Signal(object)
    """`Surface` or None."""
    rested = Signal()
    """The surface asked for is complete."""
    failed = Signal(object)
    """The exception that ended a surface."""
    not_loaded = Signal(object)
    """The exception that kept TensorFlow away."""

    def __init__(self, turns: Turns, parent: QObject | None = None) -> None:
        """Does nothing yet; `load` starts the thread."""
        super().__init__(parent)
        self._turns = turns
        self._surface: Surface | None = None
        self.is_loaded = False
        self._loading = self._request = self._ended = 0
        self._due = 0.0
        self._seen: list[tuple[object, int]] = []
        self._thread = Latest(self)
        self._thread.ready.connect(self._on_ready)
        self._thread.done.connect(self._on_done)
        self._thread.failed.connect(self._on_failed)

    @property
    def surface(self) -> Surface | None:
        """The newest surface."""
        return self._surface

    @property
    def idle(self) -> bool:
        """Whether no surface is being computed."""
        return not self._request

    @property
    def due(self) -> bool:
        """Whether a running run may ask for its next surface."""
        return self.idle and time.monotonic() > self._due

    def load(self, modules: Sequence[str] = ()) -> None:
        """Brings TensorFlow; before it, imports ``modules``."""
        self._thread.start()
        self._loading = self._thread.request(lambda: _loading(modules))

    def forget(self) -> None:
        """There is no surface any more, and none under way is wanted."""
        self._turns.drop(self)
        self._surface, self._request, self._seen = None, 0, []
        self.surface_changed.emit(None)

    def look(self, experiment: Experiment, paths: Sequence[Trajectory], plane: PlaneRequest) -> None:
        """Asks for the surface around some paths, unless it is there already.

        Args:
            experiment: Whose landscape.
            paths: One or more trajectories on it; the plane goes through the start of the first and the end of the
                last.
            plane: Which plane.
        """
        seen: list[tuple[object, int]] = [(plane, 0), *((path, path.count) for path in paths)]
        if seen == self._seen:
            return
        points = [path.thinned(POINTS) for path in paths]
        weights = np.concatenate([weights for _, weights, _ in points])
        losses = np.concatenate([losses for _, _, losses in points])
        like = self.surface.plane if self.surface is not None else None
        self._seen = seen
        if len(weights):
            self._request = self._thread.request(lambda: surfaces(experiment, weights, losses, like, request=plane))

    def stop(self) -> None:
        """Ends the thread after the result under way. Returns at once; `wait` waits."""
        self._thread.stop()

    def wait(self) -> None:
        """Waits for the thread to be gone."""
        self._thread.wait()

    def _on_ready(self, number: int, result: Any) -> None:
        if number == self._loading:
            self._loading, self.is_loaded = 0, True
            self.loaded.emit()
        elif number == self._request:
            self._surface = result
            self._turns.add(self, self._announce)

    def _announce(self) -> None:
        self.surface_changed.emit(self._surface)

    def _on_done(self, number: int) -> None:
        self._ended = number
        self._turns.add(self, self._rest)

    def _rest(self) -> None:
        """The job is done, unless another was asked for meanwhile."""
        if self._ended == self._request:
            self._request = 0
            self._due = time.monotonic() + PAUSE
            self.rested.emit()

    def _on_failed(self, number: int, error: Exception) -> None:
        if number == self._loading:
            self.not_loaded.emit(error)
        elif number == self._request:
            self._request = 0
            self.failed.emit(error)


def _loading(modules: Sequence[str]) -> Iterator[bool]:
    """The job that loads TensorFlow; and what the doctor knows, which he else reads when the first epochs are drawn."""
    for module in modules:
        import_module(module)
    prepare()
    diagnose({"loss": np.geomspace(1.0, 0.1, 12)}, learning_rate=0.01, optimizer="adam")
    yield True
