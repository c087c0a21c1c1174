"""Migrations on both databases: head equals the models, data survives, the audit log cannot be changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pysqlite3
import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import downgrade
from alembic.config import Config
from alembic.migration import MigrationContext
from databases import Cluster
from sqlalchemy import Engine, create_engine, insert, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from sync.server.database import MIGRATIONS, get_number, lock, migrate, open_database, put_number, reading
from sync.server.models import Audit, Base, StoredSuggestion

OLD_SUGGESTION = (
    "INSERT INTO suggestion (receipt, campaign, summary_zh, summary_en, sealed) "
    "VALUES ('7K4M2P9X3F', 'c', '一', '', {})"
)
OLD_STEP = (
    'INSERT INTO suggestion_step (receipt, state, "on", note_zh, note_en, "by") '
    "VALUES ('7K4M2P9X3F', 'received', '2021-12-18', '已受理', 'Received', 'server')"
)


@pytest.fixture
def engine(tmp_path: Path, database: str | None) -> Iterator[Engine]:
    made = open_database(database or f"sqlite:///{tmp_path}/server.sqlite3")
    yield made
    made.dispose()


@pytest.fixture
def old(tmp_path: Path, database: str | None) -> Iterator[Engine]:
    """The tables of the first version."""
    url = database or f"sqlite:///{tmp_path}/old.sqlite3"
    made = create_engine(url, **({} if database else {"module": pysqlite3}))
    migrate(made, "0001")
    yield made
    made.dispose()


def test_head_equals_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_an_upgrade_keeps_suggestions_and_dates_their_period_from_receipt(old: Engine) -> None:
    sealed = "x'00ff'" if old.dialect.name == "sqlite" else "'\\x00ff'"
    with old.begin() as connection:
        connection.execute(text(OLD_SUGGESTION.format(sealed)))
        connection.execute(text(OLD_STEP))
    migrate(old)
    with old.begin() as connection:
        row = connection.execute(select(StoredSuggestion.__table__)).one()
    assert (row.sealed, row.clock_from, row.enquiry, row.extended) == (b"\x00\xff", "2021-12-18", False, False)


def test_an_upgrade_finds_where_an_old_fork_begins(old: Engine) -> None:
    quoted = "x'{}'" if old.dialect.name == "sqlite" else "'\\x{}'"
    with old.begin() as connection:
        a, b, e = (quoted.format(byte * 2) for byte in "ab1")
        true, false = ("1", "0") if old.dialect.name == "sqlite" else ("true", "false")
        connection.execute(text(f"INSERT INTO epoch VALUES ('v01-1', {e}, 3, {a}, {true})"))
        for seq in (1, 2, 3):
            connection.execute(text(f"INSERT INTO entry VALUES ('v01-1', {e}, {seq}, 'cast', {a}, {a}, {false})"))
        for seq, hash_ in ((1, a), (2, b), (3, b)):
            connection.execute(
                text(
                    f"INSERT INTO forked_entry (kiosk, epoch, seq, entry, hash) VALUES ('v01-1',{e},{seq},{b},{hash_})"
                )
            )
    migrate(old)
    with old.begin() as connection:
        assert connection.scalar(text("SELECT forked_at FROM epoch")) == 2


def test_down_and_up_again(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        downgrade(config, "0001")
    migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


@pytest.mark.parametrize("statement", ["UPDATE audit SET act = 'other'", "DELETE FROM audit"])
def test_the_database_itself_refuses_to_change_the_audit_log(engine: Engine, statement: str) -> None:
    row = {"at": 1, "by": "office", "subject": "s", "act": "a", "before": {}, "after": {}}
    with engine.begin() as connection:
        connection.execute(insert(Audit), [row])
    with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
        connection.execute(text(statement))
    with reading(engine) as connection:
        assert connection.execute(select(Audit.act)).all() == [("a",)]


@pytest.mark.parametrize(
    "url", ["mysql://root@localhost/x", "oracle://x", "not a url", "", "postgresql://u@h:port/x", "sqlite://"]
)
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(ArgumentError):
        open_database(url)


def test_a_machine_that_says_nothing_is_not_waited_for_longer_than_the_address_says(cluster: Cluster) -> None:
    with cluster.database() as url:
        engine = open_database(f"{url}&connect_timeout=60")
        with engine.connect() as connection:
            assert connection.scalar(text("SELECT 1")) == 1
        engine.dispose()
    assert {key: engine.url.query[key] for key in ("connect_timeout", "tcp_user_timeout")} == {
        "connect_timeout": "60",
        "tcp_user_timeout": "30000",
    }


def test_a_reader_does_not_wait_for_a_writer(engine: Engine) -> None:
    with engine.begin() as writer:
        lock(writer, "status_lock")
        put_number(writer, "pack_version", 7)
        with reading(engine) as reader:  # would wait 15 seconds and fail if it took SQLite's write lock
            assert get_number(reader, "pack_version") == 0
    with reading(engine) as reader:
        assert get_number(reader, "pack_version") == 7
