"""A view that is made when it is first looked at."""

from typing import Any

from PySide6.QtWidgets import QLabel, QTabWidget

from gdviz.views.late import Late
from gdviz.views.theme import Theme, load_theme


class Themed(QLabel):
    """Says which theme it has."""

    def set_theme(self, theme: Theme) -> None:
        """Takes it."""
        self.setText(theme.name)


def test_a_tab_is_made_when_it_comes_to_the_front_and_only_once(qtbot: Any) -> None:
    made: list[Themed] = []
    tabs, late = QTabWidget(), Late(lambda: made.append(Themed()) or made[-1])
    qtbot.addWidget(tabs)
    tabs.addTab(QLabel("first"), "First")
    tabs.addTab(late, "Second")
    late.set_theme(load_theme("light"))
    with qtbot.waitExposed(tabs):
        tabs.show()
    assert made == []
    tabs.setCurrentIndex(1)
    assert [view.text() for view in made] == ["light"]
    assert made[0].isVisible()
    late.set_theme(load_theme("contrast"))
    assert made[0].text() == "contrast"
    tabs.setCurrentIndex(0)
    tabs.setCurrentIndex(1)
    assert len(made) == 1
    assert late.view is made[0]
