"""Key files come back, are private, and are never overwritten."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kiosk.crypto.sealing import OpeningKey, SealingKey
from kiosk.crypto.signing import Purpose, SigningKey, verify
from kiosk.domain.canonical import decode_message, encode_message
from organiser.key_text import KeyKind, check_digits, key_text, read_key_text
from organiser.keys import (
    KeyRefused,
    certify_server,
    new_organiser,
    read_opening_key,
    read_public,
    read_signing_key,
    write_opening_key,
    write_public,
    write_signing_key,
)
from sync.wire import ServerCertificate


def test_private_keys_come_back_and_only_the_owner_may_read_them(tmp_path: Path) -> None:
    signing, opening = SigningKey.generate(), OpeningKey.generate()
    write_signing_key(tmp_path / "s.pem", signing)
    write_opening_key(tmp_path / "o.pem", opening)
    assert read_signing_key(tmp_path / "s.pem") == signing
    assert read_opening_key(tmp_path / "o.pem") == opening
    for path in tmp_path.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.read_text().startswith("-----BEGIN PRIVATE KEY-----")


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    keys = new_organiser(tmp_path)
    with pytest.raises(KeyRefused) as caught:
        new_organiser(tmp_path)
    assert caught.value.code == "exists"
    assert read_signing_key(keys.private_file).public == keys.public
    assert read_public(keys.public_file) == keys.public.raw


def test_a_public_half_that_a_power_cut_prevented_is_made_from_the_private_one(tmp_path: Path) -> None:
    keys = new_organiser(tmp_path)
    keys.public_file.unlink()
    assert new_organiser(tmp_path) == keys
    assert read_public(keys.public_file) == keys.public.raw


def test_what_is_not_such_a_key_is_refused_with_its_reason(tmp_path: Path) -> None:
    write_opening_key(tmp_path / "o.pem", OpeningKey.generate())
    (tmp_path / "bad.pem").write_bytes(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")
    (tmp_path / "bad.pem").chmod(0o600)
    write_signing_key(tmp_path / "open.pem", SigningKey.generate())
    (tmp_path / "open.pem").chmod(0o644)
    for name, code in [
        ("o.pem", "wrong-kind"),
        ("bad.pem", "damaged"),
        ("none.pem", "missing"),
        ("open.pem", "readable-by-others"),
    ]:
        with pytest.raises(KeyRefused) as caught:
            read_signing_key(tmp_path / name)
        assert caught.value.code == code


def test_public_keys_are_hex_text_with_check_digits(tmp_path: Path) -> None:
    public = OpeningKey.generate().public
    write_public(tmp_path / "tally.pub", public, KeyKind.TALLY)
    assert (tmp_path / "tally.pub").read_text().startswith(public.raw.hex() + "-")
    assert read_public(tmp_path / "tally.pub", KeyKind.TALLY) == public.raw
    (tmp_path / "tally.pub").write_text(public.raw.hex() + "\n")
    assert read_public(tmp_path / "tally.pub", KeyKind.TALLY) == public.raw, "as earlier versions wrote it"
    (tmp_path / "short.pub").write_text("00ff\n")
    with pytest.raises(KeyRefused, match="damaged"):
        read_public(tmp_path / "short.pub")


def test_a_mistyped_key_file_is_named(tmp_path: Path) -> None:
    raw = OpeningKey.generate().public.raw
    text = key_text(KeyKind.TALLY, raw)
    for place in (0, 31, 63):
        wrong = text[:place] + ("1" if text[place] != "1" else "2") + text[place + 1 :]
        (tmp_path / "tally.pub").write_text(wrong)
        with pytest.raises(KeyRefused, match="mistyped"):
            read_public(tmp_path / "tally.pub", KeyKind.TALLY)
    (tmp_path / "tally.pub").write_text(text[2:])
    with pytest.raises(KeyRefused, match="mistyped"):
        read_public(tmp_path / "tally.pub", KeyKind.TALLY)


@pytest.mark.parametrize("there", KeyKind)
@pytest.mark.parametrize("wanted", KeyKind)
def test_a_key_file_in_the_place_of_another_is_named(tmp_path: Path, there: KeyKind, wanted: KeyKind) -> None:
    raw = bytes(range(there.size))
    write_public(tmp_path / "some.pub", SealingKey(raw), there)
    if there is wanted:
        assert read_public(tmp_path / "some.pub", wanted) == raw
        return
    with pytest.raises(KeyRefused, match="mixed-up") as refused:
        read_public(tmp_path / "some.pub", wanted)
    assert refused.value.kind == there


def test_check_digits_are_read_in_small_letters_and_with_letters_for_digits() -> None:
    keys = (number.to_bytes(32, "big") for number in range(999))
    raw = next(key for key in keys if {"0", "1"} & set(check_digits(KeyKind.TALLY, key)))
    digits, _, check = key_text(KeyKind.TALLY, raw).partition("-")
    typed = f" {digits.upper()}-{check.lower().replace('0', 'o').replace('1', 'l')}\n"
    assert read_key_text(KeyKind.TALLY, typed) == raw


def test_the_servers_certificate_is_what_the_network_expects() -> None:
    organiser, server = SigningKey.generate(), SigningKey.generate().public
    payload = verify(certify_server(organiser, "qd2021", server), Purpose.SERVER, organiser.public)
    expected = ServerCertificate(1, "qd2021", server.raw)
    assert payload == encode_message(expected)
    assert decode_message(ServerCertificate, payload) == expected
