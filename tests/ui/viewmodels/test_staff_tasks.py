"""The staff's other tasks, each with what goes wrong: sync, stick, attendance, help, closing, the machine."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk
from form_samples import OPINION, SUGGESTIONS
from staffs import PIN, STAFF_ID, Surroundings, acts, publish_with_staff, staff_card_text, staffed

from kiosk.domain.credential import CredentialRefused, Role
from kiosk.domain.journal import Kind
from kiosk.services.voting import VotingClosed
from ui.viewmodels.context import Context
from ui.viewmodels.questionnaire import QuestionnaireModel
from ui.viewmodels.rate import RateModel
from ui.viewmodels.sign_in import SignInModel
from ui.viewmodels.staff_attendance import StaffAttendanceModel
from ui.viewmodels.staff_close import StaffCloseModel
from ui.viewmodels.staff_device import CLEANING_S, StaffDeviceModel
from ui.viewmodels.staff_help import StaffHelpModel
from ui.viewmodels.staff_ports import Carried, StaffTrouble, Synced, Transfer
from ui.viewmodels.staff_sync import StaffSyncModel, derive_transfer
from ui.viewmodels.staff_usb import StaffUsbModel


@pytest.fixture
def outside() -> Surroundings:
    return Surroundings()


@pytest.fixture
def context(desk: Desk, booth: Booth, outside: Surroundings) -> Context:
    publish_with_staff(booth)
    return staffed(desk, outside)


# -- sync


def test_a_sync_says_what_it_did(desk: Desk, booth: Booth, context: Context, outside: Surroundings) -> None:
    outside.synced = Synced(sent=5, unsent=0, pack=7, statuses=True, forked=False, content_trouble="no-room")
    model = StaffSyncModel(context)
    desk.executor.run_all()
    assert (model.stage, model.unsent) == ("ready", 1)
    model.start()
    assert model.stage == "running"
    model.start()
    desk.executor.run_all()
    assert (model.stage, model.trouble) == ("done", "no-room")
    assert model.done == {"sent": 5, "pack": 7, "statuses": True, "forked": False}
    assert acts(booth) == [("sync-now", "")]


def test_a_sync_that_fails_says_why_and_the_stick_is_one_press_away(desk: Desk, context: Context) -> None:
    def fail() -> bool:
        raise StaffTrouble("captive-portal")

    model = StaffSyncModel(replace(context, sync=fail))
    model.start()
    desk.executor.run_all()
    assert (model.stage, model.trouble) == ("failed", "captive-portal")
    model.useStick()
    assert desk.opened[-1] == ("staff-usb", {"replace": True})


def test_progress_is_told_in_megabytes_files_and_time() -> None:
    assert derive_transfer(None) == derive_transfer(Transfer(0, 0)) == {}
    told = derive_transfer(Transfer(500_000, 2_000_000, 3, 90.0))
    assert (told["share"], told["done"], told["total"], told["files"]) == (0.25, "0.5", "2.0", 3)
    assert told["left"]["en"] == "1 min 30 s"


# -- stick


def test_a_stick_is_used_when_it_is_plugged_in_and_safe_only_after_it_was_read_back(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings, tmp_path: Path
) -> None:
    outside.progress = [Transfer(1, 3), Transfer(2, 3)]
    model = StaffUsbModel(context)
    model.choose("out")
    desk.executor.run_all()
    assert (model.stage, acts(booth)) == ("insert", [])
    outside.stick = tmp_path
    model.look()
    desk.executor.run_all()
    assert (model.stage, model.carried["entries"]) == ("safe", 3)
    assert acts(booth) == [("stick", "out")]
    model.dispose()


def test_what_the_stick_brought_is_told(desk: Desk, context: Context, outside: Surroundings, tmp_path: Path) -> None:
    outside.stick = tmp_path
    outside.carried = Carried(acknowledged=12, pack=8, lacking=5_000_000, forked=True)
    model = StaffUsbModel(context)
    model.choose("in")
    desk.executor.run_all()
    told = model.carried
    assert (told["acknowledged"], told["pack"], told["lacking"], told["forked"], told["entries"]) == (
        12,
        8,
        5,
        True,
        -1,
    )
    model.dispose()


@pytest.mark.parametrize("code", ["stick-full", "stick-pulled-out", "stick-tampered", "stick-differs"])
def test_a_stick_that_fails_says_why_and_can_be_tried_again(
    code: str, desk: Desk, context: Context, outside: Surroundings, tmp_path: Path
) -> None:
    outside.stick, outside.stick_fails = tmp_path, code
    model = StaffUsbModel(context)
    model.choose("out")
    desk.executor.run_all()
    assert (model.stage, model.trouble) == ("failed", code)
    outside.stick_fails = ""
    model.again()
    desk.executor.run_all()
    assert model.stage == "safe"
    model.dispose()


def test_nobody_leaves_while_a_stick_is_written(context: Context) -> None:
    model = StaffUsbModel(context)
    model.show("out", Transfer(1, 2))
    assert model.playing and model.stepBack() and model.stage == "working"
    model.dispose()


# -- attendance


def typed(model: StaffAttendanceModel, number: str) -> None:
    for character in number:
        model.type(character)


def test_somebody_is_checked_in_by_number_only_with_a_reason(desk: Desk, booth: Booth, context: Context) -> None:
    model = StaffAttendanceModel(context)
    desk.executor.run_all()
    assert model.rows == []
    model.begin("check-in")
    typed(model, "AB12CD34F")
    assert (model.number, model.complete) == ("AB12 CD34", False)
    model.choose("card-damaged")
    model.confirm()
    desk.executor.run_all()
    assert (model.stage, model.said) == ("list", "check-in")
    assert [(row["number"], row["byStaff"]) for row in model.rows] == [("AB12 CD34", True)]
    assert booth.entries(Kind.STAFF)[-1].body["by"] == STAFF_ID


def test_a_second_check_in_is_refused_in_words(desk: Desk, context: Context) -> None:
    model = StaffAttendanceModel(context)
    for _ in range(2):
        model.begin("check-in")
        typed(model, "AB12CD34")
        model.choose("phone-fails")
        model.confirm()
        desk.executor.run_all()
    assert (model.stage, model.trouble) == ("check-in", "already-here")
    assert model.stepBack() and model.stage == "list"


def test_a_lost_card_is_reported(desk: Desk, booth: Booth, context: Context) -> None:
    model = StaffAttendanceModel(context)
    model.begin("lost")
    typed(model, "AB12CD34")
    model.confirm()
    desk.executor.run_all()
    assert acts(booth) == [("replace-card", "")]


def test_a_locked_pin_is_listed_and_unlocked(desk: Desk, booth: Booth, context: Context) -> None:
    presented = booth.kiosk.sign_in.present(staff_card_text(booth))
    for _ in range(5):
        with pytest.raises(CredentialRefused):
            booth.kiosk.sign_in.enter(presented, "000000")
    model = StaffAttendanceModel(context)
    desk.executor.run_all()
    assert [card["number"] for card in model.waiting] == ["0001 0000"]
    model.begin("unlock")
    model.take("0001 0000")
    model.confirm()
    desk.executor.run_all()
    assert (model.said, model.waiting, acts(booth)) == ("unlock", [], [("unlock-pin", "")])


def test_unlocking_a_card_that_is_not_locked_says_so(desk: Desk, context: Context) -> None:
    model = StaffAttendanceModel(context)
    model.begin("unlock")
    typed(model, "AB12CD34")
    model.confirm()
    desk.executor.run_all()
    assert model.trouble == "not-locked"


# -- help


def test_help_is_recorded_and_hides_what_is_chosen_until_the_person_is_alone(
    desk: Desk, booth: Booth, context: Context
) -> None:
    StaffHelpModel(context).start()
    assert (desk.visit.signed_in, desk.opened[-1][0]) == (None, "sign-in")
    sign_in = SignInModel(context)
    sign_in.scanned(booth.card(1))
    desk.executor.run_all()
    assert [(e.body["act"], e.body["credential"]) for e in booth.entries(Kind.STAFF)] == [
        ("helped", booth.credential(1).id)
    ]
    model = RateModel(context, 1)
    desk.executor.run_all()
    assert model.helped and model.curtained
    model.choose(1)
    assert desk.visit.marks == {}
    model.drawCurtain(False)
    model.choose(1)
    assert model.chosen == 1
    model.drawCurtain(True)
    assert model.chosen == 0
    assert all(row["code"] == 0 for row in model.rows)
    model.review()
    model.cast()
    desk.executor.run_all()
    assert booth.entries(Kind.CAST) == []
    model.drawCurtain(False)
    model.cast()
    desk.executor.run_all()
    assert len(booth.entries(Kind.CAST)) == 1


def test_the_curtain_falls_again_each_time_rating_begins_and_help_ends_with_the_visit(
    desk: Desk, booth: Booth, context: Context
) -> None:
    desk.visit.signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1)))
    desk.visit.helper, desk.visit.alone = STAFF_ID, True
    assert RateModel(context, 1).curtained
    desk.visit.forget()
    assert not desk.visit.curtained


def test_without_help_there_is_no_curtain(desk: Desk, booth: Booth, context: Context) -> None:
    desk.visit.signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1)))
    model = RateModel(context, 1)
    assert not model.helped and not model.curtained


def test_an_anonymous_form_has_the_curtain_too_and_one_for_the_office_has_none(
    desk: Desk, booth: Booth, outside: Surroundings
) -> None:
    publish_with_staff(booth, forms=(OPINION, SUGGESTIONS))
    context = staffed(desk, outside)
    desk.visit.signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1)))
    desk.visit.helper = STAFF_ID
    model = QuestionnaireModel(context, OPINION.id)
    code = OPINION.questions[0].codes[0]
    model.choose(code)
    assert (model.curtained, model.answered, model.rows) == (True, 0, [])
    model.drawCurtain(False)
    model.choose(code)
    assert model.answered == 1
    model.drawCurtain(True)
    assert not any(option["chosen"] for option in model.question["options"])
    assert not QuestionnaireModel(context, SUGGESTIONS.id).curtained


# -- closing


def test_closing_reconciles_and_nothing_is_cast_any_more(desk: Desk, booth: Booth, context: Context) -> None:
    person = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1))).credential
    booth.kiosk.voting.cast(person, {"fgw": 1})
    model = StaffCloseModel(context)
    desk.executor.run_all()
    assert model.unsent == 3
    model.close()
    desk.executor.run_all()
    told = model.witness
    assert (told["signedIn"], told["castAll"], told["castSome"], told["castNone"]) == (1, 0, 1, 0)
    assert told["agrees"] and told["closed"]
    with pytest.raises(VotingClosed):
        booth.kiosk.voting.cast(person, {"kjj": 1})
    model.go("usb")
    assert desk.opened[-1] == ("staff-usb", {"replace": True})


# -- the machine


def device(desk: Desk, context: Context) -> StaffDeviceModel:
    model = StaffDeviceModel(context)
    desk.executor.run_all()
    return model


def test_cleaning_ends_by_itself_and_cannot_be_left_before(desk: Desk, booth: Booth, context: Context) -> None:
    model = device(desk, context)
    model.begin("cleaning")
    for second in range(CLEANING_S):
        assert model.playing and model.stepBack() and model.secondsLeft == CLEANING_S - second
        model.tick()
    assert (model.stage, model.secondsLeft) == ("list", 0)
    desk.executor.run_all()
    assert acts(booth) == [("device", "cleaning")]
    model.dispose()


def test_whether_touches_sound_is_kept_and_each_change_is_recorded(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    assert not model.touchSound
    model.toggleTouchSound()
    desk.executor.run_all()
    assert (model.touchSound, outside.touch_sound) == (True, True)
    model.toggleTouchSound()
    desk.executor.run_all()
    assert (model.touchSound, outside.touch_sound) == (False, False)
    assert acts(booth) == [("device", "touch-sound-on"), ("device", "touch-sound-off")]
    model.dispose()


def test_volume_is_kept_for_all_visits(desk: Desk, booth: Booth, context: Context, outside: Surroundings) -> None:
    model = device(desk, context)
    model.changeVolume(1)
    desk.executor.run_all()
    assert (model.volume, outside.volume) == (70, 70)
    for _ in range(9):
        model.changeVolume(1)
    assert model.volume == 90
    model.dispose()


def test_brightness_is_hidden_where_it_cannot_be_set(desk: Desk, context: Context) -> None:
    model = device(desk, context)
    assert model.brightness == -1
    model.changeBrightness(1)
    assert model.brightness == -1
    model.dispose()


def test_a_restart_is_recorded_before_it_happens(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    model.begin("restart")
    model.confirm()
    assert outside.restarts == 0
    desk.executor.run_all()
    assert (outside.restarts, acts(booth)) == (1, [("device", "restart")])
    model.dispose()


def test_diagnostics_go_onto_the_stick_that_is_there(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings, tmp_path: Path
) -> None:
    model = device(desk, context)
    model.begin("diagnostics")
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, acts(booth)) == ("no-stick", [])
    outside.stick = tmp_path
    model.confirm()
    desk.executor.run_all()
    assert (model.said, acts(booth)) == ("diagnostics", [("device", "diagnostics")])
    with zipfile.ZipFile(tmp_path / "v01-1-diagnostics.zip") as archive:
        assert "unreachable" in archive.read("log.txt").decode()
    model.dispose()


CODE = "7K4M2P9X3FQQ2AB1CD0E"


def test_a_machine_moves_only_after_everything_has_arrived(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    model.begin("move")
    for character in CODE:
        model.type(character)
    assert model.code == "7K4M2 P9X3F QQ2AB 1CD0E"
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, outside.moved, outside.restarts) == ("unsent", [], 0)
    model.dispose()


def test_with_everything_sent_the_code_moves_it_and_it_starts_anew(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = replace(booth.kiosk.journal.state(), acked_seq=booth.kiosk.journal.head().seq)
    monkeypatch.setattr(booth.kiosk.journal, "state", lambda: sent)
    model = device(desk, context)
    model.begin("move")
    model.scanned("https://example.org")
    assert model.digits == 0
    model.scanned("7K4M2-P9X3F-QQ2AB-1CD0E")
    outside.move_fails = "used-code"
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, outside.restarts) == ("used-code", 0)
    outside.move_fails = ""
    model.confirm()
    desk.executor.run_all()
    assert (outside.moved, outside.restarts) == ([CODE], 1)
    model.dispose()


def test_kiosk_mode_is_left_only_with_the_pin(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings
) -> None:
    model = device(desk, context)
    model.begin("leave")
    for digit in "000000":
        model.type(digit)
    desk.executor.run_all()
    assert (model.trouble, outside.left, model.digits) == ("pin-wrong", 0, 0)
    for digit in PIN:
        model.type(digit)
    desk.executor.run_all()
    assert (outside.left, acts(booth)) == (1, [("device", "leave")])
    model.dispose()


def test_what_cannot_be_recorded_is_not_done(
    desk: Desk, booth: Booth, context: Context, outside: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> None:
        raise StaffTrouble("storage-full")

    model = device(desk, context)
    monkeypatch.setattr(type(booth.kiosk.staff_desk), "note", full)
    model.begin("restart")
    model.confirm()
    desk.executor.run_all()
    assert (model.trouble, outside.restarts) == ("storage-full", 0)
    model.dispose()


def test_a_staff_card_that_signs_in_is_never_helped(desk: Desk, booth: Booth, context: Context) -> None:
    desk.visit.forget()
    desk.visit.helper = STAFF_ID
    model = SignInModel(context)
    model.scanned(staff_card_text(booth))
    desk.executor.run_all()
    for digit in PIN:
        model.typeDigit(digit)
    desk.executor.run_all()
    assert desk.visit.signed_in is not None and desk.visit.signed_in.credential.role is Role.STAFF
    assert (desk.visit.helper, acts(booth)) == (None, [])
    model.dispose()
