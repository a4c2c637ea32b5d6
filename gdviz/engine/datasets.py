"""Data sets that are there without a network, bundled with scikit-learn or generated, and the user's own CSV files.

Answers of classification are class numbers from 0. Answers of regression are always brought to mean 0 and deviation 1
by the training rows, whether or not the inputs are: then a mean squared error of 1 is what always guessing the mean
gets, on every data set alike, and the usual learning rates suit.
"""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gdviz.engine import csv_data, csv_key
from gdviz.engine.landscape import Rows
from gdviz.said import Said

SPLIT_SEED = 0
"""The split never changes, so that runs of different seeds face the same validation rows."""

FEWEST_TO_HOLD_BACK = 10
"""Data sets of fewer rows are trained on whole: one or two held-back rows would tell nothing."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """Where examples come from.

    Attributes:
        title: Its name on screen.
        sentence: What it is, for a pupil.
        load: Returns inputs ``[N, features]`` and answers ``[N]``: class numbers, or any numbers for regression.
        classes: Number of classes, 0 for regression.
        features: A name for each input.
        class_names: A name for each class where there are better ones than its number.
    """

    title: str
    sentence: str
    load: Callable[[], tuple[Any, Any]]
    classes: int
    features: tuple[str, ...] = ()
    class_names: tuple[str, ...] = ()


def _bundled(name: str, **options: Any) -> Callable[[], tuple[Any, Any]]:
    """What loads scikit-learn's data set ``load_<name>``."""

    def load() -> tuple[Any, Any]:
        from sklearn import datasets

        return getattr(datasets, f"load_{name}")(return_X_y=True, **options)  # type: ignore[no-any-return]

    return load


def _made(name: str, **options: Any) -> Callable[[], tuple[Any, Any]]:
    """What makes 300 points by scikit-learn's ``make_<name>``."""

    def load() -> tuple[Any, Any]:
        from sklearn import datasets

        return getattr(datasets, f"make_{name}")(300, random_state=SPLIT_SEED, **options)  # type: ignore[no-any-return]

    return load


def _spirals() -> tuple[Any, Any]:
    """Two arms of 150 points: radius t and angle 3.5 pi t, t even from 0.05 to 1; the second arm half a turn on.

    The shape is that of the playground at https://playground.tensorflow.org (1.75 turns).
    """
    random = np.random.default_rng(SPLIT_SEED)
    y = np.repeat([0, 1], 150)
    radius = np.tile(np.linspace(0.05, 1, 150), 2)
    angle = 3.5 * np.pi * radius + np.pi * y
    x = radius[:, None] * np.stack([np.sin(angle), np.cos(angle)], 1)
    return x + random.normal(0, 0.02, x.shape), y


def _xor() -> tuple[Any, Any]:
    """Points of the square from -1 to 1, with a gap along both axes; class 1 where the signs differ."""
    random = np.random.default_rng(SPLIT_SEED)
    x = random.uniform(0.05, 1, (300, 2)) * random.choice([-1, 1], (300, 2))
    return x, (x[:, 0] * x[:, 1] < 0).astype(int)


def _sine() -> tuple[Any, Any]:
    """The wave y = sin(x) for x from -pi to pi, plus noise of deviation 0.1."""
    random = np.random.default_rng(SPLIT_SEED)
    x = random.uniform(-np.pi, np.pi, (200, 1))
    return x, np.sin(x[:, 0]) + random.normal(0, 0.1, 200)


def _people() -> tuple[Any, Any]:
    x = np.array([[150, 67], [130, 60], [200, 65], [125, 52], [230, 72], [181, 70]], float)
    return x, np.array([1, 1, 0, 1, 0, 0])


