"""Captions as a player reads them: what can be read is, what cannot is skipped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.captions import Cue, read_captions


def vtt(*blocks: str) -> str:
    return "WEBVTT\n\n" + "\n\n".join(blocks) + "\n"


@pytest.mark.parametrize(
    ("block", "cue"),
    [
        ("00:01.000 --> 00:02.500\n大家好", Cue(1.0, 2.5, "大家好")),
        ("01:00:01.000 --> 01:00:02.000\nlong", Cue(3601.0, 3602.0, "long")),
        ("7\n00:01.000 --> 00:02.000\nwith a number", Cue(1.0, 2.0, "with a number")),
        ("00:01.000 --> 00:02.000 align:start line:0\nwith settings", Cue(1.0, 2.0, "with settings")),
        ("00:01.000 --> 00:02.000\ntwo\nlines", Cue(1.0, 2.0, "two lines")),
        ("00:01.000 --> 00:02.000\n<v 王局长><b>bold</b></v>", Cue(1.0, 2.0, "bold")),
        ("00:01.000 --> 00:02.000\na &lt;b&gt; &amp; c", Cue(1.0, 2.0, "a <b> & c")),
    ],
)
def test_a_cue_is_read(block: str, cue: Cue) -> None:
    assert read_captions(vtt(block)) == (cue,)


@pytest.mark.parametrize(
    "block",
    [
        "NOTE a comment",
        "STYLE\n::cue{}",
        "00:01.000 -> 00:02.000\nwrong arrow",
        "00:01.000 --> 00:02.000\n",
        "1:2 --> 3",
    ],
)
def test_what_is_no_cue_is_skipped_and_the_rest_is_read(block: str) -> None:
    good = "00:05.000 --> 00:06.000\ngood"
    assert read_captions(vtt(block, good)) == (Cue(5.0, 6.0, "good"),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_end_of_line_will_do(end: str) -> None:
    text = vtt("00:01.000 --> 00:02.000\na", "00:03.000 --> 00:04.000\nb").replace("\n", end)
    assert [cue.text for cue in read_captions(text)] == ["a", "b"]


def test_cues_come_in_the_order_of_their_start() -> None:
    text = vtt("00:03.000 --> 00:04.000\nlater", "00:01.000 --> 00:02.000\nsooner")
    assert [cue.text for cue in read_captions(text)] == ["sooner", "later"]


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    assert all(cue.text for cue in read_captions(text))
