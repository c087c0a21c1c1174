"""Signing in: every refusal has its code and loses nothing; PINs wait and lock; the words follow the camera."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import NOON, Booth
from desks import Desk
from PySide6.QtCore import QObject, Signal

from kiosk.crypto.cards import issue
from kiosk.crypto.pin import make_verifier
from kiosk.crypto.signing import SigningKey
from kiosk.domain.credential import CredentialRefused, Refusal, Role
from kiosk.domain.journal import Kind
from ui.viewmodels.sign_in import SignInModel

PIN = "246810"
STAFF = {"role": Role.STAFF, "category": ""}


class Camera(QObject):
    """What the screen sees of a camera."""

    presentChanged = Signal()  # noqa: N815  # as QML sees it

    def __init__(self) -> None:
        super().__init__()
        self.present, self.looked_anew, self.shown = True, 0, [object()]

    def look_anew(self) -> None:
        self.looked_anew += 1

    def showOn(self, sink: object) -> None:
        self.shown.append(sink)


@pytest.fixture
def model(desk: Desk, qapp: object) -> Iterator[SignInModel]:
    desk.booth.publish(
        revoked=(desk.booth.credential(8).id,),
        replaced=(desk.booth.credential(9).id,),
        pins=(make_verifier(desk.booth.credential(50).id, PIN),),
    )
    made = SignInModel(desk.context)
    yield made
    made.dispose()


def show(desk: Desk, model: SignInModel, card: str) -> None:
    model.scanned(card)
    desk.executor.run_all()


def type_pin(desk: Desk, model: SignInModel, pin: str = PIN) -> None:
    for digit in pin:
        model.typeDigit(digit)
    desk.executor.run_all()


def test_a_card_opens_the_representatives_home_and_marks_attendance(desk: Desk, model: SignInModel) -> None:
    show(desk, model, desk.booth.card())
    assert desk.opened == [("representative", {"replace": True})]
    assert desk.visit.signed_in is not None and desk.recorded == 1
    assert len(desk.booth.entries(Kind.ATTENDANCE)) == 1


def refused_cards(booth: Booth) -> dict[Refusal, str]:
    stranger = SigningKey(b"x" * 32)
    return {
        Refusal.NOT_OURS: "https://example.org/",
        Refusal.DAMAGED: booth.card()[:-3],
        Refusal.FORGED: issue(booth.credential(), stranger),
        Refusal.OTHER_CAMPAIGN: booth.card(campaign="qd2020"),
        Refusal.EXPIRED: booth.card(not_after=NOON - 86_400),
        Refusal.REVOKED: booth.card(8),
        Refusal.REPLACED: booth.card(9),
    }


@pytest.mark.parametrize(
    "reason",
    [
        Refusal.NOT_OURS,
        Refusal.DAMAGED,
        Refusal.FORGED,
        Refusal.OTHER_CAMPAIGN,
        Refusal.EXPIRED,
        Refusal.REVOKED,
        Refusal.REPLACED,
    ],
)
def test_a_refused_card_says_why_and_nothing_is_recorded(desk: Desk, model: SignInModel, reason: Refusal) -> None:
    show(desk, model, refused_cards(desk.booth)[reason])
    assert (model.stage, model.refusal) == ("refused", reason.value)
    assert desk.opened == [] and desk.booth.entries() == []
    assert desk.visit.signed_in is None
    model.again()
    assert (model.stage, model.refusal) == ("scan", "")


def test_an_expired_card_tells_its_last_day(desk: Desk, model: SignInModel) -> None:
    show(desk, model, desk.booth.card(not_after=NOON - 3 * 86_400))
    assert model.validUntil["en"] == "15 Dec"


def test_another_scan_while_one_is_checked_is_ignored(desk: Desk, model: SignInModel) -> None:
    model.scanned(desk.booth.card(1))
    model.scanned("https://example.org/")
    desk.executor.run_all()
    assert desk.opened == [("representative", {"replace": True})]


def test_staff_type_a_pin_and_only_its_length_is_seen(desk: Desk, model: SignInModel) -> None:
    show(desk, model, desk.booth.card(50, **STAFF))
    assert (model.stage, desk.opened) == ("pin", [])
    model.typeDigit("2")
    model.typeDigit("x")
    assert model.digits == 1
    model.eraseDigit()
    assert model.digits == 0
    type_pin(desk, model)
    assert desk.opened == [("staff", {"replace": True})]


def test_a_card_that_still_lies_before_the_camera_does_not_erase_the_digits(desk: Desk, model: SignInModel) -> None:
    card = desk.booth.card(50, **STAFF)
    show(desk, model, card)
    model.typeDigit("2")
    show(desk, model, card)
    assert (model.stage, model.digits) == ("pin", 1)


def test_wrong_pins_say_so_then_wait_then_may_be_tried_again(desk: Desk, model: SignInModel) -> None:
    show(desk, model, desk.booth.card(50, **STAFF))
    rule = model.pinRule
    for _ in range(rule["tries"] - 1):
        type_pin(desk, model, "000000")
        assert (model.stage, model.refusal, model.wait, model.digits) == ("pin", "pin-wrong", 0, 0)
    type_pin(desk, model, "000000")
    assert (model.refusal, model.wait) == ("pin-wait", rule["seconds"])
    model.typeDigit("2")
    assert model.digits == 0, "no digit while one waits"
    for _ in range(rule["seconds"]):
        model.tick()
        desk.booth.up += 1
    assert (model.refusal, model.wait) == ("", 0)
    type_pin(desk, model)
    assert desk.opened == [("staff", {"replace": True})]


def test_a_card_that_has_to_wait_says_how_long_and_is_then_asked_for_again(desk: Desk, model: SignInModel) -> None:
    card = desk.booth.card(50, **STAFF)
    show(desk, model, card)
    for _ in range(model.pinRule["tries"]):
        type_pin(desk, model, "000000")
    model.again()
    show(desk, model, card)
    assert (model.stage, model.refusal, model.wait) == ("refused", "pin-wait", model.pinRule["seconds"])
    for _ in range(model.wait):
        model.tick()
    assert model.stage == "scan"


def test_too_many_wrong_pins_lock_the_card(desk: Desk, model: SignInModel) -> None:
    show(desk, model, desk.booth.card(50, **STAFF))
    while model.stage == "pin":
        type_pin(desk, model, "000000")
        desk.booth.up += model.wait
        while model.wait:
            model.tick()
    assert (model.stage, model.refusal) == ("refused", "pin-locked")
    assert desk.booth.entries(Kind.ATTENDANCE) == []


def test_without_content_nobody_signs_in(qapp: object, tmp_path: Path) -> None:
    empty = Booth(tmp_path)
    bare = Desk(empty)
    model = SignInModel(bare.context)
    show(bare, model, empty.card())
    assert (model.stage, model.refusal) == ("refused", "no-content")
    assert model.kioskName["zh"] == "v01-1"
    empty.close()


def test_the_words_follow_the_camera_and_leaving_lets_go_of_it(desk: Desk, qapp: object) -> None:
    camera = Camera()
    model = SignInModel(desk.context, camera)  # type: ignore[arg-type]
    changes: list[bool] = []
    model.changed.connect(lambda: changes.append(model.hasCamera))
    assert model.hasCamera
    camera.present = False
    camera.presentChanged.emit()
    assert changes == [False]
    model.again()
    assert camera.looked_anew == 1
    model.dispose()
    assert camera.shown[-1] is None
    camera.presentChanged.emit()
    assert len(changes) == 2, "only the reset was told"


def test_sample_cards_are_offered_only_where_there_are_some(desk: Desk, qapp: object) -> None:
    assert SignInModel(desk.context).sampleCards == []


def test_after_a_refusal_at_casting_another_card_signs_in_as_always(desk: Desk, qapp: object) -> None:
    model = SignInModel(desk.context, refused=CredentialRefused(Refusal.REVOKED))
    assert (model.stage, model.refusal, model.atCasting) == ("refused", "revoked", True)
    show(desk, model, desk.booth.card(3))
    assert not model.atCasting and desk.opened[-1][0] == "representative"
    model.dispose()
