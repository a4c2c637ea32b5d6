"""Where OpenGL is refused in truth, the program shows the map and says why."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
WINDOW = """
from gdviz.app.start import Program, make_application
window = Program(make_application()).window
print(window.surface is None, window.pictures.shown, window.notice.label.text(), sep="|")
"""


@pytest.mark.skipif(not os.environ.get("DISPLAY"), reason="no screen here, and so no OpenGL to refuse")
@pytest.mark.parametrize(
    ("driver", "reason"),
    [
        ({"QT_XCB_GL_INTEGRATION": "none"}, "this computer offers no OpenGL"),
        ({"GALLIUM_DRIVER": "nonexistent"}, "this computer offers no OpenGL"),
        ({"MESA_GL_VERSION_OVERRIDE": "1.4"}, "its OpenGL is version 1.4, and 2.1 is needed"),
    ],
    ids=["Qt has none", "the driver does not load", "the driver is too old"],
)
def test_a_refused_context_gives_the_map_and_a_sentence(tmp_path: Path, driver: dict[str, str], reason: str) -> None:
    environment = {**os.environ, **driver, "GDVIZ_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", WINDOW],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=5 * PATIENCE / 1000,
    )
    assert done.stdout == f"True|map|3D cannot be drawn: {reason}. The map shows the same.\n"
