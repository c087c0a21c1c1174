"""The scenes that pictures are taken of: each screen's states, and how a person gets there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.domain.credential import CredentialRefused, Refusal
from kiosk.version import VERSION
from ui.app import Card, KioskWindow
from ui.fatal import Fault, FaultCode
from ui.shots_staff import staff_scenes
from ui.viewmodels.enrol import EnrolModel
from ui.viewmodels.fatal import FatalModel
from ui.viewmodels.shell import Shell

WORDS = (
    "香港中路小学门口，早晚接送的车停满了慢车道。孩子只能从机动车道走过去。"
    "能不能在旁边划一块限时停车的地方，上下学的时候，让家长停三分钟？"
)
SAMPLES = ("adopted", "in-hand", "explained", "merged", "declined", "reopened")
"""How far the demo's suggestions are, in the order of its statuses.yaml."""
UNKNOWN_RECEIPT = "7K4M2P9X3M"
"""A code that is in order and belongs to no suggestion."""


class UsedCode(Exception):
    """What a centre says to a code that was used."""

    code = "used-code"


def refuse_codes(url: str, code: str) -> None:
    """For pictures: no code is good."""
    raise UsedCode(code)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a scene may touch."""

    window: KioskWindow
    root: QQuickWindow
    settle: Callable[[], None]

    @property
    def shell(self) -> Shell:
        """Where the person is."""
        return self.window.shell

    def open(self, screen: str, **args: object) -> None:
        """Open a screen and let its jobs run."""
        self.shell.openScreen(screen, args)
        self.settle()

    def model(self) -> QObject:
        """The current screen's view model."""
        model = self.shell.model
        assert model is not None
        return model

    def call(self, slot: str, *args: object) -> None:
        """Do something on the current screen."""
        getattr(self.model(), slot)(*args)
        self.settle()


