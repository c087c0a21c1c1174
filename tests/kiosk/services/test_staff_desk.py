"""What staff do for people: the list of who is here, check-in by number, lost cards, help; all of it audited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lone_kiosk import LoneKiosk

from kiosk.domain.credential import CredentialRefused, Role
from kiosk.domain.journal import Kind, decode_entry
from kiosk.domain.staff import Act, CheckInReason, DeviceAct, card_number, parse_card_number
from kiosk.services.kiosk import Kiosk
from kiosk.services.staff_desk import CheckInRefused, Present, Waiting

STAFF = b"staff-card"
IN_SESSION = 1_639_447_200
"""14 December 2021, 10:00 in Qingdao: the first session."""


@pytest.fixture
def booth(tmp_path: Path) -> LoneKiosk:
    return LoneKiosk(tmp_path / "kiosk", now=IN_SESSION)


@pytest.fixture
def kiosk(booth: LoneKiosk) -> Iterator[Kiosk]:
    made = booth.make().open()
    yield made
    made.close()


def staff_entries(kiosk: Kiosk) -> list[dict[str, object]]:
    entries = [decode_entry(data) for data in kiosk.journal.entries()]
    return [entry.body for entry in entries if entry.kind == Kind.STAFF]


def sign_in(booth: LoneKiosk, kiosk: Kiosk, number: int, role: Role = Role.REPRESENTATIVE) -> None:
    kiosk.sign_in.enter(kiosk.sign_in.present(booth.card(number, role)), "246810")


def test_the_list_shows_this_session_by_card_number_and_never_the_order_of_arrival(
    booth: LoneKiosk, kiosk: Kiosk
) -> None:
    big = 0xFFFF_0000_0000_0000_0000
    for number in (big, 3, 2**64):
        sign_in(booth, kiosk, number)
    assert kiosk.staff_desk.present() == (
        Present("0000 0000", "enterprise", "card"),
        Present("0001 0000", "enterprise", "card"),
        Present("FFFF 0000", "enterprise", "card"),
    )
    booth.now += 5 * 3600  # the second session
    assert kiosk.staff_desk.session() == 2
    assert kiosk.staff_desk.present() == ()


def test_somebody_whose_card_does_not_read_is_checked_in_by_its_number(kiosk: Kiosk) -> None:
    kiosk.staff_desk.check_in(STAFF, "ab12 cd34", CheckInReason.CARD_DAMAGED)
    assert kiosk.staff_desk.present() == (Present("AB12 CD34", "", "staff"),)
    expected = {"act": "check-in", "by": STAFF, "number": bytes.fromhex("ab12cd34"), "reason": "card-damaged"}
    assert staff_entries(kiosk) == [expected]


def test_the_whole_card_is_recorded_where_the_pack_knows_it(booth: LoneKiosk) -> None:
    kiosk = booth.with_pin(2**72 + 5).make().open()
    kiosk.staff_desk.check_in(STAFF, "0100 0000", CheckInReason.PHONE_FAILS)
    attendance = next(e for e in map(decode_entry, kiosk.journal.entries()) if e.kind == Kind.ATTENDANCE)
    assert attendance.body["credential"] == (2**72 + 5).to_bytes(10, "big")
    kiosk.close()


@pytest.mark.parametrize("typed", ["", "AB12", "AB12 CD3", "AB12 CD345", "AB12-CD3G", "张三 13800000000", "+B12CD34"])
def test_what_is_no_card_number_is_refused_and_never_recorded(kiosk: Kiosk, typed: str) -> None:
    with pytest.raises(CheckInRefused) as refused:
        kiosk.staff_desk.check_in(STAFF, typed, CheckInReason.CARD_FORGOTTEN)
    assert refused.value.code == "bad-number"
    with pytest.raises(CheckInRefused):
        kiosk.staff_desk.report_lost_card(STAFF, typed)
    assert list(kiosk.journal.entries()) == []


def test_nobody_is_checked_in_twice(booth: LoneKiosk, kiosk: Kiosk) -> None:
    sign_in(booth, kiosk, 2**64)
    before = list(kiosk.journal.entries())
    with pytest.raises(CheckInRefused) as refused:
        kiosk.staff_desk.check_in(STAFF, "00010000", CheckInReason.SCANNER_FAILS)
    assert refused.value.code == "already-here"
    assert list(kiosk.journal.entries()) == before


def test_a_person_checked_in_by_number_counts_once_when_the_card_reads_later(booth: LoneKiosk, kiosk: Kiosk) -> None:
    kiosk.staff_desk.check_in(STAFF, "00010000", CheckInReason.SCANNER_FAILS)
    sign_in(booth, kiosk, 2**64)
    counts = kiosk.day.close(STAFF).witness.counts
    assert (counts.signed_in, counts.cast_none) == (1, 1)


def test_a_lost_card_and_help_are_recorded_without_what_was_chosen(booth: LoneKiosk, kiosk: Kiosk) -> None:
    kiosk.staff_desk.report_lost_card(STAFF, "AB12 CD34")
    kiosk.staff_desk.record_help(STAFF, booth.credential(7).id)
    assert staff_entries(kiosk) == [
        {"act": "replace-card", "by": STAFF, "number": bytes.fromhex("ab12cd34")},
        {"act": "helped", "by": STAFF, "credential": booth.credential(7).id},
    ]


def test_staff_are_not_on_the_list_of_representatives(booth: LoneKiosk) -> None:
    kiosk = booth.with_pin(9).make().open()
    sign_in(booth, kiosk, 9, Role.STAFF)
    assert kiosk.staff_desk.present() == ()
    kiosk.close()


def test_unlocking_a_pin_names_who_did_it(booth: LoneKiosk) -> None:
    kiosk = booth.with_pin(9).make().open()
    with pytest.raises(CredentialRefused):
        kiosk.sign_in.enter(kiosk.sign_in.present(booth.card(9, Role.STAFF)), "000000")
    kiosk.sign_in.unlock_pin(booth.credential(9).id, STAFF)
    assert staff_entries(kiosk) == [{"act": "unlock-pin", "credential": booth.credential(9).id, "by": STAFF}]
    kiosk.close()


def test_a_printed_number_and_its_bytes_are_the_same() -> None:
    assert card_number(bytes.fromhex("ab12cd34000000000000")) == "AB12 CD34"
    assert parse_card_number(card_number(bytes.fromhex("ab12cd34000000000000"))) == bytes.fromhex("ab12cd34")


def test_a_locked_card_is_listed_and_unlocked_by_its_number(booth: LoneKiosk) -> None:
    kiosk = booth.with_pin(2**64).make().open()
    presented = kiosk.sign_in.present(booth.card(2**64, Role.STAFF))
    for _ in range(5):
        with pytest.raises(CredentialRefused):
            kiosk.sign_in.enter(presented, "000000")
    assert kiosk.staff_desk.waiting() == (Waiting("0001 0000", locked=False),)
    kiosk.staff_desk.unlock_pin(STAFF, "00010000")
    assert kiosk.staff_desk.waiting() == ()
    kiosk.sign_in.enter(presented, "246810")
    assert staff_entries(kiosk) == [{"act": "unlock-pin", "by": STAFF, "credential": booth.credential(2**64).id}]
    kiosk.close()


def test_a_card_that_never_failed_needs_no_unlocking_and_nothing_is_recorded(kiosk: Kiosk) -> None:
    with pytest.raises(CheckInRefused) as refused:
        kiosk.staff_desk.unlock_pin(STAFF, "AB12 CD34")
    assert refused.value.code == "not-locked"
    assert staff_entries(kiosk) == []


def test_what_staff_do_with_the_machine_is_recorded(kiosk: Kiosk) -> None:
    kiosk.staff_desk.note(STAFF, Act.SYNC_NOW)
    kiosk.staff_desk.note(STAFF, Act.DEVICE, DeviceAct.CLEANING)
    assert staff_entries(kiosk) == [
        {"act": "sync-now", "by": STAFF},
        {"act": "device", "by": STAFF, "what": "cleaning"},
    ]
