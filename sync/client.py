"""One sync of a kiosk with its server: the journal up, acknowledgements, packs and statuses down.

Success is a verified acknowledgement. The server's cursor rules: it says what it has, the kiosk sends the rest.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import requests

from kiosk.crypto.signing import Purpose, SignatureRefused, verify
from kiosk.domain.canonical import EncodingError
from kiosk.domain.held_statuses import HeldStatuses, hold_statuses
from kiosk.domain.journal import MAX_ENTRIES, Acknowledgement, Bundle, Outcome
from kiosk.services.kiosk import Kiosk
from kiosk.storage.errors import StorageDamaged, StorageError
from kiosk.storage.journal import SyncState, Tail
from sync import wire
from sync.attachments import upload_all
from sync.bundle import read_acknowledgement, write_bundle
from sync.download import Download
from sync.errors import NotTheServer, Paused, Refused, SyncError, TimedOut
from sync.http import Http, Reply, check_address
from sync.mending import Mending
from sync.pace import Cap, Progress, uncapped
from sync.sources import ServerSource
from sync.turn import OWN_TURN, Turn

logger = logging.getLogger(__name__)
T = TypeVar("T")

MAX_ROUNDS = 10_000


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one sync did. `pack` is the version that came into force, None if none did.

    `content_trouble` is the code of what kept content from coming, `failed_pack` the version that was in trouble;
    `late` if the status list was.
    """

    sent: int
    unsent: int
    server_time: int
    pack: int | None
    statuses: bool
    forked: bool
    content_trouble: str = ""
    failed_pack: int | None = None
    late: bool = False

    @property
    def paused(self) -> bool:
        """Whether content gave the line back before it was whole: then the next sync goes on with it."""
        return self.content_trouble == Paused.code


def run_once(
    kiosk: Kiosk,
    session: requests.Session,
    told: Callable[[Progress], None] = lambda progress: None,
    *,
    cap: Cap = uncapped,
    most: int = MAX_ENTRIES,
    mending: Mending | None = None,
    turn: Turn = OWN_TURN,
) -> SyncReport:
    """Send everything, then fetch what is new. With nothing to say on either side it is one request.

    `cap` is what content may take of the line now, in bytes a second; `most` entries go into one bundle; `mending`
    reads some of the stored files again where nothing else is to be done; `turn` says when to make way. Raises
    SyncError or StorageError; then nothing is lost and calling again goes on where it stopped. Trouble with content
    alone is not raised: the journal comes first.
    """
    http = Http(session, check_address(kiosk.identity.server_url), stopping=turn.stopping)
    return _Sync(kiosk, http, told, cap, most, mending, turn).run()


def bundle_of(kiosk: Kiosk, tail: Tail, state: SyncState | None = None) -> Bundle:
    """A stretch of the journal as it travels, by network or by stick; `state` as for `Health.now`."""
    identity = kiosk.identity
    return Bundle(
        v=1,
        campaign=identity.campaign,
        kiosk=identity.kiosk,
        epoch=tail.epoch,
        first_seq=tail.first_seq,
        prev_hash=tail.prev_hash,
        entries=tail.entries,
        head_hash=tail.head_hash,
        spent_cursor=tail.spent_cursor,
        health=kiosk.health.now(state),
    )


def read_statuses(kiosk: Kiosk, data: bytes) -> tuple[bytes, HeldStatuses]:
    """A status list as it travels: the signed message and what it says. Raises NotTheServer."""
    try:
        message = wire.decompress(data, wire.MAX_STATUSES)
        statuses = hold_statuses(verify(message, Purpose.STATUSES, kiosk.identity.server))
    except (EncodingError, SignatureRefused) as error:
        raise NotTheServer("statuses") from error
    if statuses.campaign != kiosk.identity.campaign:
        raise NotTheServer("another campaign's statuses")
    return message, statuses


