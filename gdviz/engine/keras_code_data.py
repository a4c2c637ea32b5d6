"""How a script comes by its examples: the lines that load or make each data set, split, scale and spoil it."""

from collections.abc import Mapping
from dataclasses import dataclass

from gdviz.core.experiment import Experiment
from gdviz.engine import csv_data, csv_key
from gdviz.engine.csv_columns import Column
from gdviz.engine.csv_data import CsvPreview
from gdviz.engine.csv_key import CsvKey
from gdviz.engine.csv_reader import Reader, Recipe
from gdviz.engine.datasets import DATASETS, FEWEST_TO_HOLD_BACK, SPLIT_SEED


@dataclass(frozen=True, slots=True)
class Source:
    """How one data set is had: what has to be imported, and the lines that end with ``x`` and ``y``."""

    lines: str
    imports: tuple[str, ...] = ()


def _bundled(call: str) -> Source:
    """A data set that a function of ``sklearn.datasets`` returns."""
    return Source(f"x, y = {call}", (f"from sklearn.datasets import {call.partition('(')[0]}",))


SOURCES: Mapping[str, Source] = {
    "iris": _bundled("load_iris(return_X_y=True)"),
    "wine": _bundled("load_wine(return_X_y=True)"),
    "breast_cancer": _bundled("load_breast_cancer(return_X_y=True)"),
    "digits": _bundled("load_digits(return_X_y=True)"),
    "diabetes": _bundled("load_diabetes(return_X_y=True, scaled=False)"),
    "moons": _bundled("make_moons(300, noise=0.2, random_state=0)"),
    "circles": _bundled("make_circles(300, noise=0.1, factor=0.5, random_state=0)"),
    "blobs": _bundled("make_blobs(300, centers=3, random_state=0)"),
    "spirals": Source(
        """\
# Two arms of 150 points each; the second is half a turn on.
random = np.random.default_rng(0)
y = np.repeat([0, 1], 150)
radius = np.tile(np.linspace(0.05, 1, 150), 2)
angle = 3.5 * np.pi * radius + np.pi * y
x = radius[:, None] * np.stack([np.sin(angle), np.cos(angle)], axis=1)
x = x + random.normal(0, 0.02, x.shape)"""
    ),
    "xor": Source(
        """\
# Points in four corners; class 1 where the signs of the two numbers differ.
random = np.random.default_rng(0)
x = random.uniform(0.05, 1, (300, 2)) * random.choice([-1, 1], (300, 2))
y = (x[:, 0] * x[:, 1] < 0).astype(int)"""
    ),
    "sine": Source(
        """\
# Points scattered about one wave.
random = np.random.default_rng(0)
x = random.uniform(-np.pi, np.pi, (200, 1))
y = np.sin(x[:, 0]) + random.normal(0, 0.1, 200)"""
    ),
    "people": Source(
        """\
# Two measurements of six people.
x = np.array([[150, 67], [130, 60], [200, 65], [125, 52], [230, 72], [181, 70]], float)
y = np.array([1, 1, 0, 1, 0, 0])"""
    ),
}
"""By the keys of `DATASETS`; a CSV file is written by `_csv_source`."""


def data_sections(experiment: Experiment) -> tuple[list[str], list[str]]:
    """What the script imports for its data, and its sections up to ``x_train``, ``y_train`` and their held-back like.

    Raises:
        UserError: If the user's own table cannot be read.
    """
    source = _csv_source(experiment.data) if csv_key.is_key(experiment.data) else SOURCES[experiment.data]
    rows = len(DATASETS[experiment.data].load()[0])
    imports, sections = list(source.imports), [_loading(experiment, source, rows)]
    if rows >= FEWEST_TO_HOLD_BACK:
        imports.append("from sklearn.model_selection import train_test_split")
    if experiment.standardize:
        imports.append("from sklearn.preprocessing import StandardScaler")
        sections.append(_scaling(rows >= FEWEST_TO_HOLD_BACK))
    if not DATASETS[experiment.data].classes:
        sections.append(_scaled_answers(rows >= FEWEST_TO_HOLD_BACK))
    if experiment.label_noise:
        sections.append(_spoiling(experiment.label_noise, DATASETS[experiment.data].classes))
    return imports, sections


def _loading(experiment: Experiment, source: Source, rows: int) -> str:
    """Examples, and which of them are held back."""
    share = experiment.validation_split
    if rows < FEWEST_TO_HOLD_BACK:
        split = "# Too few to hold any back: all are trained on.\nx_train, y_train = x, y"
    else:
        split = (
            f"# {100 * share:.3g} % of the rows are held back: they are never trained on, only judged by.\n"
            f"x_train, x_val, y_train, y_val = train_test_split(x, y, test_size={share!r}, random_state={SPLIT_SEED})"
        )
    return f"# The examples: x is what the network sees, y what it should answer.\n{source.lines}\n{split}"


def _scaling(held_back: bool) -> str:
    """Inputs of mean 0 and deviation 1."""
    lines = [
        "# Bring every input to mean 0 and deviation 1, measured on the training rows alone.",
        "scaler = StandardScaler().fit(x_train)",
        "x_train = scaler.transform(x_train)",
    ]
    return "\n".join([*lines, *(["x_val = scaler.transform(x_val)"] if held_back else [])])


