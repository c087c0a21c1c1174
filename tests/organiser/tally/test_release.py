"""One release: nothing is counted before every kiosk is in or declared lost, unless a reason is given and printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from organiser.tally.errors import ReleaseRefused, TallyRefused
from organiser.tally.release import Closing, Delivery, read_closings, release
from organiser.tally.statement import ExportedEpoch, ExportStatement, ForkDecision

HEAD = bytes(range(32))
EXPORT = ExportStatement(1, "qd2021", b"s" * 16, 0, b"h" * 32, 9, {"v01-1": 40, "v02-1": 30}, 0, 0)
BOTH = (Closing("v01-1", 40), Closing("v02-1", 30))


def test_everything_in_is_released() -> None:
    made = release(EXPORT, BOTH)
    assert [kiosk.state for kiosk in made.kiosks] == [Delivery.COMPLETE, Delivery.COMPLETE]
    assert made.reason == ""


@pytest.mark.parametrize(
    ("closings", "missing"),
    [
        ((), {"v01-1": "unreported", "v02-1": "unreported"}),
        (BOTH[:1], {"v02-1": "unreported"}),
        ((BOTH[0], Closing("v02-1", 31)), {"v02-1": "missing"}),
        ((*BOTH, Closing("v03-1", 5)), {"v03-1": "missing"}),
    ],
)
def test_a_kiosk_that_is_not_in_stops_the_count_and_is_named(
    closings: tuple[Closing, ...], missing: dict[str, str]
) -> None:
    with pytest.raises(ReleaseRefused) as caught:
        release(EXPORT, closings)
    assert caught.value.kiosks == missing
    made = release(EXPORT, closings, "venue flooded, office decision 7")
    assert made.reason == "venue flooded, office decision 7"
    assert made.incomplete == missing


def test_a_lost_kiosk_is_named_with_its_reason_and_stops_nothing() -> None:
    made = release(EXPORT, (BOTH[0], Closing("v02-1", 0, lost="stolen on 19 December")))
    assert (made.kiosks[1].state, made.kiosks[1].lost) == (Delivery.LOST, "stolen on 19 December")


def test_a_reason_without_need_is_not_printed() -> None:
    assert release(EXPORT, BOTH, "just in case").reason == ""


def test_an_undecided_fork_stops_the_count_and_a_decided_one_is_named() -> None:
    undecided = replace(EXPORT, frozen=1, forks=(ForkDecision("v01-1", b"e" * 16, 12, "", 3),))
    with pytest.raises(ReleaseRefused) as caught:
        release(undecided, BOTH)
    assert caught.value.kiosks == {"v01-1": "frozen"}
    decided = replace(EXPORT, forks=(ForkDecision("v01-1", b"e" * 16, 12, "a", 3),))
    (aside,) = release(decided, BOTH).aside
    assert (aside.kiosk, aside.why, aside.entries) == ("v01-1", "fork", 3)


def test_heads_are_compared_where_the_server_names_them() -> None:
    epoch = ExportedEpoch("v01-1", b"e" * 16, 40, HEAD, False, 2, 0)
    export = replace(EXPORT, epochs=(epoch,), quarantined=2)
    made = release(export, (Closing("v01-1", 40, "00010203"), BOTH[1]))
    assert made.kiosks[0].state is Delivery.COMPLETE
    assert (made.aside[0].why, made.aside[0].entries) == ("quarantine", 2)
    with pytest.raises(ReleaseRefused) as caught:
        release(export, (Closing("v01-1", 40, "deadbeef"), BOTH[1]))
    assert caught.value.kiosks == {"v01-1": "other-head"}


@pytest.mark.parametrize("header", ["kiosk,entries,head,lost", "终端,记录数,流水指纹,灭失原因"])
def test_closing_reports_are_read_from_a_table(tmp_path: Path, header: str) -> None:
    path = tmp_path / "closing.csv"
    path.write_text(f"{header}\nv01-1,40,0001 0203 AB,\nv02-1,,,烧毁\n", "utf-8")
    assert read_closings(path) == (Closing("v01-1", 40, "00010203ab"), Closing("v02-1", 0, "", "烧毁"))


@pytest.mark.parametrize("line", ["v01-1,,,", "v01-1,many,,", "v01-1,-1,,", ",4,,", "v01-1,4,xyz,", "v01-1,4,0001,"])
def test_a_closing_report_that_says_nothing_is_refused(tmp_path: Path, line: str) -> None:
    path = tmp_path / "closing.csv"
    path.write_text(f"kiosk,entries,head,lost\nv09-1,3,,\n{line}\n", "utf-8")
    with pytest.raises(TallyRefused) as caught:
        read_closings(path)
    assert (caught.value.code, caught.value.file) == ("bad-closing", "closing.csv, row 3")


def test_a_kiosk_that_is_reported_twice_is_named_instead_of_believing_the_last_row(tmp_path: Path) -> None:
    path = tmp_path / "closing.csv"
    path.write_text("kiosk,entries\nv01-1,40\nv02-1,3\nv01-1,4\n", "utf-8")
    with pytest.raises(TallyRefused) as caught:
        read_closings(path)
    assert (caught.value.code, caught.value.file) == ("closing-twice", "closing.csv, row 4")


def test_a_table_of_something_else_is_no_closing_report(tmp_path: Path) -> None:
    path = tmp_path / "closing.csv"
    path.write_text("card_no,name\n1,2\n", "utf-8")
    with pytest.raises(TallyRefused) as caught:
        read_closings(path)
    assert (caught.value.code, caught.value.file) == ("bad-closing", "closing.csv")
