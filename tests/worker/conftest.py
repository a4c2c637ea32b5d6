"""A session with TensorFlow loaded."""

from collections.abc import Iterator
from typing import Any

import pytest
from support.sessions import ready_session

from gdviz.core.experiment import Experiment
from gdviz.worker.session import Session

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=200)


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    """Ready to train a bowl as fast as it can."""
    with ready_session(qtbot, BOWL) as session:
        yield session
