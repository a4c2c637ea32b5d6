"""One sentence at a time: it comes, it can be closed, and it goes by itself."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QToolButton

from gdviz.core.experiment import Experiment
from gdviz.views.notice import Notice


class Complainer(QObject):
    """What the strip hears of a session."""

    problem = Signal(str)
    experiment_changed = Signal(object)
    experiment = Experiment()


@pytest.fixture
def session() -> Complainer:
    return Complainer()


@pytest.fixture
def notice(session: Complainer, qtbot: Any) -> Notice:
    notice = Notice(session)  # type: ignore[arg-type]
    qtbot.addWidget(notice)
    return notice


def test_it_begins_hidden_and_shows_what_is_reported(notice: Notice, session: Complainer) -> None:
    assert not notice.isVisible()
    session.problem.emit("Learning rate was 0. Expected a number.")
    assert notice.isVisible()
    assert notice.label.text() == "Learning rate was 0. Expected a number."
    assert notice.accessibleName() == notice.label.text()


def test_the_newest_sentence_takes_the_place_of_the_one_before(notice: Notice, session: Complainer) -> None:
    session.problem.emit("First.")
    session.problem.emit("Second.")
    assert notice.label.text() == notice.accessibleName() == "Second."


def test_it_can_be_closed_with_the_mouse_and_with_keys(notice: Notice, session: Complainer, qtbot: Any) -> None:
    (close,) = notice.findChildren(QToolButton)
    assert close.accessibleName() == "Close the message"
    assert close.focusPolicy() & Qt.FocusPolicy.TabFocus
    for press in (
        lambda: qtbot.mouseClick(close, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(close, Qt.Key.Key_Space),
        lambda: qtbot.keyClick(close, Qt.Key.Key_Escape),
    ):
        session.problem.emit("Something.")
        assert notice.isVisible()
        press()
        assert not notice.isVisible()
        assert not notice._timer.isActive()


def test_it_goes_by_itself_and_comes_again(notice: Notice, session: Complainer, qtbot: Any) -> None:
    session.problem.emit("Something.")
    assert notice._timer.isActive()
    assert notice._timer.interval() >= 10_000
    notice._timer.setInterval(1)
    qtbot.waitUntil(lambda: not notice.isVisible())
    session.problem.emit("Something.")
    assert notice.isVisible()


def test_it_goes_when_another_setting_is_accepted_and_stays_when_one_is_refused(
    notice: Notice, session: Complainer
) -> None:
    session.problem.emit("Learning rate was 0. Expected a number.")
    session.experiment_changed.emit(Experiment())
    assert notice.isVisible()
    session.experiment_changed.emit(Experiment(learning_rate=0.5))
    assert not notice.isVisible()
    session.problem.emit("Learning rate was 0. Expected a number.")
    session.experiment_changed.emit(Experiment(learning_rate=0.5))
    assert notice.isVisible()


def test_it_is_said_aloud_at_once(notice: Notice, session: Complainer, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, bool]] = []
    monkeypatch.setattr("gdviz.views.notice.announce", lambda widget, sentence, urgent: said.append((sentence, urgent)))
    session.problem.emit("Something.")
    assert said == [("Something.", True)]


def test_a_new_sentence_has_its_whole_time(notice: Notice, session: Complainer) -> None:
    session.problem.emit("First.")
    notice._timer.stop()
    session.problem.emit("Second.")
    assert notice._timer.isActive()


def test_a_long_sentence_is_broken_into_lines(notice: Notice, session: Complainer) -> None:
    notice.resize(300, 40)
    session.problem.emit("word " * 60)
    assert notice.label.wordWrap()
    assert notice.sizeHint().width() < 1000


def test_what_somebody_typed_is_shown_as_it_is(notice: Notice, session: Complainer) -> None:
    session.problem.emit("Seed was 'x'. Expected a whole number.")
    plain = notice.label.sizeHint()
    session.problem.emit("Seed was '<h1>7</h1>'. Expected a whole number.")
    assert notice.label.textFormat() == Qt.TextFormat.PlainText
    assert notice.label.sizeHint().height() == plain.height()
