"""Every function is the textbook's, and its valleys are where it says they are."""

import math
from typing import Any

import numpy as np
import pytest
from support.runs import trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.engine.functions import FUNCTIONS, function
from gdviz.errors import UserError

VALLEYS = [(key, point) for key, entry in FUNCTIONS.items() for point in entry.minima + entry.local_minima]
LOCAL = [(key, point) for key, entry in FUNCTIONS.items() for point in entry.local_minima]
PARAMETERS = [(key, name) for key, entry in FUNCTIONS.items() for name in entry.parameters]
BOTTOMLESS = ["cubic", "saddle", "monkey_saddle"]

TEXTBOOK = [
    ("square", (0,), 9),
    ("square", (-1,), 16),
    ("raised_square", (5,), 2),
    ("raised_square", (1,), 18),
    ("cubic", (-2,), -8),
    ("cubic", (1.5,), 3.375),
    ("double_well", (0,), 189 / 120),
    ("double_well", (-2,), 125 / 120),
    ("double_well", (3,), 0),
    ("absolute", (-2.5,), 2.5),
    ("wavy", (math.pi / 3,), math.pi**2 / 90 + 0.6),
    ("long_bowl", (2, 1), 12),
    ("saddle", (3, 2), 5),
    ("monkey_saddle", (2, 1), 2),
    ("monkey_saddle", (1, 2), -11),
    ("plateau", (0, 0), 0),
    ("plateau", (1, 1), 1 - math.exp(-1)),
    ("rosenbrock", (0, 0), 1),
    ("rosenbrock", (-1.2, 1), 24.2),
    ("beale", (0, 0), 1.5**2 + 2.25**2 + 2.625**2),
    ("beale", (3, 0.5), 0),
    ("himmelblau", (0, 0), 170),
    ("himmelblau", (3, 2), 0),
    ("himmelblau", (-0.270845, -0.923039), 181.616522),
    ("rastrigin", (0, 0), 0),
    ("rastrigin", (1, 1), 2),
    ("rastrigin", (4.5, 4.5), 80.5),
    ("ackley", (0, 0), 0),
    ("ackley", (1, 1), 3.6253849384403627),
    ("styblinski_tang", (0, 0), 0),
    ("styblinski_tang", (-2.903534, -2.903534), -78.33233),
    ("styblinski_tang", (2.746803, -2.903534), -64.19561),
]


def value(key: str, point: Any, **changed: float) -> float:
    return float(FUNCTIONS[key].formula(np.array([point], np.float64), tuple(changed.items()))[0])


def slopes(key: str, point: Any, dtype: Any = "float64", changed: Any = ()) -> tuple[np.ndarray, np.ndarray]:
    """Gradient ``[P]`` and Hessian ``[P, P]`` as TensorFlow finds them."""
    import tensorflow as tf

    weights = tf.constant([point], dtype)
    with tf.GradientTape() as outer:
        outer.watch(weights)
        with tf.GradientTape() as inner:
            inner.watch(weights)
            loss = FUNCTIONS[key].formula(weights, changed)
        gradient = inner.gradient(loss, weights)
    hessian = outer.batch_jacobian(gradient, weights)
    return gradient.numpy()[0], hessian.numpy()[0]


def gradients(key: str, points: Any, changed: Any = ()) -> np.ndarray:
    """Gradient at each of some points, ``[K, P]``."""
    import tensorflow as tf

    weights = tf.constant(points, tf.float64)
    with tf.GradientTape() as tape:
        tape.watch(weights)
        loss = FUNCTIONS[key].formula(weights, changed)
    return np.asarray(tape.gradient(loss, weights))


def grid(key: str, side: int) -> np.ndarray:
    """Points all over the window, ``[side, ..., P]``."""
    axes = [np.linspace(low, high, side) for low, high in FUNCTIONS[key].window]
    return np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1)


def losses_on(points: np.ndarray, key: str, changed: Any = ()) -> np.ndarray:
    flat = points.reshape(-1, points.shape[-1])
    return np.asarray(FUNCTIONS[key].formula(flat, changed)).reshape(points.shape[:-1])


@pytest.mark.parametrize(("key", "point", "expected"), TEXTBOOK)
def test_a_function_is_the_textbooks(key: str, point: tuple[float, ...], expected: float) -> None:
    assert value(key, point) == pytest.approx(expected, rel=1e-6, abs=1e-9)


def test_every_function_is_held_against_the_textbook() -> None:
    assert {key for key, _, _ in TEXTBOOK} == set(FUNCTIONS)


