"""Text as it is pasted: bare numbers in every shape, what Keras prints, other programs' names for a loss."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core import history
from gdviz.core.history import history_of, parse_history, read_history
from gdviz.errors import UserError


def read(text):
    return {name: values.tolist() for name, values in parse_history(text).items()}


ONE = {"loss": [0.9, 0.5, 0.25]}
TWO = {"loss": [0.9, 0.5, 0.25], "val_loss": [1.0, 0.75, 0.5]}


@pytest.mark.parametrize(
    "text",
    [
        "0.9\n0.5\n0.25\n",
        "0.9 0.5 0.25",
        "0.9, 0.5, 0.25",
        "0.9,0.5,0.25\n",
        "0.9;0.5;0.25",
        "0.9\t0.5\t0.25",
        "0,9\n0,5\n0,25",
        "0,9 0,5 0,25",
        "0,9; 0,5; 0,25",
        "[0.9, 0.5, 0.25]",
        "  9e-1\n\n5.0e-1\n.25\n",
        "loss\n0.9\n0.5\n0.25",
        "Loss \n0.9\n0.5\n0.25",
        "1 0.9\n2 0.5\n3 0.25",
        "0,0.9\n1,0.5\n2,0.25",
    ],
)
def test_a_column_of_losses_in_any_shape(text):
    assert read(text)["loss"] == ONE["loss"]
    assert "val_loss" not in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "0.9 1.0\n0.5 0.75\n0.25 0.5",
        "0.9,1\n0.5,0.75\n0.25,0.5",
        "0,9\t1,0\n0,5\t0,75\n0,25\t0,5",
        "0,9;1\n0,5;0,75\n0,25;0,5",
        "0 0.9 1\n1 0.5 0.75\n2 0.25 0.5",
        "| 1 | 0.9 | 1.0 |\n| 2 | 0.5 | 0.75 |\n| 3 | 0.25 | 0.5 |",
        "epoch loss   val_loss\n0 0.9 1\n1 0.5 0.75\n2 0.25 0.5",
        "loss\tval_loss\n0,9\t1\n0,5\t0,75\n0,25\t0,5",
        "{'loss': [0.9, 0.5, 0.25], 'val_loss': [1.0, 0.75, 0.5]}",
        "{'loss': [np.float64(0.9), np.float64(0.5), 0.25], 'val_loss': array([1.0, 0.75, 0.5])}",
        "Epoch,train/loss,valid_loss\n0,0.9,1\n1,0.5,0.75\n2,0.25,0.5",
        "trainLoss,testLoss,lr\n0.9,1,3\n0.5,0.75,3\n0.25,0.5,3",
        "Epoch 1/3\n1/9 loss: 2.0\r9/9 - 1s - loss: 0.9 - val_loss: 1.0\n"
        "Epoch 2/3\n9/9 - loss: 0.5 - val_loss: 0.75\nEpoch 3/3\n9/9 - accuracy: 0.5 - loss: 2.5e-1 - val_loss: 0.5",
        "9/9 - loss: 0.9 - val_loss: 1.0\n9/9 - loss: 0.5 - val_loss: 0.75\n9/9 - loss: 0.25 - val_loss: 0.5",
    ],
)
def test_two_columns_are_loss_and_validation_loss(text):
    assert {name: read(text)[name] for name in TWO} == TWO


def test_whole_numbers_after_epoch_numbers_are_no_decimals():
    assert read("1,8\n2,20\n3,55\n4,160") == {"loss": [8, 20, 55, 160]}


def test_nan_and_inf_among_pasted_numbers():
    loss = read("2.1\n40\n900\nnan\ninf")["loss"]
    assert math.isnan(loss[3])
    assert math.isinf(loss[4])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1 2 3 4\n2 3 4 5", "4 columns without names"),
        ("1 2\n3\n", "Row 2 has 1 numbers"),
        ("0.9\n0.5\n=SUM(A1:A2)", "no row of numbers"),
        ('epoch,loss\n0,"=HYPERLINK(1)"', "=HYPERLINK"),
        ("epoch,loss\n0,@SUM(1+1)", "@SUM"),
        ("epoch,loss,loss\n0,1,2\n", "two columns 'loss' that differ"),
        ("{'loss': __import__('os').system('true')}", "not"),
        ("hello\nworld", 'no "loss"'),
    ],
)
def test_what_cannot_be_meant_is_told(text, says):
    with pytest.raises(UserError) as error:
        parse_history(text)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_two_columns_of_one_name_that_agree_are_one():
    assert read("loss,loss\n1,1\nNA,NA\n")["loss"][0] == 1


def test_keras_own_names_go_before_others():
    columns = history_of({"train_loss": [9.0], "loss": [1.0], "val_loss": [2.0], "test_loss": [8.0]})
    assert (columns["loss"].tolist(), columns["val_loss"].tolist()) == ([1], [2])
    assert "reconstruction_loss" in history_of({"loss": [1], "reconstruction_loss": [2]})


def test_a_line_of_a_thousand_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "log.csv"
    with open(path, "wb") as file:
        file.write(b"loss\n1")
        file.truncate(2**30)
    with pytest.raises(UserError, match="larger than"):
        read_history(path)


def test_the_wrong_encoding_is_read_or_refused(tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes("épòque,loss\n0,1\n".encode("latin-1"))
    with pytest.raises(UserError, match="not a text file"):
        read_history(path)
    path.write_bytes("época,loss\n0,1\n".encode("utf-16"))
    with pytest.raises(UserError, match="not a text file"):
        read_history(path)


def test_an_endless_stream_is_read_no_further_than_the_limit(monkeypatch):
    class Endless:
        buffer = None

        def read(self, most):
            return b"1\n" * (most // 2 + 1)

    endless = Endless()
    endless.buffer = endless
    monkeypatch.setattr(history, "SIZE_LIMIT", 1000)
    monkeypatch.setattr("sys.stdin", endless)
    with pytest.raises(UserError, match="larger than"):
        read_history("-")


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789.,;:-+ \t\n\r|eE[]{}'\"nalosv_=/"), max_size=80))
def test_any_pasted_text_is_read_or_refused_in_one_line(text):
    told = ""
    try:
        parse_history(text)
    except UserError as error:
        told = str(error)
    assert "\n" not in told
