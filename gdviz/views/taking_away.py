"""Opens what takes pictures, films and numbers away; imported when somebody first does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from gdviz.errors import UserError
from gdviz.views import captions
from gdviz.views.export_dialog import ExportDialog
from gdviz.worker.exporting import subject_of
from gdviz.worker.session import Session


def open_export(window: QMainWindow, session: Session, folder: Path) -> None:
    """Opens the dialog over the window, beginning in a folder; where there is nothing to take away, it is said."""
    surface = session.surface
    try:
        subject = subject_of(session, captions.truth(surface) if surface is not None else "")
    except UserError as error:
        session.report(str(error))
        return
    dialog = ExportDialog(subject, session.experiment, folder, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.written.connect(session.report)
    dialog.open()