@pytest.mark.parametrize(("key", "point"), VALLEYS)
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_slope_and_curvature_at_the_bottom_of_a_valley(key: str, point: tuple[float, ...], dtype: str) -> None:
    gradient, hessian = slopes(key, point, dtype)
    np.testing.assert_allclose(gradient, 0, atol=1e-9 if dtype == "float64" else 2e-4)
    assert np.isfinite(hessian).all()
    assert (np.linalg.eigvalsh(hessian) >= 0).all()


@pytest.mark.parametrize(("key", "point"), VALLEYS)
def test_it_goes_up_all_around_the_bottom_of_a_valley(key: str, point: tuple[float, ...]) -> None:
    around = np.array(point) + 0.01 * np.random.default_rng(0).normal(size=(500, len(point)))
    assert (losses_on(around, key) > value(key, point)).all()


@pytest.mark.parametrize("key", [key for key in FUNCTIONS if key not in BOTTOMLESS])
def test_nothing_in_the_window_is_lower_than_the_minima(key: str) -> None:
    entry = FUNCTIONS[key]
    lowest = [value(key, point) for point in entry.minima]
    assert lowest
    np.testing.assert_allclose(lowest, lowest[0], atol=1e-12)
    assert losses_on(grid(key, 401), key).min() >= min(lowest) - 1e-12


@pytest.mark.parametrize(("key", "point"), LOCAL)
def test_a_local_minimum_is_no_global_one(key: str, point: tuple[float, ...]) -> None:
    assert value(key, point) > value(key, FUNCTIONS[key].minima[0]) + 0.1


@pytest.mark.parametrize(
    "key", ["square", "double_well", "absolute", "wavy", "plateau", "himmelblau", "styblinski_tang"]
)
def test_no_valley_is_left_out(key: str) -> None:
    entry = FUNCTIONS[key]
    points = grid(key, 302)
    losses = losses_on(points, key)
    padded = np.pad(losses, 1, constant_values=-np.inf)
    lower = np.ones(losses.shape, bool)
    for shift in np.ndindex(*(3,) * losses.ndim):
        window = tuple(slice(at, at + size) for at, size in zip(shift, losses.shape, strict=True))
        if shift != (1,) * losses.ndim:
            lower &= losses <= padded[window]
    stated = np.array(entry.minima + entry.local_minima)
    near = [np.abs(stated - point).max(axis=1).argmin() for point in points[lower]]
    assert set(near) == set(range(len(stated)))
    assert max(np.abs(stated[index] - point).max() for index, point in zip(near, points[lower], strict=True)) < 0.05


@pytest.mark.parametrize("key", BOTTOMLESS)
def test_a_slope_of_zero_need_not_be_a_minimum(key: str) -> None:
    middle = (0.0,) * len(FUNCTIONS[key].names)
    assert FUNCTIONS[key].minima == ()
    np.testing.assert_array_equal(gradients(key, [middle]), 0)
    around = 0.01 * np.random.default_rng(0).normal(size=(500, len(middle)))
    assert losses_on(around, key).min() < 0 < losses_on(around, key).max()
    assert losses_on(100 * grid(key, 11), key).min() < -10_000


