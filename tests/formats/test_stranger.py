"""A stranger's implementation, written from docs/formats.md alone, against the vectors and against a real server."""

from __future__ import annotations

import base64
import itertools
import json
from pathlib import Path
from typing import Any

import cbor2
import pytest
from formats import stranger
from formats import strangers_count as counting
from formats.stranger import No, StrangersKiosk
from formats.strangers_count import Rules
from formats.vector_files import load, names, unhex
from requests.adapters import HTTPAdapter
from worlds import NOW, World, session

from kiosk.crypto.signing import Purpose
from kiosk.domain.canonical import encode
from kiosk.domain.receipt import receipt_code
from kiosk.domain.suggestion import State
from kiosk.services.kiosk import Kiosk
from sync.client import run_once
from sync.server import suggestions
from sync.server.enrolling import create_code

Case = dict[str, Any]
CREDENTIALS, BUNDLES, ENROLMENT = load("credentials.json"), load("bundles.json"), load("enrolment.json")
SEALING, SIGNING, CANONICAL = load("sealing.json"), load("signing.json"), load("canonical.json")


def test_the_stranger_imports_nothing_of_the_product() -> None:
    sources = [Path(str(module.__file__)).read_text("utf-8") for module in (stranger, counting)]
    lines = [line for source in sources for line in source.splitlines()]
    modules = {line.split()[1].split(".")[0] for line in lines if line.startswith(("import ", "from "))}
    assert not modules & {"kiosk", "sync", "organiser", "commands", "ui", "main", "worlds", "vectors"}


@pytest.mark.parametrize("case", CANONICAL["valid"], ids=names(CANONICAL["valid"]))
def test_canonical_bytes(case: Case) -> None:
    assert stranger.encode(stranger.decode(unhex(case["bytes"]))).hex() == case["bytes"]


@pytest.mark.parametrize("case", CANONICAL["invalid"], ids=names(CANONICAL["invalid"]))
def test_other_bytes_are_refused(case: Case) -> None:
    with pytest.raises(No):
        stranger.decode(unhex(case["bytes"]))


@pytest.mark.parametrize("case", SIGNING["valid"])
def test_signed_messages(case: Case) -> None:
    private = unhex(load("keys.json")["ed25519"]["organiser"]["private"])
    message, named = unhex(case["message"]), b"\x04\x48" in unhex(case["message"])[:8]
    assert stranger.sign(unhex(SIGNING["payload"]), case["purpose"], private, named) == message
    assert stranger.verify(message, case["purpose"], unhex(SIGNING["key"])).hex() == SIGNING["payload"]


@pytest.mark.parametrize("case", SIGNING["invalid"], ids=names(SIGNING["invalid"]))
def test_messages_that_are_not_quite_right(case: Case) -> None:
    with pytest.raises(No, match=case["refusal"]):
        stranger.verify(unhex(case["message"]), case["purpose"], unhex(SIGNING["key"]))


@pytest.mark.parametrize("case", SEALING["invalid"], ids=names(SEALING["invalid"]))
def test_boxes_that_do_not_open(case: Case) -> None:
    with pytest.raises(No, match=case["refusal"]):
        stranger.unseal(unhex(case["box"]), unhex(case["private"]), unhex(case["info"]))


@pytest.mark.parametrize("case", CREDENTIALS["valid"], ids=names(CREDENTIALS["valid"]))
def test_the_stranger_opens_a_card(case: Case) -> None:
    payload = stranger.open_credential(case["text"], unhex(CREDENTIALS["organiser"]))
    assert (payload[1], payload[2].hex()) == (case["credential"]["campaign"], case["credential"]["id"])
    assert payload[3] == {"representative": 1, "staff": 2}[case["credential"]["role"]]


@pytest.mark.parametrize("case", CREDENTIALS["invalid"], ids=names(CREDENTIALS["invalid"]))
def test_the_stranger_refuses_a_card_for_the_same_reason(case: Case) -> None:
    with pytest.raises(No, match=case["refusal"]):
        stranger.open_credential(case["text"], unhex(CREDENTIALS["organiser"]))


@pytest.mark.parametrize("case", BUNDLES["valid"], ids=names(BUNDLES["valid"]))
def test_the_stranger_checks_a_bundles_signature_and_chain(case: Case) -> None:
    assert stranger.encode(stranger.check_bundle(unhex(case["bundle"]), unhex(BUNDLES["key"]))).hex() == case["payload"]


