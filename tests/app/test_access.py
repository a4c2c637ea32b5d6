"""The real window for those who do not see it, and for those who have no mouse."""

import re
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QSlider, QTreeWidgetItem, QWidget
from support.histories import run_with

from gdviz.app.start import Program
from gdviz.core.diagnosis import diagnose
from gdviz.core.experiment import Experiment
from gdviz.core.stability import Limit
from gdviz.core.stability_line import StabilityLine
from gdviz.views.chart import Chart
from gdviz.views.dialogs import VIEW_KEYS, KeysDialog
from gdviz.views.evidence_row import EvidenceRow
from gdviz.views.main_window import MainWindow
from gdviz.views.theme import load_theme

LOSS = [1.0 * 0.9**epoch for epoch in range(40)]
VAL_LOSS = [1.0 - 0.05 * min(epoch, 12) + 0.04 * max(0, epoch - 12) for epoch in range(40)]


@pytest.fixture
def window(program: Program) -> MainWindow:
    """A window whose run has gone wrong, with all settings unfolded."""
    session, window = program.session, program.window
    window.panel.more.setChecked(True)
    session._training._trajectory = run_with(LOSS, VAL_LOSS, LOSS)
    session._examiner.diagnosis = diagnose({"loss": LOSS, "val_loss": VAL_LOSS})
    session.diagnosis_changed.emit(session.diagnosis)
    session.trajectory_changed.emit(session.trajectory)
    session.report("Something was refused.")
    return window


def reached_by_tab(window: MainWindow) -> Iterator[QWidget]:
    """Everything that the Tab key comes to in one round, beginning with the settings."""
    (first,) = window.panel.findChildren(QScrollArea)
    widget: QWidget = first
    while True:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window) and widget.isEnabled():
            yield widget
        widget = widget.nextInFocusChain()
        if widget is first:
            return


def heard(widget: QWidget, what: QAccessible.Text = QAccessible.Text.Name) -> str:
    """What a screen reader gets of a widget."""
    return str(QAccessible.queryAccessibleInterface(widget).text(what))


def all_within(interface: Any) -> Iterator[Any]:
    """Everything below an accessible thing."""
    for number in range(interface.childCount()):
        if (child := interface.child(number)) is not None:
            yield child
            yield from all_within(child)


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    assert [each for each in reached_by_tab(window) if not heard(each).strip()] == []


def test_everything_that_is_seen_of_a_control_is_in_the_tree_with_its_name(window: MainWindow) -> None:
    roles = QAccessible.Role
    found = {(each.role(), each.text(QAccessible.Text.Name)) for each in all_within(tree(window))}
    for role, name in (
        (roles.Button, "Train"),
        (roles.Slider, "Learning rate: 0.01"),
        (roles.EditableText, "Learning rate"),
        (roles.CheckBox, "Standardise inputs"),
    ):
        assert (role, name) in found
    assert {"Loss curves", "Diagnosis", "Experiment", "Run", "Picture of the landscape"} <= {name for _, name in found}


def test_a_lists_name_is_heard_beside_what_is_chosen_in_it(window: MainWindow) -> None:
    """On Linux a list's own name is its choice; a label, seen or not, is found by relation there."""
    window.show()
    window.details.setCurrentWidget(window.anatomy)
    boxes = [each for each in window.findChildren(QComboBox) if each.isVisible()]
    assert {"Landscape", "Scale of the loss", "Playing speed"} <= {box.accessibleName() for box in boxes}
    for box in boxes:
        interface = QAccessible.queryAccessibleInterface(box)
        labels = [one.text(QAccessible.Text.Name) for one, _ in interface.relations(QAccessible.RelationFlag.Label)]
        assert box.accessibleName() in (heard(box), *labels)
        assert interface.text(QAccessible.Text.Value) == box.currentText()


def test_a_screen_reader_goes_through_the_window_as_it_is_read(window: MainWindow) -> None:
    names = [each.text(QAccessible.Text.Name) for each in all_within(tree(window))]
    regions = ["Experiment", "Run", "Picture of the landscape", "Loss curves", "Details"]
    assert sorted(regions, key=names.index) == regions


def test_no_sign_goes_without_a_word(window: MainWindow) -> None:
    """A picture alone is as good as none to a screen reader, and colour as good as none to many."""
    graphics = [each for each in all_within(tree(window)) if each.role() == QAccessible.Role.Graphic]
    assert graphics
    assert all(each.text(QAccessible.Text.Name).strip() for each in graphics)


