"""Morango and PouchDB with express-pouchdb, as `make bench-peers` installs them under build/peers, with our records.

Neither is asked for more than it does by itself: both servers take the same bytes as Base64 text, in portions of 500.
"""

from __future__ import annotations

import base64
import contextlib
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from bench.ingest import Taken
from bench.processes import processor_s, served

PROGRAMS = Path(__file__).parent / "peers"
INSTALLED = Path(__file__).resolve().parents[2] / "build" / "peers"
MORANGO = INSTALLED / "morango" / "bin" / "python"
POUCHDB = INSTALLED / "pouchdb"


def installed() -> bool:
    """Whether both are there."""
    return MORANGO.exists() and (POUCHDB / "node_modules" / "express-pouchdb").exists()


def write_payloads(folder: Path, journals: list[tuple[bytes, ...]]) -> list[Path]:
    """Each device's records in a file, Base64, one a line."""
    paths = []
    for number, entries in enumerate(journals):
        paths.append(folder / f"payload-{number}")
        paths[-1].write_text("".join(f"{base64.b64encode(entry).decode()}\n" for entry in entries), "ascii")
    return paths


def morango(folder: Path, payloads: list[Path]) -> Taken:
    """Every device is a process with a database of its own: Morango knows one database in a process."""
    template = folder / "template.sqlite3"
    subprocess.run([MORANGO, PROGRAMS / "morango_site.py"], env={"MORANGO_DATABASE": str(template)}, check=True)
    shutil.copyfile(template, folder / "server.sqlite3")
    at = {"MORANGO_DATABASE": str(folder / "server.sqlite3"), "MORANGO_NODE_ID": "server"}
    with served(str(MORANGO), str(PROGRAMS / "morango_server.py"), more=at) as server, contextlib.ExitStack() as stack:
        devices = []
        for number, payload in enumerate(payloads):
            database = folder / f"device-{number}.sqlite3"
            shutil.copyfile(template, database)
            command = [MORANGO, PROGRAMS / "morango_device.py", server.url, payload]
            env = {"MORANGO_DATABASE": str(database), "MORANGO_NODE_ID": f"device-{number}"}
            devices.append(stack.enter_context(_device(command, env)))
        return _timed(server.pid, devices, payloads)


def pouchdb(folder: Path, payloads: list[Path]) -> Taken:
    """All devices in one process of Node, each with a database of its own."""
    for name in ("server", "devices"):
        (folder / name).mkdir()
    program, modules = PROGRAMS / "pouchdb_server.js", str(POUCHDB)
    with served("node", str(program), modules, str(folder / "server")) as server:
        command = ["node", PROGRAMS / "pouchdb_devices.js", modules, folder / "devices", server.url, *payloads]
        with _device(command) as devices:
            return _timed(server.pid, [devices], payloads)


@contextlib.contextmanager
def _device(command: list[str | Path], env: dict[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=env
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def _timed(pid: int, devices: list[subprocess.Popen[bytes]], payloads: list[Path]) -> Taken:
    """From the start shot, given when all are ready, until the last is done or has failed.

    What failed devices sent is not counted. A process with all devices has all payloads.
    """
    share = len(payloads) // len(devices)
    for device in devices:
        if not _hears(device, b"ready"):
            raise RuntimeError("a device did not start")
    before, began = processor_s(pid), time.perf_counter()
    for device in devices:
        assert device.stdin
        device.stdin.write(b"go\n")
        device.stdin.flush()
    done = [_hears(device, b"done") for device in devices]
    elapsed = time.perf_counter() - began
    arrived = [place for number, fine in enumerate(done) if fine for place in payloads[number * share :][:share]]
    records = sum(len(payload.read_bytes().splitlines()) for payload in arrived)
    return Taken(records, elapsed, processor_s(pid) - before, failed=done.count(False) * share)


def _hears(device: subprocess.Popen[bytes], word: bytes) -> bool:
    assert device.stdout
    return device.stdout.readline().startswith(word)
