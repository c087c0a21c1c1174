"""What a network may do to a request: each its own typed error, within its time, and never more bytes than allowed."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests
from peers import Talk, peer, read_request, saying
from server_process import loopback_certificate

from commands.sentences import sentence
from sync.deadline import DeadlineAdapter
from sync.errors import (
    Busy,
    Captive,
    NotAllowed,
    NotTheServer,
    Refused,
    SyncError,
    TimedOut,
    TlsBroken,
    TooMuch,
    Unreachable,
)
from sync.http import Http, check_address, new_session


def dripping(head: bytes, drop: bytes) -> Talk:
    """After `head` one drop every 20 ms, for ever: no single read ever times out."""

    def talk(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(head)
        while True:
            connection.sendall(drop)
            time.sleep(0.02)

    return talk


def ask(url: str, limit: int = 1000, whole_s: float = 30.0) -> bytes:
    with new_session() as session:
        return Http(session, check_address(url), whole_s).get("/v1/pack", limit).body


OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/cose\r\n"
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 20\r\n\r\n<html>Login</html>  "
WHOLE = OK + b"Content-Length: 300\r\n\r\n" + bytes(300)
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n40\r\n" + bytes(64) + b"\r\n40\r\n" + bytes(64) + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (PAGE, Captive),
        (b"HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 0\r\n\r\n", Captive),
        (b"HTTP/1.1 301 Moved\r\nLocation: https://x.example/\r\nContent-Length: 0\r\n\r\n", Captive),
        (b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\nContent-Length: 0\r\n\r\n", Captive),
        (b"HTTP/1.1 302 Found\r\nLocation: http://\xff\xfe/\r\nContent-Length: 0\r\n\r\n", Captive),
        (b"HTTP/1.1 304 Not Modified\r\n\r\n", NotTheServer),
        (b"HTTP/1.1 204 No Content\r\n\r\n", NotTheServer),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nxxx", NotTheServer),
        (b"HTTP/1.1 511 Network Authentication Required\r\nContent-Length: 0\r\n\r\n", NotTheServer),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", NotTheServer),
        (OK + b"Content-Length: 5000\r\n\r\n" + bytes(5000), TooMuch),
        (OK + b"\r\n" + bytes(5000), TooMuch),
        (b"", Unreachable),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Unreachable),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000 + b"\r\n", Unreachable),
    ],
)
def test_strangers_who_answer(answer: bytes, kind: type[SyncError]) -> None:
    with peer(saying(answer)) as url, pytest.raises(kind) as refused:
        ask(url)
    assert type(refused.value) is kind


@pytest.mark.parametrize(("said", "seconds"), [(b"7", 7.0), (b"999999", 3600.0), (b"soon", None), (b"-1", None)])
def test_a_server_that_asks_for_patience(said: bytes, seconds: float | None) -> None:
    answer = b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nRetry-After: " + said + b"\r\n\r\n"
    with peer(saying(answer)) as url, pytest.raises(Busy) as busy:
        ask(url)
    assert busy.value.retry_after == seconds


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"code": "too-large"}', "too-large"),
        (b'{"code": 7}', "refused"),
        (b"[]", "refused"),
        (b"{", "refused"),
        (b"[" * 9_900, "refused"),
        (b'{"code": "' + b"x" * 900 + b'"}', "x" * 60),
    ],
)
def test_a_problem_has_a_code_whatever_it_says(body: bytes, code: str) -> None:
    head = b"HTTP/1.1 413 No\r\nContent-Type: application/problem+json\r\nContent-Length: %d\r\n\r\n" % len(body)
    with peer(saying(head + body)) as url, pytest.raises(Refused) as refused:
        ask(url)
    assert (refused.value.code, refused.value.status) == (code, 413)


def test_who_tries_too_many_codes_is_told_why_he_waits() -> None:
    body = b'{"code": "too-many-codes"}'
    head = (
        b"HTTP/1.1 429 No\r\nContent-Type: application/problem+json\r\nRetry-After: 540\r\nContent-Length: %d\r\n\r\n"
    )
    with peer(saying(head % len(body) + body)) as url, pytest.raises(Busy) as refused:
        ask(url)
    assert (refused.value.why, refused.value.retry_after) == ("too-many-codes", 540)
    assert "9 minutes" in (sentence(refused.value) or "") and "wrong enrolment codes" in (sentence(refused.value) or "")


def test_a_compression_that_nobody_asked_for_and_that_is_none_is_not_the_server() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnone"
    with peer(saying(answer)) as url, pytest.raises(NotTheServer):
        ask(url)


def test_an_answer_cut_after_every_byte_is_refused_or_empty() -> None:
    """Only a head that was cut before it said how much follows is an answer, an empty one, which nobody has signed."""
    cut = [WHOLE[:count] for count in range(len(WHOLE))]
    cut += [CHUNKED[:count] for count in range(len(CHUNKED) - len(b"0\r\n\r\n"))]
    now = [b""]
    with peer(lambda connection: saying(now[0])(connection)) as url, new_session() as session:
        for answer in cut:
            now[0] = answer
            try:
                body = Http(session, url).get("/", 1000).body
            except Unreachable:
                continue
            assert body == b"" and b"\r\n\r\n" not in answer


def test_what_is_whole_is_read() -> None:
    with peer(saying(WHOLE)) as url:
        assert ask(url) == bytes(300)


DRIPS = [
    (b"", b"H"),
    (b"HTTP/1.1 200 OK\r\n", b"X-Slow: yes\r\n"),
    (OK + b"Content-Length: 1000000\r\n\r\n", b"."),
    (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n.\r\n"),
    (OK + b"\r\n", b"."),
]


@pytest.mark.parametrize(("head", "drop"), DRIPS, ids=["nothing", "head", "body", "chunks", "endless"])
def test_a_peer_that_drips_is_cut_off(head: bytes, drop: bytes) -> None:
    with peer(dripping(head, drop)) as url, pytest.raises(Unreachable) as refused:
        ask(url, limit=10**9, whole_s=0.3)
    assert refused.value.code == "timed-out" or drop == b"X-Slow: yes\r\n"  # a head has a limit of lines as well


def test_a_large_file_that_drips_is_cut_off_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each drop came in its own time, so that it could go on for ever."""
    monkeypatch.setattr("sync.http.PIECE_S", 0.3)
    with peer(dripping(*DRIPS[3])) as url, new_session() as session, pytest.raises(TimedOut):
        Http(session, url).get_large("/", 10**9)


