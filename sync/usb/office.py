"""A stick at the central server: bundles in by the one ingest function, answers and content back onto it.

It may be done with the same stick any number of times, also after it was pulled out half-way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from kiosk.crypto.signing import Purpose, VerifyKey, verify
from kiosk.domain.canonical import decode_message
from kiosk.domain.journal import Acknowledgement
from sync.bundle import read_acknowledgement, write_acknowledgement
from sync.pace import Progress
from sync.server.attachments import take_piece
from sync.server.database import reading
from sync.server.errors import BlobUnreadable, ServerRefused
from sync.server.ingest import ingest
from sync.server.publishing import current_manifest, current_pack
from sync.server.server import Server
from sync.server.spent_list import spent_after
from sync.server.statuses import status_list
from sync.usb.attachments import read_frames
from sync.usb.boxes import MAX_BOX, NotABundle, open_bundle, read_box, write_answers
from sync.usb.errors import OtherCampaign, OtherServer, StickBroken, StickEmpty, StickTampered
from sync.usb.layout import (
    ATT,
    GOT,
    ROOT,
    UP,
    ack_name,
    attachment_digest,
    campaign_folder,
    kiosk_folder,
    kiosks_folder,
    pack_folder,
    read_up_name,
    statuses_path,
)
from sync.usb.loading import Loaded, load_pack
from sync.usb.medium import Medium
from sync.wire import SPENT_PER_ANSWER, AttachmentStand, compress


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file: `outcome` is stored, gap, fork, or why it was refused; `kiosk` as the file says. An attachment that is
    `incomplete` was cut off on the stick: what there was of it is kept."""

    file: str
    kiosk: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a stick. `pack` is None before the first one is published."""

    arrivals: tuple[Arrival, ...]
    acknowledged: dict[str, int]
    pack: Loaded | None

    @property
    def refused(self) -> tuple[Arrival, ...]:
        """Files of which nothing was taken."""
        return tuple(arrival for arrival in self.arrivals if arrival.outcome not in ("stored", "gap", "fork"))


_Answers = dict[tuple[str, bytes], Acknowledgement]


def take_stick(
    server: Server,
    medium: Medium,
    told: Callable[[Progress], None] = lambda progress: None,
    arrived: Callable[[dict[str, int]], None] = lambda acknowledged: None,
    *,
    new: bool = False,
) -> Taken:
    """Ingest every bundle, then write acknowledgements, the status list and the newest pack for the kiosks.

    A file that is refused changes nothing and does not hold up the others. `arrived` hears what is here of each kiosk
    before anything is written: a stick that cannot be written has brought its records all the same. Raises StickEmpty,
    OtherCampaign, StickFails, or ServerRefused where the pack on offer cannot be read; what was ingested stays, and
    the same stick may be given again. `new` says that a stick that was at no venue is meant: it takes content to a
    kiosk that has none.
    """
    with medium.alone():
        if not new:
            _check_for_us(server, medium)
        return _take_all(server, medium, told, arrived)


def _take_all(
    server: Server,
    medium: Medium,
    told: Callable[[Progress], None],
    arrived: Callable[[dict[str, int]], None],
) -> Taken:
    answers: _Answers = {}
    arrivals = tuple(_take(server, medium, kiosk, name, answers) for kiosk, name in _files(server, medium, UP))
    acknowledged = _acknowledged(answers)
    arrived(acknowledged)
    arrivals += tuple(_take_attachment(server, medium, kiosk, name) for kiosk, name in _files(server, medium, ATT))
    for (kiosk, epoch), answer in answers.items():
        path = f"{kiosk_folder(server.campaign, kiosk)}/{ack_name(epoch)}"
        medium.write(path, [write_answers(list(_all_answers(server, answer)))])
    statuses, _ = status_list(server)
    medium.write(statuses_path(server.campaign), [compress(statuses)])
    return Taken(arrivals, acknowledged, _load(server, medium, told))


def _acknowledged(answers: _Answers) -> dict[str, int]:
    """Entries that are here of each kiosk, all its epochs on the stick together."""
    made: dict[str, int] = {}
    for (kiosk, _), answer in answers.items():
        made[kiosk] = made.get(kiosk, 0) + answer.acked_seq
    return made


def _check_for_us(server: Server, medium: Medium) -> None:
    campaigns = medium.names(ROOT)
    if not campaigns:
        raise StickEmpty
    if campaign_folder(server.campaign).removeprefix(f"{ROOT}/") not in campaigns:
        raise OtherCampaign


def _files(server: Server, medium: Medium, ending: str) -> Iterator[tuple[str, str]]:
    folder = kiosks_folder(server.campaign)
    for kiosk in medium.names(folder):
        yield from ((kiosk, name) for name in medium.names(f"{folder}/{kiosk}") if name.endswith(ending))


def _take(server: Server, medium: Medium, kiosk: str, name: str, answers: _Answers) -> Arrival:
    try:
        box = read_box(medium.read(f"{kiosks_folder(server.campaign)}/{kiosk}/{name}", MAX_BOX))
        if box.campaign != server.campaign:
            raise OtherCampaign
        if read_up_name(name) != (box.epoch, box.first_seq):
            raise StickTampered(name)
        message = ingest(server, open_bundle(box, server.intake))
    except (NotABundle, OtherCampaign, OtherServer, StickBroken, StickTampered, ServerRefused) as error:
        return Arrival(name, kiosk, error.code)
    answer = read_acknowledgement(message, _own_key(server))
    answers[answer.kiosk, answer.epoch] = answer
    return Arrival(name, kiosk, answer.outcome.value)


def _take_attachment(server: Server, medium: Medium, kiosk: str, name: str) -> Arrival:
    """Piece by piece through the function that the network uses; answered once it is complete."""
    folder = f"{kiosks_folder(server.campaign)}/{kiosk}"
    answer = b""
    try:
        for message in read_frames(medium, f"{folder}/{name}"):
            answer = take_piece(server, message)
            stand = decode_message(AttachmentStand, verify(answer, Purpose.ATTACHMENT_STAND, _own_key(server)))
            if stand.sha256 != attachment_digest(name, ATT):
                raise StickTampered(name)
            if stand.complete:
                break
        else:
            return Arrival(name, kiosk, "incomplete")
    except (StickBroken, StickTampered, ServerRefused) as error:
        return Arrival(name, kiosk, error.code)
    medium.write(f"{folder}/{name.removesuffix(ATT)}{GOT}", [answer])
    return Arrival(name, kiosk, "stored")


def _all_answers(server: Server, answer: Acknowledgement) -> Iterator[bytes]:
    """The acknowledgement, then the same with the next spent marks, until all are told: nobody can ask from there."""
    yield write_acknowledgement(answer, server.key)
    while len(answer.spent) >= SPENT_PER_ANSWER:
        with reading(server.engine) as connection:
            spent = spent_after(connection, answer.spent_cursor)
        answer = replace(answer, spent=spent.marks, spent_cursor=spent.cursor)
        yield write_acknowledgement(answer, server.key)


def _load(server: Server, medium: Medium, told: Callable[[Progress], None]) -> Loaded | None:
    manifest = current_manifest(server)
    if manifest is None:
        return None
    message, _ = current_pack(server)
    return load_pack(medium, pack_folder(server.campaign), message, manifest, partial(_pieces, server), told)


def _pieces(server: Server, digest: str, offset: int, length: int) -> Iterator[bytes]:
    """Of a blob; what fails here is not the stick's fault. Raises BlobUnreadable."""
    try:
        yield from server.blobs.pieces(digest, offset, length)
    except OSError as error:
        raise BlobUnreadable from error


def _own_key(server: Server) -> VerifyKey:
    return server.key.public
