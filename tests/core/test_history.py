"""Reading a history: every form it comes in, and everything that is none."""

import contextlib
import io
import json
import sys
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdviz.core import history
from gdviz.core.history import history_of, parse_history, read_history
from gdviz.errors import UserError

CSV = "epoch,accuracy,loss,val_loss\n0,0.5,1.1,1.2\n1,0.6,0.9,1.0\n2,0.7,0.8,NA\n"


def listed(columns):
    return {name: values.tolist() for name, values in columns.items()}


def test_a_csvlogger_file_is_read():
    columns = parse_history(CSV)
    assert columns["loss"].tolist() == [1.1, 0.9, 0.8]
    assert columns["epoch"].tolist() == [0, 1, 2]
    assert np.isnan(columns["val_loss"][2])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(separator, newline):
    text = CSV.replace(",", separator).replace("\n", newline)
    assert parse_history(text)["loss"].tolist() == [1.1, 0.9, 0.8]


def test_a_decimal_comma_between_semicolons():
    assert parse_history("epoch;loss\n0;1,5\n1;0,5\n")["loss"].tolist() == [1.5, 0.5]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [CSV, '{"loss": [1.1, 0.9, 0.8]}'])
def test_encodings(tmp_path, encoding, text):
    path = tmp_path / "log.csv"
    path.write_bytes(text.encode(encoding))
    assert read_history(path)["loss"].tolist() == [1.1, 0.9, 0.8]
    assert read_history(str(path))["loss"].tolist() == [1.1, 0.9, 0.8]


def test_json_with_null_and_infinity():
    columns = parse_history('{"loss": [1, null, Infinity], "val_loss": null, "name": "x"}')
    assert set(columns) == {"loss"}
    assert np.isnan(columns["loss"][1])
    assert np.isinf(columns["loss"][2])


def test_a_json_list_is_a_row_of_losses():
    assert listed(parse_history("[3, 2, 1]")) == {"loss": [3, 2, 1]}


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(CSV.encode())))
    assert read_history("-")["loss"].size == 3


def test_a_generator_and_whatever_has_columns():
    class Frame:
        def keys(self):
            return ["Loss "]

        def __getitem__(self, name):
            return np.array([3, 2, 1])

    assert listed(history_of(Frame())) == {"loss": [3, 2, 1]}
    assert listed(history_of(value for value in (3, 2, 1))) == {"loss": [3, 2, 1]}
    assert listed(history_of({})) == {"loss": []}


def test_whole_numbers_beyond_a_float_are_infinite():
    assert np.isinf(history_of([1, 10**400])["loss"][1])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "nothing in it"),
        (b" \n\n", "nothing in it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (b"\xff\xfe\x00", "not a text file"),
        (b"\x80\x81\x82", "not a text file"),
        (b"PK\x03\x04 whatever\0", "not a text file"),
        (b"hello world", 'no "loss"'),
        (b"epoch,accuracy\n0,1\n", "'epoch', 'accuracy'"),
        (b"epoch,loss\n0,1\n1\n", "Row 3 has 1 cells"),
        (b"epoch,loss\n0,1\n1,high\n", "'high' at epoch 2"),
        (b'{"loss": {"a": [1]}}', '"loss" was'),
        (b'{"loss": [[1, 2], [3]]}', "[1, 2] at epoch 1"),
        (b'{"loss": ["1", "2"]}', "'1' at epoch 1"),
        (b'{"loss": 5}', '"loss" was 5'),
        (b'{"loss": [1], "val_loss": ["x"]}', "'x' at epoch 1"),
        (b'{"runs": []}', "'runs'"),
        (b"{}", 'no "loss"'),
        (b'{"loss": [1,', "not"),
        (b"[" * 100_000, "not"),
        (b"loss\n" + b"x" * 200_000, "CSV"),
        (b'loss\n"' + b"1\n" * 200_000, "CSV"),
    ],
)
def test_what_is_no_history_is_told_in_one_line(tmp_path, content, says):
    path = tmp_path / "log.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as error:
        read_history(path)
    assert says in str(error.value)
    assert "log.csv" in str(error.value)
    assert "\n" not in str(error.value)
    assert len(str(error.value)) < 600


@pytest.mark.parametrize(("name", "says"), [("", "folder"), ("none.csv", "no file"), ("a\0b", "cannot be read")])
def test_no_such_file(tmp_path, name, says):
    with pytest.raises(UserError, match=says):
        read_history(f"{tmp_path}/{name}")


def test_a_file_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(history, "SIZE_LIMIT", 10)
    (tmp_path / "log.csv").write_text(CSV)
    with pytest.raises(UserError, match="larger than"):
        read_history(tmp_path / "log.csv")


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read_or_refused(content):
    with contextlib.suppress(UserError):
        assert parse_history(history.decoded(content, "it"))["loss"].ndim == 1


@given(st.lists(st.floats()))
def test_what_json_writes_is_read_back(loss):
    read = parse_history(json.dumps({"loss": loss}))["loss"]
    assert np.array_equal(read, np.array(loss, float), equal_nan=True)
