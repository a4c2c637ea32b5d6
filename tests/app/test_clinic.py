"""The mystery clinic in the window: sealed runs tell nothing but what their tests show."""

import pytest

from gdviz.app.learning import Learning
from gdviz.app.start import Program
from gdviz.core.experiment import Experiment
from gdviz.views.menus import TELLING


@pytest.fixture
def learning(program: Program) -> Learning:
    """Without TensorFlow: nothing here trains."""
    return program.learning


def test_the_clinic_hides_what_would_tell_and_counts_its_tests(learning: Learning) -> None:
    own = Experiment("square", optimizer="sgd", learning_rate=0.1)
    learning.session.set_experiment(own)
    learning.open_clinic()
    page, window = learning.clinic, learning.window
    assert window.details.isHidden()
    assert all(row.isHidden() for row in window.panel.rows.values())
    assert window.pictures.title.text() == "A sealed run"
    assert not any(window._menus.actions_by_name[name].isEnabled() for name in TELLING)
    assert learning.session.own_experiment == own
    learning.session.undo()
    assert learning.session.experiment == page.case.setup
    assert not learning.session.set_experiment(own)
    assert "locked by the mystery clinic" in window.notice.label.text()
    for _ in range(3):
        page.tests["slower"].click()
    assert not any(button.isEnabled() for button in page.tests.values())
    causes = list(learning.course.causes)
    for at in range(7):
        right = causes.index(page.case.cause)
        page.question.give(right if at else (right + 1) % len(causes))
        page.question.buttons[2].click()
        page.next.click()
    assert "6 of 7" in page.words.text()
    learning.open_course()
    assert not window.details.isHidden()
    assert not window.panel.rows["landscape"].isHidden()
    assert learning.session.experiment == own
    assert window.pictures.title.text() != "A sealed run"
