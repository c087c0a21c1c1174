"""Cards, PINs and attendance: who may sign in, how long a wrong PIN costs, and that presence is noted once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from booths import EXPIRES, NOON, Booth

from kiosk.crypto.cards import issue
from kiosk.crypto.pin import make_verifier
from kiosk.crypto.signing import SigningKey
from kiosk.domain.campaign import PinPolicy
from kiosk.domain.credential import CredentialRefused, Refusal, Role
from kiosk.domain.journal import Kind
from kiosk.services.library import NothingPublished
from kiosk.services.sign_in import Presented, SignedIn, pin_wait, session_at

PIN, WRONG = "246810", "000000"
POLICY = PinPolicy(representative=True, staff=True, tries_before_wait=2, first_wait_s=15, tries_before_lock=4)
VOTERS = frozenset({Role.REPRESENTATIVE})
MORNING = 1_639_443_600
AFTERNOON = MORNING + 5 * 3600


@pytest.fixture
def pin_booth(booth: Booth) -> Booth:
    """Every card needs a PIN: two tries, then 15 s, 30 s, then locked at the fourth."""
    booth.publish(pin=POLICY, pins=(make_verifier(booth.credential(1).id, PIN),))
    return booth


def enter(booth: Booth, pin: str | None = None, number: int = 1) -> SignedIn:
    return booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(number)), pin)


def refusal(booth: Booth, pin: str, number: int = 1) -> tuple[Refusal, int | None]:
    with pytest.raises(CredentialRefused) as caught:
        enter(booth, pin, number)
    return caught.value.reason, caught.value.wait_s


def test_a_genuine_card_signs_in_without_a_network(booth: Booth) -> None:
    signed_in = enter(booth)
    assert signed_in == SignedIn(booth.credential(), NOON, None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"campaign": "qd2020"}, Refusal.OTHER_CAMPAIGN),
        ({"not_after": NOON - 1}, Refusal.EXPIRED),
        ({"role": Role.STAFF}, Refusal.WRONG_ROLE),
    ],
)
def test_a_card_that_may_not_be_used_here_is_refused_with_its_reason(
    booth: Booth, changes: dict[str, object], reason: Refusal
) -> None:
    with pytest.raises(CredentialRefused) as caught:
        booth.kiosk.sign_in.present(booth.card(**changes), VOTERS)
    assert caught.value.reason is reason
    assert booth.entries() == []


def test_a_card_is_good_until_the_last_second(booth: Booth) -> None:
    assert booth.kiosk.sign_in.present(booth.card(not_after=NOON)).credential.not_after == NOON


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("https://example.org/", Refusal.NOT_OURS),
        ("", Refusal.NOT_OURS),
        ("SM1:", Refusal.DAMAGED),
        ("SM1:" + "A" * 500, Refusal.DAMAGED),
        ("SM1:äöü", Refusal.DAMAGED),
    ],
)
def test_a_text_that_is_no_card_is_refused(booth: Booth, text: str, reason: Refusal) -> None:
    with pytest.raises(CredentialRefused) as caught:
        booth.kiosk.sign_in.present(text)
    assert caught.value.reason is reason


def test_a_card_cut_short_is_damaged_and_one_signed_by_another_is_forged(booth: Booth) -> None:
    for text, reason in (
        (booth.card()[:-10], Refusal.DAMAGED),
        (issue(booth.credential(), SigningKey(b"x" * 32)), Refusal.FORGED),
    ):
        with pytest.raises(CredentialRefused) as caught:
            booth.kiosk.sign_in.present(text)
        assert caught.value.reason is reason


def test_revoked_and_replaced_cards_are_refused_from_the_next_pack_on(booth: Booth) -> None:
    booth.publish(revoked=(booth.credential(1).id,), replaced=(booth.credential(2).id,))
    for number, reason in ((1, Refusal.REVOKED), (2, Refusal.REPLACED)):
        with pytest.raises(CredentialRefused) as caught:
            booth.kiosk.sign_in.present(booth.card(number))
        assert caught.value.reason is reason
    enter(booth, number=3)


def test_without_content_nobody_signs_in(empty_booth: Booth) -> None:
    with pytest.raises(NothingPublished):
        empty_booth.kiosk.sign_in.present(empty_booth.card())


def test_a_pin_is_asked_of_those_of_whom_the_campaign_asks_one(booth: Booth) -> None:
    booth.publish(pin=PinPolicy(representative=False, staff=True))
    assert not booth.kiosk.sign_in.present(booth.card()).needs_pin
    assert booth.kiosk.sign_in.present(booth.card(2, role=Role.STAFF)).needs_pin


def test_the_right_pin_signs_in_and_a_missing_one_does_not(pin_booth: Booth) -> None:
    assert refusal(pin_booth, "") == (Refusal.PIN_WRONG, None)
    assert pin_booth.entries() == []
    assert enter(pin_booth, PIN).credential == pin_booth.credential()


def test_a_card_without_a_verifier_never_gets_in_where_a_pin_is_needed(pin_booth: Booth) -> None:
    assert refusal(pin_booth, PIN, number=2) == (Refusal.PIN_WRONG, None)


def test_waiting_begins_after_the_allowed_tries_doubles_and_ends_locked(pin_booth: Booth) -> None:
    assert refusal(pin_booth, WRONG) == (Refusal.PIN_WRONG, None)
    assert refusal(pin_booth, WRONG) == (Refusal.PIN_WAIT, 15)
    pin_booth.up += 14
    assert refusal(pin_booth, PIN) == (Refusal.PIN_WAIT, 1)
    pin_booth.up += 1
    assert refusal(pin_booth, WRONG) == (Refusal.PIN_WAIT, 30)
    pin_booth.up += 30
    assert refusal(pin_booth, WRONG) == (Refusal.PIN_LOCKED, None)
    pin_booth.up += 365 * 86_400
    assert refusal(pin_booth, PIN) == (Refusal.PIN_LOCKED, None)
    assert pin_booth.entries() == []


def test_a_try_while_waiting_does_not_count_and_does_not_prolong_the_wait(pin_booth: Booth) -> None:
    presented = pin_booth.kiosk.sign_in.present(pin_booth.card())
    for _ in range(2):
        with pytest.raises(CredentialRefused):
            pin_booth.kiosk.sign_in.enter(presented, WRONG)
    for _ in range(5):
        with pytest.raises(CredentialRefused) as caught:
            pin_booth.kiosk.sign_in.enter(presented, WRONG)
        assert (caught.value.reason, caught.value.wait_s) == (Refusal.PIN_WAIT, 15)
    pin_booth.up += 15
    pin_booth.kiosk.sign_in.enter(presented, PIN)


def test_wrong_tries_and_waiting_survive_a_restart(pin_booth: Booth) -> None:
    refusal(pin_booth, WRONG)
    pin_booth.restart()
    assert refusal(pin_booth, WRONG) == (Refusal.PIN_WAIT, 15)
    pin_booth.restart()
    assert refusal(pin_booth, PIN) == (Refusal.PIN_WAIT, 15)


@pytest.mark.parametrize("leap", [-10 * 365 * 86_400, 10 * 365 * 86_400])
def test_a_wait_is_as_long_whatever_the_clock_says(pin_booth: Booth, leap: int) -> None:
    """A clock that is put right leaps; one that was lost lags behind the time floor, and trusted time stands still."""
    refusal(pin_booth, WRONG)
    assert refusal(pin_booth, WRONG) == (Refusal.PIN_WAIT, 15)
    pin_booth.now += leap
    presented = Presented(pin_booth.credential(), needs_pin=True)  # a card of then may have expired in ten years
    for passed, left in ((5, 10), (9.5, 1)):
        pin_booth.up += passed
        with pytest.raises(CredentialRefused) as caught:
            pin_booth.kiosk.sign_in.enter(presented, PIN)
        assert (caught.value.reason, caught.value.wait_s) == (Refusal.PIN_WAIT, left)
    pin_booth.up += 0.5
    pin_booth.kiosk.sign_in.enter(presented, PIN)


def test_a_wait_that_an_older_version_wrote_down_as_a_moment_is_no_longer_than_any(pin_booth: Booth) -> None:
    refusal(pin_booth, WRONG)
    refusal(pin_booth, WRONG)
    with pin_booth.kiosk.journal.engine.begin() as connection:
        connection.execute(sa.text("UPDATE pin_tries SET wait_until = :then"), {"then": NOON + 10**9})
    pin_booth.restart()
    assert refusal(pin_booth, PIN) == (Refusal.PIN_WAIT, 15)
    pin_booth.up += 15
    enter(pin_booth, PIN)


def test_the_right_pin_forgets_the_wrong_tries_of_this_card(pin_booth: Booth) -> None:
    refusal(pin_booth, WRONG)
    enter(pin_booth, PIN)
    assert refusal(pin_booth, WRONG) == (Refusal.PIN_WRONG, None)


def test_one_cards_wrong_tries_cost_another_nothing(pin_booth: Booth) -> None:
    for number in range(4):
        refusal(pin_booth, WRONG)
        pin_booth.up += 60 * number
    enter(pin_booth_with(pin_booth, 2), PIN, number=2)
    assert refusal(pin_booth, PIN) == (Refusal.PIN_LOCKED, None)


def pin_booth_with(booth: Booth, number: int) -> Booth:
    """The same booth, whose next pack gives another card a PIN too."""
    verifiers = tuple(make_verifier(booth.credential(n).id, PIN) for n in (1, number))
    booth.publish(pin=POLICY, pins=verifiers)
    return booth


def test_staff_unlock_a_locked_card_and_the_journal_says_so(pin_booth: Booth) -> None:
    for _ in range(4):
        refusal(pin_booth, WRONG)
        pin_booth.up += 60
    assert refusal(pin_booth, PIN) == (Refusal.PIN_LOCKED, None)
    pin_booth.kiosk.sign_in.unlock_pin(pin_booth.credential().id)
    (entry,) = pin_booth.entries()
    assert (entry.kind, entry.body["act"]) == (Kind.STAFF, "unlock-pin")
    enter(pin_booth, PIN)


@pytest.mark.parametrize(("wrong", "seconds"), [(1, 0), (4, 0), (5, 15), (6, 30), (7, 60), (14, 15 * 2**9)])
def test_waits_double_from_the_fifth_wrong_pin_on(wrong: int, seconds: int) -> None:
    assert pin_wait(wrong, PinPolicy(representative=True, staff=True)) == seconds


@pytest.mark.parametrize(
    ("now", "session"),
    [
        (MORNING - 3601, None),
        (MORNING - 3600, 1),
        (MORNING + 3 * 3600, 1),
        (MORNING + 3 * 3600 + 1, None),
        (AFTERNOON - 3600, 2),
        (AFTERNOON + 3 * 3600 + 1, None),
    ],
)
def test_presence_counts_for_the_session_that_is_on_or_begins_within_an_hour(
    booth: Booth, now: int, session: int | None
) -> None:
    booth.now = now
    assert enter(booth).session == session == session_at(booth.kiosk.library.campaign, now)


def test_presence_is_noted_once_per_session_and_person(booth: Booth) -> None:
    booth.now = MORNING
    enter(booth)
    booth.restart()
    booth.now += 600
    enter(booth)
    enter(booth, number=2)
    booth.now = AFTERNOON
    enter(booth)
    noted = [(entry.body["credential"], entry.body.get("session")) for entry in booth.entries(Kind.ATTENDANCE)]
    first, second = booth.credential(1).id, booth.credential(2).id
    assert noted == [(first, 1), (second, 1), (first, 2)]


def test_presence_outside_sessions_is_noted_once_a_day(booth: Booth) -> None:
    for hours in (0, 5, 24):
        booth.now = NOON + hours * 3600
        enter(booth)
    assert [entry.body["at"] for entry in booth.entries(Kind.ATTENDANCE)] == [NOON, NOON + 24 * 3600]


def test_an_expired_card_is_refused_though_the_machines_clock_is_set_back(booth: Booth) -> None:
    booth.acknowledge(EXPIRES + 1)
    booth.now = datetime(2021, 12, 18, tzinfo=UTC).timestamp()
    with pytest.raises(CredentialRefused) as caught:
        booth.kiosk.sign_in.present(booth.card())
    assert caught.value.reason is Refusal.EXPIRED
