"""Opens what takes pictures, films and numbers away; imported when somebody first does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from gdviz.engine.pictures import Subject
from gdviz.errors import UserError
from gdviz.views import captions
from gdviz.views.export_dialog import ExportDialog
from gdviz.views.portrait import Portrait
from gdviz.views.surface_view import SurfaceView
from gdviz.worker.exporting import subject_of
from gdviz.worker.session import Session


def open_export(window: QMainWindow, session: Session, view: SurfaceView | None, folder: Path) -> None:
    """Opens the dialog over the window, beginning in a folder; where there is nothing to take away, it is said."""
    try:
        subject, portraits = seen_in(view, session)
    except UserError as error:
        session.report(str(error))
        return
    dialog = ExportDialog(subject, session.experiment, folder, portraits, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.written.connect(session.report)
    dialog.open()


def seen_in(view: SurfaceView | None, session: Session) -> tuple[Subject, Callable[[QWidget], Portrait] | None]:
    """What there is to take away of a session, and what makes its portraits as somebody sees it in ``view`` now.

    Args:
        view: The 3D view; None where there is none.
        session: The state.

    Returns:
        The subject, and the maker, or None where the surface cannot be seen in 3D.

    Raises:
        UserError: If there is no run yet.
    """
    surface, experiment = session.surface, session.experiment
    subject = subject_of(session, captions.truth(surface) if surface is not None else "")
    if view is None or surface is None or surface.loss.ndim != view.dimensions:
        return subject, None
    camera, kind = view.camera, view.scale_chosen
    subject = replace(subject, view=(camera.azimuth, camera.elevation))
    return subject, lambda parent: Portrait(subject, experiment, camera, kind, parent)
