"""Drawing with OpenGL into a picture in memory.

Not a `QOpenGLWidget`: with one in it, Qt puts the *whole window* together with OpenGL, and on a computer without a
graphics card every changed label then costs as much as a frame. A picture is painted like any other part of the window,
and a driver that fails leaves the window alone.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext, QOpenGLFunctions
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

SAMPLES = 4
"""Samples a pixel of a fine picture."""


class Offscreen:
    """A context of OpenGL's own, and one framebuffer for plain and one for fine pictures, as large as asked for.

    Raises:
        RuntimeError: If no context can be had, with the reason.
    """

    def __init__(self) -> None:
        """Makes the context current."""
        self._context, self._surface = QOpenGLContext(), QOffscreenSurface()
        if not self._context.create():
            raise RuntimeError("no OpenGL context could be made")
        self._surface.setFormat(self._context.format())
        self._surface.create()
        self._buffers: dict[bool, QOpenGLFramebufferObject] = {}
        self.begin()
        self.functions = QOpenGLFunctions(self._context)
        self.functions.initializeOpenGLFunctions()

    def begin(self) -> None:
        """Directs OpenGL's calls to this context.

        Raises:
            RuntimeError: If the context was lost, for instance with its driver.
        """
        if not self._context.makeCurrent(self._surface):
            raise RuntimeError("the OpenGL context was lost")

    def end(self) -> None:
        """Lets go of the context."""
        self._context.doneCurrent()

    def target(self, size: QSize, fine: bool) -> QOpenGLFramebufferObject:
        """Draws into a framebuffer of ``size`` pixels from now on; a fine one has several samples a pixel."""
        buffer = self._buffers.get(fine)
        if buffer is None or buffer.size() != size:
            form = QOpenGLFramebufferObjectFormat()
            form.setSamples(SAMPLES if fine and QOpenGLFramebufferObject.hasOpenGLFramebufferBlit() else 0)
            form.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
            buffer = self._buffers[fine] = QOpenGLFramebufferObject(size, form)
        buffer.bind()
        self.functions.glViewport(0, 0, size.width(), size.height())
        return buffer

    @staticmethod
    def picture(buffer: QOpenGLFramebufferObject) -> QImage:
        """What was drawn; waits until it is."""
        return buffer.toImage()
