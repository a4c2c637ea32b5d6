"""What the program itself says in other languages: nothing is missing, and the window says it at once."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QListWidget,
    QMainWindow,
    QMenu,
    QMenuBar,
    QTabWidget,
    QTreeWidget,
    QWidget,
)
from support.waiting import until_state, until_steps

from gdviz.app.start import Program
from gdviz.core.experiment import Experiment
from gdviz.core.stability import Curvature, largest_rate
from gdviz.paths import resource

FILES = sorted(resource("translations").glob("*.ts"))

ENGLISH = re.compile(r"\b(the|and|of|with|is|it|you|to|steps?|Steps?|loss|rate|weights?)\b")
"""Words that no German sentence has."""

TAG = re.compile(r"<[^>]*>")
"""What is not read out: a link's target, for example, is the same in every language."""

ASIDE = re.compile(r"step = |= w \+ step|step, |<b>|loss\(|history|model\.save|\.keras|Keras")
"""What is no German sentence: code, and the signs of formulas."""


def messages(file: Any) -> Iterator[tuple[str, str, str]]:
    """Context, source and translation of each message."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            name, source = context.findtext("name", ""), message.findtext("source", "")
            yield name, source, message.findtext("translation", "")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_word_is_translated_and_shipped(file: Any, qapp: Any) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    for name, source, told in messages(file):
        assert told, f"{name}: {source!r} is not translated"
        assert translator.translate(name, source) == told
        blanks = source.count("{}")
        assert told.format(*range(blanks or 2)) or not source, f"{told!r} asks for more than {source!r} gives"
        assert told.count("{") == source.count("{"), f"{told!r} leaves out what {source!r} gives"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
@pytest.mark.parametrize(
    ("optimizer", "curvature"),
    [
        ("sgd", Curvature(-1.0, 0.0, np.zeros(1), 1, True)),
        ("sgd", Curvature(np.inf, 0.0, np.zeros(1), 1, True)),
        ("sgd", Curvature(1.0, 0.0, np.zeros(1), 1, True, preconditioned=True)),
        ("none of Keras's", Curvature(1.0, 0.0, np.zeros(1), 1, True)),
    ],
)
def test_every_reason_for_no_stable_rate_is_translated(file: Any, optimizer: str, curvature: Curvature) -> None:
    reason = largest_rate(optimizer, {}, curvature).reason
    assert reason in {source for _, source, _ in messages(file)}


def test_there_is_german() -> None:
    assert [file.stem for file in FILES] == ["gdviz_de"]


def texts(window: QWidget) -> set[str]:
    """Everything that can be read in a window, or is read out."""
    found: set[str] = set()
    for part in (window, *window.findChildren(QWidget)):
        found |= {part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle()}
        if isinstance(part, QLabel | QAbstractButton):
            found.add(part.text())
        if isinstance(part, QComboBox):
            found |= {part.itemText(at) for at in range(part.count())}
        if isinstance(part, QTabWidget):
            found |= {part.tabText(at) for at in range(part.count())} | {
                part.tabToolTip(at) for at in range(part.count())
            }
        if isinstance(part, QListWidget):
            found |= {part.item(at).text() for at in range(part.count())}
        if isinstance(part, QTreeWidget):
            found |= {part.headerItem().text(at) for at in range(part.columnCount())}
    return found | in_menus(window.menuBar()) if isinstance(window, QMainWindow) else found


def in_menus(menu: QMenuBar | QMenu) -> set[str]:
    """The texts of a menu and of those that open from it."""
    below = [action.menu() for action in menu.actions()]
    return {action.text() for action in menu.actions()}.union(*(in_menus(m) for m in below if isinstance(m, QMenu)))


def english(window: QWidget) -> set[str]:
    """What of it was not translated."""
    sources = {source for _, source, told in messages(FILES[0]) if told != source}
    sources -= {told for _, _, told in messages(FILES[0])}
    shown = {text: TAG.sub("", text) for text in texts(window)}
    return {
        text for text, said in shown.items() if text in sources or (ENGLISH.search(said) and not ASIDE.search(text))
    }


@pytest.fixture
def running(make_program: Callable[[], Program], qtbot: Any) -> Program:
    """A program whose run goes on and on, slowly."""
    program = make_program()
    program.session.set_experiment(Experiment(landscape="square", optimizer="sgd", learning_rate=0.01, epochs=100_000))
    program.session.set_pace(100.0)
    program.window.show()
    qtbot.waitExposed(program.window)
    program.session.start()
    until_state(qtbot, program.session, "running")
    return program


def test_the_window_changes_its_language_while_a_run_goes_on(running: Program, qtbot: Any) -> None:
    window, session, learning = running.window, running.session, running.learning
    until_steps(qtbot, session, 20)
    path, before = session.trajectory, window.transport.train.text()
    assert path is not None
    window.check_theme("contrast")
    window.details.setCurrentWidget(window.race)
    learning.set_language("de")
    assert (session.state, session.trajectory) == ("running", path)
    assert window.transport.train.text() == "Trainiert"
    assert window.details.currentWidget() is window.race
    assert window._menus.theme_actions["contrast"].isChecked()
    until_steps(qtbot, session, path.count + 20)
    window.laboratory.open(type(window.laboratory.pages[0]))
    window.show_keys()
    learning.open_course()
    assert sorted(english(window)) == []
    learning.set_language("en")
    assert session.trajectory is path
    assert window.transport.train.text() == before == "Training"
    until_steps(qtbot, session, path.count + 20)


def test_it_begins_in_the_language_of_the_last_time(make_program: Callable[[], Program]) -> None:
    first = make_program()
    first.learning.set_language("de")
    first.window.close()
    assert QCoreApplication.translate("gdviz", "Learning rate") == "Learning rate"
    again = make_program()
    assert again.window.transport.train.text() == "Trainieren"
    assert again.window.doctor.title.text() == "Noch keine Diagnose"


def test_a_sentence_with_numbers_is_said_in_the_language_of_the_window(program: Program) -> None:
    program.learning.set_language("de")
    program.session.set_experiment(Experiment(learning_rate=1000.0))
    said = program.window.notice.label.text()
    assert said == "Lernrate war 1000.0. Erwartet: eine Zahl von 0.0000001 bis 100."
