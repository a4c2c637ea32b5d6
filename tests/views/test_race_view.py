"""The race: who runs is chosen in words, and how they stand can be read, hidden and cleared."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from support.sessions import BOWL, ready_session

from gdviz.app.voice import Voice
from gdviz.core.experiment import Experiment
from gdviz.engine.entries import optimizers, settings
from gdviz.views.race_dialog import KINDS, RaceDialog
from gdviz.views.race_view import EMPTY, RaceView
from gdviz.views.runner_marks import SYMBOLS, marker_icon
from gdviz.views.theme import load_theme
from gdviz.worker.session import Session


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with ready_session(qtbot) as session:
        yield session


@pytest.fixture
def view(qtbot: Any, session: Session) -> RaceView:
    view = RaceView(session)
    qtbot.addWidget(view)
    view.set_theme(load_theme("dark"))
    view.show()
    return view


def entered(qtbot: Any, kind: str, experiment: Experiment, *changes: Any) -> tuple[list[Any], RaceDialog]:
    """What the dialog says once Race is pressed, after ``changes`` to the form of ``kind``."""
    dialog = RaceDialog(experiment)
    qtbot.addWidget(dialog)
    said: list[Any] = []
    dialog.entered.connect(lambda *what: said.append(what))
    page = dialog.choose(kind)
    for change in changes:
        change(page)
    dialog.accept()
    return said, dialog


def test_runners_come_with_their_numbers_can_be_hidden_and_cleared(
    view: RaceView, session: Session, qtbot: Any
) -> None:
    assert view.note.text() == EMPTY
    session.race(optimizers(BOWL, ["sgd", "momentum"]))
    qtbot.waitUntil(lambda: not session.racing, timeout=60_000)
    assert "Target: loss" in view.note.text()
    rows = [[view.table.topLevelItem(row).text(column) for column in range(3)] for row in range(2)]
    assert [row[0] for row in rows] == [runner.name for runner in session.runners]
    assert rows[0][1] == f"{session.runners[0].trajectory.loss[-1]:.3g}"
    session.show_step(1)  # further than the session's own run, which has not begun
    session.show_step(0)
    assert view.table.topLevelItem(0).text(1) == "9"
    view.table.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    assert [runner.shown for runner in session.runners] == [True, False]
    view.clear.click()
    assert session.runners == ()
    assert view.table.isHidden()


def test_a_race_called_off_stays_as_far_as_it_came(view: RaceView, session: Session, qtbot: Any) -> None:
    session.race(settings(BOWL, "epochs", [90_000, 80_000]))
    qtbot.waitUntil(lambda: bool(session.runners) and session.runners[0].trajectory.count > 0, timeout=60_000)
    assert view.clear.text() == "Stop"
    # What half have reached so far says nothing: a target stands when the race has ended.
    assert "Target" not in view.note.text()
    assert [view.table.topLevelItem(row).text(3) for row in range(2)] == ["\u2013", "\u2013"]
    view.clear.click()
    assert not session.racing
    assert len(session.runners) == 2
    assert session.runners[0].trajectory.count < 90_000


def test_in_a_low_view_the_runners_come_first(view: RaceView, session: Session, qtbot: Any) -> None:
    session.race(settings(BOWL, "epochs", [3, 4, 5, 6]))
    qtbot.waitUntil(lambda: bool(session.runners) and not session.racing, timeout=60_000)
    view.resize(330, 600)
    assert view.note.isVisible()
    assert not view.brief.isVisible()
    view.resize(330, 165)
    qtbot.waitUntil(lambda: not view.note.isVisible())
    assert view.brief.text() == view.note.text()
    last = view.table.topLevelItem(3)
    qtbot.waitUntil(lambda: view.table.visualItemRect(last).bottom() <= view.table.viewport().height())
    view.resize(330, 600)
    qtbot.waitUntil(view.note.isVisible)


def test_another_landscape_clears_the_course(view: RaceView, session: Session, qtbot: Any) -> None:
    session.race(optimizers(BOWL, ["sgd", "momentum"]))
    qtbot.waitUntil(lambda: not session.racing, timeout=60_000)
    session.choose_landscape("double_well")
    assert session.runners == ()


def test_each_at_its_best_rate_is_named_by_it(session: Session, qtbot: Any) -> None:
    session.race(optimizers(BOWL, ["sgd", "momentum"]), True)
    qtbot.waitUntil(lambda: bool(session.runners) and not session.racing, timeout=60_000)
    assert session.runners[0].name == f"SGD, {session.runners[0].experiment.learning_rate:.3g}"
    assert session.runners[0].experiment.learning_rate != BOWL.learning_rate


def test_the_dialog_offers_what_suits_the_landscape(qtbot: Any) -> None:
    _, dialog = entered(qtbot, "optimizer", BOWL)
    assert {dialog.kind.itemData(row) for row in range(dialog.kind.count())} == {"optimizer", "learning_rate"}
    _, dialog = entered(qtbot, "optimizer", Experiment())
    assert dialog.kind.count() == len(KINDS)


def test_what_is_ticked_runs(qtbot: Any) -> None:
    said, _ = entered(qtbot, "optimizer", Experiment(), lambda page: page.ticks["adam"].setChecked(False))
    ((entries, tuned),) = said
    assert [one.optimizer for _, one in entries] == ["sgd", "momentum", "rmsprop"]
    assert tuned
    said, _ = entered(qtbot, "learning_rate", Experiment(), lambda page: page.count.setValue(5))
    assert [one.learning_rate for _, one in said[0][0]] == [0.0001, 0.001, 0.01, 0.1, 1.0]
    assert not said[0][1]
    said, _ = entered(qtbot, "seed", Experiment(seed=4), lambda page: page.count.setValue(3))
    assert [one.seed for _, one in said[0][0]] == [4, 5, 6]
    said, _ = entered(qtbot, "batch_size", Experiment(), lambda page: page.sizes.setText("2, 8,8"))
    assert [one.batch_size for _, one in said[0][0]] == [2, 8]


@pytest.mark.parametrize(
    ("kind", "change", "says"),
    [
        ("learning_rate", lambda page: page.low.setText("fast"), "'fast'"),
        ("batch_size", lambda page: page.sizes.setText("8"), "2 to 64"),
        ("batch_size", lambda page: page.sizes.setText("8, 0"), "Batch size was 0"),
    ],
)
def test_what_is_not_acceptable_is_said_and_nobody_runs(qtbot: Any, kind: str, change: Any, says: str) -> None:
    said, dialog = entered(qtbot, kind, Experiment(), change)
    assert not said
    assert says in dialog.problem.text()


def test_no_two_markers_look_alike(qtbot: Any) -> None:
    color = Qt.GlobalColor.black
    pictures = [marker_icon(mark, color).pixmap(16).toImage() for mark in range(len(SYMBOLS))]
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_names_are_whole_before_there_are_more_numbers(view: RaceView, session: Session, qtbot: Any) -> None:
    session.race(optimizers(BOWL, ["sgd", "momentum"]))
    qtbot.waitUntil(lambda: not session.racing, timeout=60_000)
    for width, hidden in ((700, []), (230, [2, 3]), (700, [])):
        view.resize(width, 300)
        assert [column for column in range(4) if view.table.isColumnHidden(column)] == hidden
    session.set_runners(session.runners[:1])
    assert view.note.text() == ""
    assert view.table.topLevelItem(0).text(3) == "\u2013"


@pytest.mark.parametrize(("kind", "name"), [("optimizer", "SGD mit Momentum, 0.05"), ("batch_size", "Batchgröße 16")])
def test_runners_are_named_in_the_language_of_the_window(qtbot: Any, kind: str, name: str) -> None:
    voice = Voice()
    voice.speak("de")
    said, _ = entered(qtbot, kind, Experiment(learning_rate=0.05))
    assert name in [each for each, _ in said[0][0]]
    voice.be_silent()
