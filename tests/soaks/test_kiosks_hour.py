"""What the hour of fifty kiosks is judged by, and the line that tears its connections."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest
import requests
from soaks.kiosks_hour import Round, grown
from torn_line import LONGEST, TornLine
from worlds import session

BODY = b"x" * LONGEST


class Answers(http.server.BaseHTTPRequestHandler):
    """The same long body to everybody."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def answering() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_whole_line_changes_nothing(answering: str) -> None:
    with TornLine(lambda: answering, seed=1) as line, session() as http:
        assert http.get(line.url).content == BODY
        assert line.cuts == 0


def test_a_torn_line_breaks_every_connection_before_the_answer_is_complete(answering: str) -> None:
    with TornLine(lambda: answering, seed=1, share=1.0) as line, session() as http:
        with pytest.raises(requests.RequestException):
            _ = http.get(line.url).content
        assert line.cuts >= 1


def test_a_server_that_is_dead_breaks_the_connection() -> None:
    with (
        TornLine(lambda: "http://127.0.0.1:9", seed=1) as line,
        session() as http,
        pytest.raises(requests.ConnectionError),
    ):
        http.get(line.url)


def rounds(memory: list[float], seconds: list[float]) -> list[Round]:
    return [Round(100, s, m) for m, s in zip(memory, seconds, strict=True)]


def test_a_server_that_stays_as_it_was_has_not_grown() -> None:
    assert grown(rounds([120, 121, 120, 122, 121, 122], [1, 1.1, 0.9, 1, 1.2, 1])) == []


def test_memory_that_grows_in_every_round_is_told() -> None:
    assert "grew by" in grown(rounds([100, 110, 120, 130, 140, 150], [1] * 6))[0]


def test_entries_that_take_longer_and_longer_are_told() -> None:
    assert "2.0 times" in grown(rounds([100] * 6, [1, 1, 1.5, 1.7, 2, 2]))[0]
