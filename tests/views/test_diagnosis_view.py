"""What the doctor says, in words and in a colour, with a button that does what he says."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel
from support.sessions import quiet_session

from gdviz.core.diagnosis import VERDICTS, Diagnosis, Evidence, diagnose
from gdviz.core.evidence import told
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.proof import Proof, followed
from gdviz.views.diagnosis_view import EMPTY, TESTS, TRYING, WHAT_YOU_SEE, DiagnosisView
from gdviz.views.dialogs import ScoreDialog
from gdviz.views.evidence_row import EvidenceRow, LimitBar
from gdviz.views.theme import load_theme
from gdviz.worker.examining import TRIAL
from gdviz.worker.session import Session

EVIDENCE = (Evidence("rise of the loss", (3, 9), 2.5, 1.0, 0.9), Evidence("falls", (4, 4), 0.25, 0.5, 0.8, True))


def finding(verdict: str = "lr_too_high", **change: float) -> Diagnosis:
    """A diagnosis with something in every part."""
    return Diagnosis(verdict, 0.87, "It leaps.", EVIDENCE, "Step less.", change, "diverging", "Not diverging; it fell.")


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with quiet_session() as session:
        yield session


@pytest.fixture
def view(session: Session, qtbot: Any) -> DiagnosisView:
    view = DiagnosisView(session)
    qtbot.addWidget(view)
    return view


def test_before_the_first_word_it_says_what_to_do(view: DiagnosisView) -> None:
    assert view.title.text() == "No diagnosis yet"
    assert view.sentence.text() == EMPTY
    for part in (view.confidence, view.advice, view.runner_up, view.why_not, view.follow):
        assert part.isHidden()


def test_before_the_first_word_it_says_what_there_is_to_see_and_never_again(
    view: DiagnosisView, session: Session
) -> None:
    assert not view.guide.isHidden()
    assert WHAT_YOU_SEE in [each.text() for each in view.guide.findChildren(QLabel)]
    for diagnosis in (finding(), None):
        session.diagnosis_changed.emit(diagnosis)
        assert view.guide.isHidden()


def test_everything_the_doctor_said_is_there(view: DiagnosisView, session: Session) -> None:
    session.diagnosis_changed.emit(finding(learning_rate=0.1))
    assert view.title.text() == "Learning rate too high"
    assert view.confidence.text() == "87% sure"
    assert view.sentence.text() == "It leaps."
    assert view.advice.text() == "Do: Step less."
    assert view.why_not.text() == "Not diverging; it fell."
    assert view.runner_up.text() == "Next likely: diverging"
    assert [(row.badge.text(), row.what.text(), row.value.text()) for row in view.rows] == [
        ("1", "Rise of the loss", "2.50 where at least 1 is asked, epochs 3 to 9"),
        ("2", "Falls", "0.25 where at most 0.50 is asked, epoch 4"),
    ]
    for part in (view.confidence, view.advice, view.runner_up, view.why_not, view.follow):
        assert not part.isHidden()
    session.diagnosis_changed.emit(None)
    assert view.title.text() == "No diagnosis yet"
    assert view.follow.isHidden()


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_told_by_word_picture_and_colour(view: DiagnosisView, verdict: str, theme: str) -> None:
    colors = load_theme(theme)
    view.set_theme(colors)
    view.show_diagnosis(finding(verdict))
    level = VERDICTS[verdict].level
    assert view.title.text() == VERDICTS[verdict].title
    color = colors.muted if level == "unknown" else getattr(colors, level)
    assert view.title.styleSheet() == f"color: {color}"
    image = view.icon.pixmap().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert color in seen
    assert view.confidence.isHidden() == (level == "unknown")


def test_each_level_has_a_picture_of_its_own(view: DiagnosisView) -> None:
    shapes = {}
    for verdict in ("converged", "overfitting", "diverging", "unclear"):
        view.show_diagnosis(finding(verdict))
        image = view.icon.pixmap().toImage()
        alphas = [image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())]
        shapes[verdict] = tuple(alphas)
        assert max(alphas) == 255
    assert len(set(shapes.values())) == 4


def shown(view: DiagnosisView) -> list[EvidenceRow]:
    """The rows that can be seen."""
    return [row for row in view.rows if not row.isHidden()]


def test_rows_stay_while_the_run_goes_on_so_that_the_focus_does(view: DiagnosisView, session: Session) -> None:
    view.show_diagnosis(finding())
    rows = list(view.rows)
    view.show_diagnosis(replace(finding(), evidence=(replace(EVIDENCE[0], value=3.5),)))
    assert shown(view) == rows[:1]
    assert rows[0].value.text().startswith("3.50 ")
    view.show_diagnosis(None)
    assert shown(view) == []
    view.show_diagnosis(finding())
    assert shown(view) == rows


def test_what_is_pointed_at_by_mouse_or_by_key_is_told(view: DiagnosisView, qtbot: Any) -> None:
    pointed: list[Evidence | None] = []
    view.evidence_pointed.connect(pointed.append)
    view.resize(400, 500)
    view.show_diagnosis(finding(learning_rate=0.1))
    view.show()
    view.activateWindow()
    first, second = view.rows
    first.setFocus()
    qtbot.waitUntil(lambda: pointed[-1:] == [EVIDENCE[0]])
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.hasFocus)
    assert pointed[-1] == EVIDENCE[1]
    qtbot.keyClick(second, Qt.Key.Key_Tab)
    qtbot.waitUntil(view.score.hasFocus)
    assert pointed[-1] is None
    for event, piece in ((QEvent.Type.Enter, EVIDENCE[0]), (QEvent.Type.Leave, None)):
        spot = QPointF(5, 5)
        sent = QEnterEvent(spot, spot, spot) if event == QEvent.Type.Enter else QEvent(event)
        QApplication.sendEvent(first, sent)
        assert pointed[-1] == piece


def test_the_bar_is_as_long_as_the_number_and_shows_the_limit(qtbot: Any) -> None:
    theme, bar = load_theme("dark"), LimitBar()
    qtbot.addWidget(bar)
    bar.resize(200, 11)
    bar.show_part(0.25, theme.bad, theme)
    image = bar.grab().toImage()
    assert [image.pixelColor(x, 5).name() for x in (40, 60, 190)] == [theme.bad, theme.border, theme.border]
    assert image.pixelColor(100, 0).name() == theme.text


def test_another_verdict_is_said_aloud_and_the_same_is_not(
    view: DiagnosisView, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("gdviz.views.diagnosis_view.announce", lambda widget, sentence: said.append(sentence))
    for verdict in ("lr_too_high", "lr_too_high", "diverging"):
        view.show_diagnosis(finding(verdict))
    view.show_diagnosis(None)
    assert said == ["Diagnosis: Learning rate too high. It leaps.", "Diagnosis: Diverging. It leaps."]


def test_a_diagnosis_of_next_to_nothing_is_shown(view: DiagnosisView) -> None:
    for loss in ([], [1.0], [1.0, 2.0], [float("nan")], [1.0] * 10):
        view.show_diagnosis(diagnose(loss))
        assert view.sentence.text()


@pytest.mark.parametrize(
    ("change", "button"),
    [
        ({"learning_rate": 0.1}, "Set learning rate to 0.001"),
        ({"learning_rate": 10.0}, "Set learning rate to 0.1"),
        ({"epochs": 2.0}, "Set epochs to 120"),
        ({"stop_at": 37}, "Set epochs to 37"),
        ({}, None),
        ({"stop_at": 60}, None),
    ],
)
def test_the_button_says_what_it_would_set(
    view: DiagnosisView, session: Session, change: dict[str, float], button: str | None
) -> None:
    session.diagnosis_changed.emit(finding(**change))
    assert view.follow.isHidden() == (button is None)
    if button:
        assert view.follow.text() == button


def test_the_button_follows_the_settings(view: DiagnosisView, session: Session) -> None:
    session.diagnosis_changed.emit(finding(learning_rate=0.1))
    session.set_experiment(replace(Experiment(), learning_rate=0.5))
    assert view.follow.text() == "Set learning rate to 0.05"


def test_following_sets_it_and_goes_back_to_the_start(view: DiagnosisView, session: Session) -> None:
    states: list[str] = []
    session._training._set_state("finished")
    session.state_changed.connect(states.append)
    session.diagnosis_changed.emit(finding(learning_rate=0.1))
    view.follow.click()
    assert session.experiment == replace(Experiment(), learning_rate=0.001)
    assert states == ["preparing"]


@pytest.mark.parametrize(
    ("before", "change", "after"),
    [
        ({"learning_rate": 100.0}, {"learning_rate": 10.0}, {"learning_rate": 100.0}),
        ({"learning_rate": 1e-7}, {"learning_rate": 0.1}, {"learning_rate": 1e-7}),
        ({"learning_rate": 0.007}, {"learning_rate": 0.1}, {"learning_rate": 0.0007}),
        ({"epochs": 100_000}, {"epochs": 2.0}, {"epochs": 100_000}),
        ({"epochs": 5}, {"stop_at": 0}, {"epochs": 1}),
        ({"epochs": 3}, {"epochs": 1.5}, {"epochs": 4}),
    ],
)
def test_advice_is_kept_within_what_the_settings_allow(
    before: dict[str, Any], change: dict[str, float], after: dict[str, Any]
) -> None:
    result = followed(replace(Experiment(), **before), change)
    assert result == replace(Experiment(), **after)
    assert type(result.epochs) is FIELDS["epochs"].kind


def test_it_has_a_name_for_a_screen_reader(view: DiagnosisView) -> None:
    assert view.accessibleName() == "Diagnosis"
    view.show_diagnosis(finding(learning_rate=0.1))
    assert "It leaps." in view.accessibleDescription()
    assert view.rows[0].accessibleName() == "Evidence 1: " + told(EVIDENCE[0])
    assert view.follow.accessibleName() == view.follow.text()


def test_a_proof_says_whether_the_advice_was_right(view: DiagnosisView, session: Session) -> None:
    session.diagnosis_changed.emit(finding(learning_rate=0.1))
    assert view.proof.isHidden()
    session.proof_changed.emit(Proof(True, "Yes: with learning rate 0.001 the loss ended lower.", 1.0, 0.5))
    assert "Yes" in view.proof.text()
    assert not view.proof.isHidden()
    session.diagnosis_changed.emit(finding(learning_rate=0.1))
    assert view.proof.isHidden()


def test_a_doubt_names_the_test_that_settles_it(view: DiagnosisView, session: Session) -> None:
    asked: list[str] = []
    view.test_asked.connect(asked.append)
    session.diagnosis_changed.emit(finding())
    assert view.test.isHidden()
    for test, words in TESTS.items():
        session.diagnosis_changed.emit(replace(finding(), verdict="unclear", test=test))
        assert view.test.text() == words
        view.test.click()
    assert asked == list(TESTS)


def test_a_range_test_under_way_can_be_stopped(view: DiagnosisView, session: Session, qtbot: Any) -> None:
    trying = session.studies.of(TRIAL)
    view.test_asked.connect(lambda _: trying.begin(lambda: repeat(None)))
    session.diagnosis_changed.emit(replace(finding(), verdict="unclear", test="range_test"))
    view.test.click()
    assert view.test.text() == TRYING
    session.diagnosis_changed.emit(finding())
    assert not view.test.isHidden()
    view.test.click()
    assert not trying.busy
    assert view.test.isHidden()


def test_only_a_run_that_holds_still_can_be_proved(view: DiagnosisView, session: Session) -> None:
    session._training._set_state("running")
    session.diagnosis_changed.emit(finding(learning_rate=0.1))
    assert view.prove.isHidden()
    session._training._set_state("finished")
    assert not view.prove.isHidden()


def test_the_score_can_be_asked_for(qtbot: Any) -> None:
    dialog = ScoreDialog()
    qtbot.addWidget(dialog)
    assert "macro-F1" in dialog.text.toPlainText()
    assert "SageMaker" in dialog.text.toPlainText()
