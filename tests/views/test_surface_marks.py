"""Other runs, arrows and gauge in the 3D view."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage

from gdviz.views.camera import Camera
from gdviz.views.surface_view import SurfaceView
from gdviz.views.theme import load_theme
from tests.support.landscapes import Announcer, bowl, run_down, step_of
from tests.support.shots import POINTS, at, in_box, is_close, picture, scene, shown


@pytest.fixture
def session() -> Announcer:
    return scene()


@pytest.fixture
def view(session, qtbot) -> SurfaceView:
    return shown(session, qtbot)


def count_close(image: QImage, color: str, by: int = 30) -> int:
    spots = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return sum(is_close(image.pixelColor(*spot), color, by) for spot in spots)


def test_other_runs_are_drawn_in_their_colours_where_they_are_shown(view, session) -> None:
    colors = load_theme("dark").runner_colors
    paths = [run_down(bowl, [(-2.5, 2.0), (0.5 * k - 1.5, -0.5 - 0.3 * k), (0.5 * k - 1.0, -1.0)]) for k in range(4)]
    session.race(*paths, hidden=2)
    image = picture(view)
    for mark in (0, 1, 3):
        end = (0.5 * mark - 1.0, -1.0)
        assert is_close(at(image, in_box(view, end, bowl(end))), colors[mark], 40), mark
    hidden = (0.0, -1.0)
    assert not is_close(at(image, in_box(view, hidden, bowl(hidden))), colors[2], 40)


def test_other_runs_are_shown_up_to_the_same_step(view, session) -> None:
    path = [(-2.5, 2.0), (-2.0, -2.0), (2.0, -2.0)]
    session.race(run_down(bowl, path))
    session.show_step(1)
    color = load_theme("dark").runner_colors[0]
    assert is_close(at(picture(view), in_box(view, path[1], bowl(path[1]))), color, 40)
    session.show_step(None)
    assert is_close(at(picture(view), in_box(view, path[2], bowl(path[2]))), color, 40)


def downhill(place: tuple[float, float]) -> tuple[float, float]:
    return 2 * (place[0] - 1), 4 * (place[1] + 0.5)


def test_arrows_point_where_the_gradient_says(view, session) -> None:
    here, slope, rate = POINTS[-1], downhill(POINTS[-1]), 0.4
    view.look(Camera(0.0, 89.0))
    session.dissect(step_of(here, slope, rate, (-1.5, 1.0)))
    image, theme = picture(view), load_theme("dark")
    after = (here[0] - rate * slope[0], here[1] - rate * slope[1])
    halfway = ((here[0] + after[0]) / 2, (here[1] + after[1]) / 2)
    assert is_close(at(image, in_box(view, halfway, bowl(halfway))), theme.downhill, 40)
    taken = (after[0] - 1.5, after[1] + 1.0)
    late = (here[0] + 0.75 * (taken[0] - here[0]), here[1] + 0.75 * (taken[1] - here[1]))
    assert is_close(at(image, in_box(view, late, bowl(late))), theme.step, 40)
    assert view.legend.isVisible()
    assert not view.legend.factor.isVisible()
    ghost = at(image, in_box(view, taken, bowl(taken)) + QPointF(7.0, 0.0))
    assert is_close(ghost, theme.ball, 90)


def test_a_run_that_waits_where_others_began_has_no_ball(view, session) -> None:
    theme = load_theme("dark")
    session.show(session.surface, run_down(bowl, POINTS[:1]))
    start = in_box(view, POINTS[0], bowl(POINTS[0]))
    assert is_close(at(picture(view), start + QPointF(4.0, 2.0)), theme.ball, 50)
    session.race(run_down(bowl, POINTS))
    assert not is_close(at(picture(view), start + QPointF(4.0, 2.0)), theme.ball, 50)
    session.race(run_down(bowl, POINTS[1:]))
    assert is_close(at(picture(view), start + QPointF(4.0, 2.0)), theme.ball, 50)


def test_marks_are_larger_in_a_large_picture(view) -> None:
    def found() -> int:
        image = picture(view)
        spots = [(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
        return sum(is_close(image.pixelColor(*spot), load_theme("dark").ball, 40) for spot in spots)

    small = found()
    view.resize(1000, 900)
    assert found() > 1.4 * small


def test_a_run_that_waits_at_the_start_of_a_race_has_no_arrows(view, session) -> None:
    session.show(session.surface, run_down(bowl, POINTS[:1]))
    session.dissect(step_of(POINTS[0], (-1.0, 2.0), 0.1))
    picture(view)
    assert view.canvas.pointers.lines
    session.race(run_down(bowl, POINTS))
    picture(view)
    assert not view.canvas.pointers.lines


def test_short_arrows_are_magnified_and_said_to_be(view, session) -> None:
    session.dissect(step_of(POINTS[-1], downhill(POINTS[-1]), 0.001))
    picture(view)
    assert view.legend.factor.text().startswith("arrows \u00d7 ")
    assert not view.legend.entries["momentum"].isVisible()


def test_arrows_can_be_hidden_one_by_one_and_all(view, session, qtbot) -> None:
    session.dissect(step_of(POINTS[-1], downhill(POINTS[-1]), 0.4))
    color = load_theme("dark").downhill
    assert count_close(picture(view), color) > 10
    qtbot.mouseClick(view.legend.entries["downhill"], Qt.MouseButton.LeftButton)
    assert "downhill" not in view.canvas.pointers.lines or picture(view)
    picture(view)
    assert list(view.canvas.pointers.lines) == ["step"]
    view.set_arrows_shown(False)
    picture(view)
    assert not view.legend.isVisible()
    view.set_arrows_shown(True)
    session.dissect(None)
    picture(view)
    assert not view.canvas.pointers.lines


def test_a_low_picture_does_not_lie_under_the_names_of_arrows(view, session, qtbot) -> None:
    session.dissect(step_of(POINTS[-1], (0.01, 0.0), 0.1))
    picture(view)
    assert view.legend.entries["step"].isVisible()
    font = view.font()
    font.setPixelSize(24)
    view.setFont(font)
    view.resize(600, 260)
    view.set_theme(load_theme("dark", 1.6))
    qtbot.waitUntil(lambda: not view.legend.entries["step"].isVisible())
    assert view.legend.factor.isVisible()


def test_the_gauge_tells_its_sentence_by_key(view, qtbot) -> None:
    assert not view.caption.isVisible()
    qtbot.keyClick(view.gauge, Qt.Key.Key_Space)
    assert view.caption.isVisible()
    qtbot.keyClick(view.gauge, Qt.Key.Key_Space)
    assert not view.caption.isVisible()


def test_the_scale_is_chosen_in_a_box(view, qtbot) -> None:
    assert view.scale_box.currentText() == "Auto: linear"
    view.scale_box.setFocus()
    qtbot.keyClick(view.scale_box, Qt.Key.Key_End)
    view.scale_box.activated.emit(view.scale_box.currentIndex())
    assert view.scale.kind == "log"


def test_behind_another_view_it_draws_nothing_and_catches_up(view, session) -> None:
    view.hide()
    count = view.canvas.frames.count
    session.show(session.surface, run_down(bowl, [*POINTS, (1.0, -0.5)]))
    assert view.canvas.frames.count == count
    view.show()
    assert is_close(at(picture(view), in_box(view, (1.0, -0.5), 0.0)), load_theme("dark").ball)
