"""The timeline: any step of a run can be looked at again, played, and branched off."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from support.landscapes import run_of
from support.sessions import BOWL, ready_session
from support.waiting import until_state

from gdviz.engine.entries import settings
from gdviz.views.theme import load_theme
from gdviz.views.timeline import SPEEDS, Timeline
from gdviz.worker.session import Session


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with ready_session(qtbot) as session:
        yield session


@pytest.fixture
def timeline(qtbot: Any, session: Session) -> Timeline:
    timeline = Timeline(session)
    qtbot.addWidget(timeline)
    timeline.set_theme(load_theme("light"))
    timeline.show()
    return timeline


def test_before_a_run_it_says_what_to_do(timeline: Timeline) -> None:
    assert "Train" in timeline.where.text()
    assert not timeline.slider.isEnabled()
    assert not timeline.branch.isEnabled()


def test_it_goes_to_any_step_and_back_to_the_newest(timeline: Timeline, session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    assert (timeline.slider.maximum(), timeline.slider.value()) == (40, 40)
    timeline.back()
    timeline.back()
    assert session.shown_step == 38
    timeline.slider.setValue(7)
    assert session.shown_step == 7
    assert timeline.where.text().startswith("Step 7 / 40")
    assert f"{session.trajectory.loss[7]:.4g}" in timeline.where.text()
    timeline.forward()
    assert session.shown_step == 8
    timeline.buttons["newest"].click()
    assert session.shown_step is None
    assert timeline.slider.value() == 40


def test_a_loss_that_was_not_measured_is_not_told(timeline: Timeline, session: Session) -> None:
    trajectory = run_of(np.zeros((4, 1)), np.array([9.0, np.nan, 4.0, np.nan]))
    assert session.restore(BOWL, trajectory)
    told = {}
    for step in (1, 2):
        session.show_step(step)
        told[step] = timeline.where.text()
    assert told == {1: "Step 1 / 3", 2: "Step 2 / 3  \u00b7  loss 4"}


def test_playing_shows_the_run_in_order_to_its_end(timeline: Timeline, session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    shown: list[int | None] = []
    session.shown_step_changed.connect(shown.append)
    timeline.speed.setCurrentIndex(len(SPEEDS) - 1)
    timeline.buttons["play"].click()
    qtbot.waitUntil(lambda: not timeline.playing, timeout=20_000)
    assert shown[0] == 0
    assert shown[-1] is None
    assert shown[:-1] == sorted(set(shown[:-1]))


def test_playing_goes_on_from_where_somebody_puts_it_and_can_be_held(
    timeline: Timeline, session: Session, qtbot: Any
) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    timeline.play()
    session.show_step(30)
    qtbot.waitUntil(lambda: session.shown_step != 30, timeout=20_000)
    assert session.shown_step is None or session.shown_step > 30
    timeline.play()
    assert not timeline.playing
    timeline.play()
    timeline.hide()
    assert not timeline.playing


def test_branching_is_offered_in_the_past_of_the_own_run_only(timeline: Timeline, session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    assert not timeline.branch.isEnabled()
    timeline.back()
    assert timeline.branch.isEnabled()
    timeline.branch.click()
    until_state(qtbot, session, "ready")
    assert session.trajectory.count == 39


def test_a_race_is_played_from_its_start_when_it_is_run(timeline: Timeline, session: Session, qtbot: Any) -> None:
    session.race(settings(BOWL, "learning_rate", [0.1, 0.2]))
    qtbot.waitUntil(lambda: timeline.playing, timeout=60_000)
    assert timeline.slider.maximum() == 40
    assert session.shown_step == 0
    timeline.newest()
    assert not timeline.playing
