"""Reading the user's file takes time where it is large: it says how far it is, and can be left anywhere."""

from pathlib import Path
from typing import Any

import pytest

from gdviz.engine import csv_data, csv_text, datasets
from gdviz.engine.csv_data import inspect, load
from gdviz.engine.csv_key import key

ROWS = "".join(f"{number * 0.5},{number % 7},{'oak' if number % 2 else 'fir'}\n" for number in range(30))
PLANTS = "height,width,kind\n" + ROWS


@pytest.fixture
def file(tmp_path: Path) -> Any:
    """Writes a new file."""
    numbers = iter(range(100))

    def write(content: str) -> Path:
        path = tmp_path / f"table {next(numbers)}.csv"
        path.write_text(content, encoding="utf-8")
        return path

    return write


def told(work: Any) -> tuple[list[float], Any]:
    """Everything a generator yields, and what it returns."""
    parts = []
    while True:
        try:
            parts.append(next(work))
        except StopIteration as end:
            return parts, end.value


def test_reading_tells_how_far_it_is_and_is_not_done_twice(file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "CHUNK", 10)
    monkeypatch.setattr(csv_text, "BLOCK", 200)
    path = file(PLANTS + ROWS * 9)
    parts, table = told(csv_data.loading(path, "kind"))
    assert len(parts) > 60
    assert parts == sorted(parts)
    assert 0 < parts[0] < 0.1
    assert parts[-1] == 1
    assert load(path, "kind") is table
    assert told(csv_data.inspecting(path)) == ([], inspect(path))
    parts, preview = told(csv_data.inspecting(file(PLANTS)))
    assert parts[-1] == 1
    assert preview.rows == 30


def test_reading_can_be_stopped_anywhere_and_begun_again(file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, "CHUNK", 5)
    path = file(PLANTS)
    for count in range(1, 12):
        work = csv_data.loading(path, "kind")
        for _ in range(count):
            next(work, None)
        work.close()
    assert len(load(path, "kind").x) == 30


def test_a_data_set_that_was_read_before_is_there_at_once(file: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    path = file(PLANTS)
    name = key(path, "kind")
    assert list(datasets.loading(name))[-1] == 1
    monkeypatch.setattr(csv_data, "rows_of", None)
    assert datasets.DATASETS[name].classes == 2
    assert list(datasets.loading("iris")) == []
