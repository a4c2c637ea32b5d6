"""Session files, ``.gdviz``: the experiment, the runs and how they were looked at.

A session file is a zip archive of one JSON text and plain numpy arrays, so ``numpy.load`` opens its numbers too.
Nothing in it can be executed: arrays of objects are refused, nothing is ever unpacked to the disk, and every size is
held against a limit before memory is taken for it, whatever the archive says of itself.
"""

import io
import json
import math
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment
from gdviz.core.experiment_json import from_plain, to_plain
from gdviz.core.files import write_atomically
from gdviz.core.kept_run import KeptRun
from gdviz.core.trajectory import Trajectory
from gdviz.errors import UserError

ENDING = ".gdviz"
"""Of a session file's name."""

VERSION = 1
"""Of the format. A file of a higher one is refused; fields may be added without a new one."""

MOST_BYTES = 1 << 29
"""Bytes of a whole session, unpacked; half a gigabyte."""

MOST_DESCRIPTION = 4 << 20
"""Bytes of its JSON text."""

MOST_RUNS = 200
"""Runs in a session."""

LONGEST_NAME = 200
"""Characters of a run's name."""

_DESCRIPTION = "session.json"
_FORMAT = "gdviz session"
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class SavedSession:
    """What a session file holds.

    Attributes:
        experiment: The settings as they stood.
        runs: The history list, oldest first.
        present: The run under way or just ended, which may be one of ``runs``; None before its first step.
        view: How it was looked at: texts, numbers and switches by name, which only the window understands.
    """

    experiment: Experiment
    runs: tuple[KeptRun, ...] = ()
    present: KeptRun | None = None
    view: Mapping[str, str | float | bool] = field(default_factory=dict)


def write_session(path: Path, session: SavedSession) -> None:
    """Writes the file; afterwards there is the whole new one, or the old one untouched.

    Raises:
        UserError: If the session is too large, or cannot be written.
    """
    write_atomically(path, session_bytes(session))


