"""Connections that are slow, or too many of one address, do not keep others from the server."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn
from worlds import World, wait_for

from sync.server.app import build_app
from sync.server.slow_clients import PatientProtocol, counted_as, is_trusted

ASK = b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
LAST = ASK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")


class Impatient(PatientProtocol):
    head_s = 0.05


class Narrow(PatientProtocol):
    most_per_address = 2


@contextlib.contextmanager
def serving(world: World, protocol: type[PatientProtocol], proxies: str) -> Iterator[tuple[str, int]]:
    """The address of a server that believes these proxies."""
    config = uvicorn.Config(
        build_app(world.server), http=protocol, log_level="error", lifespan="off", forwarded_allow_ips=proxies
    )
    running = uvicorn.Server(config)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield listening.getsockname()
        finally:
            running.should_exit = True
            thread.join()


def read_all(line: socket.socket) -> bytes:
    """Until the other side closes."""
    pieces = []
    with contextlib.suppress(ConnectionResetError):
        while piece := line.recv(65536):
            pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize(
    ("sent", "answers"),
    [(b"", 0), (b"POST /v1/bundles HTTP/1.1\r\nHost: x\r\nX-Slow", 0), (ASK + b"GET /healthz HTTP/1.1\r\nX-Slow", 1)],
    ids=["nothing", "first", "second"],
)
def test_a_connection_without_a_complete_head_is_closed(lite: World, sent: bytes, answers: int) -> None:
    with serving(lite, Impatient, "127.0.0.1") as address, socket.create_connection(address) as line:
        line.sendall(sent)
        assert read_all(line).count(b"HTTP/1.1 200") == answers


def test_one_that_is_quick_enough_is_served(lite: World) -> None:
    with serving(lite, Impatient, "127.0.0.1") as address, socket.create_connection(address) as line:
        line.sendall(ASK + LAST)
        assert read_all(line).count(b"HTTP/1.1 200") == 2


def test_an_address_with_too_many_connections_gets_no_more_until_it_gives_one_back(
    lite: World, caplog: pytest.LogCaptureFixture
) -> None:
    def served(line: socket.socket) -> bool:
        line.sendall(ASK)
        answer = b""
        while not answer.endswith(b"}"):
            answer += line.recv(65536)
        return answer.startswith(b"HTTP/1.1 200")

    with serving(lite, Narrow, "192.0.2.1") as address, contextlib.ExitStack() as lines:
        first, second = (lines.enter_context(socket.create_connection(address)) for _ in range(2))
        assert served(first) and served(second)
        with socket.create_connection(address) as third:
            assert read_all(third) == b""
        assert served(second)
        first.close()
        wait_for(lambda: PatientProtocol._places["127.0.0.1"] < 2)
        assert served(lines.enter_context(socket.create_connection(address)))
    assert [record.message for record in caplog.records] == ["one address has 2 connections and gets no more"]
    assert "127.0.0.1" not in PatientProtocol._places


def test_a_trusted_proxy_may_have_as_many_as_it_needs(lite: World) -> None:
    with serving(lite, Narrow, "127.0.0.1,::1") as address, contextlib.ExitStack() as lines:
        for line in [lines.enter_context(socket.create_connection(address)) for _ in range(5)]:
            line.sendall(LAST)
            assert read_all(line).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("unix", "unix"),
    ],
)  # fmt: skip
def test_an_address_counts_as_whom_it_belongs_to(address: str, place: str) -> None:
    assert counted_as(address) == place


@pytest.mark.parametrize(
    ("address", "proxies", "trusted"),
    [
        ("10.0.0.1", "127.0.0.1, 10.0.0.1", True), ("10.0.0.1", "10.0.0.11", False), ("10.0.0.1", "10.0.0.0/8", True),
        ("10.0.0.1", "*", True), ("10.0.0.1", ["10.0.0.2"], False), ("10.0.0.1", None, False),
        ("x", "10.0.0.0/8", False),
    ],
)  # fmt: skip
def test_proxies_are_trusted_by_address_or_network(address: str, proxies: list[str] | None, trusted: bool) -> None:
    assert is_trusted(address, proxies) is trusted
