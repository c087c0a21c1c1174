"""Mistakes in a campaign folder: collected, so that an organiser sees all of them at once.

FolderRefused            the folder cannot become a pack; `mistakes` names every reason
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing to put right: the file's name inside the folder, the line (0 for the whole file), and a sentence."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}" if self.line else f"{self.file}: {self.text}"


@dataclass(slots=True)
class Mistakes:
    """What was found so far."""

    found: list[Mistake] = field(default_factory=list)

    def add(self, file: str, line: int, text: str) -> None:
        """Note a mistake, once, and go on."""
        mistake = Mistake(file, line, text)
        if mistake not in self.found:
            self.found.append(mistake)


class FolderRefused(Exception):
    """Nothing was built."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(f"{len(mistakes)} mistakes")
        self.mistakes = mistakes
