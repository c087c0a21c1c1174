"""Forms for tests: one of each kind with conditions, and Hypothesis strategies for any form and any valid answers."""

from __future__ import annotations

import dataclasses

from hypothesis import strategies as st

from kiosk.domain.forms import Answer, Condition, Form, Option, Question, QuestionKind, Recipient, flaws, visible
from kiosk.domain.words import Bilingual


def words(zh: str) -> Bilingual:
    return Bilingual(zh, f"{zh} (en)")


def options(*labels: str) -> tuple[Option, ...]:
    return tuple(Option(code, words(label)) for code, label in enumerate(labels, 1))


OPINION = Form(
    "opinion",
    1,
    words("社情民意调查问卷"),
    words("不记名"),
    Recipient.TALLY,
    (
        Question("travel", QuestionKind.SINGLE, words("怎么出行"), options=options("公交", "地铁", "自驾")),
        Question(
            "parking",
            QuestionKind.SCALE,
            words("停车方便吗"),
            least=1,
            most=5,
            least_label=words("很不方便"),
            most_label=words("很方便"),
            shown_if=Condition("travel", (3,)),
        ),
        Question(
            "concerns",
            QuestionKind.SEVERAL,
            words("最关心什么"),
            options=options("物价", "就医", "上学", "养老"),
            least=1,
            most=3,
        ),
        Question(
            "school",
            QuestionKind.SINGLE,
            words("上学满意吗"),
            required=False,
            options=options("满意", "不满意"),
            shown_if=Condition("concerns", (3,)),
        ),
        Question("wish", QuestionKind.TEXT, words("还想说什么"), required=False, most=200),
    ),
)
"""`parking` only for drivers, `school` only for those who care about it."""
SUGGESTIONS = Form(
    "suggestions",
    1,
    words("意见建议征集表"),
    words("可署名"),
    Recipient.INTAKE,
    (
        Question("field", QuestionKind.SINGLE, words("哪个方面"), options=options("交通", "教育", "其他")),
        Question("words", QuestionKind.TEXT, words("意见建议"), most=300),
    ),
)


@st.composite
def questions(draw: st.DrawFn, id: str, earlier: list[Question]) -> Question:
    kind = draw(st.sampled_from(QuestionKind))
    count = draw(st.integers(2, 6))
    made = Question(id, kind, words(id), required=draw(st.booleans()))
    match kind:
        case QuestionKind.TEXT:
            made = dataclasses.replace(made, most=draw(st.integers(1, 400)))
        case QuestionKind.SCALE:
            made = dataclasses.replace(made, least=draw(st.integers(0, 1)), most=draw(st.integers(2, 10)))
        case QuestionKind.SINGLE:
            made = dataclasses.replace(made, options=options(*"abcdef"[:count]))
        case QuestionKind.SEVERAL:
            least = draw(st.integers(1, count))
            most = draw(st.integers(least, count))
            made = dataclasses.replace(made, options=options(*"abcdef"[:count]), least=least, most=most)
    if askable := [question for question in earlier if question.codes]:
        target = draw(st.none() | st.sampled_from(askable))
        if target is not None:
            codes = draw(st.sets(st.sampled_from(target.codes), min_size=1))
            made = dataclasses.replace(made, shown_if=Condition(target.id, tuple(sorted(codes))))
    return made


@st.composite
def forms(draw: st.DrawFn) -> Form:
    made: list[Question] = []
    for number in range(draw(st.integers(1, 7))):
        made.append(draw(questions(f"q{number}", made)))
    return Form("f", 1, words("f"), words("p"), Recipient.TALLY, tuple(made))


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer without flaws."""
    match question.kind:
        case QuestionKind.TEXT:
            characters = st.characters(exclude_categories=("Cs",))
            return st.builds(
                lambda text: f"字{text}".strip()[: question.most].strip(), st.text(characters, max_size=question.most)
            )
        case QuestionKind.SEVERAL:
            sets = st.sets(st.sampled_from(question.codes), min_size=question.least, max_size=question.most)
            return sets.map(lambda codes: tuple(sorted(codes)))
        case _:
            return st.sampled_from(question.codes)


@st.composite
def filled(draw: st.DrawFn) -> tuple[Form, dict[str, Answer]]:
    """A form and answers that can be handed in, answered from top to bottom like a person does."""
    form, answers = draw(forms()), dict[str, Answer]()
    for question in form.questions:
        if question in visible(form, answers) and (question.required or draw(st.booleans())):
            answers[question.id] = draw(answers_to(question))
    assert flaws(form, answers) == {}
    return form, answers
