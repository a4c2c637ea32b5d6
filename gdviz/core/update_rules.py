"""How Keras's optimisers work a step out, line by line, for showing and for reckoning alike.

A rule is data: what each line is called, in symbols and in words, and its formula. The same formula is written out for
people and worked out here, so that what is shown is what is computed. The lines are those of ``keras.optimizers``
(Keras 3): Adam's epsilon, for one, is added to the uncorrected root, as at the end of section 2 of Kingma and Ba, 2014,
arXiv:1412.6980, and not as in its algorithm 1.

In a formula ``g`` is the gradient, ``w`` the weight, ``rate`` the learning rate, ``t`` the number of this step since
the optimiser began (from 1), ``x_old`` what the optimiser remembers as ``x``; other names are earlier lines or the
optimiser's parameters by Keras's names.
"""

import ast
import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One quantity of a rule.

    Attributes:
        symbol: What the formula makes.
        words: What that is, for a pupil.
        formula: In the symbols of earlier lines.
        needs: A parameter that has to be on for this line to stand there, or ``"not "`` and one that has to be off.
    """

    symbol: str
    words: str
    formula: str
    needs: str = ""

    def stands(self, parameters: Mapping[str, float]) -> bool:
        """Whether it is part of the rule with these parameters."""
        name = self.needs.removeprefix("not ")
        return not name or bool(parameters.get(name)) != self.needs.startswith("not ")


@dataclass(frozen=True, slots=True)
class Rule:
    """An optimiser's step.

    Attributes:
        lines: In the order in which Keras works them out; the one for ``step`` is what is added to the weight.
        memory: For each symbol that is remembered from step to step, Keras's name of the optimiser variable.
        motion: Which of these carries motion on from step to step; empty where none does.
    """

    lines: tuple[Line, ...]
    memory: Mapping[str, str] = field(default_factory=dict)
    motion: str = ""


STEP = "the step: what is added to the weight"
SLOPE = "gradient: the slope of this batch's loss"
DECAYED = Line("w_kept", "the weight, a little decayed", "w - weight_decay * rate * w", "weight_decay")
NEW = (
    Line("w_new", "the new weight", "w + step", "not weight_decay"),
    Line("w_new", "the new weight", "w_kept + step", "weight_decay"),
)
"""What every rule ends with; decay comes before the step."""

_MEAN = Line("m", "average of past gradients", "m_old + (1 - beta_1) * (g - m_old)")
_SQUARES = Line("v", "average of squared gradients", "v_old + (1 - beta_2) * (g**2 - v_old)")
_ADAM = Rule(
    (
        _MEAN,
        _SQUARES,
        Line("u", "the largest v so far", "max(u_old, v)", "amsgrad"),
        Line("a", "rate, both averages' slow start made up for", "rate * sqrt(1 - beta_2**t) / (1 - beta_1**t)"),
        Line("step", STEP, "-a * m / (sqrt(v) + epsilon)", "not amsgrad"),
        Line("step", STEP, "-a * m / (sqrt(u) + epsilon)", "amsgrad"),
    ),
    {"m": "momentum", "v": "velocity", "u": "velocity_hat"},
    "m",
)

RULES: Mapping[str, Rule] = {
    "sgd": Rule((Line("step", STEP, "-rate * g"),)),
    "momentum": Rule(
        (
            Line("v", "velocity: how fast the ball rolls", "momentum * v_old - rate * g"),
            Line("step", STEP, "v", "not nesterov"),
            Line("step", STEP + ", looking ahead", "momentum * v - rate * g", "nesterov"),
        ),
        {"v": "momentum"},
        "v",
    ),
    "rmsprop": Rule(
        (
            Line("v", "average of squared gradients", "rho * v_old + (1 - rho) * g**2"),
            Line("a", "average of gradients", "rho * a_old + (1 - rho) * g", "centered"),
            Line("d", "recent spread of the gradient", "sqrt(v - a**2 + epsilon)", "centered"),
            Line("d", "recent size of the gradient", "sqrt(v + epsilon)", "not centered"),
            Line("m", "velocity, downhill", "momentum * m_old + rate * g / d", "momentum"),
            Line("step", STEP, "-m", "momentum"),
            Line("step", STEP, "-rate * g / d", "not momentum"),
        ),
        {"v": "velocity", "a": "average_gradient", "m": "momentum"},
        "m",
    ),
    "adam": _ADAM,
    "adamw": _ADAM,
    "adagrad": Rule(
        (
            Line("s", "sum of all squared gradients", "s_old + g**2"),
            Line("step", STEP, "-rate * g / sqrt(s + epsilon)"),
        ),
        {"s": "accumulator"},
    ),
    "adadelta": Rule(
        (
            Line("s", "average of squared gradients", "rho * s_old + (1 - rho) * g**2"),
            Line("d", "step before the rate", "-sqrt(q_old + epsilon) / sqrt(s + epsilon) * g"),
            Line("q", "average of squared steps", "rho * q_old + (1 - rho) * d**2"),
            Line("step", STEP, "rate * d"),
        ),
        {"s": "accumulated_grad", "q": "accumulated_delta_var"},
    ),
    "adamax": Rule(
        (
            _MEAN,
            Line("u", "largest recent gradient", "max(beta_2 * u_old, abs(g))"),
            Line("step", STEP, "-rate * m / ((1 - beta_1**t) * (u + epsilon))"),
        ),
        {"m": "momentum", "u": "norm"},
        "m",
    ),
    "lion": Rule(
        (
            Line("c", "mixture whose sign counts", "beta_1 * m_old + (1 - beta_1) * g"),
            Line("step", STEP, "-rate * sign(c)"),
            Line("m", "average of past gradients", "beta_2 * m_old + (1 - beta_2) * g"),
        ),
        {"m": "momentum"},
    ),
}
"""By key of the catalogue of optimisers. One that is not here is shown by its memory alone."""


def lines_of(rule: Rule, parameters: Mapping[str, float]) -> tuple[Line, ...]:
    """The lines that stand with these parameters, from decay to the new weight."""
    return tuple(line for line in (DECAYED, *rule.lines, *NEW) if line.stands(parameters))


def worked_out(lines: tuple[Line, ...], known: Values) -> dict[str, Numbers]:
    """Every line's numbers, ``[P]`` each, by symbol.

    Args:
        lines: In their order.
        known: What the first of them may use: ``g``, ``w``, ``rate``, ``t``, the parameters and what is remembered.
    """
    values: dict[str, Any] = dict(known)
    with np.errstate(all="ignore"):
        for line in lines:
            values[line.symbol] = _value(_parsed(line.formula), values)
    size = np.shape(known["g"])
    return {line.symbol: np.broadcast_to(np.asarray(values[line.symbol], np.float64), size) for line in lines}


def carried(rule: Rule, lines: tuple[Line, ...], known: Values) -> Numbers | None:
    """What of the step comes from earlier steps' motion: the step less what it were had the ball stood still."""
    old = f"{rule.motion}_old"
    if old not in known:
        return None
    still = worked_out(lines, {**known, old: np.zeros_like(known[old])})
    return worked_out(lines, known)["step"] - still["step"]


