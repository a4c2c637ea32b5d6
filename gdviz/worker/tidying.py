"""Python's collector, held to the window's own thread.

By itself it runs in whichever thread happens to make the most objects, for a third of a second once TensorFlow is
there; and a widget that goes in another thread than the window's takes timers with it that Qt keeps there.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500
"""From one look whether there is enough to collect to the next."""


class Tidying(QObject):
    """Collects garbage from the event loop, from `begin` to `end`.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QObject) -> None:
        """Leaves the collector as it is."""
        super().__init__(parent)
        self._settled = False
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._tidy)

    def begin(self) -> None:
        """From now on Python collects nothing by itself."""
        gc.disable()
        self._timer.start()

    def settle(self) -> None:
        """What is there the first time will stay, TensorFlow above all: it is looked through no more."""
        if not self._settled:
            self._settled = True
            gc.freeze()

    def end(self) -> None:
        """Python collects by itself again, and looks through everything."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @staticmethod
    def _tidy() -> None:
        """Collects the oldest of the three generations that are due, as Python itself would."""
        due = [
            age
            for age, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]
        if due:
            gc.collect(due[-1])
