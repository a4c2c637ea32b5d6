"""The user's own ``.keras`` file, looked through before Keras sees it: what it holds, and whether that is harmless.

Such a file is a ZIP archive of a description (JSON) and weights (HDF5). The description names classes and functions
that whoever opens it is to look up and call, so a crafted one can run code or read files; Keras's safe mode has been
got round several times. Here nothing is looked up by what a file says. It is held against the tables below, and a name
that is not in them is refused: Lambda layers, custom classes, layers that read vocabularies, plain functions. Nothing
in this module imports Keras, so a path can be checked before TensorFlow is there.
"""

import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from gdviz.engine.csv_key import stamp
from gdviz.engine.csv_text import shortened
from gdviz.errors import UserError

MOST_BYTES = 200 * 2**20
"""Of all that an archive holds, unpacked."""

MOST_DESCRIPTION = 8 * 2**20
"""Bytes of the description."""

MOST_DEEP = 60
"""Levels of a description within one another."""

LARGEST_NUMBER = 100_000
"""Larger numbers in a description would be sizes that no small computer has; seeds and the like do not count."""

_NO_SIZES = {"shared_object_id", "seed"}

DESCRIPTION, WEIGHTS, ABOUT = "config.json", "model.weights.h5", "metadata.json"
_PARTS = {DESCRIPTION, WEIGHTS, ABOUT}

LAYERS = frozenset(
    """
    Activation ActivityRegularization Add AdditiveAttention AlphaDropout Attention Average AveragePooling1D
    AveragePooling2D AveragePooling3D BatchNormalization Bidirectional Concatenate Conv1D Conv1DTranspose Conv2D
    Conv2DTranspose Conv3D Conv3DTranspose Cropping1D Cropping2D Cropping3D Dense DepthwiseConv1D DepthwiseConv2D Dot
    Dropout ELU EinsumDense Flatten GRU GRUCell GaussianDropout GaussianNoise GlobalAveragePooling1D
    GlobalAveragePooling2D GlobalAveragePooling3D GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D
    GroupNormalization GroupQueryAttention Identity InputLayer LSTM LSTMCell LayerNormalization LeakyReLU MaxPooling1D
    MaxPooling2D MaxPooling3D Maximum Minimum MultiHeadAttention Multiply Normalization PReLU Permute RMSNormalization
    RNN ReLU RepeatVector Rescaling Reshape SeparableConv1D SeparableConv2D SimpleRNN SimpleRNNCell Softmax
    SpatialDropout1D SpatialDropout2D SpatialDropout3D StackedRNNCells Subtract TimeDistributed UnitNormalization
    UpSampling1D UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D ZeroPadding3D
    """.split()
)
"""Layers of ``keras.layers`` that only calculate."""

_INITIALIZERS = """
    Constant GlorotNormal GlorotUniform HeNormal HeUniform Identity LecunNormal LecunUniform Ones Orthogonal
    RandomNormal RandomUniform TruncatedNormal VarianceScaling Zeros
""".split()
_ACTIVATIONS = """
    celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu linear log_sigmoid
    log_softmax mish relu relu6 selu sigmoid silu softmax softplus softsign soft_shrink sparse_plus squareplus swish
    tanh tanh_shrink threshold
""".split()

CLASSES: Mapping[str, frozenset[str]] = {
    "keras": frozenset({"Sequential", "Functional", "Model", "DTypePolicy"}),
    "keras.models": frozenset({"Sequential", "Functional", "Model"}),
    "keras.src.models.functional": frozenset({"Functional"}),
    "keras.src.models.sequential": frozenset({"Sequential"}),
    "keras.layers": LAYERS,
    "keras.initializers": frozenset(_INITIALIZERS),
    "keras.regularizers": frozenset({"L1", "L2", "L1L2", "OrthogonalRegularizer"}),
    "keras.constraints": frozenset({"MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm"}),
    "keras.dtype_policies": frozenset({"DTypePolicy"}),
}
"""What a description may name, by module."""

_TENSOR = "__keras_tensor__"
_OPERATIONS = {"keras.src.ops.numpy", "keras.src.ops.nn"}
"""Where the arithmetic of functional models comes from: classes there take tensors and give tensors."""

