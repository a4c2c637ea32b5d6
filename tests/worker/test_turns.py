"""One piece of work to a turn of the event loop."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from gdviz.worker.turns import Turns


class Owner(QObject):
    """Notes what it does."""

    def __init__(self, done: list[str]) -> None:
        super().__init__()
        self.done = done

    def sweep(self) -> None:
        """Work."""
        self.done.append("swept")

    def wash(self) -> None:
        """Other work."""
        self.done.append("washed")

    def fail(self) -> None:
        """Work that goes wrong."""
        self.done.append("failed")
        raise RuntimeError("the bucket leaks")


@pytest.fixture
def turns(qapp: QApplication) -> Turns:
    return Turns(qapp)


def test_each_waits_its_turn_and_is_done_once(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    owner = Owner(done)
    for work in (owner.sweep, owner.wash, owner.sweep):
        turns.add(owner, work)
    assert done == []
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["swept", "washed"]


def test_other_work_comes_between_two_turns(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    owner = Owner(done)
    turns.add(owner, owner.sweep)
    turns.add(owner, owner.wash)
    between = QTimer(interval=0)
    between.timeout.connect(lambda: done.append("looked"))
    between.start()
    qtbot.waitUntil(lambda: "washed" in done)
    between.stop()
    assert "looked" in done[done.index("swept") : done.index("washed")]


def test_what_is_asked_for_again_after_its_turn_is_done_again(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    owner = Owner(done)
    turns.add(owner, owner.sweep)
    qtbot.waitUntil(lambda: len(done) == 1)
    turns.add(owner, owner.sweep)
    qtbot.waitUntil(lambda: len(done) == 2)


def test_the_work_of_one_can_be_dropped_without_that_of_others(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    one, other = Owner(done), Owner(done)
    turns.add(one, one.sweep)
    turns.add(other, other.wash)
    turns.drop(one)
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["washed"]


def test_what_belonged_to_something_that_is_gone_is_not_done(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    one, other = Owner(done), Owner(done)
    turns.add(one, one.sweep)
    turns.add(other, other.wash)
    one.deleteLater()
    one.setProperty("gone", True)
    QApplication.sendPostedEvents(one, 0)
    qtbot.waitUntil(lambda: "washed" in done)
    assert done == ["washed"]


def test_what_cannot_wait_comes_first(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    owner = Owner(done)
    turns.add(owner, owner.sweep)
    turns.add(owner, owner.wash, first=True)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["washed", "swept"]


def test_once_stopped_nothing_is_done_or_taken(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    owner = Owner(done)
    turns.add(owner, owner.sweep)
    turns.stop()
    turns.add(owner, owner.wash)
    assert not turns._next.isActive()
    assert not turns._waiting


def test_a_failure_does_not_keep_others_from_their_turn(turns: Turns, qtbot: Any) -> None:
    done: list[str] = []
    owner = Owner(done)
    turns.add(owner, owner.fail)
    turns.add(owner, owner.wash)
    with qtbot.captureExceptions() as faults:
        qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["failed", "washed"]
    assert [str(fault[1]) for fault in faults] == ["the bucket leaks"]
