"""Pages read without SQLite give the rows that SQLite gives, and nothing else whatever the bytes are."""

from __future__ import annotations

from pathlib import Path

import pysqlite3
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.storage.pages import page_size, read_wal, rows, split_pages

Value = int | bytes | str | None
VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.binary(max_size=9000),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=300),
)


def written(folder: Path, values: list[tuple[Value, ...]], page: int = 4096) -> Path:
    path = folder / "any.sqlite3"
    for name in folder.glob("any.*"):
        name.unlink()
    connection = pysqlite3.connect(str(path))
    connection.execute(f"PRAGMA page_size={page}")
    connection.execute("CREATE TABLE any (a, b, c)")
    connection.executemany("INSERT INTO any VALUES (?, ?, ?)", values)
    connection.commit()
    connection.close()
    return path


@settings(max_examples=40, deadline=None)
@given(
    values=st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=30),
    page=st.sampled_from([512, 1024, 4096, 65536]),
)
def test_every_row_of_a_sound_file_is_found(
    tmp_path_factory: pytest.TempPathFactory, values: list[tuple[Value, ...]], page: int
) -> None:
    folder = tmp_path_factory.mktemp("pages")
    data = written(folder, values, page).read_bytes()
    assert page_size(data) == page
    found = [row for row in rows(split_pages(data)) if len(row) == 3]
    assert sorted(map(repr, found)) == sorted(map(repr, values))


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=3000), guess=st.booleans())
def test_any_bytes_are_read_without_an_error(data: bytes, guess: bool) -> None:
    list(rows({1: data, 2: b"\x0d" + data}, guess=guess))
    read_wal(data)
    split_pages(data)


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), flips=st.integers(1, 40))
def test_flipped_bytes_never_break_the_reader(tmp_path_factory: pytest.TempPathFactory, seed: int, flips: int) -> None:
    import random

    folder = tmp_path_factory.mktemp("flips")
    data = bytearray(written(folder, [(n, bytes([n]) * 900 * n, str(n)) for n in range(12)]).read_bytes())
    dice = random.Random(seed)
    for _ in range(flips):
        data[dice.randrange(len(data))] = dice.randrange(256)
    list(rows(split_pages(bytes(data)), guess=True))


def test_a_log_is_read_as_sqlite_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "any.sqlite3"
    connection = pysqlite3.connect(str(path))
    connection.execute("PRAGMA journal_mode=WAL").fetchall()
    connection.execute("CREATE TABLE any (a, b, c)")
    connection.commit()
    for number in range(50):
        connection.execute("INSERT INTO any VALUES (?, ?, ?)", (number, bytes(500), "x"))
        connection.commit()
    wal = read_wal(path.with_name("any.sqlite3-wal").read_bytes())
    assert wal.clean
    found = [row[0] for row in rows({**split_pages(path.read_bytes()), **wal.committed}) if len(row) == 3]
    assert sorted(found, key=repr) == sorted(range(50), key=repr)
    connection.close()


def test_what_was_not_committed_is_not_in_the_committed_view(tmp_path: Path) -> None:
    path = tmp_path / "any.sqlite3"
    connection = pysqlite3.connect(str(path), isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL").fetchall()
    connection.execute("PRAGMA cache_size=2")  # so small that it spills into the log before the commit
    connection.execute("CREATE TABLE any (a, b, c)")
    connection.execute("INSERT INTO any VALUES (1, 'kept', zeroblob(9))")
    connection.execute("BEGIN")
    for number in range(200):
        connection.execute("INSERT INTO any VALUES (?, 'never', zeroblob(900))", (number,))
    wal = read_wal(path.with_name("any.sqlite3-wal").read_bytes())
    committed = {row[1] for row in rows({**split_pages(path.read_bytes()), **wal.committed}) if len(row) == 3}
    every = {row[1] for row in rows({**split_pages(path.read_bytes()), **wal.every}) if len(row) == 3}
    assert wal.clean
    assert committed == {"kept"}
    assert "never" in every
    connection.close()
