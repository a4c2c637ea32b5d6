"""Data sets that are there without a network: bundled with scikit-learn, or generated."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from gdviz.engine.landscape import Rows

SPLIT_SEED = 0
"""The split never changes, so that runs of different seeds face the same validation rows."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """Where examples come from.

    Attributes:
        title: Its name on screen.
        sentence: What it is, for a pupil.
        load: Returns inputs ``[N, features]`` and class numbers ``[N]``.
        classes: Number of classes.
    """

    title: str
    sentence: str
    load: Callable[[], tuple[Any, Any]]
    classes: int


def _iris() -> tuple[Any, Any]:
    from sklearn.datasets import load_iris

    return load_iris(return_X_y=True)  # type: ignore[no-any-return]


def _wine() -> tuple[Any, Any]:
    from sklearn.datasets import load_wine

    return load_wine(return_X_y=True)  # type: ignore[no-any-return]


def _moons() -> tuple[Any, Any]:
    from sklearn.datasets import make_moons

    return make_moons(300, noise=0.2, random_state=SPLIT_SEED)  # type: ignore[no-any-return]


DATASETS: Mapping[str, DataSet] = {
    "iris": DataSet("Iris flowers", "Four measurements of 150 flowers tell three species apart.", _iris, 3),
    "wine": DataSet("Wines", "Thirteen measurements of 178 wines tell three growers apart.", _wine, 3),
    "moons": DataSet("Two moons", "300 points in two interlocking crescents.", _moons, 2),
}
"""By key; a new data set is one entry here."""


@lru_cache(maxsize=16)
def split(key: str) -> tuple[Rows, Rows]:
    """The data set ``key``, split 80 : 20 and standardised by the training rows' mean and deviation.

    Returns:
        Training rows and validation rows; inputs ``float32``, answers ``int32``.
    """
    from sklearn.model_selection import train_test_split
    from sklearn.preprocessing import StandardScaler

    x, y = DATASETS[key].load()
    parts = train_test_split(x, y, test_size=0.2, random_state=SPLIT_SEED)
    scaler = StandardScaler().fit(parts[0])
    train, validation = (scaler.transform(part).astype(np.float32) for part in parts[:2])
    return Rows(train, parts[2].astype(np.int32)), Rows(validation, parts[3].astype(np.int32))
