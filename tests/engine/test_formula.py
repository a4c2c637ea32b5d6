"""A formula means what it means on paper, and one that means nothing is refused at the character."""

import math
import time

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.expressions import Tree, bracketed, trees

from gdviz.core.experiment import Experiment
from gdviz.engine.formula import DEEPEST, LONGEST, Formula, formula_landscape, parse
from gdviz.engine.formula_text import CALLS, FormulaError
from gdviz.engine.functions import FUNCTIONS
from gdviz.engine.landscape import evaluator
from gdviz.errors import UserError

POINTS = np.random.default_rng(0).uniform(-3, 3, (20, 2))

WRITTEN = [
    ("w", 1.5, 1.5),
    ("(w - 3)^2", 0, 9),
    ("(w-3)**2", 0, 9),
    ("(w \u2212 3)\u00b2", 0, 9),
    ("-w^2", 3, -9),
    ("(-w)^2", 3, 9),
    ("- -w", 3, 3),
    ("2w", 3, 6),
    ("2 w", 3, 6),
    ("2w^3", 2, 16),
    ("w\u00b3 \u2013 2w\u00b2", 2, 0),
    ("w\u00b9\u2070", 2, 1024),
    ("2^w^2", 3, 512),
    ("2^-w", 1, 0.5),
    ("w^-1", 4, 0.25),
    ("1/2w", 3, 1.5),
    ("w - 1 - 2", 0, -3),
    ("8/w/2", 2, 2),
    ("3(w + 1)", 1, 6),
    ("(w+1)(w-1)", 3, 8),
    ("w(w+1)", 3, 12),
    ("2sin(w)", 1, 2 * math.sin(1)),
    ("w sin(w)cos(w)", 1, math.sin(1) * math.cos(1)),
    ("w\u00b7w \u00d7 w \u00f7 4", 2, 2),
    ("\u03c0w", 1, math.pi),
    ("2\u03c0 w", 1, 2 * math.pi),
    ("2pi w", 1, 2 * math.pi),
    ("e^w", 2, math.exp(2)),
    ("2e w", 1, 2 * math.e),
    ("2e3w", 1, 2000),
    ("2e-3w", 1, 0.002),
    ("1.5w + .5 + 1.", 1, 3),
    ("\u221a(w)", 9, 3),
    ("W^2 + SIN(W)", 1, 1 + math.sin(1)),
    ("ln(w) + log(w)", 2, 2 * math.log(2)),
    ("min(w, 2, 5) + max(1, w)", 3, 5),
    ("abs(w)+sqrt(w^2)+exp(w)+tanh(w)+tan(w)", -1, 2 + math.exp(-1) - math.tanh(1) - math.tan(1)),
    ("w^0 + w^1", 0, 1),
    ("\tw\n+ 1 ", 1, 2),
    ("9^9^1 w", 1, 9**9),
]

