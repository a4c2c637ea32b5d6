"""Experiments of any kind, as people and files might have them."""

from hypothesis import strategies as st

from gdviz.core.experiment import FIELDS, Experiment

NAMES = st.text(st.characters(codec="utf-8"), max_size=30)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def _values(name: str) -> st.SearchStrategy[object]:
    """What the setting ``name`` may be."""
    field = FIELDS[name]
    if field.kind is float:
        return st.floats(field.low, field.high)
    if field.kind is int:
        return st.integers(int(field.low), int(field.high))
    if field.kind is bool:
        return st.booleans()
    if name == "units":
        return st.lists(st.integers(1, 1024), max_size=8).map(tuple)
    if name == "start":
        return st.lists(st.floats(field.low, field.high), max_size=2).map(tuple)
    if field.kind is tuple:
        return st.dictionaries(st.sampled_from(["momentum", "beta_1"]), NUMBERS).map(lambda d: tuple(sorted(d.items())))
    return NAMES


EXPERIMENTS = st.fixed_dictionaries({}, optional={name: _values(name) for name in FIELDS}).map(
    lambda settings: Experiment(**settings)  # type: ignore[arg-type]
)
"""Every setting at its usual value or any other that its kind and range allow."""
