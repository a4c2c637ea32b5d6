"""One piece of the doctor's evidence as a row: its number, what was seen, the value against its limit, where."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from gdviz.core.diagnosis import Evidence
from gdviz.core.evidence import LONGEST, asked, bar, told, where
from gdviz.said import together
from gdviz.views.parts import label
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.words import spoken


class LimitBar(QWidget):
    """A bar as long as the value, with a stroke where the limit is.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self._part, self._color, self._theme = 0.0, "#808080", load_theme("dark")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the stroke of the limit."""
        return QSize(80, round(11 * self._theme.scale))

    def show_part(self, part: float, color: str, theme: Theme) -> None:
        """Shows a value: ``part`` of the full length, on which the limit stands at ``1 / LONGEST``."""
        self._part, self._color, self._theme = part, color, theme
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws groove, bar and limit."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, middle = 5.0 * self._theme.scale, self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for part, color in ((1.0, self._theme.border), (self._part, self._color)):
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(QRectF(0, middle - high / 2, part * self.width(), high), high / 2, high / 2)
        painter.setBrush(QColor(self._theme.text))
        painter.drawRect(QRectF(self.width() / LONGEST - 1, 0, 2.0 * self._theme.scale, self.height()))


class EvidenceRow(QFrame):
    """Can be pointed at by mouse and by keys, so that the curves can show where it was seen.

    Args:
        parent: The Qt parent.
    """

    pointed = Signal(object)
    """The `Evidence` that is pointed at, or None: not any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self.setObjectName("evidence")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.piece: Evidence | None = None
        self.badge, self.what = label(), label(wraps=True)
        self.value, self.bar = label(role="muted", wraps=True), LimitBar()
        self.badge.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QGridLayout(self)
        layout.setContentsMargins(6, 4, 6, 5)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(2)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self.badge, 0, 0)
        for row, part in enumerate((self.what, self.value, self.bar)):
            layout.addWidget(part, row, 1)

    def show_piece(self, number: int, piece: Evidence, color: str, theme: Theme) -> None:
        """Shows a piece of evidence; ``number`` stands on its bracket in the curves too."""
        self.piece = piece
        self.badge.setText(str(number))
        self.badge.setStyleSheet(f"color: {color}; font-weight: 700")
        what = spoken(piece.what)
        self.what.setText(what[:1].upper() + what[1:])
        self.value.setText(spoken(together(asked(piece), where(piece), between=", ")))
        self.bar.show_part(bar(piece), color, theme)
        self.setAccessibleName(self.tr("Evidence {}: {}").format(number, spoken(told(piece))))
        self.setAccessibleDescription(self.tr("While it has the focus, the curves show where it was seen."))
        self.setToolTip(
            self.tr("The bar is the number, the stroke across it the limit. The curves show where it was seen.")
        )

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse points."""
        super().enterEvent(event)
        self.pointed.emit(self.piece)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has gone; the focus may still point."""
        super().leaveEvent(event)
        self.pointed.emit(self.piece if self.hasFocus() else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys point."""
        super().focusInEvent(event)
        self.pointed.emit(self.piece)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys have gone on."""
        super().focusOutEvent(event)
        self.pointed.emit(None)
