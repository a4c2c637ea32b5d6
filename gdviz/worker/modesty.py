"""Background threads step back, so that the window moves while two cores are fully at work.

Only Linux counts niceness for each thread and not for each process; elsewhere this does nothing. There Qt's own
``QThread.setPriority`` works, which on Linux it does not.
"""

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path

TRAINING = 10
"""How much less urgent than the window training is. Threads that it starts, TensorFlow's among them, are as modest."""

DRAWING = 5
"""The same of threads that draw the 3D view where there is no graphics card: keys come first, yet frames do come."""


def step_back() -> None:
    """Makes the calling thread, and those that it starts from now on, less urgent than the window's."""
    if sys.platform.startswith("linux"):
        _yield(threading.get_native_id(), TRAINING)


def let_step_back(name: str) -> None:
    """Makes those threads of this process less urgent whose name begins with ``name``: a driver starts its own."""
    if sys.platform.startswith("linux"):
        for thread in Path("/proc/self/task").iterdir():
            # A thread may be gone by now.
            with suppress(OSError):
                if (thread / "comm").read_text().startswith(name):
                    _yield(int(thread.name), DRAWING)


def _yield(thread: int, niceness: int) -> None:
    """A batch thread that wakes up waits for the one that runs. What the system forbids stays as it was."""
    with suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, thread, niceness)
        os.sched_setscheduler(thread, os.SCHED_BATCH, os.sched_param(0))
