"""TensorBoard's files: a real log of Keras's callback, one written by TensorFlow, and every kind of damage."""

import contextlib
import io
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core.diagnosis import diagnose
from gdviz.core.event_file import parse_events, read_events, scalars
from gdviz.core.history import read_history
from gdviz.errors import UserError

LOG = Path(__file__).parent / "logs" / "tensorboard"
"""What ``keras.callbacks.TensorBoard`` wrote of six epochs with validation."""

LOSS = [3.26214, 2.84542, 2.48451, 2.17160, 1.90006, 1.66416]
VAL_LOSS = [3.13026, 2.76199, 2.43951, 2.15680, 1.90869, 1.69069]
(TRAIN,) = (LOG / "train").iterdir()


@pytest.mark.parametrize("path", [LOG, TRAIN, str(LOG), str(TRAIN)])
def test_a_log_of_keras_is_read_by_folder_or_by_file(path):
    columns = read_history(path)
    assert columns["loss"] == pytest.approx(LOSS, rel=1e-5)
    assert columns["val_loss"] == pytest.approx(VAL_LOSS, rel=1e-5)
    assert columns["epoch_learning_rate"] == pytest.approx([0.01] * 6)


def test_a_log_is_diagnosed_like_its_numbers():
    found = diagnose(LOG, optimizer="sgd")
    assert found.verdict == diagnose({"loss": LOSS, "val_loss": VAL_LOSS}, learning_rate=0.01, optimizer="sgd").verdict


def test_a_copy_under_another_name_is_known_by_its_content(tmp_path):
    shutil.copy(TRAIN, tmp_path / "log.bin")
    assert read_history(tmp_path / "log.bin")["loss"] == pytest.approx(LOSS, rel=1e-5)


@pytest.mark.slow
def test_plain_values_steps_and_a_run_taken_up_again(tmp_path):
    from gdviz.engine.runtime import prepare

    prepare()
    import tensorflow as tf

    with tf.Graph().as_default():
        summary = tf.compat.v1.summary.FileWriter(str(tmp_path))
    for step, value in [(0, 3.0), (1, 2.0), (2, 9.0), (2, 1.0), (3, float("inf"))]:
        values = [tf.compat.v1.Summary.Value(tag=tag, simple_value=value) for tag in ("train/loss", "other")]
        summary.add_summary(tf.compat.v1.Summary(value=values), step)
    summary.close()
    assert read_history(tmp_path)["loss"].tolist() == [3, 2, 1, float("inf")]


def test_two_runs_in_one_folder_are_not_mixed(tmp_path):
    for name in ("one", "two"):
        shutil.copytree(LOG / "train", tmp_path / name)
    with pytest.raises(UserError, match="holds 2 runs"):
        read_events(tmp_path)


def test_a_folder_without_a_log_and_a_log_without_a_loss_are_told_in_words(tmp_path):
    with pytest.raises(UserError, match="no event file"):
        read_history(tmp_path)
    shutil.copytree(LOG / "validation", tmp_path / "validation")
    with pytest.raises(UserError, match='no "loss"'):
        read_history(tmp_path)


@pytest.mark.parametrize("kept", [0, 11, 12, 40, 200, 500, 1500])
def test_a_log_cut_off_gives_what_there_was(kept):
    content = TRAIN.read_bytes()[:kept]
    found = parse_events(content).get("epoch_loss", np.empty(0))
    assert found.tolist() == pytest.approx(LOSS[: found.size], rel=1e-5)


def test_a_record_of_absurd_length_ends_the_reading():
    content = bytearray(TRAIN.read_bytes())
    content[0:8] = (2**62).to_bytes(8, "little")
    assert parse_events(bytes(content)) == {}


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8))
def test_any_damage_is_survived(changes):
    content = bytearray(TRAIN.read_bytes())
    for at, byte in changes:
        content[at] = byte
    with contextlib.suppress(UserError):
        assert all(values.ndim == 1 for values in parse_events(bytes(content)).values())


@given(st.binary(max_size=200))
def test_any_bytes_are_no_scalars_or_some(content):
    assert isinstance(list(scalars(io.BytesIO(content))), list)
