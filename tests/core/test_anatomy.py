"""Figures as people write them, where they stand in a formula."""

import numpy as np
import pytest

from gdviz.core.anatomy import Anatomy, Term, figure, with_figures
from gdviz.core.update_rules import RULES, written


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.01234567, "\u22120.01235"),
        (1.5e-7, "1.5\u00b710\u207b\u2077"),
        (-123456.0, "\u22121.235\u00b710\u2075"),
        (9.99999e-7, "1\u00b710\u207b\u2076"),
        (float("nan"), "\u2013"),
        (float("-inf"), "\u2212\u221e"),
    ],
)
def test_numbers_have_four_digits(value: float, text: str) -> None:
    assert figure(value) == text


def test_formulas_are_written_for_people() -> None:
    assert written("-a * m / (sqrt(v) + epsilon)") == "\u2212a\u00b7m / (\u221a(v) + \u03b5)"
    assert written("rate * sqrt(1 - beta_2**t)") == "rate\u00b7\u221a(1 \u2212 \u03b2\u2082\u1d57)"
    assert (
        written("v_old + (1 - beta_2) * (g**2 - v_old)")
        == "v_old + (1 \u2212 \u03b2\u2082)\u00b7(g\u00b2 \u2212 v_old)"
    )


def test_every_line_uses_what_is_known_before_it() -> None:
    for rule in RULES.values():
        assert {"step"} <= {line.symbol for line in rule.lines}
        assert rule.motion in (*rule.memory, "")


def test_figures_are_bracketed_where_they_would_be_misread() -> None:
    flat = np.array([-0.5], np.float32)
    terms = (Term("g", "", flat), Term("v", "", np.array([2e-6], np.float32)))
    constants = {"rate": 0.1, "t": 12.0, "\u03b2\u2082": 0.9}
    anatomy = Anatomy(11, "adam", flat, flat, None, flat, 0.1, (), terms, ("w",), constants)
    assert with_figures(anatomy, "x = g\u00b2 + v", 0) == "x = (\u22120.5)\u00b2 + 2\u00b710\u207b\u2076"
    assert with_figures(anatomy, "x = max(v, abs(g))", 0) == "x = max(2\u00b710\u207b\u2076, abs(\u22120.5))"
    assert with_figures(anatomy, "x = 1 \u2212 \u03b2\u2082\u1d57", 0) == "x = 1 \u2212 0.9\u00b9\u00b2"
    assert with_figures(anatomy, "x = rate / v \u2212 g", 0) == "x = 0.1 / (2\u00b710\u207b\u2076) \u2212 (\u22120.5)"
    assert anatomy.liveliest == 0
