"""An experiment: everything needed to train the same run again, and the one table of its settings."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from gdviz.core.plain import plain
from gdviz.errors import UserError
from gdviz.said import Said


@dataclass(frozen=True, slots=True)
class Experiment:
    """One training run, before it is run. Two equal experiments give equal numbers.

    Attributes:
        landscape: What is descended: ``"network"``, ``"model"``, ``"formula"``, or the key of a function or neuron.
        data: Which data set a network or model learns; unused by the others.
        units: Units of each hidden layer of a network.
        optimizer: Key in the catalogue of optimisers.
        learning_rate: Step size; Keras's ``learning_rate``.
        optimizer_parameters: The optimiser's own parameters where they differ from Keras's defaults, as sorted pairs.
        epochs: Passes over the training data; for functions, steps.
        batch_size: Rows to a step; the last batch of an epoch may be smaller, as in ``model.fit``.
        seed: Seeds the first weights and the order of the batches.
        landscape_parameters: A function's or neuron's own parameters where they differ from its defaults, as sorted
            pairs, for example the condition number of the long bowl.
        formula: The loss as a formula in w, or in x and y, where the landscape is ``"formula"``.
        activation: Of the hidden layers, by Keras's name.
        initializer: Of the kernels, by Keras's name.
        l2: Weight of the sum of squared kernel weights in the loss; Keras's ``regularizers.L2``.
        dropout: Share of each hidden layer's outputs that a training step drops; Keras's ``Dropout``.
        standardize: Whether inputs are brought to mean 0 and deviation 1 (by the training rows).
        validation_split: Share of the rows that is held back.
        label_noise: Share of the training rows whose answer is replaced by a random one.
        schedule: How the learning rate goes from step to step, a key in the catalogue.
        clip_norm: Largest norm of a step's whole gradient, 0 for none; Keras's ``global_clipnorm``.
        ascend: Whether the gradient is added instead of subtracted, to see why it is not.
        model: The path of the ``.keras`` file where the landscape is ``"model"``; empty as long as none is chosen.
        start: Where the walk begins, a number for each of one or two weights; empty for the landscape's own start.
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
    landscape_parameters: tuple[tuple[str, float], ...] = ()
    formula: str = "(w^2 - 1)^2 + 0.3 w"
    activation: str = "relu"
    initializer: str = "glorot_uniform"
    l2: float = 0.0
    dropout: float = 0.0
    standardize: bool = True
    validation_split: float = 0.2
    label_noise: float = 0.0
    schedule: str = "constant"
    clip_norm: float = 0.0
    ascend: bool = False
    model: str = ""
    start: tuple[float, ...] = ()

    @property
    def learns_rows(self) -> bool:
        """Whether it looks at examples, so that data, batches and seed count."""
        return self.landscape in ("network", "model")


@dataclass(frozen=True, slots=True)
class Field:
    """What a setting may be, and how a form and a message speak of it.

    Attributes:
        label: Its name on screen.
        kind: ``float``, ``int``, ``bool``, ``str``, or ``tuple`` (of whole numbers or of named parameters).
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
    "landscape_parameters": Field("Landscape's own", tuple, help="The landscape's own parameters."),
    "formula": Field("Formula", str, help="The loss in w, or in x and y, for example (w - 3)^2."),
    "model": Field("Model file", str, help="The path of a model that you saved with model.save('name.keras')."),
    "data": Field("Data", str, help="The examples that the network learns from."),
    "units": Field("Hidden layers", tuple, 1, 1024, "Neurons in each hidden layer, for example 16 or 32, 16."),
    "optimizer": Field("Optimiser", str, help="The rule that turns a gradient into a step.", live=True),
    "learning_rate": Field("Learning rate", float, 1e-7, 100.0, "How far to step against the gradient.", live=True),
    "epochs": Field("Epochs", int, 1, 100_000, "How many times to go through the training data.", live=True),
    "batch_size": Field("Batch size", int, 1, 100_000, "How many examples to look at before each step."),
    "seed": Field("Seed", int, 0, 2**31 - 1, "Another number is another start and another order of examples."),
    "optimizer_parameters": Field("Optimiser's own", tuple, help="The optimiser's own parameters.", live=True),
    "schedule": Field("Schedule", str, help="How the learning rate changes from step to step."),
    "clip_norm": Field("Clip gradient", float, 0.0, 1e6, "Largest norm of a step's gradient; 0 for none.", live=True),
    "ascend": Field("Add the gradient", bool, help="Walks uphill, to see why the rule subtracts.", live=True),
    "start": Field("Start", tuple, -1e9, 1e9, "Where the walk begins, for example -2, 3; empty for its own start."),
    "activation": Field("Activation", str, help="What each hidden neuron does with its sum."),
    "initializer": Field("First weights", str, help="The rule that first weights are drawn by."),
    "l2": Field("L2 penalty", float, 0.0, 10.0, "Adds this times the sum of squared weights to the loss."),
    "dropout": Field("Dropout", float, 0.0, 0.9, "Share of the hidden outputs that each training step ignores."),
    "standardize": Field("Standardise inputs", bool, help="Brings every input to mean 0 and deviation 1."),
    "validation_split": Field("Held back", float, 0.05, 0.9, "Share of the examples kept for validation."),
    "label_noise": Field("Label noise", float, 0.0, 0.9, "Share of training answers replaced by random ones."),
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
    whole = field.kind is not float and name != "start"
    ends = (field.low, field.high) if whole else (plain(field.low, 6), plain(field.high, 6))
    span = Said("{} to {}", *ends)
    expected = Said("a whole number from {}" if whole else "a number from {}", span)
    try:
        value = float(text)
    except (TypeError, ValueError, OverflowError):
        raise UserError(Said("{} was {}", field.label, f"{text!r}"), expected) from None
    if not (field.low <= value <= field.high) or (whole and value != int(value)):
        raise UserError(Said("{} was {}", field.label, str(text).strip()), expected)
    return int(value) if whole else value


def choice(text: str, name: str, choices: Mapping[str, Any]) -> str:
    """Holds one choice against what there is.

    Raises:
        UserError: If ``text`` is not a key of ``choices``; the message lists them all.
    """
    if text not in choices:
        raise UserError(Said("{} was {}", FIELDS[name].label, f"{text!r}"), Said("one of {}", ", ".join(choices)))
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
        elif name in choices:
            values[name] = choice(values[name], name, choices[name])
        elif field.kind is str and not isinstance(values[name], str):
            raise UserError(Said("{} was {}", field.label, f"{values[name]!r}"), "text")
        elif field.kind is bool and not isinstance(values[name], bool):
            raise UserError(Said("{} was {}", field.label, f"{values[name]!r}"), Said("yes or no, as True or False"))
    if len(values["units"]) > 8:
        raise UserError(Said("Hidden layers were {}", len(values["units"])), Said("at most 8"))
    values["units"] = tuple(int(number(units, "units")) for units in values["units"])
    values["start"] = tuple(float(number(place, "start")) for place in values["start"])
    return Experiment(**values)
