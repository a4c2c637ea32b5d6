"""The curves: what was recorded is drawn, and gaps where there is nothing to draw."""

import json
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from support.curves import ACCURACY, LOSS, VAL_LOSS, Speaker, drawn, hover, near, picture, spot, strokes, words
from support.histories import run_with

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory
from gdviz.views.chart import Chart
from gdviz.views.chart_parts import Span
from gdviz.views.curve_choices import PANELS, Look
from gdviz.views.curve_line import unbroken
from gdviz.views.loss_view import EMPTY, LossView
from gdviz.views.theme import load_theme

ALL = Look(panels=tuple(PANELS), smoothing="off")


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
def test_odd_losses_are_told_as_they_are(
    view: LossView, session: Speaker, qtbot: Any, loss: list[float], look: Look
) -> None:
    view.set_look(look)
    session.train(run_with(loss, loss))
    view.grab()
    hover(qtbot, view, "loss", 1)
    told = "not a number" if np.isnan(loss[0]) else "infinite" if np.isinf(loss[0]) else f"{loss[0]:.3g}"
    assert f" {told}" in words(view)
    view.grab()


def test_a_landscape_without_rows_has_no_empty_room_for_an_accuracy(view: LossView, session: Speaker) -> None:
    assert [panel.key for panel in view.chart.panels] == ["loss", "accuracy"]
    session.experiment = Experiment("himmelblau")
    session.train(None)
    view._on_calm()
    assert [panel.key for panel in view.chart.panels] == ["loss"]


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


def test_a_long_run_has_few_points_and_all_its_peaks(view: LossView, session: Speaker) -> None:
    loss = np.ones(3000, np.float32)
    loss[1717] = 9.0
    view.set_look(Look(smoothing="off"))
    session.train(run_with(list(loss)))
    for stroke in strokes(view, "loss"):
        assert len(stroke.x) <= 602
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
    [None, 3, "x", "[" * 9999, "3", *map(json.dumps, [{"panels": ["x"]}, {"panels": 3}, {"unit": "year"}, {"log": 1}])],
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


def _calm(view: LossView) -> bool:
    return not view._calm.isActive() and not view.chart.busy


def test_a_running_run_is_drawn_in_parts_and_looks_the_same_in_the_end(
    view: LossView, session: Speaker, qtbot: Any
) -> None:
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    qtbot.waitUntil(lambda: _calm(view))
    before = picture(view)
    session.trajectory = run_with([3 * each for each in LOSS], VAL_LOSS, ACCURACY)
    view._follow()
    assert view.chart.busy
    # Until all curves are there, it shows the picture before.
    left = view.chart.frame_of("loss").toRect()
    assert picture(view).copy(left) == before.copy(left)
    qtbot.waitUntil(lambda: _calm(view))
    in_parts = picture(view)
    assert in_parts.copy(left) != before.copy(left)
    view._draw()
    assert picture(view) == in_parts


def test_curves_of_another_size_do_not_wait(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.train(run_with(LOSS))
    qtbot.waitUntil(lambda: _calm(view))
    session.trajectory = run_with(VAL_LOSS)
    view._follow()
    assert view.chart.busy
    view.resize(view.width() + 40, view.height())
    assert not view.chart.busy
    kept = picture(view)
    view._draw()
    assert picture(view) == kept


def test_a_run_under_way_is_followed_to_its_newest_batch(view: LossView, session: Speaker, qtbot: Any) -> None:
    session.state = "running"
    for last in (3, 4, 5, 6):
        session.train(run_with(LOSS[:last]))
    qtbot.waitUntil(lambda: any(len(stroke.x) == 6 for stroke in strokes(view, "loss")))
    assert drawn(view, "loss", "loss")[1] == pytest.approx(LOSS)


def test_the_ring_of_the_focus_leaves_the_curves_in_sight(view: LossView, session: Speaker, qtbot: Any) -> None:
    """With the doctor's evidence marked, too: its badges are filled, the ring is not."""
    session.train(run_with(LOSS, VAL_LOSS, ACCURACY))
    view.chart.spans = (Span(1.0, 6.0, 0, "1", "The loss fell", "#00ff00", shaded=False, named=False),)
    view.chart.update()
    with qtbot.waitActive(view):
        view.activateWindow()
    pictures = []
    for focused in (view.show_button, view.chart):
        focused.setFocus()
        qtbot.waitUntil(focused.hasFocus)
        pictures.append(view.chart.grab().toImage())
    inner = view.chart.rect().adjusted(4, 4, -4, -4)
    assert pictures[0] != pictures[1]
    assert pictures[0].copy(inner) == pictures[1].copy(inner)
