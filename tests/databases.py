"""A PostgreSQL of the tests' own: a cluster in a temporary folder, on a Unix socket, one database for each test."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

PROGRAMS = Path("/usr/lib/postgresql")
OPTIONS = "-c listen_addresses='' -c max_connections=200"
"""Nothing listens on a network."""
FORGETFUL = "-c fsync=off -c full_page_writes=off"
"""Tests need no durability of the cluster itself; benchmarks do."""


class Cluster:
    """A running cluster. PostgreSQL refuses to run as root, so root hands the folder to `postgres` or `nobody`."""

    def __init__(self, folder: Path, durable: bool = False) -> None:
        self.folder = folder
        self._options = OPTIONS if durable else f"{OPTIONS} {FORGETFUL}"
        self._user = _unprivileged()

    def start(self) -> None:
        if self._user:
            shutil.chown(self.folder, self._user)
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.go_on()

    def go_on(self) -> None:
        """Start it, also again after `stop`."""
        self._run(
            "pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log",
            "-o", f"{self._options} -c unix_socket_directories={self.folder}", "start",
        )  # fmt: skip

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-m", "immediate", "-w", "stop")

    @contextmanager
    def database(self) -> Iterator[str]:
        """SQLAlchemy's URL of a fresh database, dropped afterwards."""
        name = f"t{uuid.uuid4().hex}"
        self.sql(f"CREATE DATABASE {name}")
        try:
            yield f"postgresql+psycopg://tests@/{name}?host={self.folder}"
        finally:
            self.sql(f"DROP DATABASE {name} WITH (FORCE)")

    def sql(self, statement: str, database: str = "postgres") -> None:
        """Run a statement as the owner of everything."""
        with psycopg.connect(f"host={self.folder} user=tests dbname={database}", autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(_program(program)), *arguments]
        if self._user:
            account = pwd.getpwnam(self._user)
            command = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups", *command]
        done = subprocess.run(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr.decode(errors='replace')}")


def _unprivileged() -> str | None:
    if os.geteuid() != 0:
        return None
    names = {account.pw_name for account in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _program(name: str) -> Path:
    """The newest installed version's. The package postgresql is in system-packages.txt, so it is never skipped."""
    found = sorted(PROGRAMS.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise RuntimeError(f"{name} is missing: install the package postgresql")
    return found[-1]


@contextmanager
def running_cluster(durable: bool = False) -> Iterator[Cluster]:
    """A cluster for as long as the context lasts. Not in pytest's folder, which other users cannot enter."""
    folder = Path(tempfile.mkdtemp(prefix="sanmin-pg-"))
    cluster = Cluster(folder, durable)
    try:
        cluster.start()
        yield cluster
        cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
