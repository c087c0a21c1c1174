"""The drawing of lots: anyone who repeats it gets the same list, quotas and streets are filled, nobody is favoured."""

from __future__ import annotations

import csv
import hashlib
import json
import stat
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from organiser_samples import sample_campaign

from organiser.draw import Candidate, DrawRefused, draw, share_out, ticket
from organiser.pool import NEEDED, Protocol, candidates, public_pool, read_pool, write_draw
from organiser.roster import Route, uncovered_streets
from organiser.roster_reading import read_roster
from organiser.sample_roster import demo_roster

CAMPAIGN = sample_campaign()
POOL = tuple(
    Candidate(f"{number:05}", "town" if number % 3 else "resident", f"区{number % 4}", f"街{number % 4}-{number % 20}")
    for number in range(600)
)


def test_a_ticket_is_the_documented_hash() -> None:
    assert ticket("0123", "A7") == hashlib.sha256(b"sanmin/1/draw|0123|A7").digest()


def test_the_vector_in_the_document_holds() -> None:
    """docs/roster-draw.md gives this example, so that another program can be checked."""
    pool = [Candidate(no, "town", "市南区" if no < "5" else "市北区", f"街{no}") for no in "123456789"]
    drawn = draw(pool, {"town": 4}, "2021-12-01|07 11 16 20 24 29|13")
    document = (Path(__file__).parents[2] / "docs" / "roster-draw.md").read_text("utf-8")
    assert f"`{' '.join(person.card_no for person in drawn.people)}`" in document
    assert ticket("2021-12-01|07 11 16 20 24 29|13", "1").hex()[:16] in document


def test_the_order_of_the_pool_does_not_matter_and_the_seed_does() -> None:
    seats = {"town": 40, "resident": 30}
    first = draw(POOL, seats, "seed")
    assert draw(tuple(reversed(POOL)), seats, "seed") == first
    assert draw(POOL, seats, "seed2").people != first.people


def test_every_street_gets_somebody_of_the_covering_category_and_quotas_hold() -> None:
    drawn = draw(POOL, {"town": 40, "resident": 30}, "seed", cover="town")
    assert Counter(person.category for person in drawn.people) == {"town": 40, "resident": 30}
    town = [person for person in drawn.people if person.category == "town"]
    assert {person.street for person in town} == {person.street for person in POOL}
    assert len(drawn.covering) == 20
    assert len({person.card_no for person in drawn.people}) == 70
    assert {*drawn.people, *drawn.reserves} == set(POOL)
    assert sum(drawn.shares["town"].values()) == 20


def test_a_street_that_has_somebody_already_needs_nobody() -> None:
    covered = {("区0", "街0-0"), ("区1", "街1-1")}
    assert len(draw(POOL, {"town": 40}, "seed", cover="town", covered=covered).covering) == 18


def test_within_a_district_the_smallest_tickets_are_drawn() -> None:
    drawn = draw(POOL, {"resident": 30}, "seed")
    for district, share in drawn.shares["resident"].items():
        there = [person for person in POOL if person.category == "resident" and person.district == district]
        best = sorted(there, key=lambda person: ticket("seed", person.card_no))[:share]
        assert {person for person in drawn.people if person.district == district} == set(best)


@pytest.mark.parametrize(
    ("pool", "seats", "cover", "code"),
    [
        (POOL, {"resident": 201}, "", "too-few-candidates"),
        (POOL, {"town": 19}, "town", "too-few-seats"),
        ((*POOL, Candidate("x", "resident", "区9", "街9")), {"town": 40}, "town", "no-candidate"),
    ],
)
def test_a_pool_that_cannot_fill_the_seats_draws_nobody(
    pool: tuple[Candidate, ...], seats: dict[str, int], cover: str, code: str
) -> None:
    with pytest.raises(DrawRefused) as caught:
        draw(pool, seats, "seed", cover=cover)
    assert caught.value.code == code


@given(st.dictionaries(st.text("甲乙丙丁", min_size=1, max_size=3), st.integers(1, 50), min_size=1), st.data())
def test_seats_are_shared_out_whole_and_in_proportion(districts: dict[str, int], data: st.DataObject) -> None:
    total = sum(districts.values())
    seats = data.draw(st.integers(0, total))
    shared = share_out(seats, districts)
    assert sum(shared.values()) == seats
    for district, number in districts.items():
        assert seats * number // total <= shared[district] <= min(number, seats * number // total + 1)


def test_everybody_is_drawn_about_as_often() -> None:
    """800 seeds: each of 60 people has 20 in 60; the number of times is binomial, six deviations either way."""
    pool = [Candidate(f"{number:02}", "town", "区", "街") for number in range(60)]
    times: Counter[str] = Counter()
    for seed in range(800):
        times.update(person.card_no for person in draw(pool, {"town": 20}, f"{seed}").people)
    deviation = (800 * 1 / 3 * 2 / 3) ** 0.5
    assert all(abs(times[person.card_no] - 800 / 3) < 6 * deviation for person in pool)


def test_a_pool_without_names_gives_the_same_list_as_the_offices(tmp_path: Path) -> None:
    rows = demo_roster(CAMPAIGN, 3)
    office = tmp_path / "office.csv"
    with office.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["编号", "姓名", "手机", "类别", "区市", "镇街", "会场"])
        for number, r in enumerate(rows[:3200]):
            category = "镇街代表" if number % 2 else "企业代表"
            writer.writerow((r.card_no, r.name, r.phone, category, r.district, r.street, r.venue))
    pool = read_pool(office, CAMPAIGN)
    people, seats = candidates(pool), {"enterprise": 100, "town": 120}
    drawn = draw(people, seats, "seed", cover="town")
    protocol = Protocol("sanmin/1/draw", "qd2021", "seed", "", "", 0, seats, "town", (), drawn.shares, ())
    write_draw(tmp_path / "out", pool, people, drawn, protocol)
    again = candidates(read_pool(tmp_path / "out" / "pool.csv", CAMPAIGN))
    assert draw(again, seats, "seed", cover="town").people == drawn.people
    assert public_pool(again) == (tmp_path / "out" / "pool.csv").read_bytes()
    assert json.loads((tmp_path / "out" / "draw.json").read_text("utf-8"))["seats"] == seats
    roster = read_roster(tmp_path / "out" / "drawn.csv", CAMPAIGN)
    assert {row.route for row in roster.rows} == {Route.RANDOM}
    assert [row.card_no for row in roster.rows] == [person.card_no for person in drawn.people]
    assert uncovered_streets(roster.rows, "town") == ()
    for name, mode in (("drawn.csv", 0o600), ("reserves.csv", 0o600), ("pool.csv", 0o644)):
        assert stat.S_IMODE((tmp_path / "out" / name).stat().st_mode) == mode
    for name in ("pool.csv", "draw.json"):
        text = (tmp_path / "out" / name).read_text("utf-8")
        assert rows[0].phone not in text and rows[0].name not in text, name
    assert "name" in NEEDED
