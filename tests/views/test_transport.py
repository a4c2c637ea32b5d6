"""Train, Pause, Step, Reset: what can be pressed when, and what it is called then."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from support.sessions import quiet_session
from support.waiting import until_state, until_steps

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.views.theme import load_theme
from gdviz.views.transport import PACES, Transport
from gdviz.worker.session import STATES, Session

BUTTONS = ("train", "pause", "step", "reset")
CAN = {
    "loading": {"train"},
    "preparing": {"train"},
    "ready": {"train", "step"},
    "running": {"pause", "step", "reset"},
    "paused": {"train", "step", "reset"},
    "finished": {"train", "reset"},
    "failed": {"train", "reset"},
}
CALLED = {
    "loading": "Train",
    "preparing": "Train",
    "ready": "Train",
    "running": "Training",
    "paused": "Go on",
    "finished": "Train again",
    "failed": "Train again",
}


def run_of(steps: int, per_epoch: int) -> Trajectory:
    """A run that has taken so many steps."""
    trajectory = Trajectory(np.zeros(1, np.float32), 1.0)
    column = np.ones((steps, 1), np.float32)
    ends = np.arange(per_epoch, steps + 1, per_epoch)
    mean = np.ones((len(ends), 1), np.float32)
    trajectory.append(Steps(column[:, :, None], *[column] * 4, ends, *[mean] * 4))
    return trajectory


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with quiet_session(pace=150.0) as session:
        yield session


@pytest.fixture
def transport(session: Session, qtbot: Any) -> Transport:
    transport = Transport(session)
    transport.set_theme(load_theme("dark"))
    qtbot.addWidget(transport)
    return transport


def can(transport: Transport) -> set[str]:
    """Which buttons can be pressed."""
    return {name for name in BUTTONS if getattr(transport, name).isEnabled()}


@pytest.mark.parametrize("state", STATES)
def test_in_each_state_there_is_offered_what_can_be_done(transport: Transport, session: Session, state: str) -> None:
    session._training._set_state(state)
    assert can(transport) == CAN[state]
    assert transport.train.text() == CALLED[state]


@pytest.mark.parametrize("state", ["loading", "preparing"])
def test_what_was_asked_for_early_can_be_taken_back(transport: Transport, session: Session, state: str) -> None:
    session._training._set_state(state)
    transport.train.click()
    assert session.waiting
    assert transport.train.text() == "Starting \u2026"
    assert can(transport) == {"pause"}
    transport.pause.click()
    assert not session.waiting
    assert can(transport) == {"train"}


def test_every_speed_is_a_notch_and_reaches_the_session(transport: Transport, session: Session) -> None:
    assert transport.speed.value() == PACES.index(150.0)
    for notch, pace in enumerate(PACES):
        transport.speed.setValue(notch)
        assert session.pace == pace
        assert transport.speed.value() == notch
        said = f"{pace:g} steps a second" if pace else "as fast as it can"
        assert transport._speed_text.text() == said
        assert transport.speed.toolTip() == f"Speed: {said}"


@pytest.mark.parametrize(("pace", "notch"), [(1.0, 0), (4.0, 1), (120.0, 4), (1e6, 5), (0.0, 6)])
def test_a_speed_between_the_notches_is_shown_at_the_nearest(
    transport: Transport, session: Session, pace: float, notch: int
) -> None:
    session.set_pace(pace)
    assert transport.speed.value() == notch
    assert session.pace == pace


def test_it_says_how_far_a_run_has_come(transport: Transport, session: Session) -> None:
    assert transport.progress.text() == "\u2013"
    session.trajectory_changed.emit(run_of(0, 15))
    assert transport.progress.text() == "Epoch 0 of 60  \u00b7  step 0"
    session.trajectory_changed.emit(run_of(1507, 15))
    assert transport.progress.text() == "Epoch 100 of 60  \u00b7  step 1,507"
    session.choose_landscape("square")
    session.trajectory_changed.emit(run_of(7, 1))
    assert transport.progress.text() == "Step 7 of 20"
    session.trajectory_changed.emit(None)
    assert transport.progress.text() == "\u2013"


def test_more_epochs_are_told_at_once(transport: Transport, session: Session) -> None:
    session._training._trajectory = run_of(900, 15)
    session.trajectory_changed.emit(session.trajectory)
    session.set_experiment(replace(Experiment(), epochs=120))
    assert transport.progress.text() == "Epoch 60 of 120  \u00b7  step 900"


def test_everything_has_a_name_a_key_and_a_picture(transport: Transport) -> None:
    assert transport.accessibleName() == "Run"
    assert transport.speed.accessibleName() == "Speed: 150 steps a second"
    for name in BUTTONS:
        button = getattr(transport, name)
        assert button.accessibleName()
        assert "(Ctrl+" in button.toolTip()
        assert not button.icon().isNull()


@pytest.fixture
def living(qtbot: Any) -> Iterator[Session]:
    """A session that trains a bowl, slowly."""
    session = Session(Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=200), pace=50.0)
    yield session
    session.close()


@pytest.mark.slow
def test_a_run_is_driven_with_the_buttons(living: Session, qtbot: Any) -> None:
    session, transport = living, Transport(living)
    qtbot.addWidget(transport)
    session.load()
    until_state(qtbot, session, "ready")

    def press(name: str) -> None:
        qtbot.mouseClick(getattr(transport, name), Qt.MouseButton.LeftButton)

    press("step")
    until_steps(qtbot, session, 1)
    assert session.state == "paused"
    press("train")
    assert session.state == "running"
    assert can(transport) == CAN["running"]
    until_steps(qtbot, session, 3)
    press("pause")
    held = session.trajectory.count
    assert (session.state, can(transport)) == ("paused", CAN["paused"])
    transport.speed.setValue(len(PACES) - 1)
    press("train")
    until_state(qtbot, session, "finished")
    assert held < 200 == session.trajectory.count
    assert transport.progress.text() == "Step 200 of 200"
    press("reset")
    until_state(qtbot, session, "ready")
    assert transport.progress.text() == "Step 0 of 200"
