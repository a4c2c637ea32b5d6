"""What the doctor says: verdict, evidence, advice, and a button that follows it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gdviz.core.diagnosis import VERDICTS, Diagnosis
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.plain import plain
from gdviz.core.proof import Proof, followed
from gdviz.views.evidence_row import EvidenceRow
from gdviz.views.giving_way import GivingWay
from gdviz.views.parts import announce, as_panel, described, follow_each_other, label, scrolled, show_sign
from gdviz.views.theme import Theme, load_theme
from gdviz.worker.examining import TRIAL
from gdviz.worker.session import Session
from gdviz.worker.words import spoken

FOLLOW = "Sets it and goes back to the first weights, so that Train compares like with like"

PROVE = "Trains once more as it was and once by the advice, from the same start, and says which ended better"
SCORE = "How often its verdicts were right on runs it had never seen"
TESTS = {
    "range_test": "Try other rates",
    "longer_run": "Train twice as long",
    "curvature": "Look at the step",
}
"""Tests that settle a doubt, by `Diagnosis.test`, and what the button says."""

WHAT_YOU_SEE = (
    "The ball is where training stands, and its height is the loss: how wrong the answers still are. Training goes "
    "downhill, step by step. The learning rate says how far: too small, and the ball crawls; too large, and it leaps "
    "across the valley."
)
"""The picture at the first glance; it stands where the doctor has nothing to say yet."""

TRYING = "Stop trying"
"""What the button says while they are tried."""

EMPTY = "Press Train. After a few epochs the doctor reads the curves and says how the run is doing."


class DiagnosisView(QWidget):
    """Shows the session's diagnosis.

    Args:
        session: The state.
        parent: The Qt parent.
    """

    evidence_pointed = Signal(object)
    """`Evidence` or None: a person points at a piece of it, or at none any more."""
    test_asked = Signal(str)
    """A key of `TESTS`: a person wants the doubt settled."""
    score_asked = Signal()
    """A person wants to know how often the doctor is right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Begins with a sentence that says what to do."""
        super().__init__(parent)
        as_panel(self, self.tr("Diagnosis"))
        self._session = session
        self._diagnosis: Diagnosis | None = None
        self.icon = QLabel()
        self.title = label(role="title", wraps=True)
        self.confidence = label(role="muted")
        self.sentence, self.advice = label(wraps=True), label(wraps=True)
        self.runner_up, self.why_not = label(role="heading", wraps=True), label(role="muted", wraps=True)
        self.guide = self._make_guide()
        self.rows: list[EvidenceRow] = []
        self.follow = described(QPushButton(), self.tr("Follow the advice"), spoken(FOLLOW))
        self.follow.clicked.connect(self._on_follow)
        self.prove = described(QPushButton(self.tr("Prove it")), self.tr("Prove it"), spoken(PROVE))
        self.test = described(
            QPushButton(), self.tr("Settle it"), self.tr("Runs the test that would tell the verdicts apart")
        )
        self.score = described(
            QPushButton(self.tr("How good is the doctor?")), self.tr("How good is the doctor?"), spoken(SCORE)
        )
        self.score.setFlat(True)
        self.proof = label(wraps=True)
        self.prove.clicked.connect(self._on_prove)
        self.test.clicked.connect(self._on_test)
        self._trying = session.studies.of(TRIAL)
        self._trying.ended.connect(self._show_test)
        self.score.clicked.connect(self.score_asked)
        self._lay_out()
        self.set_theme(load_theme("dark"))
        session.diagnosis_changed.connect(self.show_diagnosis)
        session.state_changed.connect(self._on_state)
        session.experiment_changed.connect(self._on_experiment)
        session.proof_changed.connect(self.show_proof)

    def set_theme(self, theme: Theme) -> None:
        """Recolours the verdict."""
        self._theme = theme
        self.show_diagnosis(self._session.diagnosis)

    def show_diagnosis(self, diagnosis: Diagnosis | None) -> None:
        """Shows what the doctor says, or that there is nothing to say yet; another verdict is spoken aloud."""
        before, self._diagnosis = self._diagnosis, diagnosis
        verdict = VERDICTS[diagnosis.verdict] if diagnosis else None
        level = verdict.level if verdict else "unknown"
        color = self._theme.muted if level == "unknown" else getattr(self._theme, level)
        show_sign(self.icon, level, color, 26 * self._theme.scale)
        self.title.setText(spoken(verdict.title) if verdict else self.tr("No diagnosis yet"))
        self.title.setStyleSheet(f"color: {color}")
        self.confidence.setText(
            self.tr("{} sure").format(f"{diagnosis.confidence:.0%}") if diagnosis and level != "unknown" else ""
        )
        self.sentence.setText(spoken(diagnosis.sentence if diagnosis else EMPTY))
        if diagnosis is not None:
            # Whoever has seen a run knows by now, and before every further one it would only flicker.
            self.guide.hide()
        self.advice.setText(
            self.tr("Do: {}").format(spoken(diagnosis.advice)) if diagnosis and diagnosis.advice else ""
        )
        other = VERDICTS.get(diagnosis.runner_up) if diagnosis else None
        self.runner_up.setText(self.tr("Next likely: {}").format(spoken(other.title.lower())) if other else "")
        self.why_not.setText(spoken(diagnosis.why_not) if diagnosis else "")
        for part in (self.confidence, self.advice, self.runner_up, self.why_not):
            part.setVisible(bool(part.text()))
        self.show_proof(None)
        self._show_test()
        self._show_evidence(diagnosis, color)
        self._on_experiment(self._session.experiment)
        self._speak(before, diagnosis)

    def show_proof(self, proof: Proof | None) -> None:
        """Says whether the advice was right."""
        sure = self._diagnosis is not None and self._diagnosis.verdict != "unclear"
        self.prove.setVisible(sure and self._session.state in ("finished", "paused"))
        self.proof.setVisible(proof is not None)
        if proof is not None:
            self.proof.setText(spoken(proof.sentence))
            color = self._theme.good if proof.worked else self._theme.warning
            self.proof.setStyleSheet(f"color: {color}; font-weight: 600")
            announce(self, self.proof.text())

    def _show_evidence(self, diagnosis: Diagnosis | None, color: str) -> None:
        """A row for each piece; rows stay while the run goes on, so that one with the focus keeps it."""
        evidence = diagnosis.evidence if diagnosis else ()
        while len(self.rows) < len(evidence):
            self.rows.append(EvidenceRow())
            self.rows[-1].pointed.connect(self.evidence_pointed)
            self._evidence.addWidget(self.rows[-1])
            follow_each_other(self._area, *self.rows, self.score, self.follow)
        for number, piece in enumerate(evidence, 1):
            self.rows[number - 1].show_piece(number, piece, color, self._theme)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(evidence))

    def _speak(self, before: Diagnosis | None, after: Diagnosis | None) -> None:
        """Names the verdict for a screen reader, and has it said when it changes."""
        if after is None:
            self.setAccessibleDescription(spoken(EMPTY))
            return
        self.setAccessibleDescription(spoken(str(after)))
        if before is None or before.verdict != after.verdict:
            title = spoken(VERDICTS[after.verdict].title)
            announce(self, self.tr("Diagnosis: {}. {}").format(title, spoken(after.sentence)))

    def _on_experiment(self, experiment: Experiment) -> None:
        """Says on the button what following the advice would set."""
        after = followed(experiment, self._diagnosis.change) if self._diagnosis else experiment
        names = [name for name in ("learning_rate", "epochs") if getattr(after, name) != getattr(experiment, name)]
        self.follow.setVisible(bool(names))
        if names:
            value = getattr(after, names[0])
            self.follow.setText(self.tr("Set {} to {}").format(spoken(FIELDS[names[0]].label.lower()), plain(value, 6)))
            self.follow.setAccessibleName(self.follow.text())

    def _on_follow(self) -> None:
        if self._diagnosis:
            if self._session.set_experiment(followed(self._session.experiment, self._diagnosis.change)):
                self._session.reset()

    def _on_state(self) -> None:
        """A proof needs a run that holds still."""
        if self._session.state != "running" and not self.proof.isVisible():
            self.show_proof(None)

    def _on_prove(self) -> None:
        self._session.prove()

    def _show_test(self) -> None:
        """The test that would settle a doubt, or that the one under way can be stopped."""
        test = self._diagnosis.test if self._diagnosis else ""
        self.test.setVisible(self._trying.busy or test in TESTS)
        self.test.setText(spoken(TRYING if self._trying.busy else TESTS.get(test, "")))
        self.test.setAccessibleName(self.test.text())

    def _on_test(self) -> None:
        if self._trying.busy:
            self._trying.cancel()
        elif self._diagnosis:
            self.test_asked.emit(self._diagnosis.test)
            self._show_test()

    def _make_guide(self) -> QWidget:
        guide = QWidget()
        layout = QVBoxLayout(guide)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(4)
        layout.addWidget(label(self.tr("What you see"), role="heading"))
        layout.addWidget(label(spoken(WHAT_YOU_SEE), wraps=True))
        return guide

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.icon)
        verdict = GivingWay(self.title)
        for part in (self.title, self.confidence):
            verdict.addWidget(part)
        top.addLayout(verdict, 1)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 6, 0)
        inner.setSpacing(7)
        self._evidence = QVBoxLayout()
        self._evidence.setSpacing(2)
        for part in (self.sentence, self.advice, self.runner_up, self.why_not):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self.sentence, self.advice, self.proof, self.guide):
            inner.addWidget(widget)
        inner.addLayout(self._evidence)
        for part in (self.runner_up, self.why_not):
            inner.addWidget(part)
        inner.addWidget(self.score, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        self.buttons = GivingWay(to_left=True)
        for button in (self.follow, self.prove, self.test):
            self.buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 10, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        self._area = scrolled(body, self.tr("What the doctor says"))
        layout.addWidget(self._area, 1)
        layout.addLayout(self.buttons)
