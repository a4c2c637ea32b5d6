"""A user's own model as somebody looks at it before it is trained: its layers, and which data suit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from gdviz.engine.datasets import DATASETS, title
from gdviz.engine.model_files import inspect
from gdviz.engine.model_losses import check_width, chosen_loss, task_of
from gdviz.engine.user_models import loaded
from gdviz.errors import UserError
from gdviz.said import Said

MANY_WEIGHTS = 200_000
"""Weights from which on training and surfaces take noticeably long on a small computer."""


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One layer in words.

    Attributes:
        name: Its name in the file.
        kind: Keras's name of its class.
        output: Shape of what it gives for one row, for example ``"8 x 8 x 3"``; empty if there are several.
        weights: Numbers that it holds, trained or not.
        trained: Whether training changes any of them by the optimiser.
    """

    name: str
    kind: str
    output: str
    weights: int
    trained: bool


@dataclass(frozen=True, slots=True, eq=False)
class ModelPreview:
    """What there is to know of a model that can be trained here.

    Attributes:
        layers: From input to output.
        input_shape: Of one row.
        outputs: Numbers that it answers with.
        last: Activation of the last layer by Keras's name, or empty.
        trained: Weights that the optimiser changes.
        still: Numbers that it does not change: frozen layers, moving averages.
        loss: The loss it was compiled with as the file has it; None without one.
        problems: What a person should know before training it, a sentence each.
    """

    layers: tuple[LayerRow, ...]
    input_shape: tuple[int, ...]
    outputs: int
    last: str
    trained: int
    still: int
    loss: Any
    problems: tuple[str, ...]


def looked_through(path: str) -> ModelPreview:
    """Loads a ``.keras`` file and looks at the model; needs TensorFlow.

    Raises:
        UserError: If the model cannot be used.
    """
    model = loaded(path)
    rows = tuple(_row(layer) for layer in model.network.layers)
    still = sum(int(np.prod(variable.shape)) for variable in model.network.non_trainable_variables)
    return ModelPreview(
        layers=rows,
        input_shape=model.input_shape,
        outputs=int(model.network.output_shape[-1]),
        last=model.last_activation(),
        trained=model.size,
        still=still,
        loss=inspect(path).loss,
        problems=_problems(rows, model.size, model.draws),
    )


def fit(model: ModelPreview, data: str) -> str:
    """How a model would learn from the data set ``data``, in a sentence or two.

    Raises:
        UserError: If the two do not suit each other.
    """
    source, name = DATASETS[data], title(data)
    check_width(model.input_shape, len(source.features), name)
    task = task_of(source.classes, model.outputs, name)
    loss, _, compiled = chosen_loss(task, model.loss, model.last)
    answer = Said("one of {} classes", source.classes) if source.classes else Said("a number")
    other = Said("not compiled") if model.loss is None else Said("its own does not suit")
    why = Said("as it was compiled") if compiled else other
    return Said("It learns {} from {} inputs. Loss: {} ({}).", answer, len(source.features), loss, why)


def suitable(model: ModelPreview, own: str = "") -> Mapping[str, str]:
    """For each data set, and the user's table ``own`` if there is one, why it does not suit; empty if it does."""
    keys = [*DATASETS, *([own] if own and own not in list(DATASETS) else [])]
    return {key: _obstacle(model, key) for key in keys}


def _obstacle(model: ModelPreview, data: str) -> str:
    try:
        fit(model, data)
    except UserError as error:
        return str(error)
    return ""


def _row(layer: Any) -> LayerRow:
    try:
        shape = layer.output.shape[1:]
    except (AttributeError, ValueError):
        shape = ()  # it is used more than once, or gives several things
    sizes = [int(np.prod(variable.shape)) for variable in layer.weights]
    words = " x ".join("?" if size is None else str(size) for size in shape)
    return LayerRow(layer.name, type(layer).__name__, words, sum(sizes), bool(layer.trainable_weights))


def _problems(rows: tuple[LayerRow, ...], trained: int, draws: bool) -> tuple[str, ...]:
    frozen = [row.name for row in rows if row.weights and not row.trained]
    found = [
        (frozen, Said("Training leaves these layers as they were saved: {}.", ", ".join(frozen))),
        (draws, Said("Some layers draw at random while it trains: its training loss lies above its best.")),
        (trained > MANY_WEIGHTS, Said("It has many weights: training and surfaces will take their time.")),
    ]
    return tuple(sentence for holds, sentence in found if holds)
