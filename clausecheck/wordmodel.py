"""A small linear model over words and letter groups: which reference clauses a sentence is about, and why.

Plain numbers and no pickle. It is trained from the library's own wordings (`clausecheck library train`), proposes a
subject for a sentence, and never a pole or a strength.
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[a-z0-9]+(?:['’.-][a-z0-9]+)*")
_LETTERS = (3, 4, 5)
_FORMAT = 1


def read_features(text: str) -> tuple[Counter[str], Counter[str]]:
    """The words and word pairs of a text, and its letter groups, counted. Numbers are all the same number."""
    words = [re.sub(r"\d+", "0", word) for word in _WORD.findall(text.lower().replace("’", "'"))]
    pairs = Counter(words)
    pairs.update(f"{first} {second}" for first, second in itertools.pairwise(words))
    letters: Counter[str] = Counter()
    for word, count in Counter(words).items():
        padded = f" {word} "
        for size in _LETTERS:
            for start in range(max(1, len(padded) - size + 1)):
                letters[f"#{padded[start : start + size]}"] += count
    return pairs, letters


@dataclass(frozen=True, slots=True)
class WordModel:
    """The compiled model. `weights` has one row for each feature and one column for each clause."""

    clauses: tuple[str, ...]
    features: dict[str, int]
    idf: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    trained_on: str

    def score(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """For each text and clause how likely the text is about the clause, 0 to 1; shape (texts, clauses)."""
        scores = np.empty((len(texts), len(self.clauses)), dtype=np.float32)
        for row, text in enumerate(texts):
            indices, values = self.vector(text)
            margin = values @ self.weights[indices] + self.bias if len(indices) else self.bias
            scores[row] = 1.0 / (1.0 + np.exp(-margin))
        return scores

    def reasons(self, text: str, clause: str, most: int = 6) -> list[str]:
        """The words that weighed most for the clause, the heaviest first; letter groups are left out."""
        column = self.clauses.index(clause)
        indices, values = self.vector(text)
        names = {index: name for name, index in self.features.items()}
        weighed = sorted(
            ((value * self.weights[index, column], names[int(index)]) for index, value in zip(indices, values, strict=True)), reverse=True
        )
        return [name for weight, name in weighed if weight > 0 and not name.startswith("#")][:most]

    def vector(self, text: str) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The features of a text that the model knows, and their weights; each of the two groups has length one."""
        indices: list[int] = []
        values: list[float] = []
        for group in read_features(text):
            known = [(self.features[name], 1.0 + math.log(count)) for name, count in group.items() if name in self.features]
            weighed = [tf * float(self.idf[index]) for index, tf in known]
            length = math.sqrt(sum(value * value for value in weighed)) or 1.0
            indices += [index for index, _ in known]
            values += [value / length for value in weighed]
        order = np.argsort(np.array(indices, dtype=np.int64), kind="stable")
        return np.array(indices, dtype=np.int64)[order], np.array(values, dtype=np.float32)[order]

    def save(self, path: Path) -> None:
        """Writes the model as compressed plain arrays."""
        names = np.frombuffer("\n".join(self.features).encode(), dtype=np.uint8)
        np.savez_compressed(
            path,
            format=np.array(_FORMAT),
            clauses=np.array(self.clauses),
            names=names,
            idf=self.idf.astype(np.float16),
            weights=self.weights.astype(np.float16),
            bias=self.bias.astype(np.float32),
            trained_on=np.array(self.trained_on),
        )


def load_word_model(path: Path) -> WordModel | None:
    """The model stored at `path`, None where there is none or it is of another format."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as stored:
        if int(stored["format"]) != _FORMAT:
            return None
        names = stored["names"].tobytes().decode().split("\n")
        return WordModel(
            clauses=tuple(str(name) for name in stored["clauses"]),
            features={name: place for place, name in enumerate(names)},
            idf=stored["idf"].astype(np.float32),
            weights=stored["weights"].astype(np.float32),
            bias=stored["bias"].astype(np.float32),
            trained_on=str(stored["trained_on"]),
        )


def choose_features(texts: Iterable[str], least: int = 3) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The features that occur in at least `least` texts (words in at least two), and their inverse document frequency."""
    seen: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        for group in read_features(text):
            seen.update(group.keys())
    names = sorted(name for name, count in seen.items() if count >= (least if name.startswith("#") else 2))
    idf = np.array([math.log((1 + total) / (1 + seen[name])) + 1.0 for name in names], dtype=np.float32)
    return {name: place for place, name in enumerate(names)}, idf
