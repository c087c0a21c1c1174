"""A full disk on the server: 503 with Retry-After, nothing acknowledged, everything taken in once there is room."""

from __future__ import annotations

from typing import Any

import pytest
from asgi_client import AsgiClient
from pens import Pen
from sqlalchemy import event
from worlds import World

from kiosk.domain.journal import Outcome
from sync import wire
from sync.server.app import build_app

ROOMY = 1_000_000


@pytest.fixture
def pen(lite: World) -> Pen:
    return Pen(lite).enrol()


class Room:
    """SQLite's own limit: past it a write fails with SQLITE_FULL exactly as on a full disk."""

    def __init__(self, world: World) -> None:
        self.pages = ROOMY
        event.listen(world.server.engine, "begin", self._limit)

    def _limit(self, connection: Any) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={self.pages}").close()


def test_nothing_is_acknowledged_and_everything_comes_later(pen: Pen, caplog: pytest.LogCaptureFixture) -> None:
    room = Room(pen.world)
    pen.attend(400)
    ballot = pen.cast()
    with AsgiClient(build_app(pen.world.server)) as client:
        room.pages = 1  # SQLite takes it as: no page more than there are
        answer = client.post(wire.BUNDLES, pen.bundle())
        assert (answer.status_code, answer.json()["code"]) == (503, "storage")
        assert int(answer.headers["retry-after"]) > 0
        assert client.get("/v1/receipts").text == ""

        room.pages = ROOMY
        answer = client.post(wire.BUNDLES, pen.bundle())
        acknowledgement = pen.read(answer.content)
        assert (acknowledgement.outcome, acknowledgement.acked_seq) == (Outcome.STORED, 401)
        assert client.get("/v1/receipts").text == f"{ballot}\n"
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        "database: OperationalError"
    ]


def test_pages_and_statuses_are_still_read(pen: Pen) -> None:
    code = pen.suggest()
    pen.send()
    Room(pen.world).pages = 1
    with AsgiClient(build_app(pen.world.server)) as client:
        for path in ("/", f"/s/{code}", wire.STATUSES, wire.PACK, "/healthz"):
            assert client.get(path).status_code == 200
