"""The stability line in words and zones."""

import math

import pytest

from gdviz.core.stability import Limit
from gdviz.core.stability_line import StabilityLine


@pytest.mark.parametrize(
    ("rate", "zone"), [(0.01, "good"), (0.06, "good"), (0.07, "warning"), (0.12, "warning"), (0.121, "bad")]
)
def test_zones_end_at_half_the_limit_and_at_the_limit(rate: float, zone: str) -> None:
    assert StabilityLine(0, Limit(0.12)).zone(rate) == zone


def test_the_sentence_tells_how_many_times_the_limit() -> None:
    line = StabilityLine(3, Limit(0.12))
    assert line.sentence(0.204) == "Your step is 1.7 \u00d7 the limit 0.12: it overshoots more each time."
    assert line.sentence(0.036) == "Your step is 0.3 \u00d7 the limit 0.12: stable."
    assert "less than 0.01 \u00d7" in line.sentence(1e-5)
    assert "over 99 \u00d7" in line.sentence(100.0)


def test_it_is_told_on_which_side_of_the_limit_a_step_close_to_it_is() -> None:
    line = StabilityLine(0, Limit(1.0))
    assert line.sentence(1.0125) == "Your step is 1.01 \u00d7 the limit 1: it overshoots more each time."
    assert line.sentence(0.9987) == "Your step is 0.999 \u00d7 the limit 1: it may overshoot, but settles."
    assert "0.9996 \u00d7" in line.sentence(0.9996)
    assert "Your step is 1 \u00d7" in line.sentence(1.0)


def test_small_batches_are_named() -> None:
    assert "the limit 1 (full batch): stable." in StabilityLine(0, Limit(1.0), noisy=True).sentence(0.1)
    assert "full batch" not in StabilityLine(0, Limit(1.0)).sentence(0.1)


def test_a_schedule_moves_the_line_on_the_slider_but_not_the_limit() -> None:
    line = StabilityLine(0, Limit(0.5), share=0.1)
    assert line.rate == pytest.approx(5.0)
    assert "0.2 \u00d7 the limit 0.5" in line.sentence(1.0)
    stopped = StabilityLine(0, Limit(0.5), share=0.0)
    assert stopped.rate is None
    assert "nothing at all" in stopped.sentence(1.0)


def test_where_nobody_can_tell_the_reason_is_said() -> None:
    line = StabilityLine(0, Limit(None, "Lion steps by sign alone"))
    assert line.rate is None
    assert line.zone(1.0) == "unknown"
    assert line.sentence(1.0) == "No stability limit here. Lion steps by sign alone."
    assert StabilityLine(0, Limit(math.inf)).rate is None
