"""A run can be taken up at any of its steps, exactly as if it had been trained so from the start."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.catalogue import validated
from gdviz.engine.descent import Command, Start, branch, descent
from gdviz.engine.recorder import MOST_SNAPSHOTS, Recorder, Snapshot
from gdviz.engine.trainer import CHUNK

IRIS = validated(Experiment(epochs=20))
CHANGES = {
    0: IRIS,
    50: replace(IRIS, learning_rate=0.003),
    97: replace(IRIS, optimizer="momentum", learning_rate=0.01),
    180: replace(IRIS, optimizer="momentum", learning_rate=0.01, clip_norm=0.1),
}
"""What the recorded run goes by, from each step on."""


def trained(generator, changes: dict[int, Experiment]) -> tuple[Start, np.ndarray]:
    """Drives a descent to its end, changing the experiment at the given steps; its start and its weights."""
    start = next(generator)
    at, parts = start.step, []
    while True:
        ahead = min((step - at for step in changes if step > at), default=CHUNK)
        try:
            steps = generator.send(Command(ahead, changes.get(at)))
        except StopIteration:
            return start, np.concatenate(parts)
        assert isinstance(steps, Steps)
        parts.append(steps.weights[:, 0])
        at += steps.count


@pytest.fixture(scope="module")
def recorded() -> tuple[Recorder, Start, np.ndarray]:
    recorder = Recorder()
    start, weights = trained(descent(IRIS, recorder=recorder), CHANGES)
    assert len(weights) == 300
    return recorder, start, weights


@pytest.mark.slow
@pytest.mark.parametrize("step", [0, 10, 50, 64, 97, 137, 200, 299])
def test_a_branch_is_what_would_have_been(recorded, step: int) -> None:
    recorder, start, weights = recorded
    other = replace(recorder.experiment_at(step), learning_rate=0.02)
    begun, branched = trained(branch(recorder, step, other), {})
    np.testing.assert_array_equal(begun.weights[0], weights[step - 1] if step else start.weights[0])
    changes = {at: experiment for at, experiment in CHANGES.items() if at < step} | {step: other}
    _, from_the_start = trained(descent(changes[0]), changes)
    np.testing.assert_array_equal(branched, from_the_start[step:])


@pytest.mark.slow
def test_a_branch_without_a_change_is_the_same_run(recorded) -> None:
    recorder, _, weights = recorded
    _, again = trained(branch(recorder, 200, recorder.experiment_at(200)), {})
    np.testing.assert_array_equal(again, weights[200:])


@pytest.mark.slow
def test_a_branch_of_a_branch_is_what_would_have_been(recorded) -> None:
    recorder, _, _ = recorded
    first, second = replace(recorder.experiment_at(100), learning_rate=0.02), replace(IRIS, learning_rate=0.001)
    onto = recorder.until(100)
    trained(branch(recorder, 100, first, onto=onto), {})
    _, branched = trained(branch(onto, 170, second, onto=onto.until(170)), {})
    changes = {at: experiment for at, experiment in CHANGES.items() if at < 100} | {100: first, 170: second}
    _, from_the_start = trained(descent(changes[0]), changes)
    np.testing.assert_array_equal(branched, from_the_start[170:])


def test_snapshots_are_thinned_evenly_and_the_first_stays() -> None:
    recorder = Recorder()
    for step in range(0, 100_000, 64):
        recorder.keep(Snapshot(step, [], np.zeros(0), 0.0))
    kept = [snapshot.step for snapshot in recorder.snapshots]
    assert len(kept) <= MOST_SNAPSHOTS
    assert kept[0] == 0
    assert len(set(np.diff(kept))) == 1
    assert recorder.before(70_000).step <= 70_000 < recorder.before(70_000).step + np.diff(kept)[0]
