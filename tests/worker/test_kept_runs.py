from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from support.waiting import until_state, until_surface

from gdviz.core.experiment import Experiment
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=5)


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    session = Session(BOWL)
    session.load()
    until_state(qtbot, session, "ready")
    yield session
    session.close()
    session.deleteLater()


@pytest.fixture
def kept(session: Session) -> KeptRuns:
    return KeptRuns(session, session)


def trained(qtbot: Any, session: Session, **settings: Any) -> None:
    from dataclasses import replace

    session.set_experiment(replace(session.experiment, **settings))
    until_state(qtbot, session, "ready", "finished")
    session.start()
    until_state(qtbot, session, "running", "preparing")
    until_state(qtbot, session, "finished")


def test_runs_that_end_are_kept_with_what_the_doctor_said(session: Session, kept: KeptRuns, qtbot: Any) -> None:
    trained(qtbot, session)
    trained(qtbot, session, learning_rate=1.5)
    trained(qtbot, session, learning_rate=1.5)
    assert [run.name for run in kept.runs] == ["SGD, 0.1", "SGD, 1.5", "SGD, 1.5 (2)"]
    assert kept.runs[1].experiment.learning_rate == 1.5
    assert kept.runs[1].trajectory.count == 5
    kept.keep()
    assert len(kept.runs) == 3


def test_a_run_is_put_beside_restored_renamed_deleted_and_brought_back(
    session: Session, kept: KeptRuns, qtbot: Any
) -> None:
    trained(qtbot, session)
    trained(qtbot, session, learning_rate=0.3)
    first, second = kept.runs
    kept.show(first, True)
    assert [runner.trajectory for runner in session.runners] == [first.trajectory]
    assert kept.is_shown(first)
    assert not kept.is_shown(second)
    kept.restore(first)
    assert session.experiment == first.experiment
    assert session.trajectory is first.trajectory
    assert not session.runners
    until_state(qtbot, session, "finished")
    assert session.trajectory is first.trajectory
    assert len(kept.runs) == 2
    kept.rename(first, "  the slow\none ")
    assert kept.runs[0].name == "the slow one"
    kept.delete(kept.runs[0])
    kept.delete(kept.runs[0])
    assert not kept.runs
    kept.undo()
    kept.undo()
    assert [run.name for run in kept.runs] == ["the slow one", "SGD, 0.3"]
    assert not kept.can_undo


def test_what_was_restored_trains_again_to_the_same_numbers(session: Session, kept: KeptRuns, qtbot: Any) -> None:
    trained(qtbot, session, optimizer="momentum")
    trained(qtbot, session, learning_rate=0.01)
    first = kept.runs[0]
    kept.restore(first)
    until_state(qtbot, session, "finished")
    until_surface(qtbot, session)
    session.start()
    until_state(qtbot, session, "running", "preparing")
    until_state(qtbot, session, "finished")
    assert session.trajectory is not first.trajectory
    assert session.trajectory is not None
    np.testing.assert_array_equal(session.trajectory.loss, first.trajectory.loss)


def test_a_run_of_another_surface_is_not_put_beside(session: Session, kept: KeptRuns, qtbot: Any) -> None:
    trained(qtbot, session)
    session.set_experiment(Experiment("raised_square", optimizer="sgd"))
    assert not kept.can_show(kept.runs[0])
    kept.show(kept.runs[0], True)
    assert not session.runners


def test_a_run_that_cannot_be_had_any_more_changes_nothing(session: Session, kept: KeptRuns, qtbot: Any) -> None:
    problems: list[str] = []
    session.problem.connect(problems.append)
    session.restore(Experiment(data="csv:/gone.csv?target=x", optimizer="nothing"))
    assert session.experiment == BOWL
    assert "Optimiser was 'nothing'" in problems[0]
