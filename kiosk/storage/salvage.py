"""What a damaged database still holds of the kiosk's tables, told apart by the shape of their rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.ballot import MARK_BYTES
from kiosk.domain.canonical import EncodingError
from kiosk.domain.credential import ID_BYTES
from kiosk.domain.journal import EPOCH_BYTES, chain, decode_entry, genesis
from kiosk.storage import settings
from kiosk.storage.errors import StorageDamaged
from kiosk.storage.pages import Row, read_wal, rows, split_pages

HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class Link:
    """One copy of a journal row. Nothing of it is believed before the chain proves it."""

    seq: int
    entry: bytes
    hash: bytes


@dataclass(slots=True)
class Salvaged:
    """Everything found. Journal rows come from every page; the rest only from what SQLite had committed."""

    links: dict[bytes, dict[int, list[Link]]] = field(default_factory=dict)
    settings: dict[str, bytes] = field(default_factory=dict)
    spent: set[bytes] = field(default_factory=set)
    attended: set[tuple[bytes, int]] = field(default_factory=set)
    pin_tries: set[tuple[bytes, int, int]] = field(default_factory=set)
    earlier: dict[bytes, tuple[int, str, int, bytes | None]] = field(default_factory=dict)

    def add_link(self, epoch: bytes, link: Link) -> None:
        """Keep a copy of a journal row."""
        copies = self.links.setdefault(epoch, {}).setdefault(link.seq, [])
        if link not in copies:
            copies.append(link)

    def number(self, name: str) -> int | None:
        """A setting that is a number, if it was found."""
        value = self.settings.get(name)
        return None if value is None else int.from_bytes(value, "big", signed=True)


@dataclass(frozen=True, slots=True)
class Chain:
    """What of an epoch hangs together; what does not join on and yet is as it was written; what cannot be proven.

    An `intact` entry fits between the hashes of its neighbours: something before it is missing, it is not changed.
    """

    links: tuple[Link, ...]
    intact: tuple[Link, ...]
    rest: tuple[Link, ...]


def salvage(database: Path) -> Salvaged:
    """Read a database and its log, neither of which SQLite needs to accept. Raises OSError."""
    found = Salvaged()
    pages = split_pages(_bytes(database))
    wal = read_wal(_bytes(database.with_name(database.name + "-wal")))
    for row in rows({**pages, **wal.committed}):
        _keep(found, row)
    for row in rows(pages, guess=True):
        keep_link(found, row)
    for row in rows({**pages, **wal.every}, guess=True):
        keep_link(found, row)
    return found


def longest_chain(kiosk: str, epoch: bytes, copies: dict[int, list[Link]], acked: tuple[int, bytes] | None) -> Chain:
    """The entries that the chain proves, from its beginning or, after a hole, from the acknowledged entry on.

    `acked` is a seq and the hash that the server signed for it.
    """
    links = _walk(copies, 1, genesis(kiosk, epoch))
    if acked is not None and len(links) < acked[0]:
        links += _walk(copies, acked[0] + 1, acked[1])
    proven = {link.seq for link in links}
    loose = {seq: of for seq, of in sorted(copies.items()) if seq not in proven}
    intact = {seq: link for seq, of in loose.items() if (link := _intact(of, copies.get(seq - 1, []))) is not None}
    rest = [_readable(of) for seq, of in loose.items() if seq not in intact]
    return Chain(tuple(links), tuple(intact.values()), tuple(link for link in rest if link is not None))


def _intact(copies: list[Link], before: list[Link]) -> Link | None:
    """A copy whose hash follows from the stored hash before it: no accident makes that."""
    fitting = [c for c in copies if any(chain(previous.hash, c.entry) == c.hash for previous in before)]
    return _readable(fitting)


def _walk(copies: dict[int, list[Link]], seq: int, head: bytes) -> list[Link]:
    """Follow the chain. A row whose own hash is damaged is believed if the row after it proves it."""
    links: list[Link] = []
    while seq in copies:
        proven = next((link for link in copies[seq] if _follows(head, link, copies)), None)
        if proven is None:
            break
        head = chain(head, proven.entry)
        links.append(Link(seq, proven.entry, head))
        seq += 1
    return links


def _follows(head: bytes, link: Link, copies: dict[int, list[Link]]) -> bool:
    after = chain(head, link.entry)
    if after == link.hash:
        return True
    return any(chain(after, following.entry) == following.hash for following in copies.get(link.seq + 1, ()))


def _readable(copies: list[Link]) -> Link | None:
    """A copy that is at least an entry of its seq."""
    for link in copies:
        try:
            if decode_entry(link.entry).seq == link.seq:
                return link
        except EncodingError:
            continue
    return None


def _keep(found: Salvaged, row: Row) -> None:
    match row:
        case (str() as name, bytes() as stored):
            _keep_setting(found, name, stored)
        case (bytes() as mark,) if len(mark) == MARK_BYTES:
            found.spent.add(mark)
        case (bytes() as credential, int() as session) if len(credential) <= ID_BYTES:
            found.attended.add((credential, session))
        case (bytes() as credential, int() as wrong, int() as wait) if len(credential) == ID_BYTES:
            found.pin_tries.add((credential, wrong, wait))
        case (number, bytes() as epoch, str() as why, int() as acked, bytes() | None as head, int()) if len(
            epoch
        ) == EPOCH_BYTES and isinstance(number, int | None):
            found.earlier[epoch] = (len(found.earlier), why, acked, head)
        case _:
            keep_link(found, row)


def _keep_setting(found: Salvaged, name: str, stored: bytes) -> None:
    try:
        found.settings[name] = settings.opened(name, stored)
    except StorageDamaged:
        return


def keep_link(found: Salvaged, row: Row) -> None:
    """Keep a row if it is one of the journal's."""
    match row:
        case (bytes() as epoch, int() as seq, bytes() as entry, bytes() as hash_) if (
            len(epoch) == EPOCH_BYTES and len(hash_) == HASH_BYTES
        ):
            found.add_link(epoch, Link(seq, entry, hash_))


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
