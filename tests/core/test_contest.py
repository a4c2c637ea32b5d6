"""Who is where in a race, and what it was fair about."""

import numpy as np
import pytest

from gdviz.core.contest import fair_play, standings, target
from gdviz.core.experiment import Experiment
from gdviz.core.runner import Runner
from gdviz.core.trajectory import Steps, Trajectory


def runner(losses: list[float], **settings) -> Runner:
    """A runner with these losses, the first at his start."""
    path = Trajectory(np.zeros(1, np.float32), losses[0])
    column = np.array(losses[1:], np.float32)[:, None]
    none = np.zeros((0, 1), np.float32)
    path.append(Steps(column[:, :, None], *[column] * 4, np.zeros(0, np.int64), *[none] * 4))
    return Runner("somebody", Experiment(**settings), path)


QUICK, SLOW, LOST = runner([4, 2, 1]), runner([4, 3, 2.5]), runner([4, 80, np.inf])


def test_the_target_is_what_half_of_them_reach() -> None:
    assert target([QUICK, SLOW]) == 2.5
    assert target([QUICK, SLOW, LOST]) == 2.5
    assert target([]) == np.inf


def test_where_half_of_them_never_came_down_there_is_nothing_to_reach() -> None:
    waiting = [runner([4]), runner([4]), QUICK]
    assert target(waiting) == -np.inf
    assert [standing.steps_to_target for standing in standings(waiting)] == [None] * 3
    assert [standing.steps_to_target for standing in standings([QUICK, SLOW], aim=3.0)] == [1, 1]


def test_standings_at_the_end_and_on_the_way() -> None:
    quick, slow, lost = standings([QUICK, SLOW, LOST])
    assert (quick.loss, quick.best, quick.steps_to_target, quick.lost) == (1.0, 1.0, 1, False)
    assert (slow.loss, slow.best, slow.steps_to_target, slow.lost) == (2.5, 2.5, 2, False)
    assert (lost.loss, lost.best, lost.steps_to_target, lost.lost) == (80.0, 4.0, None, True)
    on_the_way = standings([QUICK, SLOW, LOST], 1)
    assert [standing.loss for standing in on_the_way] == [2.0, 3.0, 80.0]
    assert not on_the_way[2].lost


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ([{}, {"optimizer": "sgd"}], "They differ in optimiser only. Same start, same batches in the same order."),
        ([{}, {"optimizer": "sgd", "learning_rate": 1.0}], "They differ in optimiser and learning rate."),
        ([{}, {"seed": 3}], "another start"),
        ([{}, {"batch_size": 3}], "fewer steps"),
        ([{}, {}], "they tie"),
        ([{}], ""),
    ],
)
def test_what_is_fair_about_it_is_said(settings, says: str) -> None:
    assert says in fair_play([runner([1, 1], **one) for one in settings])
