"""Entries, the chain over them, and what a bundle must be."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.canonical import EncodingError, decode_message, encode, encode_message
from kiosk.domain.journal import (
    MAX_BUNDLE_BYTES,
    MAX_ENTRIES,
    MAX_ENTRY_BYTES,
    Attendance,
    Bundle,
    body_bytes,
    chain,
    chain_all,
    check_bundle,
    decode_entry,
    encode_entry,
    genesis,
)

EPOCH = bytes(16)
ENTRIES = st.lists(st.binary(max_size=30), min_size=1, max_size=6)


def bundle(*entries: bytes, first: int = 1, prev: bytes | None = None) -> Bundle:
    start = genesis("v01-1", EPOCH) if prev is None else prev
    return Bundle(1, "qd2021", "v01-1", EPOCH, first, start, entries, chain_all(start, entries))


@given(st.integers(1, 2**62), st.text(max_size=20), st.dictionaries(st.text(max_size=5), st.binary(max_size=9)))
def test_an_entry_comes_back(seq: int, kind: str, body: dict[str, bytes]) -> None:
    entry = decode_entry(encode_entry(seq, kind, body))
    assert (entry.v, entry.seq, entry.kind, entry.body) == (1, seq, kind, body)


BODIES = st.dictionaries(st.text(max_size=5), st.binary(max_size=300) | st.integers(0, 2**40), max_size=4)


@given(st.integers(0, 2**62) | st.sampled_from([23, 24, 255, 256, 65535, 65536]), st.text(max_size=30), BODIES)
def test_a_body_is_cut_out_of_its_entry(seq: int, kind: str, body: dict[str, bytes | int]) -> None:
    data = encode_entry(seq, kind, body)
    assert body_bytes(decode_entry(data), data) == encode(body)


@given(BODIES)
def test_a_body_is_found_beside_a_field_of_a_later_version(body: dict[str, bytes | int]) -> None:
    data = encode({"v": 1, "seq": 7, "kind": "cast", "body": body, "more": [1]})
    assert body_bytes(decode_entry(data), data) == encode(body)


def test_an_entry_that_no_bundle_could_carry_is_not_written() -> None:
    with pytest.raises(EncodingError, match="too-large"):
        encode_entry(1, "cast", {"a": bytes(MAX_ENTRY_BYTES)})


@pytest.mark.parametrize("session", [None, 1])
def test_attendance_is_read_with_and_without_a_session(session: int | None) -> None:
    attendance = Attendance(b"0123456789", "representative", "enterprise", 7, "card", session)
    assert decode_message(Attendance, encode_message(attendance)) == attendance


def test_the_chain_is_sha256_over_the_hash_before_and_the_bytes() -> None:
    assert chain(b"a" * 32, b"entry") == hashlib.sha256(b"a" * 32 + b"entry").digest()
    assert chain_all(b"a" * 32, [b"x", b"y"]) == chain(chain(b"a" * 32, b"x"), b"y")


def test_every_kiosk_and_every_epoch_starts_elsewhere() -> None:
    starts = {genesis("v01-1", EPOCH), genesis("v01-2", EPOCH), genesis("v01-1", b"\x01" * 16), genesis("v01-1", b"")}
    assert len(starts) == 4


@given(ENTRIES, st.data())
def test_a_change_a_deletion_or_another_order_changes_the_head(entries: list[bytes], data: st.DataObject) -> None:
    head, place = chain_all(EPOCH, entries), data.draw(st.integers(0, len(entries) - 1))
    changed = [*entries[:place], entries[place] + b"\x00", *entries[place + 1 :]]
    shorter = entries[:place] + entries[place + 1 :]
    assert chain_all(EPOCH, changed) != head
    assert chain_all(EPOCH, shorter) != head
    if entries[::-1] != entries:
        assert chain_all(EPOCH, entries[::-1]) != head


@given(ENTRIES)
def test_a_bundle_whose_chain_holds_is_accepted(entries: list[bytes]) -> None:
    check_bundle(bundle(*entries))
    check_bundle(bundle(*entries, first=9, prev=b"p" * 32))
    assert decode_message(Bundle, encode_message(bundle(*entries))) == bundle(*entries)


def test_a_bundle_without_entries_is_accepted() -> None:
    check_bundle(bundle())
    check_bundle(bundle(first=7, prev=b"p" * 32))


def test_as_much_as_fits_is_accepted() -> None:
    check_bundle(bundle(*[b"x" * (MAX_BUNDLE_BYTES // MAX_ENTRIES)] * MAX_ENTRIES))


GOOD = bundle(b"one", b"two")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (replace(GOOD, v=2), "unknown-version"),
        (replace(GOOD, epoch=bytes(15)), "wrong-shape"),
        (replace(GOOD, prev_hash=bytes(31)), "wrong-shape"),
        (replace(GOOD, first_seq=0), "wrong-shape"),
        (replace(GOOD, spent_cursor=-1), "wrong-shape"),
        (replace(GOOD, entries=(b"two", b"one")), "broken-chain"),
        (replace(GOOD, entries=(b"one",)), "broken-chain"),
        (replace(GOOD, head_hash=bytes(32)), "broken-chain"),
        (bundle(b"one", prev=b"p" * 32), "broken-chain"),
        (replace(GOOD, kiosk="v01-2"), "broken-chain"),
        (bundle(*[b""] * (MAX_ENTRIES + 1)), "too-large"),
        (bundle(bytes(MAX_BUNDLE_BYTES + 1)), "too-large"),
    ],
)
def test_a_bundle_that_is_not_right_is_refused(wrong: Bundle, code: str) -> None:
    with pytest.raises(EncodingError, match=code):
        check_bundle(wrong)
