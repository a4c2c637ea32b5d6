"""Zones of rates: neighbours of one kind together, and what is said of them."""

from math import inf, nan, sqrt

import pytest

from gdviz.core.diagnosis import VERDICTS
from gdviz.core.rate_zones import KINDS, ORDER, ZONE_OF, told, zones

RATES = (0.001, 0.01, 0.1, 1.0)


def test_every_verdict_speaks_for_a_zone() -> None:
    assert set(ZONE_OF) == set(VERDICTS)
    assert set(ZONE_OF.values()) == set(KINDS)


def test_no_two_kinds_have_one_sign() -> None:
    assert len({kind.sign for kind in KINDS.values()}) == len(KINDS)


def sure(*verdicts: str) -> list[dict[str, float]]:
    """Beliefs without a doubt."""
    return [{verdict: 1.0} for verdict in verdicts]


def test_neighbours_of_one_kind_are_one_zone_that_ends_half_way_to_the_next() -> None:
    found = zones(RATES, sure("lr_too_low", "converged", "overfitting", "diverging"))
    assert [(zone.kind, zone.first, zone.last) for zone in found] == [
        ("low", 0.001, 0.001),
        ("good", 0.01, 0.1),
        ("diverging", 1.0, 1.0),
    ]
    assert found[0].high == found[1].low == pytest.approx(sqrt(0.001 * 0.01))
    assert found[0].low == pytest.approx(0.001 / sqrt(10))
    assert found[-1].high == pytest.approx(sqrt(10))


def test_one_odd_verdict_or_a_doubt_goes_with_its_neighbours() -> None:
    many = tuple(10.0**power for power in range(-6, 2))
    low, good, high = "lr_too_low", "converged", "lr_too_high"
    found = zones(many, sure(low, "unclear", low, good, good, low, good, high))
    assert [(zone.kind, zone.first) for zone in found] == [("low", 1e-6), ("good", 1e-3), ("high", 10.0)]
    lucky = zones(many, sure(good, good, high, high, good, high, high, "diverging"))
    assert [zone.kind for zone in lucky] == ["good", "high", "diverging"]


def test_beliefs_count_and_not_only_the_verdict_they_lead_to() -> None:
    torn = [{"lr_too_low": 0.9, "converged": 0.1}, {"unclear": 0.0, "lr_too_low": 0.3, "converged": 0.7}]
    assert [zone.kind for zone in zones((0.1, 1.0), torn)] == ["low", "good"]


def test_zones_come_in_the_order_of_growing_rates() -> None:
    backwards = sure("diverging", "lr_too_high", "converged", "lr_too_low")
    kinds = [ORDER.index(zone.kind) for zone in zones(RATES, backwards)]
    assert kinds == sorted(kinds)


def test_no_rates_no_zones_and_one_rate_is_one_zone() -> None:
    assert zones((), ()) == ()
    (only,) = zones((0.1,), sure("converged"))
    assert only.low < 0.1 < only.high


def test_best_and_zones_are_told_with_numbers() -> None:
    found = zones(RATES, sure("lr_too_low", "converged", "converged", "diverging"))
    said = told(RATES, [0.8, 0.2, 0.05, nan], found)
    assert "0.05, was at the rate 0.1" in said
    assert "Good: 0.01 to 0.1." in said
    assert "Too low: 0.001." in said
    assert "Diverging: 1." in said


def test_where_nothing_is_good_or_all_is_lost_that_is_said() -> None:
    low = zones(RATES, sure(*["lr_too_low"] * 4))
    assert "No rate among these is good" in told(RATES, [4.0, 3.0, 2.0, 1.0], low)
    lost = zones(RATES, sure(*["diverging"] * 4))
    assert "Every run was lost" in told(RATES, [nan, inf, nan, inf], lost)
