"""The layers: lower never imports higher, and a stage imports no other stage."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import clausecheck

PACKAGE = Path(clausecheck.__file__).parent
STAGES = {"ingest", "structure", "resolve", "extract", "match", "assess", "consolidate", "judge", "comparison"}
#: Each layer may import itself and what stands before it.
LAYERS = [
    {"errors", "text", "language", "wordmodel"},
    {"model"},
    {"library"},
    STAGES,
    {"pipeline"},
    {"report", "workspace"},
    {"dashboard", "cli", "__main__", "__init__"},
]
MODULES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to: its folder or its own name."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[tuple[str, str]]:
    """(top package, part of clausecheck) for every import in a file, also those inside functions."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        for name in names:
            top, *rest = name.split(".")
            found.add((top, rest[0] if top == "clausecheck" and rest else ""))
    return found


def layer_of(part: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if part in layer)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_module_imports_a_higher_layer(path: Path) -> None:
    own = part_of(path)
    for top, part in imports_of(path):
        if top == "clausecheck" and part and own != "__init__":
            assert layer_of(part) <= layer_of(own), f"{own} imports {part}"


@pytest.mark.parametrize("path", [path for path in MODULES if part_of(path) in STAGES], ids=str)
def test_no_stage_imports_another_stage(path: Path) -> None:
    others = {part for top, part in imports_of(path) if top == "clausecheck"} & STAGES
    assert others <= {part_of(path)}


def test_only_language_knows_spacy() -> None:
    assert {part_of(path) for path in MODULES if ("spacy", "") in imports_of(path)} == {"language"}


def test_only_the_dashboard_imports_streamlit() -> None:
    assert {part_of(path) for path in MODULES if ("streamlit", "") in imports_of(path)} == {"dashboard"}


def test_public_names_are_those_that_the_package_promises() -> None:
    assert sorted(clausecheck.__all__) == sorted(name for name in clausecheck.__all__ if getattr(clausecheck, name))
    with pytest.raises(AttributeError):
        _ = clausecheck.no_such_name
