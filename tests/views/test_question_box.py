"""Every kind of question, answered by hand."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from gdviz.lessons.questions import SHAPES, Choice, Number, Order, Pick, Sketch, shape_of
from gdviz.views.question_box import ChoiceRow, QuestionBox
from gdviz.views.sketch_pad import SketchPad
from gdviz.views.theme import load_theme

PICK = Pick("?", (Choice("a", "no"), Choice("b", "yes", right=True)))
ORDER = Order("?", ("in", "predict", "loss"), "yes", "{item} earlier")


@pytest.fixture
def box(qtbot: Any) -> QuestionBox:
    box = QuestionBox()
    qtbot.addWidget(box)
    box.set_theme(load_theme("light"))
    return box


def answers(box: QuestionBox) -> list[tuple[Any, float]]:
    """What is handed over from now on."""
    given: list[tuple[Any, float]] = []
    box.answered.connect(lambda answer, confidence: given.append((answer, confidence)))
    return given


def test_a_choice_is_made_by_a_click_anywhere_in_it(box: QuestionBox, qtbot: Any) -> None:
    given = answers(box)
    box.ask(PICK, {})
    assert not any(button.isEnabled() for button in box.buttons)
    row = box.part.findChildren(ChoiceRow)[1]
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(box.buttons[2], Qt.MouseButton.LeftButton)
    assert given == [(1, 0.95)]


def test_a_number_is_typed(box: QuestionBox, qtbot: Any) -> None:
    given = answers(box)
    box.ask(Number("?", 2.6, 0.1, "kg", "yes", "no"), {})
    qtbot.keyClicks(box.part.box, "2,6")
    box.buttons[0].click()
    assert given == [("2,6", 0.5)]


def test_an_order_is_made_with_the_arrows(box: QuestionBox) -> None:
    given = answers(box)
    box.ask(ORDER, {})
    assert box.part.answer() != [0, 1, 2]
    for place in (2, 1, 0):
        row = box.part.answer().index(place)
        box.part.list.setCurrentRow(row)
        for _ in range(row):
            box.part._move(-1)
    box.buttons[1].click()
    assert given == [([0, 1, 2], 0.75)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Z])
def test_a_curve_is_drawn_by_key(box: QuestionBox, qtbot: Any, key: Qt.Key) -> None:
    box.ask(Sketch("?", "falls", dict.fromkeys(SHAPES, "")), {})
    qtbot.keyClick(box.part.pad, key)
    shapes = dict(zip((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Z), SHAPES, strict=True))
    assert shape_of(box.part.answer()) == shapes[key]


def test_a_curve_is_drawn_with_the_mouse_and_seen(qtbot: Any) -> None:
    pad = SketchPad()
    qtbot.addWidget(pad)
    theme = load_theme("dark")
    pad.set_theme(theme)
    pad.resize(240, 130)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(12, 20))
    for x in range(20, 230, 5):
        qtbot.mouseMove(pad, QPoint(x, 20 + x // 3))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(228, 96))
    assert shape_of(pad.points) == "falls"
    picture = pad.grab().toImage()
    spot = pad._place(pad.points[len(pad.points) // 2]).toPoint()
    assert picture.pixelColor(spot) == QColor(theme.loss)


def test_closed_it_takes_no_answer(box: QuestionBox) -> None:
    box.ask(PICK, {})
    box.set_open(False)
    assert not box.part.isEnabled()
    assert all(button.isHidden() for button in box.buttons)
    box.ask(ORDER, {})
    assert box.part.isEnabled()
