"""Charts: of the kind their name says, from whatever a run recorded, or none at all."""

import math
import re
from pathlib import Path

import pytest

from gdviz.core.diagnosis import VERDICTS, diagnose
from gdviz.core.report import FORMATS, Run, check_chart_path, write_chart
from gdviz.errors import UserError

SIGNATURES = {".png": b"\x89PNG\r\n\x1a\n", ".svg": b"<?xml", ".pdf": b"%PDF-"}
FALLING = [2.0 * 0.8**epoch for epoch in range(30)]
LOST = [2.0, 30.0, 9e5, *[math.nan] * 27]


def run_with(label: str, **history: list[float]) -> Run:
    return Run(label, history, diagnose(history))


def runs() -> list[Run]:
    healthy = run_with("rate 0.01", loss=FALLING, val_loss=[1.1 * value for value in FALLING])
    return [healthy, run_with("rate 1", loss=LOST, val_loss=LOST)]


def words_in(path: Path) -> str:
    """The words of an SVG chart; matplotlib draws letters as shapes and keeps the text beside each as a comment."""
    return "\n".join(re.findall(r"<!-- (.*?) -->", path.read_text(encoding="utf-8"), re.DOTALL))


@pytest.mark.parametrize("suffix", [*FORMATS, ".PNG"])
def test_a_chart_is_of_the_kind_its_name_says(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"chart{suffix}"
    write_chart(path, "Iris", runs())
    assert path.read_bytes().startswith(SIGNATURES[suffix.lower()])
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_numbers_give_the_same_file(tmp_path: Path, suffix: str) -> None:
    one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
    write_chart(one, "Iris", runs())
    write_chart(other, "Iris", runs())
    assert one.read_bytes() == other.read_bytes()


def test_a_chart_says_what_is_on_it(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    write_chart(path, "Iris, 16", runs())
    words = words_in(path)
    for expected in ("Iris, 16", "epoch", "loss (full: training, dashed: validation)", "rate 1: diverging"):
        assert expected in words
    for run in runs():
        assert f"{run.label}: {VERDICTS[run.diagnosis.verdict].title.lower()}" in words
        assert run.diagnosis.sentence.split(":")[0].split(",")[0][:40] in " ".join(words.split())


@pytest.mark.parametrize(
    "loss",
    [
        [math.nan] * 5,
        [math.inf, math.nan],
        [1.0],
        [0.0] * 8,
        [-1.0, -2.0, -2.5, -2.6],
        [1e-30, 1e30, 1e-30, 1e30],
        [3.0] * 10,
    ],
    ids=["all NaN", "infinite", "one epoch", "zeros", "negative", "sixty decades", "constant"],
)
def test_every_odd_curve_gives_a_picture(tmp_path: Path, loss: list[float]) -> None:
    path = tmp_path / "chart.png"
    write_chart(path, "Iris", [run_with("rate 1", loss=loss)])
    assert path.read_bytes().startswith(SIGNATURES[".png"])


def test_many_runs_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    write_chart(path, "Iris", [run_with(f"rate {rate}", loss=FALLING) for rate in range(12)])
    assert all(f"rate {rate}:" in words_in(path) for rate in range(12))


@pytest.mark.parametrize("name", ["chart.bmp", "chart", ".png", "chart.png.exe", "chart.jpeg"])
def test_another_ending_is_refused_before_anything_is_drawn(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"Expected a name that ends in \.png, \.svg, \.pdf\.") as error:
        check_chart_path(tmp_path / name)
    assert repr(name) in str(error.value)
    with pytest.raises(UserError, match="a name that ends in"):
        write_chart(tmp_path / name, "Iris", runs())
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is not there"):
        write_chart(tmp_path / "none" / "chart.png", "Iris", runs())
    assert not list(tmp_path.iterdir())


def test_a_run_that_cannot_be_drawn_leaves_the_old_chart(tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")
    broken = Run("rate 1", {"loss": ["high"]}, diagnose(FALLING))  # type: ignore[list-item]
    with pytest.raises(ValueError, match="high"):
        write_chart(path, "Iris", [broken])
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["chart.png"]
