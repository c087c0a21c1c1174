"""What was written is sorted on the disk: the same piles however few texts memory holds."""

from __future__ import annotations

import random
from pathlib import Path

from form_samples import OPINION
from organiser_samples import sample_campaign

from kiosk.crypto.sealing import OpeningKey, seal
from kiosk.domain.answers import answer_info, encode_answer
from organiser.tally.boxes import Bare, bared
from organiser.tally.crew import alone
from organiser.tally.forms import CountedForm, written
from organiser.tally.opening import Open
from organiser.tally.records import Pile, Stripped

KEY = OpeningKey(b"k" * 32)
(ASKED,) = (question for question in OPINION.questions if not question.codes)


def boxes(texts: list[str | None]) -> list[Bare]:
    info = answer_info("qd2021", OPINION.id, OPINION.version, ASKED.id)
    sealed = (seal(encode_answer(ASKED, text), KEY.public, info) for text in texts)
    return list(bared(Stripped(OPINION.id, OPINION.version, ASKED.id, box) for box in sealed))


def opened(folder: Path, given: list[Bare], memory: int) -> list[Pile]:
    workers = alone(sample_campaign(), (CountedForm("qd2021", OPINION),), KEY)
    return list(Open(workers, folder, texts=memory).run(given, lambda: len(given)))


def test_piles_are_the_same_however_few_texts_memory_holds(tmp_path: Path) -> None:
    texts: list[str | None] = [f"意见{number % 17}" for number in range(60)] + [None] * 5
    random.Random(1).shuffle(texts)
    given = boxes(texts)
    whole = opened(tmp_path, given, 10_000)
    assert sorted((found.text, found.number) for found in written(whole)) == sorted(
        (text, texts.count(text)) for text in set(texts) if text is not None
    )
    assert [found.text for found in written(whole)] == sorted({text for text in texts if text is not None})
    for memory in (1, 4, 21):
        assert opened(tmp_path, given, memory) == whole
    assert list(tmp_path.iterdir()) == [], "nothing written is left behind"
