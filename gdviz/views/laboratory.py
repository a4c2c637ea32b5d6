"""The laboratory: a window beside the main one, with a page for each kind of study."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from gdviz.views.laboratory_luck import LuckPage
from gdviz.views.laboratory_map import BatchMapPage, OptimizerMapPage
from gdviz.views.laboratory_noise import NoisePage
from gdviz.views.laboratory_page import Page
from gdviz.views.laboratory_pair import PairPage
from gdviz.views.laboratory_range import RangePage
from gdviz.views.laboratory_sweep import SweepPage
from gdviz.views.parts import described, label
from gdviz.views.theme import Theme
from gdviz.worker.kept_runs import KeptRuns
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

PAGES: tuple[type[Page] | type[PairPage], ...] = (
    *(SweepPage, RangePage, LuckPage, OptimizerMapPage, BatchMapPage, NoisePage),
    PairPage,
)
"""The pages, in the order of the list and of the menu."""

SMALLEST = (820, 560)
"""Least width and height."""

ROOM = 1.2
"""How much larger the window may have to be for larger letters: a projector shows 1024 x 768."""


class Laboratory(QWidget):
    """Studies of the session's present experiment. It is not modal: the main window goes on beside it.

    Args:
        session: The state.
        kept: The history list, whose runs can be compared.
        parent: The main window, with which it closes.
    """

    def __init__(self, session: Session, kept: KeptRuns, parent: QWidget | None = None) -> None:
        """Builds every page, empty; `set_theme` must follow."""
        super().__init__(parent, Qt.WindowType.Window)
        self._theme: Theme | None = None
        self.setObjectName("laboratory")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Laboratory"))
        self.setAccessibleName(self.tr("Laboratory"))
        self.resize(1000, 680)
        self.pages = [PairPage(session, kept) if issubclass(page, PairPage) else page(session) for page in PAGES]
        self.list = described(QListWidget(), self.tr("Studies"), self.tr("Up and down choose a study"))
        self.list.addItems([spoken(page.name) for page in self.pages])
        self.problem = label(wraps=True)
        self.problem.setVisible(False)
        self._stack = QStackedWidget()
        for page in self.pages:
            self._stack.addWidget(page)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row)
        self.list.setCurrentRow(0)
        session.problem.connect(self._on_problem)

    def set_theme(self, theme: Theme) -> None:
        """Recolours every page, and gives letters the room that they need."""
        larger = min(theme.scale, ROOM)
        self.setMinimumSize(round(SMALLEST[0] * larger), round(SMALLEST[1] * larger))
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + round(36 * theme.scale))
        self._theme = theme
        for page in self.pages:
            page.set_theme(theme)

    def open(self, kind: type[Page] | type[PairPage]) -> QWidget:
        """Shows the window with the page of that kind, and returns the page."""
        self.list.setCurrentRow(PAGES.index(kind))
        self.show()
        self.raise_()
        self.activateWindow()
        page = self.page(kind)
        if isinstance(page, Page):
            page.begin.setFocus()
        return page

    def page(self, kind: type[Page] | type[PairPage]) -> QWidget:
        """The page of that kind."""
        return self.pages[PAGES.index(kind)]

    def run_range_test(self) -> None:
        """Shows the range test, and runs it."""
        page = self.open(RangePage)
        assert isinstance(page, RangePage)
        page.start()

    def showEvent(self, event: QShowEvent) -> None:
        """The list knows only now how high its lines are."""
        super().showEvent(event)
        self.list.doItemsLayout()

    def event(self, event: QEvent) -> bool:
        """The window may have gone to a screen of another scale: lines are to be as wide there."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._theme is not None:
            self.set_theme(self._theme)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is under way on the page; where nothing is, it closes the window."""
        page = self._stack.currentWidget()
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif isinstance(page, Page) and page.study.busy:
            page.cancel()
        else:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody looks any more: what is under way stops."""
        for page in self.pages:
            if isinstance(page, Page):
                page.cancel()
        super().closeEvent(event)

    def _on_row(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self.problem.setVisible(False)

    def _on_problem(self, sentence: str) -> None:
        """What the session reports is said here too, while somebody looks here."""
        self.problem.setText(sentence)
        self.problem.setVisible(True)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.problem)
        right.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.setSpacing(10)
        layout.addWidget(self.list)
        layout.addLayout(right, 1)
