"""The suggestions' loop on both databases: each step, each refusal, the log, and what the person reads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from pens import Pen
from sqlalchemy import select
from worlds import World

from kiosk.crypto.signing import Purpose, verify
from kiosk.domain.campaign import Bilingual
from kiosk.domain.canonical import decode_message
from kiosk.domain.receipt import group, status_key
from kiosk.domain.suggestion import State, StatusList
from sync.server import suggestions
from sync.server.audit import history
from sync.server.database import get_number
from sync.server.deadlines import Card
from sync.server.desk import due_suggestions, find_suggestion, list_suggestions
from sync.server.errors import Malformed, NotFound, NotNow, ServerRefused
from sync.server.models import Audit, SuggestionStep
from sync.server.server import Server
from sync.server.statistics import statistics
from sync.server.statuses import import_statuses, status_list, status_of
from sync.server.suggestions import Satisfaction
from sync.server.working_days import CalendarRefused
from sync.wire import STATUS_CHANCE_BITS

DAY = 86_400
WHY = Bilingual("需要现场勘察", "A visit is needed")
ANSWER = Bilingual("已安装路灯", "Lamps are installed")


@pytest.fixture
def pen(bare: World) -> Pen:
    bare.publish()
    return Pen(bare).enrol()


def received(pen: Pen, text: str = "路灯不亮") -> str:
    receipt = pen.suggest(text, phone="13800000000")
    pen.send()
    return receipt


def answered(pen: Pen) -> str:
    receipt = received(pen)
    suggestions.reply(pen.world.server, receipt, ANSWER, "office")
    return receipt


def test_the_whole_way_with_a_log_entry_for_each_step(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)
    suggestions.summarise(server, receipt, Bilingual("路灯", "Lamps"), "李工")
    suggestions.forward(server, receipt, "jtj", "李工")
    suggestions.take_in_hand(server, receipt, "交通局")
    suggestions.reply(server, receipt, ANSWER, "交通局")
    item = suggestions.close(server, receipt, State.ADOPTED, "李工", "planned")
    assert item.words is not None and item.words.phone == "13800000000"
    assert [step.state for step in item.status.steps] == [
        State.RECEIVED,
        State.FORWARDED,
        State.IN_HAND,
        State.REPLIED,
        State.ADOPTED,
    ]
    log = history(server, f"suggestion:{receipt}")
    assert [(entry.act, entry.by) for entry in log] == [
        ("summarise", "李工"),
        ("forwarded", "李工"),
        ("in_hand", "交通局"),
        ("replied", "交通局"),
        ("adopted", "李工"),
    ]
    assert log[1].before == {"department": None, "state": "received"}
    assert log[1].after == {"department": "jtj", "state": "forwarded"}
    assert log[4].after == {"outcome": "planned", "state": "adopted"}


def test_neither_the_log_nor_the_status_hold_the_persons_words(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)
    suggestions.forward(server, receipt, "jtj", "office")
    with server.engine.begin() as connection:
        log = repr(connection.execute(select(Audit.__table__)).all())
    for secret in ("路灯不亮", "13800000000"):
        assert secret not in log and secret not in repr(status_of(server, receipt))


def test_days_and_cards(pen: Pen) -> None:
    """Received on Saturday 18 December 2021; the fifteenth working day is 10 January 2022, a Monday."""
    server, receipt = pen.world.server, received(pen)
    item = find_suggestion(server, receipt)
    assert (item.due, item.card) == ("2022-01-10", Card.NONE)
    for days, card in ((19, Card.NONE), (20, Card.YELLOW), (23, Card.YELLOW), (24, Card.RED)):
        pen.world.now = 1_639_800_000 + days * DAY
        assert find_suggestion(server, receipt).card is card
        assert [one.receipt for one in due_suggestions(server)] == ([] if card is Card.NONE else [receipt])
    assert due_suggestions(server) == [find_suggestion(server, receipt)]  # with its words
    suggestions.reply(server, receipt, ANSWER, "office")
    assert due_suggestions(server) == []


def test_an_enquiry_has_three_days(pen: Pen) -> None:
    item = suggestions.classify(pen.world.server, received(pen), True, "office")
    assert (item.due, item.enquiry) == ("2021-12-22", True)


def test_the_campaigns_own_calendar_holds(pen: Pen) -> None:
    (pen.world.server.folder / "working-days.csv").write_text("2022-01-10,off\n", "utf-8")
    assert find_suggestion(pen.world.server, received(pen)).due == "2022-01-11"


def test_it_is_said_that_days_of_a_year_are_not_announced_yet_while_something_is_due_then(pen: Pen) -> None:
    server, pen.world.now = pen.world.server, 2_239_704_000  # 21 December 2040
    receipt = received(pen)
    assert find_suggestion(server, receipt).due.startswith("2041-01")
    assert statistics(server).unannounced == [2041]
    suggestions.reply(server, receipt, ANSWER, "office")
    assert statistics(server).unannounced == []


def test_a_period_is_prolonged_once_with_a_reason_that_the_person_reads(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)
    suggestions.forward(server, receipt, "jtj", "office")
    item = suggestions.extend(server, receipt, "office", WHY)
    assert (item.due, item.extended, item.status.state) == ("2022-01-19", True, State.FORWARDED)
    note = item.status.steps[-1].note
    assert note == Bilingual(
        "办理期限延长至 2022-01-19：需要现场勘察", "To be answered by 2022-01-19: A visit is needed"
    )
    with pytest.raises(NotNow, match="extended"):
        suggestions.extend(server, receipt, "office", WHY)
    assert [entry.act for entry in history(server)] == ["forwarded", "extend"]


def test_a_merged_one_points_to_and_follows_the_other(pen: Pen) -> None:
    server, first, second = pen.world.server, received(pen), received(pen, "路灯坏了")
    item = suggestions.merge(server, second, group(first), "office")
    assert item.merged_into == first
    assert item.status.steps[-1].note.zh == f"合并办理：{group(first)}"
    assert item.status.state is State.MERGED
    suggestions.forward(server, first, "jtj", "office")
    suggestions.reply(server, first, ANSWER, "office")
    followed = status_of(server, second)
    assert [step.state for step in followed.steps] == [
        State.RECEIVED,
        State.MERGED,
        State.FORWARDED,
        State.REPLIED,
    ]
    assert (followed.reply, followed.department) == (ANSWER, "jtj")
    counted = statistics(server)
    assert (counted.total, counted.merged, counted.states) == (2, 1, {"replied": 2})
    assert counted.departments["jtj"].total == 1


def test_merging_follows_through_and_never_in_a_circle(pen: Pen) -> None:
    server = pen.world.server
    first, second, third = (received(pen, text) for text in "甲乙丙")
    suggestions.merge(server, first, second, "office")
    suggestions.merge(server, second, third, "office")
    suggestions.reply(server, third, ANSWER, "office")
    assert status_of(server, first).reply == ANSWER
    assert list_suggestions(server) == [find_suggestion(server, receipt) for receipt in sorted((first, second, third))]
    for receipt, into in ((third, first), (third, third)):
        with pytest.raises(NotNow, match="merge-circle"):
            suggestions.merge(server, receipt, into, "office")


def test_two_mergings_at_the_same_moment_make_no_circle(pen: Pen) -> None:
    server, first, second = pen.world.server, received(pen, "甲"), received(pen, "乙")

    def attempt(pair: tuple[str, str]) -> bool:
        try:
            suggestions.merge(server, *pair, "office")
        except NotNow:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(attempt, [(first, second), (second, first)])) == [False, True]
    assert len(list_suggestions(server)) == 2


def test_a_merged_one_can_be_taken_out_again(pen: Pen) -> None:
    server, first, second = pen.world.server, received(pen, "甲"), received(pen, "乙")
    suggestions.merge(server, second, first, "office")
    suggestions.reply(server, first, ANSWER, "office")
    item = suggestions.reopen(server, second, "office", WHY)
    assert (item.merged_into, item.status.state, item.status.reply) == (None, State.IN_HAND, None)


def test_declining_needs_a_reason_and_the_person_reads_it(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)
    with pytest.raises(Malformed, match="no-reason"):
        suggestions.close(server, receipt, State.DECLINED, "office")
    with pytest.raises(Malformed, match="no-reason"):
        suggestions.close(server, receipt, State.DECLINED, "office", reason=Bilingual("  ", ""))
    item = suggestions.close(server, receipt, State.DECLINED, "office", reason=WHY)
    assert item.status.steps[-1].note == Bilingual("不予采纳：需要现场勘察", "Not adopted: A visit is needed")


def test_reopening_starts_the_period_anew_and_keeps_the_history(pen: Pen) -> None:
    server, receipt = pen.world.server, answered(pen)
    suggestions.close(server, receipt, State.ADOPTED, "office", "planned")
    pen.world.now += 60 * DAY
    item = suggestions.reopen(server, receipt, "office", WHY)
    assert item.due == "2022-03-09"  # fifteen working days after 16 February
    assert (item.status.state, item.status.outcome) == (State.IN_HAND, None)
    assert [step.state for step in item.status.steps[:3]] == [State.RECEIVED, State.REPLIED, State.ADOPTED]
    assert suggestions.extend(server, receipt, "office", WHY).extended


def test_a_revisit_is_noted_after_the_answer_only(pen: Pen) -> None:
    server, early, receipt = pen.world.server, received(pen), answered(pen)
    with pytest.raises(NotNow, match="not-answered"):
        suggestions.revisit(server, early, Satisfaction.SATISFIED, "office")
    suggestions.revisit(server, receipt, Satisfaction.NOT_SATISFIED, "office")
    suggestions.revisit(server, receipt, Satisfaction.SATISFIED, "office")
    assert statistics(server).satisfaction == {"satisfied": 1}
    log = [entry for entry in history(server, f"suggestion:{receipt}") if entry.act == "revisit"]
    assert [entry.after["satisfaction"] for entry in log] == ["not_satisfied", "satisfied"]


Refusal = tuple[Callable[[Pen], object], type[ServerRefused], str]
REFUSALS: list[Refusal] = [
    (lambda p: suggestions.forward(p.world.server, received(p), "moon", "office"), NotFound, "unknown-department"),
    (lambda p: suggestions.forward(p.world.server, "0000-0000-00", "jtj", "office"), NotFound, "unknown-receipt"),
    (lambda p: suggestions.forward(p.world.server, "0000-0000-01", "jtj", "office"), Malformed, "bad-check"),
    (lambda p: suggestions.forward(p.world.server, received(p), "jtj", ""), Malformed, "nobody"),
    (lambda p: suggestions.forward(p.world.server, received(p), "jtj", "x" * 41), Malformed, "nobody"),
    (lambda p: suggestions.take_in_hand(p.world.server, received(p), "office"), NotNow, "wrong-state"),
    (lambda p: suggestions.reply(p.world.server, received(p), Bilingual(" ", "x"), "office"), Malformed, "no-words"),
    (lambda p: suggestions.reply(p.world.server, received(p), Bilingual("\x00", ""), "office"), Malformed, "bad-words"),
    (lambda p: suggestions.reply(p.world.server, received(p), Bilingual("\u200b\u3000", ""), "o"),
     Malformed, "no-words"),
    (lambda p: suggestions.close(p.world.server, received(p), State.ADOPTED, "office"), NotNow, "wrong-state"),
    (lambda p: suggestions.close(p.world.server, answered(p), State.MERGED, "o"), Malformed, "not-a-closing"),
    (lambda p: suggestions.close(p.world.server, answered(p), State.EXPLAINED, "o", "planned"),
     Malformed, "no-outcome"),
    (lambda p: suggestions.extend(p.world.server, answered(p), "office", WHY), NotNow, "answered"),
    (lambda p: suggestions.settle(p.world.server, answered(p), "planned", "office"), NotNow, "not-adopted"),
    (lambda p: suggestions.extend(p.world.server, received(p), "office", Bilingual("", "")), Malformed, "no-reason"),
    (lambda p: suggestions.reopen(p.world.server, received(p), "office", WHY), NotNow, "not-closed"),
]  # fmt: skip


@pytest.mark.parametrize(("act", "kind", "code"), REFUSALS)
def test_a_refused_step_leaves_no_trace(
    pen: Pen, act: Callable[[Pen], object], kind: type[ServerRefused], code: str
) -> None:
    with pytest.raises(kind) as refused:
        act(pen)
    assert refused.value.code == code
    assert [entry for entry in history(pen.world.server) if entry.act != "replied"] == []


NUMBER = Bilingual("已致电 138-0000 0000 说明", "We rang +86 13800000000")


@pytest.mark.parametrize("words", [NUMBER, Bilingual("已致电１３８００００００００", ""), Bilingual("已办", NUMBER.en)])
def test_the_persons_number_does_not_get_onto_the_page(pen: Pen, words: Bilingual) -> None:
    server, receipt = pen.world.server, received(pen)
    for act in (
        lambda: suggestions.reply(server, receipt, words, "office"),
        lambda: suggestions.summarise(server, receipt, words),
        lambda: suggestions.extend(server, receipt, "office", words),
        lambda: suggestions.close(server, receipt, State.DECLINED, "office", None, words),
    ):
        with pytest.raises(Malformed, match="personal"):
            act()
    assert history(server) == []


def test_nor_does_the_number_of_one_that_follows(pen: Pen) -> None:
    server, (first, second, third) = pen.world.server, [pen.suggest(text) for text in "甲乙丙"]
    pen.send()
    follower = received(pen, "丁")
    suggestions.merge(server, follower, first, "office")
    suggestions.merge(server, first, second, "office")
    with pytest.raises(Malformed, match="personal"):
        suggestions.reply(server, second, NUMBER, "office")
    assert suggestions.reply(server, third, NUMBER, "office").status.state is State.REPLIED


def merged(pen: Pen) -> str:
    receipt, into = received(pen, "甲"), received(pen, "乙")
    suggestions.merge(pen.world.server, receipt, into, "office")
    return receipt


Act = Callable[[Server, str], object]
ACTS: dict[str, Act] = {
    "forward": lambda server, receipt: suggestions.forward(server, receipt, "jtj", "office"),
    "reply": lambda server, receipt: suggestions.reply(server, receipt, ANSWER, "office"),
    "decline": lambda server, receipt: suggestions.close(server, receipt, State.DECLINED, "office", reason=WHY),
    "extend": lambda server, receipt: suggestions.extend(server, receipt, "office", WHY),
    "classify": lambda server, receipt: suggestions.classify(server, receipt, True, "office"),
    "merge": lambda server, receipt: suggestions.merge(server, receipt, "0000-0000-00", "office"),
    "summarise": lambda server, receipt: suggestions.summarise(server, receipt, ANSWER),
    "take": lambda server, receipt: suggestions.take_in_hand(server, receipt, "office"),
    "revisit": lambda server, receipt: suggestions.revisit(server, receipt, Satisfaction.PARTLY, "office"),
    "reopen": lambda server, receipt: suggestions.reopen(server, receipt, "office", WHY),
}


@pytest.mark.parametrize("act", [ACTS[name] for name in ("forward", "reply", "decline", "extend", "classify")])
def test_a_merged_one_says_that_its_way_is_another_ones(pen: Pen, act: Act) -> None:
    server, receipt = pen.world.server, merged(pen)
    with pytest.raises(NotNow, match="merged"):
        act(server, receipt)
    assert [entry.act for entry in history(server)] == ["merged"]


def test_nobody_is_asked_about_an_answer_that_a_merged_one_does_not_have_yet(pen: Pen) -> None:
    server, receipt = pen.world.server, merged(pen)
    with pytest.raises(NotNow, match="not-answered"):
        suggestions.revisit(server, receipt, Satisfaction.SATISFIED, "office")
    suggestions.reply(server, find_suggestion(server, receipt).merged_into or "", ANSWER, "office")
    assert suggestions.revisit(server, receipt, Satisfaction.SATISFIED, "office").satisfaction == "satisfied"


def test_it_is_not_passed_on_to_where_it_is_already(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)
    suggestions.forward(server, receipt, "jtj", "office")
    with pytest.raises(NotNow, match="same-department"):
        suggestions.forward(server, receipt, "jtj", "office")
    suggestions.forward(server, receipt, "fgw", "office")
    suggestions.reply(server, receipt, ANSWER, "office")
    suggestions.reopen(server, receipt, "office", WHY)
    suggestions.forward(server, receipt, "fgw", "office")
    assert [entry.act for entry in history(server)] == ["forwarded", "forwarded", "replied", "reopen", "forwarded"]


def test_an_answered_one_is_taken_up_again_with_a_new_period(pen: Pen) -> None:
    """Who is not satisfied need not wait until it is closed, and the days of the answer are not the department's."""
    server, receipt = pen.world.server, answered(pen)
    pen.world.now += 60 * DAY
    item = suggestions.reopen(server, receipt, "office", WHY)
    assert (item.status.state, item.due, item.card) == (State.IN_HAND, "2022-03-09", Card.NONE)


