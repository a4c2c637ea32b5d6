"""Data for the doctor's set of labelled runs: none of what the limits are fitted on is in what they are scored on."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from gdviz.engine import csv_key

Points = tuple[Any, Any, int]
"""Inputs ``[N, features]``, answers ``[N]``, and the number of classes, 0 for regression."""


def _random() -> np.random.Generator:
    return np.random.default_rng(7)


def _made(name: str, rows: int, classes: int, **options: Any) -> Callable[[], Points]:
    """What makes ``rows`` points by scikit-learn's ``make_<name>``."""

    def load() -> Points:
        from sklearn import datasets

        x, y = getattr(datasets, f"make_{name}")(n_samples=rows, random_state=7, **options)
        return x, (y > 0).astype(int) if classes == 2 else y, classes

    return load


def _checkerboard() -> Points:
    x = _random().uniform(-1, 1, (400, 2))
    return x, np.floor(2 * x).sum(1).astype(int) % 2, 2


def _parity() -> Points:
    """The parity of three out of six signs."""
    x = _random().choice([-1.0, 1.0], (300, 6)) + _random().normal(0, 0.2, (300, 6))
    return x, (np.prod(x[:, :3], axis=1) > 0).astype(int), 2


def _rolled() -> Points:
    """Which third of a rolled-up sheet a point lies on."""
    from sklearn.datasets import make_swiss_roll

    x, along = make_swiss_roll(400, noise=0.5, random_state=7)
    return x, np.digitize(along, np.quantile(along, [1 / 3, 2 / 3])), 3


def _taught(classes: int) -> Callable[[], Points]:
    """Eight inputs judged by a random network of ten tanh units."""

    def load() -> Points:
        random = _random()
        x = random.normal(size=(350, 8))
        y = np.tanh(x @ random.normal(size=(8, 10))) @ random.normal(size=10)
        return x, (y > 0).astype(int) if classes else y, classes

    return load


def _ripples() -> Points:
    x = _random().uniform(-2, 2, (400, 2))
    return x, np.sin(3 * np.hypot(*x.T)) + _random().normal(0, 0.1, 400), 0


def _polynomial() -> Points:
    x = _random().uniform(-1, 1, (150, 1))
    return x, 4 * x[:, 0] ** 3 - 3 * x[:, 0] + _random().normal(0, 0.15, 150), 0


def _steps() -> Points:
    x = _random().uniform(-3, 3, (200, 1))
    return x, np.floor(x[:, 0]) + _random().normal(0, 0.1, 200), 0


def _unrelated() -> Points:
    """Twenty inputs and an answer that hardly depends on them: there is little to learn but noise."""
    x = _random().normal(size=(240, 20))
    return x, 0.5 * x[:, 0] + _random().normal(size=240), 0


def _first_digits() -> Points:
    from sklearn.datasets import load_digits

    x, y = load_digits(return_X_y=True)
    return x[:500], y[:500], 10


def _curved() -> Points:
    from sklearn.datasets import make_s_curve

    x, along = make_s_curve(300, noise=0.2, random_state=7)
    return x, along, 0


FITTING: Mapping[str, Callable[[], Points] | None] = {
    "iris": None,
    "breast_cancer": None,
    "moons": None,
    "blobs": None,
    "xor": None,
    "first_digits": _first_digits,
    "checkerboard": _checkerboard,
    "parity": _parity,
    "rolled": _rolled,
    "taught_classes": _taught(2),
    "taught_values": _taught(0),
    "four_classes": _made("classification", 400, 4, n_features=10, n_informative=5, n_classes=4, flip_y=0.05),
    "overlapping": _made("classification", 300, 2, n_features=20, n_informative=3, class_sep=0.6, flip_y=0.1),
    "friedman1": _made("friedman1", 300, 0, noise=0.5),
    "friedman2": _made("friedman2", 250, 0, noise=10.0),
    "linear": _made("regression", 200, 0, n_features=12, n_informative=6, noise=20.0),
    "ripples": _ripples,
    "polynomial": _polynomial,
    "steps": _steps,
    "unrelated": _unrelated,
}
"""What the doctor is fitted on; None is a data set of the program's own by that name."""

SCORING: Mapping[str, Callable[[], Points] | None] = {
    "wine": None,
    "diabetes": None,
    "circles": None,
    "spirals": None,
    "sine": None,
    "ten_spheres": _made("hastie_10_2", 500, 2),
    "quantiles": _made("gaussian_quantiles", 400, 4, n_features=3, n_classes=4),
    "curved": _curved,
    "friedman3": _made("friedman3", 250, 0, noise=0.1),
    "many_blobs": _made("blobs", 350, 6, centers=6, n_features=4, cluster_std=3.0),
}
"""What he is scored on."""


DRAWN, UNITS, VARIED = "drawn ", "units ", "varied "
"""Begin the name of a data set that is drawn at random by the number behind; with inputs in units of their own; with
all that tables of the world have."""


def in_units(number: int) -> Points:
    """Data set ``number`` with inputs as people measure them: millimetres beside euros, and seldom about zero.

    Each input is multiplied by a power of ten from 0.1 to 1,000 and moved by up to four of its deviations. A network
    that sees them as they are begins with a loss far above that of guessing, and may never leave the first fall.
    """
    x, y, classes = drawn(number)
    random = np.random.default_rng((number, 13))
    scales = 10 ** random.uniform(-1, random.uniform(0, 3), x.shape[1])
    return (x / x.std(0) + random.uniform(-1, 4, x.shape[1])) * scales, y, classes


