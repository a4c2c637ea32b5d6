"""The largest learning rate that the curvature of the loss allows.

On a quadratic valley of curvature l, gradient descent ``w <- w - rate * l * w`` shrinks w as long as ``rate < 2 / l``;
beyond, every step overshoots by more than it came from. Networks are not quadratic, but the largest eigenvalue of
their Hessian plays the part of l: full-batch training rises to that edge and hovers there.

Sources: Cohen, Kaur, Li, Kolter, Talwalkar: Gradient Descent on Neural Networks Typically Occurs at the Edge of
Stability, ICLR 2021 (arXiv:2103.00065), for plain descent, momentum and Nesterov. Cohen, Ghorbani, Krishnan and
others: Adaptive Gradient Methods at the Edge of Stability, 2022 (arXiv:2207.14484), for RMSprop and Adam.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gdviz.core.experiment import Experiment

Array = NDArray[np.float32]
Parameters = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Curvature:
    """What is known of the largest eigenvalue of the Hessian of the training loss at some weights.

    Attributes:
        largest: The estimate, never above the true value but for rounding. Negative where the loss bends down in every
            direction.
        residual: ``|H v - largest * v|`` for the unit vector ``v``: some true eigenvalue is no farther away than this.
        vector: ``v``, shape ``[P]``; a later estimate nearby may begin with it.
        products: Hessian-vector products that it took.
        done: Whether the residual is as small as was asked for.
        preconditioned: Whether it is the Hessian as RMSprop or Adam scales it.
    """

    largest: float
    residual: float
    vector: Array
    products: int
    done: bool
    preconditioned: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """The largest stable learning rate, or why there is none to be told.

    Attributes:
        rate: Above it, steps along the steepest valley overshoot by ever more; None if not known.
        reason: Why it is not known, one sentence; empty if it is.
    """

    rate: float | None
    reason: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Stability:
    """How steep it is, and how fast one may go there.

    Attributes:
        limit: The largest stable rate, or why there is none to be told.
        curvature: What is known of the steepest direction; None where nothing was measured.
    """

    limit: Limit
    curvature: Curvature | None = None

    @property
    def largest(self) -> float:
        """The largest eigenvalue; NaN where nothing was measured."""
        return np.nan if self.curvature is None else self.curvature.largest


@dataclass(frozen=True, slots=True)
class Rule:
    """How an optimiser's limit follows from curvature.

    With momentum b, decoupled weight decay d and curvature l, ``limit = 2 (1 + b) / (gain(b) l + (1 + b) d)``: the
    rate at which the characteristic polynomial of the linear update has the root -1.

    Attributes:
        momentum: Name of the parameter that is b, or empty for b = 0.
        gain: How much of each gradient a step in the end passes on, by b.
        preconditioned: Whether l is that of the Hessian scaled by the optimiser's second moments.
    """

    momentum: str
    gain: Callable[[float], float]
    preconditioned: bool = False


def _plain(b: float) -> float:
    return 1.0


def _ahead(b: float) -> float:
    return 1.0 + 2.0 * b


def _averaged(b: float) -> float:
    return 1.0 - b


RULES: Mapping[str, Rule] = {
    "sgd": Rule("", _plain),
    "momentum": Rule("momentum", _plain),
    "nesterov": Rule("momentum", _ahead),
    "rmsprop": Rule("momentum", _plain, preconditioned=True),
    "adam": Rule("beta_1", _averaged, preconditioned=True),
    "adamw": Rule("beta_1", _averaged, preconditioned=True),
}
"""By optimiser: SGD 2/l; heavy ball 2(1 + b)/l; Nesterov (2 + 2b)/((1 + 2b) l); RMSprop 2/l of the preconditioned
Hessian; Adam (2 + 2 b1)/((1 - b1) l) of it, which is 38/l for b1 = 0.9."""

SILENT: Mapping[str, str] = {
    "lion": "Lion steps by sign alone: near a minimum it jitters by the rate itself, whatever the curvature",
    "ftrl": "Ftrl sets each weight anew from all past slopes; no limit is known for it",
    "adagrad": "Adagrad divides by slopes it never forgets: a rate too large now will shrink by itself",
    "adadelta": "Adadelta measures steps by its own past steps; no limit is known for it",
    "adamax": "Adamax divides by the largest recent slope; no published limit covers it",
    "nadam": "Nadam's momentum changes from step to step; no published limit covers it",
    "adafactor": "Adafactor clips its steps and measures them by the weights; no published limit covers it",
    "lamb": "Lamb makes each layer's step as long as its weights; curvature does not limit it",
    "muon": "Muon's steps have the same length in all directions; curvature does not limit it",
    "schedule_free_adamw": "Schedule-free AdamW averages its own path; no published limit covers it",
}
"""Where the theory does not reach, and why, by optimiser."""


UNKNOWN = "No limit is known for this optimiser"
ANOTHER = "The curvature was measured for another optimiser"
INFINITE = "The curvature is not a finite number here"
DOWNWARDS = "The loss does not bend upwards in any direction here"


def largest_rate(optimizer: str, parameters: Parameters, curvature: Curvature) -> Limit:
    """The largest stable rate of full-batch training.

    Args:
        optimizer: A key of the catalogue.
        parameters: All its parameters by Keras's names.
        curvature: The Hessian's largest eigenvalue; of the preconditioned one where `needs_preconditioner`.
    """
    if optimizer not in rule_keys():
        return Limit(None, SILENT.get(optimizer, UNKNOWN))
    rule = rule_of(optimizer, parameters)
    if rule.preconditioned != curvature.preconditioned:
        return Limit(None, ANOTHER)
    b, decay = parameters.get(rule.momentum, 0.0), parameters.get("weight_decay", 0.0)
    pull = rule.gain(b) * curvature.largest + (1 + b) * decay
    if not np.isfinite(pull):
        return Limit(None, INFINITE)
    return Limit(2 * (1 + b) / pull) if pull > 0 else Limit(None, DOWNWARDS)


def rule_keys() -> frozenset[str]:
    """The optimisers of the catalogue that a limit is known for; Nesterov is a parameter of momentum there."""
    return frozenset(RULES) - {"nesterov"}


def rule_of(optimizer: str, parameters: Parameters) -> Rule:
    """The rule for an optimiser with its parameters."""
    return RULES["nesterov" if parameters.get("nesterov") else optimizer]


def needs_preconditioner(optimizer: str) -> bool:
    """Whether the limit needs the curvature as the optimiser's second moments scale it."""
    return optimizer in RULES and RULES[optimizer].preconditioned


