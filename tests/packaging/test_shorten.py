"""Short names for symbols, and less Unicode data: on real libraries, which must still be found whole."""

import ctypes
import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging" / "freeze"))

import icu  # noqa: E402
import recipe  # noqa: E402
import shorten  # noqa: E402

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has libraries of this kind")


def gnu_hash(name: bytes) -> int:
    value = 5381
    for letter in name:
        value = (33 * value + letter) % 2**32
    return value


def test_every_hash_has_a_name_of_seven_letters() -> None:
    hashes = np.array([0, 1, 5381, 2**31, 2**32 - 1, gnu_hash(b"_ZN10tensorflow6StatusC1Ev")])
    names = shorten.short_names(hashes)
    assert [gnu_hash(name) for name in names] == hashes.tolist()
    assert all(re.fullmatch(rb"[A-a]{7}", name) for name in names)


def qt_library(name: str) -> Path:
    import PySide6

    return next(Path(PySide6.__path__[0]).glob(f"Qt/lib/{name}.so.*"))


@linux
def test_hashes_are_read_back_from_a_library() -> None:
    file = shorten.opened(qt_library("libQt6Svg"))
    names = [file.name(at) for at in file.table(shorten.SHT_DYNSYM, shorten.SYMBOL)["name"]]
    hashes = shorten.gnu_hashes(file)
    assert len(names) == len(hashes)
    listed = [(name, value) for name, value in zip(names, hashes.tolist(), strict=True) if value >= 0]
    assert len(listed) > 100
    assert [gnu_hash(name) for name, _ in listed] == [value for _, value in listed]


@linux
def test_known_names_stay_and_the_others_become_short() -> None:
    file = shorten.opened(qt_library("libQt6Svg"))
    symbols = file.table(shorten.SHT_DYNSYM, shorten.SYMBOL)
    before = [file.name(at) for at in symbols["name"]]
    known = {name for name in before if b"QSvgRenderer" in name}
    after = shorten.renamed(file, known)
    assert {new for old, new in zip(before, after, strict=True) if old in known} == known
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert len(changed) > 50
    assert all(gnu_hash(old) == gnu_hash(new) and len(new) == 7 for old, new in changed)


@linux
def test_a_small_library_is_left_alone(tmp_path: Path) -> None:
    copy = Path(shutil.copy(qt_library("libQt6Svg"), tmp_path))
    before = copy.read_bytes()
    assert shorten.shorten(copy, set()) == 0
    assert copy.read_bytes() == before


@linux
def test_less_unicode_data_is_still_a_package_in_a_library(tmp_path: Path) -> None:
    whole = qt_library("libicudata")
    copy = Path(shutil.copy(whole, tmp_path))
    saved = icu.trim(copy)
    assert saved > 20e6
    assert copy.stat().st_size == whole.stat().st_size - saved
    package = ctypes.string_at(ctypes.CDLL(str(copy)).icudt73_dat, 4096)
    assert package[12:16] == icu.SIGN
    (count,) = np.frombuffer(package, "<u4", 1, int.from_bytes(package[:2], "little"))
    assert 150 < count < 1000


# The recipe


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("tensorflow/libtensorflow_cc.so.2", True),
        ("tensorflow/include/Eigen/Core", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fi.qm", False),
        ("numpy.libs/libscipy_openblas64_-1.so", True),
        ("sklearn/datasets/data/iris.csv", True),
        ("sklearn/datasets/images/china.jpg", False),
        ("resources/icons/gdviz.svg", True),
    ],
)
def test_what_is_frozen(path: str, wanted: bool) -> None:
    assert recipe.is_wanted_file(path) is wanted


@linux
@pytest.mark.parametrize(("path", "wanted"), [("libgtk-3.so.0", False), ("libGL.so.1", False), ("libffi.so.8", True)])
def test_what_the_computer_brings_itself(path: str, wanted: bool) -> None:
    assert recipe.is_wanted_file(path, "BINARY") is wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("keras.src.layers.core.dense", True),
        ("keras.src.backend.jax.core", False),
        ("keras.src.layers.core.dense_test", False),
        ("h5py.tests.common", False),
        ("keras.src.testing.test_case", False),
    ],
)
def test_which_modules_are_frozen(name: str, wanted: bool) -> None:
    assert recipe.is_wanted_module(name) is wanted


def test_there_is_one_version_number() -> None:
    import gdviz

    assert recipe.version() == gdviz.__version__


def test_same_checkout_same_date() -> None:
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode == 0:
        assert recipe.built_at() == int(told.stdout)
