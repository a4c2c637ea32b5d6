"""Makes the Debian package of the frozen program: ``python deb.py`` writes ``dist/gdviz_VERSION_amd64.deb``."""

import gzip
import hashlib
import platform
import shutil
import sys
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import archive
import desktop
import recipe
from dependencies import dependencies

STAGE = recipe.ROOT / "build" / "deb"
PROGRAM = Path("usr/lib/gdviz")
PACKED = STAGE.parent / "data.tar.xz"
"""Everything but what ``dpkg`` reads first."""

MAINTAINER = "The gdviz authors <authors@gdviz.invalid>"
MACHINES = {"x86_64": "amd64", "aarch64": "arm64"}

CONTROL = """\
Package: gdviz
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: {depends}
Recommends: shared-mime-info, desktop-file-utils, hicolor-icon-theme
Section: education
Priority: optional
Description: see a neural network learn
 gdviz trains a real Keras network in front of your eyes. It draws the
 network's own loss surface and the path that training walks over it, lets you
 change the learning rate in the middle of a run, and says in plain words what
 is wrong with a run, where it saw that, and what to do.
 .
 It needs no network, no graphics card and no account. Python, TensorFlow and
 Qt are inside.
"""

CHANGES = """\
gdviz ({version}) unstable; urgency=medium

  * What is new stands in the file NEWS.gz beside this one.

 -- {maintainer}  {date}
"""


def main() -> int:
    """Builds the package; the exit status."""
    print("deb: laying out the package", file=sys.stderr, flush=True)
    lay_out(STAGE)
    write_control(STAGE / "DEBIAN")
    print("deb: packing (minutes)", file=sys.stderr, flush=True)
    path = recipe.ROOT / "dist" / f"gdviz_{recipe.version()}_{MACHINES[platform.machine()]}.deb"
    path.parent.mkdir(exist_ok=True)
    pack(STAGE, path)
    print(f"The Debian package is {path}, {path.stat().st_size / 1e6:.0f} MB")
    return 0


def lay_out(stage: Path) -> None:
    """Puts every file where it will be on the system."""
    shutil.rmtree(stage, ignore_errors=True)
    desktop.copy_program(stage / PROGRAM)
    notices = stage / PROGRAM / "NOTICES.txt"
    desktop.put(stage / "usr/share/doc/gdviz/copyright", notices.read_bytes())
    notices.unlink()
    desktop.write_share(stage / "usr/share")
    (stage / "usr/bin").mkdir(parents=True)
    (stage / "usr/bin/gdviz").symlink_to("../lib/gdviz/gdviz")
    news = (recipe.ROOT / "CHANGELOG.md").read_bytes()
    write_packed(stage / "usr/share/doc/gdviz/NEWS.gz", news)
    date = format_datetime(datetime.fromtimestamp(recipe.built_at(), UTC))
    changes = CHANGES.format(version=recipe.version(), maintainer=MAINTAINER, date=date)
    write_packed(stage / "usr/share/doc/gdviz/changelog.gz", changes.encode())
    desktop.put(stage / "usr/share/lintian/overrides/gdviz", (desktop.HERE / "lintian-overrides").read_bytes())


def write_packed(path: Path, content: bytes) -> None:
    """Writes a file as gzip, which is how documents lie on a Debian system."""
    desktop.put(path, gzip.compress(content, 9, mtime=0))


def write_control(folder: Path) -> None:
    """Writes what ``dpkg`` reads before it unpacks."""
    stage = folder.parent
    files = sorted(path for path in stage.rglob("*") if path.is_file() and not path.is_symlink())
    sums = [f"{digest(path)}  {path.relative_to(stage).as_posix()}\n" for path in files]
    control = CONTROL.format(
        version=recipe.version(),
        machine=MACHINES[platform.machine()],
        maintainer=MAINTAINER,
        size=sum(-(-path.stat().st_size // 1024) for path in files),
        depends=", ".join(dependencies(stage / PROGRAM)),
    )
    desktop.put(folder / "control", control.encode())
    desktop.put(folder / "md5sums", "".join(sums).encode())


def digest(path: Path) -> str:
    """The sum by which ``dpkg --verify`` knows a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def pack(stage: Path, path: Path) -> None:
    """Packs what was laid out."""
    about, sign = PACKED.with_name("control.tar.xz"), PACKED.with_name("debian-binary")
    sign.write_text("2.0\n", encoding="ascii")
    archive.write_tar(about, stage / "DEBIAN", ["control", "md5sums"], compression=())
    draft = PACKED.with_suffix(".draft")
    archive.write_tar(draft, stage, ["usr"])
    draft.replace(PACKED)
    archive.write_ar(path, [(part.name, part) for part in (sign, about, PACKED)])


if __name__ == "__main__":
    sys.exit(main())
