"""Writing files so that a failure never costs the old one."""

import os
import tempfile
from pathlib import Path

from gdviz.errors import UserError


def check_writable(path: Path) -> None:
    """Makes sure that a file can be written at ``path``, before hours of work are spent on what goes into it.

    Raises:
        UserError: If its folder is not there or cannot be written to, or ``path`` is a folder.
    """
    folder = path.absolute().parent
    if not folder.is_dir():
        raise UserError(f"The folder {folder} is not there", "a folder that exists", "Make it first, or name another")
    if path.is_dir():
        raise UserError(f"{path} is a folder", "the name of a file")
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise UserError(f"{path} cannot be written", "a place you may write to", "Name another")


def write_atomically(path: Path, content: bytes) -> None:
    """Writes ``content`` to ``path``: afterwards there is the whole new file, or the old one untouched.

    Raises:
        UserError: If it cannot be written, for instance because the disk is full.
    """
    check_writable(path)
    handle, name = tempfile.mkstemp(dir=path.absolute().parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp makes the file private; an ordinary new file follows the umask.
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise UserError(f"{path} could not be written: {error.strerror}", "", "Make room or name another") from error
