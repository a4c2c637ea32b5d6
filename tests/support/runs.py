"""Training an experiment to its end, with our engine and with Keras."""

from collections.abc import Iterable

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.core.trajectory import Trajectory
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.descent import CHUNK, Command, Start, Steps, batch_rows, descent
from gdviz.engine.networks import keras_model
from gdviz.engine.optimizers import keras_optimizer, parameters_of


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


def fitted(experiment: Experiment) -> tuple[np.ndarray, dict[str, list[float]]]:
    """Final weights, flattened, and history of ``model.fit(shuffle=False)`` over the same batches in the same order."""
    experiment = validated(experiment)
    train, validation = landscape_of(experiment).train, landscape_of(experiment).validation
    model = keras_model(experiment.data, experiment.units, experiment.seed)
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    optimizer = keras_optimizer(experiment.optimizer, parameters, experiment.learning_rate)
    model.compile(optimizer, "sparse_categorical_crossentropy", metrics=["accuracy"])
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
            validation_data=(validation.x, validation.y),
        )
        for name, values in run.history.items():
            history.setdefault(name, []).extend(values)
    return np.concatenate([weight.ravel() for weight in model.get_weights()]), history
