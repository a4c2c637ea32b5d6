"""The installer for Windows: compiles ``gdviz.nsi`` around the frozen program.

    python setup_program.py

with makensis, which there is for Windows and for Linux. The result is ``dist/gdviz-VERSION-setup.exe``.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("gdviz.nsi")

USUAL_PLACE = "C:/Program Files (x86)/NSIS"
"""Where it lies on Windows, which does not look there by itself."""

UNINSTALLED = ("gdviz.exe", "gdviz-console.exe", "NOTICES.txt", "_internal")
"""Everything in the frozen program's folder: what the script takes away again by these names."""


def main() -> int:
    """Compiles; the exit status."""
    import recipe

    output = recipe.ROOT / "dist" / f"gdviz-{recipe.version()}-setup.exe"
    output.parent.mkdir(exist_ok=True)
    strangers = [path.name for path in recipe.FOLDER.iterdir() if path.name not in UNINSTALLED]
    if strangers:
        print(f"The uninstaller would leave behind {', '.join(strangers)}: name them in {SCRIPT}.", file=sys.stderr)
        return 1
    icon = recipe.ROOT / "build" / "icons" / "gdviz.ico"
    told = compile_setup(recipe.FOLDER, icon, recipe.version(), output)
    if told:
        print(told, file=sys.stderr)
        return 1
    print(f"The installer is {output}, {output.stat().st_size / 1e6:.0f} MB")
    return 0


def compile_setup(source: Path, icon: Path, version: str, output: Path) -> str:
    """Compiles the script around a folder; what makensis complains of, or an empty text.

    Args:
        source: The frozen program.
        icon: An .ico file.
        version: As people write it.
        output: The .exe to write.
    """
    makensis = shutil.which("makensis") or shutil.which("makensis", path=USUAL_PLACE)
    if makensis is None:
        return "There is no makensis here. On Debian and Ubuntu: apt-get install nsis"
    given = {"VERSION": version, "NUMBERS": numbers(version), "SOURCE": source, "ICON": icon, "OUTPUT": output}
    options = [f"-D{name}={value}" for name, value in given.items()]
    command = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def numbers(version: str) -> str:
    """The version as Windows wants it: four whole numbers."""
    found = [int(part) for part in re.findall(r"\d+", version)][:4]
    return ".".join(map(str, found + [0] * (4 - len(found))))


if __name__ == "__main__":
    sys.exit(main())
