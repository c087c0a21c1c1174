"""Modes that are on together: every screen in large type with lowered controls is right and within reach."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator

import contrast
import geometry
import pytest
from gallery import gallery

from ui.engine import px_per_mm
from ui.shots import SIZES, Look, Photographer
from ui.shots_scenes import scene_names

ELDER = 1.4
SCENES = tuple(scene for scene in scene_names() if not scene.startswith("attract"))
"""The attract loop is always in the first language and the normal mode."""
CORNERS = "staff-open-corners"
"""The test of the glass asks for a touch in every corner, whatever the controls."""
TIGHT = (
    "department-problems",
    "follow-declined",
    "help",
    "questionnaire-several",
    "results-one",
    "review",
    "sign-in-pin-wrong",
    "suggest-choose",
    "suggest-contact-wrong",
    "suggest-review-long",
)
"""Scenes with hardly a pixel to spare: seen in all four looks, the others in two."""
USUAL_TYPE = ("staff-open", "staff-attendance")
"""Lowered, these two of the staff's screens keep the usual type: there is no room for a key pad in large type."""
LARGE_AND_BLACK = ("home", "player", "problem", "follow-declined", "results-one", "display")


@pytest.fixture(scope="module")
def photographer(tmp_path_factory: pytest.TempPathFactory) -> Photographer:
    return gallery(tmp_path_factory.mktemp("gallery"))


@pytest.mark.parametrize("scene", SCENES)
def test_large_type_and_lowered_controls_go_together(scene: str, photographer: Photographer) -> None:
    found = []
    for look in looks_of(scene):
        factor = 1.0 if scene.startswith(USUAL_TYPE) else ELDER
        rules = geometry.Rules(px_per_mm(SIZES[look.orientation], None), factor)
        with photographer.visit(scene, look) as stage:
            stage.root.grabWindow()  # rows and columns put their items in place only for a frame
            faults = geometry.faults(stage.root, rules)
            if scene != CORNERS:
                faults += geometry.out_of_reach(stage.root)
        found += [f"{look.language} {look.orientation}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


def looks_of(scene: str) -> Iterator[Look]:
    """One language lying and the other upright, which depends on the scene's name; all four where it is tight."""
    half = zlib.crc32(scene.encode()) % 2
    for one, language in enumerate(("zh", "en")):
        for two, way in enumerate(("landscape", "portrait")):
            look = Look(language, "elder+lowered", way)
            wanted = scene in TIGHT or "ALL_LOOKS" in os.environ or (one + two) % 2 == half
            if wanted and look.exists_for(scene):
                yield look


@pytest.mark.parametrize("scene", LARGE_AND_BLACK)
def test_large_type_and_high_contrast_go_together(scene: str, photographer: Photographer) -> None:
    found = []
    for way in ("landscape", "portrait"):
        rules = geometry.Rules(px_per_mm(SIZES[way], None), ELDER)
        with photographer.visit(scene, Look("zh", "elder+contrast", way)) as stage:
            faults = geometry.faults(stage.root, rules) + contrast.faults(stage.root, high=True)
        found += [f"{way}: {fault}" for fault in faults]
    assert not found, "\n".join(found)


def test_staff_were_called_is_said_over_nothing(photographer: Photographer) -> None:
    found = []
    for mode, way in (("normal", "landscape"), ("normal", "portrait"), ("elder", "landscape"), ("elder", "portrait")):
        for scene in ("home", "problems", "suggest-write", "follow-found"):
            rules = geometry.Rules(px_per_mm(SIZES[way], None), ELDER if mode == "elder" else 1.0)
            with photographer.visit(scene, Look("en", mode, way)) as stage:
                stage.shell.callStaff()
                stage.settle()
                found += [f"{scene} {mode} {way}: {fault}" for fault in geometry.faults(stage.root, rules)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("language", "names", "more"),
    [
        ("zh", "市水务管理局、市园林和林业局、市市场监管局", "还有"),
        ("en", "Water Affairs Bureau, Parks and Forestry Bureau, Market Supervision Bureau", "more"),
    ],
)
def test_in_large_type_the_review_names_what_is_open(
    language: str, names: str, more: str, photographer: Photographer
) -> None:
    with photographer.visit("review", Look(language, "elder", "landscape")) as stage:
        assert any(names in text for text in texts(stage.root))
        for index in range(1, 9):
            stage.call("mark", index, 0)
        rules = geometry.Rules(px_per_mm(SIZES["landscape"], None), ELDER)
        assert any(more in text for text in texts(stage.root)), texts(stage.root)
        assert geometry.faults(stage.root, rules) == []


def texts(window: object) -> list[str]:
    """All words on the screen, without word joiners."""
    seen = geometry.texts_of(window)  # type: ignore[arg-type]  # a QQuickWindow
    return [str(text.item.property("text")).replace("\u2060", "").replace("\u2009", " ") for text in seen]
