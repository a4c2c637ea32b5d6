"""A network experiment as the few lines of Keras that a pupil would write."""

from gdviz.core.experiment import Experiment
from gdviz.engine.datasets import DATASETS
from gdviz.engine.networks import head
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of


def keras_snippet(experiment: Experiment) -> str:
    """The code, about a dozen lines in which every setting shows that a lesson speaks of; to be read, not to be run.

    Args:
        experiment: Of a network.
    """
    answer = head(experiment.data)
    outputs = 1 if answer.single else DATASETS[experiment.data].classes
    hidden = "\n".join(f'    Dense({units}, activation="{experiment.activation}"),' for units in experiment.units)
    metrics = f',\n    metrics=["{answer.accuracy}"]' if answer.accuracy else ""
    return f"""\
model = keras.Sequential([
{hidden}
    Dense({outputs}, activation="{answer.activation}"),
])
model.compile(
    {_optimizer(experiment)},
    loss="{answer.loss}"{metrics})
model.fit(x, y,
    epochs={experiment.epochs},
    batch_size={experiment.batch_size})
"""


def _optimizer(experiment: Experiment) -> str:
    """The optimiser as Keras makes it, with whatever differs from Keras's own defaults."""
    entry = OPTIMIZERS[experiment.optimizer]
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    told = dict(experiment.optimizer_parameters)
    if experiment.optimizer == "momentum":
        told = {"momentum": parameters["momentum"]} | told
    extra = "".join(f", {name}={value:g}" for name, value in told.items())
    return f"{entry.keras_class}(learning_rate={experiment.learning_rate:g}{extra})"
