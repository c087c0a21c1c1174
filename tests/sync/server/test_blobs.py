"""Packs' files in an S3-compatible store: a real one on loopback. What comes out is what a folder would give."""

from __future__ import annotations

import dataclasses
import hashlib
import logging
from collections.abc import Iterator
from pathlib import Path

import obstore
import pytest
from asgi_client import AsgiClient
from moto.server import ThreadedMotoServer
from worlds import World, session

from kiosk.domain.pack import PackFile, describe
from sync.client import run_once
from sync.errors import NotAllowed
from sync.server.app import build_app
from sync.server.blob_place import CREDENTIALS, Place, move_blobs, open_blobs, read_place
from sync.server.blobs import FolderBlobs
from sync.server.errors import Malformed, NotFound, StoreSilent
from sync.server.publishing import current_manifest
from sync.server.ranges import OutsideFile, Part, part_of
from sync.server.s3_blobs import S3Blobs, open_s3
from sync.server.server import open_server

SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"
INI = f"[default]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = {SECRET}\n"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    running = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    running.start()
    _, port = running.get_host_and_port()
    address = f"http://127.0.0.1:{port}"
    with session() as http:
        assert http.put(f"{address}/packs").status_code == 200
    yield address
    running.stop()


@pytest.fixture
def place(endpoint: str, tmp_path: Path) -> Place:
    return Place(f"s3://packs/{tmp_path.name}", endpoint, "us-east-1")


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    path = tmp_path / "s3.ini"
    path.write_text(INI, "utf-8")
    return path


@pytest.fixture
def store(place: Place, endpoint: str) -> S3Blobs:
    return open_s3("packs", place.url.removeprefix("s3://packs/"), endpoint, "us-east-1", ("AKIAEXAMPLE", SECRET))


@pytest.fixture
def stored(lite: World, place: Place, ini: Path) -> Iterator[World]:
    """A world whose pack lies in the store and nowhere else."""
    assert move_blobs(lite.server_folder, current_manifest(lite.server), place, ini) == 4
    lite.server.close()
    for path in (lite.server_folder / "blobs").iterdir():
        path.unlink()
    lite.server = open_server(lite.server_folder, wall=lambda: lite.now)
    yield lite


def file_of(path: Path, data: bytes) -> PackFile:
    path.write_bytes(data)
    with path.open("rb") as stream:
        return describe("clips/a.mp4", stream)


def test_a_kiosk_gets_its_pack_and_the_next_one_from_the_store(stored: World) -> None:
    with stored.serving(), session() as http:
        kiosk = stored.new_kiosk()
        assert run_once(kiosk, http).pack == 1
        stored.files["clips/b.mp4"] = bytes(range(256)) * 20_000  # more than one piece
        stored.publish()
        report = run_once(kiosk, http)
    assert (report.pack, report.content_trouble) == (2, "")
    assert list((stored.server_folder / "blobs").iterdir()) == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Range": "bytes=10-19"},
        {"Range": "bytes=4990-"},
        {"Range": "bytes=-7"},
        {"Range": "bytes=0-999999"},
        {"Range": "bytes=5000-"},
        {"Range": "bytes=-0"},
        {"Range": "bytes=9-3"},
        {"Range": "pages=1-2"},
        {"Range": "bytes=10-19", "If-Range": '"another"'},
    ],
)
def test_a_range_is_what_a_folder_would_give(stored: World, tmp_path: Path, headers: dict[str, str]) -> None:
    digest = hashlib.sha256(b"a" * 5000).hexdigest()
    (tmp_path / digest).write_bytes(b"a" * 5000)
    folder = dataclasses.replace(stored.server, blobs=FolderBlobs(tmp_path))
    told = []
    for server in (stored.server, folder):
        with AsgiClient(build_app(server)) as client:
            answer = client.get(f"/v1/blobs/{digest}", headers=headers)
        named = {name: answer.headers.get(name) for name in ("content-range", "content-length", "etag")}
        told.append((answer.status_code, answer.content if answer.status_code < 300 else b"", named))
    if told[1][0] == 400:  # Starlette does not ignore what RFC 9110 wants ignored
        assert told[0][0] == 200
    elif told[0][0] == 416:
        assert told[1][0] == 416 and told[0][2]["content-range"] == "bytes */5000"
    else:
        assert told[0] == told[1]


def test_what_is_not_there_is_not_found(stored: World) -> None:
    with AsgiClient(build_app(stored.server)) as client:
        for digest in ("0" * 64, "Z" * 64, "%2e%2e"):
            assert client.get(f"/v1/blobs/{digest}").status_code == 404


def test_only_what_the_manifest_says_becomes_an_object(store: S3Blobs, tmp_path: Path) -> None:
    path = tmp_path / "clip"
    good = file_of(path, bytes(10_000_000))
    path.write_bytes(bytes(9_999_999) + b"x")
    with pytest.raises(Malformed, match="damaged-blob"):
        store.take(path, good)
    with pytest.raises(NotFound):
        store.size(good.sha256.hex())


