"""Background threads step back, so that the window moves while two cores are fully at work."""

import contextlib
import os
import sys
import threading

NICENESS = 10
"""How much less urgent than the window; Linux counts niceness for each thread, not only for each process."""


def step_back() -> None:
    """Makes the calling thread less urgent than the window's, where the system knows such a thing for threads.

    On Windows and macOS it does nothing: there Qt's own ``QThread.setPriority`` works, which on Linux it does not.
    Threads that this one starts, TensorFlow's among them, are as modest.
    """
    if sys.platform.startswith("linux"):
        # A system that forbids it leaves things as they were; only the smoothness is less.
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
