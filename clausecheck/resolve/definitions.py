"""Defined terms and the sentences that define them."""

from __future__ import annotations

import re

from clausecheck.language import split_sentences
from clausecheck.model import Contract, Definition, Span

_DEFINES = re.compile(
    r"^(?:In this (?:agreement|contract|clause|section),?\s*)?[\"“'‘]?(?P<term>[A-Z][\w&/.’' -]{1,60}?)[\"”'’]?\s*(?:,"
    r"|\([^)]{0,40}\)|for purposes of [^,]{0,40},?)?\s+"
    r"(?:means?|shall mean|has the meaning|have the meaning|refers? to|includes?|excludes?|does not include|is defined as)\b"
)
_INLINE = re.compile(r"\((?:the|each,? an?|an?|together,? the|collectively,? the)?\s*[\"“](?P<term>[A-Z][^\"”]{1,50})[\"”]\)")
_MORE = re.compile(r";\s*[\"“]?(?P<term>[A-Z][\w -]{1,40}?)[\"”]?\s+means?\b")


def find_definitions(contract: Contract) -> tuple[Definition, ...]:
    """Every definition in reading order; a term defined twice is listed twice."""
    found: list[Definition] = []
    for section in contract.sections:
        text = contract.document_of(section).text.text
        for paragraph in section.paragraphs:
            for start, end in split_sentences(text[slice(*paragraph)]):
                span = Span(paragraph.start + start, paragraph.start + end)
                found += [
                    Definition(term=term, document=section.document, section=section.index, meaning=span)
                    for term in _terms(text[slice(*span)], in_list=section.kind == "definition")
                ]
    return tuple(found)


def _terms(sentence: str, *, in_list: bool) -> list[str]:
    terms = [match["term"] for match in _INLINE.finditer(sentence)]
    match = _DEFINES.match(sentence)
    if match and (in_list or sentence[:1] in "\"“'‘" or match["term"].istitle() or " means" in sentence[: match.end() + 1]):
        terms.append(match["term"].strip(" \"“”'‘’"))
        terms += [more["term"].strip() for more in _MORE.finditer(sentence)]
    return [term for term in terms if not re.match(r"^(This|The|It|That|Section|Nothing|Clause)$", term)]
