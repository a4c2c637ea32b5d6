"""The catalogue of optimisers: Keras's own classes, their parameters, and one honest sentence for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gdviz.errors import UserError


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an optimiser.

    Attributes:
        label: Its name on screen.
        default: The value where nothing else is asked for.
        low: Smallest value allowed, itself included.
        high: Largest value allowed, itself included.
        help: One sentence for the tooltip.
        log: Whether a slider should be logarithmic.
    """

    label: str
    default: float
    low: float
    high: float
    help: str
    log: bool = False


@dataclass(frozen=True, slots=True)
class Optimizer:
    """One entry of the catalogue.

    Attributes:
        title: Its name on screen.
        keras_class: The class in ``keras.optimizers``.
        sentence: What it does, for a pupil.
        rule: Its update in one line.
        learning_rate: Keras's default.
        parameters: By Keras's own name.
    """

    title: str
    keras_class: str
    sentence: str
    rule: str
    learning_rate: float
    parameters: Mapping[str, Parameter]


_EPSILON = Parameter("epsilon", 1e-7, 1e-10, 1.0, "Keeps the division from exploding where gradients vanish.", log=True)
_BETA_1 = Parameter("beta 1", 0.9, 0.0, 0.999, "How long the average of past gradients remembers.")
_BETA_2 = Parameter("beta 2", 0.999, 0.0, 0.9999, "How long the average of squared gradients remembers.")

OPTIMIZERS: Mapping[str, Optimizer] = {
    "sgd": Optimizer(
        "SGD",
        "SGD",
        "Steps straight down the slope, as far as rate times slope says; nothing is remembered.",
        "w \u2190 w - rate \u00b7 g",
        0.01,
        {},
    ),
    "momentum": Optimizer(
        "SGD with momentum",
        "SGD",
        "A heavy ball: keeps most of its speed, so it rolls through flats and overshoots bends.",
        "v \u2190 momentum \u00b7 v - rate \u00b7 g;  w \u2190 w + v",
        0.01,
        {"momentum": Parameter("momentum", 0.9, 0.0, 0.999, "Share of its speed that the ball keeps at each step.")},
    ),
    "rmsprop": Optimizer(
        "RMSprop",
        "RMSprop",
        "Divides each weight's slope by its recent size, so steep and flat directions move alike.",
        "s \u2190 rho \u00b7 s + (1 - rho) \u00b7 g\u00b2;  w \u2190 w - rate \u00b7 g / \u221a(s + epsilon)",
        0.001,
        {
            "rho": Parameter("rho", 0.9, 0.0, 0.999, "How long the average of squared gradients remembers."),
            "momentum": Parameter("momentum", 0.0, 0.0, 0.999, "Share of its speed that the ball keeps at each step."),
            "epsilon": _EPSILON,
        },
    ),
    "adam": Optimizer(
        "Adam",
        "Adam",
        "Momentum and RMSprop in one, with a corrected start: a good first choice, not a magic one.",
        "m, v \u2190 averages of g and g\u00b2;  w \u2190 w - rate \u00b7 m\u0302 / (\u221av\u0302 + epsilon)",
        0.001,
        {"beta_1": _BETA_1, "beta_2": _BETA_2, "epsilon": _EPSILON},
    ),
}
"""By key; a new optimiser is one entry here."""


def parameters_of(optimizer: str, changed: tuple[tuple[str, float], ...]) -> dict[str, float]:
    """All of an optimiser's parameters: the defaults, and ``changed`` over them.

    Raises:
        UserError: If a name is not one of its parameters, or a value is out of range.
    """
    known = OPTIMIZERS[optimizer].parameters
    for name, value in changed:
        if name not in known:
            raise UserError(f"{OPTIMIZERS[optimizer].title} has no parameter {name!r}", ", ".join(known) or "none")
        low, high = known[name].low, known[name].high
        if not low <= value <= high:
            raise UserError(f"{known[name].label} was {value}", f"a number from {low:g} to {high:g}")
    return {name: parameter.default for name, parameter in known.items()} | dict(changed)


def keras_optimizer(optimizer: str, parameters: Mapping[str, float], learning_rate: Any) -> Any:
    """The ``keras.optimizers`` object itself.

    Args:
        optimizer: A key of `OPTIMIZERS`.
        parameters: All its parameters by Keras's names.
        learning_rate: A number, or a ``LearningRateSchedule``.
    """
    import keras

    return getattr(keras.optimizers, OPTIMIZERS[optimizer].keras_class)(learning_rate=learning_rate, **parameters)