REFUSED = [
    ("", None, "The formula is empty. Expected a loss in w, or in x and y, for example (w - 3)^2."),
    (" \n", None, "The formula is empty"),
    ("3 + 4", None, "The formula has no w, x or y, so there is nothing to train."),
    ("w + x", 5, "The formula has both w and x. Expected a loss in w alone, or in x and y. See character 5."),
    ("y^2 + 2w", 8, "The formula has both w and y."),
    ("(w - 3", 7, "The formula ends too early, after character 6. Expected an operator such as + or *, or ')'."),
    ("w - ", 5, "The formula ends too early, after character 4. Expected a number, a name or '('."),
    ("(w - 3))", 8, "The formula has ')' at character 8. Expected an operator such as + or *."),
    ("w + * 3", 5, "The formula has '*' at character 5. Expected a number, a name or '('."),
    ("2 3w", 3, "The formula has '3' at character 3. Expected an operator such as + or *."),
    ("(w)2", 4, "The formula has '2' at character 4."),
    ("()", 2, "The formula has ')' at character 2."),
    (
        "w + foo(3)",
        5,
        "The formula has the unknown name 'foo' at character 5. Expected one of w, x, y, pi, e, sin, cos,",
    ),
    ("x1^2 + x2^2", 1, "The formula has the unknown name 'x1' at character 1."),
    ("__import__('os')", 12, 'Character 12 is "\'".'),
    ("w.real", 2, "Character 2 is '.'"),
    ("sin w", 5, "The formula has 'w' at character 5. Expected '(' after sin."),
    ("w + sin", 8, "The formula ends too early, after character 7. Expected '(' after sin."),
    ("sin(w, 2)", 6, "The formula has ',' at character 6."),
    ("min(w)", 6, "The formula has ')' at character 6. Expected ',' and another value to take the min of."),
    ("0,5w", 2, "A decimal number is written with a point, as in 0.5."),
    ("|w|", 1, "Character 1 is '|'. Expected a formula of numbers, names, + - * / ^ and brackets. The absolute"),
    ("y = x^2", 3, "Write only what stands right of the equals sign."),
    ("w; 3", 2, "Character 2 is ';'."),
    ("w\x00", 2, "Character 2 is '\\x00'."),
    ("w\ud800", 2, "Character 2 is '\\ud800'."),
    ("w \U0001f600", 3, "Character 3 is '\U0001f600'."),
    ("1/0 + w", 2, "The formula has a number that cannot be computed at character 2. Expected numbers up to 3e+38."),
    ("w + 9^9^9", 6, "The formula has a number that cannot be computed at character 6."),
    ("w + 9**9**9**9**9", 12, "The formula has a number that cannot be computed at character 12."),
    ("w + 1e999", 5, "The formula has a number that cannot be computed at character 5."),
    ("w + sqrt(-1)", 5, "The formula has a number that cannot be computed at character 5."),
    ("w + (-8)^(1/3)", 9, "The formula has a number that cannot be computed at character 9."),
    ("w" * (LONGEST + 1), None, f"The formula is {LONGEST + 1} characters long. Expected at most {LONGEST}."),
    ("(" * 200 + "w" + ")" * 199, 41, f"The formula is nested too deeply at character 41. Expected at most {DEEPEST}"),
    ("-" * 399 + "w", 41, "The formula is nested too deeply at character 41."),
    ("w^" * 199 + "w", 81, "The formula is nested too deeply at character 81."),
    ("sin(" * 99 + "w", 161, "The formula is nested too deeply at character 161."),
]


def read(tree: Tree) -> Formula:
    """The tree's formula; its constant parts have to be numbers that a computer holds."""
    assume(len(tree.text) <= LONGEST)
    try:
        return parse(f"x - x + {bracketed(tree, 2)}")
    except FormulaError as error:
        assume("cannot be computed" not in str(error))
        raise


@pytest.mark.parametrize(("text", "at", "expected"), WRITTEN)
def test_a_formula_is_read_as_people_write_it(text: str, at: float, expected: float) -> None:
    import tensorflow as tf

    formula = parse(text)
    assert (formula.text, formula.names) == (text, ("w",))
    assert formula(np.array([[at]], np.float64)) == pytest.approx([expected], rel=1e-12)
    assert formula(tf.constant([[at]], tf.float64)).numpy() == pytest.approx([expected], rel=1e-12)
    assert formula(tf.constant([[at]], tf.float32)).numpy() == pytest.approx([expected], rel=1e-5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("xy", 6), ("x y", 6), ("xy^2", 18), ("x^2 + y^2", 13), ("y", 3), ("2x", 4), ("xsin(y)", None), ("x/y", 2 / 3)],
)
def test_x_and_y_come_together(text: str, expected: float | None) -> None:
    if expected is None:
        with pytest.raises(FormulaError, match=f"unknown name '{text[:4]}'"):
            parse(text)
        return
    assert parse(text).names == ("x", "y")
    assert parse(text)(np.array([[2.0, 3.0]])) == pytest.approx([expected])


@pytest.mark.parametrize(("text", "position", "says"), REFUSED)
def test_a_formula_that_cannot_be_is_refused_at_the_character(text: str, position: int | None, says: str) -> None:
    with pytest.raises(UserError) as error:
        parse(text)
    assert isinstance(error.value, FormulaError)
    assert says in str(error.value)
    assert error.value.position == position


def test_the_longest_and_the_deepest_formulas_are_read() -> None:
    import tensorflow as tf

    long = "w" + "+w" * 199
    assert parse(long)(np.array([[2.0]])) == [400]
    deep = "(" * (DEEPEST - 1) + "w" + ")" * (DEEPEST - 1)
    assert parse(deep) == parse("w")
    loss, _ = evaluator(formula_landscape(long), False)(tf.constant([[2.0], [3.0]]))
    np.testing.assert_allclose(loss, [400, 600])


