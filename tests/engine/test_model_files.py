"""What a ``.keras`` file may hold: whatever only calculates; all else is refused in words before Keras sees it."""

import io
import json
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
from support.models import dense, described_anew, packed, parts_of, saved

from gdviz.core.experiment import Experiment
from gdviz.engine import model_files
from gdviz.engine.catalogue import landscape_of, validated
from gdviz.engine.model_files import CLASSES, check_weights, inspect
from gdviz.engine.user_models import load
from gdviz.errors import UserError


def refusal(path: Path) -> str:
    """The one sentence by which both the quick look and the loading refuse a file."""
    with pytest.raises(UserError) as quick:
        validated(Experiment("model", model=str(path)))
    with pytest.raises(UserError) as loading:
        landscape_of(Experiment("model", model=str(path)))
    assert str(quick.value) == str(loading.value)
    assert len(str(quick.value).splitlines()) == 1
    return str(quick.value)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return dense(tmp_path / "mine.keras", 4, 3, "softmax")


def layer(description: dict[str, Any]) -> dict[str, Any]:
    """The description of the Dense layer."""
    return description["config"]["layers"][1]


SENTINEL = "gdviz-was-here"


def planted(spot: dict[str, Any], key: str, value: Any) -> None:
    spot[key] = value


def evil_function(module: str, called: str, config: Any, registered: Any = None) -> dict[str, Any]:
    return {"module": module, "class_name": called, "config": config, "registered_name": registered}


TAMPERED = {
    "a class from elsewhere": lambda d: layer(d).update(module="os", class_name="system"),
    "a class of this program": lambda d: layer(d).update(module="gdviz.cli", class_name="main"),
    "a registered class": lambda d: layer(d).update(registered_name="mine>Dense"),
    "a module under keras": lambda d: layer(d).update(module="keras.src.utils.file_utils", class_name="get_file"),
    "get_file as activation": lambda d: layer(d)["config"].update(
        activation=evil_function("builtins", "function", "get_file", "function")
    ),
    "load_model as initialiser": lambda d: layer(d)["config"].update(
        kernel_initializer=evil_function("keras.models", "load_model", {"filepath": "x"})
    ),
    "a function of the initialisers": lambda d: layer(d)["config"].update(
        kernel_initializer=evil_function("keras.initializers", "deserialize", {})
    ),
    "enable_unsafe_deserialization": lambda d: layer(d)["config"].update(
        activation=evil_function("keras.config", "enable_unsafe_deserialization", {})
    ),
    "a Lambda layer": lambda d: layer(d).update(class_name="Lambda"),
    "a lambda as activation": lambda d: layer(d)["config"].update(
        activation={"class_name": "__lambda__", "config": {"value": "abc"}}
    ),
    "a torch module": lambda d: layer(d).update(class_name="TorchModuleWrapper"),
    "a saved TensorFlow program": lambda d: layer(d).update(class_name="TFSMLayer", config={"filepath": "/etc"}),
    "a vocabulary": lambda d: layer(d).update(class_name="StringLookup", config={"vocabulary": "/etc/passwd"}),
    "text": lambda d: layer(d).update(class_name="TextVectorization"),
    "no module": lambda d: layer(d).pop("module"),
    "a module alone": lambda d: layer(d)["config"].update(units={"module": "os"}),
    "a module that is no text": lambda d: layer(d).update(module=["keras.layers"]),
    "a tensor with a module": lambda d: layer(d)["config"].update(
        units={"class_name": "__keras_tensor__", "module": "os", "config": {}}
    ),
    "no operation": lambda d: layer(d).update(
        module="keras.src.ops.numpy", class_name="KerasTensor", registered_name="KerasTensor"
    ),
    "an operation by a path": lambda d: layer(d).update(
        module="keras.src.ops.numpy", class_name="Add.os", registered_name="Add.os"
    ),
    "a giant": lambda d: layer(d)["config"].update(units=10**9),
    "a number without end": lambda d: layer(d)["config"].update(units=10**4000),
    "infinity": lambda d: layer(d)["config"].update(units=float("inf")),
    "hidden deep in an argument": lambda d: layer(d)["config"].update(
        name=[{"a": [{"b": evil_function("os", "system", "x")}]}]
    ),
}


