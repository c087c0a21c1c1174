"""The day: opened in the morning with a zero report, closed in the evening with a reconciliation, both witnessed.

After closing nothing can be cast until the day is opened again; a kiosk that was never opened or closed is open.
"""

from __future__ import annotations

from dataclasses import dataclass

import base45
from sqlalchemy.engine import Connection

from kiosk.crypto.signing import Purpose, SigningKey, VerifyKey, sign, verify
from kiosk.domain.canonical import EncodingError, decode_message, encode_message, read, to_map
from kiosk.domain.journal import Kind, decode_entry
from kiosk.domain.staff import WITNESS_PREFIX, Act, DayCounts, Moment, Witness
from kiosk.services.clock import Clock
from kiosk.services.library import Library
from kiosk.services.reconciling import reconcile
from kiosk.storage import settings
from kiosk.storage.checking import verify_journal
from kiosk.storage.errors import StorageDamaged, translated
from kiosk.storage.journal import Head, Journal

_MOMENTS = {Act.OPEN_DAY.value: Moment.OPENED, Act.CLOSE_DAY.value: Moment.CLOSED}


@dataclass(frozen=True, slots=True)
class Witnessed:
    """A witness and the text of its QR, which holds the signed bytes."""

    witness: Witness
    text: str


class Day:
    """Opens and closes the day. `by` is always the id of the staff card that is signed in."""

    def __init__(self, journal: Journal, library: Library, clock: Clock, key: SigningKey) -> None:
        self._journal = journal
        self._library = library
        self._clock = clock
        self._key = key

    def is_open(self) -> bool:
        """Whether ratings may be cast as far as staff are concerned. Raises StorageError."""
        with translated(), self._journal.engine.reading() as connection:
            return not is_closed(connection)

    def open(self, by: bytes, exceptions: tuple[str, ...] = ()) -> Witnessed:
        """Open the day: verifies the whole journal, records the opening, returns the zero report.

        `exceptions` are codes of checks that failed and that staff accepted; they are recorded.
        Raises NothingPublished or StorageError; StorageDamaged means: start the kiosk again, which repairs it.
        """
        self._verify()
        return self._record(Act.OPEN_DAY, by, closed=False, exceptions=exceptions)

    def close(self, by: bytes) -> Witnessed:
        """Close the day: from now on nothing can be cast; then count and record. May be repeated.

        Raises as `open` does. If it fails after the first step the day stays closed and closing again finishes it.
        """
        with translated(), self._journal.engine.begin() as connection:
            settings.put_int(connection, settings.DAY_CLOSED, 1)
        self._verify()
        return self._record(Act.CLOSE_DAY, by, closed=True)

    def latest(self) -> Witnessed | None:
        """The last witness again, made from the journal: the same bytes as when it was made. Raises StorageError."""
        found: tuple[bytes, bytes, int] | None = None
        for epoch in self._journal.all_epochs():
            after = 0
            while (tail := self._journal.tail(after, epoch=epoch)).entries:
                for seq, data in enumerate(tail.entries, tail.first_seq):
                    if _moment(data) is not None:
                        found = (data, epoch, seq)
                after += len(tail.entries)
        if found is None:
            return None
        data, epoch, seq = found
        return self._witness(data, Head(epoch, seq, self._journal.tail(seq, 1, epoch).prev_hash))

    def _record(self, act: Act, by: bytes, *, closed: bool, exceptions: tuple[str, ...] = ()) -> Witnessed:
        published, now = self._library.published, self._clock.now()
        counts, total = reconcile(self._journal, published.campaign, now)
        if act is Act.OPEN_DAY:
            counts = DayCounts(0, 0, 0, 0, 0, 0, 0, 0, counts.agrees, counts.unsent)
        body = {
            "act": act.value,
            "by": by,
            "at": now,
            "mode": published.campaign.mode.value,
            "pack_version": published.manifest.version,
            "total": total,
            "counts": to_map(counts),
            **({"exceptions": list(exceptions)} if exceptions else {}),
        }
        with translated(), self._journal.engine.begin() as connection:
            settings.put_int(connection, settings.DAY_CLOSED, int(closed))
            self._journal.append(connection, Kind.STAFF, body)
        head = self._journal.head()
        return self._witness(self._journal.tail(head.seq - 1, 1).entries[0], head)

    def _witness(self, data: bytes, head: Head) -> Witnessed:
        body, moment = decode_entry(data).body, _moment(data)
        assert moment is not None
        witness = Witness(
            v=1,
            moment=moment,
            campaign=self._library.campaign.id,
            mode=body["mode"],
            kiosk=self._journal.kiosk,
            epoch=head.epoch,
            seq=head.seq,
            head_hash=head.hash,
            at=body["at"],
            pack_version=body["pack_version"],
            total=body["total"],
            counts=read(DayCounts, body["counts"]),
        )
        message = sign(encode_message(witness), Purpose.WITNESS, self._key)
        return Witnessed(witness, WITNESS_PREFIX + base45.b45encode(message).decode("ascii"))

    def _verify(self) -> None:
        try:
            verify_journal(self._journal.engine, self._journal.kiosk)
        except StorageDamaged:
            self._journal.suspect()
            raise


def is_closed(connection: Connection) -> bool:
    """Whether the day is closed, inside a transaction: what a cast checks where it spends."""
    return bool(settings.get_int(connection, settings.DAY_CLOSED))


def read_witness(text: str, kiosk: VerifyKey) -> Witness:
    """The witness in a QR's text, for whoever checks it later. Raises EncodingError or SignatureRefused."""
    try:
        message = base45.b45decode(text.strip().removeprefix(WITNESS_PREFIX))
    except ValueError as error:
        raise EncodingError("damaged", "witness") from error
    return decode_message(Witness, verify(message, Purpose.WITNESS, kiosk))


def _moment(data: bytes) -> Moment | None:
    """Which kind of witness an entry stands for, if any."""
    entry = decode_entry(data)
    return _MOMENTS.get(str(entry.body.get("act"))) if entry.kind == Kind.STAFF else None
