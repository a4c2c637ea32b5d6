"""Drawing with OpenGL into a picture in memory.

Not a `QOpenGLWidget`: with one in it, Qt puts the *whole window* together with OpenGL, and on a computer without a
graphics card every changed label then costs as much as a frame. A picture is painted like any other part of the window,
and a driver that fails leaves the window alone.

Reading a picture waits until it is drawn, and holds up the whole program meanwhile: 20 ms and more where the processor
draws, though it does so in threads of its own. So a picture is ordered first, and fetched when a query says that it is
there; then fetching takes half a millisecond.
"""

import atexit
import weakref

import numpy as np
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QOffscreenSurface, QOpenGLContext, QOpenGLFunctions
from PySide6.QtOpenGL import (
    QOpenGLBuffer,
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLTimerQuery,
)

from gdviz.views import gl_parts as gl
from gdviz.views.opengl import is_software
from gdviz.worker.modesty import let_step_back

SAMPLES = 4
"""Samples a pixel of a fine picture."""
PICTURE, FINE, OTHER = "picture", "fine", "other"
"""Framebuffers: what is read, what has several samples a pixel, and what has more or fewer pixels than the picture."""


class Offscreen:
    """A context of OpenGL's own, and framebuffers as large as asked for.

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
        self._buffers: dict[str, QOpenGLFramebufferObject] = {}
        self.begin()
        self.functions = QOpenGLFunctions(self._context)
        self.functions.initializeOpenGLFunctions()
        self._query = QOpenGLTimerQuery()
        weakref.finalize(self, _LEFT.append, (self._context, self._surface, self._buffers, self._query))
        self._has_query = self._context.hasExtension(b"GL_ARB_timer_query") and self._query.create()
        self._has_blit = QOpenGLFramebufferObject.hasOpenGLFramebufferBlit()
        self._is_software = is_software(str(self.functions.glGetString(gl.RENDERER) or ""))
        if self._is_software:
            let_step_back("llvmpipe")
        self._resizer: tuple[gl.Program, QOpenGLBuffer] | None = None
        self._kind, self._to_resize = PICTURE, False

    def begin(self) -> None:
        """Directs OpenGL's calls to this context.

        Raises:
            RuntimeError: If the context was lost, for instance with its driver.
        """
        _give_back()
        if not self._context.makeCurrent(self._surface):
            raise RuntimeError("the OpenGL context was lost")

    def target(self, size: QSize, scale: float = 1.0, fine: bool = False) -> QSize:
        """Draws into a framebuffer from now on.

        Args:
            size: Pixels of the picture that it will be.
            scale: Pixels that are drawn for each of them, along each side.
            fine: With several samples a pixel, or twice the pixels where the processor draws.

        Returns:
            Pixels to be drawn.
        """
        scale = 2.0 if fine and self._is_software else scale
        self._kind = OTHER if scale != 1.0 else FINE if fine and self._has_blit else PICTURE
        drawn = QSize(max(1, round(size.width() * scale)), max(1, round(size.height() * scale)))
        self._provide(PICTURE, size)
        self._provide(self._kind, drawn)
        self._buffers[self._kind].bind()
        self.functions.glViewport(0, 0, drawn.width(), drawn.height())
        return drawn

    def _provide(self, kind: str, size: QSize) -> None:
        """Makes a framebuffer, unless there is one of that size."""
        if kind in self._buffers and self._buffers[kind].size() == size:
            return
        form = QOpenGLFramebufferObjectFormat()
        form.setSamples(SAMPLES if kind == FINE else 0)
        form.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
        self._buffers[kind] = QOpenGLFramebufferObject(size, form)

    def order(self) -> None:
        """Has what was drawn so far made into a picture; returns at once."""
        if self._kind == FINE:
            QOpenGLFramebufferObject.blitFramebuffer(self._buffers[PICTURE], self._buffers[FINE])
        self._to_resize = self._kind == OTHER
        self._flush()

    def _flush(self) -> None:
        if self._has_query:
            self._query.recordTimestamp()
        self.functions.glFlush()

    def _resize(self) -> None:
        """Draws the one framebuffer into the other."""
        self._to_resize = False
        if self._resizer is None:
            self._resizer = gl.Program("picture", "picture", ("a_place",)), gl.vertex_buffer()
            gl.upload(self._resizer[1], np.array([[-1, -1], [1, -1], [-1, 1], [1, 1]], np.float32))
        program, corners = self._resizer
        picture, functions = self._buffers[PICTURE], self.functions
        picture.bind()
        functions.glViewport(0, 0, picture.width(), picture.height())
        functions.glDisable(gl.DEPTH_TEST)
        functions.glDisable(gl.BLEND)
        functions.glBindTexture(gl.TEXTURE, self._buffers[OTHER].texture())
        for which in (gl.SMALLER, gl.LARGER):
            functions.glTexParameteri(gl.TEXTURE, which, gl.LINEAR)
        program.bind()
        program.inputs(corners, (0, 0, 2), stride=8)
        functions.glDrawArrays(gl.TRIANGLE_STRIP, 0, 4)
        program.release(1)
        functions.glBindTexture(gl.TEXTURE, 0)

    def ready(self) -> bool:
        """Whether the picture can be fetched without waiting; where the driver cannot tell, it says yes."""
        if not self._has_query:
            return True
        if not self._query.isResultAvailable():
            return False
        if self._to_resize:
            # Not before it is drawn: reading from what is still being drawn would wait for it.
            self._resize()
            self._flush()
            return False
        return True

    def picture(self) -> QImage:
        """The picture; waits until it is drawn.

        Raises:
            RuntimeError: If there is none.
        """
        if self._to_resize:
            self._resize()
        picture = self._buffers[PICTURE].toImage()
        if self._has_query:
            self._query.waitForResult()
        if picture.isNull():
            raise RuntimeError("OpenGL gave no picture")
        return picture


_Left = tuple[QOpenGLContext, QOffscreenSurface, dict[str, QOpenGLFramebufferObject], QOpenGLTimerQuery]

_LEFT: list[_Left] = []
"""What was collected as garbage and not given back yet: that may happen in the middle of another one's frame."""


def _give_back() -> None:
    """Gives back what is left, between two frames or at the program's end."""
    while _LEFT:
        context, surface, buffers, query = _LEFT.pop()
        spare, spare_surface = QOpenGLContext(), QOffscreenSurface()
        current = context.makeCurrent(surface)
        if not current and spare.create():
            # It was lost. The query's destructor needs one all the same, whichever it is.
            spare_surface.create()
            current = spare.makeCurrent(spare_surface)
        if current:
            shiboken6.delete(query)
        buffers.clear()
        for done in (context, spare):
            done.doneCurrent()


# After what is alive to the end was handed over, which `weakref.finalize` does just before.
atexit.register(_give_back)
