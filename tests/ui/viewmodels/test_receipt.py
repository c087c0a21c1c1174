"""What a receipt shows: a code, an address for the phone, waves that belong to this code alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk

from ui.viewmodels.receipt import ReceiptModel

CODE = "7K4M2P9X3M"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    booth = Booth(tmp_path)
    booth.publish()
    yield Desk(booth)
    booth.close()


@pytest.mark.parametrize(("kind", "page"), [("ballot", "b"), ("suggestion", "s")])
def test_the_qr_leads_to_the_servers_page_for_this_receipt(desk: Desk, kind: str, page: str) -> None:
    receipt = ReceiptModel(desk.context, kind, CODE)
    assert receipt.code == "7K4M-2P9X-3M"
    assert receipt.address == f"http://127.0.0.1/{page}/{CODE}"
    assert receipt.idleKind == "receipt"


def test_the_waves_belong_to_the_code(desk: Desk) -> None:
    waves = ReceiptModel(desk.context, "suggestion", CODE).waves
    assert len(waves) == 36
    assert all(0 <= height <= 1 for height in waves)
    assert waves == ReceiptModel(desk.context, "suggestion", CODE).waves
    assert waves != ReceiptModel(desk.context, "suggestion", "7K4M2P9X4K").waves


def test_nobody_goes_on_rating_who_is_not_signed_in(desk: Desk) -> None:
    receipt = ReceiptModel(desk.context, "suggestion", CODE)
    receipt.goOn()
    assert not receipt.signedIn
    assert desk.opened == []


def test_done_leads_home(desk: Desk) -> None:
    ReceiptModel(desk.context, "suggestion", CODE).done()
    assert desk.opened == [("home", {})]
