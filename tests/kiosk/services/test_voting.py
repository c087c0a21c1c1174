"""Ratings: cast once, in as many visits as one likes, sealed alone, and nothing half done."""

from __future__ import annotations

import pytest
from booths import NOON, Booth, open_rating
from organiser_samples import TALLY_KEY

from kiosk.crypto.sealing import SealRefused
from kiosk.domain.ballot import FORM, Cast, decode_rating, mark_salt, rating_info, spent_mark
from kiosk.domain.campaign import Mode
from kiosk.domain.canonical import read
from kiosk.domain.credential import CredentialRefused, Refusal, Role
from kiosk.domain.journal import Kind
from kiosk.domain.receipt import receipt_code
from kiosk.services.voting import AlreadyCast, NothingMarked, VotingClosed

MORNING = 1_639_443_600
"""14 December 2021, 9:00: the first session begins (fgw, kjj); the second begins at 14:00 (jyj, jtj)."""
AFTERNOON = MORNING + 5 * 3600
OPENS, CLOSES = 1_638_288_000, 1_956_499_199


def marks_in(cast: Cast) -> dict[str, int]:
    return {
        department: decode_rating(open_rating(box, rating_info("qd2021", FORM, 1, department)))
        for department, box in cast.sealed.items()
    }


def casts(booth: Booth) -> list[Cast]:
    return [read(Cast, entry.body) for entry in booth.entries(Kind.CAST)]


def assert_nothing_happened(booth: Booth) -> None:
    assert booth.entries() == []
    assert booth.spent() == set()


def test_what_is_cast_is_sealed_to_the_tally_key_and_is_there_after_a_restart(booth: Booth) -> None:
    recorded = booth.kiosk.voting.cast(booth.credential(), {"fgw": 1, "jtj": 3})
    kiosk = booth.restart()
    (cast,) = casts(booth)
    assert marks_in(cast) == {"fgw": 1, "jtj": 3}
    assert recorded.count == 2
    assert recorded.receipt == receipt_code(cast.encoded())
    assert kiosk.voting.spent(booth.credential()) == {"fgw", "jtj"}


def test_the_envelope_says_who_and_under_which_rules_and_neither_when_nor_what(booth: Booth) -> None:
    booth.kiosk.voting.cast(booth.credential(7), {"fgw": 1})
    (entry,) = booth.entries()
    assert set(entry.body) == {
        "campaign",
        "credential",
        "envelope",
        "form",
        "form_version",
        "pack",
        "mode",
        "suite",
        "key",
        "sealed",
    }
    (cast,) = casts(booth)
    assert (cast.credential, cast.form, cast.form_version) == (booth.credential(7).id, FORM, 1)
    assert (cast.pack, cast.mode) == (booth.kiosk.library.published.pack, Mode.LIVE)
    assert (cast.key, len(cast.envelope)) == (TALLY_KEY.public.id, 16)


def test_every_mark_is_sealed_alone_at_one_length_and_opens_only_in_its_place(booth: Booth) -> None:
    for number, code in enumerate((1, 2, 3, 4)):
        booth.kiosk.voting.cast(booth.credential(number), {"fgw": code, "kjj": code})
    boxes = [box for cast in casts(booth) for box in cast.sealed.values()]
    assert {len(box) for box in boxes} == {80}
    assert len(set(boxes)) == 8
    with pytest.raises(SealRefused):
        open_rating(casts(booth)[0].sealed["fgw"], rating_info("qd2021", FORM, 1, "kjj"))


def test_a_ballot_may_be_cast_in_several_visits_and_each_finds_what_was_cast(booth: Booth) -> None:
    credential = booth.credential()
    assert booth.kiosk.voting.spent(credential) == frozenset()
    booth.kiosk.voting.cast(credential, {"fgw": 1})
    booth.restart().voting.cast(credential, {"kjj": 2, "jyj": 4})
    assert booth.restart().voting.spent(credential) == {"fgw", "kjj", "jyj"}
    booth.kiosk.voting.cast(credential, {"jtj": 2})
    assert [marks_in(cast) for cast in casts(booth)] == [{"fgw": 1}, {"kjj": 2, "jyj": 4}, {"jtj": 2}]


def test_a_rating_cast_twice_is_refused_and_nothing_is_spent(booth: Booth) -> None:
    booth.kiosk.voting.cast(booth.credential(), {"fgw": 1})
    before, entries = booth.spent(), booth.entries()
    with pytest.raises(AlreadyCast) as caught:
        booth.kiosk.voting.cast(booth.credential(), {"fgw": 3, "kjj": 2})
    assert caught.value.departments == {"fgw"}
    assert (booth.spent(), booth.entries()) == (before, entries)
    booth.kiosk.voting.cast(booth.credential(), {"kjj": 2})
    assert marks_in(casts(booth)[0]) == {"fgw": 1}


def test_a_rating_spent_elsewhere_is_refused_here_once_the_server_has_said_so(booth: Booth) -> None:
    salt = booth.kiosk.library.campaign.salt
    elsewhere = spent_mark(salt, booth.credential().id, FORM, "kjj")
    booth.acknowledge(NOON, spent=(elsewhere,))
    assert booth.kiosk.voting.spent(booth.credential()) == {"kjj"}
    with pytest.raises(AlreadyCast) as caught:
        booth.kiosk.voting.cast(booth.credential(), {"fgw": 1, "kjj": 1})
    assert caught.value.departments == {"kjj"}
    assert booth.entries() == []
    assert booth.spent() == {elsewhere}
    booth.kiosk.voting.cast(booth.credential(2), {"kjj": 1})


