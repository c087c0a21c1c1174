"""A pack that follows another one keeps its keys; which one differs is known before anything is built."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from organiser_samples import sample_campaign

from commands.campaign import check_keys
from commands.sentences import sentence
from kiosk.crypto.signing import SigningKey
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import encode_campaign
from organiser.continuity import KeysChanged, changed_keys
from organiser.key_text import KeyKind
from organiser.pack import build_pack

KEY = SigningKey(bytes(32))
OTHERS: dict[str, Any] = {
    "tally": {"tally_key": b"t" * 32},
    "intake": {"intake_key": b"i" * 32},
    "salt": {"salt": b"s" * 16},
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack of the sample campaign."""
    out, campaign = tmp_path / "pack", sample_campaign()
    documents = {"campaign.json": encode_campaign(campaign)}
    build_pack({}, documents, out, campaign=campaign.id, version=1, created=1, key=KEY)
    return out


def changed(pack: Path, campaign: Campaign, key: SigningKey = KEY) -> tuple[KeyKind, ...]:
    return changed_keys(pack, key.public, campaign)


def test_the_same_keys_and_anything_else_changed_go_on(pack: Path) -> None:
    assert changed(pack, sample_campaign(year=2030)) == ()


@pytest.mark.parametrize("kind", OTHERS)
def test_each_key_that_differs_is_named_and_what_would_be_lost_is_said(pack: Path, kind: str) -> None:
    found = changed(pack, sample_campaign(**OTHERS[kind]))
    assert found == (KeyKind(kind),)
    said = sentence(KeysChanged(found)) or ""
    assert f"The {'salt' if kind == 'salt' else kind + ' key'} is another one" in said and "--replace-keys" in said


def test_all_that_differ_are_named(pack: Path) -> None:
    every = {name: value for other in OTHERS.values() for name, value in other.items()}
    assert changed(pack, sample_campaign(**every)) == (KeyKind.TALLY, KeyKind.INTAKE, KeyKind.SALT)


def test_another_campaign_an_empty_folder_and_a_strangers_pack_are_no_predecessor(pack: Path, tmp_path: Path) -> None:
    assert changed(pack, sample_campaign(id="qd2031", **OTHERS["tally"])) == ()
    assert changed(tmp_path / "empty", sample_campaign(**OTHERS["tally"])) == ()
    assert changed(pack, sample_campaign(**OTHERS["tally"]), SigningKey(b"x" * 32)) == ()


def test_a_pack_with_another_key_is_built_only_when_that_is_said_and_what_is_lost_is_warned_of(
    pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    campaign = sample_campaign(**OTHERS["salt"])
    with pytest.raises(KeysChanged):
        check_keys(pack, KEY.public, campaign, replace=False)
    check_keys(pack, KEY.public, campaign, replace=True)
    printed = capsys.readouterr()
    assert "a card could vote twice" in " ".join((printed.out + printed.err).split())
