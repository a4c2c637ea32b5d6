"""Text that has too little room ends in dots, and not in half a letter."""

from typing import Any

from PySide6.QtWidgets import QStyleOptionComboBox

from gdviz.views.elided import ElidedChoice

LONG = "Rosenbrock's banana with a steep wall"


def drawn(box: ElidedChoice) -> str:
    """What is drawn of the choice."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return str(option.currentText)


def test_a_choice_ends_in_dots_where_it_is_too_long(qtbot: Any) -> None:
    box = ElidedChoice()
    qtbot.addWidget(box)
    box.addItems(["Bowl", LONG])
    box.setMinimumContentsLength(8)
    box.resize(110, 28)
    assert drawn(box) == "Bowl"
    box.setCurrentIndex(1)
    short = drawn(box)
    assert short.endswith("\u2026")
    assert LONG.startswith(short[:-1])
    assert box.fontMetrics().horizontalAdvance(short) < 110
    assert box.currentText() == LONG
    box.resize(600, 28)
    assert drawn(box) == LONG
