"""Joins what a line brings to chunks; of the chunk during which it broke nothing is fetched twice.

A line that breaks every few megabytes would else bring no chunk at all, and content never came over it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.pack import PackFile
from sync.parts import Piece, length_of

A_LITTLE = 65_536
"""Fewer new bytes of a chunk than this are not worth another request at once."""


class ChunkReader:
    """Reads one file. Of chunk `number` the first `held` bytes are here, in memory and not verified."""

    def __init__(self, file: PackFile) -> None:
        self._file = file
        self._pieces: list[Piece] = []
        self.number = 0
        self.held = 0

    def turn_to(self, number: int) -> int:
        """The chunk that is read next; how many of its bytes are here already."""
        if number != self.number:
            self._begin(number)
        return self.held

    def chunks(self, pieces: Iterator[bytes]) -> Iterator[tuple[int, list[Piece]]]:
        """(number, pieces) of each whole chunk in a stream that begins behind what is held."""
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                lacking = length_of(self._file, self.number) - self.held
                self._pieces.append(rest[:lacking])
                self.held += len(self._pieces[-1])
                rest = rest[lacking:]
                if self.held == length_of(self._file, self.number):
                    whole = self.number, self._pieces
                    self._begin(self.number + 1)
                    yield whole

    def _begin(self, number: int) -> None:
        self.number, self.held, self._pieces = number, 0, []
