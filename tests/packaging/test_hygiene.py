"""That tests/conftest.py blames the test that left something behind, and no other."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SUITE = """
import os
import sys
import threading
import types

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget

kept = []


class Endless(QThread):
    def run(self):
        while not self.isInterruptionRequested():
            self.msleep(1)


class Garbage(Endless):
    def __init__(self):
        super().__init__()
        self.itself = self


@pytest.fixture(scope="module")
def shared_window(qapp):
    window = QWidget()
    QTimer(window).start(5)
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.mark.slow
def test_clean_slow():
    pass


def test_clean_window_with_timer(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QTimer(window).start(5)
    window.show()
    qtbot.waitExposed(window)


def test_clean_open_gl_on_a_real_screen(qtbot):
    window = QOpenGLWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    assert window.isValid()
    assert window.screen().size().toTuple() == (1920, 1080)
    assert window.screen().depth() == 24


def test_clean_garbage_in_a_cycle(qtbot):
    owner = QObject()
    owner.itself = owner
    QTimer(owner).start(5)


def test_clean_finished_threads(qtbot):
    thread, python_thread = Endless(), threading.Thread(target=print)
    thread.start()
    python_thread.start()
    thread.requestInterruption()
    assert thread.wait()
    python_thread.join()


def test_clean_shared_window(shared_window):
    assert shared_window.isVisible()


def test_clean_home(tmp_path):
    assert os.environ["GDVIZ_HOME"].startswith(str(tmp_path))


def test_leaves_a_running_thread(qtbot):
    kept.append(Endless())
    kept[-1].start()


def test_leaves_a_running_thread_as_garbage(qtbot):
    Garbage().start()


def test_leaves_a_ticking_timer(qtbot):
    kept.append(QTimer())
    kept[-1].start(5)


def test_leaves_a_ticking_timer_of_a_closed_window(qtbot):
    kept.append(QWidget())
    QTimer(kept[-1]).start(5)
    kept[-1].show()
    kept[-1].close()


def test_leaves_an_open_window(qtbot):
    kept.append(QWidget(objectName="the forgotten one"))
    kept[-1].show()


def test_leaves_a_python_thread():
    kept.append(threading.Event())
    threading.Thread(target=kept[-1].wait, name="waiter", daemon=True).start()


def test_loads_tensorflow_plainly():
    sys.modules["tensorflow"] = types.ModuleType("tensorflow")


def test_fails_and_leaves_a_window(qtbot):
    kept.append(QWidget())
    kept[-1].show()
    assert False


def test_clean_after_all_that(qtbot):
    pass
"""

BLAMED = {
    "test_leaves_a_running_thread": "left behind: running Endless",
    "test_leaves_a_running_thread_as_garbage": "left behind: running Garbage",
    "test_leaves_a_ticking_timer": "left behind: ticking QTimer",
    "test_leaves_a_ticking_timer_of_a_closed_window": "left behind: ticking QTimer of QWidget",
    "test_leaves_an_open_window": "left behind: open QWidget 'the forgotten one'",
    "test_leaves_a_python_thread": "left behind: thread 'waiter' of threading",
    "test_loads_tensorflow_plainly": "loaded TensorFlow not through runtime.prepare()",
}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about a suite with tidy and untidy tests."""
    folder = tmp_path_factory.mktemp("suite")
    shutil.copy(ROOT / "tests" / "conftest.py", folder)
    (folder / "test_suite.py").write_text(SUITE, encoding="utf-8")
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-v", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder).stdout


@pytest.mark.parametrize(("test", "thing"), BLAMED.items())
def test_the_untidy_test_is_named_with_what_it_did(outcome: str, test: str, thing: str) -> None:
    assert re.search(rf"::{test} {re.escape(thing)}$", outcome, re.MULTILINE), outcome


def test_nobody_else_is_blamed(outcome: str) -> None:
    assert set(re.findall(r"::(\w+) ERROR", outcome)) == set(BLAMED), outcome
    assert re.findall(r"::(\w+) FAILED", outcome) == ["test_fails_and_leaves_a_window"], outcome


def test_tidy_tests_pass_and_slow_ones_come_last(outcome: str) -> None:
    assert len(re.findall(r"::test_clean\w+ PASSED", outcome)) == SUITE.count("def test_clean"), outcome
    assert re.findall(r"::(\w+) (?:PASSED|FAILED)", outcome)[-1] == "test_clean_slow", outcome
