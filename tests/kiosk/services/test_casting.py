"""Casting is one transaction: two at once, a full disk, and what is left on the disk."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from booths import Booth
from form_samples import OPINION

from kiosk.domain.ballot import rating_info
from kiosk.domain.journal import Kind
from kiosk.services.casting import CastRefused, Paper
from kiosk.services.voting import AlreadyCast, Recorded
from kiosk.storage.errors import StorageFull


def test_of_two_casts_at_the_same_moment_exactly_one_is_recorded(booth: Booth) -> None:
    start = threading.Barrier(2)

    def cast(code: int) -> Recorded | CastRefused:
        start.wait()
        try:
            return booth.kiosk.voting.cast(booth.credential(), {"fgw": code, "kjj": code})
        except CastRefused as error:
            return error

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(cast, (1, 2)))
    assert sorted(type(result).__name__ for result in results) == ["AlreadyCast", "Recorded"]
    (refused,) = (result for result in results if isinstance(result, AlreadyCast))
    assert refused.departments == {"fgw", "kjj"}
    assert len(booth.entries(Kind.CAST)) == 1
    assert len(booth.spent()) == 2


def test_on_a_full_disk_nothing_is_spent_and_the_same_person_can_go_on_afterwards(booth: Booth) -> None:
    limit_pages(booth, "(SELECT page_count FROM pragma_page_count)")
    with pytest.raises(StorageFull):
        while True:  # until the last page has no room for anything
            booth.kiosk.opinions.record(17, "answered")
    before = booth.entries()
    with pytest.raises(StorageFull):
        booth.kiosk.voting.cast(booth.credential(), {"fgw": 1, "kjj": 1})
    with pytest.raises(StorageFull):
        booth.kiosk.questionnaires.cast(booth.credential(), OPINION, {"travel": 1, "concerns": (1,)})
    assert booth.spent() == set()
    assert booth.entries() == before
    limit_pages(booth, "1000000")
    booth.kiosk.voting.cast(booth.credential(), {"fgw": 1, "kjj": 1})
    booth.kiosk.questionnaires.cast(booth.credential(), OPINION, {"travel": 1, "concerns": (1,)})
    assert len(booth.entries()) == len(before) + 2


def limit_pages(booth: Booth, pages: str) -> None:
    """A disk that ends after so many pages of the database."""
    with booth.kiosk.journal.engine.begin() as connection:
        number = connection.exec_driver_sql(f"SELECT {pages}").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count={number}")


def test_a_paper_shows_nothing_of_what_is_on_it() -> None:
    paper = Paper("ballot", 1, {"fgw": b"\x03\x80"}, rating_info)
    assert "x03" not in repr(paper) and "fgw" not in repr(paper)


def test_words_written_on_a_form_are_nowhere_on_the_disk(booth: Booth) -> None:
    booth.kiosk.questionnaires.cast(
        booth.credential(), OPINION, {"travel": 2, "concerns": (4,), "wish": "给南京路装一部电梯"}
    )
    assert booth.entries(Kind.CAST)
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        assert "南京路".encode(encoding) not in booth.everything()
