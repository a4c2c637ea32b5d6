"""What a formula is written with: its names and signs, and the pieces that a text falls into."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gdviz.errors import UserError
from gdviz.said import Said

CONSTANTS: Mapping[str, float] = {"pi": math.pi, "e": math.e}
VARIABLES = ("w", "x", "y")
CALLS: Mapping[str, str] = {
    **{name: name for name in ("sin", "cos", "tan", "exp", "log", "sqrt", "abs", "tanh")},
    "ln": "log",
    "min": "minimum",
    "max": "maximum",
}
"""Functions as written, and as numpy and TensorFlow call them. ``log`` is the natural logarithm."""

MANY = ("min", "max")
"""Functions of two arguments or more; the others have one."""

WRITTEN: Mapping[str, str] = {
    **dict.fromkeys("\u2212\u2013", "-"),
    **dict.fromkeys("\u00b7\u00d7\u22c5\u2219", "*"),
    **{"\u00f7": "/", "\u2215": "/", "\u221a": "sqrt", "\u03c0": "pi", "**": "^"},
}
"""Other ways to write the same."""

HINTS: Mapping[str, str] = {
    ",": "A decimal number is written with a point, as in 0.5",
    "|": "The absolute value is written abs(w)",
    "=": "Write only what stands right of the equals sign",
}

SUPERSCRIPTS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"

_PIECE = re.compile(
    rf"""(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
    |(?P<name>[A-Za-z_][A-Za-z_0-9]*|[\u03c0\u221a])
    |(?P<superscript>[{SUPERSCRIPTS}]+)
    |(?P<sign>\*\*|[-+*/^(),\u2212\u2013\u00b7\u00d7\u22c5\u2219\u00f7\u2215])
    |(?P<space>\s+)""",
    re.VERBOSE,
)


class FormulaError(UserError):
    """A formula that cannot be read.

    Attributes:
        position: The character it is about, counted from 1; or None where it is about the whole.
    """

    def __init__(self, what: str, expected: str = "", hint: str = "", position: int | None = None) -> None:
        """Like `UserError`, knowing the place."""
        super().__init__(what, expected, hint)
        self.position = position


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: ``kind`` (number, name, superscript, sign, end), in one spelling, and where it stands."""

    kind: str
    text: str
    position: int


def tokens(text: str) -> Iterator[Token]:
    """The pieces of ``text``; a name made of variables alone, such as xy, is their product.

    Raises:
        FormulaError: At a character that no formula has.
    """
    at = 0
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None:
            known = Said("a formula of numbers, names, + - * / ^ and brackets")
            raise FormulaError(
                Said("Character {} is {}", at + 1, f"{text[at]!r}"), known, HINTS.get(text[at], ""), at + 1
            )
        kind, piece = str(match.lastgroup), match.group().lower()
        if kind == "name" and set(piece) <= set(VARIABLES):
            yield from (Token(kind, letter, at + 1 + shift) for shift, letter in enumerate(piece))
        elif kind != "space":
            yield Token(kind, WRITTEN.get(piece, piece), at + 1)
        at = match.end()
    yield Token("end", "", at + 1)
