"""The tiles of the staff's overview: one fact each; those that need attention come first."""

from __future__ import annotations

from typing import Any

from kiosk.domain.campaign import Bilingual
from ui.viewmodels.staff_ports import CAMERA, SCANNER, SOUND, TOUCH
from ui.viewmodels.staff_stand import (
    HOT_C,
    LEAST_FREE,
    Stand,
    is_clock_wrong,
    is_cut_off,
    is_waiting,
    reads_codes,
)
from ui.viewmodels.words import Both, both, day_and_time, from_unix, same, session_name

GB = 1_000_000_000
Tile = dict[str, Any]


def derive_tiles(stand: Stand, volume: int) -> list[Tile]:
    """[{id, icon, state, value, note, attention}], attention first. QML has the words for `state`.

    `value` and `note` are numbers and times in both languages; empty where the state says it all.
    """
    tiles = [_unsent(stand), _contact(stand), _present(stand), _pack(stand), _notices(stand), _disk(stand)]
    tiles += [_clock(stand), _heat_or_day(stand), _camera(stand), _scanner(stand), _sound(stand, volume), _touch(stand)]
    return sorted(tiles, key=lambda tile: not tile["attention"])


def ago(seconds: int) -> Both:
    """How long ago, in the largest unit: 2 小时前, 2 h ago."""
    for unit, zh, en in ((86_400, "天", "d"), (3_600, "小时", "h"), (60, "分钟", "min")):
        if seconds >= unit:
            return {"zh": f"{seconds // unit} {zh}前", "en": f"{seconds // unit} {en} ago"}
    return {"zh": "刚刚", "en": "just now"}


def since(stand: Stand, at: int | None) -> Both:
    """A moment as seen from now; empty if there was none."""
    return both(None) if at is None else ago(max(0, stand.now - at))


def _unsent(stand: Stand) -> Tile:
    note = since(stand, stand.oldest) if stand.unsent else both(None)
    return _tile(
        "unsent", "cloudup" if stand.unsent else "cloudok", "count", str(stand.unsent), note, is_waiting(stand)
    )


def _contact(stand: Stand) -> Tile:
    cut = is_cut_off(stand)
    state = "never" if stand.last_contact is None else "cut-off" if cut else "fine"
    return _tile("contact", "wifioff" if cut else "globe", state, "", since(stand, stand.last_contact), cut)


def _present(stand: Stand) -> Tile:
    note = both(None) if stand.session is None else session_name(stand.session)
    return _tile("present", "people", "people", str(stand.present), note, False)


def _pack(stand: Stand) -> Tile:
    made = stand.pack_created
    note = both(None) if made is None else day_and_time(from_unix(made))
    return _tile("pack", "pack", "version" if stand.pack else "none", str(stand.pack), note, stand.pack == 0)


def _notices(stand: Stand) -> Tile:
    """Entries in the server's quarantine are told and need no staff: the office upgrades and reads them again."""
    state = stand.notices[0] if stand.notices else "none"
    parked = Bilingual(f"中心待读 {stand.parked} 条", f"{stand.parked} unread there")
    note = both(parked if stand.parked and not stand.notices else None)
    return _tile("notices", "quarantine", state, str(len(stand.notices)), note, bool(stand.notices))


def _disk(stand: Stand) -> Tile:
    low = stand.free < LEAST_FREE
    return _tile("disk", "disk", "low" if low else "free", f"{stand.free / GB:.0f} GB", both(None), low)


def _clock(stand: Stand) -> Tile:
    wrong = is_clock_wrong(stand)
    state = "wrong" if wrong else "unknown" if stand.clock_off is None else "fine"
    off = stand.clock_off or 0
    note = both(Bilingual(f"差 {abs(off)} 秒", f"{abs(off)} s off") if wrong and off else None)
    return _tile("clock", "clock", state, "", note, wrong)


def _heat_or_day(stand: Stand) -> Tile:
    """The temperature; where it cannot be read, whether the day is open, so that the tiles fill their rows."""
    if stand.heat is None:
        return _day(stand)
    hot = stand.heat >= HOT_C
    return _tile("heat", "thermo", "hot" if hot else "fine", f"{stand.heat} ℃", both(None), hot)


def _day(stand: Stand) -> Tile:
    at = stand.witnessed_at
    state = "not-opened" if stand.open and at is None else "open" if stand.open else "closed"
    note = both(None) if at is None else day_and_time(from_unix(at))
    return _tile("day", "door", state, "", note, False)


def _camera(stand: Stand) -> Tile:
    return _part(stand, CAMERA, "camera", needed=not reads_codes(stand))


def _scanner(stand: Stand) -> Tile:
    return _part(stand, SCANNER, "scanner", needed=False)


def _sound(stand: Stand, volume: int) -> Tile:
    return _part(stand, SOUND, "volume", needed=False, note=same(f"{volume}%"))


def _touch(stand: Stand) -> Tile:
    return _part(stand, TOUCH, "screen", needed=False)


def _part(stand: Stand, part: str, icon: str, *, needed: bool, note: Both | None = None) -> Tile:
    """A device: there, gone, needed, or simply not plugged in."""
    there, gone = part in stand.parts, part in stand.missing
    state = "fine" if there else "gone" if gone else "needed" if needed else "absent"
    return _tile(part, icon, state, "", note if note and there else both(None), not there and (gone or needed))


def _tile(id: str, icon: str, state: str, value: str, note: Both, attention: bool) -> Tile:
    return {"id": id, "icon": icon, "state": state, "value": value, "note": note, "attention": attention}
