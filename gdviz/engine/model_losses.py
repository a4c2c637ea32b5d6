"""How a user's model is judged: by the loss it was compiled with where that suits the data, else by our own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from gdviz.engine.landscape import Tensor
from gdviz.errors import UserError


@dataclass(frozen=True, slots=True)
class Task:
    """One way in which a model's outputs can answer.

    Attributes:
        usual: The loss that is taken where none was compiled, by Keras's name of its class.
        suits: The losses that may have been compiled.
        accuracy: Keras's metric function, or empty.
        last: The activation that the last layer should have, for a model that was not compiled.
    """

    usual: str
    suits: frozenset[str]
    accuracy: str = ""
    last: str = ""


_ONE_HOT = frozenset(
    {"CategoricalCrossentropy", "CategoricalFocalCrossentropy", "CategoricalHinge", "KLDivergence", "MeanSquaredError"}
)
TASKS: Mapping[str, Task] = {
    "number": Task("MeanSquaredError", frozenset({"MeanSquaredError", "MeanAbsoluteError", "Huber", "LogCosh"})),
    "yes or no": Task(
        "BinaryCrossentropy",
        frozenset({"BinaryCrossentropy", "BinaryFocalCrossentropy", "MeanSquaredError", "Hinge", "SquaredHinge"}),
        "binary_accuracy",
        "sigmoid",
    ),
    "classes": Task(
        "SparseCategoricalCrossentropy",
        frozenset({"SparseCategoricalCrossentropy"}) | _ONE_HOT,
        "sparse_categorical_accuracy",
        "softmax",
    ),
}
"""By what is asked. A model of two outputs may answer two classes as one of a single output does."""

_SHORT = {"mse": "MeanSquaredError", "mae": "MeanAbsoluteError", "huber": "Huber", "kl_divergence": "KLDivergence"}
_SETTINGS = {"from_logits", "label_smoothing", "delta", "gamma", "alpha", "apply_class_balancing"}


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """What makes answers into losses.

    Attributes:
        losses: ``(y [B], answers [B, outputs]) -> [B]``.
        hits: The same, 1 where the answer is right; None for regression.
        chances: ``answers [B, outputs] -> [B, outputs]``: chances of the classes, or the numbers themselves.
        note: What a person should know, one sentence; empty if the model is judged as it was compiled.
    """

    losses: Callable[[Tensor, Tensor], Tensor]
    hits: Callable[[Tensor, Tensor], Tensor] | None
    chances: Callable[[Tensor], Tensor]
    note: str = ""


def check_width(input_shape: tuple[int, ...], features: int, data: str) -> None:
    """Makes sure that a row of ``features`` numbers can be an input of that shape.

    Raises:
        UserError: If it has more or fewer.
    """
    wanted = int(np.prod(input_shape))
    if wanted != features:
        shape = " x ".join(map(str, input_shape))
        what = f"{data} has {features} features, but the model's input is {shape}"
        raise UserError(what, f"data with {wanted} features", "Choose other data or another model")


def task_of(classes: int, outputs: int, data: str) -> str:
    """Which of `TASKS` a model of so many outputs has with data of so many classes (0 for regression).

    Raises:
        UserError: If the two do not fit.
    """
    if classes == 0 and outputs == 1:
        return "number"
    if classes == 2 and outputs == 1:
        return "yes or no"
    if classes and outputs == classes:
        return "classes"
    wanted = {0: "one output, a number", 2: "one output or two"}.get(classes, f"{classes} outputs, one a class")
    raise UserError(f"The model has {outputs} outputs, and {data} asks for something else", wanted, "Choose other data")


def judge(task: str, compiled: Any, last: str) -> Judge:
    """What a model is judged by.

    Args:
        task: A key of `TASKS`.
        compiled: The loss in the model's file: a name, a description, or None.
        last: The activation of the last layer by Keras's name, empty if it has none.

    Raises:
        UserError: If the model was compiled with nothing that suits, and its last layer suits no loss of ours either.
    """
    import keras

    name, settings, suits = chosen_loss(task, compiled, last)
    made = getattr(keras.losses, name)(**settings)
    one_hot = wants_one_hot(task, name)

    def losses(y: Tensor, answers: Tensor) -> Tensor:
        return made.call(_truth(y, answers, task, one_hot), answers)

    said = "not compiled" if compiled is None else "compiled with a loss that does not suit these data"
    note = "" if suits else f"The model was {said}; it is judged by {name}."
    logits = bool(settings.get("from_logits"))
    return Judge(losses, _hits(task, logits), _chances(task, logits, last), note)


def chosen_loss(task: str, compiled: Any, last: str) -> tuple[str, dict[str, Any], bool]:
    """The loss that `judge` takes: its class in ``keras.losses``, its settings, and whether it is the compiled one."""
    name, settings = _named(compiled)
    if name in TASKS[task].suits:
        return name, settings, True
    return TASKS[task].usual, {"from_logits": _gives_logits(task, last)} if TASKS[task].last else {}, False


def wants_one_hot(task: str, name: str) -> bool:
    """Whether the loss wants a column a class instead of class numbers."""
    return task == "classes" and name in _ONE_HOT


def _hits(task: str, logits: bool) -> Callable[[Tensor, Tensor], Tensor] | None:
    """Keras's accuracy of each row; from logits a half is 0."""
    import keras

    if not TASKS[task].accuracy:
        return None
    metric = getattr(keras.metrics, TASKS[task].accuracy)
    more = {"threshold": 0.0} if logits and task == "yes or no" else {}

    def hits(y: Tensor, answers: Tensor) -> Tensor:
        import tensorflow as tf

        # Keras's sparse accuracy leaves out the last axis of a batch of one row.
        return tf.reshape(metric(_truth(y, answers, task, False), answers, **more), [-1])

    return hits


