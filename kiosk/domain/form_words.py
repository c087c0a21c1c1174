"""A form that goes to the intake office as words: what handlers read of it, in Chinese, like any suggestion."""

from __future__ import annotations

from kiosk.domain.forms import Answer, Answers, Form, Question, QuestionKind, chosen, kept, visible

_COLON, _COMMA = "：", "、"


def as_words(form: Form, answers: Answers) -> str:
    """One line for each answered question; labels are the form's Chinese ones, words stay as they were written."""
    given = kept(form, answers)
    lines = [_line(question, given[question.id]) for question in visible(form, given) if question.id in given]
    return "\n".join(lines)


def longest_words(form: Form) -> int:
    """How many characters `as_words` may have at most: every question shown and answered as long as can be."""
    return sum(len(_line(question, _longest(question))) + 1 for question in form.questions) - 1


def _line(question: Question, answer: Answer) -> str:
    return f"{question.text.zh}{_COLON}{_words(question, answer)}"


def _words(question: Question, answer: Answer) -> str:
    if isinstance(answer, str):
        return answer
    labels = {option.code: option.label.zh for option in question.options}
    return _COMMA.join(labels.get(code, str(code)) for code in chosen(answer))


def _longest(question: Question) -> Answer:
    match question.kind:
        case QuestionKind.TEXT:
            return "字" * question.most
        case QuestionKind.SEVERAL:
            return tuple(_by_length(question)[: question.most])
        case _:
            return _by_length(question)[0]


def _by_length(question: Question) -> list[int]:
    """The codes, longest label first."""
    return sorted(question.codes, key=lambda code: -len(_words(question, code)))