def session_bytes(session: SavedSession) -> bytes:
    """The file's content. Equal sessions give equal bytes.

    Raises:
        UserError: If there is more in the session than a file may hold.
    """
    runs = [*session.runs, *([] if session.present is None or _place(session) is not None else [session.present])]
    arrays = [run.trajectory.arrays() for run in runs]
    size = sum(array.nbytes for run in arrays for array in run.values())
    if size > MOST_BYTES * 0.9 or len(runs) > MOST_RUNS:
        what = f"The session has {len(runs)} runs of {size / 1e6:.0f} MB in all"
        raise UserError(
            what, f"at most {MOST_RUNS} runs of {MOST_BYTES / 1e6:.0f} MB", "Delete runs that are not needed"
        )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(zipfile.ZipInfo(_DESCRIPTION, _DATE), json.dumps(_described(session, runs), indent=1))
        for number, run in enumerate(arrays):
            for name, array in run.items():
                packed = io.BytesIO()
                npy.write_array(packed, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
                entry = zipfile.ZipInfo(_member(number, name), _DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, packed.getbuffer())
    return content.getvalue()


def _place(session: SavedSession) -> int | None:
    """Which of the runs that are kept is the present one, if any."""
    own = session.present.trajectory if session.present else None
    return next((place for place, run in enumerate(session.runs) if run.trajectory is own), None)


def _member(number: int, name: str) -> str:
    return f"run {number}/{name}.npy"


def _described(session: SavedSession, runs: list[KeptRun]) -> dict[str, Any]:
    """The JSON text's content."""
    return {
        "format": _FORMAT,
        "version": VERSION,
        "experiment": to_plain(session.experiment),
        "runs": [
            {"name": run.name, "experiment": to_plain(run.experiment), "verdict": run.verdict, "date": run.date}
            for run in runs
        ],
        "kept": len(session.runs),
        "present": len(runs) - 1 if len(runs) > len(session.runs) else _place(session),
        "view": dict(session.view),
    }


def read_session(path: Path) -> SavedSession:
    """Reads a session file.

    The experiments in it have values of the right kinds; whether their landscapes, data sets and so on exist here is
    for the catalogue to say.

    Raises:
        UserError: If it cannot be read, is damaged or no session file, is newer than this program, or too large.
    """
    try:
        if path.exists() and (not path.is_file() or path.stat().st_size > MOST_BYTES):
            raise UserError(f"{path.name} is no file that could hold a session", "a file that gdviz saved")
        with zipfile.ZipFile(path) as archive:
            return _Reader(path, archive).session()
    except zipfile.BadZipFile:
        raise UserError(f"{path.name} is no gdviz session, or damaged", "a file that gdviz saved") from None
    except OSError as error:
        raise UserError(f"{path.name} cannot be read: {error.strerror or error}", "a file that gdviz saved") from error
    except (ValueError, NotImplementedError, RuntimeError) as error:
        # A path that no file can have; an archive packed or locked in a way that we never do.
        raise UserError(f"{path.name} cannot be read: {error}", "a file that gdviz saved") from error


class _Reader:
    """Takes one archive apart, trusting nothing in it."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._name, self._archive = path.name, archive
        self._left = MOST_BYTES
        self._members = self._checked_members()

    def _refuse(self, why: str, hint: str = "") -> NoReturn:
        raise UserError(f"{self._name} {why}", "a file that gdviz saved", hint)

    def _checked_members(self) -> dict[str, zipfile.ZipInfo]:
        """The members by name, if there are no more than there can be and none is called as ours never are."""
        entries = self._archive.infolist()
        names = [entry.filename for entry in entries]
        if _DESCRIPTION not in names:
            self._refuse("is no gdviz session: it is an archive of something else")
        columns = Trajectory(np.zeros(1, np.float32), 0.0).arrays()
        known = {_DESCRIPTION, *(_member(run, name) for run in range(MOST_RUNS) for name in columns)}
        strange = [name for name in names if name not in known]
        if strange or len(set(names)) < len(names):
            self._refuse(
                f"holds {strange[0][:60]!r}, which no session has" if strange else "holds the same thing twice"
            )
        return dict(zip(names, entries, strict=True))

    def session(self) -> SavedSession:
        """All of it."""
        told = self._description()
        runs = [self._run(number, run) for number, run in enumerate(told["runs"])]
        present = None if told["present"] is None else runs[told["present"]]
        kept = tuple(runs[: told["kept"]])
        return SavedSession(self._experiment(told["experiment"]), kept, present, self._view(told["view"]))

    def _description(self) -> dict[str, Any]:
        """The JSON text, once it says that it is one of ours."""
        try:
            told = json.loads(self._bytes(_DESCRIPTION, MOST_DESCRIPTION))
        except (ValueError, RecursionError):
            self._refuse("is damaged: its description cannot be read")
        if not isinstance(told, dict) or told.get("format") != _FORMAT or type(told.get("version")) is not int:
            self._refuse("is no gdviz session")
        if told["version"] > VERSION:
            what = f"{self._name} was saved by a newer gdviz (format {told['version']})"
            raise UserError(what, f"format {VERSION} or older", "Install the newer gdviz to open it")
        told = {"runs": [], "kept": 0, "present": None, "view": {}, "experiment": {}, **told}
        runs, kept, present = told["runs"], told["kept"], told["present"]
        if not isinstance(runs, list) or len(runs) > MOST_RUNS or type(kept) is not int or kept < 0:
            self._refuse("is damaged: its list of runs cannot be read")
        if present is not None and (type(present) is not int or not 0 <= present < len(runs)):
            self._refuse("is damaged: its list of runs cannot be read")
        return told

    def _experiment(self, plain: Any) -> Experiment:
        try:
            return from_plain(plain)
        except UserError as error:
            raise UserError(f"{self._name} is damaged. {error.what}", error.expected) from error

    def _view(self, view: Any) -> dict[str, str | float | bool]:
        if not isinstance(view, dict) or not all(type(each) in (str, int, float, bool) for each in view.values()):
            self._refuse("is damaged: how it was looked at cannot be read")
        return {name: value for name, value in view.items() if not isinstance(value, float) or math.isfinite(value)}

    def _run(self, number: int, told: Any) -> KeptRun:
        """One run and its arrays."""
        if not isinstance(told, dict):
            self._refuse("is damaged: a run in it cannot be read")
        words = [told.get(name, "") for name in ("name", "verdict", "date")]
        if not all(isinstance(word, str) and len(word) <= LONGEST_NAME for word in words):
            self._refuse("is damaged: a run's name in it cannot be read")
        columns = Trajectory(np.zeros(1, np.float32), 0.0).arrays()
        try:
            trajectory = Trajectory.of_arrays({name: self._array(_member(number, name)) for name in columns})
        except (ValueError, IndexError):
            self._refuse(f"is damaged: the numbers of its run {words[0]!r} do not fit")
        return KeptRun(words[0], self._experiment(told.get("experiment")), trajectory, words[1], words[2])

    def _array(self, member: str) -> NDArray[Any]:
        """A plain array; its size is taken from what is there, not from what it says."""
        content = io.BytesIO(self._bytes(member, self._left))
        version = npy.read_magic(content)
        if version != (1, 0):
            raise ValueError("an array of a strange version")
        shape, by_columns, kind = npy.read_array_header_1_0(content, max_header_size=1000)
        rest = content.getbuffer()[content.tell() :]
        if (
            kind not in (np.dtype("<f4"), np.dtype("<i8"))
            or by_columns
            or math.prod(shape) * kind.itemsize != len(rest)
        ):
            raise ValueError("an array of a strange kind")
        return np.frombuffer(rest, kind).reshape(shape).astype(kind.newbyteorder("="))

    def _bytes(self, member: str, most: int) -> bytes:
        """A member unpacked, but never more of it than may be."""
        if member not in self._members:
            self._refuse("is damaged: a part of it is missing")
        try:
            with self._archive.open(self._members[member]) as file:
                content = file.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            self._refuse("is damaged", "Perhaps it was not copied to its end")
        if len(content) > most:
            what = f"{self._name} unpacks to more than {MOST_BYTES / 1e6:.0f} MB"
            raise UserError(what, "a session of a sensible size")
        self._left -= len(content)
        return content
