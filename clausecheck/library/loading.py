"""The folder clause_library/ as a Library, or all its mistakes at once."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, get_args

from clausecheck.errors import LibraryError
from clausecheck.library.clauses import read_clause
from clausecheck.library.fields import Field, Mistakes, read_fields
from clausecheck.library.playbooks import read_playbook
from clausecheck.library.toml_file import TomlFile, read_toml
from clausecheck.library.training import COMPILED
from clausecheck.library.vocabulary import read_cues, read_sources, read_vocabularies
from clausecheck.model import Library, Playbook, ReferenceClause
from clausecheck.model.words import Family
from clausecheck.wordmodel import load_word_model

_STAMP = {"version": Field("text", required=True), "date": Field("text", required=True)}
_FILES = ("library.toml", "vocabulary.toml", "cues.toml", "sources.toml")
_FOLDERS = ("vocabulary", "clauses", "playbooks")
_LIMIT = 4_000_000  # bytes of one file: a library is written by hand
_Entry = TypeVar("_Entry", ReferenceClause, Playbook)


def find_library() -> Path:
    """The library inside the installed package, else the one beside the package in a checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "clause_library"
    return inside if inside.is_dir() else package.parent / "clause_library"


def load_library(folder: Path | None = None) -> Library:
    """The library in `folder`, by default the one that ships with clausecheck.

    Raises LibraryError with every mistake of every file, each a plain sentence with file and line.
    """
    folder = folder or find_library()
    if not folder.is_dir():
        raise LibraryError([f"There is no clause library at {folder.name}: a folder with library.toml is expected."])
    mistakes = Mistakes()
    files = _read_files(folder, mistakes)
    empty = {name: files.get(name, TomlFile(name, {}, {})) for name in _FILES}
    stamp = read_fields(empty["library.toml"], (), empty["library.toml"].data, _STAMP, mistakes)
    vocabularies = [empty["vocabulary.toml"], *_below(files, "vocabulary/")]
    concepts, spelling = read_vocabularies(vocabularies, mistakes)
    cues = read_cues(empty["cues.toml"], mistakes)
    sources = read_sources(empty["sources.toml"], mistakes)
    named = {concept.name: concept for concept in concepts}
    clauses = _read_all(files, "clauses/", lambda file: read_clause(file, named, sources, mistakes))
    known = {clause.id: clause for clause in clauses}
    clauses = tuple(sorted(clauses, key=lambda clause: (get_args(Family).index(clause.family), clause.id)))
    playbooks = _read_all(files, "playbooks/", lambda file: read_playbook(file, known, mistakes))
    if not any(name.startswith("clauses/") for name in files):
        mistakes.found.append("clauses: there is no reference clause.")
    if mistakes.found:
        raise LibraryError(mistakes.found)
    return Library(
        version=stamp["version"], date=stamp["date"], digest=_digest(folder), clauses=clauses, playbooks=playbooks,
        concepts=concepts, cues=cues, spelling=spelling, sources=sources,
        words=load_word_model(folder / COMPILED))


def _read_files(folder: Path, mistakes: Mistakes) -> dict[str, TomlFile]:
    files: dict[str, TomlFile] = {}
    wanted = [*(folder / name for name in _FILES),
              *(path for below in _FOLDERS for path in sorted(folder.glob(f"{below}/*.toml")))]
    for path in wanted:
        name = path.relative_to(folder).as_posix()
        try:
            if path.stat().st_size > _LIMIT:
                mistakes.found.append(f"{name}: the file is larger than {_LIMIT:,} bytes.")
                continue
            files[name] = read_toml(name, path.read_text(encoding="utf-8").replace("\r\n", "\n"))
        except FileNotFoundError:
            mistakes.found.append(f"{name}: the file is missing.")
        except OSError:
            mistakes.found.append(f"{name}: the file cannot be opened.")
        except UnicodeDecodeError:
            mistakes.found.append(f"{name}: the file is not UTF-8 text; save it as UTF-8.")
        except tomllib.TOMLDecodeError as error:
            mistakes.found.append(f"{name}: this is not TOML: {error}.")
    return files


def _below(files: dict[str, TomlFile], folder: str) -> list[TomlFile]:
    return [file for name, file in files.items() if name.startswith(folder)]


def _read_all(
    files: dict[str, TomlFile], below: str, read: Callable[[TomlFile], _Entry | None]
) -> tuple[_Entry, ...]:
    entries = (read(file) for file in _below(files, below))
    return tuple(entry for entry in entries if entry is not None)


def _digest(folder: Path) -> str:
    """SHA-256 over name and content of every data file, in the order of their names."""
    digest = hashlib.sha256()
    paths = [path for path in folder.rglob("*") if path.suffix in {".toml", ".jsonl"} and path.is_file()]
    for path in sorted(paths, key=lambda path: path.relative_to(folder).as_posix()):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
