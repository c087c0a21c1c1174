"""Any bytes to any route: never a 500, never a traceback, never something stored."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from asgi_client import AsgiClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pens import Pen
from sqlalchemy import func, select
from worlds import World

from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode
from sync import wire
from sync.server.app import build_app
from sync.server.models import EnrolledKiosk, StoredEntry

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.binary(max_size=40) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=5),
    max_leaves=12,
)
FIELDS = ("v", "campaign", "kiosk", "epoch", "first_seq", "prev_hash", "entries", "head_hash", "spent_cursor", "health")
HEADERS = st.dictionaries(
    st.sampled_from(["Range", "If-Range", "If-None-Match", "Content-Type", "Authorization", "Accept", "Cookie"]),
    st.binary(max_size=40).map(lambda raw: bytes(b for b in raw if 32 <= b < 127 or b > 160)),
    max_size=4,
)
PATHS = st.sampled_from(
    ["/", "/find", "/healthz", "/metrics", "/openapi.json", "/s/", "/S/", "/b/", "/B/", "/v1/blobs/", "/v1/kiosks",
     wire.ENROLMENTS, wire.BUNDLES, wire.PACK, wire.STATUSES, wire.RECEIPTS, "/v1/forks", ""]
)  # fmt: skip
METHODS = st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "BREW"])
MANY = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def pen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pen]:
    """One world for all examples: they must leave it as it is."""
    folder: Path = tmp_path_factory.mktemp("fuzz")
    world = World(folder)
    world.publish()
    yield Pen(world).enrol()
    world.close()


@pytest.fixture(scope="module")
def served(pen: Pen) -> Iterator[AsgiClient]:
    with AsgiClient(build_app(pen.world.server)) as client:
        yield client


def stored(pen: Pen) -> tuple[int, int]:
    with pen.world.server.engine.begin() as connection:
        return tuple(connection.scalar(select(func.count()).select_from(t)) for t in (StoredEntry, EnrolledKiosk))


def path_piece(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


@MANY
@given(
    method=METHODS, path=PATHS, tail=st.text(max_size=80), query=st.text(max_size=40), headers=HEADERS, body=st.binary()
)
def test_any_request_gets_an_orderly_answer(
    served: AsgiClient, pen: Pen, method: str, path: str, tail: str, query: str, headers: dict[str, bytes], body: bytes
) -> None:
    address = f"{path}{path_piece(tail)}?code={path_piece(query)}"
    answer = served.request(
        method, address if address.startswith("/") else f"/{address}", headers=headers, content=body
    )
    assert answer.status_code < 500
    assert "Traceback" not in answer.text
    assert stored(pen) == (0, 1)


@MANY
@given(body=st.binary(max_size=200), path=st.sampled_from([wire.ENROLMENTS, wire.BUNDLES]), packed=st.booleans())
def test_any_body_is_refused(served: AsgiClient, pen: Pen, body: bytes, path: str, packed: bool) -> None:
    answer = served.post(path, wire.compress(body) if packed else body)
    assert answer.status_code in (400, 403)
    assert answer.json()["code"]
    assert stored(pen) == (0, 1)


@MANY
@given(value=PLAIN | st.dictionaries(st.sampled_from(FIELDS), PLAIN))
def test_anything_that_a_kiosk_could_sign_is_refused_unless_it_is_a_bundle(
    served: AsgiClient, pen: Pen, value: object
) -> None:
    message = sign(encode(value), Purpose.BUNDLE, pen.key)
    answer = served.post(wire.BUNDLES, wire.compress(message))
    assert answer.status_code in (400, 403)
    assert stored(pen) == (0, 1)


@MANY
@given(value=st.fixed_dictionaries({"v": PLAIN, "secret": PLAIN, "kiosk_key": st.binary(max_size=40) | PLAIN}))
def test_anything_that_a_stranger_could_sign_enrols_nobody(served: AsgiClient, pen: Pen, value: object) -> None:
    message = sign(encode(value), Purpose.ENROL_REQUEST, SigningKey.generate())
    assert served.post(wire.ENROLMENTS, message).status_code in (400, 403, 409, 429)
    assert stored(pen) == (0, 1)


@MANY
@given(value=PLAIN, kind=st.sampled_from(["cast", "suggestion", "attendance", "opinion", "staff", "\x00"]))
def test_any_entry_of_an_enrolled_kiosk_is_kept(served: AsgiClient, pen: Pen, value: object, kind: str) -> None:
    """In an epoch of its own: what cannot be understood is parked and acknowledged."""
    writer = Pen(pen.world, pen.kiosk, pen.key)
    writer.entries.append(encode({"v": 1, "seq": 1, "kind": kind, "body": value}))
    answer = served.post(wire.BUNDLES, writer.bundle())
    assert answer.status_code == 200
    assert pen.read(answer.content).acked_seq == 1
    with pen.world.server.engine.begin() as connection:
        connection.execute(StoredEntry.__table__.delete())  # type: ignore[attr-defined]
