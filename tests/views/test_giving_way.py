"""A row that gives way: nothing is cut off, whatever the words, and nothing jumps while words change."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gdviz.views.elided import Elided
from gdviz.views.giving_way import GAP, SLACK, GivingWay, kept_together


@pytest.fixture
def row(qtbot: Any) -> tuple[QWidget, GivingWay, QLabel, list[QPushButton]]:
    """A window with a label that gives way, and two buttons."""
    window, words, buttons = QWidget(), Elided(), [QPushButton("Surface"), QPushButton("Map")]
    qtbot.addWidget(window)
    words.setText("Iris flowers, 16 hidden")
    layout = GivingWay(words, steady=True)
    for part in (words, *buttons):
        layout.addWidget(part)
    around = QVBoxLayout(window)
    around.addLayout(layout)
    around.addStretch(1)
    return window, layout, words, buttons


def needed(words: QLabel, buttons: list[QPushButton]) -> int:
    """How wide one line is."""
    widths = [words.fontMetrics().horizontalAdvance(words.text()), *(each.sizeHint().width() for each in buttons)]
    return sum(widths) + SLACK + GAP * len(buttons)


def test_where_there_is_room_all_stands_in_one_line(row: Any) -> None:
    _, layout, words, buttons = row
    assert layout.lines(needed(words, buttons)) == [[words, *buttons]]
    assert layout.lines(needed(words, buttons) - 1) == [[words], buttons]


def test_where_not_even_the_buttons_fit_each_goes_on_by_itself(row: Any) -> None:
    _, layout, words, buttons = row
    wide = max(each.sizeHint().width() for each in buttons)
    assert layout.lines(wide) == [[words], [buttons[0]], [buttons[1]]]
    assert layout.minimumSize().width() <= wide


@pytest.mark.parametrize("width", [120, 180, 240, 300, 600])
def test_no_button_is_cut_off_or_covers_another(row: Any, qtbot: Any, width: int) -> None:
    window, _, words, buttons = row
    window.resize(width, 300)
    window.show()
    inside = window.contentsRect()
    for each in buttons:
        assert inside.contains(each.geometry())
        assert each.width() >= each.sizeHint().width()
    everything = [words, *buttons]
    assert not any(a.geometry().intersects(b.geometry()) for a in everything for b in everything if a is not b)
    window.hide()


def test_the_words_get_what_the_line_leaves_over(row: Any) -> None:
    window, _, words, buttons = row
    window.resize(600, 300)
    window.show()
    assert buttons[-1].geometry().right() == window.layout().contentsRect().right()
    assert words.width() > words.fontMetrics().horizontalAdvance(words.text()) + 100
    window.hide()


def test_words_that_became_shorter_stay_where_they_are_until_there_is_more_room(row: Any) -> None:
    window, layout, words, buttons = row
    window.resize(needed(words, buttons), 300)
    window.show()
    height = buttons[0].y()
    for text in ("Iris", ""):
        words.setText(text)
        window.layout().activate()
        assert buttons[0].y() == height > words.y()
    window.resize(600, 300)
    window.layout().activate()
    assert layout.lines(600) == [[words, *buttons]]
    window.hide()


def test_a_hidden_widget_takes_no_room(row: Any) -> None:
    window, layout, words, buttons = row
    window.show()
    buttons[1].hide()
    assert layout.lines(600) == [[words, buttons[0]]]
    window.hide()


def test_the_last_stands_at_the_right_unless_told_otherwise(qtbot: Any) -> None:
    for to_left in (False, True):
        window, buttons = QWidget(), [QPushButton("One"), QPushButton("Two")]
        qtbot.addWidget(window)
        layout = GivingWay(to_left=to_left)
        for each in buttons:
            layout.addWidget(each)
        around = QVBoxLayout(window)
        around.addLayout(layout)
        window.resize(400, 100)
        window.show()
        at_right = buttons[1].geometry().right() == around.contentsRect().right()
        assert at_right is not to_left
        window.hide()


def test_what_asks_to_expand_gets_the_room_before_the_words(qtbot: Any) -> None:
    window, words, field = QWidget(), QLabel("Step 121"), QPushButton("of which weight")
    qtbot.addWidget(window)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    layout = GivingWay(words)
    for part in (words, field):
        layout.addWidget(part)
    QVBoxLayout(window).addLayout(layout)
    window.resize(500, 100)
    window.show()
    assert field.width() > 350
    window.hide()


def test_what_is_kept_together_is_never_parted(qtbot: Any) -> None:
    window, layout, group = QWidget(), GivingWay(), kept_together(QPushButton("One"), QPushButton("Two"))
    qtbot.addWidget(window)
    QVBoxLayout(window).addLayout(layout)
    layout.addWidget(group)
    assert layout.lines(10) == [[group]]
    assert layout.takeAt(0).widget() is group
    assert layout.takeAt(0) is None
    assert layout.itemAt(3) is None


@pytest.mark.parametrize("text", ["Not clear", "Converged", "Learning rate too high", "Noch keine Diagnose"])
def test_a_title_that_fits_is_one_line_high(qtbot: Any, text: str) -> None:
    window, title, plain = QWidget(), QLabel(text, wordWrap=True), QLabel(text)
    for each in (window, title, plain):
        each.setStyleSheet("font-size: 13pt; font-weight: 600")
    qtbot.addWidget(window)
    qtbot.addWidget(plain)
    layout = GivingWay(title)
    for part in (title, QLabel("66% sure")):
        layout.addWidget(part)
    around = QVBoxLayout(window)
    around.addLayout(layout)
    around.addStretch(1)
    window.resize(500, 200)
    window.show()
    assert title.height() < 1.5 * plain.sizeHint().height()
    window.hide()
