"""The session: verbs in, signals out, whatever the order in which people press things."""

import time
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from support.waiting import PATIENCE, until_state, until_steps, until_surface

from gdviz.core.experiment import Experiment
from gdviz.core.plane_kinds import PlaneRequest
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.worker.session import Session


def test_a_run_is_prepared_before_anybody_asks(session: Session, qtbot: Any) -> None:
    assert session.trajectory is not None
    assert session.trajectory.count == 0
    assert session.trajectory.loss[0] == 9.0
    until_surface(qtbot, session)
    assert session.surface is not None
    assert session.surface.loss.ndim == 1


def test_training_runs_to_the_end_and_says_what_it_saw(session: Session, qtbot: Any) -> None:
    states: list[str] = []
    session.state_changed.connect(states.append)
    session.start()
    until_state(qtbot, session, "finished")
    assert states == ["running", "finished"]
    assert session.trajectory.count == 200
    assert session.trajectory.last_weights[0] == pytest.approx(3.0, abs=1e-4)
    assert session.diagnosis is not None
    assert session.diagnosis.verdict == "converged"


def test_start_twice_does_not_double_the_steps(session: Session, qtbot: Any) -> None:
    session.start()
    session.start()
    until_state(qtbot, session, "finished")
    assert session.trajectory.count == 200
    np.testing.assert_allclose(session.trajectory.weights[:3, 0], [0.0, 0.6, 1.08], rtol=1e-5)


def test_start_before_tensorflow_is_there_is_kept(qtbot: Any) -> None:
    session = Session(Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=5))
    session.start()
    assert session.waiting
    session.load()
    until_state(qtbot, session, "finished")
    assert session.trajectory.count == 5
    session.close()


def test_whoever_presses_train_waits_for_the_first_step_and_for_no_picture(session: Session, qtbot: Any) -> None:
    until_surface(qtbot, session)
    idle: list[bool] = []
    session.trajectory_changed.connect(lambda run: idle.append(session.idle) if run.count == 0 else None)
    session.choose_landscape("rosenbrock")
    session.start()
    until_state(qtbot, session, "running", "finished")
    assert idle == [True]
    until_surface(qtbot, session)
    assert session.surface.loss.ndim == 2


def test_train_thought_better_of_has_its_picture_all_the_same(session: Session, qtbot: Any) -> None:
    until_surface(qtbot, session)
    session.choose_landscape("rosenbrock")
    session.start()
    session.pause()
    qtbot.waitUntil(lambda: session.surface is not None and session.surface.loss.ndim == 2, timeout=PATIENCE)
    until_state(qtbot, session, "ready")
    assert session.trajectory.count == 0


def test_pause_holds_and_start_goes_on(session: Session, qtbot: Any) -> None:
    session.set_pace(100)
    session.start()
    until_steps(qtbot, session, 1)
    session.pause()
    assert session.state == "paused"
    held = session.trajectory.count
    session.set_pace(0)
    session.start()
    until_state(qtbot, session, "finished")
    assert held < 200
    assert session.trajectory.count == 200


def test_single_steps_are_single(session: Session, qtbot: Any) -> None:
    for count in (1, 2, 3):
        session.step()
        until_steps(qtbot, session, count)
        assert session.trajectory.count == count
    assert session.state == "paused"


def test_a_step_in_a_run_holds_it(session: Session, qtbot: Any) -> None:
    session.set_pace(50)
    session.start()
    until_steps(qtbot, session, 1)
    session.step()
    assert session.state == "paused"


def test_rate_changes_in_mid_run_without_a_new_run(session: Session, qtbot: Any) -> None:
    session.set_pace(100)
    session.start()
    until_steps(qtbot, session, 2)
    session.set_experiment(replace(session.experiment, learning_rate=0.25))
    session.set_pace(0)
    until_state(qtbot, session, "finished")
    rates = session.trajectory.learning_rate
    assert rates[0] == pytest.approx(0.1)
    assert rates[-1] == pytest.approx(0.25)
    assert session.trajectory.count == 200