_SAVE = "Save the model with model.save('name.keras') in Keras 3"


@dataclass(frozen=True, slots=True, eq=False)
class Archive:
    """A file that was found harmless.

    Attributes:
        path: The file.
        model: The model's description without how it was compiled; not to be changed.
        loss: The loss it was compiled with as the file has it, a name or a description; None without one.
    """

    path: Path
    model: Mapping[str, Any]
    loss: Any


def inspect(path: str | Path) -> Archive:
    """Looks a file's description through.

    Raises:
        UserError: If it is no ``.keras`` file, is damaged or too large, or holds what could do more than calculate.
    """
    return _inspected(Path(path), stamp(path))


@lru_cache(maxsize=4)
def _inspected(path: Path, _: object) -> Archive:
    """The archive, until the file changes."""
    name = shortened(path.name)
    _refuse_other_kinds(path, name)
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive, name)
            about, description = (json.loads(archive.read(part)) for part in (ABOUT, DESCRIPTION))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise UserError(f"{name} is damaged: {_first_line(error)}", "a whole .keras file", _SAVE) from error
    if not str(about.get("keras_version") if isinstance(about, dict) else "").startswith("3."):
        raise UserError(f"{name} was not saved by Keras 3", "a model of Keras 3", _SAVE)
    if not isinstance(description, dict):
        raise UserError(f"{name} is damaged: its description is no description", "a whole .keras file", _SAVE)
    compiled = description.pop("compile_config", None)
    loss = compiled.get("loss") if isinstance(compiled, dict) else None
    check(description, name)
    return Archive(path, description, loss)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:100]


def _refuse_other_kinds(path: Path, name: str) -> None:
    """Says what a file is that is no archive."""
    if path.is_dir():
        raise UserError(f"{name} is a folder", "one .keras file", _SAVE)
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "there can be no such name"
        raise UserError(f"{name} cannot be read: {reason}", "a .keras file") from error
    if start.startswith(b"\x89HDF"):
        raise UserError(f"{name} is a model in the old HDF5 form", "a .keras file", _SAVE)
    if not start.startswith(b"PK"):
        raise UserError(f"{name} is no .keras file", "a model saved by Keras", _SAVE)


def _check_parts(archive: zipfile.ZipFile, name: str) -> None:
    """Holds an archive's table of contents against what a model consists of."""
    parts = archive.infolist()
    strange = [part.filename for part in parts if part.filename not in _PARTS]
    if strange:
        what = f"{name} holds {shortened(strange[0])}, which a model that only calculates does not need"
        raise UserError(what, "a description and weights, nothing else", "Leave out layers that keep files")
    if len(parts) != len(_PARTS):
        raise UserError(f"{name} has {len(parts)} parts", f"{', '.join(sorted(_PARTS))}, once each", _SAVE)
    if any(part.flag_bits & 1 for part in parts):
        raise UserError(f"{name} is encrypted", "a file that can be read", _SAVE)
    if sum(part.file_size for part in parts) > MOST_BYTES:
        size = sum(part.file_size for part in parts) / 2**20
        raise UserError(f"{name} holds {size:,.0f} MB", f"at most {MOST_BYTES // 2**20} MB", "Take a smaller model")
    if any(part.file_size > MOST_DESCRIPTION for part in parts if part.filename != WEIGHTS):
        raise UserError(f"The description in {name} is too long", f"at most {MOST_DESCRIPTION // 2**20} MB", _SAVE)


def check(description: Any, name: str) -> None:
    """Holds everything that a description names against `CLASSES`.

    Args:
        description: As read from JSON.
        name: The file's name, for messages.

    Raises:
        UserError: At the first thing that is not in the tables.
    """
    for part in _parts(description, name):
        if "class_name" in part or "module" in part or "registered_name" in part:
            _check_object(part, name)


