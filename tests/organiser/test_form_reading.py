"""forms/<id>.yaml becomes a form, and every mistake in it is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from organiser_samples import sample_campaign

from kiosk.domain.answers import encode_answers
from kiosk.domain.campaign import SuggestionRules
from kiosk.domain.campaign_json import decode_campaign, encode_campaign
from kiosk.domain.canonical import EncodingError
from kiosk.domain.form_words import longest_words
from kiosk.domain.forms import Condition, Form, Option, Question, QuestionKind, Recipient
from kiosk.domain.words import Bilingual
from organiser.folder.forms import read_forms
from organiser.folder.mistakes import Mistakes

DEMO = Path(__file__).resolve().parents[2] / "assets" / "demo"
FORM = """\
order: 1
version: 2
recipient: tally
title: {zh: 问卷, en: Questionnaire}
purpose: {zh: 不记名, en: Anonymous}
questions:
  - id: travel
    kind: single
    zh: 怎么出行
    en: How do you travel
    options:
      - {code: 1, zh: 公交, en: Bus}
      - {code: 2, zh: 自驾, en: Car}
  - id: parking
    kind: scale
    zh: 停车
    en: Parking
    shown_if: {question: travel, is: 2}
    from: {point: 1, zh: 难, en: Hard}
    to: {point: 5, zh: 易, en: Easy}
  - id: reasons
    kind: several
    zh: 为什么
    en: Why
    least: 1
    most: 2
    shown_if: {question: parking, is: [1, 2]}
    options:
      - {code: 1, zh: 车多, en: Too many cars}
      - {code: 2, zh: 位少, en: Too few places}
  - id: wish
    kind: text
    required: false
    zh: 还有吗
    en: Anything else
    most: 100
"""
TO_OPTIONS = "\n    most: 2\n    shown_if: {question: parking, is: [1, 2]}\n    options:\n      - {"
INTAKE = """\
order: 1
version: 1
recipient: intake
title: {zh: 征集表, en: Form}
purpose: {zh: 可署名, en: With or without a name}
questions:
  - id: words
    kind: text
    zh: 建议
    en: Suggestion
    most: 500
