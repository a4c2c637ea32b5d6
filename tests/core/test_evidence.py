"""A piece of evidence in words and as a bar."""

import math

import pytest

from gdviz.core.diagnosis import Evidence
from gdviz.core.evidence import bar, number, told


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        (Evidence("jumps", (3, 9), 0.312, 0.1, at_most=True), "jumps: 0.31 where at most 0.10 is asked, epochs 3 to 9"),
        (Evidence("rise", (4, 4), 2.5, 1.0), "rise: 2.50 where at least 1 is asked, epoch 4"),
        (Evidence("rise", (), 1e9, 1.0), "rise: 1e+09 where at least 1 is asked"),
        (Evidence("loss", (7,), math.inf, 1e150), "loss: not a number, where any number is asked, epoch 7"),
    ],
)
def test_it_is_told_in_one_line(piece: Evidence, words: str) -> None:
    assert told(piece) == words


@pytest.mark.parametrize(
    ("value", "limit", "part"),
    [(0.5, 1.0, 0.25), (1.0, 1.0, 0.5), (9.0, 1.0, 1.0), (-1.0, 1.0, 0.0), (math.inf, 1.0, 1.0), (1.0, 0.0, 1.0)],
)
def test_the_limit_stands_in_the_middle_of_the_bar(value: float, limit: float, part: float) -> None:
    assert bar(Evidence("what", (), value, limit)) == part


def test_numbers_are_as_people_write_them() -> None:
    assert [number(value) for value in (0.0, 12.0, 1.1, 0.0042, 240000.5)] == ["0", "12", "1.10", "0.0042", "2.4e+05"]
