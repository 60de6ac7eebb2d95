"""Two texts as one, the words that only one of them has marked."""

from __future__ import annotations

from clausecheck.dashboard import markup
from clausecheck.report.difference import compare_words

#: With fewer words in common (as a share of the reference) a word-by-word difference tells nobody anything.
_ALIKE = 0.3


def difference_between(reference: str, found: str) -> markup.Markup | None:
    """Both texts as one, with <ins> and <del> around escaped words; None where they have too little in common."""
    changes = compare_words(reference, found)
    same = sum(len(change.words.split()) for change in changes if change.kind == "equal")
    if same < _ALIKE * max(len(reference.split()), 1):
        return None
    names = {"insert": "ins", "delete": "del"}
    pieces: list[markup.Child] = []
    for change in changes:
        pieces += [" ", change.words if change.kind == "equal" else markup.element(names[change.kind], change.words)]
    return markup.paragraph(*pieces[1:], class_="cc-difference")
