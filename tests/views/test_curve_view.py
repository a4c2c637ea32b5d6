"""The curve of one weight: the ball on it, and a tangent that is one."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from gdviz.core.experiment import Experiment
from gdviz.views.curve_view import CurveView
from gdviz.views.theme import THEMES, load_theme
from tests.support.landscapes import Announcer, bowl, line_of, run_of, step_of, surface_of


def valley(weight: np.ndarray) -> np.ndarray:
    return (weight - 3) ** 2


def run_through(*weights: float):
    return run_of(np.array(weights)[:, None], valley(np.array(weights)))


@pytest.fixture
def session() -> Announcer:
    return Announcer(line_of(valley, -2, 8), run_through(-1.0, 6.0, 1.0))


@pytest.fixture
def view(session, qtbot) -> CurveView:
    view = CurveView(session)
    qtbot.addWidget(view)
    view.resize(600, 450)
    view.show()
    qtbot.waitExposed(view)
    return view


@pytest.mark.parametrize("weight", [-1.5, 0.123, 1.0, 3.0, 4.987, 7.5])
def test_the_tangent_has_the_slope_of_the_loss(view, session, weight) -> None:
    session.show(session.surface, run_through(0.0, weight))
    view._pacer.due.emit()
    assert view.slope() == pytest.approx(2 * (weight - 3), abs=0.01)
    x, y = view._tangent.getData()
    assert (y[1] - y[0]) / (x[1] - x[0]) == pytest.approx(view.slope())
    assert (x.mean(), y.mean()) == pytest.approx((weight, valley(weight)), abs=1e-4)


def test_the_ball_is_at_the_newest_step(view, session) -> None:
    assert view.ball() == pytest.approx((1.0, 4.0))
    session.show_step(1)
    view._pacer.due.emit()
    assert view.ball() == pytest.approx((6.0, 9.0))


def test_the_steps_are_a_staircase_in_their_order(view) -> None:
    x, y = view._lines[0].getData()
    assert x == pytest.approx([-1, 6, 6, 1, 1])
    assert y == pytest.approx([16, 16, 9, 9, 4])


def test_a_step_that_leads_on_from_elsewhere_has_no_arrows(view, session) -> None:
    session.dissect(step_of((1.0,), (-4.0,), 0.5, (1.0,)))
    assert view._arrows._lines
    session.show_step(1)
    view._pacer.due.emit()
    assert not view._arrows._lines


def test_arrows_lie_along_the_weight(view, session) -> None:
    session.dissect(step_of((1.0,), (-4.0,), 0.5, (1.0,)))
    lines = view._arrows._lines
    assert {kind: last.x() - first.x() for kind, (first, last, _) in lines.items()} == pytest.approx(
        {"step": 3.0, "momentum": 1.0, "downhill": 2.0}
    )
    assert len({lower for _, _, lower in lines.values()}) == 3
    assert (view._arrows._landing.x(), view._arrows._landing.y()) == pytest.approx((4.0, 1.0))


def test_a_click_puts_the_start(view, session, qtbot) -> None:
    session.experiment = Experiment("square")
    box, widget = view.plot.getViewBox(), view.plot.getViewWidget()
    place = widget.mapFromScene(box.mapViewToScene(QPointF(5.0, 20.0)))
    qtbot.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.experiment.start == pytest.approx((5.0,), abs=0.03)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert session.experiment.start == pytest.approx((-1.2,), abs=0.01)


def test_off_the_curve_there_is_no_tangent(view, session) -> None:
    session.show(session.surface, run_through(0.0, 30.0))
    view._pacer.due.emit()
    assert view.slope() is None
    view.grab()


def test_the_axes_are_named(view) -> None:
    assert view.plot.getAxis("bottom").labelText == "weight"
    assert view.plot.getAxis("left").labelText == "loss"


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_shows_the_curve(view, name) -> None:
    theme = load_theme(name)
    view.set_theme(theme)
    image = view.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert {theme.background, theme.loss} <= colors


@pytest.mark.parametrize(
    "loss",
    [lambda w: w * np.nan, lambda w: w * 0 + 1, lambda w: np.where(w > 4, np.inf, w), lambda w: 10.0 ** (w * 3)],
    ids=["all NaN", "all equal", "infinite wall", "many decades"],
)
def test_every_odd_curve_is_drawn_where_it_is_known(view, session, loss) -> None:
    session.show(line_of(loss, -2, 8), run_through(0.0, 1.0))
    view.grab()
    weights = session.surface.x
    known = np.isfinite(session.surface.loss)
    np.testing.assert_array_equal(np.isfinite(view._curve.getData()[1]), known)
    low, high = view.plot.viewRange()[1]
    assert -np.inf < low < high < np.inf
    if known.any():
        first = view._curve.getData()[1][known][0]
        assert view._scale.kind == "log" or first == pytest.approx(loss(weights[known])[0])


def test_on_a_logarithmic_scale_everything_lies_at_its_height(view, session, qtbot) -> None:
    session.dissect(step_of((1.0,), (-4.0,), 0.5, (1.0,)))
    with qtbot.waitSignal(view.scale_picked) as picked:
        view.scale_box.activated.emit(2)
    assert picked.args == ["log"]
    scale, x = view.scale, session.surface.x
    assert scale.kind == "log"
    assert view._curve.getData()[1] == pytest.approx(scale.heights(valley(x)), abs=1e-4)
    assert view.ball() == pytest.approx((1.0, float(scale.heights(4.0))), abs=1e-4)
    assert view._arrows._landing.y() == pytest.approx(float(scale.heights(1.0)), abs=1e-3)
    assert view.plot.getAxis("left").labelText == "loss (log scale)"
    # The tangent is a straight line of losses, which touches the curve at the ball: bent, but not away from it.
    weights, heights = view._tangent.getData()
    above = np.isfinite(heights)
    assert 10 < above.sum() < len(weights)
    assert scale.losses(heights[above]) == pytest.approx(4.0 - 4.0 * (weights[above] - 1.0), abs=0.01)
    view.set_scale("linear")
    assert view.ball() == pytest.approx((1.0, 4.0))
    assert view.plot.viewRange()[1][1] > 20


def test_everything_grows_with_the_window(view) -> None:
    view.set_theme(load_theme("dark", 1.25))
    assert view._curve.opts["pen"].widthF() == pytest.approx(3.75)
    assert view._balls.data["size"] == pytest.approx(1.25 * 15)


def test_nothing_to_show_says_what_to_do(view, session) -> None:
    session.show(None, None)
    assert "Train" in view.caption.text()
    session.show(surface_of(bowl), None)
    assert "Train" in view.caption.text()


def test_home_shows_all_of_it(view, qtbot) -> None:
    view.plot.setRange(xRange=(0, 1))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.plot.viewRange()[0] == pytest.approx((-2, 8))


def test_it_has_a_name_for_a_screen_reader(view) -> None:
    assert view.accessibleName()
