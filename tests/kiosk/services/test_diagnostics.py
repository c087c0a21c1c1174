"""What leaves the machine for support: versions, health and a log, and nothing that belongs to a person."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth

from kiosk.domain.staff import card_number
from kiosk.services.diagnostics import BLOTTED, blot, make_diagnostics
from kiosk.services.suggesting import Draft


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    made.publish()
    yield made
    made.close()


def files(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def test_it_says_how_the_machine_is(booth: Booth) -> None:
    found = files(make_diagnostics(booth.kiosk.health, booth.kiosk.notices, "v01-1", ["12:00 INFO sync: unreachable"]))
    assert json.loads(found["health.json"])["pack"] == 1
    assert json.loads(found["versions.json"])["kiosk"] == "v01-1"
    assert found["log.txt"] == "12:00 INFO sync: unreachable\n"


def test_nothing_of_what_people_did_is_in_it(booth: Booth) -> None:
    kiosk, card = booth.kiosk, booth.card(7)
    signed_in = kiosk.sign_in.enter(kiosk.sign_in.present(card))
    kiosk.voting.cast(signed_in.credential, {"fgw": 1})
    kiosk.suggesting.submit(Draft("请修路", name="张三", phone="13800001234"), "zh")
    log = [f"card {card}", f"id {booth.credential(7).id.hex()}", "call 138 0000 1234", "+86-532-8591-2345"]
    found = files(make_diagnostics(kiosk.health, kiosk.notices, "v01-1", log))
    everything = "".join(found.values())
    secrets = (
        card,
        booth.credential(7).id.hex(),
        "张三",
        "请修路",
        card_number(booth.credential(7).id),
    )
    assert [secret for secret in secrets if secret in everything] == []
    assert [digits for digits in ("1234", "8591", "2345") if digits in found["log.txt"]] == []


@pytest.mark.parametrize(
    "line", ["2021-12-18 12:00:01,123 INFO sync.client: content: busy", "fatal at ui/app.py:123", "seq 17, 404 bytes"]
)
def test_a_usual_line_of_the_log_stays_as_it_is(line: str) -> None:
    assert blot(line) == line


def test_what_looks_private_is_blotted() -> None:
    assert blot("SM1:ABC%*$ tel 13800001234.") == f"{BLOTTED} tel {BLOTTED}."
