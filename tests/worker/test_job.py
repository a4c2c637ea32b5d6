from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from support.waiting import PATIENCE

from gdviz.worker.job import Job


def heard(job: Job) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {"progress": [], "done": [], "failed": []}
    for name, said in found.items():
        getattr(job, name).connect(said.append)
    return found


def test_progress_then_the_last_thing_is_the_result(qtbot: Any) -> None:
    job = Job(lambda: iter([0.5, 1.0, "result"]))
    found = heard(job)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        job.start()
    assert found == {"progress": [0.5, 1.0, "result"], "done": ["result"], "failed": []}


def test_cancelled_it_tidies_up_and_says_nothing_more(qtbot: Any) -> None:
    go, tidied = Event(), Event()

    def work() -> Iterator[int]:
        try:
            yield 1
            go.wait()
            yield 2
            pytest.fail("it went on")
        finally:
            tidied.set()

    job = Job(work)
    found = heard(job)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        job.start()
        qtbot.waitUntil(lambda: found["progress"] == [1])
        job.cancel()
        go.set()
    assert tidied.is_set()
    assert found == {"progress": [1], "done": [], "failed": []}


def test_a_failure_is_handed_on(qtbot: Any) -> None:
    def work() -> Iterator[int]:
        yield 1
        raise OSError("full")

    job = Job(work)
    found = heard(job)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        job.start()
    assert [str(error) for error in found["failed"]] == ["full"]
    assert not found["done"]
