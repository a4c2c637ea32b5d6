"""Only the newest request matters."""

from collections.abc import Iterator
from threading import Event
from typing import Any

from gdviz.worker.latest import Latest


def test_the_newest_of_many_requests_is_the_one_that_is_answered(qtbot: Any) -> None:
    worker, gate = Latest(), Event()
    got: list[tuple[int, Any]] = []
    worker.ready.connect(lambda number, result: got.append((number, result)))

    def first() -> Iterator[str]:
        yield "begun"
        gate.wait(10)
        yield "late"

    worker.start()
    worker.request(first)
    qtbot.waitUntil(lambda: len(got) == 1)
    worker.request(lambda: iter(["skipped"]))
    number = worker.request(lambda: iter(["newest"]))
    with qtbot.waitSignal(worker.done):
        gate.set()
    worker.stop()
    assert worker.wait(5000)
    assert got[0][1] == "begun"
    assert got[-1] == (number, "newest")
    assert "skipped" not in [result for _, result in got]


def test_a_job_that_fails_says_so_and_the_next_one_runs(qtbot: Any) -> None:
    worker = Latest()

    def broken() -> Iterator[int]:
        raise ZeroDivisionError("planted")
        yield 1

    worker.start()
    with qtbot.waitSignal(worker.failed) as failed:
        worker.request(broken)
    assert isinstance(failed.args[1], ZeroDivisionError)
    with qtbot.waitSignal(worker.ready) as ready:
        worker.request(lambda: iter([5]))
    assert ready.args[1] == 5
    worker.stop()
    assert worker.wait(5000)
