"""The real window, used as people use it. Runs on a screen, and once more without one (see test_offscreen)."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QSlider
from support.waiting import PATIENCE, until_state, until_steps, until_surface

from gdviz.app.start import Program, make_application
from gdviz.core.experiment import Experiment
from gdviz.views.main_window import MainWindow
from gdviz.views.opengl import opengl_problem


@pytest.fixture
def program(qtbot: Any) -> Iterator[Program]:
    """The whole program with its window on the screen, ready to train iris."""
    program = Program(make_application(), Experiment())
    program.session.set_pace(0)
    program.window.show()
    qtbot.waitExposed(program.window)
    until_state(qtbot, program.session, "ready")
    until_surface(qtbot, program.session)
    yield program
    program.window.close()
    program.deleteLater()


@pytest.fixture
def window(program: Program) -> MainWindow:
    return program.window


def press(qtbot: Any, button: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drag(qtbot: Any, slider: QSlider, notch: int) -> None:
    """Drags a slider's handle with the mouse to where ``notch`` is."""

    def spot(at: int) -> QPoint:
        reach = slider.width() - 16
        return QPoint(8 + round(reach * at / slider.maximum()), slider.height() // 2)

    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=spot(slider.value()))
    qtbot.mouseMove(slider, spot(notch))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=spot(notch))


@pytest.mark.slow
def test_train_then_break_it_then_mend_it(window: MainWindow, qtbot: Any) -> None:
    session = window.session
    assert window.doctor.title.text() == "No diagnosis yet"
    press(qtbot, window.transport.train)
    until_steps(qtbot, session, 100)
    until_state(qtbot, session, "finished")
    assert session.trajectory.count == 900
    assert window.doctor.title.text() in ("Converged", "Still improving")
    assert "Epoch 60 of 60" in window.transport.progress.text()
    qtbot.waitUntil(lambda: len(window.losses.chart.panels[0].strokes[-1].x) == 60)

    drag(qtbot, window.panel.sliders["learning_rate"].slider, 833)
    assert session.experiment.learning_rate == pytest.approx(1.0, rel=0.15)
    press(qtbot, window.transport.train)
    until_state(qtbot, session, "running", "preparing")
    until_state(qtbot, session, "finished")
    assert window.doctor.title.text() in ("Learning rate too high", "Diverging")

    assert window.doctor.follow.isVisible()
    press(qtbot, window.doctor.follow)
    assert session.experiment.learning_rate < 0.5
    until_state(qtbot, session, "ready")
    assert session.trajectory.count == 0


@pytest.mark.slow
def test_a_doubt_about_the_rate_is_settled_by_trying_others(window: MainWindow, qtbot: Any) -> None:
    session, doctor = window.session, window.doctor
    session.set_experiment(Experiment(data="wine", learning_rate=0.0003, epochs=30))
    until_state(qtbot, session, "ready")
    press(qtbot, window.transport.train)
    until_state(qtbot, session, "finished")
    assert doctor.test.text() == "Try other rates"
    before = session.diagnosis
    press(qtbot, doctor.test)
    assert doctor.test.text() == "Stop trying"
    qtbot.waitUntil(lambda: doctor.test.text() != "Stop trying", timeout=PATIENCE)
    assert "Tried from the same start" in doctor.sentence.text()
    assert session.diagnosis.verdict == "lr_too_low"
    assert session.diagnosis.confidence > before.confidence
    assert session.diagnosis.test != "range_test"


@pytest.mark.slow
def test_the_path_grows_on_the_surface_as_it_trains(window: MainWindow, qtbot: Any) -> None:
    session = window.session
    session.set_pace(500)
    press(qtbot, window.transport.train)
    until_steps(qtbot, session, 150)
    qtbot.waitUntil(lambda: session.surface is not None and session.surface.plane.kind == "pca", timeout=PATIENCE)
    assert session.state == "running"
    press(qtbot, window.transport.pause)
    assert session.state == "paused"
    held = session.trajectory.count
    press(qtbot, window.transport.step)
    until_steps(qtbot, session, held + 1)
    press(qtbot, window.transport.reset)
    until_state(qtbot, session, "ready")
    assert session.trajectory.count == 0


@pytest.mark.slow
def test_train_pressed_twice_trains_once(window: MainWindow, qtbot: Any) -> None:
    press(qtbot, window.transport.train)
    press(qtbot, window.transport.train)
    until_state(qtbot, window.session, "finished")
    assert window.session.trajectory.count == 900


@pytest.mark.slow
def test_closing_in_mid_run_ends_everything(window: MainWindow, qtbot: Any) -> None:
    window.session.set_experiment(Experiment(epochs=100_000))
    until_state(qtbot, window.session, "ready")
    press(qtbot, window.transport.train)
    until_steps(qtbot, window.session, 500)
    window.close()
    assert window.session._training._thread is None or window.session._training._thread.isFinished()
    assert window.session._survey._thread.isFinished()
    assert not window.isVisible()


