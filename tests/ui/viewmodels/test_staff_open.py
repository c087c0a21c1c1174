"""Opening the day: every check is real, every failing one says what to do, and exceptions are named in the journal."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from booths import NOON, Booth
from desks import Desk
from staffs import Surroundings, acts, publish_with_staff, staffed

from kiosk.domain.journal import Kind
from kiosk.domain.staff import Act
from kiosk.services.day import read_witness
from kiosk.storage.models import SpentMark
from ui.viewmodels import staff_checks
from ui.viewmodels.staff_checks import judge_journal
from ui.viewmodels.staff_open import StaffOpenModel


@pytest.fixture
def outside(tmp_path: Path) -> Surroundings:
    return Surroundings(stick=tmp_path)


@pytest.fixture
def ready(booth: Booth) -> Booth:
    """A kiosk that spoke to its server a minute ago and has two files."""
    publish_with_staff(booth, files={"clips/a.mp4": b"a" * 5000, "clips/b.mp4": b"b" * 700})
    booth.acknowledge(NOON - 60)
    return booth


def model_of(desk: Desk, outside: Surroundings) -> StaffOpenModel:
    model = StaffOpenModel(staffed(desk, outside))
    desk.executor.run_all()
    return model


def row(model: StaffOpenModel, id: str) -> dict[str, Any]:
    return next(found for found in model.rows if found["id"] == id)


def by_hand(model: StaffOpenModel) -> None:
    model.begin("reader")
    model.scanned("anything")
    model.begin("sound")
    model.judge(True)
    model.begin("touch")
    for corner in range(4):
        model.touchCorner(corner)


def test_the_machine_checks_itself_and_three_things_need_a_hand(
    desk: Desk, ready: Booth, outside: Surroundings
) -> None:
    model = StaffOpenModel(staffed(desk, outside))
    assert model.running
    desk.executor.run_all()
    assert not model.running
    assert model.exceptions == ["reader", "sound", "touch"]
    assert row(model, "content")["note"]["en"] == "4"
    by_hand(model)
    assert model.exceptions == []


def test_when_all_is_well_one_press_opens_the_day_with_a_zero_report(
    desk: Desk, ready: Booth, outside: Surroundings
) -> None:
    model = model_of(desk, outside)
    by_hand(model)
    model.ask()
    desk.executor.run_all()
    assert model.stage == "opened"
    witness = read_witness(model.witness["text"], ready.kiosk.key.public)
    assert (witness.counts.casts, witness.seq) == (0, ready.kiosk.journal.head().seq)
    assert model.witness["head"].replace(" ", "").replace("\n", "") == witness.head_hash.hex()
    assert "exceptions" not in ready.entries(Kind.STAFF)[-1].body


def test_exceptions_are_named_first_and_recorded(desk: Desk, ready: Booth, outside: Surroundings) -> None:
    model = model_of(desk, outside)
    model.begin("sound")
    model.judge(False)
    model.ask()
    assert (model.stage, acts(ready)) == ("confirm", [])
    model.open()
    desk.executor.run_all()
    assert ready.entries(Kind.STAFF)[-1].body["exceptions"] == ["reader", "sound", "touch"]


def test_a_damaged_video_fails_and_is_fetched_again(desk: Desk, ready: Booth, outside: Surroundings) -> None:
    manifest = ready.kiosk.content.current()
    assert manifest is not None
    file = manifest.file("clips/a.mp4")
    assert file is not None
    path = ready.kiosk.content.blob(file)
    path.write_bytes(b"a" * 4999 + b"x")
    model = model_of(desk, outside)
    assert row(model, "content") == {"id": "content", "outcome": "failed", "why": "damaged", "note": _same("1")}
    assert ready.kiosk.content.incomplete()


def test_old_lists_a_wrong_clock_and_a_full_disk_fail(
    desk: Desk, ready: Booth, outside: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.acknowledge(NOON + 90_000)
    monkeypatch.setattr(ready.kiosk.content, "free_bytes", lambda: 10**9)
    model = model_of(desk, outside)
    assert (row(model, "clock")["why"], row(model, "disk")["why"]) == ("wrong", "low")
    ready.now = NOON + 90_000 + 2 * 86_400
    model.check()
    desk.executor.run_all()
    assert (row(model, "access")["why"], row(model, "clock")["outcome"]) == ("stale", "passed")


def test_a_kiosk_that_never_heard_the_server_says_so(desk: Desk, booth: Booth, outside: Surroundings) -> None:
    publish_with_staff(booth)
    model = model_of(desk, outside)
    assert (row(model, "access")["why"], row(model, "clock")["why"]) == ("stale", "never")


def test_every_reason_for_a_failing_check_has_a_sentence_of_what_to_do() -> None:
    source = Path(staff_checks.__file__).read_text("utf-8")
    reasons = set(re.findall(r'Outcome\.FAILED, "([a-z-]+)"', source)) | {"forked", "set-aside", "mirror", "no"}
    screen = (Path(staff_checks.__file__).parents[1] / "qml/SanMin/screens/StaffOpen.qml").read_text("utf-8")
    assert reasons <= set(re.findall(r'"[a-z]+\.([a-z-]+)": ', screen))
    assert len(reasons) == 12


def test_a_journal_that_differs_from_the_spent_marks_fails(desk: Desk, ready: Booth, outside: Surroundings) -> None:
    signed_in = ready.kiosk.sign_in.enter(ready.kiosk.sign_in.present(ready.card(1)))
    ready.kiosk.voting.cast(signed_in.credential, {"fgw": 1})
    with ready.kiosk.journal.engine.begin() as connection:
        connection.execute(SpentMark.__table__.delete())  # type: ignore[attr-defined]
    assert row(model_of(desk, outside), "journal")["why"] == "differs"


def test_a_zero_report_that_would_hide_casts_fails_until_the_day_before_is_closed(
    desk: Desk, ready: Booth, outside: Surroundings
) -> None:
    signed_in = ready.kiosk.sign_in.enter(ready.kiosk.sign_in.present(ready.card(1)))
    ready.kiosk.voting.cast(signed_in.credential, {"fgw": 1})
    model = model_of(desk, outside)
    assert row(model, "journal") == {"id": "journal", "outcome": "failed", "why": "not-closed", "note": _same("1")}
    model.begin("journal")
    assert desk.opened == [("staff-close", {"replace": True})]
    ready.kiosk.day.close(b"staff-card")
    model.check()
    desk.executor.run_all()
    assert row(model, "journal")["outcome"] == "passed"


@pytest.mark.parametrize(
    ("notice", "why"), [("forked", "forked"), ("set-aside", "set-aside"), ("mirror", "mirror"), ("disk-full", "")]
)
def test_what_staff_were_told_fails_the_journal_too(notice: str, why: str) -> None:
    assert judge_journal(True, 0, (notice,)).why == why


@pytest.mark.parametrize("check", ["reader", "sound", "touch"])
def test_what_a_person_finds_broken_fails_and_can_be_tried_again(
    check: str, desk: Desk, ready: Booth, outside: Surroundings
) -> None:
    model = model_of(desk, outside)
    model.begin(check)
    model.judge(False)
    assert (row(model, check)["outcome"], row(model, check)["why"]) == ("failed", "no")
    assert model.rows[0]["id"] == check
    by_hand(model)
    assert row(model, check)["outcome"] == "passed"


def test_the_tone_is_played_only_where_something_can_play_it(desk: Desk, ready: Booth, outside: Surroundings) -> None:
    model = model_of(desk, outside)
    assert not model.tone
    model.begin("sound")
    assert model.tone
    outside.parts = frozenset({"camera"})
    assert (model.tone, model.hasSound) == (False, False)


def test_three_corners_are_not_enough(desk: Desk, ready: Booth, outside: Surroundings) -> None:
    model = model_of(desk, outside)
    model.begin("touch")
    for corner in (0, 1, 1, 2):
        model.touchCorner(corner)
    assert (model.stage, model.corners) == ("corners", [True, True, True, False])


def test_checks_by_hand_survive_a_new_check_of_the_machine(desk: Desk, ready: Booth, outside: Surroundings) -> None:
    model = model_of(desk, outside)
    by_hand(model)
    model.check()
    desk.executor.run_all()
    assert model.exceptions == []


def test_the_page_is_saved_onto_a_stick_or_says_why_not(
    desk: Desk, ready: Booth, outside: Surroundings, tmp_path: Path
) -> None:
    model = model_of(desk, outside)
    model.open()
    desk.executor.run_all()
    stick, outside.stick = outside.stick, None
    model.savePage()
    desk.executor.run_all()
    assert model.saved == "no-stick"
    outside.stick = stick
    model.savePage()
    desk.executor.run_all()
    assert model.saved == "done"
    (page,) = tmp_path.glob("v01-1-opened-*.html")
    assert "开场零票报告" in page.read_text("utf-8")


def test_a_closed_day_is_open_again_afterwards(desk: Desk, ready: Booth, outside: Surroundings) -> None:
    ready.kiosk.day.close(b"staff-card")
    model = model_of(desk, outside)
    model.open()
    desk.executor.run_all()
    assert ready.kiosk.day.is_open()
    assert acts(ready)[-1] == (Act.OPEN_DAY.value, "")


def _same(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}
