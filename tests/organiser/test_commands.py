"""roster, keys and tally on the command line: what they print, write and refuse, in sentences."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from organiser_samples import sample_campaign
from small_count import ITEMS
from synthetic_count import Collection, card, cast, collected, seal_mark
from typer import Typer
from typer.testing import CliRunner
from worlds import World

from commands import keys, roster, tally
from commands.sentences import sentence
from kiosk.crypto.sealing import SealingKey
from organiser.ceremony import Ceremony, hold_ceremony
from organiser.issuing import Issued, UnknownCard
from organiser.key_text import KeyKind
from organiser.keys import write_public, write_signing_key
from organiser.office import Office
from organiser.sample_roster import demo_roster
from organiser.shares import SharesRefused, check_share, read_share, recover
from organiser.tally.errors import ReleaseRefused

DEMO = Path(__file__).parents[2] / "assets" / "demo"
PEOPLE = 12


def run(app: Typer, *words: object, ok: bool = True, typed: str | None = None) -> str:
    """What a command prints. Its typed error is raised, as main.py would say it."""
    done = CliRunner().invoke(app, [str(word) for word in words], input=typed)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert (done.exit_code == 0) is ok, done.output
    return done.output


@dataclass
class Desk:
    """An organiser's desk on the evening of the count."""

    folder: Path
    held: Ceremony

    def count(self, *words: object, ok: bool = True, typed: str | None = None) -> str:
        return run(
            tally.app, "count", self.folder / "collection", "--pack", self.folder / "pack", "--office",
            self.folder / "office", "--out", self.folder / "out", "--smallest-cell", 1, *words, ok=ok, typed=typed,
        )  # fmt: skip

    def verify(self, *words: object, ok: bool = True) -> str:
        return run(
            tally.app, "verify", self.folder / "out", "--collection", self.folder / "collection", "--pack",
            self.folder / "pack", "--organiser", self.folder / "office" / "organiser.pub", *words, ok=ok,
        )  # fmt: skip

    @property
    def shares(self) -> list[object]:
        return [word for path in self.held.share_files[1:4] for word in ("--share", path)]

    @property
    def closing(self) -> list[object]:
        path = self.folder / "closing.csv"
        path.write_text(f"终端,记录数\nv01-1,{PEOPLE}\n", "utf-8")
        return ["--closing", path]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    held = hold_ceremony(tmp_path / "ceremony", campaign="qd2021", pages=False)
    key = recover([read_share(path) for path in held.share_files[:3]], held.public)
    world = World(tmp_path, tally=key)
    world.publish()
    world.close()
    campaign, office = world.campaign(), Office(tmp_path / "office")
    office.folder.mkdir()
    write_signing_key(office.folder / "organiser.pem", world.organiser)
    write_public(office.folder / "organiser.pub", world.organiser.public, KeyKind.ORGANISER)
    cards = tuple(card(number, campaign) for number in range(PEOPLE))
    office.save_issued(Issued(cards))
    records = []
    for number, one in enumerate(cards, 1):
        sealed = {item: seal_mark(campaign, item, 1 + number % 4) for item in ITEMS}
        records.append(collected("v01-1", one.row.venue, number, cast(campaign, one.id, bytes([number]) * 16, sealed)))
    Collection(tmp_path / "collection", campaign, world.organiser).write(iter(records))
    return Desk(tmp_path, held)


def test_a_count_with_three_shares_and_closing_reports_is_verified_by_all(desk: Desk) -> None:
    said = desk.count(*desk.shares, *desk.closing)
    assert "48" in said and "publish" in said
    assert "Every stage was repeated and is the same." in desk.verify(*desk.shares, "--office", desk.folder / "office")
    assert "Opening was not repeated" in desk.verify()
    path = desk.folder / "out" / "5-shuffled.cborseq"
    path.write_bytes(path.read_bytes()[:-1])
    found = json.loads(desk.verify("--json", ok=False))
    assert {"file": "5-shuffled.cborseq", "code": "file", "record": 0} in found["differences"]
    assert "5-shuffled.cborseq: is not the file that was signed" in desk.verify(ok=False).replace("\n", " ")