"""


def read(folder: Path, **files: str) -> tuple[tuple[Form, ...], list[str]]:
    (folder / "forms").mkdir()
    for name, text in files.items():
        (folder / "forms" / f"{name}.yaml").write_text(text, "utf-8")
    mistakes = Mistakes()
    forms = read_forms(folder, SuggestionRules(), mistakes)
    return forms, [str(mistake) for mistake in mistakes.found]


def test_a_form_is_read_as_it_is_written(tmp_path: Path) -> None:
    (form,), mistakes = read(tmp_path, opinion=FORM)
    assert mistakes == []
    assert (form.id, form.version, form.recipient) == ("opinion", 2, Recipient.TALLY)
    assert form.title == Bilingual("问卷", "Questionnaire")
    travel, parking, reasons, wish = form.questions
    assert travel.options[1] == Option(2, Bilingual("自驾", "Car"))
    assert parking == Question(
        "parking",
        QuestionKind.SCALE,
        Bilingual("停车", "Parking"),
        least=1,
        most=5,
        least_label=Bilingual("难", "Hard"),
        most_label=Bilingual("易", "Easy"),
        shown_if=Condition("travel", (2,)),
    )
    assert (reasons.least, reasons.most, reasons.shown_if) == (1, 2, Condition("parking", (1, 2)))
    assert (wish.required, wish.most) == (False, 100)


def test_forms_come_in_their_order_and_travel_in_campaign_json(tmp_path: Path) -> None:
    forms, mistakes = read(tmp_path, z=FORM, a=INTAKE.replace("order: 1", "order: 2"))
    assert mistakes == []
    assert [form.id for form in forms] == ["z", "a"]
    campaign = sample_campaign(forms=forms)
    assert decode_campaign(encode_campaign(campaign)) == campaign
    assert campaign.form("a") is forms[1]
    with pytest.raises(KeyError):
        campaign.form("ballot")


def test_a_campaign_json_without_forms_is_still_read() -> None:
    data = encode_campaign(sample_campaign()).replace(b',"forms":[]', b"")
    assert b"forms" not in data
    assert decode_campaign(data).forms == ()


def test_a_question_of_an_unknown_kind_is_not_read_from_campaign_json(tmp_path: Path) -> None:
    forms, _ = read(tmp_path, opinion=FORM)
    data = encode_campaign(sample_campaign(forms=forms)).replace(b'"kind":"scale"', b'"kind":"slider"')
    with pytest.raises(EncodingError):
        decode_campaign(data)


def test_a_folder_without_forms_has_none(tmp_path: Path) -> None:
    mistakes = Mistakes()
    assert read_forms(tmp_path, SuggestionRules(), mistakes) == ()
    assert mistakes.found == []


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("version: 2", "version: 0", 1, "counts from 1"),
        ("version: 2\n", "", 1, "“version” is missing"),
        ("recipient: tally", "recipient: press", 3, "not a known recipient"),
        ("title: {zh: 问卷, en: Questionnaire}", "title: {zh: 问卷}", 4, "“en” is missing"),
        ("purpose: {zh: 不记名, en: Anonymous}", "purpose: {en: Anonymous}", 5, "“zh” is missing"),
        ("kind: single", "kind: radio", 8, "not a known kind of question"),
        ("    en: How do you travel\n", "", 7, "“en” is missing"),
        ("{code: 2, zh: 自驾, en: Car}", "{code: 1, zh: 自驾, en: Car}", 13, "that no other option has"),
        ("{code: 2, zh: 自驾, en: Car}", "{code: 24, zh: 自驾, en: Car}", 13, "from 1 to 23"),
        ("{code: 2, zh: 自驾, en: Car}", "{code: 2, zh: 自驾}", 13, "“en” is missing"),
        ("      - {code: 2, zh: 自驾, en: Car}\n", "", 7, "at least two options"),
        ("id: parking", "id: travel", 14, "there twice"),
        ("id: parking", "id: Parking Lot", 14, "small letters"),
        ("{question: travel, is: 2}", "{question: reasons, is: 1}", 18, "not a question above"),
        ("{question: travel, is: 2}", "{question: parking, is: 1}", 18, "not a question above"),
        ("{question: travel, is: 2}", "{question: nowhere, is: 1}", 18, "not a question above"),
        ("{question: travel, is: 2}", "{question: travel, is: 3}", 18, "3 cannot be answered"),
        ("{question: travel, is: 2}", "{question: travel, is: bus}", 18, "not a code"),
        ("{question: travel, is: 2}", "{question: travel, is: []}", 18, "at least one code"),
        ("{question: travel, is: 2}", "{question: travel}", 18, "“is” is missing"),
        ("{question: travel, is: 2}", "{queston: travel, is: 2}", 18, "“queston” is not a field here"),
        ("shown_if: {question: travel, is: 2}", "shown_if:", 14, "“shown_if” is empty"),
        ("shown_if: {question: travel, is: 2}", "show_if: {question: travel, is: 2}", 18, "“show_if” is not a field"),
        ("from: {point: 1, zh: 难, en: Hard}", "from: {point: 5, zh: 难, en: Hard}", 14, "rises from"),
        ("to: {point: 5, zh: 易, en: Easy}", "to: {point: 11, zh: 易, en: Easy}", 14, "not above 10"),
        ("to: {point: 5, zh: 易, en: Easy}", "to: {point: 5, zh: 易}", 20, "“en” is missing"),
        ("    to: {point: 5, zh: 易, en: Easy}\n", "", 14, "“to” is missing"),
        ("    most: 2\n", "    most: 3\n", 26, "number of options, 2"),
        ("least: 1", "least: 0", 26, "between 1 and"),
        ("位少, en: Too few places}", "位少, en: Too few places, alone: maybe}", 30, "true or false"),
        ("{code: 2, zh: 自驾, en: Car}", "{code: 2, zh: 自驾, en: Car, alone: true}", 13, "“alone” is not a field"),
        (
            f"least: 1{TO_OPTIONS}",
            f"least: 2{TO_OPTIONS}alone: true, ",
            25,
            "“least” must be 1",
        ),
        ("is: [1, 2]", "is: [1, 6]", 27, "6 cannot be answered to “parking”"),
        ("most: 100", "most: 0", 36, "from 1 to 1,000"),
        ("most: 100", "most: 1001", 36, "from 1 to 1,000"),
        ("    most: 100\n", "", 31, "“most” is missing"),
        ("required: false", "required: perhaps", 33, "true or false"),
        ("required: false", "required: false\n    id: wish", 34, "not YAML"),
    ],
)
def test_every_mistake_is_named_by_its_line(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    assert FORM.count(old) == 1
    _, mistakes = read(tmp_path, opinion=FORM.replace(old, new))
    named = [mistake for mistake in mistakes if mistake.startswith(f"forms/opinion.yaml:{line}: ")]
    assert any(says in mistake for mistake in named), mistakes


def test_a_condition_cannot_look_at_words(tmp_path: Path) -> None:
    late = FORM + "  - {id: more, kind: text, zh: 更多, en: More, most: 9, shown_if: {question: wish, is: 1}}\n"
    _, mistakes = read(tmp_path, opinion=late)
    assert mistakes == ["forms/opinion.yaml:37: “wish” is a text; a condition looks at a choice or a scale"]


@pytest.mark.parametrize(("written", "codes"), [("0", (0,)), ("[0, 5]", (0, 5)), ("[5, 0]", (0, 5))])
def test_a_condition_may_look_at_nought_on_a_scale(tmp_path: Path, written: str, codes: tuple[int, ...]) -> None:
    from_nought = FORM.replace("from: {point: 1,", "from: {point: 0,").replace("is: [1, 2]", f"is: {written}")
    ((form,), mistakes) = read(tmp_path, opinion=from_nought)
    assert mistakes == []
    assert form.question("reasons").shown_if == Condition("parking", codes)
    assert form.question("parking").codes == (0, 1, 2, 3, 4, 5)


def test_mistakes_of_all_forms_are_collected(tmp_path: Path) -> None:
    _, mistakes = read(
        tmp_path, a=FORM.replace("version: 2", "version: two"), b=INTAKE, ballot=FORM, **{"UPPER CASE": FORM}
    )
    assert [mistake.split(": ")[0] for mistake in mistakes] == [
        "forms/UPPER CASE.yaml",
        "forms/a.yaml:2",
        "forms/a.yaml:1",
        "forms/b.yaml:1",
        "forms/ballot.yaml",
    ]
    assert "a.yaml has this order too" in mistakes[3]


def test_a_form_without_questions_or_without_fields_is_refused(tmp_path: Path) -> None:
    head, _, _ = FORM.partition("questions:")
    _, mistakes = read(tmp_path, a=head + "questions: []\n", b="- nothing\n")
    assert "forms/a.yaml:1: a form needs at least one question" in mistakes
    assert "forms/b.yaml:1: fields are expected here (name: value)" in mistakes


def test_a_form_too_large_for_one_record_is_refused(tmp_path: Path) -> None:
    texts = "".join(f"  - {{id: t{n}, kind: text, zh: 字, en: x, most: 1000}}\n" for n in range(25))
    _, mistakes = read(tmp_path, a=FORM + texts)
    assert mistakes == ["forms/a.yaml:1: sealed, this form has 104,400 bytes, more than 100,000: shorten its texts"]


def test_a_form_for_the_office_needs_words_and_fits_a_suggestion(tmp_path: Path) -> None:
    _, mistakes = read(
        tmp_path,
        a=INTAKE.replace("most: 500", "most: 500\n    required: false"),
        b=INTAKE.replace("order: 1", "order: 2").replace("most: 500", "most: 998"),
    )
    assert mistakes[0] == "forms/a.yaml:1: a form for the intake office needs a required text that is always shown"
    assert mistakes[1].startswith("forms/b.yaml:1: filled in, this form has up to 1,001 characters, more than")
    assert len(mistakes) == 2


def test_the_demo_has_its_three_forms_without_mistakes() -> None:
    mistakes = Mistakes()
    opinion, discipline, suggestions = read_forms(DEMO, SuggestionRules(), mistakes)
    assert mistakes.found == []
    assert (opinion.id, discipline.id, suggestions.id) == ("opinion", "discipline", "suggestions")
    assert {question.kind for question in opinion.questions} == set(QuestionKind)
    assert sum(question.shown_if is not None for question in opinion.questions) >= 2
    assert len(encode_answers(opinion, {})) == len(opinion.questions) == 10
    assert len(discipline.questions) == 6
    assert (opinion.once, discipline.once, suggestions.once) == (True, True, False)
    assert longest_words(suggestions) <= SuggestionRules().max_characters
