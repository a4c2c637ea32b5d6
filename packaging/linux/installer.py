"""Makes the installer that needs no root: ``python installer.py`` writes ``dist/gdviz-VERSION-linux-MACHINE.run``.

It is a shell script with the packed program behind its last line.
"""

import hashlib
import platform
import shutil
import sys
from pathlib import Path

import archive
import desktop
import recipe
from dependencies import c_library, wanted_libraries

STAGE = recipe.ROOT / "build" / "installer"
SCRIPT = desktop.HERE / "install.sh"
WHOLE = "whole"
"""The file that is packed last: where it is, everything was unpacked."""

SPARE = 1.05
"""Room that is asked for, as a multiple of the program's size: folders, and blocks that are not full."""


def main() -> int:
    """Builds the installer; the exit status."""
    print("installer: laying out the program", file=sys.stderr, flush=True)
    lay_out(STAGE)
    print("installer: packing (minutes)", file=sys.stderr, flush=True)
    path = recipe.ROOT / "dist" / f"gdviz-{recipe.version()}-linux-{platform.machine()}.run"
    path.parent.mkdir(exist_ok=True)
    packed = STAGE.parent / "installer.tar.xz"
    archive.write_tar(packed, STAGE, ["program", "share", WHOLE])
    join(path, packed)
    print(f"The installer is {path}, {path.stat().st_size / 1e6:.0f} MB")
    return 0


def lay_out(stage: Path) -> None:
    """Puts everything where it will be below the folder of a version."""
    shutil.rmtree(stage, ignore_errors=True)
    desktop.copy_program(stage / "program")
    desktop.write_share(stage / "share")
    (stage / WHOLE).touch()


def join(path: Path, packed: Path) -> None:
    """Writes the script, filled in, and the packed program into one file that can be started."""
    with packed.open("rb") as file:
        checksum = hashlib.file_digest(file, "sha256").hexdigest()
    size = sum(each.stat().st_size for each in STAGE.rglob("*") if each.is_file() and not each.is_symlink())
    values = {
        "VERSION": recipe.version(),
        "MACHINE": platform.machine(),
        "C_LIBRARY": c_library(STAGE / "program"),
        "LIBRARIES": " ".join(wanted_libraries(STAGE / "program")),
        "KILOBYTES": str(int(SPARE * size / 1024)),
        "PACKED": str(packed.stat().st_size),
        "SHA256": checksum,
    }
    with path.open("wb") as target, packed.open("rb") as source:
        target.write(header(SCRIPT.read_text(encoding="utf-8"), values))
        shutil.copyfileobj(source, target, archive.COPY)
    path.chmod(0o755)


def header(template: str, values: dict[str, str]) -> bytes:
    """The script with its values, its own length among them."""
    for name, value in values.items():
        template = template.replace(f"@{name}@", value)
    length = len(template.replace("@HEADER@", "00000").encode())
    return template.replace("@HEADER@", f"{length:05}").encode()


if __name__ == "__main__":
    sys.exit(main())