def written(formula: str) -> str:
    """A formula as people write it."""
    text = re.sub(r"[a-z]\w*", lambda name: sign(name[0]), formula)
    for plain, neat in _SIGNS:
        text = text.replace(plain, neat)
    return text


def sign(name: str) -> str:
    """A parameter's name in a formula, as people write it."""
    return _NAMES.get(name, name)


_NAMES = {
    "beta_1": "\u03b2\u2081",
    "beta_2": "\u03b2\u2082",
    "rho": "\u03c1",
    "epsilon": "\u03b5",
    "weight_decay": "decay",
    "sqrt": "\u221a",
}
_SIGNS = (("**2", "\u00b2"), ("**t", "\u1d57"), (" * ", "\u00b7"), ("-", "\u2212"))

_OPERATIONS: Mapping[type[ast.AST], Callable[..., Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
}
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "sqrt": np.sqrt,
    "max": np.maximum,
    "abs": np.abs,
    "sign": np.sign,
}


@lru_cache(maxsize=128)
def _parsed(formula: str) -> ast.expr:
    return ast.parse(formula, mode="eval").body


def _value(node: ast.expr, values: Values) -> Any:
    """What a formula is worth; it can hold nothing but names, numbers, `_OPERATIONS` and `_FUNCTIONS`."""
    match node:
        case ast.Name(name):
            return values[name]
        case ast.Constant(number):
            return number
        case ast.BinOp(left, sign, right):
            return _OPERATIONS[type(sign)](_value(left, values), _value(right, values))
        case ast.UnaryOp(sign, part):
            return _OPERATIONS[type(sign)](_value(part, values))
        case ast.Call(ast.Name(name), arguments):
            return _FUNCTIONS[name](*(_value(part, values) for part in arguments))
    raise ValueError(f"no formula of ours: {ast.unparse(node)}")
