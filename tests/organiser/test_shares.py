"""Shares: typed wrong they are named by the word; three open, two do not, and the ceremony keeps nothing."""

from __future__ import annotations

import itertools
import stat
from pathlib import Path

import pytest
from shamir_mnemonic.wordlist import WORDLIST

from kiosk.crypto.sealing import OpeningKey, open_sealed, seal
from kiosk.files import write_whole
from organiser.ceremony import Ceremony, hold_ceremony
from organiser.keys import KeyRefused
from organiser.shares import WORDS, SharesRefused, check_share, read_share, recover


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Ceremony:
    return hold_ceremony(tmp_path_factory.mktemp("ceremony"), campaign="qd2021")


@pytest.fixture(scope="module")
def shares(held: Ceremony) -> list[str]:
    return [check_share(read_share(path)) for path in held.share_files]


def refused(shares: list[str], held: Ceremony) -> SharesRefused:
    with pytest.raises(SharesRefused) as caught:
        recover(shares, held.public)
    return caught.value


def test_any_three_of_the_five_open_and_no_two_do(held: Ceremony, shares: list[str]) -> None:
    box = seal(b"mark", held.public, b"here")
    for three in itertools.combinations(shares, 3):
        assert open_sealed(box, recover(list(three), held.public), b"here") == b"mark"
    for two in itertools.combinations(shares, 2):
        assert refused(list(two), held).code == "too-few"


def test_four_and_five_shares_open_too(held: Ceremony, shares: list[str]) -> None:
    key = recover(shares[:3], held.public)
    assert recover(shares[1:], held.public) == recover(shares, held.public) == key


def test_a_fourth_share_of_another_ceremony_is_not_left_out_silently(
    held: Ceremony, shares: list[str], tmp_path: Path
) -> None:
    other = hold_ceremony(tmp_path, campaign="qd2021", pages=False)
    assert refused([*shares[:3], read_share(other.share_files[3])], held).code == "not-together"


@pytest.mark.parametrize("written", ["{0} {1}", "{0}.{1}", "{0}、{1}", "{1},", "{1}"])
def test_a_share_copied_from_its_page_is_read_with_its_numbers_and_commas(
    shares: list[str], tmp_path: Path, written: str
) -> None:
    lines = [written.format(place, word) for place, word in enumerate(shares[0].split(), 1)]
    (tmp_path / "copied.txt").write_text("\n".join(lines))
    assert check_share(read_share(tmp_path / "copied.txt")) == shares[0]
    assert check_share(" ".join(lines)) == shares[0]
    lines[3] = written.format(4, "zzzz")
    with pytest.raises(SharesRefused) as caught:
        check_share(" ".join(lines))
    assert (caught.value.word, caught.value.text) == (4, "zzzz")


def test_the_ceremony_keeps_nothing_but_shares_pages_and_the_public_half(held: Ceremony, shares: list[str]) -> None:
    folder = held.public_file.parent
    pages = {path.name for path in held.page_files}
    assert pages == {f"share-{number}.pdf" for number in range(1, 6)}
    assert {path.name for path in folder.iterdir()} == pages | {path.name for path in held.share_files} | {"tally.pub"}
    for path in (*held.share_files, *held.page_files):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    secret = recover(shares[:3], held.public).raw
    for path in folder.iterdir():
        data = path.read_bytes()
        assert secret not in data and secret.hex().encode() not in data
    assert all(path.read_bytes().startswith(b"%PDF") for path in held.page_files)


def test_a_ceremony_is_not_held_twice_in_one_folder(held: Ceremony) -> None:
    with pytest.raises(KeyRefused):
        hold_ceremony(held.public_file.parent, campaign="qd2021")


def test_a_leftover_share_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "share-3.txt").write_text("another campaign's")
    with pytest.raises(KeyRefused) as caught:
        hold_ceremony(tmp_path, campaign="qd2021", pages=False)
    assert caught.value.code == "unfinished", "a person is told what a power cut leaves and what to do"
    assert {path.name for path in tmp_path.iterdir()} == {"share-3.txt"}


@pytest.mark.parametrize("stop", [KeyboardInterrupt, OSError])
def test_a_ceremony_that_is_broken_off_leaves_no_share_of_a_key_without_a_public_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]
) -> None:
    def write(path: Path, data: bytes, mode: int) -> None:
        if path.name == "share-4.txt":
            raise stop
        write_whole(path, data, mode)

    monkeypatch.setattr("organiser.ceremony.write_whole", write)
    with pytest.raises(stop):
        hold_ceremony(tmp_path, campaign="qd2021", pages=False)
    assert list(tmp_path.iterdir()) == []


def test_a_word_that_is_not_in_the_list_is_named_with_words_like_it(shares: list[str]) -> None:
    words = shares[0].split()
    words[6] = "acadmic"
    with pytest.raises(SharesRefused) as caught:
        check_share(" ".join(words), 2)
    error = caught.value
    assert (error.code, error.share, error.word, error.text) == ("unknown-word", 2, 7, "acadmic")
    assert "academic" in error.near


@pytest.mark.parametrize("place", [0, 1, 17, 32])
def test_a_wrong_word_of_the_list_is_named_by_its_place(shares: list[str], place: int) -> None:
    words = shares[1].split()
    words[place] = WORDLIST[(WORDLIST.index(words[place]) + 5) % len(WORDLIST)]
    with pytest.raises(SharesRefused) as caught:
        check_share(" ".join(words))
    assert (caught.value.code, caught.value.word, caught.value.text) == ("wrong-word", place + 1, words[place])


def test_two_wrong_words_are_a_damaged_share(shares: list[str]) -> None:
    words = shares[1].split()
    words[4], words[20] = words[20], words[4]
    with pytest.raises(SharesRefused) as caught:
        check_share(" ".join(words))
    assert caught.value.code == "damaged"


def test_the_first_four_letters_of_each_word_in_any_case_are_enough(shares: list[str]) -> None:
    short = "  ".join(word[:4].upper() for word in shares[0].split())
    assert check_share(short) == shares[0]


def test_missing_words_are_counted(shares: list[str]) -> None:
    with pytest.raises(SharesRefused) as caught:
        check_share(" ".join(shares[0].split()[:-1]))
    assert (caught.value.code, caught.value.word) == ("wrong-length", WORDS - 1)


def test_the_same_share_twice_and_another_ceremonys_are_refused(
    held: Ceremony, shares: list[str], tmp_path: Path
) -> None:
    assert refused([shares[0], shares[0], shares[1]], held).code == "twice"
    other = hold_ceremony(tmp_path, campaign="qd2022", pages=False)
    theirs = [read_share(path) for path in other.share_files]
    assert refused([shares[0], shares[1], theirs[2]], held).code == "not-together"
    assert refused(theirs[:3], held).code == "other-key"


def test_a_share_shows_itself_in_no_repr() -> None:
    assert "…" in repr(OpeningKey.generate())
