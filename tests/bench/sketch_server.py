"""The least that takes records in over HTTP and keeps them: no signature, no chain, no forms.

`python sketch_server.py DATABASE` prints its address. POST /records: records, each after its length in four bytes;
they are in one table, with a FULL commit, before the answer, which is how many there were.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pysqlite3

WRITING = threading.Lock()
DATABASE = pysqlite3.connect(sys.argv[1], isolation_level=None, check_same_thread=False)


class Server(ThreadingHTTPServer):
    """Fifty kiosks may connect in the same moment."""

    request_queue_size = 128


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """Take records in."""
        kiosk, start = self.headers["X-Kiosk"], int(self.headers["X-Start"])
        data = self.rfile.read(int(self.headers["Content-Length"]))
        rows = [(kiosk, start + n, each, hashlib.sha256(each).digest()) for n, each in enumerate(_records(data))]
        with WRITING:
            DATABASE.execute("BEGIN IMMEDIATE")
            DATABASE.executemany("INSERT OR IGNORE INTO entry VALUES (?, ?, ?, ?)", rows)
            DATABASE.execute("COMMIT")
        answer = str(len(rows)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def _records(data: bytes) -> Iterator[bytes]:
    place = 0
    while place < len(data):
        end = place + 4 + int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : end]
        place = end


def main() -> None:
    """Serve until killed."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        DATABASE.execute(f"PRAGMA {pragma}").fetchall()
    DATABASE.execute("CREATE TABLE entry (kiosk TEXT, seq INTEGER, entry BLOB, hash BLOB, PRIMARY KEY (kiosk, seq))")
    server = Server(("127.0.0.1", 0), Handler)
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
