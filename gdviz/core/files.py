"""Writing files so that a failure never costs the old one."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gdviz.errors import UserError


def check_writable(path: Path) -> None:
    """Makes sure that a file can be written at ``path``, before hours of work are spent on what goes into it.

    Raises:
        UserError: If its folder is not there or cannot be written to, or ``path`` is a folder.
    """
    folder = path.absolute().parent
    if not os.path.isdir(folder):
        raise UserError(f"The folder {folder} is not there", "a folder that exists", "Make it first, or name another")
    if os.path.isdir(path):
        raise UserError(f"{path} is a folder", "the name of a file")
    needed = [path] if _is_device(path) else [folder, path] if os.path.exists(path) else [folder]
    if not all(os.access(each, os.W_OK) for each in needed):
        raise UserError(f"{path} cannot be written", "a place you may write to", "Name another")


def write_atomically(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path``: afterwards there is the whole new file, or the old one untouched.

    A link stays a link, to the new content; a device or a pipe is written to as it is.

    Raises:
        UserError: If it cannot be written, for instance because the disk is full.
    """
    check_writable(path)
    try:
        if _is_device(path):
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise UserError(f"{path} could not be written: {error.strerror}", "", "Make room or name another") from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """For writers that want a path: gives one beside ``path``, and puts what was written there in its place.

    If anything goes wrong on the way, nothing is left of it, and the file that was there before stays.

    Raises:
        UserError: If it cannot be written.
    """
    check_writable(path)
    handle, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=".gdviz-", suffix=path.suffix)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        _open_to_others(temporary)
        temporary.replace(path.resolve())
    except OSError as error:
        raise UserError(f"{path} could not be written: {error.strerror}", "", "Make room or name another") from error
    finally:
        temporary.unlink(missing_ok=True)


def _replace(path: Path, content: bytes) -> None:
    """Writes beside ``path`` and puts the whole file in its place."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".gdviz-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        _open_to_others(temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _open_to_others(path: Path) -> None:
    """``mkstemp`` makes a file private; an ordinary new file follows the umask."""
    umask = os.umask(0)
    os.umask(umask)
    path.chmod(0o666 & ~umask)


def _is_device(path: Path) -> bool:
    """Whether there is something at ``path`` that is neither a file nor a folder."""
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)
