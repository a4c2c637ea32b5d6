"""The language of the window: whose translations Qt speaks with."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from gdviz.paths import resource


def chosen(languages: tuple[str, ...], *wanted: str) -> str:
    """The first of the languages wanted that there is, else of those the system speaks, else the first there is."""
    system = (tag[:2] for tag in QLocale.system().uiLanguages())
    return next((each for each in (*wanted, *system) if each in languages), languages[0])


class Voice(QObject):
    """Has Qt speak one language at a time. The texts of the window are asked for when it is built.

    Args:
        parent: The Qt parent.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Speaks as the source does: English."""
        super().__init__(parent)
        self.language = "en"
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Speaks ``language`` from now on: this program's texts, and Qt's own, such as those on a Cancel button."""
        self.be_silent()
        self.language = language
        for name, folder in self._files(language):
            translator = QTranslator(self)
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._translators.append(translator)

    def be_silent(self) -> None:
        """Speaks English again."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._translators, self.language = [], "en"

    @staticmethod
    def _files(language: str) -> Iterable[tuple[str, str]]:
        yield f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        yield f"gdviz_{language}", str(resource("translations"))
