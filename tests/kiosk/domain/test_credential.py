"""The credential's payload and the order in which a genuine card is refused."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.canonical import EncodingError, encode
from kiosk.domain.credential import (
    Credential,
    CredentialRefused,
    Refusal,
    Role,
    check_credential,
    decode_credential,
    encode_credential,
)

CREDENTIALS = st.builds(
    Credential,
    st.text(max_size=20),
    st.binary(min_size=10, max_size=10),
    st.sampled_from(Role),
    st.text(max_size=20),
    st.text(max_size=8),
    st.integers(0, 2**62),
)
CARD = Credential("qd2021", b"0123456789", Role.REPRESENTATIVE, "enterprise", "v01", 1000)


@given(CREDENTIALS)
def test_a_credential_comes_back(credential: Credential) -> None:
    assert decode_credential(encode_credential(credential)) == credential


@pytest.mark.parametrize(
    "payload",
    [b"", b"\xff", encode([]), encode("SM1"), encode({}), encode({"1": "qd2021"})],
)
def test_what_is_no_credential_is_refused(payload: bytes) -> None:
    with pytest.raises(EncodingError):
        decode_credential(payload)


def test_the_number_on_the_card_is_the_beginning_of_its_id() -> None:
    assert CARD.card_number == "3031 3233"


FAULTS: dict[Refusal, dict[str, object]] = {
    Refusal.OTHER_CAMPAIGN: {"campaign": "qd2022"},
    Refusal.REPLACED: {"replaced": {CARD.id}},
    Refusal.REVOKED: {"revoked": {CARD.id}},
    Refusal.EXPIRED: {"now": 1001},
    Refusal.WRONG_ROLE: {"roles": {Role.STAFF}},
}
"""In the order in which a person hears of them."""


def refusal_of(**changes: object) -> Refusal | None:
    usual: dict[str, object] = {"campaign": "qd2021", "roles": set(Role), "now": 1000, "revoked": (), "replaced": ()}
    try:
        check_credential(CARD, **{**usual, **changes})  # type: ignore[arg-type]
    except CredentialRefused as refused:
        return refused.reason
    return None


def test_a_card_is_good_up_to_its_last_second() -> None:
    assert refusal_of() is None


@pytest.mark.parametrize("number", range(1, len(FAULTS) + 1))
def test_of_several_faults_the_first_in_the_order_is_told(number: int) -> None:
    for faults in itertools.combinations(FAULTS, number):
        changes = {name: value for fault in faults for name, value in FAULTS[fault].items()}
        assert refusal_of(**changes) is faults[0]


def test_an_expired_card_says_until_when_it_was_good() -> None:
    with pytest.raises(CredentialRefused) as refused:
        check_credential(CARD, campaign="qd2021", roles=set(Role), now=2000, revoked=(), replaced=())
    assert refused.value.not_after == 1000


@given(CREDENTIALS, st.integers(0, 2**62))
def test_a_card_is_refused_exactly_when_its_time_is_over(credential: Credential, now: int) -> None:
    place = {"campaign": credential.campaign, "roles": {credential.role}, "revoked": (), "replaced": ()}
    if now <= credential.not_after:
        check_credential(credential, now=now, **place)
    else:
        with pytest.raises(CredentialRefused, match="expired"):
            check_credential(credential, now=now, **place)
