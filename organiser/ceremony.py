"""The ceremony: the tally key is made, split among trustees, and kept nowhere (DESIGN.md §3, SLIP-39).

SharesRefused            these shares do not give the tally key; nothing was opened
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import shamir_mnemonic
from shamir_mnemonic.wordlist import WORDLIST

from kiosk.crypto.sealing import OpeningKey, SealingKey
from organiser.files import PRIVATE, write_whole
from organiser.keys import KeyRefused, write_public

TALLY_PUBLIC_FILE = "tally.pub"
THRESHOLD, SHARES = 3, 5
WORDS = 33
"""Words of a share of a 32-byte secret (SLIP-39)."""
_KNOWN = frozenset(WORDLIST)


class SharesRefused(Exception):
    """`code`: `unknown-word`, `wrong-length`, `damaged` (checksum), `too-few`, `not-together`, `twice`, `other-key`.

    `share` is the share's place in what was given, from 1; `word` the word's place in it and `text` the word.
    """

    def __init__(self, code: str, share: int = 0, word: int = 0, text: str = "") -> None:
        super().__init__(f"{code} {share} {word}".strip())
        self.code = code
        self.share = share
        self.word = word
        self.text = text


@dataclass(frozen=True, slots=True)
class Ceremony:
    """What is left after the ceremony: the public half and one file for each trustee."""

    public: SealingKey
    public_file: Path
    share_files: tuple[Path, ...]


def hold_ceremony(folder: Path, *, campaign: str, threshold: int = THRESHOLD, shares: int = SHARES) -> Ceremony:
    """Make the key, write the shares (mode 0600) and the public half, keep nothing else. Durable on return.

    Raises KeyRefused `exists` if the folder already has a tally key, and OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    public_file = folder / TALLY_PUBLIC_FILE
    if public_file.exists():
        raise KeyRefused("exists", public_file)
    key = OpeningKey.generate()
    (mnemonics,) = shamir_mnemonic.generate_mnemonics(1, [(threshold, shares)], key.raw)
    files = []
    for number, mnemonic in enumerate(mnemonics, 1):
        path = folder / f"share-{number}.txt"
        sheet = _sheet(number, shares, threshold, campaign, key.public, mnemonic)
        write_whole(path, sheet.encode(), PRIVATE)
        files.append(path)
    write_public(public_file, key.public)
    return Ceremony(key.public, public_file, tuple(files))


def recover(shares: Sequence[str], public: SealingKey) -> OpeningKey:
    """The tally key from enough shares, held against its public half. Raises SharesRefused."""
    mnemonics = [_words(number, share) for number, share in enumerate(shares, 1)]
    if len(set(mnemonics)) != len(mnemonics):
        raise SharesRefused("twice")
    for number, mnemonic in enumerate(mnemonics, 1):
        try:
            shamir_mnemonic.Share.from_mnemonic(mnemonic)
        except shamir_mnemonic.MnemonicError as error:
            raise SharesRefused("damaged", number) from error
    try:
        raw = shamir_mnemonic.combine_mnemonics(mnemonics)
    except shamir_mnemonic.MnemonicError as error:
        few = "nsufficient" in str(error) or "Wrong number" in str(error)
        raise SharesRefused("too-few" if few else "not-together") from error
    key = OpeningKey(raw)
    if key.public != public:
        raise SharesRefused("other-key")
    return key


def read_share(path: Path) -> str:
    """The words of a share file as `hold_ceremony` wrote it, or of a file that holds only words. Raises OSError."""
    lines = path.read_text("utf-8").splitlines()
    numbered = [line.split() for line in lines if line[:4].strip().rstrip(".").isdigit()]
    words = [word for line in numbered for word in line if not word.rstrip(".").isdigit()]
    return " ".join(words) if words else " ".join(lines)


def _words(number: int, share: str) -> str:
    words = share.casefold().split()
    for place, word in enumerate(words, 1):
        if word not in _KNOWN:
            raise SharesRefused("unknown-word", number, place, word)
    if len(words) != WORDS:
        raise SharesRefused("wrong-length", number, len(words))
    return " ".join(words)


def _sheet(number: int, shares: int, threshold: int, campaign: str, public: SealingKey, mnemonic: str) -> str:
    words = mnemonic.split()
    rows = "\n".join(
        "".join(f"{start + offset + 1:>4}. {word:<12}" for offset, word in enumerate(words[start : start + 3])).rstrip()
        for start in range(0, len(words), 3)
    )
    return f"""三民活动 {campaign}
计票密钥 第 {number} 份，共 {shares} 份       Tally key, share {number} of {shares}
密钥编号 Key id: {public.id.hex()}

任意 {threshold} 份合在一起才能开启评议票；少于 {threshold} 份什么也看不到。请打印后由监票人本人保管，勿拍照、勿外传。
Any {threshold} shares together open the ballots; fewer reveal nothing. Print it; the trustee alone keeps it.

{rows}
"""
