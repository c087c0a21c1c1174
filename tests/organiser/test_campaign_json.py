"""campaign.json and access.json come back exactly, and nothing else is believed."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from organiser_samples import sample_campaign, words

from kiosk.domain.access_json import decode_access, encode_access
from kiosk.domain.campaign import Campaign, Chapter, ChapterKind, Mode, RatingOption
from kiosk.domain.campaign_json import decode_campaign, encode_campaign
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import Access, PinVerifier

_ids = st.binary(min_size=10, max_size=10)
_pins = st.builds(PinVerifier, _ids, st.binary(min_size=1, max_size=32), st.binary(min_size=32, max_size=32))
_accesses = st.builds(
    Access, st.lists(_ids).map(tuple), st.lists(_ids).map(tuple), st.lists(_pins, max_size=4).map(tuple)
)
_minutes = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_times = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))
_chapters = st.builds(
    Chapter,
    st.floats(0, 7200, allow_nan=False),
    st.sampled_from(ChapterKind),
    st.builds(words, st.text(min_size=1), st.text()),
)


@st.composite
def campaigns(draw: st.DrawFn) -> Campaign:
    sample = sample_campaign()
    department = sample.departments[0]
    report = dataclasses.replace(department.report, chapters=tuple(draw(st.lists(_chapters, max_size=4))))
    return sample_campaign(
        title=words(draw(st.text(min_size=1)), draw(st.text())),
        mottos=tuple(draw(st.lists(st.text(), max_size=4))),
        mode=draw(st.sampled_from(Mode)),
        sample=draw(st.booleans()),
        not_before=draw(_times).astimezone(draw(_minutes)),
        salt=draw(st.binary(max_size=40)),
        tally_key=draw(st.binary(min_size=32, max_size=32)),
        ballot=dataclasses.replace(
            sample.ballot,
            options=(
                *sample.ballot.options,
                RatingOption(9, "x", words("x"), "x", draw(st.none() | st.integers(0, 100))),
            ),
        ),
        departments=(dataclasses.replace(department, report=report), *sample.departments[1:]),
    )


@given(campaigns())
def test_a_campaign_comes_back_as_it_was(campaign: Campaign) -> None:
    data = encode_campaign(campaign)
    again = decode_campaign(data)
    assert again == campaign
    assert encode_campaign(again) == data


def test_times_keep_their_offset_and_bytes_are_base64() -> None:
    plain = json.loads(encode_campaign(sample_campaign()))
    assert plain["not_before"] == "2021-12-01T00:00:00+08:00"
    assert plain["salt"] == "AHNhbHT/"
    assert plain["venues"][4]["name"]["zh"] == "黄岛区（西海岸新区）"


def test_a_time_without_offset_is_refused_both_ways() -> None:
    naive = sample_campaign(not_after=datetime(2021, 12, 31))
    with pytest.raises(EncodingError, match="no-offset"):
        encode_campaign(naive)
    data = encode_campaign(sample_campaign()).replace(b"2021-12-14T14:00:00+08:00", b"2021-12-14T14:00:00")
    with pytest.raises(EncodingError, match="no-offset"):
        decode_campaign(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"year":2021', b'"year":"2021"'),
        (b'"mode":"live"', b'"mode":"lively"'),
        (b'"sample":true', b'"sample":1'),
        (b'"salt":"AHNhbHT/"', b'"salt":"AHNhbHT"'),
        (b'"tally_key":"', b'"tally_key":"AAAA'),
        (b'"venues":', b'"venue":'),
        (b"}]}", b"}]} x"),
        (b"\xe4", b"\xff"),
    ],
)
def test_what_is_not_exactly_a_campaign_is_refused(old: bytes, new: bytes) -> None:
    data = encode_campaign(sample_campaign())
    assert old in data
    with pytest.raises(EncodingError):
        decode_campaign(data.replace(old, new))


@given(_accesses)
def test_access_comes_back_as_it_was(access: Access) -> None:
    assert decode_access(encode_access(access)) == access


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b'{"revoked":["AAAA"],"replaced":[],"pins":[]}', b'{"revoked":[],"pins":[]}', b"[" * 100_000],
)
def test_what_is_not_exactly_access_is_refused(data: bytes) -> None:
    with pytest.raises(EncodingError):
        decode_access(data)
