"""Choosing one weight out of many: a list that can be searched, and a step to the next or the previous one."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from gdviz.views.icons import icon
from gdviz.views.parts import described
from gdviz.views.theme import Theme
from gdviz.worker.words import spoken

LIVELIEST = "Moves most now"
"""The first entry of the list."""


class WeightChoice(QWidget):
    """A list of weights by name.

    Args:
        parent: The Qt parent.
    """

    changed = Signal()
    """A person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins with nothing but the weight that moves most."""
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._model = QStringListModel([spoken(LIVELIEST)], self)
        self.list = described(QComboBox(), self.tr("Weight to show"), self.tr("Type a part of a name to find a weight"))
        self.list.setEditable(True)
        self.list.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.list.setMinimumContentsLength(13)
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.list.setModel(self._model)
        self._make_searchable()
        self.back = described(QToolButton(), self.tr("Previous weight"), self.tr("Previous weight (Alt+PgUp)"))
        self.forward = described(QToolButton(), self.tr("Next weight"), self.tr("Next weight (Alt+PgDown)"))
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.back)
        layout.addWidget(self.forward)

    @property
    def weight(self) -> int | None:
        """The weight chosen; None for the one that moves most."""
        return self.list.currentIndex() - 1 if self.list.currentIndex() > 0 else None

    def set_theme(self, theme: Theme) -> None:
        """Recolours the icons."""
        self.back.setIcon(icon("up", theme.text, theme.muted))
        self.forward.setIcon(icon("down", theme.text, theme.muted))

    def show_names(self, names: tuple[str, ...]) -> None:
        """Offers these weights; a weight chosen before stays, if it has the same name."""
        if names is self._names or names == self._names:
            return
        chosen = self._names[self.weight] if self.weight is not None else ""
        self._names = names
        self._model.setStringList([spoken(LIVELIEST), *map(spoken, names)])
        self.list.setCurrentIndex(names.index(chosen) + 1 if chosen in names else 0)

    def _make_searchable(self) -> None:
        completer, field = self.list.completer(), self.list.lineEdit()
        assert completer is not None
        assert field is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setAccessibleName(self.tr("Weight to show"))
        field.editingFinished.connect(self._on_typed)

    def _connect(self) -> None:
        self.list.activated.connect(self.changed)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        for keys, do in (("Alt+PgUp", self._on_back), ("Alt+PgDown", self._on_forward)):
            QShortcut(QKeySequence(keys), self, do, context=Qt.ShortcutContext.WindowShortcut)

    def _on_back(self) -> None:
        self._go(-1)

    def _on_forward(self) -> None:
        self._go(1)

    def _go(self, by: int) -> None:
        """To the next one, round and round; the first entry of the list is not a weight of its own."""
        if self._names:
            at = self.weight if self.weight is not None else (-1 if by > 0 else 0)
            self.list.setCurrentIndex((at + by) % len(self._names) + 1)
            self.changed.emit()

    def _on_typed(self) -> None:
        """What is no weight's name goes back to what it was."""
        if self.list.findText(self.list.currentText(), Qt.MatchFlag.MatchFixedString) < 0:
            self.list.setEditText(self.list.itemText(self.list.currentIndex()))
