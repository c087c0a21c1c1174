"""Results of the questionnaires: choices, scales with their mean, how many wrote something; small cells withheld.

What was written is not among them: a text can name a person, and only a person can see that (docs/adr/0018).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.domain.campaign import Campaign
from kiosk.domain.forms import Form, Question, QuestionKind
from kiosk.domain.words import Bilingual
from organiser.tally.forms import ANSWERED, BLANK
from organiser.tally.records import Pile
from organiser.tally.suppression import first_withheld


@dataclass(frozen=True, slots=True)
class Choice:
    """One option or point of a scale: how often it was chosen, and by how many of 100 who answered. None: withheld."""

    code: int
    label: Bilingual
    number: int | None
    share: float | None


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """`mean` is a scale's, None if any of its points is withheld. `choices` is empty for a text.

    `withheld` is `few` (fewer answers than the smallest cell), `some` (choices are withheld), `condition` (how many
    answered would tell what is withheld of the question it depends on) or empty.
    """

    id: str
    kind: str
    text: Bilingual
    answered: int | None
    choices: tuple[Choice, ...]
    mean: float | None
    withheld: str


@dataclass(frozen=True, slots=True)
class FormResult:
    """One questionnaire. `handed_in` is None under the smallest cell."""

    id: str
    version: int
    title: Bilingual
    handed_in: int | None
    questions: tuple[QuestionResult, ...]


def count_forms(campaign: Campaign, piles: Iterable[Pile], smallest: int) -> tuple[FormResult, ...]:
    """The results of opened piles, in the campaign's order of forms. `smallest` is the smallest cell that is shown."""
    counts: defaultdict[tuple[str, int, str], Counter[int]] = defaultdict(Counter)
    for pile in piles:
        if not isinstance(pile.code, str):
            counts[pile.form, pile.form_version, pile.item][pile.code] += pile.number
    return tuple(_form(form, counts, smallest) for form in campaign.forms if form.once)


def _form(form: Form, counts: Mapping[tuple[str, int, str], Counter[int]], smallest: int) -> FormResult:
    results: dict[str, QuestionResult] = {}
    boxes = 0
    for question in form.questions:
        numbers = counts.get((form.id, form.version, question.id), Counter())
        results[question.id] = _question(form, question, numbers, results, smallest)
        boxes = max(boxes, numbers[ANSWERED] + numbers[BLANK])
    handed_in = None if _few(boxes, smallest) else boxes
    return FormResult(form.id, form.version, form.title, handed_in, tuple(results.values()))


def _question(
    form: Form, question: Question, numbers: Counter[int], before: Mapping[str, QuestionResult], smallest: int
) -> QuestionResult:
    answered, codes = numbers[ANSWERED], question.codes
    cells = [numbers[code] for code in codes]
    why = "condition" if _tells(form, question, answered, before, smallest) else ""
    why = why or ("few" if _few(answered, smallest) else "")
    start = 0 if why else _first_withheld(question, cells, answered, smallest)
    labels = _labels(question)
    choices = tuple(
        Choice(code, labels[code], *_shown(cell, answered, place < start))
        for place, (code, cell) in enumerate(zip(codes, cells, strict=True))
    )
    whole = not why and start == len(codes)
    return QuestionResult(
        id=question.id,
        kind=question.kind.value,
        text=question.text,
        answered=None if why else answered,
        choices=choices,
        mean=_mean(numbers, question) if whole else None,
        withheld=why if why or whole else "some",
    )


def _few(number: int, smallest: int) -> bool:
    return number < smallest and smallest > 1


def _first_withheld(question: Question, cells: list[int], answered: int, smallest: int) -> int:
    """As for a department. Of several choices, those who did not choose an option are a cell as well."""
    if question.kind is not QuestionKind.SEVERAL:
        return first_withheld(cells, smallest) or 0
    limits, others = [answered] * len(cells), [answered - cell for cell in cells]
    return min(first_withheld(table, smallest, limits) or 0 for table in (cells, others))


def _tells(form: Form, question: Question, answered: int, before: Mapping[str, QuestionResult], smallest: int) -> bool:
    """Whether the number of answers gives away a withheld cell of the question that this one depends on."""
    condition = question.shown_if
    if condition is None or smallest <= 1:
        return False
    target = before[condition.question]
    if target.answered is None or any(c.number is None for c in target.choices if c.code in condition.any_of):
        return True
    many = form.question(target.id).kind is QuestionKind.SEVERAL and len(condition.any_of) > 1
    return many and target.answered - answered < smallest  # who chose none of them is a cell nobody published


def _labels(question: Question) -> dict[int, Bilingual]:
    labels = {option.code: option.label for option in question.options}
    if question.kind is QuestionKind.SCALE:
        labels = {point: Bilingual(str(point), str(point)) for point in question.codes}
        for point, label in ((question.least, question.least_label), (question.most, question.most_label)):
            if label is not None:
                labels[point] = Bilingual(f"{point} {label.zh}", f"{point} {label.en}")
    return labels


def _shown(number: int, answered: int, shown: bool) -> tuple[int | None, float | None]:
    if not shown:
        return None, None
    return number, round(100 * number / answered, 2) if answered else None


def _mean(numbers: Counter[int], question: Question) -> float | None:
    if question.kind is not QuestionKind.SCALE:
        return None
    people = sum(numbers[point] for point in question.codes)
    return round(sum(point * numbers[point] for point in question.codes) / people, 2) if people else None
