"""Contract → legal map, in one pass over its sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from clausecheck.language import Found, PhraseSearch
from clausecheck.model import Baseline, Contract, Cue, LegalMap, Library, RankingClause, Section, Span, Unresolved
from clausecheck.model.words import BaselineKind
from clausecheck.resolve.definitions import find_definitions
from clausecheck.resolve.ranking import rank_clauses_in, rank_sections, sentences_of
from clausecheck.resolve.references import References, annex_names

_GROUPS = (
    "notwithstanding",
    "everything",
    "subject-to",
    "precedence",
    "not-binding",
    "replaces",
    "reserved",
    "not-supplied",
    "baseline-broad",
    "baseline-negative",
    "baseline-closed",
    "modal-permit",
    "modal-prohibit",
    "freeze",
    "floating",
    "law",
    "policy",
    "actor-system",
)
_USE = re.compile(r"\b(use|uses|used|using|employ|operate|apply|access|exploit)\b", re.IGNORECASE)
_NOT_USE = re.compile(
    r"\b(monitor\w*|unlimited rights|technical data|comply with|in compliance with|feedback|suggestion|log[- ]on|banner|disclose)\b",
    re.IGNORECASE,
)
_URL = re.compile(r"\b(https?://|www\.)\S+", re.IGNORECASE)
_POLICY = re.compile(r"\b(acceptable use|usage|use) (polic(?:y|ies)|guidelines|rules|terms)\b", re.IGNORECASE)
_LICENSES = re.compile(r"\b(grants?|granted|licen[cs]es)\b.{0,120}\b(rights?|licen[cs]e)\b.{0,120}\b(use|access)\b", re.IGNORECASE)
_GENERAL_FREEZE = re.compile(
    r"\b(references? (in this \w+ )?to (any |a |each )?(law|statute|policy|regulation)|each (law|statute)|applicable law|all laws?)\b",
    re.IGNORECASE,
)
_INSTRUMENT = re.compile(
    r"\b(authorit(y|ies)|laws?|polic(y|ies)|acts?|directives?|rules?|standards?|requirements?|instruments?|issuances?)\b", re.IGNORECASE
)
_DIRECTIVE = re.compile(r"\b(?:(?:[A-Z][\w]+ (?:of [A-Z][\w]+ )?)?(?:Directive|Instruction|Manual)|DoDD|DoDI)\s+\d[\d.\-]*\d")
_RESERVED = re.compile(r"^\W*(\[?\s*reserved\s*\]?|intentionally (left blank|omitted)|deleted|not used)\W*$", re.IGNORECASE)
_BASELINES: tuple[tuple[str, BaselineKind], ...] = (
    ("baseline-broad", "broad_grant"),
    ("baseline-negative", "negative_space"),
    ("baseline-closed", "closed_licence"),
)


def resolve_contract(contract: Contract, library: Library) -> LegalMap:
    """The legal relations in a contract (rubric, sections 1 and 6)."""
    definitions = find_definitions(contract)
    references = References(contract, definitions)
    search = _search(library.cues)
    ranking: list[RankingClause] = []
    baselines: dict[BaselineKind, list[tuple[Section, Span]]] = {}
    unresolved: list[Unresolved] = []
    frozen: set[int] = set()
    frozen_terms: list[str] = []
    terms = [definition.term for definition in definitions]
    for section in contract.sections:
        text = contract.document_of(section).text.text
        for span in sentences_of(contract, section):
            hits = search.find(text[slice(*span)])
            ranking += rank_clauses_in(contract, section, span, hits, references)
            if section.kind in {"operative", "table", "definition"} and (kind := _baseline_of(text[slice(*span)], hits)):
                baselines.setdefault(kind, []).append((section, span))
            unresolved += _missing_policies(text[slice(*span)], section)
            frozen_terms += _frozen_terms(text[slice(*span)], hits, terms)
            unresolved += _not_supplied(contract, section, span, hits, references, terms)
            frozen |= _frozen_by(contract, section, text[slice(*span)], hits, references)
    unresolved = _missing_annexes(contract, references, search) + _reserved_targets(contract, ranking) + unresolved
    return LegalMap(
        baseline=_baseline(contract, baselines),
        definitions=definitions,
        ranking=tuple(ranking),
        unresolved=tuple({item.what.lower(): item for item in reversed(unresolved)}.values())[::-1],
        frozen=frozenset(frozen),
        frozen_terms=tuple(dict.fromkeys(frozen_terms)),
        ranks=rank_sections(contract, ranking, references),
    )


@lru_cache(maxsize=4)
def _search(cues: tuple[Cue, ...]) -> PhraseSearch:
    groups: dict[str, list[str]] = {}
    for cue in cues:
        groups.setdefault(cue.group, []).append(cue.text)
    return PhraseSearch({name: words for name, words in groups.items() if name in _GROUPS})


def _frozen_by(contract: Contract, section: Section, sentence: str, hits: list[Found], references: References) -> set[int]:
    """The sections for which a sentence of operative text holds law or policy as it stood on a date (rubric, section 3)."""
    keys = {hit.key for hit in hits}
    if section.kind not in {"operative", "definition"} or "freeze" not in keys or "floating" in keys or not keys & {"law", "policy"}:
        return set()
    named: set[int] = set()
    for reference in references.read(sentence):
        named |= references.sections_of(reference, section.document)
    return named or (
        {other.index for other in contract.sections if other.document == section.document} if _GENERAL_FREEZE.search(sentence) else set()
    )


def _frozen_terms(sentence: str, hits: list[Found], terms: list[str]) -> list[str]:
    """The defined terms that a freeze holds at its date: it covers these instruments and no others."""
    keys = {hit.key for hit in hits}
    if "freeze" not in keys or "floating" in keys:
        return []
    return [
        term
        for term in terms
        if _INSTRUMENT.search(term) and re.search(rf"\b{re.escape(term)}\b|\b{re.escape(re.sub(r'ies$', 'y', term))}\b", sentence)
    ]


def _baseline_of(sentence: str, hits: list[Found]) -> BaselineKind | None:
    """The baseline that a sentence states, if it grants or confines the customer's use."""
    keys = {hit.key for hit in hits}
    granting = "modal-permit" in keys or re.search(
        r"\b(licen[cs]e|right to|rights?|grant|extends? to|measure|boundary|limit)\b", sentence, re.IGNORECASE
    )
    for group, kind in _BASELINES:
        if group not in keys or not (granting or (kind == "closed_licence" and "modal-prohibit" in keys)):
            continue
        if kind == "broad_grant" and (
            _NOT_USE.search(sentence) or not _USE.search(sentence) or re.search(r"\bdoes not extend|not enough|unlawful purpose", sentence)
        ):
            continue
        if (
            kind == "closed_licence"
            and not ("actor-system" in keys and _USE.search(sentence))
            and "reserv" not in sentence
            and "not granted" not in sentence
        ):
            continue
        return kind
    return "closed_licence" if "actor-system" in keys and _LICENSES.search(sentence) and not _NOT_USE.search(sentence) else None