def test_no_formula_takes_long_to_refuse() -> None:
    begin = time.perf_counter()
    for text in [
        "9^" * 199 + "w",
        "9**" * 19 + "9+w",
        "(" * 400,
        "sin(" * 100,
        "1e99*" * 70 + "w",
        "max(" + "w," * 190,
    ]:
        with pytest.raises(FormulaError):
            parse(text)
    assert time.perf_counter() - begin < 1


def test_the_same_steps_are_the_same_landscape() -> None:
    assert parse("(w-3)^2") == parse(" ( w \u2212 3 )\u00b2 ")
    assert formula_landscape("(w-3)^2") is formula_landscape("(w - 3)\u00b2")
    assert formula_landscape("(w-3)^2") is not formula_landscape("(3-w)^2")


@settings(max_examples=300, deadline=None)
@given(trees(smooth=False))
def test_what_is_written_is_what_is_computed(tree: Tree) -> None:
    formula = read(tree)
    x, y = POINTS.T
    with np.errstate(all="ignore"):
        expected = x - x + tree.value(x, y)
    np.testing.assert_allclose(formula(POINTS), expected, rtol=1e-9, atol=1e-12)
    alone = [formula(point[None])[0] for point in POINTS]
    np.testing.assert_allclose(formula(POINTS), alone, rtol=1e-12)


@settings(max_examples=60, deadline=None)
@given(trees(smooth=True))
def test_gradients_are_those_of_finite_differences(tree: Tree) -> None:
    import tensorflow as tf

    formula = read(tree)
    weights = tf.constant(POINTS)
    with tf.GradientTape() as tape:
        tape.watch(weights)
        loss = formula(weights)
    gradient = tape.gradient(loss, weights).numpy()
    np.testing.assert_allclose(loss, formula(POINTS), rtol=1e-9, atol=1e-9)
    coarse, fine = (differences(formula, step) for step in (2e-5, 1e-5))
    # Where two widths disagree the loss is too wild for differences to tell.
    tame = np.abs(coarse - fine) <= 1e-5 * (1 + np.abs(fine))
    np.testing.assert_allclose(gradient[tame], fine[tame], rtol=1e-4, atol=1e-4)


def differences(formula: Formula, step: float) -> np.ndarray:
    """Central differences along both weights, ``[K, 2]``."""
    shifts = step * np.eye(2)
    return np.stack([(formula(POINTS + shift) - formula(POINTS - shift)) / (2 * step) for shift in shifts], axis=1)


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("w^2", 0, 0),
        ("w^1", 0, 1),
        ("w^0 + w", 0, 1),
        ("w^3", 0, 0),
        ("abs(w)", 0, 0),
        ("abs(w)", -2, -1),
        ("sqrt(w)", 4, 0.25),
        ("log(w)", 4, 0.25),
        ("1/w", 2, -0.25),
        ("2^w", 0, math.log(2)),
        ("w^w", 2, 4 * (1 + math.log(2))),
        ("max(w, 1)", 2, 1),
        ("max(w, 1)", 0, 0),
        ("min(3, w)", 2, 1),
        ("tan(w)", 0, 1),
        ("exp(-w)", 0, -1),
    ],
)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_slopes_by_hand(text: str, at: float, expected: float, dtype: str) -> None:
    import tensorflow as tf

    weights = tf.constant([[at]], dtype)
    with tf.GradientTape() as tape:
        tape.watch(weights)
        loss = parse(text)(weights)
    assert tape.gradient(loss, weights).numpy() == pytest.approx(expected, rel=1e-6)