def test_a_zone_of_the_rate_is_said_as_a_key_moves_into_it(
    window: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("gdviz.views.stability_zones.announce", lambda widget, sentence: said.append(sentence))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    slider = window.panel.sliders["learning_rate"].slider
    slider.setFocus()
    window.panel.stability.show_line(StabilityLine(0, Limit(0.01)))
    said.clear()
    QTest.keyClick(slider, Qt.Key.Key_Home)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert len(said) == 2
    assert said[0].endswith("stable.")
    assert said[1].endswith("it overshoots more each time.")


def tree(window: MainWindow) -> Any:
    return QAccessible.queryAccessibleInterface(window)


def test_sliders_and_curves_have_values_in_words(window: MainWindow) -> None:
    window.session.set_experiment(Experiment(learning_rate=0.25))
    for widget in reached_by_tab(window):
        if isinstance(widget, QSlider | Chart | EvidenceRow):
            assert heard(widget, QAccessible.Text.Description).strip(), widget
    rate, steps = window.panel.sliders["learning_rate"].slider, window.timeline.slider
    assert heard(rate) == "Learning rate: 0.25"
    # The number of a step is what Qt itself tells; that of a rate's notch would mean nothing.
    assert heard(steps, QAccessible.Text.Value) == str(steps.value())
    assert "Epoch 40. Loss: training 0.0164, validation 1.48." in heard(
        window.losses.chart, QAccessible.Text.Description
    )
    assert heard(window.transport.speed) == "Speed: 150 steps a second"


def test_tab_goes_through_the_window_as_it_is_read(window: MainWindow) -> None:
    order = list(reached_by_tab(window))
    regions = (window.panel, window.transport, window.pictures, window.losses, window.doctor)
    at = [[number for number, each in enumerate(order) if region.isAncestorOf(each)] for region in regions]
    assert all(at)
    assert all(max(one) < min(other) for one, other in pairwise(at))
    doctor = [each for each in order if window.doctor.isAncestorOf(each)]
    assert doctor[1 : 1 + len(window.doctor.rows)] == window.doctor.rows
    assert doctor[-2:] == [window.doctor.score, window.doctor.follow]


def test_an_optimisers_own_settings_are_reached_where_they_stand(window: MainWindow) -> None:
    window.session.set_experiment(Experiment(optimizer="rmsprop"))
    order = list(reached_by_tab(window))
    own = window.panel.groups["optimizer_parameters"]
    places = [number for number, each in enumerate(order) if own.isAncestorOf(each)]
    assert places
    assert max(places) < order.index(window.panel.more)
    assert min(places) > order.index(window.panel.texts["seed"])


def test_every_control_says_what_it_is_for(window: MainWindow) -> None:
    """In a tooltip, or in its own words where it has some."""
    for widget in reached_by_tab(window):
        told = widget.toolTip() or widget.parentWidget().toolTip() or widget.accessibleDescription()
        # A picture's name says its keys, after a colon.
        assert told or ": " in heard(widget), heard(widget)


@pytest.mark.parametrize("name", ["map", "curve"])
def test_the_picture_is_framed_while_the_keys_go_to_it(program: Program, window: MainWindow, name: str) -> None:
    program.choose_theme("light")
    pane = window.pictures._pane
    colors = []
    for focused in (window.transport.train, window.pictures.view(name)):
        program._application.focusChanged.emit(None, focused)
        colors.append(pane.grab().toImage().pixelColor(pane.width() // 2, 0).name())
    assert colors == [load_theme("light").panel, load_theme("light").accent]


def test_the_state_is_said_aloud_when_it_changes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("gdviz.views.status_line.announce", lambda widget, sentence: said.append(sentence))
    for state in ("running", "running", "finished"):
        window.session.state_changed.emit(state)
    assert said == ["Training", "Finished"]


def test_one_key_tells_the_run_in_words_which_can_be_copied(
    program: Program, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("gdviz.views.dialogs.announce", lambda widget, sentence: said.append(sentence))
    (action,) = [each for each in window.findChildren(QAction) if each.shortcut().toString() == "F2"]
    action.trigger()
    text = window.words.text.toPlainText()
    assert text == said[0]
    assert "a network with 16 hidden neurons, learning Iris flowers" in text
    assert "Diagnosis: Overfitting" in text
    assert "What could be done: Stop after epoch" in text
    window.words.copy.click()
    assert program._application.clipboard().text() == text
    window.words.close()


def test_help_lists_every_key_of_the_menus_and_of_the_views(window: MainWindow) -> None:
    window.show_keys()
    (dialog,) = window.findChildren(KeysDialog)
    rows: list[tuple[str, str]] = []
    for number in range(dialog.tree.topLevelItemCount()):
        group: QTreeWidgetItem = dialog.tree.topLevelItem(number)
        rows += [(group.child(row).text(0), group.child(row).text(1)) for row in range(group.childCount())]
    menus = [action.menu() for action in window.menuBar().actions()]
    keys = [each.shortcut().toString() for menu in menus for each in menu.actions() if not each.shortcut().isEmpty()]
    assert {"F1", "F2", "F9", "F11", "Ctrl+Return"} <= set(keys)
    assert len(rows) == len(keys) + sum(map(len, VIEW_KEYS.values()))
    assert ("Train", "Ctrl+Return") in rows
    assert all(what and key for what, key in rows)
    dialog.close()


def test_no_key_is_given_twice(window: MainWindow) -> None:
    keys = [each.shortcut().toString() for each in window.findChildren(QAction)]
    keys = [key for key in keys if key]
    assert len(keys) == len(set(keys))


def pressed_through(key: Qt.Key) -> list[QWidget]:
    """Everything that has the focus, one after the other, as a key is pressed again and again."""
    found: list[QWidget] = []
    while (focused := QApplication.focusWidget()) not in found:
        assert focused is not None
        found.append(focused)
        QTest.keyClick(focused, key)
    return found


def test_the_tab_key_comes_to_everything_in_both_directions(window: MainWindow, qtbot: Any) -> None:
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    for tab, key in product(range(window.details.count()), (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)):
        window.details.setCurrentIndex(tab)
        expected = {each for each in reached_by_tab(window) if each.focusProxy() is None}
        window.transport.train.setFocus()
        missed = expected - set(pressed_through(key))
        # Of buttons that exclude each other, the one that is pressed stands for all; arrow keys go on from there.
        assert {heard(each) for each in missed} <= {"Surface", "Map", "Both"}


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_menu_has_a_letter_twice(program: Program, language: str) -> None:
    program.learning.set_language(language)
    bar = program.window.menuBar()
    for menu in (bar, *(action.menu() for action in bar.actions())):
        letters = [letter.lower() for action in menu.actions() for letter in re.findall("&(.)", action.text())]
        assert len(letters) == len(set(letters)), letters
