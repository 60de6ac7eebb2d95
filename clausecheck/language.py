"""Words, sentences and phrase search over spaCy's blank English tokenizer. No trained pipeline is needed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

#: How many words "…" may stand for in a phrase, and how many may stand before a {slot} ("permitted by *any applicable* law").
GAP, SLOT_GAP = 6, 3
_APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2011": "-"})
_ELEMENT = re.compile(r"\[([^\]]*)\]|\{([^}]*)\}|(…)|([^\[{…]+)")
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9§•])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Nos|Art|Arts|Sec|Secs|Inc|Ltd|Corp|Co|Cl|cl|para|paras|Para|Dr|Mr|Ms|Mrs|St|vs?|e\.g|i\.e|cf|al|Reg|Ch|ch|Pub|Stat"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Gen|Col|Lt|Maj|Hon|Jr|Sr|approx|est|pp?|Ex|ex|Att|U\.S\.C|C\.F\.R"
    r"|ret)|(?:\b[A-Za-z]\.)*\b[A-Z])\.$"
)
_LABEL_ONLY = re.compile(r"^\(?(?:\d+(?:\.\d+)*[A-Za-z]?|[A-Za-z]|[ivxlcIVXLC]+|[A-Z]\.\d+(?:\.\d+)*)[.)]?$")
_INFLECTIONS = (
    ("'s", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ying", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("ing", ""),
    ("ed", ""),
    ("es", "e"),
    ("s", ""),
)


_IRREGULAR = {
    "used": "use",
    "using": "use",
    "made": "make",
    "taken": "take",
    "took": "take",
    "chosen": "choose",
    "chose": "choose",
    "built": "build",
    "sold": "sell",
    "bought": "buy",
    "held": "hold",
    "kept": "keep",
    "given": "give",
    "gave": "give",
    "sought": "seek",
    "drawn": "draw",
    "drew": "draw",
    "written": "write",
    "wrote": "write",
    "driven": "drive",
    "children": "child",
    "men": "man",
    "women": "woman",
    "shot": "shoot",
    "put": "put",
    "spied": "spy",
    "fed": "feed",
    "known": "know",
    "knew": "know",
    "done": "do",
    "did": "do",
    "gone": "go",
    "set": "set",
    "said": "say",
    "tied": "tie",
}


class Found(NamedTuple):
    """A phrase found in a text: its key, the phrase as the library has it, and the characters it covers."""

    key: str
    phrase: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _english() -> Language:
    return spacy.blank("en")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its inflection: "tracked", "tracking" and "tracks" all give "track". Never removes a prefix."""
    word = _IRREGULAR.get(word, word)
    for ending, instead in _INFLECTIONS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith(("ss", "us", "is")):
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each sentence of a paragraph. A number at its beginning ("4.2", "(a)") is no sentence."""
    bounds, start = [], 0
    for found in _SENTENCE_END.finditer(text):
        before = text[start : found.start() + 1]
        last = before.rsplit(None, 1)[-1] if before.strip() else ""
        if _LABEL_ONLY.match(before.strip()) or (_ABBREVIATION.search(last) and text[found.start()] == "."):
            continue
        bounds.append((start, found.end()))
        start = found.end()
    if text[start:].strip():
        bounds.append((start, len(text)))
    return [(a, a + len(text[a:b].rstrip())) for a, b in bounds]


def count_words(text: str) -> int:
    """How many words a text has, counted at white space."""
    return len(text.split())


class _Part(NamedTuple):
    """One stretch of a phrase: any of some literal words, or a slot; and how many words may stand before it.

    A literal that begins with a capital matches only words that do.
    """

    literals: frozenset[str]
    slot: str
    gap: int


class PhraseSearch:
    """Finds many phrases in a text at once.

    `phrases` maps a key to its phrases. A phrase may hold "[a|b]" for a choice ("[a|]" for an option), "…" for up to six
    words ("… …" for twelve) and "{key}" for any phrase of another key. With `inflected`, each word also matches its other inflections and
    spellings; without, it matches as written, whatever the case.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]], *, inflected: bool = False, spelling: Mapping[str, str] | None = None) -> None:
        self._inflected = inflected
        self._spelling = {stem(a): stem(b) for a, b in (spelling or {}).items()}
        patterns = {key: [(phrase, parts) for phrase in group for parts in _parts_of(phrase)] for key, group in phrases.items()}
        self._patterns = [(key, *pattern) for key in _slots_first(patterns) for pattern in patterns[key]]
        self._by_literal: dict[str, list[int]] = defaultdict(list)
        self._by_slot: list[int] = []
        for index, (_, _, parts) in enumerate(self._patterns):
            for literal in sorted(parts[0].literals):
                self._by_literal[literal].append(index)
            if parts[0].slot:
                self._by_slot.append(index)
        self._matcher = PhraseMatcher(_english().vocab, attr="NORM" if inflected else "LOWER")
        for literal in sorted({literal for _, _, parts in self._patterns for part in parts for literal in part.literals}):
            self._matcher.add(literal, [self._tokens(literal)])

    def find(self, text: str) -> list[Found]:
        """Every phrase found, in the order of their places."""
        doc = self._tokens(text)
        literals: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for match_id, start, end in self._matcher(doc):
            literal = doc.vocab.strings[match_id]
            if self._inflected or not literal[:1].isupper() or doc[start].text[:1].isupper():
                literals[literal].append((start, end))
        if not literals:
            return []
        barriers = ([token.i for token in doc if token.text == ";"], [token.i for token in doc if token.text in {";", ","}])
        slots: dict[str, set[tuple[int, int]]] = defaultdict(set)
        found: set[Found] = set()
        begun = {index for literal in literals for index in self._by_literal.get(literal, ())}
        for index in sorted(begun.union(self._by_slot)):
            key, phrase, parts = self._patterns[index]
            for start, end in _joined(parts, literals, slots, barriers):
                slots[key].add((start, end))
                found.add(Found(key, phrase, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])))
        return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.key, hit.phrase))

    def _tokens(self, text: str) -> Doc:
        text = text.translate(_APOSTROPHES)
        doc = _english().make_doc(text.replace("-", " ") if self._inflected else text)
        if self._inflected:
            for token in doc:
                word = stem(token.lower_)
                token.norm_ = self._spelling.get(word, word)
        return doc


