"""Flashcards: turned by click or key, repeated until they are known."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gdviz.lessons.flashcards import due, moved
from gdviz.lessons.model import Card
from gdviz.views.parts import described, label


class CardsPage(QWidget):
    """One card at a time. Space or a click turns it; then K says known, N not."""

    boxes_changed = Signal(object, int)
    """Boxes of all cards by key, and the number of rounds so far."""
    print_wanted = Signal(object, int)
    """Cards, and how many to a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins without cards."""
        super().__init__(parent)
        self._cards: Sequence[Card] = ()
        self._boxes: dict[str, int] = {}
        self._round = 0
        self._left: list[Card] = []
        self.turned = False
        self.deck = described(QComboBox(), self.tr("Deck"))
        self.deck.activated.connect(self._deal)
        self.card = QPushButton()
        self.card.setObjectName("flashcard")
        self.card.setMinimumHeight(130)
        self.words = label(wraps=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QVBoxLayout(self.card)
        inner.addWidget(self.words)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.card.clicked.connect(self.turn)
        self.place = label(role="muted")
        self.known = described(QPushButton(self.tr("I knew it")), self.tr("I knew it"), self.tr("Key K"))
        self.unknown = described(QPushButton(self.tr("Not yet")), self.tr("Not yet"), self.tr("Key N"))
        self.known.clicked.connect(self._on_known)
        self.unknown.clicked.connect(self._on_unknown)
        self.one = QPushButton(self.tr("Print, one a page"))
        self.eight = QPushButton(self.tr("Print, eight a page"))
        self.one.clicked.connect(self._on_one)
        self.eight.clicked.connect(self._on_eight)
        self._lay_out()

    def show_cards(self, cards: Sequence[Card], boxes: Mapping[str, int], rounds: int) -> None:
        """Begins a round."""
        self._cards, self._boxes, self._round = cards, dict(boxes), rounds
        self.deck.clear()
        self.deck.addItems(list(dict.fromkeys(card.deck for card in cards)))
        self._deal()

    @property
    def current(self) -> Card | None:
        """The card on top, None when the round is over."""
        return self._left[0] if self._left else None

    def turn(self) -> None:
        """Shows the other side; after the last card another round begins."""
        if self.current is None:
            self._deal()
            return
        self.turned = not self.turned
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """K known, N not, Space turns."""
        keys = {Qt.Key.Key_K: self._on_known, Qt.Key.Key_N: self._on_unknown, Qt.Key.Key_Space: self.turn}
        do = keys.get(Qt.Key(event.key()))
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    def _deck_cards(self) -> list[Card]:
        return [card for card in self._cards if card.deck == self.deck.currentText()]

    def _deal(self, *ignored: object) -> None:
        """The cards that are due; where none is, all of them, for whoever wants to go on."""
        self._round += 1
        cards = self._deck_cards()
        self._left = due(cards, self._boxes, self._round) or cards
        self.turned = False
        self._show()

    def _show(self) -> None:
        card = self.current
        self.known.setEnabled(self.turned and card is not None)
        self.unknown.setEnabled(self.turned and card is not None)
        if card is None:
            self.words.setText(self.tr("That was the round. Click for another one."))
            self.place.setText(self._standing())
            return
        self.words.setText(card.back if self.turned else card.front)
        self.words.setProperty("role", "" if self.turned else "heading")
        self.words.style().polish(self.words)
        side = self.tr("answer") if self.turned else self.tr("click or press Space to turn")
        self.place.setText(self.tr("{} left \u00b7 {}").format(len(self._left), side))
        self.card.setAccessibleName(self.words.text())

    def _standing(self) -> str:
        cards = self._deck_cards()
        known = sum(self._boxes.get(card.key, 0) > 0 for card in cards)
        return self.tr("{} of {} known").format(known, len(cards))

    def _on_known(self) -> None:
        self._put(known=True)

    def _on_unknown(self) -> None:
        self._put(known=False)

    def _put(self, known: bool) -> None:
        """Puts the card into its next box; one that was not known comes again at the end of the round."""
        if self.current is None or not self.turned:
            return
        card = self._left.pop(0)
        self._boxes = moved(self._boxes, card, known)
        if not known:
            self._left.append(card)
        self.turned = False
        self._show()
        self.boxes_changed.emit(self._boxes, self._round)

    def _on_one(self) -> None:
        self.print_wanted.emit(self._deck_cards(), 1)

    def _on_eight(self) -> None:
        self.print_wanted.emit(self._deck_cards(), 8)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.deck)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.place)
        for pair in ((self.unknown, self.known), (self.one, self.eight)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button, 1)
            layout.addLayout(row)
