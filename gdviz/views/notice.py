"""A strip above the window's contents for one sentence at a time."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from gdviz.views.parts import described, label
from gdviz.worker.session import Session


class Notice(QFrame):
    """Shows what the session reports; goes away by itself or when it is closed.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins hidden."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.label = label(wraps=True)
        close = described(QToolButton(), "Close the message", "Close")
        close.setText("\u2715")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 6, 5)
        layout.addWidget(self.label, 1)
        layout.addWidget(close)
        # Long enough to be read aloud to a class.
        self._timer = QTimer(self, singleShot=True, interval=20_000)
        self._timer.timeout.connect(self.hide)
        session.problem.connect(self.say)
        self.hide()

    def say(self, sentence: str) -> None:
        """Shows a sentence in place of the one before."""
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to be hidden later."""
        self._timer.stop()
        super().hideEvent(event)
