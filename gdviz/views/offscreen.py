"""Drawing with OpenGL into a picture in memory.

Not a `QOpenGLWidget`: with one in it, Qt puts the *whole window* together with OpenGL, and on a computer without a
graphics card every changed label then costs as much as a frame. A picture is painted like any other part of the window,
and a driver that fails leaves the window alone.

Reading a picture waits until it is drawn, and holds up the whole program meanwhile: 20 ms and more where the processor
draws, though it does so in threads of its own. So a picture is ordered first, and fetched when a query says that it is
there; then fetching takes half a millisecond.
"""

import weakref

import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext, QOpenGLFunctions
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat, QOpenGLTimerQuery

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
        self._query = QOpenGLTimerQuery()
        self._has_query = self._context.hasExtension(b"GL_ARB_timer_query") and self._query.create()
        self._fine = False
        weakref.finalize(self, _released, self._context, self._surface, self._buffers, self._query)

    def begin(self) -> None:
        """Directs OpenGL's calls to this context.

        Raises:
            RuntimeError: If the context was lost, for instance with its driver.
        """
        if not self._context.makeCurrent(self._surface):
            raise RuntimeError("the OpenGL context was lost")

    def target(self, size: QSize, fine: bool) -> None:
        """Draws into a framebuffer of ``size`` pixels from now on; a fine one has several samples a pixel."""
        self._fine = fine and QOpenGLFramebufferObject.hasOpenGLFramebufferBlit()
        for kind in {False, self._fine}:
            buffer = self._buffers.get(kind)
            if buffer is None or buffer.size() != size:
                form = QOpenGLFramebufferObjectFormat()
                form.setSamples(SAMPLES if kind else 0)
                form.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
                self._buffers[kind] = QOpenGLFramebufferObject(size, form)
        self._buffers[self._fine].bind()
        self.functions.glViewport(0, 0, size.width(), size.height())

    def order(self) -> None:
        """Has what was drawn so far made into a picture; returns at once."""
        if self._fine:
            QOpenGLFramebufferObject.blitFramebuffer(self._buffers[False], self._buffers[True])
        if self._has_query:
            self._query.recordTimestamp()
        self.functions.glFlush()

    def ready(self) -> bool:
        """Whether the picture can be fetched without waiting; where the driver cannot tell, it says yes."""
        return not self._has_query or self._query.isResultAvailable()

    def picture(self) -> QImage:
        """The picture; waits until it is drawn.

        Raises:
            RuntimeError: If there is none.
        """
        picture = self._buffers[False].toImage()
        if self._has_query:
            self._query.waitForResult()
        if picture.isNull():
            raise RuntimeError("OpenGL gave no picture")
        return picture


def _released(
    context: QOpenGLContext,
    surface: QOffscreenSurface,
    buffers: dict[bool, QOpenGLFramebufferObject],
    query: QOpenGLTimerQuery,
) -> None:
    """Gives everything back while the context is still there, also at the program's end.

    It may happen whenever garbage is collected, in the middle of another one's frame too, which then goes on.
    """
    before = QOpenGLContext.currentContext()
    target = before.surface() if before is not None else None
    spare, spare_surface = QOpenGLContext(), QOffscreenSurface()
    if not context.makeCurrent(surface) and spare.create():
        # It was lost. The query's destructor needs one all the same, whichever it is.
        spare_surface.create()
        spare.makeCurrent(spare_surface)
    shiboken6.delete(query)
    buffers.clear()
    for done in (context, spare):
        done.doneCurrent()
    if before is not None and before is not context and target is not None:
        before.makeCurrent(target)
