"""Tampering with a count: whatever is changed in files or statements is refused, named, and does not count."""

from __future__ import annotations

import dataclasses
import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import cbor2
import pytest
from organiser_samples import TALLY_KEY, sample_campaign
from small_count import NOTHING_MISSING, SmallCount, quiet

from kiosk.crypto.signing import Purpose, SigningKey, sign, verify
from kiosk.domain.canonical import decode, encode
from organiser.keys import certify_server
from organiser.tally.comparing import Difference
from organiser.tally.errors import TallyRefused
from organiser.tally.report import PUBLISH
from organiser.tally.steps import HOLDERS, STEPS
from organiser.tally.verify import Verification

FILES = (HOLDERS, *STEPS)
EXPORT_FIELDS = ("v", "campaign", "server_epoch", "created", "sha256", "count", "kiosks", "frozen", "quarantined")
STATEMENT_FIELDS = ("v", "stage", "campaign", "inputs", "output", "sha256", "count_in", "count_out", "set_aside")


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> SmallCount:
    """One finished count that every test copies."""
    small = SmallCount(tmp_path_factory.mktemp("master"))
    records, _ = small.everybody()
    again = small.record(0, {"fgw": 2}, 99)
    small.count([*records, again])
    assert small.differences() == []
    return small


@pytest.fixture
def small(master: SmallCount, tmp_path: Path) -> SmallCount:
    """A copy to tamper with."""
    shutil.copytree(master.folder, tmp_path / "count")
    copy = dataclasses.replace(master, folder=tmp_path / "count")
    copy.collection.server = master.collection.server
    return copy


def values(path: Path) -> list[object]:
    decoder, size, found = cbor2.CBORDecoder(stream := path.open("rb")), path.stat().st_size, []
    with stream:
        while stream.tell() < size:
            found.append(decoder.decode())
    return found


def rewrite(path: Path, records: list[object]) -> None:
    path.write_bytes(b"".join(map(encode, records)))


