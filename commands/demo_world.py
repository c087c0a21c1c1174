"""The demo's world, made once and used again: organiser, server, roster, cards, pack; nothing of it is secret."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path

import requests

from commands.campaign import next_version, read_pack
from commands.say import Tell, bar, steps
from kiosk.crypto.cards import issue
from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import encode_campaign
from kiosk.domain.credential import Role
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE
from kiosk.files import write_whole
from kiosk.services.kiosk import open_kiosk
from kiosk.storage.identity import IDENTITY_FILE, load_identity, save_identity
from organiser.card_image import write_card_image
from organiser.cards import write_cards
from organiser.ceremony import TALLY_PUBLIC_FILE, hold_ceremony
from organiser.folder.reading import PublicKeys, read_event, read_folder
from organiser.folder.statuses import read_statuses
from organiser.issuing import IssuedCard, issue_credentials, seeded
from organiser.keys import ORGANISER_KEY_FILE, certify_server, new_organiser
from organiser.office import INTAKE_FILE, Office
from organiser.pack import build_pack
from organiser.sample_media import make_sample_media
from organiser.sample_roster import demo_roster
from sync.client import run_once
from sync.enrol import enrol
from sync.pace import Progress
from sync.server.enrolling import create_code
from sync.server.keys import install_certificate, prepare_server
from sync.server.publishing import publish_pack
from sync.server.server import open_server
from sync.server.statuses import import_statuses

SEED = 2021
VENUE = "v01"
CATEGORIES = ("enterprise", "town", "resident")
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "demo"


@dataclass(frozen=True, slots=True)
class DemoWorld:
    """Where everything of the demo lies."""

    folder: Path

    @property
    def office(self) -> Office:
        """The organiser's folder; in the demo it also holds the trustees' shares."""
        return Office(self.folder / "office")

    @property
    def server(self) -> Path:
        """The central server's folder."""
        return self.folder / "server"

    @property
    def pack(self) -> Path:
        """The signed pack."""
        return self.folder / "pack"

    @property
    def cards(self) -> Path:
        """The sample cards."""
        return self.folder / "cards"

    @property
    def kiosk(self) -> Path:
        """The kiosk at v01."""
        return self.folder / "kiosk"

    @property
    def sample_cards(self) -> Path:
        """What the kiosk's demo drawer shows."""
        return self.cards / "cards.json"

    def build(self) -> None:
        """Everything the server needs. What is there and up to date is left as it is."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with bar("Making 76 sample clips") as tell:
            make_sample_media(FOLDER, self.folder / "media", tell)
        with steps("Keys, ceremony, server"):
            campaign_id = self._keys()
        with steps("Roster of 3,200 and cards"):
            event = read_event(FOLDER, self.office.public_keys())
            self._roster(event)
            self._cards(event)
        self._pack(campaign_id)
        opened = open_server(self.server)
        try:
            publish_pack(opened, self.pack)
            import_statuses(opened, read_statuses(FOLDER))
        finally:
            opened.close()

    def enrol_kiosk(self, url: str) -> None:
        """Enrol the kiosk once, follow the server's address, and bring its content."""
        if (self.kiosk / IDENTITY_FILE).exists():
            identity = load_identity(self.kiosk)
            if identity.server_url != url:
                save_identity(self.kiosk, replace(identity, server_url=url))
        else:
            opened = open_server(self.server)
            try:
                code = create_code(opened, VENUE, 1)
            finally:
                opened.close()
            enrol(self.kiosk, url, code, _local())
        kiosk = open_kiosk(self.kiosk)
        try:
            with bar("Content to the kiosk") as tell:
                run_once(kiosk, _local(), lambda progress: _tell(tell, progress))
        finally:
            kiosk.close()

    def _keys(self) -> str:
        office, event_id = self.office.folder, _event_id()
        if not (office / ORGANISER_KEY_FILE).exists():
            new_organiser(office)
        if not (office / TALLY_PUBLIC_FILE).exists():
            hold_ceremony(office, campaign=event_id)
        if not (self.server / "keys" / "server.cose").exists():
            made = prepare_server(self.server, self.office.public)
            write_whole(office / INTAKE_FILE, made.intake_key.hex().encode() + b"\n")
            install_certificate(self.server, certify_server(self.office.key, event_id, made.server_key))
        return event_id

    def _roster(self, event: Campaign) -> None:
        before = self.office.issued()
        issued = issue_credentials(demo_roster(event, SEED), before, draw=seeded(SEED))
        if issued != before:
            self.office.save_issued(issued)

    def _cards(self, event: Campaign) -> None:
        if self.sample_cards.exists():
            return
        self.cards.mkdir(parents=True, exist_ok=True)
        key, chosen = self.office.key, self._chosen()
        pins = {pin.verifier.credential: pin.pin for pin in self.office.pins(event)}
        write_cards(chosen, self.cards / "cards.pdf", campaign=event, key=key)
        drawer = []
        for card in chosen:
            category = event.category(card.row.category)
            name = "staff" if card.row.role is Role.STAFF else card.row.category
            write_card_image(card, self.cards / f"{name}.png", campaign=event, key=key)
            drawer.append(
                {
                    "zh": category.name.zh if category else "工作人员",
                    "en": category.name.en if category else "Staff",
                    "text": issue(card.credential(event), key),
                    "pin": pins.get(card.id, ""),
                }
            )
        write_whole(self.sample_cards, json.dumps(drawer, ensure_ascii=False, indent=1).encode())

    def _chosen(self) -> list[IssuedCard]:
        """Three representatives of different categories and one of the staff, all of the kiosk's venue."""
        here = [card for card in self.office.issued().valid if card.row.venue == VENUE]
        chosen = [next(card for card in here if card.row.category == category) for category in CATEGORIES]
        return [*chosen, next(card for card in here if card.row.role is Role.STAFF)]

    def _pack(self, campaign_id: str) -> None:
        """A new version only when something that goes into it changed."""
        stamp, mark = self.folder / "pack.sha256", self._fingerprint()
        if stamp.exists() and stamp.read_text("ascii") == mark and (self.pack / "manifest.cose").exists():
            return
        with bar("Checking the campaign folder") as tell:
            content = read_folder(FOLDER, self.folder / "media", self.office.public_keys(), tell)
        documents = {
            CAMPAIGN_FILE: encode_campaign(content.campaign),
            ACCESS_FILE: encode_access(self.office.access(content.campaign)),
        }
        with bar("Signing the pack") as tell:
            build_pack(
                content.files,
                documents,
                self.pack,
                campaign=campaign_id,
                version=next_version(self.pack, self.office.public),
                created=int(time.time()),
                key=self.office.key,
                progress=tell,
            )
        stamp.write_text(mark, "ascii")

    def _fingerprint(self) -> str:
        digest = hashlib.sha256()
        media = (self.folder / "media").glob("*.sha256")
        for path in (*sorted(path for path in FOLDER.rglob("*") if path.is_file()), *sorted(media)):
            digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()

    def campaign(self) -> Campaign:
        """The campaign in the pack."""
        return read_pack(self.pack, self.office.public)[1]


def _event_id() -> str:
    return read_event(FOLDER, PublicKeys(bytes(32), bytes(32), bytes(16))).id


def _local() -> requests.Session:
    """A session that goes straight to this machine, whatever proxy is set."""
    session = requests.Session()
    session.trust_env = False
    return session


def _tell(tell: Tell, progress: Progress) -> None:
    tell(progress.done, max(progress.total, 1))
