"""What the doctor says, in words and in a colour, with a button that does what he says."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gdviz.core.diagnosis import VERDICTS, Diagnosis, Evidence, diagnose
from gdviz.core.experiment import FIELDS, Experiment
from gdviz.views.diagnosis_view import EMPTY, MOST_EVIDENCE, DiagnosisView, followed
from gdviz.views.theme import load_theme
from gdviz.worker.session import Session

EVIDENCE = (Evidence("rise of the loss", (3, 9), 2.5, 1.0, 0.9), Evidence("falls", (4, 4), 0.25, 0.5, 0.8, True))


def finding(verdict: str = "lr_too_high", **change: float) -> Diagnosis:
    """A diagnosis with something in every part."""
    return Diagnosis(verdict, 0.87, "It leaps.", EVIDENCE, "Step less.", change, "diverging", "Not diverging; it fell.")


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    """Settings without threads: closed, a session still answers for its experiment and begins nothing."""
    session = Session()
    session.close()
    yield session
    session.close()


@pytest.fixture
def view(session: Session, qtbot: Any) -> DiagnosisView:
    view = DiagnosisView(session)
    qtbot.addWidget(view)
    return view


def test_before_the_first_word_it_says_what_to_do(view: DiagnosisView) -> None:
    assert view.title.text() == "No diagnosis yet"
    assert view.sentence.text() == EMPTY
    for part in (view.confidence, view.advice, view.evidence, view.why_not, view.follow):
        assert part.isHidden()


def test_everything_the_doctor_said_is_there(view: DiagnosisView, session: Session) -> None:
    session.diagnosis_changed.emit(finding(learning_rate=0.1))
    assert view.title.text() == "Learning rate too high"
    assert view.confidence.text() == "87% sure"
    assert view.sentence.text() == "It leaps."
    assert view.advice.text() == "Do: Step less."
    assert view.why_not.text() == "Not diverging; it fell."
    assert view.evidence.text().splitlines() == [
        "\u2022 rise of the loss: 2.5, above the limit of 1, epochs 3 to 9",
        "\u2022 falls: 0.25, below the limit of 0.5, epoch 4",
    ]
    for part in (view.confidence, view.advice, view.evidence, view.why_not, view.follow):
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


def test_more_evidence_than_can_be_read_is_left_out(view: DiagnosisView) -> None:
    view.show_diagnosis(replace(finding(), evidence=EVIDENCE * 3))
    assert len(view.evidence.text().splitlines()) == MOST_EVIDENCE


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
