"""The little legend of the arrows: which is which, how much they are magnified; pressed, each comes or goes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget

from gdviz.views.arrows import LOOKS, Arrows, factor_text, paint_arrow
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.words import spoken

SAMPLE = 34.0
"""Width of the arrow beside its name, in pixels."""

CLEAR = 14
"""Pixels that it keeps from what must be seen."""


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
        wide = self._sample + 16 + metrics.horizontalAdvance(self.text())
        return QSize(round(wide), round(metrics.height() + 3))

    @property
    def _sample(self) -> float:
        """How long the arrow is."""
        return SAMPLE * self.theme.scale

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, on = self.height() / 2, self.isChecked()
        painter.setOpacity(1.0 if on else 0.4)
        line, color = [QPointF(5, middle), QPointF(self._sample, middle)], getattr(self.theme, self.kind)
        paint_arrow(painter, line, self.kind, color, self.theme.scale)
        painter.setPen(QColor(self.theme.text if on else self.theme.muted))
        font = self.font()
        font.setStrikeOut(not on)
        painter.setFont(font)
        painter.drawText(QPointF(self._sample + 8, middle + QFontMetricsF(font).capHeight() / 2), self.text())
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
    picked = Signal(str, bool)
    """A person has a kind of arrow drawn, or left out."""

    def __init__(self, parent: QWidget) -> None:
        """All are to be drawn."""
        super().__init__(parent)
        self._picture, self._place, self._brief = parent, QPoint(8, 8), False
        parent.installEventFilter(self)
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
            entry.clicked.connect(self._on_clicked)
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
            entry.updateGeometry()
            entry.update()
        self._settle()

    def place(self, across: int, down: int) -> None:
        """Lies so many pixels from the picture's left edge, or from its right one if ``across`` is negative."""
        self._place = QPoint(across, down)
        self._settle()

    def dodge(self, room: QRect, spots: Sequence[QPoint]) -> None:
        """Lies in a corner of ``room`` where it covers none of ``spots``, or few; the one where it is, if that will do.

        Args:
            room: Where it may lie, in the picture's pixels.
            spots: What must be seen.
        """
        corners = [self._cornered(room, right, low) for right, low in ((0, 0), (1, 0), (1, 1), (0, 1))]
        corners.sort(key=lambda each: each.topLeft() != self._place)
        around = QMargins(CLEAR, CLEAR, CLEAR, CLEAR)
        best = min(corners, key=lambda each: sum((each + around).contains(spot) for spot in spots))
        self.place(best.x(), best.y())

    def _cornered(self, room: QRect, right: int, low: int) -> QRect:
        """Itself in a corner of ``room``."""
        size = self.sizeHint()
        left = room.right() - size.width() if right else room.left()
        return QRect(QPoint(left, room.bottom() - size.height() if low else room.top()), size)

    def set_brief(self, brief: bool) -> None:
        """Only says how much longer the arrows are drawn: another picture beside this one names them."""
        self._brief = brief

    def choose(self, kind: str, on: bool) -> None:
        """Has a kind of arrow drawn, or left out, as a person chose in another picture."""
        self.entries[kind].setChecked(on)

    def _on_clicked(self) -> None:
        for kind, entry in self.entries.items():
            self.picked.emit(kind, entry.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in its corner of a picture that grows."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Takes the room it needs, where it belongs."""
        self.resize(self.sizeHint())
        left = self._place.x() if self._place.x() >= 0 else self._picture.width() + self._place.x() - self.width()
        self.move(left, self._place.y())

    def show_arrows(self, arrows: Arrows | None) -> None:
        """Names ``arrows``; None hides it."""
        shown = arrows is not None
        if arrows is not None:
            for kind, entry in self.entries.items():
                entry.setVisible(kind in arrows.moves and not self._brief)
            text = factor_text(arrows.factor)
            self.factor.setText(text)
            self.factor.setVisible(bool(text))
            shown = bool(text) or not self._brief
            self._settle()
        if shown == self.isHidden():
            self.setVisible(shown)

    def wanted(self, kind: str) -> bool:
        """Whether that kind of arrow is to be drawn."""
        return self.entries[kind].isChecked()
