"""serve and suggestions on the command line: what they print, write and refuse, in sentences."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from pens import Pen
from PIL import Image
from typer import Typer
from typer.testing import CliRunner
from worlds import World

from commands import serve, suggestions
from commands.enrolment_sheet import terminal_qr
from commands.sentences import sentence
from kiosk.crypto.sealing import OpeningKey
from kiosk.domain.receipt import group
from sync import server as server_package
from sync.errors import SyncError
from sync.server.enrolling import create_code
from sync.server.errors import ServerRefused, UnknownVenue
from sync.server.serving import NeedsPostgres
from sync.server.working_days import CalendarRefused
from sync.wire import split_enrolment_code

SOURCES = Path(server_package.__file__).parent
HTTP_ONLY = {
    "token", "too-slow", "too-large", "too-many-codes", "bad-request",
    "other-kiosk", "wrong-shape", "unknown-code", "used-code", "expired-code", "other-name",
}  # fmt: skip
"""Codes that only a request can meet; the kiosk has its own words for them."""


@pytest.fixture
def pen(tmp_path: Path) -> Iterator[Pen]:
    world = World(tmp_path)
    world.publish()
    yield Pen(world).enrol()
    world.close()


def run(app: Typer, pen: Pen, *words: str) -> str:
    """What a command prints. Its typed error is raised, as main.py would say it."""
    done = CliRunner().invoke(app, [*words, "--server", str(pen.world.server_folder)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, done.output
    return done.stdout


def data(app: Typer, pen: Pen, *words: str) -> Any:
    return json.loads(run(app, pen, *words, "--json"))


def received(pen: Pen) -> str:
    receipt = pen.suggest("路灯不亮", phone="13800000000")
    pen.send()
    return receipt


def test_a_suggestion_is_handled_from_the_command_line(pen: Pen) -> None:
    receipt = received(pen)
    code = group(receipt)
    assert "路灯不亮" in run(suggestions.app, pen, "list")
    run(suggestions.app, pen, "classify", code, "enquiry", "--by", "李工")
    run(suggestions.app, pen, "forward", code, "jtj", "--by", "李工")
    run(suggestions.app, pen, "extend", code, "--reason", "需要现场勘察", "--by", "李工")
    run(suggestions.app, pen, "reply", code, "--zh", "已安装", "--by", "李工")
    run(suggestions.app, pen, "close", code, "adopted", "--outcome", "planned", "--by", "李工")
    run(suggestions.app, pen, "revisit", code, "satisfied", "--by", "李工")
    shown = data(suggestions.app, pen, "show", code)
    assert (shown["status"]["outcome"], shown["satisfaction"], shown["extended"]) == ("planned", "satisfied", True)
    log = data(suggestions.app, pen, "audit", code)
    assert [entry["act"] for entry in log] == ["classify", "forwarded", "extend", "replied", "adopted", "revisit"]
    assert {entry["by"] for entry in log} == {"李工"}
    assert "李工" in run(suggestions.app, pen, "audit", code)
    assert data(suggestions.app, pen, "statistics")["satisfaction"] == {"satisfied": 1}


def test_what_is_due_is_listed_with_its_card(pen: Pen) -> None:
    code = group(received(pen))  # in 2021: long overdue by this machine's clock
    assert "red card" in run(suggestions.app, pen, "due")
    run(suggestions.app, pen, "close", code, "declined", "--reason", "不在职权范围")
    assert data(suggestions.app, pen, "due") == []


def test_the_outcome_of_an_adopted_one_may_be_said_later(pen: Pen) -> None:
    code = group(received(pen))
    run(suggestions.app, pen, "reply", code, "--zh", "已安装")
    run(suggestions.app, pen, "close", code, "adopted")
    run(suggestions.app, pen, "outcome", code, "published")
    shown = data(suggestions.app, pen, "show", code)
    assert (shown["status"]["outcome"], len(shown["status"]["steps"])) == ("published", 3)
    assert data(suggestions.app, pen, "statistics")["outcomes"] == {"published": 1}
    assert data(suggestions.app, pen, "audit", code)[-1]["after"] == {"outcome": "published"}


def test_what_a_resident_wrote_cannot_look_like_what_the_command_says(pen: Pen) -> None:
    code = pen.suggest("路灯不亮\n\nphone: 13900000000\u202e", phone="13800000000")
    pen.send()
    shown = run(suggestions.app, pen, "show", code).splitlines()
    assert [line for line in shown if "phone" in line][1:] == ["  │ phone: 13900000000", "phone: 13800000000"]


def test_words_that_cannot_be_read_here_are_not_passed_over(pen: Pen) -> None:
    """Else it would stand in the list like a sample, under the words for one that nobody has read yet."""
    pen.suggest("路灯不亮")
    other = OpeningKey.generate().public.raw
    intake, pen.world.intake_key = pen.world.intake_key, other
    code = pen.suggest("路灯坏了")
    pen.world.intake_key = intake
    pen.send()
    assert run(suggestions.app, pen, "list").count("cannot be read here") == 1
    assert [row["unreadable"] for row in data(suggestions.app, pen, "list") if row["receipt"] == code] == [True]


def test_merging_and_reopening(pen: Pen) -> None:
    first, second = received(pen), received(pen)
    run(suggestions.app, pen, "merge", second, first)
    assert data(suggestions.app, pen, "show", second)["merged_into"] == first
    run(suggestions.app, pen, "reopen", second, "--reason", "并非同一地点")
    assert data(suggestions.app, pen, "show", second)["merged_into"] is None


def test_a_fork_is_shown_and_decided(pen: Pen) -> None:
    pen.attend().send()
    clone = pen.clone()
    pen.cast()
    pen.send()
    clone.attend(2)
    clone.send(2)
    shown = run(serve.app, pen, "forks")
    assert "undecided" in shown and "1 cast" in shown and "2 attendance" in shown
    run(serve.app, pen, "decide", "v01-1", "B", "--by", "王工")
    assert data(serve.app, pen, "forks")[0]["kept"] == clone.head()[:8].hex()
    assert data(serve.app, pen, "audit", "fork:v01-1")[0]["by"] == "王工"


def test_parked_entries_are_listed_and_tried_again(pen: Pen) -> None:
    pen.write("hologram", {})
    pen.send()
    assert "hologram" in run(serve.app, pen, "parked")
    assert data(serve.app, pen, "retry") == {"understood": 0, "still_parked": 1}
    assert "serve parked" in run(serve.app, pen, "kiosks")
    assert data(serve.app, pen, "venues")[0]["condition"] == "parked"


def test_a_code_prints_and_writes_a_qr_that_a_camera_reads(pen: Pen, tmp_path: Path) -> None:
    for name in ("code.png", "code.pdf"):
        sheet = tmp_path / name
        made = data(serve.app, pen, "code", "v02", "1", "--to", str(sheet))
        assert made["kiosk"] == "v02-1" and split_enrolment_code(made["code"])
        assert sheet.stat().st_mode & 0o077 == 0
        if name.endswith("png"):
            assert zxingcpp.read_barcodes(Image.open(sheet))[0].text == made["code"]
        else:
            assert sheet.read_bytes().startswith(b"%PDF")


def test_a_code_for_a_kiosk_that_is_there_says_whom_it_is_for(pen: Pen) -> None:
    """A further machine under its name would stand in its place in every list."""
    assert data(serve.app, pen, "code", "v01", "1")["enrolled"]
    assert "is enrolled already" in run(serve.app, pen, "code", "v01", "1")
    assert "enrolled already" not in run(serve.app, pen, "code", "v01", "2")


def test_a_venue_that_the_campaign_does_not_have_is_refused_with_those_it_has(pen: Pen) -> None:
    with pytest.raises(UnknownVenue) as refused:
        run(serve.app, pen, "code", "v99")
    said = sentence(refused.value) or ""
    assert "v01" in said and "v11" in said and said.endswith(".")
    with pen.world.server.engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM enrolment").scalar() == 1  # the pen's own


def test_every_step_gives_data(pen: Pen) -> None:
    code = group(received(pen))
    steps = [
        ("classify", code, "enquiry"), ("forward", code, "jtj"), ("take", code), ("summarise", code, "--zh", "路灯"),
        ("extend", code, "--reason", "勘察"), ("reply", code, "--zh", "已安装"), ("close", code, "adopted"),
        ("revisit", code, "satisfied"), ("reopen", code, "--reason", "又坏了"),
    ]  # fmt: skip
    for step in steps:
        shown = data(suggestions.app, pen, *step)
        assert shown == data(suggestions.app, pen, "show", code)
    second = received(pen)
    assert data(suggestions.app, pen, "merge", second, code)["merged_into"] == shown["receipt"]


def test_where_packs_files_lie_is_shown_and_a_store_that_is_none_is_refused(pen: Pen) -> None:
    assert data(serve.app, pen, "blobs") == {"url": "folder", "endpoint": "", "region": "", "moved": 0}
    for wrong in (("https://packs",), ("s3://packs", "--s3-endpoint", "http://10.0.0.1")):
        with pytest.raises((ServerRefused, SyncError)) as refused:
            run(serve.app, pen, "blobs", *wrong)
        assert (sentence(refused.value) or "").endswith(".")
    assert data(serve.app, pen, "blobs", "folder")["moved"] == 4


def test_publishing_and_the_token_give_data(pen: Pen) -> None:
    published = data(serve.app, pen, "publish", str(pen.world.folder / "pack"))
    assert published == {"campaign": "qd2021", "version": 1, "files": 4}
    assert data(serve.app, pen, "token") == {"token": pen.world.server.token}


def test_the_qr_in_the_terminal_is_readable(pen: Pen) -> None:
    code = create_code(pen.world.server, "v01", 1)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", terminal_qr(code)).split("\n")
    assert {len(line) for line in lines} == {len(lines[0])}
    image = Image.new("L", (len(lines[0]), 2 * len(lines)), 255)
    for y, line in enumerate(lines):
        for x, block in enumerate(line):
            for half, marks in ((0, "█▀"), (1, "█▄")):
                if block in marks:
                    image.putpixel((x, 2 * y + half), 0)
    read = zxingcpp.read_barcodes(image.resize((image.width * 8, image.height * 8), Image.Resampling.NEAREST))
    assert read[0].text == code


def test_a_sheet_of_another_kind_is_refused_before_a_code_is_made(pen: Pen) -> None:
    done = CliRunner().invoke(serve.app, ["code", "v01", "--to", "x.jpg", "--server", str(pen.world.server_folder)])
    assert done.exit_code == 2


def test_a_server_that_does_not_start_leaves_the_process_its_log(pen: Pen) -> None:
    """Else everything logged later would go to a stream of that moment, closed since."""
    before = list(logging.getLogger().handlers)
    done = CliRunner().invoke(serve.app, ["--server", str(pen.world.folder / "nowhere"), "--port", "0"])
    assert done.exit_code != 0
    assert logging.getLogger().handlers == before


def codes() -> set[str]:
    text = "".join(path.read_text("utf-8") for path in SOURCES.glob("*.py"))
    kinds = "Malformed|NotFound|NotNow|Forged|CodeRefused|NotShown|TooSlow|TooLarge|TooMany"
    return set(re.findall(rf'(?:{kinds})\("([a-z-]+)"', text))


@pytest.mark.parametrize("code", sorted(codes() - HTTP_ONLY))
def test_every_code_of_the_server_has_a_sentence(code: str) -> None:
    said = sentence(ServerRefused(code))
    assert said not in (None, f"Refused: {code}.")


def test_the_other_refusals_have_sentences_too() -> None:
    assert "PostgreSQL" in (sentence(NeedsPostgres()) or "")
    assert "row 3" in (sentence(CalendarRefused(3)) or "")
