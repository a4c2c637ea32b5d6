"""The little legend of the arrows: which is which, how much they are magnified; pressed, each comes or goes."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from gdviz.views.arrows import LOOKS, Arrows, factor_text, paint_arrow
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.words import spoken

SAMPLE = 34.0
"""Width of the arrow beside its name, in pixels."""


class _Entry(QAbstractButton):
    """One kind of arrow and its name."""

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind, self.theme = kind, load_theme("dark")
        self.setText(spoken(LOOKS[kind].title))
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Arrow: {}").format(spoken(LOOKS[kind].title)))
        self.setAccessibleDescription(spoken(LOOKS[kind].help))
        self.setToolTip(spoken(LOOKS[kind].help))

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        return QSize(round(SAMPLE + 16 + metrics.horizontalAdvance(self.text())), round(metrics.height() + 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, on = self.height() / 2, self.isChecked()
        painter.setOpacity(1.0 if on else 0.4)
        paint_arrow(painter, [QPointF(5, middle), QPointF(SAMPLE, middle)], self.kind, getattr(self.theme, self.kind))
        painter.setPen(QColor(self.theme.text if on else self.theme.muted))
        font = self.font()
        font.setStrikeOut(not on)
        painter.setFont(font)
        painter.drawText(QPointF(SAMPLE + 8, middle + QFontMetricsF(font).capHeight() / 2), self.text())
        if self.hasFocus():
            painter.setOpacity(1.0)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.accent), 1.5))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.end()


class ArrowLegend(QWidget):
    """Names the arrows that are drawn.

    Args:
        parent: The picture it lies on.
    """

    changed = Signal()
    """Another choice of arrows is to be drawn."""

    def __init__(self, parent: QWidget) -> None:
        """All are to be drawn."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Arrows at the ball"))
        self.setObjectName("legend")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.entries = {kind: _Entry(kind, self) for kind in reversed(list(LOOKS))}
        self.factor = QLabel(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 6, 4)
        layout.setSpacing(0)
        for entry in self.entries.values():
            layout.addWidget(entry)
            entry.toggled.connect(self.changed)
        layout.addWidget(self.factor)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        back = QColor(theme.background)
        look = f"background: rgba({back.red()}, {back.green()}, {back.blue()}, 0.82); border-radius: 6px"
        self.setStyleSheet(f"QWidget#legend {{ {look} }}")
        self.factor.setStyleSheet(f"color: {theme.muted}; padding-left: 5px")
        for entry in self.entries.values():
            entry.theme = theme
            entry.update()

    def show_arrows(self, arrows: Arrows | None) -> None:
        """Names ``arrows``; None hides it."""
        shown = arrows is not None
        if arrows is not None:
            for kind, entry in self.entries.items():
                entry.setVisible(kind in arrows.moves)
            text = factor_text(arrows.factor)
            self.factor.setText(text)
            self.factor.setVisible(bool(text))
            self.resize(self.sizeHint())
        if shown == self.isHidden():
            self.setVisible(shown)

    def wanted(self, kind: str) -> bool:
        """Whether that kind of arrow is to be drawn."""
        return self.entries[kind].isChecked()
