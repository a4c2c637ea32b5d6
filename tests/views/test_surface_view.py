"""What the 3D view puts on the screen: pixels that mean something, and no scene that stops it."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QVector3D
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from gdviz.core.height import HeightScale
from gdviz.core.plane import Surface
from gdviz.views.camera import TALL, Camera
from gdviz.views.height_field import border, resampled, shapes, triangles
from gdviz.views.marks import simplified
from gdviz.views.opengl import is_software, opengl_problem
from gdviz.views.surface_view import SurfaceView
from gdviz.views.theme import THEMES, load_theme
from tests.support.landscapes import Announcer, bowl, run_down, run_of, slice_of, surface_of
from tests.support.shots import POINTS, at, colors_of, in_box, is_close, picture, scene, shown


@pytest.fixture
def session() -> Announcer:
    return scene()


@pytest.fixture
def view(session, qtbot) -> SurfaceView:
    return shown(session, qtbot)


@pytest.mark.parametrize("name", THEMES)
def test_the_surface_covers_the_middle_and_the_background_the_corner(view, name) -> None:
    theme = load_theme(name)
    view.set_theme(theme)
    image = picture(view)
    assert is_close(image.pixelColor(3, 3), theme.background, 4)
    assert not is_close(image.pixelColor(image.width() // 2, image.height() // 2), theme.background)
    assert len(colors_of(image)) > 200


@pytest.mark.parametrize("camera", [Camera(), Camera(100.0, 60.0, 1.0), Camera(-150.0, 80.0, 0.8)])
def test_the_ball_is_where_the_true_loss_says(view, camera) -> None:
    theme = load_theme("dark")
    view.look(camera)
    image, place = picture(view), in_box(view, POINTS[-1], bowl(POINTS[-1]))
    spots = [(x, y) for x in range(image.width()) for y in range(image.height())]
    found = [spot for spot in spots if is_close(image.pixelColor(*spot), theme.ball, 40)]
    assert np.mean(found, axis=0) == pytest.approx((place.x(), place.y()), abs=1.5)
    assert 60 < len(found) < 300


def test_the_path_is_drawn_along_its_points(view) -> None:
    view.look(Camera(0.0, 70.0))
    image = picture(view)
    assert is_close(at(image, in_box(view, POINTS[1], bowl(POINTS[1]))), load_theme("dark").path, 25)


def test_the_path_grows_with_the_run(view, session) -> None:
    further = (1.0, -0.5)
    before = picture(view)
    session.show(session.surface, run_down(bowl, [*POINTS, further]))
    place = in_box(view, further, 0.0)
    assert is_close(at(picture(view), place), load_theme("dark").ball)
    assert not is_close(at(before, place), load_theme("dark").ball)


def test_an_earlier_step_can_be_looked_at(view, session) -> None:
    session.show_step(1)
    assert is_close(at(picture(view), in_box(view, POINTS[1], bowl(POINTS[1]))), load_theme("dark").ball)


def test_higher_is_nearer_to_yellow(view) -> None:
    view.set_theme(load_theme("dark"))
    view.look(Camera(0.0, 89.0))
    image = picture(view)
    high = at(image, in_box(view, (-2.85, 2.8), bowl((-2.85, 2.8))))
    low = at(image, in_box(view, (0.8, -1.4), bowl((0.8, -1.4))))
    assert high.red() > low.red() + 60
    assert high.green() > low.green() + 60


def test_new_heights_flow_and_arrive(view, session, qtbot) -> None:
    before, field = picture(view), view.canvas.scene.field
    drawn = field.drawn
    session.show(surface_of(lambda w: 18 - bowl(w)), None)
    assert field.drawn == pytest.approx(drawn, abs=1e-5)
    qtbot.waitUntil(lambda: not view.canvas._morphing.isActive(), timeout=3000)
    assert field.drawn[0, 0] == pytest.approx(view.scale.heights(18 - bowl((-3, -3))), abs=1e-5)
    assert field.drawn[0, 0] != pytest.approx(drawn[0, 0], abs=0.1)
    assert picture(view) != before


def test_a_larger_window_flows_without_a_jump(view, session) -> None:
    before = picture(view)
    session.surface = surface_of(bowl, reach=4.0)
    session.surface_changed.emit(session.surface)
    view.canvas._morphing.stop()
    view.canvas.frames.draw_now()
    now = view.canvas.grab().toImage()
    spots = [(x, y) for x in range(120, 480, 5) for y in range(100, 330, 5)]
    same = [is_close(now.pixelColor(*spot), before.pixelColor(*spot).name(), 50) for spot in spots]
    assert np.mean(same) > 0.9
    assert picture(view) != before
    assert view._window().box(np.array([[4.0, -4.0]])) == pytest.approx(np.array([[1.0, -1.0]]))


WEIRD: dict[str, np.ndarray] = {
    "all NaN": np.full((21, 21), np.nan),
    "all equal": np.full((21, 21), 0.5),
    "all zero": np.zeros((21, 21)),
    "infinite walls": np.where(np.arange(21) > 15, np.inf, np.ones((21, 21)) * np.arange(21)),
    "minus infinity": np.where(np.arange(21) > 15, -np.inf, np.ones((21, 21)) * np.arange(21)),
    "twelve decades": np.geomspace(1e-6, 1e6, 441).reshape(21, 21),
    "negative": -np.geomspace(1e-6, 1e6, 441).reshape(21, 21),
    "one number": np.where(np.arange(441).reshape(21, 21) == 200, 1.0, np.nan),
    "two by two": np.array([[0.0, 1.0], [2.0, 3.0]]),
    "long and thin": np.ones((2, 201)) * np.arange(201),
    "largest": np.ones((201, 201)) * np.arange(201),
}


@pytest.mark.parametrize("name", WEIRD)
def test_every_odd_surface_covers_the_middle(view, session, name) -> None:
    session.show(surface_of(WEIRD[name]), run_down(bowl, POINTS))
    image = picture(view)
    assert not is_close(image.pixelColor(300, 210), load_theme("dark").background, 10)


def test_what_is_cut_off_is_covered_and_said(view, session) -> None:
    loss = np.where(np.arange(41) > 10, np.inf, np.ones((41, 41)) * np.arange(41))
    session.show(surface_of(loss), None)
    view.look(Camera(0.0, 89.0))
    color = at(picture(view), view.canvas.on_screen(QVector3D(0.5, 0.0, TALL)))
    assert max(color.red(), color.green(), color.blue()) - min(color.red(), color.green(), color.blue()) < 60
    assert "infinite" in view.caption.text()


def test_it_goes_from_size_to_size(view, session) -> None:
    for size in (11, 101, 26, 201, 2):
        session.show(surface_of(bowl, size=size), run_down(bowl, POINTS))
        QApplication.processEvents()
        picture(view)
        assert view.canvas.scene.field.shape == (size, size)


def test_nothing_to_show_says_what_to_do(view, session) -> None:
    session.show(None, None)
    assert "Train" in view.canvas.message
    picture(view)
    session.show(surface_of(bowl), None)
    assert view.canvas.message == ""


def test_a_line_is_not_its_business(view, session) -> None:
    line = Surface(surface_of(bowl).plane, np.zeros(3, np.float32), np.zeros(0, np.float32), np.zeros(3, np.float32))
    session.show(line, None)
    assert view.canvas.message


def test_a_run_of_another_landscape_is_left_out(view, session) -> None:
    session.show(session.surface, run_of(np.zeros((4, 131)), np.ones(4)))
    picture(view)
    assert view.trails() == []


def test_the_gauge_says_how_true_the_slice_is(view, session) -> None:
    session.show(slice_of(surface_of(bowl), 0.978, 0.052), None)
    assert [text for _, text, _ in view.gauge.parts()] == ["97 % held", "\u2264 6 % off"]
    assert "holds 97 % of its motion" in view.gauge.accessibleDescription()
    assert "holds 97 % of its motion" in view.caption.text()
    assert "at most 6 % of its range" in view.caption.text()


def test_an_exact_plane_says_so(view) -> None:
    assert view.caption.text() == "Exact: this landscape has just two weights"


def near_is_close(image: QImage, place: QPointF, color: str) -> bool:
    """Whether a thin line of that colour runs through the place."""
    return any(is_close(at(image, place + QPointF(by, 0.0)), color, 60) for by in (-1.0, 0.0, 1.0))


def test_a_stem_shows_where_the_loss_leaves_the_slice(view, session) -> None:
    weights = np.array([(-2.5, 2.0, 0.0), (1.0, -0.5, 0.0)])
    session.show(slice_of(surface_of(bowl), 0.9, 0.4), run_of(weights, np.array([24.75, 12.0])))
    view.look(Camera(0.0, 20.0))
    halfway = in_box(view, (1.0, -0.5), 6.0)
    assert near_is_close(picture(view), halfway, load_theme("dark").ball)
    session.show(slice_of(surface_of(bowl), 0.9, 0.4), run_of(weights, np.array([24.75, 0.0])))
    assert not near_is_close(picture(view), halfway, load_theme("dark").ball)


def test_keys_turn_zoom_and_reset(view, qtbot) -> None:
    view.canvas.setFocus()
    first = picture(view)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.camera.azimuth == Camera().azimuth - 5
    qtbot.keyClick(view.canvas, Qt.Key.Key_Up)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Plus)
    assert view.camera.zoom < 1
    assert picture(view) != first
    qtbot.keyClick(view.canvas, Qt.Key.Key_Home)
    assert view.camera == Camera()


def test_the_mouse_turns_it(view, qtbot) -> None:
    qtbot.mousePress(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    qtbot.mouseMove(view.canvas, QPoint(250, 220))
    qtbot.mouseRelease(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(250, 220))
    assert view.camera != Camera()


def test_it_never_looks_from_below() -> None:
    assert Camera().orbited(0, -500).elevation > 0
    assert Camera().orbited(0, 500).elevation < 90


def test_it_survives_a_move_to_another_window(view, session, qtbot) -> None:
    before = picture(view)
    other = QWidget()
    qtbot.addWidget(other)
    other.resize(600, 450)
    layout = QHBoxLayout(other)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(view)
    other.show()
    qtbot.waitExposed(other)
    session.show(surface_of(bowl), run_down(bowl, POINTS))
    assert picture(view) == before
    view.setParent(None)


def test_a_fault_while_painting_is_announced(view, qtbot, monkeypatch) -> None:
    def fault(*_: object, **__: object) -> None:
        raise ValueError("no such thing")

    monkeypatch.setattr(view.canvas.scene.field, "paint", fault)
    with qtbot.waitSignal(view.failed) as told:
        view.canvas.moved()
    assert told.args == ["3D cannot be drawn: no such thing. The map shows the same."]
    view.canvas.grab()


def test_a_fault_while_starting_is_announced(session, qtbot, monkeypatch) -> None:
    def fault(*_: object, **__: object) -> None:
        raise ValueError("no shaders")

    monkeypatch.setattr("gdviz.views.marks.Sprites.initialize", fault)
    view = SurfaceView(session)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.failed) as told:
        view.show()
    assert told.args == ["3D cannot be drawn: no shaders. The map shows the same."]


def test_everything_has_a_name_for_a_screen_reader(view) -> None:
    assert all(widget.accessibleName() for widget in (view, view.canvas, view.caption))


def test_opengl_can_be_refused(monkeypatch) -> None:
    assert opengl_problem() == ""
    monkeypatch.setenv("GDVIZ_NO_OPENGL", "1")
    assert "map" in opengl_problem()


@pytest.mark.parametrize(("renderer", "software"), [("llvmpipe (LLVM 15)", True), ("NVIDIA GeForce RTX 3060", False)])
def test_software_is_told_from_hardware(renderer, software) -> None:
    assert is_software(renderer) is software


def test_slopes_are_those_of_the_heights() -> None:
    y, x = np.mgrid[-1:1:21j, -1:1:31j]
    slopes = shapes(3 * x - 2 * y)
    assert slopes[..., 1] == pytest.approx(3, abs=1e-5)
    assert slopes[..., 2] == pytest.approx(-2, abs=1e-5)


def test_triangles_cover_the_grid_once() -> None:
    places = np.stack(np.meshgrid(np.arange(5.0), np.arange(4.0)), -1).reshape(-1, 2)
    a, b, c = (places[triangles(4, 5)[:, corner]] for corner in range(3))
    areas = ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0]) / 2
    assert areas == pytest.approx(np.full(2 * 3 * 4, 0.5))
    assert len(border(4, 5)) == 2 * (3 + 4) + 1


def test_another_grid_shows_the_same_heights() -> None:
    y, x = np.mgrid[-1:1:11j, -1:1:16j]
    fine_y, fine_x = np.mgrid[-1:1:101j, -1:1:76j]
    assert resampled(x + 2 * y, 101, 76) == pytest.approx(fine_x + 2 * fine_y, abs=1e-5)


def simplify_and_measure(points: np.ndarray, measure: Callable[[np.ndarray], float]) -> tuple[int, float]:
    fewer = simplified(points)
    return len(fewer), measure(fewer)


def test_a_simpler_path_is_short_and_close() -> None:
    part = np.linspace(0, 1, 2000)
    points = np.stack([np.cos(6 * part), np.sin(6 * part), part], 1).astype(np.float32)
    count, off = simplify_and_measure(points, lambda kept: abs(np.hypot(kept[:, 0], kept[:, 1]) - 1).max())
    assert count < 200
    assert off < 1e-5
    zigzag = np.array([[k, (k % 2) * 0.1, 0] for k in range(50)], np.float32)
    assert len(simplified(zigzag)) == 50


def test_the_scale_can_be_chosen(view) -> None:
    view.set_scale("log")
    assert view.scale.kind == "log"
    view.set_scale("linear")
    assert view.scale == HeightScale.of(surface_of(bowl).loss, [bowl(point) for point in POINTS], "linear")


def test_a_slow_machine_gets_the_same_picture_of_fewer_triangles(view, session) -> None:
    session.show(surface_of(bowl, size=101), run_down(bowl, POINTS))
    view.canvas.finish()
    frames = view.canvas.frames
    frames.resting = False
    pictures = []
    for level in (1, 2):
        frames.level = level
        frames.draw_now()
        pictures.append(view.canvas.grab().toImage())
    spots = [(x, y) for x in range(0, 600, 7) for y in range(0, 400, 7)]
    assert pictures[0] != pictures[1]
    same = [is_close(pictures[0].pixelColor(*spot), pictures[1].pixelColor(*spot).name(), 12) for spot in spots]
    assert np.mean(same) > 0.95
    assert triangles(101, 101, 2).shape == (2 * 50 * 50, 3)