@pytest.mark.parametrize("case", BUNDLES["invalid"], ids=names(BUNDLES["invalid"]))
def test_the_stranger_refuses_a_bundle(case: Case) -> None:
    with pytest.raises((No, KeyError, TypeError)):
        stranger.check_bundle(unhex(case["bundle"]), unhex(BUNDLES["key"]))


def test_the_stranger_believes_an_enrolment_reply_and_no_other() -> None:
    expected = ENROLMENT["fingerprint"]
    assert stranger.read_reply(unhex(ENROLMENT["reply"]["message"]), expected)["kiosk"] == "v01-1"
    for case in ENROLMENT["bad_replies"]:
        if case["name"] != "no number":
            with pytest.raises(No):
                stranger.read_reply(unhex(case["message"]), expected)


def test_answers_of_questionnaires() -> None:
    vectors = load("answers.json")
    for case in vectors["valid"]:
        question = vectors["questions"][case["question"]]
        plaintext = stranger.answer_plaintext(question["kind"], question["most"], case["answer"])
        assert (plaintext.hex(), len(plaintext)) == (case["plaintext"], question["plaintext_bytes"])
        info = stranger.encode(["sanmin/1/answer", "qd2021", "opinion", 1, case["question"]])
        assert info.hex() == case["info"]
        assert stranger.unseal(unhex(case["box"]), unhex(vectors["private"]), info) == plaintext


def test_small_formats() -> None:
    for case in load("padding.json")["valid"]:
        assert stranger.pad(unhex(case["plain"]), case["block"]).hex() == case["padded"]
        assert stranger.unpad(unhex(case["padded"])).hex() == case["plain"]
    for case in load("pins.json")["verifiers"]:
        assert (stranger.pin_hash(case["pin"], unhex(case["salt"])).hex() == case["hash"]) is case["matches"]
    for case in load("receipts.json")["codes"]:
        assert stranger.receipt(unhex(case["envelope"])) == case["code"]
        assert stranger.status_key(case["code"]).hex() == case["status_key"]
    for case in load("ballot.json")["spent"]:
        names_ = (unhex(case["salt"]), unhex(case["credential"]), case["form"], case["department"])
        assert stranger.spent_mark(*names_).hex() == case["mark"]


def test_the_stranger_counts_like_the_product() -> None:
    vectors = load("stages.json")
    said, stages = vectors["campaign"], {stage["file"]: stage for stage in vectors["stages"]}
    rules = Rules(
        campaign=said["id"],
        mode=said["mode"],
        version=said["ballot_version"],
        departments=frozenset(said["departments"]),
        codes=frozenset(said["codes"]),
        tally_key=unhex(said["tally_key"]),
    )
    holders = counting.sequence(unhex(vectors["0-holders.cborseq"]))
    records, first = counting.checked(rules, counting.sequence(unhex(vectors["collection.cborseq"])), holders)
    made = {"1-checked.cborseq": records}
    made["2-deduplicated.cborseq"] = counting.deduplicated(made["1-checked.cborseq"])
    made["3-revoked.cborseq"] = counting.revoked(made["2-deduplicated.cborseq"])
    made["4-stripped.cborseq"] = counting.stripped(made["3-revoked.cborseq"])
    made["5-shuffled.cborseq"] = counting.shuffled(made["4-stripped.cborseq"])
    piles, last = counting.opened(rules, made["5-shuffled.cborseq"], unhex(vectors["tally_private"]))
    made["6-opened.cborseq"] = piles
    assert {file: counting.written(records).hex() for file, records in made.items()} == {
        file: stage["records"] for file, stage in stages.items()
    }
    assert (first, last) == (stages["1-checked.cborseq"]["set_aside"], stages["6-opened.cborseq"]["set_aside"])


def test_the_vectors_set_aside_for_every_reason_and_lose_nothing() -> None:
    stages = load("stages.json")["stages"]
    assert {reason for stage in stages for reason in stage["set_aside"]} == {
        *("not-an-entry", "other-form", "other-campaign", "rehearsal", "other-version", "other-key"),
        *("unknown-credential", "unknown-item", "wrong-size", "duplicate", "revoked", "copied"),
        *("does-not-open", "not-on-the-scale"),
    }
    for stage, after in itertools.pairwise(stages):
        left = len(counting.sequence(unhex(stage["records"])))
        assert stage["count_in"] == left + sum(stage["set_aside"].values())
        assert after["count_in"] == left


# Against a running server


