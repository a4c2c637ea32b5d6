"""Formulas written out: a loss is called with symbols instead of numbers, and what it did with them is its text.

So a loss is noted down once, as a function, and a script can show it to a class.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

SUM, PRODUCT, SIGN, POWER, ATOM = range(1, 6)
"""How strongly a text binds, from a sum to a name."""

CONSTANTS: Mapping[float, tuple[str, int]] = {
    math.pi: ("np.pi", ATOM),
    2.0 * math.pi: ("2.0 * np.pi", PRODUCT),
    math.e: ("np.e", ATOM),
}
"""Numbers that have a name."""


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of a formula as Python writes it, and how strongly it binds; operators write longer pieces."""

    text: str
    binds: int = ATOM

    def __add__(self, other: Any) -> "Written":
        """``self + other``."""
        return _joined(self, " + ", other, SUM)

    def __radd__(self, other: Any) -> "Written":
        """``other + self``."""
        return _joined(other, " + ", self, SUM)

    def __sub__(self, other: Any) -> "Written":
        """``self - other``."""
        return _joined(self, " - ", other, SUM)

    def __rsub__(self, other: Any) -> "Written":
        """``other - self``."""
        return _joined(other, " - ", self, SUM)

    def __mul__(self, other: Any) -> "Written":
        """``self * other``."""
        return _joined(self, " * ", other, PRODUCT)

    def __rmul__(self, other: Any) -> "Written":
        """``other * self``."""
        return _joined(other, " * ", self, PRODUCT)

    def __truediv__(self, other: Any) -> "Written":
        """``self / other``."""
        return _joined(self, " / ", other, PRODUCT)

    def __rtruediv__(self, other: Any) -> "Written":
        """``other / self``."""
        return _joined(other, " / ", self, PRODUCT)

    def __pow__(self, other: Any) -> "Written":
        """``self ** other``, which binds to the right; a whole exponent is written as one."""
        if isinstance(other, float) and other.is_integer():
            other = int(other)
        return Written(f"{_bracketed(self, ATOM)} ** {_bracketed(written(other), SIGN)}", POWER)

    def __rpow__(self, other: Any) -> "Written":
        """``other ** self``."""
        return written(other) ** self

    def __neg__(self) -> "Written":
        """``-self``."""
        return Written(f"-{_bracketed(self, SIGN)}", SIGN)


@dataclass(frozen=True, slots=True)
class WrittenWeights:
    """Stands for stacked weights ``[K, P]``: column i of it is the i-th name.

    Attributes:
        names: A name for each weight.
        maths: Writes calls of the functions that numpy, TensorFlow and ``keras.ops`` know by the same names.
    """

    names: tuple[str, ...]

    @property
    def maths(self) -> "WrittenMaths":
        """What `gdviz.engine.functions.maths_of` finds for these weights."""
        return WrittenMaths()

    def __getitem__(self, place: tuple[slice, int]) -> Written:
        """``weights[:, column]``."""
        return Written(self.names[place[1]])


class WrittenMaths:
    """Any function by its name, written as a call of ``keras.ops``."""

    def __getattr__(self, name: str) -> Callable[..., Written]:
        """What writes ``ops.<name>(...)``."""

        def call(*arguments: Any) -> Written:
            return Written(f"ops.{name}({', '.join(written(each).text for each in arguments)})")

        return call


def written(value: Any) -> Written:
    """A number, or what is written already."""
    if isinstance(value, Written):
        return value
    if value in CONSTANTS:
        return Written(*CONSTANTS[value])
    text = repr(value if isinstance(value, int) else float(value))
    return Written(text, SIGN if text.startswith("-") else ATOM)


def _joined(left: Any, sign: str, right: Any, binds: int) -> Written:
    """Two pieces with a sign between them that takes the left one first."""
    return Written(f"{_bracketed(written(left), binds)}{sign}{_bracketed(written(right), binds + 1)}", binds)


def _bracketed(piece: Written, least: int) -> str:
    return piece.text if piece.binds >= least else f"({piece.text})"
