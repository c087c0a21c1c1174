"""A stick that comes back to its kiosk: acknowledgements, the status list, content.

All signed messages are verified before any of them is taken; if one is not genuine, nothing changes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.crypto.signing import SignatureRefused
from kiosk.domain.canonical import EncodingError
from kiosk.domain.held_statuses import HeldStatuses
from kiosk.domain.journal import Acknowledgement
from kiosk.domain.pack import Manifest
from kiosk.services.kiosk import Kiosk
from kiosk.storage.errors import StorageDamaged
from sync import wire
from sync.bundle import read_acknowledgement
from sync.client import read_statuses
from sync.download import Download
from sync.errors import Incomplete, NotTheServer, SyncError, WrongChunk
from sync.pace import Progress
from sync.usb.attachments import news_in, note_stands, read_stands
from sync.usb.boxes import MAX_ANSWERS, read_answers
from sync.usb.errors import OtherCampaign, OtherVenue, StickEmpty, StickFails, StickOld, StickTampered
from sync.usb.export import forget_delivered
from sync.usb.layout import ACK, ROOT, campaign_folder, folder_name, kiosk_folder, kiosks_folder, pack_folder
from sync.usb.layout import statuses_path as path_of_statuses
from sync.usb.loading import remove_blob
from sync.usb.medium import Medium
from sync.usb.source import MANIFEST, StickSource


@dataclass(frozen=True, slots=True)
class Returned:
    """What was taken. `pack` is the version that came into force, None if none did; `lacking` bytes of the pack on
    the stick are still to come; `acknowledged` entries are covered now that were not before; `forked` if the server
    has other entries under this kiosk's name. `content_trouble` is the code of what kept the pack from coming.
    `attachments` are at the server in full and were not known to be.
    """

    acknowledged: int
    statuses: bool
    pack: int | None
    lacking: int
    forked: bool
    content_trouble: str
    attachments: int = 0


@dataclass(frozen=True, slots=True)
class _Found:
    """What is on the stick for this kiosk, all of it verified. `old` counts what is overtaken."""

    answers: tuple[tuple[Acknowledgement, ...], ...]
    statuses: tuple[bytes, HeldStatuses] | None
    manifest: Manifest | None
    stands: tuple[wire.AttachmentStand, ...]
    old: int


def take_back(kiosk: Kiosk, medium: Medium, told: Callable[[Progress], None] = lambda progress: None) -> Returned:
    """Take what the server put on the stick.

    Raises StickEmpty, OtherCampaign, OtherVenue, StickTampered or StickOld, and then nothing was changed; StickFails or
    StorageError, and then what was taken before stays and it may be repeated. Of a pack that is spoiled on the stick
    nothing wrong is taken either, but acknowledgements are: see `content_trouble`.
    """
    with medium.alone():
        return _take_back(kiosk, medium, told)


def _take_back(kiosk: Kiosk, medium: Medium, told: Callable[[Progress], None]) -> Returned:
    _check_for_us(kiosk, medium)
    found = _read(kiosk, medium)
    if found.old and not (found.answers or found.stands or found.statuses or found.manifest):
        raise StickOld
    before = kiosk.journal.state()
    ours = [_accept(kiosk, answers) for answers in found.answers]
    unsent = kiosk.journal.state().unsent
    if found.statuses is not None:
        kiosk.library.keep_statuses(*found.statuses)
    note_stands(kiosk, found.stands)
    if found.answers or found.stands:
        _forget_delivered(kiosk, medium)
    returned = Returned(
        max(0, before.unsent - unsent), found.statuses is not None, None, 0, not all(ours), "", len(found.stands)
    )
    return returned if found.manifest is None else _take_pack(kiosk, medium, found.manifest, told, returned)


def _check_for_us(kiosk: Kiosk, medium: Medium) -> None:
    campaign = kiosk.identity.campaign
    campaigns = medium.names(ROOT)
    if not campaigns:
        raise StickEmpty
    if campaign_folder(campaign).removeprefix(f"{ROOT}/") not in campaigns:
        raise OtherCampaign
    kiosks = medium.names(kiosks_folder(campaign))
    if kiosks and folder_name(kiosk.identity.kiosk) not in kiosks and not kiosk.library.is_empty:
        raise OtherVenue  # a kiosk without content was on no stick yet: the pack is everybody's


def _read(kiosk: Kiosk, medium: Medium) -> _Found:
    folder = kiosk_folder(kiosk.identity.campaign, kiosk.identity.kiosk)
    everything = [_read_answers(kiosk, medium, f"{folder}/{n}") for n in medium.names(folder) if n.endswith(ACK)]
    fresh = tuple(answers for answers in everything if answers and _is_fresh(kiosk, answers[0]))
    statuses, old_statuses = _read_statuses(kiosk, medium)
    manifest, old_pack = _read_manifest(kiosk, medium)
    epochs = {answers[-1].server_epoch for answers in fresh} or {kiosk.journal.server_epoch()}
    stands, old_stands = news_in(kiosk, read_stands(kiosk, medium), epochs)
    old = len(everything) - len(fresh) + old_statuses + old_pack + old_stands
    return _Found(fresh, statuses, manifest, stands, old)


def _is_fresh(kiosk: Kiosk, answer: Acknowledgement) -> bool:
    """Later than what was heard last, or covering more: a server's clock that was put right says an earlier time."""
    return answer.server_time >= kiosk.journal.time_floor() or answer.acked_seq > kiosk.journal.acked(answer.epoch)