def test_optimiser_changes_in_mid_run(session: Session, qtbot: Any) -> None:
    session.step()
    until_steps(qtbot, session, 1)
    session.set_experiment(replace(session.experiment, optimizer="adam", learning_rate=0.5))
    session.step()
    until_steps(qtbot, session, 2)
    weights = session.trajectory.weights[:, 0]
    assert weights[1] == pytest.approx(0.6)
    # Adam's first step is the rate itself.
    assert weights[2] - weights[1] == pytest.approx(0.5, rel=1e-3)


def test_another_landscape_is_another_run(session: Session, qtbot: Any) -> None:
    session.start()
    session.choose_landscape("rosenbrock")
    until_state(qtbot, session, "ready")
    assert session.experiment.optimizer == "adam"
    assert session.trajectory.count == 0
    assert session.trajectory.loss[0] == pytest.approx(24.2)
    until_surface(qtbot, session)
    assert session.surface.loss.ndim == 2


def test_what_an_old_run_still_says_is_dropped(session: Session, qtbot: Any) -> None:
    session.start()
    for _ in range(5):
        session.reset()
    until_state(qtbot, session, "ready")
    assert session.trajectory.count == 0
    session.step()
    until_steps(qtbot, session, 1)
    assert session.trajectory.count == 1


def test_reset_after_the_end_gives_the_same_run_again(session: Session, qtbot: Any) -> None:
    session.set_experiment(Experiment(epochs=2))
    session.start()
    until_state(qtbot, session, "finished")
    first = session.trajectory.weights.copy()
    session.start()
    until_state(qtbot, session, "running", "preparing")
    until_state(qtbot, session, "finished")
    np.testing.assert_array_equal(session.trajectory.weights, first)


@pytest.mark.parametrize("change", [{"learning_rate": 0.0}, {"epochs": 0}, {"landscape": "moon"}, {"seed": -1}])
def test_what_cannot_be_is_refused_in_words(session: Session, qtbot: Any, change: dict[str, Any]) -> None:
    before = session.experiment
    with qtbot.waitSignal(session.problem) as said:
        session.set_experiment(replace(before, **change))
    assert session.experiment == before
    assert str(next(iter(change.values()))) in said.args[0]
    assert "Expected" in said.args[0]


def test_undo_takes_a_whole_drag_back(session: Session) -> None:
    before = session.experiment
    for rate in (0.2, 0.3, 0.4):
        session.set_experiment(replace(session.experiment, learning_rate=rate))
    session.set_experiment(replace(session.experiment, epochs=7))
    session.undo()
    assert session.experiment == replace(before, learning_rate=0.4)
    session.undo()
    assert session.experiment == before
    session.redo()
    assert session.experiment.learning_rate == 0.4
    session.undo()
    session.undo()
    assert session.experiment == before


def test_a_diverging_run_ends_by_itself(session: Session, qtbot: Any) -> None:
    session.set_experiment(replace(session.experiment, learning_rate=3.0, epochs=5000))
    session.start()
    until_state(qtbot, session, "finished")
    assert session.trajectory.count < 5000
    assert session.diagnosis is not None
    assert session.diagnosis.verdict == "diverging"
    until_surface(qtbot, session)
    assert np.isfinite(session.surface.x).all()


def test_batches_come_at_most_thirty_times_a_second(session: Session, qtbot: Any) -> None:
    arrivals: list[int] = []
    session.trajectory_changed.connect(lambda trajectory: arrivals.append(trajectory.count))
    session.set_experiment(replace(session.experiment, epochs=20_000))
    began = time.monotonic()
    session.start()
    until_state(qtbot, session, "finished")
    assert arrivals[-1] == 20_000
    # However quick the machine; the last one may come early, as nothing follows it.
    assert len(arrivals) <= 30 * (time.monotonic() - began) + 2


def test_closing_in_mid_run_leaves_no_thread(qtbot: Any) -> None:
    session = Session(Experiment(epochs=100_000))
    session.load()
    session.start()
    until_steps(qtbot, session, 10)
    thread = session._training._thread
    session.close()
    assert thread.isFinished()
    assert session._survey._thread.isFinished()


def test_closing_while_tensorflow_loads_is_clean(qtbot: Any) -> None:
    session = Session()
    session.load()
    session.close()
    assert session._survey._thread.isFinished()


