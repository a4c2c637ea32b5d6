"""Lesson files as teachers write them: everything that is wrong is told at once, with its line."""

from pathlib import Path

import pytest

from gdviz.engine.catalogue import validated
from gdviz.lessons.library import Library
from gdviz.lessons.sources import lines_of

COURSE = 'language_name = "English"\ngoals = [\n  { key = "A1", text = "goal" },\n]\n'

WRONG = """\
title = "Mine"
gaol = "typo"
minutes = "five"

[[step]]
title = "One"
covers = ["A1", 3]
setup = { landscape = "squar", learning_rate = 0.1 }
check = [
  { kind = "steps", count = 1, say = "go" },
  { kind = "stepps", say = "go" },
]
hints = ["1", "2", "3"]
[step.ask]
kind = "pick"
text = "?"
choices = [
  { text = "a", why = "b" },
  { text = "c" },
]

[[step]]
title = "Two"
text = \"\"\"
choices = 3
\"\"\"
open = ["learning-rate"]
solution = [{ set = { learning_rate = -1 } }]
[step.ask]
kind = "number"
text = "?"
answer = 3
tolerance = 0.5
why = "y"
wrong = "n"
slips = [{ value = 3.2, why = "near" }]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "course.toml").write_text(COURSE, encoding="utf-8")
    return tmp_path


def problems(folder: Path, language: str = "en") -> list[tuple[str, int, str]]:
    found = Library(validated, [folder]).course(language)[1]
    return [(problem.file.name, problem.line, f"{problem.found}; expected {problem.expected}") for problem in found]


def test_all_problems_at_once_with_their_lines(folder: Path) -> None:
    (folder / "en" / "mine.toml").write_text(WRONG, encoding="utf-8")
    found = problems(folder)
    expected = {
        (1, "no 'goal'"),
        (2, "the unknown key 'gaol'; expected 'goal'"),
        (3, "minutes = 'five'; expected a whole number"),
        (5, "no 'text'"),
        (7, "3 in covers"),
        (8, "Landscape was 'squar'"),
        (9, "checks without a solution"),
        (11, "kind = 'stepps'; expected one of"),
        (13, "3 hints; expected at most 2"),
        (17, "choices of which none is right"),
        (19, "no 'why'"),
        (27, "'learning-rate' in open"),
        (28, "Learning rate was -1"),
        (36, "the slip 3.2"),
    }
    assert {name for name, _, _ in found} == {"mine.toml"}
    missed = {each for each in expected if not any(line == each[0] and each[1] in text for _, line, text in found)}
    assert missed == set()


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"title = 'x'\ngoal = 'x\n", 2, "no TOML"),
        (b"title = 'x'\n# \xff\n", 2, "no UTF-8"),
        (b"x = 1\n" * 200_000, 1, "a file of"),
        (b"step = 3\n", 1, "step = 3; expected a list"),
        (b"title='t'\ngoal='g'\nstep = [1]\n", 3, "1 in step; expected a table"),
        (b"", 1, "no 'title'"),
    ],
)
def test_files_that_are_no_lessons(folder: Path, content: bytes, line: int, what: str) -> None:
    (folder / "en" / "mine.toml").write_bytes(content)
    assert any(at == line and what in text for _, at, text in problems(folder))


LESSON = """\
title = "Mine"
goal = "Goal"
[[step]]
title = "One"
text = "Text"
setup = { landscape = "square", epochs = 5 }
"""


def test_a_translation_needs_only_words(folder: Path) -> None:
    (folder / "en" / "mine.toml").write_text(LESSON, encoding="utf-8")
    (folder / "xx").mkdir()
    (folder / "xx" / "course.toml").write_text('language_name = "X"\ngoals = [{ text = "Ziel" }]\n', encoding="utf-8")
    words = 'title = "Meine"\ngoal = "Ziel"\n[[step]]\ntitle = "Eins"\ntext = "Wort"\n'
    (folder / "xx" / "mine.toml").write_text(words, encoding="utf-8")
    course, wrong = Library(validated, [folder]).course("xx")
    assert wrong == []
    assert course.goals == {"A1": "Ziel"}
    assert course.lessons[0].steps[0].text == "Wort"
    assert course.lessons[0].steps[0].setup is not None
    assert course.lessons[0].steps[0].setup.epochs == 5


def test_a_translation_with_missing_words_or_steps_is_told_so(folder: Path) -> None:
    (folder / "en" / "mine.toml").write_text(LESSON, encoding="utf-8")
    (folder / "xx").mkdir()
    (folder / "xx" / "course.toml").write_text('language_name = "X"\n', encoding="utf-8")
    two = 'title = "Meine"\n[[step]]\ntitle = "Eins"\n[[step]]\ntitle = "Zwei"\n'
    (folder / "xx" / "mine.toml").write_text(two, encoding="utf-8")
    found = [(name, line, text.split(";")[0]) for name, line, text in problems(folder, "xx")]
    assert ("mine.toml", 1, "no goal") in found
    assert ("mine.toml", 2, "no step.1.text") in found
    assert ("mine.toml", 2, "2 of step") in found
    assert ("course.toml", 1, "no goals.1.text") in found


def test_a_changed_file_is_seen(folder: Path) -> None:
    library = Library(validated, [folder])
    before = library.stamp()
    assert library.stamp() == before
    (folder / "en" / "mine.toml").write_text(LESSON, encoding="utf-8")
    assert library.stamp() != before


def test_a_later_folder_counts(folder: Path, tmp_path: Path) -> None:
    (folder / "en" / "mine.toml").write_text(LESSON, encoding="utf-8")
    other = tmp_path / "other"
    (other / "en").mkdir(parents=True)
    (other / "en" / "mine.toml").write_text(LESSON.replace("Mine", "Ours"), encoding="utf-8")
    assert Library(validated, [folder, other]).course("en")[0].lessons[0].title == "Ours"


def test_lines_inside_texts_are_not_keys() -> None:
    text = 'a = """\nb = 1\n"""\nc = 2\n[[s]]\nd = 1\n[s.t]\ne = 1\n[[s]]\nd = 2\n'
    assert lines_of(text) == {
        (): 1,
        ("a",): 1,
        ("c",): 4,
        ("s", 0): 5,
        ("s", 0, "d"): 6,
        ("s", 0, "t"): 7,
        ("s", 0, "t", "e"): 8,
        ("s", 1): 9,
        ("s", 1, "d"): 10,
    }