def changed(value: object) -> object:
    """Another value of the same type, so that only its meaning can betray it."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return "revoked" if value == "valid" else value + "x" if value else "x"
        case bytes():
            return bytes([value[0] ^ 1]) + value[1:]
        case [*items]:
            return [changed(items[0]), *items[1:]]
        case {**entries} if entries:
            return {key: changed(item) for key, item in entries.items()}
    return {"x": 1}


def resign(path: Path, key: SigningKey, field: str, purpose: Purpose, change: Callable[[object], object]) -> None:
    """The same statement with one field changed, signed again by `key`."""
    payload = decode(cbor2.loads(path.read_bytes()).value[2])
    payload[field] = change(payload[field])
    path.write_bytes(sign(encode(payload), purpose, key))


def refused(small: SmallCount) -> TallyRefused:
    """Why counting again stops; what was counted before stays away from the new place."""
    small.out = small.folder / "again"
    with pytest.raises(TallyRefused) as caught:
        small.counting().run(small.cards, TALLY_KEY, NOTHING_MISSING, 1, quiet)
    assert not (small.out / PUBLISH / "results.json").exists(), "nothing was counted"
    return caught.value


# -- the stages' files


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("deed", ["remove", "add", "reorder", "truncate", "garbage"])
def test_a_stages_file_with_other_records_is_found_out(small: SmallCount, file: str, deed: str) -> None:
    path = small.out / file
    records = values(path)
    match deed:
        case "remove":
            rewrite(path, records[:3] + records[4:])
        case "add":
            rewrite(path, [*records[:3], records[3], *records[3:]])
        case "reorder":
            rewrite(path, [*records[:2], records[3], records[2], *records[4:]])
        case "truncate":
            path.write_bytes(path.read_bytes()[:-3])
        case "garbage":
            path.write_bytes(path.read_bytes() + b"\xff")
    found = small.differences()
    assert Difference(file, "file") in found
    if deed in ("remove", "add", "reorder"):
        place = {"remove": 4, "add": 5, "reorder": 3}[deed]
        assert any(d.file == file and d.code == "records" and d.record == place for d in found), found
    assert any(d.file == file for d in small.differences(key=None)), "also without shares"


@pytest.mark.parametrize("file", FILES)
def test_each_field_of_a_record_changed_is_found_out_at_its_place(small: SmallCount, file: str) -> None:
    path = small.out / file
    records, original = values(path), path.read_bytes()
    record = records[2]
    assert isinstance(record, list)
    for place in range(len(record)):
        other = [*record[:place], changed(record[place]), *record[place + 1 :]]
        rewrite(path, [*records[:2], other, *records[3:]])
        found = small.differences()
        assert Difference(file, "file") in found, place
        assert any(d.file == file and d.code in ("records", "damaged") and d.record in (0, 3) for d in found), place
        path.write_bytes(original)
    assert small.differences() == []


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_or_statement_is_named(small: SmallCount, file: str) -> None:
    (small.out / file).rename(small.out / "away")
    assert Difference(file, "missing") in small.differences()
    (small.out / "away").rename(small.out / file)
    statement = Path(file).with_suffix(".cose").name
    (small.out / statement).unlink()
    assert Difference(statement, "missing") in small.differences()


@pytest.mark.parametrize(("one", "other"), [(STEPS[0], STEPS[1]), (STEPS[1], STEPS[2]), (STEPS[3], STEPS[4])])
def test_swapped_files_are_found_out(small: SmallCount, one: str, other: str) -> None:
    for suffix in (".cborseq", ".cose"):
        first, second = (small.out / Path(name).with_suffix(suffix) for name in (one, other))
        kept = first.read_bytes()
        first.write_bytes(second.read_bytes())
        second.write_bytes(kept)
    found = {difference.file for difference in small.differences()}
    assert {one, other} <= found


@pytest.mark.parametrize("file", STEPS[:-1])
def test_a_stages_file_that_is_spoilt_while_the_count_still_runs_is_found_out(tmp_path: Path, file: str) -> None:
    """The next stage takes its records from memory and does not notice; a verifier reads what lies there."""
    small = SmallCount(tmp_path)
    small.collection.write(iter(small.everybody()[0]))

    def spoil(told: str, count_in: int, count_out: int) -> None:
        if told == file:
            data = bytearray((small.out / file).read_bytes())
            data[-1] ^= 1
            (small.out / file).write_bytes(data)

    small.counting().run(small.cards, TALLY_KEY, NOTHING_MISSING, 1, spoil)
    found = small.differences()
    assert Difference(file, "file") in found
    assert Difference(file, "records", len(values(small.out / file))) in found


# -- the stages' statements


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("field", STATEMENT_FIELDS)
def test_each_field_of_a_statement_changed_is_found_out_even_if_signed_again(
    small: SmallCount, file: str, field: str
) -> None:
    """The worst case: whoever holds the organiser's key lies about a stage."""
    path = (small.out / file).with_suffix(".cose")
    resign(path, small.organiser, field, Purpose.STAGE, changed)
    found = small.differences()
    if field == "sha256":
        assert Difference(file, "file") in found
    else:
        assert Difference(file, "statement") in found or Difference(path.name, "damaged") in found


@pytest.mark.parametrize("file", FILES)
def test_a_statement_signed_by_another_key_or_for_another_purpose_is_refused(small: SmallCount, file: str) -> None:
    path = (small.out / file).with_suffix(".cose")
    payload = verify(path.read_bytes(), Purpose.STAGE, small.organiser.public)
    path.write_bytes(sign(payload, Purpose.STAGE, SigningKey.generate()))
    assert Difference(path.name, "forged") in small.differences()
    path.write_bytes(sign(payload, Purpose.EXPORT, small.organiser))
    assert Difference(path.name, "forged") in small.differences()
    path.write_bytes(b"\x00")
    assert Difference(path.name, "forged") in small.differences()


