"""Words in the interface's two languages: the smallest piece of everything that is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in the interface's two languages. Chinese is never empty."""

    zh: str
    en: str

    def text(self, language: Language) -> str:
        """The text in `language`; Chinese where the English one is missing."""
        return self.en or self.zh if language == "en" else self.zh