def test_practice_before_the_opening_spends_nothing_of_the_vote(booth: Booth) -> None:
    booth.publish(mode=Mode.REHEARSAL)
    booth.kiosk.voting.cast(booth.credential(), {"fgw": 1})
    assert booth.kiosk.voting.spent(booth.credential()) == {"fgw"}
    with pytest.raises(AlreadyCast):
        booth.kiosk.voting.cast(booth.credential(), {"fgw": 2})
    booth.publish(mode=Mode.LIVE)
    assert booth.kiosk.voting.spent(booth.credential()) == frozenset()
    booth.kiosk.voting.cast(booth.credential(), {"fgw": 3})
    with pytest.raises(AlreadyCast):
        booth.kiosk.voting.cast(booth.credential(), {"fgw": 4})
    assert [cast.mode for cast in casts(booth)] == [Mode.REHEARSAL, Mode.LIVE]


def test_practice_at_another_kiosk_spends_nothing_of_the_vote_either(booth: Booth) -> None:
    salt = mark_salt(booth.kiosk.library.campaign.salt, Mode.REHEARSAL)
    booth.acknowledge(NOON, spent=(spent_mark(salt, booth.credential().id, FORM, "fgw"),))
    booth.kiosk.voting.cast(booth.credential(), {"fgw": 1})
    assert len(casts(booth)) == 1


def test_spent_marks_say_nothing_about_the_mark(booth: Booth) -> None:
    booth.kiosk.voting.cast(booth.credential(1), {"fgw": 1})
    assert booth.spent() == {spent_mark(booth.kiosk.library.campaign.salt, booth.credential(1).id, FORM, "fgw")}


@pytest.mark.parametrize("marks", [{}, {"nowhere": 1}, {"fgw": 0}, {"fgw": 5}, {"fgw": 1, "kjj": 9}])
def test_marks_that_are_not_on_the_ballot_are_refused(booth: Booth, marks: dict[str, int]) -> None:
    with pytest.raises(NothingMarked):
        booth.kiosk.voting.cast(booth.credential(), marks)
    assert_nothing_happened(booth)


@pytest.mark.parametrize(
    ("now", "open_now"),
    [
        (OPENS, set()),
        (MORNING - 1, set()),
        (MORNING, {"fgw", "kjj"}),
        (AFTERNOON - 1, {"fgw", "kjj"}),
        (AFTERNOON, {"fgw", "kjj", "jyj", "jtj"}),
        (CLOSES, {"fgw", "kjj", "jyj", "jtj"}),
        (CLOSES + 1, set()),
    ],
)
def test_departments_open_when_their_session_begins_and_close_with_the_campaign(
    booth: Booth, now: int, open_now: set[str]
) -> None:
    booth.now = now
    assert booth.kiosk.voting.open_departments() == open_now


@pytest.mark.parametrize(
    ("now", "marks", "opens"),
    [
        (OPENS - 1, {"fgw": 1}, OPENS),
        (OPENS, {"fgw": 1}, MORNING),
        (MORNING, {"fgw": 1, "jtj": 2}, AFTERNOON),
        (MORNING - 1, {"jtj": 1, "fgw": 2}, MORNING),
    ],
)
def test_a_cast_that_comes_too_early_says_when_to_come_back(
    booth: Booth, now: int, marks: dict[str, int], opens: int
) -> None:
    booth.now = now
    with pytest.raises(VotingClosed) as caught:
        booth.kiosk.voting.cast(booth.credential(), marks)
    assert caught.value.opens == opens
    assert_nothing_happened(booth)


def test_after_the_campaign_nothing_can_be_cast(booth: Booth) -> None:
    booth.now = CLOSES + 1
    with pytest.raises(VotingClosed) as caught:
        booth.kiosk.voting.cast(booth.credential(not_after=CLOSES + 9), {"fgw": 1})
    assert caught.value.opens is None
    assert_nothing_happened(booth)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"role": Role.STAFF}, Refusal.WRONG_ROLE),
        ({"campaign": "qd2020"}, Refusal.OTHER_CAMPAIGN),
        ({"not_after": NOON - 1}, Refusal.EXPIRED),
    ],
)
def test_a_card_that_may_not_vote_casts_nothing(booth: Booth, changes: dict[str, object], reason: Refusal) -> None:
    with pytest.raises(CredentialRefused) as caught:
        booth.kiosk.voting.cast(booth.credential(**changes), {"fgw": 1})
    assert caught.value.reason is reason
    assert_nothing_happened(booth)


@pytest.mark.parametrize("list_, reason", [("revoked", Refusal.REVOKED), ("replaced", Refusal.REPLACED)])
def test_a_card_withdrawn_after_signing_in_casts_nothing(booth: Booth, list_: str, reason: Refusal) -> None:
    credential = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card())).credential
    booth.publish(**{list_: (credential.id,)})
    with pytest.raises(CredentialRefused) as caught:
        booth.kiosk.voting.cast(credential, {"fgw": 1})
    assert caught.value.reason is reason
    assert booth.entries(Kind.CAST) == []
    assert booth.spent() == set()
