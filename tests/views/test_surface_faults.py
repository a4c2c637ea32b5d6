"""What can go wrong in the 3D view, and what it does then."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from gdviz.views.marks import clipped
from gdviz.views.offscreen import Offscreen
from gdviz.views.surface_view import SurfaceView
from gdviz.views.theme import load_theme
from tests.support.landscapes import Announcer, bowl, run_down, run_of
from tests.support.shots import at, in_box, is_close, picture, scene, shown


@pytest.fixture
def session() -> Announcer:
    return scene()


@pytest.fixture
def view(session, qtbot) -> SurfaceView:
    return shown(session, qtbot)


def test_frames_come_without_waiting_for_them(view, qtbot) -> None:
    picture(view)
    frames = view.canvas.frames
    with qtbot.waitSignal(frames.drawn):
        view.look(view.camera.orbited(20.0, 0.0))
        assert frames.count
        assert not frames.resting


def test_a_lost_context_gives_way_to_the_map(view, qtbot) -> None:
    picture(view)
    offscreen = view.canvas.frames._offscreen
    assert isinstance(offscreen, Offscreen)
    offscreen._context.doneCurrent()
    offscreen._surface.destroy()
    with qtbot.waitSignal(view.failed) as told:
        view.canvas.moved()
    assert told.args == ["3D cannot be drawn: the OpenGL context was lost. The map shows the same."]
    view.grab()
    view.look(view.camera.orbited(5.0, 0.0))
    assert not view.canvas.frames._timer.isActive()


@pytest.mark.qt_log_ignore("QOpenGLShader::compile", "Problematic Fragment", extend=True)
def test_a_shader_that_does_not_compile_is_named(session, qtbot, monkeypatch, tmp_path) -> None:
    from gdviz.paths import resource

    def broken(name: str) -> object:
        (tmp_path / "surface.frag").write_text("void main() { nonsense }")
        return tmp_path / "surface.frag" if name == "shaders/surface.frag" else resource(name)

    monkeypatch.setattr("gdviz.views.gl_parts.resource", broken)
    view = SurfaceView(session)
    qtbot.addWidget(view)
    with qtbot.waitSignal(view.failed) as told:
        view.show()
    assert told.args == ["3D cannot be drawn: the shader surface.frag does not compile. The map shows the same."]


@pytest.mark.parametrize("far", [1e6, 1e30])
def test_a_path_that_leaves_the_picture_is_cut_off_at_its_edge(view, session, far) -> None:
    session.show(session.surface, run_of(np.array([(-2.5, 2.0), (0.0, 1.0), (far, -far)]), np.array([24.0, 5.5, far])))
    image = picture(view)
    assert is_close(at(image, in_box(view, (0.0, 1.0), bowl((0.0, 1.0)))), load_theme("dark").path, 30)
    starts, ends = clipped(np.array([[0.0, 0.0, 0.5], [2.0, 2.0, 0.0]]), np.array([[1e6, 0.0, 0.5], [3.0, 2.0, 0.0]]))
    assert starts == pytest.approx(np.array([[0.0, 0.0, 0.5]]))
    assert ends == pytest.approx(np.array([[1.0, 0.0, 0.5]]))


def test_a_minimised_window_draws_nothing(view, qtbot) -> None:
    picture(view)
    view.setWindowState(Qt.WindowState.WindowMinimized)
    count = view.canvas.frames.count
    view.canvas.frames.stop()
    view.canvas.moved()
    assert not view.canvas.frames._timer.isActive()
    assert view.canvas.frames.count == count
    view.setWindowState(Qt.WindowState.WindowNoState)
    view.canvas.moved()
    assert view.canvas.frames._timer.isActive()
    picture(view)


def test_a_screen_of_another_scale_gets_its_own_pixels(view, qtbot, monkeypatch) -> None:
    before = picture(view)
    monkeypatch.setattr(view.canvas, "devicePixelRatioF", lambda: 2.0)
    with qtbot.waitSignal(view.canvas.frames.drawn):
        view.canvas.repaint()
    view.canvas.finish()
    drawn = view.canvas.frames.picture
    assert drawn is not None
    assert drawn.size() == 2 * before.size()
    middle = (before.width() // 2, before.height() // 2)
    assert is_close(drawn.pixelColor(2 * middle[0], 2 * middle[1]), before.pixelColor(*middle).name(), 60)


@pytest.mark.parametrize(("far", "said"), [(1.0, False), (4.0, False), (1e6, True)])
def test_a_ball_that_has_left_the_picture_is_told(view, session, far, said) -> None:
    session.show(session.surface, run_down(bowl, [(1.0, 1.0), (far, 1.0)]))
    view._refresh_paths()
    assert ("has left the picture" in view.note.text()) == said
    session.show(session.surface, run_down(bowl, [(1.0, 1.0)]))
    view._refresh_paths()
    assert "has left the picture" not in view.note.text()
