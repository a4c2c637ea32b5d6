"""An experiment: everything needed to train the same run again, and the one table of its settings."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from gdviz.errors import UserError


@dataclass(frozen=True, slots=True)
class Experiment:
    """One training run, before it is run. Two equal experiments give equal numbers.

    Attributes:
        landscape: What is descended: ``"network"`` or the key of a function or neuron.
        data: Which data set a network learns; unused by the others.
        units: Units of each hidden layer of a network.
        optimizer: Key in the catalogue of optimisers.
        learning_rate: Step size; Keras's ``learning_rate``.
        optimizer_parameters: The optimiser's own parameters where they differ from Keras's defaults, as sorted pairs.
        epochs: Passes over the training data; for functions, steps.
        batch_size: Rows to a step; the last batch of an epoch may be smaller, as in ``model.fit``.
        seed: Seeds the first weights and the order of the batches.
    """

    landscape: str = "network"
    data: str = "iris"
    units: tuple[int, ...] = (16,)
    optimizer: str = "adam"
    learning_rate: float = 0.01
    optimizer_parameters: tuple[tuple[str, float], ...] = ()
    epochs: int = 60
    batch_size: int = 8
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """What a setting may be, and how a form and a message speak of it.

    Attributes:
        label: Its name on screen.
        kind: ``float``, ``int``, ``str`` or ``tuple`` (of whole numbers).
        low: Smallest value allowed, itself included.
        high: Largest value allowed, itself included.
        help: One sentence for the tooltip.
        live: Whether it may change in the middle of a run.
    """

    label: str
    kind: type
    low: float = -math.inf
    high: float = math.inf
    help: str = ""
    live: bool = False


FIELDS: Mapping[str, Field] = {
    "landscape": Field("Landscape", str, help="What is being trained: a network, one neuron, or a function."),
    "data": Field("Data", str, help="The examples that the network learns from."),
    "units": Field("Hidden layers", tuple, 1, 1024, "Neurons in each hidden layer, for example 16 or 32, 16."),
    "optimizer": Field("Optimiser", str, help="The rule that turns a gradient into a step.", live=True),
    "learning_rate": Field("Learning rate", float, 1e-7, 100.0, "How far to step against the gradient.", live=True),
    "epochs": Field("Epochs", int, 1, 100_000, "How many times to go through the training data.", live=True),
    "batch_size": Field("Batch size", int, 1, 100_000, "How many examples to look at before each step."),
    "seed": Field("Seed", int, 0, 2**31 - 1, "Another number is another start and another order of examples."),
    "optimizer_parameters": Field("Optimiser's own", tuple, help="The optimiser's own parameters.", live=True),
}
"""Every setting of an `Experiment`, in the order a form shows them."""


def number(text: Any, name: str) -> float | int:
    """Reads one number for the setting ``name`` and holds it against the setting's range.

    Args:
        text: A number, or text as typed on a command line or in a box.
        name: A key of `FIELDS` whose kind is ``float`` or ``int``, or ``tuple`` for one of its members.

    Returns:
        The value as ``float`` or ``int``.

    Raises:
        UserError: If it is no number, not finite, not whole where it must be, or out of range.
    """
    field = FIELDS[name]
    whole = field.kind is not float
    span = f"{field.low} to {field.high}" if whole else f"{field.low:g} to {field.high:g}"
    expected = f"a {'whole ' if whole else ''}number from {span}"
    try:
        value = float(text)
    except (TypeError, ValueError, OverflowError):
        raise UserError(f"{field.label} was {text!r}", expected) from None
    if not (field.low <= value <= field.high) or (whole and value != int(value)):
        raise UserError(f"{field.label} was {str(text).strip()}", expected)
    return int(value) if whole else value


def choice(text: str, name: str, choices: Mapping[str, Any]) -> str:
    """Holds one choice against what there is.

    Raises:
        UserError: If ``text`` is not a key of ``choices``; the message lists them all.
    """
    if text not in choices:
        raise UserError(f"{FIELDS[name].label} was {text!r}", "one of " + ", ".join(choices))
    return text


def checked(experiment: Experiment, choices: Mapping[str, Mapping[str, Any]]) -> Experiment:
    """The experiment with every plain field held against `FIELDS`.

    Args:
        experiment: What was asked for.
        choices: For the fields of kind ``str``, the keys that exist.

    Raises:
        UserError: At the first field that is not acceptable.
    """
    values: dict[str, Any] = {field.name: getattr(experiment, field.name) for field in fields(experiment)}
    for name, field in FIELDS.items():
        if field.kind in (float, int):
            values[name] = number(values[name], name)
        elif field.kind is str:
            values[name] = choice(values[name], name, choices[name])
    if len(values["units"]) > 8:
        raise UserError(f"Hidden layers were {len(values['units'])}", "at most 8")
    values["units"] = tuple(int(number(units, "units")) for units in values["units"])
    return Experiment(**values)
