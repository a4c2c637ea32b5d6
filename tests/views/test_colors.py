"""Colours that more than one view draws with."""

import numpy as np
import pyqtgraph
import pytest

from gdviz.views.colors import color_table
from gdviz.views.theme import THEMES, load_theme


@pytest.mark.parametrize("name", THEMES)
def test_the_colours_of_the_surface_are_those_of_the_named_map(name: str) -> None:
    theme = load_theme(name)
    table = pyqtgraph.colormap.get(theme.colormap).getLookupTable(start=0.07, stop=1.0, nPts=256)
    assert np.array_equal(color_table(theme), table[:, :3])
