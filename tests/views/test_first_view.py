"""Where a surface is looked at from before anybody turns it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QVector3D

from gdviz.core.experiment import Experiment
from gdviz.core.height import HeightScale
from gdviz.core.plane import Surface, exact_plane
from gdviz.core.trajectory import Trajectory
from gdviz.engine.functions import FUNCTIONS, Function
from gdviz.views.camera import FLOOR, TALL, Camera
from gdviz.views.first_view import first_view, seen, usual_view
from gdviz.views.stage import Axes, color_bar
from gdviz.views.surface_view import SurfaceView
from tests.support.landscapes import Announcer, bowl, run_down, surface_of
from tests.support.shots import picture, shown

TWO_WEIGHTS = {key: entry for key, entry in FUNCTIONS.items() if len(entry.names) == 2}
HOLES = ("plateau", "rastrigin", "ackley")
"""Their minima lie in holes that nobody sees into from the side."""


def in_view(entry: Function) -> Surface:
    """The drawn part of a function."""
    x, y = (np.linspace(*window, 101, dtype=np.float32) for window in entry.window)
    loss = entry.formula(np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)).reshape(101, 101)
    return Surface(exact_plane(entry.names), x, y, loss.astype(np.float32))


def in_box(entry: Function, points: np.ndarray) -> np.ndarray:
    """Points of a function in the box, ``[N, 3]``."""
    low, high = np.array(entry.window).T
    heights = HeightScale.of(in_view(entry).loss).heights(entry.formula(points))
    return np.column_stack([2 * (points - low) / (high - low) - 1, TALL * heights])


@pytest.mark.parametrize("key", TWO_WEIGHTS)
def test_start_and_goal_of_every_function_are_seen_at_first(key) -> None:
    entry = TWO_WEIGHTS[key]
    loss = in_view(entry).loss
    heights, start = HeightScale.of(loss).heights(loss), in_box(entry, np.array([entry.start]))
    camera = first_view(heights, [start], Camera())
    goals = [in_box(entry, np.array(entry.minima))] if entry.minima and key not in HOLES else []
    assert seen(camera, heights, np.concatenate([start, *goals])).all()


def test_a_bent_valley_is_not_looked_at_from_behind_its_wall(qtbot) -> None:
    entry = FUNCTIONS["rosenbrock"]
    path = run_down(lambda w: entry.formula(w[None])[0], [entry.start, (-1.0, 1.0), (0.0, 0.0), (1.0, 1.0)])
    view = shown(Announcer(in_view(entry), path), qtbot)
    qtbot.waitUntil(lambda: view.camera != Camera())
    points = in_box(entry, path.weights)
    heights = view.scale.heights(in_view(entry).loss)
    assert not seen(Camera(), heights, points).all()
    assert seen(view.camera, heights, points).all()


def test_a_bowl_is_looked_at_as_ever(qtbot) -> None:
    view = shown(Announcer(surface_of(bowl), None), qtbot)
    picture(view)
    assert view.camera == Camera()


def behind_a_wall(camera: Camera) -> tuple[Surface, Trajectory]:
    """A landscape with a high wall before whoever looks through a camera, and a run behind it."""
    out = camera.direction()[:2] / np.hypot(*camera.direction()[:2])

    def loss(w: np.ndarray) -> np.ndarray:
        return np.asarray(9.0 * np.exp(-8.0 * (w[0] * out[0] + w[1] * out[1] - 2.2) ** 2))

    places = [1.2 * out + along * np.array([-out[1], out[0]]) for along in (-1.0, -0.5, 0.0, 0.5)]
    return surface_of(loss), run_down(loss, [(float(x), float(y)) for x, y in places])


def looked_at(qtbot) -> tuple[Announcer, SurfaceView]:
    """A view of such a landscape, from where it is seen."""
    session = Announcer(*behind_a_wall(Camera()))
    view = shown(session, qtbot)
    qtbot.waitUntil(lambda: view.camera != Camera())
    return session, view


def test_another_side_is_walked_to_and_not_jumped_to(qtbot) -> None:
    session, view = looked_at(qtbot)
    first = view.camera
    session.show(*behind_a_wall(view.camera))
    qtbot.waitUntil(lambda: view.camera != first)
    between = view.camera
    view.canvas.finish()
    assert view.camera not in (first, between)


def test_a_view_that_a_person_chose_stays(qtbot) -> None:
    session, view = looked_at(qtbot)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Left)
    chosen = view.camera
    session.show(*behind_a_wall(view.camera))
    qtbot.waitUntil(lambda: not session.turns._waiting)
    assert view.camera == chosen
    qtbot.mouseDClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert view.camera != chosen
    assert not view.canvas.chosen


def test_another_landscape_is_looked_at_afresh(qtbot) -> None:
    session, view = looked_at(qtbot)
    view.look(Camera(10.0, 80.0, 0.5))
    session.experiment = Experiment("beale")
    session.show(surface_of(bowl), None)
    qtbot.waitUntil(lambda: view.camera != Camera(10.0, 80.0, 0.5))
    view.canvas.finish()
    assert view.camera == Camera()


def test_a_ball_in_a_hole_is_looked_for_after_a_while(qtbot) -> None:
    entry = FUNCTIONS["plateau"]
    session = Announcer(in_view(entry), run_down(lambda w: entry.formula(w[None])[0], [entry.start]))
    view = shown(session, qtbot)
    picture(view)
    before = view.camera
    session.trajectory = run_down(lambda w: entry.formula(w[None])[0], [entry.start, (1.0, 0.4), (0.0, 0.0)])
    session.trajectory_changed.emit(session.trajectory)
    qtbot.waitUntil(lambda: view.camera.elevation > before.elevation + 5.0)


@pytest.mark.parametrize("size", [(352.0, 414.0), (776.0, 674.0), (776.0, 352.0)])
@pytest.mark.parametrize("elevation", [20.0, 36.0, 52.0])
def test_the_box_stands_in_the_middle_of_the_picture(size, elevation) -> None:
    camera = Camera(45.0, elevation)
    highest = camera.on_screen(QVector3D(-1.0, 1.0, TALL), *size).y()
    lowest = camera.on_screen(QVector3D(1.0, -1.0, FLOOR), *size).y()
    assert highest == pytest.approx(size[1] - lowest, abs=1.0)


def test_a_narrow_picture_is_looked_into_from_higher() -> None:
    assert usual_view(1.5) == Camera()
    assert usual_view(0.8).elevation > Camera().elevation


def test_words_beside_the_colour_bar_do_not_lie_on_one_another(qtbot) -> None:
    metrics = QFontMetricsF(QFont())
    axes = Axes(("x", "y", "loss"), z=tuple((part / 20, f"{part}") for part in range(21)))
    bar = color_bar(axes, Camera(0.0, 89.0), 300.0, 160.0, metrics)
    places = sorted(label.place.y() for label in bar.labels)
    assert len(places) > 3
    assert min(np.diff(places)) > 0.9 * metrics.height()
