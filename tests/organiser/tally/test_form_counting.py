"""Questionnaires in the count: checked, deduplicated as a whole, opened question by question, repeatable by anyone."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest
from form_samples import OPINION, SUGGESTIONS
from organiser_samples import TALLY_KEY, sample_campaign
from synthetic_count import Collection, card, cast, collected, seal_mark

from kiosk.crypto.sealing import SealingKey, seal
from kiosk.crypto.signing import SigningKey
from kiosk.domain.answers import answer_info, encode_answers
from kiosk.domain.campaign import Campaign
from kiosk.domain.forms import Answer
from organiser.issuing import CardState, IssuedCard
from organiser.tally.form_results import QuestionResult
from organiser.tally.release import Closing, release
from organiser.tally.results import Results
from organiser.tally.run import Count
from organiser.tally.statement import read_export
from organiser.tally.steps import OPENED, SHUFFLED, STRIPPED
from organiser.tally.verify import Verification

CAMPAIGN = sample_campaign(forms=(OPINION, SUGGESTIONS))
ORGANISER = SigningKey(b"o" * 32)
DRIVER: dict[str, Answer] = {"travel": 3, "parking": 2, "concerns": (1, 3), "school": 1, "wish": "多些长椅"}
WALKER: dict[str, Answer] = {"travel": 1, "concerns": (2,)}


def sealed(answers: Mapping[str, Answer]) -> dict[str, bytes]:
    key = SealingKey(CAMPAIGN.tally_key)
    return {
        id: seal(plaintext, key, answer_info(CAMPAIGN.id, OPINION.id, OPINION.version, id))
        for id, plaintext in encode_answers(OPINION, answers).items()
    }


def sheet(
    holder: IssuedCard,
    answers: Mapping[str, Answer],
    seq: int,
    *,
    envelope: bytes = b"",
    venue: str = "",
    **changes: object,
) -> bytes:
    """One record of the collection: a questionnaire handed in at the holder's own venue."""
    fields = {"form": OPINION.id, "form_version": OPINION.version, "sealed": sealed(answers), **changes}
    boxes = fields.pop("sealed")
    body = cast(CAMPAIGN, holder.id, envelope or seq.to_bytes(16, "big"), boxes, **fields)  # type: ignore[arg-type]
    return collected("v01-1", venue or holder.row.venue, seq, body)


class Counted:
    """A count of some records by some cards, with k = 1 unless told."""

    def __init__(self, folder: Path, records: list[bytes], cards: list[IssuedCard], smallest: int = 1) -> None:
        self.folder, self.cards, self.out = folder / "collection", cards, folder / "out"
        Collection(self.folder, CAMPAIGN, ORGANISER).write(iter(records))
        export = read_export(self.folder, CAMPAIGN.id, ORGANISER.public)
        grounds = release(export, [Closing(kiosk, entries) for kiosk, entries in export.kiosks.items()])
        self.results: Results = Count(CAMPAIGN, self.folder, self.out, ORGANISER.public, ORGANISER).run(
            cards, TALLY_KEY, grounds, smallest, lambda *stage: None
        )

    def differences(self) -> list[object]:
        check = Verification(CAMPAIGN, self.folder, self.out, ORGANISER.public, TALLY_KEY, self.cards)
        return list(check.differences(lambda *stage: None))

    def question(self, id: str) -> QuestionResult:
        (form,) = self.results.forms
        return next(question for question in form.questions if question.id == id)

    def numbers(self, id: str) -> list[int | None]:
        return [choice.number for choice in self.question(id).choices]


def people(number: int) -> list[IssuedCard]:
    return [card(n, CAMPAIGN) for n in range(number)]


def test_answers_add_up_question_by_question(tmp_path: Path) -> None:
    cards = people(3)
    answers = [DRIVER, {**DRIVER, "parking": 5, "wish": "多些绿地"}, WALKER]
    counted = Counted(tmp_path, [sheet(c, a, n) for n, (c, a) in enumerate(zip(cards, answers, strict=True), 1)], cards)
    (form,) = counted.results.forms
    assert (form.id, form.handed_in) == ("opinion", 3)
    assert counted.numbers("travel") == [1, 0, 2]
    assert counted.numbers("parking") == [0, 1, 0, 0, 1]
    assert (counted.question("parking").answered, counted.question("parking").mean) == (2, 3.5)
    assert counted.numbers("concerns") == [2, 1, 2, 0]
    assert counted.question("concerns").choices[0].share == 66.67
    assert (counted.question("wish").answered, counted.question("wish").choices) == (2, ())
    assert counted.question("parking").choices[0].label.zh == "1 很不方便"


