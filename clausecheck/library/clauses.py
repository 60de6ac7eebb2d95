"""clauses/<id>.toml: one reference clause each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from clausecheck.library.fields import Field, Mistakes, did_you_mean, read_fields
from clausecheck.library.toml_file import Path, TomlFile
from clausecheck.library.vocabulary import ROLES
from clausecheck.model import Combination, Concept, Example, NearMiss, ReferenceClause, Wording
from clausecheck.model.words import STRENGTHS, Actor, Family, Modality, QualifierKind

_STRENGTH = Field("text", words=STRENGTHS, what="a strength")
_CLAUSE = {
    "id": Field("text", required=True),
    "title": Field("text", required=True),
    "family": Field("text", required=True, words=get_args(Family), what="a family"),
    "definition": Field("text", required=True),
    "protects": Field("texts", required=True, words=("individuals", "vendor", "customer", "both"),
                      what="somebody whom a clause protects (individuals, vendor, customer, both)"),
    "version": Field("number", required=True),
    "changes": Field("texts", required=True),
    "sources": Field("texts"),
    "never": Field("texts"),
    "not_qualifiers": Field("texts", words=get_args(QualifierKind), what="a kind of qualifier"),
    "informs": Field("texts"),
    "caps": Field("table"),
    "speaks": Field("tables", required=True),
    "points": Field("tables"),
    "poles": Field("table", required=True),
    "wordings": Field("tables", required=True),
    "near_misses": Field("tables", required=True),
    "examples": Field("tables", required=True),
}
_NEAR_MISS = {"text": Field("text", required=True), "why": Field("text", required=True)}


def read_clause(
    file: TomlFile, concepts: Mapping[str, Concept], sources: Mapping[str, str], mistakes: Mistakes
) -> ReferenceClause | None:
    """The reference clause, or None where any of its fields is refused."""
    before = len(mistakes.found)
    good = read_fields(file, (), file.data, _CLAUSE, mistakes)
    expected = file.name.rsplit("/", 1)[-1].removesuffix(".toml")
    if good.get("id", expected) != expected:
        mistakes.add(file, ("id",), f'the id "{good["id"]}" must equal the name of its file, "{expected}".')
    _check_known(file, ("sources",), good.get("sources", []), sources, "a source of sources.toml", mistakes)
    _check_known(file, ("never",), good.get("never", []), concepts, "a concept of vocabulary.toml", mistakes)
    _check_known(file, ("informs",), good.get("informs", []), concepts, "a concept of vocabulary.toml", mistakes)
    poles = tuple(good.get("poles", {}))
    _check_caps(file, good.get("caps", {}), poles, mistakes)
    _check_poles(file, good.get("poles", {}), mistakes)
    speaks = _read_combinations(file, "speaks", good.get("speaks", []), poles, concepts, mistakes)
    points = _read_combinations(file, "points", good.get("points", []), poles, concepts, mistakes)
    wordings = _read_wordings(file, good.get("wordings", []), poles, mistakes)
    near_misses = _read_near_misses(file, good.get("near_misses", []), mistakes)
    examples = _read_examples(file, good.get("examples", []), poles, mistakes)
    if len(mistakes.found) > before:
        return None
    return ReferenceClause.model_validate(good | {
        "speaks": speaks, "points": points, "wordings": wordings, "near_misses": near_misses, "examples": examples})


def _check_known(
    file: TomlFile, path: Path, names: list[str], known: Mapping[str, object], what: str, mistakes: Mistakes
) -> bool:
    """Note a mistake for each name that is not known; true where all are."""
    unknown = [(n, name) for n, name in enumerate(names) if name not in known]
    for n, name in unknown:
        mistakes.add(file, (*path, n), f'"{name}" is not {what}.{did_you_mean(name, known)}')
    return not unknown


def _check_caps(file: TomlFile, caps: dict[str, Any], poles: tuple[str, ...], mistakes: Mistakes) -> None:
    """Note a mistake for each cap that names no pole of the entry or no strength."""
    for pole, strength in caps.items():
        if pole not in poles:
            mistakes.add(file, ("caps", pole), f'"{pole}" is not a pole of this entry.{did_you_mean(pole, poles)}')
        if strength not in STRENGTHS:
            mistakes.add(file, ("caps", pole), f'"{strength}" is not a strength.{did_you_mean(str(strength), STRENGTHS)}')


def _check_poles(file: TomlFile, poles: dict[str, Any], mistakes: Mistakes) -> None:
    for pole, sentence in poles.items():
        if not isinstance(sentence, str) or not sentence.strip():
            mistakes.add(file, ("poles", pole), f'the pole "{pole}" needs a sentence that says what it means.')


def _read_combinations(
    file: TomlFile, where: str, tables: list[dict[str, Any]], poles: tuple[str, ...], concepts: Mapping[str, Concept],
    mistakes: Mistakes,
) -> list[Combination]:
    """The lines of `speaks` or `points`. A slot is given one concept or a list of them, and only of its own role."""
    slot_names = dict.fromkeys(ROLES, Field("texts"))
    fields = slot_names | {
        "pole": Field("text", words=poles, what="a pole of this entry"),
        "modality": Field("texts", words=get_args(Modality), what="a modality"),
        "actor": Field("texts", words=get_args(Actor), what="an actor"),
        "unless": Field("texts"),
        "sure": Field("yes_no"),
    }
    read: list[Combination] = []
    for n, table in enumerate(tables):
        path = (where, n)
        listed = {name: [value] if name in slot_names and isinstance(value, str) else value
                  for name, value in table.items()}
        good = read_fields(file, path, listed, fields, mistakes)
        slots = [(role, tuple(good[role])) for role in listed if role in slot_names and role in good]
        for role, names in slots:
            if _check_known(file, path, list(names), concepts, "a concept of vocabulary.toml", mistakes):
                _check_roles(file, path, role, names, concepts, mistakes)
        _check_known(file, path, good.get("unless", []), concepts, "a concept of vocabulary.toml", mistakes)
        if where == "points" and "pole" not in good:
            mistakes.add(file, path, "a line of points must name the pole to which it points.")
        if where == "speaks" and len(slots) < 2:
            mistakes.add(file, path, "one slot alone is never a match: a line of speaks fills two or more.")
        read.append(Combination(
            slots=tuple(slots), pole=good.get("pole"), modality=tuple(good.get("modality", ())),
            actor=tuple(good.get("actor", ())), unless=tuple(good.get("unless", ())),
            sure=bool(good.get("sure")), line=file.line(*path)))
    return read


def _check_roles(
    file: TomlFile, path: Path, role: str, names: tuple[str, ...], concepts: Mapping[str, Concept],
    mistakes: Mistakes,
) -> None:
    for name in names:
        if role != "any" and concepts[name].role not in (role, "any"):
            mistakes.add(file, path, f'"{name}" is a concept of the role "{concepts[name].role}", not "{role}".')


def _read_wordings(
    file: TomlFile, tables: list[dict[str, Any]], poles: tuple[str, ...], mistakes: Mistakes
) -> list[Wording]:
    fields = {
        "text": Field("text", required=True),
        "pole": Field("text", words=poles, what="a pole of this entry"),
        "strength": Field("text", required=True, words=STRENGTHS, what="a strength"),
        "concedes": Field("text"),
        "genre": Field("text"),
    }
    read = [(n, read_fields(file, ("wordings", n), table, fields, mistakes)) for n, table in enumerate(tables)]
    return [Wording.model_validate({"pole": None, "line": file.line("wordings", n)} | good)
            for n, good in read if {"text", "strength"} <= good.keys()]


def _read_near_misses(file: TomlFile, tables: list[dict[str, Any]], mistakes: Mistakes) -> list[NearMiss]:
    read = [(n, read_fields(file, ("near_misses", n), table, _NEAR_MISS, mistakes)) for n, table in enumerate(tables)]
    return [NearMiss.model_validate({"line": file.line("near_misses", n)} | good)
            for n, good in read if len(good) == len(_NEAR_MISS)]


def _read_examples(
    file: TomlFile, tables: list[dict[str, Any]], poles: tuple[str, ...], mistakes: Mistakes
) -> list[Example]:
    fields = {
        "text": Field("text", required=True),
        "pole": Field("text", words=poles, what="a pole of this entry"),
        "strength": _STRENGTH,
        "silent": Field("yes_no"),
        "why": Field("text"),
    }
    examples: list[Example] = []
    for n, table in enumerate(tables):
        path = ("examples", n)
        good = read_fields(file, path, table, fields, mistakes)
        if good.get("silent") and ("why" not in good or "strength" in good or "pole" in good):
            mistakes.add(file, path, 'a silent example says "why", and neither pole nor strength.')
        elif not good.get("silent") and "strength" not in good:
            mistakes.add(file, path, 'an example says its strength (and pole), or "silent = true" and "why".')
        elif "text" in good:
            examples.append(Example.model_validate({"line": file.line(*path)} | good))
    return examples
