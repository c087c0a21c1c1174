"""The description of all routes (OpenAPI), rid of what FastAPI adds and this server never answers."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from sync import wire

_NEVER = "422"
"""Every parameter is any text, so there is none that FastAPI itself could refuse."""
_SHAPES_OF_NEVER = ("HTTPValidationError", "ValidationError")


class DescribedApi(FastAPI):
    """An application whose document names the answers that come, each with the media types it comes in."""

    def openapi(self) -> dict[str, Any]:
        """The document, made once."""
        if self.openapi_schema is None:
            _tidy(super().openapi())
        return super().openapi()


def _tidy(document: dict[str, Any]) -> None:
    for operations in document["paths"].values():
        for operation in operations.values():
            operation["responses"].pop(_NEVER, None)
            for answer in operation["responses"].values():
                if wire.PROBLEM in answer.get("content", {}):
                    answer["content"].pop("application/json", None)
    for shape in _SHAPES_OF_NEVER:
        document["components"]["schemas"].pop(shape, None)
