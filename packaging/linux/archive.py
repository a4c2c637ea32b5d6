"""Archives that are the same byte for byte whenever and wherever they are made."""

import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import recipe

COMPRESSION = ("--x86", "--lzma2=preset=6,dict=64MiB", "--check=crc32", "--threads=2")
"""Machine code is rearranged before it is packed, and looked for repetition over a long way: a tenth smaller."""

COPY = 1 << 20


def write_tar(path: Path, folder: Path, names: Sequence[str], compression: Sequence[str] = COMPRESSION) -> None:
    """Packs folders and files into a ``.tar.xz``.

    Args:
        path: Of the archive.
        folder: What the names are relative to.
        names: Of the files and folders to pack, with everything below them.
        compression: Options of ``xz``.
    """
    with path.open("wb") as file:
        packer = subprocess.Popen(["xz", "--compress", "--stdout", *compression], stdin=subprocess.PIPE, stdout=file)
        assert packer.stdin is not None
        with tarfile.open(fileobj=packer.stdin, mode="w|", format=tarfile.GNU_FORMAT, bufsize=COPY) as archive:
            for each in _sorted(folder, names):
                _add(archive, folder, each)
        packer.stdin.close()
        if packer.wait():
            raise OSError(f"xz could not write {path}")


def _sorted(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    for name in names:
        yield folder / name
        yield from sorted((folder / name).rglob("*"))


def _add(archive: tarfile.TarFile, folder: Path, path: Path) -> None:
    member = archive.gettarinfo(str(path), "./" + path.relative_to(folder).as_posix())
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = recipe.built_at()
    member.mode = 0o777 if member.issym() else 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    if member.islnk():
        member.type, member.linkname, member.size = tarfile.REGTYPE, "", path.stat().st_size
    if not member.isreg():
        archive.addfile(member)
        return
    with path.open("rb") as file:
        archive.addfile(member, file)


def write_ar(path: Path, members: Sequence[tuple[str, Path]]) -> None:
    """Writes an ``ar`` archive, which is what a Debian package is.

    Args:
        path: Of the archive.
        members: Name and file of each part.
    """
    with path.open("wb") as target:
        target.write(b"!<arch>\n")
        for name, source in members:
            size = source.stat().st_size
            target.write(f"{name:<16}{recipe.built_at():<12}{0:<6}{0:<6}{0o100644:<8o}{size:<10}`\n".encode("ascii"))
            with source.open("rb") as file:
                while block := file.read(COPY):
                    target.write(block)
            target.write(b"\n" * (size % 2))
