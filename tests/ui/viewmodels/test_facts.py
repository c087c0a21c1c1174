"""What every screen may show about the kiosk, with and without content."""

from __future__ import annotations

from ui.viewmodels.facts import Facts, KioskFacts


def test_with_content_the_city_stands_beside_the_year() -> None:
    assert KioskFacts(Facts(year=2021)).cityAndYear == {"zh": "青岛市 2021 年", "en": "Qingdao 2021"}


def test_without_content_it_is_said_what_the_event_is() -> None:
    without = KioskFacts(Facts()).cityAndYear
    assert without["zh"] == "青岛市：向市民报告，听市民意见，请市民评议"
    assert without["en"].startswith("Qingdao reports to its citizens")