def test_a_kiosk_that_is_not_in_stops_the_count_until_a_reason_is_given(desk: Desk) -> None:
    with pytest.raises(ReleaseRefused) as caught:
        desk.count(*desk.shares)
    said = sentence(caught.value)
    assert said is not None and "v01-1: no closing report" in said and "--allow-missing" in said
    assert not (desk.folder / "out").exists()
    desk.count(*desk.shares, "--allow-missing", "联席会议办公室第 7 号决定")
    assert "联席会议办公室第 7 号决定" in (desk.folder / "out" / "publish" / "results.html").read_text("utf-8")
    assert desk.verify()


def test_shares_are_asked_for_at_a_terminal_and_not_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tally, "at_terminal", lambda: True)
    shares = [check_share(read_share(path)) for path in desk.held.share_files[:3]]
    mistyped = shares[0].replace(shares[0].split()[3], "zzzz", 1)
    said = desk.count(*desk.closing, typed="\n".join([mistyped, *shares]) + "\n")
    assert "word 4 “zzzz” is not in the word list" in said.replace("\n", " ")
    assert shares[1].split()[20] + " " + shares[1].split()[21] not in said
    assert "Results" in said


def test_without_shares_and_without_a_terminal_nothing_waits(desk: Desk) -> None:
    assert "--share" in desk.count(*desk.closing, ok=False)


def test_a_campaign_that_is_not_a_sample_keeps_the_smallest_cell(desk: Desk) -> None:
    world = World(desk.folder / "real")
    world.publish(sample=False)
    world.close()
    office = Office(desk.folder / "office")
    for name in ("organiser.pem", "organiser.pub"):
        (office.folder / name).unlink()
    write_signing_key(office.folder / "organiser.pem", world.organiser)
    write_public(office.folder / "organiser.pub", world.organiser.public, KeyKind.ORGANISER)
    said = run(
        tally.app, "count", desk.folder / "collection", "--pack", desk.folder / "real" / "pack", "--office",
        office.folder, "--out", desk.folder / "x", "--smallest-cell", 9, ok=False,
    )  # fmt: skip
    assert "for sample data only" in said.replace("\n", " ")


SHARE_CODES = (
    "unknown-word",
    "wrong-word",
    "wrong-length",
    "damaged",
    "too-few",
    "not-together",
    "twice",
    "other-key",
)


@pytest.mark.parametrize("code", SHARE_CODES)
def test_every_reason_of_refused_shares_is_a_sentence(code: str) -> None:
    said = sentence(SharesRefused(code, 2, 7, "acadmic"))
    assert said is not None and not said.endswith(f"anything: {code}.")


def prepared(folder: Path) -> Path:
    """An office with all public keys, made by the commands themselves where they make them."""
    run(keys.app, "organiser", "--office", folder)
    write_public(folder / "tally.pub", SealingKey(bytes(range(32))), KeyKind.TALLY)
    write_public(folder / "intake.pub", SealingKey(bytes(range(32))), KeyKind.INTAKE)
    return folder


def roster_file(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["编号", "姓名", "手机", "类别", "产生方式", "区市", "镇街", "会场", "身份"])
        for r in demo_roster(sample_campaign(), 5)[:count]:
            writer.writerow(
                [r.card_no, r.name, r.phone, r.category, r.route.value, r.district, r.street, r.venue, r.role]
            )
    return path


