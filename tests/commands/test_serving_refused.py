"""What stands in a server's way when it starts: each has a sentence with the next step, and nothing was touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pysqlite3
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat
from server_process import loopback_certificate
from worlds import World

from commands.app import app
from sync.server.enrolling import create_code

Said = Callable[..., str]


@pytest.fixture
def server(tmp_path: Path) -> Path:
    World(tmp_path).close()
    return tmp_path / "server"


@pytest.fixture
def refused(capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*words: object) -> str:
        with pytest.raises(SystemExit) as left:
            app([str(word) for word in words])
        assert left.value.code == 2
        return capsys.readouterr().err

    return run


@pytest.mark.parametrize("words", [("serve", "--port", "0"), ("serve", "kiosks"), ("suggestions", "list")])
def test_the_database_of_a_newer_version_is_left_alone(server: Path, refused: Said, words: tuple[str, ...]) -> None:
    path = server / "server.sqlite3"
    database = pysqlite3.connect(str(path))
    database.execute("UPDATE alembic_version SET version_num = '0099'")
    database.commit()
    database.close()
    before = path.read_bytes()
    assert "Install that version" in refused(*words, "--server", server)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", [slice(0, 5000), slice(4096, 40_000)], ids=["head", "pages"])
def test_a_damaged_database_leads_to_the_last_backup(server: Path, refused: Said, damage: slice) -> None:
    data = bytearray((server / "server.sqlite3").read_bytes())
    data[damage] = b"\xa5" * len(data[damage])
    (server / "server.sqlite3").write_bytes(data)
    assert "restore the last backup" in refused("serve", "kiosks", "--server", server)


@pytest.mark.parametrize("left", [None, b""])
def test_a_database_that_is_gone_is_not_made_anew_in_silence(tmp_path: Path, refused: Said, left: bytes | None) -> None:
    """An empty one would know no kiosk: after a lost file, or where --database-url was left out."""
    world = World(tmp_path / "other")
    world.publish()
    world.close()
    place = world.server_folder / "server.sqlite3"
    place.unlink()
    if left is not None:
        place.write_bytes(left)
    said = refused("serve", "kiosks", "--server", world.server_folder)
    assert "--database-url" in said and "restore a backup" in said
    assert not place.exists() or place.read_bytes() == b""


@pytest.mark.parametrize("driver", ["postgresql+asyncpg", "postgresql+psycopg2", "sqlite+aiosqlite"])
def test_a_driver_that_is_not_installed_is_refused_as_an_address(server: Path, refused: Said, driver: str) -> None:
    assert "not a database's address" in refused(
        "serve", "kiosks", "--server", server, "--database-url", f"{driver}:////x/y"
    )


def test_a_certificate_and_a_key_that_cannot_serve_are_named(tmp_path: Path, server: Path, refused: Said) -> None:
    chain, key = loopback_certificate(tmp_path)
    other = ec.generate_private_key(ec.SECP256R1())
    files = {
        "text": b"root:x:0:0\n",
        "locked.key": other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")),
        "other.key": other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    for certificate, private, says in (
        (tmp_path / "missing.pem", key, "missing.pem cannot be used"),
        (chain, tmp_path / "missing.key", "missing.key cannot be used"),
        (tmp_path / "text", key, "text holds no certificate"),
        (chain, tmp_path / "text", "text holds no private key"),
        (chain, chain, "tls.pem holds no private key"),
        (chain, tmp_path / "locked.key", "locked.key has a password"),
        (chain, tmp_path / "other.key", "other.key is not the key of the first certificate"),
    ):
        tls = ("--tls-cert", certificate, "--tls-key", private)
        assert says in refused("serve", "--server", server, "--port", "0", *tls).replace("\n", "")


@pytest.mark.parametrize(("begins", "ends", "says"), [(-30, -1, "ended on"), (2, 30, "begins on")])
def test_a_certificate_that_no_kiosk_would_believe_is_refused(
    tmp_path: Path, server: Path, refused: Said, begins: int, ends: int, says: str
) -> None:
    chain, key = loopback_certificate(tmp_path, begins, ends)
    said = refused("serve", "--server", server, "--port", "0", "--tls-cert", chain, "--tls-key", key)
    assert says in said and "no kiosk would believe" in said


def test_a_folder_is_a_servers_or_a_kiosks_and_never_both(tmp_path: Path, server: Path, refused: Said) -> None:
    code = "7K4M2-P9X3F-QQ2AB-1CD0E"
    assert "is a server's folder" in refused("kiosk-enrol", "http://127.0.0.1:1", code, "--data", server)
    assert not (server / "kiosk.key").exists()
    (tmp_path / "kiosk").mkdir()
    (tmp_path / "kiosk" / "kiosk.key").write_bytes(bytes(32))
    (tmp_path / "organiser.pub").write_text("00" * 32)
    words = ("serve", "init", "--organiser", tmp_path / "organiser.pub", "--server", tmp_path / "kiosk")
    assert "is a kiosk's folder" in refused(*words)
    assert [path.name for path in (tmp_path / "kiosk").iterdir()] == ["kiosk.key"]


def test_a_code_of_another_server_and_an_address_with_a_path_are_named(tmp_path: Path, refused: Said) -> None:
    world = World(tmp_path)
    with world.serving():
        secret = create_code(world.server, "v01", 1)[:11]
        words = ("kiosk-enrol", world.url, f"{secret}-00000-00000", "--data", tmp_path / "kiosk")
        assert "last ten characters" in refused(*words)
        words = ("kiosk-enrol", f"{world.url}/office", f"{secret}-00000-00000", "--data", tmp_path / "kiosk")
        assert "without a path" in refused(*words)
    world.close()


def test_a_restore_that_fails_leaves_no_copy_of_private_keys(tmp_path: Path, server: Path, refused: Said) -> None:
    database = pysqlite3.connect(str(server / "server.sqlite3"))
    database.execute("UPDATE alembic_version SET version_num = '0099'")
    database.commit()
    database.close()
    app(["backup", str(server), str(tmp_path / "backup")], standalone_mode=False)
    assert "Install that version" in refused("restore", tmp_path / "backup", tmp_path / "again")
    assert {path.name for path in tmp_path.iterdir()} == {"server", "backup"}


def test_a_certificate_without_an_end_is_none(server: Path, refused: Said) -> None:
    before = (server / "keys" / "server.cose").read_bytes()
    assert "is not the organiser's certificate" in refused("serve", "certify", "/dev/zero", "--server", server)
    assert (server / "keys" / "server.cose").read_bytes() == before


def test_a_server_that_could_not_be_restored_is_not_backed_up(tmp_path: Path, server: Path, refused: Said) -> None:
    (server / "keys" / "intake.key").unlink()
    assert "Put the folder keys back" in refused("backup", server, tmp_path / "backup")
    assert not (tmp_path / "backup").exists()


def test_a_database_that_was_emptied_is_not_backed_up_as_a_good_one(
    tmp_path: Path, server: Path, refused: Said
) -> None:
    (server / "server.sqlite3").write_bytes(b"")
    assert "restore a backup" in refused("backup", server, tmp_path / "backup")
    assert not (tmp_path / "backup").exists()
