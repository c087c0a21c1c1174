"""Which view model belongs to which screen, and how it is made from a screen's arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from ui.camera import CodeCamera
from ui.viewmodels.context import Context, ScreenUnavailable
from ui.viewmodels.department import DepartmentModel
from ui.viewmodels.departments import DepartmentsModel
from ui.viewmodels.follow import FollowModel
from ui.viewmodels.home import AttractModel, HomeModel
from ui.viewmodels.out_of_service import OutOfServiceModel
from ui.viewmodels.player import PlayerModel
from ui.viewmodels.problems import ProblemModel, ProblemsModel
from ui.viewmodels.questionnaire import QuestionnaireModel
from ui.viewmodels.rate import RateModel
from ui.viewmodels.receipt import ReceiptModel
from ui.viewmodels.representative import RepresentativeModel
from ui.viewmodels.results import ResultsModel
from ui.viewmodels.sign_in import SignInModel
from ui.viewmodels.staff import StaffModel
from ui.viewmodels.staff_attendance import StaffAttendanceModel
from ui.viewmodels.staff_close import StaffCloseModel
from ui.viewmodels.staff_device import StaffDeviceModel
from ui.viewmodels.staff_help import StaffHelpModel
from ui.viewmodels.staff_open import StaffOpenModel
from ui.viewmodels.staff_sync import StaffSyncModel
from ui.viewmodels.staff_usb import StaffUsbModel
from ui.viewmodels.suggest import SuggestModel

NEEDS_CONTENT = frozenset(
    {
        "departments",
        "department",
        "player",
        "problems",
        "problem",
        "suggest",
        "sign-in",
        "representative",
        "rate",
        "questionnaire",
        "results",
        "staff-attendance",
        "staff-close",
        "staff-help",
    }
)
"""Screens that make no sense before the first pack; the home screen stands in and says so."""


def factories(context: Context, camera: CodeCamera) -> dict[str, Callable[[Mapping[str, object]], QObject]]:
    """A factory for each screen."""
    models: dict[str, Callable[..., QObject]] = {
        "attract": AttractModel,
        "home": HomeModel,
        "departments": DepartmentsModel,
        "department": DepartmentModel,
        "player": PlayerModel,
        "problems": ProblemsModel,
        "problem": ProblemModel,
        "suggest": SuggestModel,
        "follow": FollowModel,
        "representative": RepresentativeModel,
        "rate": RateModel,
        "questionnaire": QuestionnaireModel,
        "receipt": ReceiptModel,
        "results": ResultsModel,
        "staff": StaffModel,
        "staff-sync": StaffSyncModel,
        "staff-usb": StaffUsbModel,
        "staff-attendance": StaffAttendanceModel,
        "staff-help": StaffHelpModel,
        "staff-close": StaffCloseModel,
        "staff-device": StaffDeviceModel,
        "out-of-service": OutOfServiceModel,
        "display": lambda context: QObject(),
        "help": lambda context: QObject(),
    }
    made = {name: _factory(context, name, model) for name, model in models.items()}
    made["sign-in"] = _factory(context, "sign-in", lambda context, **args: SignInModel(context, camera, **args))
    made["staff-open"] = _factory(context, "staff-open", lambda context: StaffOpenModel(context, camera))
    return made


def _factory(context: Context, name: str, model: Callable[..., QObject]) -> Callable[[Mapping[str, object]], QObject]:
    def make(args: Mapping[str, Any]) -> QObject:
        if name in NEEDS_CONTENT and context.kiosk.library.is_empty:
            raise ScreenUnavailable(name)
        return model(context, **args)

    return make
