"""English: reads assets/translations/*.ts (Qt Linguist) directly, so that nothing has to be compiled before a start."""

from __future__ import annotations

from pathlib import Path

from defusedxml.ElementTree import parse
from PySide6.QtCore import QObject, QTranslator

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "translations"


class TsTranslator(QTranslator):
    """A translator over one .ts file. Texts that are not translated stay Chinese."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = read_ts(FOLDER / f"sanmin_{language}.ts")

    def translate(
        self, context: bytes | str, sourceText: bytes | str, disambiguation: bytes | str | None = None, n: int = -1
    ) -> str:
        """The translation, or the Chinese text if there is none. QML's context is the name of its file."""
        source = _word(sourceText)
        forms = self._texts.get((_word(context), source), (source,))  # "" would count as a translation
        return forms[0] if n == 1 else forms[-1]

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return not self._texts


def _word(given: bytes | str) -> str:
    return given.decode() if isinstance(given, bytes) else given


def read_ts(path: Path) -> dict[tuple[str, str], tuple[str, ...]]:
    """(context, source) → translation of all finished messages; of one with a number (`%n`), for one and for several.

    The same Chinese may be said in different ways in different places: a word on a button, a heading.
    """
    texts = {}
    for context in parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            source, translation = message.findtext("source"), message.find("translation")
            if source and translation is not None and translation.get("type") != "unfinished":
                forms = tuple(form.text for form in translation.findall("numerusform") or [translation] if form.text)
                if forms:
                    texts[context.findtext("name", ""), source] = forms
    return texts
