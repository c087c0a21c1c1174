"""Cards: from a credential to the text of a QR and back; foreign, damaged and forged ones are told apart."""

from __future__ import annotations

import base45
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.crypto.cards import issue, read_card
from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.credential import MAX_TEXT, PREFIX, Credential, CredentialRefused, Refusal, Role, encode_credential

KEY, OTHER = SigningKey(b"\x01" * 32), SigningKey(b"\x02" * 32)
CARD = Credential("qd2021", bytes(range(10)), Role.REPRESENTATIVE, "enterprise", "v01", 1_955_519_999)
TEXT = issue(CARD, KEY)
QR_ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
NAMES = st.text(alphabet="abcdefghij0123456789-", max_size=12)


def refusal_of(text: str, key: SigningKey = KEY) -> Refusal:
    with pytest.raises(CredentialRefused) as refused:
        read_card(text, key.public)
    return refused.value.reason


@given(NAMES, st.binary(min_size=10, max_size=10), st.sampled_from(Role), NAMES, NAMES, st.integers(0, 2**40))
def test_a_card_comes_back(campaign: str, id: bytes, role: Role, category: str, venue: str, until: int) -> None:
    credential = Credential(campaign, id, role, category, venue, until)
    text = issue(credential, KEY)
    assert read_card(text, KEY.public) == credential
    assert len(text) <= MAX_TEXT


def test_its_text_fits_a_qr_of_version_9_at_level_q() -> None:
    assert set(TEXT) <= QR_ALPHANUMERIC
    assert len(TEXT) <= 189  # ISO/IEC 18004, table 7: alphanumeric capacity of 9-Q


@given(st.data())
def test_every_changed_character_is_refused_as_damaged_or_forged(data: st.DataObject) -> None:
    place = data.draw(st.integers(len(PREFIX), len(TEXT) - 1))
    other = data.draw(st.sampled_from(sorted(QR_ALPHANUMERIC - {TEXT[place]})))
    text = TEXT[:place] + other + TEXT[place + 1 :]
    if text.strip() != TEXT:
        assert refusal_of(text) in {Refusal.DAMAGED, Refusal.FORGED}


@pytest.mark.parametrize("length", range(len(PREFIX), len(TEXT), 7))
def test_a_card_read_halfway_is_damaged(length: int) -> None:
    assert refusal_of(TEXT[:length]) is Refusal.DAMAGED


@given(st.text(max_size=40).filter(lambda text: not text.strip().startswith(PREFIX)))
def test_another_qr_is_not_ours(text: str) -> None:
    assert refusal_of(text) is Refusal.NOT_OURS


@given(st.text(max_size=500))
def test_whatever_follows_our_prefix_is_refused_and_not_a_crash(text: str) -> None:
    assert refusal_of(PREFIX + text) in {Refusal.DAMAGED, Refusal.FORGED}


def test_another_organisers_card_is_forged() -> None:
    assert refusal_of(TEXT, OTHER) is Refusal.FORGED


@pytest.mark.parametrize("purpose", sorted(set(Purpose) - {Purpose.CREDENTIAL}))
def test_nothing_else_that_the_organiser_signs_is_a_card(purpose: Purpose) -> None:
    message = sign(encode_credential(CARD), purpose, KEY, name_key=False)
    assert refusal_of(PREFIX + base45.b45encode(message).decode("ascii")) is Refusal.FORGED


def test_the_same_bytes_in_another_base45_text_are_damaged() -> None:
    message = base45.b45decode(TEXT[len(PREFIX) :])
    assert base45.b45encode(message).decode("ascii") == TEXT[len(PREFIX) :]
    for text in (TEXT + " A", TEXT + "0", TEXT[: len(PREFIX)] + " " + TEXT[len(PREFIX) :], PREFIX + TEXT[4:].lower()):
        assert refusal_of(text) is Refusal.DAMAGED
