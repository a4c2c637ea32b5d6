"""Numbers as people write them."""

import pytest

from gdviz.core.plain import plain


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (1e-5, 3, "0.00001"),
        (0.000552, 3, "0.000552"),
        (0.12345, 3, "0.123"),
        (1e-7, 6, "0.0000001"),
        (1e-9, 6, "1e-09"),
        (10.0, 3, "10"),
        (1200.0, 2, "1200"),
        (2e12, 3, "2e+12"),
        (-0.00005, 3, "-0.00005"),
        (0.0, 3, "0"),
        (8, 3, "8"),
        (float("nan"), 3, "nan"),
        (float("inf"), 3, "inf"),
    ],
)
def test_numbers_are_written_out_as_long_as_their_zeros_can_be_counted(value: float, digits: int, text: str) -> None:
    assert plain(value, digits) == text
