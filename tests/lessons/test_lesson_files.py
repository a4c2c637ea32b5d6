"""Every lesson file of every language: valid, complete, alike, and every goal of the course taught."""

from dataclasses import replace

import pytest

from gdviz.engine.catalogue import validated
from gdviz.lessons.library import Library
from gdviz.lessons.model import Course, Step
from gdviz.lessons.questions import Number, Pick

LIBRARY = Library(validated)
LANGUAGES = ("en", "de")


def course(language: str) -> Course:
    return LIBRARY.course(language)[0]


def steps(language: str) -> list[Step]:
    return [step for lesson in course(language).lessons for step in lesson.steps]


def test_there_are_two_languages() -> None:
    assert LIBRARY.languages() == LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_wrong(language: str) -> None:
    assert LIBRARY.course(language)[1] == []
    assert len(course(language).lessons) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_is_taught(language: str) -> None:
    counts = {"A": 9, "B": 5, "C": 5, "D": 11, "E": 5}
    goals = [f"{letter}{number}" for letter, count in counts.items() for number in range(1, count + 1)]
    covered = course(language).covered()
    assert list(course(language).goals) == goals
    assert set(covered) == set(goals)
    assert [goal for goal in goals if not covered[goal]] == []


def test_languages_differ_in_words_alone() -> None:
    for english, german in zip(steps("en"), steps("de"), strict=True):
        assert english.text != german.text
        plain = {"title": "", "text": "", "after": "", "hints": (), "ask": None, "checks": ()}
        assert replace(english, **plain) == replace(german, **plain)
        assert [replace(c, say="") for c in english.checks] == [replace(c, say="") for c in german.checks]
        assert type(english.ask) is type(german.ask)
        if english.ask:
            assert english.ask.accepted() == german.ask.accepted() or isinstance(english.ask, Number)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wrong_answer_has_a_sentence_of_its_own(language: str) -> None:
    asked = [step.ask for step in steps(language)] + [each.question for each in course(language).quiz]
    for question in asked:
        if isinstance(question, Pick):
            whys = [choice.why for choice in question.choices]
            assert len(set(whys)) == len(whys)
            assert all(whys)
        if question:
            assert question.judged(question.accepted()).right


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_task_has_two_hints(language: str) -> None:
    assert [step.key for step in steps(language) if step.checks and len(step.hints) != 2] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clinic_names_causes_that_there_are(language: str) -> None:
    assert {case.cause for case in course(language).cases} == set(course(language).causes)
