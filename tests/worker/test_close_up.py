"""The close look at the point shown: only what is wanted, of the newest point, at once when at rest."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from support.waiting import PATIENCE, until_state, until_steps

from gdviz.core.experiment import Experiment
from gdviz.worker.close_up import KINDS
from gdviz.worker.session import Session


def until(qtbot: Any, session: Session, kind: str, step: int) -> Any:
    """Waits until something is known of that step."""
    qtbot.waitUntil(lambda: getattr(getattr(session, kind), "step", None) == step, timeout=PATIENCE)
    return getattr(session, kind)


@pytest.fixture
def network(qtbot: Any) -> Iterator[Session]:
    """Ready to train on two moons."""
    session = Session(Experiment(data="moons", units=(4,), epochs=3, batch_size=16))
    session.load()
    until_state(qtbot, session, "ready")
    yield session
    session.close()


def test_nothing_is_worked_out_that_nobody_wants(session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    session.want("anatomy", True)
    until(qtbot, session, "anatomy", 200)
    assert session.stability is None
    assert session.boundary is None
    session.want("anatomy", False)
    session.show_step(50)
    session.want("stability", True)
    until(qtbot, session, "stability", 50)
    assert session.anatomy.step == 200


def test_all_kinds_follow_the_step_shown(network: Session, qtbot: Any) -> None:
    for kind in KINDS:
        network.want(kind, True)
    network.start()
    until_state(qtbot, network, "finished")
    for shown in (45, 20, 21):
        network.show_step(shown)
        for kind in KINDS:
            until(qtbot, network, kind, shown if shown < 45 else 45)
        path = network.trajectory.weights
        np.testing.assert_allclose(network.anatomy.weights, path[shown], atol=1e-5)
        if shown < 45:
            np.testing.assert_allclose(network.anatomy.after, path[shown + 1], atol=1e-5)
    network.show_step(None)
    assert until(qtbot, network, "anatomy", 45).step == 45


def test_each_single_step_is_taken_apart(session: Session, qtbot: Any) -> None:
    session.want("anatomy", True)
    before = until(qtbot, session, "anatomy", 0)
    assert before.after[0] == pytest.approx(0.6)
    session.step()
    assert until(qtbot, session, "anatomy", 1).weights[0] == pytest.approx(0.6)


def test_the_step_to_come_goes_by_the_settings_as_they_stand(session: Session, qtbot: Any) -> None:
    session.want("anatomy", True)
    session.want("stability", True)
    until(qtbot, session, "anatomy", 0)
    line = until(qtbot, session, "stability", 0)
    assert line.rate == pytest.approx(1.0, rel=1e-3)
    with qtbot.waitSignal(session.anatomy_changed):
        session.set_experiment(replace(session.experiment, learning_rate=0.25))
    assert session.anatomy.after[0] == pytest.approx(1.5)
    # The line does not move with the rate, so it is not worked out again.
    assert session.stability is line
    with qtbot.waitSignal(session.stability_changed):
        session.set_experiment(replace(session.experiment, optimizer="momentum"))
    assert session.stability.rate == pytest.approx(1.9, rel=1e-3)


def test_other_features_give_another_slice(qtbot: Any) -> None:
    session = Session(Experiment(epochs=1))
    session.load()
    until_state(qtbot, session, "ready")
    session.want("boundary", True)
    assert until(qtbot, session, "boundary", 0).shown == (2, 3)
    session.choose_features((0, 3))
    qtbot.waitUntil(lambda: session.boundary.shown == (0, 3), timeout=PATIENCE)
    session.close()


def test_a_run_under_way_is_looked_at_now_and_then(session: Session, qtbot: Any) -> None:
    looks: list[int] = []
    handed_over: list[int] = []
    session.trajectory_changed.connect(lambda run: handed_over.append(run.count))
    session.stability_changed.connect(lambda line: looks.append(line.step) if line is not None else None)
    session.want("stability", True)
    session.set_experiment(replace(session.experiment, epochs=400))
    session.set_pace(400)
    session.start()
    until_state(qtbot, session, "finished")
    until(qtbot, session, "stability", 400)
    assert looks == sorted(looks)
    # It was handed over up to 30 times a second, and looked at up to three times.
    assert len(looks) < len(handed_over) / 2


def test_an_exploded_run_says_why_there_is_nothing_to_see(session: Session, qtbot: Any) -> None:
    problems: list[str] = []
    session.problem.connect(problems.append)
    session.crashed.connect(lambda error: problems.append(repr(error)))
    for kind in KINDS:
        session.want(kind, True)
    until(qtbot, session, "anatomy", 0)
    session.set_experiment(replace(session.experiment, learning_rate=3.0, epochs=5000))
    session.start()
    until_state(qtbot, session, "finished")
    qtbot.waitUntil(lambda: session.anatomy is None, timeout=PATIENCE)
    assert "exploded" in session.why_no_close_up
    assert session.stability is None
    session.show_step(3)
    until(qtbot, session, "anatomy", 3)
    assert session.why_no_close_up == ""
    assert problems == []


def test_another_landscape_forgets(session: Session, qtbot: Any) -> None:
    session.want("boundary", True)
    session.want("anatomy", True)
    until(qtbot, session, "anatomy", 0)
    assert session.boundary is None
    session.choose_landscape("line")
    qtbot.waitUntil(lambda: session.boundary is not None, timeout=PATIENCE)
    assert session.boundary.kind == "curve"
    assert session.anatomy is None or session.anatomy.weights.size == 2


def test_a_view_that_looks_while_settings_change_sees_the_run_that_is_there(session: Session, qtbot: Any) -> None:
    crashes: list[Exception] = []
    session.crashed.connect(crashes.append)
    for kind in KINDS:
        session.want(kind, True)
    until(qtbot, session, "stability", 0)
    session.experiment_changed.connect(lambda experiment: session.choose_features((1, 0)))
    session.choose_landscape("line")
    qtbot.waitUntil(lambda: session.boundary is not None and session.stability is not None, timeout=PATIENCE)
    assert crashes == []


def test_closing_while_it_looks_leaves_no_thread(network: Session, qtbot: Any) -> None:
    for kind in KINDS:
        network.want(kind, True)
    network.set_experiment(replace(network.experiment, epochs=1000))
    network.start()
    until_steps(qtbot, network, 20)
    network.close()
    assert network._close_up._thread.isFinished()
    network.want("anatomy", False)


def test_a_failure_is_told_once(session: Session, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    crashes: list[Exception] = []
    session.crashed.connect(crashes.append)

    def broken(self: object, point: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setitem(KINDS, "stability", replace(KINDS["stability"], find=broken))
    session.want("stability", True)
    qtbot.waitUntil(lambda: len(crashes) == 1, timeout=PATIENCE)
    session.want("anatomy", True)
    session.step()
    until(qtbot, session, "anatomy", 1)
    assert len(crashes) == 1
