"""The map: everything in its place, in the landscape's own coordinates."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gdviz.core.experiment import Experiment
from gdviz.core.height import HeightScale
from gdviz.views import markers
from gdviz.views.contours import contour_lines, levels
from gdviz.views.legend import ArrowLegend
from gdviz.views.map_view import MapView
from gdviz.views.theme import THEMES, load_theme
from tests.support.landscapes import Announcer, bowl, run_down, run_of, slice_of, step_of, surface_of

POINTS = [(-2.5, 2.0), (0.0, 1.0), (1.5, -0.2)]


@pytest.fixture
def session() -> Announcer:
    return Announcer(surface_of(bowl), run_down(bowl, POINTS))


@pytest.fixture
def view(session, qtbot) -> MapView:
    view = MapView(session)
    qtbot.addWidget(view)
    view.resize(600, 450)
    view.show()
    qtbot.waitExposed(view)
    return view


def pixel(view: MapView, x: float, y: float):
    """The colour on the screen at a place of the map."""
    place = view.plot.getViewBox().mapViewToScene(QPointF(x, y))
    widget = view.plot.getViewWidget()
    return widget.grab().toImage().pixelColor(widget.mapFromScene(place))


def test_the_ball_is_at_the_newest_weights(view) -> None:
    assert view.ball() == pytest.approx(POINTS[-1])
    color, ball = pixel(view, *POINTS[-1]), load_theme("dark").ball
    assert color.name() == ball


def test_the_ball_follows_the_run(view, session) -> None:
    session.show(session.surface, run_down(bowl, [*POINTS, (1.0, -0.5)]))
    view._pacer.due.emit()
    assert view.ball() == pytest.approx((1.0, -0.5))
    session.show_step(1)
    view._pacer.due.emit()
    assert view.ball() == pytest.approx(POINTS[1])


@pytest.mark.parametrize("name", THEMES)
def test_colours_say_how_high_the_loss_is(view, name) -> None:
    view.set_theme(load_theme(name))
    high, low = pixel(view, -2.9, 2.9), pixel(view, 1.2, -1.0)
    assert high.green() > low.green() + 60


def test_the_map_reaches_as_far_as_the_surface(view) -> None:
    (left, right), (bottom, top) = view.plot.viewRange()
    assert (left, right, bottom, top) == pytest.approx((-3, 3, -3, 3))


def test_axes_and_colour_bar_are_named(view) -> None:
    assert view.plot.getAxis("bottom").labelText == "weight"
    assert view.plot.getAxis("left").labelText == "bias"
    assert view._bar.getAxis("right").labelText == "loss"


def test_contour_lines_lie_at_their_height() -> None:
    surface = surface_of(bowl, size=81)
    ends = contour_lines(surface.loss.astype(float), surface.x, surface.y, np.array([1.0, 4.0]))
    losses = bowl(ends.T)
    assert len(ends) > 100
    assert np.all(np.minimum(abs(losses - 1), abs(losses - 4)) < 0.02)


def test_no_contour_line_runs_into_the_unknown() -> None:
    surface = surface_of(bowl)
    unknown = np.where(surface.x[None] > 1, np.nan, surface.loss)
    ends = contour_lines(unknown, surface.x, surface.y, np.array([1.0, 4.0]))
    assert len(ends)
    assert ends[:, 0].max() <= 1


def test_levels_are_those_of_the_scale() -> None:
    fine, bold = levels(HeightScale.of(np.linspace(0, 10, 100)))
    assert len(fine) > len(bold) > 2
    assert min(*fine, *bold) >= 0
    assert max(*fine, *bold) <= 1


@pytest.mark.parametrize(
    "loss",
    [np.full((9, 9), np.nan), np.ones((9, 9)), np.geomspace(1e-6, 1e6, 81).reshape(9, 9), np.ones((2, 2)) * np.inf],
    ids=["all NaN", "all equal", "twelve decades", "infinite"],
)
def test_the_ball_stands_in_its_place_on_every_odd_surface(view, session, loss) -> None:
    theme = load_theme("dark")
    session.show(surface_of(loss), run_down(bowl, POINTS))
    assert pixel(view, *POINTS[-1]).name() == theme.ball
    # What is not known is grey, what is known has a colour of the map.
    assert (pixel(view, -2.0, -2.0).name() == theme.muted) is not np.isfinite(loss).any()


def test_unknown_cells_are_grey_and_said_to_be(view, session) -> None:
    surface = surface_of(bowl)
    loss = np.where((surface.x[None] > 2) & (surface.y[:, None] > 2), np.inf, surface.loss)
    session.show(surface_of(loss), None)
    color = pixel(view, 2.8, 2.8)
    assert color.name() == load_theme("dark").muted
    assert "infinite" in view.caption.text()


def test_nothing_to_show_says_what_to_do(view, session) -> None:
    session.show(None, None)
    assert view._message.isVisible()
    assert "Train" in view._message.text()
    session.show(surface_of(bowl), None)
    assert not view._message.isVisible()


def test_a_run_of_another_landscape_is_left_out(view, session) -> None:
    session.show(session.surface, run_of(np.zeros((4, 131)), np.ones(4)))
    view._pacer.due.emit()
    assert view.ball() is None


def test_the_gauge_says_how_true_the_slice_is(view, session) -> None:
    session.show(slice_of(surface_of(bowl), 0.978, 0.052), None)
    assert "holds 97 % of its motion" in view.caption.text()


def test_keys_move_zoom_and_reset(view, qtbot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.plot.viewRange()[0] != pytest.approx((-3, 3))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.plot.viewRange()[0] == pytest.approx((-3, 3))


def test_it_has_a_name_for_a_screen_reader(view) -> None:
    assert view.accessibleName()


# Other runs, arrows, the start


def on_screen(view: MapView, x: float, y: float) -> QPoint:
    """Where a place of the map is in the widget that takes the mouse."""
    place = view.plot.getViewBox().mapViewToScene(QPointF(x, y))
    return view.plot.getViewWidget().mapFromScene(place)


def test_other_runs_have_their_colour_and_their_mark(view, session) -> None:
    theme = load_theme("dark")
    ends = [(-2.0 + 0.6 * mark, -2.0) for mark in range(8)]
    session.race(*(run_down(bowl, [POINTS[0], end]) for end in ends), hidden=5)
    view._pacer.due.emit()
    for mark, end in enumerate(ends):
        assert (pixel(view, *end).name() == theme.runner_colors[mark]) is (mark != 5)
    assert view.ball() == pytest.approx(POINTS[-1])
    assert len(view._start.getData()[0]) == 1
    assert len({markers.outline(mark).tobytes() for mark in range(8)}) == 8


def test_arrows_point_downhill(view, session) -> None:
    theme, (x, y) = load_theme("dark"), POINTS[-1]
    slope = (2 * (x - 1), 4 * (y + 0.5))
    session.dissect(step_of((x, y), slope, 0.8, (-1.0, 1.5)))
    assert pixel(view, x - 0.5 * 0.8 * slope[0], y - 0.5 * 0.8 * slope[1]).name() == theme.downhill
    taken = (-0.8 * slope[0] - 1.0, -0.8 * slope[1] + 1.5)
    assert pixel(view, x + 0.6 * taken[0], y + 0.6 * taken[1]).name() == theme.step
    assert view.legend.isVisible()
    view.set_arrows_shown(False)
    assert not view.legend.isVisible()
    assert pixel(view, x + 0.6 * taken[0], y + 0.6 * taken[1]).name() != theme.step


def test_a_click_puts_the_start(view, session, qtbot) -> None:
    assert "Click" in view.note.text()
    qtbot.mouseClick(view.plot.getViewWidget().viewport(), Qt.MouseButton.LeftButton, pos=on_screen(view, 2.0, -1.0))
    assert session.experiment.start == pytest.approx((2.0, -1.0), abs=0.03)


def test_the_start_can_be_dragged(view, session, qtbot) -> None:
    port, button = view.plot.getViewWidget().viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, button, pos=on_screen(view, *POINTS[0]))
    for part in (0.2, 0.6, 1.0):
        qtbot.mouseMove(port, on_screen(view, POINTS[0][0] + 2.0 * part, POINTS[0][1] - part))
    assert view.start() != pytest.approx(POINTS[0], abs=0.2)
    qtbot.mouseRelease(port, button, pos=on_screen(view, POINTS[0][0] + 2.0, POINTS[0][1] - 1.0))
    assert session.experiment.start == pytest.approx((POINTS[0][0] + 2.0, POINTS[0][1] - 1.0), abs=0.06)
    assert view.plot.viewRange()[0] == pytest.approx((-3, 3))


def test_the_start_moves_by_keys(view, session, qtbot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert session.experiment.start == pytest.approx((POINTS[0][0] + 0.12, POINTS[0][1]), abs=1e-3)


def test_a_network_starts_by_its_seed(view, session, qtbot) -> None:
    session.experiment = Experiment()
    session.show(slice_of(surface_of(bowl), 0.9, 0.1), run_of(np.ones((3, 3)), np.ones(3)))
    qtbot.mouseClick(view.plot.getViewWidget().viewport(), Qt.MouseButton.LeftButton, pos=on_screen(view, 2.0, -1.0))
    assert session.experiment == Experiment()
    assert "Click" not in view.note.text()


def test_a_path_far_outside_does_not_stop_it(view, session) -> None:
    session.show(
        session.surface, run_of(np.array([(-2.5, 2.0), (0.0, 1.0), (1e30, -1e30)]), np.array([24.0, 5.5, 1e30]))
    )
    view._pacer.due.emit()
    assert pixel(view, 0.0, 1.0).name() == load_theme("dark").path


def test_few_steps_are_dotted_and_many_are_not(view, session) -> None:
    def dotted(x: float, y: float) -> bool:
        return pixel(view, x, y).lightness() > 240

    assert dotted(*POINTS[1])
    many = [(-2.5 + 0.05 * step, 2.0 - 0.03 * step) for step in range(70)]
    session.show(session.surface, run_down(bowl, many))
    view._pacer.due.emit()
    assert len(view._dots.getData()[0]) == 0


@pytest.mark.parametrize("size", [(600, 450), (330, 190)])
@pytest.mark.parametrize("end", [(-2.6, 2.6), (2.6, 2.6), (2.6, -2.6), (-2.6, -2.6)])
def test_the_legend_never_lies_on_the_ball(view, session, qtbot, size, end) -> None:
    view.resize(*size)
    view.set_parts(True, True, False)
    session.show(session.surface, run_down(bowl, [(0.0, 0.0), end]))
    view._pacer.due.emit()
    session.dissect(step_of(end, (0.01, 0.02), 0.1, (0.0, 0.0)))
    assert view.legend.isVisible()
    ball = view.plot.getViewBox().mapViewToScene(QPointF(*end)).toPoint()
    assert not view.legend.geometry().contains(ball)
    assert view.rect().contains(view.legend.geometry())


def test_a_narrow_map_does_not_lie_under_the_names_of_arrows(view, session, qtbot) -> None:
    session.dissect(step_of(POINTS[-1], (0.01, 0.02), 0.1))
    view.resize(600, 450)
    qtbot.waitUntil(lambda: view.legend.entries["step"].isVisible())
    view.resize(17 * view.fontMetrics().height(), 450)
    qtbot.waitUntil(lambda: not view.legend.entries["step"].isVisible())


def test_the_legend_stays_where_it_is_while_it_is_in_nobodys_way(qtbot) -> None:
    picture = QWidget()
    qtbot.addWidget(picture)
    picture.resize(400, 300)
    legend, room = ArrowLegend(picture), QRect(10, 10, 380, 280)
    legend.dodge(room, [])
    assert legend.geometry().topLeft() == room.topLeft()
    legend.dodge(room, [room.topLeft()])
    at_right = legend.geometry()
    assert at_right.right() == pytest.approx(room.right(), abs=1)
    legend.dodge(room, [room.bottomLeft()])
    assert legend.geometry() == at_right
    legend.dodge(room, [at_right.center()])
    assert not legend.geometry().contains(at_right.center())


def test_lines_are_as_wide_on_a_screen_of_another_scale(view, monkeypatch) -> None:
    def widths() -> list[float]:
        return [line.opts["pen"].widthF() for line in (view._fine, view._bold, view._lines[0])]

    before = widths()
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert widths() == pytest.approx([2 * width for width in before])
