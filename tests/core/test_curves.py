"""The curves of a run: where each of their values stands, by epoch and by step."""

import numpy as np
import pytest
from support.histories import run_with

from gdviz.core.curves import Curves
from gdviz.core.trajectory import Trajectory


def test_by_epoch_an_epochs_loss_stands_at_its_number_and_its_batches_before_it() -> None:
    curves = Curves(run_with([3.0, 2.0], per_epoch=4))
    x, y = curves.points("loss", "epoch")
    assert (list(x), list(y)) == ([1, 2], [3, 2])
    x, y = curves.points("batch_loss", "epoch")
    assert list(x) == [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]
    assert list(y) == [3, 3, 3, 3, 2, 2, 2, 2]


def test_by_step_the_start_is_drawn_and_an_epoch_stands_at_its_last_step() -> None:
    curves = Curves(run_with([3.0, 2.0], [5.0, 4.0], per_epoch=4))
    x, y = curves.points("true_loss", "step")
    assert list(x) == list(range(9))
    assert y[0] == 1
    assert list(curves.points("val_loss", "step")[0]) == [4, 8]


def test_a_run_that_grows_is_followed() -> None:
    run = run_with([3.0, 2.0])
    curves = Curves(run)
    run_with([1.0], onto=run)
    assert curves.end("epoch") == 2 + 1
    curves.follow()
    assert list(curves.points("loss", "epoch")[1]) == [3, 2, 1]


@pytest.mark.parametrize("unit", ["epoch", "step"])
def test_values_are_as_recorded_and_those_nearest_to_the_place(unit: str) -> None:
    curves = Curves(run_with([3.0, 2.0, 1.0], per_epoch=10))
    for epoch, loss in ((1, 3.0), (2, 2.0), (3, 1.0), (0.2, 3.0), (99, 1.0)):
        assert curves.value("loss", curves.place_of_epoch(epoch, unit), unit) == loss
    assert np.isnan(curves.value("val_loss", 1, unit))


def test_a_place_and_its_step_belong_together() -> None:
    curves = Curves(run_with([3.0, 2.0], per_epoch=10))
    assert curves.step_at(1.5, "epoch") == 15
    assert curves.step_at(15, "step") == 15
    assert curves.place_of_step(15, "epoch") == 1.5


def test_the_first_value_that_is_no_number_is_known() -> None:
    curves = Curves(run_with([3.0, np.inf, np.nan], per_epoch=10))
    assert curves.first_gap("loss", "epoch") == 2
    assert curves.first_gap("true_loss", "step") == 11
    assert curves.first_gap("val_loss", "epoch") is None


def test_smoothing_is_over_whole_epochs_and_leaves_what_is_one_epoch_alone() -> None:
    curves = Curves(run_with(list(np.linspace(3, 1, 30)), per_epoch=10))
    assert curves.smoothed("loss", "epoch", "light", False) is None
    assert curves.smoothed("loss", "epoch", "off", False) is None
    calm = curves.smoothed("loss", "epoch", "strong", False)
    assert calm is not None
    assert calm[1] == pytest.approx(np.linspace(3, 1, 30), abs=0.01)
    assert curves.window("gradient_norm", "light") == 10
    assert curves.smoothed("gradient_norm", "step", "light", False) is not None


def test_on_a_logarithmic_axis_the_logarithm_is_smoothed() -> None:
    loss = list(10.0 ** -np.arange(20.0))
    calm = Curves(run_with(loss)).smoothed("loss", "epoch", "strong", True)
    assert calm is not None
    assert np.log10(calm[1]) == pytest.approx(-np.arange(20.0), abs=1e-4)


def test_where_a_step_is_an_epoch_nothing_is_calmed_lightly() -> None:
    curves = Curves(run_with([3.0, 2.0, 9.0, 1.0, 5.0, 2.0], per_epoch=1))
    assert curves.smoothed("true_loss", "step", "light", False) is None


def test_before_the_first_step_there_is_a_start_and_no_more() -> None:
    curves = Curves(Trajectory(np.zeros(1, np.float32), 1.0))
    assert (curves.end("epoch"), curves.end("step"), curves.epoch_length) == (0, 0, 0)
    assert not curves.has("batch_loss")
