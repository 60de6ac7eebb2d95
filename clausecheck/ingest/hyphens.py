"""Words that a line's end cut in two."""

from __future__ import annotations

import re
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_HYPHENS = frozenset("-‐‑\u00ad\ufffe")
_CUT = re.compile(r"([^\W_]+)[-‐‑\u00ad\ufffe]$")
_HEAD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[@/._]\S*$")
#: Endings of English words, which a hyphen parts from their stem at a line's end only.
_ENDING = re.compile(r"(?:[ts]ion|ment|ness|ing|ed|ers?|ly|abl|ibl|abil|ibil|iv|ous|al|anc|enc|it[yi]|tur|ful|less|ship|"
                     r"ward|iz|is[ei]|ant|ent|ar|or|at[ei]|ic|tee|sel|tic|dom|hood|some|thing|one|body|ever)")
#: First parts that in English nearly always keep their hyphen.
_KEEPS = frozenset({
    "non", "self", "co", "ex", "all", "semi", "anti", "cross", "quasi", "well", "third", "air", "twenty", "thirty",
    "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "pre", "post", "high", "low", "long", "short", "real",
})
#: Words that stand alone and also begin longer words written in one.
_BEGINS = frozenset({
    "with", "there", "here", "where", "how", "what", "when", "who", "not", "never", "none", "under", "over", "out", "up",
    "any", "some", "every", "further", "more", "mean", "inter", "other", "hence", "through", "thereto", "in", "on",
})


class Hyphens:
    """Decides about the hyphens at the ends of a document's lines, by what stands elsewhere in it."""

    def __init__(self, lines: list[str]) -> None:
        self.seen = frozenset(_words_seen(lines))
        self._hyphenates = self._is_hyphenated(lines)

    @staticmethod
    def is_cut(line: str, following: str) -> bool:
        """True when a line ends in a hyphen (after a word) and a word follows."""
        return line[-1:] in _HYPHENS and following[:1].isalnum() and bool(_CUT.search(line))

    def between(self, line: str, following: str) -> str:
        """What belongs between the halves of a cut word: "-" for a true hyphen, "" for one that only broke the line.

        A form that stands elsewhere in the document decides. Otherwise halves of which one is a word of the document
        ("time", "stamped") keep their hyphen, unless the document breaks words at its lines' ends as a rule.
        """
        cut, head = _CUT.search(line), _HEAD.match(following)
        if not cut or not head or not head[0].islower() or not cut[1].isalpha() or _ADDRESS.search(line):
            return "-"
        before, after = cut[1].lower(), head[0].lower()
        if before + after in self.seen:
            return ""
        if f"{before}-{after}" in self.seen or before in _KEEPS:
            return "-"
        if before in _BEGINS or self._hyphenates or _ENDING.match(after):
            return ""
        known = (len(before) > 2 and before in self.seen) or (len(after) > 2 and after in self.seen)
        return "-" if known else ""

    def _is_hyphenated(self, lines: list[str]) -> bool:
        """True for a document whose lines often end in hyphens that stand nowhere else."""
        broken = kept = 0
        for line, following in pairwise(lines):
            if not self.is_cut(line, following):
                continue
            cut, head = _CUT.search(line), _HEAD.match(following)
            if cut and head and head[0].islower():
                broken += (cut[1] + head[0]).lower() in self.seen
                kept += f"{cut[1]}-{head[0]}".lower() in self.seen
        return broken >= 3 and broken > kept


def _words_seen(lines: list[str]) -> set[str]:
    """Every whole word of the lines in lower case, hyphenated ones as one; halves of cut words left out."""
    seen: set[str] = set()
    cut_before = False
    for line in lines:
        words = _WORD.findall(line.lower().replace("‑", "-").replace("‐", "-"))
        if cut_before and words:
            words.pop(0)
        cut_before = line[-1:] in _HYPHENS and bool(_CUT.search(line))
        if cut_before and words:
            words.pop()
        seen.update(words)
    return seen


def join_lines(lines: list[str], hyphens: Hyphens) -> str:
    """The lines as one text, separated by spaces, with cut words mended."""
    joined = ""
    for line in lines:
        if joined and hyphens.is_cut(joined, line):
            joined = joined[:-1] + hyphens.between(joined, line) + line
        else:
            joined = f"{joined} {line}" if joined else line
    return joined
