"""What is built of the whole database is built once for many, and what is told is never older than it may be."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from asgi_client import AsgiClient
from pens import Pen
from worlds import World, wait_for

from kiosk.crypto.signing import Purpose, verify
from kiosk.domain.canonical import decode_message
from kiosk.domain.suggestion import StatusList
from sync import wire
from sync.server.blobs import FolderBlobs
from sync.server.offered import COSTLY_S, FRESH_S, SHARE, Offered
from sync.server.publishing import current_campaign


@dataclass
class Builder:
    """A list that says how often it was built; `costs` seconds of processor time each time."""

    costs: float = 0.0
    now: float = 1000.0
    spent: float = 0.0
    version: int = 1
    built: int = 0
    offered: Offered = field(init=False)

    def __post_init__(self) -> None:
        self.offered = Offered(lambda: self.now, lambda: self.spent)

    def build(self) -> tuple[bytes, int]:
        self.built += 1
        self.spent += self.costs
        return f"list {self.version}".encode(), self.version

    def get(self) -> bytes:
        return self.offered.get(lambda: self.version, self.build)[0]


def test_a_list_that_did_not_change_is_built_once_a_minute() -> None:
    builder = Builder()
    assert [builder.get() for _ in range(5)] == [b"list 1"] * 5
    assert builder.built == 1
    builder.now += FRESH_S
    builder.get()
    assert builder.built == 2


def test_a_change_is_told_at_once_where_building_is_cheap() -> None:
    builder = Builder(costs=COSTLY_S / 2)
    builder.get()
    builder.version = 2
    assert builder.get() == b"list 2"


def test_a_costly_list_takes_no_more_than_its_share_of_a_core() -> None:
    builder = Builder(costs=1.0)
    builder.get()
    builder.version, builder.now = 2, builder.now + SHARE - 1
    assert builder.get() == b"list 1"
    builder.now += 1
    assert builder.get() == b"list 2"


def test_those_who_wait_while_one_is_built_share_the_next_one() -> None:
    """Eleven ask while the first is being built; what they get began after they asked, and it was built once."""
    asked: list[int] = []
    built: list[int] = []
    go, waiting = Event(), Event()

    def clock() -> float:
        asked.append(1)
        return float(len(asked))

    def build() -> tuple[bytes, int]:
        built.append(1)
        waiting.set()
        go.wait()
        return b"", len(built)

    offered = Offered(clock, lambda: 0.0)
    with ThreadPoolExecutor(12) as threads:
        first = threads.submit(offered.get, lambda: 99, build)
        waiting.wait()
        before = len(asked)
        rest = [threads.submit(offered.get, lambda: 99, build) for _ in range(11)]
        wait_for(lambda: len(asked) == before + len(rest))
        go.set()
        assert first.result()[1] == 1
        assert {each.result()[1] for each in rest} == {2}


def test_a_builder_that_fails_is_asked_again() -> None:
    builder = Builder()

    def broken() -> tuple[bytes, int]:
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        builder.offered.get(lambda: 1, broken)
    assert builder.get() == b"list 1"


def test_the_next_kiosk_is_told_of_a_suggestion_that_just_came(client: AsgiClient, lite: World) -> None:
    pen = Pen(lite).enrol()
    for number in (1, 2):
        pen.suggest()
        pen.send()
        packed = client.get(wire.STATUSES).content
        message = verify(wire.decompress(packed, wire.MAX_STATUSES), Purpose.STATUSES, lite.server.key.public)
        assert len(decode_message(StatusList, message).statuses) == number


def test_the_list_of_receipts_is_read_once_however_often_it_is_asked_for(
    client: AsgiClient, lite: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a hundred thousand each reading takes 0.1 s, and anybody may ask: ten a second would stop the kiosks."""
    pen = Pen(lite).enrol()
    codes = [pen.cast(person) for person in range(2)]
    pen.send()
    first = client.get(wire.RECEIPTS)
    with monkeypatch.context() as counted:
        counted.setattr("sync.server.receipts.list_and_number", None)  # whoever read it would fail
        assert [client.get(wire.RECEIPTS).content for _ in range(3)] == [first.content] * 3
        tag = {"If-None-Match": first.headers["etag"]}
        assert client.get(wire.RECEIPTS, headers=tag).status_code == 304
    codes.append(pen.cast(3))
    pen.send()
    assert client.get(wire.RECEIPTS).text.split() == sorted(codes)


def test_the_campaign_is_read_once_of_where_files_lie(lite: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A phone's page costs the store of packs' files nothing; the next campaign is read when it is on offer."""
    lite.publish()
    first = current_campaign(lite.server)

    def nobody(self: FolderBlobs, digest: str, offset: int, length: int) -> None:
        raise AssertionError("the store was asked")

    with monkeypatch.context() as silent:
        silent.setattr(FolderBlobs, "pieces", nobody)
        assert current_campaign(lite.server) is first
    lite.publish(year=first.year + 1)
    assert current_campaign(lite.server).year == first.year + 1


def test_only_the_last_campaigns_are_kept(lite: World, tmp_path: Path) -> None:
    for _ in range(4):
        lite.publish(year=2000 + lite.version)
        current_campaign(lite.server)
    assert lite.server.campaign_in.cache_info().currsize == 2  # type: ignore[attr-defined]  # an lru_cache behind a field
