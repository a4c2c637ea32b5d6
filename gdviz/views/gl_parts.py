"""The few pieces of OpenGL that the 3D view draws with: a shader program, a buffer, the state of one frame.

They stand on Qt's own OpenGL classes. pyqtgraph.opengl would bring PyOpenGL, which loads the system's OpenGL library
by itself: on a Windows classroom machine Qt draws with its software library instead, and the two do not mix. It also
takes a quarter of a second to import.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QMatrix4x4, QOpenGLContext, QOpenGLFunctions, QVector2D, QVector3D, QVector4D
from PySide6.QtOpenGL import QOpenGLBuffer, QOpenGLShader, QOpenGLShaderProgram
from shiboken6 import VoidPtr

from gdviz.paths import resource

FLOAT, UNSIGNED_INT, TRIANGLES, TRIANGLE_STRIP = 0x1406, 0x1405, 0x0004, 0x0005
COLOR_BIT, DEPTH_BIT = 0x4000, 0x0100
BLEND, DEPTH_TEST, LESS_OR_EQUAL, GREATER = 0x0BE2, 0x0B71, 0x0203, 0x0204
CULL_FACE, STENCIL_TEST, SCISSOR_TEST, FRAMEBUFFER = 0x0B44, 0x0B90, 0x0C11, 0x8D40
TEXTURE, SMALLER, LARGER, LINEAR, RENDERER = 0x0DE1, 0x2801, 0x2800, 0x2601, 0x1F01
SOURCE_ALPHA, ONE_MINUS_SOURCE_ALPHA, ONE = 0x0302, 0x0303, 1

DESKTOP_HEADER = "#version 120\n"
EMBEDDED_HEADER = "#version 100\n#extension GL_OES_standard_derivatives : enable\nprecision highp float;\n"

Uniform = float | QMatrix4x4 | QVector2D | QVector3D | QVector4D


class OpenGLError(RuntimeError):
    """The driver refused something that the 3D view cannot do without."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every part of the scene needs to know to draw itself once.

    Attributes:
        gl: The context's functions.
        matrix: From the box to clip coordinates.
        eye: Where the camera is.
        half_window: Half the picture's size in device pixels.
        pixel: Device pixels in one unit of line width.
    """

    gl: QOpenGLFunctions
    matrix: QMatrix4x4
    eye: QVector3D
    half_window: QVector2D
    pixel: float


class Program:
    """A linked pair of shaders from ``resources/shaders``.

    Args:
        vertex: Name of the vertex shader's file, without its ending.
        fragment: Name of the fragment shader's.
        attributes: Its inputs; the first gets location 0, which some drivers insist on.

    Raises:
        OpenGLError: If the driver does not take it.
    """

    def __init__(self, vertex: str, fragment: str, attributes: Sequence[str]) -> None:
        """Compiles and links in the current context."""
        self._program = QOpenGLShaderProgram()
        header = EMBEDDED_HEADER if QOpenGLContext.currentContext().isOpenGLES() else DESKTOP_HEADER
        kinds = QOpenGLShader.ShaderTypeBit
        for kind, name in ((kinds.Vertex, f"{vertex}.vert"), (kinds.Fragment, f"{fragment}.frag")):
            source = resource(f"shaders/{name}").read_text(encoding="utf-8")
            if not self._program.addShaderFromSourceCode(kind, header + source):
                raise OpenGLError(f"the shader {name} does not compile\n{self._program.log()}")
        for location, attribute in enumerate(attributes):
            self._program.bindAttributeLocation(attribute, location)
        if not self._program.link():
            raise OpenGLError(f"the shaders {vertex} and {fragment} do not link\n{self._program.log()}")
        self._locations: dict[str, int] = {}

    def bind(self, **uniforms: Uniform) -> None:
        """Makes it the program to draw with, after `set`."""
        self._program.bind()
        self.set(**uniforms)

    def set(self, **uniforms: Uniform) -> None:
        """Sets the uniforms ``u_name`` of the bound program; those the compiler threw out are passed over."""
        for name, value in uniforms.items():
            if isinstance(value, (int, float)):
                self._program.setUniformValue1f(self._location(f"u_{name}"), float(value))
            else:
                self._program.setUniformValue(self._location(f"u_{name}"), value)

    def set_curve(self, curve: NDArray[np.float64]) -> None:
        """Sets ``u_curve``, the colour map as a polynomial: coefficients ``[7, 3]``, the constant first."""
        for row, color in enumerate(curve):
            self._program.setUniformValue(self._location(f"u_curve[{row}]"), QVector3D(*map(float, color)))

    def set_pairs(self, name: str, pairs: NDArray[np.float64]) -> None:
        """Sets the array uniform ``u_name`` of pairs ``[N, 2]``."""
        for row, pair in enumerate(pairs):
            self._program.setUniformValue(self._location(f"u_{name}[{row}]"), QVector2D(*map(float, pair)))

    def _location(self, name: str) -> int:
        if name not in self._locations:
            self._locations[name] = self._program.uniformLocation(name)
        return self._locations[name]

    def inputs(self, buffer: QOpenGLBuffer, *layout: tuple[int, int, int], stride: int) -> None:
        """Reads attributes from ``buffer``: triples of location, offset in bytes and number of floats."""
        buffer.bind()
        for location, offset, size in layout:
            self._program.enableAttributeArray(location)
            self._program.setAttributeBuffer(location, FLOAT, offset, size, stride)
        buffer.release()

    def release(self, attributes: int) -> None:
        """Leaves the state as it was, for Qt's painter: it would read attributes 0 to ``attributes`` - 1."""
        for location in range(attributes):
            self._program.disableAttributeArray(location)
        self._program.release()


