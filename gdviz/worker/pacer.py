"""Work that comes again and again, spaced so that it leaves time for other work."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal


class Pacer(QObject):
    """Has something done soon, and the sooner the less it costs.

    Args:
        share: It is done no sooner after the last time than this many times what that took: the rest of the time is
            for other work.
        parent: The Qt parent.
    """

    due = Signal()
    """Now it is to be done; whoever does it says by `spent` what it took."""

    def __init__(self, share: float, parent: QObject) -> None:
        """Nothing is due."""
        super().__init__(parent)
        self._share, self._next = share, 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.due)

    def ask(self) -> None:
        """Emits `due` at once if it may, else as soon as it may; asked twice meanwhile, once."""
        wait = self._next - perf_counter()
        if wait <= 0:
            self._timer.stop()
            self.due.emit()
        elif not self._timer.isActive():
            self._timer.start(round(1000 * wait) + 1)

    def spent(self, seconds: float) -> None:
        """What it took this time."""
        self._next = perf_counter() + self._share * seconds

    def stop(self) -> None:
        """Nothing is due any more."""
        self._timer.stop()
