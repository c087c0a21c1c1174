"""The product against the vectors of every message: cards, packs, entries, bundles, answers, statuses, statements."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
import requests
from formats.vector_files import load, names, unhex
from requests.adapters import HTTPAdapter
from vectors import answers

from kiosk.crypto.cards import read_card
from kiosk.crypto.pin import matches
from kiosk.crypto.sealing import OpeningKey, open_sealed
from kiosk.crypto.signing import Purpose, SignatureRefused, VerifyKey, verify
from kiosk.domain.access_json import decode_access, encode_access
from kiosk.domain.answers import answer_info, decode_answer, encode_answer
from kiosk.domain.ballot import Cast, counted_first, decode_rating, encode_rating, rating_info, spent_mark
from kiosk.domain.campaign_json import decode_campaign, encode_campaign
from kiosk.domain.canonical import EncodingError, decode, decode_message, encode_message
from kiosk.domain.credential import CredentialRefused, Role, check_credential, encode_credential
from kiosk.domain.journal import chain, decode_entry, encode_entry, genesis
from kiosk.domain.pack import PinVerifier, decode_manifest, describe, safe_name
from kiosk.domain.receipt import ReceiptError, group, parse_receipt, receipt_code, receipt_digest, status_key
from kiosk.domain.suggestion import SealedSuggestion, StatusList, decode_suggestion, suggestion_info
from kiosk.services.day import read_witness
from kiosk.storage.identity import IDENTITY_FILE, Identity
from organiser.tally.errors import TallyRefused
from organiser.tally.statement import read_export, read_statement
from sync.bundle import read_acknowledgement, read_bundle
from sync.enrol import enrol
from sync.errors import NotTheServer
from sync.wire import EnrolReply, EnrolRequest, ServerCertificate, fingerprint, split_enrolment_code

Case = dict[str, Any]
CREDENTIALS, PACKS, DOCUMENTS = load("credentials.json"), load("packs.json"), load("documents.json")
BALLOT, SUGGESTIONS, RECEIPTS, JOURNAL = map(load, ("ballot.json", "suggestions.json", "receipts.json", "journal.json"))
BUNDLES, ACKNOWLEDGEMENTS, ENROLMENT = load("bundles.json"), load("acknowledgements.json"), load("enrolment.json")
ANSWERS = load("answers.json")
STATUSES, COLLECTION, STATEMENTS = load("statuses.json"), load("collection.json"), load("statements.json")


@pytest.mark.parametrize("case", CREDENTIALS["valid"], ids=names(CREDENTIALS["valid"]))
def test_a_card_says_what_its_vector_says(case: Case) -> None:
    credential = read_card(case["text"], VerifyKey(unhex(CREDENTIALS["organiser"])))
    assert dataclasses.asdict(credential) == {**case["credential"], "id": unhex(case["credential"]["id"])}
    assert credential.card_number == case["card_number"]
    assert encode_credential(credential).hex() == case["payload"]


@pytest.mark.parametrize("case", CREDENTIALS["invalid"], ids=names(CREDENTIALS["invalid"]))
def test_a_card_is_refused_as_its_vector_says(case: Case) -> None:
    with pytest.raises(CredentialRefused) as refused:
        read_card(case["text"], VerifyKey(unhex(CREDENTIALS["organiser"])))
    assert refused.value.reason == case["refusal"]


@pytest.mark.parametrize("case", CREDENTIALS["checks"], ids=names(CREDENTIALS["checks"]))
def test_a_genuine_card_is_checked_in_the_documents_order(case: Case) -> None:
    credential = read_card(CREDENTIALS["valid"][0]["text"], VerifyKey(unhex(CREDENTIALS["organiser"])))
    place = {"campaign": case["campaign"], "now": case["now"], "roles": [Role(role) for role in case["roles"]]}
    lists = {name: [unhex(id) for id in case[name]] for name in ("revoked", "replaced")}
    try:
        check_credential(credential, **place, **lists)
        reason = None
    except CredentialRefused as refused:
        reason = refused.reason.value
    assert reason == case["refusal"]


@pytest.mark.parametrize("case", load("pins.json")["verifiers"])
def test_a_pin_matches_its_verifier_alone(case: Case) -> None:
    verifier = PinVerifier(*(unhex(case[name]) for name in ("credential", "salt", "hash")))
    assert matches(verifier, case["pin"]) is case["matches"]


def test_a_manifest_describes_its_files(tmp_path: Path) -> None:
    manifest = decode_manifest(verify(unhex(PACKS["message"]), Purpose.PACK, VerifyKey(unhex(PACKS["organiser"]))))
    assert manifest.encoded().hex() == PACKS["payload"]
    contents = {file["name"]: unhex(file["byte"]) * file["times"] for file in PACKS["files"]}
    contents |= {name: unhex(data) for name, data in PACKS["documents"].items()}
    assert {file.name for file in manifest.files} == set(contents)
    for file in manifest.files:
        path = tmp_path / "blob"
        path.write_bytes(contents[file.name])
        with path.open("rb") as stream:
            assert describe(file.name, stream) == file


@pytest.mark.parametrize("case", PACKS["invalid"], ids=names(PACKS["invalid"]))
def test_a_manifest_is_refused_as_its_vector_says(case: Case) -> None:
    with pytest.raises((EncodingError, SignatureRefused)) as refused:
        decode_manifest(verify(unhex(case["message"]), Purpose.PACK, VerifyKey(unhex(PACKS["organiser"]))))
    assert refused.value.code == case["refusal"]


def test_names_that_could_leave_a_pack_are_unsafe() -> None:
    assert all(map(safe_name, PACKS["safe_names"]))
    assert not any(map(safe_name, PACKS["unsafe_names"]))


def test_documents_are_read_and_written_the_same() -> None:
    assert encode_campaign(decode_campaign(DOCUMENTS["campaign"].encode())).decode() == DOCUMENTS["campaign"]
    assert encode_access(decode_access(DOCUMENTS["access"].encode())).decode() == DOCUMENTS["access"]
    later = decode_campaign(DOCUMENTS["later_campaign"].encode())
    assert later == decode_campaign(DOCUMENTS["campaign"].encode())


@pytest.mark.parametrize("case", DOCUMENTS["bad_campaigns"], ids=names(DOCUMENTS["bad_campaigns"]))
def test_a_wrong_campaign_is_refused(case: Case) -> None:
    with pytest.raises(EncodingError) as refused:
        decode_campaign(case["text"].encode())
    assert refused.value.code == case["refusal"]


@pytest.mark.parametrize("case", DOCUMENTS["bad_access"], ids=names(DOCUMENTS["bad_access"]))
def test_a_wrong_access_list_is_refused(case: Case) -> None:
    with pytest.raises(EncodingError) as refused:
        decode_access(case["text"].encode())
    assert refused.value.code == case["refusal"]


@pytest.mark.parametrize("case", BALLOT["marks"])
def test_a_mark_has_one_plaintext(case: Case) -> None:
    assert encode_rating(case["code"]).hex() == case["plaintext"]
    assert decode_rating(unhex(case["plaintext"])) == case["code"]


@pytest.mark.parametrize("case", BALLOT["bad_plaintexts"], ids=names(BALLOT["bad_plaintexts"]))
def test_another_plaintext_is_no_mark(case: Case) -> None:
    with pytest.raises(EncodingError):
        decode_rating(unhex(case["plaintext"]))


@pytest.mark.parametrize("case", BALLOT["sealed"])
def test_a_sealed_rating_opens_with_its_departments_info(case: Case) -> None:
    assert rating_info("qd2021", "ballot", 1, case["department"]).hex() == case["info"]
    opened = open_sealed(unhex(case["box"]), OpeningKey(unhex(case["private"])), unhex(case["info"]))
    assert decode_rating(opened) == case["code"]


def test_a_casts_envelope_is_read_and_has_its_receipt() -> None:
    cast = decode_message(Cast, unhex(BALLOT["cast"]))
    assert cast.encoded().hex() == BALLOT["cast"]
    assert {department: box.hex() for department, box in cast.sealed.items()} == {
        case["department"]: case["box"] for case in BALLOT["sealed"]
    }
    assert receipt_code(unhex(BALLOT["cast"])) == BALLOT["receipt"]


@pytest.mark.parametrize("case", BALLOT["spent"])
def test_a_spent_mark_is_the_vectors(case: Case) -> None:
    mark = spent_mark(unhex(case["salt"]), unhex(case["credential"]), case["form"], case["department"])
    assert mark.hex() == case["mark"]


@pytest.mark.parametrize("case", ANSWERS["valid"])
def test_an_answer_opens_to_what_was_given(case: Case) -> None:
    question = answers.QUESTIONS[case["question"]]
    given = tuple(case["answer"]) if isinstance(case["answer"], list) else case["answer"]
    assert answer_info("qd2021", "opinion", 1, question.id).hex() == case["info"]
    opened = open_sealed(unhex(case["box"]), OpeningKey(unhex(ANSWERS["private"])), unhex(case["info"]))
    assert opened.hex() == case["plaintext"]
    assert decode_answer(question, opened) == given
    assert encode_answer(question, given) == opened


@pytest.mark.parametrize("case", ANSWERS["invalid"])
def test_another_plaintext_is_no_answer(case: Case) -> None:
    with pytest.raises(EncodingError):
        decode_answer(answers.QUESTIONS[case["question"]], unhex(case["plaintext"]))


def test_which_of_several_ratings_counts() -> None:
    vectors = load("duplicates.json")
    ratings = vectors["ratings"]
    order = sorted(range(6), key=lambda n: counted_first(ratings[n]["home"], unhex(ratings[n]["envelope"])))
    assert order == vectors["order"]


@pytest.mark.parametrize("case", SUGGESTIONS["valid"])
def test_a_suggestion_opens_to_its_words(case: Case) -> None:
    envelope = decode_message(SealedSuggestion, unhex(SUGGESTIONS["body"])).envelope
    assert suggestion_info("qd2021", envelope).hex() == case["info"]
    padded = open_sealed(unhex(case["box"]), OpeningKey(unhex(case["private"])), unhex(case["info"]))
    assert padded.hex() == case["padded"]
    assert encode_message(decode_suggestion(padded)).hex() == case["plain"]


@pytest.mark.parametrize("case", SUGGESTIONS["invalid"], ids=names(SUGGESTIONS["invalid"]))
def test_a_suggestion_without_words_or_form_is_refused(case: Case) -> None:
    with pytest.raises(EncodingError) as refused:
        decode_suggestion(unhex(case["padded"]))
    assert refused.value.code == case["refusal"]


@pytest.mark.parametrize("case", RECEIPTS["codes"])
def test_a_receipt_is_computed_from_the_envelope(case: Case) -> None:
    envelope = unhex(case["envelope"])
    assert (receipt_digest(envelope).hex(), receipt_code(envelope)) == (case["digest"], case["code"])
    assert (group(case["code"]), status_key(case["code"]).hex()) == (case["grouped"], case["status_key"])


def test_typed_receipts_are_read_as_meant_or_refused() -> None:
    for case in RECEIPTS["typed"]:
        assert parse_receipt(case["typed"]) == case["code"]
    for case in RECEIPTS["refused"]:
        with pytest.raises(ReceiptError, match=case["refusal"]):
            parse_receipt(case["typed"])


def test_the_journals_chain_holds() -> None:
    head = genesis(JOURNAL["kiosk"], unhex(JOURNAL["epoch"]))
    assert head.hex() == JOURNAL["genesis"]
    for case in JOURNAL["entries"]:
        entry = decode_entry(unhex(case["entry"]))
        assert encode_entry(entry.seq, entry.kind, entry.body).hex() == case["entry"]
        assert (entry.seq, entry.kind) == (case["seq"], case["kind"])
        head = chain(head, unhex(case["entry"]))
        assert head.hex() == case["hash"]


def test_a_witness_is_read_whole() -> None:
    vectors = load("witness.json")
    witness = read_witness(vectors["text"], VerifyKey(unhex(vectors["key"])))
    assert encode_message(witness).hex() == vectors["payload"]
    with pytest.raises(SignatureRefused, match="forged"):
        read_witness(vectors["text"], VerifyKey(bytes(32)))


def kiosk_key(key_id: bytes) -> VerifyKey | None:
    key = VerifyKey(unhex(BUNDLES["key"]))
    return key if key.id == key_id else None


@pytest.mark.parametrize("case", BUNDLES["valid"], ids=names(BUNDLES["valid"]))
def test_a_bundle_is_read_whole(case: Case) -> None:
    assert encode_message(read_bundle(unhex(case["bundle"]), kiosk_key)).hex() == case["payload"]


@pytest.mark.parametrize("case", BUNDLES["invalid"], ids=names(BUNDLES["invalid"]))
def test_a_bundle_is_refused_as_its_vector_says(case: Case) -> None:
    with pytest.raises((EncodingError, SignatureRefused)) as refused:
        read_bundle(unhex(case["bundle"]), kiosk_key)
    assert refused.value.code == case["refusal"]


@pytest.mark.parametrize("case", ACKNOWLEDGEMENTS["valid"])
def test_an_acknowledgement_is_read_whole(case: Case) -> None:
    answer = read_acknowledgement(unhex(case["message"]), VerifyKey(unhex(ACKNOWLEDGEMENTS["server"])))
    assert (answer.outcome, answer.encoded().hex()) == (case["outcome"], case["payload"])


@pytest.mark.parametrize("case", ACKNOWLEDGEMENTS["invalid"], ids=names(ACKNOWLEDGEMENTS["invalid"]))
def test_an_acknowledgement_is_refused_as_its_vector_says(case: Case) -> None:
    with pytest.raises((EncodingError, SignatureRefused)) as refused:
        read_acknowledgement(unhex(case["message"]), VerifyKey(unhex(ACKNOWLEDGEMENTS["server"])))
    assert refused.value.code == case["refusal"]


def test_an_enrolment_code_is_split_however_it_is_typed() -> None:
    assert fingerprint(unhex(ENROLMENT["organiser"])) == ENROLMENT["fingerprint"]
    for code in ENROLMENT["codes"]:
        assert split_enrolment_code(code) == (ENROLMENT["secret"], ENROLMENT["fingerprint"])
    for code in ENROLMENT["bad_codes"]:
        with pytest.raises(EncodingError, match="bad-code"):
            split_enrolment_code(code)


def test_the_messages_of_enrolment_are_read_whole() -> None:
    request, reply = ENROLMENT["request"], ENROLMENT["reply"]
    asked = decode_message(EnrolRequest, unhex(request["payload"]))
    assert (
        verify(unhex(request["message"]), Purpose.ENROL_REQUEST, VerifyKey(asked.kiosk_key)).hex() == request["payload"]
    )
    answer = decode_message(EnrolReply, unhex(reply["payload"]))
    assert verify(unhex(reply["message"]), Purpose.ENROL_REPLY, VerifyKey(answer.server_key)).hex() == reply["payload"]
    certificate = verify(answer.certificate, Purpose.SERVER, VerifyKey(answer.organiser_key))
    assert decode_message(ServerCertificate, certificate).server_key == answer.server_key


class Answering(HTTPAdapter):
    """Answers every request with the same bytes."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.body = body

    def send(self, request: Any, *args: Any, **named: Any) -> requests.Response:
        answer = requests.Response()
        answer.status_code, answer.raw, answer.request, answer.url = 200, io.BytesIO(self.body), request, request.url
        return answer


