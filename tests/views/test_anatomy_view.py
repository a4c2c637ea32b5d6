"""The step taken apart on the screen: every number in its place, any weight in reach, and words where there is none."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter
from support.sessions import quiet_session

from gdviz.core.anatomy import Anatomy, Term
from gdviz.views.anatomy_view import EMPTY, AnatomyView
from gdviz.views.term_rows import colors_of
from gdviz.views.theme import THEMES, load_theme
from gdviz.worker.session import Session

NAMES = ("layer 1: petal length \u2192 neuron 5", "layer 1: bias of neuron 5", "layer 2: neuron 5 \u2192 setosa")


def taken_apart(step: int = 37) -> Anatomy:
    """One step of gradient descent on three weights, of which the second moves most."""
    weights, gradient = np.array([0.5, -1.0, 2.0], np.float32), np.array([0.2, -3.0, 0.0], np.float32)
    move = -0.1 * gradient
    terms = (Term("g", "gradient", gradient), Term("step", "the step", move), Term("w_new", "new", weights + move))
    formula = ("step = \u2212rate\u00b7g", "w_new = w + step")
    constants = {"rate": 0.1, "t": 38.0}
    return Anatomy(step, "sgd", weights, gradient, None, weights + move, 0.1, formula, terms, NAMES, constants)


@pytest.fixture
def session(qtbot: Any) -> Iterator[Session]:
    with quiet_session() as session:
        yield session


@pytest.fixture
def view(session: Session, qtbot: Any) -> AnatomyView:
    view = AnatomyView(session)
    qtbot.addWidget(view)
    view.resize(300, 280)
    view.show()
    qtbot.waitExposed(view)
    return view


def show(session: Session, anatomy: Anatomy | None) -> None:
    session._close_up.found["anatomy"] = anatomy
    session.anatomy_changed.emit(anatomy)


def test_it_says_what_to_do_to_see_a_step(view: AnatomyView, session: Session) -> None:
    assert view.sentence.text() == EMPTY
    assert not view.choice.isVisible()
    show(session, taken_apart())
    assert view.choice.isVisible()
    show(session, None)
    assert view.sentence.text() == EMPTY


def test_it_wants_the_step_only_while_it_is_seen(view: AnatomyView, session: Session) -> None:
    assert session._close_up._wanted["anatomy"] == 1
    view.hide()
    view.hide()
    assert session._close_up._wanted["anatomy"] == 0


def test_the_weight_that_moves_most_is_shown_first(view: AnatomyView, session: Session) -> None:
    show(session, taken_apart())
    assert view.heading.text() == "Step 38"
    assert view.sentence.text() == "SGD at rate 0.1 moves layer 1: bias of neuron 5 from \u22121 to \u22120.7."


def test_every_term_has_symbol_words_number_and_formula_with_figures(view: AnatomyView, session: Session) -> None:
    show(session, taken_apart())
    gradient, step, new = view.terms.rows
    assert (gradient.value.text(), gradient.words.text()) == ("\u22123", "gradient")
    assert gradient.formula.isHidden()
    assert step.formula.text() == "step = \u2212rate\u00b7g"
    assert step.figures.text() == "= \u22120.1\u00b7(\u22123)"
    assert new.symbol.text() == "<b>w<sub>new</sub></b>"
    assert new.figures.text() == "= \u22121 + 0.3"
    assert step.accessibleName() == "step, the step: 0.3"
    assert gradient.bar._part == -1.0


def test_a_rule_without_lines_stands_at_the_step_as_it_is(view: AnatomyView, session: Session) -> None:
    whole = taken_apart()
    rule = "w \u2190 w - rate \u00b7 orthogonal(momentum), layer by layer"
    parts = {name: getattr(whole, name) for name in whole.__slots__}
    show(session, Anatomy(**{**parts, "optimizer": "muon", "formula": (rule, "w_new = w + step")}))
    step = view.terms.rows[1]
    assert step.formula.text() == rule
    assert step.figures.isHidden()


def test_keys_go_through_the_weights_and_round(view: AnatomyView, session: Session, qtbot: Any) -> None:
    show(session, taken_apart())
    view.activateWindow()
    view.choice.list.setFocus()
    qtbot.waitUntil(lambda: view.choice.list.lineEdit().hasFocus())
    seen = []
    for _ in range(4):
        qtbot.keyClick(view.choice.list, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
        seen.append(view.choice.weight)
    assert seen == [0, 1, 2, 0]
    qtbot.mouseClick(view.choice.back, Qt.MouseButton.LeftButton)
    assert view.choice.weight == 2
    assert "neuron 5 \u2192 setosa from 2 to 2" in view.sentence.text()
    show(session, taken_apart(38))
    assert view.choice.weight == 2


def test_a_weight_is_found_by_a_part_of_its_name(view: AnatomyView, session: Session, qtbot: Any) -> None:
    show(session, taken_apart())
    completer = view.choice.list.completer()
    assert isinstance(completer, QCompleter)
    completer.setCompletionPrefix("BIAS")
    assert completer.currentCompletion() == NAMES[1]
    field = view.choice.list.lineEdit()
    field.selectAll()
    qtbot.keyClicks(field, "no such weight")
    completer.popup().hide()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == view.choice.list.itemText(view.choice.list.currentIndex())


def test_other_weights_of_another_landscape_begin_with_the_one_that_moves_most(
    view: AnatomyView, session: Session
) -> None:
    show(session, taken_apart())
    view.choice.list.setCurrentIndex(3)
    view.choice.show_names(("x", "y"))
    assert view.choice.weight is None


def test_colours_are_those_of_the_arrows() -> None:
    theme = load_theme("dark")
    assert colors_of("adam", theme) == {
        "g": theme.downhill,
        "step": theme.step,
        "m": theme.momentum,
        "m_old": theme.momentum,
    }
    assert set(colors_of("muon", theme)) == {"g", "step"}


@pytest.mark.parametrize("name", THEMES)
def test_bars_are_drawn_in_the_themes_colours(view: AnatomyView, session: Session, name: str) -> None:
    theme = load_theme(name)
    view.set_theme(theme)
    show(session, taken_apart())
    image = view.terms.rows[1].bar.grab().toImage()
    pixels = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert theme.step in pixels


def test_numbers_that_are_none_are_dashes(view: AnatomyView, session: Session) -> None:
    whole = taken_apart()
    gap = Term("velocity", "memory", np.array([np.nan, np.nan, np.nan], np.float32))
    show(session, Anatomy(**{**{n: getattr(whole, n) for n in whole.__slots__}, "terms": (*whole.terms, gap)}))
    assert view.terms.rows[3].value.text() == "\u2013"
    view.grab()