def test_every_bit_of_a_statement_counts(small: SmallCount) -> None:
    path = (small.out / STEPS[2]).with_suffix(".cose")
    original = path.read_bytes()
    for place in range(0, len(original), 7):
        path.write_bytes(original[:place] + bytes([original[place] ^ 0x10]) + original[place + 1 :])
        verification = Verification(small.campaign, small.folder / "collection", small.out, small.organiser.public)
        assert Difference(path.name, "forged") in list(verification.differences(quiet)), place


# -- what is published


@pytest.mark.parametrize("name", ["results.json", "results.html", "results.xlsx"])
def test_a_published_file_that_was_edited_is_found_out_without_shares(small: SmallCount, name: str) -> None:
    path = small.out / PUBLISH / name
    data = path.read_bytes()
    path.write_bytes(data.replace(b"48", b"47", 1) if name != "results.xlsx" else data[:-1])
    assert any(d.file == name for d in small.differences(key=None, cards=False))


def test_opened_marks_moved_from_one_pile_to_another_are_found_out_by_whoever_has_the_shares(small: SmallCount) -> None:
    """Signed again by the organiser with sums that agree: only opening again can tell (docs/adr/0030)."""
    path = small.out / STEPS[-1]
    records = [list(record) for record in values(path)]  # type: ignore[call-overload]
    records[0][-1] -= 1
    records[1][-1] += 1
    rewrite(path, records)  # type: ignore[arg-type]
    statement = path.with_suffix(".cose")
    resign(statement, small.organiser, "sha256", Purpose.STAGE, lambda _: hashlib.sha256(path.read_bytes()).digest())
    assert Difference(STEPS[-1], "records", 1) in small.differences()
    assert not any(d.file == STEPS[-1] for d in small.differences(key=None))


def test_a_roster_that_is_not_the_organisers_is_found_out_by_the_organiser(small: SmallCount) -> None:
    small.cards = small.cards[:5] + small.cards[6:]
    assert any(d.file == HOLDERS and d.code == "records" for d in small.differences())


# -- the collection


@pytest.mark.parametrize("deed", ["remove", "add", "replay", "change", "swap", "truncate"])
def test_a_collection_that_is_not_what_the_server_signed_is_not_counted(small: SmallCount, deed: str) -> None:
    path = small.folder / "collection" / "collection.cborseq"
    records = values(path)
    match deed:
        case "remove":
            rewrite(path, records[1:])
        case "add":
            rewrite(path, [*records, decode(small.record(1, {"fgw": 4}, 77))])
        case "replay":
            rewrite(path, [*records, records[0]])
        case "change":
            rewrite(path, [{**records[0], "venue": "v11"}, *records[1:]])  # type: ignore[dict-item]
        case "swap":
            rewrite(path, [records[1], records[0], *records[2:]])
        case "truncate":
            path.write_bytes(path.read_bytes()[:-1])
    assert refused(small).code == "damaged"
    small.out = small.folder / "out"
    assert Difference("collection.cborseq", "file") in small.differences()


@pytest.mark.parametrize("field", EXPORT_FIELDS)
def test_each_field_of_the_servers_statement_changed_is_refused(small: SmallCount, field: str) -> None:
    path = small.folder / "collection" / "collection.cose"
    stranger = SigningKey.generate()
    resign(path, stranger, field, Purpose.EXPORT, changed)
    error = refused(small)
    assert (error.code, error.file) == ("forged", "collection.cose")


def test_a_server_the_organiser_did_not_certify_is_refused(small: SmallCount) -> None:
    path = small.folder / "collection" / "server.cose"
    path.write_bytes(certify_server(SigningKey.generate(), small.campaign.id, small.collection.server.public))
    assert refused(small).code == "forged"


def test_a_collection_of_another_campaign_is_refused(small: SmallCount) -> None:
    small.campaign = sample_campaign(id="qd2022")
    assert refused(small).code == "other-campaign"


def test_kiosks_edited_in_the_results_do_not_agree_with_the_servers_statement(small: SmallCount) -> None:
    path = small.out / PUBLISH / "results.json"
    path.write_bytes(path.read_bytes().replace(b'"frozen": 0', b'"frozen": 1', 1))
    assert Difference("results.json", "results") in small.differences(key=None)
