"""What is plugged in, told from folders as the kernel makes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.devices import Device, kind_of, plugged_in

KEYBOARD_KEYS = "10000 0 0 7 ff800000000007ff febeffdff3cfffff fffffffffffffffe"
POWER_BUTTON_KEYS = "10000000000000 0"


def device(folder: Path, number: int, bus: str, key: str = "0", absolute: str = "0", properties: str = "0") -> Path:
    made = folder / f"event{number}" / "device"
    (made / "capabilities").mkdir(parents=True)
    (made / "id").mkdir()
    (made / "capabilities/key").write_text(f"{key}\n", "ascii")
    (made / "capabilities/abs").write_text(f"{absolute}\n", "ascii")
    (made / "properties").write_text(f"{properties}\n", "ascii")
    (made / "id/bustype").write_text(f"{bus}\n", "ascii")
    return made


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({"bus": "0003", "absolute": "260800000000003", "properties": "2"}, Device.TOUCH),
        ({"bus": "0018", "absolute": "2608000 3", "properties": "2"}, Device.TOUCH),
        ({"bus": "0003", "absolute": "260800000000003", "properties": "5"}, None),  # a touch pad only points
        ({"bus": "0003", "absolute": "0", "properties": "2"}, None),
        ({"bus": "0003", "key": KEYBOARD_KEYS}, Device.SCANNER),
        ({"bus": "0005", "key": KEYBOARD_KEYS}, Device.SCANNER),
        ({"bus": "0011", "key": KEYBOARD_KEYS}, None),  # the keyboard of the mainboard
        ({"bus": "0019", "key": POWER_BUTTON_KEYS}, None),
        ({"bus": "0003", "key": POWER_BUTTON_KEYS}, None),
        ({"bus": "no number", "key": "no number", "absolute": "zz", "properties": "zz"}, None),
    ],
)
def test_what_a_device_is(tmp_path: Path, given: dict[str, str], kind: Device | None) -> None:
    assert kind_of(device(tmp_path, 0, **given)) == kind


def test_all_that_is_there(tmp_path: Path) -> None:
    device(tmp_path, 0, "0019", POWER_BUTTON_KEYS)
    device(tmp_path, 1, "0003", absolute="260800000000003", properties="2")
    device(tmp_path, 2, "0003", KEYBOARD_KEYS)
    (tmp_path / "event3").mkdir()  # being unplugged at this moment
    (tmp_path / "mice").mkdir()
    assert plugged_in(tmp_path) == {Device.TOUCH, Device.SCANNER}


def test_without_any_input_there_is_nothing(tmp_path: Path) -> None:
    assert plugged_in(tmp_path / "none") == frozenset()
