"""What core, engine and tables say in English, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from gdviz.said import Said

CONTEXT = "gdviz"
"""Where the translation files keep whatever is not written in the widget that shows it."""


def spoken(text: str) -> str:
    """``text`` in the language of the window; in English where nobody translated it.

    Args:
        text: An entry of a table, or a sentence of core, which may be `Said`.
    """
    if isinstance(text, Said):
        values = (spoken(value) if isinstance(value, str) else value for value in text.values)
        return QCoreApplication.translate(CONTEXT, text.template).format(*values)
    # Of an empty text Qt would say what the translation file says of itself.
    return QCoreApplication.translate(CONTEXT, text) if text else ""
