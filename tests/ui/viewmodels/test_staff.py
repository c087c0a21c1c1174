"""The staff's overview: one light, one sentence, tiles; what needs attention comes first and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from booths import NOON, Booth
from desks import Desk
from staffs import Surroundings, publish_with_staff, staffed

from kiosk.domain.credential import Role
from ui.viewmodels.home import HomeModel
from ui.viewmodels.staff import StaffModel
from ui.viewmodels.staff_stand import Stand, derive_light, derive_state
from ui.viewmodels.staff_tiles import ago, derive_tiles

WELL = Stand(
    now=NOON,
    last_contact=NOON - 60,
    pack=1,
    pack_created=NOON,
    free=10**12,
    clock_off=0,
    parts=frozenset({"camera", "scanner", "touch", "sound"}),
)


@pytest.mark.parametrize(
    ("changes", "state", "tile"),
    [
        ({}, "well", ""),
        ({"unsent": 3, "oldest": NOON - 30}, "sending", ""),
        ({"unsent": 17, "oldest": NOON - 7200}, "unsent", "unsent"),
        ({"unsent": 1, "oldest": None}, "unsent", "unsent"),
        ({"last_contact": NOON - 3600}, "contact", "contact"),
        ({"last_contact": None}, "contact", "contact"),
        ({"notices": ("forked",)}, "support", "notices"),
        ({"notices": ("set-aside",)}, "support", "notices"),
        ({"notices": ("mirror",)}, "mirror", "notices"),
        ({"notices": ("disk-full",)}, "disk", "notices"),
        ({"pack": 0}, "no-content", "pack"),
        ({"free": 10**9}, "disk", "disk"),
        ({"behind": True}, "clock", "clock"),
        ({"clock_off": -121}, "clock", "clock"),
        ({"heat": 90}, "hot", "heat"),
        ({"missing": frozenset({"scanner"}), "parts": frozenset({"camera"})}, "part", "scanner"),
        ({"parts": frozenset({"touch"})}, "readers", "camera"),
    ],
)
def test_what_is_most_urgent_is_said_and_its_tile_comes_first(
    changes: dict[str, object], state: str, tile: str
) -> None:
    stand = replace(WELL, **changes)  # type: ignore[arg-type]
    assert derive_state(stand) == state
    assert derive_light(state) == ("pine" if state in ("well", "sending") else "amber")
    tiles = derive_tiles(stand, 60)
    assert len(tiles) == 12
    attention = [found["id"] for found in tiles if found["attention"]]
    assert [found["id"] for found in tiles][: len(attention)] == attention
    assert (tile in attention) if tile else attention == []


def test_entries_that_the_server_cannot_read_are_told_without_alarm() -> None:
    (tile,) = [tile for tile in derive_tiles(replace(WELL, parked=2), 60) if tile["id"] == "notices"]
    assert (tile["note"]["zh"], tile["note"]["en"], tile["attention"]) == ("中心待读 2 条", "2 unread there", False)
    (tile,) = [
        tile for tile in derive_tiles(replace(WELL, parked=2, notices=("mirror",)), 60) if tile["id"] == "notices"
    ]
    assert (tile["note"]["zh"], tile["attention"]) == ("", True)


@pytest.mark.parametrize(("off", "zh", "en"), [(0, "", ""), (4, "", ""), (-121, "差 121 秒", "121 s off")])
def test_how_wrong_the_clock_is_stands_only_beside_a_wrong_one(off: int, zh: str, en: str) -> None:
    (tile,) = [tile for tile in derive_tiles(replace(WELL, clock_off=off), 60) if tile["id"] == "clock"]
    assert tile["note"] == {"zh": zh, "en": en}


def test_support_goes_before_everything_else() -> None:
    assert derive_state(replace(WELL, unsent=9, notices=("mirror", "forked"), pack=0, free=0)) == "support"


@pytest.mark.parametrize(
    ("seconds", "zh", "en"),
    [
        (5, "刚刚", "just now"),
        (130, "2 分钟前", "2 min ago"),
        (7300, "2 小时前", "2 h ago"),
        (90_000, "1 天前", "1 d ago"),
    ],
)
def test_how_long_ago_is_said_in_the_largest_unit(seconds: int, zh: str, en: str) -> None:
    assert ago(seconds) == {"zh": zh, "en": en}


def test_nobody_but_staff_sees_it(desk: Desk, booth: Booth) -> None:
    with pytest.raises(LookupError):
        StaffModel(desk.context)
    desk.visit.signed_in = booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(1)))
    with pytest.raises(LookupError):
        StaffModel(desk.context)


def test_it_shows_how_the_real_kiosk_stands(desk: Desk, booth: Booth) -> None:
    publish_with_staff(booth)
    booth.acknowledge(NOON - 60)
    model = StaffModel(staffed(desk, Surroundings()))
    assert not model.ready
    desk.executor.run_all()
    assert model.ready
    assert (model.state, model.unsent) == ("sending", 1)
    booth.kiosk.journal.record("opinion", {"problem": 1, "verdict": "answered"})
    booth.now += 7200
    model.refresh()
    desk.executor.run_all()
    assert (model.state, model.unsent, model.oldest["en"]) == ("unsent", 2, "2 h ago")
    assert model.dayOpen
    model.dispose()


def test_a_missing_reader_is_noticed_when_staff_look_again(desk: Desk, booth: Booth) -> None:
    publish_with_staff(booth)
    booth.acknowledge(NOON)
    outside = Surroundings()
    model = StaffModel(staffed(desk, outside))
    desk.executor.run_all()
    assert model.light == "pine"
    outside.parts = frozenset({"touch"})
    model.refresh()
    desk.executor.run_all()
    assert (model.state, model.light) == ("readers", "amber")
    model.dispose()


def test_from_home_staff_come_back_to_their_own_screen(desk: Desk, booth: Booth) -> None:
    publish_with_staff(booth)
    context = staffed(desk, Surroundings())
    HomeModel(context).enter("rate")
    assert desk.opened[-1][0] == "staff"
    assert desk.visit.signed_in is not None and desk.visit.signed_in.credential.role is Role.STAFF
