"""Which answers are right, and what is said to the others."""

import math

import pytest

from gdviz.lessons.questions import EXAMPLES, SHAPES, Choice, Number, Order, Pick, Sketch, Slip, number_in, shape_of

WEIGHT = Number("?", 2.6, 0.01, "kg", "yes", "no", (Slip(-0.6, "added"),))


@pytest.mark.parametrize(
    ("text", "value"),
    [("2.6", 2.6), ("2,6", 2.6), (" -0.6 ", -0.6), ("\u22120.6", -0.6), ("w = 2.6", 2.6), ("1e-3", 0.001), (".5", 0.5)],
)
def test_numbers_are_read_as_people_type_them(text: str, value: float) -> None:
    assert number_in(text) == pytest.approx(value)


@pytest.mark.parametrize("text", ["", "two", "2.6 m", "2.6.1", "nan", "inf", "--1"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert math.isnan(number_in(text, "kg"))


@pytest.mark.parametrize(
    ("text", "right", "why"),
    [
        ("2.6 kg", True, "yes"),
        ("2.609", True, "yes"),
        ("2.62", False, "no"),
        ("-0.6", False, "added"),
        ("x", False, "no"),
    ],
)
def test_a_number_is_judged_within_its_tolerance(text: str, right: bool, why: str) -> None:
    judgement = WEIGHT.judged(text)
    assert (judgement.right, judgement.why) == (right, why)


def test_each_choice_has_its_own_sentence() -> None:
    pick = Pick("?", (Choice("a", "not a"), Choice("b", "b it is", right=True)))
    assert pick.judged(0).why == "not a"
    assert pick.judged(pick.accepted()).right


def test_an_order_names_what_comes_earlier() -> None:
    order = Order("?", ("in", "predict", "loss"), "yes", "{item} comes earlier")
    assert order.judged([0, 2, 1]).why == "predict comes earlier"
    assert order.judged(order.accepted()).right
    assert all(sorted(order.shuffled(seed)) == [0, 1, 2] for seed in range(20))
    assert all(order.shuffled(seed) != order.accepted() for seed in range(20))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sketch_is_known_for_what_it_is(shape: str) -> None:
    assert shape_of(EXAMPLES[shape]) == shape
    assert Sketch("?", shape, dict.fromkeys(SHAPES, "")).judged(EXAMPLES[shape]).right


def test_a_trembling_hand_draws_no_zigzag() -> None:
    falling = [(x / 50, 1 - x / 50 + (0.02 if x % 2 else -0.02)) for x in range(51)]
    assert shape_of(falling) == "falls"
    assert shape_of([]) == "flat"
