"""The staff's other tasks, each with what goes wrong: sync, stick, attendance, closing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk
from staffs import STAFF_ID, Surroundings, acts, staff_card_text

from kiosk.domain.credential import CredentialRefused
from kiosk.domain.journal import Kind
from kiosk.services.voting import VotingClosed
from ui.viewmodels.context import Context
from ui.viewmodels.staff_attendance import StaffAttendanceModel
from ui.viewmodels.staff_close import StaffCloseModel
from ui.viewmodels.staff_ports import Carried, StaffTrouble, Synced, Transfer
from ui.viewmodels.staff_sync import StaffSyncModel, derive_transfer
from ui.viewmodels.staff_usb import StaffUsbModel

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


def test_content_that_made_way_is_no_trouble(desk: Desk, context: Context, outside: Surroundings) -> None:
    outside.synced = Synced(sent=5, unsent=0, pack=None, statuses=True, forked=False, content_trouble="paused")
    model = StaffSyncModel(context)
    assert not model.coming
    model.start()
    desk.executor.run_all()
    assert (model.stage, model.trouble, model.coming) == ("done", "", True)


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
