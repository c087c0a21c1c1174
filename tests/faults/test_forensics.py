"""Every byte a kiosk leaves behind, after visits with known marks, PINs, names and phones, also crashed ones."""

from __future__ import annotations

import logging
import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lone_kiosk import DEPARTMENTS, LoneKiosk
from sqlalchemy import event

from kiosk.domain.ballot import encode_rating
from kiosk.domain.campaign import PinPolicy
from kiosk.domain.credential import CredentialRefused
from kiosk.domain.suggestion import Suggestion, encode_suggestion
from kiosk.services.kiosk import DATABASE, Kiosk
from kiosk.services.suggesting import Draft, SuggestionRefused
from kiosk.storage.mirror import prepare_mirror

NAMES = ("欧阳晓彤", "Qiu Weizhen")
PHONES = ("13905328417", "+86 532 8597 6142")
PINS = ("836152", "719403")
WORDS = ("校门口请设即停即走区紫藤", "Benches under the wisteria please")
PEOPLE = range(12)
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[LoneKiosk, Path]]:
    """A kiosk with a mirror, whose temporary files and log land in known folders."""
    root = tmp_path / "everything"
    temp = root / "tmp"
    temp.mkdir(parents=True)
    prepare_mirror(root / "medium")
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.setenv("SQLITE_TMPDIR", str(temp))
    monkeypatch.setattr(tempfile, "tempdir", str(temp))
    handler = logging.FileHandler(root / "kiosk.log", encoding="utf-8")
    handler.setLevel(logging.DEBUG)
    logging.getLogger().addHandler(handler)
    level = logging.getLogger().level
    logging.getLogger().setLevel(logging.DEBUG)
    booth = LoneKiosk(root / "kiosk")
    for number in PEOPLE:
        booth.with_pin(number, PINS[number % 2])
    booth.make(pin=PinPolicy(representative=True, staff=True))
    (booth.folder / "settings.toml").write_text(f'mirror = "{root / "medium"}"\n', "utf-8")
    yield booth, root
    logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(level)
    handler.close()


def whole_visit(booth: LoneKiosk, kiosk: Kiosk, number: int) -> None:
    """Sign in with a wrong and the right PIN, rate, write a refused and an accepted suggestion."""
    presented = kiosk.sign_in.present(booth.card(number))
    with pytest.raises(CredentialRefused):
        kiosk.sign_in.enter(presented, PINS[(number + 1) % 2])
    credential = kiosk.sign_in.enter(presented, PINS[number % 2]).credential
    left = [d for d in DEPARTMENTS if d not in kiosk.voting.spent(credential)]
    if left:
        kiosk.voting.cast(credential, {d: 1 + (number + i) % 4 for i, d in enumerate(left)})
    draft = Draft(text=WORDS[number % 2], name=NAMES[number % 2], phone=PHONES[number % 2])
    with pytest.raises(SuggestionRefused):
        kiosk.suggesting.submit(Draft(text=WORDS[0], name=NAMES[0], phone="x" + PHONES[0]), "zh")
    kiosk.suggesting.submit(draft, "zh")


def crashed_visit(booth: LoneKiosk, number: int, statement: int) -> None:
    """The same, in a child that is killed at its n-th database statement."""
    child = os.fork()
    if child == 0:
        kiosk = booth.open()
        left = iter(range(statement, -1, -1))

        def count(*about: object) -> None:
            if next(left, 0) == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(kiosk.journal.engine.engine, "after_cursor_execute", count)
        for person in range(number, number + 3):
            whole_visit(booth, kiosk, person % len(PEOPLE))
        os._exit(1)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])


def secrets() -> dict[str, bytes]:
    """What must be nowhere, by a name that says what it is."""
    found = {}
    texts = {**dict(zip(NAMES, NAMES, strict=True)), **dict.fromkeys(PHONES), **dict.fromkeys(PINS)}
    for text in (*texts, *WORDS):
        for encoding in ENCODINGS:
            found[f"{text} in {encoding}"] = text.encode(encoding)
    for phone in PHONES:
        found[f"{phone} bare"] = phone.replace(" ", "").encode()
    for code in range(1, 5):
        found[f"mark {code}"] = encode_rating(code)
        found[f"mark {code}, beginning"] = encode_rating(code)[:8]
    for text, name, phone in zip(WORDS, NAMES, PHONES, strict=True):
        plain = encode_suggestion(Suggestion(text, 1_639_800_000, "zh", name=name, phone=phone))
        found[f"suggestion of {name}"] = plain[:48]
    return found


def hits(root: Path) -> list[str]:
    """Which secrets lie in which file, names of files included."""
    wanted, found = secrets(), []
    for path in sorted(root.rglob("*")):
        data = str(path).encode() + b"\0" + (path.read_bytes() if path.is_file() else b"")
        found += [f"{name}: {path.relative_to(root)}" for name, secret in wanted.items() if secret in data]
    return found


def test_whole_visits_leave_nothing(places: tuple[LoneKiosk, Path]) -> None:
    booth, root = places
    kiosk = booth.open()
    for number in range(8):
        whole_visit(booth, kiosk, number)
    kiosk.day.close(b"staff-card")
    assert (booth.folder / f"{DATABASE}-wal").stat().st_size > 0  # the log is searched as well
    assert hits(root) == []
    kiosk.close()
    assert hits(root) == []


@pytest.mark.slow
def test_crashed_visits_leave_nothing(places: tuple[LoneKiosk, Path]) -> None:
    booth, root = places
    for number, statement in enumerate(range(1, 60, 5)):
        crashed_visit(booth, number, statement)
        assert hits(root) == []


def test_a_damaged_database_and_its_rescue_leave_nothing(places: tuple[LoneKiosk, Path]) -> None:
    booth, root = places
    kiosk = booth.open()
    for number in range(6):
        whole_visit(booth, kiosk, number)
    entry = list(kiosk.journal.entries())[4]
    kiosk.close()
    data = bytearray((booth.folder / DATABASE).read_bytes())
    data[data.index(entry)] ^= 1
    (booth.folder / DATABASE).write_bytes(data)
    booth.open().close()
    assert (booth.folder / "aside" / "0001" / "rest.cbor").exists()
    assert hits(root) == []


def test_the_search_would_find_them(tmp_path: Path) -> None:
    for number, (name, secret) in enumerate(secrets().items()):
        (tmp_path / "left").write_bytes(b"x" * number + secret + b"y")
        assert any(hit.startswith(name) for hit in hits(tmp_path))


def test_a_core_dump_is_not_written(places: tuple[LoneKiosk, Path]) -> None:
    """Marks live in memory only; a crash must not put the memory on the disk."""
    import resource

    booth, _ = places
    if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0:
        pytest.skip("this machine never writes any")
    child = os.fork()
    if child == 0:
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
        booth.open()
        os._exit(int(resource.getrlimit(resource.RLIMIT_CORE)[0] != 0))
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
