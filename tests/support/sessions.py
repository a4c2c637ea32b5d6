"""Sessions for tests: one that never begins anything, and one that is ready to train; both closed in the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from support.waiting import until_state

from gdviz.core.experiment import Experiment
from gdviz.worker.session import Session

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=40)


@contextmanager
def quiet_session(**settings: Any) -> Iterator[Session]:
    """Settings without threads: closed, a session still answers for its experiment and begins nothing."""
    session = Session(**settings)
    session.close()
    yield session
    session.close()


@contextmanager
def ready_session(qtbot: Any, experiment: Experiment = BOWL) -> Iterator[Session]:
    """TensorFlow is there and a run is prepared."""
    session = Session(experiment)
    session.load()
    until_state(qtbot, session, "ready")
    yield session
    session.close()
