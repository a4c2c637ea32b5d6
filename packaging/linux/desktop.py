"""What a Linux desktop is told of the program: menu entry, icons, file types, software centre, manual page."""

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path

import recipe

HERE = Path(__file__).parent
ICONS = recipe.ROOT / "build" / "icons"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)

COPIED = {
    "gdviz.desktop": "applications/gdviz.desktop",
    "gdviz.xml": "mime/packages/gdviz.xml",
    "gdviz.metainfo.xml": "metainfo/io.github.gdviz.metainfo.xml",
}
"""Files beside this one, by their places below ``share``."""

ICON_NAMES = ("apps/gdviz", "mimetypes/application-x-gdviz", "mimetypes/application-x-gdviz-class")


def write_share(share: Path) -> None:
    """Fills a ``share`` folder."""
    for source, target in COPIED.items():
        put(share / target, filled((HERE / source).read_text(encoding="utf-8")).encode())
    page = filled((HERE / "gdviz.1").read_text(encoding="utf-8")).encode()
    put(share / "man/man1/gdviz.1.gz", gzip.compress(page, 9, mtime=0))
    for name in ICON_NAMES:
        for size in SIZES:
            put(share / f"icons/hicolor/{size}x{size}/{name}.png", (ICONS / f"gdviz-{size}.png").read_bytes())
        put(share / f"icons/hicolor/scalable/{name}.svg", (recipe.ROOT / "resources/icons/gdviz.svg").read_bytes())


def filled(text: str) -> str:
    """A template with version and date in it."""
    date = datetime.fromtimestamp(recipe.built_at(), UTC).date()
    return text.replace("@VERSION@", recipe.version()).replace("@DATE@", date.isoformat())


def put(path: Path, content: bytes) -> None:
    """Writes a file and makes its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def copy_program(target: Path) -> None:
    """Copies the frozen program; files are linked where that is possible, which takes neither time nor room."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(recipe.FOLDER, target, symlinks=True, copy_function=_link)


def _link(source: str, target: str) -> None:
    if Path(source).is_symlink():
        shutil.copy2(source, target, follow_symlinks=False)
        return
    try:
        Path(target).hardlink_to(source)
    except OSError:
        shutil.copy2(source, target)