@settings(max_examples=400, deadline=None)
@given(
    st.text(max_size=30)
    | st.text("wxy0123456789.+-*/^(),episncolgqrtabhm \u00b2\u00b3\u2212\u00b7\u03c0\u221a=|", max_size=30)
    | st.lists(st.sampled_from([*CALLS, *"wxy(),+-*/^", "2", "0.5", "pi", "\u00b2", " "]), max_size=14).map("".join)
)
def test_any_text_is_a_formula_or_is_refused_in_a_sentence(text: str) -> None:
    formula, refusal = None, None
    try:
        formula = parse(text)
    except FormulaError as error:
        refusal = error
    if formula is not None:
        assert formula(np.ones((3, len(formula.names)))).shape == (3,)
    if refusal is not None:
        assert len(str(refusal).splitlines()) == 1
        assert refusal.position is None or 1 <= refusal.position <= len(text) + 1


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("square", "(w-3)^2"),
        ("raised_square", "(w-5)^2+2"),
        ("absolute", "abs(w)"),
        ("wavy", "w^2/10 + 0.3(1 - cos(3w))"),
        ("saddle", "x\u00b2 - y\u00b2"),
        ("plateau", "1 - exp(-(x^2+y^2)/2)"),
        ("rosenbrock", "(1-x)^2 + 100(y-x^2)^2"),
        ("beale", "(1.5-x+xy)^2 + (2.25-x+xy^2)^2 + (2.625-x+xy^3)^2"),
        ("rastrigin", "20 + x^2 - 10cos(2pi x) + y^2 - 10cos(2pi y)"),
        ("ackley", "-20exp(-0.2sqrt(0.5(x^2+y^2))) - exp(0.5(cos(2pi x)+cos(2pi y))) + e + 20"),
        ("styblinski_tang", "(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y) / 2"),
    ],
)
def test_a_function_can_be_written_by_hand(key: str, text: str) -> None:
    formula = parse(text)
    points = POINTS[:, : len(formula.names)]
    np.testing.assert_allclose(formula(points), FUNCTIONS[key].formula(points), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("(w-3)^2", ((-5, 5),)),
        ("1/w", ((-5, 5),)),
        ("log(w)^2", ((0.1, 5),)),
        ("sqrt(w - 20)", ((20, 50),)),
        ("w sqrt(-w^2)", ((-0.5, 0.5),)),
        ("x^2 + log(y)", ((-5, 5), (0.1, 5))),
        ("y", ((-5, 5), (-5, 5))),
        ("exp(exp(x^2)) + y", ((-2.1, 2.1), (-5, 5))),
        ("sqrt(1 - x^2 - y^2) + x", ((-1, 1), (-1, 1))),
        ("sqrt(x^2 + y^2 - 9)", ((-5, 5), (-5, 5))),
    ],
)
def test_a_formula_is_drawn_and_started_where_it_is_finite(text: str, window: tuple[tuple[float, float], ...]) -> None:
    landscape, formula = formula_landscape(text), parse(text)
    np.testing.assert_allclose(landscape.window, window, atol=0.05)
    start = landscape.start(0)
    assert np.isfinite(formula(start[None])).all()
    assert all(low <= at <= high for (low, high), at in zip(landscape.window, start, strict=True))
    assert landscape.start(1).tolist() == start.tolist()
    assert (landscape.size, landscape.names) == (len(window), formula.names)


@pytest.mark.parametrize("key", ["square", "raised_square", "rosenbrock", "himmelblau"])
def test_a_formula_does_not_start_where_the_textbook_has_its_minimum(key: str) -> None:
    start = formula_landscape("w" if len(FUNCTIONS[key].names) == 1 else "xy").start(0)
    assert all(np.abs(start - np.array(minimum)).max() > 0.3 for minimum in FUNCTIONS[key].minima)


def test_a_formula_without_a_finite_value_is_refused() -> None:
    for text in ("log(-1 - w^2)", "sqrt(-1 - x^2 - y^2)", "w/0w", "exp(1000 + x^2)"):
        with pytest.raises(FormulaError, match=r"has no finite value\. Expected one for some weights between"):
            formula_landscape(text)


@pytest.mark.parametrize(
    "text", ["(w-3)^2", "x^2 + 20y^2", "abs(w)", "log(w)^2", "min(w^2, (w-2)^2+1, 4)", "xy e^-(x^2+y^2)"]
)
@pytest.mark.parametrize("xla", [True, False], ids=["xla", "graph"])
def test_a_formula_trains(text: str, xla: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from gdviz.engine import descent

    landscape = formula_landscape(text)
    monkeypatch.setattr(descent, "landscape_of", lambda experiment: landscape)
    run = descent.descent(Experiment(optimizer="sgd", learning_rate=0.02, epochs=8), xla=xla)
    start = next(run)
    steps = run.send(descent.Command(8, Experiment(optimizer="sgd", learning_rate=0.02, epochs=8)))
    assert np.isfinite(steps.weights).all()
    assert steps.loss[-1] < start.loss
