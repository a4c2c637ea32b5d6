"""Studies: the newest counts, cancelling is at once, failures are told, and a run can be laid over the surface."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from support.waiting import PATIENCE

from gdviz.errors import UserError
from gdviz.worker.session import Session
from gdviz.worker.studies import Study


@pytest.fixture
def study(session: Session) -> Study:
    return session.studies.of("a study")


def heard(study: Study) -> tuple[list[Any], list[bool]]:
    """What arrives, and how it ends."""
    arrived: list[Any] = []
    ended: list[bool] = []
    study.arrived.connect(arrived.append)
    study.ended.connect(ended.append)
    return arrived, ended


def test_the_last_result_always_arrives(study: Study, qtbot: Any) -> None:
    arrived, ended = heard(study)
    study.begin(lambda: iter(range(1000)))
    assert study.busy
    qtbot.waitUntil(lambda: bool(ended), timeout=PATIENCE)
    assert ended == [True]
    assert arrived[-1] == 999
    assert len(arrived) < 1000
    assert not study.busy


def test_the_newest_counts(study: Study, qtbot: Any) -> None:
    arrived, ended = heard(study)
    study.begin(lambda: endless(threading.Event()))
    study.begin(lambda: iter(["new"]))
    qtbot.waitUntil(lambda: ended == [True], timeout=PATIENCE)
    assert arrived == ["new"]


def endless(turned: threading.Event) -> Iterator[None]:
    while True:
        turned.set()
        yield None


def test_cancelled_it_is_over_at_once_and_nothing_more_arrives(study: Study, qtbot: Any) -> None:
    arrived, ended = heard(study)
    turned = threading.Event()
    study.begin(lambda: endless(turned))
    qtbot.waitUntil(turned.is_set, timeout=PATIENCE)
    study.cancel()
    assert ended == [False]
    assert not study.busy
    study.cancel()
    assert ended == [False]
    assert arrived == []
    study.begin(lambda: iter(["later"]))
    qtbot.waitUntil(lambda: arrived == ["later"], timeout=PATIENCE)


def failing(error: Exception) -> Iterator[None]:
    yield None
    raise error


def test_a_failure_is_told_by_the_session(session: Session, study: Study, qtbot: Any) -> None:
    _, ended = heard(study)
    said: list[str] = []
    crashes: list[Exception] = []
    session.problem.connect(said.append)
    session.crashed.connect(crashes.append)
    study.begin(lambda: failing(UserError("It was wrong", "something right")))
    qtbot.waitUntil(lambda: ended == [False], timeout=PATIENCE)
    assert "It was wrong" in said[0]
    study.begin(lambda: failing(ZeroDivisionError()))
    qtbot.waitUntil(lambda: bool(crashes), timeout=PATIENCE)
    assert isinstance(crashes[0], ZeroDivisionError)


def test_a_run_laid_over_stands_beside_those_that_are_there(session: Session, qtbot: Any) -> None:
    session.lay_over("Faster", replace(session.experiment, learning_rate=0.3))
    qtbot.waitUntil(lambda: len(session.runners) == 1, timeout=PATIENCE)
    session.lay_over("Slower", replace(session.experiment, learning_rate=0.01))
    qtbot.waitUntil(lambda: len(session.runners) == 2, timeout=PATIENCE)
    assert [(runner.name, runner.mark) for runner in session.runners] == [("Faster", 0), ("Slower", 1)]
    assert session.runners[0].trajectory.count == session.experiment.epochs


def test_a_run_on_another_surface_is_not_laid_over(session: Session, qtbot: Any) -> None:
    said: list[str] = []
    session.problem.connect(said.append)
    session.lay_over("Elsewhere", replace(session.experiment, landscape="double_well"))
    assert "another surface" in said[0]
    assert session.runners == ()
