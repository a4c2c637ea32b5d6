"""Change one thing: what two experiments differ in, and whether one may conclude anything from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from gdviz.core.experiment import FIELDS, Experiment
from gdviz.core.plain import plain
from gdviz.said import Said, together

ONLY_LEARNERS = ("data", "batch_size", "seed", "standardize", "validation_split", "label_noise")
"""Settings that mean nothing to a function."""

ONLY_NETWORKS = ("units", "activation", "initializer", "l2", "dropout")
"""Settings that only a network built here has."""

ONLY = {"formula": "formula", "model": "model"}
"""Settings of a single landscape, and which."""

LANDSCAPE = ("landscape", "landscape_parameters", *ONLY, "data", "units", "activation", "l2", *ONLY_LEARNERS[3:])
"""Settings that decide what is descended: two runs that share them walk on one and the same surface."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting in which two experiments differ.

    Attributes:
        label: Its name on screen.
        first: Its value in the first, in words.
        second: Its value in the second.
    """

    label: str
    first: str
    second: str

    def __str__(self) -> str:
        """For example ``Learning rate: 0.01 and 0.1``."""
        return Said("{}: {} and {}", self.label, self.first, self.second)


def spelt(_: str, value: Any) -> str:
    """The value of a setting as a form shows it; a choice by its key."""
    if isinstance(value, bool):
        return Said("yes") if value else Said("no")
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or Said("none")
    return plain(value, 6) if isinstance(value, float) else str(value)


def differences(a: Experiment, b: Experiment, spell: Callable[[str, Any], str] = spelt) -> tuple[Difference, ...]:
    """Every setting that means something to either of two experiments and differs, in the order of the form.

    Args:
        a: The first.
        b: The second.
        spell: What a setting's value is called, from the setting's name and the value.
    """
    found: list[Difference] = []
    for name, field in FIELDS.items():
        first, second = getattr(a, name), getattr(b, name)
        if first == second or not (_matters(name, a) or _matters(name, b)):
            continue
        if name.endswith("_parameters"):
            found += _parameters(field.label, dict(first), dict(second))
        else:
            words = spell(name, first), spell(name, second)
            # Two files of one name, say: then only what is behind the words tells them apart.
            found.append(Difference(field.label, *(words if words[0] != words[1] else (str(first), str(second)))))
    return tuple(found)


def compared(found: Sequence[Difference]) -> str:
    """What may be concluded from two runs that differ so, in a sentence or two."""
    if not found:
        return Said("Nothing differs: the same settings give the same run.")
    if len(found) == 1:
        return Said("One thing differs. {}.", str(found[0]))
    listed = together(*map(str, found), between="; ")
    return Said("{} things differ, so nobody can tell which of them matters. {}.", len(found), listed)


def same_landscape(a: Experiment, b: Experiment) -> bool:
    """Whether both walk on the same surface, so that one picture can hold both paths."""
    return all(
        getattr(a, name) == getattr(b, name)
        for name in LANDSCAPE
        if name in FIELDS and (_matters(name, a) or _matters(name, b))
    )


def _matters(name: str, experiment: Experiment) -> bool:
    """Whether the setting means something to the experiment."""
    kind = experiment.landscape
    if name in ONLY:
        return kind == ONLY[name]
    if name in ONLY_NETWORKS:
        return kind == "network"
    # A neuron has examples and batches too; whether it does is the engine's to know, so seed and batches count for it.
    return name not in ONLY_LEARNERS or experiment.learns_rows or name in ("batch_size", "seed")


def _parameters(label: str, first: dict[str, float], second: dict[str, float]) -> list[Difference]:
    """A difference for each named parameter."""
    names = [name for name in sorted({*first, *second}) if first.get(name) != second.get(name)]
    return [
        Difference(together(label, name.replace("_", " ")), *(_usual(each.get(name)) for each in (first, second)))
        for name in names
    ]


def _usual(value: float | None) -> str:
    return Said("the usual") if value is None else plain(value, 6)