def _chances(task: str, logits: bool, last: str) -> Callable[[Tensor], Tensor]:
    """What makes chances of answers; what `_hits` calls the answer stays the likeliest."""

    def chances(answers: Tensor) -> Tensor:
        import tensorflow as tf

        if task == "yes or no":
            return tf.nn.sigmoid(answers) if logits else tf.clip_by_value(answers, 0.0, 1.0)
        return tf.nn.softmax(answers) if task == "classes" and (logits or last != "softmax") else answers

    return chances


def _truth(y: Tensor, answers: Tensor, task: str, one_hot: bool) -> Tensor:
    """The right answers in the shape that Keras's losses want."""
    import tensorflow as tf

    if one_hot:
        return tf.one_hot(tf.cast(y, tf.int32), answers.shape[-1])
    return y if task == "classes" else tf.cast(y, answers.dtype)[:, None]


def _gives_logits(task: str, last: str) -> bool:
    """Whether a last layer's outputs are sums and not chances yet.

    Raises:
        UserError: If they are neither.
    """
    if last not in ("", "linear", TASKS[task].last):
        what = f"The model's last layer has the activation {last}, and no loss was compiled that suits it"
        raise UserError(what, f"{TASKS[task].last} or none", "Compile the model with a loss and save it again")
    return last != TASKS[task].last


def _named(compiled: Any) -> tuple[str, dict[str, Any]]:
    """A loss out of a file as the name of Keras's class and its settings; only numbers and switches are taken over."""
    if isinstance(compiled, list | dict) and len(compiled) == 1:
        return _named(next(iter(compiled.values() if isinstance(compiled, dict) else compiled)))
    settings: dict[str, Any] = {}
    if isinstance(compiled, dict):
        inner = compiled.get("config")
        if isinstance(inner, dict):
            settings = {k: v for k, v in inner.items() if k in _SETTINGS and isinstance(v, bool | int | float)}
            compiled = compiled.get("class_name")
        else:
            compiled = inner
    name = compiled if isinstance(compiled, str) else ""
    return _SHORT.get(
        name.lower(), name if name[:1].isupper() else name.replace("_", " ").title().replace(" ", "")
    ), settings
