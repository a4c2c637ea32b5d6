"""What the command line says about lessons and classes."""

from pathlib import Path

import pytest

from gdviz.cli import main
from gdviz.lessons.class_files import Result, write_result


def test_lessons_are_listed_and_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lessons", "--language", "de"]) == 0
    assert "01-downhill" in capsys.readouterr().out
    assert main(["lessons", "--check"]) == 0
    counts = capsys.readouterr().out.splitlines()
    assert [line[:3] for line in counts] == ["en:", "de:"]
    assert all("35 of 35 goals covered; 0 problems" in line for line in counts)


def test_wrong_lessons_end_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lessons", "--check", "--folder", str(tmp_path)]) == 2
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "course.toml").write_text("goals = 3", encoding="utf-8")
    assert main(["lessons", "--check", "--folder", str(tmp_path)]) == 2
    assert "course.toml:1: goals = 3; expected a list" in capsys.readouterr().err


def test_a_class_becomes_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_result(tmp_path / "ana.gdvizresult", Result("Ana", "", (), ()), "")
    (tmp_path / "bad.gdvizresult").write_bytes(b"?")
    sheet, page = tmp_path / "class.csv", tmp_path / "class.html"
    assert main(["class", str(tmp_path), "--csv", str(sheet), "--html", str(page)]) == 0
    said = capsys.readouterr()
    assert "Ana | 0 | 58" in said.out
    assert "skipped: bad.gdvizresult is damaged" in said.err
    assert "Ana" in sheet.read_text(encoding="utf-8-sig")
    assert "Ana" in page.read_text(encoding="utf-8")
    assert main(["class", str(tmp_path / "nowhere")]) == 2
