"""The server as a process: it ends without dropping what it began, in one process or several, with TLS or without."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from databases import Cluster, running_cluster
from fastapi import Request
from pens import Pen
from server_process import ServerProcess, loopback_certificate
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from typer.testing import CliRunner
from worlds import World, session, wait_for

from commands.sentences import sentence
from commands.serve import app as serve_command
from kiosk.domain.journal import Outcome
from sync import wire
from sync.server.bodies import read_body
from sync.server.errors import TooLarge, TooSlow
from sync.server.models import StoredEntry
from sync.server.processes import AGAIN_S, once_it_answers
from sync.server.serving import AddressTaken, NeedsPostgres, Place, bind, serve
from sync.server.tls import TlsRefused


@pytest.fixture
def pen(lite: World) -> Pen:
    return Pen(lite).enrol()


def stored(world: World) -> int:
    with world.server.engine.begin() as connection:
        return connection.scalar(select(func.count()).select_from(StoredEntry)) or 0


def refuses_connections(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port)).close()
    except ConnectionRefusedError:
        return True
    return False


def runs(pid: int) -> bool:
    """Whether the process has not ended; one that nobody asked about yet has no command line."""
    try:
        return bool(Path(f"/proc/{pid}/cmdline").read_bytes())
    except (FileNotFoundError, ProcessLookupError):
        return False


def head(path: str, length: int) -> bytes:
    return f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n".encode()


def read_all(connection: socket.socket) -> bytes:
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts)


def test_a_bundle_that_is_on_its_way_at_sigterm_is_still_taken_in(pen: Pen) -> None:
    pen.attend(50)
    data = pen.bundle()
    with ServerProcess(pen.world.server_folder) as server, socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(head(wire.BUNDLES, len(data)) + data[: len(data) // 2])
        with session() as http:  # answered after the half was read: the request is in flight
            assert http.get(server.url + "/healthz").status_code == 200
        server.ask_to_stop()
        wait_for(lambda: refuses_connections(server.port))
        line.sendall(data[len(data) // 2 :])
        answer = read_all(line)
        assert answer.startswith(b"HTTP/1.1 200")
        assert pen.read(answer.split(b"\r\n\r\n", 1)[1]).acked_seq == 50
        assert server.process.wait() == 0
    assert stored(pen.world) == 50


def test_what_was_acknowledged_survives_kill_9(pen: Pen) -> None:
    pen.attend(20)
    with ServerProcess(pen.world.server_folder) as server, session() as http:
        answer = http.post(server.url + wire.BUNDLES, pen.bundle())
        server.process.kill()
        server.process.wait()
    assert pen.read(answer.content).acked_seq == 20
    assert stored(pen.world) == 20


def test_the_log_of_the_process_is_json_lines(pen: Pen) -> None:
    with ServerProcess(pen.world.server_folder) as server, session() as http:
        http.get(server.url + "/healthz")
        http.post(server.url + wire.BUNDLES, b"junk")
        server.stop()
    lines = [json.loads(line) for line in server.log.read_text("utf-8").splitlines()]
    assert [line["route"] for line in lines if line["event"] == "request"] == ["/healthz", wire.BUNDLES]
    assert all({"at", "level", "logger", "event"} <= set(line) for line in lines)


def test_tls_from_files(lite: World, tmp_path: Path) -> None:
    chain, private = loopback_certificate(tmp_path)
    options = ("--tls-cert", str(chain), "--tls-key", str(private))
    with ServerProcess(lite.server_folder, options) as server, session() as http:
        assert server.url.startswith("https://")
        assert http.get(server.url + "/healthz", verify=str(chain)).json() == {"status": "ok"}
        assert "no kiosk believes this server from then on" in server.log.read_text("utf-8")  # it ends tomorrow
        with pytest.raises(requests.exceptions.SSLError):
            http.get(server.url + "/healthz")
        with pytest.raises(requests.exceptions.ConnectionError):
            http.get(server.url.replace("https", "http") + "/healthz")


@pytest.fixture
def shared(tmp_path: Path, cluster: Cluster) -> Iterator[World]:
    """A world on PostgreSQL."""
    with cluster.database() as url:
        made = World(tmp_path, database_url=url)
        made.publish()
        yield made
        made.close()


def test_several_processes_serve_one_database_and_a_dead_one_is_replaced(shared: World) -> None:
    pens = [Pen(shared, f"v{number:02}-1").enrol().attend(30) for number in range(1, 12)]
    options = ("--workers", "2", "--database-url", shared.database_url or "")
    with ServerProcess(shared.server_folder, options) as server:

        def send(pen: Pen, first: int, last: int) -> Outcome:
            with session() as http:
                answer = http.post(server.url + wire.BUNDLES, pen.bundle(first, last))
            return pen.read(answer.content).outcome

        with ThreadPoolExecutor(11) as pool:
            twice = [pool.submit(send, pen, 1, 15) for pen in pens for _ in range(2)]
            assert {done.result() for done in twice} == {Outcome.STORED}
            before = server.children()
            assert len(before) == 2
            os.kill(before[0], signal.SIGKILL)
            wait_for(lambda: len(server.children()) == 2 and before[0] not in server.children())
            assert set(pool.map(lambda pen: send(pen, 16, 30), pens)) == {Outcome.STORED}
        assert server.stop() == 0
    assert stored(shared) == 330


def test_a_killed_parent_leaves_no_process_behind(shared: World) -> None:
    """They would hold the port, and a server that is started anew would find another program there."""
    options = ("--workers", "2", "--database-url", shared.database_url or "")
    with ServerProcess(shared.server_folder, options) as server:
        with session() as http:
            assert http.get(server.url + "/healthz").status_code == 200
        children = server.children()
        server.process.kill()
        server.process.wait()
        wait_for(lambda: not any(runs(pid) for pid in children))
        assert refuses_connections(server.port)


def test_processes_that_wait_for_the_database_can_be_ended(tmp_path: Path) -> None:
    with running_cluster() as own, own.database() as url:
        world = World(tmp_path, database_url=url)
        world.close()
        with ServerProcess(world.server_folder, ("--workers", "2", "--database-url", url)) as server:
            with session() as http:
                assert http.get(server.url + "/healthz").status_code == 200
            own.stop()
            os.kill(server.children()[0], signal.SIGKILL)
            wait_for(lambda: "the database does not answer" in server.log.read_text("utf-8"))
            assert server.stop() == 0
        own.go_on()


def test_several_processes_need_postgresql(lite: World) -> None:
    with pytest.raises(NeedsPostgres):
        serve(lite.server_folder, None, Place(workers=2), print)


def test_the_refusal_is_a_sentence(lite: World) -> None:
    with pytest.raises(RuntimeError, match="Several processes need PostgreSQL"):
        ServerProcess(lite.server_folder, ("--workers", "2")).__enter__()


def test_answers_are_sent_at_once_not_when_their_head_was_acknowledged() -> None:
    async def delayed() -> bool:
        heard: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def note(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            taken = writer.get_extra_info("socket")
            heard.set_result(not taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        listening = bind(Place(port=0))
        async with await asyncio.start_server(note, sock=listening):
            _, writer = await asyncio.open_connection(*listening.getsockname())
            late = await heard
            writer.close()
            await writer.wait_closed()
            return late

    assert not asyncio.run(delayed())


def test_a_taken_address_is_refused_before_anything_is_promised(lite: World) -> None:
    promised: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(AddressTaken) as refused:
            serve(lite.server_folder, None, Place(port=port), promised.append)
    assert refused.value.address == f"127.0.0.1:{port}" and promised == []


@pytest.mark.parametrize("content", [None, b"", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"])
def test_a_certificate_that_cannot_be_used_is_refused_before_anything_is_promised(
    lite: World, tmp_path: Path, content: bytes | None
) -> None:
    chain, private = loopback_certificate(tmp_path)
    chain.unlink()
    if content is not None:
        chain.write_bytes(content)
    promised: list[str] = []
    with pytest.raises((OSError, TlsRefused)) as refused:
        serve(lite.server_folder, None, Place(port=0, tls=(chain, private)), promised.append)
    assert promised == [] and sentence(refused.value)


def dripping(*pieces: bytes) -> Request:
    """A request whose body begins and never ends."""
    waiting = list(pieces)

    async def receive() -> dict[str, object]:
        if waiting:
            return {"type": "http.request", "body": waiting.pop(0), "more_body": True}
        await asyncio.Event().wait()
        raise AssertionError("unreachable")

    return Request({"type": "http", "headers": []}, receive)


def test_a_body_that_drips_is_refused() -> None:
    with pytest.raises(TooSlow):
        asyncio.run(read_body(dripping(b"a", b"b"), 100, seconds=0.02))


def test_a_body_without_an_announced_length_is_cut_off_at_the_limit() -> None:
    with pytest.raises(TooLarge):
        asyncio.run(read_body(dripping(b"x" * 60, b"x" * 60), 100, seconds=60))


def test_the_token_is_shown_and_opens_the_organisers_routes(lite: World) -> None:
    shown = CliRunner().invoke(serve_command, ["token", "--server", str(lite.server_folder)]).stdout.strip()
    assert shown == lite.server.token and len(shown) >= 40
    assert (lite.server_folder / "keys" / "organiser.token").stat().st_mode & 0o077 == 0


def test_a_replaced_process_waits_for_the_database_and_says_so(caplog: pytest.LogCaptureFixture) -> None:
    down = OperationalError("", {}, Exception())
    answers: list[Exception | str] = [down, down, "ok"]
    pauses: list[float] = []

    def opening() -> str:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    assert once_it_answers(opening, pauses.append) == "ok"
    assert pauses == [AGAIN_S, AGAIN_S]
    assert [record.message for record in caplog.records] == ["the database does not answer; trying again in 5 s"] * 2
