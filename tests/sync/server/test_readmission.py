"""A kiosk that is younger than the server's backup is made known again and brings everything it has."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import typer
from sticks import check_union, tap
from typer.testing import CliRunner
from worlds import World, session

from commands import backup as backup_commands
from commands.kiosk_readmit import readmit_
from kiosk.domain.journal import Kind
from kiosk.services.kiosk import Kiosk
from kiosk.storage.backup import write_backup
from kiosk.storage.errors import NotEnrolled
from kiosk.storage.identity import load_identity
from sync.client import run_once
from sync.enrol import enrol, readmit
from sync.errors import Refused
from sync.server.enrolling import create_code
from sync.server.publishing import publish_pack
from sync.server.server import open_server


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    made.publish()
    yield made
    made.close()


def back_up(world: World) -> Path:
    to = world.folder / "backup"
    write_backup(world.server_folder, to, backup_commands.SERVER, int(time.time()), with_content=True)
    return to


def restore(world: World, backup: Path) -> None:
    """A new machine in place of the old server."""
    world.server.close()
    folder = world.folder / "restored"
    backup_commands.restore_server(backup, folder)
    world.server = open_server(folder, wall=lambda: world.now)


def folder_of(world: World, kiosk: Kiosk) -> Path:
    return world.folder / f"kiosk-{kiosk.identity.kiosk}"


def sync(world: World, kiosk: Kiosk) -> int:
    """How many entries are unsent after it. The kiosk asks where the server is now."""
    here = world.open_kiosk(folder_of(world, kiosk))
    with session() as http:
        return run_once(here, http).unsent


def code(world: World, kiosk: Kiosk) -> str:
    return create_code(world.server, kiosk.identity.venue, kiosk.identity.number)


def test_after_a_restore_the_server_has_the_union_of_all_kiosks_again(world: World) -> None:
    with world.serving():
        old = world.new_kiosk("v01")
        tap(old, 3)
        sync(world, old)
        backup = back_up(world)
        young = world.new_kiosk("v02")
        with session() as http:
            run_once(young, http)
        receipt = young.voting.cast(world.credential(1), {"fgw": 1}).receipt
        sync(world, young)
        tap(young, 2)  # not sent yet
        old.close()
        young.close()
    restore(world, backup)
    with world.serving():
        with pytest.raises(Refused, match="unknown-kiosk"):
            readmit_and_sync(world, young, None)
        before, epoch = load_identity(folder_of(world, young)), young.journal.epoch
        assert readmit_and_sync(world, young, code(world, young)) == 0
        after = load_identity(folder_of(world, young))
        assert (after.kiosk, after.server_key) == (before.kiosk, before.server_key)
        assert readmit_and_sync(world, old, None) == 0
    both = [world.open_kiosk(folder_of(world, kiosk)) for kiosk in (old, young)]
    check_union(world, *both)
    assert both[1].journal.epoch == epoch
    with world.server.engine.begin() as connection:
        listed = connection.exec_driver_sql("SELECT code FROM ballot_receipt").scalars().all()
        casts = connection.exec_driver_sql("SELECT count(*) FROM entry WHERE kind = ?", (Kind.CAST,)).scalar()
    assert (listed, casts) == ([receipt], 1)


def test_a_server_made_again_from_its_keys_alone_gets_everything(world: World) -> None:
    with world.serving():
        kiosk = world.new_kiosk("v01")
        with session() as http:
            run_once(kiosk, http)
            tap(kiosk, 4)
            run_once(kiosk, http)
        kiosk.close()
    world.server.close()
    folder = world.folder / "again"
    shutil.copytree(world.server_folder / "keys", folder / "keys")
    world.server = open_server(folder, wall=lambda: world.now)
    publish_pack(world.server, world.folder / "pack")
    with world.serving():
        assert readmit_and_sync(world, kiosk, code(world, kiosk)) == 0
    check_union(world, world.open_kiosk(folder_of(world, kiosk)))


def readmit_and_sync(world: World, kiosk: Kiosk, one_time: str | None) -> int:
    """Entries unsent afterwards. Without a code only the address is put right, as if it had not changed."""
    folder = folder_of(world, kiosk)
    if one_time is not None:
        readmit(folder, one_time, world.url)
        return sync(world, kiosk)
    here = world.open_kiosk(folder)
    with session() as http:
        return run_once(replace(here, identity=replace(here.identity, server_url=world.url)), http).unsent


def test_a_code_for_another_kiosk_is_not_used_up_and_changes_nothing(world: World) -> None:
    with world.serving():
        kiosk = world.new_kiosk("v01")
        other = create_code(world.server, "v02", 1)
        before = load_identity(folder_of(world, kiosk))
        with pytest.raises(Refused, match="other-name"):
            readmit(folder_of(world, kiosk), other)
        assert load_identity(folder_of(world, kiosk)) == before
        assert enrol(world.folder / "kiosk-v02-1", world.url, other).kiosk == "v02-1"


def test_a_key_never_gets_a_second_name(world: World) -> None:
    """As a request of an older kiosk would be, which does not say its name."""
    with world.serving():
        kiosk = world.new_kiosk("v01")
        folder = folder_of(world, kiosk)
        (folder / "identity.cbor").rename(world.folder / "put aside")
        with pytest.raises(Refused, match="other-name"):
            enrol(folder, world.url, create_code(world.server, "v02", 1))


def test_a_kiosk_that_is_known_may_ask_again_and_a_strangers_code_does_not_work(world: World) -> None:
    with world.serving():
        kiosk = world.new_kiosk("v01")
        again = code(world, kiosk)
        for _ in range(2):
            assert readmit(folder_of(world, kiosk), again).kiosk == "v01-1"
        with pytest.raises(Refused, match="used-code"):
            enrol(world.folder / "another", world.url, again)
        with pytest.raises(NotEnrolled):
            readmit(world.folder / "nobody", again, world.url)


def test_another_campaigns_server_is_not_believed(world: World, tmp_path: Path) -> None:
    """Same organiser, same names, another server key: what this kiosk has is not for that one."""
    with world.serving():
        kiosk = world.new_kiosk("v01")
    second = World(tmp_path / "second", organiser=world.organiser)
    with second.serving(), pytest.raises(Refused, match="other-name"):
        readmit(folder_of(world, kiosk), create_code(second.server, "v01", 1), second.url)
    second.close()
    assert load_identity(folder_of(world, kiosk)).server_key == world.server.key.public.raw


def test_the_command_says_what_comes_next(world: World) -> None:
    app = typer.Typer()
    app.command()(readmit_)
    with world.serving():
        kiosk = world.new_kiosk("v01")
        words = [code(world, kiosk), "--data", str(folder_of(world, kiosk)), "--server", world.url]
        done = CliRunner().invoke(app, words)
    assert done.exit_code == 0 and "v01-1" in done.stdout
