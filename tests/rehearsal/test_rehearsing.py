"""A small event with every fault, from the command line's point of view and with things taken away afterwards."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from commands.app import app
from kiosk.services.kiosk import DATABASE
from rehearsal.diary import Diary, Line, Saw, read_diary
from rehearsal.event import Event
from rehearsal.rehearsing import Outcome, Stages, hold_event, judge
from rehearsal.size import Size
from sync.server.database import open_database, put_fact
from sync.server.models import StoredEntry, StoredSuggestion
from sync.server.server import open_server

ROOT = Path(__file__).resolve().parents[2]
SMALL = Size(kiosks=2, representatives=24, suggestions=12, days=2, faults=True, seed=7)


def quiet(*about: object) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def event(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Event]:
    yield hold_event(tmp_path_factory.mktemp("event"), ROOT / "assets/demo", SMALL, None, quiet, Stages(quiet))


def judged(event: Event) -> Outcome:
    return judge(event, Stages(quiet))


def test_all_that_was_put_in_comes_out_after_power_cuts_sticks_and_wrong_clocks(event: Event) -> None:
    outcome = judged(event)
    assert outcome.mismatches == ()
    assert outcome.power_cuts > 0 and outcome.faults["server"] > 0 and outcome.faults["sticks"] > 0
    assert outcome.counted_ratings > 24 * 38 * 0.7 and outcome.suggestions >= 12
    assert outcome.refused_cards > 0


def test_a_suggestion_that_is_lost_at_the_server_is_named(event: Event) -> None:
    server = open_server(event.world.server_folder)
    with server.engine.begin() as connection:
        lost = connection.execute(select(StoredSuggestion.__table__).limit(1)).one()
        connection.execute(delete(StoredSuggestion).where(StoredSuggestion.receipt == lost.receipt))
    try:
        found = judged(event).mismatches
        assert {mismatch.what for mismatch in found} == {"suggestions", "suggestion-receipt"}
        assert any(mismatch.where == lost.receipt for mismatch in found)
    finally:
        with server.engine.begin() as connection:
            connection.execute(StoredSuggestion.__table__.insert().values(lost._asdict()))
        server.close()


def test_a_cast_that_is_lost_at_the_server_is_missed_in_the_journal_and_in_the_count(event: Event) -> None:
    server = open_server(event.world.server_folder)
    with server.engine.begin() as connection:
        lost = connection.execute(select(StoredEntry.__table__).where(StoredEntry.kind == "cast").limit(1)).one()
        connection.execute(delete(StoredEntry).where(StoredEntry.hash == lost.hash))
    try:
        found = {mismatch.what for mismatch in judged(event).mismatches}
        assert "journal" in found and ({"piles", "boxes-set-aside"} & found)
    finally:
        with server.engine.begin() as connection:
            connection.execute(StoredEntry.__table__.insert().values(lost._asdict()))
        server.close()


def test_a_cast_that_nobody_made_is_found(event: Event) -> None:
    """What it looks like if a kiosk wrote a ballot of its own: the people's diary does not know it."""
    kiosk = next(iter(event.kiosks.values()))
    lines = read_diary(kiosk.diary)
    kept = kiosk.diary.read_bytes()
    dropped = next(line for line in lines if line.saw is Saw.RECORDED and line.form == "ballot")
    kiosk.diary.unlink()
    diary = Diary(kiosk.diary)
    for line in lines:
        if line != dropped:
            diary.write(line)
    diary.close()
    try:
        assert "cast-nobody-knows-of" in {mismatch.what for mismatch in judged(event).mismatches}
    finally:
        kiosk.diary.write_bytes(kept)


def test_nothing_that_people_wrote_is_on_a_kiosks_disk(event: Event) -> None:
    """Promise 2 holds through all faults: phone numbers and words are looked for in every file of the kiosks."""
    secrets = [
        secret.encode() for visit in event.plan.by_number.values() for secret in (visit.phone, visit.words) if secret
    ]
    assert secrets
    files = [path for kiosk in event.kiosks.values() for path in kiosk.folder.rglob("*") if path.is_file()]
    assert any(path.name == DATABASE for path in files)
    everything = b"".join(path.read_bytes() for path in files)
    assert not [secret for secret in secrets if secret in everything]


def test_the_command_says_what_happened_as_json(tmp_path: Path) -> None:
    size = ("--kiosks", "1", "--representatives", "20", "--suggestions", "3", "--days", "1", "--seed", "3")
    command = [sys.executable, str(ROOT / "main.py"), "rehearse", *size, "--json", "--keep", str(tmp_path / "kept")]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    said = json.loads(done.stdout)
    assert said["mismatches"] == [] and said["suggestions"] >= 3 and said["counted_ratings"] > 0
    again = subprocess.run(command, capture_output=True, check=False)
    assert again.returncode == 2 and "is not empty" in again.stderr.decode()


def test_a_line_of_a_diary_is_there_as_soon_as_it_is_written(tmp_path: Path) -> None:
    diary = Diary(tmp_path / "diary")
    diary.write(Line(1, Saw.BEGUN))
    assert read_diary(tmp_path / "diary") == [Line(1, Saw.BEGUN)]
    diary.close()


def test_a_rehearsal_that_is_ended_ends_what_it_started(tmp_path: Path) -> None:
    size = ["--kiosks", "2", "--representatives", "400", "--suggestions", "200", "--keep", str(tmp_path / "kept")]
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "rehearse", *size], stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        while "The event" not in (line := process.stderr.readline()):
            assert line, "it ended too early"
        tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
        children = [child for task in tasks for child in task.read_text("ascii").split()]
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
        assert process.wait() == 130
    assert len(children) >= 1
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def test_a_database_that_was_used_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path}/used.sqlite3"
    engine = open_database(url)
    with engine.begin() as connection:
        put_fact(connection, "server_epoch", bytes(16))
    engine.dispose()
    with pytest.raises(SystemExit) as left:
        app(["rehearse", "--database-url", url, "--keep", str(tmp_path / "kept")])
    assert left.value.code == 2 and "empty one of its own" in capsys.readouterr().err
    assert not (tmp_path / "kept").exists()
