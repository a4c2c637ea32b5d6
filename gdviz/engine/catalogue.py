"""What there is to choose from, and the way from an experiment's words to the things themselves.

Costs nothing to import: forms and the command line read it long before TensorFlow is there.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from gdviz.core.compare import Difference, differences, spelt
from gdviz.core.experiment import Experiment, checked
from gdviz.core.schedule import SCHEDULES
from gdviz.engine.datasets import DATASETS, title
from gdviz.engine.formula import formula_landscape, parse
from gdviz.engine.functions import FUNCTIONS, Changed, function, parameter_values
from gdviz.engine.landscape import Landscape
from gdviz.engine.model_files import inspect
from gdviz.engine.networks import ACTIVATIONS, INITIALIZERS, network
from gdviz.engine.neurons import NEURONS, neuron
from gdviz.engine.optimizers import OPTIMIZERS, Parameter, parameters_of
from gdviz.engine.user_models import user_model
from gdviz.errors import UserError


@dataclass(frozen=True, slots=True)
class OwnMake:
    """An entry among the landscapes whose make the experiment itself describes.

    Attributes:
        title: Its name on screen.
        sentence: What it is, for a pupil.
        suggests: Settings that show it well.
        parameters: It has none of its own: they are settings.
    """

    title: str
    sentence: str
    suggests: Mapping[str, Any]
    parameters: Mapping[str, Parameter] = field(default_factory=dict)


NETWORK = OwnMake(
    title="Network",
    sentence="A real Keras network: hundreds of weights, seen through the two directions it moves in most.",
    suggests={"optimizer": "adam", "learning_rate": 0.01, "epochs": 60, "batch_size": 8},
)

FORMULA = OwnMake(
    title="Your own formula",
    sentence="Any loss you can write down in w, or in x and y.",
    suggests={"optimizer": "sgd", "learning_rate": 0.05, "epochs": 60},
)

MODEL = OwnMake(
    title="Your own Keras model",
    sentence="A model that you saved as a .keras file, with its convolutions, batch normalisation and dropout.",
    suggests={"optimizer": "adam", "learning_rate": 0.001, "epochs": 10, "batch_size": 32},
)

LANDSCAPES: Mapping[str, Any] = {"network": NETWORK, **NEURONS, **FUNCTIONS, "formula": FORMULA, "model": MODEL}
"""Every landscape's entry by key: ``title``, ``sentence``, what it ``suggests``, and its own ``parameters``."""

CHOICES: Mapping[str, Mapping[str, Any]] = {
    "landscape": LANDSCAPES,
    "data": DATASETS,
    "optimizer": OPTIMIZERS,
    "schedule": SCHEDULES,
    "activation": ACTIVATIONS,
    "initializer": INITIALIZERS,
}
"""For each setting that is a choice, what there is."""


def validated(experiment: Experiment) -> Experiment:
    """The experiment, with every setting held against its range.

    Parameters that stand at their defaults anyway are left out, so that equal means equal.

    Raises:
        UserError: At the first setting that is not acceptable.
    """
    experiment = checked(experiment, CHOICES)
    if experiment.landscape == "formula":
        parse(experiment.formula)
    if experiment.landscape == "model" and experiment.model:
        inspect(experiment.model)
    _check_start(experiment)
    own = parameters_of(experiment.optimizer, experiment.optimizer_parameters)
    known, values = landscape_parameters_of(experiment)
    return replace(
        experiment,
        optimizer_parameters=_changed(OPTIMIZERS[experiment.optimizer].parameters, own),
        landscape_parameters=_changed(known, values),
    )


def called(name: str, value: Any) -> str:
    """What a person calls the value of a setting: a choice by its title, a file by its name."""
    if name == "data":
        return title(value)
    if name == "model":
        return Path(value).name or "none"
    return str(CHOICES[name][value].title) if name in CHOICES else spelt(name, value)


def differing(a: Experiment, b: Experiment) -> tuple[Difference, ...]:
    """`differences`, with choices called by their titles."""
    return differences(a, b, called)


def weight_names(experiment: Experiment) -> tuple[str, ...]:
    """What the one or two weights of the experiment's landscape are called; empty for a network."""
    if experiment.landscape == "formula":
        return parse(experiment.formula).names
    return tuple(getattr(LANDSCAPES[experiment.landscape], "names", ()))


def _check_start(experiment: Experiment) -> None:
    """A start must have a number for each weight.

    Raises:
        UserError: If it has not, or if the landscape is a network.
    """
    names, given = weight_names(experiment), experiment.start
    if not given or len(given) == len(names):
        return
    what = "Start was " + ", ".join(f"{place:g}" for place in given)
    if not names:
        raise UserError(what, "none for a network: its first weights are drawn by its seed", "Choose another seed.")
    raise UserError(what, "a number for " + " and one for ".join(names), "Leave it empty for the landscape's own.")


def landscape_parameters_of(experiment: Experiment) -> tuple[Mapping[str, Parameter], dict[str, float]]:
    """The parameters that the experiment's landscape has of its own, and the values of all of them.

    Raises:
        UserError: If one is unknown or out of range.
    """
    entry = LANDSCAPES[experiment.landscape]
    return entry.parameters, parameter_values(entry.title, entry.parameters, experiment.landscape_parameters)


def _changed(known: Mapping[str, Parameter], values: Mapping[str, float]) -> Changed:
    """The values that are not the defaults, as sorted pairs."""
    return tuple(sorted((name, value) for name, value in values.items() if value != known[name].default))


def landscape_of(experiment: Experiment) -> Landscape:
    """The landscape an experiment descends. The same settings give the same object, so compiled code is found again."""
    if experiment.landscape in FUNCTIONS:
        return function(experiment.landscape, experiment.landscape_parameters)
    if experiment.landscape in NEURONS:
        return neuron(experiment.landscape, experiment.landscape_parameters)
    if experiment.landscape == "formula":
        return formula_landscape(experiment.formula)
    if experiment.landscape == "model":
        rows = (experiment.standardize, experiment.validation_split, experiment.label_noise)
        return user_model(experiment.model, experiment.data, *rows)
    names = ("activation", "initializer", "l2", "dropout", "standardize", "validation_split", "label_noise")
    return network(experiment.data, experiment.units, **{name: getattr(experiment, name) for name in names})
