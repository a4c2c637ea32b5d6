"""A process and those that it started: on Windows, Python in a virtual environment is one of these itself."""

from contextlib import suppress

import psutil


def memory_of(process_id: int) -> int:
    """Bytes of memory that they hold together; those that are gone hold none."""
    held = 0
    for each in _family(process_id):
        with suppress(psutil.Error):
            held += each.memory_info().rss
    return held


def end_children(process_id: int) -> None:
    """Ends all that the process started."""
    for each in _family(process_id)[1:]:
        with suppress(psutil.Error):
            each.kill()


def _family(process_id: int) -> list[psutil.Process]:
    if process_id <= 0:
        # A process that has ended has no number; the process 0 is the system's own, and everything descends from it.
        return []
    try:
        own = psutil.Process(process_id)
        return [own, *own.children(recursive=True)]
    except psutil.Error:
        return []
