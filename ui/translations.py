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
        """The translation, or the Chinese text if there is none."""
        source = sourceText.decode() if isinstance(sourceText, bytes) else sourceText
        forms = self._texts.get(source, (source,))  # "" would count as a translation
        return forms[0] if n == 1 else forms[-1]

    def isEmpty(self) -> bool:
        """Whether there is nothing to translate with."""
        return not self._texts


def read_ts(path: Path) -> dict[str, tuple[str, ...]]:
    """Source → translation of all finished messages; of one with a number (`%n`), for one and for several."""
    texts = {}
    for message in parse(path).getroot().iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source and translation is not None and translation.get("type") != "unfinished":
            forms = tuple(form.text for form in translation.findall("numerusform") or [translation] if form.text)
            if forms:
                texts[source] = forms
    return texts
