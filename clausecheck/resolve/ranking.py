"""Words that rank parts of a contract, and how far each reaches (rubric R2 to R4, R13)."""

from __future__ import annotations

import re

from clausecheck.language import Found, split_sentences
from clausecheck.model import Contract, RankingClause, Section, Span
from clausecheck.model.legal import RankingKind
from clausecheck.resolve.references import References

_KINDS: dict[str, RankingKind] = {
    "notwithstanding": "notwithstanding",
    "subject-to": "subject_to",
    "precedence": "precedence",
    "replaces": "replaces",
    "not-binding": "not_binding",
}
_POLICY_TERM = re.compile(
    r"\b(usage|acceptable use|use)\s+(polic|rules|commitment|standards|guidelines|terms)|\b(vendor"
    r"|contractor|supplier|provider)(?:'s|’s)?\s+(polic|terms|commercial terms|usage|standard)",
    re.IGNORECASE,
)
_REST = re.compile(r"[,;.]|$")
_FINITE = re.compile(r"\b(may|shall|must|will|can|cannot|is|are|has|have|remains?|continues?|appl(?:y|ies)|controls?|prevails?)\b")
_SUBJECT = re.compile(r"[,;:.]\s+|\b(?:that|but|except)\b")
_YIELDS = re.compile(
    r"^((?:[A-Z]\w+\s+){0,2}(?:section|article|clause|paragraph)s?\s+[^.;]{1,60}?)\s+(?:is|are|shall be)\s+subject to\b", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(any|all|every|each)\s+(other\s+|contrary\s+)+(provisions?|terms?|clauses?|sections?|articles?|conditions?"
    r"|part|text|wording)\b|anything\s+(?:\w+\s+){0,5}(to the contrary|else)|everything else|contrary provision",
    re.IGNORECASE,
)


def rank_clauses_in(contract: Contract, section: Section, sentence: Span, hits: list[Found], references: References) -> list[RankingClause]:
    """The ranking clauses of one sentence: one for each kind of ranking word in it."""
    document = contract.document_of(section)
    text = document.text.text[slice(*sentence)]
    found: list[RankingClause] = []
    seen: set[str] = set()
    for hit in hits:
        kind = _KINDS.get(hit.key)
        if kind is None or kind in seen:
            continue
        object_words = _named_by_it(contract, section, sentence, text) + _object(text, hit, kind)
        targets = _targets(references, object_words, section.document)
        if kind in {"notwithstanding", "precedence"} and not targets and _POLICY_TERM.search(object_words):
            targets = _policy_sections(contract)
        missing = _missing(references, object_words, section.document) if kind == "subject_to" else ""
        spared = _spared(references, object_words if kind == "notwithstanding" else "", text, section.document)
        targets = targets - spared
        everything = kind in {"notwithstanding", "precedence"} and bool(_ALL.search(object_words))
        if kind in {"replaces", "not_binding", "subject_to"} and not targets and not missing:
            continue
        seen.add(kind)
        found.append(
            RankingClause(
                kind=kind,
                words=text[hit.start : hit.end],
                section=section.index,
                span=sentence,
                targets=tuple(sorted(targets - {section.index} if kind != "not_binding" else targets)),
                everything=everything,
                missing=missing,
                evidence=document.quote(sentence.start, sentence.end, section.place or None),
            )
        )
    return found


def _spared(references: References, words: str, sentence: str, document: int) -> set[int]:
    """The sections that "… except a Red Line" leaves standing in a sentence that otherwise sets terms aside."""
    found = re.search(r"\b(except|save|other than|apart from)\b(.{3,80})", sentence) if words else None
    return (references.sections_of_terms(found[2], document) or _targets(references, found[2], document)) if found else set()


def _named_by_it(contract: Contract, section: Section, sentence: Span, text: str) -> str:
    """For a sentence that begins with "It …": the sentence before it in the section, else the section's heading."""
    if not re.match(r"^(it|this|that)\s+(ranks|forms|has|is|shall|does|applies|gives)\b", text, re.IGNORECASE):
        return ""
    before = [span for span in sentences_of(contract, section) if span.end <= sentence.start]
    whole = contract.document_of(section).text.text
    return f"{section.heading}. {whole[slice(*before[-1])] if before else ''} "


def sentences_of(contract: Contract, section: Section) -> list[Span]:
    """The sentences of a section as spans of its document."""
    text = contract.document_of(section).text.text
    return [
        Span(paragraph.start + start, paragraph.start + end)
        for paragraph in section.paragraphs
        for start, end in split_sentences(text[slice(*paragraph)])
    ]


def _object(text: str, hit: Found, kind: str) -> str:
    """The words that the ranking words govern: for "notwithstanding X, …" the X; for precedence the whole sentence."""
    if kind == "precedence":
        return text
    if kind == "not_binding":
        return text[: hit.start]
    if kind == "replaces":
        return _SUBJECT.split(text[: hit.start])[-1] or text[hit.end :]
    end = len(text)
    for mark in _REST.finditer(text, hit.end):
        rest = text[mark.end() : mark.end() + 40]
        if not re.match(r"\s*(and|or|any|the|each|anything|sections?|articles?|clauses?|attachment|annex|\d)", rest, re.IGNORECASE):
            end = mark.start()
            break
    rule = next((verb.start() for verb in _FINITE.finditer(text, hit.end, end) if "," in text[hit.end : verb.start()]), end)
    return text[hit.start : end if rule == end else text.rindex(",", hit.end, rule)]


def _targets(references: References, words: str, document: int) -> set[int]:
    found: set[int] = set()
    for reference in references.read(words):
        found |= references.sections_of(reference, document)
    return found or references.sections_of_terms(words, document) or references.sections_headed(words)


def _missing(references: References, words: str, document: int) -> str:
    """What "subject to X" points at when the contract does not hold it."""
    for reference in references.read(words):
        reserved = re.match(r"\s*\[?reserved", words[reference.end :], re.IGNORECASE)
        if not references.sections_of(reference, document) and (reference.annex or reserved or references.has_numbers(document)):
            return reference.words
    return ""


def _policy_sections(contract: Contract) -> set[int]:
    """All sections of annexes and documents that are usage policies."""
    policy = re.compile(r"\b(usage|acceptable use|use rules|use polic|code of conduct)", re.IGNORECASE)
    return {
        section.index
        for section in contract.sections
        if (section.annex and any(policy.search(heading) for heading in section.under))
        or (len(contract.documents) > 1 and contract.documents[section.document].kind == "policy")
    }


def rank_sections(contract: Contract, ranking: list[RankingClause], references: References) -> tuple[int, ...]:
    """For each section its rank, 0 the highest.

    Only an order of precedence that the contract states ranks anything, and "Section 4 is subject to Section 2", which
    puts the one below the other.
    """
    ranks = [0] * len(contract.sections)
    for clause in ranking:
        section = contract.sections[clause.section]
        text = contract.document_of(section).text.text[slice(*clause.span)]
        if clause.kind == "subject_to" and (yielding := _YIELDS.match(text)):
            for index in _targets(references, yielding[1], section.document) - set(clause.targets):
                ranks[index] = max(ranks[index], 1)
        if clause.kind != "precedence":
            continue
        order = _order_of_items(contract, section, references) or _order(text, references, section.document, contract)
        if re.search(r"\branks? last\b", text):
            order = [set(), set(), set(), set(clause.targets) & {other.index for other in contract.sections if other.annex}]
        for rank, indices in enumerate(order):
            for index in indices:
                ranks[index] = max(ranks[index], rank)
    return tuple(ranks)


def _order_of_items(contract: Contract, section: Section, references: References) -> list[set[int]]:
    """The order that a list below the precedence clause gives, one item a rank."""
    items = [other for other in contract.sections if other.parent == section.index and other.paragraphs]
    texts = [contract.document_of(item).text.text[item.paragraphs[0].start : item.paragraphs[-1].end] for item in items]
    order = [
        _targets(references, text, section.document) | (_policy_sections(contract) if _POLICY_TERM.search(text) else set())
        for text in texts
    ]
    return order if sum(bool(indices) for indices in order) > 1 else []


def _order(text: str, references: References, document: int, contract: Contract) -> list[set[int]]:
    """The parts that a precedence sentence names, the highest first."""
    items = re.split(r"\(\d\)|\([a-z]\)|\b(?:first|second|third|fourth|then|prevails? over|takes? precedence over|over)\b|;", text)
    named = [_targets(references, item, document) | (_policy_sections(contract) if _POLICY_TERM.search(item) else set()) for item in items]
    order = [indices for indices in named if indices]
    if len(order) > 1 or "(1)" in text:
        return order
    over = re.search(r"\b(prevails?|controls?|takes? precedence|governs?)\s+over\b", text)
    winner = text[: over.start()].rsplit(",", 1)[-1] if over else ""
    wins = bool(_targets(references, winner, document)) or bool(_POLICY_TERM.search(winner))
    return [set(), *order] if over and not wins else []