@pytest.mark.parametrize("act", ACTS.values(), ids=list(ACTS))
def test_a_mistake_in_the_calendar_is_said_before_anything_is_changed(pen: Pen, act: Act) -> None:
    server = pen.world.server
    receipt = answered(pen) if act in (ACTS["take"], ACTS["revisit"], ACTS["reopen"]) else received(pen)
    before = history(server), status_of(server, receipt)
    (server.folder / "working-days.csv").write_text("2021-13-01,off\n", "utf-8")
    with pytest.raises(CalendarRefused):
        act(server, receipt)
    assert (history(server), status_of(server, receipt)) == before


def test_the_log_keeps_the_reasons_that_the_person_was_told(pen: Pen) -> None:
    """The steps could be changed by whoever holds the database; the log refuses it."""
    server, receipt = pen.world.server, received(pen)
    suggestions.extend(server, receipt, "office", WHY)
    suggestions.close(server, receipt, State.DECLINED, "office", reason=WHY)
    suggestions.reopen(server, receipt, "office", WHY)
    suggestions.forward(server, receipt, "jtj", "office")
    told = [(entry.after.get("note_zh", ""), entry.after.get("note_en", "")) for entry in history(server)]
    steps = [(step.note.zh, step.note.en) for step in status_of(server, receipt).steps[1:]]
    assert told == [*steps[:3], ("", "")]


