"""The laboratory's work: studies that train many runs beside the session's own, each in a thread of its own."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.engine.descent import Start
from gdviz.engine.race import race
from gdviz.engine.runtime import prepare
from gdviz.worker.latest import Latest

CALM = 0.08
"""Least seconds between two results that reach the window: pictures are looked at, not counted."""

Work = Callable[[], Iterator[Any]]


class Study(QObject):
    """One kind of study: the newest request counts, and whatever an older one still says is dropped.

    Args:
        parent: The Qt parent.
    """

    arrived = Signal(object)
    """The study so far, at most every `CALM` seconds, and the last one always."""
    ended = Signal(bool)
    """It came to its end (true), or was cancelled or failed."""
    failed = Signal(object)
    """The exception that ended it; `ended` follows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Does nothing yet; the first request starts the thread."""
        super().__init__(parent)
        self._request = 0
        self._thread = Latest(self)
        self._thread.ready.connect(self._on_ready)
        self._thread.done.connect(self._on_done)
        self._thread.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Whether one is under way."""
        return bool(self._request)

    def begin(self, work: Work) -> None:
        """Does ``work`` instead of whatever was under way.

        Args:
            work: Called in the thread; gives the study so far again and again.
        """
        if not self._thread.isRunning():
            self._thread.start()
        self._request = self._thread.request(lambda: _calmly(work))

    def cancel(self) -> None:
        """Stops it; what arrived stays with whoever took it."""
        if self._request:
            self._thread.request(lambda: iter(()))
            self._request = 0
            self.ended.emit(False)

    def stop(self) -> None:
        """Ends the thread after the turn under way. Returns at once; `wait` waits."""
        self._request = 0
        self._thread.stop()

    def wait(self) -> None:
        """Waits for the thread to be gone."""
        self._thread.wait()

    def _on_ready(self, number: int, result: Any) -> None:
        if number == self._request and result is not None:
            self.arrived.emit(result)

    def _on_done(self, number: int) -> None:
        if number == self._request:
            self._request = 0
            self.ended.emit(True)

    def _on_failed(self, number: int, error: Exception) -> None:
        if number == self._request:
            self._request = 0
            self.failed.emit(error)
            self.ended.emit(False)


class Studies(QObject):
    """All studies of a session, by name, made when they are first asked for.

    Args:
        parent: The Qt parent.
    """

    failed = Signal(object)
    """The exception that ended one of them."""
    trained = Signal(object)
    """`Runner`: the run that `lay_over` asked for, with its path."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begins without any."""
        super().__init__(parent)
        self._studies: dict[str, Study] = {}
        self.of("lay over").arrived.connect(self.trained)

    def of(self, name: str) -> Study:
        """The study called ``name``; there is one of each name."""
        if name not in self._studies:
            study = self._studies[name] = Study(self)
            study.failed.connect(self.failed)
        return self._studies[name]

    def lay_over(self, name: str, experiment: Experiment, mark: int) -> None:
        """Trains one run with its path; `trained` hands it over as runner number ``mark``, called ``name``."""
        self.of("lay over").begin(lambda: _whole(name, experiment, mark))

    def stop(self) -> None:
        """Ends all threads. Returns at once; `wait` waits."""
        for study in self._studies.values():
            study.stop()

    def wait(self) -> None:
        """Waits for all threads to be gone."""
        for study in self._studies.values():
            study.wait()


def _calmly(work: Work) -> Iterator[Any]:
    """The newest result of ``work`` every `CALM` seconds, and the last; TensorFlow is there before it begins.

    Where there is nothing new it is None, which goes nowhere, but lets the thread see that it is to stop.
    """
    prepare()
    due, held = 0.0, None
    for result in work():
        held = result if result is not None else held
        if perf_counter() >= due:
            yield held
            due, held = perf_counter() + CALM, None
    yield held


def _whole(name: str, experiment: Experiment, mark: int) -> Iterator[Runner | None]:
    """One run from its start to its end; None until it is there."""
    path: Trajectory | None = None
    for laps in race([experiment]):
        for lap in laps:
            if isinstance(lap.batch, Start):
                path = Trajectory(lap.batch.weights[0], float(lap.batch.loss[0]), float(lap.batch.val_loss[0]))
            elif path is not None:
                path.append(lap.batch)
        yield None
    assert path is not None, "a race begins with every start"
    yield Runner(name, experiment, path, mark)