def test_a_file_that_changes_while_it_goes_up_never_becomes_an_object(
    store: S3Blobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "clip"
    good = file_of(path, bytes(10_000_000))
    path.write_bytes(bytes(9_999_999) + b"x")
    monkeypatch.setattr("sync.server.s3_blobs.describe", lambda name, stream: good)
    with pytest.raises(Malformed, match="damaged-blob"):
        store.take(path, good)
    assert obstore.list(store.store).collect() == []


def test_an_empty_file_and_the_same_file_twice(store: S3Blobs, tmp_path: Path) -> None:
    for data in (b"", b"once"):
        file = file_of(tmp_path / "clip", data)
        store.take(tmp_path / "clip", file)
        (tmp_path / "clip").unlink()
        store.take(tmp_path / "clip", file)  # it is there: the source is not even read
        assert b"".join(store.pieces(file.sha256.hex(), 0, file.size)) == data


def test_a_silent_store_is_told_without_a_word_of_what_it_knows(
    stored: World, endpoint: str, caplog: pytest.LogCaptureFixture
) -> None:
    nobody = open_s3("packs", "p", "http://127.0.0.1:1", "us-east-1", ("AKIAEXAMPLE", SECRET))
    elsewhere = open_s3("no-such-bucket", "", endpoint, "us-east-1", ("AKIAEXAMPLE", SECRET))
    file = stored.folder / "clip"
    with pytest.raises(StoreSilent) as refused:
        elsewhere.take(file, file_of(file, b"x"))
    caplog.set_level(logging.DEBUG)
    with AsgiClient(build_app(dataclasses.replace(stored.server, blobs=nobody))) as client:
        answer = client.get(f"/v1/blobs/{'0' * 64}")
    assert (answer.status_code, answer.json()["code"], answer.headers["retry-after"]) == (503, "store-silent", "30")
    assert refused.value.__suppress_context__
    assert not any(word in answer.text + caplog.text + repr(refused.value) for word in (SECRET, "AKIAEXAMPLE"))


def test_credentials_are_kept_for_the_server_alone_and_files_can_come_back(stored: World) -> None:
    kept = stored.server_folder / CREDENTIALS
    assert kept.stat().st_mode & 0o777 == 0o600
    assert SECRET not in repr(open_blobs(stored.server_folder))
    assert move_blobs(stored.server_folder, current_manifest(stored.server), Place(), None) == 4
    assert len(list((stored.server_folder / "blobs").iterdir())) == 4
    assert not list(stored.server_folder.glob("*.part"))
    assert read_place(stored.server_folder) == Place()


def test_without_a_file_the_environment_has_the_credentials(
    lite: World, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    assert (
        move_blobs(lite.server_folder, current_manifest(lite.server), dataclasses.replace(place, region=""), None) == 4
    )
    assert not (lite.server_folder / CREDENTIALS).exists()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"url": "https://packs"}, Malformed),
        ({"url": "s3://Packs"}, Malformed),
        ({"endpoint": "http://10.0.0.1:9000"}, NotAllowed),
        ({"url": "s3://no-such-bucket"}, StoreSilent),
    ],
)
def test_a_place_that_does_not_work_changes_nothing(
    lite: World, place: Place, ini: Path, changes: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        move_blobs(lite.server_folder, current_manifest(lite.server), dataclasses.replace(place, **changes), ini)
    assert read_place(lite.server_folder) == Place()
    assert not (lite.server_folder / CREDENTIALS).exists()


@pytest.mark.parametrize("text", ["", "[default]\naws_access_key_id = A\n", f"aws_secret_access_key = {SECRET}"])
def test_a_file_without_credentials_is_refused_and_not_quoted(lite: World, place: Place, ini: Path, text: str) -> None:
    ini.write_text(text, "utf-8")
    with pytest.raises(Malformed, match="bad-credentials") as refused:
        move_blobs(lite.server_folder, None, place, ini)
    assert refused.value.__suppress_context__ and SECRET not in str(refused.value)


@pytest.mark.parametrize("text", ["url = 1", "url = ", 'address = "s3://packs"', 'url = "ftp://packs"'])
def test_a_damaged_place_is_refused_when_the_server_opens(lite: World, text: str) -> None:
    (lite.server_folder / "blobs.toml").write_text(text, "utf-8")
    with pytest.raises(Malformed, match="bad-store"):
        open_server(lite.server_folder)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-0", Part(0, 1)),
        ("bytes=3-", Part(3, 7)),
        ("bytes=3-300", Part(3, 7)),
        ("bytes=-300", Part(0, 10)),
        ("bytes=0-1,4-5", None),
        ("bytes=-", None),
        (None, None),
    ],
)
def test_ranges(header: str | None, part: Part | None) -> None:
    assert part_of(header, None, "t", 10) == part_of(header, '"t"', "t", 10) == part
    with pytest.raises(OutsideFile):
        part_of("bytes=0-", None, "t", 0)
