"""Since when something waits for the server: never later than it was, never invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from booths import NOON, Booth

from kiosk.domain.journal import Kind
from kiosk.domain.staff import Act
from kiosk.services.unsent import oldest_unsent


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    made.publish()
    yield made
    made.close()


def attend(booth: Booth, number: int) -> None:
    booth.kiosk.sign_in.enter(booth.kiosk.sign_in.present(booth.card(number)))


def test_nothing_is_known_of_an_empty_journal(booth: Booth) -> None:
    assert oldest_unsent(booth.kiosk.journal) is None


def test_the_first_entry_with_a_time_counts(booth: Booth) -> None:
    attend(booth, 1)
    booth.now += 3600
    attend(booth, 2)
    assert oldest_unsent(booth.kiosk.journal) == NOON


def test_an_entry_without_a_time_is_as_old_as_the_last_contact(booth: Booth) -> None:
    booth.acknowledge(NOON - 600)
    booth.kiosk.staff_desk.note(b"staff-card", Act.SYNC_NOW)
    booth.now += 3600
    attend(booth, 1)
    assert oldest_unsent(booth.kiosk.journal) == NOON - 600


def test_without_any_contact_it_is_the_first_time_there_is(booth: Booth) -> None:
    booth.kiosk.journal.record(Kind.OPINION, {"problem": 1, "verdict": "answered"})
    assert oldest_unsent(booth.kiosk.journal) is None
    attend(booth, 1)
    assert oldest_unsent(booth.kiosk.journal) == NOON
