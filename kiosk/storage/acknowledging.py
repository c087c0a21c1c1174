"""Taking in what the server acknowledges: time floor, spent marks, cursor, and the fork that shows there."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.domain.journal import Acknowledgement, Outcome
from kiosk.storage import epochs, settings
from kiosk.storage.epochs import Ended, Life
from kiosk.storage.models import SpentMark

logger = logging.getLogger(__name__)


STATE = (
    settings.EPOCH,
    settings.ACKED_SEQ,
    settings.LAST_CONTACT,
    settings.FORK_NOTED,
    settings.TIME_FLOOR,
)
"""What `journal.SyncState` is made of."""
_MOVED = (*STATE, settings.SERVER_EPOCH, settings.SPENT_CURSOR, settings.ACKED_HASH, settings.PARKED)


PUT_RIGHT_S = 86_400
"""A server's clock that says so much less than before was ahead and has been put right (docs/adr/0092)."""


class Chains(Protocol):
    """What the journal answers about its epochs."""

    def last_seq(self, connection: Connection, epoch: bytes) -> int:
        """The last seq of an epoch."""

    def hash_at(self, connection: Connection, epoch: bytes, seq: int) -> bytes:
        """The chain's hash after an entry that is there."""

    def begin_epoch(self, connection: Connection, why: Ended) -> None:
        """End the current epoch and begin the next."""


@dataclass(frozen=True, slots=True)
class Stand:
    """What was read and written while taking an answer in, so that nobody has to ask for it again."""

    known: Mapping[str, bytes]
    ended: tuple[Life, ...]
    last: int


def accept(
    connection: Connection, chains: Chains, answer: Acknowledgement, made: int | None
) -> tuple[bool, Stand | None]:
    """See `Journal.take_in`. The stand is None where an epoch ended or an ended one moved."""
    known = settings.several(connection, *_MOVED)
    floor = settings.as_int(known.get(settings.TIME_FLOOR))
    news = {
        settings.LAST_CONTACT: settings.from_int(answer.server_time),
        settings.TIME_FLOOR: settings.from_int(_floor(floor, answer.server_time, made)),
        settings.PARKED: settings.from_int(answer.parked or 0),
        **_accept_spent(connection, known.get(settings.SERVER_EPOCH), answer),
    }
    settings.put_changed(connection, known, news)
    ended = epochs.earlier_epochs(connection)
    last = chains.last_seq(connection, answer.epoch)
    for earlier in ended:
        if earlier.epoch == answer.epoch:
            return _accept_earlier(connection, chains, earlier, last, answer), None
    if answer.outcome is Outcome.FORK or not _matches(connection, chains, last, answer):
        logger.warning("fork: the server has other entries under this epoch, a new one begins")
        settings.put_int(connection, settings.FORK_NOTED, 1)
        chains.begin_epoch(connection, Ended.FORKED)
        return False, None
    if lost := answer.acked_seq < settings.as_int(known.get(settings.ACKED_SEQ)):
        epochs.ask_again(connection)  # a server restored from a backup lacks ended epochs as well
    acked = {settings.ACKED_SEQ: settings.from_int(answer.acked_seq), settings.ACKED_HASH: answer.head_hash}
    settings.put_changed(connection, known, acked)
    moved = lost or known.get(settings.SERVER_EPOCH) != answer.server_epoch
    return True, None if moved else Stand({**known, **news, **acked}, ended, last)


def _floor(floor: int, server_time: int, made: int | None) -> int:
    """The time floor after an answer: it falls only where a server's clock that was days ahead was put right."""
    if made is not None and server_time < floor - PUT_RIGHT_S:
        return max(server_time, made)
    return max(floor, server_time)


def _matches(connection: Connection, chains: Chains, last: int, answer: Acknowledgement) -> bool:
    """Whether our epoch, which ends at `last`, reaches what the server has and has the same hash there."""
    if answer.acked_seq > last:
        return False
    return chains.hash_at(connection, answer.epoch, answer.acked_seq) == answer.head_hash


def _accept_earlier(connection: Connection, chains: Chains, earlier: Life, last: int, answer: Acknowledgement) -> bool:
    """An ended epoch. A server that has more of it than this database is what a restored backup meets: no fork."""
    if answer.outcome is Outcome.FORK:
        settings.put_int(connection, settings.FORK_NOTED, 1)
        return False
    if answer.acked_seq <= last and not _matches(connection, chains, last, answer):
        settings.put_int(connection, settings.FORK_NOTED, 1)
        epochs.note_delivered(connection, earlier.epoch)
        return False
    delivered = answer.acked_seq >= last
    epochs.note_acknowledged(connection, earlier.epoch, answer.acked_seq, answer.head_hash, delivered)
    return True


def _accept_spent(connection: Connection, known: bytes | None, answer: Acknowledgement) -> dict[str, bytes]:
    """Add the marks; what is to be stored of the server's epoch and the cursor."""
    if known is not None and known != answer.server_epoch:  # another server database: read its list anew
        epochs.ask_again(connection)
        return {settings.SERVER_EPOCH: answer.server_epoch, settings.SPENT_CURSOR: settings.from_int(0)}
    if answer.spent:
        connection.execute(insert(SpentMark).on_conflict_do_nothing(), [{"mark": mark} for mark in answer.spent])
    return {
        settings.SERVER_EPOCH: answer.server_epoch,
        settings.SPENT_CURSOR: settings.from_int(answer.spent_cursor),
    }
