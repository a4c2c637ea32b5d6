"""What the lock file says: each package with its version, the platforms it is for, and who needs it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from packaging.markers import Marker

PROGRAM = "gdviz (pyproject.toml)"
"""What the lock calls the program itself; its developers' needs are called otherwise."""

ENTRY = re.compile(
    r"(?m)^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?: ; (?P<marker>[^\\\n]+))?(?P<rest>(?:[ \\].*)?(?:\n[ ].*)*)"
)


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock.

    Attributes:
        name: As the package index writes it.
        version: The one version.
        marker: On which platforms and Pythons; empty for all.
        needed_by: Names of packages, or `PROGRAM`.
        lines: As it stands in the lock, with its hashes.
    """

    name: str
    version: str
    marker: str
    needed_by: tuple[str, ...]
    lines: str

    def is_for(self, environment: Mapping[str, str]) -> bool:
        """Whether a platform needs it; ``environment`` holds values for the variables of PEP 508."""
        return not self.marker or Marker(self.marker).evaluate(dict(environment))


def read_lock(text: str) -> list[Locked]:
    """Every package in the text of a lock."""
    return [
        Locked(
            found["name"], found["version"], (found["marker"] or "").strip(), _needed_by(found["rest"]), found.group()
        )
        for found in ENTRY.finditer(text)
    ]


def needed_to_run(packages: Iterable[Locked]) -> list[Locked]:
    """Those that the program needs, and those that these need; without what only developers need."""
    every, names = list(packages), {PROGRAM}
    while more := {each.name for each in every if each.name not in names and names & set(each.needed_by)}:
        names |= more
    return [each for each in every if each.name in names]


def _needed_by(rest: str) -> tuple[str, ...]:
    """The names behind ``# via``, in one line or in several."""
    comments = [line.strip().lstrip("#").strip() for line in rest.splitlines() if line.strip().startswith("#")]
    return tuple(line.removeprefix("via").strip() for line in comments if line != "via")
