"""Settings as people type them: what is taken, what is refused, and in which words."""

import math
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gdviz.core.experiment import FIELDS, Experiment, checked, choice, number
from gdviz.errors import UserError

NUMBERS = [name for name, field in FIELDS.items() if field.kind in (float, int)] + ["units"]
WHOLE = [name for name in NUMBERS if FIELDS[name].kind is not float]
EXPECTED = {
    "learning_rate": "Expected a number from 0.0000001 to 100.",
    "epochs": "Expected a whole number from 1 to 100000.",
    "batch_size": "Expected a whole number from 1 to 100000.",
    "seed": "Expected a whole number from 0 to 2147483647.",
    "units": "Expected a whole number from 1 to 1024.",
    "clip_norm": "Expected a number from 0 to 1000000.",
    "l2": "Expected a number from 0 to 10.",
    "dropout": "Expected a number from 0 to 0.9.",
    "validation_split": "Expected a number from 0.05 to 0.9.",
    "label_noise": "Expected a number from 0 to 0.9.",
}
CHOICES = {
    "landscape": {"network": 1, "square": 2},
    "data": {"iris": 1, "wine": 2},
    "optimizer": {"sgd": 1, "adam": 2},
}


def refusal(text: Any, name: str) -> str:
    """What is said of a number that is not taken; always one line with the setting and what was expected."""
    with pytest.raises(UserError) as error:
        number(text, name)
    sentence = str(error.value)
    assert sentence.startswith(f"{FIELDS[name].label} was ")
    assert EXPECTED[name] in sentence
    assert len(sentence.splitlines()) == 1
    return sentence


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("text", ["-1", "nan", "inf", "-inf", "1e300", "fast", "", " ", "1,5", "0x10", "1 2", "-1\n"])
def test_what_is_no_acceptable_number_is_named(name: str, text: str) -> None:
    assert (text.strip() or repr(text)) in refusal(text, name)


@pytest.mark.parametrize("name", [name for name in NUMBERS if FIELDS[name].low > 0])
@pytest.mark.parametrize("value", [0, 0.0, -0.0, "0"])
def test_zero_is_refused_where_nothing_would_move(name: str, value: Any) -> None:
    assert str(value) in refusal(value, name)


@pytest.mark.parametrize("value", [None, [], (), {}, object, b"x", 1j])
def test_what_is_not_even_text_is_refused(value: Any) -> None:
    assert repr(value) in refusal(value, "learning_rate")


def test_a_whole_number_beyond_every_float_is_refused() -> None:
    refusal(10**400, "epochs")
    refusal("9" * 400, "epochs")


@pytest.mark.parametrize("name", WHOLE)
def test_whole_numbers_are_whole(name: str) -> None:
    assert "2.5" in refusal("2.5", name)
    for text in ("3", " 3 ", "3.0", "3e0", 3, 3.0):
        assert number(text, name) == 3
        assert type(number(text, name)) is int


@pytest.mark.parametrize("text", ["0.1", "1e-1", ".1", " 0.1\n", "+0.1", 0.1])
def test_a_rate_is_read_in_every_spelling(text: Any) -> None:
    assert number(text, "learning_rate") == 0.1
    assert type(number(text, "learning_rate")) is float


@pytest.mark.parametrize("name", NUMBERS)
def test_both_ends_of_a_range_belong_to_it(name: str) -> None:
    field = FIELDS[name]
    for end, beyond in ((field.low, -1), (field.high, 1)):
        assert number(end, name) == end
        assert number(str(end), name) == end
        refusal(math.nextafter(end, math.inf * beyond), name)


@given(st.text() | st.floats().map(repr) | st.integers().map(str), st.sampled_from(NUMBERS))
@settings(deadline=None)
def test_any_text_is_a_number_in_range_or_refused_in_one_line(text: str, name: str) -> None:
    try:
        value = number(text, name)
    except UserError:
        refusal(text, name)
    else:
        assert FIELDS[name].low <= value <= FIELDS[name].high
        assert value == float(text)


@given(st.floats(FIELDS["learning_rate"].low, FIELDS["learning_rate"].high))
@settings(deadline=None)
def test_every_rate_in_range_comes_through_unchanged(rate: float) -> None:
    assert number(rate, "learning_rate") == number(repr(rate), "learning_rate") == rate


def test_a_choice_that_is_none_is_answered_with_all_there_are() -> None:
    assert choice("iris", "data", CHOICES["data"]) == "iris"
    for text in ("moon", "", "Iris", None, 3):
        with pytest.raises(UserError) as error:
            choice(text, "data", CHOICES["data"])
        assert str(error.value) == f"Data was {text!r}. Expected one of iris, wine."


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"landscape": "moon"}, "Landscape was 'moon'. Expected one of network, square."),
        ({"data": ""}, "Data was ''. Expected one of iris, wine."),
        ({"optimizer": "SGD"}, "Optimiser was 'SGD'. Expected one of sgd, adam."),
        ({"learning_rate": math.nan}, "Learning rate was nan. Expected a number from 0.0000001 to 100."),
        ({"learning_rate": -math.inf}, "Learning rate was -inf. Expected a number from 0.0000001 to 100."),
        ({"epochs": 0}, "Epochs was 0. Expected a whole number from 1 to 100000."),
        ({"epochs": 2.5}, "Epochs was 2.5. Expected a whole number from 1 to 100000."),
        ({"batch_size": -8}, "Batch size was -8. Expected a whole number from 1 to 100000."),
        ({"seed": 2**31}, f"Seed was {2**31}. Expected a whole number from 0 to 2147483647."),
        ({"units": (16, 0)}, "Hidden layers was 0. Expected a whole number from 1 to 1024."),
        ({"units": (4,) * 9}, "Hidden layers were 9. Expected at most 8."),
    ],
)
def test_the_first_setting_that_cannot_be_is_named(change: dict[str, Any], says: str) -> None:
    with pytest.raises(UserError) as error:
        checked(replace(Experiment(), **change), CHOICES)
    assert str(error.value) == says


def test_what_is_acceptable_comes_back_in_its_own_kind() -> None:
    asked: dict[str, Any] = {"learning_rate": 1, "epochs": 20.0, "batch_size": 4.0, "seed": 7.0, "units": (8.0, "4")}
    taken = checked(Experiment(**asked), CHOICES)
    assert taken == Experiment(learning_rate=1.0, epochs=20, batch_size=4, seed=7, units=(8, 4))
    assert [type(value) for value in (taken.learning_rate, taken.epochs, taken.units[0])] == [float, int, int]
    assert checked(taken, CHOICES) == taken


def test_no_hidden_layer_is_a_network_too() -> None:
    assert checked(Experiment(units=()), CHOICES).units == ()


def test_the_first_experiment_is_acceptable_and_every_setting_has_a_sentence() -> None:
    assert checked(Experiment(), CHOICES) == Experiment()
    assert set(FIELDS) == set(Experiment.__dataclass_fields__)
    for field in FIELDS.values():
        assert field.label
        assert field.help.endswith(".")
