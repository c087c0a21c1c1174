"""A server of several processes: each opens the same folder and database, and none outlives the one that started it."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import uvicorn
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError
from uvicorn.supervisors import Multiprocess

from sync.server.app import build_app
from sync.server.logs import log_as_json_lines
from sync.server.server import open_server

logger = logging.getLogger(__name__)

AGAIN_S = 5
"""Between two tries of a replaced process to reach the database."""
FOLDER_VARIABLE, DATABASE_VARIABLE, LEVEL_VARIABLE = "SANMIN_SERVER", "SANMIN_DATABASE_URL", "SANMIN_LOG_LEVEL"
FACTORY = "sync.server.processes:process_app"
T = TypeVar("T")


def run_processes(
    folder: Path, database_url: str, log_level: str, config: uvicorn.Config, bound: socket.socket
) -> None:
    """A process that dies is replaced; SIGTERM ends all of them, each after its running requests."""
    os.environ[FOLDER_VARIABLE] = str(folder.resolve())
    os.environ[DATABASE_VARIABLE] = database_url
    os.environ[LEVEL_VARIABLE] = log_level
    Multiprocess(config, sockets=[bound]).run()


def process_app() -> FastAPI:
    """The application of one process among several; where everything is comes from the environment."""
    log_as_json_lines(os.environ[LEVEL_VARIABLE])
    folder, url = Path(os.environ[FOLDER_VARIABLE]), os.environ[DATABASE_VARIABLE]
    _end_with_parent()
    with _ended_at_once():
        server = once_it_answers(lambda: open_server(folder, url))
    return settled(build_app(server))


def once_it_answers(open_: Callable[[], T], pause: Callable[[float], None] = time.sleep) -> T:
    """What `open_` gives, as soon as the database is there; a process that ended instead would only be started anew."""
    while True:
        try:
            return open_()
        except OperationalError:
            logger.error("the database does not answer; trying again in %d s", AGAIN_S)
            pause(AGAIN_S)


def settled(app: FastAPI) -> FastAPI:
    """What lives as long as the process is no garbage: collections need not read all of it while bundles come in."""
    gc.collect()
    gc.freeze()
    return app


def _end_with_parent() -> None:
    """A parent that was killed must not leave processes behind that hold the port and that nobody can end."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    logger.error("the process that started this one was killed; ending after the running requests")
    os.kill(os.getpid(), signal.SIGTERM)


@contextmanager
def _ended_at_once() -> Iterator[None]:
    """SIGTERM ends a process that still waits for the database: it has no requests, and uvicorn would only note it."""
    before = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
