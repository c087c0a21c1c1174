"""Signing in: from the text of a QR to a visit, offline, with nothing spent on refusal (DESIGN.md §4)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kiosk.crypto import pin as pins
from kiosk.crypto.cards import read_card
from kiosk.crypto.signing import VerifyKey
from kiosk.domain.campaign import Campaign, PinPolicy
from kiosk.domain.canonical import to_map
from kiosk.domain.credential import Credential, CredentialRefused, Refusal, Role, check_credential
from kiosk.domain.journal import Attendance, Kind
from kiosk.services.clock import Clock
from kiosk.services.library import Library
from kiosk.storage.errors import translated
from kiosk.storage.journal import Journal
from kiosk.storage.models import Attended, PinTries

_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Presented:
    """A genuine card that may be used here; `needs_pin` says what comes next."""

    credential: Credential
    needs_pin: bool


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A card that is signed in. `at` is trusted Unix seconds; `session` is the one that is on, if any."""

    credential: Credential
    at: int
    session: int | None


class SignIn:
    """Cards, PINs and attendance."""

    def __init__(
        self,
        journal: Journal,
        library: Library,
        organiser: VerifyKey,
        clock: Clock,
        uptime: Callable[[], float] = time.monotonic,
    ) -> None:
        """`uptime` is seconds that only pass: what a wrong PIN costs must not depend on what the clock says."""
        self._journal = journal
        self._library = library
        self._organiser = organiser
        self._clock = clock
        self._waits = PinWaits(uptime)

    def present(self, text: str, roles: frozenset[Role] = frozenset(Role)) -> Presented:
        """Check a scanned text. Raises CredentialRefused, NothingPublished or StorageError; nothing is spent."""
        credential = read_card(text, self._organiser)
        published = self._library.published
        check_credential(
            credential,
            campaign=published.campaign.id,
            roles=roles,
            now=self._clock.now(),
            revoked=published.access.revoked,
            replaced=published.access.replaced,
        )
        policy = published.campaign.pin
        needs = policy.staff if credential.role is Role.STAFF else policy.representative
        if needs:
            self._refuse_while_waiting(credential.id, policy)
        return Presented(credential, needs)

    def enter(self, presented: Presented, pin: str | None = None) -> SignedIn:
        """Finish signing in, after the PIN where one is needed, and record attendance durably.

        Raises CredentialRefused (PIN_WRONG, PIN_WAIT, PIN_LOCKED) or StorageError.
        """
        if presented.needs_pin:
            self._check_pin(presented.credential.id, pin or "")
        now = self._clock.now()
        session = session_at(self._library.campaign, now)
        self._attend(presented.credential, session, now)
        return SignedIn(presented.credential, now, session)

    def unlock_pin(self, credential: bytes, by: bytes | None = None) -> None:
        """Forget a card's wrong tries: what staff do for a person who is locked out. `by` is the staff card's id."""
        self._waits.end(credential)
        with translated(), self._journal.engine.begin() as connection:
            connection.execute(delete(PinTries).where(PinTries.credential == credential))
            body = {"act": "unlock-pin", "credential": credential} | ({} if by is None else {"by": by})
            self._journal.append(connection, Kind.STAFF, body)

    def _attend(self, credential: Credential, session: int | None, now: int) -> None:
        slot = attendance_slot(session, now)
        body = Attendance(credential.id, credential.role, credential.category, now, "card", session)
        with translated(), self._journal.engine.begin() as connection:
            added = connection.execute(
                insert(Attended).values(credential=credential.id, session=slot).on_conflict_do_nothing()
            )
            if added.rowcount:
                self._journal.append(connection, Kind.ATTENDANCE, to_map(body))

    def _refuse_while_waiting(self, credential: bytes, policy: PinPolicy) -> None:
        with translated(), self._journal.engine.begin() as connection:
            self._refuse(connection, credential, policy)

    def _check_pin(self, credential: bytes, pin: str) -> None:
        policy = self._library.campaign.pin
        verifier = self._library.published.pin_of(credential)
        right = verifier is not None and pins.matches(verifier, pin)
        with translated(), self._journal.engine.begin() as connection:
            wrong = self._refuse(connection, credential, policy)
            connection.execute(delete(PinTries).where(PinTries.credential == credential))
            if not right:
                row = {"credential": credential, "wrong": wrong + 1, "wait_s": pin_wait(wrong + 1, policy)}
                connection.execute(insert(PinTries).values(row))
        self._waits.end(credential)
        if right:
            return
        if wrong + 1 >= policy.tries_before_lock:
            raise CredentialRefused(Refusal.PIN_LOCKED)
        wait = self._waits.left(credential, pin_wait(wrong + 1, policy))
        raise CredentialRefused(Refusal.PIN_WAIT if wait else Refusal.PIN_WRONG, wait_s=wait or None)

    def _refuse(self, connection: Connection, credential: bytes, policy: PinPolicy) -> int:
        """The number of wrong tries so far; raises while the card must wait."""
        wrong = connection.scalar(select(PinTries.wrong).where(PinTries.credential == credential)) or 0
        if wrong >= policy.tries_before_lock:
            raise CredentialRefused(Refusal.PIN_LOCKED)
        if wait := self._waits.left(credential, pin_wait(wrong, policy)):
            raise CredentialRefused(Refusal.PIN_WAIT, wait_s=wait)
        return wrong


class PinWaits:
    """How long cards still wait after wrong PINs, counted in time that only passes.

    Trusted time will not do: it stands still where a machine's clock was lost, and then nobody would ever be let in;
    it leaps by years where a wrong clock is put right. A wait that a restart interrupted begins anew.
    """

    def __init__(self, uptime: Callable[[], float]) -> None:
        self._uptime = uptime
        self._ends: dict[bytes, float] = {}

    def left(self, credential: bytes, wait: int) -> int:
        """Seconds of a wait of so many that are left, rounded up; it begins when it is first asked for."""
        if wait == 0:
            return 0
        now = self._uptime()
        return max(0, ceil(self._ends.setdefault(credential, now + wait) - now))

    def end(self, credential: bytes) -> None:
        """The next wait is another one."""
        self._ends.pop(credential, None)


def pin_wait(wrong: int, policy: PinPolicy) -> int:
    """Seconds to wait after so many wrong tries: none, then `first_wait_s`, doubling with each further one."""
    over = wrong - policy.tries_before_wait
    return policy.first_wait_s * 2**over if over >= 0 else 0


def attendance_slot(session: int | None, at: int) -> int:
    """What attendance is recorded once for: the session, or outside one the day."""
    return session if session is not None else -(at // _DAY)


def session_at(campaign: Campaign, now: int) -> int | None:
    """The session that is on (an hour early arrivals count in), or None."""
    for session in campaign.sessions:
        if session.start.timestamp() - 3600 <= now <= session.end.timestamp():
            return session.number
    return None
