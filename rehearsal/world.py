"""The rehearsal's world: an office, a central server's folder, a roster with its cards, and the packs of the days."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign import Campaign, Category, Clip, Department
from kiosk.domain.campaign_json import encode_campaign
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE, Access
from kiosk.files import write_whole
from organiser.ceremony import Ceremony, hold_ceremony
from organiser.folder.forms import read_forms
from organiser.folder.mistakes import FolderRefused, Mistakes
from organiser.folder.nodes import read_yaml
from organiser.folder.problems import read_problems
from organiser.folder.reading import PublicKeys, read_event
from organiser.folder.rules import read_rules
from organiser.folder.tables import read_departments
from organiser.issuing import Issued, issue_credentials, reissue, revoke, seeded
from organiser.keys import certify_server, new_organiser
from organiser.office import INTAKE_FILE, Office
from organiser.pack import build_pack
from organiser.sample_roster import demo_roster
from rehearsal.size import Size
from sync.server.keys import install_certificate, prepare_server
from sync.server.publishing import publish_pack
from sync.server.server import Server, open_server

CONTENT_BYTES = 300_000
LOST_SHARE, TAKEN_SHARE = 0.01, 0.004
"""Shares of the people who lose their card after the first day, and whose card is taken away."""


@dataclass(frozen=True, slots=True)
class World:
    """Everything but kiosks. `first` are the cards at the beginning, `later` those from the second day on."""

    folder: Path
    campaign: Campaign
    office: Office
    ceremony: Ceremony
    first: Issued
    later: Issued
    database_url: str | None

    @property
    def server_folder(self) -> Path:
        """The central server's folder."""
        return self.folder / "server"

    def open_server(self) -> Server:
        """The server's data, beside the process that serves it."""
        return open_server(self.server_folder, self.database_url)

    def publish(self, version: int, issued: Issued) -> None:
        """Build and offer a pack with these cards' access list, and remember the cards."""
        self.office.save_issued(issued)
        pins = tuple(pin.verifier for pin in self.office.pins(self.campaign))
        documents = {
            CAMPAIGN_FILE: encode_campaign(self.campaign),
            ACCESS_FILE: encode_access(Access(issued.revoked, issued.replaced, pins)),
        }
        clip = self.folder / f"clip-{version}"
        clip.write_bytes(random.Random(version).randbytes(CONTENT_BYTES))
        build_pack(
            {"clips/sample.mp4": clip},
            documents,
            self.folder / "pack",
            campaign=self.campaign.id,
            version=version,
            created=int(time.time()),
            key=self.office.key,
        )
        server = self.open_server()
        try:
            publish_pack(server, self.folder / "pack")
        finally:
            server.close()


def build_world(folder: Path, event: Path, size: Size, database_url: str | None) -> World:
    """Make it in an empty folder, with the rules, forms and names of the campaign folder `event`.

    Raises FolderRefused, KeyRefused, OSError or SQLAlchemyError.
    """
    office = Office(folder / "office")
    organiser = new_organiser(office.folder)
    bare = read_event(event, PublicKeys(bytes(32), bytes(32), bytes(16)))
    ceremony = hold_ceremony(office.folder, campaign=bare.id, pages=False)
    made = prepare_server(folder / "server", organiser.public)
    write_whole(office.folder / INTAKE_FILE, made.intake_key.hex().encode() + b"\n")
    install_certificate(folder / "server", certify_server(office.key, bare.id, made.server_key))
    campaign = _campaign(event, office.public_keys(), size)
    draw = seeded(size.seed)
    first = issue_credentials(demo_roster(campaign, size.seed), draw=draw)
    later = _after_the_first_day(first, random.Random(f"{size.seed} lost")) if size.days > 1 else first
    world = World(folder, campaign, office, ceremony, first, later, database_url)
    world.publish(1, first)
    return world


def _after_the_first_day(first: Issued, chance: random.Random) -> Issued:
    """Some people lost their cards and got new ones; a few cards were taken away."""
    people = [card.row.card_no for card in first.cards if card.row.category]
    chosen = chance.sample(people, min(len(people), max(2, round(len(people) * (LOST_SHARE + TAKEN_SHARE)))))
    taken = max(1, round(len(people) * TAKEN_SHARE))
    issued = first
    for person in chosen[:taken]:
        issued = revoke(issued, person)
    for person in chosen[taken:]:
        issued = reissue(issued, person, draw=chance.randbytes)
    return issued


def _campaign(event: Path, keys: PublicKeys, size: Size) -> Campaign:
    """The event's rules and forms with as many seats and venues as wanted; every clip is the same small file."""
    mistakes = Mistakes()
    bare, root = read_event(event, keys), read_yaml(event, "campaign.yaml", mistakes)
    rows = read_departments(event, bare.sessions, mistakes)
    clip = Clip("clips/sample.mp4", "", "", "", 1e6, ())
    departments = tuple(
        Department(row.id, row.order, row.session, row.name, row.name, (), (), clip, clip) for row in rows
    )
    problems = read_problems(event, read_rules(root), {d.id: d for d in departments}, mistakes) if root else ()
    forms = read_forms(event, bare.suggestion, mistakes)
    if mistakes.found:
        raise FolderRefused(tuple(sorted(mistakes.found)))
    return replace(
        bare,
        departments=departments,
        problems=problems,
        forms=forms,
        venues=bare.venues[: size.kiosks],
        categories=_seats(bare.categories, size.representatives),
    )


def _seats(categories: tuple[Category, ...], people: int) -> tuple[Category, ...]:
    """Seats for so many people in the event's proportions; the largest category takes what rounding leaves."""
    whole = sum(category.seats for category in categories)
    seats = {category.id: people * category.seats // whole for category in categories}
    seats[max(categories, key=lambda category: category.seats).id] += people - sum(seats.values())
    return tuple(replace(category, seats=seats[category.id]) for category in categories)