class _Sync:
    """The state of one run."""

    def __init__(
        self,
        kiosk: Kiosk,
        http: Http,
        told: Callable[[Progress], None],
        cap: Cap,
        most: int,
        mending: Mending | None,
        turn: Turn,
    ) -> None:
        self._kiosk = kiosk
        self._http = http
        self._told = told
        self._cap = cap
        self._most = most
        self._halved = False
        self._state: SyncState | None = None
        """How the journal stood after the last answer."""
        self._mending = mending
        self._turn = turn

    def run(self) -> SyncReport:
        sent, answer, ours = self._push()
        statuses, late = self._apart(lambda: self._fetch_statuses(answer))
        _, held = self._apart(lambda: upload_all(self._kiosk, self._http, answer.server_epoch))
        pack, trouble = self._apart(lambda: self._fetch_pack(answer))
        state = self._state if self._state and pack is None else self._kiosk.journal.state()
        return SyncReport(
            sent=sent,
            unsent=state.unsent,
            server_time=answer.server_time,
            pack=pack,
            statuses=bool(statuses),
            forked=not ours,
            content_trouble=trouble or late or held,
            failed_pack=answer.pack_version if trouble not in ("", Paused.code) else None,
            late=bool(late),
        )

    def _apart(self, work: Callable[[], T]) -> tuple[T | None, str]:
        """What came of it and the code of its trouble, which holds up nothing else. What takes longest comes last."""
        try:
            return work(), ""
        except (SyncError, StorageError, OSError) as error:
            code: str = getattr(error, "code", "storage")
            logger.info("content: %s", code)
            return None, code

    def _push(self) -> tuple[int, Acknowledgement, bool]:
        """Ended epochs that are not delivered, then the current one, whose answer counts."""
        journal = self._kiosk.journal
        going = journal.outgoing(self._most)
        sent = sum(self._push_ended(epoch) for epoch in going.ended)
        if going.ended:  # their answers moved the list of spent marks on
            going = journal.outgoing(self._most)
        more, answer, ours = self._push_epoch(going.tail, lambda state: state.head_seq, going.state)
        return sent + more, answer, ours

    def _push_epoch(
        self, tail: Tail, last: Callable[[SyncState], int], before: SyncState | None = None
    ) -> tuple[int, Acknowledgement, bool]:
        """`last` is the epoch's last seq; `before` how the journal stood when `tail` was read, if that is known."""
        journal, sent = self._kiosk.journal, 0
        for _ in range(MAX_ROUNDS):
            answer = self._exchange(tail, before)
            ours, self._state = journal.take_in(answer, self._made(answer, self._state or before))
            before = None
            if answer.outcome is Outcome.FORK or not ours:
                return sent, answer, False
            if answer.outcome is Outcome.STORED:
                sent += len(tail.entries)
            if answer.acked_seq == tail.first_seq - 1 and tail.entries:
                raise NotTheServer("no progress")
            if answer.acked_seq >= last(self._state) and not self._more_spent(answer):
                return sent, answer, True
            tail = journal.tail(answer.acked_seq, self._most, tail.epoch)
        raise NotTheServer("no end")

    def _made(self, answer: Acknowledgement, state: SyncState | None) -> int | None:
        """When the pack in force was made, asked only if the server says less than it did (docs/adr/0092)."""
        if state is None or answer.server_time >= state.time_floor:
            return None
        try:
            current = self._kiosk.content.current()
        except (OSError, EncodingError, SignatureRefused, StorageDamaged):  # content in trouble holds up no record
            return None
        return current.created if current else None

    def _push_ended(self, epoch: bytes) -> int:
        """Send the rest of an ended epoch, once; after a fork the server keeps it beside the other copy."""
        journal = self._kiosk.journal
        try:
            tail = journal.tail(journal.acked(epoch), self._most, epoch)
            sent, answer, ours = self._push_epoch(tail, lambda state: journal.last(epoch))
            if not ours:
                sent += self._hand_over_fork(epoch, answer)
        except StorageDamaged as error:  # the server asks for entries that were lost with a damaged database
            logger.warning("ended epoch: %s", error)
            sent = 0
        journal.hand_over(epoch)
        return sent

    def _hand_over_fork(self, epoch: bytes, answer: Acknowledgement) -> int:
        journal = self._kiosk.journal
        after, sent = answer.acked_seq, 0
        while (tail := journal.tail(after, self._most, epoch)).entries:
            if self._exchange(tail).outcome is not Outcome.FORK:
                break
            after += len(tail.entries)
            sent += len(tail.entries)
        return sent

    def _more_spent(self, answer: Acknowledgement) -> bool:
        return len(answer.spent) >= wire.SPENT_PER_ANSWER

    def _exchange(self, tail: Tail, before: SyncState | None = None) -> Acknowledgement:
        """Send a bundle; after a time-out once more with half as many entries, which a weak line may carry."""
        data = write_bundle(bundle_of(self._kiosk, tail, before), self._kiosk.key)
        try:
            reply = self._http.post(wire.BUNDLES, data, wire.BUNDLE, wire.MAX_SMALL)
        except TimedOut:
            if len(tail.entries) <= 1 or self._halved:
                raise
            self._most, self._halved = len(tail.entries) // 2, True
            return self._exchange(self._kiosk.journal.tail(tail.first_seq - 1, self._most, tail.epoch))
        return self._read(reply.body, tail.epoch)

    def _read(self, body: bytes, epoch: bytes) -> Acknowledgement:
        identity = self._kiosk.identity
        try:
            answer = read_acknowledgement(body, identity.server)
        except (EncodingError, SignatureRefused) as error:
            raise NotTheServer("acknowledgement") from error
        ours = (identity.kiosk, identity.campaign, epoch)
        if (answer.kiosk, answer.campaign, answer.epoch) != ours:
            raise NotTheServer("another kiosk's acknowledgement")
        return answer

    def _fetch_pack(self, answer: Acknowledgement) -> int | None:
        """A newer pack, or what is missing of the one in force: then no version came into force."""
        content = self._kiosk.content
        before = content.current_version()
        if not self._turn.wants(answer.pack_version):
            return None
        whole = self._is_whole()
        if whole and answer.pack_version == before and self._mending is not None and self._cap() is None:
            whole = not self._mending.check_some(content)
        if answer.pack_version < before or (whole and answer.pack_version == before):
            return None
        manifest = Download(
            content,
            ServerSource(self._http),
            told=self._told,
            cap=self._cap,
            over=self._turn.over,
            check=self._kiosk.library.check,
        ).run()
        self._kiosk.library.reload()
        return manifest.version if manifest.version != before else None

    def _is_whole(self) -> bool:
        """Whether all of the pack in force is there, its manifest included."""
        content = self._kiosk.content
        try:
            current = content.current()
        except (SignatureRefused, EncodingError, OSError):
            return False
        return current is None or not content.missing(current)

    def _fetch_statuses(self, answer: Acknowledgement) -> bool:
        known = self._kiosk.library.statuses
        if known is not None and known.version == answer.status_version:
            return False
        if known is None and answer.status_version == 0:
            return False
        if not self._turn.wants_statuses():
            return False
        reply = self._bring_back_statuses(answer) or self._http.get_large(wire.STATUSES, wire.MAX_STATUSES)
        message, statuses = read_statuses(self._kiosk, reply.body)
        if known is not None and statuses.version != answer.status_version and statuses.as_of < known.as_of:
            return False  # of a server process that has not built the newest one yet; the next sync asks again
        self._kiosk.library.keep_statuses(message, statuses)
        return True

    def _bring_back_statuses(self, answer: Acknowledgement) -> Reply | None:
        """A server that counts lower than the list held here was restored: what its office did is in that list."""
        known, held = self._kiosk.library.statuses, self._kiosk.content.statuses_message()
        bits = wire.STATUS_CHANCE_BITS
        if known is None or held is None or known.version >> bits <= answer.status_version >> bits:
            return None
        try:
            return self._http.post(wire.STATUSES, wire.compress(held), wire.STATUS_LIST, wire.MAX_STATUSES)
        except Refused:  # a server of an older version
            return None
