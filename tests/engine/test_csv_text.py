"""Files that are no table, nearly one, or damaged: refused in one sentence, never in any other way."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdviz.engine.csv_data import Table, inspect, load
from gdviz.errors import UserError

PLANTS = "height,width,leaf,kind\n" + "".join(
    f"{10 + number * 0.5},{number % 7},{'round' if number % 3 else 'long'},{'oak' if number % 2 else 'fir'}\n"
    for number in range(30)
)
WITHIN_A_TEST = [HealthCheck.function_scoped_fixture]


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """Writes text or bytes to a new file."""
    numbers = iter(range(10**6))

    def write(content: str | bytes, encoding: str = "utf-8") -> Path:
        path = tmp_path / f"table {next(numbers)}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


def refusal(path: Path, target: str | None = None, **options: Any) -> str:
    with pytest.raises(UserError) as error:
        inspect(path) if target is None else load(path, target, **options)
    assert len(str(error.value).splitlines()) == 1
    return str(error.value)


REFUSALS: list[tuple[str | bytes, str]] = [
    (b"", "is empty"),
    (b"\n\n\n", "is empty"),
    (b"a,b\n", "has no rows below its first line"),
    (b"\xef\xbb\xbf", "is empty"),
    (b"a\n1\n2\n", "has only one column"),
    (b"just some words", "has only one column"),
    (b"PK\x03\x04" + bytes(100), "is a spreadsheet or ZIP file"),
    (b"\x1f\x8b\x08\x00" + bytes(100), "is a compressed file"),
    (b"a,b\n1,2\n\x00\x01\n", "is not text"),
    (b"\x89\x81\x8d,\x9d", "is not text"),
    (b"\xff\xfea\x00,", "ends in the middle of a character"),
    (b"\xff\xfea\x00\x00\xd8\x00\xd8", "is not text"),
    ("ä,b\n1,ö".encode()[:-1], "ends in the middle of a character"),
    (b"a,b,c\n1,2,3\n4,5\n6,7,8\n", "Line 3 of 'table 0.csv' has 2 columns. Expected 3 as in the first line."),
    (b"a,b,c\n1,2,3\n4,5,6\n7,8", "Line 4 of 'table 0.csv' has 2 columns. Expected 3 as in the first line. It is the"),
    (b"a,b\n1,2\n1,2,3\n", "Line 3 of 'table 0.csv' has 3 columns."),
    (b"a,b,a\n1,2,3\n", "2 columns of 'table 0.csv' are called 'a'"),
    (b"a,b, a \n1,2,3\n", "2 columns of 'table 0.csv' are called 'a'"),
    (b'a,b\n1,2\n3,"4\n5,6\n', "cannot be read at line"),
    (b'a,b\n1,2\n"3"x,4\n', "cannot be read at line 3"),
    (b"a,b\n1,2\n" + b"x" * 3_000_000, "Line 3 of 'table 0.csv' has over 1,000,000 characters"),
    (b"x" * 3_000_000, "has only one column"),
    (b"a,b\n1,2\n" + b"x" * 300_000 + b",1\n", "cannot be read at line 3"),
    (b"a,b\n1,2\n" + b'"' + b"1,2\n" * 100_000, "cannot be read at line"),
    (b",".join(b"a%d" % n for n in range(20_000)) + b"\n" + b"1," * 19_999 + b"1\n", "has 20,000 columns"),
]


@pytest.mark.parametrize(
    ("content", "says"), REFUSALS, ids=[says[:40] + str(i) for i, (_, says) in enumerate(REFUSALS)]
)
def test_what_is_no_table_is_refused_in_a_sentence(file: Any, content: str | bytes, says: str) -> None:
    assert says in refusal(file(content))


def test_what_is_not_there_is_refused_in_a_sentence(tmp_path: Path) -> None:
    assert "'no.csv' cannot be read: No such file" in refusal(tmp_path / "no.csv")
    assert "cannot be read" in refusal(tmp_path)
    assert "cannot be read" in refusal(tmp_path / "a\0b")
    assert "cannot be read" in refusal(tmp_path / ("x" * 5000))


def tried(path: Path) -> None:
    """Reads whatever it is, for every target; only a `UserError` of one line may come of it."""
    preview = refused_or(inspect, path)
    for name in preview.layout.names[:4] if preview else ():
        if table := refused_or(load, path, name):
            sound(table)


def refused_or(read: Any, *arguments: Any) -> Any:
    try:
        return read(*arguments)
    except UserError as error:
        if len(str(error).splitlines()) != 1:
            raise
        return None


def sound(table: Table) -> None:
    assert np.isfinite(table.x).all()
    assert np.isfinite(table.y).all()
    assert table.x.shape == (len(table.y), len(table.features))
    assert not table.class_names or set(table.y) <= set(range(len(table.class_names)))


@settings(max_examples=400, deadline=None, suppress_health_check=WITHIN_A_TEST)
@given(st.binary(max_size=300))
def test_random_bytes_raise_nothing_but_a_sentence(file: Any, content: bytes) -> None:
    tried(file(content))


PIECES = [
    b"1",
    b"2.5",
    b"-3,5",
    b"a",
    b"b",
    b",",
    b",",
    b";",
    b"\t",
    b"\n",
    b"\n",
    b"\r\n",
    b'"',
    b" ",
    b"nan",
    b"_",
    b"1e999",
    b"\xe9",
    "é".encode(),
]


@settings(max_examples=600, deadline=None, suppress_health_check=WITHIN_A_TEST)
@given(st.lists(st.sampled_from(PIECES), max_size=80), st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe", b"a,b\n"]))
def test_files_that_look_almost_right_raise_nothing_but_a_sentence(
    file: Any, pieces: list[bytes], start: bytes
) -> None:
    tried(file(start + b"".join(pieces)))


@settings(max_examples=200, deadline=None, suppress_health_check=WITHIN_A_TEST)
@given(st.integers(0, len(PLANTS) - 1), st.integers(0, 255), st.integers(1, len(PLANTS)))
def test_a_damaged_or_cut_file_raises_nothing_but_a_sentence(file: Any, at: int, byte: int, end: int) -> None:
    damaged = bytearray(PLANTS.encode())
    damaged[at] = byte
    tried(file(bytes(damaged[:end])))
