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
        kind: ``float``, ``int``, or ``bool`` (then 0 is no and 1 is yes).
    """

    label: str
    default: float
    low: float
    high: float
    help: str
    log: bool = False
    kind: type = float


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
        shaped: Whether it looks at the shape of each variable, so that networks have to be trained one at a time on
            variables of their true shapes.
    """

    title: str
    keras_class: str
    sentence: str
    rule: str
    learning_rate: float
    parameters: Mapping[str, Parameter]
    shaped: bool = False


_EPSILON = Parameter("epsilon", 1e-7, 1e-10, 1.0, "Keeps the division from exploding.", log=True)
_BETA_1 = Parameter("beta 1", 0.9, 0.0, 0.999, "How long the average of past gradients remembers.")
_BETA_2 = Parameter("beta 2", 0.999, 0.0, 0.9999, "How long the average of squared gradients remembers.")
_RHO = Parameter("rho", 0.9, 0.0, 0.999, "How long the average of squared gradients remembers.")
_MOMENTUM = Parameter("momentum", 0.9, 0.0, 0.999, "Share of its speed that the ball keeps at each step.")
_NO_MOMENTUM = Parameter("momentum", 0.0, 0.0, 0.999, "Share of its speed that the ball keeps at each step.")
_DECAY = Parameter("weight decay", 0.0, 0.0, 1.0, "Share of each weight that a step takes away, times the rate.")
_SOME_DECAY = Parameter("weight decay", 0.004, 0.0, 1.0, "Share of each weight that a step takes away, times the rate.")
_START = Parameter("first sum", 0.1, 0.0, 10.0, "What the sum of squared gradients begins with; more is gentler.")


def _switch(label: str, help: str, default: float = 0.0) -> Parameter:
    """A parameter that is on or off."""
    return Parameter(label, default, 0.0, 1.0, help, kind=bool)


_AMSGRAD = _switch("AMSGrad", "Never lets the average of squared gradients shrink.")

