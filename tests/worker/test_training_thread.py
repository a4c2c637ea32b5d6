"""The thread around a generator: its boundary keeps faults in and strangers out."""

from collections.abc import Generator
from typing import Any

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.descent import Command, Start
from gdviz.worker.training_thread import TrainingThread


def some_steps(count: int) -> Steps:
    """Steps of one run of one weight."""
    column = np.zeros((count, 1), np.float32)
    none = np.zeros((0, 1), np.float32)
    ended = np.zeros(0, np.int64)
    return Steps(np.zeros((count, 1, 1), np.float32), *[column] * 4, ended, *[none] * 4)


def breaking_at(step: int) -> Generator[Start | Steps, Command, None]:
    """A descent that takes ``step`` batches and then fails."""
    value = np.zeros(1, np.float32)
    command = yield Start(np.zeros((1, 1), np.float32), value, value)
    for _ in range(step):
        command = yield some_steps(command.steps)
    raise ZeroDivisionError("planted")


def test_a_fault_in_the_descent_reaches_the_window_with_its_run(qtbot: Any) -> None:
    thread = TrainingThread(7, breaking_at(3), Experiment())
    with qtbot.waitSignal(thread.failed, timeout=5000) as failed:
        thread.start()
        thread.set_paused(False)
    assert failed.args[0] == 7
    assert isinstance(failed.args[1], ZeroDivisionError)
    assert thread.wait(5000)


def test_steps_gather_until_they_are_taken_over(qtbot: Any) -> None:
    thread = TrainingThread(1, breaking_at(1000), Experiment())
    batches: list[Steps] = []
    thread.stepped.connect(lambda run, steps: batches.append(steps))
    with qtbot.waitSignal(thread.failed, timeout=10_000):
        thread.start()
        thread.set_paused(False)
    assert thread.wait(5000)
    # Nobody said take_over, so no second batch was handed over while it ran.
    assert len(batches) <= 1


def test_stopping_a_paused_thread_ends_it(qtbot: Any) -> None:
    thread = TrainingThread(1, breaking_at(10), Experiment())
    with qtbot.waitSignal(thread.prepared, timeout=5000):
        thread.start()
    thread.stop()
    assert thread.wait(5000)
