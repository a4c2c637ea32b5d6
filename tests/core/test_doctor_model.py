"""The trees: asked all at once, they answer as scikit-learn's own, and say what decided."""

import numpy as np
import pytest

from gdviz.core.doctor_model import LEARNED, trees, unpacked
from gdviz.core.doctor_quantities import KNOWN, QUANTITIES
from gdviz.engine import doctor_fit


@pytest.mark.parametrize(("name", "width"), doctor_fit.WIDTHS.items())
def test_shares_add_up_and_contributions_lead_to_them(name, width):
    model = trees(name)
    assert model.names == tuple([*QUANTITIES, *KNOWN][:width])
    random = np.random.default_rng(0)
    for blanks in (0.0, 0.3, 1.0):
        values = np.where(random.random(width) < blanks, np.nan, random.normal(0, 3, width))
        shares, given = model.weigh(values)
        assert shares.sum() == pytest.approx(1)
        roots = [model.value[verdict :: len(LEARNED), 0].sum() for verdict in range(len(LEARNED))]
        scores = model.base + roots + given.sum(axis=1)
        assert np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum() == pytest.approx(shares)


@pytest.mark.slow
def test_a_fitted_classifier_and_its_plain_numbers_agree():
    random = np.random.default_rng(1)
    values = random.normal(size=(600, 5))
    values[random.random(values.shape) < 0.2] = np.nan
    truths = np.array(LEARNED)[(np.nan_to_num(values[:, 0]) > 0).astype(int) * 2 + (values[:, 1] > 0.5)]
    model = doctor_fit.fitted(values, truths)
    ours = unpacked(doctor_fit.packed(model, list("abcde"), "x"), "x")
    for row, wanted in zip(values[:50], model.predict_proba(values[:50]), strict=True):
        assert ours.weigh(row)[0] == pytest.approx(wanted, abs=5e-3)
    found = doctor_fit.limits(np.c_[values[:, :1], np.zeros((600, len(QUANTITIES) + len(KNOWN) - 1))], truths)
    limit, at_most, _ = found["converged"]["epochs"]
    assert abs(limit) < 0.2
    assert not at_most