def _scaled_answers(held_back: bool) -> str:
    """Answers of mean 0 and deviation 1."""
    lines = [
        "# Likewise the answers, so that a loss of 1 is what always guessing the mean would get.",
        "mean, deviation = y_train.mean(dtype=float), y_train.std(dtype=float) or 1.0",
        "y_train = (y_train - mean) / deviation",
    ]
    return "\n".join([*lines, *(["y_val = (y_val - mean) / deviation"] if held_back else [])])


def _spoiling(share: float, classes: int) -> str:
    """Wrong answers for some training rows."""
    lines = [
        f"# Label noise: {100 * share:.3g} % of the training rows get a wrong answer. The rows held back stay right.",
        f"random = np.random.default_rng({SPLIT_SEED})",
        f"wrong = random.permutation(len(y_train))[: round({share!r} * len(y_train))]",
    ]
    if classes:
        lines += [
            f"shift = random.integers(1, {max(classes, 2)}, len(y_train))[: len(wrong)]",
            f"y_train = y_train.copy()\ny_train[wrong] = (y_train[wrong] + shift) % {classes}",
        ]
    else:
        lines.append("y_train[wrong] = np.roll(y_train[wrong], 1)  # one another's answers")
    return "\n".join(lines)


def _csv_source(key: str) -> Source:
    """The lines that read a table as `csv_data.load` does.

    Raises:
        UserError: If it cannot be read.
    """
    options = csv_key.options_of(key)
    preview = csv_data.inspect(options.path, options.header)
    recipe = csv_data.recipe(options.path, options.target, options.header, options.without)
    goal, inputs = recipe.goal, recipe.inputs
    columns = [preview.columns[reader.at] for reader in (goal, *inputs)]
    parts = [_opening(options, preview, recipe)]
    if any(not reader.words for reader in (goal, *inputs)):
        parts.append(_number_reader(preview.layout.separator, columns))
    if any(len(reader.words) for reader in (goal, *inputs)):
        parts.append(_WORD_READER)
    if any(len(reader.words) > 2 for reader in inputs):
        parts.append(_SPREADER)
    taken = [f"    {_read(reader, spread=True)},  # {_comment(reader.name)}" for reader in inputs]
    parts.append("x = np.column_stack([\n" + "\n".join(taken) + "\n]).astype(np.float32)")
    parts.append(f"y = {_read(goal)}  # {_comment(goal.name)}")
    if goal.values:
        known = ", ".join(f"{value:.0f}" for value in goal.values)
        parts.append(f"y = np.where(np.isnan(y), np.nan, np.searchsorted([{known}], y))  # a number for each class")
    kind = "int" if goal.words or goal.values else "np.float32"
    whole = "whole = ~(np.isnan(x).any(axis=1) | np.isnan(y))  # rows in which nothing is missing"
    parts.append(f"{whole}\nx, y = x[whole], y[whole].astype({kind})")
    return Source("\n".join(parts), ("import csv",))


def _comment(name: str) -> str:
    """A column's name on one line, whatever is in it."""
    return " ".join(name.split())[:60] or "a column without a name"


def _opening(options: CsvKey, preview: CsvPreview, recipe: Recipe) -> str:
    """Reads the file into columns of cells."""
    layout = preview.layout
    below = "[1:]  # the first row holds names" if layout.header else ""
    drawn = (
        f"# gdviz drew {recipe.most:,} of the {preview.rows:,} rows at random; here all are taken, so losses differ.\n"
    )
    return (
        f"{drawn if recipe.most < preview.rows else ''}"
        f"with open({options.path!r}, encoding={layout.encoding!r}, newline='') as file:\n"
        f"    table = csv.reader(file, delimiter={layout.separator!r}, skipinitialspace=True)\n"
        f"    rows = [row for row in table if any(row)]{below}\n"
        "columns = list(zip(*rows))"
    )


def _number_reader(separator: str, columns: list[Column]) -> str:
    """A function that reads a cell as a number, as strictly as this table needs."""
    cell = 'cell.replace(",", ".")' if separator != "," and any(c.decimal == "," for c in columns) else "cell"
    # Python takes 1_000 for a number, which in a table it is not.
    guard = '        if "_" in cell:\n            return np.nan\n' if any(column.stray for column in columns) else ""
    return f'''

def numbers(cells):
    """The cells as numbers; NaN where there is none."""

    def number(cell):
{guard}        try:
            value = float({cell})
        except ValueError:
            return np.nan
        return value if abs(value) < 3.4e38 else np.nan

    return np.array([number(cell) for cell in cells])

'''


_WORD_READER = '''

def codes(cells, words):
    """The cells as places in the list of words; NaN where there is none."""
    places = {word: float(place) for place, word in enumerate(words)}
    return np.array([places.get(cell.strip(), np.nan) for cell in cells])

'''

_SPREADER = '''

def spread(codes, count):
    """A column of 0 and 1 for each word; NaN in all of them where there is none."""
    table = (codes[:, None] == np.arange(count)).astype(float)
    table[np.isnan(codes)] = np.nan
    return table

'''


def _read(reader: Reader, spread: bool = False) -> str:
    """How the script reads one column."""
    cells = f"columns[{reader.at}]"
    if not reader.words:
        return f"numbers({cells})"
    read = f"codes({cells}, {list(reader.words)!r})"
    return f"spread({read}, {len(reader.words)})" if spread and len(reader.words) > 2 else read
