"""Small things that several views are made of, so that they look and speak alike."""

from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QSlider, QSplitter, QWidget

from gdviz.views.icons import pixmap
from gdviz.views.theme import Theme
from gdviz.worker.words import spoken

W = TypeVar("W", bound=QWidget)


SIGNS = {"good": "Good", "warning": "Worth a look", "bad": "Something is wrong", "unknown": "Not known yet"}
"""What a screen reader says of each sign."""

RIGHT, WRONG = "Right", "Not right"
"""What a screen reader says of the sign beside an answer."""


def described(widget: W, name: str, help: str = "") -> W:
    """Gives a widget the name that a screen reader says, and the sentence that both it and the mouse get."""
    widget.setAccessibleName(name)
    widget.setAccessibleDescription(help)
    widget.setToolTip(help)
    if isinstance(widget, QComboBox):
        widget.installEventFilter(_Caption(widget))
    return widget


class _Caption(QObject):
    """Gives a list that stands without a label one that only screen readers find.

    On Linux a list's own name is what is chosen in it; what the list is, is heard from the label beside it.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list is shown, so it has its place."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QComboBox):
            around = watched.parentWidget()
            labels = around.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly) if around else []
            if not any(label.buddy() is watched for label in labels):
                caption = QLabel(watched.accessibleName(), around)
                caption.setBuddy(watched)
                caption.hide()
        return False


def name_value(slider: QSlider, name: str, value: str, help: str = "") -> None:
    """Has a screen reader say what a slider stands for.

    The value that Qt itself tells of a slider is the number of its notch, which for a rate from 0.00001 to 10 means
    nothing. A name is read first, everywhere, and anew whenever it changes: so the true value is part of it.
    """
    slider.setAccessibleName(f"{name}: {value}")
    slider.setAccessibleDescription(help)


def announce(widget: QWidget, sentence: str, urgent: bool = False) -> None:
    """Has a screen reader say a sentence now; ``urgent`` breaks off what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, sentence)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
    QAccessible.updateAccessibility(event)


def as_panel(widget: QWidget, name: str) -> None:
    """Makes a view one of the window's raised panels."""
    widget.setObjectName("panel")
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setAccessibleName(name)


def label(text: str = "", role: str = "", wraps: bool = False) -> QLabel:
    """A text, taken as it is; ``role`` is ``"heading"``, ``"title"`` or ``"muted"`` for the style sheet."""
    result = QLabel(text)
    # What somebody typed, or a file said, must not become markup.
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("role", role)
    result.setWordWrap(wraps)
    return result


def show_sign(place: QLabel, level: str, color: str, size: float, says: str = "") -> None:
    """Shows the sign of a level, one of `SIGNS`; a screen reader says what it stands for here, or usually."""
    place.setPixmap(pixmap(level, color, round(size)))
    place.setAccessibleName(says or spoken(SIGNS[level]))


def show_judgement(place: QLabel, right: bool, theme: Theme) -> None:
    """Shows whether an answer was right, in words too for a screen reader."""
    level, says = ("good", RIGHT) if right else ("warning", WRONG)
    show_sign(place, level, getattr(theme, level), 20 * theme.scale, spoken(says))


def in_reading_order(splitter: QSplitter) -> None:
    """Has screen readers come to a splitter's parts in the order in which they stand; Qt has it the other way round."""
    for place in reversed(range(splitter.count())):
        if (part := splitter.widget(place)) is not None:
            part.lower()


def follow_each_other(*widgets: QWidget) -> None:
    """Has the Tab key go from each of the widgets to the next, wherever in the chain the first one is."""
    for before, after in pairwise(widgets):
        QWidget.setTabOrder(before, after)


def scrolled(content: QWidget, name: str = "") -> QScrollArea:
    """An area that shows ``content`` at its own width, and scrolls up and down where it is too high."""
    content.setObjectName("form")
    area = QScrollArea()
    area.setAccessibleName(name or spoken("Scrolled part"))
    area.setAccessibleDescription(spoken("Arrow keys scroll it"))
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


class Wanting:
    """Says whether a view is seen, and each change only once: Qt may tell a view twice that it is hidden.

    Args:
        want: ``session.want``.
        kind: What the view shows.
    """

    def __init__(self, want: Callable[[str, bool], None], kind: str) -> None:
        """Begins unseen."""
        self._want, self._kind, self._on = want, kind, False

    def set(self, on: bool) -> None:
        """The view is seen, or not."""
        if on != self._on:
            self._on = on
            self._want(self._kind, on)
