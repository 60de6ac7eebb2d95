"""Implied matches: how likely the word model finds each provision to be about each clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import numpy as np

from clausecheck.model import Contract, LegalMap, Library, Provision

#: Below this nobody asks.
LEAST = 0.03
#: A contract of fewer words than this may be an excerpt, and need not name what it is about.
_LONG = 1500
_AI = re.compile(
    r"\b(AI|A\.I\.|artificial intelligence|machine[- ]learning|(?:large|foundation|language|generative|frontier|tuned|trained) models?"
    r"|neural|LLMs?|chatbot|generative|classifiers?|prompts|model weights|train(?:s|ed|ing)? (?:\w+ ){0,3}models?)\b"
)
_NAMES_NO_CONDUCT = ("Data", "System", "Service", "Services", "Date", "Period")

Meanings = dict[int, list[tuple[re.Pattern[str], str]]]


def names_no_ai(contract: Contract) -> bool:
    """True for a long contract that names no AI at all: there "monitor" or "model" speak of something else."""
    texts = [document.text.text for document in contract.documents]
    return sum(len(text.split()) for text in texts) >= _LONG and not any(_AI.search(text) for text in texts)


def find_likelihoods(
    provisions: Sequence[Provision], contract: Contract, legal: LegalMap, library: Library
) -> dict[tuple[int, str], float]:
    """How likely each provision is about each clause, by provision index and clause id, where it is at least LEAST.

    The best of three readings of it counts: its own words, its words with the lead-in, and its words with the meaning
    of the defined terms that it uses. Parties' own names are read as "the Vendor" and "the Customer".
    """
    if library.words is None or not provisions:
        return {}
    level = level_names(contract)
    meanings = _meanings(contract, legal)
    own = [level(provision.text[provision.body :]) for provision in provisions]
    whole = [level(provision.text) for provision in provisions]
    meant = [level(_expanded(provision, meanings)) for provision in provisions]
    best = np.maximum.reduce([library.words.score(texts) for texts in (own, whole, meant)])
    rows, columns = np.nonzero(best >= LEAST)
    return {
        (provisions[int(row)].index, library.words.clauses[int(column)]): float(best[row, column])
        for row, column in zip(rows, columns, strict=True)
    }


def level_names(contract: Contract) -> Callable[[str], str]:
    """A function that replaces the parties' own names by the words that the wordings use for them."""
    named = [(party, word) for party, word in ((contract.vendor, "the Vendor"), (contract.customer, "the Customer")) if party]
    instead = {called: word for party, word in named for called in (*party.called, party.name) if called[:1].isupper()}
    if not instead:
        return lambda text: text
    longest_first = "|".join(re.escape(called) for called in sorted(instead, key=len, reverse=True))
    names = re.compile(rf"\b(?:the |The )?({longest_first})\b")
    return lambda text: names.sub(lambda found: instead[found[1]], text)


def _meanings(contract: Contract, legal: LegalMap) -> Meanings:
    """For each document its defined terms of two words or more that name a conduct, with the words that define them."""
    meanings: Meanings = {}
    for definition in legal.definitions:
        if " " not in definition.term or definition.term.endswith(_NAMES_NO_CONDUCT):
            continue
        words = contract.documents[definition.document].text.text[slice(*definition.meaning)]
        meanings.setdefault(definition.document, []).append((re.compile(rf"\b{re.escape(definition.term)}s?\b"), words))
    return meanings


def _expanded(provision: Provision, meanings: Meanings) -> str:
    """The provision's own words followed by the meaning of the defined terms in them."""
    own = provision.text[provision.body :]
    if provision.section_kind == "definition":
        return own
    used = [words for pattern, words in meanings.get(provision.document, ()) if pattern.search(own)]
    return " ".join([own, *used[:3]])
