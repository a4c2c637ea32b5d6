"""Windows that only tell something: the run in words, and the keys."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gdviz.paths import resource
from gdviz.views.parts import announce, described, label
from gdviz.worker.words import spoken

VIEW_KEYS: Mapping[str, Sequence[tuple[str, str]]] = {
    "In the curves": (
        ("Left, Right", "Move the crosshair by one epoch or step"),
        ("Page Up, Page Down", "Move it by ten"),
        ("Home, End", "To the first, to the newest"),
        ("Return", "Show that step in every view"),
        ("Escape", "Back to the newest step"),
    ),
    "In the picture": (
        ("Arrow keys", "Turn the surface, move the map"),
        ("+, \u2212", "Nearer, farther"),
        ("Home", "As it was at first"),
    ),
    "In the laboratory": (("Escape", "Stop the study; where none is under way, close the window"),),
    "Everywhere": (
        ("Tab, Shift+Tab", "To the next control, to the one before"),
        ("Space", "Press the button that has the focus"),
        ("Alt and a letter", "Open a menu"),
    ),
}
"""Keys that are no menu's: those that a view answers to while it has the focus."""

SCORE_HELP = (
    "Measured on training runs whose truth was found by training on, and at other rates; none of these data sets and "
    "networks was used to teach the doctor. In brackets: where the true figure lies, 19 times out of 20."
)
"""What the scorecard is."""


class SummaryDialog(QDialog):
    """The run in plain sentences, to be read, listened to, or copied.

    Args:
        parent: The window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begins empty."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("The run in words"))
        self.text = described(
            QPlainTextEdit(), self.tr("The run in words"), self.tr("What is trained, how far it is, and how it does")
        )
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        box = _closing(self)
        self.copy = box.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        described(self.copy, self.tr("Copy"), self.tr("Puts the sentences on the clipboard"))
        self.copy.clicked.connect(self._on_copy)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(box)

    def tell(self, sentences: str) -> None:
        """Shows the sentences, and has them said."""
        self.text.setPlainText(sentences)
        metrics = self.fontMetrics()
        self.resize(64 * metrics.averageCharWidth() + 160, 22 * metrics.lineSpacing())
        self.show()
        self.raise_()
        self.text.setFocus()
        announce(self, sentences)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        announce(self, self.tr("Copied."))


class ScoreDialog(QDialog):
    """How often the doctor is right, beside the rules of others.

    Args:
        parent: The window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Shows the scorecard as it was measured."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How good is the doctor?"))
        self.text = described(QTextBrowser(), self.tr("Scorecard"), spoken(SCORE_HELP))
        table = resource("data/doctor_scorecard.md").read_text(encoding="utf-8")
        self.text.setMarkdown(f"{spoken(SCORE_HELP)}\n\n{table}")
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(_closing(self))
        self.resize(1016, 580)


class KeysDialog(QDialog):
    """All keys: those of the menus, as they stand there, and those of the views.

    Args:
        menus: The actions of each menu by its title.
        parent: The window.
    """

    def __init__(self, menus: Mapping[str, Iterable[QAction]], parent: QWidget | None = None) -> None:
        """Lists them."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.tree = described(QTreeWidget(), self.tr("Keys"), self.tr("What each key does, by menu and by view"))
        self.tree.setHeaderLabels([self.tr("What it does"), self.tr("Key")])
        self.tree.setRootIsDecorated(False)
        for title, actions in menus.items():
            self._group(title, [(_plain(each.text()), _keys(each)) for each in actions if _keys(each)])
        for title, keys in VIEW_KEYS.items():
            self._group(spoken(title), [(spoken(what), spoken(key)) for key, what in keys])
        self.tree.expandAll()
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.addWidget(label(self.tr("Everything can be done without a mouse."), role="muted"))
        layout.addWidget(self.tree)
        layout.addWidget(_closing(self))
        metrics = self.fontMetrics()
        self.resize(64 * metrics.averageCharWidth() + 100, 36 * metrics.lineSpacing())

    def _group(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        if rows:
            item = QTreeWidgetItem(self.tree, [title])
            font = self.tree.font()
            font.setBold(True)
            item.setFont(0, font)
            for what, key in rows:
                QTreeWidgetItem(item, [what, key])


def _closing(dialog: QDialog) -> QDialogButtonBox:
    """A button that closes the dialog, without the picture that some systems give it."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
    box.rejected.connect(dialog.reject)
    return box


def _plain(text: str) -> str:
    """A menu's text without the mark of its letter."""
    return text.replace("&", "").rstrip(" \u2026")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
