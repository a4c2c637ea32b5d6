"""Landscapes given by a formula, with minima that are known.

The test functions of two weights are those of Jamil & Yang (2013), "A literature survey of benchmark functions for
global optimisation problems", arXiv 1308.4008; the minima were polished by Newton's method to the last digit.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.engine.landscape import Landscape, Rows, Tensor
from gdviz.engine.optimizers import Parameter
from gdviz.engine.written import WrittenWeights
from gdviz.errors import UserError

Point = tuple[float, ...]
Changed = tuple[tuple[str, float], ...]
"""Parameters where they differ from their defaults, as pairs."""


def maths_of(values: Any) -> Any:
    """What has the ``sin``, ``exp`` and so on that work on ``values``: numpy, or TensorFlow's of the same names.

    Symbols that write a formula down (`gdviz.engine.written`) bring their own.
    """
    if isinstance(values, np.ndarray):
        return np
    if isinstance(values, WrittenWeights):
        return values.maths
    import tensorflow as tf

    return tf.math


def parameter_values(title: str, known: Mapping[str, Parameter], changed: Changed) -> dict[str, float]:
    """All of a landscape's parameters: the defaults, and ``changed`` over them.

    Raises:
        UserError: If a name is not one of the landscape's parameters, or a value is out of range.
    """
    for name, value in changed:
        if name not in known:
            raise UserError(f"{title} has no parameter {name!r}", ", ".join(known) or "none")
        low, high = known[name].low, known[name].high
        if not low <= value <= high:
            raise UserError(f"{known[name].label} was {value}", f"a number from {low:g} to {high:g}")
    return {name: parameter.default for name, parameter in known.items()} | dict(changed)


@dataclass(frozen=True, slots=True)
class Function:
    """A loss that is written down.

    Attributes:
        title: Its name on screen.
        sentence: What a pupil can learn from it.
        names: The weights' names, one or two.
        loss: ``(m, *weights, **parameters) -> loss``, each weight ``[K]``; m is `maths_of` the weights, so that the
            same line works on numpy arrays and tensors.
        start: First weights.
        window: Drawn part, (low, high) for each weight.
        minima: Every global minimum, whatever the parameters; none where the loss falls without end.
        suggests: Settings that show it well.
        local_minima: Valleys that are not the lowest, at the default parameters; empty where they are too many.
        parameters: Its own parameters by name.
    """

    title: str
    sentence: str
    names: tuple[str, ...]
    loss: Callable[..., Any]
    start: Point
    window: tuple[tuple[float, float], ...]
    minima: tuple[Point, ...]
    suggests: Mapping[str, Any]
    local_minima: tuple[Point, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)

    def formula(self, weights: Any, changed: Changed = ()) -> Any:
        """``weights [K, P] -> loss [K]``, of a numpy array or a tensor, with some parameters changed."""
        columns = [weights[:, column] for column in range(len(self.names))]
        values = parameter_values(self.title, self.parameters, changed)
        return self.loss(maths_of(weights), *columns, **values)


def _ackley(m: Any, x: Any, y: Any) -> Any:
    """-20 exp(-0.2 sqrt((x\u00b2 + y\u00b2) / 2)) - exp((cos 2\u03c0x + cos 2\u03c0y) / 2) + 20 + e, Ackley (1987).

    Its tip at 0 is that of a cone. A rounding of 1e-10, far below what is drawn, gives it the slope 0 there instead
    of none; ``expm1`` keeps the loss exact beside it.
    """
    distance = m.sqrt(0.5 * (x**2 + y**2) + 1e-20)
    waves = 0.5 * (m.cos(2.0 * math.pi * x) + m.cos(2.0 * math.pi * y)) - 1.0
    return -20.0 * m.expm1(-0.2 * distance) - math.e * m.expm1(waves)


FUNCTIONS: Mapping[str, Function] = {
    "square": Function(
        title="Bowl: (w - 3)\u00b2",
        sentence="The simplest valley there is: its slope is 2(w - 3), its curvature 2 everywhere.",
        names=("w",),
        loss=lambda m, w: (w - 3.0) ** 2,
        start=(0.0,),
        window=((-2.0, 8.0),),
        minima=((3.0,),),
        suggests={"optimizer": "sgd", "learning_rate": 0.1, "epochs": 20},
    ),
    "raised_square": Function(
        title="Raised bowl: (w - 5)\u00b2 + 2",
        sentence="The lowest loss there is need not be 0: here training ends at 2, and that is perfect.",
        names=("w",),
        loss=lambda m, w: (w - 5.0) ** 2 + 2.0,
        start=(0.0,),
        window=((-2.0, 12.0),),
        minima=((5.0,),),
        suggests={"optimizer": "sgd", "learning_rate": 0.1, "epochs": 30},
    ),
    "cubic": Function(
        title="Inflection: w\u00b3",
        sentence="The slope is zero at 0, yet that is no minimum: from the right it stalls, from the left it falls on.",
        names=("w",),
        loss=lambda m, w: w**3,
        start=(1.5,),
        window=((-2.0, 2.0),),
        minima=(),
        suggests={"optimizer": "sgd", "learning_rate": 0.1, "epochs": 60},
    ),
    "double_well": Function(
        title="Two valleys",
        sentence="Downhill leads to the nearest valley, not the deepest: which one depends on the start.",
        names=("w",),
        # Its slope is w(w + 2)(w - 3) / 10: valleys at -2 and 3, a hill at 0.
        loss=lambda m, w: (3.0 * w**4 - 4.0 * w**3 - 36.0 * w**2 + 189.0) / 120.0,
        start=(-0.5,),
        window=((-3.5, 4.5),),
        minima=((3.0,),),
        local_minima=((-2.0,),),
        suggests={"optimizer": "sgd", "learning_rate": 0.3, "epochs": 40},
    ),
    "absolute": Function(
        title="Sharp valley: |w|",
        sentence="The slope is as steep beside the bottom as far away, so steps never shrink: it hops to and fro.",
        names=("w",),
        loss=lambda m, w: m.abs(w),
        start=(2.0,),
        window=((-3.0, 3.0),),
        minima=((0.0,),),
        suggests={"optimizer": "sgd", "learning_rate": 0.3, "epochs": 30},
    ),
    "wavy": Function(
        title="Wavy bowl",
        sentence="Small waves trap plain steps on the way down; a heavy ball with momentum rolls through them.",
        names=("w",),
        loss=lambda m, w, waves: 0.1 * w**2 + waves * (1.0 - m.cos(3.0 * w)),
        start=(5.0,),
        window=((-6.0, 6.0),),
        minima=((0.0,),),
        local_minima=tuple(
            (w,) for w in (-3.847009910782129, -1.9453787798266386, 1.9453787798266386, 3.847009910782129)
        ),
        suggests={"optimizer": "sgd", "learning_rate": 0.05, "epochs": 60},
        parameters={"waves": Parameter("waves", 0.3, 0.0, 2.0, "How high the waves are; 0 leaves a smooth bowl.")},
    ),
    "long_bowl": Function(
        title="Long bowl",
        sentence="Steep across and flat along: the rate that is safe across is slow along, so it zigzags.",
        names=("x", "y"),
        loss=lambda m, x, y, condition: 0.5 * (x**2 + condition * y**2),
        start=(-4.0, 1.5),
        window=((-5.0, 5.0), (-2.5, 2.5)),
        minima=((0.0, 0.0),),
        suggests={"optimizer": "sgd", "learning_rate": 0.09, "epochs": 60},
        parameters={
            "condition": Parameter(
                "condition number", 20.0, 1.0, 1000.0, "How many times more curved it is across than along.", log=True
            )
        },
    ),
    "saddle": Function(
        title="Saddle: x\u00b2 - y\u00b2",
        sentence="A valley one way and a hill the other: the slope is zero in the middle, but it is no minimum.",
        names=("x", "y"),
        loss=lambda m, x, y: x**2 - y**2,
        start=(1.5, 0.001),
        window=((-2.0, 2.0), (-2.0, 2.0)),
        minima=(),
        suggests={"optimizer": "sgd", "learning_rate": 0.1, "epochs": 40},
    ),
    "monkey_saddle": Function(
        title="Monkey saddle: x\u00b3 - 3xy\u00b2",
        sentence="Room for two legs and a tail: three ways lead down, and in the middle even the curvature is zero.",
        names=("x", "y"),
        loss=lambda m, x, y: x**3 - 3.0 * x * y**2,
        start=(1.2, 0.02),
        window=((-2.0, 2.0), (-2.0, 2.0)),
        minima=(),
        suggests={"optimizer": "sgd", "learning_rate": 0.05, "epochs": 23},
    ),
    "plateau": Function(
        title="Plateau with a hole",
        sentence="Far from the hole it is so flat that plain steps hardly move; rules that scale the slope still walk.",
        names=("x", "y"),
        loss=lambda m, x, y, width: -m.expm1(-0.5 * (x**2 + y**2) / width**2),
        start=(-2.8, 1.9),
        window=((-4.0, 4.0), (-4.0, 4.0)),
        minima=((0.0, 0.0),),
        suggests={"optimizer": "sgd", "learning_rate": 0.5, "epochs": 200},
        parameters={"width": Parameter("width", 1.0, 0.3, 3.0, "How far from its middle the hole can be felt.")},
    ),
    "rosenbrock": Function(
        title="Rosenbrock's banana",
        sentence="Finding the bent valley is easy; following its flat floor to the lowest point is not.",
        names=("x", "y"),
        loss=lambda m, x, y, steepness: (1.0 - x) ** 2 + steepness * (y - x**2) ** 2,
        start=(-1.2, 1.0),
        window=((-2.0, 2.0), (-1.0, 3.0)),
        minima=((1.0, 1.0),),
        suggests={"optimizer": "adam", "learning_rate": 0.02, "epochs": 600},
        parameters={
            "steepness": Parameter("steepness", 100.0, 1.0, 1000.0, "How steep the valley's walls are.", log=True)
        },
    ),
    "beale": Function(
        title="Beale's function",
        sentence="Sharp peaks in the corners around a wide flat floor: one rate can hardly suit both.",
        names=("x", "y"),
        loss=lambda m, x, y: (1.5 - x + x * y) ** 2 + (2.25 - x + x * y**2) ** 2 + (2.625 - x + x * y**3) ** 2,
        start=(1.0, 1.5),
        window=((-4.5, 4.5), (-4.5, 4.5)),
        minima=((3.0, 0.5),),
        suggests={"optimizer": "adam", "learning_rate": 0.05, "epochs": 300},
    ),
    "himmelblau": Function(
        title="Himmelblau's four valleys",
        sentence="Four valleys, all equally deep: where it starts decides where it ends, and all ends are right.",
        names=("x", "y"),
        loss=lambda m, x, y: (x**2 + y - 11.0) ** 2 + (x + y**2 - 7.0) ** 2,
        start=(-0.5, -0.8),
        window=((-5.0, 5.0), (-5.0, 5.0)),
        minima=(
            (3.0, 2.0),
            (-2.805118086952745, 3.131312518250573),
            (-3.779310253377747, -3.2831859912861696),
            (3.5844283403304917, -1.8481265269644036),
        ),
        suggests={"optimizer": "sgd", "learning_rate": 0.01, "epochs": 60},
    ),
    "rastrigin": Function(
        title="Rastrigin's egg box",
        sentence="A bowl full of dents, more than a hundred in view: downhill ends in the first one it meets.",
        names=("x", "y"),
        loss=lambda m, x, y, depth: x**2 + y**2 + depth * (2.0 - m.cos(2.0 * math.pi * x) - m.cos(2.0 * math.pi * y)),
        start=(3.4, -2.6),
        window=((-5.12, 5.12), (-5.12, 5.12)),
        minima=((0.0, 0.0),),
        suggests={"optimizer": "sgd", "learning_rate": 0.002, "epochs": 60},
        parameters={"depth": Parameter("depth", 10.0, 0.0, 20.0, "How deep the dents are; 0 leaves a smooth bowl.")},
    ),
    "ackley": Function(
        title="Ackley's funnel",
        sentence="A heavy ball rolls over the dents into the funnel; its tip is so sharp that steps hop about it.",
        names=("x", "y"),
        loss=_ackley,
        start=(2.4, -1.6),
        window=((-5.0, 5.0), (-5.0, 5.0)),
        minima=((0.0, 0.0),),
        suggests={"optimizer": "momentum", "learning_rate": 0.01, "epochs": 200},
    ),
    "styblinski_tang": Function(
        title="Styblinski and Tang's four valleys",
        sentence="Four valleys of three depths: only about one start in four rolls into the deepest.",
        names=("x", "y"),
        loss=lambda m, x, y: 0.5 * (x**4 - 16.0 * x**2 + 5.0 * x + y**4 - 16.0 * y**2 + 5.0 * y),
        start=(1.0, -0.5),
        window=((-5.0, 5.0), (-5.0, 5.0)),
        minima=((-2.903534027771177, -2.903534027771177),),
        local_minima=(
            (-2.903534027771177, 2.746802770990837),
            (2.746802770990837, -2.903534027771177),
            (2.746802770990837, 2.746802770990837),
        ),
        suggests={"optimizer": "sgd", "learning_rate": 0.01, "epochs": 60},
    ),
}
"""By key; a new function is one entry here."""


def function(key: str, parameters: Changed = ()) -> Landscape:
    """The landscape of `FUNCTIONS`'s entry ``key``: one row, so that an epoch is one step.

    Args:
        key: Which function.
        parameters: Its own parameters where they differ from the defaults. The same values give the same object.

    Raises:
        UserError: If a parameter is unknown or out of range.
    """
    entry = FUNCTIONS[key]
    return _function(key, tuple(sorted(parameter_values(entry.title, entry.parameters, parameters).items())))


@lru_cache(maxsize=64)
def _function(key: str, parameters: Changed) -> Landscape:
    """The landscape for all of its parameters."""
    entry = FUNCTIONS[key]
    return bare_landscape(entry.names, lambda w: entry.formula(w, parameters), entry.start, entry.window)


def bare_landscape(
    names: tuple[str, ...], formula: Callable[[Tensor], Tensor], start: Point, window: tuple[tuple[float, float], ...]
) -> Landscape:
    """A landscape that is a formula and nothing else: ``weights [K, P] -> loss [K]``."""

    def row_losses(weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        return formula(weights)[:, None]

    return Landscape(
        size=len(names),
        names=names,
        train=Rows(np.zeros((1, 1), np.float32), np.zeros(1, np.float32)),
        validation=None,
        row_losses=row_losses,
        row_hits=None,
        start=lambda seed: np.array(start, np.float32),
        window=window,
    )
