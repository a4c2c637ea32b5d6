"""An experiment as plain values for a JSON file, and back, taking nothing on trust."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.errors import UserError


def to_plain(experiment: Experiment) -> dict[str, Any]:
    """The experiment as a mapping of JSON's own values."""
    return {
        name: [*map(_listed, value)] if isinstance(value, tuple) else value
        for name, value in asdict(experiment).items()
    }


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def from_plain(plain: Any) -> Experiment:
    """The experiment that such a mapping describes; settings that it does not name have their usual values.

    Whether its landscape, data set and so on exist is for the catalogue to say.

    Raises:
        UserError: If it is no such mapping.
    """
    if not isinstance(plain, Mapping):
        raise UserError("An experiment was no table of settings", "a name and a value for each setting")
    unknown = [name for name in plain if name not in FIELDS]
    if unknown:
        raise UserError(f"An experiment has the unknown setting {str(unknown[0])[:40]!r}", "settings that gdviz knows")
    return Experiment(**{name: _checked(name, value) for name, value in plain.items()})


def _checked(name: str, value: Any) -> Any:
    """A value of the kind that the setting has."""
    kind = FIELDS[name].kind
    if kind is tuple and isinstance(value, list):
        return tuple(_pair(name, each) if isinstance(each, list) else _member(name, each) for each in value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind is float and is_number:
        return float(value)
    if kind in (int, str, bool) and type(value) is kind:
        return value
    raise UserError(f"{FIELDS[name].label} was {str(value)[:40]!r}", f"a value of the kind {kind.__name__}")


def _member(name: str, value: Any) -> float | int:
    """A place, or a number of neurons."""
    if name == "start" and type(value) in (int, float):
        return float(value)
    if name == "start" or type(value) is not int:
        raise UserError(f"{FIELDS[name].label} was {str(value)[:40]!r}", "numbers, whole ones for neurons")
    return int(value)


def _pair(name: str, value: list[Any]) -> tuple[str, float]:
    """A named parameter."""
    if len(value) != 2 or not isinstance(value[0], str) or type(value[1]) not in (int, float):
        raise UserError(f"{FIELDS[name].label} was {str(value)[:40]!r}", "names with a number each")
    return value[0], float(value[1])
