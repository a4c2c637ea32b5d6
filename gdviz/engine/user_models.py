"""The user's own Keras model as a landscape: any harmless ``.keras`` file, on any data set whose rows fit it.

The model itself is called, by ``stateless_call``, on weights cut out of a flat vector. In training it is called as
``model.fit`` calls it: batch normalisation looks at the batch, dropout draws. Everywhere else it is called as
``model.evaluate`` does, with the moving averages that the point itself carries; the points of a surface carry those of
the point that its plane goes through. Vectors are ``[trainable weights, keepsakes]``; see `landscape.Learning`.
"""

import json
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.engine.csv_key import stamp
from gdviz.engine.csv_text import shortened
from gdviz.engine.datasets import DATASETS, split, title
from gdviz.engine.landscape import Array, Landscape, Learning, Rows, Tensor
from gdviz.engine.model_files import WEIGHTS, check_weights, inspect
from gdviz.engine.model_losses import Judge, check_width, judge, task_of
from gdviz.errors import UserError

MOST_WEIGHTS = 5_000_000
"""Weights of a model at most: every recorded step is a copy of all of them."""

ROW_BYTES = 128 * 2**20
"""Bytes of all layers' outputs that may be there at once; more rows than that are judged in parts."""


def user_model(
    path: str, data: str, standardize: bool = True, validation_split: float = 0.2, label_noise: float = 0.0
) -> Landscape:
    """The landscape of the model in the file ``path`` on ``data``; equal settings and files give the same object.

    Start for seed 0 is the model as it was saved. Any other seed draws its weights anew, by the initialisers in the
    file, and starts moving averages afresh; weights that are not trained (frozen layers, ``Normalization``) stay as
    saved. What dropout draws follows from the seed as well, also from seed 0.

    Args:
        path: A ``.keras`` file.
        data: Key of a data set; a row must have as many features as the model's input has numbers, whatever its shape.
        standardize: As for `split`.
        validation_split: As for `split`.
        label_noise: As for `split`.

    Raises:
        UserError: If there is no such file, it may do more than calculate, or model and data do not fit.
    """
    if not path:
        raise UserError("No model is chosen yet", "the path of a .keras file", "Type it under Model file")
    rows = (bool(standardize), float(validation_split), float(label_noise))
    return _landscape(path, stamp(path), data, DATASETS[data], *rows)


@lru_cache(maxsize=8)
def _landscape(path: str, mark: object, data: str, source: object, *how: Any) -> Landscape:
    """The landscape, made once for each state of the file and the data."""
    model = _loaded(path, mark)
    train, validation = (model.shaped(rows, title(data)) for rows in split(data, *how))
    outputs = int(model.network.output_shape[-1])
    task = task_of(DATASETS[data].classes, outputs, title(data).lower())
    judged = judge(task, inspect(path).loss, model.last_activation())
    calls = _Calls(model, judged)
    return Landscape(
        size=model.size + model.keepsakes,
        names=(),
        train=train,
        validation=validation if len(validation) else None,
        row_losses=calls.row_losses,
        row_hits=calls.row_hits if judged.hits else None,
        answers=calls.answers,
        start=model.start,
        shapes=(*model.shapes, *((model.keepsakes,),) * (model.keepsakes > 0)),
        learning=Learning(calls.learnt, model.settled),
        keepsakes=model.keepsakes,
        outputs=model.outputs,
        multiplications=model.multiplications,
        note=judged.note,
    )


def loaded(path: str) -> "Model":
    """The model in a file as it is now."""
    return _loaded(path, stamp(path))


@lru_cache(maxsize=4)
def _loaded(path: str, _: object) -> "Model":
    """The model in a file, until the file changes."""
    return Model(Path(path))


def load(path: Path) -> Any:
    """The Keras model in a file, not compiled.

    Keras gets a copy that nobody else can change between the look through it and the loading.

    Raises:
        UserError: If the file may do more than calculate, or cannot be loaded.
    """
    import keras

    name = shortened(path.name)
    inspect(path)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "model.keras"
        try:
            copy.write_bytes(path.read_bytes())
            inspect(copy)
            with zipfile.ZipFile(copy) as archive:
                weights = Path(archive.extract(WEIGHTS, folder))
            check_weights(weights, name)
            return keras.saving.load_model(copy, compile=False, safe_mode=True)
        except UserError:
            raise
        # Whatever Keras says of a file that was put together wrongly, it is the file's fault.
        except Exception as error:
            words = (str(error).strip() or type(error).__name__).splitlines()[0][:150]
            raise UserError(
                f"Keras cannot load {name}: {words}", "a whole .keras file", "Save the model again"
            ) from error


