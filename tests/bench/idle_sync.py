"""A sync with nothing to say: one request, against a bare signed exchange with the same server process."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import requests
from bench.measuring import Act, Row, compared, in_turns
from bench.processes import processor_s
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from server_process import ServerProcess
from worlds import World, session

from sync.client import run_once

ROUNDS, MANY = 60, 500


def bench(folder: Path, long: bool) -> Iterator[Row]:
    """Time, processor time (which a busy machine changes least), requests and bytes."""
    world = World(folder, now=time.time())
    world.publish()
    with ServerProcess(world.server_folder, ("--log-level", "warning")) as server, session() as http, session() as raw:
        world.url = server.url
        kiosk = world.new_kiosk()
        run_once(kiosk, http)
        key, told = Ed25519PrivateKey.generate(), b"x" * 500

        def floor() -> None:
            answer = raw.get(server.url + "/healthz", headers={"Accept-Encoding": "identity"})
            key.public_key().verify(key.sign(told), told)
            assert answer.ok

        pair = in_turns(lambda: run_once(kiosk, http), floor, ROUNDS, warm=3)
        yield compared("idle sync", pair, "bare round trip + sign + verify", 2.0)
        spent = in_turns(lambda: run_once(kiosk, http), floor, ROUNDS, clock=time.process_time)
        yield compared("processor time of it at the kiosk", spent, "the same", None)
        theirs = [_at_the_server(server.process.pid, act) for act in (lambda: run_once(kiosk, http), floor)]
        yield Row("processor time of it at the server", theirs[0], "ms", theirs[1], "the same")
        counted = _Counting()
        http.hooks["response"].append(counted)
        run_once(kiosk, http)
        yield Row("requests of an idle sync", counted.requests, "", target=1)
        yield Row("bytes up in an idle sync", counted.up, "bytes", target=1024)
        yield Row("bytes down in an idle sync", counted.down, "bytes", target=1024)
    world.close()


def _at_the_server(pid: int, act: Act) -> float:
    """Milliseconds of its processor time; many times, for the system counts in hundredths of a second."""
    before = processor_s(pid)
    for _ in range(MANY):
        act()
    return (processor_s(pid) - before) / MANY * 1000


class _Counting:
    """Counts what goes over the line, without the heads of HTTP."""

    def __init__(self) -> None:
        self.requests = self.up = self.down = 0

    def __call__(self, answer: requests.Response, **about: Any) -> None:
        self.requests += 1
        body = answer.request.body or b""
        self.up += len(body)
        self.down += int(answer.headers.get("Content-Length", 0))
