"""A row that gives way: what does not fit beside the rest goes to a line of its own instead of being cut off.

In English and on a wide screen everything stands in one line. In German, in projector mode or on a small screen the
picture has room below that it cannot use, and words have none beside the buttons; so the words go above them.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QWidget

GAP = 6
"""Pixels between one widget and the next, and from line to line."""

SLACK = 4
"""Pixels that words are given beyond what they measure, since Qt breaks a line that fits to the pixel."""

Line = list[QLayoutItem]


class GivingWay(QLayout):
    """Lays widgets out from left to right, in one line where they fit, else in as many as they need.

    What a line leaves over goes to the widget that asks to expand, else to the label; without either, the line's last
    widget stands at the right. Where one line is too short, the label gets one of its own; where the rest does not fit
    into one line either, the widgets follow each other like words, the label first.

    Args:
        label: The widget that takes the room that is left; must be added too.
        to_left: Whether a line without the label keeps its last widget at the left too.
        steady: Whether a label that went to a line of its own stays there until there is more room, whatever it says by
            then: words that change all the time must not make the picture above them jump.
    """

    def __init__(self, label: QLabel | None = None, to_left: bool = False, steady: bool = False) -> None:
        """Begins empty."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._label, self._to_left, self._steady = label, to_left, steady
        self._apart = -1
        self._heights: dict[int, int] = {}
        self.setSpacing(GAP)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        """Takes an item; `addWidget` calls it."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """The item of that number; None beyond the last, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Gives the item of that number away; None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def invalidate(self) -> None:
        """A widget has changed: what was worked out does not hold any more."""
        super().invalidate()
        self._heights = {}

    def heightForWidth(self, width: int) -> int:
        """The height of all lines; Qt asks many times for the same."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As wide as one line."""
        wide = self._wide(self._shown())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:
        """As narrow as the widest widget."""
        widest = max((self._least(item) for item in self._shown()), default=0)
        return QSize(widest, max((item.minimumSize().height() for item in self._shown()), default=0))

    def setGeometry(self, rectangle: QRect) -> None:
        """Puts everything in its place."""
        super().setGeometry(rectangle)
        self._arrange(rectangle, move=True)
        if self._steady and len(self._lines(rectangle.width())) > 1:
            self._apart, self._heights = max(self._apart, rectangle.width()), {}

    # Lines

    def insert(self, index: int, widget: QWidget) -> None:
        """Adds a widget before the one of that number."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def lines(self, width: int) -> list[list[QWidget]]:
        """Which widgets stand in which line where there is so much room."""
        return [[widget for item in line if (widget := item.widget())] for line in self._lines(width)]

    def _shown(self) -> Line:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[Line]:
        shown, apart = self._shown(), width <= self._apart
        if self._wide(shown) <= width and not apart:
            return [shown]
        words = [item for item in shown if item.widget() is self._label and (apart or self._need(item))]
        rest = [item for item in shown if item.widget() is not self._label]
        if words and self._wide(rest) <= width:
            return [words, rest]
        return self._following([*filter(self._need, words), *rest], width)

    def _following(self, items: Line, width: int) -> list[Line]:
        """As many in each line as fit."""
        lines: list[Line] = []
        for item in items:
            if lines and self._wide([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _need(self, item: QLayoutItem) -> int:
        """How wide an item would like to be."""
        if self._label is not None and item.widget() is self._label:
            # A label that wraps, or gives way, asks for less than its words need.
            text = self._label.text()
            return self._label.fontMetrics().horizontalAdvance(text) + SLACK if text else 0
        return item.sizeHint().width()

    def _least(self, item: QLayoutItem) -> int:
        """How narrow an item can be at most."""
        return 0 if item.widget() is self._label else item.minimumSize().width()

    def _wide(self, items: Line) -> int:
        return sum(map(self._need, items)) + self.spacing() * max(len(items) - 1, 0)

    def _arrange(self, room: QRect, move: bool) -> int:
        """Goes through the lines; the height that they take."""
        top = room.top()
        for line in self._lines(room.width()):
            tall = max((self._tall(item, room.width()) for item in line), default=0)
            if move:
                self._place(line, QRect(room.left(), top, room.width(), tall))
            top += tall + self.spacing()
        return max(top - self.spacing() - room.top(), 0)

    def _growing(self, line: Line) -> QLayoutItem | None:
        """Which item of a line gets what the others leave over."""
        asking = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        return next((item for item in [*asking, *line] if item in asking or item.widget() is self._label), None)

    def _tall(self, item: QLayoutItem, width: int) -> int:
        """How high an item is; a label that wraps has the line for itself where it must."""
        if item.widget() is self._label and item.hasHeightForWidth():
            return item.heightForWidth(max(min(self._need(item), width), 1))
        return item.sizeHint().height()

    def _place(self, line: Line, room: QRect) -> None:
        """One line; what it leaves over goes to the label, or before its last widget."""
        over = max(room.width() - self._wide(line), 0)
        growing = self._growing(line)
        left = room.left()
        for item in line:
            wide = self._need(item) + (over if item is growing else 0)
            if item is line[-1] and len(line) > 1 and growing is None and not self._to_left:
                left += over
            tall = self._tall(item, room.width())
            place = QPoint(left, room.top() + (room.height() - tall) // 2)
            item.setGeometry(QRect(place, QSize(min(wide, room.width()), tall)))
            left += wide + self.spacing()


def kept_together(*widgets: QWidget) -> QWidget:
    """Widgets that stay beside each other."""
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    return result
