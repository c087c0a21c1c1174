"""Enrolment codes: once, for a day, and not guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from asgi_client import AsgiClient
from pens import Pen
from sqlalchemy import func, select
from worlds import World, session

from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode_message
from kiosk.storage.identity import KEY_FILE
from sync import wire
from sync.enrol import enrol
from sync.errors import Refused, Unreachable
from sync.server.app import build_app
from sync.server.enrolling import create_code
from sync.server.errors import Malformed
from sync.server.models import EnrolledKiosk, WrongCode
from sync.server.patience import MOST_WRONG, WINDOW_S


def ask(client: AsgiClient, code: str, key: SigningKey | None = None) -> tuple[int, str]:
    """Status and code of an enrolment with this code."""
    key = key or SigningKey.generate()
    secret = wire.split_enrolment_code(code)[0]
    message = sign(encode_message(wire.EnrolRequest(1, secret, key.public.raw)), Purpose.ENROL_REQUEST, key)
    answer = client.post(wire.ENROLMENTS, message)
    return answer.status_code, "" if answer.status_code == 200 else answer.json()["code"]


def wrong(world: World) -> str:
    return wire.new_enrolment_code(world.organiser.public.raw)


def test_a_code_works_once_for_one_key_and_again_for_the_same(bare: World) -> None:
    code, key = create_code(bare.server, "v01", 1), SigningKey.generate()
    with AsgiClient(build_app(bare.server)) as client:
        assert ask(client, code, key) == (200, "")
        assert ask(client, code, key) == (200, "")
        assert ask(client, code) == (409, "used-code")


def test_a_refusal_leaves_nothing_and_a_lost_answer_the_key_that_was_asked_for(bare: World, tmp_path: Path) -> None:
    lost, refused = tmp_path / "lost", tmp_path / "refused"
    with pytest.raises(Unreachable), session() as http:
        enrol(lost, "http://127.0.0.1:9", create_code(bare.server, "v01", 1), http)
    asked_for = (lost / KEY_FILE).read_bytes()
    with bare.serving(), session() as http:
        for folder in (lost, refused):
            with pytest.raises(Refused):
                enrol(folder, bare.url, wrong(bare), http)
        assert (lost / KEY_FILE).read_bytes() == asked_for
        assert not (refused / KEY_FILE).exists()
        enrol(lost, bare.url, create_code(bare.server, "v01", 2), http)


def test_a_code_is_good_for_a_day(bare: World) -> None:
    code = create_code(bare.server, "v01", 1)
    bare.now += 24 * 3600 + 1
    with AsgiClient(build_app(bare.server)) as client:
        assert ask(client, code) == (409, "expired-code")


def test_too_many_wrong_codes_close_the_door_for_that_address_for_a_while(bare: World) -> None:
    code = create_code(bare.server, "v01", 1)
    with AsgiClient(build_app(bare.server)) as client, AsgiClient(build_app(bare.server), "10.0.0.9") as elsewhere:
        for _ in range(MOST_WRONG):
            assert ask(client, wrong(bare)) == (409, "unknown-code")
        assert ask(client, code) == (429, "too-many-codes")
        assert ask(elsewhere, wrong(bare)) == (409, "unknown-code")
        bare.now += WINDOW_S
        assert ask(client, code) == (200, "")


def test_a_clock_that_was_years_ahead_closes_no_door_once_it_is_right(bare: World) -> None:
    """Behind a proxy all kiosks may have one address."""
    now = bare.now
    with AsgiClient(build_app(bare.server)) as client:
        bare.now += 10 * 365 * 86_400
        for _ in range(MOST_WRONG):
            ask(client, wrong(bare))
        bare.now = now
        assert ask(client, create_code(bare.server, "v01", 1)) == (200, "")
        for _ in range(MOST_WRONG):
            assert ask(client, wrong(bare)) == (409, "unknown-code")
        assert ask(client, wrong(bare)) == (429, "too-many-codes")


def test_the_wait_is_told(bare: World) -> None:
    with AsgiClient(build_app(bare.server)) as client:
        for _ in range(MOST_WRONG):
            ask(client, wrong(bare))
        bare.now += 100
        key = SigningKey.generate()
        request = wire.EnrolRequest(1, wire.split_enrolment_code(wrong(bare))[0], key.public.raw)
        answer = client.post(wire.ENROLMENTS, sign(encode_message(request), Purpose.ENROL_REQUEST, key))
        assert answer.headers["retry-after"] == str(WINDOW_S - 100)


def test_no_address_is_stored_and_old_windows_are_forgotten(bare: World) -> None:
    with AsgiClient(build_app(bare.server), "10.0.0.9") as client:
        ask(client, wrong(bare))
        bare.now += WINDOW_S
        ask(client, wrong(bare))
    with bare.server.engine.begin() as connection:
        rows = connection.execute(select(WrongCode.__table__)).all()
    assert [row.tries for row in rows] == [1]
    assert b"10.0.0.9" not in rows[0].address


def test_several_wrong_codes_at_once_enrol_nobody(bare: World) -> None:
    Pen(bare).enrol()
    with AsgiClient(build_app(bare.server)) as client:
        for _ in range(3):
            ask(client, wrong(bare))
    with bare.server.engine.begin() as connection:
        assert connection.scalar(select(func.count()).select_from(EnrolledKiosk)) == 1


@pytest.mark.parametrize(
    ("venue", "number"), [("V01", 1), ("", 1), ("v01", 0), ("v01", 100), ("v-1", 1), ("x" * 17, 1)]
)
def test_an_odd_venue_or_number_gets_no_code(bare: World, venue: str, number: int) -> None:
    with pytest.raises(Malformed, match="bad-venue"):
        create_code(bare.server, venue, number)
