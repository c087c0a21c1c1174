"""Qt's decorators for members that QML sees, with the types that PySide6's stubs leave out.

`Property` names its type as QML does (also as text, "QVariantMap") and reads back as what the getter returns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    T_co = TypeVar("T_co", covariant=True)
    C = TypeVar("C", bound=type)

    class ReadOnly(Generic[T_co]):
        """A property without a setter."""

        def __get__(self, instance: object, owner: type) -> T_co:
            """What the getter returns."""
            raise NotImplementedError

    def Property(
        kind: type | str, *, notify: object = None, constant: bool = False
    ) -> Callable[[Callable[[Any], T_co]], ReadOnly[T_co]]:
        """A read-only property that QML binds to."""
        raise NotImplementedError

    def QmlUncreatable(reason: str) -> Callable[[C], C]:
        """A type that QML knows and cannot make."""
        raise NotImplementedError
else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

__all__ = ["Property", "QmlUncreatable"]