def scenes(cards: tuple[Card, ...], longest: str, receipts: tuple[str, ...]) -> dict[str, Callable[[Stage], None]]:
    """Name → how to get there. `longest` is the department with the longest name, `receipts` are of the samples."""

    def signed_in(stage: Stage) -> None:
        stage.open("home")
        stage.open("sign-in")
        stage.call("scanned", cards[0][2])

    def rating(stage: Stage) -> None:
        signed_in(stage)
        stage.call("rate", 2)
        for index, code in enumerate((1, 2, 1, 2, 3)):
            stage.call("mark", index, code)
        stage.call("show", 5)
        stage.call("choose", 2)

    def listed(stage: Stage) -> None:
        rating(stage)
        stage.call("setCompact", True)

    def review(stage: Stage) -> None:
        rating(stage)
        stage.call("mark", 8, 4)
        stage.call("review")

    def cast(stage: Stage) -> None:
        review(stage)
        stage.call("cast")

    def written(stage: Stage) -> None:
        stage.open("home")
        stage.open("suggest", department="jtj")
        stage.call(
            "write",
            "香港中路小学门口，早晚接送的车停满了慢车道。孩子只能从机动车道走过去。能不能在旁边划一块限时停车的地方？",
        )

    def steps(count: int) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            written(stage)
            for _ in range(count):
                stage.call("forward")

        return go

    def submitted(stage: Stage) -> None:
        steps(3)(stage)
        stage.call("submit")

    def waiting(stage: Stage) -> None:
        submitted(stage)
        code = str(stage.model().property("code"))
        at("follow", code=code)(stage)

    def full(stage: Stage) -> None:
        stage.open("home")
        stage.open("suggest", problem=17)
        stage.call("write", (WORDS * 20)[:1007])
        stage.call("forward")

    def long_review(stage: Stage) -> None:
        stage.open("home")
        stage.open("suggest", department=longest, problem=17)
        stage.call("write", (WORDS * 20)[:1000])
        stage.call("forward")
        stage.call("forward")
        stage.call("setName", "欧阳女士")
        stage.call("setPhone", "+86 532 8591 2345")
        stage.call("forward")

    def phoning(stage: Stage) -> None:
        steps(2)(stage)
        typed = stage.root.findChild(QQuickItem, "phone")
        assert typed is not None
        typed.forceActiveFocus()
        typed.setProperty("text", "0532-859")
        stage.call("setPhone", "0532-859")

    def bad_phone(stage: Stage) -> None:
        steps(2)(stage)
        typed = stage.root.findChild(QQuickItem, "phone")
        assert typed is not None
        typed.setProperty("text", "12")
        stage.call("setPhone", "12")
        stage.call("forward")

    def staff_pin(stage: Stage) -> None:
        stage.open("home")
        stage.open("sign-in")
        stage.call("scanned", cards[-1][2])
        for digit in "123":
            stage.call("typeDigit", digit)

    def staff(stage: Stage) -> None:
        stage.open("home")
        stage.open("sign-in")
        stage.call("scanned", cards[-1][2])
        for digit in cards[-1][3]:
            stage.call("typeDigit", digit)

    def refused(reason: Refusal) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            stage.open("home")
            stage.open("sign-in")
            error = CredentialRefused(reason, not_after=1_639_550_000, wait_s=38)
            stage.call("refuse", error)

        return go

    def pin_wrong(times: int) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            stage.open("home")
            stage.open("sign-in")
            stage.call("scanned", cards[-1][2])
            for _ in range(6 * times):
                stage.call("typeDigit", "0")

        return go

    def answering(form: str, *steps: tuple[str, object]) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            signed_in(stage)
            stage.call("fill", form)
            for slot, value in steps:
                stage.call(slot, *(() if value is None else (value,)))

        return go

    opinion = (
        *(("choose", 1), ("forward", None), ("choose", 2), ("forward", None)),
        *(("choose", 1), ("choose", 4), ("forward", None), ("choose", 4), ("forward", None)),
        *(("choose", 3), ("forward", None), ("choose", 2), ("forward", None)),
        *(("choose", 2), ("forward", None), ("write", WORDS[:60]), ("forward", None), ("forward", None)),
    )

    def at(screen: str, **args: object) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            if screen not in ("home", "attract"):
                stage.open("home")
            stage.open(screen, **args)

        return go

    def then(first: Callable[[Stage], None], slot: str, *args: object) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            first(stage)
            stage.call(slot, *args)

        return go

    def finder(stage: Stage) -> None:
        """The keypad, which has a page of its own in large type and with lowered controls."""
        at("departments")(stage)
        if stage.shell.elder or stage.shell.lowered:
            stage.call("openFinder")

    def still_signed_in(stage: Stage) -> None:
        signed_in(stage)
        stage.open("home")

    def called(stage: Stage) -> None:
        at("help")(stage)
        stage.shell.callStaff()
        stage.settle()

    def attract_clip(stage: Stage) -> None:
        stage.open("attract")
        screen = stage.root.findChild(QObject, "screen")
        assert screen is not None
        screen.property("item").setProperty("scene", 1)
        stage.settle()

    def enrolling(stage: Stage) -> None:
        jobs = stage.window.jobs
        stage.shell.offer("enrol", lambda args: EnrolModel(refuse_codes, jobs, lambda: None, "sanmin.qingdao.example"))
        stage.open("enrol")
        for character in "7K4M2P9X3FQQ":
            stage.call("typeCharacter", character)

    def enrolling_refused(stage: Stage) -> None:
        enrolling(stage)
        stage.call("scanned", "7K4M2-P9X3F-QQ2AB-1CD0E")

    def stopped(code: FaultCode) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            model = FatalModel(Fault(code, "v01-1"), VERSION, lambda: None)
            stage.shell.offer("fatal", lambda args: model)
            stage.open("fatal")

        return go

    def choosing(what: str) -> Callable[[Stage], None]:
        def go(stage: Stage) -> None:
            at("problems")(stage)
            screen = stage.root.findChild(QObject, "screen")
            assert screen is not None
            screen.property("item").setProperty("choosing", what)
            stage.settle()

        return go

    def followed(state: str) -> Callable[[Stage], None]:
        return at("follow", code=receipts[SAMPLES.index(state)])

    def idle(stage: Stage) -> None:
        rating(stage)
        stage.shell.pretend_idle(370.0 if stage.shell.elder else 190.0)
        stage.settle()

    return {
        "attract": at("attract"),
        "attract-clip": attract_clip,
        "home": at("home"),
        "home-results": at("home"),
        "home-empty": at("home"),
        "home-signed-in": still_signed_in,
        "results": at("results"),
        "results-score": then(at("results"), "orderByScore", True),
        "results-one": then(at("results"), "choose", "jtj"),
        "results-some": then(at("results"), "choose", "wjw"),
        "results-few": then(at("results"), "choose", "wsb"),
        "departments": at("departments"),
        "departments-topic": then(at("departments"), "groupByTopic", True),
        "departments-found": then(then(finder, "typeKey", "J"), "typeKey", "T"),
        "departments-strokes": then(then(finder, "useStrokes", True), "typeKey", "4"),
        "departments-finder": then(then(at("departments"), "openFinder"), "typeKey", "S"),
        "department": at("department", id="jtj"),
        "department-summary": then(at("department", id=longest), "openTab", "summary"),
        "department-problems": then(at("department", id="jtj"), "openTab", "problems"),
        "department-longest": then(at("department", id=longest), "openTab", "goals"),
        "department-missing": at("department", id="zcb"),
        "player": at("player", department="jtj", kind="report", at=12.0),
        "problems": at("problems"),
        "problems-topic": then(at("problems"), "choose", "topic", "traffic"),
        "problems-department": then(at("problems"), "choose", "department", longest),
        "problems-empty": then(then(at("problems"), "choose", "topic", "food"), "choose", "department", "gxj"),
        "problems-choose-department": choosing("department"),
        "problems-choose-source": choosing("source"),
        "problem": at("problem", number=17),
        "problem-answer": then(at("problem", number=17, reading=True), "judge", "answered"),
        "suggest-write": written,
        "suggest-empty": at("suggest"),
        "suggest-problem": at("suggest", problem=17, department="jtj"),
        "suggest-full": full,
        "suggest-back": then(steps(1), "stepBack"),
        "suggest-choose": steps(1),
        "suggest-contact": steps(2),
        "suggest-contact-phone": phoning,
        "suggest-contact-wrong": bad_phone,
        "suggest-review": steps(3),
        "suggest-review-long": long_review,
        "suggest-receipt": submitted,
        "follow": at("follow"),
        "follow-found": followed("adopted"),
        "follow-in-hand": followed("in-hand"),
        "follow-explained": followed("explained"),
        "follow-merged": followed("merged"),
        "follow-declined": followed("declined"),
        "follow-reopened": followed("reopened"),
        "follow-waiting": waiting,
        "follow-wrong": then(at("follow"), "scanned", "7K4M2P9X3E"),
        "follow-unknown": then(at("follow"), "scanned", UNKNOWN_RECEIPT),
        "sign-in": at("sign-in"),
        "sign-in-pin": staff_pin,
        "sign-in-refused": then(at("sign-in"), "scanned", "https://example.org/"),
        "sign-in-pin-wrong": pin_wrong(1),
        "sign-in-pin-wait": pin_wrong(5),
        "sign-in-expired": refused(Refusal.EXPIRED),
        "sign-in-locked": refused(Refusal.PIN_LOCKED),
        "sign-in-damaged": refused(Refusal.DAMAGED),
        "representative": signed_in,
        "questionnaire-single": answering("opinion", ("choose", 1)),
        "questionnaire-several": answering("opinion", *opinion[:6], ("choose", 4), ("choose", 6), ("choose", 7)),
        "questionnaire-scale": answering("opinion", *opinion[:8]),
        "questionnaire-missing": answering("discipline", ("choose", 4), ("forward", None), ("forward", None)),
        "questionnaire-text": answering("opinion", *opinion[:15], ("write", WORDS[:50])),
        "questionnaire-contact": answering(
            "suggestions", ("choose", 1), ("forward", None), ("forward", None), ("write", WORDS), ("forward", None)
        ),
        "questionnaire-review": answering("opinion", *opinion),
        "rate": rating,
        "rate-list": listed,
        "review": review,
        "receipt": cast,
        "enrol": enrolling,
        "enrol-address": then(enrolling, "switchKeys"),
        "enrol-refused": enrolling_refused,
        "fatal-disk": stopped(FaultCode.DISK_FULL),
        "fatal-identity": stopped(FaultCode.IDENTITY),
        "out-of-service": at("out-of-service", reason="touch"),
        "idle-warning": idle,
        "display": at("display"),
        "help": at("help"),
        "help-called": called,
        "staff": staff,
        **staff_scenes(staff, signed_in),
    }


def scene_names() -> list[str]:
    """The names of all scenes."""
    return list(scenes((("", "", "", ""),), "", ("",) * len(SAMPLES)))
