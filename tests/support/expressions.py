"""Random expressions that know how they are written and what they are worth."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import strategies as st

from gdviz.engine.formula_text import CALLS


@dataclass(frozen=True)
class Tree:
    """What is to be written: how, how strongly it binds (sum 1, product 2, sign 3, power 4, atom 5), and its value."""

    text: str
    binds: int
    value: Callable[[np.ndarray, np.ndarray], Any]


def bracketed(tree: Tree, least: int) -> str:
    return tree.text if tree.binds >= least else f"({tree.text})"


def leaves() -> st.SearchStrategy[Tree]:
    numbers = st.integers(0, 9999).map(lambda n: Tree(f"{n / 100:g}", 5, lambda x, y: np.float64(f"{n / 100:g}")))
    names = {"x": lambda x, y: x, "y": lambda x, y: y, "pi": lambda x, y: np.float64(np.pi), "e": lambda x, y: np.e}
    return numbers | st.sampled_from([Tree(name, 5, value) for name, value in names.items()])


def binary(sign: str, binds: int, spelt: list[str], of: Any) -> Callable[[Tree, Tree, int], Tree]:
    def made(a: Tree, b: Tree, spelling: int) -> Tree:
        left, right = bracketed(a, binds), bracketed(b, binds + 1)
        if sign == "^":
            left, right = bracketed(a, 5), bracketed(b, 3)
        between = spelt[spelling % len(spelt)]
        if between == "" and (right[0].isdigit() or right[0] in "+-"):
            between = "*"
        if between == "" and left[-1].isalpha() and right[0] not in "+-*":
            between = " "
        return Tree(left + between + right, binds, lambda x, y: of(a.value(x, y), b.value(x, y)))

    return made


BINARY = [
    binary("+", 1, ["+", " + "], np.add),
    binary("-", 1, ["-", " - ", "\u2212"], np.subtract),
    binary("*", 2, ["*", " * ", "", "\u00b7", "\u00d7"], np.multiply),
    binary("/", 2, ["/", " / ", "\u00f7"], np.divide),
    binary("^", 4, ["^", " ^ ", "**"], np.power),
]
SMOOTH = ["sin", "cos", "tanh"]


def called(name: str, a: Tree) -> Tree:
    of = getattr(np, CALLS[name])
    return Tree(f"{name}({a.text})", 5, lambda x, y: of(a.value(x, y)))


def called_with_two(name: str, a: Tree, b: Tree) -> Tree:
    of = getattr(np, CALLS[name])
    return Tree(f"{name}({a.text}, {b.text})", 5, lambda x, y: of(a.value(x, y), b.value(x, y)))


def negative(a: Tree) -> Tree:
    return Tree(f"-{bracketed(a, 3)}", 3, lambda x, y: -a.value(x, y))


def squared(a: Tree) -> Tree:
    return Tree(f"{bracketed(a, 5)}\u00b2", 4, lambda x, y: a.value(x, y) ** 2.0)


def trees(smooth: bool) -> st.SearchStrategy[Tree]:
    names = st.sampled_from(SMOOTH if smooth else [name for name in CALLS if name not in ("min", "max")])
    signs = st.sampled_from(BINARY[:3] if smooth else BINARY)

    def grown(part: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
        pairs = st.builds(lambda made, a, b, n: made(a, b, n), signs, part, part, st.integers(0, 9))
        ones = st.builds(called, names, part) | part.map(negative) | part.map(squared)
        if smooth:
            return pairs | ones
        return pairs | ones | st.builds(called_with_two, st.sampled_from(["min", "max"]), part, part)

    return st.recursive(leaves(), grown, max_leaves=10)