def _baseline(contract: Contract, found: dict[BaselineKind, list[tuple[Section, Span]]]) -> Baseline:
    """The widest grant stated decides: a broad grant outweighs a reservation of the rights that it leaves."""
    for _, kind in _BASELINES:
        if kind in found:
            quotes = tuple(
                contract.document_of(section).quote(span.start, span.end, section.place or None) for section, span in found[kind][:3]
            )
            return Baseline(kind=kind, evidence=quotes)
    return Baseline(kind="none")


def _missing_policies(sentence: str, section: Section) -> list[Unresolved]:
    """A usage policy at a web address is not part of what was supplied."""
    url = _URL.search(sentence)
    policy = _POLICY.search(sentence)
    if not (url and policy):
        return []
    return [
        Unresolved(
            what=f"{policy[0]} at {url[0].rstrip('.,;)')}",
            why=f"referred to in {section.place or 'the text'}; the page was not supplied and can change",
        )
    ]


def _not_supplied(
    contract: Contract, section: Section, span: Span, hits: list[Found], references: References, terms: list[str]
) -> list[Unresolved]:
    """What a sentence says is furnished elsewhere, and directives that are named but cannot be part of what was supplied."""
    text = contract.document_of(section).text.text
    sentence, place = text[slice(*span)], section.place or "the text"
    found = [Unresolved(what=match[0], why=f"referred to in {place}; its text was not supplied") for match in _DIRECTIVE.finditer(sentence)]
    if not any(hit.key == "not-supplied" for hit in hits):
        return found
    before = text[max(0, span.start - 200) : span.start]
    named = [
        f"{reference.annex} {name}"
        for reference in references.read(sentence) or references.read(before)
        if reference.annex
        for name in reference.ids
    ]
    named = named or [term for term in terms if " " in term and (term in sentence or (re.match(r"It\b", sentence) and term in before))]
    return found + [
        Unresolved(what=name, why=f"{place} says that it is furnished elsewhere; its text is not in what was supplied")
        for name in named[:3]
    ]


def _missing_annexes(contract: Contract, references: References, search: PhraseSearch) -> list[Unresolved]:
    """Annexes that are named and not there, or there and not reproduced."""
    named: dict[str, str] = {}
    for section in contract.sections:
        text = contract.document_of(section).text.text
        for span in section.paragraphs:
            for reference in references.read(text[slice(*span)]):
                for name in reference.ids if reference.annex else ():
                    if len(name) <= 3 and not references.has_annex(f"{reference.annex} {name}"):
                        named.setdefault(f"{reference.annex} {name}", section.place or "the text")
    missing = [Unresolved(what=name, why=f"referred to in {place}, not supplied") for name, place in named.items()]
    for section in contract.sections:
        plural = annex_names(section) if not section.annex else []
        if plural or (section.annex and section.label == section.annex):
            body = " ".join(contract.document_of(section).text.text[slice(*span)] for span in section.paragraphs)
            children = any(other.parent == section.index for other in contract.sections)
            if not children and (
                not body.strip()
                or _RESERVED.match(body)
                or (len(body) < 260 and any(hit.key == "not-supplied" for hit in search.find(body)))
            ):
                missing += [
                    Unresolved(what=name, why=f"named in the heading “{section.heading or name}”; its text is not in what was supplied")
                    for name in plural or [section.annex]
                ]
    return missing


def _reserved_targets(contract: Contract, ranking: list[RankingClause]) -> list[Unresolved]:
    """What "subject to X" names where X is missing, empty or reserved (R4)."""
    found = []
    for clause in ranking:
        if clause.kind != "subject_to":
            continue
        place = contract.sections[clause.section].place or "the text"
        if clause.missing:
            found.append(Unresolved(what=clause.missing, why=f"{place} is subject to it, not supplied"))
        for index in clause.targets:
            section = contract.sections[index]
            body = " ".join(contract.document_of(section).text.text[slice(*span)] for span in section.paragraphs) or section.heading
            if _RESERVED.match(body):
                found.append(Unresolved(what=f"Section {section.number}", why=f"{place} is subject to it, and it is reserved"))
    return found
