"""Ingestion on both databases: repeats, parallel copies, any order, gaps, poison, and what is never acknowledged."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from pens import Pen
from sqlalchemy import delete, event, func, select
from worlds import World

from kiosk.crypto.signing import SigningKey
from kiosk.domain.journal import Outcome, encode_entry
from sync.server.errors import Forged, Malformed
from sync.server.ingest import ingest
from sync.server.models import EnrolledKiosk, Receipt, Spent, StoredEntry, StoredSuggestion, SuggestionStep
from sync.server.server import open_server

RECORDED = (StoredEntry, Receipt, Spent, StoredSuggestion, SuggestionStep)


@pytest.fixture
def pen(bare: World) -> Pen:
    bare.publish()
    return Pen(bare).enrol()


def counts(world: World) -> tuple[int, ...]:
    with world.server.engine.begin() as connection:
        return tuple(connection.scalar(select(func.count()).select_from(table)) or 0 for table in RECORDED)


def filled(pen: Pen) -> Pen:
    """Eight entries: two casts with three ratings, a suggestion, attendances."""
    pen.attend(2)
    pen.cast(1, "fgw", "jtj")
    pen.cast(2, "fgw")
    pen.suggest()
    return pen.attend(3)


def test_the_acknowledgement_covers_what_is_stored(pen: Pen) -> None:
    answer = filled(pen).send()
    assert (answer.outcome, answer.acked_seq, answer.head_hash) == (Outcome.STORED, 8, pen.head())
    assert len(answer.spent) == 3
    assert counts(pen.world) == (8, 2, 3, 1, 1)


def test_the_same_bundle_in_five_threads_is_stored_once(pen: Pen) -> None:
    data = filled(pen).bundle()
    with ThreadPoolExecutor(5) as pool:
        answers = [pen.read(raw) for raw in pool.map(lambda _: ingest(pen.world.server, data), range(5))]
    assert {(a.outcome, a.acked_seq, a.head_hash) for a in answers} == {(Outcome.STORED, 8, pen.head())}
    assert counts(pen.world) == (8, 2, 3, 1, 1)


def in_a_process(folder: Path, url: str | None, data: bytes) -> bytes:
    server = open_server(folder, url)
    try:
        return ingest(server, data)
    finally:
        server.close()


def test_the_same_bundle_in_five_processes_is_stored_once(pen: Pen) -> None:
    data, world = filled(pen).bundle(), pen.world
    with ProcessPoolExecutor(5, multiprocessing.get_context("spawn")) as pool:
        waiting = [pool.submit(in_a_process, world.server_folder, world.database_url, data) for _ in range(5)]
        answers = [pen.read(one.result()) for one in waiting]
    assert {(a.outcome, a.acked_seq) for a in answers} == {(Outcome.STORED, 8)}
    assert counts(world) == (8, 2, 3, 1, 1)


def test_eleven_kiosks_at_the_same_moment(pen: Pen) -> None:
    pens = [filled(Pen(pen.world, f"v{number:02}-1").enrol()) for number in range(1, 12)]
    with ThreadPoolExecutor(11) as pool:
        answers = list(pool.map(lambda one: one.send(), pens))
    assert {answer.acked_seq for answer in answers} == {8}
    entries, receipts, spent, suggestions, _ = counts(pen.world)
    assert (entries, receipts, suggestions) == (88, 22, 11)
    assert spent == 3  # the same two people at every kiosk: each rating is spent once


def test_every_mark_reaches_a_kiosk_that_asks_while_others_send(pen: Pen) -> None:
    """Cursors must not pass marks that become visible later: told = all, in whatever order transactions commit."""
    asking = Pen(pen.world, "v02-1").enrol()
    told: set[bytes] = set()
    pens = [Pen(pen.world, f"v{number:02}-1").enrol() for number in range(3, 9)]
    for place, one in enumerate(pens):
        for person in range(20):
            one.cast(1000 * place + person, "fgw", "jtj")
    with ThreadPoolExecutor(6) as pool:
        sending = [pool.submit(one.send, first, first) for first in range(1, 21) for one in pens]
        while not all(done.done() for done in sending) or len(told) < 240:
            answer = asking.send()
            told |= set(answer.spent)
            asking.cursor = answer.spent_cursor
            if all(done.done() for done in sending) and not answer.spent:
                break
    for one in pens:
        one.send()  # parallel bundles of one kiosk may have found a gap; the rest follows
    answer = asking.send()
    told |= set(answer.spent)
    with pen.world.server.engine.begin() as connection:
        assert told == set(connection.scalars(select(Spent.mark)))
    assert len(told) == 240


@pytest.mark.parametrize("seed", range(5))
def test_bundles_of_one_kiosk_in_any_order_end_the_same(pen: Pen, seed: int) -> None:
    filled(pen)
    stretches = [(first, last) for first in range(1, 9) for last in range(first, 9)]
    random.Random(seed).shuffle(stretches)
    for stretch in stretches:
        assert pen.send(*stretch).outcome in (Outcome.STORED, Outcome.GAP)
    assert pen.send(8).acked_seq == 8 or pen.send().acked_seq == 8
    assert counts(pen.world) == (8, 2, 3, 1, 1)


def test_a_gap_is_answered_with_what_is_expected(pen: Pen) -> None:
    filled(pen).send(1, 2)
    answer = pen.send(5)
    assert (answer.outcome, answer.acked_seq, answer.head_hash) == (Outcome.GAP, 2, pen.head(2))
    assert counts(pen.world)[0] == 2


@pytest.mark.parametrize(
    "poison",
    [b"", b"\x00", b"\xff" * 50, b"\xa1\x61a\x01", encode_entry(1, "vote-by-mind", {}), encode_entry(1, "cast", {})],
)
def test_a_poison_entry_is_kept_acknowledged_and_never_blocks_the_rest(pen: Pen, poison: bytes) -> None:
    pen.entries.append(poison)
    pen.cast()
    answer = pen.send()
    assert (answer.outcome, answer.acked_seq) == (Outcome.STORED, 2)
    with pen.world.server.engine.begin() as connection:
        rows = connection.execute(select(StoredEntry.entry, StoredEntry.parked).order_by(StoredEntry.seq)).all()
    assert rows[0] == (poison, True) and not rows[1].parked
    assert counts(pen.world)[1] == 1


def test_a_kind_with_characters_no_database_holds_is_kept_too(pen: Pen) -> None:
    pen.write("ki\x00nd", {})
    assert pen.send().acked_seq == 1


def statements_to(pen: Pen) -> list[str]:
    """What the server's database is told from now on."""
    told: list[str] = []
    engine = pen.world.server.engine
    event.listen(engine, "before_cursor_execute", lambda c, cur, statement, *rest: told.append(statement.split()[0]))
    return told


