"""Keeping a run secret: nothing in the window tells what is being trained, or puts another in its place."""

from gdviz.core.experiment import FIELDS
from gdviz.views.main_window import MainWindow
from gdviz.views.menus import Menus


def seal(window: MainWindow, sealed: bool) -> None:
    """Takes everything out of sight that would tell, or gives it back."""
    menus = window.menuBar()
    assert isinstance(menus, Menus)
    menus.set_sealed(sealed)
    window.panel.set_hidden(FIELDS if sealed else ())
    window.details.setVisible(not sealed)
    window.pictures.set_sealed(sealed)
    # It names layers and their sizes.
    window.slice.setEnabled(not sealed)
    window.kept.resting = sealed
    if sealed:
        window.close_rooms()
