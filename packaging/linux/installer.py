"""Makes the installer that needs no root: ``python installer.py`` writes ``dist/gdviz-VERSION-linux-MACHINE.run``.

It is a shell script with the packed program behind its last line: the very archive that is in the Debian package, so
that both hold the same to the byte, and packing is done once.
"""

import hashlib
import platform
import shutil
import sys
from pathlib import Path

import archive
import deb
import desktop
import recipe
from dependencies import c_library, wanted_libraries

SCRIPT = desktop.HERE / "install.sh"

SPARE = 1.05
"""Room that is asked for, as a multiple of the program's size: folders, and blocks that are not full."""


def main() -> int:
    """Builds the installer; the exit status."""
    if not deb.PACKED.exists():
        print("installer: there is nothing packed yet; build the Debian package first.", file=sys.stderr)
        return 1
    path = recipe.ROOT / "dist" / f"gdviz-{recipe.version()}-linux-{platform.machine()}.run"
    with path.open("wb") as target, deb.PACKED.open("rb") as source:
        target.write(header(SCRIPT.read_text(encoding="utf-8"), values(deb.STAGE, deb.PACKED)))
        shutil.copyfileobj(source, target, archive.COPY)
    path.chmod(0o755)
    print(f"The installer is {path}, {path.stat().st_size / 1e6:.0f} MB")
    return 0


def values(stage: Path, packed: Path) -> dict[str, str]:
    """What the script has to know of the program and of the archive behind it."""
    with packed.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    size = sum(each.stat().st_size for each in stage.rglob("*") if each.is_file() and not each.is_symlink())
    return {
        "VERSION": recipe.version(),
        "MACHINE": platform.machine(),
        "C_LIBRARY": c_library(stage / deb.PROGRAM),
        "LIBRARIES": " ".join(wanted_libraries(stage / deb.PROGRAM)),
        "KILOBYTES": str(int(SPARE * size / 1024)),
        "PACKED": str(packed.stat().st_size),
        "SHA256": checksum,
    }


def header(template: str, values: dict[str, str]) -> bytes:
    """The script with its values, its own length among them."""
    for name, value in values.items():
        template = template.replace(f"@{name}@", value)
    length = len(template.replace("@HEADER@", "00000").encode())
    return template.replace("@HEADER@", f"{length:05}").encode()


if __name__ == "__main__":
    sys.exit(main())
