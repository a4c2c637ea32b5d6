"""How the real window looks in small windows and with large letters: nothing is cut off."""

from itertools import product

import pytest
from PySide6.QtWidgets import QScrollArea

from gdviz.app.start import Program
from gdviz.core.experiment import Experiment
from gdviz.views.main_window import SMALLEST

OTHERS = (Experiment(optimizer="lion"), Experiment("one_weight"), Experiment("rosenbrock"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_setting_fits_the_narrowest_column(program: Program, language: str) -> None:
    program.learning.set_language(language)
    panel = program.window.panel
    panel.more.setChecked(True)
    program.window.show()
    program.window.resize(*SMALLEST)
    (area,) = panel.findChildren(QScrollArea)
    form = area.widget()
    assert form is not None
    for projector, experiment in product((False, True), (Experiment(), *OTHERS)):
        program.choose_projector(projector)
        program.session.set_experiment(experiment)
        assert form.minimumSizeHint().width() <= area.viewport().width()
