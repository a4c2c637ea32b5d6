"""Every optimiser of the installed Keras is in the catalogue, with Keras's own parameters, and takes Keras's steps."""

import inspect
from dataclasses import replace

import numpy as np
import pytest
from support.runs import fitted_weights, trajectory_of

from gdviz.core.experiment import Experiment
from gdviz.core.schedule import SCHEDULES, factors
from gdviz.engine.catalogue import validated
from gdviz.engine.descent import Command, descents
from gdviz.engine.optimizers import OPTIMIZERS, keras_optimizer, parameters_of
from gdviz.engine.trainer import CHUNK

COMMON = {
    "self", "learning_rate", "name", "kwargs", "clipnorm", "clipvalue", "global_clipnorm", "use_ema", "ema_momentum",
    "ema_overwrite_frequency", "loss_scale_factor", "gradient_accumulation_steps",
}  # fmt: skip
"""What every optimiser of Keras takes, and we do not offer as its own."""

LEFT_OUT = {"Muon": {"exclude_layers", "exclude_embeddings", "muon_a", "muon_b", "muon_c", "adam_lr_ratio"}}
"""Parameters that are left at Keras's defaults: coefficients of a polynomial, and names of layers."""

WRAPPERS = {"Optimizer", "LossScaleOptimizer", "MultiOptimizer", "OptimizerMap"}
"""Classes among Keras's optimisers that move nothing themselves."""

IRIS = Experiment(epochs=20)
"""300 steps: 120 rows, batches of 8."""

REGRESSION = Experiment(data="sine", epochs=15, units=(8,), activation="tanh", l2=0.001)
"""300 steps: 160 rows, batches of 8; a penalty besides."""

LOOSE = {"muon": 2e-3, "adafactor": 1e-4, "lamb": 1e-4}
"""Where sums in another order are not harmless: these divide by norms or orthogonalise, which passes rounding on."""


def test_every_optimiser_that_keras_has_is_in_the_catalogue() -> None:
    import keras

    classes = {name for name in dir(keras.optimizers) if inspect.isclass(getattr(keras.optimizers, name))}
    assert classes - WRAPPERS == {entry.keras_class for entry in OPTIMIZERS.values()}


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_parameters_and_defaults_are_kerass(optimizer: str) -> None:
    import keras

    entry = OPTIMIZERS[optimizer]
    known = inspect.signature(getattr(keras.optimizers, entry.keras_class).__init__).parameters
    assert entry.learning_rate == known["learning_rate"].default
    for name, parameter in entry.parameters.items():
        default = known[name].default
        momentum_itself = optimizer == "momentum" and name == "momentum"
        assert parameter.default == (0.9 if momentum_itself else 0.0 if default is None else default)
        assert parameter.low <= parameter.default <= parameter.high
        assert parameter.help.endswith(".")
    missing = set(known) - set(entry.parameters) - COMMON - LEFT_OUT.get(entry.keras_class, set())
    assert missing <= ({"momentum", "nesterov"} if optimizer == "sgd" else set())
    assert entry.sentence.endswith(".")


@pytest.mark.slow
@pytest.mark.parametrize("xla", [True, False], ids=["xla", "graph"])
@pytest.mark.parametrize("experiment", [IRIS, REGRESSION], ids=["iris", "regression"])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_weights_after_300_steps_equal_those_of_fit(optimizer: str, experiment: Experiment, xla: bool) -> None:
    experiment = replace(experiment, optimizer=optimizer, learning_rate=OPTIMIZERS[optimizer].learning_rate)
    trajectory = trajectory_of(experiment, xla)
    assert trajectory.count == 300
    tolerance = LOOSE.get(optimizer, 1e-5)
    np.testing.assert_allclose(trajectory.last_weights, fitted_weights(experiment), rtol=tolerance, atol=tolerance)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("optimizer", "changed"),
    [
        ("momentum", (("momentum", 0.5), ("nesterov", 1.0))),
        ("rmsprop", (("centered", 1.0), ("momentum", 0.9), ("rho", 0.8))),
        ("adam", (("amsgrad", 1.0), ("beta_1", 0.5), ("epsilon", 1e-3))),
        ("sgd", (("weight_decay", 0.1),)),
    ],
)
def test_an_optimisers_own_parameters_are_kerass(optimizer: str, changed: tuple[tuple[str, float], ...]) -> None:
    experiment = replace(IRIS, optimizer=optimizer, optimizer_parameters=changed, learning_rate=0.003)
    np.testing.assert_allclose(trajectory_of(experiment).last_weights, fitted_weights(experiment), rtol=1e-5, atol=1e-5)


