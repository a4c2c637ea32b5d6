"""Work of which only the newest request matters: surfaces, curvature, loading."""

from collections.abc import Callable, Iterator
from threading import Condition
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from gdviz.worker.modesty import step_back

Job = Callable[[], Iterator[Any]]


class Latest(QThread):
    """Runs one job at a time; a newer request replaces one that waits and cuts short the one that runs.

    A job is a function that returns an iterator; each thing it yields goes out as `ready`.

    Args:
        parent: The Qt parent.
    """

    ready = Signal(int, object)
    """Request number and one result."""
    done = Signal(int)
    """Request number: the job came to its end and nothing newer waits."""
    failed = Signal(int, object)
    """Request number and the exception that ended the job."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Does not start the thread yet; call ``start``."""
        super().__init__(parent)
        self._condition = Condition()
        self._job: Job | None = None
        self._number = 0
        self._stopping = False

    def request(self, job: Job) -> int:
        """Asks for ``job`` instead of whatever was asked for before; returns its number."""
        with self._condition:
            self._job = job
            self._number += 1
            self._condition.notify()
            return self._number

    def stop(self) -> None:
        """Ends the thread after the result under way. Returns at once."""
        with self._condition:
            self._stopping = True
            self._condition.notify()

    def run(self) -> None:
        """The thread itself; called by Qt."""
        step_back()
        while (taken := self._next()) is not None:
            number, job = taken
            try:
                self._work(number, job)
            except Exception as error:  # noqa: BLE001  (whatever it is, it must reach the window)
                self.failed.emit(number, error)

    def _next(self) -> tuple[int, Job] | None:
        """Waits for a job; None to stop."""
        with self._condition:
            while self._job is None and not self._stopping:
                self._condition.wait()
            if self._stopping or self._job is None:
                return None
            job, self._job = self._job, None
            return self._number, job

    def _work(self, number: int, job: Job) -> None:
        for result in job():
            self.ready.emit(number, result)
            if self._stopping or self._job is not None:
                return
        self.done.emit(number)
