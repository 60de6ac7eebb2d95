"""playbooks/<id>.toml: what one side wants of each reference clause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from clausecheck.library.fields import Field, Mistakes, did_you_mean, read_fields
from clausecheck.library.toml_file import Path, TomlFile
from clausecheck.model import Playbook, Position, ReferenceClause, Stand
from clausecheck.model.words import STRENGTHS, Tag, Width, firmness

_PLAYBOOK = {
    "id": Field("text", required=True), "title": Field("text", required=True),
    "viewpoint": Field("text", required=True), "reads_silence_as": Field("text", required=True),
    "version": Field("number", required=True), "stands": Field("tables", required=True),
}
_LISTS = ("required", "fallback", "walk_away")
_STAND = {
    "clause": Field("text", required=True),
    "required": Field("tables", required=True), "fallback": Field("tables"), "walk_away": Field("tables"),
    "silence": Field("text", required=True, words=("gap", "fine", "wanted"), what="a word for silence"),
    "required_text": Field("text", required=True), "fallback_text": Field("text"), "walk_away_text": Field("text"),
    "minds_stricter": Field("yes_no"),
}


def read_playbook(file: TomlFile, clauses: Mapping[str, ReferenceClause], mistakes: Mistakes) -> Playbook | None:
    """The playbook, or None where any of its fields is refused."""
    before = len(mistakes.found)
    good = read_fields(file, (), file.data, _PLAYBOOK, mistakes)
    expected = file.name.rsplit("/", 1)[-1].removesuffix(".toml")
    if good.get("id", expected) != expected:
        mistakes.add(file, ("id",), f'the id "{good["id"]}" must equal the name of its file, "{expected}".')
    stands: dict[str, Stand] = {}
    for n, table in enumerate(good.get("stands", [])):
        stand = _read_stand(file, n, table, clauses, mistakes)
        if stand and stand.clause in stands:
            mistakes.add(file, ("stands", n), f'a second stand on "{stand.clause}".')
        if stand:
            stands[stand.clause] = stand
    if len(mistakes.found) > before:
        return None
    return Playbook(**{name: good[name] for name in _PLAYBOOK if name != "stands"}, stands=tuple(stands.values()))


def _read_stand(
    file: TomlFile, n: int, table: dict[str, Any], clauses: Mapping[str, ReferenceClause], mistakes: Mistakes
) -> Stand | None:
    before = len(mistakes.found)
    good = read_fields(file, ("stands", n), table, _STAND, mistakes)
    clause = clauses.get(good.get("clause", ""))
    if clause is None:
        if "clause" in good:
            mistakes.add(file, ("stands", n, "clause"),
                         f'"{good["clause"]}" is not a reference clause.{did_you_mean(good["clause"], clauses)}')
        return None
    lists = {name: tuple(_read_position(file, ("stands", n, name, m), position, clause, mistakes)
                         for m, position in enumerate(good.get(name, []))) for name in _LISTS}
    if not lists["required"] and good.get("silence") != "wanted":
        mistakes.add(file, ("stands", n), 'a stand names a required position, or silence = "wanted".')
    if len(mistakes.found) > before:
        return None
    return Stand.model_validate(good | lists)


def _read_position(
    file: TomlFile, path: Path, table: dict[str, Any], clause: ReferenceClause, mistakes: Mistakes
) -> Position:
    strength = Field("text", words=STRENGTHS, what="a strength")
    fields = {
        "poles": Field("texts", required=True, words=tuple(clause.poles), what=f"a pole of {clause.id}"),
        "at_least": strength, "at_most": strength,
        "width": Field("text", words=get_args(Width), what="a width"),
        "tags": Field("texts", words=get_args(Tag), what="a tag"),
    }
    good = read_fields(file, path, table, fields, mistakes)
    if {"at_least", "at_most"} <= good.keys() and firmness(good["at_least"]) > firmness(good["at_most"]):
        mistakes.add(file, path, "at_least is firmer than at_most: nothing can meet this position.")
    return Position(
        poles=tuple(good.get("poles", ())), at_least=good.get("at_least"), at_most=good.get("at_most"),
        width=good.get("width"), tags=tuple(good.get("tags", ())))
