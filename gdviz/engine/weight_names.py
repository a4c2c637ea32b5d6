"""What each weight of a landscape is called."""

from functools import lru_cache

import numpy as np

from gdviz.core.experiment import Experiment
from gdviz.engine.catalogue import landscape_of
from gdviz.engine.datasets import DATASETS
from gdviz.engine.landscape import Landscape
from gdviz.engine.networks import head
from gdviz.said import Said


def weight_names(experiment: Experiment) -> tuple[str, ...]:
    """A name for each weight of an experiment's landscape, for example ``"layer 1: petal length \u2192 neuron 5"``."""
    landscape = landscape_of(experiment)
    if landscape.names:
        return landscape.names
    return _network_names(experiment.data, landscape) if experiment.landscape == "network" else _plain_names(landscape)


@lru_cache(maxsize=8)
def _network_names(data: str, landscape: Landscape) -> tuple[str, ...]:
    """Kernel and bias of each Dense layer in turn, as the weights lie."""
    source = DATASETS[data]
    ends = (Said("output"),) if head(data).single else source.class_names or tuple(map(str, range(source.classes)))
    names: list[str] = []
    inputs: list[str] = [_short(name) for name in source.features]
    kernels = landscape.shapes[::2]
    for layer, (_, count) in enumerate(kernels, start=1):
        last = layer == len(kernels)
        outputs: list[str] = list(ends) if last else [Said("neuron {}", number) for number in range(1, count + 1)]
        names += [Said("layer {}: {} \u2192 {}", layer, one, other) for one in inputs for other in outputs]
        names += [Said("layer {}: bias of {}", layer, other) for other in outputs]
        inputs = outputs
    return tuple(names)


def _short(feature: str) -> str:
    """A feature's name without its unit."""
    return feature.split(" (")[0] if " (" in feature else feature


@lru_cache(maxsize=8)
def _plain_names(landscape: Landscape) -> tuple[str, ...]:
    """Variable and place in it, where nothing more is known."""
    names: list[str] = []
    for number, shape in enumerate(landscape.shapes or ((landscape.size,),), start=1):
        places = (", ".join(str(at + 1) for at in place) for place in np.ndindex(*shape))
        names += [Said("variable {} [{}]", number, place) for place in places]
    names += [Said("kept number {}", number) for number in range(1, landscape.size - len(names) + 1)]
    return tuple(names)
