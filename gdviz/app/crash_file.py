"""The file that a fault of ours leaves behind. It stays on this computer; nothing is ever sent."""

import sys
import traceback
from datetime import datetime
from pathlib import Path

from gdviz import __version__
from gdviz.paths import user_dir


def write_crash(error: BaseException) -> Path:
    """Writes what is known of ``error`` into a new file of the user's folder; returns its path."""
    folder = user_dir() / "crashes"
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now()
    path = folder / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    story = "".join(traceback.format_exception(error))
    path.write_text(f"gdviz {__version__}, Python {sys.version}, {sys.platform}\n{now:%c}\n\n{story}", encoding="utf-8")
    return path
