"""A pack is complete or not there, and says exactly what its files are."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from organiser_samples import sample_campaign

from kiosk.crypto.signing import Purpose, SigningKey, verify
from kiosk.domain.campaign_json import decode_campaign, encode_campaign
from kiosk.domain.pack import CHUNK, Manifest, decode_manifest
from organiser.pack import PackRefused, build_pack

KEY = SigningKey(bytes(32))
DOCUMENTS = {"campaign.json": encode_campaign(sample_campaign()), "access.json": b"{}"}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    path = tmp_path / "fgw-report.mp4"
    path.write_bytes(os.urandom(1000) * 4 + bytes(CHUNK))
    return path


def build(out: Path, video: Path, version: int = 1, documents: dict[str, bytes] | None = None) -> Manifest:
    return build_pack(
        {"media/fgw-report.mp4": video},
        documents or DOCUMENTS,
        out,
        campaign="qd2021",
        version=version,
        created=1_639_000_000,
        key=KEY,
    )


def test_the_signed_manifest_names_every_file_and_every_blob_has_its_hash(tmp_path: Path, video: Path) -> None:
    out = tmp_path / "pack"
    manifest = build(out, video)
    signed = verify((out / "manifest.cose").read_bytes(), Purpose.PACK, KEY.public)
    assert decode_manifest(signed) == manifest
    assert [file.name for file in manifest.files] == ["access.json", "campaign.json", "media/fgw-report.mp4"]
    assert {path.name for path in (out / "blobs").iterdir()} == {file.sha256.hex() for file in manifest.files}
    for file in manifest.files:
        data = (out / "blobs" / file.sha256.hex()).read_bytes()
        assert (hashlib.sha256(data).digest(), len(data)) == (file.sha256, file.size)
    campaign = manifest.file("campaign.json")
    assert campaign is not None
    assert decode_campaign((out / "blobs" / campaign.sha256.hex()).read_bytes()) == sample_campaign()


def test_videos_are_linked_not_copied(tmp_path: Path, video: Path) -> None:
    build(tmp_path / "pack", video)
    assert video.stat().st_nlink == 2


def test_where_links_do_not_work_videos_are_copied_and_a_second_build_reads_only(
    tmp_path: Path, video: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(18, "cross-device")

    monkeypatch.setattr(os, "link", no_links)
    first = build(tmp_path / "pack", video)
    file = first.file("media/fgw-report.mp4")
    assert file is not None
    blob = tmp_path / "pack" / "blobs" / file.sha256.hex()
    assert blob.stat().st_nlink == 1 and blob.read_bytes() == video.read_bytes()
    inode = blob.stat().st_ino
    assert build(tmp_path / "pack", video, 2).files == first.files
    assert blob.stat().st_ino == inode


def test_a_damaged_blob_from_before_is_replaced(tmp_path: Path, video: Path) -> None:
    manifest = build(tmp_path / "pack", video)
    for file in manifest.files:
        blob = tmp_path / "pack" / "blobs" / file.sha256.hex()
        blob.unlink()
        blob.write_bytes(b"x" * file.size)
    build(tmp_path / "pack", video, 2)
    for file in manifest.files:
        blob = tmp_path / "pack" / "blobs" / file.sha256.hex()
        assert hashlib.sha256(blob.read_bytes()).digest() == file.sha256


@pytest.mark.parametrize(
    ("documents", "code"),
    [
        ({"access.json": b"{}"}, "no-campaign"),
        ({**DOCUMENTS, "../x": b""}, "unsafe-name"),
        ({**DOCUMENTS, "media/fgw-report.mp4": b""}, "twice"),
    ],
)
def test_a_pack_that_must_not_be_signed_is_refused_and_nothing_is_written(
    tmp_path: Path, video: Path, documents: dict[str, bytes], code: str
) -> None:
    with pytest.raises(PackRefused) as caught:
        build(tmp_path / "pack", video, documents=documents)
    assert caught.value.code == code
    assert not (tmp_path / "pack").exists()


def test_a_missing_video_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackRefused) as caught:
        build(tmp_path / "pack", tmp_path / "gone.mp4")
    assert (caught.value.code, caught.value.name) == ("not-a-file", "media/fgw-report.mp4")


def test_versions_only_rise_and_mean_one_content(tmp_path: Path, video: Path) -> None:
    build(tmp_path / "pack", video, 2)
    before = (tmp_path / "pack" / "manifest.cose").read_bytes()
    build(tmp_path / "pack", video, 2)
    for version, documents, code in [
        (1, DOCUMENTS, "version-falls"),
        (2, {**DOCUMENTS, "access.json": b"[]"}, "version-used"),
    ]:
        with pytest.raises(PackRefused) as caught:
            build(tmp_path / "pack", video, version, documents)
        assert caught.value.code == code
    assert (tmp_path / "pack" / "manifest.cose").read_bytes() == before


def test_a_build_that_fails_midway_leaves_the_old_pack(tmp_path: Path, video: Path) -> None:
    build(tmp_path / "pack", video)
    before = (tmp_path / "pack" / "manifest.cose").read_bytes()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_pack(
            {"v": video}, DOCUMENTS, tmp_path / "pack", campaign="qd2021", version=2, created=0, key=KEY, progress=stop
        )
    assert (tmp_path / "pack" / "manifest.cose").read_bytes() == before
    assert not list((tmp_path / "pack").rglob("*.part"))


def test_progress_counts_bytes_up_to_the_total(tmp_path: Path, video: Path) -> None:
    seen: list[tuple[int, int]] = []
    build_pack(
        {"v": video},
        DOCUMENTS,
        tmp_path / "pack",
        campaign="qd2021",
        version=1,
        created=0,
        key=KEY,
        progress=lambda done, total: seen.append((done, total)),
    )
    total = video.stat().st_size + sum(map(len, DOCUMENTS.values()))
    assert seen[-1] == (total, total)
    assert seen == sorted(seen)
