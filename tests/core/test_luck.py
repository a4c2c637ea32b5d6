"""Rate or luck: the score, how often chance does that, and the words."""

import numpy as np
import pytest

from gdviz.core.luck import duel, spread, verdict

RATES = (0.01, 0.03)


def test_each_seed_is_a_game_and_a_lost_run_loses_it() -> None:
    found = duel(np.array([1.0, 2.0, np.nan, 4.0]), np.array([2.0, 1.0, 5.0, 4.0]))
    assert (found.wins, found.losses, found.ties) == (1, 2, 1)


def test_chance_is_that_of_the_sign_test() -> None:
    found = duel(np.arange(5.0), np.arange(5.0) + 10)
    assert found.wins == 5
    assert found.chance == pytest.approx(2 / 2**5)
    seventeen = duel(np.array([0.0] * 17 + [2.0] * 3), np.ones(20))
    assert seventeen.chance == pytest.approx(0.002577, rel=1e-3)
    assert duel(np.ones(4), np.ones(4)).chance == 1.0


def test_overlap_is_the_part_of_runs_where_both_rates_end() -> None:
    assert duel(np.array([1.0, 2.0]), np.array([3.0, 4.0])).shared == 0.0
    assert duel(np.array([1.0, 3.0]), np.array([2.0, 4.0])).shared == 0.5
    assert duel(np.array([1.0, 3.0]), np.array([1.0, 3.0])).shared == 1.0


def test_a_clear_score_is_the_rate_and_a_close_one_may_be_luck() -> None:
    clear = verdict(RATES, duel(np.array([0.0] * 17 + [2.0] * 3), np.ones(20)))
    assert clear.startswith("0.01 beats 0.03 in 17 of 20 seeds. It is the rate")
    assert "once in 388 times" in clear
    close = verdict(RATES, duel(np.ones(20), np.array([2.0] * 8 + [0.0] * 12)))
    assert close.startswith("0.03 beats 0.01 in 12 of 20 seeds. It may be luck")
    assert "50 times in 100" in close
    even = verdict(RATES, duel(np.array([1.0, 2.0]), np.array([2.0, 1.0])))
    assert "win equally often in 2 seeds" in even


def test_fans_apart_and_fans_that_overlap_are_told_from_each_other() -> None:
    assert "do not overlap at all" in verdict(RATES, duel(np.arange(6.0), np.arange(6.0) + 10))
    assert "overlap: 50% of all runs" in verdict(RATES, duel(np.array([1.0, 3.0, 3.0]), np.array([2.0, 4.0, 5.0])))


def test_how_far_luck_carries_a_rate_and_what_was_lost_is_said() -> None:
    said = spread(np.array([1.0, 2.0, 3.0, np.nan, np.inf]))
    assert "With 5 seeds the loss ended between 1 and 3" in said
    assert "the middle one at 2" in said
    assert "2 runs were lost" in said
    assert "All 2 runs were lost" in spread(np.array([np.nan, np.inf]))
