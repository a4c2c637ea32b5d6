"""Packs and results: there and back, and everything that is not to be believed."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import validated
from gdviz.errors import UserError
from gdviz.lessons.class_files import Pack, Result, new_key, read_pack, read_result, write_pack, write_result
from gdviz.lessons.class_table import as_csv, as_html, misconceptions, read_folder
from gdviz.lessons.library import Library
from gdviz.lessons.marks import Bet
from gdviz.lessons.model import Preset

KEY = "0123456789abcdef"
LESSON = 'title = "Ours"\ngoal = "g"\n[[step]]\ntitle = "s"\ntext = "t"\n'
SLOW = Experiment("square", optimizer="sgd", learning_rate=0.01)
PACK = Pack(
    "10b",
    KEY,
    ("01-downhill", "own"),
    ("data", "learning_rate"),
    (Preset("pack1", "Asleep", "Ten times too low.", False, SLOW),),
    "de",
    True,
    Experiment(learning_rate=0.02),
    {"lessons/en/own.toml": LESSON},
)
ANA = Result("Ana \u00d6", "10b", ("01-downhill/1",), (Bet("01-downhill/1", False, 0.95, "Left, to smaller w"),), 70)
BEN = Result("=cmd()", "10b", (), (Bet("01-downhill/1", False, 0.5, "Left, to smaller w"),))


def test_a_pack_there_and_back(tmp_path: Path) -> None:
    write_pack(tmp_path / "a.gdvizclass", PACK)
    assert read_pack(tmp_path / "a.gdvizclass", validated) == PACK
    assert new_key() != new_key()


def test_a_result_is_sealed_with_the_key_of_the_pack(tmp_path: Path) -> None:
    file = tmp_path / "ana.gdvizresult"
    write_result(file, ANA, KEY)
    assert read_result(file).sealed is None
    assert read_result(file, KEY).sealed is True
    assert read_result(file, "another").sealed is False
    assert read_result(file).bets == ANA.bets


def rewritten(file: Path, name: str, content: str) -> None:
    """What somebody does who unpacks it, edits, and packs it again."""
    with zipfile.ZipFile(file) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, text in {**members, name: content}.items():
            archive.writestr(each, text)


def test_an_edited_result_is_told_to_be_so(tmp_path: Path) -> None:
    file = tmp_path / "ana.gdvizresult"
    write_result(file, ANA, KEY)
    rewritten(file, "content.json", json.dumps({"name": "Ana", "quiz_best": 100}))
    with pytest.raises(UserError, match="changed after it was saved"):
        read_result(file)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"hello", b"\0" * 1000])
def test_what_is_no_file_of_ours_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.gdvizresult").write_bytes(content)
    with pytest.raises(UserError, match="is damaged"):
        read_result(tmp_path / "a.gdvizresult")


def test_a_file_cut_short_is_damaged(tmp_path: Path) -> None:
    file = tmp_path / "a.gdvizclass"
    write_pack(file, PACK)
    whole = file.read_bytes()
    for end in range(0, len(whole), 97):
        file.write_bytes(whole[:end])
        with pytest.raises(UserError):
            read_pack(file, validated)


@pytest.mark.parametrize("name", ["../evil.toml", "/etc/x.toml", "lessons/en/../../x.toml", "lessons/en/a.py"])
def test_strangers_in_a_pack_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="is called"):
        write_pack(tmp_path / "a.gdvizclass", Pack("", KEY, files={name: ""}))
    write_pack(tmp_path / "a.gdvizclass", PACK)
    rewritten(tmp_path / "a.gdvizclass", name, "")
    with pytest.raises(UserError, match="does not belong"):
        read_pack(tmp_path / "a.gdvizclass", validated)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "a.gdvizclass"
    write_pack(file, PACK)
    rewritten(file, "lessons/en/own.toml", "0" * 20_000_000)
    with pytest.raises(UserError, match="unpacks to more"):
        read_pack(file, validated)


def test_other_kinds_and_newer_versions_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.gdvizresult"
    write_pack(file, PACK)
    with pytest.raises(UserError, match="is no result"):
        read_result(file)
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    rewritten(file, "manifest.json", json.dumps({**manifest, "version": 99}))
    with pytest.raises(UserError, match="newer gdviz"):
        read_pack(file, validated)
    with pytest.raises(UserError, match="cannot be read"):
        read_pack(tmp_path / "not-there.gdvizclass", validated)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"locked": ("colour",)}, "locks 'colour'"),
        ({"setup": Experiment(learning_rate=-1.0)}, "cannot be used here. Learning rate was -1"),
        ({"presets": (Preset("pack1", "t", "w", True, Experiment(data="nothing")),)}, "cannot be used"),
    ],
)
def test_settings_that_are_not_to_be_had_are_refused(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    write_pack(tmp_path / "a.gdvizclass", replace(PACK, **change))
    with pytest.raises(UserError, match=told):
        read_pack(tmp_path / "a.gdvizclass", validated)


def test_lesson_files_of_a_pack_are_part_of_the_course() -> None:
    library = Library(validated).with_texts({"lessons/en/own.toml": LESSON, "lessons/fr/course.toml": ""})
    assert library.course("en")[0].lesson("own").title == "Ours"
    assert library.course("de")[0].lesson("own").title == "Ours"
    assert "fr" in library.languages()


def test_everything_wrong_with_them_is_found_at_once() -> None:
    texts = {
        "lessons/en/own.toml": "title = 3\nx = 1\n",
        "lessons/de/other.toml": "title = ",
        "lessons/en/good.toml": LESSON,
    }
    told = [str(each) for each in Library(validated).with_texts(texts).problems_of_texts()]
    assert sorted(line.split(":")[0] for line in told) == ["lessons/de/other.toml", *["lessons/en/own.toml"] * 4]
    assert any("unknown key 'x'" in line for line in told)


def test_the_table_of_a_class(tmp_path: Path) -> None:
    course = Library(validated).course("en")[0]
    write_result(tmp_path / "a.gdvizresult", ANA, KEY)
    write_result(tmp_path / "b.gdvizresult", BEN, "another")
    (tmp_path / "c.gdvizresult").write_bytes(b"?")
    table = read_folder(tmp_path, KEY)
    assert [(result.name, result.sealed) for result in table.results] == [("=cmd()", False), ("Ana \u00d6", True)]
    assert len(table.skipped) == 1
    assert misconceptions(table, course)[0] == (2, "Rolling downhill: Which way?", "Left, to smaller w")
    sheet = as_csv(table, course).splitlines()
    assert sheet[1].startswith("'=cmd()")
    assert sheet[2].startswith("Ana \u00d6,1,58,0,1,1,")
    assert sheet[2].split(",")[9] == "1/4"
    page = as_html(table, course)
    assert "Left, to smaller w" in page
    assert "c.gdvizresult is damaged" in page


def test_names_cannot_be_markup(tmp_path: Path) -> None:
    write_result(tmp_path / "a.gdvizresult", Result("<script>", "", (), ()), KEY)
    assert "<script>" not in as_html(read_folder(tmp_path), Library(validated).course("en")[0])


def test_a_folder_without_results(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no \.gdvizresult"):
        read_folder(tmp_path)
    with pytest.raises(UserError, match="not there"):
        read_folder(tmp_path / "x")
