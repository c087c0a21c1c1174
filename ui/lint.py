"""Checks of the QML: types and names with qmllint, form with qmlformat. `python -m ui.lint`; `--fix` formats.

qmllint knows the view models only through a generated module: Python sources → metaobjectdump → qmltyperegistrar.
It returns 0 with warnings unless `-W 0` is given.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
QML = ROOT / "qml"
MODULE = "SanMin.Models"
BIN = Path(sys.executable).parent
WARNINGS = ("-W", "0", "--stale-property-read", "disable")
"""metaobjectdump does not pass on that a property is constant, so reading one would be reported as stale."""


def qml_files() -> list[Path]:
    """Every QML file of the project."""
    return sorted(QML.rglob("*.qml"))


def model_files() -> list[Path]:
    """Every Python file that registers a type for QML."""
    return [path for path in sorted((ROOT / "viewmodels").rglob("*.py")) if "@QmlElement" in path.read_text("utf-8")]


def lint() -> str:
    """What qmllint complains about; empty if nothing."""
    with tempfile.TemporaryDirectory() as temporary:
        describe_models(Path(temporary))
        done = _run("pyside6-qmllint", *WARNINGS, "-I", str(QML), "-I", temporary, *map(str, qml_files()))
    return "" if done.returncode == 0 else done.stdout + done.stderr


def describe_models(folder: Path) -> None:
    """Write the module SanMin.Models under `folder` as qmllint reads it: qmldir and one .qmltypes per source."""
    module = folder / MODULE.replace(".", "/")
    module.mkdir(parents=True)
    names = []
    for source in model_files():
        types, described = folder / f"{source.stem}.json", module / f"{source.stem}.qmltypes"
        _must("pyside6-metaobjectdump", "-c", "-q", "-o", str(types), str(source))
        _must(
            "pyside6-qmltyperegistrar",
            *("--generate-qmltypes", str(described), "--import-name", MODULE, "--major-version", "1"),
            *("-o", str(folder / f"{source.stem}.cpp"), str(types)),
        )
        names.append(described.name)
    (module / "qmldir").write_text(f"module {MODULE}\n" + "".join(f"typeinfo {name}\n" for name in names), "utf-8")


def unformatted(*, fix: bool = False) -> list[Path]:
    """Files that qmlformat would write differently; with `fix` they are rewritten."""
    found = []
    for path in qml_files():
        done = _must("pyside6-qmlformat", str(path))
        if done.stdout != path.read_text("utf-8"):
            found.append(path)
            if fix:
                path.write_text(done.stdout, "utf-8")
    return found


def _must(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = _run(tool, *arguments)
    if done.returncode:
        sys.exit(f"{tool} failed: {done.stderr}")
    return done


def _run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([str(BIN / tool), *arguments], capture_output=True, text=True, check=False)


def main() -> None:
    """Exit 1 if anything is wrong."""
    fix = "--fix" in sys.argv[1:]
    complaints, paths = lint(), unformatted(fix=fix)
    if complaints:
        print(complaints)
    for path in paths:
        print(
            f"{path.relative_to(ROOT.parent)}: {'formatted' if fix else 'not formatted; run python -m ui.lint --fix'}"
        )
    if complaints or (paths and not fix):
        sys.exit(1)
    print(f"{len(qml_files())} QML files are fine.")


if __name__ == "__main__":
    main()
