"""Training an experiment to its end, with our engine and with Keras."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Steps, Trajectory
from gdviz.engine.batches import batch_rows
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.descent import Command, Start, descent
from gdviz.engine.networks import keras_loss, keras_model
from gdviz.engine.optimizers import keras_optimizer, parameters_of
from gdviz.engine.trainer import CHUNK


def trajectory_of(experiment: Experiment, xla: bool | None = None, at_once: Iterable[int] = ()) -> Trajectory:
    """Trains the experiment; ``at_once`` gives how many steps to ask for each time, then as many as there can be."""
    experiment = validated(experiment)
    generator = descent(experiment, xla=xla)
    start = next(generator)
    assert isinstance(start, Start)
    trajectory = Trajectory(start.weights[0], float(start.loss[0]), float(start.val_loss[0]))
    asked = iter(at_once)
    try:
        while True:
            steps = generator.send(Command(next(asked, CHUNK), experiment))
            assert isinstance(steps, Steps)
            trajectory.append(steps)
    except StopIteration:
        return trajectory


@lru_cache(maxsize=64)
def fitted_weights(experiment: Experiment) -> np.ndarray:
    """Final weights of one ``model.fit(shuffle=False)`` over all epochs' batches laid end to end; quick.

    The batch size must divide the number of rows, or batches would reach across epochs.
    """
    experiment = validated(experiment)
    train = landscape_of(experiment).train
    assert len(train) % experiment.batch_size == 0
    model = compiled_model(experiment)
    orders = [batch_rows(len(train), experiment.batch_size, experiment.seed, e)[0] for e in range(experiment.epochs)]
    order = np.concatenate([rows.ravel() for rows in orders])
    model.fit(train.x[order], train.y[order], experiment.batch_size, shuffle=False, verbose=0)
    return np.concatenate([weight.ravel() for weight in model.get_weights()])


def compiled_model(experiment: Experiment) -> Any:
    """The experiment's network as a Keras model ready for ``fit``."""
    made_of = (experiment.activation, experiment.initializer, experiment.l2, experiment.dropout)
    model = keras_model(experiment.data, experiment.units, experiment.seed, *made_of)
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    optimizer = keras_optimizer(experiment.optimizer, parameters, experiment.learning_rate)
    if experiment.clip_norm:
        optimizer.global_clipnorm = experiment.clip_norm
    loss, metrics = keras_loss(experiment.data)
    model.compile(optimizer, loss, metrics=metrics)
    return model


def fitted(experiment: Experiment) -> tuple[np.ndarray, dict[str, list[float]]]:
    """Final weights, flattened, and history of ``model.fit(shuffle=False)`` over the same batches in the same order."""
    experiment = validated(experiment)
    train, validation = landscape_of(experiment).train, landscape_of(experiment).validation
    model = compiled_model(experiment)
    history: dict[str, list[float]] = {}
    for epoch in range(experiment.epochs):
        rows, mask = batch_rows(len(train), experiment.batch_size, experiment.seed, epoch)
        order = rows[mask > 0]
        run = model.fit(
            train.x[order],
            train.y[order],
            experiment.batch_size,
            shuffle=False,
            verbose=0,
            validation_data=None if validation is None else (validation.x, validation.y),
        )
        for name, values in run.history.items():
            history.setdefault(name, []).extend(values)
    return np.concatenate([weight.ravel() for weight in model.get_weights()]), history
