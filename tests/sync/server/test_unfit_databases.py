"""A PostgreSQL that cannot be used as it is: each has a sentence with the next step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from databases import Cluster
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from commands.sentences import sentence
from sync.server.database import open_database
from sync.server.errors import DatabaseEncoding


@pytest.fixture
def url(cluster: Cluster) -> Iterator[str]:
    with cluster.database() as made:
        yield made


def said(url: str) -> str:
    with pytest.raises((SQLAlchemyError, DatabaseEncoding)) as refused:
        open_database(url)
    return str(sentence(refused.value))


def name(url: str) -> str:
    return str(make_url(url).database)


def test_what_the_address_says_wrong_is_named(url: str) -> None:
    assert 'role "nobody" does not exist' in said(url.replace("tests@", "nobody@"))
    assert 'database "nowhere" does not exist' in said(url.replace(name(url), "nowhere"))
    assert 'invalid connection option "foo"' in said(f"{url}&foo=bar")
    assert "No such file or directory" in said("postgresql+psycopg://tests@/x?host=/nowhere")


def test_a_user_who_owns_nothing_is_told_so(cluster: Cluster, url: str) -> None:
    cluster.sql("CREATE ROLE weak LOGIN")
    try:
        assert "must own the database" in said(url.replace("tests@", "weak@"))
    finally:
        cluster.sql("DROP ROLE weak")


def test_the_tables_of_another_program_are_left_alone(cluster: Cluster, url: str) -> None:
    cluster.sql("CREATE TABLE fact (theirs int)", name(url))
    assert "another program's tables" in said(url)


def test_a_database_that_lacks_characters_is_refused(cluster: Cluster, url: str) -> None:
    cluster.sql(f"DROP DATABASE {name(url)}")
    cluster.sql(f"CREATE DATABASE {name(url)} ENCODING 'SQL_ASCII' TEMPLATE template0 LOCALE 'C'")
    assert "as SQL_ASCII, which lacks characters" in said(url)


@pytest.mark.parametrize("url", ["sqlite:////tmp/x?mode=ro", "sqlite:////tmp/x?uri=true"])
def test_sqlite_takes_no_options(url: str) -> None:
    with pytest.raises(ArgumentError):
        open_database(url)
