"""The dock that everything to be learnt is shown in: one page at a time, with a way back to the course."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QWidget

from gdviz.views.parts import as_panel, described, label

NARROWEST = 300
"""Least width, so that a line holds some words."""


class LearnDock(QDockWidget):
    """Holds pages. It belongs at the left where the window is wide enough, else at the bottom; it can be moved."""

    home_wanted = Signal()
    """Back to the course."""
    put_away = Signal()
    """The person closed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins without pages."""
        super().__init__(parent)
        self.setObjectName("learn")
        self.setFeatures(self.DockWidgetFeature.DockWidgetClosable | self.DockWidgetFeature.DockWidgetMovable)
        self.stack = QStackedWidget()
        self.stack.setMinimumWidth(NARROWEST)
        frame = QWidget()
        as_panel(frame, self.tr("Learn"))
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(2, 4, 2, 4)
        inner.addWidget(self.stack)
        outer = QWidget()
        around = QHBoxLayout(outer)
        around.setContentsMargins(10, 0, 2, 0)
        around.addWidget(frame)
        self.setWidget(outer)
        self._titles: dict[QWidget, str] = {}
        self.title = label(role="heading")
        self.home = described(QPushButton(), self.tr("Course"), self.tr("Back to the course"))
        self.home.setText("\u2039 " + self.tr("Course"))
        self.home.clicked.connect(self.home_wanted)
        self._shut = described(QPushButton(), self.tr("Close"), self.tr("Put the lesson away; it is kept"))
        self._shut.setText("\u2715")
        self._shut.clicked.connect(self.close)
        for button in (self.home, self._shut):
            button.setProperty("segment", True)
        self.setTitleBarWidget(self._bar())

    def add_page(self, page: QWidget, title: str) -> None:
        """Takes a page in."""
        self._titles[page] = title
        self.stack.addWidget(page)

    def show_page(self, page: QWidget, home: bool = True) -> None:
        """Shows a page; ``home`` is whether there is a way back from it to the course."""
        self.stack.setCurrentWidget(page)
        self.title.setText(self._titles[page])
        self.home.setVisible(home)
        self.show()
        self.raise_()
        for area in page.findChildren(QScrollArea):
            area.setAccessibleName(self._titles[page])
        if not self.isAncestorOf(QApplication.focusWidget() or page) and (first := _first_within(page)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells that it was put away."""
        super().closeEvent(event)
        self.put_away.emit()

    def _bar(self) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(12, 2, 4, 3)
        layout.addWidget(self.home)
        layout.addWidget(self.title, 1)
        layout.addWidget(self._shut)
        return bar


def _first_within(page: QWidget) -> QWidget | None:
    """What the Tab key comes to first in a page: whoever opened it from the keyboard goes on there."""
    each = page.nextInFocusChain()
    while each is not None and each is not page:
        if page.isAncestorOf(each) and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisibleTo(page):
            return each
        each = each.nextInFocusChain()
    return None
