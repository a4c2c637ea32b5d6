"""The curves: what was recorded, gaps where there is nothing to draw, and values in words under mouse and keys."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from support.histories import run_with
from support.landscapes import Announcer

from gdviz.core.diagnosis import Diagnosis, Evidence, diagnose
from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Trajectory
from gdviz.views.chart import Chart, unbroken
from gdviz.views.chart_parts import DASHES, Stroke, draw_marker
from gdviz.views.curve_choices import PANELS, Look
from gdviz.views.loss_view import EMPTY, LossView
from gdviz.views.runner_marks import SYMBOLS
from gdviz.views.theme import load_theme

LOSS = [1.0, 0.5, 0.25, 0.2, 0.15, 0.12]
VAL_LOSS = [1.1, 0.7, 0.5, 0.6, 0.7, 0.8]
ACCURACY = [0.3, 0.5, 0.7, 0.8, 0.9, 1.0]
ALL = Look(panels=tuple(PANELS), smoothing="off")


class Speaker(Announcer):
    """What the curves see of a session."""

    diagnosis_changed = Signal(object)
    runners_changed = Signal(object)
    shown_step_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.diagnosis: Diagnosis | None = None
        self.runners: tuple[Runner, ...] = ()
        self.shown_step: int | None = None
        self.experiment = Experiment(epochs=6)

    def train(self, trajectory: Trajectory | None) -> None:
        """A batch of steps arrived."""
        self.trajectory = trajectory
        self.trajectory_changed.emit(trajectory)

    def say(self, diagnosis: Diagnosis | None) -> None:
        """The doctor has spoken."""
        self.diagnosis = diagnosis
        self.diagnosis_changed.emit(diagnosis)

    def race(self, *runners: Runner) -> None:
        """Other runs are there."""
        self.runners = runners
        self.runners_changed.emit(runners)

    def show_step(self, step: int | None) -> None:
        """Somebody goes to a step."""
        self.shown_step = step
        self.shown_step_changed.emit(step)


def seen_at(verdict: str, *spans: tuple[int, int]) -> Diagnosis:
    """A diagnosis with a piece of evidence for each span of epochs."""
    evidence = tuple(Evidence(f"thing {number}", span, 1.0, 0.5, 1.0) for number, span in enumerate(spans, 1))
    return Diagnosis(verdict, 0.9, "It is so.", evidence, "Do this.", {})


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


def strokes(view: LossView, key: str) -> tuple[Stroke, ...]:
    """What is drawn in a panel."""
    return next(panel.strokes for panel in view.chart.panels if panel.key == key)


def drawn(view: LossView, key: str, color: str) -> tuple[list[float], list[float]]:
    """The frontmost curve of that colour in a panel."""
    stroke = next(each for each in reversed(strokes(view, key)) if each.color == getattr(load_theme("dark"), color))
    return list(stroke.x), [float(value) for value in stroke.y]


def words(view: LossView) -> str:
    """What a screen reader says of the curves."""
    return view.chart.accessibleDescription()


def spot(view: LossView, key: str, place: float, part: float = 0.5) -> QPoint:
    """A pixel of a panel: at a place of the level axis, ``part`` of the way up."""
    frame = view.chart.frame_of(key)
    return QPointF(view.chart.column_of(place), frame.bottom() - part * frame.height()).toPoint()


def hover(qtbot: Any, view: LossView, key: str, place: float) -> None:
    """The mouse goes there."""
    qtbot.mouseMove(view.chart, spot(view, key, place))
    qtbot.waitUntil(lambda: view.chart.cursor_at is not None)


def picture(view: LossView) -> QImage:
    """The chart as it is painted."""
    return view.chart.grab().toImage()


def near(one: QColor, other: str) -> bool:
    return sum(abs(a - b) for a, b in zip(one.getRgb()[:3], QColor(other).getRgb()[:3], strict=True)) < 60


def test_before_the_first_step_it_says_what_to_do(view: LossView, session: Speaker) -> None:
    for trajectory in (None, Trajectory(np.zeros(1, np.float32), 1.0)):
        session.train(trajectory)
        assert EMPTY in words(view)
        assert view.chart.message == EMPTY
        assert all(not panel.strokes for panel in view.chart.panels)


def test_the_history_is_drawn_epoch_by_epoch(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    assert view.chart.message == ""
    for key, color, values in (
        ("loss", "loss", LOSS),
        ("loss", "val_loss", VAL_LOSS),
        ("accuracy", "accuracy", ACCURACY),
    ):
        x, y = drawn(view, key, color)
        assert x == [1, 2, 3, 4, 5, 6]
        assert y == pytest.approx(values)


def test_the_loss_is_painted_where_it_was(view: LossView, session: Speaker) -> None:
    view.set_look(Look(smoothing="off", batches=False))
    session.train(run_with([1.0] * 3 + [0.0] * 3))
    image = picture(view)
    axis = view.chart.panels[0].axis
    for epoch, loss in ((2, 1.0), (5, 0.0)):
        at = spot(view, "loss", epoch, float(axis.part(loss)))
        column = [image.pixelColor(at.x(), at.y() + up) for up in (-2, -1, 0, 1)]
        assert any(near(color, load_theme("dark").loss) for color in column)
    assert near(image.pixelColor(spot(view, "loss", 2.5, 0.31)), load_theme("dark").panel)


def test_two_numbers_before_all_is_lost_are_joined_by_a_line(view: LossView, session: Speaker) -> None:
    """As when one weight leaps away: the second dot belongs to the first, and a cross says that more came."""
    session.experiment = Experiment("one_weight", epochs=4)
    session.train(run_with([40.0, np.inf, np.nan], per_epoch=1))
    view.grab()
    stroke = strokes(view, "loss")[-1]
    (line,) = unbroken(stroke.x, stroke.y)
    assert [line.at(number).y() for number in range(line.size())] == [1, 40]
    assert stroke.gap == 2
    image, half = picture(view), float(view.chart.panels[0].axis.part(20.5))
    column = [image.pixelColor(spot(view, "loss", 0.5, half) + QPoint(0, up)) for up in range(-4, 5)]
    assert any(near(color, load_theme("dark").loss) for color in column)


def test_a_run_that_is_there_already_is_drawn_at_once(session: Speaker, qtbot: Any) -> None:
    session.trajectory = run_with(LOSS)
    view = LossView(session)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    assert drawn(view, "loss", "loss")[1] == pytest.approx(LOSS)


def test_the_newest_of_many_batches_is_drawn_in_the_end(view: LossView, session: Speaker, qtbot: Any) -> None:
    run = run_with(LOSS[:1])
    for loss in LOSS[1:]:
        session.train(run_with([loss], onto=run))
    qtbot.waitUntil(lambda: len(drawn(view, "loss", "loss")[0]) == 6)
    assert "Loss: 0.12." in words(view)


def test_another_run_takes_the_place_of_the_one_before(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    session.train(run_with([5.0, 4.0]))
    qtbot.waitUntil(lambda: drawn(view, "loss", "loss")[1] == [5, 4])
    assert [panel.key for panel in view.chart.panels] == ["loss"]


@pytest.mark.parametrize("look", [ALL, Look(tuple(PANELS), "step", "strong", log=True)], ids=["linear", "log"])
@pytest.mark.parametrize(
    "loss", [[np.nan] * 4, [np.inf, 1.0], [0.0] * 5, [-1.0, -2.0, 3.0], [1e-30, 1e30], [2.0], [1e38, -1e38]], ids=str
)
def test_no_curve_stops_it(view: LossView, session: Speaker, qtbot: Any, loss: list[float], look: Look) -> None:
    view.set_look(look)
    session.train(run_with(loss, loss))
    view.grab()
    hover(qtbot, view, "loss", 1)
    view.grab()


def test_the_log_button_draws_powers_of_ten(view: LossView, session: Speaker) -> None:
    session.train(run_with([1.0, 0.1, 0.01], accuracy=[0.1, 0.5, 1.0]))
    assert not view.chart.panels[0].axis.log
    view.log.click()
    loss, accuracy = view.chart.panels
    assert loss.axis.log
    assert 0.001 < loss.axis.low < 0.01
    assert not accuracy.axis.log
    assert "0.01" in words(view)
    view.log.click()
    assert not view.chart.panels[0].axis.log


def test_by_step_the_loss_over_all_rows_is_drawn_from_the_start(view: LossView, session: Speaker) -> None:
    view.set_look(Look(unit="step", smoothing="off"))
    session.train(run_with([3.0, 2.0], [4.0, 3.5], per_epoch=4))
    assert drawn(view, "loss", "loss")[0] == list(range(9))
    assert drawn(view, "loss", "val_loss")[0] == [4, 8]
    assert "Step 8." in words(view)


def test_where_a_step_is_an_epoch_steps_are_counted_and_nothing_is_drawn_twice(
    view: LossView, session: Speaker
) -> None:
    session.experiment = Experiment("one_weight", epochs=6)
    session.train(run_with(LOSS, per_epoch=1))
    assert len(strokes(view, "loss")) == 1
    assert drawn(view, "loss", "loss") == ([0, 1, 2, 3, 4, 5, 6], pytest.approx([1.0, *LOSS]))


def test_raw_is_drawn_faintly_under_smoothed(view: LossView, session: Speaker) -> None:
    noise = 1 + np.random.default_rng(0).random(60)
    view.set_look(Look(smoothing="strong", batches=False))
    session.train(run_with(list(noise)))
    raw, calm = strokes(view, "loss")
    assert raw.opacity < 0.5 < calm.opacity
    assert raw.y == pytest.approx(noise)
    assert calm.y.std() < 0.6 * noise.std()
    assert f"{noise[-1]:.3g}" in words(view)


@pytest.mark.parametrize("key", ["gradient_norm", "learning_rate"])
def test_the_gradients_norm_and_the_rate_can_be_seen(view: LossView, session: Speaker, key: str) -> None:
    view.set_look(ALL)
    session.train(run_with(LOSS, per_epoch=4))
    x, y = drawn(view, key, key)
    assert len(x) == 24
    assert y[0] == pytest.approx(1.0 if key == "gradient_norm" else 0.1)


def test_a_chosen_plot_comes_and_goes_but_one_stays(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    lines = {action.text(): action for action in view.show_button.menu().actions()}
    for title in ("Gradient norm", "Loss", "Accuracy"):
        lines[title].trigger()
    assert [panel.key for panel in view.chart.panels] == ["gradient_norm"]
    lines["Gradient norm"].trigger()
    assert [panel.key for panel in view.chart.panels] == ["gradient_norm"]
    assert lines["Gradient norm"].isChecked()


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


def test_a_long_run_has_few_points_and_all_its_peaks(view: LossView, session: Speaker) -> None:
    loss = np.ones(3000, np.float32)
    loss[1717] = 9.0
    view.set_look(Look(smoothing="off"))
    session.train(run_with(list(loss)))
    for stroke in strokes(view, "loss"):
        assert len(stroke.x) <= 1602
    assert strokes(view, "loss")[-1].y.max() == 9


def test_moving_the_mouse_draws_no_curve_anew(view: LossView, session: Speaker) -> None:
    session.train(run_with(LOSS, VAL_LOSS))
    view.grab()
    kept = view.chart._drawn
    view.chart.show_cursor(2.0)
    view.grab()
    assert view.chart._drawn is kept


def test_a_growing_run_keeps_its_sheet(view: LossView, session: Speaker) -> None:
    session.experiment = Experiment(epochs=1000)
    run = run_with([1.0] * 21)
    session.train(run)
    view.grab()
    kept = view.chart._sheet
    run_with([1.0] * 4, onto=run)
    view._draw()
    view.grab()
    assert view.chart._sheet is kept
    assert len(drawn(view, "loss", "loss")[0]) == 25


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_theme_colours_the_curves(view: LossView, session: Speaker, name: str) -> None:
    theme = load_theme(name)
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    view.set_theme(theme)
    colors = {each.color for panel in view.chart.panels for each in panel.strokes}
    assert {theme.loss, theme.val_loss, theme.accuracy, theme.val_accuracy} <= colors
    assert all(each.dash for each in strokes(view, "loss") if each.color == theme.val_loss)
    assert picture(view).pixelColor(2, picture(view).height() // 2).name() == theme.panel


def test_larger_is_drawn_thicker(view: LossView, session: Speaker) -> None:
    view.set_look(Look(smoothing="off", batches=False))
    session.train(run_with([1.0] * 6))

    def ink() -> int:
        image, at = picture(view), spot(view, "loss", 3.5, float(view.chart.panels[0].axis.part(1.0)))
        return sum(near(image.pixelColor(at.x(), at.y() + up), load_theme("dark").loss) for up in range(-6, 7))

    before = ink()
    view.set_theme(load_theme("dark", 2.0))
    assert ink() > before


def test_what_is_to_be_remembered_comes_back(view: LossView, session: Speaker) -> None:
    look = Look(("accuracy", "learning_rate"), "step", "strong", True, False, False)
    view.set_look(look)
    kept = view.view_state()
    view.set_look(Look())
    view.restore_view(kept)
    assert view.look == look
    assert view.log.isChecked()


@pytest.mark.parametrize(
    "kept",
    [None, 3, [], "x", {"panels": []}, {"panels": ["x"]}, {"panels": 3}, {"unit": "year"}, {"log": 1}, {"unit": []}],
)
def test_nonsense_that_was_remembered_is_as_at_the_first_start(view: LossView, kept: Any) -> None:
    view.restore_view(kept)
    assert view.look == Look()


def test_its_parts_have_names_for_a_screen_reader(view: LossView) -> None:
    names = [part.accessibleName() for part in (view, view.log, view.show_button, view.chart)]
    assert names == ["Loss curves", "Log scale", "Show", "Curves"]


def test_a_chart_without_panels_is_empty_and_harmless(qtbot: Any) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.grab()
    assert chart.place_at(10) == 0
