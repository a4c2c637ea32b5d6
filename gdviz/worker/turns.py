"""One piece of work to a turn of the event loop, so that the window answers between one and the next."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid


class Turns(QObject):
    """A queue of small work for the window's own thread.

    Qt does all that is due in one turn of its event loop, and a key that is pressed meanwhile waits for all of it.
    What each takes is little; what they take together is seen. So work that need not be done at once waits its turn.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QObject) -> None:
        """Nothing is to be done."""
        super().__init__(parent)
        self._stopped = False
        self._waiting: deque[tuple[QObject, Callable[[], object]]] = deque()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._on_next)

    def add(self, owner: QObject, work: Callable[[], object], first: bool = False) -> None:
        """Has ``work`` done after all that waits already; asked again before that, it is done once.

        Args:
            owner: Once it is deleted, its work is dropped.
            work: A bound method, so that it is known again.
            first: Whether it is next, before all that waits already.
        """
        if not self._stopped and (owner, work) not in self._waiting:
            put = self._waiting.appendleft if first else self._waiting.append
            put((owner, work))
            self._next.start()

    def drop(self, owner: QObject) -> None:
        """Forgets what ``owner`` wanted."""
        self._waiting = deque(each for each in self._waiting if each[0] is not owner)

    def stop(self) -> None:
        """Does nothing any more."""
        self._stopped = True
        self._waiting.clear()
        self._next.stop()

    def _on_next(self) -> None:
        """Does what has waited longest. The next is arranged first, in case it fails."""
        if not self._waiting:
            return
        owner, work = self._waiting.popleft()
        if self._waiting:
            self._next.start()
        if isValid(owner):
            work()
