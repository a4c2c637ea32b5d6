"""Surface, map and curve in one place: which is seen, and how two share the room."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from support.landscapes import bowl, surface_of
from support.sessions import quiet_session

from gdviz.views.curve_view import CurveView
from gdviz.views.map_view import MapView
from gdviz.views.picture_stack import PictureStack
from gdviz.views.theme import load_theme
from gdviz.worker.session import Session


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with quiet_session() as session:
        yield session


@pytest.fixture
def stack(session: Session, qtbot: Any) -> PictureStack:
    """With a second map where the surface would be: it needs no OpenGL and is drawn at once."""
    stack = PictureStack(session, MapView(session), lambda: MapView(session), lambda: CurveView(session))
    qtbot.addWidget(stack)
    stack.resize(400, 700)
    stack.show()
    qtbot.waitExposed(stack)
    return stack


def test_two_pictures_share_the_room_and_say_things_once(stack: PictureStack, session: Session) -> None:
    stack.prefer("both")
    surface, flat = stack.view("surface"), stack.view("map")
    assert surface is not None
    assert flat is not None
    assert abs(surface._canvas.height() - flat._canvas.height()) <= 4
    assert [view.scale_box.isVisible() for view in (surface, flat)] == [False, True]
    stack._pane.setSizes([100, 900])
    chosen = stack._pane.sizes()
    session.surface_changed.emit(surface_of(bowl))
    assert stack._pane.sizes() == chosen
    stack.resize(1400, 500)
    assert stack._pane.orientation() == Qt.Orientation.Horizontal
    assert abs(surface.width() - flat.width()) <= 2
    stack.prefer("surface")
    assert surface.scale_box.isVisible()
    assert not flat.isVisible()


def test_a_low_map_below_the_surface_leaves_out_what_that_says(stack: PictureStack, qtbot: Any) -> None:
    flat = stack.view("map")
    assert isinstance(flat, MapView)

    def is_bare() -> bool:
        return not flat._bar.isVisible() and not flat.plot.getAxis("bottom").label.isVisible()

    stack.resize(400, 400)
    stack.prefer("both")
    qtbot.waitUntil(is_bare)
    box, canvas = flat.plot.getViewBox(), flat._canvas
    qtbot.waitUntil(lambda: box.width() > 0.75 * canvas.width())
    assert box.height() > canvas.height() - 4 * flat.fontMetrics().height()
    stack.prefer("map")
    qtbot.waitUntil(lambda: not is_bare())
    assert flat.plot.getAxis("bottom").label.isVisible()
    qtbot.waitUntil(lambda: flat._bar.width() > 0)
    stack.prefer("both")
    stack.resize(400, 1000)
    qtbot.waitUntil(lambda: not is_bare())


def test_a_picture_made_later_shows_what_the_others_show(session: Session, qtbot: Any) -> None:
    made: list[str] = []

    def make(name: str, kind: type[MapView] | type[CurveView]) -> Any:
        made.append(name)
        return kind(session)

    surface = MapView(session)
    stack = PictureStack(session, surface, lambda: make("map", MapView), lambda: make("curve", CurveView))
    qtbot.addWidget(stack)
    stack.set_theme(load_theme("light"))
    surface.scale_picked.emit("log")
    surface.legend.entries["momentum"].click()
    wanted = surface.legend.wanted("momentum")
    assert made == []
    stack.prefer("both")
    flat = stack.view("map")
    assert made == ["map"]
    assert flat is not None
    assert flat._theme.name == "light"
    assert flat.scale_chosen == "log"
    assert flat.legend.wanted("momentum") == wanted
    assert stack.view("map") is flat
