"""However many pages are asked for, a kiosk is answered at once, and everybody in the end."""

from __future__ import annotations

import asyncio

import pytest
from starlette.types import Message, Receive, Scope, Send

from sync import wire
from sync.server.kiosks_first import AT_ONCE, KiosksFirst


async def nothing() -> Message:
    raise AssertionError("no request here has a body")


async def unheard(message: Message) -> None:
    raise AssertionError("no answer is sent")


class Held:
    """An application that notes who reached it and keeps everybody until it is told to go on."""

    def __init__(self) -> None:
        self.reached: list[str] = []
        self.go_on = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached.append(scope["path"])
        await self.go_on.wait()
        if scope["path"] == "/s/defect":
            raise RuntimeError


async def settle() -> None:
    """Until every task has come as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.mark.parametrize("path", ["/s/3Q9ZT5S5HX", "/", "/find", wire.RECEIPTS])
@pytest.mark.parametrize("kiosks", [wire.BUNDLES, wire.STATUSES, wire.PACK, "/metrics", "/healthz"])
def test_a_kiosk_does_not_wait_for_those_who_look_something_up(path: str, kiosks: str) -> None:
    async def crowd() -> None:
        app = Held()
        first = KiosksFirst(app)
        asked = [path] * (AT_ONCE + 5) + [kiosks]
        async with asyncio.TaskGroup() as people:
            for one in asked:
                people.create_task(first({"type": "http", "path": one}, nothing, unheard))
            await settle()
            assert sorted(app.reached) == sorted([path] * AT_ONCE + [kiosks])
            app.go_on.set()
        assert sorted(app.reached) == sorted(asked)

    asyncio.run(crowd())


def test_a_page_that_fails_gives_its_place_back() -> None:
    async def crowd() -> None:
        app = Held()
        first = KiosksFirst(app)
        app.go_on.set()
        for _ in range(AT_ONCE + 1):
            with pytest.raises(RuntimeError):
                await first({"type": "http", "path": "/s/defect"}, nothing, unheard)
        assert len(app.reached) == AT_ONCE + 1

    asyncio.run(crowd())


def test_who_reads_slowly_takes_nobodys_place() -> None:
    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"page"})

    async def crowd() -> None:
        read, made = asyncio.Event(), 0

        async def slowly(message: Message) -> None:
            nonlocal made
            if message["type"] == "http.response.body":
                made += 1
                await read.wait()

        first = KiosksFirst(page)
        async with asyncio.TaskGroup() as people:
            for _ in range(AT_ONCE + 5):
                people.create_task(first({"type": "http", "path": "/"}, nothing, slowly))
            await settle()
            assert made == AT_ONCE + 5
            read.set()

    asyncio.run(crowd())
