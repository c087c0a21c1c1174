"""The QML as a whole: types and names are right, files are formatted, every component is registered."""

from __future__ import annotations

from ui import lint

WINDOWS = ("Main.qml", "Opening.qml")


def test_qmllint_has_no_complaint() -> None:
    assert lint.lint() == ""


def test_every_qml_file_is_formatted() -> None:
    assert lint.unformatted() == []


def test_every_component_is_in_the_qmldir_and_nothing_else() -> None:
    folder = lint.QML / "SanMin"
    listed = {line.split()[-1] for line in (folder / "qmldir").read_text("utf-8").splitlines() if ".qml" in line}
    assert listed == {path.name for path in folder.glob("*.qml") if path.name not in WINDOWS}