_PLANE = ("x", "y")
_IRIS = ("sepal length (cm)", "sepal width (cm)", "petal length (cm)", "petal width (cm)")
_WINE = (
    *("alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols", "flavanoids"),
    *("nonflavanoid phenols", "proanthocyanins", "color intensity", "hue", "od280/od315 of diluted wines", "proline"),
)
_NUCLEUS = (
    *("radius", "texture", "perimeter", "area", "smoothness"),
    *("compactness", "concavity", "concave points", "symmetry", "fractal dimension"),
)
_CANCER = tuple(Said(form, name) for form in ("mean {}", "{} error", "worst {}") for name in _NUCLEUS)
_PIXELS = tuple(Said("pixel {} {}", row, column) for row in range(8) for column in range(8))
_DIABETES = ("age", "sex", "body mass index", "blood pressure", "tc", "ldl", "hdl", "tch", "ltg", "glucose")


class _DataSets(dict[str, DataSet]):
    """The table, in which the key of a CSV file (`csv_key.key`) is found as well, though not listed."""

    def __contains__(self, key: object) -> bool:
        """Whether there is such an entry; of a CSV file only the key is looked at."""
        return super().__contains__(key) or (isinstance(key, str) and csv_key.is_key(key))

    def __missing__(self, key: str) -> DataSet:
        """The CSV file as it now is.

        Raises:
            UserError: If it cannot be read.
        """
        if not csv_key.is_key(key):
            raise KeyError(key)
        return _from_csv(key, csv_key.stamp(csv_key.options_of(key).path))


DATASETS: Mapping[str, DataSet] = _DataSets(
    iris=DataSet(
        "Iris flowers",
        "Four measurements of 150 flowers tell three species apart.",
        _bundled("iris"),
        3,
        _IRIS,
        ("setosa", "versicolor", "virginica"),
    ),
    wine=DataSet("Wines", "Thirteen measurements of 178 wines tell three growers apart.", _bundled("wine"), 3, _WINE),
    breast_cancer=DataSet(
        "Breast cancer",
        "Thirty measurements of cells from 569 lumps tell the harmful from the harmless.",
        _bundled("breast_cancer"),
        2,
        _CANCER,
        ("malignant", "benign"),
    ),
    digits=DataSet(
        "Written digits",
        "1,797 pictures of 8 by 8 pixels, each a digit written by hand.",
        _bundled("digits"),
        10,
        _PIXELS,
    ),
    diabetes=DataSet(
        "Diabetes",
        "Ten measurements of 442 patients predict how far the illness has gone a year later.",
        _bundled("diabetes", scaled=False),
        0,
        _DIABETES,
    ),
    moons=DataSet("Two moons", "300 points in two interlocking crescents.", _made("moons", noise=0.2), 2, _PLANE),
    circles=DataSet(
        "Two circles",
        "300 points on a ring and on a smaller ring inside it.",
        _made("circles", noise=0.1, factor=0.5),
        2,
        _PLANE,
    ),
    spirals=DataSet("Two spirals", "300 points on two arms wound round each other.", _spirals, 2, _PLANE),
    blobs=DataSet("Blobs", "300 points in three round heaps.", _made("blobs", centers=3), 3, _PLANE),
    xor=DataSet("Exclusive or", "300 points whose class is whether their two signs differ.", _xor, 2, _PLANE),
    sine=DataSet("Noisy sine", "200 points scattered about one wave, to be drawn through.", _sine, 0, ("x",)),
    people=DataSet(
        "Six people",
        "Two measurements of six people, too few to hold any back.",
        _people,
        2,
        ("first measurement", "second measurement"),
    ),
)
"""By key; a new data set is one entry here. ``DATASETS[csv_key.key(path, target)]`` is the user's own."""


def title(key: str) -> str:
    """The data set's name on screen, found without reading any file."""
    return Path(csv_key.options_of(key).path).stem if csv_key.is_key(key) else DATASETS[key].title


