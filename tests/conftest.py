"""What holds for every test: its own home, a screen of its own, quick tests first, and nothing left behind.

A test that passes but leaves a thread running, a timer ticking or a window open is failed by name, because it is the
tests after it that would crash. What a module-wide or session-wide fixture set up before the test is not the test's.
"""

import gc
import os
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from gdviz.engine import runtime

# Before anything imports TensorFlow or Qt: no chatter, the software renderer, and the screen that pytest-xvfb makes.
os.environ.update(TF_CPP_MIN_LOG_LEVEL="2", LIBGL_ALWAYS_SOFTWARE="1")
for variable in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(variable, None)

TESTS = Path(__file__).resolve().parent
PASSED = pytest.StashKey[bool]()
# Threads that would not end, kept from being collected.
RUNAWAYS: list[Any] = []
# Packages that keep threads of their own; they end with the process.
THREADS_OF_OTHERS = ("tensorflow", "keras", "joblib", "pyvirtualdisplay")


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    """Without Xvfb and without a display, Qt draws into memory; what needs OpenGL then fails, the rest runs."""
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_report_header() -> str:
    """Say where windows go, since it decides what can be tested."""
    return f"windows: {os.environ.get('QT_QPA_PLATFORM') or os.environ.get('DISPLAY', 'the desktop')}"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the slow tests last, each half in its own order, and keep together what shares a file's fixtures."""
    items.sort(key=is_slow)
    for item in items:
        item.add_marker(pytest.mark.xdist_group(f"{item.path.stem}{'-slow' * is_slow(item)}"))


def is_slow(item: pytest.Item) -> bool:
    """Whether it is marked so."""
    return item.get_closest_marker("slow") is not None


def pytest_collection_finish() -> None:
    """Nothing may bring TensorFlow while tests are only read: then OpenGL would find the wrong LLVM, and die."""
    if "tensorflow" in sys.modules:
        raise pytest.UsageError("A test module imports TensorFlow, or makes a landscape, outside its functions.")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Load TensorFlow as the program does, before a test of the engine would load it plainly."""
    if "engine" in item.path.relative_to(TESTS).parts:
        runtime.prepare()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Remember whether the test itself passed."""
    report = yield
    if report.when == "call":
        item.stash[PASSED] = report.passed
    return report


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for settings and crash files, so that no test reads or writes the developer's."""
    home = tmp_path / "gdviz-home"
    monkeypatch.setenv("GDVIZ_HOME", str(home))
    monkeypatch.setattr("gdviz.paths.LAB_FOLDERS", {"linux": str(tmp_path / "no-administrator")})
    return home


@pytest.fixture(autouse=True)
def tensorflow_apart(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that loads TensorFlow plainly: Mesa's software renderer then dies in some later test."""
    plain = "tensorflow" in sys.modules
    yield
    if not plain and "tensorflow" in sys.modules and not runtime.prepare.cache_info().currsize:
        pytest.fail(f"{request.node.nodeid} loaded TensorFlow not through runtime.prepare()", pytrace=False)


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that left something alive, unless it failed anyway."""
    before = everything_alive()
    yield
    left = everything_left(before)
    for _, close in left.values():
        close()
    if left and request.node.stash.get(PASSED, False):
        names = "; ".join(sorted(name for name, _ in left.values()))
        pytest.fail(f"{request.node.nodeid} left behind: {names}", pytrace=False)


def everything_left(before: dict[Any, Any]) -> dict[Any, Any]:
    """What is alive now and was not before; cyclic garbage is collected only where something is suspected."""
    delete_what_is_due()
    suspects = new_since(before)
    if not suspects:
        return {}
    running = ended_threads(suspects)
    suspects.clear()
    gc.collect()
    delete_what_is_due()
    return {**new_since(before), **running}


def ended_threads(suspects: dict[Any, Any]) -> dict[Any, Any]:
    """The QThreads among them, at fault even as garbage: Qt aborts the process when one is collected as it runs."""
    running = {key: value for key, value in suspects.items() if hasattr(key, "isRunning")}
    for thread, (_, close) in running.items():
        close()
        RUNAWAYS.extend([thread] if thread.isRunning() else [])
    return running


def new_since(before: dict[Any, Any]) -> dict[Any, Any]:
    """The living that were not there before."""
    return {key: value for key, value in everything_alive().items() if key not in before}


def delete_what_is_due() -> None:
    """Carry out ``deleteLater``, which without a running event loop waits for ever."""
    if core := sys.modules.get("PySide6.QtCore"):
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


def everything_alive() -> dict[Any, Any]:
    """Each living thing: what to call it, and how to be rid of it."""
    return {**python_threads(), **qt_objects()}


def python_threads() -> dict[Any, Any]:
    """Running Python threads but those of other packages; a dummy stands for a QThread, which is seen below."""
    threads = [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]
    ours = [thread for thread in threads if not origin(thread).startswith(THREADS_OF_OTHERS)]
    return {thread: (f"thread {thread.name!r} of {origin(thread)}", lambda: None) for thread in ours}


def origin(thread: threading.Thread) -> str:
    """The module whose code the thread runs."""
    target = getattr(thread, "_target", None)
    target = getattr(target, "func", target)
    return str(getattr(target, "__module__", None) or type(thread).__module__)


def qt_objects() -> dict[Any, Any]:
    """Running QThreads, ticking timers without a visible window, and visible windows."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getAllValidWrappers

    main_thread = QApplication.instance() and QApplication.instance().thread()
    found = [each for each in getAllValidWrappers() if isinstance(each, QThread | QTimer)]
    threads = [each for each in found if isinstance(each, QThread) and each.isRunning() and each is not main_thread]
    timers = [each for each in found if isinstance(each, QTimer) and each.isActive() and not on_visible_window(each)]
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return {
        **{each: (f"running {describe(each)}", partial(end, each)) for each in threads},
        **{each: (f"ticking {describe(each)}", each.stop) for each in timers},
        **{each: (f"open {describe(each)}", each.close) for each in windows},
    }


def on_visible_window(timer: Any) -> bool:
    """Whether the timer belongs to a window that somebody can see."""
    owner = timer.parent()
    while owner is not None and not hasattr(owner, "isVisible"):
        owner = owner.parent()
    return owner is not None and owner.window().isVisible()


def end(thread: Any) -> None:
    """Ask a QThread to stop, and give it a moment, for Qt aborts the process if it is deleted while it runs."""
    thread.requestInterruption()
    thread.quit()
    thread.wait(2000)


def describe(thing: Any) -> str:
    """The kind of a Qt object, its name if it has one, and whose it is."""
    name = f" {thing.objectName()!r}" if thing.objectName() else ""
    owner = f" of {type(thing.parent()).__name__}" if thing.parent() is not None else ""
    return f"{type(thing).__name__}{name}{owner}"


@pytest.fixture(autouse=True)
def plain_looks() -> Iterator[None]:
    """The program dresses the whole application and gives it a language; the next test finds it as Qt makes it."""
    yield
    from PySide6.QtCore import QTranslator
    from PySide6.QtGui import QFontDatabase, QPalette
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getAllValidWrappers

    application = QApplication.instance()
    for translator in [each for each in getAllValidWrappers() if application and isinstance(each, QTranslator)]:
        QApplication.removeTranslator(translator)
    if isinstance(application, QApplication) and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(QPalette())
        usual = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        if application.font() != usual:
            application.setFont(usual)