def test_ballots_and_questionnaires_are_counted_apart(tmp_path: Path) -> None:
    cards = people(2)
    ballot = cast(CAMPAIGN, cards[0].id, b"b" * 16, {"fgw": seal_mark(CAMPAIGN, "fgw", 1)})
    counted = Counted(tmp_path, [collected("v01-1", "v01", 1, ballot), sheet(cards[1], WALKER, 2)], cards)
    assert counted.results.departments[0].ratings == counted.results.forms[0].handed_in == 1
    assert counted.results.turnout.voters == 1, "who handed in a form only did not rate"


def test_of_two_sheets_by_one_person_one_counts_as_a_whole_at_home_first(tmp_path: Path) -> None:
    (holder,) = people(1)
    away = sheet(holder, DRIVER, 1, envelope=b"\x01" * 16, venue="v09")
    home = sheet(holder, WALKER, 2, envelope=b"\x02" * 16)
    for number, records in enumerate(([away, home], [home, away])):
        counted = Counted(tmp_path / str(number), records, [holder])
        assert counted.numbers("travel") == [1, 0, 0]
        assert counted.numbers("concerns") == [0, 1, 0, 0]
        assert counted.question("wish").answered == 0
        assert counted.results.set_aside["deduplicated"] == {"duplicate": len(OPINION.questions)}


def test_two_sheets_are_never_mixed_whatever_their_envelopes(tmp_path: Path) -> None:
    (holder,) = people(1)
    for seed in range(8):
        chance = random.Random(seed)
        records = [sheet(holder, a, n, envelope=chance.randbytes(16)) for n, a in ((1, DRIVER), (2, WALKER))]
        counted = Counted(tmp_path / str(seed), records, [holder])
        whole = counted.numbers("travel"), counted.numbers("concerns"), counted.question("wish").answered
        assert whole in (([0, 0, 1], [1, 0, 1, 0], 1), ([1, 0, 0], [0, 1, 0, 0], 0))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"form": "suggestions"}, "other-form"),
        ({"form": "unheard-of"}, "other-form"),
        ({"form_version": 2}, "other-version"),
        ({"mode": "rehearsal"}, "rehearsal"),
        ({"key": b"k" * 8}, "other-key"),
        ({"sealed": {"travel": b"x" * 81}}, "wrong-size"),
        ({"sealed": {"wish": b"x" * 80}}, "wrong-size"),
        ({"sealed": {"fgw": b"x" * 80}}, "unknown-item"),
    ],
)
def test_a_sheet_that_is_not_of_this_form_is_set_aside(tmp_path: Path, changes: dict[str, object], reason: str) -> None:
    cards = people(2)
    counted = Counted(tmp_path, [sheet(cards[0], WALKER, 1), sheet(cards[1], DRIVER, 2, **changes)], cards)
    assert list(counted.results.set_aside["checked"]) == [reason]
    assert counted.results.forms[0].handed_in == 1
    assert counted.differences() == []


def test_an_answer_moved_to_another_question_or_not_on_the_form_does_not_count(tmp_path: Path) -> None:
    cards = people(2)
    moved = sealed(DRIVER)
    moved["travel"], moved["school"] = moved["school"], moved["travel"]
    forged = sealed(WALKER)
    info = answer_info(CAMPAIGN.id, OPINION.id, OPINION.version, "travel")
    forged["travel"] = seal(b"\x09\x80" + bytes(30), SealingKey(CAMPAIGN.tally_key), info)
    counted = Counted(
        tmp_path,
        [sheet(c, {}, n, sealed=s) for n, (c, s) in enumerate(zip(cards, (moved, forged), strict=True), 1)],
        cards,
    )
    assert counted.numbers("travel") == [0, 0, 0]
    assert sum(counted.results.set_aside["opened"].values()) == 3
    assert counted.numbers("concerns") == [1, 1, 1, 0], "the other answers still count"


