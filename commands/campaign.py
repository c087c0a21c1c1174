"""campaign: from an organiser's folder to a signed pack, and what is in one."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from commands.keys import Json, OfficeFolder
from commands.say import answer, bar, note, out, refuse
from commands.sentences import lost
from kiosk.crypto.signing import Purpose, VerifyKey, verify
from kiosk.domain.access_json import encode_access
from kiosk.domain.campaign import Campaign
from kiosk.domain.campaign_json import decode_campaign, encode_campaign
from kiosk.domain.canonical import EncodingError
from kiosk.domain.pack import ACCESS_FILE, CAMPAIGN_FILE, Manifest, decode_manifest
from kiosk.domain.results import RESULTS_FILE, decode_results
from organiser.continuity import KeysChanged, changed_keys
from organiser.folder.reading import PublicKeys, read_folder
from organiser.key_text import KeyKind, check_digits
from organiser.office import Office
from organiser.pack import MANIFEST_FILE, build_pack

app = typer.Typer(no_args_is_help=True, help="Check a campaign folder, build its signed pack, show a pack.")
Folder = Annotated[Path, typer.Argument(help="The campaign folder (docs/campaign-format.md).", show_default=False)]
Media = Annotated[Path | None, typer.Option(help="Where the videos are; FOLDER/media if not said.")]
NO_KEYS = PublicKeys(bytes(32), bytes(32), bytes(16))


@app.command()
def check(folder: Folder, media: Media = None, json: Json = False) -> None:
    """Read a campaign folder and name every mistake by file and line."""
    with bar("Reading") as tell:
        content = read_folder(folder, media or folder / "media", NO_KEYS, tell)
    _show(content.campaign, {"files": len(content.files)}, json)


@app.command()
def build(
    folder: Folder,
    office: OfficeFolder,
    to: Annotated[Path, typer.Option("--out", help="The pack's folder.")],
    media: Media = None,
    results: Annotated[
        Path | None, typer.Option(help="Release results: publish/results.json of the count. Without it, embargo.")
    ] = None,
    version: Annotated[int | None, typer.Option(min=1, help="One more than the pack in --out, if not said.")] = None,
    replace_keys: Annotated[
        bool,
        typer.Option("--replace-keys", help="Build although keys differ from the pack in --out."),
    ] = False,
    json: Json = False,
) -> None:
    """Check a campaign folder and build a signed pack of it."""
    keeper = Office(office)
    with bar("Reading") as tell:
        content = read_folder(folder, media or folder / "media", keeper.public_keys(), tell)
    campaign = content.campaign
    check_keys(to, keeper.public, campaign, replace_keys)
    documents = {
        CAMPAIGN_FILE: encode_campaign(campaign),
        ACCESS_FILE: encode_access(keeper.access(campaign)),
    }
    if results is not None:
        documents[RESULTS_FILE] = _released(results, campaign.id)
    number = version or next_version(to, keeper.public)
    with bar("Packing") as tell:
        manifest = build_pack(
            content.files,
            documents,
            to,
            campaign=campaign.id,
            version=number,
            created=int(time.time()),
            key=keeper.key,
            progress=tell,
        )
    _show(campaign, {"version": manifest.version, "files": len(manifest.files), "bytes": _size(manifest)}, json)


def check_keys(pack: Path, organiser: VerifyKey, campaign: Campaign, replace: bool) -> None:
    """Refuse a pack with other keys than the one it follows, or say what replacing them loses."""
    changed = changed_keys(pack, organiser, campaign)
    if changed and not replace:
        raise KeysChanged(changed)
    for kind in changed:
        note(f"[bold red]The {lost(kind)}[/]")


def _released(path: Path, campaign: str) -> bytes:
    data = path.read_bytes()
    try:
        decode_results(data, campaign)
    except EncodingError as error:
        other = error.code == "other-campaign"
        refuse(f"{path} {'is of another event' if other else 'is not the results.json of a count'}.")
    return data


@app.command()
def show(
    pack: Annotated[Path, typer.Argument(help="A pack's folder.")],
    office: OfficeFolder,
    json: Json = False,
) -> None:
    """What is in a pack, after checking its signature."""
    manifest, campaign = read_pack(pack, Office(office).public)
    _show(campaign, {"version": manifest.version, "files": len(manifest.files), "bytes": _size(manifest)}, json)


def read_pack(pack: Path, organiser: VerifyKey) -> tuple[Manifest, Campaign]:
    """A pack's manifest and campaign. Raises SignatureRefused, EncodingError, OSError."""
    manifest = decode_manifest(verify((pack / MANIFEST_FILE).read_bytes(), Purpose.PACK, organiser))
    file = manifest.file(CAMPAIGN_FILE)
    if file is None:
        raise FileNotFoundError(2, "no such file in the pack", CAMPAIGN_FILE)
    return manifest, decode_campaign((pack / "blobs" / file.sha256.hex()).read_bytes())


def next_version(pack: Path, organiser: VerifyKey) -> int:
    """One more than the version in a pack's folder; 1 in an empty one."""
    try:
        return read_pack(pack, organiser)[0].version + 1
    except FileNotFoundError:
        return 1


def _size(manifest: Manifest) -> int:
    return sum(file.size for file in manifest.files)


def _show(campaign: Campaign, more: dict[str, int], as_json: bool) -> None:
    topics = Counter(problem.topic for problem in campaign.problems)
    data: dict[str, object] = {
        "id": campaign.id,
        "title": campaign.title,
        "year": campaign.year,
        "sample": campaign.sample,
        "mode": campaign.mode,
        "departments": len(campaign.departments),
        "sessions": len(campaign.sessions),
        "venues": len(campaign.venues),
        "problems": len(campaign.problems),
        "seats": sum(category.seats for category in campaign.categories),
        **more,
    }

    def words() -> None:
        sample = " · 示例数据" if campaign.sample else ""
        note(f"[bold]{campaign.title.zh} {campaign.year}[/] ({campaign.id}){sample}")
        table = Table(show_header=False, box=None, padding=(0, 2))
        for name, value in list(data.items())[4:]:
            table.add_row(name, f"{value:,}" if isinstance(value, int) else str(value))
        for topic in campaign.topics:
            table.add_row(f"problems: {topic.name.zh}", str(topics[topic.id]))
        for kind, raw in _keys(campaign):
            table.add_row(f"check digits: {kind}", check_digits(kind, raw))
        out.print(table)

    answer(data, as_json, words)


def _keys(campaign: Campaign) -> list[tuple[KeyKind, bytes]]:
    """The keys in a pack; none while a folder is only checked."""
    if campaign.tally_key == NO_KEYS.tally:
        return []
    return [
        (KeyKind.TALLY, campaign.tally_key),
        (KeyKind.INTAKE, campaign.intake_key),
        (KeyKind.SALT, campaign.salt),
    ]
