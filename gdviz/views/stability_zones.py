"""The zones under a rate's slider: where a step is stable, where it overshoots but settles, and where it explodes.

Each zone has a pattern of its own, and the same is said in words below, so that nothing hangs on colour.
"""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QStyleOptionSlider, QVBoxLayout, QWidget

from gdviz.core.stability_line import CALM, EXPLANATION, NOISE, StabilityLine
from gdviz.views.parts import announce, label, show_sign
from gdviz.views.theme import Theme, load_theme
from gdviz.views.value_slider import ValueSlider
from gdviz.worker.words import spoken

PATTERNS: Mapping[str, Qt.BrushStyle] = {
    "good": Qt.BrushStyle.SolidPattern,
    "warning": Qt.BrushStyle.BDiagPattern,
    "bad": Qt.BrushStyle.DiagCrossPattern,
}
"""How each zone is filled."""

TINTS: Mapping[str, float] = {"good": 0.75, "warning": 0.35, "bad": 0.25}
"""How strong the colour behind the pattern is."""

STRIP = 9
"""Height of the strip in pixels."""

WAITING = "The stability limit appears here once it has been worked out."


class StabilityZones(QWidget):
    """A strip that lines up with a slider, and the sentence that says the same.

    Args:
        slider: Whose rates the zones are for.
        parent: The Qt parent.
    """

    def __init__(self, slider: ValueSlider, parent: QWidget | None = None) -> None:
        """Begins without a line."""
        super().__init__(parent)
        self._slider = slider
        self._line: StabilityLine | None = None
        self._waiting, self._zone = spoken(WAITING), ""
        self.strip = _Strip(slider)
        self.icon = QLabel()
        self.icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentence = label(role="muted", wraps=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(self.tr("Stability of the learning rate"))
        self._lay_out()
        self.set_theme(load_theme("dark"))

    @property
    def line(self) -> StabilityLine | None:
        """What is shown."""
        return self._line

    def set_theme(self, theme: Theme) -> None:
        """Recolours the zones."""
        self._theme, self._zone = theme, ""
        self.strip.set_theme(theme)
        self._begin_anew()
        self.show_rate()

    def show_line(self, line: StabilityLine | None, waiting: str = "") -> None:
        """Shows another line; None for none, with the sentence that says why."""
        if _is_known(line) != _is_known(self._line):
            self._give_back()
        self._line, self._waiting = line, spoken(waiting or WAITING)
        help = spoken(EXPLANATION) + (f" {spoken(NOISE)}" if line is not None and line.noisy else "")
        self.setToolTip(help)
        self.strip.show_line(line)
        self.show_rate()

    def show_rate(self) -> None:
        """The slider stands elsewhere: only the words and the mark change, not the zones."""
        rate = self._slider.value
        said = spoken(self._line.sentence(rate)) if self._line is not None else self._waiting
        self._show_zone(self._line.zone(rate) if self._line is not None else "unknown")
        self.strip.update()
        if said != self.sentence.text():
            self.sentence.setText(said)
            self.setAccessibleDescription(f"{said} {self.toolTip()}")
            self._slider.set_meaning(said)
            self._keep_room()

    def _show_zone(self, zone: str) -> None:
        before, self._zone = self._zone, zone
        if zone == before:
            return
        if before and self._slider.slider.hasFocus():
            announce(self, spoken(self._line.sentence(self._slider.value)) if self._line else self._waiting)
        color = self._theme.muted if zone == "unknown" else getattr(self._theme, zone)
        show_sign(self.icon, zone, color, 15 * self._theme.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where lines break depends on the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._give_back()
        self._keep_room()

    def _give_back(self) -> None:
        """Two lines always have their room."""
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())

    def _keep_room(self) -> None:
        """A line that was needed once keeps its room, so that the form below does not move as the curvature does."""
        if self.isVisible():
            needed = self.sentence.heightForWidth(self.sentence.width())
            self.sentence.setMinimumHeight(max(self.sentence.minimumHeight(), needed))

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.icon)
        below.addWidget(self.sentence, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.strip)
        layout.addLayout(below)


def _is_known(line: StabilityLine | None) -> bool:
    """Whether there is a limit to compare a rate with."""
    return line is not None and line.rate is not None


class _Strip(QWidget):
    """The zones, and a mark where the slider stands."""

    def __init__(self, slider: ValueSlider) -> None:
        super().__init__()
        self._slider = slider
        self._line: StabilityLine | None = None
        self.setFixedHeight(STRIP + 5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setFixedHeight(round((STRIP + 5) * theme.scale))
        self.update()

    def show_line(self, line: StabilityLine | None) -> None:
        self._line = line
        self.update()

    def zones(self) -> list[tuple[str, float, float]]:
        """Each zone with its left and its right end in pixels; none without a line."""
        rate = self._line.rate if self._line is not None else None
        if rate is None:
            return []
        low, high = self._place(0), self._place(self._slider.slider.maximum())
        ends = [low, *(self._at(part * rate) for part in (CALM, 1.0)), high]
        return [(zone, left, right) for zone, (left, right) in zip(PATTERNS, pairwise(ends), strict=True)]

    def mark(self) -> float:
        """Where the slider's handle is, in pixels."""
        return self._place(self._slider.slider.value())

    def _at(self, rate: float) -> float:
        return self._place(self._slider.span.notch(rate))

    def _place(self, notch: int) -> float:
        """The middle of the slider's handle at a notch."""
        slider, option = self._slider.slider, QStyleOptionSlider()
        slider.initStyleOption(option)
        controls, style = QStyle.ComplexControl.CC_Slider, slider.style()
        groove = style.subControlRect(controls, option, QStyle.SubControl.SC_SliderGroove, slider)
        handle = style.subControlRect(controls, option, QStyle.SubControl.SC_SliderHandle, slider).width()
        room = groove.width() - handle
        return groove.x() + handle / 2 + room * notch / max(slider.maximum(), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Zones, a line where the limit is, and the mark under the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = STRIP * self._theme.scale
        area = QRectF(self._place(0), 0, self._place(self._slider.slider.maximum()) - self._place(0), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.border))
        if not (zones := self.zones()):
            painter.drawRoundedRect(QRectF(area.x(), height / 2 - 1, area.width(), 2), 1, 1)
        for zone, left, right in zones:
            self._paint_zone(painter, zone, QRectF(left, 0, right - left, height))
        painter.setBrush(QColor(self._theme.text))
        x, low, half = self.mark(), height + 5 * self._theme.scale, 4.5 * self._theme.scale
        painter.drawPolygon(QPolygonF([QPointF(x, height - 2), QPointF(x - half, low), QPointF(x + half, low)]))

    def _paint_zone(self, painter: QPainter, zone: str, area: QRectF) -> None:
        color = QColor(getattr(self._theme, zone))
        tint = QColor(color)
        tint.setAlphaF(TINTS[zone])
        painter.fillRect(area, tint)
        if PATTERNS[zone] != Qt.BrushStyle.SolidPattern:
            painter.fillRect(area, QBrush(color, PATTERNS[zone]))
        if zone != "good" and area.width() > 0:
            painter.fillRect(QRectF(area.x() - 1, 0, 2, area.height()), QColor(self._theme.text))
