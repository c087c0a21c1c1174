"""The manifest: names that stay inside, chunks that cover the file, nothing else accepted."""

from __future__ import annotations

import dataclasses
import hashlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.access_json import decode_access, encode_access
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import (
    CHUNK,
    Access,
    Manifest,
    PinVerifier,
    decode_manifest,
    describe,
    safe_name,
)

FILE = describe("clips/a.mp4", io.BytesIO(b"a" * 10))
GOOD = Manifest(1, "qd2021", 1, 0, (FILE,))


@pytest.mark.parametrize(("size", "chunks"), [(0, 0), (1, 1), (CHUNK, 1), (CHUNK + 1, 2)])
def test_a_file_is_described_chunk_by_chunk(size: int, chunks: int) -> None:
    data = b"x" * size
    file = describe("a", io.BytesIO(data))
    assert (file.size, len(file.chunks), file.sha256) == (size, chunks, hashlib.sha256(data).digest())
    assert list(file.chunks) == [hashlib.sha256(data[i : i + CHUNK]).digest() for i in range(0, size, CHUNK)]


def test_a_manifest_comes_back_and_finds_its_files() -> None:
    manifest = decode_manifest(GOOD.encoded())
    assert manifest == GOOD
    assert manifest.file("clips/a.mp4") == FILE
    assert manifest.file("clips/b.mp4") is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"v": 2}, "unknown-version"),
        ({"version": 0}, "wrong-shape"),
        ({"files": (FILE, FILE)}, "wrong-shape"),
        ({"files": (dataclasses.replace(FILE, name="../a"),)}, "wrong-shape"),
        ({"files": (dataclasses.replace(FILE, size=CHUNK + 1),)}, "wrong-shape"),
        ({"files": (dataclasses.replace(FILE, size=-1, chunks=()),)}, "wrong-shape"),
        ({"files": (dataclasses.replace(FILE, sha256=b"short"),)}, "wrong-shape"),
    ],
)
def test_a_manifest_that_is_not_right_is_refused(changes: dict[str, object], code: str) -> None:
    with pytest.raises(EncodingError, match=code):
        decode_manifest(dataclasses.replace(GOOD, **changes).encoded())  # type: ignore[arg-type]


@given(st.text(alphabet="ab./-_ \\~%\x00视", max_size=12))
def test_a_safe_name_stays_inside_whatever_folder_it_is_joined_to(name: str) -> None:
    if safe_name(name):
        parts = name.split("/")
        assert all(part not in ("", ".", "..") for part in parts)
        assert not set(name) - set("ab./-_")


IDS = st.lists(st.binary(min_size=10, max_size=10), max_size=4).map(tuple)
PINS = st.builds(
    PinVerifier, st.binary(min_size=10, max_size=10), st.binary(min_size=1), st.binary(min_size=32, max_size=32)
)


@given(IDS, IDS, st.lists(PINS, max_size=3).map(tuple))
def test_access_lists_come_back(
    revoked: tuple[bytes, ...], replaced: tuple[bytes, ...], pins: tuple[PinVerifier, ...]
) -> None:
    access = Access(revoked, replaced, pins)
    assert decode_access(encode_access(access)) == access


@pytest.mark.parametrize(
    "access",
    [
        Access((b"short",), (), ()),
        Access((), (bytes(11),), ()),
        Access((), (), (PinVerifier(bytes(9), b"salt", bytes(32)),)),
        Access((), (), (PinVerifier(bytes(10), b"", bytes(32)),)),
        Access((), (), (PinVerifier(bytes(10), b"salt", bytes(31)),)),
    ],
)
def test_access_lists_that_could_not_be_read_are_not_written(access: Access) -> None:
    with pytest.raises(EncodingError, match="wrong-shape"):
        encode_access(access)


def test_other_files_are_no_access_lists() -> None:
    for data in (b"", b"[]", b"{}", b"\xff\xfe", b'{"revoked":[1],"replaced":[],"pins":[]}'):
        with pytest.raises(EncodingError, match="wrong-shape"):
            decode_access(data)
