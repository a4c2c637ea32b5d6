"""The glossary: each term a card."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from gdviz.lessons.model import Term
from gdviz.views.linked_words import LinkedWords
from gdviz.views.parts import described, label, scrolled


class GlossaryPage(QWidget):
    """All terms, with a box to look for one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self.search = described(QLineEdit(), self.tr("Look for a word"))
        self.search.setPlaceholderText(self.tr("Look for a word"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.cards: dict[str, QFrame] = {}
        self._words: dict[str, str] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 12, 6)
        self._layout.addWidget(self.search)
        self._area: QScrollArea | None = None

    def show_terms(self, glossary: Mapping[str, Term]) -> None:
        """Shows all terms in the order of the alphabet."""
        if self._area is not None:
            self._area.hide()
            self._area.deleteLater()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 6, 0)
        self.cards, self._words = {}, {}
        for term in sorted(glossary.values(), key=lambda term: term.term.casefold()):
            self.cards[term.key] = card = QFrame()
            card.setObjectName("card")
            inner = QVBoxLayout(card)
            inner.addWidget(label(term.term, "heading"))
            meaning = LinkedWords()
            meaning.tell(term.meaning, {key: other for key, other in glossary.items() if key != term.key})
            inner.addWidget(meaning)
            self._words[term.key] = " ".join((term.term, term.meaning, *term.forms)).casefold()
            column.addWidget(card)
        column.addStretch(1)
        self._area = scrolled(body)
        self._layout.addWidget(self._area)
        self._filter()

    def show_term(self, key: str) -> None:
        """Brings a term into sight."""
        self.search.clear()
        card = self.cards.get(key)
        if card is not None and self._area is not None:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            card.setFocus()
            # Only once the page has been laid out is it known where the card is.
            QTimer.singleShot(0, self, lambda: self._scroll_to(key))

    def _scroll_to(self, key: str) -> None:
        if self._area is not None and key in self.cards:
            self._area.verticalScrollBar().setValue(self.cards[key].y())

    def _filter(self) -> None:
        wanted = self.search.text().strip().casefold()
        for key, card in self.cards.items():
            card.setVisible(wanted in self._words[key])
