"""The program tries itself: window, training, drawing, quitting, with what that cost.

A technician runs it after an installation, packaging runs it on every platform, and ``dev.py bench`` reads its figures.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QElapsedTimer,
    QEventLoop,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)

from gdviz.app.settings import Settings
from gdviz.app.start import Program, make_application
from gdviz.core.experiment import Experiment
from gdviz.errors import UserError
from gdviz.views.opengl import opengl_problem, renderer_name
from gdviz.views.theme import THEMES as ALL_THEMES

PATIENCE = 120.0
"""Seconds after which something that has not happened is a failure; a slow disk may need a minute for TensorFlow."""

IRIS = Experiment()
TOO_HIGH = Experiment(optimizer="sgd", learning_rate=3.0)
MOONS = Experiment(data="moons", units=(16, 16), epochs=30)


@dataclass(frozen=True, slots=True)
class Shot:
    """What is to be seen on a picture.

    Attributes:
        experiment: What is trained for it.
        view: Which picture of the landscape.
        tab: Which tab of the details: the name that the window has for its view.
        step: The step that the timeline shows; None for the newest.
        size: Width and height of the window.
        projector: Whether everything is larger.
        words: Whether it is of the run in words.
        opengl: Whether there is OpenGL; where there is not, it is never used again.
        themes: In which colours.
    """

    experiment: Experiment = IRIS
    view: str = "surface"
    tab: str = "doctor"
    step: int | None = None
    size: tuple[int, int] = (1280, 720)
    projector: bool = False
    words: bool = False
    opengl: bool = True
    themes: tuple[str, ...] = ALL_THEMES


SHOTS = {
    "surface": Shot(),
    "map": Shot(view="map"),
    "step": Shot(view="both", tab="anatomy", step=120, size=(1600, 900), themes=("dark",)),
    "answers": Shot(MOONS, tab="answers", themes=("light",)),
    "projector": Shot(size=(1280, 800), projector=True, themes=("light",)),
    "words": Shot(words=True, themes=("contrast",)),
    "small": Shot(TOO_HIGH, size=(1024, 700), themes=("dark",)),
    "curve": Shot(Experiment("one_weight", optimizer="sgd", learning_rate=0.4, epochs=20)),
    "without-opengl": Shot(opengl=False, themes=("light",)),
}
"""Each picture by its name, in the order in which they are taken."""


class SelfTestFailed(Exception):
    """Something did not happen; the text says what."""


def selftest(screenshots: Path | None = None) -> dict[str, Any]:
    """Opens the window, trains, draws, writes pictures and films to throw away, and closes it.

    Args:
        screenshots: Folder for a picture of every view in every theme; made if it is not there.

    Returns:
        What was measured: seconds, milliseconds, frames a second and mebibytes as their names say.

    Raises:
        UserError: If ``screenshots`` cannot be a folder.
        SelfTestFailed: If something did not happen in time.
    """
    if screenshots is not None:
        _make_folder(screenshots)
    _choose_screen()
    application = make_application()
    with _own_home() as home, _told_faults() as faults:
        program = Program(application, Experiment(), Settings(home))
        program.session.crashed.connect(faults.append)
        try:
            measured = _measured(program)
            _take_away(program, home)
            if screenshots is not None:
                _photograph(program, screenshots)
        except SelfTestFailed as failure:
            raise (faults or [failure])[0] from None
        finally:
            program.window.close()
    if faults:
        raise faults[0]
    return measured


@contextmanager
def _own_home() -> Iterator[Path]:
    """A home for this time alone: what the user has chosen, or left behind, is not to be tried, nor touched."""
    before = os.environ.get("GDVIZ_HOME")
    with tempfile.TemporaryDirectory() as home:
        os.environ["GDVIZ_HOME"] = home
        try:
            yield Path(home)
        finally:
            os.environ.pop("GDVIZ_HOME")
            if before is not None:
                os.environ["GDVIZ_HOME"] = before


@contextmanager
def _told_faults() -> Iterator[list[BaseException]]:
    """Gathers the exceptions that nobody catches, and leaves out what Qt has to say about drawing into memory."""
    faults: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda kind, error, trace: faults.append(error)
    qInstallMessageHandler(_on_message)
    try:
        yield faults
    finally:
        sys.excepthook = before
        qInstallMessageHandler(None)


def _on_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if not message.startswith("This plugin does not support"):
        print(message, file=sys.stderr)  # noqa: T201 (where Qt would have put it)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"The folder {folder} cannot be made: {error.strerror}", "a folder for the pictures") from error


def _choose_screen() -> None:
    """Without a screen, draws into memory."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not named:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _measured(program: Program) -> dict[str, Any]:
    """Goes through a first lesson with a stop-watch."""
    session, window = program.session, program.window
    painted: list[float] = []
    window.painted.connect(lambda: painted.append(process_age()))
    window.show()
    _wait(lambda: bool(painted), "the window was not painted")
    _wait(lambda: session.state != "loading", "TensorFlow did not load")
    engine_ready = process_age()
    if session.state == "failed":
        raise SelfTestFailed(f"TensorFlow could not be loaded. {window.notice.label.text()}")
    _wait(lambda: session.state == "ready", "the network was not compiled")
    _wait(lambda: session.surface is not None, "no surface came")
    first_step = _first_step(program)
    _wait(lambda: session.state == "finished", "training did not end")
    gap = _gap_while_training(program)
    frames = _orbit(program) if window.surface is not None else None
    return {
        "window_s": round(painted[0], 3),
        "engine_ready_s": round(engine_ready, 3),
        "first_step_s": round(first_step, 3),
        "gap_p99_ms": round(gap, 1),
        "orbit_fps": frames and round(frames, 1),
        "surface_ms": round(_surface_time(program), 1),
        "renderer": renderer_name() if not opengl_problem() else "none: " + opengl_problem(),
        "peak_rss_mb": _peak_memory(),
    }


