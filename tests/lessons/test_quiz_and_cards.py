"""Quiz, marks and flashcards."""

import pytest

from gdviz.engine.catalogue import validated
from gdviz.lessons.flashcards import BOXES, due, moved, sheets
from gdviz.lessons.library import Library
from gdviz.lessons.marks import Bet, marks
from gdviz.lessons.markup import marked_up
from gdviz.lessons.model import Card
from gdviz.lessons.questions import Number, Order, Pick, Question, Sketch
from gdviz.lessons.quiz import quiz

COURSE = Library(validated).course("en")[0]
CARDS = [Card(f"c{number}", "d", str(number), "b") for number in range(10)]


def wrong_answer(question: Question) -> object:
    wrong = {
        Pick: lambda q: next(at for at, choice in enumerate(q.choices) if not choice.right),
        Number: lambda q: "123456789",
        Order: lambda q: list(reversed(q.accepted())),
        Sketch: lambda q: [],
    }
    return wrong[type(question)](question)


def test_a_quiz_to_its_end_with_one_mistake() -> None:
    under_way = quiz(COURSE.quiz, seed=3, count=len(COURSE.quiz))
    assert under_way.current is not None
    first = under_way.current
    under_way, judgement = under_way.answered(wrong_answer(first.question), 0.95)
    assert not judgement.right
    while under_way.current is not None:
        under_way, judgement = under_way.answered(under_way.current.question.accepted(), 0.95)
        assert judgement.right
    assert (under_way.marks.count, under_way.marks.right) == (len(COURSE.quiz), len(COURSE.quiz) - 1)
    assert under_way.mistakes == (first,)
    assert under_way.marks.sure_wrong == 1


def test_another_seed_is_another_order() -> None:
    keys = {tuple(each.key for each in quiz(COURSE.quiz, seed).questions) for seed in range(10)}
    assert len(keys) == 10
    assert quiz(COURSE.quiz, 4) == quiz(COURSE.quiz, 4)
    assert len(quiz(COURSE.quiz, 4).questions) == 10


@pytest.mark.parametrize(
    ("bets", "brier", "calibration"),
    [
        ([(True, 0.95)] * 4, 0.0025, 99),
        ([(True, 0.5), (False, 0.5)], 0.25, 0),
        ([(False, 0.95)], 0.9025, 0),
        ([(True, 0.75)] * 3 + [(False, 0.75)], 0.1875, 25),
        ([], 0.0, 100),
    ],
)
def test_marks_for_knowing_what_one_knows(bets: list[tuple[bool, float]], brier: float, calibration: int) -> None:
    worth = marks([Bet("k", right, confidence, "") for right, confidence in bets])
    assert worth.brier == pytest.approx(brier)
    assert worth.calibration == calibration


def test_known_cards_wait_and_others_come_back() -> None:
    boxes: dict[str, int] = {}
    for _ in range(9):
        boxes = moved(boxes, CARDS[0], known=True)
    assert boxes["c0"] == BOXES - 1
    assert CARDS[0] not in due(CARDS, boxes, 1)
    assert CARDS[0] in due(CARDS, boxes, 16)
    assert due(CARDS, boxes, 16)[-1] is CARDS[0]
    assert moved(boxes, CARDS[0], known=False)["c0"] == 0


def test_backs_lie_behind_their_fronts() -> None:
    (fronts, backs), (rest, _) = sheets(CARDS, 8)
    for place, card in enumerate(fronts):
        row, column = divmod(place, 2)
        assert backs[2 * row + 1 - column] is card
    assert rest[:2] == CARDS[8:]
    assert rest[2:] == [None] * 6
    assert [pair[0][0] for pair in sheets(CARDS, 1)] == CARDS == [pair[1][0] for pair in sheets(CARDS, 1)]


def test_texts_become_html_and_nothing_else_does() -> None:
    html = marked_up("The **loss** & <b>loss</b>.\n\nLearning rates", COURSE.glossary)
    assert html.count("term:loss") == 1
    assert "<b><a" in html
    assert "&amp; &lt;b&gt;" in html
    assert 'href="term:learning_rate">Learning rates</a>' in html
    assert marked_up("glossary", COURSE.glossary) == "<p>glossary</p>"
