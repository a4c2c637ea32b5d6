"""Tabs whose words stay whole where there is little room."""

from typing import Any

from PySide6.QtWidgets import QWidget

from gdviz.views.fitting_tabs import SIZES, FittingTabs

WORDS = ("Doktor", "Schritt", "Antwort", "Rennen", "L\u00e4ufe")


def test_letters_become_smaller_before_a_word_is_cut_and_large_again(qtbot: Any) -> None:
    tabs = FittingTabs()
    qtbot.addWidget(tabs)
    for word in WORDS:
        tabs.addTab(QWidget(), word)
    tabs.show()
    whole = tabs.font().pointSizeF()
    needed = tabs.tabBar().sizeHint().width()
    for width, smaller in ((needed + 20, False), (round(0.9 * needed), True), (needed + 20, False)):
        tabs.resize(width, 200)
        assert (tabs.tabBar().font().pointSizeF() < whole) is smaller
        assert tabs.tabBar().sizeHint().width() <= width
    tabs.resize(20, 200)
    assert tabs.tabBar().font().pointSizeF() >= SIZES[-1] * whole - 0.01
    tabs.hide()


def test_the_tabs_follow_the_windows_letters(qtbot: Any) -> None:
    tabs = FittingTabs()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), "Doctor")
    tabs.resize(600, 200)
    tabs.show()
    larger = tabs.font()
    larger.setPointSizeF(1.5 * larger.pointSizeF())
    tabs.setFont(larger)
    assert tabs.tabBar().font().pointSizeF() == larger.pointSizeF()
    tabs.hide()