def vertex_buffer() -> QOpenGLBuffer:
    """An empty buffer for vertices that change."""
    return _created(QOpenGLBuffer.Type.VertexBuffer)


def index_buffer() -> QOpenGLBuffer:
    """An empty buffer for indices."""
    return _created(QOpenGLBuffer.Type.IndexBuffer)


def _created(kind: QOpenGLBuffer.Type) -> QOpenGLBuffer:
    buffer = QOpenGLBuffer(kind)
    if not buffer.create():
        raise OpenGLError("The driver gives no memory for vertices.")
    buffer.setUsagePattern(QOpenGLBuffer.UsagePattern.DynamicDraw)
    return buffer


def upload(buffer: QOpenGLBuffer, values: NDArray[np.float32] | NDArray[np.uint32]) -> None:
    """Puts ``values`` into ``buffer``."""
    buffer.bind()
    data = values.tobytes()
    buffer.allocate(data, len(data))
    buffer.release()


def draw_triangles(frame: Frame, first: int, count: int) -> None:
    """Draws ``count`` corners of triangles from the bound index buffer, from index number ``first`` on."""
    # Qt's type hints take the offset for a number; it wants a pointer.
    frame.gl.glDrawElements(TRIANGLES, count, UNSIGNED_INT, VoidPtr(4 * first))  # type: ignore[arg-type]


def cropped(part: QRectF) -> QMatrix4x4:
    """Takes a part of a picture, from 0 to 1 across and down, to the whole of it, in clip coordinates."""
    result = QMatrix4x4()
    result.scale(1.0 / part.width(), 1.0 / part.height())
    result.translate(1.0 - 2.0 * part.center().x(), 2.0 * part.center().y() - 1.0)
    return result


def rgb(color: str | QColor) -> QVector3D:
    """A colour as a shader takes it."""
    known = QColor(color)
    return QVector3D(known.redF(), known.greenF(), known.blueF())


def rgba(color: str | QColor, opacity: float) -> QVector4D:
    """A colour with its opacity as a shader takes it."""
    return QVector4D(rgb(color), opacity)


def mixed(first: str, second: str, part: float) -> str:
    """A colour between two."""
    a, b = QColor(first), QColor(second)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(x * (1 - part) + y * part) for x, y in pairs)).name()


def color_curve(table: NDArray[np.uint8]) -> NDArray[np.float64]:
    """A colour map as a polynomial of degree six a channel, ``[7, 3]``: a shader evaluates it without a texture.

    Perceptual maps are smooth, so it stays within about one part in a hundred of ``table`` ``[N, 3]``.
    """
    places = np.linspace(0.0, 1.0, len(table))
    return np.asarray(np.polynomial.polynomial.polyfit(places, table[:, :3] / 255.0, 6))
