"""Suggestions: anybody's words, sealed to the intake key, with a receipt; what cannot be taken is said at once."""

from __future__ import annotations

import pytest
from booths import NOON, Booth
from organiser_samples import INTAKE_KEY, TALLY_KEY

from kiosk.crypto.sealing import SealRefused, open_sealed
from kiosk.domain.canonical import read
from kiosk.domain.journal import Kind
from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import SealedSuggestion, suggestion_info
from kiosk.services.library import NothingPublished
from kiosk.services.suggesting import Draft, SuggestionRefused

WORDS = "校门口请设即停即走区"


def test_words_are_sealed_to_the_intake_key_and_are_there_after_a_restart(booth: Booth) -> None:
    draft = Draft(f"  {WORDS}\n", "jtj", 17, " 王女士 ", "+86 138-0000-0000")
    recorded = booth.kiosk.suggesting.submit(draft, "zh")
    booth.restart()
    (entry,) = booth.entries()
    found = booth.suggestion(entry)
    assert (found.text, found.department, found.problem) == (WORDS, "jtj", 17)
    assert (found.name, found.phone, found.language) == ("王女士", "+86 138-0000-0000", "zh")
    assert recorded.receipt == receipt_code(read(SealedSuggestion, entry.body).encoded())


def test_an_anonymous_suggestion_has_no_name_and_only_the_minute(booth: Booth) -> None:
    booth.now = NOON + 59.9
    booth.kiosk.suggesting.submit(Draft(WORDS), "en")
    found = booth.suggestion(booth.entries()[0])
    assert (found.name, found.phone, found.department, found.problem) == (None, None, None, None)
    assert found.at == NOON


def test_a_suggestion_opens_with_the_intake_key_alone_and_in_its_own_envelope(booth: Booth) -> None:
    for text in (WORDS, "请多设长椅"):
        booth.kiosk.suggesting.submit(Draft(text), "zh")
    first, second = (read(SealedSuggestion, entry.body) for entry in booth.entries(Kind.SUGGESTION))
    assert first.envelope != second.envelope
    with pytest.raises(SealRefused):
        open_sealed(first.sealed, TALLY_KEY, suggestion_info("qd2021", first.envelope))
    with pytest.raises(SealRefused):
        open_sealed(first.sealed, INTAKE_KEY, suggestion_info("qd2021", second.envelope))


def test_the_length_does_not_tell_a_named_suggestion_from_an_anonymous_one(booth: Booth) -> None:
    for draft in (Draft("好"), Draft(WORDS * 9, "jtj", 17, "王" * 40, "138 0000 0000")):
        booth.kiosk.suggesting.submit(draft, "zh")
    assert len({len(entry.body["sealed"]) for entry in booth.entries()}) == 1


def test_the_same_words_twice_are_two_suggestions_with_two_receipts(booth: Booth) -> None:
    receipts = {booth.kiosk.suggesting.submit(Draft(WORDS), "zh").receipt for _ in range(2)}
    assert len(receipts) == len(booth.entries()) == 2


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft(), "no-words"),
        (Draft(" \n\t"), "no-words"),
        (Draft("……！？"), "no-words"),
        (Draft("字" * 1001), "too-long"),
        (Draft(WORDS, name="王" * 41), "bad-name"),
        (Draft(WORDS, phone="123456"), "bad-phone"),
        (Draft(WORDS, phone="1" * 21), "bad-phone"),
        (Draft(WORDS, phone="call me"), "bad-phone"),
        (Draft(WORDS, phone="138\n0000000"), "bad-phone"),
    ],
)
def test_what_cannot_be_taken_is_said_and_nothing_is_recorded(booth: Booth, draft: Draft, code: str) -> None:
    with pytest.raises(SuggestionRefused) as checked:
        booth.kiosk.suggesting.check(draft)
    with pytest.raises(SuggestionRefused) as submitted:
        booth.kiosk.suggesting.submit(draft, "zh")
    assert (checked.value.code, submitted.value.code) == (code, code)
    assert booth.entries() == []


@pytest.mark.parametrize(
    "draft",
    [Draft("字" * 1000), Draft("  " + "字" * 1000 + "\n"), Draft(WORDS, name="王" * 40), Draft(WORDS, phone="1234567")],
)
def test_what_just_fits_is_taken(booth: Booth, draft: Draft) -> None:
    booth.kiosk.suggesting.submit(draft, "zh")
    assert booth.suggestion(booth.entries()[0]).text == draft.text.strip()


def test_without_content_nothing_is_taken(empty_booth: Booth) -> None:
    with pytest.raises(NothingPublished):
        empty_booth.kiosk.suggesting.submit(Draft(WORDS), "zh")
    assert empty_booth.entries() == []


def test_names_numbers_and_words_are_nowhere_on_the_disk(booth: Booth) -> None:
    booth.kiosk.suggesting.submit(Draft(WORDS, name="王晓明", phone="13800001234"), "zh")
    everything = booth.everything()
    for secret in ("即停即走", "王晓明", "13800001234"):
        for encoding in ("utf-8", "utf-16-le", "gb18030"):
            assert secret.encode(encoding) not in everything