def enrol_with(folder: Path, body: bytes) -> Identity:
    with requests.Session() as http:
        http.mount("http://", Answering(body))
        return enrol(folder, "http://127.0.0.1:1", ENROLMENT["codes"][0], http)


def test_an_enrolment_reply_is_believed(tmp_path: Path) -> None:
    identity = enrol_with(tmp_path, unhex(ENROLMENT["reply"]["message"]))
    assert (identity.kiosk, identity.organiser_key.hex()) == ("v01-1", ENROLMENT["organiser"])


@pytest.mark.parametrize("case", ENROLMENT["bad_replies"], ids=names(ENROLMENT["bad_replies"]))
def test_an_enrolment_reply_that_is_not_vouched_for_is_not_believed(case: Case, tmp_path: Path) -> None:
    with pytest.raises(NotTheServer):
        enrol_with(tmp_path, unhex(case["message"]))
    assert not (tmp_path / IDENTITY_FILE).exists()


def test_a_status_list_is_read_whole() -> None:
    payload = verify(unhex(STATUSES["message"]), Purpose.STATUSES, VerifyKey(unhex(STATUSES["server"])))
    statuses = decode_message(StatusList, payload)
    assert encode_message(statuses).hex() == STATUSES["payload"]
    assert set(statuses.statuses) == {unhex(key) for key in STATUSES["receipts"].values()}
    assert all(status_key(code).hex() == key for code, key in STATUSES["receipts"].items())


