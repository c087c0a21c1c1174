"""A whole small world for tests: organiser, server behind real HTTP, enrolled kiosks, cards, a signed pack."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import requests
import uvicorn
from organiser_samples import sample_campaign

from kiosk.crypto.cards import issue
from kiosk.crypto.pin import make_verifier
from kiosk.crypto.sealing import OpeningKey
from kiosk.crypto.signing import SigningKey
from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import encode_campaign
from kiosk.domain.credential import Credential, Role
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE, Access, PinVerifier
from kiosk.services.kiosk import Kiosk, open_kiosk
from organiser.keys import certify_server
from organiser.pack import build_pack
from sync.enrol import enrol
from sync.server.app import build_app
from sync.server.enrolling import create_code
from sync.server.keys import install_certificate, prepare_server
from sync.server.publishing import publish_pack
from sync.server.server import Server, open_server

NOW = 1_639_800_000
"""18 December 2021, 12:00 in Qingdao: both sample sessions have begun."""
PIN = "246810"


@dataclass
class World:
    """Everything that exists in a test. `now` is every clock."""

    folder: Path
    organiser: SigningKey = field(default_factory=SigningKey.generate)
    tally: OpeningKey = field(default_factory=OpeningKey.generate)
    now: float = NOW
    version: int = 0
    revoked: tuple[bytes, ...] = ()
    pins: list[PinVerifier] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=lambda: {"clips/a.mp4": b"a" * 5000, "captions/a.vtt": b"WEBVTT\n"})
    url: str = ""
    kiosks: list[Kiosk] = field(default_factory=list)
    database_url: str | None = None

    def __post_init__(self) -> None:
        prepared = prepare_server(self.server_folder, self.organiser.public)
        self.intake_key = prepared.intake_key
        install_certificate(self.server_folder, certify_server(self.organiser, "qd2021", prepared.server_key))
        self.server: Server = open_server(self.server_folder, self.database_url, lambda: self.now)

    @property
    def server_folder(self) -> Path:
        return self.folder / "server"

    def campaign(self) -> Campaign:
        return sample_campaign(tally_key=self.tally.public.raw, intake_key=self.intake_key)

    def publish(self, **changes: object) -> None:
        """Build and publish the next version of the pack."""
        self.version += 1
        content = self.folder / f"content-{self.version}"
        paths = {}
        for name, data in self.files.items():
            paths[name] = content / name
            paths[name].parent.mkdir(parents=True, exist_ok=True)
            paths[name].write_bytes(data)
        campaign = sample_campaign(tally_key=self.tally.public.raw, intake_key=self.intake_key, **changes)
        documents = {
            CAMPAIGN_FILE: encode_campaign(campaign),
            ACCESS_FILE: encode_access(Access(self.revoked, (), tuple(self.pins))),
        }
        out = self.folder / "pack"
        build_pack(paths, documents, out, campaign="qd2021", version=self.version, created=NOW, key=self.organiser)
        publish_pack(self.server, out)

    def credential(self, number: int, role: Role = Role.REPRESENTATIVE, venue: str = "v01") -> Credential:
        id = number.to_bytes(10, "big")
        if role is Role.STAFF and not any(pin.credential == id for pin in self.pins):
            self.pins.append(make_verifier(id, PIN))
        return Credential("qd2021", id, role, "enterprise" if role is Role.REPRESENTATIVE else "", venue, 1_900_000_000)

    def card(self, number: int, role: Role = Role.REPRESENTATIVE, venue: str = "v01") -> str:
        return issue(self.credential(number, role, venue), self.organiser)

    def new_kiosk(self, venue: str = "v01", number: int = 1) -> Kiosk:
        """An enrolled kiosk without content; sync brings it. Needs `serving`."""
        folder = self.folder / f"kiosk-{venue}-{number}"
        enrol(folder, self.url, create_code(self.server, venue, number))
        return self.open_kiosk(folder)

    def open_kiosk(self, folder: Path) -> Kiosk:
        kiosk = open_kiosk(folder, lambda: self.now)
        self.kiosks.append(kiosk)
        return kiosk

    @contextlib.contextmanager
    def serving(self) -> Iterator[None]:
        """The server behind real HTTP on a free port of loopback."""
        config = uvicorn.Config(build_app(self.server), port=0, log_level="error", lifespan="off")
        running = uvicorn.Server(config)
        socket = config.bind_socket()
        thread = threading.Thread(target=running.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        self.url = f"http://127.0.0.1:{socket.getsockname()[1]}"
        try:
            wait_for(lambda: running.started)
            yield
        finally:
            running.should_exit = True
            thread.join()
            socket.close()

    def close(self) -> None:
        for kiosk in self.kiosks:
            kiosk.close()
        self.server.close()


def wait_for(condition: Callable[[], bool]) -> None:
    """Until it holds; polls, because what is waited for runs on another thread."""
    event = threading.Event()
    while not condition():
        event.wait(0.01)


def session() -> requests.Session:
    """A session that ignores proxies of the machine."""
    made = requests.Session()
    made.trust_env = False
    return made
