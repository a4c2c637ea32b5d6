"""The line at the bottom of the window: what the session is doing."""

from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from gdviz.views.parts import announce
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

STATE_TEXTS = {
    "loading": "Loading TensorFlow \u2026 Press Train already, it begins by itself.",
    "preparing": "Compiling the network \u2026",
    "ready": "Ready. Press Train.",
    "running": "Training",
    "paused": "Paused",
    "finished": "Finished",
    "failed": "Stopped",
}
"""What the status bar says in each of the session's states."""


class StatusLine(QStatusBar):
    """Says what the session is doing.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins with the present state."""
        super().__init__(parent)
        self._session = session
        self.words = QLabel()
        self.busy = QProgressBar(maximum=0, textVisible=False)
        self.busy.setFixedWidth(110)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 0, 12, 3)
        self.addWidget(self.words)
        self.addWidget(self.busy)
        session.state_changed.connect(self.show_state)
        self.show_state(session.state)

    def show_state(self, state: str) -> None:
        """Says what the session is doing now."""
        text = spoken(STATE_TEXTS[state])
        if self._session.waiting:
            text = text.split("\u2026")[0] + self.tr("\u2026 Training begins by itself.")
        if text != self.words.text():
            announce(self.words, text)
        self.words.setText(text)
        self.busy.setVisible(state in ("loading", "preparing"))