def test_closing_right_after_another_landscape_begins_nothing(session: Session, qtbot: Any) -> None:
    session.choose_landscape("rosenbrock")
    training = session._training
    qtbot.waitUntil(lambda: training._thread is None or training._thread.isFinished(), timeout=PATIENCE)
    session.close()
    qtbot.waitUntil(lambda: training._thread is None, timeout=PATIENCE)


def test_a_step_of_the_past_is_shown_until_the_run_goes_on(session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    shown: list[int | None] = []
    session.shown_step_changed.connect(shown.append)
    for step in (50, 50, -3, 200, None, 10):
        session.show_step(step)
    session.start()
    assert shown == [50, 0, None, 10, None]
    assert session.shown_step is None


def test_another_plane_gives_another_surface(qtbot: Any) -> None:
    session = Session(Experiment(epochs=3))
    planes: list[str] = []
    session.surface_changed.connect(lambda surface: planes.append(surface.plane.kind if surface else ""))
    session.load()
    until_state(qtbot, session, "ready")
    until_surface(qtbot, session)
    session.choose_plane(PlaneRequest("weights", pair=(3, 5)))
    qtbot.waitUntil(lambda: planes[-1] == "weights", timeout=60_000)
    assert session.plane.pair == (3, 5)
    session.close()


def test_a_branch_goes_on_from_the_step_shown_and_keeps_the_run_so_far(session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    before = session.trajectory
    session.show_step(50)
    session.set_experiment(replace(session.experiment, learning_rate=0.5))
    session.branch()
    until_state(qtbot, session, "ready")
    assert session.trajectory.count == 50
    assert session.shown_step is None
    assert [runner.trajectory for runner in session.runners] == [before]
    session.start()
    until_state(qtbot, session, "finished")
    np.testing.assert_array_equal(session.trajectory.weights[:51], before.weights[:51])
    assert session.trajectory.count == 200
    # At rate 0.5 one step of (w - 3)^2 leads to the bottom.
    assert session.trajectory.weights[51, 0] == 3.0


def test_runs_of_another_landscape_are_not_put_beside(session: Session, qtbot: Any) -> None:
    until_surface(qtbot, session)
    here = Runner("here", session.experiment, session.trajectory)
    other = Runner("far", Experiment("rosenbrock"), Trajectory(np.zeros(2, np.float32), 1.0), mark=1)
    session.set_runners([here, other])
    assert [runner.name for runner in session.runners] == ["here"]
    until_surface(qtbot, session)
    assert session.surface.loss.ndim == 1


def test_there_is_no_branch_off_the_newest_step(session: Session) -> None:
    said: list[str] = []
    session.problem.connect(said.append)
    session.branch()
    assert "earlier" in said[0]
    assert session.runners == ()


def test_advice_is_proved_by_a_second_run(qtbot: Any) -> None:
    session = Session(Experiment("square", optimizer="sgd", learning_rate=1.05, epochs=30))
    session.load()
    session.start()
    until_state(qtbot, session, "finished")
    proofs: list[Any] = []
    session.proof_changed.connect(proofs.append)
    session.prove()
    qtbot.waitUntil(lambda: bool(proofs) and proofs[-1] is not None, timeout=60_000)
    assert session.diagnosis.verdict == "diverging"
    before, after = session.runners
    assert before.experiment == session.experiment
    assert after.experiment.learning_rate < 1.0
    assert proofs[-1].worked
    assert before.trajectory.weights[1, 0] == pytest.approx(6.3)
    session.close()


def test_advice_called_off_is_not_judged(session: Session, qtbot: Any) -> None:
    session.start()
    until_state(qtbot, session, "finished")
    proofs: list[Any] = []
    session.proof_changed.connect(proofs.append)
    session.prove()
    session.call_off_race()
    assert proofs == [None]


def test_a_start_stays_with_its_landscape(session: Session, qtbot: Any) -> None:
    session.set_experiment(replace(session.experiment, start=(-1.0,)))
    until_state(qtbot, session, "preparing")
    until_state(qtbot, session, "ready")
    assert session.trajectory.weights[0, 0] == -1.0
    session.choose_landscape("himmelblau")
    assert session.experiment.start == ()
    session.undo()
    assert session.experiment.start == (-1.0,)
