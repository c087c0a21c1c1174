"""Following a suggestion by its receipt, offline, and honest about how old the answer is."""

from __future__ import annotations

import pytest
from booths import NOON, Booth
from form_samples import words

from kiosk.crypto.signing import SigningKey
from kiosk.domain.journal import Kind
from kiosk.domain.receipt import ALPHABET, ReceiptError, group, parse_receipt, status_key
from kiosk.domain.suggestion import State, Status, Step
from kiosk.services.following import Found, ReceiptUnknown
from kiosk.services.suggesting import Draft
from kiosk.storage.epochs import Ended

ELSEWHERE = "9Q4M2P7X3V"
STATUS = Status(words("校门口停车"), "jtj", (Step(State.RECEIVED, "2021-12-15", words("已受理")),))


def handed_in(booth: Booth, text: str = "请设即停即走区") -> str:
    return booth.kiosk.suggesting.submit(Draft(text), "zh").receipt


def test_a_suggestion_waiting_on_this_kiosk_is_found_before_any_sync(booth: Booth) -> None:
    code = handed_in(booth)
    assert booth.restart().following.find(code) == Found(code, None, None)


def test_a_status_is_found_by_the_receipt_however_it_is_typed(booth: Booth) -> None:
    code = handed_in(booth)
    booth.publish_statuses({status_key(code): STATUS})
    for typed in (code, group(code), f" {group(code).lower()} ", code.replace("0", "O").replace("1", "l")):
        assert booth.kiosk.following.find(typed) == Found(code, STATUS, NOON)


def test_a_suggestion_handed_in_elsewhere_is_found_once_its_status_has_come(booth: Booth) -> None:
    code = with_check(ELSEWHERE)
    with pytest.raises(ReceiptUnknown) as caught:
        booth.kiosk.following.find(code)
    assert caught.value.as_of is None
    booth.publish_statuses({status_key(code): STATUS}, as_of=NOON + 5)
    assert booth.kiosk.following.find(code).status == STATUS


def test_an_unknown_receipt_says_as_of_when(booth: Booth) -> None:
    booth.publish_statuses({}, as_of=NOON - 7)
    with pytest.raises(ReceiptUnknown) as caught:
        booth.kiosk.following.find(with_check(ELSEWHERE))
    assert caught.value.as_of == NOON - 7


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "too-short"), ("7K4M", "too-short"), ("7K4M2P9X3FF", "too-long"), ("7K4M2P9X3*", "bad-character")],
)
def test_a_code_that_cannot_be_a_receipt_is_refused_with_its_reason(booth: Booth, typed: str, code: str) -> None:
    with pytest.raises(ReceiptError) as caught:
        booth.kiosk.following.find(typed)
    assert caught.value.code == code


def test_one_wrong_character_is_noticed(booth: Booth) -> None:
    code = handed_in(booth)
    wrong = ("A" if code[3] != "A" else "B").join((code[:3], code[4:]))
    with pytest.raises(ReceiptError, match="bad-check"):
        booth.kiosk.following.find(wrong)


def test_a_ballots_receipt_is_no_suggestion(booth: Booth) -> None:
    code = booth.kiosk.voting.cast(booth.credential(), {"fgw": 1}).receipt
    with pytest.raises(ReceiptUnknown):
        booth.kiosk.following.find(code)


def test_a_receipt_is_found_in_a_long_journal(booth: Booth) -> None:
    code = handed_in(booth)
    for _ in range(510):
        booth.kiosk.opinions.record(17, "answered")
    last = handed_in(booth, "请多设长椅")
    assert booth.kiosk.following.find(code).code == code
    assert booth.kiosk.following.find(last).code == last


def test_statuses_signed_by_somebody_else_are_not_shown(booth: Booth) -> None:
    code = handed_in(booth)
    booth.publish_statuses({status_key(code): STATUS}, key=SigningKey(b"x" * 32))
    assert booth.kiosk.following.find(code) == Found(code, None, None)


def with_check(code: str) -> str:
    """The code with the check character that makes it a receipt."""
    for character in ALPHABET:
        if is_receipt(code[:9] + character):
            return code[:9] + character
    raise AssertionError(code)


def is_receipt(code: str) -> bool:
    try:
        return parse_receipt(code) == code
    except ReceiptError:
        return False


def test_a_receipt_of_an_ended_epoch_is_still_this_kiosks(booth: Booth) -> None:
    """After a fork, or a database that was damaged, the journal goes on under another epoch."""
    code = handed_in(booth)
    with booth.kiosk.journal.engine.begin() as connection:
        booth.kiosk.journal.begin_epoch(connection, Ended.FORKED)
    assert booth.kiosk.following.find(code) == Found(code, None, None)


def test_a_receipt_of_an_entry_that_only_a_rescue_kept_is_still_this_kiosks(booth: Booth) -> None:
    code = handed_in(booth)
    (entry,) = booth.kiosk.journal.entries()
    (folder := booth.folder / "other").mkdir()
    other = Booth(folder)
    rescued = {"epoch": bytes(16), "seq": 1, "entry": entry}
    for body in ({"entry": b"\xff"}, {}, rescued):
        other.kiosk.journal.record(Kind.RESCUED, body)
    assert other.kiosk.following.find(code) == Found(code, None, None)
    other.close()
