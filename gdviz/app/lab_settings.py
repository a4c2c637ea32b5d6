"""What the administrator of a computer lays down for everybody who uses it: one small TOML file below the users' own.

What it sets is how the program begins; what it locks cannot be changed in the window. A file with a mistake is told
and left out as a whole, so that a class never works with half of it.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.experiment_json import from_plain, to_plain
from gdviz.engine.catalogue import validated
from gdviz.errors import UserError
from gdviz.lessons.library import FIRST, PARTS, Library
from gdviz.paths import lab_files
from gdviz.views.menus import THEMES

LOOKS = ("language", "theme", "projector")
"""What can be locked besides the settings of an experiment."""

LISTS = ("lessons", "locked")
"""Entries that name several."""


@dataclass(frozen=True, slots=True)
class LabSettings:
    """What the administrator set.

    Attributes:
        language: To begin in; empty for the system's.
        theme: To begin with, a key of ``THEMES``.
        projector: Whether everything begins larger.
        lessons: Keys of the lessons that the course shows, in their order; empty for all.
        locked: Members of `LOOKS` and keys of `FIELDS` that nobody can change in the window.
        experiment: What a user begins with at the first start, and what locked settings stand at.
        source: The file that was read; None where there is none.
        problem: What is wrong with it, as a sentence; it is then left out. Empty where all is well.
    """

    language: str = ""
    theme: str = "system"
    projector: bool = False
    lessons: tuple[str, ...] = ()
    locked: frozenset[str] = frozenset()
    experiment: Experiment = field(default_factory=Experiment)
    source: Path | None = None
    problem: str = ""

    def languages(self, *own: str) -> tuple[str, ...]:
        """The languages to try, the first one first; the user's ``own`` only where none is locked."""
        return (*(() if "language" in self.locked else own), self.language)


def read_lab_settings(files: Sequence[Path] | None = None) -> LabSettings:
    """The administrator's settings.

    Args:
        files: Where to look; the first that is there counts. By default `gdviz.paths.lab_files`.
    """
    for file in lab_files() if files is None else files:
        try:
            return _read(file)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except UserError as error:
            return LabSettings(source=file, problem=f"The administrator's settings in {file} are left out. {error}")
    return LabSettings()


def _read(file: Path) -> LabSettings:
    """What one file says.

    Raises:
        UserError: If it says something that cannot be.
        FileNotFoundError: If it is not there.
    """
    try:
        # Editors on Windows put a mark at the beginning.
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError as error:
        raise UserError(f"It cannot be read: {error.strerror}", "a file that every user may read") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError(f"It is no TOML: {error}", 'lines such as: language = "de"') from error
    known = _known()
    return LabSettings(**{name: _checked(name, value, known) for name, value in table.items()}, source=file)


def _known() -> Mapping[str, Sequence[str]]:
    """What each entry that names something may name."""
    library = Library(validated)
    lessons = [name for name in library.files(FIRST) if name not in PARTS]
    return {"language": library.languages(), "theme": [*THEMES], "lessons": lessons, "locked": (*LOOKS, *FIELDS)}


def _checked(name: str, value: Any, known: Mapping[str, Sequence[str]]) -> Any:
    """One entry, of the right kind and among what there is."""
    if name == "experiment":
        return validated(from_plain(value))
    if name == "projector":
        return _of_kind(name, value, bool, "true or false")
    if name not in known:
        raise UserError(
            f"It has the unknown entry {name!r}", f"one of {', '.join((*known, 'projector', 'experiment'))}"
        )
    if name not in LISTS:
        return _member(name, value, known[name])
    several = [_member(name, each, known[name]) for each in _of_kind(name, value, list, "a list")]
    return frozenset(several) if name == "locked" else tuple(several)


def _member(name: str, value: Any, known: Sequence[str]) -> Any:
    if value not in known:
        raise UserError(f"Its {name} names {str(value)[:40]!r}", f"one of {', '.join(known)}")
    return value


def _of_kind(name: str, value: Any, kind: type, expected: str) -> Any:
    if not isinstance(value, kind):
        raise UserError(f"Its {name} is {str(value)[:40]!r}", expected)
    return value


def listed(lab: LabSettings) -> list[str]:
    """What the file sets, a line each."""
    usual = LabSettings()
    given = {name: getattr(lab, name) for name in ("language", "theme", "projector", "lessons", "locked", "experiment")}
    return [f"  {name}: {_told(value)}" for name, value in given.items() if value != getattr(usual, name)]


def _told(value: Any) -> str:
    """A value in a line."""
    if isinstance(value, Experiment):
        usual = to_plain(Experiment())
        return ", ".join(f"{name} {each}" for name, each in to_plain(value).items() if each != usual[name])
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    return ", ".join(value) if isinstance(value, tuple) else str(value)
