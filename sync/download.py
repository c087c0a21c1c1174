"""Bringing a pack down: chunk by chunk verified, resumable, atomic; the same code reads a server and a stick.

A flipped bit costs one chunk. Nothing is named by its hash before every byte of it was verified (DESIGN.md §8).
"""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable

from kiosk.crypto.signing import SignatureRefused
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import CHUNK, Manifest, PackFile
from kiosk.storage.content import ContentStore
from kiosk.storage.errors import StorageDamaged, StorageError
from sync.chunk_reader import A_LITTLE, ChunkReader
from sync.chunk_writer import ChunkWriter
from sync.errors import Incomplete, NoRoom, NotThere, NotTheServer, Paused, Refused, TryAgain, WrongChunk
from sync.pace import Cap, Pace, Progress, Tracker, never, uncapped
from sync.parts import Part, demote, give_way, kept_bytes, verified_bytes
from sync.sources import FolderSource, ServerSource, Source

__all__ = ["Download", "FolderSource", "Progress", "ServerSource", "Source"]

logger = logging.getLogger(__name__)

RESERVE = 512 * 1024 * 1024
"""Bytes that content never takes: they belong to the journal."""
TRIES = 3
"""How often nothing new may come of a source before it is given up for now."""
OURS = re.compile(r"[0-9a-f]{64}(\.part|\.have)?")
"""Names of blobs; a file system keeps its `lost+found` among them where they have a disk of their own."""
BAD_CHUNKS = 3
"""Wrong chunks in a row after which the rest of an answer is not worth its bytes."""


class Download:
    """One run that makes a pack complete and puts it in force.

    `cap` says what it may take of the line now; `over`, asked after each chunk, whether the line is wanted otherwise;
    `check` raises StorageDamaged for a manifest whose documents, by then here, this program cannot read.
    """

    def __init__(
        self,
        store: ContentStore,
        source: Source,
        *,
        cap: Cap = uncapped,
        reserve: int = RESERVE,
        told: Callable[[Progress], None] = lambda progress: None,
        over: Callable[[], bool] = never,
        check: Callable[[bytes], None] = lambda message: None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._source = source
        self._pace = Pace(cap, sleep=sleep)
        self._reserve = reserve
        self._over = over
        self._check = check
        self._tracker = Tracker(told)

    def run(self) -> Manifest:
        """Fetch what is missing and switch; the pack in force stays playable until then.

        Raises Incomplete if the source has only a part of it, Paused, another SyncError, StorageError or OSError; what
        was verified so far is kept and not fetched again.
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
        self._check_readable(message)
        manifest = self._store.activate(message)
        self._collect()
        return manifest

    def _collect(self) -> None:
        """The pack is in force; that what nobody needs cannot be deleted does not undo it."""
        try:
            self._store.collect()
        except (OSError, StorageError, SignatureRefused, EncodingError) as error:
            logger.warning("old content cannot be deleted: %s", type(error).__name__)

    def _check_readable(self, message: bytes) -> None:
        """What came is what was signed, so one that cannot be read was made for a newer program; the old one stays."""
        try:
            self._check(message)
        except StorageDamaged as error:
            raise Refused("pack-too-new", 200) from error

    def _check_room(self, manifest: Manifest, missing: tuple[PackFile, ...]) -> None:
        needed = sum(file.size - kept_bytes(self._store.blob(file), file) for file in missing)
        if needed and needed + self._reserve > self._store.free_bytes():
            self._drop_what_neither_needs(manifest)
            if needed + self._reserve > (free := self._store.free_bytes()):
                raise NoRoom(needed, free)

    def _drop_what_neither_needs(self, manifest: Manifest) -> None:
        """Blobs of the pack before the one in force make room; the one in force and the coming one keep theirs."""
        try:
            current = self._store.current()
        except (SignatureRefused, EncodingError, OSError):  # nobody can say what it needs
            return
        wanted = {file.sha256.hex() for each in (manifest, current) if each is not None for file in each.files}
        for path in self._store.blobs.iterdir():
            if path.name.split(".")[0] not in wanted and OURS.fullmatch(path.name):
                give_way(path)

    def _fetch_all(self, missing: tuple[PackFile, ...]) -> None:
        known = [verified_bytes(self._store.blob(file), file) for file in missing]
        self._tracker.begin(sum(known), sum(file.size for file in missing), len(missing))
        lacking, refused = 0, list[Refused]()
        for file, there in zip(missing, known, strict=True):
            try:
                self._fetch(file, there)
            except NotThere:
                lacking += file.size
            except Refused as error:  # the server lacks it: the others come all the same, a later pack needs them too
                refused.append(error)
            self._tracker.file_done()
        if refused:
            raise refused[0]
        if lacking:
            raise Incomplete(lacking)

    def _fetch(self, file: PackFile, known: int) -> None:
        """`known` bytes of it were told as being here already."""
        blob = self._store.blob(file)
        if self._store.has(file):  # another program was faster
            self._tracker.found(file.size - known)
            return
        if os.path.lexists(blob):  # of another size, or no file at all
            demote(blob, file)
        with Part(blob, file) as part:
            self._tracker.found(part.kept - known)
            self._fill(part, file)
            part.finish()

    def _fill(self, part: Part, file: PackFile) -> None:
        tries, reader = 0, ChunkReader(file)
        while runs := part.missing():
            added, broke = self._fetch_run(part, file, reader, *runs[0])
            if added:
                tries = 0
            elif not broke and (tries := tries + 1) >= TRIES:
                raise WrongChunk(file.sha256)

    def _fetch_run(self, part: Part, file: PackFile, reader: ChunkReader, first: int, end: int) -> tuple[int, bool]:
        """Fetch the chunks from `first` to before `end`; how many were right, and whether the line broke.

        A wrong one does not stop the rest. What a broken line brought is worth asking on at once; if it was next to
        nothing the error is raised.
        """
        writer, held = ChunkWriter(part, self._tracker.fetched), reader.turn_to(first)
        try:
            with writer, self._source.open(file, first * CHUNK + held, min(end * CHUNK, file.size)) as pieces:
                for chunk, of_it in reader.chunks(self._pace.through(pieces)):
                    writer.take(chunk, of_it)
                    if self._over():
                        raise Paused
                    if chunk + 1 == end or writer.wrong == BAD_CHUNKS:
                        break
        except TryAgain:
            if not writer.added and (reader.number != first or reader.held < held + A_LITTLE):
                raise
            return writer.added, True
        return writer.added, False