def stable_rate(experiment: Experiment, parameters: Parameters, rows: int, curvature: Curvature) -> Limit:
    """The largest stable rate for an experiment as it stands, or why nobody can tell.

    Args:
        experiment: What is trained.
        parameters: All its optimiser's parameters by Keras's names.
        rows: Training rows.
        curvature: As for `largest_rate`.
    """
    reason = next((words for applies, words in _OBSTACLES if applies(experiment, rows)), "")
    return Limit(None, reason) if reason else largest_rate(experiment.optimizer, parameters, curvature)


_OBSTACLES: tuple[tuple[Callable[[Experiment, int], bool], str], ...] = (
    (lambda experiment, rows: experiment.ascend, "Adding the gradient climbs; no rate makes that settle"),
    (
        lambda experiment, rows: experiment.batch_size < rows,
        "With small batches, noise decides as much as curvature; the limit holds where a batch is all rows",
    ),
    (
        lambda experiment, rows: experiment.dropout > 0 and experiment.landscape == "network",
        "Dropout is noise in every step, which the limit leaves out",
    ),
    (
        lambda experiment, rows: experiment.clip_norm > 0,
        "Clipping shortens long steps, so that overshooting need not grow",
    ),
)
"""What in an experiment puts it out of the theory's reach, and the words for it; the first that applies counts."""


Moments = Mapping[str, Array]
"""What an optimiser remembers, by the names that Keras gives it: ``"velocity"``, ``"velocity_hat"``,
``"average_gradient"``."""


def preconditioner(optimizer: str, parameters: Parameters, moments: Moments, steps: int) -> Array:
    """What each weight's gradient is divided by: D, of the preconditioned Hessian ``D^-1/2 H D^-1/2``.

    As Keras computes it, after ``t`` steps:

    - RMSprop ``sqrt(v + epsilon)``, centred ``sqrt(v - a^2 + epsilon)`` with a the average gradient;
    - Adam ``(1 - b1^t) (sqrt(v) + epsilon) / sqrt(1 - b2^t)``: both of Adam's corrections of its start change the
      length of a step and so belong here (Cohen et al. 2022). With AMSGrad v is the largest so far.

    Args:
        optimizer: A key of `RULES` whose rule is preconditioned.
        parameters: All its parameters by Keras's names.
        moments: Its memory, ``[P]`` each.
        steps: ``t``, 1 or more.

    Returns:
        D, shape ``[P]``, all above 0.
    """
    return np.asarray(_SCALES[optimizer](parameters, moments, steps), np.float32)


def _rmsprop_scale(parameters: Parameters, moments: Moments, steps: int) -> NDArray[np.float64]:
    velocity = moments["velocity"].astype(np.float64)
    if parameters.get("centered"):
        velocity = velocity - moments["average_gradient"].astype(np.float64) ** 2
    return np.sqrt(np.maximum(velocity, 0) + parameters["epsilon"])


def _adam_scale(parameters: Parameters, moments: Moments, steps: int) -> NDArray[np.float64]:
    velocity = moments["velocity_hat" if parameters.get("amsgrad") else "velocity"].astype(np.float64)
    first, second = 1 - parameters["beta_1"] ** steps, 1 - parameters["beta_2"] ** steps
    return np.asarray(first * (np.sqrt(velocity) + parameters["epsilon"]) / np.sqrt(second))


_SCALES: Mapping[str, Callable[[Parameters, Moments, int], NDArray[np.float64]]] = {
    "rmsprop": _rmsprop_scale,
    "adam": _adam_scale,
    "adamw": _adam_scale,
}
