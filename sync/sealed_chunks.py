"""Attachments sealed in chunks to the intake key: no length limit in memory, nothing moved, left out or cut off.

Every chunk is a sealed box of its own whose info says which attachment, which chunk and whether it is the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.crypto.sealing import OVERHEAD, OpeningKey, SealingKey, opener, seal
from kiosk.domain.canonical import encode

SEALED_CHUNK = 1 << 20
"""Bytes of a sealed chunk; the last one may be shorter, and an empty attachment is one empty chunk."""
PLAIN_CHUNK = SEALED_CHUNK - OVERHEAD


def seal_chunks(pieces: Iterable[bytes], key: SealingKey, campaign: str, attachment: bytes) -> Iterator[bytes]:
    """Sealed chunks of a stream. `attachment` is its random id, 16 bytes."""
    index, held = 0, bytearray()
    for piece in pieces:
        held += piece
        while len(held) > PLAIN_CHUNK:
            yield seal(bytes(held[:PLAIN_CHUNK]), key, chunk_info(campaign, attachment, index, last=False))
            del held[:PLAIN_CHUNK]
            index += 1
    yield seal(bytes(held), key, chunk_info(campaign, attachment, index, last=True))


def open_chunks(sealed: bytes, key: OpeningKey, campaign: str, attachment: bytes) -> bytes:
    """The whole attachment. Raises SealRefused for anything that was changed, moved, left out or cut off."""
    open_box = opener(key)
    chunks = [sealed[start : start + SEALED_CHUNK] for start in range(0, len(sealed), SEALED_CHUNK)] or [b""]
    last = len(chunks) - 1
    return b"".join(
        open_box(chunk, chunk_info(campaign, attachment, index, last=index == last))
        for index, chunk in enumerate(chunks)
    )


def chunk_info(campaign: str, attachment: bytes, index: int, *, last: bool) -> bytes:
    """What binds a chunk to its place."""
    return encode(["sanmin/1/attachment", campaign, attachment, index, last])
