"""Whether this machine can draw in 3D, asked once before a 3D view is made."""

import os
from functools import cache

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QOffscreenSurface, QOpenGLContext, QOpenGLFunctions

SOFTWARE = ("llvmpipe", "softpipe", "swrast", "swr", "software", "gdi generic", "basic render")
"""What the names of renderers without a graphics card contain."""
_RENDERER = 0x1F01


def opengl_problem() -> str:
    """Why 3D cannot be drawn here, as a sentence; empty where it can. ``GDVIZ_NO_OPENGL=1`` makes it say so."""
    if os.environ.get("GDVIZ_NO_OPENGL", "") not in ("", "0"):
        return QCoreApplication.translate("opengl", "3D is switched off by GDVIZ_NO_OPENGL; the map shows the same.")
    return _probed()[0]


def renderer_name() -> str:
    """What draws, in the driver's own words; empty where there is none."""
    return _probed()[1]


def is_software(renderer: str) -> bool:
    """Whether ``renderer`` computes its pixels on the processor."""
    return any(name in renderer.lower() for name in SOFTWARE)


@cache
def _probed() -> tuple[str, str]:
    """The problem and the renderer's name: a context takes some 20 ms to make and the answer does not change."""
    context, surface = QOpenGLContext(), QOffscreenSurface()
    if not context.create():
        return refusal("this computer offers no OpenGL"), ""
    surface.setFormat(context.format())
    surface.create()
    if not context.makeCurrent(surface):
        return refusal("OpenGL is there but does not start"), ""
    try:
        version, least = context.format().version(), (2, 0) if context.isOpenGLES() else (2, 1)
        name = QOpenGLFunctions(context).glGetString(_RENDERER) or ""
        if version < least:
            return refusal(f"its OpenGL is version {version[0]}.{version[1]}, and 2.1 is needed"), str(name)
        return "", str(name)
    finally:
        context.doneCurrent()


def refusal(reason: str) -> str:
    """The sentence for a person, with the first line of why 3D cannot be drawn."""
    reason = reason.splitlines()[0] if reason else "OpenGL failed"
    return QCoreApplication.translate("opengl", "3D cannot be drawn: {}. The map shows the same.").format(
        QCoreApplication.translate("opengl", reason)
    )
