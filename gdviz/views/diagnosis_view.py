"""What the doctor says: verdict, evidence, advice, and a button that follows it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdviz.core.diagnosis import VERDICTS, Diagnosis, Evidence
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.views.icons import pixmap
from gdviz.views.parts import as_panel, label, scrolled
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.session import Session

MOST_EVIDENCE = 3
"""Pieces of evidence that are shown, the strongest; more would hide the advice."""

EMPTY = "Press Train. After a few epochs the doctor reads the curves and says how the run is doing."


class DiagnosisView(QWidget):
    """Shows the session's diagnosis.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins with a sentence that says what to do."""
        super().__init__(parent)
        as_panel(self, "Diagnosis")
        self._session = session
        self.icon = QLabel()
        self.title = label(role="title", wraps=True)
        self.confidence = label(role="muted")
        self.sentence, self.advice = label(wraps=True), label(wraps=True)
        self.evidence, self.why_not = label(role="muted", wraps=True), label(role="muted", wraps=True)
        self.follow = QPushButton()
        self.follow.clicked.connect(self._on_follow)
        self._lay_out()
        self.set_theme(load_theme("dark"))
        session.diagnosis_changed.connect(self.show_diagnosis)
        session.experiment_changed.connect(self._on_experiment)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the verdict."""
        self._theme = theme
        self.show_diagnosis(self._session.diagnosis)

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Shows what the doctor says, or that there is nothing to say yet."""
        self._diagnosis = diagnosis
        verdict = VERDICTS[diagnosis.verdict] if diagnosis else None
        level = verdict.level if verdict else "unknown"
        color = self._theme.muted if level == "unknown" else getattr(self._theme, level)
        self.icon.setPixmap(pixmap(level, color, 26))
        self.title.setText(verdict.title if verdict else "No diagnosis yet")
        self.title.setStyleSheet(f"color: {color}")
        self.confidence.setText(f"{diagnosis.confidence:.0%} sure" if diagnosis and level != "unknown" else "")
        self.sentence.setText(diagnosis.sentence if diagnosis else EMPTY)
        self.advice.setText(f"Do: {diagnosis.advice}" if diagnosis and diagnosis.advice else "")
        self.why_not.setText(diagnosis.why_not if diagnosis else "")
        evidence = diagnosis.evidence[:MOST_EVIDENCE] if diagnosis else ()
        self.evidence.setText("\n".join(f"\u2022 {_told(piece)}" for piece in evidence))
        for part in (self.confidence, self.advice, self.why_not, self.evidence):
            part.setVisible(bool(part.text()))
        self._on_experiment(self._session.experiment)

    def _on_experiment(self, experiment: Experiment) -> None:
        """Says on the button what following the advice would set."""
        after = followed(experiment, self._diagnosis.change) if self._diagnosis else experiment
        names = [name for name in ("learning_rate", "epochs") if getattr(after, name) != getattr(experiment, name)]
        self.follow.setVisible(bool(names))
        if names:
            value = getattr(after, names[0])
            self.follow.setText(f"Set {FIELDS[names[0]].label.lower()} to {value:g}")
            self.follow.setToolTip("Sets it and goes back to the first weights, so that Train compares like with like")

    def _on_follow(self) -> None:
        if self._diagnosis:
            self._session.set_experiment(followed(self._session.experiment, self._diagnosis.change))
            self._session.reset()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.icon)
        top.addWidget(self.title, 1)
        top.addWidget(self.confidence)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 6, 0)
        inner.setSpacing(7)
        for part in (self.sentence, self.advice, self.evidence, self.why_not):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inner.addWidget(part)
        inner.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(scrolled(body), 1)
        layout.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignLeft)


def followed(experiment: Experiment, change: dict[str, float]) -> Experiment:
    """The experiment as the doctor's ``change`` prescribes it, kept within what the settings allow."""
    rate = experiment.learning_rate * change.get("learning_rate", 1.0)
    epochs = change.get("stop_at", experiment.epochs * change.get("epochs", 1.0))
    limits = FIELDS["learning_rate"]
    rate = min(max(float(f"{rate:.3g}"), limits.low), limits.high)
    return replace(experiment, learning_rate=rate, epochs=min(max(1, round(epochs)), int(FIELDS["epochs"].high)))


def _told(piece: Evidence) -> str:
    """A piece of evidence in a line: what, the number against its limit, and where."""
    side = "below" if piece.value < piece.limit else "above"
    first, last = (min(piece.epochs), max(piece.epochs)) if piece.epochs else (0, 0)
    where = f", epoch {first}" if first == last else f", epochs {first} to {last}"
    return f"{piece.what}: {piece.value:.3g}, {side} the limit of {piece.limit:.3g}{where if first else ''}"