def test_a_roster_is_imported_and_its_gaps_are_named(tmp_path: Path) -> None:
    office = prepared(tmp_path / "office")
    words: tuple[Any, ...] = ("--campaign", DEMO, "--office", office)
    file = roster_file(tmp_path / "roster.csv", 200)
    made = json.loads(run(roster.app, "import", file, *words, "--json"))
    assert (made["representatives"], made["cards_issued"]) == (200, 200)
    assert {gap["category"] for gap in made["quota_gaps"]} >= {"enterprise", "town"}
    assert made["uncovered_streets"]
    assert sum(made["by_category"].values()) == sum(made["by_district"].values()) == 200
    assert set(made["by_route"]) == {"random", "recommended", "volunteer"}
    said = run(roster.app, "import", file, *words)
    assert "0 cards issued" in said and "nobody of the category town" in said


def test_a_roster_needs_no_keys_and_a_second_one_is_compared_with_the_cards(tmp_path: Path) -> None:
    office = tmp_path / "office"
    office.mkdir()
    words: tuple[Any, ...] = ("--campaign", DEMO, "--office", office)
    file = roster_file(tmp_path / "roster.csv", 20)
    assert json.loads(run(roster.app, "import", file, *words, "--json"))["changed"] == []
    header, first, *others = file.read_text("utf-8").splitlines()
    cells = first.split(",")
    cells[2] = "10012345678"
    file.write_text("\n".join([header, ",".join(cells), *others[:-2]]), "utf-8")
    made = json.loads(run(roster.app, "import", file, *words, "--json"))
    assert [(change["card_no"], change["columns"]) for change in made["changed"]] == [(cells[0], ["phone"])]
    assert made["not_in_file"] == [line.split(",")[0] for line in others[-2:]]
    said = " ".join(run(roster.app, "import", file, *words).split())
    assert f"{cells[0]} (phone)" in said and "--correct" in said and "roster revoke" in said
    said = " ".join(run(roster.app, "import", file, *words, "--correct").split())
    assert "1 people differ from the list of cards and were taken over; 0 of them have a new card" in said
    assert Office(office).issued().valid_card(cells[0]).row.phone == "10012345678"


def test_cards_of_some_are_printed_and_drawn_and_an_unknown_number_is_refused(tmp_path: Path) -> None:
    office = prepared(tmp_path / "office")
    words: tuple[Any, ...] = ("--campaign", DEMO, "--office", office)
    run(roster.app, "import", roster_file(tmp_path / "roster.csv", 40), *words)
    run(roster.app, "cards", *words, "--out", tmp_path / "cards", "--png")
    pictures = sorted(path.name for path in (tmp_path / "cards").glob("*.png"))
    assert len(pictures) == 40 and pictures[0] == "card-0001.png"
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "cards").iterdir())
    with pytest.raises(UnknownCard):
        run(roster.app, "cards", *words, "--out", tmp_path / "cards", "--only", "9999")
    run(roster.app, "reissue", "0001", "--office", office, "--stolen")
    run(roster.app, "revoke", "0002", "--office", office)
    issued = Office(office).issued()
    assert (len(issued.valid), len(issued.revoked)) == (39, 2)


def test_a_draw_is_repeated_from_what_it_published(tmp_path: Path) -> None:
    pool = roster_file(tmp_path / "pool.csv", 600)
    secret, public = "a long secret", "07 11 16"
    words: tuple[Any, ...] = ("--campaign", DEMO, "--seats", "enterprise=20", "--seats", "town=0", "--seats")
    words = (*words, "resident=30", "--seats", "worker=0", "--seats", "farmer=0", "--cover", "")
    made = json.loads(
        run(
            roster.app, "draw", pool, *words, "--seed", public, "--secret", secret, "--commitment",
            hashlib.sha256(secret.encode()).hexdigest(), "--out", tmp_path / "first", "--json",
        )
    )  # fmt: skip
    assert len(made["drawn"]) == 50
    again = run(roster.app, "draw", tmp_path / "first" / "pool.csv", *words, "--seed", made["seed"], "--out",
                tmp_path / "again", "--json")  # fmt: skip
    assert json.loads(again)["drawn"] == made["drawn"]
    assert json.loads(again)["pool_sha256"] == made["pool_sha256"]
