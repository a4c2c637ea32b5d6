"""Runs one benchmark script: ``run_benchmark.py SCRIPT [JSON [--write]]`` calls its ``main(json_path, ...)``.

Where there is no display, it makes one as the tests do, so that windows are measured and not left out.
"""

import contextlib
import os
import runpy
import shutil
import sys

from pyvirtualdisplay.display import Display


def screen() -> contextlib.AbstractContextManager[object]:
    """A screen in memory, unless there is one already."""
    shown = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    if shown or not shutil.which("Xvfb"):
        return contextlib.nullcontext()
    return Display(size=(1920, 1080), color_depth=24, visible=False)


if __name__ == "__main__":
    script, *rest = sys.argv[1:]
    options = {"write": True} if "--write" in rest[1:] else {}
    with screen():
        status = runpy.run_path(script)["main"](rest[0] if rest else None, **options)
    sys.exit(status)
