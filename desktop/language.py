"""The language of the screen: Bahasa Indonesia first, English second, switched while the program runs."""

from typing import Literal

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

import resources

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")
FIRST: Language = "id"


class TranslationMissing(RuntimeError):
    """A shipped translation could not be loaded; the message names the file."""


class Languages(QObject):
    """The one translator of the program; every widget hears of a change through Qt's LanguageChange event."""

    def __init__(self, language: Language = FIRST, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator = QTranslator(self)
        self.language = language
        self.use(language)

    def use(self, language: Language) -> None:
        """Show everything in this language from now on.

        Raises:
            TranslationMissing: the catalogue is not there.
        """
        QCoreApplication.removeTranslator(self._translator)
        self.language = language
        path = resources.path(f"translations/pendopo_{language}.qm")
        if not self._translator.load(str(path)):
            message = f"the translation {path.name} cannot be loaded"
            raise TranslationMissing(message)
        QCoreApplication.installTranslator(self._translator)

    def leave(self) -> None:
        """Translate nothing any more."""
        QCoreApplication.removeTranslator(self._translator)

    def other(self) -> Language:
        """The language that is not shown."""
        return "en" if self.language == "id" else "id"
