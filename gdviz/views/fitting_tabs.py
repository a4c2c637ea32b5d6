"""Tabs whose words stay whole: where there is little room, their letters become smaller before any word is cut."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

SIZES = (1.0, 0.94, 0.88, 0.82, 0.76)
"""How large the letters are, as a part of the others in the window; below the last, words end in dots."""


class FittingTabs(QTabWidget):
    """Pages under tabs that are all in sight.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins without a page."""
        super().__init__(parent)
        self.setDocumentMode(True)
        # All tabs are in sight, with shorter words if need be, rather than some behind a button.
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is another width."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """The window's letters have another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def tabInserted(self, index: int) -> None:
        """There is one more."""
        super().tabInserted(index)
        self.fit()

    def fit(self) -> None:
        """Takes the largest letters with which all tabs fit."""
        bar = self.tabBar()
        for part in SIZES:
            bar.setFont(scaled(self.font(), part))
            if bar.sizeHint().width() <= self.width():
                return


def scaled(font: QFont, part: float) -> QFont:
    """``font``, ``part`` times as large, however its size is given."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(part * font.pointSizeF())
    else:
        result.setPixelSize(round(part * font.pixelSize()))
    return result