OPTIMIZERS: Mapping[str, Optimizer] = {
    "sgd": Optimizer(
        "SGD",
        "SGD",
        "Steps straight down the slope, as far as rate times slope says; nothing is remembered.",
        "w \u2190 w - rate \u00b7 g",
        0.01,
        {"weight_decay": _DECAY},
    ),
    "momentum": Optimizer(
        "SGD with momentum",
        "SGD",
        "A heavy ball: keeps most of its speed, so it rolls through flats and overshoots bends.",
        "v \u2190 momentum \u00b7 v - rate \u00b7 g;  w \u2190 w + v",
        0.01,
        {
            "momentum": _MOMENTUM,
            "nesterov": _switch("Nesterov", "Looks ahead: takes the slope where the speed will carry it."),
            "weight_decay": _DECAY,
        },
    ),
    "rmsprop": Optimizer(
        "RMSprop",
        "RMSprop",
        "Divides each weight's slope by its recent size, so steep and flat directions move alike.",
        "s \u2190 rho \u00b7 s + (1 - rho) \u00b7 g\u00b2;  w \u2190 w - rate \u00b7 g / \u221a(s + epsilon)",
        0.001,
        {
            "rho": _RHO,
            "momentum": _NO_MOMENTUM,
            "epsilon": _EPSILON,
            "centered": _switch("centred", "Divides by the spread of recent slopes instead of their size."),
            "weight_decay": _DECAY,
        },
    ),
    "adam": Optimizer(
        "Adam",
        "Adam",
        "Momentum and RMSprop in one, with a corrected start: a good first choice, not a magic one.",
        "m, v \u2190 averages of g and g\u00b2;  w \u2190 w - rate \u00b7 m\u0302 / (\u221av\u0302 + epsilon)",
        0.001,
        {"beta_1": _BETA_1, "beta_2": _BETA_2, "epsilon": _EPSILON, "amsgrad": _AMSGRAD, "weight_decay": _DECAY},
    ),
    "adamw": Optimizer(
        "AdamW",
        "AdamW",
        "Adam that also shrinks every weight a little at each step, which often generalises better.",
        "w \u2190 w - rate \u00b7 decay \u00b7 w;  then Adam's step",
        0.001,
        {
            "weight_decay": _SOME_DECAY,
            "beta_1": _BETA_1,
            "beta_2": _BETA_2,
            "epsilon": _EPSILON,
            "amsgrad": _AMSGRAD,
        },
    ),
    "adadelta": Optimizer(
        "Adadelta",
        "Adadelta",
        "Measures steps by its own past steps; at Keras's default rate it crawls, at 1 it is as published.",
        "step = \u221a(past steps\u00b2) / \u221a(past g\u00b2) \u00b7 g;  w \u2190 w - rate \u00b7 step",
        0.001,
        {
            "rho": Parameter("rho", 0.95, 0.0, 0.999, "How long both averages remember."),
            "epsilon": _EPSILON,
            "weight_decay": _DECAY,
        },
    ),
    "adagrad": Optimizer(
        "Adagrad",
        "Adagrad",
        "Never forgets a slope: weights that moved much move ever less, until everything stands still.",
        "s \u2190 s + g\u00b2;  w \u2190 w - rate \u00b7 g / \u221a(s + epsilon)",
        0.001,
        {"initial_accumulator_value": _START, "epsilon": _EPSILON, "weight_decay": _DECAY},
    ),
    "adamax": Optimizer(
        "Adamax",
        "Adamax",
        "Adam that divides by the largest recent slope instead of the average one: steadier, slower.",
        "u \u2190 max(beta 2 \u00b7 u, |g|);  w \u2190 w - rate \u00b7 m\u0302 / u",
        0.001,
        {"beta_1": _BETA_1, "beta_2": _BETA_2, "epsilon": _EPSILON, "weight_decay": _DECAY},
    ),
    "nadam": Optimizer(
        "Nadam",
        "Nadam",
        "Adam that looks ahead like Nesterov: a little quicker round bends.",
        "Adam, with m taken one step further",
        0.001,
        {"beta_1": _BETA_1, "beta_2": _BETA_2, "epsilon": _EPSILON, "weight_decay": _DECAY},
    ),
    "ftrl": Optimizer(
        "Ftrl",
        "Ftrl",
        "Made for sparse advertising data: sets weights anew from all past slopes; here it mostly shows a slow start.",
        "w \u2190 what would have been best against all slopes so far",
        0.001,
        {
            "learning_rate_power": Parameter(
                "rate power", -0.5, -1.0, 0.0, "How fast the rate falls with past slopes."
            ),
            "initial_accumulator_value": _START,
            "l1_regularization_strength": Parameter("L1", 0.0, 0.0, 10.0, "Pulls small weights to exactly zero."),
            "l2_regularization_strength": Parameter("L2", 0.0, 0.0, 10.0, "Pulls weights towards zero."),
            "l2_shrinkage_regularization_strength": Parameter("L2 shrinkage", 0.0, 0.0, 10.0, "Shrinks by the slope."),
            "beta": Parameter("beta", 0.0, 0.0, 10.0, "Slows the first steps."),
            "weight_decay": _DECAY,
        },
    ),
    "lion": Optimizer(
        "Lion",
        "Lion",
        "Looks only at the sign: every weight moves by the same amount, so it wants a tenth of Adam's rate.",
        "w \u2190 w - rate \u00b7 sign(beta 1 \u00b7 m + (1 - beta 1) \u00b7 g)",
        0.001,
        {
            "beta_1": Parameter("beta 1", 0.9, 0.001, 0.999, "Weight of the past in the sign that is taken."),
            "beta_2": Parameter("beta 2", 0.99, 0.0, 0.9999, "How long the average of past gradients remembers."),
            "weight_decay": _DECAY,
        },
    ),
    "adafactor": Optimizer(
        "Adafactor",
        "Adafactor",
        "Adam for networks too large to remember a number for every weight: it remembers rows and columns.",
        "v \u2248 rows \u00b7 columns;  w \u2190 w - rate \u00b7 clipped(g / \u221av)",
        0.001,
        {
            "beta_2_decay": Parameter(
                "beta 2 decay", -0.8, -1.0, 0.0, "How the memory of squared gradients lengthens."
            ),
            "epsilon_1": Parameter("epsilon 1", 1e-30, 1e-38, 1e-3, "Keeps the division from exploding.", log=True),
            "epsilon_2": Parameter(
                "epsilon 2", 1e-3, 1e-8, 1.0, "Least size a weight's step is measured by.", log=True
            ),
            "clip_threshold": Parameter("clip threshold", 1.0, 0.1, 100.0, "Largest size of a step before the rate."),
            "relative_step": _switch("relative step", "Lets the rate fall as 1 over the root of the steps.", 1.0),
            "weight_decay": _DECAY,
        },
        shaped=True,
    ),
    "lamb": Optimizer(
        "Lamb",
        "Lamb",
        "Adam whose step in each layer is as long as the layer's weights are large: made for huge batches.",
        "w \u2190 w - rate \u00b7 (|w| / |adam step|) \u00b7 adam step, layer by layer",
        0.001,
        {"beta_1": _BETA_1, "beta_2": _BETA_2, "epsilon": _EPSILON, "weight_decay": _DECAY},
        shaped=True,
    ),
    "muon": Optimizer(
        "Muon",
        "Muon",
        "Turns each layer's momentum into a step of equal length in all directions; all else goes by AdamW.",
        "w \u2190 w - rate \u00b7 orthogonal(momentum), layer by layer",
        0.001,
        {
            "momentum": Parameter("momentum", 0.95, 0.0, 0.999, "Share of its speed that each layer keeps."),
            "nesterov": _switch("Nesterov", "Looks ahead by one step.", 1.0),
            "ns_steps": Parameter("rounds", 5, 1, 10, "Rounds of making the step orthogonal.", kind=int),
            "weight_decay": _SOME_DECAY,
            "rms_rate": Parameter("size", 0.2, 0.01, 1.0, "How long an orthogonal step is, measured like Adam's."),
            "adam_beta_1": _BETA_1,
            "adam_beta_2": _BETA_2,
            "adam_weight_decay": _SOME_DECAY,
            "epsilon": _EPSILON,
        },
        shaped=True,
    ),
    "schedule_free_adamw": Optimizer(
        "Schedule-free AdamW",
        "ScheduleFreeAdamW",
        "AdamW that averages its own path instead of letting the rate fall; needs no schedule.",
        "w = mixture of a fast AdamW path and its running average",
        0.0025,
        {
            "beta_1": _BETA_1,
            "beta_2": _BETA_2,
            "epsilon": Parameter("epsilon", 1e-8, 1e-10, 1.0, "Keeps the division from exploding.", log=True),
            "warmup_steps": Parameter("warm-up steps", 0, 0, 10_000, "Steps in which the rate climbs.", kind=int),
            "weight_decay": _DECAY,
        },
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

    entry = OPTIMIZERS[optimizer]
    given: dict[str, Any] = {name: entry.parameters[name].kind(value) for name, value in parameters.items()}
    # Where Keras's own default is None, a decay of 0 means that; elsewhere it takes numbers only.
    if not given.get("weight_decay", 1.0) and not entry.parameters["weight_decay"].default:
        given["weight_decay"] = None
    return getattr(keras.optimizers, entry.keras_class)(learning_rate=learning_rate, **given)
