"""Arrows that leave the picture."""

from PySide6.QtCore import QPointF

from gdviz.views.arrows import factor_for, from_ball


def test_an_arrow_of_which_one_point_is_in_the_picture_stays_that_point() -> None:
    assert from_ball([QPointF(3.0, 4.0)]) == [QPointF(3.0, 4.0)]
    assert from_ball([]) == []


def test_an_arrow_begins_where_the_ball_ends() -> None:
    start, end = from_ball([QPointF(0.0, 0.0), QPointF(100.0, 0.0)])
    assert 0.0 < start.x() < 40.0
    assert end == QPointF(100.0, 0.0)


def test_arrows_are_as_long_as_they_are_or_longer_by_a_round_factor_or_not_there() -> None:
    assert factor_for(100.0) == 1.0
    assert factor_for(1.0) == 50.0
    assert factor_for(0.005) == 10_000.0
    assert factor_for(0.0005) is None
    assert factor_for(float("nan")) is None
