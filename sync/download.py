"""Bringing a pack down: chunk by chunk verified, resumable, atomic; the same code reads a server and a stick.

A flipped bit costs one chunk. Nothing is named by its hash before every byte of it was verified (DESIGN.md §8).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from kiosk.crypto.signing import SignatureRefused
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import CHUNK, Manifest, PackFile
from kiosk.storage.content import ContentStore
from sync.chunk_writer import ChunkWriter
from sync.errors import Incomplete, NoRoom, NotThere, NotTheServer, Refused, TryAgain, WrongChunk
from sync.pace import Cap, Pace, Progress, Tracker, uncapped
from sync.parts import Part, Piece, demote, kept_bytes
from sync.sources import FolderSource, ServerSource, Source

__all__ = ["Download", "FolderSource", "Progress", "ServerSource", "Source"]

RESERVE = 512 * 1024 * 1024
"""Bytes that content never takes: they belong to the journal."""
TRIES = 3
"""How often nothing new may come of a source before it is given up for now."""
BAD_CHUNKS = 3
"""Wrong chunks in a row after which the rest of an answer is not worth its bytes."""


class Download:
    """One run that makes a pack complete and puts it in force. `cap` says what it may take of the line now."""

    def __init__(
        self,
        store: ContentStore,
        source: Source,
        *,
        cap: Cap = uncapped,
        reserve: int = RESERVE,
        told: Callable[[Progress], None] = lambda progress: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._source = source
        self._pace = Pace(cap, sleep=sleep)
        self._reserve = reserve
        self._tracker = Tracker(told)

    def run(self) -> Manifest:
        """Fetch what is missing and switch; the pack in force stays playable until then.

        Raises Incomplete if the source has only a part of it, another SyncError, StorageError or OSError; what was
        verified so far is kept and not fetched again.
        """
        message = self._source.manifest()
        try:
            manifest = self._store.read_manifest(message)
        except (SignatureRefused, EncodingError) as error:
            raise NotTheServer("manifest") from error
        if manifest.version < self._store.current_version():
            raise Refused("pack-rolled-back", 200)
        missing = self._store.missing(manifest)
        self._check_room(manifest, missing)
        self._fetch_all(missing)
        manifest = self._store.activate(message)
        self._store.collect()
        return manifest

    def _check_room(self, manifest: Manifest, missing: tuple[PackFile, ...]) -> None:
        needed = sum(file.size - kept_bytes(self._store.blob(file), file) for file in missing)
        if needed and needed + self._reserve > self._store.free_bytes():
            self._drop_what_neither_needs(manifest)
            if needed + self._reserve > (free := self._store.free_bytes()):
                raise NoRoom(needed, free)

    def _drop_what_neither_needs(self, manifest: Manifest) -> None:
        """Blobs of the pack before the one in force make room; the one in force and the coming one keep theirs."""
        current = self._store.current()
        wanted = {file.sha256.hex() for each in (manifest, current) if each is not None for file in each.files}
        for path in self._store.blobs.iterdir():
            if path.name.split(".")[0] not in wanted:
                path.unlink()

    def _fetch_all(self, missing: tuple[PackFile, ...]) -> None:
        there = sum(kept_bytes(self._store.blob(file), file) for file in missing)
        total = sum(file.size for file in missing)
        self._tracker.begin(there, total, len(missing))
        lacking = 0
        for file in missing:
            try:
                self._fetch(file)
            except NotThere:
                lacking += file.size
            self._tracker.file_done()
        if lacking:
            raise Incomplete(lacking)

    def _fetch(self, file: PackFile) -> None:
        blob = self._store.blob(file)
        if blob.exists():  # of another size
            demote(blob, file)
        with Part(blob, file) as part:
            tries = 0
            while runs := part.missing():
                if self._fetch_run(part, file, *runs[0]):
                    tries = 0
                elif (tries := tries + 1) >= TRIES:
                    raise WrongChunk(file.sha256)
            part.finish()

    def _fetch_run(self, part: Part, file: PackFile, first: int, end: int) -> int:
        """Fetch the chunks from `first` to before `end`; how many were right. A wrong one does not stop the rest."""
        writer = ChunkWriter(part, self._tracker.fetched)
        try:
            with writer, self._source.open(file, first * CHUNK, min(end * CHUNK, file.size)) as pieces:
                for chunk, of_it in enumerate(_chunks(self._pace.through(pieces)), first):
                    writer.take(chunk, of_it)
                    if chunk + 1 == end or writer.wrong == BAD_CHUNKS:
                        break
        except TryAgain:
            if not writer.added:
                raise
        return writer.added


def _chunks(pieces: Iterator[bytes]) -> Iterator[list[Piece]]:
    """The stream in chunks of CHUNK bytes, each as the pieces that came; the last one may be shorter."""
    held: list[Piece] = []
    size = 0
    for piece in pieces:
        rest = memoryview(piece)
        while size + len(rest) >= CHUNK:
            head, rest = rest[: CHUNK - size], rest[CHUNK - size :]
            yield [*held, head]
            held, size = [], 0
        if rest:
            held.append(rest)
            size += len(rest)
    if held:
        yield held
