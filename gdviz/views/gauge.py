"""The truth gauge: how much of the path's motion a picture holds, and how far off it is, in sight at all times."""

from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gdviz.core.plane import Surface
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.words import spoken

BAR = 16.0
"""Width of a bar, in pixels."""
GOOD_SHARE, POOR_SHARE = 0.9, 0.6
GOOD_MISS, POOR_MISS = 0.1, 0.25
"""Where the bars change their colour; the number beside each says it as well."""


class TruthGauge(QAbstractButton):
    """Two small bars with their numbers; pressed, it shows or hides the sentence that explains them.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing to say yet."""
        super().__init__(parent)
        self._surface: Surface | None = None
        self._theme = load_theme("dark")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(spoken("How true this picture is"))
        self.setToolTip(spoken("How true this picture is: press for a sentence"))

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        self._theme = theme
        self.update()

    def show_truth(self, surface: Surface | None, sentence: str) -> None:
        """Shows how true ``surface`` is; ``sentence`` is what a screen reader says of it."""
        self._surface = surface
        self.setAccessibleDescription(sentence)
        self.setEnabled(surface is not None)
        self.updateGeometry()
        self.update()

    def parts(self) -> list[tuple[float, str, str]]:
        """For each bar how full it is, what it says and which colour of the theme it has; a full one stands alone."""
        if self._surface is None:
            return []
        plane, miss = self._surface.plane, self._surface.miss
        if plane.kind == "exact":
            return [(1.0, spoken("exact"), "good")]
        if plane.kind == "random":
            return [(0.0, spoken("random slice"), "warning")]
        held = floor(100 * plane.share)
        return [
            (plane.share, spoken("{} % held").format(held), _graded(-plane.share, -GOOD_SHARE, -POOR_SHARE)),
            (min(miss, 1.0), spoken("\u2264 {} % off").format(ceil(100 * miss)), _graded(miss, GOOD_MISS, POOR_MISS)),
        ]

    def sizeHint(self) -> QSize:
        """Room for the bars and their words."""
        metrics = QFontMetricsF(self.font())
        width = sum(BAR + 6 + metrics.horizontalAdvance(text) + 12 for _, text, _ in self.parts())
        return QSize(round(width + 6), round(metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:
        """No smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws bars and words, and a frame where the keyboard is."""
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draws it at its size, also where it is not on the screen."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        metrics, left, middle = QFontMetricsF(self.font()), 8.0, self.height() / 2
        painter.setPen(QPen(QColor(self._theme.accent if self.hasFocus() else self._theme.border), 1.5))
        painter.setBrush(QColor(self._theme.raised if self.isChecked() else self._theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        for part, text, color in self.parts():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.border))
            painter.drawRoundedRect(QRectF(left, middle - 3, BAR, 6), 3, 3)
            painter.setBrush(QColor(getattr(self._theme, color)))
            painter.drawRoundedRect(QRectF(left, middle - 3, max(3.0, BAR * part), 6), 3, 3)
            painter.setPen(QColor(self._theme.text))
            left += BAR + 6
            painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), text)
            left += metrics.horizontalAdvance(text) + 12


def _graded(value: float, good: float, poor: float) -> str:
    """The colour of a value of which little is good."""
    return "good" if value <= good else "warning" if value <= poor else "bad"
