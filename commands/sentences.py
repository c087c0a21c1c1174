"""Every typed error of the product as a sentence for the person at the command line. Unknown errors give None."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

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
from sync.enrol import AlreadyEnrolled
from sync.errors import Busy, OtherOrganiser, SyncError
from sync.server.errors import DatabaseNewer, ServerRefused, UnknownVenue
from sync.server.server import FolderRefused as ServerFolderRefused
from sync.server.serving import AddressTaken, NeedsPostgres, NotThisMachine, TlsRefused
from sync.server.working_days import CalendarRefused


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
_SERVER = {
    "unknown-receipt": "there is no suggestion with this receipt",
    "wrong-state": "the suggestion's state does not allow this step now",
    "closed": "the suggestion is closed; suggestions reopen takes it up again",
    "not-closed": "the suggestion is not closed, so there is nothing to reopen",
    "answered": "the suggestion is answered already; there is no period to prolong",
    "not-answered": "a person is asked again only after the answer",
    "extended": "the period was prolonged once already; it cannot be prolonged again",
    "merge-circle": "a suggestion cannot be handled together with itself or with one that follows it",
    "no-reason": "this needs a reason, which the person reads",
    "no-words": "there are no words in it",
    "bad-words": "the text is longer than 4,000 characters (English: 12,000) or holds characters that cannot be kept",
    "not-a-closing": "a suggestion ends as adopted, explained or declined; suggestions merge joins it to another",
    "no-outcome": "only an adopted suggestion has an outcome",
    "nobody": "the log needs a name of up to 40 characters: who does this",
    "unknown-department": "the campaign has no department with this id",
    "not-counted": "there is no count of this campaign, signed by the organiser and with results",
    "other-collection": "this is not the collection that was counted",
    "undecided-fork": "a fork is undecided; decide it and count again first",
    "unknown-fork": "this kiosk's journal is not forked",
    "unknown-copy": "there is no copy with this letter; serve forks shows them",
    "which-epoch": "several epochs of this kiosk are forked; name one with --epoch",
    "not-joined": "this copy's beginning is missing, so it cannot be counted",
    "no-campaign": "there is no campaign in this pack",
    "bad-campaign": "the campaign in this pack cannot be read by this version",
    "no-pack": "no pack has been published yet",
    "version-used": "the server has another pack with this version; build it with the next one",
    "version-falls": "the server already has a later version of this pack",
    "other-campaign": "this pack is of another campaign",
    "damaged-blob": "a file of the pack is not what its manifest says",
    "forged": "this pack was not signed by the campaign's organiser",
    "no-attachment": "this attachment is not here, or not all of it",
    "too-many": "this kiosk has stored as much as one kiosk may",
    "unknown-kiosk": "this is signed by a kiosk that is not enrolled here",
    "unknown-version": "this was written by a newer version of the program",
    "wrong-hash": "the bytes that came are not the attachment's; the kiosk sends it again",
    "wrong-size": "an attachment of this name has another size",
    "bad-store": "a store is written s3://bucket or s3://bucket/prefix; see blobs.toml in the server's folder",
    "bad-credentials": "this file has no aws_access_key_id and aws_secret_access_key under a [section]",
    "store-silent": "the store of packs' files does not answer, or does not know this bucket or these credentials",
    "no-blob": "a file of the pack is not where packs' files lie; publish the pack again",
    "bad-venue": "a venue id has up to 16 small letters and digits, a kiosk number is 1 to 99",
    "bad-check": "this receipt code has a typing mistake",
    "bad-character": "this receipt code has a character that receipts never have",
    "too-short": "a receipt code has ten characters",
    "too-long": "a receipt code has ten characters",
}
_TLS = {
    "certificate": "holds no certificate (PEM) that can be used",
    "key": "holds no private key (PEM)",
    "locked": "has a password; a server starts by itself, so give it the key without one, readable by its user alone",
    "not-together": "is not the key of the first certificate in --tls-cert",
}
_SQLITE = {
    "SQLITE_CORRUPT": "The database is damaged. Keep its folder and restore the last backup; kiosks bring the rest.",
    "SQLITE_NOTADB": "The database is damaged or no database. Keep its folder as it is and restore the last backup.",
    "SQLITE_FULL": "The disk is full, so nothing was changed; make room and repeat it.",
    "SQLITE_READONLY": "The database cannot be written: the server's user must own its folder and every file in it.",
    "SQLITE_CANTOPEN": "The database cannot be opened: the server's user must own its folder and every file in it.",
    "SQLITE_BUSY": "Another program holds the database; end it or wait, then repeat it.",
}
_SYNC = {
    "unreachable": "The server does not answer.",
    "not-the-server": "Something answered that is not the server: a captive portal, a proxy or a wrong address.",
    "plain-http": "A kiosk does not talk plain HTTP to another machine; the address must begin with https://.",
    "bad-address": "This is not a server's address; it looks like https://sanmin.example.",
    "not-found": "A server answered that has no such address; give it without a path, like https://sanmin.example.",
    "unknown-code": "The server does not know this enrolment code.",
    "used-code": "This enrolment code was used by another machine; ask for a new one.",
    "expired-code": "This enrolment code has expired; ask for a new one.",
    "other-name": "This code is for another kiosk, or of another campaign or server; ask for one for this kiosk.",
    "unknown-kiosk": "The server does not know this kiosk, perhaps after a restore: serve code, then kiosk-readmit.",
    "no-room": "There is too little room on the disk for the new content.",
    "timed-out": "The server answers too slowly; what was sent is kept, please try again later.",
    "cut-short": "The connection broke in the middle; please try again.",
    "tls": "The server's certificate cannot be believed: it is wrong or expired, or this machine's clock is far off.",
    "captive-portal": "A login page of the network answered; open it in a browser first or use another network.",
    "too-much": "Something answered that is not the server.",
    "incomplete": "The pack is not complete where it comes from; what is there was taken.",
    "pack-rolled-back": "The pack offered is older than the one in force, so it was not taken.",
    "no-stick": "No stick is mounted. Plug it in, wait a moment, or name its folder.",
    "stick-full": "There is too little room on the stick; nothing is lost. Make room or take a larger one.",
    "stick-read-only": "The stick cannot be written: look for a switch on it, or take another one.",
    "stick-pulled-out": "The stick was pulled out too early; nothing is lost. Put it in again and repeat.",
    "stick-differs": "What was read back from the stick is not what was written. Throw this stick away.",
    "stick-broken": "The stick has an error. Nothing is lost; take another one.",
    "stick-empty": "Nothing of a kiosk is on this stick; `serve usb-import --new` makes one for new kiosks.",
    "stick-other-campaign": "What is on this stick belongs to another campaign; nothing was changed.",
    "stick-other-venue": "What is on this stick belongs to other kiosks; nothing was changed.",
    "stick-other-server": "What is on this stick is sealed to another server; nothing was changed.",
    "attachment-too-long": "This recording is too long to keep.",
    "not-a-bundle": "This is not a bundle of a kiosk.",
    "not-there": "A file is missing where the pack comes from.",
    "stick-tampered": "Something on this stick is not genuine; nothing was taken from it.",
    "stick-old": "What is on this stick is older than what is here; nothing was changed.",
    "no-content-yet": "This kiosk has no content yet, so it does not know the server's key; bring content first.",
}
_STORAGE = {
    "storage-full": "The disk is full; nothing was written.",
    "storage-busy": "Another program holds the kiosk's database.",
    "storage-damaged": "The kiosk's data is damaged and must not be used as it is.",
    "backup-exists": "A backup is never written over another one; name a new folder.",
    "inside": "A backup inside the folder that it copies is lost with it; name a folder on another medium.",
    "backup-damaged": "The copy is not what was read. Do not rely on it: check the disk and the medium.",
    "not-a-backup": "This is not a backup of a kiosk or a server.",
    "nothing-to-back-up": "This is neither a kiosk's nor a server's folder with SQLite; PostgreSQL has pg_dump.",
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
    (
        AlreadyEnrolled,
        lambda e: f"The folder {e} already belongs to an enrolled kiosk; kiosk-readmit makes it known again.",
    ),
    (
        OtherOrganiser,
        lambda e: (
            "A server answered that did not make this code: look at its last ten characters, or ask for a new one."
        ),
    ),
    (Busy, lambda e: _busy(e)),
    (SyncError, lambda e: _SYNC.get(e.code, f"The server refused: {e.code}.")),
    (ServerFolderRefused, lambda e: _server_folder(e)),
    (UnknownVenue, lambda e: f"The campaign does not have this venue id; it has {', '.join(e.known)}."),
    (ServerRefused, lambda e: f"Refused: {_SERVER.get(e.code, e.code)}."),
    (TlsRefused, lambda e: f"{e.file} {_TLS[e.code]}."),
    (AddressTaken, lambda e: f"Another program listens at {e.address}; choose another --port."),
    (NotThisMachine, lambda e: f"This machine cannot listen at {e.address}; choose another --host or --port."),
    (
        NeedsPostgres,
        lambda e: "Several processes need PostgreSQL: name it with --database-url, or serve with --workers 1.",
    ),
    (
        CalendarRefused,
        lambda e: f"working-days.csv, row {e.row}: a row is a date and working or off, in UTF-8.",
    ),
    (NotEnrolled, lambda e: f"The folder {e} is not an enrolled kiosk; run kiosk-enrol first."),
    (StorageError, lambda e: _STORAGE.get(e.code, e.code)),
    (NothingPublished, lambda e: "No content has arrived yet; sync first."),
    (SignatureRefused, lambda e: "This is not genuinely signed."),
    (EncodingError, lambda e: _ENCODING.get(e.code, f"This cannot be read: {e.code}.")),
    (ArgumentError, lambda e: "This is not a database's address; it looks like postgresql+psycopg://user@host/name."),
    (
        DatabaseNewer,
        lambda e: "A newer version of the program wrote this database; it was left alone. Install that version.",
    ),
    (SQLAlchemyError, lambda e: _database(e)),
    (OSError, _file),
)


def _busy(error: Any) -> str:
    when = f"in {-(-int(error.retry_after) // 60)} minutes" if error.retry_after and error.retry_after > 90 else "later"
    if error.why == "too-many-codes":
        return f"Too many wrong enrolment codes came from this address; try again {when}, with one that was just made."
    return f"The server is busy; please try again {when}."


def _database(error: Any) -> str:
    """What SQLite says is wrong, or else that the database is not there."""
    name = getattr(getattr(error, "orig", None), "sqlite_errorname", "")
    said = next((words for start, words in _SQLITE.items() if name.startswith(start)), None)
    if said or isinstance(error, OperationalError):
        return said or "The database cannot be opened, or it does not answer."
    return f"The database cannot be used ({type(error).__name__})."


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


def _server_folder(error: Any) -> str:
    words = {
        "not-a-server": "is not a server's folder; make one with serve init",
        "not-certified": "is not certified yet; the organiser runs keys certify, then you run serve certify",
        "damaged": "is damaged",
        "exists": "is a server's folder already",
        "forged": "is not the organiser's certificate for this server",
        "database-lost": "has offered packs and has no server.sqlite3. If it uses PostgreSQL, say --database-url. "
        "If the file was lost, restore a backup: kiosks send again what it lacks. "
        "To begin anew, with every kiosk to be enrolled again, move its packs folder away",
    }
    return f"{error.file} {words.get(error.code, error.code)}."
