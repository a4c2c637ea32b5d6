"""The labelled set: what it is made of, and that packing loses nothing that matters."""

import numpy as np
import pytest

from gdviz.core.doctor_set import LENGTHS, Network, pack, read, unpack
from gdviz.core.doctor_trial import trial_epochs
from gdviz.core.doctor_truth import RATES, TRUTHS
from gdviz.paths import resource


@pytest.fixture(scope="module")
def networks():
    return read(resource("data/doctor_set.npz"))


def settings(networks, part, name):
    return {str(each.settings[name]) for each in networks if each.settings["part"] == part}


def test_fitting_and_scoring_share_no_data_and_no_shape(networks):
    for name in ("data", "units"):
        assert not settings(networks, "fitting", name) & settings(networks, "scoring", name)


@pytest.mark.parametrize("part", ["fitting", "scoring"])
def test_each_part_is_as_varied_as_it_must_be(networks, part):
    fewest = {"data": 8, "units": 5, "optimizer": 6, "batch_size": 3, "activation": 2}
    for name, count in fewest.items():
        assert len(settings(networks, part, name)) >= count, name
    assert {"0", "2", "3"} <= settings(networks, part, "classes")
    assert len(LENGTHS) == 3


def test_every_truth_is_common_in_each_part(networks):
    for part in ("fitting", "scoring"):
        truths = [truth for each in networks if each.settings["part"] == part for truth in each.truths(60)]
        assert len(truths) > 3000
        assert min(truths.count(truth) for truth in TRUTHS) > 0.03 * len(truths)


def test_the_file_is_small_and_holds_no_objects(networks):
    path = resource("data/doctor_set.npz")
    assert path.stat().st_size < 9e6
    with np.load(path, allow_pickle=False) as arrays:
        assert all(array.dtype == np.uint8 for array in arrays.values())


def test_packing_keeps_losses_to_a_hundred_thousandth_and_what_is_lost():
    random = np.random.default_rng(0)
    loss, val_loss = np.exp(random.normal(0, 5, (2, len(RATES), 60)))
    loss[3, 40:], val_loss[4], val_loss[5, 7] = np.nan, np.inf, np.nan
    norms = np.exp(random.normal(0, 5, (len(RATES), 60)))
    network = Network({"data": "x", "part": "fitting"}, 1.25, loss, val_loss, loss[:, -1], norms)
    (back,) = unpack(pack([network]))
    assert back.settings == network.settings
    assert back.fresh == 1.25
    assert np.array_equal(np.isfinite(back.loss), np.isfinite(loss))
    known = np.isfinite(loss)
    assert back.loss[known] == pytest.approx(loss[known], rel=2e-5)
    assert back.val_loss[:3] == pytest.approx(val_loss[:3], rel=2e-4)
    assert back.last[0] == pytest.approx(loss[0, -1], rel=2e-5)
    assert back.gradient_norm == pytest.approx(norms, rel=0.006)


def test_a_range_test_is_the_beginning_of_the_runs_beside(networks):
    network = networks[0]
    found = network.tried(1, 30)
    tested = trial_epochs(30, network.settings["steps"])
    assert list(found) == [RATES[0], RATES[2], RATES[3]]
    assert found[RATES[2]] == pytest.approx(network.loss[2, :tested], nan_ok=True)


def test_all_that_is_scored_was_measured(networks):
    scored = [network for network in networks if network.settings["part"] == "scoring"]
    assert all(np.isfinite(network.gradient_norm).any() for network in scored)
    assert np.mean([np.isfinite(network.stable_rate).any() for network in scored]) > 0.5


def test_a_run_is_cut_and_looked_at_after_as_long_again(networks):
    assert networks[0].later(15) == pytest.approx(networks[0].loss[:, 27:30].mean(axis=1), nan_ok=True)
    assert networks[0].later(60) is networks[0].last