@pytest.mark.parametrize("case", STATUSES["invalid"], ids=names(STATUSES["invalid"]))
def test_a_status_list_is_refused_as_its_vector_says(case: Case) -> None:
    with pytest.raises((EncodingError, SignatureRefused)) as refused:
        payload = verify(unhex(case["message"]), Purpose.STATUSES, VerifyKey(unhex(STATUSES["server"])))
        decode_message(StatusList, payload)
    assert refused.value.code == case["refusal"]


def test_a_stages_statement_is_read_and_others_are_refused(tmp_path: Path) -> None:
    organiser, output = VerifyKey(unhex(STATEMENTS["organiser"])), STATEMENTS["output"]
    path = (tmp_path / output).with_suffix(".cose")
    path.write_bytes(unhex(STATEMENTS["message"]))
    assert encode_message(read_statement(tmp_path, output, organiser)).hex() == STATEMENTS["payload"]
    for case in STATEMENTS["invalid"]:
        path.write_bytes(unhex(case["message"]))
        with pytest.raises(TallyRefused) as refused:
            read_statement(tmp_path, output, organiser)
        assert refused.value.code == case["refusal"]


def test_a_collections_statement_names_its_bytes(tmp_path: Path) -> None:
    for name in ("collection.cborseq", "collection.cose", "server.cose"):
        (tmp_path / name).write_bytes(unhex(COLLECTION[name]))
    export = read_export(tmp_path, "qd2021", VerifyKey(unhex(COLLECTION["organiser"])))
    assert export.sha256.hex() == decode(unhex(COLLECTION["payload"]))["sha256"].hex()
