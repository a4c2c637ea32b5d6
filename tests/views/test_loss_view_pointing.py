"""The curves under mouse and keys, with other runs beside the own one, and with the doctor's evidence."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from support.curves import ACCURACY, LOSS, VAL_LOSS, Speaker, hover, near, picture, seen_at, spot, strokes, words
from support.histories import run_with

from gdviz.core.diagnosis import diagnose
from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.views.chart_parts import DASHES, draw_marker
from gdviz.views.curve_choices import Look
from gdviz.views.loss_view import LossView
from gdviz.views.runner_marks import SYMBOLS
from gdviz.views.theme import load_theme


@pytest.fixture
def session() -> Speaker:
    return Speaker()


@pytest.fixture
def view(session: Speaker, qtbot: Any) -> LossView:
    view = LossView(session)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.resize(500, 500)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_under_the_mouse_are_the_values_of_that_epoch(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    for key in ("loss", "accuracy"):
        hover(qtbot, view, key, 3.2)
        assert view.heading.text() == "Epoch 3"
        assert "Loss: training 0.25, validation 0.5. Accuracy: training 70.0 %, validation 70.0 %." in words(view)
        assert view.chart.cursor_at == 3
        qtbot.mouseMove(view.show_button)
        qtbot.waitUntil(lambda: view.chart.cursor_at is None)
        assert view.heading.text() == "Epoch 6"


def test_keys_move_the_crosshair_and_say_its_values(
    view: LossView, session: Speaker, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("gdviz.views.loss_view.announce", lambda widget, sentence: said.append(sentence))
    session.train(run_with(LOSS, VAL_LOSS))
    keys = Qt.Key
    for key, epoch in (
        (keys.Key_Left, 6),
        (keys.Key_Left, 5),
        (keys.Key_Home, 1),
        (keys.Key_Left, 1),
        (keys.Key_Right, 2),
        (keys.Key_PageUp, 6),
        (keys.Key_PageDown, 1),
        (keys.Key_End, 6),
    ):
        qtbot.keyClick(view.chart, key)
        assert view.chart.cursor_at == epoch
        assert said[-1].startswith(f"Epoch {epoch}. Loss: training")
    qtbot.keyClick(view.chart, keys.Key_Return)
    assert session.shown_step == 60
    qtbot.keyClick(view.chart, keys.Key_Escape)
    assert (session.shown_step, view.chart.cursor_at) == (None, None)


def test_keys_and_clicks_in_empty_plots_are_harmless(view: LossView, session: Speaker, qtbot: Any) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_End, Qt.Key.Key_Escape):
        qtbot.keyClick(view.chart, key)
    qtbot.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
    assert view.chart.cursor_at is None
    assert session.shown_step is None


def test_a_click_takes_every_view_to_that_step(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    qtbot.mouseClick(view.chart, Qt.MouseButton.LeftButton, pos=spot(view, "loss", 3))
    assert session.shown_step == pytest.approx(30, abs=1)
    assert view.chart.marker_at == pytest.approx(3, abs=0.1)
    image, at = picture(view), spot(view, "loss", view.chart.marker_at or 0, 0.9)
    assert any(near(image.pixelColor(at.x() + by, at.y()), load_theme("dark").ball) for by in (-1, 0, 1))


def test_the_step_that_is_shown_is_marked_and_its_values_are_told(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    session.show_step(20)
    assert view.chart.marker_at == 2
    assert view.heading.text() == "Epoch 2"
    assert "training 0.5" in words(view)
    session.show_step(None)
    assert view.chart.marker_at is None
    assert view.heading.text() == "Epoch 6"


def test_other_runs_have_their_own_colour_dash_and_mark(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS))
    others = [Runner(f"run {mark}", Experiment(), run_with([2.0, 1.0]), mark, mark != 2) for mark in range(4)]
    session.race(*others)
    qtbot.waitUntil(lambda: sum(each.marker is not None for each in strokes(view, "loss")) == 3)
    marked = [each for each in strokes(view, "loss") if each.marker is not None]
    assert [each.marker for each in marked] == [0, 1, 3]
    assert len({each.color for each in marked}) == len({each.dash for each in marked}) == 3
    hover(qtbot, view, "loss", 1)
    assert [(note.label, note.text) for note in view.chart._notes] == [("run 0", "2"), ("run 1", "2"), ("run 3", "2")]
    view.grab()


def test_before_the_own_run_begins_the_others_can_be_read(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(Trajectory(np.zeros(1, np.float32), 1.0))
    session.race(Runner("Adam", Experiment(), run_with([2.0, 1.0])), Runner("SGD", Experiment(), run_with([3.0]), 1))
    qtbot.waitUntil(lambda: len(strokes(view, "loss")) == 2)
    assert view.heading.text() == "Epoch 2"
    assert "Adam: 1. SGD: none. " in words(view)
    hover(qtbot, view, "loss", 1)
    assert "Adam: 2. SGD: 3. " in words(view)
    session.show_step(10)
    assert view.chart.marker_at == 1
    view.grab()


def test_each_of_eight_runs_is_told_by_its_dash_too() -> None:
    assert len(set(DASHES)) == len(SYMBOLS) == 8


def test_a_marker_is_painted_where_it_belongs() -> None:
    image = QImage(24, 24, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_marker(painter, "s", QPointF(12, 12), 6.0, "#ff0000", "#000000")
    painter.end()
    assert [image.pixelColor(x, 12).red() > 128 for x in (3, 8, 12, 16, 21)] == [False, True, True, True, False]


def test_all_evidence_is_drawn_where_it_was_seen_without_covering_itself(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    session.say(seen_at("overfitting", (3, 6), (5, 5), (1, 1), (1, 6)))
    spans = view.chart.spans
    assert [(each.first, each.last, each.number) for each in spans] == [
        (2.5, 6.5, "1"),
        (4.5, 5.5, "2"),
        (0.5, 1.5, "3"),
        (0.5, 6.5, "4"),
    ]
    assert [each.lane for each in spans] == [0, 1, 0, 2]
    assert [each.shaded for each in spans] == [True, False, False, False]
    image = picture(view)
    first = spot(view, "loss", 6.0)
    y = round(view.chart.frame_of("loss").top() + 0.6 * view.chart._lane)
    assert any(near(image.pixelColor(first.x(), y + up), load_theme("dark").warning) for up in (-1, 0, 1))


@pytest.mark.parametrize(
    ("verdict", "shaded"),
    [("overfitting", True), ("diverging", True), ("lr_too_low", True), ("converged", False), ("unclear", False)],
)
def test_only_what_is_wrong_is_shaded(view: LossView, session: Speaker, verdict: str, shaded: bool) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    session.say(seen_at(verdict, (3, 6)))
    assert [each.shaded for each in view.chart.spans] == [shaded]
    session.say(seen_at(verdict, (1, 6)))
    assert [each.shaded for each in view.chart.spans] == [False]
    session.say(None)
    assert not view.chart.spans


def test_a_piece_that_is_pointed_at_is_shaded_and_named(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    found = seen_at("overfitting", (3, 6), (2, 4))
    session.say(found)
    view.highlight(found.evidence[1])
    assert [(each.shaded, each.named) for each in view.chart.spans] == [(False, False), (True, True)]
    assert view.chart.spans[1].label == "thing 2: 1 where at least 0.50 is asked, epochs 2 to 4"
    view.grab()
    view.highlight(None)
    assert [(each.shaded, each.named) for each in view.chart.spans] == [(True, False), (False, False)]


def test_the_mouse_over_a_bracket_names_it(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    session.say(seen_at("overfitting", (3, 6), (2, 4)))
    frame = view.chart.frame_of("loss")
    lane = QPoint(spot(view, "loss", 3).x(), round(frame.top() + 1.5 * view.chart._lane))
    qtbot.mouseMove(view.chart, lane)
    qtbot.waitUntil(lambda: any(each.named for each in view.chart.spans))
    assert [each.named for each in view.chart.spans] == [False, True]
    qtbot.mouseMove(view.show_button)
    qtbot.waitUntil(lambda: not any(each.named for each in view.chart.spans))


def test_evidence_can_be_left_out(view: LossView, session: Speaker) -> None:
    view.set_look(Look(evidence=False))
    session.train(run_with(LOSS, VAL_LOSS))
    session.say(seen_at("overfitting", (3, 6)))
    assert not view.chart.spans


def test_a_real_diagnosis_is_marked_within_the_curve(view: LossView, session: Speaker) -> None:
    loss = [1.0 * 0.9**epoch for epoch in range(40)]
    val_loss = [1.0 - 0.05 * min(epoch, 12) + 0.04 * max(0, epoch - 12) for epoch in range(40)]
    session.experiment = Experiment(epochs=40)
    session.train(run_with(loss, val_loss))
    session.say(diagnose({"loss": loss, "val_loss": val_loss}))
    assert session.diagnosis is not None
    assert session.diagnosis.verdict == "overfitting"
    assert view.chart.spans[0].shaded
    assert all(0 < each.first < each.last <= 40.5 for each in view.chart.spans)