def _parts_of(phrase: str) -> list[tuple[_Part, ...]]:
    """The phrase as sequences of parts; more than one where a choice is optional or holds a slot or a gap."""
    if complex_choice := next((found for found in re.finditer(r"\[([^\]]*)\]", phrase) if _is_complex(found[1])), None):
        before, after = phrase[: complex_choice.start()], phrase[complex_choice.end() :]
        plain = [option for option in complex_choice[1].split("|") if not _is_complex(option)]
        variants = ([f"{before}[{'|'.join(plain)}]{after}"] if plain else []) + [
            f"{before} {option} {after}" for option in complex_choice[1].split("|") if _is_complex(option)
        ]
        return [parts for variant in variants for parts in _parts_of(variant)]
    parts: list[_Part] = []
    gap = 0
    for choice, slot, dots, words in _ELEMENT.findall(phrase.translate(_APOSTROPHES)):
        if dots:
            gap += GAP
            continue
        literals = frozenset(" ".join(option.split()) for option in (choice or words).split("|") if option.strip())
        if literals or slot:
            parts.append(_Part(literals, slot.strip(), gap or (SLOT_GAP if slot and parts else 0)))
            gap = 0
    return [tuple(parts)]


def _is_complex(choice: str) -> bool:
    """True for a choice with an empty option, a slot or a gap in it."""
    return "{" in choice or "…" in choice or any(not option.strip() for option in choice.split("|"))


def _slots_first(patterns: Mapping[str, list[tuple[str, tuple[_Part, ...]]]]) -> list[str]:
    """The keys in an order in which every key stands after the keys that its phrases name."""
    order: list[str] = []

    def place(key: str, above: tuple[str, ...]) -> None:
        if key in order or key in above or key not in patterns:
            return
        for _, parts in patterns[key]:
            for part in parts:
                if part.slot:
                    place(part.slot, (*above, key))
        order.append(key)

    for key in patterns:
        place(key, ())
    return order


_Spans = Mapping[str, Iterable[tuple[int, int]]]


def _joined(parts: tuple[_Part, ...], literals: _Spans, slots: _Spans, barriers: tuple[list[int], list[int]]) -> set[tuple[int, int]]:
    """The (first, last) token spans at which the parts follow one another within their gaps.

    No gap reaches over a semicolon, and only a double gap ("… …") over a comma.
    """
    spans = [(start, end, start) for start, end in _hits(parts[0], literals, slots)]
    for part in parts[1:]:
        if not spans:
            break
        following = sorted(_hits(part, literals, slots))
        spans = [
            (nearest[0], nearest[1], first)
            for _, end, first in spans
            if (nearest := next((hit for hit in following if end <= hit[0] <= end + part.gap), None))
            and not any(end <= barrier < nearest[0] for barrier in barriers[part.gap <= GAP])
        ]
    return {(first, end) for _, end, first in spans}


def _hits(part: _Part, literals: _Spans, slots: _Spans) -> list[tuple[int, int]]:
    if part.slot:
        return list(slots.get(part.slot, ()))
    return [hit for literal in part.literals for hit in literals.get(literal, ())]