@pytest.mark.slow
def test_clipping_is_kerass_global_clipnorm() -> None:
    experiment = replace(IRIS, clip_norm=0.05, learning_rate=0.1, optimizer="sgd")
    np.testing.assert_allclose(trajectory_of(experiment).last_weights, fitted_weights(experiment), rtol=1e-5, atol=1e-5)
    unclipped = trajectory_of(replace(experiment, clip_norm=0.0)).last_weights
    assert not np.allclose(unclipped, fitted_weights(experiment), atol=1e-2)


def test_clipping_a_stack_clips_each_run_by_itself() -> None:
    experiments = [validated(replace(IRIS, clip_norm=0.05, epochs=2, learning_rate=rate)) for rate in (0.01, 0.5)]
    generator = descents(experiments)
    next(generator)
    together = generator.send(Command(CHUNK)).weights
    for run, experiment in enumerate(experiments):
        np.testing.assert_allclose(together[:, run], trajectory_of(experiment).weights[1:], rtol=1e-4, atol=1e-5)


def test_adding_the_gradient_climbs() -> None:
    uphill = trajectory_of(Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=10, ascend=True))
    assert (np.diff(uphill.loss) > 0).all()
    np.testing.assert_allclose(uphill.weights[:, 0], 3.0 - 3.0 * 1.2 ** np.arange(11), rtol=1e-5)


def test_schedules_are_kerass() -> None:
    import keras

    steps = 200
    cosine = keras.optimizers.schedules.CosineDecay
    theirs = {
        "constant": lambda step: 0.3,
        "step": keras.optimizers.schedules.PiecewiseConstantDecay([99, 149], [0.3, 0.03, 0.003]),
        "exponential": keras.optimizers.schedules.ExponentialDecay(0.3, steps, 0.01),
        "cosine": cosine(0.3, steps),
        "warmup_cosine": cosine(0.0, 180, warmup_target=0.3, warmup_steps=20),
    }
    for name, schedule in theirs.items():
        expected = [float(schedule(step)) for step in range(steps)]
        np.testing.assert_allclose(0.3 * factors(name, 0, steps, steps), expected, rtol=1e-4, atol=1e-7, err_msg=name)
    assert set(SCHEDULES) == {*theirs, "one_cycle"}


def test_one_cycle_climbs_to_the_full_rate_and_falls_to_almost_nothing() -> None:
    course = factors("one_cycle", 0, 1000, 1000)
    assert course[0] == pytest.approx(1 / 25)
    assert course.argmax() == 300
    assert course.max() == pytest.approx(1.0)
    assert course[-1] < 2e-4
    assert (np.diff(course[:300]) > 0).all()
    assert (np.diff(course[301:]) < 0).all()


def test_a_schedule_reaches_the_steps() -> None:
    trajectory = trajectory_of(replace(IRIS, schedule="cosine", epochs=4))
    np.testing.assert_allclose(trajectory.learning_rate, 0.01 * factors("cosine", 0, 60, 60), rtol=1e-5)
    by_hand = trajectory_of(Experiment("square", optimizer="sgd", learning_rate=0.1, epochs=4, schedule="step"))
    np.testing.assert_allclose(by_hand.learning_rate, [0.1, 0.1, 0.01, 0.001], rtol=1e-5)


def test_a_decay_of_nothing_is_kerass_none() -> None:
    assert keras_optimizer("adam", parameters_of("adam", ()), 0.1).weight_decay is None
    assert keras_optimizer("adamw", parameters_of("adamw", ()), 0.1).weight_decay == 0.004