def _read_answers(kiosk: Kiosk, medium: Medium, path: str) -> tuple[Acknowledgement, ...]:
    identity, known = kiosk.identity, set(kiosk.journal.all_epochs())
    try:
        messages = read_answers(medium.read(path, MAX_ANSWERS))
        answers = tuple(read_acknowledgement(message, identity.server) for message in messages)
    except (EncodingError, SignatureRefused) as error:
        raise StickTampered(path) from error
    for answer in answers:
        if answer.campaign != identity.campaign:
            raise OtherCampaign
        if answer.kiosk != identity.kiosk:
            raise OtherVenue
    return tuple(answer for answer in answers if answer.epoch in known)


def _read_statuses(kiosk: Kiosk, medium: Medium) -> tuple[tuple[bytes, HeldStatuses] | None, int]:
    """The list if it is newer than the one here; else whether it is older."""
    path = path_of_statuses(kiosk.identity.campaign)
    if medium.size(path) is None:
        return None, 0
    try:
        message, statuses = read_statuses(kiosk, medium.read(path, wire.MAX_STATUSES))
    except NotTheServer as error:
        raise StickTampered(path) from error
    known = kiosk.library.statuses
    if known is None or statuses.as_of > known.as_of:
        return (message, statuses), 0
    return None, int(statuses.as_of < known.as_of)


def _read_manifest(kiosk: Kiosk, medium: Medium) -> tuple[Manifest | None, int]:
    """The manifest if it is newer than the one in force, or the one in force lacks files; else whether it is older."""
    folder = pack_folder(kiosk.identity.campaign)
    if medium.size(f"{folder}/{MANIFEST}") is None:
        return None, 0
    try:
        manifest = kiosk.content.read_manifest(StickSource(medium, folder).manifest())
    except (EncodingError, SignatureRefused, StorageDamaged) as error:
        raise StickTampered(f"{folder}/{MANIFEST}") from error
    current = kiosk.content.current_version()
    if manifest.version > current or (manifest.version == current and kiosk.content.missing(manifest)):
        return manifest, 0
    return None, int(manifest.version < current)


def _accept(kiosk: Kiosk, answers: tuple[Acknowledgement, ...]) -> bool:
    """Take the answers to one epoch in order; whether the server's entries are ours.

    After a change of the server's database the kiosk begins its list of spent marks anew: then the marks that follow
    in these answers are behind a gap and are left for the next exchange.
    """
    for answer in answers:
        if not kiosk.journal.accept(answer):
            return False
        if kiosk.journal.tail(kiosk.journal.acked(kiosk.journal.epoch), 1).spent_cursor != answer.spent_cursor:
            break
    return True


def _take_pack(
    kiosk: Kiosk, medium: Medium, manifest: Manifest, told: Callable[[Progress], None], so_far: Returned
) -> Returned:
    """Trouble with content does not undo what was acknowledged; the next stick goes on with it."""
    before = kiosk.content.current_version()
    try:
        source = StickSource(medium, pack_folder(manifest.campaign))
        Download(kiosk.content, source, told=told, check=kiosk.library.check).run()
    except Incomplete as error:
        return replace(so_far, lacking=error.lacking)
    except WrongChunk as error:
        with contextlib.suppress(StickFails):  # the office goes by names and sizes: it would not write it anew
            remove_blob(medium, pack_folder(manifest.campaign), error.file)
        return replace(so_far, content_trouble=StickTampered.code)
    except NotTheServer:
        return replace(so_far, content_trouble=StickTampered.code)
    except (SyncError, OSError) as error:
        return replace(so_far, content_trouble=getattr(error, "code", "storage"))
    kiosk.library.reload()
    return replace(so_far, pack=manifest.version if manifest.version != before else None)


def _forget_delivered(kiosk: Kiosk, medium: Medium) -> None:
    """Tidying up: a stick that cannot be written has done its work all the same."""
    with contextlib.suppress(StickFails):
        forget_delivered(kiosk, medium)
