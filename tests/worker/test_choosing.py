"""Settings that are held still: by whatever way somebody tries to change them, nothing changes and it is said why."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from gdviz.core.experiment import Experiment
from gdviz.core.session_file import SavedSession
from gdviz.errors import UserError
from gdviz.worker.document import Document
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=20)
FAST = replace(BOWL, learning_rate=0.5)


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    """Without TensorFlow: nothing here trains. The rate was changed once, and is held still since."""
    session = Session(BOWL)
    session.set_experiment(FAST)
    session.locks.hold("lesson", "the lesson Too fast?", ("learning_rate",))
    yield session
    session.close()


def opened(session: Session) -> None:
    Document(session, KeptRuns(session, session), session).take(SavedSession(BOWL))


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.set_experiment(BOWL),
        lambda session: session.restore(BOWL),
        Session.undo,
    ],
    ids=["set", "restore", "undo"],
)
def test_what_is_locked_stays(session: Session, change: Callable[[Session], object]) -> None:
    told: list[str] = []
    session.problem.connect(told.append)
    change(session)
    assert session.experiment == FAST
    assert told == ["Learning rate is locked by the lesson Too fast?. Leave it to change that."]
    session.locks.hold("lesson", "", ())
    change(session)
    assert session.experiment == BOWL


def test_what_was_undone_is_not_redone_while_it_is_locked(session: Session) -> None:
    session.locks.hold("lesson", "", ())
    session.undo()
    session.locks.hold("pack", "10b", ("learning_rate",))
    session.redo()
    assert session.experiment == BOWL
    session.locks.hold("pack", "", ())
    session.redo()
    assert session.experiment == FAST


def test_a_session_file_with_another_value_is_refused(session: Session) -> None:
    with pytest.raises(UserError, match="locked by"):
        opened(session)
    assert session.experiment == FAST


def test_whoever_holds_the_lock_may_set_it(session: Session) -> None:
    assert session.set_up(BOWL)
    assert session.experiment == BOWL
    assert session.set_experiment(replace(BOWL, epochs=30)), "other settings are free"


def test_another_landscape_suggests_no_locked_setting(session: Session) -> None:
    session.choose_landscape("long_bowl")
    assert session.experiment.landscape == "long_bowl"
    assert session.experiment.learning_rate == FAST.learning_rate


def test_what_goes_with_another_setting_falls_back_with_it(session: Session) -> None:
    session.set_experiment(replace(FAST, optimizer="momentum", optimizer_parameters=(("momentum", 0.5),)))
    session.locks.hold("lesson", "a lesson", ("optimizer_parameters",))
    assert not session.set_experiment(replace(session.experiment, optimizer_parameters=()))
    assert session.set_experiment(replace(session.experiment, optimizer="adam", optimizer_parameters=()))


def test_what_was_set_aside_comes_back_with_its_past(session: Session) -> None:
    session.locks.hold("lesson", "", ())
    session.set_aside()
    session.set_experiment(Experiment())
    assert session.own_experiment == FAST
    session.take_back()
    assert session.experiment == FAST
    session.undo()
    assert session.experiment == BOWL
