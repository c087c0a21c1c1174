"""Suggestions: padded words, info that binds them, and the way from received to answered."""

from __future__ import annotations

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.canonical import EncodingError, encode, pad
from kiosk.domain.suggestion import (
    BLOCK,
    CLOSED,
    NEXT,
    State,
    Status,
    Step,
    Suggestion,
    decode_suggestion,
    encode_suggestion,
    suggestion_info,
)
from kiosk.domain.words import Bilingual

WORDS = st.text(min_size=1, max_size=1000).filter(str.strip)


@given(WORDS, st.none() | st.text(max_size=40), st.none() | st.text(max_size=20), st.none() | st.integers(1, 61))
def test_a_suggestion_comes_back(text: str, name: str | None, phone: str | None, problem: int | None) -> None:
    suggestion = Suggestion(text, 60, "zh", None, problem, name, phone)
    plaintext = encode_suggestion(suggestion)
    assert decode_suggestion(plaintext) == suggestion
    assert len(plaintext) % BLOCK == 0


def test_the_length_does_not_tell_who_left_a_name() -> None:
    anonymous = Suggestion("路口太窄", 60, "zh")
    named = Suggestion("路口太窄", 60, "zh", name="王某某", phone="13800000000")
    assert len(encode_suggestion(anonymous)) == len(encode_suggestion(named))


@pytest.mark.parametrize("text", ["", " ", "\n\t", "\u3000"])
def test_a_suggestion_without_words_is_refused(text: str) -> None:
    with pytest.raises(EncodingError, match="wrong-shape"):
        decode_suggestion(encode_suggestion(Suggestion(text, 60, "zh")))


@pytest.mark.parametrize("plaintext", [b"", bytes(BLOCK), pad(b"\xff", BLOCK), pad(encode({"text": "a"}), BLOCK)])
def test_other_bytes_are_no_suggestion(plaintext: bytes) -> None:
    with pytest.raises(EncodingError):
        decode_suggestion(plaintext)


def test_info_binds_words_to_campaign_and_envelope() -> None:
    infos = {suggestion_info(campaign, envelope) for campaign in ("a", "b") for envelope in (b"x", b"y")}
    assert len(infos) == 4


def reachable(start: State) -> set[State]:
    seen, waiting = {start}, deque([start])
    while waiting:
        for state in NEXT[waiting.popleft()] - seen:
            seen.add(state)
            waiting.append(state)
    return seen


def test_every_state_has_a_next_one_and_nothing_returns_to_received() -> None:
    assert set(NEXT) == set(State)
    assert all(NEXT.values())
    assert State.RECEIVED not in set().union(*NEXT.values())


def test_every_suggestion_can_be_closed_in_every_way_and_reopened() -> None:
    assert reachable(State.RECEIVED) == set(State)
    for state in CLOSED:
        assert NEXT[state] == {State.IN_HAND}


def test_adopting_and_explaining_come_only_after_a_reply() -> None:
    for state in (State.ADOPTED, State.EXPLAINED):
        assert {before for before in State if state in NEXT[before]} == {State.REPLIED}


def test_it_stands_where_its_last_step_is() -> None:
    words = Bilingual("无", "none")
    steps = (Step(State.RECEIVED, "2021-12-15", words), Step(State.FORWARDED, "2021-12-16", words))
    assert Status(words, None, steps).state is State.FORWARDED