@pytest.fixture
def strangers_kiosk(world: World) -> StrangersKiosk:
    """Enrolled at venue v02 by a real server."""
    made = StrangersKiosk(world.url, b"\x2a" * 32, b"\x55" * 16)
    made.enrol(create_code(world.server, "v02", 1))
    return made


def cast_body(world: World, kiosk: StrangersKiosk, card: str, marks: dict[str, int]) -> dict[str, Any]:
    """A cast as the document describes it, from what the server offers."""
    manifest_message = kiosk._get("/v1/pack")
    described = next(file for file in kiosk.manifest()["files"] if file["name"] == "campaign.json")
    campaign = json.loads(kiosk.file(described))
    tally = base64.b64decode(campaign["tally_key"])
    holder = stranger.open_credential(card, kiosk.identity["organiser_key"])
    version = campaign["ballot"]["version"]
    return {
        "campaign": holder[1],
        "credential": holder[2],
        "envelope": b"\x77" * 16,
        "form": "ballot",
        "form_version": version,
        "pack": stranger.sha256(manifest_message),
        "mode": campaign["mode"],
        "suite": 1,
        "key": stranger.key_id(tally),
        "sealed": {
            department: stranger.seal(
                stranger.pad(stranger.encode(code), 32),
                tally,
                stranger.rating_info(holder[1], "ballot", version, department),
            )
            for department, code in marks.items()
        },
    }


def test_a_demo_card_opens(world: World, strangers_kiosk: StrangersKiosk) -> None:
    holder = stranger.open_credential(world.card(7), strangers_kiosk.identity["organiser_key"])
    assert (holder[2], holder[3], holder[5]) == ((7).to_bytes(10, "big"), 1, "v01")


def test_a_strangers_bundle_is_stored_and_its_rating_is_spent_everywhere(
    world: World, kiosk: Kiosk, strangers_kiosk: StrangersKiosk
) -> None:
    assert strangers_kiosk.sync()["acked_seq"] == 0
    body = cast_body(world, strangers_kiosk, world.card(7), {"fgw": 1, "jtj": 4})
    receipt = strangers_kiosk.record("cast", body)
    answer = strangers_kiosk.sync()
    assert (answer["outcome"], answer["acked_seq"]) == ("stored", 1)
    assert answer["head_hash"] == stranger.chain(
        stranger.genesis("v02-1", strangers_kiosk.epoch), strangers_kiosk.entries
    )
    assert receipt == receipt_code(encode(body))
    salt = world.campaign().salt
    marks = {stranger.spent_mark(salt, body["credential"], "ballot", department) for department in ("fgw", "jtj")}
    assert marks <= set(answer["spent"])
    with session() as http:
        run_once(kiosk, http)
    assert kiosk.voting.spent(world.credential(7)) == {"fgw", "jtj"}


