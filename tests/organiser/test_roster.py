"""The roster: bad rows are named, nothing half imported, quotas held."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from organiser_samples import sample_campaign

from kiosk.domain.credential import Role
from organiser.roster import (
    QuotaGap,
    RosterRefused,
    RosterRow,
    Route,
    RowProblem,
    check_quotas,
    compose,
    uncovered_streets,
)
from organiser.roster_reading import read_roster
from organiser.sample_roster import demo_roster

CAMPAIGN = sample_campaign()
HEADER = "card_no,name,phone,category,route,district,street,venue,role"
GOOD = "0001,王小明,100 0000-0001,enterprise,random,市南区,湛山街道,v01,representative"
STAFF = "S001,李雷,10000000002,,,市南区,,v01,staff"
EXPECTED = RosterRow(
    "0001", "王小明", "10000000001", "enterprise", Route.RANDOM, "市南区", "湛山街道", "v01", Role.REPRESENTATIVE
)


def csv_file(folder: Path, *lines: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = folder / "roster.csv"
    path.write_text("\n".join((header, *lines)), encoding)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_from_any_chinese_office_is_read(tmp_path: Path, encoding: str) -> None:
    roster = read_roster(csv_file(tmp_path, GOOD, "", STAFF, encoding=encoding), CAMPAIGN)
    assert roster.rows[0] == EXPECTED
    assert roster.rows[1].role is Role.STAFF
    assert roster.skipped == ()


def test_chinese_headers_and_words_in_any_order_are_read(tmp_path: Path) -> None:
    header = "身份,会场,镇（街）,区市,产生方式,类别,手机号,姓名,编号,备注"
    line = "市民代表,市南区,湛山街道,市南区,随机抽取,企业代表,10000000001,王小明,0001,无"
    assert read_roster(csv_file(tmp_path, line, header=header), CAMPAIGN).rows == (EXPECTED,)


def test_an_excel_sheet_with_numbers_as_numbers_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER.split(","))
    sheet.append(["0001", "王小明", 10000000001.0, "企业代表", "随机", "市南区", "湛山街道", "v01", "代表"])
    sheet.append([None] * 9)
    book.save(tmp_path / "r.xlsx")
    assert read_roster(tmp_path / "r.xlsx", CAMPAIGN).rows == (EXPECTED,)


def test_every_bad_row_is_named_with_every_reason_and_nothing_is_imported(tmp_path: Path) -> None:
    path = csv_file(
        tmp_path,
        GOOD,
        "0002,,12,dockers,by-lot,,街,v99,mayor",
        "0001,=cmd(),10000000003,enterprise,random,市南区,街,v01,representative",
        "0004,王小明,10000000001,enterprise,random,市南区,街,v01,representative",
    )
    with pytest.raises(RosterRefused) as caught:
        read_roster(path, CAMPAIGN)
    assert caught.value.code == "bad-rows"
    assert caught.value.problems == (
        RowProblem(3, "name", "empty"),
        RowProblem(3, "district", "empty"),
        RowProblem(3, "phone", "bad-phone", "12"),
        RowProblem(3, "role", "unknown", "mayor"),
        RowProblem(3, "venue", "unknown", "v99"),
        RowProblem(3, "category", "unknown", "dockers"),
        RowProblem(3, "route", "unknown", "by-lot"),
        RowProblem(4, "name", "bad-text", "=cmd()"),
        RowProblem(4, "card_no", "twice", "0001"),
        RowProblem(5, "name", "twice", "王小明"),
    )
    kept = read_roster(path, CAMPAIGN, skip_bad=True)
    assert kept.rows == (EXPECTED,)
    assert kept.skipped == caught.value.problems


def test_missing_columns_are_named(tmp_path: Path) -> None:
    with pytest.raises(RosterRefused) as caught:
        read_roster(csv_file(tmp_path, GOOD, header=HEADER.replace("venue", "x").replace("phone", "y")), CAMPAIGN)
    assert (caught.value.code, caught.value.columns) == ("missing-columns", ("phone", "venue"))


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("r.xlsx", b"PK\x03\x04broken", "damaged"),
        ("r.csv", b"\xff\xff\xff", "damaged"),
        ("r.csv", b"\n\n", "empty"),
        ("r.ods", b"x", "unknown-type"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(RosterRefused) as caught:
        read_roster(tmp_path / name, CAMPAIGN)
    assert caught.value.code == code


def test_quotas_name_the_categories_that_do_not_fill() -> None:
    rows = demo_roster(CAMPAIGN, 1)
    assert check_quotas(rows, CAMPAIGN) == ()
    town = next(row for row in rows if row.category == "town")
    gaps = check_quotas([row for row in rows if row is not town], CAMPAIGN)
    assert gaps == (QuotaGap("town", 422, 421),)


def test_streets_without_somebody_of_the_covering_category_are_named() -> None:
    rows = demo_roster(CAMPAIGN, 1)
    bare = [row for row in rows if not (row.street == "湛山街道" and row.category == "town")]
    assert ("市南区", "湛山街道") in uncovered_streets(bare, "town")
    assert ("市南区", "湛山街道") not in uncovered_streets(rows, "town")
    assert uncovered_streets([row for row in rows if row.role is Role.STAFF], "town") == (), "staff have no seats"


def test_the_demo_roster_is_the_whole_event_and_the_same_every_time() -> None:
    rows = demo_roster(CAMPAIGN, 1)
    made_up = compose(rows)
    assert (made_up.representatives, made_up.staff) == (3200, 22)
    assert made_up.by_category["enterprise"] == 978
    assert set(made_up.by_route) == {"random", "recommended", "volunteer"}
    assert set(made_up.by_district) == {venue.name.zh for venue in CAMPAIGN.venues}
    assert demo_roster(CAMPAIGN, 1) == rows != demo_roster(CAMPAIGN, 2)
    assert all(row.phone.startswith("100") and len(row.phone) == 11 for row in rows)
    staff = [row.venue for row in rows if row.role is Role.STAFF]
    assert sorted(staff) == sorted(2 * [venue.id for venue in CAMPAIGN.venues])


def test_the_demo_roster_passes_its_own_checks(tmp_path: Path) -> None:
    rows = demo_roster(CAMPAIGN, 1)
    lines = (
        ",".join((r.card_no, r.name, r.phone, r.category, r.route, r.district, r.street, r.venue, r.role)) for r in rows
    )
    assert read_roster(csv_file(tmp_path, *lines), CAMPAIGN).rows == rows
