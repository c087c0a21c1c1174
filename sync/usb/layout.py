"""Where things lie on a stick (docs/formats.md): names that FAT32 and exFAT can hold, a folder for each campaign.

SANMIN/<campaign>/kiosks/<kiosk>/<epoch>-<first seq>.up     a sealed bundle
SANMIN/<campaign>/kiosks/<kiosk>/<epoch>.ack                the server's answers
SANMIN/<campaign>/kiosks/<kiosk>/<sha256>.att               an attachment, in signed pieces
SANMIN/<campaign>/kiosks/<kiosk>/<sha256>.got               the server's answer to it
SANMIN/<campaign>/statuses.zst                              the status list
SANMIN/<campaign>/pack/manifest.cose, pack/blobs/           content
"""

from __future__ import annotations

import hashlib
import re

ROOT = "SANMIN"
UP, ACK = ".up", ".ack"
ATT, GOT = ".att", ".got"
PART_CHUNKS = 255
"""Chunks in one file of a blob: 1,020 MiB, far below FAT32's 4 GiB − 1, and little to repeat after a fault."""
_PLAIN = re.compile(r"[a-z0-9]([a-z0-9._-]{0,38}[a-z0-9])?")
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_UP = re.compile(r"([0-9a-f]{32})-(\d{12})\.up")


def folder_name(name: str) -> str:
    """A campaign's or kiosk's name as a folder; one that FAT32 cannot hold is replaced by its hash."""
    if _PLAIN.fullmatch(name) and not _DEVICES.fullmatch(name):
        return name
    return "x" + hashlib.sha256(name.encode()).hexdigest()[:20]


def campaign_folder(campaign: str) -> str:
    """All that belongs to a campaign."""
    return f"{ROOT}/{folder_name(campaign)}"


def kiosks_folder(campaign: str) -> str:
    """A folder for every kiosk that was on the stick."""
    return f"{campaign_folder(campaign)}/kiosks"


def kiosk_folder(campaign: str, kiosk: str) -> str:
    """What one kiosk sends and gets."""
    return f"{kiosks_folder(campaign)}/{folder_name(kiosk)}"


def up_name(epoch: bytes, first_seq: int) -> str:
    """A sealed bundle's name; sorting by it gives the order of the journal."""
    return f"{epoch.hex()}-{first_seq:012}{UP}"


def read_up_name(name: str) -> tuple[bytes, int] | None:
    """(epoch, first seq), or None for a name that is not a bundle's."""
    match = _UP.fullmatch(name)
    return (bytes.fromhex(match[1]), int(match[2])) if match else None


def attachment_digest(name: str, ending: str) -> bytes | None:
    """The SHA-256 in an attachment's or an answer's name, None for another name."""
    plain = name.removesuffix(ending)
    return bytes.fromhex(plain) if plain != name and _DIGEST.fullmatch(plain) else None


def ack_name(epoch: bytes) -> str:
    """The answers to one epoch."""
    return f"{epoch.hex()}{ACK}"


def statuses_path(campaign: str) -> str:
    """The status list, as the server sends it."""
    return f"{campaign_folder(campaign)}/statuses.zst"


def pack_folder(campaign: str) -> str:
    """The pack, its blobs in parts."""
    return f"{campaign_folder(campaign)}/pack"


def part_name(digest: bytes, part: int) -> str:
    """One file of a blob: its SHA-256 and the part's number from 000."""
    return f"{digest.hex()}.{part:03}"