def loading(key: str) -> Generator[float, None, None]:
    """Reads the file behind a key, so that ``DATASETS[key]`` then has it at once; nothing to do for the other keys.

    Yields:
        How much of the work is done, from 0 to 1. Stop asking, and the work stops.

    Raises:
        UserError: If it cannot be read.
    """
    if csv_key.is_key(key):
        options = csv_key.options_of(key)
        yield from csv_data.loading(options.path, options.target, options.header, options.without)


@lru_cache(maxsize=2)
def _from_csv(key: str, stamp: object) -> DataSet:
    """The CSV file behind ``key``, read again only when its ``stamp`` has changed."""
    split.cache_clear()
    options = csv_key.options_of(key)
    table = csv_data.load(options.path, options.target, options.header, options.without)
    goal = f"one of {len(table.class_names)} classes" if table.class_names else "a number"
    sentence = f"{len(table.x):,} rows of your own; {options.target} is {goal}."
    inputs, answers, classes = table.x, table.y, len(table.class_names)
    return DataSet(title(key), sentence, lambda: (inputs, answers), classes, table.features, table.class_names)


@lru_cache(maxsize=16)
def split(
    key: str, standardize: bool = True, validation_split: float = 0.2, label_noise: float = 0.0
) -> tuple[Rows, Rows]:
    """The data set ``key`` in two parts: scikit-learn's ``train_test_split`` with ``random_state=0``.

    Args:
        key: Key of a data set.
        standardize: Whether inputs are brought to mean 0 and deviation 1, by those of the training rows.
        validation_split: Share of the rows to hold back, rounded up; nothing is where there are fewer than
            `FEWEST_TO_HOLD_BACK`.
        label_noise: Share of the training rows that get a wrong answer; see `_mistaken`.

    Returns:
        Training rows and validation rows (perhaps none); inputs ``float32``, answers ``int32`` class numbers, or
        ``float32`` standardised by the training rows for regression.
    """
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler

    data = DATASETS[key]
    x, y = data.load()
    if len(x) < FEWEST_TO_HOLD_BACK:
        parts = [x, x[:0], y, y[:0]]
    else:
        parts = train_test_split(x, y, test_size=validation_split, random_state=SPLIT_SEED)
    scaler = StandardScaler(with_mean=standardize, with_std=standardize).fit(parts[0])
    train, validation = (_inputs(scaler, part) for part in parts[:2])
    answers, judged = parts[2:] if data.classes else _standardised(*parts[2:])
    answers = _mistaken(answers, data.classes, label_noise)
    kind = np.int32 if data.classes else np.float32
    return Rows(train, answers.astype(kind)), Rows(validation, judged.astype(kind))


def _inputs(scaler: Any, x: NDArray[Any]) -> NDArray[np.float32]:
    """The inputs as the scaler leaves them; scikit-learn refuses to scale no rows at all."""
    return (scaler.transform(x) if len(x) else x).astype(np.float32)


def _standardised(train: NDArray[Any], validation: NDArray[Any]) -> list[NDArray[Any]]:
    """Both with the mean and the deviation of ``train`` taken out."""
    deviation = train.std(dtype=float) or 1.0
    return [(part - train.mean(dtype=float)) / deviation for part in (train, validation)]


def _mistaken(y: NDArray[Any], classes: int, share: float) -> NDArray[Any]:
    """The answers with a seeded ``share`` of them wrong, as in Zhang et al. 2017, arXiv:1611.03530.

    A larger share spoils the same rows and more. With ``classes``, each chosen row gets another class than its own, all
    others equally likely, so of two classes a share above a half teaches the opposite. Without, each chosen row gets
    the answer of another chosen row, which leaves mean and deviation as they were.
    """
    random = np.random.default_rng(SPLIT_SEED)
    rows = random.permutation(len(y))[: round(share * len(y))]
    shift = random.integers(1, max(classes, 2), len(y))[: len(rows)]
    y = y.copy()
    y[rows] = (y[rows] + shift) % classes if classes else np.roll(y[rows], 1)
    return y
