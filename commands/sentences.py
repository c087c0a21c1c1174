"""Every typed error of the product as a sentence for the person at the command line. Unknown errors give None."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Any

from commands.server_sentences import SERVER_SENTENCES
from commands.versions import UpgradeRefused
from kiosk.crypto.signing import SignatureRefused
from kiosk.domain.canonical import EncodingError
from kiosk.services.library import NothingPublished
from kiosk.storage.errors import NotEnrolled, StorageError
from organiser.cards import CardsRefused
from organiser.continuity import KeysChanged
from organiser.draw import DrawRefused
from organiser.folder.mistakes import FolderRefused
from organiser.fonts import FontMissing
from organiser.issuing import IssuedDamaged, UnknownCard
from organiser.keys import KeyRefused
from organiser.narration import VoiceMissing
from organiser.pack import PackRefused
from organiser.pins import PinsDamaged
from organiser.qr import QrTooLong
from organiser.roster import RosterRefused
from organiser.roster_reading import COLUMNS
from organiser.shares import SharesRefused
from organiser.tally.errors import ReleaseRefused, TallyRefused
from rehearsal.processes import RehearsalStopped


def sentence(error: BaseException) -> str | None:
    """The sentence, or None for an error that nobody foresaw."""
    for kind, say in _SENTENCES:
        if isinstance(error, kind):
            return say(error)
    return None


_KEYS = {
    "missing": "is not there",
    "damaged": "does not hold a key",
    "wrong-kind": "holds another kind of key",
    "readable-by-others": "can be read by others; run chmod 600 on it",
    "exists": "is there already and is not overwritten",
    "unfinished": "is a share without a tally.pub beside it; put that back, or, if the ceremony was cut off before it "
    "came to its end, delete its share files and hold it again",
    "mistyped": "has a typing mistake: its last six characters, which check the others, do not fit",
    "mixed-up": "holds the {kind} key; files were mixed up",
}
_MADE_BY = {
    "organiser.pem": "keys organiser makes it",
    "organiser.pub": "keys organiser makes it",
    "tally.pub": "keys ceremony makes it",
    "intake.pub": "keys certify notes it",
}
_LOST = {
    "tally": "tally key is another one: what was cast until now opens only with the old key's shares.",
    "intake": "intake key is another one: suggestions sealed until now open only with the old server's key.",
    "salt": "salt is another one: until a kiosk has synced it does not know who voted, and a card could vote twice.",
}
_SHARES = {
    "unknown-word": "share {share}: word {word} “{text}” is not in the word list",
    "wrong-word": "share {share}: word {word} “{text}” does not fit the others; look at it again",
    "wrong-length": "share {share} has {word} words instead of 33",
    "damaged": "share {share}: the words do not belong together: several are wrong, or their order",
    "too-few": "there are not enough shares: any 3 of the 5 are needed",
    "not-together": "these shares are not from the same ceremony",
    "twice": "the same share was given twice",
    "other-key": "these shares are genuine, but of another ceremony than the key in this pack",
    "not-a-share": "{text} is not a text with a share's words",
}
_STORAGE = {
    "storage-full": "The disk is full; nothing was written.",
    "storage-busy": "Another program holds the kiosk's database.",
    "storage-damaged": "The kiosk's data is damaged and must not be used as it is.",
    "backup-exists": "A backup is never written over another one; name a new folder.",
    "inside": "A backup inside the folder that it copies is lost with it; name a folder on another medium.",
    "backup-damaged": "The copy is not what was read. Do not rely on it: check the disk and the medium.",
    "database-damaged": "The database is damaged, so there is no new backup. Keep its folder and the last backup.",
    "not-a-backup": "This is not a backup of a kiosk or a server.",
    "nothing-to-back-up": "This is neither a kiosk's nor a server's folder with SQLite; PostgreSQL has pg_dump.",
    "restore-mount": "This is a whole disk; a backup is put back into a new folder, so name one on it.",
    "restore-exists": "The folder is not empty; a backup is only put back into a new one.",
    "storage-newer": "A newer version of the program wrote this kiosk's data; it was left alone. Install that version.",
    "sqlite-too-old": "SQLite is older than 3.51.3, which can lose data; install the pysqlite3 package.",
}
_ROSTER = {
    "bad-rows": "Nothing was imported: some rows are wrong.",
    "missing-columns": "Nothing was imported: columns are missing, or the line with their names is:",
    "unknown-type": "A roster is a .csv or .xlsx file; save it as one of these.",
    "too-large": "This file is too large for a roster.",
    "damaged": "This file cannot be read as a table: it is broken, has a password, or its name has the wrong ending.",
    "empty": "This file is empty.",
    "several": "Several sheets hold such a table; keep one of them, or hide the others:",
}
_UPGRADE = {
    "no-release": "this is not a signed release; missing:",
    "not-newer": "a release never goes back, and this one is not newer than what is installed:",
    "damaged-file": "a file is not what was signed:",
    "not-installed": "the wheels cannot be installed:",
    "does-not-start": "the new version does not open a copy of this kiosk's data:",
}
_PACKS = {
    "version-falls": "the folder already holds a later version of this pack",
    "version-used": "this version was already built with other content; kiosks would not fetch it again",
    "changing": "a file changed while it was read",
}
_ENCODING = {"bad-code": "An enrolment code has 20 letters and digits, such as 7K4M2-P9X3F-QQ2AB-1CD0E."}
_TALLY = {
    "missing": "is missing",
    "forged": "is not genuinely signed",
    "damaged": "is not what was signed",
    "other-campaign": "is of another campaign",
    "differs": "differs: repeating this stage gives something else",
    "twice": "has one card twice",
    "stopped": "was not finished: a process that opens boxes was ended, perhaps for want of memory",
    "bad-closing": "is not what a closing report is: kiosk, entries (or else lost: why), head as shown at closing",
    "closing-twice": "reports a kiosk that another row reports already",
}
_DRAW = {
    "too-few-candidates": "the category {where} has {wanted} seats and only {found} candidates",
    "too-few-seats": "the category {where} needs {wanted} seats for one of each street and has {found}",
    "no-candidate": "{where} has no candidate for the seat of its street",
    "other-commitment": "the secret is not the one whose SHA-256 was published",
}
_DELIVERY = {
    "unreported": "no closing report",
    "missing": "fewer entries than reported",
    "frozen": "frozen after a fork",
    "other-head": "another head than reported",
}


def _roster(error: Any) -> str:
    rows = "".join(f"\n  row {p.row}, {p.column}: {_row(p)}" for p in error.problems[:50])
    more = f"\n  … and {len(error.problems) - 50} more" if len(error.problems) > 50 else ""
    named = [*(f"{column} ({COLUMNS[column][0]})" for column in error.columns), *error.sheets]
    return f"{_ROSTER.get(error.code, error.code)} {', '.join(named)}".rstrip() + rows + more


def _row(problem: Any) -> str:
    return str(_ROW.get(problem.code, problem.code)).format(text=problem.text)


_ROW = {
    "empty": "is empty",
    "too-long": "is too long (“{text}…”)",
    "bad-text": "“{text}” begins like a spreadsheet's formula, or has characters that cannot be printed",
    "bad-phone": "“{text}” is not a phone number",
    "unknown": "“{text}” is not a value that this campaign has",
    "twice": "“{text}” is there twice",
}


def _mistakes(error: Any) -> str:
    lines = "".join(f"\n  {mistake}" for mistake in error.mistakes)
    count = len(error.mistakes)
    return f"The campaign folder has {f'{count:,} mistakes' if count > 1 else 'a mistake'}; nothing was made:{lines}"


def _file(error: Any) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):  # the name may be that of the file that was read
        return "The disk is full, so this was not finished; make room and repeat it."
    name = error.filename2 or error.filename  # of a rename the place where it goes, not the part beside it
    what = f"The file {name}" if name else "A file"
    return f"{what} cannot be used: {error.strerror or error}."


_SENTENCES: tuple[tuple[type[BaseException], Callable[[Any], str]], ...] = (
    (FolderRefused, _mistakes),
    (RosterRefused, _roster),
    (KeyRefused, lambda e: _key(e)),
    (KeysChanged, lambda e: _keys_changed(e)),
    (SharesRefused, lambda e: _shares(e)),
    (ReleaseRefused, lambda e: _release(e)),
    (TallyRefused, lambda e: f"The count stopped: {e.file} {_TALLY.get(e.code, e.code)}."),
    (RehearsalStopped, lambda e: f"The rehearsal could not go on: {e.who} ended unexpectedly; see {e.log}."),
    (UpgradeRefused, lambda e: f"Nothing was changed: {_UPGRADE.get(e.code, e.code)} {e.what}".rstrip()),
    (PackRefused, lambda e: f"The pack was not built: {_PACKS.get(e.code, e.code)} ({e.name})."),
    (CardsRefused, lambda e: "There is no card to print."),
    (
        DrawRefused,
        lambda e: (
            "Nobody was drawn: "
            + _DRAW.get(e.code, e.code).format(where=e.where, wanted=f"{e.wanted:,}", found=f"{e.found:,}")
            + "."
        ),
    ),
    (
        QrTooLong,
        lambda e: "A card's QR would be too fine for a camera; shorten the campaign's and categories' ids.",
    ),
    (UnknownCard, lambda e: f"Nobody holds a valid card numbered {e.args[0]}."),
    (IssuedDamaged, lambda e: f"roster_issued.csv, row {e.row}: this is not what was written."),
    (PinsDamaged, lambda e: f"pins.csv, row {e.row}: this is not what was written."),
    (FontMissing, lambda e: f"The font {e.name} is missing; install the package fonts-noto-cjk."),
    (VoiceMissing, lambda e: "The program espeak-ng is missing; install the package espeak-ng."),
    *SERVER_SENTENCES,
    (NotEnrolled, lambda e: f"The folder {e} is not an enrolled kiosk; run kiosk-enrol first."),
    (StorageError, lambda e: _STORAGE.get(e.code, e.code)),
    (NothingPublished, lambda e: "No content has arrived yet; sync first."),
    (SignatureRefused, lambda e: "This is not genuinely signed."),
    (EncodingError, lambda e: _ENCODING.get(e.code, f"This cannot be read: {e.code}.")),
    (OSError, _file),
)


def _shares(error: Any) -> str:
    words = _SHARES.get(error.code, error.code).format(share=error.share, word=error.word, text=error.text)
    near = f" (perhaps {' or '.join(error.near)})" if error.near else ""
    return f"The shares do not open anything: {words}{near}."


def _release(error: Any) -> str:
    lines = "".join(f"\n  {kiosk}: {_DELIVERY.get(why, why)}" for kiosk, why in sorted(error.kiosks.items()))
    return (
        f"Nothing was counted: results come out once, when every kiosk is in or declared lost.{lines}\n"
        "Give the closing reports with --closing, or say with --allow-missing why it must be."
    )


def _key(error: Any) -> str:
    made_by = _MADE_BY.get(error.path.name, "") if error.code == "missing" else ""
    words = _KEYS.get(error.code, error.code).format(kind=error.kind)
    return f"The key file {error.path} {words}{f'; {made_by}' if made_by else ''}."


def lost(kind: str) -> str:
    """What is lost when a pack follows one with another key; follows the word “The”."""
    return _LOST[kind]


def _keys_changed(error: Any) -> str:
    lines = "".join(f"\n  The {lost(kind)}" for kind in error.changed)
    return (
        f"Nothing was built: the pack in --out has other keys than the office's folder.{lines}\n"
        "Put the old key files back. Only if nothing was cast yet, say --replace-keys."
    )