@pytest.mark.parametrize("how", TAMPERED)
def test_whatever_could_do_more_than_calculate_is_refused(sound: Path, how: str) -> None:
    said = refusal(described_anew(sound, TAMPERED[how]))
    assert said.startswith(("'mine.keras' ", "The description in 'mine.keras' "))
    assert "Expected" in said


def test_a_lambda_layer_saved_by_keras_is_refused_and_not_run(tmp_path: Path) -> None:
    import keras

    ran = tmp_path / SENTINEL
    model = keras.Sequential([keras.Input((4,)), keras.layers.Lambda(lambda x: x), keras.layers.Dense(3)])
    saved(model, tmp_path / "lambda.keras")
    said = refusal(tmp_path / "lambda.keras")
    assert "Lambda layer, which is program code" in said
    assert not ran.exists()


def test_a_class_that_was_registered_here_is_refused_all_the_same(tmp_path: Path) -> None:
    import keras

    @keras.saving.register_keras_serializable("mine")
    class Odd(keras.layers.Layer):  # type: ignore[misc]
        def __init__(self, **options: Any) -> None:
            raise AssertionError("somebody called it")

    whole = dense(tmp_path / "odd.keras", 4, 3)
    own = {"module": None, "class_name": "Odd", "registered_name": "mine>Odd"}
    assert "a class of its own, 'mine>Odd'" in refusal(described_anew(whole, lambda d: layer(d).update(own)))


def repacked(path: Path, **parts: bytes | None) -> Path:
    """The file with other parts; ``None`` leaves one out. Names are given with ``_`` for the dot."""
    names = {"config": "config.json", "metadata": "metadata.json", "weights": "model.weights.h5"}
    changed = {**parts_of(path), **{names.get(name, name): content for name, content in parts.items()}}
    return packed(path, {name: content for name, content in changed.items() if content is not None})


@pytest.mark.parametrize("name", ["../../evil.py", "/evil", "assets/vocabulary.txt", "evil.pkl", "C:\\evil"])
def test_files_besides_description_and_weights_are_refused(sound: Path, name: str) -> None:
    said = refusal(packed(sound, {**parts_of(sound), name: b"x"}))
    assert "which a model that only calculates does not need" in said


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"weights": None}, "has 2 parts"),
        ({"config": b"{"}, "is damaged"),
        ({"config": b"[" * 100_000}, "is damaged"),
        ({"config": b"[]"}, "is damaged"),
        ({"config": b"\xff"}, "is damaged"),
        ({"config": json.dumps({"a": 0}).replace("0", "[" * 200 + "]" * 200).encode()}, "levels deep"),
        ({"config": b"{}" + b" " * model_files.MOST_DESCRIPTION}, "is too long"),
        ({"metadata": b'{"keras_version": "2.15.0"}'}, "was not saved by Keras 3"),
        ({"metadata": b"7"}, "was not saved by Keras 3"),
    ],
)
def test_what_is_not_whole_is_refused(sound: Path, parts: dict[str, bytes | None], says: str) -> None:
    assert says in refusal(repacked(sound, **parts))


