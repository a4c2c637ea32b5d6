"""Choosing the slice that is drawn."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from support.sessions import ready_session
from support.waiting import until_state, until_surface

from gdviz.core.experiment import Experiment
from gdviz.core.plane_kinds import PLANE_KINDS
from gdviz.views.plane_chooser import PairDialog, PlaneChooser
from gdviz.worker.session import Session


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with ready_session(qtbot, Experiment(epochs=2)) as session:
        until_surface(qtbot, session)
        yield session


@pytest.fixture
def chooser(qtbot: Any, session: Session) -> PlaneChooser:
    chooser = PlaneChooser(session)
    qtbot.addWidget(chooser)
    return chooser


def drawn(qtbot: Any, session: Session, kind: str) -> Any:
    qtbot.waitUntil(
        lambda: session.surface is not None and session.idle and session.surface.plane.kind == kind, timeout=60_000
    )
    return session.surface.plane


def test_every_kind_can_be_drawn_and_says_what_it_is(chooser: PlaneChooser, session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    for kind, action in chooser.kinds.items():
        action.trigger()
        drawn(qtbot, session, kind)
        assert action.isChecked()
        assert action.toolTip() == PLANE_KINDS[kind].sentence
    chooser.choose_pair(2, 7)
    plane = drawn(qtbot, session, "weights")
    assert [name.split()[1] for name in plane.names] == ["2", "7"]


def test_other_random_directions_are_others(chooser: PlaneChooser, session: Session, qtbot: Any) -> None:
    assert not chooser.other.isEnabled()
    chooser.kinds["filters"].trigger()
    first = drawn(qtbot, session, "filters")
    chooser.other.trigger()
    qtbot.waitUntil(lambda: session.surface.plane.directions[0, 0] != first.directions[0, 0], timeout=60_000)


def test_the_slice_can_go_through_the_step_shown(chooser: PlaneChooser, session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    chooser.through.setChecked(True)
    session.show_step(9)
    qtbot.waitUntil(lambda: session.surface.plane.step == 9, timeout=60_000)
    np.testing.assert_array_equal(session.surface.plane.origin, session.trajectory.at(9))
    chooser.through.setChecked(False)
    qtbot.waitUntil(lambda: session.surface.plane.step is None, timeout=60_000)


def test_there_is_nothing_to_choose_where_all_is_drawn(chooser: PlaneChooser, session: Session, qtbot: Any) -> None:
    assert not chooser.isHidden()
    session.choose_landscape("himmelblau")
    qtbot.waitUntil(lambda: session.surface is not None and session.surface.plane.kind == "exact", timeout=60_000)
    assert chooser.isHidden()


def test_the_two_weights_are_asked_for_within_their_range(session: Session, qtbot: Any) -> None:
    dialog = PairDialog(session)
    qtbot.addWidget(dialog)
    assert [box.value() for box in dialog.boxes] == [0, 1]
    assert all(box.maximum() == session.trajectory.last_weights.size - 1 for box in dialog.boxes)
