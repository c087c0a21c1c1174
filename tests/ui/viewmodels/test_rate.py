"""Rating: marks in memory, what the way shows and the review alone shows, one cast, and what refuses it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from booths import NOON
from desks import Desk

from kiosk.domain.credential import Refusal
from kiosk.domain.journal import Kind
from ui.viewmodels.rate import RateModel
from ui.viewmodels.representative import RepresentativeModel, derive_sessions, next_session
from ui.viewmodels.sign_in import SignInModel


@pytest.fixture
def seated(desk: Desk, qapp: object) -> Desk:
    """A representative has signed in."""
    sign_in = desk.booth.kiosk.sign_in
    desk.visit.signed_in = sign_in.enter(sign_in.present(desk.booth.card()))
    return desk


def rating(desk: Desk, session: int = 1) -> RateModel:
    model = RateModel(desk.context, session)
    desk.executor.run_all()
    return model


def at_home(desk: Desk) -> RepresentativeModel:
    home = RepresentativeModel(desk.context)
    desk.executor.run_all()
    return home


def test_the_way_shows_that_something_is_chosen_and_never_what(seated: Desk) -> None:
    model = rating(seated)
    model.choose(3)
    assert model.steps == [{"chosen": True, "current": True}, {"chosen": False, "current": False}]


def test_the_same_mark_again_and_clearing_leave_it_blank(seated: Desk) -> None:
    model = rating(seated)
    model.choose(3)
    model.choose(3)
    assert model.chosen == 0
    model.choose(2)
    model.clearMark()
    assert model.chosen == 0 and model.chosenCount == 0


def test_who_comes_back_goes_on_where_they_stopped(seated: Desk) -> None:
    first = rating(seated)
    assert first.index == 0
    first.choose(3)
    assert rating(seated).index == 1
    first.mark(1, 2)
    assert rating(seated).index == 0, "all are marked: from the first one again"


def test_after_the_last_department_comes_the_review_and_it_names_what_is_blank(seated: Desk) -> None:
    model = rating(seated)
    model.forward()
    model.choose(1)
    model.forward()
    assert model.stage == "review"
    assert model.blankNames["zh"] == "市fgw局"
    assert [row["code"] for row in model.rows] == [0, 1]


def test_casting_happens_only_from_the_review_and_only_with_a_mark(seated: Desk) -> None:
    model = rating(seated)
    model.choose(1)
    model.cast()
    model.clearMark()
    model.review()
    model.cast()
    seated.executor.run_all()
    assert not model.busy and seated.booth.entries(Kind.CAST) == []


def test_one_cast_however_often_it_is_pressed_and_the_marks_are_forgotten(seated: Desk) -> None:
    model = rating(seated)
    model.choose(1)
    model.review()
    for _ in range(3):
        model.cast()
    model.choose(2)
    seated.executor.run_all()
    assert len(seated.booth.entries(Kind.CAST)) == 1
    screen, args = seated.opened[-1]
    assert (screen, args["count"], args["left"]) == ("receipt", 1, 1)
    assert seated.visit.marks == {}
    home = at_home(seated)
    assert (home.castCount, home.sessions[0]["state"], home.sessions[0]["dots"]) == (1, "partly", ["cast", "open"])


def test_what_was_rated_meanwhile_is_named_and_the_rest_can_still_be_cast(seated: Desk) -> None:
    model = rating(seated)
    model.mark(0, 1)
    model.mark(1, 2)
    model.review()
    assert seated.visit.signed_in is not None
    seated.booth.kiosk.voting.cast(seated.visit.signed_in.credential, {"fgw": 3})
    model.cast()
    seated.executor.run_all()
    assert (model.trouble, model.count, model.chosenCount) == ("already-cast", 1, 1)
    model.cast()
    seated.executor.run_all()
    assert seated.opened[-1][0] == "receipt"


def test_after_voting_has_closed_the_marks_are_still_there(seated: Desk) -> None:
    seated.booth.publish(not_after=datetime.fromtimestamp(NOON + 60, UTC))
    model = rating(seated)
    model.choose(1)
    model.review()
    seated.booth.now += 120
    model.cast()
    seated.executor.run_all()
    assert (model.trouble, model.chosenCount) == ("closed", 1)
    assert seated.booth.entries(Kind.CAST) == []


@pytest.mark.parametrize("reason", [Refusal.REVOKED, Refusal.REPLACED, Refusal.EXPIRED])
def test_a_card_refused_between_sign_in_and_cast_is_named_and_what_was_chosen_is_forgotten(
    seated: Desk, reason: Refusal
) -> None:
    model = rating(seated)
    model.choose(1)
    model.review()
    assert seated.visit.signed_in is not None
    credential = seated.visit.signed_in.credential
    if reason is Refusal.EXPIRED:
        seated.booth.publish(not_after=datetime.fromtimestamp(credential.not_after + 3600, UTC))
        seated.booth.now = credential.not_after + 60
    else:
        seated.booth.publish(**{reason.value: (credential.id,)})
    model.cast()
    seated.executor.run_all()
    (*_, home, (screen, args)) = seated.opened
    assert (home, screen) == (("home", {}), "sign-in")
    shown = SignInModel(seated.context, **args)
    assert (shown.stage, shown.refusal, shown.atCasting) == ("refused", reason.value, True)
    assert (seated.visit.signed_in, seated.visit.marks) == (None, {})
    assert seated.booth.entries(Kind.CAST) == [] and seated.booth.spent() == set()
    shown.dispose()


def test_who_helps_is_still_known_after_a_card_was_refused_at_casting(seated: Desk) -> None:
    model = rating(seated)
    model.choose(1)
    model.review()
    seated.visit.helper, seated.visit.alone = b"staff card", True
    assert seated.visit.signed_in is not None
    seated.booth.publish(revoked=(seated.visit.signed_in.credential.id,))
    model.cast()
    seated.executor.run_all()
    assert seated.visit.curtained


def test_back_from_the_review_keeps_the_chosen_layout(seated: Desk) -> None:
    model = rating(seated)
    model.setCompact(True)
    model.review()
    assert model.stepBack() and model.stage == "list"
    assert not model.stepBack()


def test_sessions_stand_as_cast_open_partly_or_later(seated: Desk) -> None:
    campaign = seated.context.campaign
    rows = derive_sessions(campaign, frozenset({"fgw", "kjj"}), frozenset({"fgw", "kjj"}), NOON - 10**6)
    assert [row["state"] for row in rows] == ["cast", "later"]
    assert rows[1]["opens"]["zh"] != ""
    assert next_session(rows) == 0
    rows = derive_sessions(campaign, frozenset({"jyj"}), frozenset({"fgw", "kjj", "jyj", "jtj"}), NOON)
    assert [row["state"] for row in rows] == ["open", "partly"]
    assert next_session(rows) == 1


def test_the_home_says_how_much_is_chosen_and_not_cast(seated: Desk) -> None:
    model = rating(seated)
    model.mark(0, 1)
    model.mark(1, 2)
    assert (at_home(seated).chosenCount, at_home(seated).castCount) == (2, 0)
    model.review()
    model.cast()
    seated.executor.run_all()
    assert (at_home(seated).chosenCount, at_home(seated).castCount) == (0, 2)


def test_the_home_says_when_it_cannot_know(seated: Desk) -> None:
    home = RepresentativeModel(seated.context)
    seated.booth.kiosk.journal.engine.dispose()
    (seated.booth.home / "kiosk.sqlite3").unlink()
    (seated.booth.home / "kiosk.sqlite3").mkdir()
    seated.executor.run_all()
    assert (home.ready, home.trouble) == (False, "storage")
