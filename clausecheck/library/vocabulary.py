"""vocabulary.toml, vocabulary/*.toml, cues.toml and sources.toml: the words that the entries are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, get_args

from clausecheck.library.fields import Field, Mistakes, did_you_mean, read_fields
from clausecheck.library.toml_file import TomlFile
from clausecheck.model import Concept, Cue

ROLES: tuple[str, ...] = get_args(Concept.model_fields["role"].annotation)

_VOCABULARY = {"concept": Field("table", required=True), "spelling": Field("table")}
_CONCEPT = {
    "role": Field("text", required=True, words=ROLES, what="a role (" + ", ".join(ROLES) + ")"),
    "words": Field("texts", required=True),
}
_CUES = {"words": Field("texts", required=True), "why": Field("text"), "is": Field("text")}
_SOURCE = {"title": Field("text", required=True), "date": Field("text", required=True),
           "status": Field("text", required=True), "url": Field("text")}
_NAMED = re.compile(r"\{([^{}]*)\}")


def read_vocabularies(files: Iterable[TomlFile], mistakes: Mistakes) -> tuple[tuple[Concept, ...], dict[str, str]]:
    """The concepts of every file in their order, and the spelling table (British to American).

    A name stands for one idea in the whole library: a file that uses the name of another file's concept is refused.
    """
    concepts: dict[str, Concept] = {}
    spelling: dict[str, str] = {}
    for file in files:
        read, table = _read_vocabulary(file, mistakes)
        for concept in read:
            if first := concepts.get(concept.name):
                mistakes.add(file, ("concept", concept.name),
                             f'the concept "{concept.name}" stands in {first.file} already; names are unique.')
            concepts.setdefault(concept.name, concept)
        spelling |= table
    return tuple(concepts.values()), spelling


def _read_vocabulary(file: TomlFile, mistakes: Mistakes) -> tuple[tuple[Concept, ...], dict[str, str]]:
    good = read_fields(file, (), file.data, _VOCABULARY, mistakes)
    concepts: list[Concept] = []
    for name, table in good.get("concept", {}).items():
        if not isinstance(table, dict):
            mistakes.add(file, ("concept", name), f'"{name}" must be a table with "role" and "words".')
            continue
        read = read_fields(file, ("concept", name), table, _CONCEPT, mistakes)
        _check_words(file, ("concept", name), read.get("words", []), mistakes)
        if len(read) == len(_CONCEPT):
            concepts.append(Concept(name=name, role=read["role"], words=tuple(read["words"]), file=file.name))
    return tuple(concepts), _read_spelling(file, good.get("spelling", {}), mistakes)


def _check_words(file: TomlFile, path: tuple[str, str], words: list[str], mistakes: Mistakes) -> None:
    seen: set[str] = set()
    for n, phrase in enumerate(words):
        if phrase.casefold() in seen:
            mistakes.add(file, (*path, "words", n), f'"{phrase}" stands twice in the list.')
        if not any(character.isalnum() for character in phrase.split("…")[0]) or phrase.rstrip().endswith("…"):
            mistakes.add(file, (*path, "words", n), f'"{phrase}": "…" stands between two words.')
        seen.add(phrase.casefold())


def _read_spelling(file: TomlFile, table: dict[str, Any], mistakes: Mistakes) -> dict[str, str]:
    for british, american in table.items():
        if not isinstance(american, str) or " " in british or " " in american:
            mistakes.add(file, ("spelling", british), f'"{british}" must be given one other spelling, a single word.')
    return {british: american for british, american in table.items() if isinstance(american, str)}


def read_cues(file: TomlFile, mistakes: Mistakes) -> tuple[Cue, ...]:
    """Every cue of every list, in the order of the file."""
    cues: list[Cue] = []
    for group, table in file.data.items():
        if not isinstance(table, dict):
            mistakes.add(file, (group,), f'"{group}" must be a table with "words".')
            continue
        read = read_fields(file, (group,), table, _CUES, mistakes)
        for n, text in enumerate(read.get("words", [])):
            for name in _NAMED.findall(text):
                if name not in file.data:
                    mistakes.add(file, (group, "words", n),
                                 f'"{{{name}}}" is not a list of this file.{did_you_mean(name, file.data)}')
            cues.append(Cue(group=group, text=text))
    return tuple(cues)


def read_sources(file: TomlFile, mistakes: Mistakes) -> dict[str, str]:
    """For each key a line that cites the source: title, date and status."""
    cited: dict[str, str] = {}
    for key, table in file.data.items():
        if not isinstance(table, dict):
            mistakes.add(file, (key,), f'"{key}" must be a table with "title", "date" and "status".')
            continue
        read = read_fields(file, (key,), table, _SOURCE, mistakes)
        if {"title", "date", "status"} <= read.keys():
            cited[key] = f"{read['title']} ({read['date']}; {read['status']})"
    return cited
