"""Worlds on both databases: every test that takes `world` or `database` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from asgi_client import AsgiClient
from databases import Cluster, running_cluster
from worlds import World

from sync.server.app import build_app


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running_cluster() as made:
        yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[str | None]:
    """None for the embedded SQLite, else a URL."""
    if request.param == "sqlite":
        yield None
        return
    with request.getfixturevalue("cluster").database() as url:
        yield url


@pytest.fixture
def bare(tmp_path: Path, database: str | None) -> Iterator[World]:
    """A world without a pack and without HTTP."""
    made = World(tmp_path, database_url=database)
    yield made
    made.close()


@pytest.fixture
def world(bare: World) -> Iterator[World]:
    """A served world with one published pack."""
    bare.publish()
    with bare.serving():
        yield bare


@pytest.fixture
def lite(tmp_path: Path) -> Iterator[World]:
    """A world on SQLite alone with one published pack, for what does not depend on the database."""
    made = World(tmp_path)
    made.publish()
    yield made
    made.close()


@pytest.fixture
def client(lite: World) -> Iterator[AsgiClient]:
    """Requests straight into the application of `lite`, without a network."""
    with AsgiClient(build_app(lite.server)) as made:
        yield made