def test_revoked_cards_do_not_count_and_unknown_ones_neither(tmp_path: Path) -> None:
    revoked, valid, unknown = card(1, CAMPAIGN, CardState.REVOKED), card(2, CAMPAIGN), card(3, CAMPAIGN)
    records = [sheet(holder, WALKER, n) for n, holder in enumerate((revoked, valid, unknown), 1)]
    counted = Counted(tmp_path, records, [revoked, valid])
    assert counted.results.forms[0].handed_in == 1
    assert counted.results.set_aside["checked"] == {"unknown-credential": 5}
    assert counted.results.set_aside["revoked"] == {"revoked": 5}


def test_the_same_count_gives_the_same_files_in_whatever_order_sheets_came(tmp_path: Path) -> None:
    cards = people(6)
    records = [sheet(holder, DRIVER if n % 2 else WALKER, n) for n, holder in enumerate(cards, 1)]
    first = Counted(tmp_path / "a", records, cards)
    second = Counted(tmp_path / "b", records[::-1], cards[::-1])
    for name in (STRIPPED, SHUFFLED, OPENED, "texts.xlsx", "publish/results.json", "publish/results.xlsx"):
        assert (first.out / name).read_bytes() == (second.out / name).read_bytes(), name


def test_anyone_with_the_files_can_repeat_it_and_a_changed_pile_is_found(tmp_path: Path) -> None:
    cards = people(3)
    counted = Counted(tmp_path, [sheet(holder, DRIVER, n) for n, holder in enumerate(cards, 1)], cards)
    assert counted.differences() == []
    opened = counted.out / OPENED
    opened.write_bytes(opened.read_bytes().replace("长椅".encode(), "路灯".encode()))
    assert counted.differences() != []


def test_what_was_written_is_listed_for_the_office_by_the_alphabet_and_published_nowhere(tmp_path: Path) -> None:
    cards = people(4)
    wishes = ["=1+1", "多些长椅", "别的\x0b事", "多些长椅"]
    records = [sheet(c, {**DRIVER, "wish": w}, n) for n, (c, w) in enumerate(zip(cards, wishes, strict=True), 1)]
    counted = Counted(tmp_path, records, cards)
    book = openpyxl.load_workbook(io.BytesIO((counted.out / "texts.xlsx").read_bytes()))
    listed = [(row[3].value, row[3].data_type, row[4].value) for row in book.worksheets[0].iter_rows(min_row=2)]
    assert listed == [("=1+1", "s", 1), ("别的\ufffd事", "s", 1), ("多些长椅", "s", 2)]
    for path in (counted.out / "publish").iterdir():
        data = path.read_bytes()
        if path.suffix == ".xlsx":
            rows = [
                cell.value
                for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets
                for row in sheet
                for cell in row
            ]
            data = json.dumps(rows, ensure_ascii=False).encode()
        assert "长椅".encode() not in data, path.name


def test_the_results_page_and_workbook_show_every_question(tmp_path: Path) -> None:
    cards = people(3)
    counted = Counted(tmp_path, [sheet(holder, DRIVER, n) for n, holder in enumerate(cards, 1)], cards)
    page = (counted.out / "publish" / "results.html").read_text("utf-8")
    book = openpyxl.load_workbook(counted.out / "publish" / "results.xlsx")
    rows = [[cell.value for cell in row] for row in book["问卷 Forms"].iter_rows(min_row=2)]
    for question in OPINION.questions:
        assert question.text.zh in page and question.text.en in page
        assert question.text.zh in [row[1] for row in rows]
    assert len(rows) == sum(len(question.codes) or 1 for question in OPINION.questions)
    assert [row[6] for row in rows if row[1] == "停车方便吗"] == [0, 3, 0, 0, 0]
    assert counted.results.departments[0].ratings == 0


def test_a_campaign_without_forms_has_no_list_of_texts(tmp_path: Path) -> None:
    campaign: Campaign = sample_campaign()
    folder = tmp_path / "collection"
    Collection(folder, campaign, ORGANISER).write(iter(()))
    grounds = release(read_export(folder, campaign.id, ORGANISER.public), [Closing("v01-1", 0)])
    results = Count(campaign, folder, tmp_path / "out", ORGANISER.public, ORGANISER).run(
        people(1), TALLY_KEY, grounds, 1, lambda *stage: None
    )
    assert results.forms == ()
    assert not (tmp_path / "out" / "texts.xlsx").exists()
