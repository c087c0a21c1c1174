"""A status list that is read status by status says what the whole list says, and lasts when one cannot be read."""

from __future__ import annotations

import secrets
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kiosk.domain.campaign import Bilingual
from kiosk.domain.canonical import EncodingError, count_at, decode_at, encode, encode_message, to_map
from kiosk.domain.heads import has_tag
from kiosk.domain.held_statuses import hold_statuses
from kiosk.domain.suggestion import State, Status, StatusList, Step

STATUS = Status(
    Bilingual("路灯", "Street lamps"), "csj", (Step(State.RECEIVED, "2021-12-15", Bilingual("已收到", "Got")),)
)


def key(number: int) -> bytes:
    return number.to_bytes(16, "big")


def listed(statuses: dict[bytes, Status], **more: object) -> bytes:
    return encode(to_map(StatusList("qd2021", 7, 1_639_800_000, statuses)) | more)


def other_statuses(statuses: object) -> bytes:
    return encode(to_map(StatusList("qd2021", 7, 0, {})) | {"statuses": statuses})


@pytest.mark.parametrize("count", [0, 1, 23, 24, 255, 256, 70_000])
def test_it_finds_what_the_whole_list_holds(count: int) -> None:
    statuses = {key(number): replace(STATUS, department=str(number)) for number in range(count)}
    held = hold_statuses(listed(statuses))
    assert (held.campaign, held.version, held.as_of, held.count) == ("qd2021", 7, 1_639_800_000, count)
    for number in {0, count // 2, count - 1} & set(range(count)):
        assert held.find(key(number)) == statuses[key(number)]
    assert held.find(key(count)) is None


def test_fields_of_a_later_version_are_passed_over_wherever_they_are() -> None:
    later = {"a": {"statuses": 1}, "by": [b"x", "statuses"], "something longer": {"x": 1}}
    assert hold_statuses(listed({key(1): STATUS}, **later)).find(key(1)) == STATUS


def test_a_status_of_a_later_version_is_unknown_and_the_others_hold() -> None:
    strange = to_map(STATUS) | {"steps": [{"state": "handed on to the province", "on": "", "note": {}}]}
    held = hold_statuses(other_statuses({key(1): strange, key(2): to_map(STATUS)}))
    assert held.find(key(1)) is None
    assert held.find(key(2)) == STATUS


def test_bytes_of_a_key_within_a_text_are_not_taken_for_it() -> None:
    sought = b"0123456789abcdef"
    before = replace(STATUS, summary=Bilingual("P" + sought.decode(), "P" + sought.decode()))
    held = hold_statuses(listed({key(1): before, sought: STATUS}))
    assert held.find(sought) == STATUS


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b"", "wrong-shape"),
        (encode([1]), "wrong-shape"),
        (encode({"campaign": "qd2021", "as_of": 1, "version": 1}), "wrong-shape"),
        (encode({"campaign": "qd2021", "as_of": 1, "statuses": {}}), "wrong-shape"),
        (encode({"campaign": 5, "as_of": 1, "version": 1, "statuses": {}}), "wrong-shape"),
        (listed({}).replace(b"statuses\xa0", b"statuses\x80"), "wrong-shape"),
        (other_statuses({"text": 1}), "wrong-shape"),
        (other_statuses({b"short": 1}), "wrong-shape"),
        (listed({}).replace(b"as_of\x1a", b"as_of\x1b\0\0\0\0"), "not-canonical"),
        (listed({}).replace(b"statuses\xa0", b"statuses\xb8\x00"), "not-canonical"),
        (listed({key(1): STATUS}, a=1).replace(b"aa\x01", b"aa\xc1\x01"), "not-plain"),
        (listed({})[:9], "not-cbor"),
    ],
)
def test_what_is_no_list_is_refused(payload: bytes, code: str) -> None:
    with pytest.raises(EncodingError) as refused:
        hold_statuses(payload)
    assert refused.value.code == code


@given(st.binary(max_size=200), st.integers(0, 200))
def test_any_bytes_at_any_place_are_read_or_refused(data: bytes, at: int) -> None:
    assume(not has_tag(data))
    for read in (decode_at, count_at):
        try:
            _, end = read(data, at)
        except EncodingError:
            continue
        assert at < end <= len(data)


@given(st.binary(max_size=400))
def test_any_bytes_in_a_list_are_read_or_refused(middle: bytes) -> None:
    good = encode_message(StatusList("qd2021", 7, 0, {key(1): STATUS, key(2): STATUS}))
    place = len(good) // 2
    try:
        hold_statuses(good[:place] + middle + good[place:]).find(key(2))
    except EncodingError:
        return


def test_two_lists_are_the_same_if_their_bytes_are() -> None:
    one = listed({secrets.token_bytes(16): STATUS})
    assert hold_statuses(one) == hold_statuses(bytes(bytearray(one)))
    assert hold_statuses(one) != hold_statuses(listed({}))
