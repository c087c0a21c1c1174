"""Taking in what the server acknowledges: time floor, spent marks, cursor, and the fork that shows there."""

from __future__ import annotations

import logging
from typing import Protocol

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.domain.journal import Acknowledgement, Outcome
from kiosk.storage import epochs, settings
from kiosk.storage.epochs import Ended, Life
from kiosk.storage.models import SpentMark

logger = logging.getLogger(__name__)


_MOVED = (
    settings.LAST_CONTACT,
    settings.TIME_FLOOR,
    settings.SERVER_EPOCH,
    settings.SPENT_CURSOR,
    settings.ACKED_SEQ,
    settings.ACKED_HASH,
)


class Chains(Protocol):
    """What the journal answers about its epochs."""

    def last_seq(self, connection: Connection, epoch: bytes) -> int:
        """The last seq of an epoch."""

    def matches(self, connection: Connection, epoch: bytes, seq: int, head: bytes) -> bool:
        """Whether the epoch has this hash at this seq."""

    def begin_epoch(self, connection: Connection, why: Ended) -> None:
        """End the current epoch and begin the next."""


def accept(connection: Connection, chains: Chains, answer: Acknowledgement) -> bool:
    """See `Journal.accept`."""
    known = settings.several(connection, *_MOVED)
    floor = settings.as_int(known.get(settings.TIME_FLOOR))
    news = {
        settings.LAST_CONTACT: settings.from_int(answer.server_time),
        settings.TIME_FLOOR: settings.from_int(max(floor, answer.server_time)),
        **_accept_spent(connection, known.get(settings.SERVER_EPOCH), answer),
    }
    settings.put_changed(connection, known, news)
    earlier = epochs.find_earlier(connection, answer.epoch)
    _note_parked(connection, answer.parked or 0)
    if earlier is not None:
        return _accept_earlier(connection, chains, earlier, answer)
    if answer.outcome is Outcome.FORK or not chains.matches(
        connection, answer.epoch, answer.acked_seq, answer.head_hash
    ):
        logger.warning("fork: the server has other entries under this epoch, a new one begins")
        settings.put_int(connection, settings.FORK_NOTED, 1)
        chains.begin_epoch(connection, Ended.FORKED)
        return False
    if answer.acked_seq < settings.as_int(known.get(settings.ACKED_SEQ)):
        epochs.ask_again(connection)  # a server restored from a backup lacks ended epochs as well
    acked = {settings.ACKED_SEQ: settings.from_int(answer.acked_seq), settings.ACKED_HASH: answer.head_hash}
    settings.put_changed(connection, known, acked)
    return True


def _note_parked(connection: Connection, parked: int) -> None:
    """Written only when it changes: an idle contact writes as little as it can."""
    if settings.get_int(connection, settings.PARKED) != parked:
        settings.put_int(connection, settings.PARKED, parked)


def _accept_earlier(connection: Connection, chains: Chains, earlier: Life, answer: Acknowledgement) -> bool:
    """An ended epoch. A server that has more of it than this database is what a restored backup meets: no fork."""
    last = chains.last_seq(connection, earlier.epoch)
    if answer.outcome is Outcome.FORK:
        settings.put_int(connection, settings.FORK_NOTED, 1)
        return False
    if answer.acked_seq <= last and not chains.matches(connection, earlier.epoch, answer.acked_seq, answer.head_hash):
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
