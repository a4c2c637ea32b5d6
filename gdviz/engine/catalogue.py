"""What there is to choose from, and the way from an experiment's words to the things themselves.

Costs nothing to import: forms and the command line read it long before TensorFlow is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from gdviz.core.experiment import Experiment, checked
from gdviz.engine.datasets import DATASETS
from gdviz.engine.functions import FUNCTIONS, function
from gdviz.engine.landscape import Landscape
from gdviz.engine.networks import network
from gdviz.engine.neurons import NEURONS, neuron
from gdviz.engine.optimizers import OPTIMIZERS, parameters_of


@dataclass(frozen=True, slots=True)
class NetworkEntry:
    """The entry that stands for all networks among the landscapes."""

    title: str
    sentence: str
    suggests: Mapping[str, Any]


NETWORK = NetworkEntry(
    title="Network",
    sentence="A real Keras network: hundreds of weights, seen through the two directions it moves in most.",
    suggests={"optimizer": "adam", "learning_rate": 0.01, "epochs": 60, "batch_size": 8},
)

LANDSCAPES: Mapping[str, Any] = {"network": NETWORK, **NEURONS, **FUNCTIONS}
"""Every landscape's entry by key; each has a ``title``, a ``sentence`` and what it ``suggests``."""

CHOICES: Mapping[str, Mapping[str, Any]] = {
    "landscape": LANDSCAPES,
    "data": DATASETS,
    "optimizer": OPTIMIZERS,
}
"""For each setting that is a choice, what there is."""


def validated(experiment: Experiment) -> Experiment:
    """The experiment, with every setting held against its range.

    Parameters that the chosen optimiser has at their defaults anyway are left out, so that equal means equal.

    Raises:
        UserError: At the first setting that is not acceptable.
    """
    experiment = checked(experiment, CHOICES)
    parameters = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    known = OPTIMIZERS[experiment.optimizer].parameters
    changed = tuple(sorted((name, value) for name, value in parameters.items() if value != known[name].default))
    return replace(experiment, optimizer_parameters=changed)


def landscape_of(experiment: Experiment) -> Landscape:
    """The landscape an experiment descends. The same settings give the same object, so compiled code is found again."""
    if experiment.landscape in FUNCTIONS:
        return function(experiment.landscape)
    if experiment.landscape in NEURONS:
        return neuron(experiment.landscape)
    return network(experiment.data, experiment.units)