def test_archives_that_are_too_large_unpacked_are_refused_before_they_are(sound: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(model_files, "MOST_BYTES", 2_000_000)
    bomb = repacked(sound, weights=bytes(3_000_000))
    assert bomb.stat().st_size < 100_000
    assert "holds 3 MB. Expected at most 1 MB" in refusal(bomb)


def test_every_cut_of_a_file_is_refused(sound: Path) -> None:
    whole = sound.read_bytes()
    for length in (0, 1, 4, 100, len(whole) // 2, len(whole) - 1):
        sound.write_bytes(whole[:length])
        refusal(sound)


def test_noise_in_a_file_is_refused_or_harmless(sound: Path) -> None:
    whole = sound.read_bytes()
    random = np.random.default_rng(0)
    for _ in range(40):
        spoilt = bytearray(whole)
        for at in random.integers(0, len(whole), 3):
            spoilt[at] ^= 1 << random.integers(8)
        sound.write_bytes(bytes(spoilt))
        with suppress(UserError):
            load(sound)


def test_other_kinds_of_files_are_told_apart(tmp_path: Path) -> None:
    old = tmp_path / "old.h5"
    h5py.File(old, "w").close()
    plain = tmp_path / "plain.keras"
    plain.write_text("hello")
    for path, says in [
        (old, "is a model in the old HDF5 form"),
        (tmp_path, "is a folder"),
        (plain, "is no .keras file"),
        (tmp_path / "gone.keras", "cannot be read: No such file or directory"),
        (tmp_path / "a\0b", "cannot be read"),
    ]:
        with pytest.raises(UserError, match=says):
            inspect(path)


def weights_file(fill: Any) -> bytes:
    buffer = io.BytesIO()
    with h5py.File(buffer, "w") as file:
        fill(file)
    return buffer.getvalue()


def _virtual(file: Any) -> None:
    layout = h5py.VirtualLayout((4,), "f4")
    layout[:] = h5py.VirtualSource("/etc/passwd", "x", (4,))
    file.create_virtual_dataset("v", layout)


def _loop(file: Any) -> None:
    file.create_group("a")["b"] = file
    file["a"]["c"] = file["a"]


STRANGE_WEIGHTS = {
    "a link to another file": (lambda f: f.__setitem__("v", h5py.ExternalLink("/etc/passwd", "x")), "point to another"),
    "a soft link": (lambda f: f.__setitem__("v", h5py.SoftLink("/w")), "point to another place"),
    "numbers in another file": (
        lambda f: f.create_dataset("v", (4,), "f4", external=[("/etc/passwd", 0, 16)]),
        "point to another file",
    ),
    "a virtual array": (_virtual, "point to another file"),
    "objects": (lambda f: f.create_dataset("v", data=["text"]), "not all numbers"),
    "an array that is only declared": (lambda f: f.create_dataset("v", (10**6, 10**6), "f4", chunks=True), "take"),
}


@pytest.mark.parametrize("how", STRANGE_WEIGHTS)
def test_weights_are_numbers_in_the_file_itself(sound: Path, how: str) -> None:
    fill, says = STRANGE_WEIGHTS[how]
    with pytest.raises(UserError, match=says):
        load(repacked(sound, weights=weights_file(fill)))


def test_groups_that_hold_themselves_are_looked_at_once(tmp_path: Path) -> None:
    path = tmp_path / "w.h5"
    path.write_bytes(weights_file(_loop))
    assert check_weights(path, "'w'") == 0


def test_weights_of_another_model_are_refused(sound: Path, tmp_path: Path) -> None:
    other = parts_of(dense(tmp_path / "other.keras", 5, 3))["model.weights.h5"]
    with pytest.raises(UserError, match="Keras cannot load"):
        load(repacked(sound, weights=other))


def test_the_tables_name_what_keras_has() -> None:
    import importlib

    for module, names in CLASSES.items():
        found = importlib.import_module(module)
        for name in names - {"Functional"}:
            assert isinstance(getattr(found, name), type)
    import keras

    for name in model_files._ACTIVATIONS:
        assert callable(keras.activations.get(name))


def test_a_file_is_looked_through_again_when_it_changes(sound: Path) -> None:
    before = inspect(sound)
    assert inspect(sound) is before
    dense(sound, 7, 3)
    assert inspect(sound) is not before


def test_a_duplicate_part_is_refused(sound: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(sound, "a") as archive:
        archive.writestr("config.json", "{}")
    assert "has 4 parts" in refusal(sound)
