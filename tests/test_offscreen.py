"""The window tests once more on a machine without screen and without OpenGL, in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
def test_the_window_tests_pass_without_a_screen() -> None:
    here = Path(__file__).parent
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTEST_CURRENT_TEST")
    environment = {name: value for name, value in os.environ.items() if name not in screens}
    # What this platform plug-in says of itself has nothing to do with us.
    known = "qt_log_ignore=^This plugin does not support propagateSizeHints"
    command = [sys.executable, "-m", "pytest", "--no-xvfb", "-p", "no:cacheprovider", "-o", known, "test_window.py"]
    run = subprocess.run(command, cwd=here, env=environment, capture_output=True, text=True, timeout=400)
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]
    assert "windows: offscreen" in run.stdout