def test_the_log_keeps_the_english_words_too(pen: Pen) -> None:
    server, receipt = pen.world.server, answered(pen)
    for english in ("Lamps", "Street lamps"):
        suggestions.summarise(server, receipt, Bilingual("路灯", english))
    log = history(server)
    assert log[0].after["reply_en"] == ANSWER.en
    assert (log[2].before, log[2].after) == ({"summary_en": "Lamps"}, {"summary_en": "Street lamps"})


def test_steps_at_the_same_moment_are_taken_one_after_the_other(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)

    def attempt(number: int) -> bool:
        try:
            suggestions.reply(server, receipt, Bilingual(f"答{number}", ""), "office")
        except NotNow:
            return False
        return True

    with ThreadPoolExecutor(5) as pool:
        assert sum(pool.map(attempt, range(5))) == 1
    assert len(status_of(server, receipt).steps) == 2


def test_every_change_gives_kiosks_a_new_version(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)
    seen = set()
    for act in (
        lambda: suggestions.summarise(server, receipt, Bilingual("路灯", "")),
        lambda: suggestions.forward(server, receipt, "jtj", "office"),
        lambda: suggestions.extend(server, receipt, "office", WHY),
    ):
        act()
        version = pen.send(len(pen.entries) + 1).status_version
        assert status_list(server)[1] == version
        seen.add(version)
    assert len(seen) == 3