@pytest.mark.slow
def test_one_weight_shows_the_curve_and_typing_a_rate_works(window: MainWindow, qtbot: Any) -> None:
    box = window.panel.choices["landscape"]
    box.setCurrentIndex(box.findData("one_weight"))
    box.activated.emit(box.currentIndex())
    until_state(qtbot, window.session, "ready")
    until_surface(qtbot, window.session)
    assert window.pictures.shown == "curve"
    assert not window.panel.rows["data"].isVisible()
    rate = window.panel.sliders["learning_rate"].box
    rate.selectAll()
    qtbot.keyClicks(rate, "0.44")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert window.session.experiment.learning_rate == 0.44


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["0", "-1", "nan", "fast", "1e9", ""])
def test_a_rate_that_cannot_be_is_answered_and_taken_back(window: MainWindow, qtbot: Any, typed: str) -> None:
    rate = window.panel.sliders["learning_rate"].box
    rate.selectAll()
    qtbot.keyClick(rate, Qt.Key.Key_Delete)
    qtbot.keyClicks(rate, typed)
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert rate.text() == "0.01"
    assert window.session.experiment.learning_rate == 0.01
    assert window.notice.isVisible()
    assert "Learning rate was" in window.notice.label.text()
    assert "Expected a number" in window.notice.label.text()


@pytest.mark.slow
def test_the_picture_is_the_surface_or_says_why_not(window: MainWindow) -> None:
    if opengl_problem():
        assert window.pictures.shown == "map"
        assert opengl_problem() in window.notice.label.text()
        assert not window.pictures._buttons["surface"].isEnabled()
    else:
        assert window.pictures.shown == "surface"
        assert not window.notice.isVisible()
        window.pictures.prefer("map")
        assert window.pictures.shown == "map"


@pytest.mark.slow
def test_opengl_lost_in_mid_run_brings_the_map(window: MainWindow, qtbot: Any) -> None:
    surface = window.pictures.view("surface")
    if surface is None:
        pytest.skip("no OpenGL here to lose")
    press(qtbot, window.transport.train)
    surface.failed.emit("the graphics driver went away")
    assert window.pictures.shown == "map"
    assert "graphics driver" in window.notice.label.text()
    until_state(qtbot, window.session, "finished")


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_theme_colours_the_panels(program: Program, theme: str) -> None:
    program.choose_theme(theme)
    QApplication.processEvents()
    from gdviz.views.theme import load_theme

    picture = program.window.panel.grab().toImage()
    assert picture.pixelColor(6, picture.height() // 2).name() == load_theme(theme).panel
    assert program.settings.theme() == theme


@pytest.mark.slow
def test_all_fits_at_the_smallest_size(window: MainWindow) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (1024, 700)
    for part in (window.panel, window.pictures, window.losses, window.doctor, window.transport):
        assert window.rect().contains(part.mapTo(window, part.rect().bottomRight()))


@pytest.mark.slow
def test_settings_are_there_the_next_time(program: Program, qtbot: Any) -> None:
    window = program.window
    window.resize(1111, 777)
    program.choose_theme("contrast")
    program.session.set_experiment(Experiment("rosenbrock", learning_rate=0.05))
    program.session.set_pace(5)
    window.close()
    again = Program(make_application())
    assert again.session.experiment == program.session.experiment
    assert again.session.pace == 5
    assert again.settings.theme() == "contrast"
    if again.window.screen().availableSize().width() > 1111:
        assert again.window.size() == window.size()
    again.window.close()
    again.deleteLater()


@pytest.mark.slow
def test_step_and_answers_are_a_tab_away_and_the_verdict_shows_on_the_doctors(window: MainWindow, qtbot: Any) -> None:
    session, tabs = window.session, window.details
    window.resize(1024, 700)
    session.set_experiment(Experiment(epochs=6))
    until_state(qtbot, session, "ready")
    press(qtbot, window.transport.train)
    until_state(qtbot, session, "finished")
    for page, heading in ((window.anatomy, "Step 91"), (window.answers, "Answers after step 90")):
        tabs.setCurrentWidget(page)
        view = window.answers.view if page is window.answers else page
        qtbot.waitUntil(lambda view=view, heading=heading: view.heading.text() == heading, timeout=PATIENCE)
        assert window.rect().contains(view.mapTo(window, view.rect().bottomRight()))
        assert view.minimumSizeHint().width() <= view.width()
    doctor = tabs.indexOf(window.doctor)
    assert session.diagnosis is not None
    assert tabs.tabToolTip(doctor) == window.doctor.title.text()
    assert not tabs.tabIcon(doctor).isNull()
    qtbot.waitUntil(lambda: "\u00d7 the limit" in window.panel.stability.sentence.text(), timeout=PATIENCE)
