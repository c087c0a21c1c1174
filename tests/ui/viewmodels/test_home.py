"""The home screen: what it knows of the person who stands before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import Booth
from desks import Desk

from ui.viewmodels.home import HomeModel


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    booth = Booth(tmp_path)
    booth.publish()
    yield Desk(booth)
    booth.close()


def test_home_says_that_a_card_is_signed_in_until_the_visit_ends(desk: Desk) -> None:
    assert HomeModel(desk.context).signedIn == ""
    sign_in = desk.booth.kiosk.sign_in
    desk.visit.signed_in = sign_in.enter(sign_in.present(desk.booth.card()))
    assert HomeModel(desk.context).signedIn == "representative"
    desk.visit.forget()
    assert HomeModel(desk.context).signedIn == ""
