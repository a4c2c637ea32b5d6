"""What a run recorded: the same however it arrived, read-only, and never more than the memory it may take."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core import trajectory as module
from gdviz.core.trajectory import Steps, Trajectory

Array = np.ndarray[Any, Any]
SIZE = 3
COLUMNS = ("weights", "weight_steps", "loss", "batch_loss", "gradient_norm", "learning_rate", "epoch_steps")


def recorded(first: int, count: int, epoch: int = 4, runs: int = 1) -> Steps:
    """Steps number ``first`` + 1 and on of runs with an epoch every ``epoch`` steps; every value tells its step."""
    numbers = np.arange(first + 1, first + count + 1, dtype=np.float32)[:, None] + 1000 * np.arange(
        runs, dtype=np.float32
    )
    weights = np.repeat(numbers[:, :, None], SIZE, axis=2)
    ends = np.array([n for n in range(first + 1, first + count + 1) if n % epoch == 0], np.int64)
    means = (ends[:, None] // epoch + 1000 * np.arange(runs)).astype(np.float32)
    none = np.full_like(means, np.nan)
    return Steps(
        weights, numbers + 0.5, numbers + 0.25, 1 / numbers, numbers * 0 + 0.1, ends, means, none, -means, none
    )


def begun() -> Trajectory:
    return Trajectory(np.zeros(SIZE, np.float32), 0.5)


def in_parts(counts: list[int], run: int = 0) -> Trajectory:
    """A run whose steps arrived ``counts`` at a time."""
    trajectory, first = begun(), 0
    for count in counts:
        trajectory.append(recorded(first, count, runs=run + 1), run)
        first += count
    return trajectory


def assert_same(one: Trajectory, other: Trajectory) -> None:
    for name in COLUMNS:
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)
    assert one.history.keys() == other.history.keys()
    for name, values in one.history.items():
        np.testing.assert_array_equal(values, other.history[name], err_msg=name)
    np.testing.assert_array_equal(one.last_weights, other.last_weights)


@given(st.lists(st.integers(0, 40), max_size=12))
@settings(deadline=None)
def test_however_the_steps_arrive_the_record_is_the_same(counts: list[int]) -> None:
    trajectory = in_parts(counts)
    assert trajectory.count == sum(counts)
    assert_same(trajectory, in_parts([sum(counts)]))
    np.testing.assert_array_equal(trajectory.weights[:, 0], np.arange(sum(counts) + 1))


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6))
@settings(deadline=None)
def test_batches_joined_before_are_the_same_batches(counts: list[int]) -> None:
    firsts = np.cumsum([0, *counts])
    parts = [recorded(int(first), count) for first, count in zip(firsts, counts, strict=False)]
    joined = Steps.joined(parts)
    assert joined.count == sum(counts)
    trajectory = begun()
    trajectory.append(joined)
    assert_same(trajectory, in_parts(counts))


@given(st.lists(st.integers(1, 60), max_size=12), st.integers(1, 20))
@settings(max_examples=60, deadline=None)
def test_a_long_path_is_thinned_evenly_however_it_arrives(counts: list[int], rows: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MEMORY_LIMIT", rows * SIZE * 4)
        trajectory = in_parts(counts)
        whole = in_parts([sum(counts)])
    assert len(trajectory.weights) <= rows
    assert trajectory.weight_steps[0] == 0
    strides = np.unique(np.diff(trajectory.weight_steps))
    assert strides.size <= 1
    # No sparser than it must be: one more row for each that is kept would not fit.
    if strides.size and strides[0] > 1:
        assert trajectory.count // (strides[0] // 2) + 1 > rows
    np.testing.assert_array_equal(trajectory.weights[:, 0], trajectory.weight_steps)
    np.testing.assert_array_equal(trajectory.weight_steps, whole.weight_steps)
    # Only weights are thinned.
    assert trajectory.count == sum(counts)
    np.testing.assert_array_equal(trajectory.loss, np.arange(sum(counts) + 1) + 0.5)


def test_weights_larger_than_the_limit_keep_the_start_and_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MEMORY_LIMIT", SIZE * 4 - 1)
    trajectory = in_parts([3, 1])
    np.testing.assert_array_equal(trajectory.weight_steps, [0])
    np.testing.assert_array_equal(trajectory.thinned(10)[0], [0, 4])


@given(st.integers(0, 200), st.integers(2, 30), st.integers(3, 300))
@settings(max_examples=60, deadline=None)
def test_a_thinned_path_has_start_and_newest_and_its_own_losses(count: int, most: int, rows: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MEMORY_LIMIT", rows * SIZE * 4)
        trajectory = in_parts([count])
    steps, weights, losses = trajectory.thinned(most)
    assert len(steps) <= most
    assert (steps[0], steps[-1]) == (0, count)
    assert (np.diff(steps) > 0).all()
    np.testing.assert_array_equal(weights[:, 0], steps)
    np.testing.assert_array_equal(losses, steps + 0.5)


def test_a_thinned_path_is_evenly_spread() -> None:
    gaps = np.diff(in_parts([1000]).thinned(101)[0])
    assert gaps.min() >= 9
    assert gaps.max() <= 12


def test_points_that_are_no_numbers_are_left_out_of_a_thinned_path() -> None:
    trajectory = in_parts([2])
    broken = recorded(2, 3)
    broken.weights[1, 0, 2] = np.inf
    broken.loss[2, 0] = np.nan
    trajectory.append(broken)
    np.testing.assert_array_equal(trajectory.thinned(100)[0], [0, 1, 2, 3])
    assert np.isnan(trajectory.loss[-1])


def test_nothing_that_is_read_can_be_written() -> None:
    trajectory = in_parts([10])
    for name in COLUMNS:
        with pytest.raises(ValueError, match="read-only"):
            getattr(trajectory, name)[:1] = 7
    for values in trajectory.history.values():
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 7


def test_what_was_read_does_not_change_as_the_run_goes_on() -> None:
    trajectory = in_parts([10])
    before = {name: (getattr(trajectory, name), getattr(trajectory, name).copy()) for name in COLUMNS}
    trajectory.append(recorded(10, 200))
    for name, (view, copy) in before.items():
        np.testing.assert_array_equal(view, copy, err_msg=name)


def test_a_batch_without_steps_changes_nothing() -> None:
    trajectory = begun()
    trajectory.append(recorded(0, 0))
    assert_same(trajectory, begun())
    np.testing.assert_array_equal(trajectory.last_weights, np.zeros(SIZE))
    trajectory.append(recorded(0, 5))
    trajectory.append(recorded(5, 0))
    assert_same(trajectory, in_parts([5]))


def test_one_run_out_of_many_is_taken() -> None:
    trajectory = in_parts([5, 3], run=2)
    np.testing.assert_array_equal(trajectory.weights[1:, 0], 2000 + np.arange(1, 9))
    np.testing.assert_array_equal(trajectory.history["loss"], [2001, 2002])


def test_the_history_names_what_there_is() -> None:
    assert set(begun().history) == {"loss"}
    # `recorded` knows no validation loss; its second column in Keras's order is accuracy.
    assert set(in_parts([8]).history) == {"loss", "val_loss"}


@given(counts=st.lists(st.integers(1, 30), min_size=1, max_size=6), part=st.floats(0, 1))
def test_the_past_of_a_run_is_the_run_as_it_was_then(counts: list[int], part: float) -> None:
    step = round(part * sum(counts))
    whole = in_parts(counts)
    past, then = whole.until(step, np.full(SIZE, step, np.float32)), in_parts([step] if step else [])
    for name in COLUMNS:
        np.testing.assert_array_equal(getattr(past, name), getattr(then, name))
    assert past.history.keys() == then.history.keys()
    past.append(recorded(step, 5))
    np.testing.assert_array_equal(past.loss[1:], recorded(0, step + 5).loss[:, 0])


def test_the_past_of_a_thinned_run_goes_on_thinned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MEMORY_LIMIT", 40 * SIZE * 4)
    past = in_parts([100]).until(51, np.full(SIZE, 51, np.float32))
    past.append(recorded(51, 49))
    assert past.count == 100
    np.testing.assert_array_equal(past.weight_steps, in_parts([100]).weight_steps)


def test_weights_at_a_step_are_those_of_the_last_kept_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = in_parts([10])
    assert [whole.at(step)[0] for step in (0, 3, 10, 99, None)] == [0, 3, 10, 10, 10]
    monkeypatch.setattr(module, "MEMORY_LIMIT", 40 * SIZE * 4)
    thinned = in_parts([101])
    assert [thinned.at(step)[0] for step in (0, 8, 9, 101, None)] == [0, 8, 8, 101, 101]


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6), st.integers(2, 30), st.data())
@settings(max_examples=60, deadline=None)
def test_the_first_steps_and_then_the_others_are_the_whole(counts: list[int], rows: int, data: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MEMORY_LIMIT", rows * SIZE * 4)
        whole = in_parts(counts)
        step = data.draw(st.integers(0, whole.count))
        weights = np.full(SIZE, step, np.float32)
        part = whole.until(step, weights)
        assert part.count == step
        np.testing.assert_array_equal(part.last_weights, weights)
        assert part.thinned(5)[0][-1] == step
        np.testing.assert_array_equal(part.thinned(5)[1][:, 0], part.thinned(5)[0])
        before = [np.array(getattr(whole, name)) for name in COLUMNS]
        part.append(recorded(step, whole.count - step))
        assert_same(part, whole)
        np.testing.assert_array_equal(part.last_weights, whole.last_weights)
        for name, values in zip(COLUMNS, before, strict=True):
            np.testing.assert_array_equal(getattr(whole, name), values, err_msg=name)


def test_weights_that_were_thinned_away_have_to_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MEMORY_LIMIT", 10 * SIZE * 4)
    whole = in_parts([33])
    with pytest.raises(ValueError, match="after step 7 were thinned away"):
        whole.until(7)
    np.testing.assert_array_equal(whole.until(8).last_weights, np.full(SIZE, 8))
    np.testing.assert_array_equal(whole.until(33).last_weights, np.full(SIZE, 33))
    np.testing.assert_array_equal(whole.until(0).last_weights, np.zeros(SIZE))
    for step in (-1, 34):
        with pytest.raises(ValueError, match="there is no step"):
            whole.until(step)
