"""The answers on the screen: colours, border, markers and words."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from support.sessions import quiet_session

from gdviz.core.boundary import Boundary, Examples
from gdviz.core.experiment import Experiment
from gdviz.views.boundary_view import EMPTY, WAITING, BoundaryView
from gdviz.views.theme import THEMES, load_theme
from gdviz.worker.session import Session

AXIS = np.linspace(-1, 1, 21, dtype=np.float32)


def halves(classes: int = 2, features: tuple[str, ...] = ("x", "y")) -> Boundary:
    """Class 0 left of 0.2, class 1 right of it; four examples, one held back."""
    chance = 1 / (1 + np.exp(-8 * (np.broadcast_to(AXIS, (21, 21)) - 0.2)))
    rest = [np.zeros((21, 21))] * (classes - 2)
    answers = np.stack([1 - chance, chance, *rest], axis=-1).astype(np.float32)
    x, y = np.array([-0.5, -0.7, 0.6, 0.9], np.float32), np.array([0.1, -0.6, 0.2, 0.3], np.float32)
    examples = Examples(x, y, np.array([0, 0, 1, 1], np.float32), np.array([False, False, False, True]))
    names = tuple(f"kind {number}" for number in range(classes))
    return Boundary(5, "classes", ("x", "y"), AXIS, AXIS, answers, examples, names, features, (0, 1))


def line() -> Boundary:
    """The curve y = 2 x."""
    examples = Examples(AXIS[::5], 2 * AXIS[::5], 2 * AXIS[::5], AXIS[::5] > 0.6)
    return Boundary(9, "curve", ("x", "answer"), AXIS, AXIS[:0], 2 * AXIS, examples, (), ("x",), (0,))


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with quiet_session() as session:
        yield session


@pytest.fixture
def view(session: Session, qtbot: Any) -> BoundaryView:
    view = BoundaryView(session)
    qtbot.addWidget(view)
    view.resize(320, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def show(session: Session, boundary: Boundary | None) -> None:
    session._close_up.found["boundary"] = boundary
    session.boundary_changed.emit(boundary)


def test_without_answers_it_says_why(view: BoundaryView, session: Session) -> None:
    assert view.sentence.text() == WAITING
    session.set_experiment(Experiment("rosenbrock"))
    assert view.sentence.text() == EMPTY
    show(session, halves())
    assert view.sentence.isHidden()
    assert view.heading.text() == "Answers after step 5"


def test_it_wants_the_answers_only_while_it_is_seen(view: BoundaryView, session: Session) -> None:
    assert session._close_up._wanted["boundary"] == 1
    view.hide()
    assert session._close_up._wanted["boundary"] == 0


def test_the_border_runs_where_the_likeliest_class_changes(view: BoundaryView, session: Session) -> None:
    show(session, halves())
    x, y = view._border.getData()
    np.testing.assert_allclose(x, 0.2, atol=0.02)
    assert np.ptp(y) == pytest.approx(2.0)


@pytest.mark.parametrize("name", THEMES)
def test_each_class_has_its_colour_and_is_pale_where_unsure(view: BoundaryView, session: Session, name: str) -> None:
    theme = load_theme(name)
    view.set_theme(theme)
    show(session, halves())
    colors = view._class_colors(halves()).astype(int)
    panel = np.array([int(theme.panel[at : at + 2], 16) for at in (1, 3, 5)])
    distance = np.abs(colors[10] - panel).sum(-1)
    assert distance[0] > 2 * distance[12]
    assert distance[-1] > 2 * distance[12]
    assert (colors[10, 0] != colors[10, -1]).any()
    view.grab()


def test_classes_differ_by_marker_and_those_held_back_are_hollow(view: BoundaryView, session: Session) -> None:
    show(session, halves())
    spots = view._dots.points()
    assert [spot.symbol() for spot in spots] == ["o", "o", "s", "s"]
    assert [spot.brush().color().name() == load_theme("dark").panel for spot in spots] == [False, False, False, True]
    assert "kind 0" in view.legend.text()
    assert "held&nbsp;back" in view.legend.text()


def test_more_classes_than_markers_are_written_as_numbers(view: BoundaryView, session: Session) -> None:
    show(session, halves(classes=10))
    assert not isinstance(view._dots.points()[0].symbol(), str)
    assert "number" in view.legend.text()
    view.grab()


def test_a_curve_is_drawn_through_its_points(view: BoundaryView, session: Session) -> None:
    show(session, line())
    x, y = view._curve.getData()
    np.testing.assert_allclose(y, 2 * x)
    assert not view._image.isVisible()
    assert view.plot.getAxis("bottom").labelText == "x"


def test_a_slice_says_so_and_offers_other_inputs(view: BoundaryView, session: Session, qtbot: Any) -> None:
    show(session, halves(features=("length (cm)", "width (cm)", "weight")))
    assert view.sentence.text() == "A slice: the other input stands at its mean."
    across, up = view.axes
    assert [across.itemText(at) for at in range(3)] == ["length", "width", "weight"]
    across.setCurrentIndex(2)
    across.activated.emit(2)
    assert session.features == (2, 1)
    up.setCurrentIndex(2)
    up.activated.emit(2)
    assert session.features == (1, 0)
    session.set_experiment(replace(session.experiment, data="wine"))
    assert session.features == ()


def test_names_out_of_a_file_are_no_markup(view: BoundaryView, session: Session) -> None:
    odd = halves()
    names = ("<b>bold</b>", "a & b")
    show(session, Boundary(**{**{n: getattr(odd, n) for n in odd.__slots__}, "class_names": names}))
    assert "&lt;b>bold" in view.legend.text()
    assert "a &amp; b" in view.legend.text()


def test_answers_that_are_no_numbers_are_drawn_all_the_same(view: BoundaryView, session: Session) -> None:
    whole = halves()
    broken = np.full_like(whole.answers, np.nan)
    show(session, Boundary(**{**{n: getattr(whole, n) for n in whole.__slots__}, "answers": broken}))
    view.grab()
    assert "kind 0" in view.legend.text().replace("&nbsp;", " ")
