"""A number with a slider and a box: both always say the same, and what is typed is taken or taken back."""

import math
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from gdviz.core.experiment import number
from gdviz.engine.optimizers import OPTIMIZERS
from gdviz.errors import UserError
from gdviz.views.experiment_panel import SPANS
from gdviz.views.value_slider import NOTCHES, NumberBox, Span, ValueSlider

RATE = SPANS["learning_rate"]
PARAMETERS = {
    f"{key} {name}": Span(each.low, each.high, each.log)
    for key, entry in OPTIMIZERS.items()
    for name, each in entry.parameters.items()
}


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """Spans as a form may have them, linear and logarithmic."""
    if draw(st.booleans()):
        low = draw(st.floats(1e-10, 1.0))
        return Span(low, low * draw(st.floats(2.0, 1e9)), log=True)
    low = draw(st.floats(-1e3, 1e3))
    return Span(low, low + draw(st.floats(0.5, 1e4)))


@given(spans(), st.integers(0, NOTCHES))
@settings(deadline=None)
def test_a_notch_and_its_value_are_a_notch_apart_at_most(span: Span, notch: int) -> None:
    value = span.value(notch)
    # Rounding to three digits moves a value by half a per cent at most; so many notches are that.
    rounding = 0.005 * NOTCHES / math.log(span.high / span.low) if span.log else 5 * abs(value) / (span.high - span.low)
    assert abs(span.notch(value) - notch) <= 1 + rounding


@given(st.floats(RATE.low, RATE.high))
@settings(deadline=None)
def test_a_rate_is_found_again_within_a_notch(rate: float) -> None:
    again = RATE.value(RATE.notch(rate))
    notch = (RATE.high / RATE.low) ** (1 / NOTCHES)
    assert rate / notch / 1.006 <= again <= rate * notch * 1.006


@given(spans(), st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None)
def test_a_larger_value_is_never_further_left(span: Span, one: float, other: float) -> None:
    low, high = sorted(span.low + (span.high - span.low) * part for part in (one, other))
    assert 0 <= span.notch(low) <= span.notch(high) <= NOTCHES


@given(spans(), st.floats(allow_nan=False))
@settings(deadline=None)
def test_values_beyond_the_ends_are_at_the_ends(span: Span, value: float) -> None:
    assert 0 <= span.notch(value) <= NOTCHES
    if value <= span.low:
        assert span.notch(value) == 0
    if value >= span.high:
        assert span.notch(value) == NOTCHES


