"""The questionnaires on the results page and in its workbook; what was written is on neither (docs/adr/0018)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from kiosk.domain.words import Bilingual
from organiser.tally.charts import share_bar
from organiser.tally.form_results import Choice, FormResult, QuestionResult
from organiser.tally.words import both, plain

WITHHELD = {
    "few": Bilingual("作答人数过少，不予公布", "withheld: too few answers"),
    "some": Bilingual("部分不予公布", "partly withheld"),
    "condition": Bilingual(
        "可据以推算另一题未公布的数字，不予公布", "withheld: would tell what another question withholds"
    ),
}
COLUMNS = (
    "问卷 Form",
    "题目",
    "Question",
    "作答 Answered",
    "选项",
    "Choice",
    "数量 Number",
    "%",
    "平均 Mean",
    "说明 Note",
)
WIDTHS = (24, 40, 46, 14, 24, 28, 12, 10, 12, 46)
_ANSWERED, _HANDED_IN = Bilingual("作答", "answered"), Bilingual("交表人数", "handed in")
_MEAN = Bilingual("平均", "mean")


def sections(forms: Iterable[FormResult]) -> Iterator[str]:
    """A heading for each form, and a block of bars for each question."""
    for form in forms:
        yield f"<h2>{escape(form.title.zh)}<i>{escape(form.title.en)}</i></h2>"
        yield f"<p>{both(_HANDED_IN)} {_number(form.handed_in)}</p>"
        for number, question in enumerate(form.questions, 1):
            yield from _question(number, question)


def rows(forms: Iterable[FormResult]) -> Iterator[list[object]]:
    """Lines under COLUMNS: one for each choice, one for a question of words."""
    for form in forms:
        for question in form.questions:
            note = plain(WITHHELD[question.withheld]) if question.withheld else None
            start = [form.title.zh, question.text.zh, question.text.en, question.answered]
            for choice in question.choices:
                chosen = [choice.label.zh, choice.label.en, choice.number, choice.share]
                yield [*start, *chosen, question.mean, note]
            if not question.choices:
                yield [*start, None, None, None, None, None, note]


def _question(number: int, question: QuestionResult) -> Iterator[str]:
    mean = "" if question.mean is None else f"<b>{question.mean:.2f}</b>{both(_MEAN)}"
    why = f"<span>{both(WITHHELD[question.withheld])}</span>" if question.withheld else ""
    yield (
        f'<section class="row"><span class="no">{number}</span><span class="name"><b>{escape(question.text.zh)}</b>'
        f'<i>{escape(question.text.en)}</i></span><span class="score">{mean}</span>'
        f'<span class="numbers"><span>{both(_ANSWERED)} {_number(question.answered)}</span>{why}</span></section>'
    )
    for choice in question.choices:
        yield _choice(choice, question)


def _choice(choice: Choice, question: QuestionResult) -> str:
    share = "–" if choice.share is None else f"{choice.share:.1f}%"
    bar = share_bar(choice.number, question.answered or 1, f"{choice.label.zh} {_number(choice.number)}")
    return (
        f'<section class="row"><span></span><span class="name"><b>{escape(choice.label.zh)}</b>'
        f'<i>{escape(choice.label.en)}</i></span><span class="score"><b>{share}</b>{_number(choice.number)}</span>{bar}'
        "</section>"
    )


def _number(number: int | None) -> str:
    return "–" if number is None else f"{number:,}"
