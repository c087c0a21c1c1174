"""Every code that syncing, a stick or an enrolment can end with has words on the staff's screens, in both languages."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSValue, QQmlComponent, QQmlEngine

import sync
from kiosk.storage.errors import BackupRefused, StorageError
from sync.errors import SyncError
from ui.engine import QML
from ui.translations import TsTranslator

ROOT = Path(__file__).resolve().parents[2]
AT_THE_KIOSK = ("sync/*.py", "sync/usb/*.py")
ASKED_BY_KIOSKS = (
    *("kiosk/domain/canonical.py", "kiosk/domain/journal.py", "kiosk/crypto/signing.py"),
    *("sync/server/ingest.py", "sync/server/enrolling.py", "sync/server/patience.py", "sync/server/bodies.py"),
    *("sync/server/attachments.py", "sync/server/returned.py", "sync/server/publishing.py"),
    *("sync/server/blobs.py", "sync/server/s3_blobs.py"),
)
"""Modules behind the routes that kiosks ask; what they refuse with is the code that a kiosk shows."""
NEVER_HERE = {
    "version-falls": "only serve publish",
    "version-used": "only serve publish",
    "other-intake": "only serve publish",
    "bad-venue": "only serve code",
    "bad-padding": "only inside a ballot, which nobody opens before the count",
}
ENROLLING = {"bad-code", "unknown-code", "used-code", "expired-code", "other-name"}
RAISED = re.compile(r"(Refused|NotAllowed|Malformed|Forged|NotFound|TooSlow|TooLarge|TooMany|EncodingError)$")
OTHERWISE = {"sync/http.py": {"refused"}, "sync/server/problems.py": {"defect", "not-found", "method-not-allowed"}}
"""Codes that are not raised by name: of a problem that cannot be read, and what any HTTP server says."""

UNKNOWN = "no-such-code"

Words = Callable[[str, str], str]


def raised(pattern: str) -> Iterator[str]:
    """Codes that the modules raise with a constant."""
    for path in ROOT.glob(pattern):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and RAISED.search(getattr(node.func, "id", "")) and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def of_trees() -> Iterator[tuple[str, str]]:
    """(function of StaffWords, code) of every class of errors."""
    for module in pkgutil.walk_packages(sync.__path__, "sync."):
        if not module.name.startswith("sync.server"):
            importlib.import_module(module.name)
    waiting: list[type[SyncError | StorageError]] = [SyncError, StorageError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind is not BackupRefused:
            yield ("stick" if kind.__module__.startswith("sync.usb") else "sync"), kind.code


def all_codes() -> list[tuple[str, str]]:
    found = {code for pattern in (*AT_THE_KIOSK, *ASKED_BY_KIOSKS) for code in raised(pattern)} - NEVER_HERE.keys()
    found |= {"store-silent"}.union(*OTHERWISE.values())
    return sorted({("enrol" if code in ENROLLING else "sync", code) for code in found} | set(of_trees()))


@pytest.fixture(scope="module")
def words(qapp: QGuiApplication) -> Iterator[Words]:
    engine = QQmlEngine()
    component = QQmlComponent(engine, QUrl.fromLocalFile(str(QML / "SanMin" / "StaffWords.qml")))
    made = component.create()
    assert made is not None, component.errorString()
    spoken = engine.newQObject(made)
    yield lambda function, code: spoken.property(function).callWithInstance(spoken, [QJSValue(code)]).toString()
    engine.deleteLater()


@pytest.fixture
def english(qapp: QGuiApplication) -> Iterator[None]:
    translator = TsTranslator("en")
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_the_codes_are_found() -> None:
    found = {code for _, code in all_codes()}
    assert found >= {"unknown-kiosk", "other-name", "stick-tampered", "tls", "plain-http", "broken-chain", "forged"}
    assert len(found) > 60
    assert NEVER_HERE.keys() <= {code for pattern in ASKED_BY_KIOSKS for code in raised(pattern)}


@pytest.mark.parametrize(("function", "code"), all_codes())
def test_every_code_has_a_sentence_that_does_not_fall_back_to_the_code(words: Words, function: str, code: str) -> None:
    said = words(function, code)
    assert said != words(function, UNKNOWN).replace(UNKNOWN, code)
    assert re.search("[\u4e00-\u9fff]", said)


@pytest.mark.parametrize(("function", "code"), all_codes())
def test_the_same_in_english(words: Words, english: None, function: str, code: str) -> None:
    said = words(function, code)
    assert said != words(function, UNKNOWN).replace(UNKNOWN, code)
    assert re.search("[A-Za-z]{3}", said) and not re.search("[\u4e00-\u9fff]", said)


def test_a_code_nobody_foresaw_is_told_as_it_is(words: Words) -> None:
    assert UNKNOWN in words("sync", UNKNOWN)


def test_a_kiosk_that_the_centre_does_not_know_is_told_the_next_step(words: Words) -> None:
    assert "kiosk-readmit" in words("sync", "unknown-kiosk")
