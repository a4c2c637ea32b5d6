"""Presets: settings worth a look, good ones and bad ones, each with why."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdviz.lessons.model import Preset, Term
from gdviz.views.icons import pixmap
from gdviz.views.linked_words import LinkedWords
from gdviz.views.parts import described, label, scrolled
from gdviz.views.theme import Theme, load_theme


class PresetsPage(QWidget):
    """A card for each preset, with a button that sets it up."""

    preset_chosen = Signal(object)
    """`Preset`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self._theme = load_theme("dark")
        self.buttons: list[QPushButton] = []
        self._presets: Sequence[Preset] = ()
        self.glossary: Mapping[str, Term] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 6, 12, 6)
        self._area: QWidget | None = None

    def set_theme(self, theme: Theme) -> None:
        """Recolours the signs."""
        self._theme = theme
        self.show_presets(self._presets)

    def show_presets(self, presets: Sequence[Preset]) -> None:
        """Shows all of them."""
        self._presets = presets
        if self._area is not None:
            self._area.hide()
            self._area.deleteLater()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 6, 0)
        self.buttons = []
        for preset in presets:
            column.addWidget(self._card(preset))
        column.addStretch(1)
        self._area = scrolled(body)
        self._layout.addWidget(self._area)

    def _card(self, preset: Preset) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        sign, level = QLabel(), "good" if preset.good else "warning"
        sign.setPixmap(pixmap(level, getattr(self._theme, level), 18))
        sign.setAccessibleName(self.tr("good") if preset.good else self.tr("a mistake to learn from"))
        button = described(QPushButton(self.tr("Try it")), self.tr("Try {}").format(preset.title), preset.why)
        button.clicked.connect(partial(self.preset_chosen.emit, preset))
        self.buttons.append(button)
        head = QHBoxLayout()
        head.addWidget(sign)
        head.addWidget(label(preset.title, "heading", wraps=True), 1)
        head.addWidget(button)
        layout = QVBoxLayout(card)
        layout.addLayout(head)
        why = LinkedWords()
        why.tell(preset.why, self.glossary)
        layout.addWidget(why)
        return card
