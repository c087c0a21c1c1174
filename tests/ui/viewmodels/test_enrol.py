"""Enrolment's view model: typing, scanning, every refusal as a code."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.jobs import JobRunner, ManualExecutor
from ui.viewmodels.enrol import EnrolModel, derive_address, derive_code

CODE = "7K4M2P9X3FQQ2AB1CD0E"


class Refused(Exception):
    """What the centre says."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Stand:
    """A machine before a centre that answers as told."""

    def __init__(self, address: str = "https://sanmin.example") -> None:
        self.executor, self.asked, self.enrolled = ManualExecutor(), [], 0
        self.refusal: Exception | None = None
        self.model = EnrolModel(self._enrol, JobRunner(self.executor), self._done, address)

    def _enrol(self, url: str, code: str) -> None:
        self.asked.append((url, code))
        if self.refusal is not None:
            raise self.refusal

    def _done(self) -> None:
        self.enrolled += 1

    def type(self, text: str) -> None:
        for character in text:
            self.model.typeCharacter(character)


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    return Stand()


def test_a_typed_code_makes_a_kiosk_on_one_press(stand: Stand) -> None:
    stand.type(CODE[:-1])
    assert not stand.model.ready
    stand.type(CODE[-1] + "Z")  # more than twenty are not taken
    assert stand.model.ready
    stand.model.start()
    stand.model.start()  # a second press while it is asked
    stand.executor.run_all()
    assert stand.asked == [("https://sanmin.example", CODE)]
    assert (stand.enrolled, stand.model.done, stand.model.trouble) == (1, True, "")


@pytest.mark.parametrize(
    "text", [CODE, "7k4m2-p9x3f-qq2ab-1cd0e", "7K4M2 P9X3F QQ2AB 1CD0E\r\n", "7K4M2-P9X3F-QQ2AB-lCDoE"]
)
def test_a_scanned_code_is_tried_at_once(stand: Stand, text: str) -> None:
    stand.model.scanned(text)
    stand.executor.run_all()
    assert stand.asked == [("https://sanmin.example", CODE)]


@pytest.mark.parametrize("text", ["", "https://sanmin.example/s/7K4M", "SM1:ABC", CODE[:-1], CODE + "7", "U" * 20])
def test_another_code_is_refused_in_words_and_nothing_is_asked(stand: Stand, text: str) -> None:
    stand.model.scanned(text)
    stand.executor.run_all()
    assert (stand.model.trouble, stand.asked) == ("bad-code", [])


def test_without_an_address_the_keys_write_one_first(qtbot: QtBot) -> None:
    stand = Stand("")
    assert stand.model.typingAddress
    stand.model.scanned(CODE)
    stand.executor.run_all()
    assert stand.asked == []
    stand.type("sanmin.example:8443")
    assert stand.model.address == "https://sanmin.example:8443"
    stand.model.start()
    stand.executor.run_all()
    assert stand.asked == [("https://sanmin.example:8443", CODE)]


@pytest.mark.parametrize("code", ["used-code", "unreachable", "tls", "captive-portal", "storage-full"])
def test_a_refusal_is_said_and_it_can_be_tried_again(stand: Stand, code: str) -> None:
    stand.refusal = Refused(code)
    stand.model.scanned(CODE)
    stand.executor.run_all()
    assert (stand.model.trouble, stand.model.busy, stand.enrolled) == (code, False, 0)
    stand.refusal = None
    stand.model.start()
    stand.executor.run_all()
    assert (stand.model.trouble, stand.enrolled) == ("", 1)


def test_an_error_without_a_code_is_said_as_failed(stand: Stand) -> None:
    stand.refusal = ValueError("secret")
    stand.model.scanned(CODE)
    stand.executor.run_all()
    assert stand.model.trouble == "failed"


def test_erasing_and_clearing_work_on_what_is_written(stand: Stand) -> None:
    stand.type("7K4")
    stand.model.erase()
    assert stand.model.code == "7K"
    stand.model.switchKeys()
    stand.model.erase()
    assert (stand.model.code, stand.model.address) == ("7K", "https://sanmin.exampl")
    stand.model.clear()
    assert (stand.model.code, stand.model.address) == ("7K", "https://")
    stand.model.switchKeys()
    stand.model.clear()
    assert stand.model.code == ""


def test_nothing_is_taken_while_the_centre_is_asked(stand: Stand) -> None:
    stand.model.scanned(CODE)
    stand.model.scanned("0" * 20)
    stand.type("7")
    assert stand.model.code == CODE


def test_leaving_forgets_the_code(stand: Stand) -> None:
    stand.type("7K4")
    stand.model.dispose()
    assert stand.model.code == ""


def test_addresses_and_codes_as_people_write_them() -> None:
    assert derive_address(" sanmin.example/ ") == "https://sanmin.example"
    assert derive_address("http://127.0.0.1:8443") == "http://127.0.0.1:8443"
    assert derive_code("7k4m2-o i\nL") == "7K4M2011"


class Patience(Refused):
    """The centre asks for patience."""

    def __init__(self, why: str) -> None:
        super().__init__("busy")
        self.why = why


@pytest.mark.parametrize(("why", "said"), [("too-many-codes", "too-many-codes"), ("refused", "busy"), ("", "busy")])
def test_too_many_wrong_codes_are_no_busy_centre(stand: Stand, why: str, said: str) -> None:
    stand.refusal = Patience(why)
    stand.model.scanned(CODE)
    stand.executor.run_all()
    assert stand.model.trouble == said
