"""One's own files on their way to other computers: as bytes, so that they need to lie on this one only."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from gdviz.core.experiment import Experiment
from gdviz.core.files import write_atomically
from gdviz.engine import csv_key
from gdviz.errors import UserError

MOST_BYTES = 512 * 2**20
"""Of one file: as much as a computer of a cluster has room for beside its work."""


def files_of(experiments: Sequence[Experiment]) -> dict[str, bytes]:
    """The content of every file that ``experiments`` need, by its path.

    Raises:
        UserError: If one is not there, cannot be read or is too large.
    """
    return {path: _content(Path(path)) for path in sorted({path for each in experiments for path in _paths(each)})}


def unpacked(experiments: Sequence[Experiment], files: Mapping[str, bytes]) -> list[Experiment]:
    """The experiments with copies of ``files`` on this computer in place of the paths on the other one."""
    copies = {path: _copied(path, content) for path, content in files.items()}
    return [_moved(experiment, copies) for experiment in experiments]


def _paths(experiment: Experiment) -> list[str]:
    model = [experiment.model] if experiment.landscape == "model" else []
    table = [csv_key.options_of(experiment.data).path] if csv_key.is_key(experiment.data) else []
    return model + (table if experiment.learns_rows else [])


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"{path} is too large to be sent", f"at most {MOST_BYTES >> 20} MB", "Take fewer rows")
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} could not be read: {error.strerror}", "a file that is there", "") from error


def _copied(path: str, content: bytes) -> str:
    """Where the copy of a file is; the same content is written once."""
    copy = Path(_folder().name) / sha256(content).hexdigest() / f"own{Path(path).suffix.lower()}"
    if not copy.exists():
        copy.parent.mkdir(exist_ok=True)
        write_atomically(copy, content)
    return str(copy)


@lru_cache(maxsize=1)
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Goes with the process."""
    return tempfile.TemporaryDirectory(prefix="gdviz-")


def _moved(experiment: Experiment, copies: Mapping[str, str]) -> Experiment:
    """The experiment with the files where they are here."""
    model, data = copies.get(experiment.model, experiment.model), experiment.data
    if csv_key.is_key(data):
        was = csv_key.options_of(data)
        data = csv_key.key(copies.get(was.path, was.path), was.target, was.header, was.without)
    return replace(experiment, model=model, data=data)
