"""Words in which every term of the glossary is a link; it opens the term's card where one reads, and nothing closes."""

import html
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QWhatsThis, QWidget

from gdviz.lessons.markup import TERM, marked_up
from gdviz.lessons.model import Term


class LinkedWords(QLabel):
    """A text that wraps, with bold words and links.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self._glossary: Mapping[str, Term] = {}
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.linkActivated.connect(self._on_link)

    def tell(self, text: str, glossary: Mapping[str, Term]) -> None:
        """Says a text as `marked_up` knows it, its terms linked."""
        self.tell_html(marked_up(text, glossary), glossary)

    def tell_html(self, page: str, glossary: Mapping[str, Term]) -> None:
        """Says what is marked up already."""
        self._glossary = glossary
        self.setText(page)

    def changeEvent(self, event: QEvent) -> None:
        """Links take their colour from the palette when they are read, so they are read again in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            page = self.text()
            self.setText("")
            self.setText(page)

    def _on_link(self, link: str) -> None:
        """Shows the card at the mouse, or at the words where it is elsewhere because a key was used."""
        term = self._glossary.get(link.removeprefix(TERM))
        if term is not None:
            card = f"<p><b>{html.escape(term.term)}</b></p><p>{html.escape(term.meaning)}</p>"
            here = self.rect().contains(self.mapFromGlobal(QCursor.pos()))
            QWhatsThis.showText(QCursor.pos() if here else self.mapToGlobal(self.rect().center()), card, self)
