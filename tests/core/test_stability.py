"""Largest stable rates: each formula against the update itself, iterated just below and just above."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from gdviz.core.experiment import Experiment
from gdviz.core.stability import (
    RULES,
    SILENT,
    Curvature,
    largest_rate,
    needs_preconditioner,
    preconditioner,
    stable_rate,
)

Update = Callable[[float, dict[str, float], np.ndarray], np.ndarray]


def curved(largest: float, preconditioned: bool = False) -> Curvature:
    """A curvature of which only the value counts."""
    return Curvature(largest, 0.0, np.ones(1, np.float32), 1, True, preconditioned)


# One step each of Keras's updates on l/2 w^2, for the state (w, m), with D = 1 where there is one.
def sgd(rate: float, p: dict[str, float], state: np.ndarray, l: float = 3.0) -> np.ndarray:  # noqa: E741
    w, m = state
    return np.array([w - rate * p["weight_decay"] * w - rate * l * w, m])


def momentum(rate: float, p: dict[str, float], state: np.ndarray, l: float = 3.0) -> np.ndarray:  # noqa: E741
    w, m = state
    m = p["momentum"] * m - rate * l * w
    shrunk = w - rate * p["weight_decay"] * w
    ahead = p["momentum"] * m - rate * l * w
    return np.array([shrunk + (ahead if p["nesterov"] else m), m])


def rmsprop(rate: float, p: dict[str, float], state: np.ndarray, l: float = 3.0) -> np.ndarray:  # noqa: E741
    w, m = state
    m = p["momentum"] * m + rate * l * w
    return np.array([w - rate * p["weight_decay"] * w - m, m])


def adam(rate: float, p: dict[str, float], state: np.ndarray, l: float = 3.0) -> np.ndarray:  # noqa: E741
    w, m = state
    m = p["beta_1"] * m + (1 - p["beta_1"]) * l * w
    return np.array([w - rate * p["weight_decay"] * w - rate * m, m])


CASES: list[tuple[str, Update, dict[str, float]]] = [
    (name, update, {**parameters, "weight_decay": decay})
    for decay in (0.0, 0.5)
    for name, update, parameters in [
        ("sgd", sgd, {}),
        ("momentum", momentum, {"momentum": 0.0, "nesterov": 0}),
        ("momentum", momentum, {"momentum": 0.9, "nesterov": 0}),
        ("momentum", momentum, {"momentum": 0.5, "nesterov": 1}),
        ("momentum", momentum, {"momentum": 0.9, "nesterov": 1}),
        ("rmsprop", rmsprop, {"momentum": 0.0}),
        ("rmsprop", rmsprop, {"momentum": 0.8}),
        ("adam", adam, {"beta_1": 0.9}),
        ("adamw", adam, {"beta_1": 0.5}),
    ]
]


@pytest.mark.parametrize(("optimizer", "update", "parameters"), CASES)
def test_below_the_limit_steps_shrink_and_above_they_grow(
    optimizer: str, update: Update, parameters: dict[str, float]
) -> None:
    limit = largest_rate(optimizer, parameters, curved(3.0, needs_preconditioner(optimizer)))
    assert limit.rate is not None
    sizes = []
    for rate in (0.98 * limit.rate, 1.02 * limit.rate):
        state = np.array([1.0, 0.0])
        for _ in range(3000):
            state = update(rate, parameters, state)
        sizes.append(abs(state[0]))
    assert sizes[0] < 1e-3
    assert sizes[1] > 1e3


def test_the_published_formulas() -> None:
    assert largest_rate("sgd", {}, curved(4)).rate == pytest.approx(2 / 4)
    assert largest_rate("momentum", {"momentum": 0.9}, curved(4)).rate == pytest.approx(3.8 / 4)
    nesterov = {"momentum": 0.9, "nesterov": 1}
    assert largest_rate("momentum", nesterov, curved(4)).rate == pytest.approx(3.8 / 2.8 / 4)
    assert largest_rate("rmsprop", {"momentum": 0}, curved(4, True)).rate == pytest.approx(2 / 4)
    assert largest_rate("adam", {"beta_1": 0.9}, curved(4, True)).rate == pytest.approx(38 / 4)


@pytest.mark.parametrize("optimizer", SILENT)
def test_where_theory_does_not_reach_there_are_words(optimizer: str) -> None:
    limit = largest_rate(optimizer, {}, curved(1.0))
    assert limit.rate is None
    assert len(limit.reason) > 20


def test_every_optimiser_has_a_limit_or_a_reason() -> None:
    from gdviz.engine.optimizers import OPTIMIZERS

    for name in OPTIMIZERS:
        assert (name in RULES) != (name in SILENT), name
    assert largest_rate("something_new", {}, curved(1)).reason


@pytest.mark.parametrize(
    ("largest", "word"), [(0.0, "upwards"), (-2.0, "upwards"), (np.nan, "finite"), (np.inf, "finite")]
)
def test_without_a_valley_there_is_no_limit(largest: float, word: str) -> None:
    limit = largest_rate("sgd", {}, curved(largest))
    assert limit.rate is None
    assert word in limit.reason


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
def test_the_curvature_of_another_optimiser_is_refused(optimizer: str) -> None:
    limit = largest_rate(optimizer, {"beta_1": 0.9}, curved(1.0, not needs_preconditioner(optimizer)))
    assert limit.rate is None
    assert "another" in limit.reason


FULL = Experiment(optimizer="sgd", batch_size=120)


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"batch_size": 119}, "batches"),
        ({"dropout": 0.1}, "Dropout"),
        ({"clip_norm": 1.0}, "Clipping"),
        ({"ascend": True}, "climbs"),
    ],
)
def test_what_the_theory_leaves_out_is_said(changed: dict[str, float], word: str) -> None:
    limit = stable_rate(replace(FULL, **changed), {}, 120, curved(4))
    assert limit.rate is None
    assert word in limit.reason


def test_a_batch_of_all_rows_has_a_limit() -> None:
    assert stable_rate(FULL, {}, 120, curved(4)).rate == pytest.approx(0.5)
    assert stable_rate(replace(FULL, batch_size=500), {}, 120, curved(4)).rate == pytest.approx(0.5)
    assert stable_rate(replace(FULL, landscape="square", batch_size=1, dropout=0.5), {}, 1, curved(4)).rate == 0.5


def test_preconditioners_by_hand() -> None:
    v, average = np.float32([4.0, 0.0]), np.float32([1.0, 0.0])
    plain = {"epsilon": 0.25, "centered": 0}
    np.testing.assert_allclose(preconditioner("rmsprop", plain, {"velocity": v}, 1), np.sqrt([4.25, 0.25]))
    moments = {"velocity": v, "average_gradient": average}
    centred = preconditioner("rmsprop", {**plain, "centered": 1}, moments, 1)
    np.testing.assert_allclose(centred, np.sqrt([3.25, 0.25]))
    adam_like = {"epsilon": 0.5, "beta_1": 0.9, "beta_2": 0.99, "amsgrad": 0}
    expected = (1 - 0.9**3) * np.array([2.5, 0.5]) / np.sqrt(1 - 0.99**3)
    np.testing.assert_allclose(preconditioner("adam", adam_like, {"velocity": v}, 3), expected, rtol=1e-6)
    both = {"velocity": 0 * v, "velocity_hat": v}
    largest = preconditioner("adamw", {**adam_like, "amsgrad": 1}, both, 3)
    np.testing.assert_allclose(largest, expected, rtol=1e-6)
