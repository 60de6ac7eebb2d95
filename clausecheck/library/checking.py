"""What a library owes its readers beyond good form: examples that hold, and no word that nothing exercises."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from clausecheck.language import PhraseSearch
from clausecheck.library.loading import find_library
from clausecheck.model import Combination, Library, ReferenceClause
from clausecheck.model.words import RESTRICTING

#: A phrase may hold "{name}" for any phrase of the concept of that name.
_SLOT = re.compile(r"\{([^{}]*)\}")
ReadSentence = Callable[[str], Mapping[str, tuple[str | None, str]]]


def check_library(library: Library, read_sentence: ReadSentence, folder: Path | None = None) -> list[str]:
    """Every shortcoming as a plain sentence, none where the library is sound.

    `read_sentence` gives, for one sentence, the pole and strength of each reference clause to which it speaks; it is
    handed in, so that the library knows no stage. `folder` holds the graded wordings (wordings/*.jsonl).
    """
    graded = _graded_texts(folder or find_library())
    found: list[str] = []
    for clause in library.clauses:
        found += _missing_tests(clause)
        found += _misread_wordings(clause, read_sentence)
        found += _failed_examples(clause, read_sentence)
    return found + _idle_words(library, graded)


def _graded_texts(folder: Path) -> dict[str, list[str]]:
    """The graded wordings and near misses of each reference clause; background sentences stand under ""."""
    texts: dict[str, list[str]] = {}
    for path in sorted((folder / "wordings").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts.setdefault(row.get("clause", ""), []).append(row["text"])
    return texts


def _missing_tests(clause: ReferenceClause) -> list[str]:
    shown = {example.pole for example in clause.examples}
    found = [f'clauses/{clause.id}.toml: no example for the pole "{pole}".' for pole in clause.poles if pole not in shown]
    if not any(example.silent for example in clause.examples):
        found.append(f"clauses/{clause.id}.toml: no example that must stay silent.")
    return found


def _misread_wordings(clause: ReferenceClause, read_sentence: ReadSentence) -> list[str]:
    found = []
    for wording in clause.wordings:
        read = read_sentence(wording.text).get(clause.id)
        if read is None:
            found.append(f"{_place(clause, wording.line)}: the wording does not find its own entry: “{wording.text}”")
        elif not _same_side(read[0], wording.pole) or read[1] != wording.strength:
            found.append(f"{_place(clause, wording.line)}: read as {_named(*read)}, not as "
                         f"{_named(wording.pole, wording.strength)}: “{wording.text}”")
    return found


def _failed_examples(clause: ReferenceClause, read_sentence: ReadSentence) -> list[str]:
    found = []
    for example in clause.examples:
        read = read_sentence(example.text).get(clause.id)
        if example.silent and read is not None:
            found.append(f"{_place(clause, example.line)}: must stay silent ({example.why}): “{example.text}”")
        elif not example.silent and read != (example.pole, example.strength):
            as_read = _named(*read) if read else "nothing"
            found.append(f"{_place(clause, example.line)}: read as {as_read}, not as "
                         f"{_named(example.pole, example.strength or '')}: “{example.text}”")
    return found + [f"{_place(clause, near.line)}: a near miss is found ({near.why}): “{near.text}”"
                    for near in clause.near_misses if clause.id in read_sentence(near.text)]


def _same_side(read: str | None, wanted: str | None) -> bool:
    """True for the same pole, and for two poles that both restrict."""
    return read == wanted or (read in RESTRICTING and wanted in RESTRICTING)


def _named(pole: str | None, strength: str) -> str:
    return f"{pole or 'no pole'}, {strength}"


def _place(clause: ReferenceClause, line: int) -> str:
    return f"clauses/{clause.id}.toml, line {line}"


def _idle_words(library: Library, graded: Mapping[str, list[str]]) -> list[str]:
    """Phrases that no text contains, concepts that no entry names, and combinations that no text of their entry fills."""
    search = PhraseSearch({concept.name: concept.words for concept in library.concepts}, inflected=True,
                          spelling=library.spelling)
    present: dict[str, list[set[str]]] = {}
    phrases: set[tuple[str, str]] = set()
    for clause in library.clauses:
        for text in [*_own_texts(clause), *graded.get(clause.id, ())]:
            hits = search.find(text)
            present.setdefault(clause.id, []).append({hit.key for hit in hits})
            phrases.update((hit.key, hit.phrase) for hit in hits)
    named = {name for clause in library.clauses for name in _concepts_of(clause)}
    named |= {name for concept in library.concepts for phrase in concept.words for name in _SLOT.findall(phrase)}
    found = [f'{concept.file}: no entry uses the concept "{concept.name}".'
             for concept in library.concepts if concept.name not in named]
    found += [f'{concept.file}: no wording, example or near miss exercises "{phrase}" of "{concept.name}".'
              for concept in library.concepts if concept.name in named for phrase in concept.words
              if (concept.name, phrase) not in phrases]
    return found + [
        f"{_place(clause, combination.line)}: no wording or example fills this line."
        for clause in library.clauses for combination in clause.speaks
        if not any(_is_filled(combination, names) for names in present.get(clause.id, ()))
    ]


def _own_texts(clause: ReferenceClause) -> list[str]:
    wordings, examples, near_misses = clause.wordings, clause.examples, clause.near_misses
    return [*(item.text for item in wordings), *(item.text for item in examples), *(item.text for item in near_misses)]


def _concepts_of(clause: ReferenceClause) -> Iterable[str]:
    for combination in (*clause.speaks, *clause.points):
        yield from combination.unless
        for _, names in combination.slots:
            yield from names
    yield from clause.never
    yield from clause.informs


def _is_filled(combination: Combination, present: set[str]) -> bool:
    return not present.intersection(combination.unless) and all(present.intersection(names) for _, names in combination.slots)