def test_a_strangers_suggestion_is_read_and_its_status_found(world: World, strangers_kiosk: StrangersKiosk) -> None:
    envelope = b"\x99" * 16
    words = {"text": "地铁口缺指路牌", "at": NOW // 60 * 60, "language": "zh"}
    info = stranger.encode(["sanmin/1/suggestion", "qd2021", envelope])
    body = {
        "campaign": "qd2021",
        "envelope": envelope,
        "pack": bytes(32),
        "suite": 1,
        "key": stranger.key_id(world.intake_key),
        "sealed": stranger.seal(stranger.pad(stranger.encode(words), 1024), world.intake_key, info),
    }
    code = strangers_kiosk.record("suggestion", body)
    answer = strangers_kiosk.sync()
    assert answer["acked_seq"] == 1
    read = suggestions.find_suggestion(world.server, code)
    assert read.words is not None and read.words.text == "地铁口缺指路牌"
    statuses = strangers_kiosk.statuses()
    assert statuses["version"] == answer["status_version"]
    assert statuses["statuses"][stranger.status_key(code)]["steps"][-1]["state"] == State.RECEIVED


class Recorder(HTTPAdapter):
    """Sends requests and keeps the bundles among them."""

    def __init__(self) -> None:
        super().__init__()
        self.bundles: list[bytes] = []

    def send(self, request: Any, *args: Any, **named: Any) -> Any:
        if request.path_url == "/v1/bundles":
            self.bundles.append(request.body)
        return super().send(request, *args, **named)


def test_a_products_bundle_is_checked_by_the_stranger(world: World, kiosk: Kiosk) -> None:
    sign_in = kiosk.sign_in
    kiosk.voting.cast(sign_in.enter(sign_in.present(world.card(3))).credential, {"fgw": 2})
    with session() as http:
        http.mount("http://", recorder := Recorder())
        run_once(kiosk, http)
    bundle_sent, kiosk_key = recorder.bundles[0], kiosk.key.public.raw
    bundle = stranger.check_bundle(bundle_sent, kiosk_key)
    kinds = [stranger.decode(entry)["kind"] for entry in bundle["entries"]]
    assert kinds == ["attendance", "cast"]
    cast = stranger.decode(bundle["entries"][1])["body"]
    info = stranger.rating_info("qd2021", "ballot", 1, "fgw")
    assert stranger.unpad(stranger.unseal(cast["sealed"]["fgw"], world.tally.raw, info)) == stranger.encode(2)


def test_the_server_refuses_what_the_document_says_with_its_code(world: World, strangers_kiosk: StrangersKiosk) -> None:
    def refusal(path: str, data: bytes | None = None) -> str:
        with pytest.raises(No) as refused:
            _ = strangers_kiosk._get(path) if data is None else strangers_kiosk._post(path, data, "x/y")
        return str(refused.value.args[0])

    other = StrangersKiosk(world.url, b"\x2b" * 32, b"\x56" * 16)
    code = create_code(world.server, "v03", 1)
    other.enrol(code)
    other.enrol(code)  # the same key may ask again
    late = StrangersKiosk(world.url, b"\x2c" * 32, b"\x57" * 16)
    with pytest.raises(No, match="used-code"):
        late.enrol(code)
    world.now += 24 * 3600 + 1
    expired = create_code(world.server, "v03", 2)
    world.now += 24 * 3600 + 1
    with pytest.raises(No, match="expired-code"):
        late.enrol(expired)
    with pytest.raises(No, match="unknown-code"):
        late.enrol("00000-00000-" + stranger.fingerprint(world.organiser.public.raw))
    assert refusal("/v1/enrolments", b"") == "bad-request"
    assert refusal("/v1/enrolments", bytes(4097)) == "too-large"
    assert refusal("/v1/bundles", b"") == "not-zstd"
    assert refusal("/v1/blobs/00") == "no-blob"
    assert refusal("/v1/nothing") == "not-found"
    assert refusal("/v1/bundles") == "method-not-allowed"
    strangers_kiosk.identity["kiosk"] = "v03-1"
    assert refusal("/v1/bundles", strangers_kiosk.bundle()) == "other-kiosk"
    strangers_kiosk.identity |= {"kiosk": "v02-1", "campaign": "qd2022"}
    assert refusal("/v1/bundles", strangers_kiosk.bundle()) == "other-campaign"
    late.identity, late.entries = strangers_kiosk.identity, []
    assert refusal("/v1/bundles", late.bundle()) == "unknown-kiosk"


def test_bundles_in_an_order_are_answered_as_the_vectors_say(world: World) -> None:
    vectors = load("exchange.json")
    kiosk = StrangersKiosk(world.url, unhex(load("keys.json")["ed25519"]["kiosk"]["private"]), bytes(range(16)))
    kiosk.enrol(create_code(world.server, "v01", 1))
    for step in vectors["steps"]:
        message = kiosk._post("/v1/bundles", unhex(step["bundle"]), "application/vnd.sanmin.bundle+zstd")
        answer = cbor2.loads(stranger.verify(message, Purpose.ACKNOWLEDGEMENT, kiosk.identity["server_key"]))
        got = (answer["outcome"], answer["acked_seq"], answer["head_hash"].hex())
        assert got == (step["outcome"], step["acked_seq"], step["head_hash"]), step["name"]
    expected = {
        stranger.spent_mark(unhex(vectors["salt"]), unhex(vectors["credential"]), "ballot", department)
        for department in ("fgw", "jtj")
    }
    assert expected <= set(answer["spent"])


def test_a_gap_is_answered_and_filled(world: World, strangers_kiosk: StrangersKiosk) -> None:
    for problem in range(3):
        strangers_kiosk.record("opinion", {"problem": 17, "verdict": "answered"})
        assert strangers_kiosk.sync()["acked_seq"] == problem + 1
    strangers_kiosk.record("opinion", {"problem": 17, "verdict": "unclear"})
    strangers_kiosk.epoch = b"\x66" * 16  # a server that knows nothing of this epoch
    assert strangers_kiosk.sync()["outcome"] == "gap"
    assert strangers_kiosk.sync()["acked_seq"] == 4