def _first_step(program: Program) -> float:
    """Seconds from a click on Train to the first step on the screen."""
    session = program.session
    session.set_pace(0)
    clock = QElapsedTimer()
    clock.start()
    program.window.transport.train.click()
    _wait(lambda: session.trajectory is not None and session.trajectory.count > 0, "the first step did not come")
    program.window.repaint()
    return clock.nsecsElapsed() / 1e9


def _gap_while_training(program: Program) -> float:
    """99th percentile of the time between two turns of the event loop while training flat out, in milliseconds."""
    session = program.session
    session.set_experiment(Experiment(epochs=5000))
    session.set_pace(0)
    session.start()
    _wait(lambda: session.state == "running", "training did not begin again")
    turns: list[int] = []
    clock = QElapsedTimer()
    clock.start()
    ticker = QTimer()
    ticker.timeout.connect(lambda: turns.append(clock.nsecsElapsed()))
    ticker.start(1)
    _wait(lambda: clock.elapsed() > 3000 or session.state != "running", "")
    ticker.stop()
    return float(np.percentile(np.diff(turns), 99)) / 1e6


def _orbit(program: Program) -> float:
    """Frames a second while the surface turns and training goes on."""
    view = program.window.surface
    assert view is not None
    program.session.start()
    frames = view.canvas.frames
    turn = QTimer(interval=5)
    turn.timeout.connect(lambda: view.look(view.camera.orbited(0.5, 0.0)))
    turn.start()
    before, clock = frames.count, QElapsedTimer()
    clock.start()
    _wait(lambda: clock.elapsed() > 3000, "")
    turn.stop()
    program.session.pause()
    return (frames.count - before) / (clock.elapsed() / 1000)


def _surface_time(program: Program) -> float:
    """Milliseconds for a coarse and a fine surface of the network, compiled."""
    from gdviz.engine.surface import surfaces

    trajectory = program.session.trajectory
    assert trajectory is not None
    _, weights, losses = trajectory.thinned(300)
    times = []
    for _ in range(3):
        begun = time.perf_counter()
        for _ in surfaces(Experiment(), weights, losses):
            pass
        times.append(time.perf_counter() - begun)
    return 1000 * min(times)


def _take_away(program: Program, folder: Path) -> None:
    """Writes the run in every form of picture and film that there is, small and short."""
    from gdviz.engine.film import film
    from gdviz.engine.pictures import picture
    from gdviz.views.export_dialog import look_of
    from gdviz.worker.exporting import subject_of

    subject, look = subject_of(program.session, ""), look_of(ALL_THEMES[0])
    for form in ("png", "svg", "pdf"):
        picture(subject, look, "surface", (320, 180), form)
    for form in ("mp4", "gif"):
        for _ in film(folder / f"film.{form}", subject, look, size=(320, 180), seconds=0.2):
            pass


def _photograph(program: Program, folder: Path) -> None:
    """A picture of each shot in each of its themes."""
    for name, shot in SHOTS.items():
        _set_up(program, name, shot)
        for theme in shot.themes:
            program.choose_theme(theme)
            _wait_ms(400)
            if program.window.surface is not None:
                program.window.surface.canvas.finish()
            seen = program.window.words if shot.words else program.window
            seen.grab().save(str(folder / f"{theme}-{name}.png"))
    program.window.words.close()


def _set_up(program: Program, name: str, shot: Shot) -> None:
    """Trains what is to be seen, unless that was trained for the picture before, and shows it."""
    session, window = program.session, program.window
    if session.experiment != shot.experiment or session.state != "finished":
        session.set_experiment(shot.experiment)
        session.reset()
        session.start()
        _wait(lambda: session.state == "finished", f"training for the picture {name} did not end")
    _wait(lambda: session.idle, "no surface came")
    window.resize(*shot.size)
    program.choose_projector(shot.projector)
    window.pictures.prefer(shot.view)
    session.show_step(shot.step)
    window.details.setCurrentWidget(getattr(window, shot.tab))
    _wait(lambda: _is_known(program, shot.tab), f"nothing came to the tab {shot.tab}")
    if shot.words:
        window.tell_run()
    if not shot.opengl and window.surface is not None:
        window.surface.failed.emit("This picture shows how it looks without OpenGL.")


def _is_known(program: Program, tab: str) -> bool:
    """Whether what a tab shows has been worked out, which begins once somebody looks."""
    session = program.session
    return {"anatomy": session.anatomy, "answers": session.boundary}.get(tab, tab) is not None


def _wait(happened: Callable[[], bool], complaint: str) -> None:
    """Runs the event loop until something has happened.

    Raises:
        SelfTestFailed: With ``complaint`` if it takes longer than `PATIENCE`.
    """
    clock = QElapsedTimer()
    clock.start()
    while not happened():
        if clock.elapsed() > 1000 * PATIENCE:
            raise SelfTestFailed(complaint)
        _wait_ms(2)


def _wait_ms(milliseconds: int) -> None:
    """Runs the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def process_age() -> float:
    """Seconds since this process began; where the system does not tell, since the program's first line."""
    try:
        began = float(Path("/proc/self/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[19])
        return time.clock_gettime(time.CLOCK_BOOTTIME) - began / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError, IndexError, ValueError):
        return time.perf_counter() - _IMPORTED


_IMPORTED = time.perf_counter()


def _peak_memory() -> float | None:
    """The most memory that this process ever held, in mebibytes, where the system tells."""
    try:
        import resource
    except ImportError:
        return None
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit, 1)