KINDS = ((1.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.0, 0.0), (0.5, 0.2, 0.2, 0.1), (0.0, 0.1, 0.2, 0.7))
"""How often an input of `varied` is left as it is, yes or no, a count, or mostly nought; one row to a data set."""


def varied(number: int) -> Points:
    """Data set ``number`` with answers and inputs as tables of the world have them.

    More rows and up to ten classes; sometimes an answer that is seldom large; inputs that are yes or no, counts, or
    mostly nought as the pixels at a picture's edge.
    """
    x, y, classes = drawn(number, most=900, classes=(0, 0, 2, 2, 3, 4, 6, 10))
    random = np.random.default_rng((number, 17))
    if not classes and random.random() < 0.25:
        y = np.exp((y - y.mean()) / max(y.std(), 1e-9))
    kinds = random.choice(4, size=x.shape[1], p=KINDS[int(random.integers(len(KINDS)))])
    counts = np.floor(2 * np.exp(np.clip((x - x.mean(0)) / x.std(0), -4, 4)))
    return np.choose(kinds, (x, 1.0 * (x > x.mean(0)), counts, np.maximum(x - x.mean(0) - x.std(0), 0.0))), y, classes


def drawn(number: int, most: int = 450, classes: Sequence[int] = (0, 2, 2, 3, 4, 6)) -> Points:
    """Data set ``number`` of the endless row of drawn ones: rows, inputs, how they hang together, and what is asked.

    A doctor fitted on few sources learns the sources. Inputs are normal with a spectrum that falls off, sometimes
    with the long tails of sizes and prices. There are fewer than ``most`` rows, and one of ``classes`` is drawn.
    """
    random = np.random.default_rng((number, 11))
    rows, wide = int(random.integers(80, most)), int(random.choice([1, 2, 3, 5, 8, 13, 20, 30]))
    mixed = random.normal(size=(rows, wide)) * np.arange(1, wide + 1) ** -random.uniform(0, 1.5)
    x = mixed @ np.linalg.qr(random.normal(size=(wide, wide)))[0]
    x = np.exp(x) if random.random() < 0.15 else x
    scaled = (x - x.mean(0)) / x.std(0)
    asked = (_nearest, _judged, _judged, _judged, _waved, _summed, _ringed)[number % 7]
    return x, *asked(scaled, random, int(random.choice(classes)))


def _classes_of(values: Any, classes: int) -> Any:
    """Numbers cut into equally frequent classes."""
    return np.digitize(values, np.quantile(values, np.arange(1, classes) / classes))


def _asked(values: Any, random: np.random.Generator, classes: int) -> tuple[Any, int]:
    """Answers that are the values with some noise, or the class that they fall into."""
    noisy = values + values.std() * random.choice([0.0, 0.1, 0.3, 0.6]) * random.normal(size=len(values))
    return (_classes_of(noisy, classes) if classes else noisy), classes


def _nearest(x: Any, random: np.random.Generator, classes: int) -> tuple[Any, int]:
    """The class of the nearest of some points, two or more to a class."""
    count = max(classes, 2)
    points = random.normal(size=(count * int(random.integers(1, 4)), x.shape[1])) * random.uniform(0.5, 1.5)
    far = np.linalg.norm(x[:, None] - points + random.normal(0, 0.2, (len(x), len(points), 1)), axis=2)
    return far.argmin(1) % count, count


def _judged(x: Any, random: np.random.Generator, classes: int) -> tuple[Any, int]:
    """What a random network of one or two hidden layers says."""
    for _ in range(int(random.integers(1, 3))):
        kernel = random.normal(size=(x.shape[1], 10)) * random.uniform(0.5, 2.5) / np.sqrt(x.shape[1])
        x = np.tanh(x @ kernel + random.normal(0, 0.5, 10))
    return _asked(x @ random.normal(size=x.shape[1]), random, classes)


def _waved(x: Any, random: np.random.Generator, classes: int) -> tuple[Any, int]:
    """A few waves over the first inputs."""
    x = x[:, :3]
    waves = random.normal(size=(x.shape[1], 4)) * random.uniform(0.5, 2.5)
    return _asked(np.sin(x @ waves + random.uniform(0, 6, 4)) @ random.normal(size=4), random, classes)


def _summed(x: Any, random: np.random.Generator, classes: int) -> tuple[Any, int]:
    """A weighted sum, of which perhaps only some inputs are part."""
    return _asked(x @ (random.normal(size=x.shape[1]) * (random.random(x.shape[1]) < 0.7) + 0.1), random, classes)


def _ringed(x: Any, random: np.random.Generator, classes: int) -> tuple[Any, int]:
    """How far out a point lies."""
    return _asked(np.linalg.norm(x[:, :4], axis=1), random, classes)


def _loader(name: str) -> Callable[[], Points] | None:
    """What makes the data set ``name``, None for one of the program's own."""
    for begins, make in ((DRAWN, drawn), (UNITS, in_units), (VARIED, varied)):
        if name.startswith(begins):
            return partial(make, int(name.removeprefix(begins)))
    return {**FITTING, **SCORING}[name]


def key(name: str, folder: Path) -> str:
    """The data set ``name`` as an experiment knows it; what is generated here is written to ``folder`` as CSV."""
    load = _loader(name)
    if load is None:
        return name
    path = folder / f"{name}.csv"
    if not path.exists():
        x, y, classes = load()
        answers = [f"class {value}" if classes else repr(float(value)) for value in y]
        rows = [",".join([*map(repr, map(float, row)), answer]) for row, answer in zip(x, answers, strict=True)]
        header = ",".join([*(f"x{column}" for column in range(len(x[0]))), "y"])
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return csv_key.key(path, "y", header=True)