def test_what_is_large_may_take_longer_than_a_small_exchange() -> None:
    def talk(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(OK + b"Content-Length: 30\r\n\r\n")
        for _ in range(30):
            time.sleep(0.02)
            connection.sendall(b".")

    with peer(talk) as url, new_session() as session:
        with pytest.raises(TimedOut):
            Http(session, url, 0.2).get("/", 100)
        assert Http(session, url, 0.2).get_large("/", 100).body == b"." * 30


def test_what_a_redirection_says_beside_its_address_is_not_read() -> None:
    """Neither for a minute nor into memory, however much it is."""
    head = b"HTTP/1.1 302 Found\r\nLocation: http://login.example/\r\nContent-Length: 99000000\r\n\r\n"
    taken, hung_up = [0], threading.Event()

    def talk(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(head)
        try:
            for _ in range(99):
                connection.sendall(bytes(1_000_000))
                taken[0] += 1_000_000
        finally:
            hung_up.set()

    with peer(talk) as url:
        with pytest.raises(Captive):
            ask(url)
        hung_up.wait()
    assert taken[0] < 30_000_000, "what the system's buffers hold"


def test_a_portals_cookies_are_not_sent_to_the_server() -> None:
    """A few dozen of them, and a server refuses every request as too large until the kiosk is started anew."""
    asked: list[bytes] = []

    def talk(connection: socket.socket) -> None:
        asked.append(connection.recv(4096))
        connection.sendall(OK + b"Set-Cookie: track=1; Max-Age=99999\r\nContent-Length: 0\r\n\r\n")

    with peer(talk) as url, new_session() as session:
        for _ in range(2):
            Http(session, url).get("/", 1000)
    assert len(asked) == 2 and b"cookie" not in asked[1].lower()


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/a b", "http://127.0.0.1:1/青岛", "http://[::1]:1"])
def test_every_address_has_a_deadline_also_one_that_is_asked_in_another_spelling(address: str) -> None:
    with new_session() as session:
        with pytest.raises(Unreachable):
            Http(session, check_address(address), 0.2).get("/", 1000)
        asked = session.prepare_request(requests.Request("GET", address)).url
        assert asked is not None and isinstance(session.get_adapter(asked), DeadlineAdapter)


def test_a_peer_that_says_nothing_at_all_is_cut_off() -> None:
    silent = threading.Event()
    with peer(lambda connection: silent.wait() and None) as url, pytest.raises(TimedOut):
        ask(url, whole_s=0.2)
    silent.set()


def test_a_tls_handshake_that_drips_is_cut_off(tmp_path: Path) -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"\x16\x03\x03\x40\x00")  # the head of a record that never ends
        while True:
            connection.sendall(b"\x02")
            time.sleep(0.02)

    with peer(talk) as url, pytest.raises(TimedOut):
        ask(url.replace("http:", "https:"), whole_s=0.3)


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    chain, key = loopback_certificate(tmp_path)
    context.load_cert_chain(chain, key)
    with peer(saying(WHOLE), context) as url:
        with pytest.raises(TlsBroken):
            ask(url)
        with new_session(certificates=chain) as session:
            assert Http(session, url).get("/", 1000).body == bytes(300)


def test_a_server_that_speaks_no_tls() -> None:
    def talk(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

    with peer(talk) as url, pytest.raises(TlsBroken):
        ask(url.replace("http:", "https:"))


def test_nobody_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(Unreachable) as refused:
        ask(f"http://127.0.0.1:{port}")
    assert refused.value.code == "unreachable"


def test_a_kept_connection_that_the_server_has_closed_is_opened_anew() -> None:
    with peer(saying(WHOLE)) as url, new_session() as session:
        http = Http(session, url)
        assert [len(http.get("/", 1000).body) for _ in range(3)] == [300, 300, 300]


@pytest.mark.parametrize(("idle_s", "connections"), [(14, 1), (16, 2)])
def test_a_connection_that_was_idle_for_long_is_not_used_again(
    idle_s: float, connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A router that has forgotten it swallows the request: twenty seconds of silence at every idle sync."""
    made: list[socket.socket] = []

    def talk(connection: socket.socket) -> None:
        made.append(connection)
        for _ in range(2):
            read_request(connection)
            connection.sendall(WHOLE)

    with peer(talk) as url, new_session() as session:
        http = Http(session, url)
        http.get("/", 1000)
        real = time.monotonic
        monkeypatch.setattr("sync.deadline.time", SimpleNamespace(monotonic=lambda: real() + idle_s))
        http.get("/", 1000)
    assert len(made) == connections


def test_the_deadline_holds_for_a_kept_connection_too() -> None:
    def talk(connection: socket.socket) -> None:
        read_request(connection)
        connection.sendall(WHOLE)
        dripping(b"", b"H")(connection)

    with peer(talk) as url, new_session() as session:
        assert len(Http(session, url).get("/", 1000).body) == 300
        with pytest.raises(Unreachable):
            Http(session, url, 0.3).get("/", 1000)


def test_proxies_passwords_and_authorities_of_the_environment_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere")
    with peer(saying(WHOLE)) as url:
        assert ask(url) == bytes(300)


def test_a_proxy_that_is_set_for_this_machine_is_used() -> None:
    asked: list[bytes] = []

    def proxy(connection: socket.socket) -> None:
        asked.append(connection.recv(4096).split(b"\r\n")[0])
        connection.sendall(WHOLE)

    with peer(proxy) as url, new_session(proxy=url) as session:
        assert len(Http(session, "http://127.0.0.1:9").get("/v1/pack", 1000).body) == 300
    assert asked == [b"GET http://127.0.0.1:9/v1/pack HTTP/1.1"]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://sanmin.example", "plain-http"),
        ("http://10.0.0.5:8470", "plain-http"),
        ("http://localhost.example", "plain-http"),
        ("http://127.0.0.1.example", "plain-http"),
        ("ftp://127.0.0.1", "bad-address"),
        ("sanmin.example", "bad-address"),
        ("https://", "bad-address"),
        ("https://a.example/?x=1", "bad-address"),
        (f"https://{'a' * 64}.example", "bad-address"),
        ("https://sanmin..example", "bad-address"),
    ],
)
def test_addresses_that_a_kiosk_does_not_talk_to(address: str, code: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        check_address(address)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1", "http://localhost", "http://[::1]:8470", "https://a.example"]
)
def test_addresses_that_are_fine(address: str) -> None:
    assert check_address(address + "/") == address
