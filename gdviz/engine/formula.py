"""The user's own loss: a formula in w, or in x and y, as people write it.

`parse` is a small recursive-descent parser of its own, not Python's ``eval`` nor its ``ast``: only what the tables of
`formula_text` list can ever be called, 2w, 3(x + 1) and w\u00b2 mean what they do on paper, and each refusal knows the
character it is about. The result is a list of steps for a stack machine, so that however long a formula is, evaluating
it never recurses.

    sum     := product (("+" | "-") product)*
    product := signed (("*" | "/" | nothing) signed)*      nothing: before a name or a bracket, as in 2w
    signed  := ("+" | "-") signed | power
    power   := atom superscript* ("^" signed)?             so that -w^2 = -(w^2) and 2^3^2 = 2^9
    atom    := number | name | function "(" sum ("," sum)* ")" | "(" sum ")"
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.engine.formula_text import (
    CALLS,
    CONSTANTS,
    HINTS,
    MANY,
    SUPERSCRIPTS,
    VARIABLES,
    FormulaError,
    Token,
    tokens,
)
from gdviz.engine.functions import Point, bare_landscape, maths_of
from gdviz.engine.landscape import Landscape
from gdviz.said import Said

LONGEST, DEEPEST, LARGEST = 400, 40, 3e38
"""Limits: characters, brackets (or signs, or powers) within each other, and the size of a number (float32's)."""

_OPERATIONS: Mapping[str, Callable[..., Any]] = {
    "+": lambda m, a, b: a + b,
    "-": lambda m, a, b: a - b,
    "*": lambda m, a, b: a * b,
    "/": lambda m, a, b: a / b,
    "^": lambda m, a, b: _power(a, b),
    "negative": lambda m, a: -a,
    "minimum": lambda m, a, b: m.minimum(*_array_first(a, b)),
    "maximum": lambda m, a, b: m.maximum(*_array_first(a, b)),
}
"""What the steps do that are no functions of one argument; ``m`` is numpy or ``tf.math``."""


def _power(base: Any, exponent: Any) -> Any:
    """``base ** exponent``; the powers 0 and 1 are written out, for TensorFlow loses their slopes at 0."""
    if isinstance(exponent, float) and exponent in (0.0, 1.0):
        return base if exponent else 0.0 * base + 1.0
    return base**exponent


def _array_first(a: Any, b: Any) -> tuple[Any, Any]:
    """The two with the plain number second, so that TensorFlow brings it to the type of the tensor."""
    return (b, a) if isinstance(a, float) else (a, b)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the stack machine.

    Attributes:
        kind: ``"number"`` or ``"weight"`` puts one value on the stack; the others take ``count`` and put one back.
        value: The number, or which weight (0 or 1).
        count: How many values an operation takes.
    """

    kind: str
    value: float = 0.0
    count: int = 0


@dataclass(frozen=True, slots=True)
class Formula:
    """A loss that someone wrote. Two ways to write the same steps are equal.

    Attributes:
        text: As it was written.
        names: ``("w",)`` or ``("x", "y")``.
        steps: What to compute.
    """

    text: str = field(compare=False)
    names: tuple[str, ...]
    steps: tuple[Step, ...]

    def __call__(self, weights: Any) -> Any:
        """``weights [K, P] -> loss [K]``, of a numpy array or a tensor. May be infinite or NaN."""
        stack: list[Any] = []
        with np.errstate(all="ignore"):
            for step in self.steps:
                if step.kind == "weight":
                    stack.append(weights[:, int(step.value)])
                else:
                    _take(step, stack, maths_of(weights))
        return stack[0]


def _take(step: Step, stack: list[Any], maths: Any) -> None:
    """Takes one step that needs no weights."""
    if step.kind == "number":
        stack.append(step.value)
        return
    arguments = stack[-step.count :]
    del stack[-step.count :]
    operation = _OPERATIONS.get(step.kind)
    stack.append(operation(maths, *arguments) if operation else getattr(maths, step.kind)(*arguments))


class _Parser:
    """Reads tokens from left to right and writes the steps of `Formula` in the order they are taken."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._at = self._depth = 0
        self.steps: list[Step] = []
        self.weights: dict[str, int] = {}
        """Where each variable first stands."""

    def whole(self) -> None:
        """The whole text."""
        self._sum()
        if self._next.kind != "end":
            raise self._unexpected(Said("an operator such as + or *"))

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _taken(self) -> Token:
        """The next token, gone past."""
        self._at += 1
        return self._tokens[self._at - 1]

    def _unexpected(self, expected: str) -> FormulaError:
        token = self._next
        what = Said("The formula has {} at character {}", f"{token.text!r}", token.position)
        if token.kind == "end":
            what = Said("The formula ends too early, after character {}", token.position - 1)
        return FormulaError(what, expected, HINTS.get(token.text, ""), token.position)

    def _sum(self) -> None:
        self._product()
        while self._next.text in ("+", "-"):
            sign = self._taken()
            self._product()
            self._apply(sign.text, 2, sign)

    def _product(self) -> None:
        self._signed()
        while self._next.text in ("*", "/", "(") or self._next.kind == "name":
            sign = self._next
            if sign.text in ("*", "/"):
                self._at += 1
            self._signed()
            self._apply("/" if sign.text == "/" else "*", 2, sign)

    def _signed(self) -> None:
        """Every way into depth leads through here, so that it is counted here."""
        self._depth += 1
        if self._depth > DEEPEST:
            what = Said("The formula is nested too deeply at character {}", self._next.position)
            raise FormulaError(what, Said("at most {} levels", DEEPEST), "", self._next.position)
        if self._next.text in ("+", "-"):
            sign = self._taken()
            self._signed()
            if sign.text == "-":
                self._apply("negative", 1, sign)
        else:
            self._power()
        self._depth -= 1

    def _power(self) -> None:
        self._atom()
        while self._next.kind == "superscript":
            token = self._taken()
            digits = "".join(str(SUPERSCRIPTS.index(digit)) for digit in token.text)
            self._number(digits, token)
            self._apply("^", 2, token)
        if self._next.text == "^":
            sign = self._taken()
            self._signed()
            self._apply("^", 2, sign)

    def _atom(self) -> None:
        token = self._next
        if token.kind == "number":
            self._number(token.text, self._taken())
        elif token.kind == "name":
            self._name(self._taken())
        elif token.text == "(":
            self._at += 1
            self._sum()
            self._closed()
        else:
            raise self._unexpected(Said("a number, a name or '('"))

    def _closed(self) -> None:
        if self._next.text != ")":
            raise self._unexpected(Said("an operator such as + or *, or ')'"))
        self._at += 1

    def _number(self, digits: str, token: Token) -> None:
        self._put(float(digits), token)

    def _name(self, token: Token) -> None:
        name = token.text
        if name in CALLS:
            self._call(token)
        elif name in CONSTANTS:
            self._put(CONSTANTS[name], token)
        elif name in VARIABLES:
            self.weights.setdefault(name, token.position)
            self.steps.append(Step("weight", float(name == "y")))
        else:
            known = ", ".join([*VARIABLES, *CONSTANTS, *CALLS])
            what = Said("The formula has the unknown name {} at character {}", f"{name!r}", token.position)
            raise FormulaError(what, Said("one of {}", known), "", token.position)

    def _call(self, token: Token) -> None:
        """A function and its arguments; of more than two, min and max take two at a time."""
        if self._next.text != "(":
            raise self._unexpected(Said("'(' after {}", token.text))
        self._at += 1
        self._sum()
        count = 1
        while token.text in MANY and self._next.text == ",":
            self._at += 1
            self._sum()
            self._apply(CALLS[token.text], 2, token)
            count += 1
        if token.text in MANY and count < 2:
            raise self._unexpected(Said("',' and another value to take the {} of", token.text))
        self._closed()
        if token.text not in MANY:
            self._apply(CALLS[token.text], 1, token)

    def _put(self, value: float, token: Token) -> None:
        """A number, if the computer can hold it."""
        if not abs(value) <= LARGEST:
            what = Said("The formula has a number that cannot be computed at character {}", token.position)
            raise FormulaError(what, Said("numbers up to {}", f"{LARGEST:g}"), "", token.position)
        self.steps.append(Step("number", value))

    def _apply(self, kind: str, count: int, token: Token) -> None:
        """An operation on the last ``count`` values, done at once where all of them are numbers."""
        step, last = Step(kind, count=count), self.steps[-count:]
        if not all(each.kind == "number" for each in last):
            self.steps.append(step)
            return
        stack = [np.float64(each.value) for each in last]
        with np.errstate(all="ignore"):
            _take(step, stack, np)
        del self.steps[-count:]
        self._put(float(stack[0]), token)


@lru_cache(maxsize=64)
def parse(text: str) -> Formula:
    """Reads a loss in w, or in x and y (each of the two may be missing, not both).

    Numbers, + - * / ^ and brackets, ``pi`` and ``e``, the functions in `CALLS`; a multiplication sign may be left
    out before a name or a bracket. Capital letters count as small ones.

    Raises:
        FormulaError: If it is no such formula; it says what stands where and what was expected.
    """
    if len(text) > LONGEST:
        raise FormulaError(Said("The formula is {} characters long", len(text)), Said("at most {}", LONGEST))
    if not text.strip():
        raise FormulaError(Said("The formula is empty"), Said("a loss in w, or in x and y, for example (w - 3)^2"))
    parser = _Parser(text)
    parser.whole()
    return Formula(text, _names(parser.weights), tuple(parser.steps))


def _names(found: Mapping[str, int]) -> tuple[str, ...]:
    """The weights of a formula in which these variables were found."""
    expected = Said("a loss in w alone, or in x and y")
    if not found:
        raise FormulaError(Said("The formula has no w, x or y, so there is nothing to train"), expected)
    if "w" in found and len(found) > 1:
        other = "x" if "x" in found else "y"
        place = max(found["w"], found[other])
        raise FormulaError(
            Said("The formula has both w and {}", other), expected, Said("See character {}", place), place
        )
    return ("w",) if "w" in found else ("x", "y")


REACHES = (5.0, 50.0, 1000.0)
"""Half-widths of the windows that are tried in turn, until the loss is finite somewhere."""

SIDE = 101
"""Points along each side that are tried."""

START = (0.64, 0.38)
"""Where training starts, as part of the window along each weight: beside the round numbers that minima like."""


def formula_landscape(text: str) -> Landscape:
    """The landscape of a formula; the same steps give the same object, however they are written.

    Raises:
        FormulaError: If it cannot be read, or has no finite value anywhere near 0.
    """
    return _landscape(parse(text))


@lru_cache(maxsize=32)
def _landscape(formula: Formula) -> Landscape:
    """Drawn where its loss is finite, and started inside."""
    for reach in REACHES:
        points, finite = _tried(formula, reach)
        if finite.any():
            low, high = points[finite].min(axis=0), points[finite].max(axis=0)
            window = tuple((float(a), float(b)) for a, b in zip(*_opened(low, high, reach), strict=True))
            start = _start(formula, points[finite], low, high)
            return bare_landscape(formula.names, formula, start, window)
    raise FormulaError(
        Said("The formula has no finite value"),
        Said("one for some weights between -{} and {}", f"{reach:g}", f"{reach:g}"),
    )


def _tried(formula: Formula, reach: float) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """A grid of points ``[N, P]``, and at which of them the loss is finite in the precision that trains."""
    axis = np.linspace(-reach, reach, SIDE, dtype=np.float32)
    points = np.stack(np.meshgrid(*[axis] * len(formula.names)), axis=-1).reshape(-1, len(formula.names))
    return points, np.isfinite(formula(points))


def _opened(low: Any, high: Any, reach: float) -> tuple[Any, Any]:
    """A window no narrower than a tenth of what was tried."""
    missing = np.maximum(0.2 * reach - (high - low), 0.0) / 2.0
    return low - missing, high + missing


def _start(formula: Formula, finite: NDArray[np.float32], low: Any, high: Any) -> Point:
    """The point at `START`, or where the loss is not finite there, the nearest at which it is."""
    wanted = (low + np.array(START[: len(low)]) * (high - low)).astype(np.float32).round(2)
    if np.isfinite(formula(wanted[None]))[0]:
        return tuple(map(float, wanted))
    return tuple(map(float, finite[np.argmin(((finite - wanted) ** 2).sum(axis=1))]))
