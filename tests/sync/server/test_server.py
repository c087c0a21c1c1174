"""A server's folder: made once, opened only when it is whole and certified."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import World

from commands.sentences import sentence
from kiosk.crypto.signing import SigningKey
from organiser.keys import certify_server
from sync.server.keys import FolderRefused, install_certificate, prepare_server, read_token
from sync.server.server import open_server


def refusal(folder: Path) -> str:
    with pytest.raises(FolderRefused) as refused:
        open_server(folder)
    said = sentence(refused.value)
    assert said and refused.value.code not in said.split()
    return refused.value.code


def test_a_folder_without_a_certificate_says_what_is_missing(tmp_path: Path) -> None:
    prepare_server(tmp_path, SigningKey.generate().public)
    assert refusal(tmp_path) == "not-certified"


def test_another_folder_is_no_server(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "not-a-server"


def test_a_folder_is_not_made_twice(tmp_path: Path) -> None:
    prepare_server(tmp_path, SigningKey.generate().public)
    with pytest.raises(FolderRefused, match="exists"):
        prepare_server(tmp_path, SigningKey.generate().public)


def test_private_files_are_private(tmp_path: Path) -> None:
    prepare_server(tmp_path, SigningKey.generate().public)
    for name in ("server.key", "intake.key", "organiser.token"):
        assert (tmp_path / "keys" / name).stat().st_mode & 0o077 == 0
    assert (tmp_path / "keys").stat().st_mode & 0o077 == 0


def test_anothers_certificate_is_refused(tmp_path: Path) -> None:
    organiser, other = SigningKey.generate(), SigningKey.generate()
    made = prepare_server(tmp_path, organiser.public)
    for signer, key in ((other, made.server_key), (organiser, other.public)):
        with pytest.raises(FolderRefused, match="forged"):
            install_certificate(tmp_path, certify_server(signer, "qd2021", key))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("server.key", b"short", "damaged"),
        ("intake.key", b"", "damaged"),
        ("organiser.pub", b"zz", "damaged"),
        ("organiser.pub", b"", "damaged"),
        ("organiser.token", b"x", "token-damaged"),
        ("organiser.token", b"\xff" * 40, "token-damaged"),
        ("server.cose", b"", "forged"),
    ],
)
def test_a_damaged_file_is_named(lite: World, name: str, content: bytes, code: str) -> None:
    (lite.server_folder / "keys" / name).write_bytes(content)
    with pytest.raises(FolderRefused) as refused:
        open_server(lite.server_folder)
    assert refused.value.code == code
    assert Path(refused.value.file).name == name


@pytest.mark.parametrize("name", ["server.key", "intake.key", "organiser.pub"])
def test_a_key_that_is_gone_leads_to_the_backup_and_never_to_new_keys(lite: World, name: str) -> None:
    """With new ones no kiosk would believe the server, and nobody could open its suggestions."""
    (lite.server_folder / "keys" / name).unlink()
    assert refusal(lite.server_folder) == "keys-lost"
    with pytest.raises(FolderRefused, match=r"keys-lost|exists"):
        prepare_server(lite.server_folder, lite.organiser.public)


def test_a_key_that_cannot_be_read_is_not_called_missing(lite: World) -> None:
    """Another user's command must not be told to make a server."""
    key = lite.server_folder / "keys" / "intake.key"
    key.unlink()
    key.mkdir()  # permissions do not stop the tests' user
    with pytest.raises(IsADirectoryError):
        open_server(lite.server_folder)


def test_what_a_power_cut_left_of_making_a_server_is_made_again(tmp_path: Path) -> None:
    prepare_server(tmp_path, SigningKey.generate().public)
    (tmp_path / "keys" / "server.key").unlink()  # it comes last
    assert refusal(tmp_path) == "not-a-server"
    prepare_server(tmp_path, SigningKey.generate().public)
    assert refusal(tmp_path) == "not-certified"


def test_a_token_is_made_where_an_older_version_made_none(lite: World) -> None:
    (lite.server_folder / "keys" / "organiser.token").unlink()
    token = read_token(lite.server_folder)
    assert len(token) >= 40 and read_token(lite.server_folder) == token
