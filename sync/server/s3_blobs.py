"""Packs' files in an S3-compatible store. Nothing that the store or the library says is kept: it may quote a key."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import S3Store

from kiosk.domain.pack import PackFile, describe
from sync.server.blobs import PIECE, check_digest
from sync.server.errors import Malformed, NotFound, StoreSilent

PART = 8 << 20
"""Bytes of a part of an upload; S3 takes at most 10,000 of them, so a file may have 80 GB."""
TIMEOUTS = {"connect_timeout": "10s", "read_timeout": "30s"}
RETRIES: Any = {"max_retries": 3, "retry_timeout": timedelta(seconds=30)}


@dataclass(frozen=True, slots=True)
class S3Blobs:
    """See sync.server.blobs.Blobs. The store keeps whole objects only, so a name stands for verified bytes."""

    store: S3Store

    def take(self, source: Path, file: PackFile, *, mend: bool = False) -> None:
        """See Blobs. An upload that turns out wrong is broken off before it becomes an object: none needs mending."""
        digest = file.sha256.hex()
        try:
            if self.size(digest) == file.size:
                return
        except NotFound:
            pass
        with source.open("rb") as stream:
            if describe(file.name, stream) != file:
                raise Malformed("damaged-blob")
        try:
            with _translated():
                content = _checked(source, file) if file.size else b""
                obstore.put(self.store, digest, content, chunk_size=PART, max_concurrency=2)
        except NotFound:  # there is no such bucket
            raise StoreSilent from None

    def size(self, digest: str) -> int:
        """See Blobs."""
        check_digest(digest)
        with _translated():
            return int(obstore.head(self.store, digest)["size"])

    def pieces(self, digest: str, offset: int, length: int) -> Iterator[bytes]:
        """See Blobs. The store is asked for these bytes alone."""
        check_digest(digest)
        if not length:
            return iter(())
        with _translated():
            found = obstore.get(self.store, digest, options={"range": (offset, offset + length)})
            stream = found.stream(min_chunk_size=PIECE)

        def read() -> Iterator[bytes]:
            with _translated():
                for piece in stream:
                    yield bytes(piece)

        return read()

    def local(self, digest: str) -> Path | None:
        """See Blobs: never."""
        check_digest(digest)
        return None


def open_s3(bucket: str, prefix: str, endpoint: str, region: str, credentials: tuple[str, str] | None) -> S3Blobs:
    """`endpoint` is a checked address or "" for Amazon's; `credentials` are (access key id, secret access key).

    Without credentials the environment's hold, named as Amazon's tools do. Asks nothing yet. Raises StoreSilent.
    """
    config: Any = {"region": region} if region else {}
    if endpoint:
        config["endpoint"] = endpoint
    if credentials:
        config |= dict(zip(("access_key_id", "secret_access_key"), credentials, strict=True))
    client: Any = TIMEOUTS | {"allow_http": endpoint.startswith("http://")}
    with _translated():
        store = S3Store(bucket, prefix=prefix or None, config=config, client_options=client, retry_config=RETRIES)
    return S3Blobs(store)


def _checked(source: Path, file: PackFile) -> Iterator[bytes]:
    """The file's bytes; raises Malformed before the last ones are handed over if they are not what was described."""
    digest, held = hashlib.sha256(), b""
    with source.open("rb") as stream:
        while piece := stream.read(PIECE):
            if held:
                yield held
            digest.update(piece)
            held = piece
    if digest.digest() != file.sha256:
        raise Malformed("damaged-blob")
    yield held


@contextmanager
def _translated() -> Iterator[None]:
    """The library's errors without their text: it may quote what the store said, and that may quote a key."""
    try:
        yield
    except (FileNotFoundError, NotFoundError):
        raise NotFound("no-blob") from None
    except (BaseError, OSError):
        raise StoreSilent from None
