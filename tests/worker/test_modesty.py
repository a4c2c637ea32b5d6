"""Background threads are less urgent than the window's."""

import os
import sys
import threading

import pytest

from gdviz.worker.modesty import DRAWING, TRAINING, let_step_back, step_back

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="niceness of a thread is Linux's")


def _urgency(thread: int = 0) -> tuple[int, int]:
    return os.getpriority(os.PRIO_PROCESS, thread), os.sched_getscheduler(thread)


def test_a_thread_steps_back_and_those_that_it_starts_with_it() -> None:
    before, seen = _urgency(), []

    def work() -> None:
        step_back()
        seen.append(_urgency())
        inner = threading.Thread(target=lambda: seen.append(_urgency()))
        inner.start()
        inner.join()

    outer = threading.Thread(target=work)
    outer.start()
    outer.join()
    assert seen == [(TRAINING, os.SCHED_BATCH)] * 2
    assert _urgency() == before


def test_threads_are_found_by_their_names() -> None:
    known, end = threading.Event(), threading.Event()
    numbers: list[int] = []

    def work() -> None:
        with open("/proc/thread-self/comm", "w") as name:
            name.write("painter-1")
        numbers.append(threading.get_native_id())
        known.set()
        end.wait()

    painter = threading.Thread(target=work)
    painter.start()
    known.wait()
    before = _urgency()
    let_step_back("painter")
    found, here = _urgency(numbers[0]), _urgency()
    end.set()
    painter.join()
    assert found == (DRAWING, os.SCHED_BATCH)
    assert here == before