@pytest.mark.parametrize("key", FUNCTIONS)
def test_stacked_weights_give_what_each_gives_alone(key: str) -> None:
    import tensorflow as tf

    landscape = function(key)
    low, high = np.array(landscape.window, np.float32).T
    weights = np.random.default_rng(0).uniform(low, high, (7, landscape.size)).astype(np.float32)
    x, y = tf.constant(landscape.train.x), tf.constant(landscape.train.y)
    stacked = landscape.row_losses(tf.constant(weights), x, y).numpy()
    assert stacked.shape == (7, 1)
    alone = [landscape.row_losses(tf.constant(each[None]), x, y).numpy()[0] for each in weights]
    np.testing.assert_allclose(stacked, alone, rtol=1e-6)
    np.testing.assert_allclose(stacked[:, 0], FUNCTIONS[key].formula(weights.astype(np.float64)), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("key", FUNCTIONS)
def test_gradients_are_those_of_finite_differences(key: str) -> None:
    low, high = np.array(FUNCTIONS[key].window).T
    points = np.random.default_rng(1).uniform(low, high, (20, len(low)))
    shifts = 1e-5 * np.eye(len(low))
    expected = [(losses_on(points + shift, key) - losses_on(points - shift, key)) / 2e-5 for shift in shifts]
    np.testing.assert_allclose(gradients(key, points), np.transpose(expected), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize(("key", "name"), PARAMETERS)
def test_a_parameter_says_what_it_is_and_leaves_the_minimum_where_it_is(key: str, name: str) -> None:
    entry = FUNCTIONS[key]
    parameter = entry.parameters[name]
    assert parameter.label
    assert parameter.help.endswith(".")
    assert parameter.low <= parameter.default <= parameter.high
    assert parameter.low > 0 or not parameter.log
    low, high = ((name, parameter.low),), ((name, parameter.high),)
    points = grid(key, 50)
    assert np.abs(losses_on(points, key, low) - losses_on(points, key, high)).max() > 0.1
    for changed in (low, high):
        np.testing.assert_allclose(gradients(key, entry.minima, changed), 0, atol=1e-9)
        for point in entry.minima:
            assert losses_on(grid(key, 201), key, changed).min() >= value(key, point, **dict(changed))


@pytest.mark.parametrize("condition", [1.0, 20.0, 1000.0])
def test_the_condition_number_is_the_ratio_of_curvatures(condition: float) -> None:
    _, hessian = slopes("long_bowl", (1.0, -2.0), changed=(("condition", condition),))
    curvatures = np.linalg.eigvalsh(hessian)
    assert curvatures[-1] / curvatures[0] == pytest.approx(condition)


def test_the_same_parameters_are_the_same_landscape() -> None:
    bowl = function("long_bowl")
    assert function("long_bowl", ()) is function("long_bowl", parameters=(("condition", 20.0),)) is bowl
    assert function("long_bowl", (("condition", 5.0),)) is function("long_bowl", (("condition", 5),)) is not bowl


@pytest.mark.parametrize(
    ("key", "pair", "says"),
    [
        ("square", ("a", 1.0), "Bowl: (w - 3)\u00b2 has no parameter 'a'. Expected none."),
        ("long_bowl", ("a", 1.0), "Long bowl has no parameter 'a'. Expected condition."),
        ("long_bowl", ("condition", 0.5), "condition number was 0.5. Expected a number from 1 to 1000."),
        ("long_bowl", ("condition", math.nan), "condition number was nan. Expected a number from 1 to 1000."),
    ],
)
def test_a_parameter_that_cannot_be_is_refused(key: str, pair: tuple[str, float], says: str) -> None:
    with pytest.raises(UserError) as error:
        function(key, (pair,))
    assert str(error.value) == says


@pytest.mark.parametrize("key", FUNCTIONS)
def test_every_function_trains_as_suggested(key: str) -> None:
    trajectory = trajectory_of(Experiment(key, **FUNCTIONS[key].suggests), xla=False)
    assert trajectory.count == FUNCTIONS[key].suggests["epochs"]
    assert np.isfinite(trajectory.loss).all()
    assert np.isfinite(trajectory.weights).all()
    assert trajectory.loss[-1] < trajectory.loss[0]
    low, high = np.array(FUNCTIONS[key].window).T
    assert ((low <= trajectory.weights) & (trajectory.weights <= high)).all()


def path_of(key: str, **change: Any) -> np.ndarray:
    """Weights ``[T, P]`` of the suggested run, some settings changed."""
    return np.asarray(trajectory_of(Experiment(key, **{**FUNCTIONS[key].suggests, **change}), xla=False).weights)


def test_steps_by_hand() -> None:
    assert path_of("square")[-1, 0] == pytest.approx(2.965, abs=5e-4)
    assert path_of("square", learning_rate=1.0)[:, 0].tolist()[:5] == [0, 6, 0, 6, 0]
    np.testing.assert_allclose(path_of("raised_square", learning_rate=1.5, epochs=4)[:, 0] - 5, [-5, 10, -20, 40, -80])


def test_what_the_sentences_say_is_what_happens() -> None:
    assert value("raised_square", path_of("raised_square")[-1]) == pytest.approx(2, abs=1e-3)
    cubic = path_of("cubic")[:, 0]
    assert 0 < cubic[-1] < 0.06
    assert (np.diff(cubic) < 0).all()
    assert path_of("double_well")[-1, 0] == pytest.approx(-2, abs=1e-2)
    np.testing.assert_allclose(path_of("absolute")[7:13, 0], [-0.1, 0.2] * 3, atol=1e-5)
    assert path_of("wavy")[-1, 0] == pytest.approx(3.847, abs=1e-2)
    assert path_of("wavy", optimizer="momentum", epochs=150)[-1, 0] == pytest.approx(0, abs=1e-2)
    assert (np.diff(np.sign(path_of("long_bowl")[:20, 1])) != 0).all()
    assert np.abs(path_of("long_bowl", learning_rate=0.11)[-1]).max() > 100
    assert path_of("saddle")[:, 0].min() < 0.01 < 1 < path_of("saddle")[-1, 1]


def test_plain_steps_hardly_move_on_the_plateau_and_scaled_ones_walk() -> None:
    plain = np.linalg.norm(path_of("plateau")[[0, 20, -1]], axis=1)
    assert plain[0] - plain[1] < 0.3
    assert plain[2] < 0.01
    scaled = np.linalg.norm(path_of("plateau", optimizer="adam", learning_rate=0.1, epochs=20)[[0, -1]], axis=1)
    assert scaled[0] - scaled[1] > 1
