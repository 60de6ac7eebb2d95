"""What the fields of an entry may hold, and the plain sentences for those that hold something else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rapidfuzz import fuzz, process

from clausecheck.library.toml_file import Path, TomlFile

Kind = Literal["text", "texts", "number", "yes_no", "tables", "table"]

_KINDS: dict[Kind, str] = {
    "text": "a text in quotation marks",
    "texts": "a list of texts, such as [\"one\", \"two\"]",
    "number": "a whole number",
    "yes_no": "true or false",
    "tables": "a list of tables",
    "table": "a table",
}


@dataclass(frozen=True)
class Field:
    """What one field holds. `words` are the only ones allowed, None where any is; `what` calls them ("a strength")."""

    kind: Kind
    required: bool = False
    words: tuple[str, ...] | None = None
    what: str = ""


@dataclass
class Mistakes:
    """The mistakes found so far, one plain sentence each."""

    found: list[str] = field(default_factory=list)

    def add(self, file: TomlFile, path: Path, sentence: str) -> None:
        """Note a mistake at the place where `path` stands in `file`."""
        self.found.append(f"{file.place(*path)}: {sentence}")


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """" Did you mean …?" with the nearest choice, "" where none is near."""
    best = process.extractOne(word, list(choices), scorer=fuzz.ratio, score_cutoff=55)
    return f' Did you mean "{best[0]}"?' if best else ""


def read_fields(
    file: TomlFile, path: Path, table: Mapping[str, Any], fields: Mapping[str, Field], mistakes: Mistakes
) -> dict[str, Any]:
    """The fields of a table that are as they should be; a mistake is noted for every other and for missing ones."""
    good: dict[str, Any] = {}
    for name, value in table.items():
        wanted = fields.get(name)
        if wanted is None:
            mistakes.add(file, (*path, name), f'"{name}" is not a field here.{did_you_mean(name, fields)}')
        elif not _is_kind(value, wanted.kind):
            mistakes.add(file, (*path, name), f'"{name}" must be {_KINDS[wanted.kind]}.')
        elif _words_known(file, (*path, name), value, wanted, mistakes):
            good[name] = value
    missing = [name for name, wanted in fields.items() if wanted.required and name not in table]
    if missing:
        named = ", ".join(f'"{name}"' for name in missing)
        mistakes.add(file, path, f"{named} {'is' if len(missing) == 1 else 'are'} missing.")
    return good


def _is_kind(value: Any, kind: Kind) -> bool:
    match kind:
        case "text":
            return isinstance(value, str) and bool(value.strip())
        case "number":
            return isinstance(value, int) and not isinstance(value, bool)
        case "yes_no":
            return isinstance(value, bool)
        case "table":
            return isinstance(value, dict)
        case "texts":
            return isinstance(value, list) and all(isinstance(item, str) and item.strip() for item in value)
        case "tables":
            return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _words_known(file: TomlFile, path: Path, value: Any, wanted: Field, mistakes: Mistakes) -> bool:
    if wanted.words is None:
        return True
    unknown = [(n, word) for n, word in enumerate([value] if isinstance(value, str) else value)
               if word not in wanted.words]
    for n, word in unknown:
        mistakes.add(file, (*path, n), f'"{word}" is not {wanted.what}.{did_you_mean(word, wanted.words)}')
    return not unknown