@dataclass(frozen=True, slots=True)
class _Keepsake:
    """A variable that training changes without an optimiser: its place among the non-trainable ones, and its shape.

    Whole numbers are kept as two halves of 16 bits each, which 32-bit floating point holds exactly.
    """

    place: int
    shape: tuple[int, ...]
    whole: bool

    @property
    def size(self) -> int:
        """Numbers that it takes in a weight vector."""
        return int(np.prod(self.shape)) * (2 if self.whole else 1)


class Model:
    """A loaded model, and the way between its variables and flat vectors.

    Args:
        path: The file.

    Raises:
        UserError: If it cannot be used.
    """

    def __init__(self, path: Path) -> None:
        """Loads the file and looks at the model."""
        self.path, self.name = path, shortened(path.name)
        self.network = load(path)
        self._check()
        self.input_shape = tuple(int(size) for size in self.network.input_shape[1:])
        self.shapes = tuple(tuple(map(int, v.shape)) for v in self.network.trainable_variables)
        self.size = sum(int(np.prod(shape)) for shape in self.shapes)
        self._still = [v.numpy() for v in self.network.non_trainable_variables]
        self._kept = self._find_keepsakes()
        self.keepsakes = sum(kept.size for kept in self._kept)
        self.draws = any(kept.whole for kept in self._kept)  # random numbers in training, as dropout does
        self.outputs, self.multiplications = self._effort()

    def _check(self) -> None:
        """Refuses what cannot be a landscape."""
        import keras

        one = isinstance(self.network, keras.Model) and self.network.built
        if not one or len(self.network.inputs) != 1 or len(self.network.outputs) != 1:
            raise UserError(f"{self.name} has several inputs or outputs", "a model with one input and one output")
        sizes = (self.network.input_shape[1:], self.network.output_shape[1:])
        if None in sizes[0] or len(sizes[1]) != 1 or None in sizes[1]:
            what = f"{self.name} takes {sizes[0]} and gives {sizes[1]}"
            raise UserError(
                what, "a fixed input shape, and one list of numbers as output", "None stands for any length"
            )
        weights = self.network.trainable_variables
        if not weights:
            raise UserError(f"{self.name} has no weights to train", "a model with at least one trainable layer")
        strange = [v.dtype for v in weights if v.dtype != "float32"]
        if strange:
            raise UserError(f"{self.name} has weights of type {strange[0]}", "float32", "Save it with that precision")
        count = sum(int(np.prod(v.shape)) for v in weights)
        if count > MOST_WEIGHTS:
            raise UserError(f"{self.name} has {count:,} weights", f"at most {MOST_WEIGHTS:,}", "Take a smaller model")

    def shaped(self, rows: Rows, data: str) -> Rows:
        """Rows with their inputs in the model's shape.

        Raises:
            UserError: If they have more or fewer numbers.
        """
        check_width(self.input_shape, int(np.prod(rows.x.shape[1:])), data)
        return Rows(rows.x.reshape(-1, *self.input_shape), rows.y)

    def last_activation(self) -> str:
        """Of the last layer, by Keras's name; empty if it has none."""
        import keras

        last = self.network.layers[-1]
        if isinstance(last, keras.layers.Softmax):
            return "softmax"
        return str(getattr(getattr(last, "activation", None), "__name__", ""))

    def start(self, seed: int) -> Array:
        """First weights and keepsakes, ``[P]``: as saved for seed 0, else drawn anew."""
        network = self.network if seed == 0 else self._drawn_anew(seed)
        still = list(self._still)
        for kept in self._kept:
            seeded = np.array([np.random.SeedSequence((seed, kept.place)).generate_state(1)[0] >> 1, 0])
            still[kept.place] = seeded if kept.whole else network.non_trainable_variables[kept.place].numpy()
        weights = [v.numpy().ravel() for v in network.trainable_variables]
        return np.concatenate([*weights, *(_encoded(still[kept.place], kept.whole) for kept in self._kept)])

    def _drawn_anew(self, seed: int) -> Any:
        """The same model with its weights drawn by the file's own initialisers, seeded one by one."""
        import keras

        description = json.loads(json.dumps(inspect(self.path).model))
        seeds = iter(np.random.SeedSequence(seed).generate_state(10_000) >> 1)
        _seed_initialisers(description, seeds)
        return keras.saving.deserialize_keras_object(description, safe_mode=True)

    def parts(self, vector: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """A vector ``[P]`` as trainable and non-trainable variables of the model; no gradient goes to the latter."""
        import tensorflow as tf

        trained = _cut(vector, self.shapes)
        still: list[Any] = [tf.constant(value) for value in self._still]
        at = self.size
        for kept in self._kept:
            part = tf.stop_gradient(vector[at : at + kept.size])
            still[kept.place] = _decoded(part, kept, self._still[kept.place].dtype)
            at += kept.size
        return trained, still

    def kept(self, still: Sequence[Tensor]) -> Tensor:
        """The keepsakes ``[S]`` out of the model's non-trainable variables after a call."""
        import tensorflow as tf

        found = []
        for kept in self._kept:
            value = tf.reshape(still[kept.place], [-1])
            if kept.whole:
                value = tf.cast(value, tf.int64)
                value = tf.concat([value % 2**16, value // 2**16], axis=0)
            found.append(tf.cast(value, tf.float32))
        return tf.concat(found, axis=0) if found else tf.zeros([0])

    def settled(self, vector: Tensor, kept: Tensor) -> Tensor:
        """A vector after the optimiser, with the layers' constraints held as Keras does, and new keepsakes."""
        import tensorflow as tf

        variables = self.network.trainable_variables
        if not any(variable.constraint for variable in variables):
            return tf.concat([vector[: self.size], kept], axis=0)
        pairs = zip(_cut(vector, self.shapes), variables, strict=True)
        held = [value if v.constraint is None else v.constraint(value) for value, v in pairs]
        return tf.concat([*(tf.reshape(value, [-1]) for value in held), kept], axis=0)

    def _find_keepsakes(self) -> tuple[_Keepsake, ...]:
        """Which non-trainable variables a training call replaces."""
        import tensorflow as tf

        given = [tf.constant(value) for value in self._still]
        trained = [tf.constant(v.numpy()) for v in self.network.trainable_variables]
        # Two rows, since some layers want more than one to look at.
        after = self.network.stateless_call(trained, given, tf.zeros((2, *self.input_shape)), training=True)[1]
        found = []
        for place, (old, new) in enumerate(zip(given, after, strict=True)):
            if new is not old:
                whole = old.dtype.is_integer
                found.append(_Keepsake(place, tuple(old.shape), whole))
        return tuple(found)

    def _effort(self) -> tuple[int, int]:
        """Outputs of all operations, and multiplications of the products and convolutions, for one row."""
        import tensorflow as tf

        row = tf.TensorSpec((1, *self.input_shape), tf.float32)
        graph = tf.function(lambda x: self.network(x, training=False), autograph=False).get_concrete_function(row).graph
        made = [(op, out.shape.num_elements() or 0) for op in graph.get_operations() for out in op.outputs]
        kernels = [(size, op.inputs[1].shape) for op, size in made if op.type in _PRODUCTS]
        multiplied = sum(size * (kernel.num_elements() or 0) // (kernel[-1] or 1) for size, kernel in kernels)
        return sum(size for op, size in made if op.type in _WORK), int(multiplied)


_PRODUCTS = ("MatMul", "Conv2D", "Conv3D", "DepthwiseConv2dNative", "BatchMatMulV2")
_WORK = (*_PRODUCTS, "BiasAdd", "AddV2", "Mul", "Relu", "MaxPool", "AvgPool", "Elu", "Selu", "Tanh", "Sigmoid", "Pad")
"""Operations of TensorFlow whose outputs take memory of their own."""


class _Calls:
    """What a landscape asks of a model: losses and hits of many vectors, and one step's learning."""

    def __init__(self, model: Model, judged: Judge) -> None:
        self._model, self._judged = model, judged

    def row_losses(self, weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        """Of K vectors, judging, ``[K, B]``; what layers add to the loss is added to every row."""

        def one(vector: Tensor, inputs: Tensor, truth: Tensor) -> Tensor:
            answers, _, more = self._called(vector, inputs, training=False)
            return self._judged.losses(truth, answers) + more

        return self._of_each(one, weights, x, y)

    def row_hits(self, weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        """Of K vectors, ``[K, B]``."""
        hits = self._judged.hits
        assert hits is not None, "only asked where there is right and wrong"
        return self._of_each(lambda vector, x, y: hits(y, self._called(vector, x, training=False)[0]), weights, x, y)

    def answers(self, weights: Tensor, x: Tensor) -> Tensor:
        """Of K vectors, judging, chances or numbers, ``[K, B, outputs]``."""
        chances = self._judged.chances
        return self._of_each(lambda vector, x, _: chances(self._called(vector, x, training=False)[0]), weights, x, x)

    def learnt(self, vector: Tensor, x: Tensor, y: Tensor) -> tuple[Tensor, Tensor | None, Tensor]:
        """One batch's loss as ``model.fit`` has it, its hits, and what the model keeps of it."""
        import tensorflow as tf

        answers, still, more = self._called(vector, x, training=True)
        hits = None if self._judged.hits is None else self._judged.hits(y, answers)
        return tf.reduce_mean(self._judged.losses(y, answers)) + more, hits, self._model.kept(still)

    def _called(self, vector: Tensor, x: Tensor, training: bool) -> tuple[Tensor, list[Tensor], Tensor]:
        """Answers ``[B, outputs]``, non-trainable variables afterwards, and the sum of what layers add to the loss."""
        import tensorflow as tf

        parts = self._model.parts(vector)
        answers, still, losses = self._model.network.stateless_call(*parts, x, training=training, return_losses=True)
        return tf.cast(answers, tf.float32), still, tf.add_n(losses) if losses else tf.constant(0.0)

    def _of_each(self, one: Callable[..., Tensor], weights: Tensor, x: Tensor, y: Tensor) -> Tensor:
        """``one`` of each of K vectors for the same rows, ``[K, B]``; of a single one a part of many rows at a time."""
        import tensorflow as tf

        if weights.shape[0] != 1:
            return tf.vectorized_map(lambda vector: one(vector, x, y), weights)
        rows = max(1, ROW_BYTES // (4 * max(self._model.outputs, 1)))
        parts: list[Tensor] = []
        for at in range(0, x.shape[0], rows):
            # One after the other: together they would need all the memory at once.
            with tf.control_dependencies(parts[-1:]):
                parts.append(one(weights[0], x[at : at + rows], y[at : at + rows]))
        return tf.concat(parts, axis=0)[None]


def _cut(vector: Tensor, shapes: Sequence[tuple[int, ...]]) -> list[Tensor]:
    """The beginning of a vector as arrays of those shapes."""
    import tensorflow as tf

    parts, at = [], 0
    for shape in shapes:
        end = at + int(np.prod(shape))
        parts.append(tf.reshape(vector[at:end], shape))
        at = end
    return parts


def _encoded(value: Array, whole: bool) -> Array:
    """A variable's value as numbers of a weight vector."""
    flat = np.asarray(value).ravel()
    return np.concatenate([flat % 2**16, flat // 2**16] if whole else [flat]).astype(np.float32)


def _decoded(part: Tensor, kept: _Keepsake, dtype: Any) -> Tensor:
    """Numbers of a weight vector as the variable's value."""
    import tensorflow as tf

    if kept.whole:
        low, high = tf.split(tf.cast(part, tf.int64), 2)
        part = low + high * 2**16
    return tf.reshape(tf.cast(part, dtype), kept.shape)


def _seed_initialisers(part: Any, seeds: Any) -> None:
    """Gives every initialiser in a description the next of ``seeds``."""
    if isinstance(part, dict):
        config = part.get("config")
        if part.get("module") == "keras.initializers" and isinstance(config, dict) and "seed" in config:
            config["seed"] = int(next(seeds))
        for value in part.values():
            _seed_initialisers(value, seeds)
    elif isinstance(part, list):
        for value in part:
            _seed_initialisers(value, seeds)
