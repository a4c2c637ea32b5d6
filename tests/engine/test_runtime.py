"""Loading TensorFlow: never where it would kill the program, quietly, and beside an OpenGL with the same libraries."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gdviz.engine.runtime import check_processor, has_xla, prepare
from gdviz.errors import UserError

ROOT = Path(__file__).resolve().parents[2]

DRAW = """
from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext
from PySide6.QtOpenGL import QOpenGLBuffer, QOpenGLFramebufferObject, QOpenGLShader, QOpenGLShaderProgram
import numpy as np

FLOAT, TRIANGLES = 0x1406, 0x0004

def draw():
    '''Fills a picture through shaders, which the software renderer compiles for this processor; its colour.'''
    global application, context, surface
    application = QGuiApplication.instance() or QGuiApplication(["test"])
    context, surface = QOpenGLContext(), QOffscreenSurface()
    assert context.create()
    surface.create()
    assert context.makeCurrent(surface)
    picture = QOpenGLFramebufferObject(16, 16)
    assert picture.bind()
    program = QOpenGLShaderProgram()
    kind = QOpenGLShader.ShaderTypeBit
    assert program.addShaderFromSourceCode(kind.Vertex, "attribute vec4 at; void main() { gl_Position = at; }")
    assert program.addShaderFromSourceCode(kind.Fragment, "void main() { gl_FragColor = vec4(sqrt(0.25), 1, 0, 1); }")
    program.bindAttributeLocation("at", 0)
    assert program.link() and program.bind()
    functions = context.functions()
    corners = np.array([-1, -1, 0, 1, 3, -1, 0, 1, -1, 3, 0, 1], np.float32)
    buffer = QOpenGLBuffer()
    assert buffer.create() and buffer.bind()
    buffer.allocate(corners.tobytes(), corners.nbytes)
    program.enableAttributeArray(0)
    program.setAttributeBuffer(0, FLOAT, 0, 4)
    functions.glViewport(0, 0, 16, 16)
    functions.glDrawArrays(TRIANGLES, 0, 3)
    functions.glFinish()
    print(picture.toImage().pixelColor(8, 8).name())
"""

TRAIN = """
def train():
    '''Compiles and trains a network, through XLA where there is one; how many steps.'''
    from gdviz.engine.runtime import prepare
    prepare()
    from gdviz.core.experiment import Experiment
    from gdviz.engine.descent import Command, descent
    experiment = Experiment(epochs=1)
    run = descent(experiment)
    next(run)
    print(run.send(Command(5, experiment)).count)
"""


def python(program: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs a program in a Python of its own."""
    environment = {**os.environ, **variables}
    command = [sys.executable, "-X", "faulthandler", "-c", program]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.parametrize("features", [{"SSE2": True, "AVX": True, "AVX2": True}, {"NEON": True, "AVX": False}, {}])
def test_a_processor_that_can_is_let_through(features: dict[str, bool]) -> None:
    check_processor(features)


def test_this_processor_is_asked_where_none_is_given() -> None:
    check_processor()


@pytest.mark.parametrize("features", [{"SSE2": True, "AVX": False}, {"SSE2": True, "SSE42": True, "AVX": False}])
def test_a_processor_without_avx_is_told_in_words(features: dict[str, bool]) -> None:
    with pytest.raises(UserError) as error:
        check_processor(features)
    assert "no AVX instructions, which TensorFlow needs" in str(error.value)
    assert "Expected a processor of 2011 or later" in str(error.value)


def test_preparing_twice_costs_nothing_more() -> None:
    prepare()
    before = set(sys.modules)
    prepare()
    assert set(sys.modules) == before


@pytest.mark.slow
def test_flags_for_loading_libraries_are_as_they_were() -> None:
    program = (
        "import sys; before = sys.getdlopenflags(); from gdviz.engine.runtime import prepare; prepare();"
        "assert sys.getdlopenflags() == before"
    )
    assert python(program).returncode == 0


@pytest.mark.slow
def test_loading_is_silent_and_leaves_the_users_choices_alone() -> None:
    program = (
        "import os; from gdviz.engine.runtime import prepare, has_xla; prepare(); has_xla();"
        "print(os.environ['TF_CPP_MIN_LOG_LEVEL'], os.environ['KERAS_BACKEND'])"
    )
    done = python(program, TF_CPP_MIN_LOG_LEVEL="1")
    assert (done.returncode, done.stdout) == (0, "1 tensorflow\n")
    done = python(f"import os; os.environ.pop('TF_CPP_MIN_LOG_LEVEL', 0); {program}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 tensorflow\n", "")


@pytest.mark.slow
@pytest.mark.parametrize(("value", "expected"), [("1", False), ("0", None)])
def test_xla_can_be_switched_off(value: str, expected: bool | None) -> None:
    program = "import json; from gdviz.engine.runtime import has_xla, prepare; prepare(); print(json.dumps(has_xla()))"
    done = python(program, GDVIZ_NO_XLA=value)
    assert json.loads(done.stdout) == (has_xla() if expected is None else expected)


@pytest.mark.slow
def test_without_xla_the_same_steps_are_taken() -> None:
    program = f"{TRAIN}\ntrain()"
    done = python(program, GDVIZ_NO_XLA="1")
    assert (done.returncode, done.stdout) == (0, "5\n"), done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="how Linux binds libraries")
@pytest.mark.parametrize("order", ["draw(); train(); draw()", "train(); draw(); train()"])
def test_the_software_renderer_and_tensorflow_bear_each_other(order: str) -> None:
    if not os.environ.get("DISPLAY"):
        pytest.skip("no screen here, so no OpenGL")
    done = python(f"{DRAW}\n{TRAIN}\n{order}", LIBGL_ALWAYS_SOFTWARE="1")
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.split() == ["#80ff00" if name.startswith("draw") else "5" for name in order.split("; ")]
