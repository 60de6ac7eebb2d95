"""What a provision takes back out again, and of which kind each exception is (rubric, section 5.7 and R11)."""

from __future__ import annotations

import re

from clausecheck.assess.scope import Scope
from clausecheck.model import ExceptionWords, Provision
from clausecheck.model.words import ExceptionKind, Tag

_END = re.compile(r";|(?<!\b[A-Z])\.(?=\s|$)|,\s+(?:other than|except|save|unless|and|or|which|but)\b|$")
_KINDS: tuple[tuple[str, ExceptionKind], ...] = (
    ("exception-compulsion", "compulsion"),
    ("exception-whole-of-law", "whole_of_law"),
    ("exception-discretionary", "discretionary"),
    ("exception-review", "human_review"),
    ("exception-consent", "consent"),
    ("exception-open", "open"),
)
_TAGS: dict[ExceptionKind, Tag] = {
    "open": "exception_open",
    "whole_of_law": "exception_whole_of_law",
    "discretionary": "exception_discretionary",
    "compulsion": "exception_compulsion",
}


def find_exceptions(provision: Provision, scope: Scope) -> tuple[list[ExceptionWords], list[Tag]]:
    """Every exception in the scope with its words and kind, and the tags of those that weaken what they except from."""
    found: list[ExceptionWords] = []
    end = -1
    for hit in provision.hits("exception"):
        if not scope.holds(hit) or hit.start < end:
            continue
        stop = _END.search(provision.text, hit.end)
        stop_at = min(stop.start() if stop else len(provision.text), len(provision.text))
        nested = bool(found) and hit.start - end <= 3
        kind: ExceptionKind = "exception_to_exception" if nested else _kind(provision, hit.start, stop_at)
        found.append(ExceptionWords(kind=kind, words=provision.text[hit.start : stop_at].strip()))
        end = stop_at
    return found, [_TAGS[item.kind] for item in found if item.kind in _TAGS]


def _kind(provision: Provision, start: int, end: int) -> ExceptionKind:
    for group, kind in _KINDS:
        if any(start <= hit.start < end for hit in provision.hits(group)):
            return kind
    return "closed"
