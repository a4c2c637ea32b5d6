"""A run can be taken up at any of its steps, exactly as if it had been trained so from the start."""

from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps
from gdviz.engine.catalogue import validated
from gdviz.engine.descent import Command, Start, branch, descent
from gdviz.engine.recorder import MOST_BYTES, MOST_SNAPSHOTS, Recorder, Snapshot
from gdviz.engine.trainer import CHUNK
from gdviz.engine.variables import State

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


def test_snapshots_are_thinned_evenly_and_the_first_stays() -> None:
    recorder = Recorder()
    for step in range(0, 100_000, 64):
        recorder.keep(Snapshot(step, State((), ()), np.zeros(0), 0.0))
    kept = [snapshot.step for snapshot in recorder.snapshots]
    assert len(kept) <= MOST_SNAPSHOTS
    assert kept[0] == 0
    assert len(set(np.diff(kept))) == 1
    assert recorder.before(70_000).step <= 70_000 < recorder.before(70_000).step + np.diff(kept)[0]


@pytest.mark.slow
@pytest.mark.parametrize(("first", "second"), [(70, 150), (130, 131), (64, 64), (0, 20), (97, 30), (10, 299)])
def test_a_branch_of_a_branch_is_what_would_have_been(recorded, first: int, second: int) -> None:
    recorder, start, _ = recorded
    one, other = replace(CHANGES[180], learning_rate=0.02), replace(IRIS, learning_rate=0.05)
    again = recorder.until(first)
    trained(branch(recorder, first, one, onto=again), {})
    _, twice = trained(branch(again, second, other), {})
    led_here = {at: experiment for at, experiment in CHANGES.items() if at < first} | {first: one}
    changes = {at: experiment for at, experiment in led_here.items() if at < second} | {second: other}
    begun, from_the_start = trained(descent(changes[0]), changes)
    np.testing.assert_array_equal(begun.weights, start.weights)
    np.testing.assert_array_equal(twice, from_the_start[second:])


def test_the_first_steps_of_a_recording_are_a_recording() -> None:
    recorder = Recorder()
    recorder.note(0, IRIS)
    for step in range(0, 100_000, 64):
        recorder.keep(Snapshot(step, State((), ()), np.zeros(0), 0.0))
    recorder.note(60_000, CHANGES[50])
    part = recorder.until(50_000)
    assert part.snapshots == [snapshot for snapshot in recorder.snapshots if snapshot.step < 50_000]
    assert part.experiment_at(70_000) == IRIS
    assert recorder.experiment_at(70_000) == CHANGES[50]
    before = list(recorder.snapshots)
    for step in range(part.snapshots[-1].step + 64, 200_000, 64):
        part.keep(Snapshot(step, State((), ()), np.zeros(0), 0.0))
    assert recorder.snapshots == before
    assert len(part.snapshots) <= MOST_SNAPSHOTS


def test_snapshots_of_large_networks_are_fewer() -> None:
    recorder = Recorder()
    for step in range(0, 6400, 64):
        recorder.keep(Snapshot(step, State(("w",), (np.zeros(MOST_BYTES // 40),)), np.zeros(0), 0.0))
        assert sum(snapshot.state.size for snapshot in recorder.snapshots) <= MOST_BYTES
    assert recorder.snapshots[0].step == 0
    assert len(recorder.snapshots) >= 2


def test_the_present_state_is_that_after_the_last_step() -> None:
    recorder = Recorder()
    run = descent(IRIS, recorder=recorder)
    next(run)
    assert recorder.present is None
    steps = run.send(Command(7))
    assert recorder.present.step == 7
    np.testing.assert_array_equal(recorder.present.state.values[0], steps.weights[-1])
    run.close()
