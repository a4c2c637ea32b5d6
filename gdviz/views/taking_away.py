"""Opens what takes pictures, films and numbers away; imported when somebody first does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from gdviz.errors import UserError
from gdviz.views.export_dialog import ExportDialog
from gdviz.views.portrait import seen_in
from gdviz.views.surface_view import SurfaceView
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
