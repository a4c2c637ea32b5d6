"""Where things are: the program's own files, and the user's."""

import os
import sys
from pathlib import Path

APP_NAME = "gdviz"

LAB_FOLDERS = {"win32": "{PROGRAMDATA}/gdviz", "darwin": "/Library/Application Support/gdviz", "linux": "/etc/gdviz"}
"""Where the administrator of a computer lays down settings for all its users, by platform."""


def resource(name: str) -> Path:
    """The file or folder ``name`` among the program's own, in a checkout, an installed wheel and a frozen build.

    Raises:
        FileNotFoundError: If it is in none of them, which is a fault of the installation.
    """
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for root in (frozen / "resources", package / "_resources", package.parent / "resources"):
        if (root / name).exists():
            return root / name
    raise FileNotFoundError(f"gdviz is incomplete: resources/{name} is missing. Install it again.")


def user_dir() -> Path:
    """The folder for settings and crash files; made by whoever writes there.

    ``GDVIZ_HOME`` names it outright; a file ``portable.txt`` beside the program keeps it there (for a memory stick);
    else it is where the platform keeps a user's application data.
    """
    if given := os.environ.get("GDVIZ_HOME"):
        return Path(given)
    beside = Path(sys.executable).resolve().parent
    if getattr(sys, "frozen", False) and (beside / "portable.txt").exists():
        return beside / "data"
    homes = {
        "win32": os.environ.get("APPDATA", "~/AppData/Roaming"),
        "darwin": "~/Library/Application Support",
    }
    return Path(homes.get(sys.platform, os.environ.get("XDG_CONFIG_HOME", "~/.config"))).expanduser() / APP_NAME


def lab_files() -> list[Path]:
    """Where the administrator's settings may lie, ``settings.toml`` everywhere; the first one there is counts.

    The system's own folder, which only administrators write to; the program's folder, for Windows and for a program on
    a memory stick; and, to try a file before it is put there, wherever ``GDVIZ_LAB`` says.
    """
    platform = "linux" if sys.platform not in LAB_FOLDERS else sys.platform
    folders = [Path(LAB_FOLDERS[platform].format(PROGRAMDATA=os.environ.get("PROGRAMDATA", "C:/ProgramData")))]
    if getattr(sys, "frozen", False):
        folders.append(Path(sys.executable).resolve().parent)
    given = os.environ.get("GDVIZ_LAB")
    return [*(folder / "settings.toml" for folder in folders), *([Path(given)] if given else [])]