def test_an_idle_kiosk_is_answered_with_one_question_to_the_database(pen: Pen) -> None:
    pen.cursor = filled(pen).send().spent_cursor
    told = statements_to(pen)
    idle = pen.send(9)
    assert (idle.outcome, idle.acked_seq, idle.spent, idle.spent_cursor) == (Outcome.STORED, 8, (), pen.cursor)
    assert [word for word in told if word != "BEGIN"] == ["SELECT"]


def test_an_idle_kiosk_is_told_new_spent_marks_without_writing(pen: Pen) -> None:
    filled(pen).send()
    behind = Pen(pen.world, pen.kiosk, pen.key, pen.epoch, pen.entries)
    told = statements_to(pen)
    idle = behind.send(9)
    assert (idle.outcome, idle.acked_seq, len(idle.spent)) == (Outcome.STORED, 8, 3)
    assert set(told) <= {"BEGIN", "SELECT"}


def test_a_kiosk_that_is_not_in_the_database_any_more_is_refused_at_once(pen: Pen) -> None:
    filled(pen).send()
    with pen.world.server.engine.begin() as connection:
        connection.execute(delete(EnrolledKiosk))
    with pytest.raises(Forged, match="unknown-kiosk"):
        pen.send()


def test_a_kiosk_is_seen_again_after_a_while(pen: Pen) -> None:
    filled(pen).send()
    pen.world.now += 31
    pen.send(9)
    with pen.world.server.engine.begin() as connection:
        assert connection.scalar(select(EnrolledKiosk.seen_at)) == pen.world.now


def test_health_is_bounded_and_holds_nothing_a_database_refuses(pen: Pen) -> None:
    health = {f"k{n}\x00" + "x" * 99: "v\x00" * 99 for n in range(100)} | {"big": 2**64 - 1, "free_mb": 5}
    assert pen.read(ingest(pen.world.server, pen.bundle(health=health))).acked_seq == 0
    with pen.world.server.engine.begin() as connection:
        stored = connection.scalar(select(EnrolledKiosk.health))
    assert stored is not None and len(stored) <= 32
    assert all(len(name) <= 40 and "\x00" not in f"{name}{value}" for name, value in stored.items())


def anothers(pen: Pen) -> Pen:
    """Signs as this kiosk, claims to be another one."""
    return Pen(pen.world, "v09-9", pen.key)


FORGERIES: list[tuple[Callable[[Pen], bytes], type[Exception], str]] = [
    (lambda pen: Pen(pen.world, pen.kiosk, SigningKey.generate()).bundle(), Forged, "unknown-kiosk"),
    (lambda pen: anothers(pen).bundle(), Forged, "other-kiosk"),
    (lambda pen: pen.bundle(campaign="qd2020"), Forged, "other-campaign"),
    (lambda pen: pen.bundle(head_hash=bytes(32)), Malformed, "broken-chain"),
    (lambda pen: pen.bundle(v=2), Malformed, "unknown-version"),
    (lambda pen: pen.bundle(spent_cursor=-1), Malformed, "wrong-shape"),
    (lambda pen: pen.bundle(spent_cursor=2**64 - 1), Malformed, "wrong-shape"),
    (lambda pen: b"captive portal", Malformed, "not-zstd"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "kind", "code"), FORGERIES)
def test_what_is_not_a_genuine_bundle_changes_nothing(
    pen: Pen, make: Callable[[Pen], bytes], kind: type[Exception], code: str
) -> None:
    with pytest.raises(kind) as refused:
        ingest(pen.world.server, make(pen))
    assert refused.value.code == code  # type: ignore[attr-defined]
    assert counts(pen.world) == (0, 0, 0, 0, 0)


def test_a_flipped_bit_anywhere_is_refused(pen: Pen) -> None:
    data = filled(pen).bundle()
    chance = random.Random(1)
    for _ in range(40):
        place = chance.randrange(len(data))
        broken = data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
        with pytest.raises((Malformed, Forged)):
            ingest(pen.world.server, broken)
    assert counts(pen.world)[0] == 0
