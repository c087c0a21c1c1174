"""Packs: the campaign's content as one signed manifest and blobs named by their hash (DESIGN.md §8).

out/manifest.cose       COSE_Sign1 by the organiser over the manifest, written last
out/blobs/<sha256>      every file's bytes, each content once

    PackRefused             nothing was signed; the folder still holds the pack it held before
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from kiosk.crypto.signing import Purpose, SignatureRefused, SigningKey, sign, verify
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import CAMPAIGN_FILE, Manifest, PackFile, decode_manifest, describe, safe_name
from kiosk.files import fsync_file, fsync_folder, write_whole
from organiser.progress import Progress, silent

MANIFEST_FILE = "manifest.cose"
BLOBS_FOLDER = "blobs"


class PackRefused(Exception):
    """A pack that must not be signed; `name` is the file it is about.

    `code`: `unsafe-name`, `twice`, `no-campaign`, `not-a-file`, `changing` (the file changed while it was read),
    `version-falls` or `version-used` (the folder already holds this or a later version with other content).
    """

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(f"{code}: {name}" if name else code)
        self.code = code
        self.name = name


def build_pack(
    content_files: Mapping[str, Path],
    documents: Mapping[str, bytes],
    out: Path,
    *,
    campaign: str,
    version: int,
    created: int,
    key: SigningKey,
    progress: Progress = silent,
) -> Manifest:
    """Write a complete pack and return its manifest; `created` is Unix seconds, progress counts bytes.

    `content_files` (videos, pictures, captions) become hard links where the file system allows, so they must not be
    changed in place afterwards; `documents` are small and in memory. Blobs already there are used again. Every blob
    is durable before the manifest replaces the old one, so a reader sees the old pack or the new one. Blobs that no
    manifest names any more are left to whoever keeps the folder.

    Raises PackRefused and OSError.
    """
    _check_names(content_files, documents)
    blobs = out / BLOBS_FOLDER
    blobs.mkdir(parents=True, exist_ok=True)
    total = sum(path.stat().st_size for path in content_files.values()) + sum(map(len, documents.values()))
    done, files = 0, []
    for name, source in sorted(content_files.items()):
        files.append(_add_file(name, source, blobs))
        done += files[-1].size
        progress(done, total)
    for name, data in sorted(documents.items()):
        files.append(_add_document(name, data, blobs))
        done += len(data)
        progress(done, total)
    fsync_folder(blobs)
    manifest = Manifest(1, campaign, version, created, tuple(sorted(files, key=lambda file: file.name)))
    decode_manifest(manifest.encoded())
    _check_version(out, manifest, key)
    write_whole(out / MANIFEST_FILE, sign(manifest.encoded(), Purpose.PACK, key))
    return manifest


def _check_names(content_files: Mapping[str, Path], documents: Mapping[str, bytes]) -> None:
    for name in (*content_files, *documents):
        if not safe_name(name):
            raise PackRefused("unsafe-name", name)
    for name in content_files.keys() & documents.keys():
        raise PackRefused("twice", name)
    for name, path in content_files.items():
        if not path.is_file():
            raise PackRefused("not-a-file", name)
    if CAMPAIGN_FILE not in documents:
        raise PackRefused("no-campaign", CAMPAIGN_FILE)


def _check_version(out: Path, manifest: Manifest, key: SigningKey) -> None:
    """A version means one content for ever: kiosks that have it would not fetch another."""
    try:
        old = decode_manifest(verify((out / MANIFEST_FILE).read_bytes(), Purpose.PACK, key.public))
    except (FileNotFoundError, SignatureRefused, EncodingError):
        return
    if old.campaign != manifest.campaign:
        return
    if old.version > manifest.version:
        raise PackRefused("version-falls", MANIFEST_FILE)
    if old.version == manifest.version and old.files != manifest.files:
        raise PackRefused("version-used", MANIFEST_FILE)


def _describe(name: str, path: Path) -> PackFile:
    with path.open("rb") as stream:
        return describe(name, stream)


def _add_document(name: str, data: bytes, blobs: Path) -> PackFile:
    blob = blobs / hashlib.sha256(data).hexdigest()
    if not blob.is_file() or blob.read_bytes() != data:
        write_whole(blob, data)
    return _describe(name, blob)


def _add_file(name: str, source: Path, blobs: Path) -> PackFile:
    part = blobs / ".part"
    part.unlink(missing_ok=True)
    try:
        try:
            # Link first and hash the link: what is hashed is then the very file that is kept.
            os.link(source.resolve(), part)
        except OSError:  # another file system, or one without links
            return _copy_file(name, source, part, blobs)
        file = _describe(name, part)
        fsync_file(part)
        part.replace(blobs / file.sha256.hex())
        return file
    finally:
        part.unlink(missing_ok=True)


def _copy_file(name: str, source: Path, part: Path, blobs: Path) -> PackFile:
    file = _describe(name, source)
    blob = blobs / file.sha256.hex()
    if blob.is_file() and _describe(name, blob) == file:
        return file
    shutil.copyfile(source, part)
    fsync_file(part)
    if _describe(name, part) != file:
        raise PackRefused("changing", name)
    part.replace(blob)
    return file