def _parts(description: Any, name: str) -> Iterator[dict[str, Any]]:
    """Every mapping in a description, however deep, itself included."""
    left = [(description, 0)]
    while left:
        part, depth = left.pop()
        if depth > MOST_DEEP:
            raise UserError(f"The description in {name} is more than {MOST_DEEP} levels deep", "an ordinary model")
        if isinstance(part, dict):
            yield part
            left += [(value, depth + 1) for key, value in part.items() if key not in _NO_SIZES]
        elif isinstance(part, list):
            left += [(value, depth + 1) for value in part]
        elif isinstance(part, (int, float)) and not abs(part) < LARGEST_NUMBER:
            what = f"The description in {name} holds the number {shortened(str(part))}"
            raise UserError(what, f"no sizes above {LARGEST_NUMBER:,}", "Take a smaller model")


def _check_object(part: Mapping[str, Any], name: str) -> None:
    """Refuses a thing to look up that is not known to be harmless."""
    module, called, registered = (part.get(key) for key in ("module", "class_name", "registered_name"))
    if called == _TENSOR and module is None and registered is None:
        return
    if called in ("Lambda", "__lambda__"):
        hint = "Replace it by layers of Keras or by keras.ops, and save the model again"
        raise UserError(f"{name} has a Lambda layer, which is program code", "layers of Keras itself", hint)
    if registered not in (None, called):
        what = f"{name} has a class of its own, {shortened(str(registered))}"
        raise UserError(what, "layers of Keras itself", "Its program code is not in the file and is not looked for")
    if not isinstance(module, str) or not isinstance(called, str) or not _is_known(module, called, part):
        what = f"{name} names {shortened(f'{module}.{called}')}, which is not known to do no more than calculate"
        raise UserError(what, "layers of Keras that only calculate", "Replace it and save the model again")


def _is_known(module: str, called: str, part: Mapping[str, Any]) -> bool:
    """Whether the tables have it: a class, an operation on tensors, or an activation by name."""
    if called == "function":
        return module in ("builtins", "keras.activations") and part.get("config") in _ACTIVATIONS
    if module in _OPERATIONS and part.get("registered_name"):
        return (
            called.isalnum() and called[0].isupper() and called != "KerasTensor" and part["registered_name"] == called
        )
    return called in CLASSES.get(module, ())


def check_weights(path: Path, name: str) -> int:
    """Looks the weights' file through: numbers only, all of them within it, and no more than are declared.

    HDF5 files can point into other files of the computer, and can declare arrays far larger than themselves.

    Args:
        path: The HDF5 file, unpacked.
        name: The archive's name, for messages.

    Returns:
        Bytes of all arrays.

    Raises:
        UserError: If there is anything else in it.
    """
    import h5py

    damaged = f"The weights in {name} are damaged"
    try:
        with h5py.File(path, "r") as file:
            total = sum(_checked_bytes(item, name) for item in _items(file, name))
    except (OSError, RuntimeError, KeyError, ValueError, TypeError) as error:
        raise UserError(damaged, "a whole .keras file", _SAVE) from error
    if total > MOST_BYTES:
        raise UserError(f"The weights in {name} take {total / 2**20:,.0f} MB", f"at most {MOST_BYTES // 2**20} MB")
    return total


def _items(file: Any, name: str) -> Iterator[Any]:
    """All arrays of an HDF5 file, each once, also where groups hold one another."""
    import h5py

    left, seen = [file], set()
    while left:
        group = left.pop()
        if (address := h5py.h5o.get_info(group.id).addr) in seen:
            continue
        seen.add(address)
        for key in group:
            if not isinstance(group.get(key, getlink=True), h5py.HardLink):
                raise UserError(f"The weights in {name} point to another place", "weights that are in the file", _SAVE)
            if isinstance(group[key], h5py.Group):
                left.append(group[key])
            else:
                yield group[key]


def _checked_bytes(item: Any, name: str) -> int:
    """The size of an array of numbers that lies in the file itself."""
    if item.is_virtual or item.external:
        raise UserError(f"The weights in {name} point to another file", "weights that are in the file", _SAVE)
    if item.dtype.kind not in "fiu":
        raise UserError(f"The weights in {name} are not all numbers", "numbers", _SAVE)
    return int(item.size) * int(item.dtype.itemsize)
