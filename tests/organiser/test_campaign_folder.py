"""Every single mistake in a copy of the demo campaign is named by file and line, and nothing else is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_media import tiny_media

from commands.campaign import NO_KEYS
from commands.demo_world import FOLDER
from organiser.folder.mistakes import FolderRefused
from organiser.folder.reading import read_folder

PAGE, RULES, PROBLEMS = "departments/fgw.yaml", "campaign.yaml", "problems.yaml"
CAPTIONS = "captions/fgw-report.zh.vtt"
NOT_UTF8 = "this is not UTF-8 but perhaps GBK; save the file as UTF-8"


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("media") / "media"
    tiny_media(folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "campaign"))


def mistakes_of(folder: Path, media: Path) -> list[str]:
    try:
        read_folder(folder, media, NO_KEYS)
    except FolderRefused as refused:
        return [str(mistake) for mistake in refused.mistakes]
    return []


def change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (PAGE, '"0:31.3"', '"1:31.3"', ":34: this chapter begins at 91.3 s, past the video's end"),
        (PAGE, "kind: work", "kind: wrok", ":30: “wrok” is not a known kind of chapter"),
        (PAGE, 'zh: 开场, en: "Opening"', "zh: 开场", ":29: “en” is missing"),
        (PAGE, "topics: [market, traffic]", "topics: [[market], traffic]", ":26: a text is expected here"),
        (PAGE, "goals:", "gaols: 3\ngoals:", ":10: “gaols” is not a field here"),
        (PAGE, '  - goal: {zh: "新建', '\t- goal: {zh: "新建', ":14: this is not YAML"),
        (PAGE, '  - goal: {zh: "新建', '- goal: {zh: "新建', ":14: this is not YAML"),
        (PROBLEMS, "[fgw]", "[nope]", ":3: “nope” is not a department of departments.csv"),
        (PROBLEMS, "[fgw]", "[{fgw: 1}]", ":3: a text is expected here"),
        (PROBLEMS, "  answer:\n    zh:", "  answer:\n    # zh:", ":9: “zh” is missing"),
        (PROBLEMS, '"0:22.4"', '"9:22.4"', ":7: the answer begins at 562.4 s, past the video's end"),
        (PROBLEMS, "  clip: report", "  clip: report\n  colour: red", ":7: “colour” is not a field here"),
        (RULES, "sample: true", "sampel: true", ":7: “sampel” is not a field here"),
        (RULES, "pin: {", "pni: {", ":18: “pni” is not a field here"),
        (RULES, "staff: true}", "stuff: true}", ":18: “stuff” is not a field here"),
        (RULES, "id: town,", "id: enterprise,", ":22: “enterprise” is there twice"),
        (RULES, "id: fair,", "id: good,", ":15: “good” is there twice"),
        (RULES, "weight: 70, ", "weight: 700,", ":15: “weight” must be from 0 to 100, or null"),
        (RULES, "icon: fair", "icon: fiar", ":15: there is no icon “fiar”"),
        (RULES, "icon: food", "icon: ../food", ":28: there is no icon “../food”"),
        (RULES, "icon: hotline", "icon: ../logo/mark", ":32: there is no icon “../logo/mark”"),
        (RULES, "zh: 青岛市", r'zh: "\ud800"', ":5: “zh” has a character that cannot be printed"),
        (RULES, "zh: 青岛市", r'zh: "青\0岛"', ":5: “zh” has a character that cannot be printed"),
        (RULES, "\nmode:", "\nyear: 2022\nmode:", "this is not YAML: found duplicate key"),
        (RULES, "seats: 978", "seats: -978", ":21: “seats” must be a number from 0"),
        (RULES, "seats: 978", f"seats: {10**30}", ":21: “seats” must be a number from 0"),
        (RULES, "year: 2021", "year: 2021\nyear: 2022", ':4: this is not YAML: found duplicate key "year"'),
        (RULES, "year: 2021", "year: 0", ":3: “year” must be from 2009"),
        (RULES, "en: San Min", "en: San\x07Min", ":4: there is a character here that cannot be printed"),
        (RULES, "2031-12-31", "2031-02-31", ":10: “2031-02-31T23:59:59+08:00” is not a date and time"),
        (RULES, "[听民意,", "[{听: 1},", ":6: a text is expected here"),
        (
            RULES,
            "max_characters: 1000",
            "max_characters: 1000000000",
            ":19: “max_characters” must be a number from 1 to",
        ),
        (RULES, "max_characters: 1000", "max_characters: 0", ":19: “max_characters” must be a number from 1 to 10,000"),
        (RULES, "handle_days: 15", "handle_days: 0", ":19: “handle_days” must be a number from 1 to 250"),
        (RULES, "enquiry_days: 3", "enquiry_days: 1000", ":19: “enquiry_days” must be a number from 1 to 250"),
        (RULES, "extend_days: 7", "extend_days: 251", ":19: “extend_days” must be a number from 0 to 250"),
        ("departments.csv", "2,kjj,1,", f"2,kjj,1,{'局' * 41}", ":3: “name_zh” has more than 40 characters"),
        ("departments.csv", "name_en", "nameen", ":1: columns are missing: name_en"),
        ("departments.csv", "2,kjj", "1,kjj", ": “order” must count from 1 without gaps"),
        ("departments.csv", "2,kjj,1,", "2,kjj,9,", ":3: session 9 is not in sessions.csv"),
        ("departments.csv", "2,kjj,1,", "2,kjj,1,more,", ":3: this line has more cells than there are columns"),
        ("departments.csv", "2,kjj", '"2,kjj', "this is not a table with commas: unexpected end of data"),
        ("sessions.csv", "18T14:00", "18T10:00", ":3: this session begins before the one above it has ended"),
        ("venues.csv", "v02", "v01", ":3: venue “v01” is named twice"),
        ("venues.csv", "v02", "会场", ":3: “会场” must have up to 16 small letters and digits"),
        (CAPTIONS, "00:00.500 --> 00:05.000", "0.5 --> 5", ":4: a caption's time must look like"),
        (CAPTIONS, "-->", "->", ":3: this is not a caption"),
        (CAPTIONS, "WEBVTT", "WEBTT", ":1: the first line must be WEBVTT"),
    ],
)
def test_one_mistake_is_named_by_file_and_line(
    folder: Path, media: Path, file: str, old: str, new: str, says: str
) -> None:
    change(folder / file, old, new)
    found = mistakes_of(folder, media)
    assert any(mistake.startswith(file) and says in mistake for mistake in found), found
    assert len(found) <= 2


@pytest.mark.parametrize(("file", "line"), [(RULES, 1), ("departments.csv", 2), (CAPTIONS, 5)])
def test_gbk_is_recognised_in_every_kind_of_file(folder: Path, media: Path, file: str, line: int) -> None:
    (folder / file).write_bytes((folder / file).read_bytes().decode().encode("gb18030"))
    assert mistakes_of(folder, media) == [f"{file}:{line}: {NOT_UTF8}"]


@pytest.mark.parametrize("file", [RULES, PAGE, "departments.csv", CAPTIONS])
@pytest.mark.parametrize(
    "saved_by_windows",
    [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")],
    ids=["byte order mark", "CRLF"],
)
def test_what_notepad_saves_is_read(
    folder: Path, media: Path, file: str, saved_by_windows: Callable[[bytes], bytes]
) -> None:
    (folder / file).write_bytes(saved_by_windows((folder / file).read_bytes()))
    assert mistakes_of(folder, media) == []


@pytest.mark.parametrize("text", ["", "hello", "- 1\n- 2\n"])
def test_rules_that_are_no_fields_are_one_mistake(folder: Path, media: Path, text: str) -> None:
    (folder / RULES).write_text(text, "utf-8")
    assert mistakes_of(folder, media) == [f"{RULES}:1: fields are expected here (name: value)"]


def test_yaml_nested_without_end_is_one_mistake(folder: Path, media: Path) -> None:
    (folder / PROBLEMS).write_text("[" * 5000, "utf-8")
    assert mistakes_of(folder, media) == [f"{PROBLEMS}: this is not YAML"]


def test_a_missing_file_does_not_make_everything_else_wrong(folder: Path, media: Path) -> None:
    (folder / "sessions.csv").unlink()
    assert mistakes_of(folder, media) == ["sessions.csv: the file is missing"]


def test_a_page_that_no_department_has_is_not_left_out_silently(folder: Path, media: Path) -> None:
    (folder / "departments" / "xyz.yaml").write_text("summary: 1\n", "utf-8")
    assert mistakes_of(folder, media) == ["departments/xyz.yaml: departments.csv has no department “xyz”"]


def test_a_missing_video_is_named(folder: Path, media: Path, tmp_path: Path) -> None:
    lacking = Path(shutil.copytree(media, tmp_path / "media"))
    (lacking / "fgw-report.mp4").unlink()
    assert mistakes_of(folder, lacking) == ["media/fgw-report.mp4: the video is missing"]


def test_no_folder_of_videos_is_one_mistake(folder: Path, tmp_path: Path) -> None:
    (found,) = mistakes_of(folder, tmp_path / "nowhere")
    assert found.startswith("media: there is no folder")


def test_no_campaign_folder_is_one_mistake(media: Path, tmp_path: Path) -> None:
    assert mistakes_of(tmp_path / "nowhere", media) == [f"{tmp_path / 'nowhere'}: there is no such folder"]
