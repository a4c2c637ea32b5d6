"""Panels of curves above one another on one level axis, painted so cheaply that training hardly notices.

Three layers: the sheet with frames, grid and numbers changes seldom, the curves some times a second, and what follows
the mouse or the timeline at every moment. The first two are kept as pictures.
"""

from collections import deque
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from gdviz.core.axis import Axis
from gdviz.views.chart_parts import Entry, Panel, Span, Stroke, draw_entries, draw_marker, draw_spans
from gdviz.views.chart_sheet import Placed, draw_sheet
from gdviz.views.colors import translucent
from gdviz.views.curve_line import draw_line
from gdviz.views.runner_marks import symbol
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.turns import Turns

STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_Home: -(10**9),
    Qt.Key.Key_End: 10**9,
}
"""How far each key moves the crosshair, in epochs or steps."""


class Chart(QWidget):
    """Draws panels; says where the mouse and the keys point.

    Args:
        parent: The Qt parent.
        turns: When curves are drawn that may come a little later.
    """

    pointed = Signal(object)
    """A place on the level axis that the mouse is over, or None: it is gone."""
    span_pointed = Signal(object)
    """`Span` or None: the bracket that the mouse is over."""
    moved = Signal(int)
    """A key moves the crosshair by so many epochs or steps."""
    picked = Signal(object)
    """A place on the level axis was clicked; None for the one under the crosshair, by key."""
    left = Signal()
    """Escape: the crosshair is to go."""

    def __init__(self, parent: QWidget | None = None, turns: Turns | None = None) -> None:
        """Begins without panels."""
        super().__init__(parent)
        self._turns = turns or Turns(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._theme = load_theme("dark")
        self.panels: tuple[Panel, ...] = ()
        self.x_axis = Axis(0.0, 10.0, False, ())
        self._x_name = self.message = ""
        self.spans: tuple[Span, ...] = ()
        self.cursor_at: float | None = None
        self.marker_at: float | None = None
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._notes: tuple[Entry, ...] = ()
        self._placed: tuple[Placed, ...] = ()
        self._sheet: QPixmap | None = None
        self._sheet_key: object = None
        self._drawn: QPixmap | None = None
        self._parts: Iterator[None] | None = None

    def minimumSizeHint(self) -> QSize:
        """Room for the smallest plots that can be read."""
        line = self.fontMetrics().height()
        return QSize(12 * line, (5 * max(len(self.panels), 1) + 2) * line)

    def set_theme(self, theme: Theme) -> None:
        """Draws in ``theme``'s colours."""
        self._theme = theme
        self._forget()

    @property
    def busy(self) -> bool:
        """Whether curves are being drawn in parts."""
        return self._parts is not None

    def show_panels(
        self, panels: Sequence[Panel], x_axis: Axis, x_name: str, message: str = "", in_parts: bool = False
    ) -> None:
        """Draws other curves.

        Args:
            panels: The plots.
            x_axis: Their level axis.
            x_name: What stands under it.
            message: Stands in the first panel while there are no curves.
            in_parts: Whether the curves may come a little later, one to a turn of the event loop.
        """
        fewer = len(panels) != len(self.panels)
        self.panels, self.x_axis, self._x_name, self.message = tuple(panels), x_axis, x_name, message
        self._placed = self._places()
        if fewer:
            self.updateGeometry()
        if in_parts and self._holds(self._drawn):
            self._parts = self._drawing()
            self._turns.add(self, self._draw_part)
        else:
            self._drawn = self._parts = None
            self.update()

    def _holds(self, picture: QPixmap | None) -> bool:
        """Whether a kept picture is of this size and screen."""
        ratio = self.devicePixelRatio()
        return picture is not None and (picture.size(), picture.devicePixelRatio()) == (self.size() * ratio, ratio)

    def _draw_part(self) -> None:
        """One more curve; the picture is shown once it is whole."""
        if self._parts is None:
            return
        if next(self._parts, self) is self:
            self._parts = None
            self.update()
        else:
            self._turns.add(self, self._draw_part)

    def _show(self) -> None:
        """Draws anew, now or with the curves that are under way."""
        if not self.busy:
            self.update()

    def show_entries(self, entries: dict[str, tuple[Entry, ...]], notes: tuple[Entry, ...] = ()) -> None:
        """Shows values in each panel's head line, which is its legend, and more of them beside the crosshair."""
        self._entries, self._notes = entries, notes
        self._show()

    def show_spans(self, spans: tuple[Span, ...]) -> None:
        """Marks stretches of the level axis."""
        if spans != self.spans:
            self.spans = spans
            self._show()

    def show_cursor(self, at: float | None) -> None:
        """Draws the crosshair at a place of the level axis, or takes it away."""
        self.cursor_at = at
        self.update()

    def show_marker(self, at: float | None) -> None:
        """Draws the mark of the step that every view shows, or takes it away."""
        self.marker_at = at
        self._show()

    def place_at(self, x: float) -> float:
        """The place on the level axis at a pixel column, kept within the axis."""
        if not self._placed:
            return 0.0
        frame = self._placed[0].frame
        part = (x - frame.left()) / max(frame.width(), 1.0)
        return self.x_axis.value(min(max(part, 0.0), 1.0))

    def column_of(self, place: float) -> float:
        """The pixel column of a place on the level axis."""
        frame = self._placed[0].frame
        return float(frame.left() + frame.width() * float(self.x_axis.part(place)))

    def frame_of(self, key: str) -> QRectF:
        """Where the panel ``key`` has its curves."""
        return next(placed.frame for placed in self._placed if placed.panel.key == key)

    def span_at(self, position: QPointF) -> Span | None:
        """The mark whose bracket lies under a point; None without one."""
        if not self._placed or not self._placed[0].frame.contains(position):
            return None
        lane = int((position.y() - self._placed[0].frame.top()) // self._lane)
        here = self.place_at(position.x())
        inside = [span for span in self.spans if span.lane == lane and span.first <= here <= span.last]
        return inside[0] if inside else None

    @property
    def _lane(self) -> float:
        """Height of one bracket."""
        return 0.8 * self.fontMetrics().height()

    def _places(self) -> tuple[Placed, ...]:
        metrics = self.fontMetrics()
        head, foot = metrics.height() + 5.0, 2.0 * metrics.height() + 6.0
        labels = [label for panel in self.panels for _, label in panel.axis.ticks]
        left = max([metrics.horizontalAdvance(label) for label in labels], default=0) + 10.0
        between = 0.6 * metrics.height()
        room = self.height() - foot - len(self.panels) * head - (len(self.panels) - 1) * between
        whole = sum(panel.share for panel in self.panels)
        top, placed = 0.0, []
        for panel in self.panels:
            height = max(room * panel.share / whole, 4.0)
            frame = QRectF(left, top + head, max(self.width() - left - 12.0, 4.0), height)
            placed.append(Placed(panel, frame))
            top = frame.bottom() + between
        return tuple(placed)

    def _forget(self) -> None:
        """The kept pictures do not hold any more."""
        self._placed = self._places()
        self._sheet = self._drawn = self._parts = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lays the panels out anew."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the kept picture, and on it what moves."""
        if not self._holds(self._drawn):
            self._parts = None
            deque(self._drawing(), 0)
        assert self._drawn is not None, "drawn just now"
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        if self._placed:
            self._draw_moving(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2 * self._theme.scale))
            # What was drawn before has left its brush behind: the ring must not fill what it goes round.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def _blank(self) -> QPixmap:
        ratio = self.devicePixelRatio()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._theme.panel))
        return picture

    def _with_sheet(self) -> QPixmap:
        """Frames, grid and numbers; drawn anew only where one of them moved."""
        axes = tuple((placed.panel.title, placed.panel.axis, placed.frame.getRect()) for placed in self._placed)
        key = (axes, self.x_axis, self._x_name, self.font().key(), self.devicePixelRatio())
        if self._sheet is None or key != self._sheet_key:
            self._sheet, self._sheet_key = self._blank(), key
            painter = QPainter(self._sheet)
            painter.setFont(self.font())
            draw_sheet(painter, self._placed, self.x_axis, self._x_name, self._theme)
            painter.end()
        return self._sheet

    def _drawing(self) -> Iterator[None]:
        """Draws the sheet and then curve after curve."""
        picture = self._with_sheet().copy()
        yield
        for placed in self._placed:
            for stroke in placed.panel.strokes:
                painter = QPainter(picture)
                painter.setClipRect(placed.frame.adjusted(-1.0, -3.0, 8.0, 3.0))
                self._draw_stroke(painter, placed, stroke)
                painter.end()
                yield
        self._drawn = picture

    def _draw_stroke(self, painter: QPainter, placed: Placed, stroke: Stroke) -> None:
        """One curve, broken at its gaps, with a cross at the top where its first gap is."""
        frame, theme = placed.frame, self._theme
        # A value far above the axis must not reach the coordinates where Qt's painter gives up.
        part = np.clip(placed.panel.axis.part(stroke.y), -2.0, 3.0)
        x = frame.left() + frame.width() * self.x_axis.part(stroke.x)
        y = frame.bottom() - frame.height() * part
        draw_line(painter, stroke, x, y, theme)
        if stroke.marker is not None and len(x):
            self._draw_markers(painter, stroke, x, y)
        if stroke.gap is not None:
            at = QPointF(self.column_of(stroke.gap), frame.top() + 6.0 * theme.scale)
            painter.setPen(QPen(QColor(theme.bad), 2.4 * theme.scale))
            reach = 4.0 * theme.scale
            painter.drawLine(at - QPointF(reach, reach), at + QPointF(reach, reach))
            painter.drawLine(at - QPointF(reach, -reach), at + QPointF(reach, -reach))

    def _draw_markers(self, painter: QPainter, stroke: Stroke, x: NDArray[np.float64], y: NDArray[np.float64]) -> None:
        """A run's own shape at its end and now and then before."""
        known = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        if not known.size or stroke.marker is None:
            return
        # Each run has its own places, so that the shapes of runs that go together do not hide one another.
        parts = (np.arange(3) + (stroke.marker % 8 + 0.5) / 8) / 3
        for spot in {known[-1], *known[(parts * (known.size - 1)).astype(int)]}:
            size = (5.5 if spot == known[-1] else 4.2) * self._theme.scale
            shape = symbol(stroke.marker)
            draw_marker(painter, shape, QPointF(x[spot], y[spot]), size, stroke.color, self._theme.panel)

    def _draw_moving(self, painter: QPainter) -> None:
        """Evidence, the mark of the shown step, the crosshair, and the values there."""
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frames = [placed.frame for placed in self._placed]
        draw_spans(painter, self.spans, frames, self.column_of, self._lane, self._theme)
        for at, color, width in (
            (self.cursor_at, self._theme.text, 1.0),
            (self.marker_at, self._theme.ball, 2.0),
        ):
            if at is not None:
                self._draw_upright(painter, round(self.column_of(at)), color, width * self._theme.scale)
        for placed in self._placed:
            box = QRectF(2.0, placed.frame.top() - self.fontMetrics().height() - 5.0, self.width() - 4.0, 0.0)
            draw_entries(painter, placed.panel.title, self._entries.get(placed.panel.key, ()), box, self._theme)
        if self.message:
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(frames[0], Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.message)
        if self._notes and self.cursor_at is not None:
            self._draw_notes(painter, frames[0])

    def _draw_upright(self, painter: QPainter, x: int, color: str, width: float) -> None:
        painter.setPen(QPen(QColor(color), width))
        for placed in self._placed:
            painter.drawLine(QPointF(x, placed.frame.top()), QPointF(x, placed.frame.bottom()))
        if color == self._theme.ball:
            top = QPointF(x, self._placed[0].frame.top())
            draw_marker(painter, "t", top, 5 * self._theme.scale, color, self._theme.panel)

    def _draw_notes(self, painter: QPainter, frame: QRectF) -> None:
        """The values of other runs in a small box beside the crosshair."""
        metrics = self.fontMetrics()
        words = max(metrics.horizontalAdvance(f"{note.label}  {note.text}") for note in self._notes)
        wide = min(words + 4.0 * metrics.height(), self.width())
        high = len(self._notes) * metrics.height() + 8.0
        x = self.column_of(self.cursor_at or 0.0)
        left = x + 8.0 if x + 8.0 + wide < self.width() else max(x - 8.0 - wide, 0.0)
        box = QRectF(left, frame.top() + 6.0, wide, high)
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(translucent(self._theme.raised, 0.94))
        painter.drawRoundedRect(box, 5, 5)
        for row, note in enumerate(self._notes):
            line = QRectF(box.left() + 6.0, box.top() + 4.0 + row * metrics.height(), wide - 12.0, 0.0)
            draw_entries(painter, "", (note,), line, self._theme)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Points; with the button held, picks."""
        self.pointed.emit(self.place_at(event.position().x()))
        self.span_pointed.emit(self.span_at(event.position()))
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.picked.emit(self.place_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Picks a place."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self.place_at(event.position().x()))

    def leaveEvent(self, event: object) -> None:
        """The mouse points at nothing any more."""
        self.pointed.emit(None)
        self.span_pointed.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page and Home/End move the crosshair, Return picks its place, Escape takes it away."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.moved.emit(STEPS[key] * (10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(None)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Takes the ring away."""
        super().focusOutEvent(event)
        self.update()
