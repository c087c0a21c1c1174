"""What of a questionnaire's numbers is published: nothing small, and nothing that gives away something small."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from itertools import product

import pytest
from form_samples import OPINION, forms, options, words
from hypothesis import given
from hypothesis import strategies as st
from organiser_samples import sample_campaign

from kiosk.domain.forms import Answer, Condition, Form, Question, QuestionKind, Recipient, chosen, visible
from organiser.tally.form_results import QuestionResult, count_forms
from organiser.tally.forms import ANSWERED, BLANK
from organiser.tally.records import Pile

K = 10


def piles(form: Form, sheets: list[dict[str, Answer]]) -> list[Pile]:
    """What the count opens of these sheets."""
    numbers: Counter[tuple[str, int | str]] = Counter()
    for answers in sheets:
        for question in form.questions:
            answer = answers.get(question.id)
            numbers[question.id, BLANK if answer is None else ANSWERED] += 1
            for code in (answer,) if isinstance(answer, str) else chosen(answer):
                numbers[question.id, code] += 1
    return [Pile(form.id, form.version, item, code, number) for (item, code), number in numbers.items()]


def results(form: Form, sheets: list[dict[str, Answer]], smallest: int = K) -> dict[str, QuestionResult]:
    (made,) = count_forms(sample_campaign(forms=(form,)), piles(form, sheets), smallest)
    return {question.id: question for question in made.questions}


def numbers(result: QuestionResult) -> list[int | None]:
    return [choice.number for choice in result.choices]


def travel(*each: int) -> list[dict[str, Answer]]:
    """So many bus riders, metro riders and drivers, who answer everything they are asked."""
    sheets: list[dict[str, Answer]] = []
    for code, number in enumerate(each, 1):
        extra: dict[str, Answer] = {"parking": 4} if code == 3 else {}
        sheets += [{"travel": code, "concerns": (1, 2), **extra}] * number
    return sheets


def test_large_cells_are_shown_with_their_shares() -> None:
    found = results(OPINION, travel(20, 50, 30))["travel"]
    assert [(choice.number, choice.share) for choice in found.choices] == [(20, 20.0), (50, 50.0), (30, 30.0)]
    assert (found.answered, found.withheld) == (100, "")


def test_with_few_answers_not_even_their_number_is_shown() -> None:
    found = results(OPINION, travel(4, 3, 2))["travel"]
    assert (found.answered, numbers(found), found.withheld) == (None, [None] * 3, "few")
    (form,) = count_forms(sample_campaign(forms=(OPINION,)), piles(OPINION, travel(4, 3, 2)), K)
    assert form.handed_in is None


def test_a_small_cell_is_withheld_with_another_so_that_it_cannot_be_computed() -> None:
    found = results(OPINION, travel(50, 40, 3))["travel"]
    assert found.withheld == "some"
    assert numbers(found).count(None) >= 2
    assert found.answered == 93


def test_a_question_is_withheld_where_its_answers_tell_a_withheld_cell() -> None:
    few = results(OPINION, travel(50, 40, 3))
    assert few["travel"].choices[2].number is None
    assert (few["parking"].answered, few["parking"].withheld) == (None, "condition")
    many = results(OPINION, travel(50, 40, 30))
    assert (many["parking"].answered, many["travel"].choices[2].number) == (30, 30)


def test_a_question_under_a_withheld_one_is_withheld_too() -> None:
    third = Question(
        "garage", QuestionKind.SINGLE, words("车库"), options=options("有", "无"), shown_if=Condition("parking", (4,))
    )
    form = dataclasses.replace(OPINION, questions=(*OPINION.questions[:2], third))
    sheets: list[dict[str, Answer]] = [{"travel": 1}] * 95 + [{"travel": 3, "parking": 4, "garage": 1}] * 5
    found = results(form, sheets)
    assert [found[id].withheld for id in ("travel", "parking", "garage")] == ["some", "condition", "condition"]


def test_all_of_one_mind_is_withheld() -> None:
    found = results(OPINION, travel(50, 0, 0))
    assert numbers(found["travel"]) == [None] * 3
    assert numbers(found["concerns"]) == [None] * 4, "everybody chose the same two"


def test_of_several_choices_those_who_left_one_out_are_a_cell_too() -> None:
    question = dataclasses.replace(OPINION.question("concerns"), most=4)
    form = dataclasses.replace(OPINION, questions=(question,))
    both: list[dict[str, Answer]] = [{"concerns": (1, 2, 3, 4)}] * 20 + [{"concerns": (2, 3)}] * 20
    found = results(form, [*both, {"concerns": (1, 4)}])["concerns"]
    assert found.answered == 41
    assert [choice.number for choice in found.choices[1:]] == [None] * 3, "one left the second out"


def test_who_chose_none_of_several_conditions_is_a_cell_nobody_published() -> None:
    asked = Question(
        "more", QuestionKind.SINGLE, words("更多"), options=options("是", "否"), shown_if=Condition("concerns", (1, 2))
    )
    form = dataclasses.replace(OPINION, questions=(OPINION.question("concerns"), asked))

    def sheets(none_of_them: int) -> list[dict[str, Answer]]:
        made: list[dict[str, Answer]] = [{"concerns": (1, 3), "more": 1}] * 30 + [{"concerns": (2, 4), "more": 2}] * 30
        return made + [{"concerns": (3, 4)}] * none_of_them

    assert results(form, sheets(30))["more"].withheld == ""
    assert results(form, sheets(5))["concerns"].withheld == ""
    assert results(form, sheets(5))["more"].withheld == "condition"


def test_a_mean_is_shown_only_with_all_its_points() -> None:
    scale = dataclasses.replace(OPINION.question("parking"), shown_if=None)
    form = dataclasses.replace(OPINION, questions=(scale,))
    full: list[dict[str, Answer]] = [{"parking": point} for point in range(1, 6)] * 12
    assert results(form, full)["parking"].mean == 3.0
    more: list[dict[str, Answer]] = [{"parking": 1}] * 20
    assert results(form, [*full, *more])["parking"].mean == 2.5
    assert results(form, [sheet for sheet in full if sheet != {"parking": 5}])["parking"].mean is None


def test_texts_are_only_counted() -> None:
    sheets: list[dict[str, Answer]] = [{"wish": f"愿望{n}"} for n in range(12)]
    found = results(dataclasses.replace(OPINION, questions=(OPINION.question("wish"),)), sheets)["wish"]
    assert (found.answered, found.choices, found.mean, found.withheld) == (12, (), None, "")


def test_with_a_smallest_cell_of_one_everything_is_shown() -> None:
    found = results(OPINION, travel(0, 1, 2), 1)
    assert numbers(found["travel"]) == [0, 1, 2]
    assert (found["parking"].answered, found["parking"].mean) == (2, 4.0)
    assert {result.withheld for result in found.values()} == {""}


def test_a_form_for_the_office_is_not_counted() -> None:
    form = dataclasses.replace(OPINION, recipient=Recipient.INTAKE)
    assert count_forms(sample_campaign(forms=(form,)), [], K) == ()


@pytest.mark.parametrize(("count", "least", "most"), [(2, 1, 2), (2, 1, 1), (3, 1, 3), (3, 1, 1), (3, 2, 2), (3, 1, 2)])
def test_several_choices_hide_even_from_someone_who_knows_the_rule(count: int, least: int, most: int) -> None:
    """All small tables: whatever is published, each withheld number could be one of at least three."""
    smallest = 3
    asked = dataclasses.replace(OPINION.question("concerns"), options=options(*"abc"[:count]), least=least, most=most)
    form = dataclasses.replace(OPINION, questions=(asked,))
    for answered in range(smallest, 9):
        alike: defaultdict[tuple[object, ...], list[tuple[int, ...]]] = defaultdict(list)
        for cells in product(range(answered + 1), repeat=count):
            if least * answered <= sum(cells) <= most * answered:
                opened = [("concerns", ANSWERED, answered), *(("concerns", c, n) for c, n in enumerate(cells, 1))]
                made = count_forms(
                    sample_campaign(forms=(form,)), [Pile(form.id, form.version, *pile) for pile in opened], smallest
                )
                alike[(*numbers(made[0].questions[0]),)].append(cells)
        for shown, tables in alike.items():
            for place in (place for place, number in enumerate(shown) if number is None):
                assert len({table[place] for table in tables}) >= smallest, (shown, tables)


@given(forms(), st.data())
def test_nothing_small_is_ever_published(form: Form, data: st.DataObject) -> None:
    """Of any form and any answers: shown cells and shown sums are never small, nor what is left of a shown sum."""
    weights = [data.draw(st.integers(0, 40)) for _ in range(4)]
    sheets: list[dict[str, Answer]] = []
    for weight in weights:
        answers: dict[str, Answer] = {}
        for question in form.questions:
            if question in visible(form, answers):
                codes = question.codes
                answers[question.id] = _any_answer(data, question, codes)
        sheets += [answers] * weight
    for id, result in results(form, sheets).items():
        shown = [choice.number for choice in result.choices if choice.number is not None]
        assert result.answered is None or result.answered >= K
        assert all(number >= K for number in shown)
        question = form.question(id)
        if question.kind is QuestionKind.SEVERAL and result.answered is not None:
            assert all(result.answered - number >= K for number in shown)
        elif result.answered is not None and question.codes and len(shown) < len(question.codes):
            assert len(question.codes) - len(shown) >= 2, "one withheld cell alone follows from the sum"
        condition = question.shown_if
        if condition is not None and result.answered is not None:
            parent = results(form, sheets)[condition.question]
            assert all(c.number is not None for c in parent.choices if c.code in condition.any_of)


def _any_answer(data: st.DataObject, question: Question, codes: tuple[int, ...]) -> Answer:
    if question.kind is QuestionKind.TEXT:
        return "字"
    if question.kind is QuestionKind.SEVERAL:
        size = data.draw(st.integers(question.least, question.most))
        return tuple(sorted(data.draw(st.permutations(codes))[:size]))
    return data.draw(st.sampled_from(codes))
