"""Every lesson of every language, walked to its end by its own accepted answers in the real window."""

import gc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from support.waiting import PATIENCE, until_state

from gdviz.app.learning import Learning
from gdviz.app.start import Program, make_application
from gdviz.core.experiment import Experiment
from gdviz.engine import runtime
from gdviz.lessons.checks import Facts
from gdviz.lessons.model import Action, Step, experiment_of
from gdviz.views.main_window import MainWindow

BOWL = Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=20)


@pytest.fixture
def plain_graph(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Training as on a platform without XLA: what is trained once is not worth its compiling."""
    monkeypatch.setenv("GDVIZ_NO_XLA", "1")
    runtime.has_xla.cache_clear()
    yield
    runtime.has_xla.cache_clear()


@pytest.fixture
def collected_here() -> Iterator[None]:
    """A window built anew leaves widgets to Python's collector, which runs in any thread: here in the window's only."""
    gc.collect()
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def program(qtbot: Any, plain_graph: None, collected_here: None) -> Iterator[Program]:
    """The program with its window on the screen, training as fast as it can."""
    program = Program(make_application(), BOWL)
    program.session.set_pace(0)
    program.window.resize(1024, 700)
    program.window.show()
    qtbot.waitExposed(program.window)
    hide_pictures(program.window)
    until_state(qtbot, program.session, "ready")
    yield program
    program.window.close()
    program.deleteLater()


@pytest.fixture
def learning(program: Program) -> Learning:
    return program.learning


def hide_pictures(window: MainWindow) -> None:
    """Drawing runs in software, and looking at them closely, takes most of the time; no lesson is checked by that."""
    for view in (window.panel, window.pictures, window.losses, window.details):
        view.hide()
    window.kept.resting = True


def act(qtbot: Any, learning: Learning, action: Action) -> None:
    """Does what somebody does who solves the step."""
    session = learning.session
    if action.settings:
        session.set_experiment(experiment_of(action.settings, session.experiment))
    if session.state == "finished":
        session.reset()
    until_state(qtbot, session, "ready", "paused")
    if not action.steps:
        session.start()
        until_state(qtbot, session, "finished")
        return
    for _ in range(action.steps):
        before = session.trajectory.count
        if session.state == "finished":
            return
        session.step()
        qtbot.waitUntil(lambda at=before: session.trajectory.count > at, timeout=PATIENCE)


def walk(qtbot: Any, learning: Learning, step: Step, seen: dict[str, Facts]) -> None:
    """Answers, acts, and waits until the step is done; what has been seen to happen need not be trained again."""
    player = learning.player
    assert player.step is step
    if step.ask is not None:
        assert player.phase == "ask"
        assert not player.next.isEnabled()
        assert learning.window.transport.isEnabled() is not step.predicts
        player.question.give(step.ask.accepted())
        player.question.buttons[-1].click()
    if step.checks:
        assert player.phase == "do"
        if step.key in seen:
            player.watcher.facts_changed.emit(seen[step.key])
        else:
            for action in step.solution:
                act(qtbot, learning, action)
            qtbot.waitUntil(lambda: player.phase == "done", timeout=PATIENCE)
            seen[step.key] = player.watcher.facts
    assert player.phase == "done"
    assert step.key in learning.progress.done
    assert player.tool.isVisible() == bool(step.tool)


def worked(step: Step) -> tuple[Any, ...]:
    """Everything about a step that decides how it goes; the rest are words."""
    checks = [(check.kind, check.values, check.where) for check in step.checks]
    return step.key, step.setup, step.open, step.solution, checks


@pytest.mark.slow
def test_every_lesson_of_every_language(learning: Learning, qtbot: Any) -> None:
    seen: dict[str, Facts] = {}
    first = [worked(step) for lesson in learning.course.lessons for step in lesson.steps]
    for language in learning.library.languages():
        learning.keep(replace(learning.progress, done=frozenset(), bets={}, at={}))
        learning.set_language(language)
        hide_pictures(learning.window)
        assert learning.course.language == language
        steps = [step for lesson in learning.course.lessons for step in lesson.steps]
        assert list(map(worked, steps)) == first, "what the same settings and solutions do is the same in any language"
        learning.open_course()
        for lesson in learning.course.lessons:
            learning.page.rows[lesson.key].click()
            for number, step in enumerate(lesson.steps):
                assert learning.player.number == number
                walk(qtbot, learning, step, seen)
                learning.player.next.click()
            assert learning.progress.share(lesson) == 1
            assert learning.dock.stack.currentWidget() is learning.page
        assert learning.progress.done == {step.key for step in steps}
        assert all(bet.right for bet in learning.progress.bets.values())
        assert len(learning.progress.bets) == sum(step.ask is not None for step in steps)
    assert set(seen) == {step.key for step in steps if step.checks}
