"""A strip above the window's contents for one sentence at a time."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from gdviz.core.experiment import Experiment
from gdviz.views.parts import announce, described, label, show_sign
from gdviz.views.theme import Theme
from gdviz.worker.session import Session


class Notice(QFrame):
    """Shows what the session reports; goes away when it is closed, when a setting changes, or by itself.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins hidden."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.icon, self.label = QLabel(), label(wraps=True)
        close = described(QToolButton(), self.tr("Close the message"), self.tr("Close (Escape)"))
        close.setText("\u2715")
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 6, 5)
        layout.setSpacing(10)
        layout.addWidget(self.icon)
        layout.addWidget(self.label, 1)
        layout.addWidget(close)
        # Long enough to be read aloud to a class.
        self._timer = QTimer(self, singleShot=True, interval=20_000)
        self._timer.timeout.connect(self.hide)
        self._experiment = session.experiment
        session.problem.connect(self.say)
        session.experiment_changed.connect(self._on_experiment)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Recolours the sign of attention."""
        show_sign(self.icon, "warning", theme.warning, 20 * theme.scale)

    def say(self, sentence: str) -> None:
        """Shows a sentence in place of the one before."""
        self.label.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self._timer.start()
        announce(self, sentence, urgent=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_experiment(self, experiment: Experiment) -> None:
        """A setting was accepted: what was said of the ones before is mended, or of no interest any more.

        The same experiment once more is a refusal, and the message is about that.
        """
        if experiment != self._experiment:
            self._experiment = experiment
            self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left to be hidden later."""
        self._timer.stop()
        super().hideEvent(event)
