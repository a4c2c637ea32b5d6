"""Text that gives way where there is no room, instead of pushing its neighbours out or ending in half a letter."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget


class Elided(QLabel):
    """A label of one line that ends in dots where it is too long; the tooltip then says all of it.

    Args:
        role: ``"heading"`` or ``"muted"`` for the style sheet.
        parent: The Qt parent.
    """

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws what there is room for."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class ElidedChoice(QComboBox):
    """A list to choose from whose choice ends in dots where it is too long, as the style sheet alone would not do."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Says what is to be drawn: as much of the choice as there is room for."""
        super().initStyleOption(option)
        complex_control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(complex_control, option, field, self).width()
        option.currentText = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - 2)
