"""One piece of work behind the window's back, with progress and cancel: an export, an autosave, a look at a file."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from gdviz.worker.modesty import step_back

Work = Callable[[], Iterator[Any]]
"""Makes an iterator that does the work; each thing it yields goes out as `Job.progress`, the last one as the result.

Closing it must leave nothing half done: that is what `Job.cancel` comes to.
"""


class Job(QThread):
    """Does one piece of work and ends.

    Args:
        work: What to do.
        parent: The Qt parent.
    """

    progress = Signal(object)
    """Whatever the work yields."""
    done = Signal(object)
    """The work came to its end; the last thing it yielded, or None."""
    failed = Signal(object)
    """The exception that ended it."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        """Does not start yet; call ``start``."""
        super().__init__(parent)
        self._work = work
        self._last: Any = None
        self.cancelled = False
        """Whether it was told to stop; Qt's own mark is gone once the thread is."""

    def cancel(self) -> None:
        """Ends the work after what it is doing just now; then only Qt's ``finished`` is heard. Returns at once."""
        self.cancelled = True

    def run(self) -> None:
        """The thread itself; called by Qt."""
        step_back()
        try:
            self._drive()
        except Exception as error:  # noqa: BLE001  (whatever it is, it must reach the window)
            if not self.cancelled:
                self.failed.emit(error)

    def _drive(self) -> None:
        steps = self._work()
        try:
            for self._last in steps:
                if self.cancelled:
                    return
                self.progress.emit(self._last)
        finally:
            close = getattr(steps, "close", None)
            if close is not None:
                close()
        self.done.emit(self._last)
