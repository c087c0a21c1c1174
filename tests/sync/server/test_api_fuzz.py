"""The API against its own OpenAPI document, with requests made from it by schemathesis.

For every route: no 500, no status, media type or body that the document does not name, and nobody gets an organiser's
answer without the token.
"""

from __future__ import annotations

from pathlib import Path

import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pens import Pen
from schemathesis import Case
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.schemas import APIOperation
from worlds import World

from kiosk.crypto.signing import Purpose, SigningKey, sign
from kiosk.domain.canonical import encode
from sync.server.app import build_app

STRANGER = SigningKey.generate()
PLAIN = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.binary(max_size=40) | st.text(max_size=20)
FIELDS = ("v", "campaign", "kiosk", "epoch", "first_seq", "prev_hash", "entries", "head_hash", "code", "size", "digest")
SIGNED = st.dictionaries(st.sampled_from(FIELDS), PLAIN | st.lists(PLAIN, max_size=3), max_size=6)
BODIES = st.binary(max_size=400) | st.builds(
    lambda purpose, fields: sign(encode(fields), purpose, STRANGER), st.sampled_from(Purpose), SIGNED
)
for media_type in (
    "application/cose; cose-type=cose-sign1",
    "application/vnd.sanmin.bundle+zstd",
    "application/vnd.sanmin.statuses+zstd",
):
    schemathesis.openapi.media_type(media_type, BODIES)


load_all_checks()
UNFIT = CHECKS.get_by_names(["positive_data_acceptance"])
"""Bytes that fit the document are still refused: only a kiosk's key makes them good."""
FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)


def test_every_route_keeps_its_own_document(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.publish()
    Pen(world).enrol()
    schema = schemathesis.openapi.from_asgi("/openapi.json", build_app(world.server))
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 15
    for operation in operations:
        keeps_its_document(operation)
    world.close()


def keeps_its_document(operation: APIOperation) -> None:
    """Some requests to one route. All fit its document: it asks for any text or bytes, nothing cannot fit."""

    @FEW
    @given(operation.as_strategy())
    def ask(case: Case) -> None:
        case.call_and_validate(excluded_checks=UNFIT)

    ask()