def test_no_step_of_the_office_is_lost_to_the_count_when_many_come_at_once(pen: Pen) -> None:
    server = pen.world.server
    receipts = [received(pen, f"第{n}条") for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda receipt: suggestions.forward(server, receipt, "jtj", "office"), receipts))
    with server.engine.begin() as connection:
        steps = connection.execute(select(SuggestionStep.id).where(SuggestionStep.state == "forwarded")).all()
        assert get_number(connection, "status_version") >> STATUS_CHANCE_BITS == len(steps) == 8


def test_the_signed_list_holds_every_status_under_a_hash(pen: Pen) -> None:
    server, receipt = pen.world.server, answered(pen)
    message, version = status_list(server)
    listed = decode_message(StatusList, verify(message, Purpose.STATUSES, server.key.public))
    assert (listed.version, listed.as_of) == (version, server.now())
    assert listed.statuses == {status_key(receipt): status_of(server, receipt)}
    assert receipt.encode() not in message


def test_samples_are_brought_in_once(pen: Pen) -> None:
    server, receipt = pen.world.server, answered(pen)
    sample = status_of(server, receipt)
    for _ in range(2):
        import_statuses(server, [("7K4M2P9X3F", sample), (receipt, sample)])
    assert len(list_suggestions(server)) == 2
    item = next(item for item in list_suggestions(server) if item.words is None)
    assert item.status.steps == sample.steps and item.due == "2022-01-10"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("字" * 4001, ""), ("已办", "x" * 12_001), ("已\x00办", ""), ("已办", "do\x00ne"), ("\x1b[31m已办", ""),
        ("已办", "\x9b31m"), ("已\ud800办", ""), ("已办\u202e0001", ""), ("已办", "\u2066done"),
    ],
)  # fmt: skip
def test_words_that_a_database_a_page_or_a_terminal_cannot_keep_are_refused(pen: Pen, zh: str, en: str) -> None:
    server, receipt, words = pen.world.server, received(pen), Bilingual(zh, en)
    for act in (
        lambda: suggestions.reply(server, receipt, words, "office"),
        lambda: suggestions.summarise(server, receipt, words, "office"),
        lambda: suggestions.extend(server, receipt, "office", words),
        lambda: suggestions.close(server, receipt, State.DECLINED, "office", None, words),
    ):
        with pytest.raises(Malformed) as refused:
            act()
        assert refused.value.code == "bad-words"
    assert find_suggestion(server, receipt).status.state is State.RECEIVED and history(server) == []


def test_a_long_reply_with_several_lines_comes_back_as_it_was_written(pen: Pen) -> None:
    server, receipt = pen.world.server, received(pen)
    suggestions.reply(server, receipt, Bilingual("一\r\n" + "字" * 3998, "x" * 12_000), "office")
    assert status_of(server, receipt).reply == Bilingual("一\n" + "字" * 3998, "x" * 12_000)
