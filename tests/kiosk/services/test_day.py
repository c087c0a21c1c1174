"""Opening and closing the day: witnessed, reconciled to the last rating, and nothing is cast after closing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lone_kiosk import DEPARTMENTS, LoneKiosk, acknowledged

from kiosk.crypto.signing import SignatureRefused, SigningKey
from kiosk.domain.ballot import FORM, spent_mark
from kiosk.domain.journal import Kind, chain_all, decode_entry, genesis
from kiosk.domain.staff import Moment
from kiosk.services.day import read_witness
from kiosk.services.day_guard import DayClosed
from kiosk.services.day_page import page
from kiosk.services.kiosk import DATABASE, Kiosk
from kiosk.services.suggesting import Draft
from kiosk.storage.errors import StorageDamaged

STAFF = b"staff-card"


@pytest.fixture
def booth(tmp_path: Path) -> LoneKiosk:
    return LoneKiosk(tmp_path / "kiosk").make()


@pytest.fixture
def kiosk(booth: LoneKiosk) -> Iterator[Kiosk]:
    made = booth.open()
    yield made
    made.close()


def visit(booth: LoneKiosk, kiosk: Kiosk, person: int, departments: tuple[str, ...]) -> None:
    signed_in = kiosk.sign_in.enter(kiosk.sign_in.present(booth.card(person)))
    if departments:
        kiosk.voting.cast(signed_in.credential, dict.fromkeys(departments, 1))


def test_a_kiosk_that_was_never_opened_is_open(kiosk: Kiosk) -> None:
    assert kiosk.day.is_open()
    assert kiosk.day.latest() is None


def test_exceptions_at_opening_are_recorded_by_name(kiosk: Kiosk) -> None:
    kiosk.day.open(STAFF, ("sound", "camera"))
    kiosk.day.open(STAFF)
    first, second = (decode_entry(data).body for data in kiosk.journal.entries())
    assert first["exceptions"] == ["sound", "camera"]
    assert "exceptions" not in second


def test_the_zero_report_is_zero_and_names_the_head(booth: LoneKiosk, kiosk: Kiosk) -> None:
    visit(booth, kiosk, 1, ("fgw",))
    report = kiosk.day.open(STAFF).witness
    assert report.moment is Moment.OPENED
    assert (report.counts.casts, report.counts.ratings, report.counts.signed_in) == (0, 0, 0)
    assert report.total == 1
    entries = list(kiosk.journal.entries())
    assert report.seq == len(entries)
    assert report.head_hash == chain_all(genesis("v01-1", kiosk.journal.epoch), entries)


def test_closing_reconciles_to_the_last_rating(booth: LoneKiosk, kiosk: Kiosk) -> None:
    visit(booth, kiosk, 50, DEPARTMENTS)  # yesterday
    kiosk.day.close(STAFF)
    booth.now += 86_400
    kiosk.day.open(STAFF)
    visit(booth, kiosk, 1, DEPARTMENTS)
    visit(booth, kiosk, 2, ("fgw", "kjj"))
    visit(booth, kiosk, 2, ("jyj",))
    visit(booth, kiosk, 3, ())
    visit(booth, kiosk, 4, ())
    kiosk.suggesting.submit(Draft(text="树"), "zh")
    counts = kiosk.day.close(STAFF).witness.counts
    assert (counts.casts, counts.ratings, counts.suggestions) == (3, 7, 1)
    assert (counts.signed_in, counts.cast_all, counts.cast_some, counts.cast_none) == (4, 1, 1, 2)
    assert counts.agrees
    assert counts.unsent == kiosk.journal.state().head_seq - 1  # its own entry came after


def test_what_was_cast_elsewhere_counts_for_the_person(booth: LoneKiosk, kiosk: Kiosk) -> None:
    visit(booth, kiosk, 1, ("fgw",))
    elsewhere = tuple(spent_mark(b"\x00salt\xff", booth.credential(1).id, FORM, d) for d in DEPARTMENTS[1:])
    head = kiosk.journal.head()
    kiosk.journal.accept(acknowledged(head.epoch, head.seq, head.hash, spent=elsewhere, spent_cursor=3))
    counts = kiosk.day.close(STAFF).witness.counts
    assert (counts.cast_all, counts.cast_some, counts.ratings) == (1, 0, 1)


def test_a_rating_that_is_not_spent_does_not_agree(booth: LoneKiosk, kiosk: Kiosk) -> None:
    visit(booth, kiosk, 1, ("fgw",))
    with kiosk.journal.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM spent")
    assert not kiosk.day.close(STAFF).witness.counts.agrees


def test_after_closing_nothing_is_cast_until_it_is_opened_again(booth: LoneKiosk, kiosk: Kiosk) -> None:
    kiosk.day.close(STAFF)
    before = list(kiosk.journal.entries())
    assert not kiosk.day.is_open()
    with pytest.raises(DayClosed):
        kiosk.voting.cast(booth.credential(1), {"fgw": 1})
    assert list(kiosk.journal.entries()) == before
    assert kiosk.voting.spent(booth.credential(1)) == frozenset()
    kiosk.day.open(STAFF)
    assert kiosk.voting.cast(booth.credential(1), {"fgw": 1}).count == 1


def test_a_closed_day_stays_closed_after_a_restart_and_a_damaged_database(booth: LoneKiosk, kiosk: Kiosk) -> None:
    kiosk.day.close(STAFF)
    again = booth.open()
    assert not again.day.is_open()
    again.close()
    kiosk.close()
    data = bytearray((booth.folder / DATABASE).read_bytes())
    data[0] ^= 1
    (booth.folder / DATABASE).write_bytes(data)
    repaired = booth.open()
    assert len(repaired.notices.now()) == 1
    assert not repaired.day.is_open()
    repaired.close()


def test_the_text_is_signed_by_the_kiosk_and_says_the_same(kiosk: Kiosk) -> None:
    closed = kiosk.day.close(STAFF)
    assert closed.text.startswith("SMW:")
    assert set(closed.text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")  # a small QR: alphanumeric mode
    assert read_witness(closed.text, kiosk.key.public) == closed.witness
    with pytest.raises(SignatureRefused):
        read_witness(closed.text, SigningKey.generate().public)


def test_the_last_witness_can_be_had_again_as_it_was(booth: LoneKiosk, kiosk: Kiosk) -> None:
    kiosk.day.open(STAFF)
    closed = kiosk.day.close(STAFF)
    kiosk.suggesting.submit(Draft(text="later"), "zh")
    assert kiosk.day.latest() == closed


def test_every_staff_action_is_an_entry_with_who_did_it(kiosk: Kiosk) -> None:
    kiosk.day.open(STAFF)
    kiosk.day.close(STAFF)
    entries = [decode_entry(data) for data in kiosk.journal.entries()]
    assert [(e.kind, e.body["act"], e.body["by"]) for e in entries] == [
        (Kind.STAFF, "open-day", STAFF),
        (Kind.STAFF, "close-day", STAFF),
    ]


def test_a_changed_entry_is_found_when_the_day_is_opened_and_repaired_by_a_restart(
    booth: LoneKiosk, kiosk: Kiosk
) -> None:
    for person in range(5):
        visit(booth, kiosk, person, ("fgw",))
    head = kiosk.journal.head()
    kiosk.journal.accept(acknowledged(head.epoch, head.seq, head.hash))  # a start does not read this far back any more
    with kiosk.journal.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE journal SET entry = x'00' WHERE seq = 3")
    with pytest.raises(StorageDamaged):
        kiosk.day.open(STAFF)
    again = booth.open()
    assert len(again.notices.now()) == 1
    again.day.open(STAFF)
    again.close()


def test_the_page_says_all_of_it_in_both_languages_and_draws_the_code(booth: LoneKiosk, kiosk: Kiosk) -> None:
    visit(booth, kiosk, 1, ("fgw", "kjj"))
    closed = kiosk.day.close(STAFF)
    html = page(closed, "市南区")
    for part in ("<svg", "市南区", "v01-1", closed.witness.head_hash.hex()[:8], "Closing", "收场", ">2<"):
        assert part in html
    assert "<script" not in html