def test_the_middle_of_a_logarithmic_slider_is_the_geometric_mean() -> None:
    assert Span(1e-4, 1.0, log=True).value(NOTCHES // 2) == 0.01
    assert Span(0.0, 1.0).value(NOTCHES // 2) == 0.5
    assert Span(1e-4, 1.0, log=True).notch(0.01) == NOTCHES // 2


@given(st.integers(0, NOTCHES))
@settings(deadline=None)
def test_whole_numbers_are_whole(notch: int) -> None:
    for name in ("epochs", "batch_size"):
        assert SPANS[name].value(notch).is_integer()


@pytest.mark.parametrize("name", SPANS)
def test_every_notch_of_a_setting_is_acceptable(name: str) -> None:
    for notch in range(NOTCHES + 1):
        number(SPANS[name].value(notch), name)


@pytest.mark.parametrize("name", PARAMETERS)
def test_every_notch_of_a_parameter_is_within_its_range(name: str) -> None:
    span = PARAMETERS[name]
    beyond = [span.value(notch) for notch in range(NOTCHES + 1) if not span.low <= span.value(notch) <= span.high]
    assert beyond == []


def read(text: str) -> float:
    return number(text, "learning_rate")


@pytest.fixture
def box(qtbot: Any) -> NumberBox:
    box = NumberBox(read)
    qtbot.addWidget(box)
    box.show_value(0.01)
    box.show()
    return box


def type_in(qtbot: Any, box: NumberBox, text: str, end: Any = Qt.Key.Key_Return) -> None:
    box.selectAll()
    qtbot.keyClick(box, Qt.Key.Key_Delete)
    qtbot.keyClicks(box, text)
    if end is not None:
        qtbot.keyClick(box, end)


@pytest.mark.parametrize(
    ("text", "value"), [("0.5", 0.5), ("0,5", 0.5), ("1e-3", 1e-3), (" 2 ", 2.0), ("1E1", 10.0), (",1", 0.1)]
)
def test_a_number_is_taken_in_every_spelling(box: NumberBox, qtbot: Any, text: str, value: float) -> None:
    with qtbot.waitSignal(box.entered) as entered:
        type_in(qtbot, box, text)
    assert entered.args == [value]


@pytest.mark.parametrize("text", ["", "0", "-1", "nan", "inf", "fast", "1.000,5", "1e9", "0.1 0.2"])
def test_what_is_no_acceptable_number_is_answered_and_taken_back(box: NumberBox, qtbot: Any, text: str) -> None:
    entered: list[float] = []
    box.entered.connect(entered.append)
    with qtbot.waitSignal(box.refused) as refused:
        type_in(qtbot, box, text)
    assert refused.args[0].startswith("Learning rate was ")
    assert "Expected a number" in refused.args[0]
    assert box.text() == "0.01"
    assert entered == []


def test_escape_takes_back_what_was_typed(box: NumberBox, qtbot: Any) -> None:
    said: list[Any] = []
    box.entered.connect(said.append)
    box.refused.connect(said.append)
    type_in(qtbot, box, "77", end=Qt.Key.Key_Escape)
    assert box.text() == "0.01"
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert said == []


def test_leaving_a_box_unchanged_says_nothing(box: NumberBox, qtbot: Any) -> None:
    said: list[Any] = []
    box.entered.connect(said.append)
    box.show_value(0.0123456789)
    type_in(qtbot, box, box.text())
    assert said == []


def test_a_box_that_is_being_typed_in_is_left_alone(box: NumberBox, qtbot: Any) -> None:
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    type_in(qtbot, box, "0.0", end=None)
    box.show_value(0.7)
    assert box.text() == "0.0"
    qtbot.keyClicks(box, "3")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    box.show_value(0.7)
    assert box.text() == "0.7"


@pytest.fixture
def slider(qtbot: Any) -> ValueSlider:
    slider = ValueSlider("Learning rate", RATE, read, "How far to step.")
    qtbot.addWidget(slider)
    slider.set_value(0.01)
    slider.show()
    return slider


def test_a_value_that_is_set_is_shown_and_not_announced(slider: ValueSlider) -> None:
    said: list[float] = []
    slider.changed.connect(said.append)
    for value, notch in ((1e-5, 0), (0.01, 500), (10.0, NOTCHES), (100.0, NOTCHES), (1e-7, 0)):
        slider.set_value(value)
        assert slider.value == value
        assert slider.slider.value() == notch
        assert float(slider.box.text()) == value
    assert said == []


def test_keys_move_a_logarithmic_slider_by_equal_factors(slider: ValueSlider, qtbot: Any) -> None:
    said = [0.01]
    slider.changed.connect(said.append)
    for _ in range(20):
        qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
    assert slider.slider.value() == 700
    factors = [after / before for before, after in pairwise(said)]
    assert factors == pytest.approx([10**0.06] * 20, rel=0.01)
    for _ in range(20):
        qtbot.keyClick(slider.slider, Qt.Key.Key_Left)
    assert slider.value == 0.01
    qtbot.keyClick(slider.slider, Qt.Key.Key_PageUp)
    assert slider.value == pytest.approx(0.01 * 10**0.3, rel=0.01)
    qtbot.keyClick(slider.slider, Qt.Key.Key_End)
    assert slider.value == RATE.high
    qtbot.keyClick(slider.slider, Qt.Key.Key_Home)
    assert slider.value == RATE.low


def test_the_box_follows_the_slider_and_the_slider_the_box(slider: ValueSlider, qtbot: Any) -> None:
    slider.slider.setValue(833)
    assert slider.box.text() == f"{RATE.value(833):g}"
    with qtbot.waitSignal(slider.changed) as changed:
        type_in(qtbot, slider.box, "0,1")
    assert changed.args == [0.1]
    assert slider.slider.value() == RATE.notch(0.1)


def test_a_box_takes_what_the_slider_does_not_reach(slider: ValueSlider, qtbot: Any) -> None:
    with qtbot.waitSignal(slider.changed) as changed:
        type_in(qtbot, slider.box, "50")
    assert changed.args == [50.0]
    assert slider.value == 50.0
    assert slider.slider.value() == NOTCHES


def test_a_refusal_reaches_the_outside(slider: ValueSlider, qtbot: Any) -> None:
    with qtbot.waitSignal(slider.refused) as refused:
        type_in(qtbot, slider.box, "0")
    assert "Learning rate was 0." in refused.args[0]
    assert slider.value == 0.01


def test_small_whole_numbers_can_be_reached_with_the_keys(qtbot: Any) -> None:
    slider = ValueSlider("Epochs", SPANS["epochs"], partial(number, name="epochs"))
    qtbot.addWidget(slider)
    slider.set_value(1)
    seen = set()
    for _ in range(NOTCHES // 10):
        qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
        seen.add(slider.value)
    assert set(range(1, 10)) <= seen
    assert slider.value == 1000


def test_the_wheel_leaves_the_value_to_the_form(slider: ValueSlider) -> None:
    middle = QPointF(slider.slider.rect().center())
    none, wheel = Qt.MouseButton.NoButton, QPoint(0, 120)
    event = QWheelEvent(
        middle,
        middle,
        QPoint(),
        wheel,
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(slider.slider, event)
    assert slider.value == 0.01
    assert not event.isAccepted()


def test_every_part_has_a_name_for_a_screen_reader(slider: ValueSlider) -> None:
    for part, name in ((slider.slider, f"Learning rate: {slider.value:.6g}"), (slider.box, "Learning rate")):
        assert part.accessibleName() == name
        assert part.accessibleDescription().endswith("How far to step.")
    (caption,) = slider.findChildren(QLabel)
    assert caption.buddy() is slider.box


def test_a_reader_may_refuse_in_its_own_words(qtbot: Any) -> None:
    def never(text: str) -> float:
        raise UserError(f"{text} will not do", "another")

    box = NumberBox(never)
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.refused) as refused:
        type_in(qtbot, box, "3")
    assert refused.args == ["3 will not do. Expected another."]


def test_what_a_slider_stands_for_is_told_and_said_when_it_moves(
    slider: ValueSlider, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("gdviz.views.value_slider.announce", lambda widget, sentence: said.append(sentence))
    slider.set_value(0.5)
    assert slider.slider.accessibleName() == "Learning rate: 0.5"
    qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
    assert said == [f"{slider.value:.6g}"]
    assert slider.slider.accessibleName() == f"Learning rate: {said[0]}"
