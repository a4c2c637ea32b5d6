"""Python's collector in the window's thread."""

import gc
import threading
import weakref
from typing import Any

from PySide6.QtCore import QObject

from gdviz.worker.tidying import Tidying


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self, found: list[int]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: found.append(threading.get_ident()))


def test_garbage_goes_in_the_threads_of_the_event_loop_only(qtbot: Any) -> None:
    owner, found = QObject(), list[int]()
    tidying = Tidying(owner)
    tidying.begin()
    try:
        Knot(found)
        # As many objects as would make Python collect, were it let.
        other = threading.Thread(target=lambda: [[number] for number in range(100_000)])
        other.start()
        other.join()
        assert found == []
        kept = [[number] for number in range(1000)]
        qtbot.waitUntil(lambda: bool(found))
        assert found == [threading.get_ident()]
        assert kept
    finally:
        tidying.end()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
