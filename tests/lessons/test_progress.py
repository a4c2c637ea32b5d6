"""What a pupil has done is kept, and a damaged file costs nothing but itself."""

from pathlib import Path

import pytest

from gdviz.errors import UserError
from gdviz.lessons.marks import Bet
from gdviz.lessons.model import Lesson, Step
from gdviz.lessons.progress import Keeper, Progress, from_json, to_json

LESSON = Lesson("l", "L", "G", 5, (Step("l/1", "a", "b"), Step("l/2", "a", "b")))
SOME = (
    Progress("de", boxes={"card1": 2}, rounds=3, quiz_best=80, quizzes=4)
    .moved(LESSON, 1)
    .finished("l/1")
    .bet(Bet("l/1", True, 0.75, "r\u00e9sum\u00e9"))
)


def test_it_survives_on_disk(tmp_path: Path) -> None:
    file = tmp_path / "new" / "progress.json"
    Keeper(file).keep(SOME)
    again = Keeper(file)
    assert again.progress == SOME
    assert not again.damaged


def test_the_first_answer_counts() -> None:
    assert SOME.bet(Bet("l/1", False, 0.5, "x")).bets["l/1"].right


def test_a_lesson_is_forgotten_alone() -> None:
    other = SOME.finished("m/1").without(LESSON)
    assert other.done == {"m/1"}
    assert not other.bets
    assert not other.at
    assert SOME.share(LESSON) == 0.5


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b"{}", b'{"version": 9}', to_json(SOME).encode()[:90]]
)
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "progress.json"
    file.write_bytes(content)
    keeper = Keeper(file)
    assert keeper.progress == Progress()
    assert "progress.damaged" in keeper.damaged
    assert (tmp_path / "progress.damaged").read_bytes() == content
    keeper.keep(SOME)
    assert Keeper(file).progress == SOME


def test_what_cannot_be_written_is_kept_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    keeper = Keeper(tmp_path / "file" / "progress.json")
    with pytest.raises(UserError, match="cannot be made"):
        keeper.keep(SOME)
    assert keeper.progress == SOME


def test_text_there_and_back() -> None:
    assert from_json(to_json(SOME)) == SOME
