"""What a session does becomes facts."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from support.waiting import until_state

from gdviz.worker.session import Session
from gdviz.worker.watcher import Watcher

if TYPE_CHECKING:
    from gdviz.lessons.checks import Facts


@pytest.mark.slow
def test_runs_become_facts(session: Session, qtbot: Any) -> None:
    watcher = Watcher(session)
    watcher.begin(fresh=True)
    told: list[Facts] = []
    watcher.facts_changed.connect(told.append)
    session.reset()
    until_state(qtbot, session, "ready")
    session.start()
    until_state(qtbot, session, "finished")
    (run,) = watcher.facts.runs
    assert (run.steps, run.ended, run.experiment) == (200, True, session.experiment)
    assert run.last == pytest.approx(0.0, abs=1e-6)
    assert run.weights == pytest.approx((3.0,), abs=1e-3)
    assert run.verdict

    session.set_experiment(replace(session.experiment, learning_rate=1.5))
    assert watcher.facts.runs[-1].experiment.learning_rate == 0.1, "no step was taken by the new rate"
    session.reset()
    until_state(qtbot, session, "ready")
    session.start()
    until_state(qtbot, session, "finished")
    assert watcher.facts.runs[-1].diverged
    assert len(watcher.facts.ended) == 2
    qtbot.waitUntil(lambda: bool(told) and len(told[-1].ended) == 2)

    watcher.begin(fresh=True)
    assert watcher.facts.runs == ()
    watcher.begin(fresh=False)
    assert len(watcher.facts.ended) == 1
    watcher.close()
